//! What would change the verdict: one other answer at a time.

use super::{
    Engine,
    evaluation::left,
    program::Domain,
    truth::{Given, Reading, Truth},
};
use crate::model::{Answers, Id};

/// One other answer, and where it would lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The question.
    pub question: Id,
    /// The other answer.
    pub value: Id,
    /// The verdicts that are possible then, strictest first; more than one when new questions follow.
    pub possible: Vec<Id>,
}

pub(super) fn changes(engine: &Engine, answers: &Answers) -> Vec<Change> {
    let program = &engine.program;
    let reading = Reading::of(program, answers);
    let now = left(engine, &reading).possible;
    let mut changes = Vec::new();
    for (place, question) in program.questions.iter().enumerate() {
        let (Domain::One(size), Given::One(said)) = (&question.domain, reading.given(place)) else {
            continue;
        };
        if reading.asked(place) != Truth::Yes {
            continue;
        }
        for other in (0..*size).filter(|other| other != said) {
            let mut given = reading.given.clone();
            if let Some(slot) = given.get_mut(place) {
                *slot = Given::One(other);
            }
            let then = left(engine, &Reading::with(program, given)).possible;
            if then != now {
                let possible =
                    then.iter().filter_map(|verdict| program.verdicts.get(*verdict).cloned());
                let Some(value) = question.values.get(usize::from(other)) else { continue };
                changes.push(Change {
                    question: question.id.clone(),
                    value: value.clone(),
                    possible: possible.collect(),
                });
            }
        }
    }
    changes
}
