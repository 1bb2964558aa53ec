//! A questionnaire done together, around one large screen: who is there, one question at a time, votes, what is put aside and
//! decided, and in the end what was agreed.

mod attendance;
mod big;
mod closing;
mod group;
mod jot;
mod lot;
mod round;
mod stage;
mod tally;

use super::text::TextScreen;
use crate::{
    model::{Id, Kind, Question},
    session::Session,
    tui::world::{Reaction, World},
};
use attendance::Attendance;
use closing::Closing;
use group::Group;

/// Whether the assessment at hand can be done together, or was.
pub(super) fn is_offered(session: &Session) -> bool {
    !session.is_locked() || session.is_together()
}

/// The group begins, or goes on, at this question. What was signed is only read back.
pub(super) fn open(world: &World, at: &Id) -> Reaction {
    let Some(session) = &world.session else { return Reaction::Stay };
    if session.is_locked() {
        return Reaction::Open(Box::new(Closing::default()));
    }
    let asked = &session.evaluation().asked;
    let at = asked.iter().find(|id| *id == at).or(asked.first());
    at.map_or(Reaction::Stay, |at| Reaction::Open(Box::new(Attendance::before(at.clone()))))
}

/// Who took part: of a group its attendance list, and else a page to write on.
pub(super) fn people(world: &World, session: &Session) -> Reaction {
    if session.is_together() {
        Reaction::Open(Box::new(Attendance::during()))
    } else {
        Reaction::Open(Box::new(TextScreen::participants(world, session)))
    }
}

/// The section that asks `question`, by its name.
fn section(session: &Session, question: &Id) -> Option<Id> {
    super::interview::side::section(session, question).map(|section| section.id.clone())
}

/// What a group can vote for on `question`; nothing where an answer is written.
fn ballot(question: &Question) -> Vec<Id> {
    match &question.kind {
        // Not to know is a vote, also where it is no answer.
        Kind::YesNo | Kind::YesNoUnknown => [Id::YES, Id::NO, Id::UNKNOWN].map(Id::from).to_vec(),
        Kind::Choice(_) => question.values(),
        _ => Vec::new(),
    }
}

/// What a value is called, in a word or two.
fn label(world: &World, question: &Question, value: &Id) -> String {
    let choice = question.choice(value.as_str()).map(|choice| choice.label.as_str());
    choice.or_else(|| world.words.value(value)).unwrap_or(value.as_str()).to_owned()
}

/// The key that stands for a value: its letter, or its number.
fn key(question: &Question, value: &Id, place: usize) -> String {
    match (&question.kind, value.as_str()) {
        (Kind::YesNo | Kind::YesNoUnknown, Id::YES) => "j".to_owned(),
        (Kind::YesNo | Kind::YesNoUnknown, Id::NO) => "n".to_owned(),
        (Kind::YesNo | Kind::YesNoUnknown, Id::UNKNOWN) => "w".to_owned(),
        _ => (place + 1).to_string(),
    }
}
