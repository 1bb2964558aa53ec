//! A questionnaire done together: who voted what, who disagreed, what was put aside and decided.

use super::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a group left behind besides its answers. The attendance list is the assessment's participants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Workshop {
    /// The votes, by question, in the order in which they were cast.
    pub votes: BTreeMap<Id, Vec<Vote>>,
    /// What was put aside to talk about later (parkeerplaats).
    pub parked: Vec<Parked>,
    /// What was decided, in the order in which it was.
    pub decisions: Vec<String>,
    /// How many minutes each section may take, by section.
    pub minutes: BTreeMap<Id, u32>,
    /// How many seconds each section took so far, by section.
    pub spent: BTreeMap<Id, u32>,
}

/// What one person says to one question before the group agrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Who: the participant's name.
    pub by: String,
    /// The value, such as `"yes"`.
    pub value: Id,
}

/// Something that was put aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parked {
    /// The question at which it came up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Id>,
    /// What it is.
    pub text: String,
}

/// That someone does not agree with an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// Who; empty if they would rather not be named.
    #[serde(default)]
    pub by: String,
    /// What they think instead, and why.
    pub text: String,
}
