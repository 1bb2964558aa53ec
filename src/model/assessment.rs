//! One filling-in of a questionnaire.

use super::{Answers, Id, Moment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One filling-in (toets) of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Its stable name, also that of its folder.
    pub id: Id,
    /// The questionnaire, pinned to the very text that was asked.
    pub questionnaire: Pinned,
    /// What it is about.
    pub about: About,
    /// When it was begun.
    pub begun: Moment,
    /// When it was last changed.
    pub changed: Moment,
    /// What people said, also to questions that are no longer asked.
    #[serde(default)]
    pub answers: Answers,
    /// Remarks, by question.
    #[serde(default)]
    pub notes: BTreeMap<Id, String>,
    /// Why the outcome is acceptable, where the verdict asks a motivation.
    #[serde(default)]
    pub motivation: String,
    /// Who took part.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// Where the person stands: the question under the cursor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Id>,
    /// Being filled in, or signed and closed.
    #[serde(default)]
    pub status: Status,
}

/// A questionnaire of which every byte is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pinned {
    /// Its name.
    pub id: Id,
    /// Its version, for people.
    pub version: String,
    /// SHA-256 of its file, in lower-case hexadecimal.
    pub sha256: String,
}

/// What an assessment is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// The institution as a whole.
    Organisation,
    /// One processing activity, by its name.
    Processing(Id),
}

/// Someone who took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Who.
    pub name: String,
    /// As what.
    #[serde(default)]
    pub role: String,
}

/// How far an assessment is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// Answers may change.
    #[default]
    Open,
    /// It stands in a signed record, and no longer changes.
    Signed(Signed),
}

/// The record in which an assessment was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// When the first signature was set.
    pub at: Moment,
    /// The verdict that the record states.
    pub verdict: Id,
    /// The record's file name in the folder `verslagen`.
    pub record: String,
}
