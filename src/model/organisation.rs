//! The institution.

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
