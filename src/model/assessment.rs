//! One filling-in of a questionnaire.

use super::{Answers, Dissent, Id, Moment, Previous, Reviewed, Workshop};
use jiff::{ToSpan as _, civil::Date};
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
    /// Who disagrees with an answer, by question.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dissents: BTreeMap<Id, Vec<Dissent>>,
    /// What a group left behind, if it was done together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workshop: Option<Workshop>,
    /// The version before this one, if this takes one up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Box<Previous>>,
    /// When it is to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// SHA-256 of the newer questionnaire that people chose not to take over, in lower-case hexadecimal; they are not asked
    /// again before there is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<String>,
    /// The older questionnaires that it was asked with before, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upgrades: Vec<Upgraded>,
}

/// That an open assessment went on with a newer version of its questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upgraded {
    /// The questionnaire that was left behind.
    pub from: Pinned,
    /// When.
    pub at: Moment,
}

impl Assessment {
    /// One that was just begun.
    pub fn begin(id: Id, questionnaire: Pinned, about: About, now: Moment) -> Self {
        Self {
            id,
            questionnaire,
            about,
            begun: now,
            changed: now,
            answers: Answers::default(),
            notes: BTreeMap::new(),
            motivation: String::new(),
            participants: Vec::new(),
            position: None,
            status: Status::Open,
            dissents: BTreeMap::new(),
            workshop: None,
            previous: None,
            review: None,
            declined: None,
            upgrades: Vec::new(),
        }
    }

    /// Which version it is: 1, or one more than the version before.
    pub fn version(&self) -> u32 {
        self.previous.as_ref().map_or(1, |previous| previous.version + 1)
    }

    /// When it must be looked at again, if it is signed `today`: on the day that was agreed, or after so many months.
    pub fn review_after(&self, months: u32, today: Date) -> Option<Date> {
        self.review.or_else(|| today.checked_add(i64::from(months).months()).ok())
    }

    /// How the answer to this question stands against that of last time; none in a first version, or while it is open.
    pub fn reviewed(&self, question: &Id) -> Option<Reviewed> {
        self.previous.as_ref()?.reviewed(question, &self.answers)
    }
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

impl Pinned {
    /// Whether this is a later version than `other` of the same questionnaire. Of two texts with one version nobody can say
    /// which is the later; then each is later than the other.
    pub fn is_later_than(&self, other: &Self) -> bool {
        let numbers = |version: &str| -> Option<Vec<u32>> {
            version.split('.').map(|part| part.parse().ok()).collect()
        };
        let older = match (numbers(&self.version), numbers(&other.version)) {
            (Some(own), Some(others)) => own < others,
            _ => self.version < other.version,
        };
        self.id == other.id && self.sha256 != other.sha256 && !older
    }
}

/// What an assessment is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// Named, but not there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub absent: bool,
}

impl Participant {
    /// Someone who is there.
    pub fn new(name: impl Into<String>, role: impl Into<String>) -> Self {
        Self { name: name.into(), role: role.into(), absent: false }
    }
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
