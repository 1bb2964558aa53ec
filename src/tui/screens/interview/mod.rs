//! Walking through a questionnaire: one question at a time, or a list whose rows are answered in place.

pub(super) mod answering;
mod calendar;
mod checklist;
pub(super) mod field;
mod page;
pub(super) mod side;

use super::{
    Outcome,
    ledger::DutyForm,
    linked::Linked,
    sections::Sections,
    text::{Purpose, TextScreen},
    undoing, workshop,
};
use crate::{
    model::{About, Answer, Id, Kind, Question},
    session::{Edit, Effect, Session, Stop},
    tui::{
        canvas::Canvas,
        guide::Scene,
        keys::{Action, Mode},
        widgets::prose::Prose,
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::{KeyCode, KeyEvent};
use field::Field;
use ratatui::layout::Rect;

/// Where the person stands.
#[derive(Debug)]
pub struct Interview {
    /// The question under the cursor.
    at: Id,
    /// The choice under the cursor.
    choice: usize,
    /// How far the explanation is scrolled, in lines.
    scroll: usize,
    /// The field of a question that is answered by typing.
    field: Option<Field>,
    /// A row of a checklist that is looked at by itself.
    alone: bool,
    /// The assessment that one comes back to when this one is left.
    parent: Option<Id>,
    /// Whether it lies on a screen that one comes back to.
    over: bool,
}

impl Interview {
    /// At the question where the person was, or at the first one.
    pub fn new(session: &Session) -> Self {
        let asked = &session.evaluation().asked;
        let was = session.assessment().position.as_ref().filter(|id| asked.contains(id));
        let at =
            was.or(asked.first()).cloned().unwrap_or_else(|| session.questionnaire().id().clone());
        Self::at(session, at)
    }

    /// At this question.
    pub(super) fn at(session: &Session, at: Id) -> Self {
        let mut interview =
            Self { at, choice: 0, scroll: 0, field: None, alone: false, parent: None, over: false };
        interview.arrive(session);
        interview
    }

    /// The same, on behalf of another assessment.
    pub(super) fn coming_back_to(self, parent: Id) -> Self {
        Self { parent: Some(parent), ..self }
    }

    /// Lying on a screen to come back to.
    pub(super) fn on_another_screen(self) -> Self {
        Self { over: true, ..self }
    }

    /// Makes ready for the question under the cursor.
    fn arrive(&mut self, session: &Session) {
        self.scroll = 0;
        let Some(question) = session.question(&self.at) else { return };
        let answer = session.assessment().answers.get(&self.at);
        // In a review the cursor begins on what was said last time.
        let under = answer.or_else(|| session.last_time(&self.at));
        self.choice = question
            .values()
            .iter()
            .position(|value| matches!(under, Some(Answer::One(given)) if value == given.as_str()))
            .unwrap_or(0);
        self.field = if self.in_list(session) { None } else { Field::of(question, answer) };
    }

    fn stop<'s>(&self, session: &'s Session) -> Option<(usize, &'s [Stop])> {
        let stops = session.stops();
        let place = stops.iter().position(|stop| stop.questions.contains(&self.at))?;
        Some((place, stops))
    }

    /// Whether the question is a row of a list now.
    fn in_list(&self, session: &Session) -> bool {
        !self.alone
            && self
                .stop(session)
                .is_some_and(|(place, stops)| stops.get(place).is_some_and(|stop| stop.checklist))
    }

    /// Whether a row of the list is answered with yes or no.
    fn has_yes_no(&self, session: &Session) -> bool {
        let rows = self.stop(session).and_then(|(place, stops)| stops.get(place));
        let yes_no = |id: &Id| session.question(id).is_some_and(|one| is_yes_no(&one.kind));
        rows.is_some_and(|stop| stop.questions.iter().any(yes_no))
    }

    fn go(&mut self, session: &Session, at: Id) -> Reaction {
        self.alone = false;
        self.at = at;
        self.arrive(session);
        Reaction::Stand(self.at.clone())
    }

    /// To the stop after this one; after the last one the outcome comes.
    fn next(&mut self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        if self.alone {
            return self.go(session, self.at.clone());
        }
        let Some((place, stops)) = self.stop(session) else { return Reaction::Stay };
        match stops.get(place + 1).and_then(|stop| stop.questions.first()) {
            Some(first) => self.go(session, first.clone()),
            None => Reaction::Open(Box::new(Outcome::default())),
        }
    }

    fn previous(&mut self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        if self.alone {
            return self.go(session, self.at.clone());
        }
        let Some((place, stops)) = self.stop(session) else { return Reaction::Stay };
        let before = place.checked_sub(1).and_then(|place| stops.get(place));
        match before.and_then(|stop| stop.questions.first()) {
            Some(first) => self.go(session, first.clone()),
            None => Reaction::Stay,
        }
    }

    /// Moves the cursor over rows or choices.
    fn step(&mut self, world: &World, down: bool) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        if !self.in_list(session) {
            let count = session.question(&self.at).map_or(0, |question| question.values().len());
            let last = count.saturating_sub(1);
            self.choice =
                if down { (self.choice + 1).min(last) } else { self.choice.saturating_sub(1) };
            return Reaction::Stay;
        }
        let Some((place, stops)) = self.stop(session) else { return Reaction::Stay };
        let Some(stop) = stops.get(place) else { return Reaction::Stay };
        let row = stop.questions.iter().position(|id| *id == self.at).unwrap_or(0);
        let row = if down { row + 1 } else { row.saturating_sub(1) };
        match stop.questions.get(row) {
            Some(id) => self.go(session, id.clone()),
            None => Reaction::Stay,
        }
    }

    fn note(&self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let text = session.assessment().notes.get(&self.at).cloned().unwrap_or_default();
        let title =
            session.question(&self.at).map(|question| question.text.clone()).unwrap_or_default();
        Reaction::Open(Box::new(TextScreen::new(Purpose::Note(self.at.clone()), title, &text)))
    }

    fn dissent(&self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        Reaction::Open(Box::new(TextScreen::dissent(world, session, &self.at)))
    }

    /// Writes an action down that this question gave rise to.
    fn duty(&self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        Reaction::Open(Box::new(DutyForm::at_question(world, session, &self.at)))
    }

    /// After an undo or a reply, the question under the cursor may be gone, or its answer another one.
    fn refresh(&mut self, session: &Session) {
        if !session.evaluation().asked.contains(&self.at) {
            let fallback = session.evaluation().asked.last().cloned();
            self.at = fallback.unwrap_or_else(|| self.at.clone());
        }
        self.arrive(session);
    }
}

