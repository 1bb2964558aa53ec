//! Names inside a questionnaire.

use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, fmt};

/// The stable name of a question, choice, rule, verdict, definition, count or action.
///
/// English, lower case, digits and underscores; never given another meaning, because signed records depend on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// The answer "ja".
    pub const YES: &'static str = "yes";
    /// The answer "nee".
    pub const NO: &'static str = "no";
    /// The answer "weet ik niet".
    pub const UNKNOWN: &'static str = "unknown";

    /// A name, taken as it is.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for Id {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}
