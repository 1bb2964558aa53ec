//! What the institution does with personal data: the entries of its register (AVG art. 30).

use super::{Fed, Id, shared::exact};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One processing activity (verwerking): an entry of the register (AVG art. 30 lid 1), and what an assessment is about.
///
/// Everything but the name may be empty: what is missing is told, and never stands in the way of keeping the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processing {
    /// Its stable name, also that of its file.
    pub id: Id,
    /// What people call it.
    pub name: String,
    /// What the data are used for (AVG art. 5 lid 1 onder b; art. 30 lid 1 onder b).
    #[serde(default)]
    pub purpose: String,
    /// The department that answers for it.
    #[serde(default)]
    pub department: String,
    /// What happens, in a few sentences.
    #[serde(default)]
    pub description: String,
    /// Who in that department answers for it.
    #[serde(default)]
    pub owner: String,
    /// Who decides on it together with the institution (AVG art. 26; art. 30 lid 1 onder a).
    #[serde(default)]
    pub joint_controllers: String,
    /// Whose data they are, by category (AVG art. 30 lid 1 onder c).
    #[serde(default)]
    pub people: String,
    /// Which data, by category (AVG art. 30 lid 1 onder c).
    #[serde(default)]
    pub data: String,
    /// Whether there are special categories or criminal data among them (AVG art. 9 and 10); unknown until said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitive: Option<bool>,
    /// Under which exception of AVG art. 9 lid 2 (or art. 10) the special categories may be used.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub exception: String,
    /// Where the data come from, if not from the people themselves (AVG art. 14 lid 2 onder f).
    #[serde(default)]
    pub source: String,
    /// Where the data are kept: the system or the cupboard.
    #[serde(default)]
    pub place: String,
    /// Who inside the institution has access.
    #[serde(default)]
    pub access: String,
    /// The ground it rests on (AVG art. 6 lid 1); unknown until said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Why that ground holds.
    #[serde(default)]
    pub basis_reason: String,
    /// Which law lays down the duty or the public task (AVG art. 6 lid 3).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub law: String,
    /// Which interest it is (AVG art. 13 lid 1 onder d), if it rests on a legitimate one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub interest: String,
    /// Who receives the data, besides processors (AVG art. 30 lid 1 onder d).
    #[serde(default)]
    pub recipients: String,
    /// Who handles the data for the institution (AVG art. 28).
    #[serde(default, deserialize_with = "exact")]
    pub processors: Vec<Processor>,
    /// Countries outside the European Economic Area, with the safeguards (AVG art. 30 lid 1 onder e).
    #[serde(default)]
    pub transfers: String,
    /// What protects the data there (AVG art. 44 to 49).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub safeguard: String,
    /// How long each category is kept (AVG art. 30 lid 1 onder f).
    #[serde(default, deserialize_with = "exact")]
    pub retention: Vec<Retention>,
    /// How the data are protected, in outline (AVG art. 30 lid 1 onder g; art. 32).
    #[serde(default)]
    pub security: String,
    /// Where the DPIA lies, or its date (AVG art. 35); empty as long as there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dpia: String,
    /// When the entry is to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// Since when it is no longer done; the entry stays, because people may ask what was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
    /// Why it is no longer done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ended_because: String,
    /// The row of a questionnaire's table that it was taken over from; none if it was written by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fed: Option<Fed>,
}

impl Processing {
    /// What they are listed by: their names, whatever their capitals.
    pub fn order(&self) -> (String, Id) {
        (self.name.to_lowercase(), self.id.clone())
    }
}

/// The grounds of AVG art. 6 lid 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Basis {
    /// Consent (onder a).
    Consent,
    /// A contract with the person (onder b).
    Contract,
    /// A duty by law (onder c).
    LegalObligation,
    /// Vital interests (onder d).
    VitalInterests,
    /// A public task (onder e).
    PublicTask,
    /// A legitimate interest (onder f).
    LegitimateInterests,
}

impl Basis {
    /// All of them, in the order of the article.
    pub const ALL: [Self; 6] = [
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::VitalInterests,
        Self::PublicTask,
        Self::LegitimateInterests,
    ];

    /// What it is called in Dutch, with its place in AVG art. 6 lid 1.
    pub fn words(self) -> &'static str {
        match self {
            Self::Consent => "toestemming (onder a)",
            Self::Contract => "overeenkomst (onder b)",
            Self::LegalObligation => "wettelijke plicht (onder c)",
            Self::VitalInterests => "vitaal belang (onder d)",
            Self::PublicTask => "taak van algemeen belang (onder e)",
            Self::LegitimateInterests => "gerechtvaardigd belang (onder f)",
        }
    }
}

/// Someone who handles the data for the institution (AVG art. 28).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processor {
    /// Who.
    pub name: String,
    /// What they do.
    #[serde(default)]
    pub task: String,
    /// Where the agreement of AVG art. 28 lid 3 lies, or its date; empty as long as there is none.
    #[serde(default)]
    pub agreement: String,
}

/// How long a category of data is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Which data; all of them, if empty.
    #[serde(default)]
    pub data: String,
    /// How long, in words: "7 jaar na de boeking".
    pub term: String,
    /// Why that long: a law, or a reason of one's own.
    #[serde(default)]
    pub reason: String,
}

/// What the institution does with personal data for another, as a processor: an entry of the register of AVG art. 30 lid 2.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commission {
    /// Its stable name, also that of its file.
    pub id: Id,
    /// The controller for whom it is done, with how to reach them (onder a).
    pub controller: String,
    /// The controller's representative and data protection officer, if there are any (onder a).
    #[serde(default)]
    pub contacts: String,
    /// What is done for them, by category (onder b).
    #[serde(default)]
    pub processing: String,
    /// Countries outside the European Economic Area, with the safeguards (onder c).
    #[serde(default)]
    pub transfers: String,
    /// What protects the data there (AVG art. 44 to 49).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub safeguard: String,
    /// How the data are protected, in outline (onder d).
    #[serde(default)]
    pub security: String,
    /// Where the agreement of AVG art. 28 lid 3 lies, or its date; empty as long as there is none.
    #[serde(default)]
    pub agreement: String,
    /// Whom the institution engages for it in turn (AVG art. 28 lid 2).
    #[serde(default)]
    pub subprocessors: Vec<Processor>,
    /// The department that answers for it.
    #[serde(default)]
    pub department: String,
    /// When the entry is to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// Since when it is no longer done; the entry stays, because people may ask what was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
    /// Why it is no longer done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ended_because: String,
}