/// Whether a row of a list is answered by one key.
fn is_yes_no(kind: &Kind) -> bool {
    matches!(kind, Kind::YesNo | Kind::YesNoUnknown)
}

fn kind_offers(question: &Question, listed: bool) -> Vec<Action> {
    match &question.kind {
        Kind::YesNo => vec![Action::Yes, Action::No],
        Kind::YesNoUnknown => vec![Action::Yes, Action::No, Action::Unknown],
        Kind::Several(_) if !listed => vec![Action::Toggle],
        _ => Vec::new(),
    }
}

/// What Enter does: where one key answers, or each choice has a key of its own, it goes on.
fn enter(question: &Question, listed: bool) -> Action {
    let answered_by_key = listed && is_yes_no(&question.kind);
    let ticked = !listed && matches!(question.kind, Kind::Several(_));
    if answered_by_key || ticked { Action::GoOn } else { Action::Choose }
}

impl Screen for Interview {
    fn crumb(&self, world: &World) -> String {
        let Some(session) = &world.session else { return String::new() };
        let title = session.questionnaire().title();
        match &session.assessment().about {
            About::Organisation => title.to_owned(),
            about @ About::Processing(_) => format!("{title} › {}", world.subject(about)),
        }
    }

    fn progress(&self, world: &World) -> Vec<String> {
        let Some(session) = &world.session else { return Vec::new() };
        let asked = &session.evaluation().asked;
        let question = asked.iter().position(|id| *id == self.at).map_or(1, |place| place + 1);
        let steps = session.questionnaire().sections().len();
        let step = session.questionnaire().section_of(&self.at).map_or(1, |place| place + 1);
        world.words.progress((question, asked.len()), (step, steps), session.leads_on(&self.at))
    }

