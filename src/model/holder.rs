//! Who has the data folder open.

use super::Moment;
use serde::{Deserialize, Serialize};

/// A person at a computer, as far as the platform tells; empty where it does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Who {
    /// The person's name on that computer.
    pub person: String,
    /// The computer's name.
    pub machine: String,
}

/// Whoever has the data folder open, as they wrote it down in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// Who.
    pub who: Who,
    /// The process on that computer.
    pub process: u32,
    /// Since when.
    pub since: Moment,
}

impl Holder {
    /// Whether this is the same process on the same computer as `other`.
    pub fn is(&self, other: &Self) -> bool {
        self.who.machine == other.who.machine && self.process == other.process
    }

    /// Who and since when, in Dutch: "vera (laptop-vera), sinds 23 november 2026 om 14:02".
    pub fn words(&self) -> String {
        let Who { person, machine } = &self.who;
        let who = match (person.as_str(), machine.as_str()) {
            ("", "") => "iemand".to_owned(),
            ("", machine) => machine.to_owned(),
            (person, "") => person.to_owned(),
            (person, machine) => format!("{person} ({machine})"),
        };
        format!("{who}, sinds {} om {}", Moment::words(self.since.date()), self.since.clock())
    }
}
