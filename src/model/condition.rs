//! When something holds: the language of conditions, definitions and counts.

use super::Id;
use serde::{Deserialize, Serialize};

/// A condition over the answers given so far.
///
/// It is data, not code: the author writes it in the questionnaire file, the engine evaluates it, and the record prints
/// what it rests on. Names are those of questions, [`Definition`]s and [`Count`]s.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// The question or definition has this value; for a question with several choices: this choice is among them.
    Is(Id, Id),
    /// The question or definition has one of these values.
    OneOf(Id, Vec<Id>),
    /// The question has an answer, whatever it is.
    Answered(Id),
    /// The number, the count, or the number of choices made is this or more.
    AtLeast(Id, i64),
    /// The number, the count, or the number of choices made is this or less.
    AtMost(Id, i64),
    /// The condition does not hold.
    Not(Box<Condition>),
    /// Every condition holds. Holds for an empty list.
    All(Vec<Condition>),
    /// Some condition holds. Fails for an empty list.
    Any(Vec<Condition>),
    /// At least one of these questions or definitions has this value.
    AnyIs(Vec<Id>, Id),
    /// All of these questions or definitions have this value.
    AllAre(Vec<Id>, Id),
    /// The [`Switch`](super::Switch) is in force on the day of the evaluation.
    InForce(Id),
}

impl Condition {
    /// The condition that always holds.
    pub const ALWAYS: Self = Self::All(Vec::new());

    /// Calls `visit` with every name of a question, definition or count that this condition reads itself.
    pub fn for_each_name<'a>(&'a self, visit: &mut dyn FnMut(&'a Id)) {
        match self {
            Self::Is(id, _)
            | Self::OneOf(id, _)
            | Self::Answered(id)
            | Self::AtLeast(id, _)
            | Self::AtMost(id, _) => visit(id),
            Self::Not(inner) => inner.for_each_name(visit),
            Self::All(inner) | Self::Any(inner) => {
                for condition in inner {
                    condition.for_each_name(visit);
                }
            }
            Self::AnyIs(ids, _) | Self::AllAre(ids, _) => ids.iter().for_each(visit),
            Self::InForce(_) => {}
        }
    }

    /// Calls `visit` with the name of every switch that this condition reads.
    pub fn for_each_switch<'a>(&'a self, visit: &mut dyn FnMut(&'a Id)) {
        match self {
            Self::InForce(switch) => visit(switch),
            Self::Not(inner) => inner.for_each_switch(visit),
            Self::All(inner) | Self::Any(inner) => {
                for condition in inner {
                    condition.for_each_switch(visit);
                }
            }
            _ => {}
        }
    }

    /// Calls `visit` with every pair of a name and a value it is compared with.
    pub fn for_each_value<'a>(&'a self, visit: &mut dyn FnMut(&'a Id, &'a Id)) {
        match self {
            Self::Is(id, value) => visit(id, value),
            Self::OneOf(id, values) => values.iter().for_each(|value| visit(id, value)),
            Self::Answered(_) | Self::AtLeast(..) | Self::AtMost(..) | Self::InForce(_) => {}
            Self::Not(inner) => inner.for_each_value(visit),
            Self::All(inner) | Self::Any(inner) => {
                for condition in inner {
                    condition.for_each_value(visit);
                }
            }
            Self::AnyIs(ids, value) | Self::AllAre(ids, value) => {
                for id in ids {
                    visit(id, value);
                }
            }
        }
    }
}

/// Something that is yes, no or unknown because of other answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The name that conditions use, in one namespace with the questions.
    pub id: Id,
    /// When it is `yes`.
    pub yes: Condition,
    /// When it is `no`. When neither holds, it is `unknown`; when both do, it is `yes`.
    pub no: Condition,
}

/// How many questions or definitions have a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The name that [`Condition::AtLeast`] and [`Condition::AtMost`] use.
    pub id: Id,
    /// What is counted.
    pub of: Vec<Id>,
    /// The value that counts.
    pub is: Id,
}