    fn mode(&self) -> Mode {
        if self.field.is_some() { Mode::Writing } else { Mode::Choosing }
    }

    fn offers(&self, world: &World) -> Vec<Action> {
        let Some(session) = &world.session else { return Vec::new() };
        let Some(question) = session.question(&self.at) else { return Vec::new() };
        let listed = self.in_list(session);
        let mut offers =
            if session.is_locked() { Vec::new() } else { kind_offers(question, listed) };
        if listed && !session.is_locked() && self.has_yes_no(session) {
            offers.push(Action::RestNo);
        }
        offers.extend([
            Action::Next,
            Action::Previous,
            Action::MoreText,
            Action::LessText,
            Action::Note,
            Action::Dissent,
            Action::AddDuty,
            Action::Sections,
            Action::Copy,
        ]);
        offers.extend([Action::Outcome, Action::Undo, Action::Redo]);
        offers.extend(self.takes_over(world, session));
        if workshop::is_offered(session) {
            offers.push(Action::Workshop);
        }
        if side::section(session, &self.at).is_some_and(|section| !section.rests_on.is_empty()) {
            offers.push(Action::Linked);
        }
        if self.field.is_none() {
            offers.extend([enter(question, listed), Action::Up, Action::Down, Action::Clear]);
        } else if matches!(self.field, Some(Field::Prose(_))) {
            offers.push(Action::Editor);
        } else {
            offers.push(Action::GoOn);
        }
        if session.is_locked() {
            offers.retain(|action| {
                !matches!(
                    action,
                    Action::Note
                        | Action::Dissent
                        | Action::Editor
                        | Action::Undo
                        | Action::Redo
                        | Action::Clear
                )
            });
        }
        // In a text Ctrl+Z is the text's own, and arrows move the caret.
        if self.field.is_some() {
            offers.retain(|action| {
                !matches!(action, Action::Undo | Action::Redo | Action::MoreText | Action::LessText)
            });
        }
        offers
    }

