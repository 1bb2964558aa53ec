//! One question for the whole group, and the keys by which it talks, votes, agrees and goes on.

use super::{
    attendance::Attendance,
    ballot,
    closing::Closing,
    jot::{Jot, What},
    lot::Lot,
    round::Round,
    section, stage,
};
use crate::{
    model::{Answer, Id, Kind, Question},
    session::{Edit, Session},
    tui::{
        canvas::Canvas,
        keys::{Action, Mode},
        screens::{
            Outcome,
            interview::{answering::toggled, field::Field, side::SCROLL},
            ledger::DutyForm,
            touched, undoing,
        },
        widgets::prose::Prose,
        words::{Meet, Word},
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

/// Where the group is.
#[derive(Debug)]
pub(in crate::tui::screens) struct Group {
    /// The question on the screen.
    pub(super) at: Id,
    /// The choice under the cursor.
    pub(super) choice: usize,
    /// How far the explanation is scrolled, in lines, while it is open.
    pub(super) explaining: Option<usize>,
    /// The field of an answer that is being written.
    pub(super) field: Option<Field>,
}

impl Group {
    fn at(session: &Session, at: Id) -> Self {
        let choice = chosen(session, &at);
        Self { at, choice, explaining: None, field: None }
    }

    /// What happens when the group comes in, in the place of the attendance list.
    pub(super) fn enter(session: &Session, at: &Id) -> Vec<Reaction> {
        vec![
            Reaction::Replace(Box::new(Self::at(session, at.clone()))),
            Reaction::Clock(section(session, at)),
            Reaction::Stand(at.clone()),
        ]
    }

    fn go(&mut self, world: &World, session: &Session, at: &Id) -> Reaction {
        *self = Self::at(session, at.clone());
        let stand = Reaction::Stand(at.clone());
        if !world.clock.runs() {
            return stand;
        }
        Reaction::Several(vec![stand, Reaction::Clock(section(session, at))])
    }

    fn place(&self, session: &Session) -> usize {
        session.evaluation().asked.iter().position(|id| *id == self.at).unwrap_or(0)
    }

    /// To the next question. At the end of a section what was put aside there comes back first, and after the last section
    /// what was agreed.
    fn next(&mut self, world: &World, session: &Session) -> Reaction {
        let next = session.evaluation().asked.get(self.place(session) + 1);
        let here = section(session, &self.at);
        let ends = next.is_none_or(|next| section(session, next) != here);
        if let Some(here) = here.filter(|here| ends && Lot::waits(session, here)) {
            return Reaction::Open(Box::new(Lot::new(here, next.cloned())));
        }
        match next {
            Some(next) => self.go(world, session, next),
            None => Reaction::Open(Box::new(Closing::default())),
        }
    }

    fn previous(&mut self, world: &World, session: &Session) -> Reaction {
        let before = self.place(session).checked_sub(1);
        match before.and_then(|place| session.evaluation().asked.get(place)) {
            Some(before) => self.go(world, session, before),
            None => Reaction::Stay,
        }
    }

    /// The group agrees on the choice with this number.
    fn agree(&mut self, world: &World, session: &Session, place: usize) -> Reaction {
        let Some(question) = session.question(&self.at) else { return Reaction::Stay };
        if let Kind::Several(_) = question.kind {
            let answer = toggled(question, session.assessment().answers.get(&self.at), place);
            self.choice = if answer.is_some() { place } else { self.choice };
            return answer.map_or(Reaction::Stay, |answer| self.edit(answer));
        }
        let Some(value) = question.values().get(place).cloned() else {
            return Reaction::Say(world.words.say(Word::AnotherAnswer).to_owned());
        };
        self.choice = place;
        Reaction::Edit(Edit::answer(&self.at, value.as_str()))
    }

    fn agree_on(&mut self, world: &World, session: &Session, value: &str) -> Reaction {
        let question = session.question(&self.at);
        let place = question.and_then(|one| one.values().iter().position(|own| own == value));
        self.agree(world, session, place.unwrap_or(usize::MAX))
    }

    fn edit(&self, answer: Answer) -> Reaction {
        Reaction::Edit(Edit::Answer { question: self.at.clone(), answer: Some(answer) })
    }

    fn choose(&mut self, world: &World, session: &Session) -> Reaction {
        let Some(question) = session.question(&self.at) else { return Reaction::Stay };
        let answer = session.assessment().answers.get(&self.at);
        match &question.kind {
            Kind::Table(_) => touched::table(session, &self.at).unwrap_or(Reaction::Stay),
            Kind::Text | Kind::LongText | Kind::Number { .. } | Kind::Date => {
                self.field = Field::of(question, answer);
                Reaction::Stay
            }
            Kind::Several(_) if answer.is_none() => Reaction::Several(vec![
                self.edit(Answer::Several(Vec::new())),
                self.next(world, session),
            ]),
            Kind::Several(_) => self.next(world, session),
            _ if self.is_agreed(session, question) => self.next(world, session),
            _ => self.agree(world, session, self.choice),
        }
    }

    /// Whether the group agrees on what is under the cursor, so that it can go on.
    fn is_agreed(&self, session: &Session, question: &Question) -> bool {
        let answer = session.assessment().answers.get(&self.at);
        match question.values().get(self.choice) {
            Some(_) if matches!(question.kind, Kind::Several(_)) => answer.is_some(),
            Some(value) => answer.is_some_and(|answer| answer.is(value.as_str())),
            None => false,
        }
    }

    fn vote(&self, world: &World, session: &Session) -> Reaction {
        let Some(question) = session.question(&self.at) else { return Reaction::Stay };
        let there = session.assessment().participants.iter().any(|one| !one.absent);
        if ballot(question).is_empty() {
            return Reaction::Stay;
        }
        if !there {
            return Reaction::Say(world.words.meet(Meet::NobodyThere).to_owned());
        }
        Reaction::Open(Box::new(Round::new(session, self.at.clone())))
    }

    fn step(&mut self, session: &Session, down: bool) -> Reaction {
        let count = session.question(&self.at).map_or(0, |question| question.values().len());
        let last = count.saturating_sub(1);
        self.choice =
            if down { (self.choice + 1).min(last) } else { self.choice.saturating_sub(1) };
        Reaction::Stay
    }

    /// Closes what is open on the question, or leaves the group.
    fn back(&mut self) -> Reaction {
        if self.explaining.take().is_some() || self.field.take().is_some() {
            return Reaction::Stay;
        }
        Reaction::Several(vec![
            Reaction::Clock(None),
            Reaction::Back,
            Reaction::Visit(self.at.clone()),
        ])
    }

    /// Everything that can be done at the question, apart from answering it.
    fn deed(&mut self, action: Action, world: &World, session: &Session) -> Reaction {
        let here = || section(session, &self.at);
        match action {
            Action::Vote => self.vote(world, session),
            Action::Park => Jot::open(world, session, What::Park(Some(self.at.clone()))),
            Action::Decide => Jot::open(world, session, What::Decide),
            Action::Dissent => Jot::open(world, session, What::Dissent(self.at.clone())),
            Action::Minutes => here().map_or(Reaction::Stay, |section| {
                Jot::open(world, session, What::Minutes(section))
            }),
            Action::Clock if world.clock.runs() => Reaction::Clock(None),
            Action::Clock => Reaction::Clock(here()),
            Action::People => Reaction::Open(Box::new(Attendance::during())),
            Action::AddDuty => {
                Reaction::Open(Box::new(DutyForm::at_question(world, session, &self.at)))
            }
            Action::Closing => Reaction::Open(Box::new(Closing::default())),
            Action::Outcome => Reaction::Open(Box::new(Outcome::default())),
            Action::Explain => {
                self.explaining = if self.explaining.is_some() { None } else { Some(0) };
                Reaction::Stay
            }
            Action::MoreText => {
                self.explaining = self.explaining.map(|line| line + SCROLL);
                Reaction::Stay
            }
            Action::LessText => {
                self.explaining = self.explaining.map(|line| line.saturating_sub(SCROLL));
                Reaction::Stay
            }
            _ => Reaction::Stay,
        }
    }
}

/// The place of the answer among the choices.
fn chosen(session: &Session, at: &Id) -> usize {
    let answer = session.assessment().answers.get(at).or_else(|| session.last_time(at));
    let values = session.question(at).map(Question::values).unwrap_or_default();
    let place =
        values.iter().position(|value| answer.is_some_and(|answer| answer.is(value.as_str())));
    place.unwrap_or(0)
}

impl Screen for Group {
    fn crumb(&self, world: &World) -> String {
        world.words.meet(Meet::Workshop).to_owned()
    }

    fn progress(&self, world: &World) -> Vec<String> {
        let Some(session) = &world.session else { return Vec::new() };
        let asked = session.evaluation().asked.len();
        let steps = session.questionnaire().sections().len();
        let step = session.questionnaire().section_of(&self.at).map_or(1, |place| place + 1);
        let leads_on = session.leads_on(&self.at);
        world.words.progress((self.place(session) + 1, asked), (step, steps), leads_on)
    }

    fn mode(&self) -> Mode {
        if self.field.is_some() { Mode::Writing } else { Mode::Choosing }
    }

    fn offers(&self, world: &World) -> Vec<Action> {
        let Some(session) = &world.session else { return Vec::new() };
        let Some(question) = session.question(&self.at) else { return Vec::new() };
        match &self.field {
            Some(Field::Prose(_)) => return vec![Action::Next, Action::Editor],
            Some(_) => return vec![Action::Next, Action::GoOn],
            None => {}
        }
        if self.explaining.is_some() {
            return vec![Action::Explain, Action::MoreText, Action::LessText];
        }
        let mut offers = match &question.kind {
            Kind::YesNo => vec![Action::Yes, Action::No],
            Kind::YesNoUnknown => vec![Action::Yes, Action::No, Action::Unknown],
            Kind::Several(_) => vec![Action::Toggle],
            _ => Vec::new(),
        };
        if !ballot(question).is_empty() {
            offers.push(Action::Vote);
        }
        let enter = if self.is_agreed(session, question) { Action::GoOn } else { Action::Choose };
        offers.extend([enter, Action::Up, Action::Down, Action::Clear]);
        offers.extend([Action::Next, Action::Previous, Action::Explain, Action::Park]);
        offers.extend([Action::Decide, Action::AddDuty, Action::Dissent, Action::People]);
        offers.extend([Action::Clock, Action::Minutes, Action::Closing, Action::Outcome]);
        offers.extend([Action::Undo, Action::Redo]);
        if session.last_time(&self.at).is_some() && session.reviewed(&self.at).is_none() {
            offers.push(Action::Confirm);
        }
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        if self.field.is_some() {
            let settled = self.settle(world);
            self.field = None;
            return settled;
        }
        match action {
            Action::Yes => self.agree_on(world, session, Id::YES),
            Action::No => self.agree_on(world, session, Id::NO),
            Action::Unknown => self.agree_on(world, session, Id::UNKNOWN),
            Action::Toggle => self.agree(world, session, self.choice),
            Action::Confirm => {
                session.last_time(&self.at).map_or(Reaction::Stay, |was| self.edit(was.clone()))
            }
            Action::Choose | Action::GoOn => self.choose(world, session),
            Action::Clear => {
                Reaction::Edit(Edit::Answer { question: self.at.clone(), answer: None })
            }
            Action::Up => self.step(session, false),
            Action::Down => self.step(session, true),
            Action::Next => self.next(world, session),
            Action::Previous => self.previous(world, session),
            Action::Undo => undoing::undo(world),
            Action::Redo => undoing::redo(world),
            Action::Back => self.back(),
            _ => self.deed(action, world, session),
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        if let Some(field) = &mut self.field {
            return field.key(key, world);
        }
        match key.code {
            KeyCode::Char(digit @ '1'..='9') => {
                self.agree(world, session, digit as usize - '1' as usize)
            }
            _ => Reaction::Stay,
        }
    }

    fn prose(&mut self) -> Option<&mut Prose> {
        self.field.as_mut().and_then(Field::prose)
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        self.field.as_mut().map_or(Reaction::Stay, |field| field.paste(text, world.words))
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        self.agree(world, session, row)
    }

    fn settle(&mut self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let before = session.assessment().answers.get(&self.at);
        match self.field.as_ref().and_then(|field| field.answer(world.overview.today)) {
            Some(answer) if answer.as_ref() != before => {
                Reaction::Edit(Edit::Answer { question: self.at.clone(), answer })
            }
            _ => Reaction::Stay,
        }
    }

    fn is_walk(&self) -> bool {
        true
    }

    fn visit(&mut self, question: &Id, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        self.go(world, session, question)
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let Some(session) = &world.session else { return };
        let asked = &session.evaluation().asked;
        // After an undo the question may be gone.
        if let (false, Some(last)) = (asked.contains(&self.at), asked.last()) {
            *self = Self::at(session, last.clone());
        }
        let place = stage::field(self, session, area);
        if let Some(field) = &mut self.field {
            field.fit(place);
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(session) = &world.session else { return };
        stage::draw(self, world, session, area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.meet(Meet::HelpGroup).to_owned()
    }
}
