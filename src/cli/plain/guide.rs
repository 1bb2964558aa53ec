//! The guided example in lines: before each thing one can type, one hint, until a record is signed.
//!
//! The steps are those of the full screen; what to type stands here in the words of the lines.

use super::{
    hear,
    talk::{Talk, Told},
    words::guide as words,
};
use crate::{
    model::{Answer, Id, Kind, Question},
    session::{Guide, Missing, Session},
    tui::words::{Dutch, Tour, TourWords as _},
};

/// How many steps there are.
const STEPS: usize = 6;

/// Where a person is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scene<'s> {
    /// At the overview; at which number the example waits, as long as its record is not signed.
    Home(Option<usize>),
    /// At a question.
    Question(&'s Session, &'s Id),
    /// At the outcome.
    Outcome(&'s Session),
    /// Writing the reasons.
    Motivation,
    /// Choosing a key.
    Key,
    /// As what one signs, why, and who else does.
    Capacity,
    /// Whether others sign later.
    Others,
    /// Typing the passphrase.
    Passphrase,
    /// The record is there.
    Signed,
}

/// Says what to do here, in the guided example; nothing outside it.
pub(super) fn hint(talk: &mut Talk<'_>, scene: Scene<'_>) -> Told<()> {
    let Some(guide) = talk.guide().cloned() else { return Ok(()) };
    if let Scene::Question(session, _) | Scene::Outcome(session) = scene
        && session.assessment().id != guide.assessment
    {
        return talk.say(words::ELSEWHERE);
    }
    let (step, text) = told(&guide, scene);
    talk.say(&words::titled(&Dutch.tour(Tour::Step(step, STEPS)), &text))
}

/// Which step it is, and what to do.
fn told(guide: &Guide, scene: Scene<'_>) -> (usize, String) {
    match scene {
        Scene::Home(Some(number)) => (1, words::begin(number)),
        Scene::Question(session, _) if is_settled(session) => (3, words::TO_OUTCOME.to_owned()),
        Scene::Question(session, id) => (2, question(guide, session, id)),
        Scene::Outcome(session) if session.missing().is_empty() => (5, words::SIGN.to_owned()),
        Scene::Outcome(session) if is_settled(session) => (4, words::TO_MOTIVATION.to_owned()),
        Scene::Outcome(_) => (2, words::TO_QUESTIONS.to_owned()),
        Scene::Motivation => (4, words::MOTIVATE.to_owned()),
        Scene::Key => (5, words::key(&guide.signer)),
        Scene::Capacity => (5, words::CAPACITY.to_owned()),
        Scene::Others => (5, words::OTHERS.to_owned()),
        Scene::Passphrase => (5, words::passphrase(&guide.passphrase)),
        Scene::Signed => (6, words::SIGNED.to_owned()),
        Scene::Home(None) => (6, words::FINISHED.to_owned()),
    }
}

/// Whether all that is missing is the reasons.
fn is_settled(session: &Session) -> bool {
    session.missing().iter().all(|one| *one == Missing::Motivation)
}

/// What the example answers, and what to type for it.
fn question(guide: &Guide, session: &Session, id: &Id) -> String {
    let Some(question) = session.question(id) else { return words::ANY.to_owned() };
    let Some(wanted) = guide.answers.get(id) else { return words::ANY.to_owned() };
    match session.assessment().answers.get(id) {
        Some(given) if given == wanted => words::ANSWERED.to_owned(),
        Some(_) => words::otherwise(&label(question, wanted)),
        None => typed(question, wanted).map_or_else(
            || words::ANY.to_owned(),
            |typed| words::answer(&label(question, wanted), &typed),
        ),
    }
}

/// What one types for this answer; none if it is not one of a few.
fn typed(question: &Question, wanted: &Answer) -> Option<String> {
    let letter = |value| match value {
        Id::YES => Some("j"),
        Id::NO => Some("n"),
        Id::UNKNOWN => Some("w"),
        _ => None,
    };
    match &question.kind {
        Kind::YesNo | Kind::YesNoUnknown => {
            let values = [Id::YES, Id::NO, Id::UNKNOWN];
            let value = values.into_iter().find(|value| wanted.is(value))?;
            letter(value).map(str::to_owned)
        }
        Kind::Choice(_) => {
            let values = question.values();
            let place = values.iter().position(|value| wanted.is(value.as_str()))?;
            Some((place + 1).to_string())
        }
        _ => None,
    }
}

/// An answer in the words of its question.
fn label(question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::One(value) => hear::label(question, &Id::from(value.as_str())).to_lowercase(),
        _ => String::new(),
    }
}
