//! What questionnaires and the register have to do with each other: what an outcome proves about an entry, and which
//! table feeds it.

use super::{Id, Processing, Row};
use serde::{Deserialize, Serialize};

/// What the outcome of a questionnaire proves about an entry of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Proves {
    /// Whether a DPIA is needed (AVG art. 35).
    PreDpia {
        /// The verdicts under which it is.
        required: Vec<Id>,
    },
    /// Whether a legitimate interest holds (AVG art. 6 lid 1 onder f).
    Balancing {
        /// The verdicts under which it does.
        tenable: Vec<Id>,
    },
}

impl Proves {
    /// The verdicts that it names.
    pub fn verdicts(&self) -> &[Id] {
        match self {
            Self::PreDpia { required } => required,
            Self::Balancing { tenable } => tenable,
        }
    }

    /// What a settled `verdict`, called `title`, amounts to.
    pub fn outcome(&self, verdict: &Id, title: &str) -> Outcome {
        let named = self.verdicts().contains(verdict);
        let wanting = match self {
            Self::PreDpia { .. } => named,
            Self::Balancing { .. } => !named,
        };
        if wanting { Outcome::Wanting(title.to_owned()) } else { Outcome::Fine }
    }
}

/// How an assessment of an entry came out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It was not done, or is not far enough.
    #[default]
    Unsettled,
    /// Nothing more is needed.
    Fine,
    /// More is needed: what the verdict is called.
    Wanting(String),
}

/// How the assessments of one entry came out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Whether a DPIA is needed.
    pub pre_dpia: Outcome,
    /// Whether the legitimate interest holds.
    pub balancing: Outcome,
}

impl Evidence {
    /// Takes an outcome up, unless a newer one stands there: give the newest first.
    pub fn learn(&mut self, proves: &Proves, outcome: Outcome) {
        let place = match proves {
            Proves::PreDpia { .. } => &mut self.pre_dpia,
            Proves::Balancing { .. } => &mut self.balancing,
        };
        if *place == Outcome::Unsettled {
            *place = outcome;
        }
    }
}

impl Feeds {
    /// Whether the rows say what is to be looked at again.
    pub fn is_touched(&self) -> bool {
        matches!(self, Self::Touched { .. })
    }
}

/// Where the rows of a table go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Feeds {
    /// Each row is an entry of the register (AVG art. 30 lid 1).
    Register(Vec<Feed>),
    /// Each row names an entry of the register, or the institution as a whole, in which something changed: what was signed about
    /// it before is to be looked at again (AVG art. 24 lid 1 and art. 35 lid 11).
    Touched {
        /// The column with the name.
        column: Id,
        /// What stands there for the institution as a whole.
        whole: String,
        /// What changed, in a few words: "nieuwe leverancier".
        reason: String,
        /// The questionnaires whose outcome that touches.
        questionnaires: Vec<Id>,
    },
}

/// Which column goes where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// The column of the table.
    pub column: Id,
    /// The field of the entry.
    pub field: EntryField,
}

/// A field of an entry that a table can fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryField {
    /// What it is called; a table that feeds the register always has this one.
    Name,
    /// What the data are used for.
    Purpose,
    /// The department.
    Department,
    /// Who answers for it.
    Owner,
    /// What happens.
    Description,
    /// Whose data they are.
    People,
    /// Which data.
    Data,
    /// Where they come from.
    Source,
    /// Where they are kept.
    Place,
    /// Who has access.
    Access,
    /// Who receives them.
    Recipients,
    /// Where they go outside the EEA.
    Transfers,
    /// How they are protected.
    Security,
}

impl EntryField {
    /// This field of `entry`.
    pub fn of(self, entry: &mut Processing) -> &mut String {
        match self {
            Self::Name => &mut entry.name,
            Self::Purpose => &mut entry.purpose,
            Self::Department => &mut entry.department,
            Self::Owner => &mut entry.owner,
            Self::Description => &mut entry.description,
            Self::People => &mut entry.people,
            Self::Data => &mut entry.data,
            Self::Source => &mut entry.source,
            Self::Place => &mut entry.place,
            Self::Access => &mut entry.access,
            Self::Recipients => &mut entry.recipients,
            Self::Transfers => &mut entry.transfers,
            Self::Security => &mut entry.security,
        }
    }
}

/// The row of a table that an entry was taken over from, as it was then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fed {
    /// The questionnaire.
    pub questionnaire: Id,
    /// The question with the table.
    pub question: Id,
    /// The row.
    pub row: Row,
}