    fn scene(&self) -> Scene<'_> {
        Scene::Question(&self.at)
    }

    fn prose(&mut self) -> Option<&mut Prose> {
        self.field.as_mut().and_then(Field::prose)
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let settled = self.settle(world);
        let reaction = match action {
            Action::Yes => self.answer(world, Id::YES),
            Action::No => self.answer(world, Id::NO),
            Action::Unknown => self.answer(world, Id::UNKNOWN),
            Action::RestNo => self.rest_no(world),
            Action::Toggle => self.toggle(world, self.choice),
            Action::Choose | Action::GoOn => self.choose(world),
            Action::Clear => {
                Reaction::Edit(Edit::Answer { question: self.at.clone(), answer: None })
            }
            Action::Next => self.next(world),
            Action::Previous => self.previous(world),
            Action::Up => self.step(world, false),
            Action::Down => self.step(world, true),
            Action::MoreText => {
                self.scroll += side::SCROLL;
                Reaction::Stay
            }
            Action::LessText => {
                self.scroll = self.scroll.saturating_sub(side::SCROLL);
                Reaction::Stay
            }
            Action::Note => self.note(world),
            Action::Dissent => self.dissent(world),
            Action::AddDuty => self.duty(world),
            Action::Sections => Reaction::Open(Box::new(Sections::new(world, &self.at))),
            Action::Outcome => Reaction::Open(Box::new(Outcome::default())),
            Action::Undo => undoing::undo(world),
            Action::Redo => undoing::redo(world),
            Action::Back if self.alone => self.next(world),
            Action::Back => self.leave(),
            Action::TakeOver | Action::Confirm => self.take_over(world),
            Action::TakeAllOver | Action::ConfirmAll => self.take_all_over(world),
            Action::Linked => self.linked(world),
            Action::Workshop => workshop::open(world, &self.at),
            Action::Copy => self.copy(world),
            _ => Reaction::Stay,
        };
        Reaction::Several(vec![settled, reaction])
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        if world.session.as_ref().is_some_and(Session::is_locked) {
            return Reaction::Say(world.words.say(Word::Locked).to_owned());
        }
        if let Some(field) = &mut self.field {
            return field.key(key, world);
        }
        let KeyCode::Char(digit @ '1'..='9') = key.code else { return Reaction::Stay };
        let place = digit as usize - '1' as usize;
        self.click_choice(place, world)
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        self.field.as_mut().map_or(Reaction::Stay, |field| field.paste(text, world.words))
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        if let Some(field) = &mut self.field {
            field.choose(row, world.overview.today);
            return Reaction::Stay;
        }
        if !self.in_list(session) {
            return self.click_choice(row, world);
        }
        let Some((place, stops)) = self.stop(session) else { return Reaction::Stay };
        let id = stops.get(place).and_then(|stop| stop.questions.get(row)).cloned();
        id.map_or(Reaction::Stay, |id| self.go(session, id))
    }

    fn settle(&mut self, world: &World) -> Reaction {
        self.typed(world).map_or(Reaction::Stay, Reaction::Edit)
    }

    fn is_ahead(&self, world: &World) -> bool {
        self.typed(world).is_some()
    }

    fn is_walk(&self) -> bool {
        true
    }

    fn carry_on(&mut self, world: &World) -> Reaction {
        let listed = world.session.as_ref().is_some_and(|session| self.in_list(session));
        if listed { self.go_down(world) } else { self.next(world) }
    }

    fn visit(&mut self, question: &Id, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        self.go(session, question.clone())
    }

    fn fit(&mut self, area: Rect, world: &World) {
        if let Some(session) = &world.session
            && self.field.is_none()
            && !session.evaluation().asked.contains(&self.at)
        {
            self.refresh(session);
        }
        let place = page::field_area(self, world, area);
        if let Some(field) = &mut self.field {
            field.fit(place);
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(session) = &world.session else { return };
        if self.in_list(session) {
            checklist::draw(self, world, session, area, canvas);
        } else {
            page::draw(self, world, session, area, canvas);
        }
    }

    fn text(&self, world: &World) -> String {
        let session = world.session.as_ref();
        let question = session.and_then(|session| session.question(&self.at));
        question.map_or_else(String::new, side::whole)
    }

    fn help(&self, world: &World) -> String {
        let listed = world.session.as_ref().is_some_and(|session| self.in_list(session));
        world.words.say(if listed { Word::HelpChecklist } else { Word::HelpInterview }).to_owned()
    }
}

impl Interview {
    /// Back to where one came from.
    fn leave(&self) -> Reaction {
        match &self.parent {
            Some(parent) => Reaction::Several(vec![
                Reaction::Back,
                Reaction::Perform(Effect::Resume(parent.clone())),
            ]),
            None if self.over => {
                Reaction::Several(vec![Reaction::Back, Reaction::Perform(Effect::Look)])
            }
            None => Reaction::Home,
        }
    }

    fn linked(&self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let linked = side::section(session, &self.at)
            .and_then(|section| Linked::open(session, section.rests_on.clone()));
        linked.map_or(Reaction::Stay, Reaction::Open)
    }

    /// Copies the sources of the question, a line each.
    fn copy(&self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let sources = session.question(&self.at).map_or(&[][..], |question| &question.sources);
        let said = Reaction::Say(world.words.copied(sources.len()).to_owned());
        if sources.is_empty() {
            return said;
        }
        Reaction::Several(vec![Reaction::Copy(sources.join("\n")), said])
    }

    /// What was typed in the field since it was last handed in, if that is an answer.
    fn typed(&self, world: &World) -> Option<Edit> {
        let session = world.session.as_ref().filter(|session| !session.is_locked())?;
        let answer = self.field.as_ref()?.answer(world.overview.today)?;
        let before = session.assessment().answers.get(&self.at);
        (answer.as_ref() != before).then(|| Edit::Answer { question: self.at.clone(), answer })
    }
}
