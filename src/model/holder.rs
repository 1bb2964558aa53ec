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
    /// When they last changed something; none if they did not yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Moment>,
}

/// After so many seconds without a change, the folder was probably left open, or the computer that had it is off.
const LONG: i64 = 12 * 60 * 60;

impl Holder {
    /// Whether this is the same process on the same computer as `other`.
    pub fn is(&self, other: &Self) -> bool {
        self.who.machine == other.who.machine && self.process == other.process
    }

    /// Whether they did nothing for so long that they are probably not there any more. A clock that runs behind tells nothing.
    pub fn is_silent(&self, now: Moment) -> bool {
        let last = self.seen.unwrap_or(self.since).instant().as_second();
        now.instant().as_second().saturating_sub(last) >= LONG
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
        let day = |at: Moment| format!("{} om {}", Moment::words(at.date()), at.clock());
        let seen = self.seen.map(|at| format!(", voor het laatst iets veranderd op {}", day(at)));
        format!("{who}, sinds {}{}", day(self.since), seen.unwrap_or_default())
    }
}
