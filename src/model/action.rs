//! What must be done, by whom and before when, and how far it is.

use super::{
    Answer, Id, Moment,
    shared::{arcs, exact},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Everything that must be done in the institution, and was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Actions(#[serde(with = "arcs")] pub Vec<Arc<Action>>);

/// Something that must be done (actie). Never removed: what need not be done any more is dropped with a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Its stable name.
    pub id: Id,
    /// What must be done, in one sentence.
    pub text: String,
    /// What it was born from.
    pub origin: Origin,
    /// The processing activity it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processing: Option<Id>,
    /// The department that must do it.
    #[serde(default)]
    pub department: String,
    /// Who does it.
    #[serde(default)]
    pub owner: String,
    /// Before when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How much it matters.
    #[serde(default)]
    pub priority: Priority,
    /// How far it is.
    #[serde(default)]
    pub state: Progress,
    /// What shows that it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    /// What happened to it, oldest first; the first entry is its birth.
    #[serde(default, deserialize_with = "exact")]
    pub history: Vec<Event>,
}

/// What an action was born from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A verdict or rule of an assessment's questionnaire.
    Rule {
        /// The assessment.
        assessment: Id,
        /// The action's name in the questionnaire.
        action: Id,
        /// The rule or question it comes from.
        from: Id,
    },
    /// A person, at a question of an assessment.
    Question {
        /// The assessment.
        assessment: Id,
        /// The question.
        question: Id,
        /// What was said there when it was born, if anything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        said: Option<Answer>,
    },
    /// A person, anywhere.
    ByHand,
}

/// How much an action matters. The order is that of urgency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Priority {
    /// First.
    High,
    /// As usual.
    #[default]
    Normal,
    /// When there is time.
    Low,
}

/// How far an action is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// Nobody has begun.
    #[default]
    Open,
    /// Someone is at it.
    Busy,
    /// It is done.
    Done,
    /// It need not be done any more, for this reason.
    Dropped(String),
}

impl Progress {
    /// Whether there is still something to do.
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Open | Self::Busy)
    }

    /// What it is called in Dutch.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Busy => "bezig",
            Self::Done => "klaar",
            Self::Dropped(_) => "vervallen",
        }
    }
}

impl Priority {
    /// What it is called in Dutch.
    pub fn words(self) -> &'static str {
        match self {
            Self::High => "hoog",
            Self::Normal => "gewoon",
            Self::Low => "laag",
        }
    }
}

impl Action {
    /// One that a person writes down: its name is given when it is kept.
    pub fn by_hand(text: String) -> Self {
        Self {
            id: Id::default(),
            text,
            origin: Origin::ByHand,
            processing: None,
            department: String::new(),
            owner: String::new(),
            due: None,
            priority: Priority::Normal,
            state: Progress::Open,
            proof: None,
            history: Vec::new(),
        }
    }

    /// Whether it should have been done before `today`.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state.is_pending() && self.due.is_some_and(|due| due < today)
    }
}

/// What shows that an action is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Proof {
    /// A file, known by its bytes; it stays where it is.
    File {
        /// Its name.
        name: String,
        /// SHA-256 of it, in lower-case hexadecimal.
        sha256: String,
    },
    /// Words.
    Text(String),
}

/// Something that happened to an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What changed, in words for people.
    pub what: String,
}
