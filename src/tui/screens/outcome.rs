//! The outcome: the verdict, why, what would change it, and what must be done now.

use super::{
    interview::{Interview, side},
    linked::Linked,
    organisation::OrganisationScreen,
    reader::Reader,
    sign::{Sign, Work},
    term::{self, TermScreen},
    text::TextScreen,
    undoing, workshop,
};
use crate::{
    engine::Reason,
    model::{Answer, Id},
    session::{Edit, Effect, Missing, Reply, Session},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        guide::Scene,
        keys::Action,
        words::{Cycle, Sight, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The screen, with how far it is scrolled.
#[derive(Debug, Default)]
pub struct Outcome {
    reader: Reader,
}

/// The most changes that are told: more is no help.
const MOST_CHANGES: usize = 8;

/// The most answers and sources that are told of a reason: the first ones say enough, and the record has all.
const MOST_GROUNDS: usize = 6;

impl Outcome {
    fn text(world: &World, session: &Session) -> Vec<Paragraph> {
        let mut text = vec![Paragraph::gap()];
        verdict(world, session, &mut text);
        review(world, session, &mut text);
        missing(world, session, &mut text);
        // What decides, then what to do about it; whatever else holds may be long, and can wait.
        let (decides, rest) = reasons(session);
        let settled = session.evaluation().is_settled();
        let title = if settled { Word::Reasons } else { Word::AlreadyHolds };
        tell_reasons((title, decides), world, session, &mut text);
        actions(world, session, &mut text);
        tell_reasons((Word::AlsoCounts, rest), world, session, &mut text);
        motivation(world, session, &mut text);
        aside(world, session, &mut text);
        changes(world, session, &mut text);
        follow_ups(world, session, &mut text);
        again(world, session, &mut text);
        law(world, session, &mut text);
        if is_outdated(world, session) {
            text.push(Paragraph::gap());
            text.push(Paragraph::new(world.words.cycle(Cycle::NewerThere), world.theme.strong));
        }
        text
    }
}

/// Whether the assessment at hand goes on with an older version of its questionnaire.
fn is_outdated(world: &World, session: &Session) -> bool {
    let own = &session.assessment().id;
    world.overview.assessments.iter().any(|line| line.id == *own && line.newer.is_some())
}

fn heading(world: &World, title: Word, text: &mut Vec<Paragraph>) {
    text.push(Paragraph::gap());
    text.push(Paragraph::new(world.words.say(title), world.theme.heading));
}

fn verdict(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    if let Some(verdict) = session.verdict() {
        text.push(Paragraph::new(verdict.title.to_uppercase(), world.theme.tone(verdict.tone)));
        text.push(Paragraph::new(verdict.sentence.clone(), world.theme.strong));
    } else {
        let evaluation = session.evaluation();
        text.push(Paragraph::new(world.words.unsettled(evaluation.open.len()), world.theme.strong));
        let titles =
            evaluation.possible.iter().filter_map(|id| session.questionnaire().verdict(id));
        let titles: Vec<&str> = titles.map(|verdict| verdict.title.as_str()).collect();
        text.push(Paragraph::new(world.words.possible(&titles), world.theme.text));
    }
}

/// How far the review is, and what came out last time.
fn review(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    let Some((review, previous)) = session.review().zip(session.assessment().previous.as_ref())
    else {
        return;
    };
    text.push(Paragraph::gap());
    text.push(Paragraph::new(world.words.cycle(Cycle::Review), world.theme.heading));
    let lines = world.words.review_whole(review, &previous.title, previous.signed.date());
    text.extend(lines.into_iter().map(|line| Paragraph::item(line, world.theme.text)));
}

fn missing(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    let missing = if session.is_locked() { Vec::new() } else { session.missing() };
    if missing.is_empty() {
        return;
    }
    heading(world, Word::Missing, text);
    for one in missing {
        let line = match one {
            Missing::Verdict(id) | Missing::Text(id) => label(session, &id),
            Missing::Motivation => world.words.say(Word::MotivationNeeded).to_owned(),
        };
        text.push(Paragraph::item(line, world.theme.text));
    }
}

fn label(session: &Session, id: &Id) -> String {
    session.question(id).map_or_else(|| id.to_string(), |question| question.label.clone())
}

/// What was said, in the words of the question; of a table nothing, and not why something does not apply: here is no room for that.
fn said(world: &World, session: &Session, id: &Id) -> String {
    let Some(question) = session.question(id) else { return String::new() };
    match session.assessment().answers.get(id) {
        Some(Answer::NotApplicable(_)) => world.words.say(Word::NotApplicable).to_owned(),
        Some(Answer::Rows(_)) | None => String::new(),
        Some(answer) => side::in_words(world, question, answer),
    }
}

/// The reason that decides, and those that hold besides it; as long as nothing is settled, all of them hold alike.
fn reasons(session: &Session) -> (&[Reason], &[Reason]) {
    let reasons = session.evaluation().reasons.as_slice();
    let first = if session.evaluation().is_settled() { 1 } else { reasons.len() };
    reasons.split_at(first.min(reasons.len()))
}

/// Reasons under a heading, if there are any.
fn tell_reasons(
    (title, reasons): (Word, &[Reason]),
    world: &World,
    session: &Session,
    text: &mut Vec<Paragraph>,
) {
    if !reasons.is_empty() {
        heading(world, title, text);
    }
    for one in reasons {
        reason(world, session, one, text);
    }
}

fn reason(world: &World, session: &Session, reason: &Reason, text: &mut Vec<Paragraph>) {
    text.push(Paragraph::item(reason.text.clone(), world.theme.text));
    let rests = reason
        .questions
        .iter()
        .map(|id| format!("{}: {}", label(session, id), said(world, session, id).to_lowercase()));
    let rests = grounds(world, Word::RestsOn, rests);
    let sources = grounds(world, Word::Sources, reason.sources.iter().cloned());
    text.extend(rests.into_iter().chain(sources));
}

/// The first of what a reason rests on, and how many more there are.
fn grounds(
    world: &World,
    title: Word,
    grounds: impl ExactSizeIterator<Item = String>,
) -> Option<Paragraph> {
    let more = grounds.len().saturating_sub(MOST_GROUNDS);
    let mut told: Vec<String> = grounds.take(MOST_GROUNDS).collect();
    told.extend((more > 0).then(|| world.words.sight(Sight::AndMore(more))));
    let line = format!("{}: {}", world.words.say(title), told.join("; "));
    (!told.is_empty()).then(|| Paragraph::inset(line, world.theme.text))
}

fn actions(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    let actions = &session.evaluation().actions;
    if actions.is_empty() {
        return;
    }
    heading(world, Word::MustBeDone, text);
    for action in actions {
        let within =
            action.days.map(|days| format!(" ({})", world.words.within(days))).unwrap_or_default();
        text.push(Paragraph::item(format!("{}{within}", action.text), world.theme.text));
    }
}

fn motivation(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    if let Some(then) = session.last_motivation() {
        let heading = world.words.cycle(Cycle::MotivationThen);
        text.push(Paragraph::gap());
        text.push(Paragraph::new(heading, world.theme.heading));
        text.extend(then.lines().map(|line| Paragraph::inset(line, world.theme.text)));
    }
    let motivation = session.assessment().motivation.trim();
    if motivation.is_empty() || session.verdict().is_none_or(|verdict| verdict.motivation.is_none())
    {
        return;
    }
    heading(world, Word::MotivationThere, text);
    text.extend(motivation.lines().map(|line| Paragraph::inset(line, world.theme.text)));
}

/// Whether one deviates, and what was done with the advice. That one does not is told once the outcome is certain.
fn aside(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    let Some(aside) = session.aside() else { return };
    if aside.deviates == Some(false) && !session.evaluation().is_settled() {
        return;
    }
    text.push(Paragraph::gap());
    text.push(Paragraph::new(world.words.aside(), world.theme.heading));
    text.push(Paragraph::item(world.words.deviates(aside.deviates), world.theme.text));
    let heeded = aside.heeded.map(|heeded| world.words.heeded(heeded));
    text.extend(heeded.map(|heeded| Paragraph::item(heeded, world.theme.text)));
    for (question, said) in &aside.told {
        text.push(Paragraph::item(format!("{}:", question.label), world.theme.text));
        text.extend(said.lines().map(|line| Paragraph::inset(line, world.theme.text)));
    }
}

fn changes(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    if !session.evaluation().is_settled() {
        return;
    }
    heading(world, Word::WouldChange, text);
    let changes = session.changes();
    if changes.is_empty() {
        text.push(Paragraph::new(world.words.say(Word::NothingChanges), world.theme.text));
    }
    for change in changes.iter().take(MOST_CHANGES) {
        let titles = change.possible.iter().filter_map(|id| session.questionnaire().verdict(id));
        let titles: Vec<&str> = titles.map(|verdict| verdict.title.as_str()).collect();
        let question = session.question(&change.question);
        let value = question.map_or_else(
            || change.value.to_string(),
            |question| side::short_label(world, question, &change.value),
        );
        let value = value.to_lowercase();
        let line = world.words.would_change(&label(session, &change.question), &value, &titles);
        text.push(Paragraph::item(line, world.theme.text));
    }
    if changes.len() > MOST_CHANGES {
        text.push(Paragraph::inset(
            world.words.sight(Sight::AndMore(changes.len() - MOST_CHANGES)),
            world.theme.text,
        ));
    }
}

fn follow_ups(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    let follow_ups = session.verdict().map_or(&[][..], |verdict| &verdict.follow_ups);
    if follow_ups.is_empty() {
        return;
    }
    heading(world, Word::FollowUp, text);
    text.extend(follow_ups.iter().map(|next| Paragraph::item(next.text.clone(), world.theme.text)));
}

/// When it is to be looked at again, and why then.
fn again(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    if let Some(term) = term::term(world, session) {
        text.push(Paragraph::gap());
        text.push(Paragraph::new(world.words.cycle(Cycle::Term), world.theme.heading));
        let lines = world.words.review_term(&term);
        text.extend(lines.into_iter().map(|line| Paragraph::new(line, world.theme.text)));
    }
}

fn law(world: &World, session: &Session, text: &mut Vec<Paragraph>) {
    let state = &session.questionnaire().draft().legal_state;
    text.push(Paragraph::gap());
    text.push(Paragraph::new(world.words.legal_state(state.date), world.theme.strong));
    let switches = &session.questionnaire().draft().switches;
    if !switches.is_empty() {
        heading(world, Word::Switches, text);
        for switch in switches {
            let in_force = session.evaluation().switches.get(&switch.id) == Some(&true);
            let told = world.words.switch(&switch.title, in_force, switch.from);
            text.push(Paragraph::item(told, world.theme.text));
        }
    }
    if !state.pending.is_empty() {
        heading(world, Word::PendingLaw, text);
        for law in &state.pending {
            text.push(Paragraph::item(format!("{}. {}", law.title, law.text), world.theme.text));
        }
    }
}

/// On to signing the assessment at hand. A record must say whose it is.
pub(super) fn sign(world: &World) -> Reaction {
    let organisation = world.overview.organisation.as_ref();
    let named = organisation.is_some_and(|organisation| !organisation.name.is_empty());
    let sign: Box<dyn Screen> = Box::new(Sign::new(Work::Record(None, Vec::new())));
    let next = if named { sign } else { Box::new(OrganisationScreen::new(world, Some(sign))) };
    Reaction::Open(next)
}

impl Screen for Outcome {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Outcome).to_owned()
    }

    fn scene(&self) -> Scene<'_> {
        Scene::Outcome
    }

    fn offers(&self, world: &World) -> Vec<Action> {
        let mut offers = self.reader.offers();
        let Some(session) = &world.session else { return offers };
        if session.verdict().is_some_and(|verdict| !verdict.follow_ups.is_empty()) {
            offers.push(Action::Linked);
        }
        if session.is_locked() {
            offers.push(Action::Reopen);
            return offers;
        }
        if is_outdated(world, session) {
            offers.push(Action::Newer);
        }
        offers.extend([Action::People, Action::Term, Action::Undo, Action::Redo]);
        if session.verdict().is_some_and(|verdict| verdict.motivation.is_some()) {
            offers.push(Action::Motivate);
        }
        if session.last_motivation().is_some() {
            offers.push(Action::TakeOver);
        }
        if session.missing().is_empty() {
            offers.push(Action::Sign);
        }
        offers
    }

    fn withheld(&self, world: &World) -> Option<(Action, String)> {
        let session = world.session.as_ref().filter(|session| !session.is_locked())?;
        let missing = !session.missing().is_empty();
        missing.then(|| (Action::Sign, world.words.sight(Sight::NotYetSigned)))
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        if self.reader.act(action) {
            return Reaction::Stay;
        }
        match action {
            Action::People => return workshop::people(world, session),
            Action::Linked => {
                let follow_ups = session.verdict().map_or(&[][..], |verdict| &verdict.follow_ups);
                let ids = follow_ups.iter().map(|next| next.questionnaire.clone()).collect();
                return Linked::open(session, ids).map_or(Reaction::Stay, Reaction::Open);
            }
            Action::Motivate => {
                return TextScreen::motivation(session)
                    .map_or(Reaction::Stay, |text| Reaction::Open(Box::new(text)));
            }
            Action::TakeOver => {
                let then = session.last_motivation().unwrap_or_default();
                return Reaction::Edit(Edit::Motivation(then.to_owned()));
            }
            Action::Undo => return undoing::undo_here(world),
            Action::Redo => return undoing::redo_here(world),
            Action::Term => return Reaction::Open(Box::new(TermScreen::new(world, session))),
            Action::Sign => return sign(world),
            Action::Reopen => {
                let id = session.assessment().id.clone();
                return Reaction::Perform(Effect::Reopen(id));
            }
            Action::Newer => {
                return Reaction::Perform(Effect::Weigh(session.assessment().id.clone()));
            }
            Action::Back => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::Opened(session) => Reaction::Replace(Box::new(Interview::new(session))),
            _ => Reaction::Stay,
        }
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let Some(session) = &world.session else { return };
        self.reader.fit(area, |width| flow::wrap(&Self::text(world, session), width));
    }

    fn draw(&self, _world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        self.reader.draw(area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpOutcome).to_owned()
    }
}
