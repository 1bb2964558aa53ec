//! The institution, and what it does with personal data.

use super::Id;
use serde::{Deserialize, Serialize};

/// The institution (instelling) that must be able to show that it complies: the controller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// Its name, as it stands on a record.
    pub name: String,
    /// What kind of institution it is, in its own words.
    pub sector: String,
    /// Its departments (afdelingen).
    pub departments: Vec<String>,
    /// How it is reached about privacy.
    pub contact: String,
    /// The privacy coordinator, if there is one.
    pub coordinator: String,
    /// The data protection officer (FG, AVG art. 37), if there is one.
    pub dpo: String,
    /// How many people work there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<u32>,
    /// Made up for practice: every screen and page says so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// One processing activity (verwerking): an entry of the register (AVG art. 30), and what an assessment is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processing {
    /// Its stable name, also that of its file.
    pub id: Id,
    /// What people call it.
    pub name: String,
    /// What the data are used for (AVG art. 5 lid 1 onder b).
    #[serde(default)]
    pub purpose: String,
    /// The department that answers for it.
    #[serde(default)]
    pub department: String,
    /// What happens, in a few sentences.
    #[serde(default)]
    pub description: String,
}
