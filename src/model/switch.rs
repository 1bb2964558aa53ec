//! Rules that hold from a day on: law that is not in force yet when its questions are written.

use super::Id;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Something in the law that holds from a day on (schakelaar); until then, whatever rests on it is off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switch {
    /// The name that [`Condition::InForce`](super::Condition::InForce) uses, in a namespace of its own.
    pub id: Id,
    /// What it is called on screen and paper.
    pub title: String,
    /// The first day on which it holds; none as long as that day is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Where it stands, or is to stand.
    #[serde(default)]
    pub sources: Vec<String>,
}

impl Switch {
    /// Whether it holds on `day`.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from.is_some_and(|from| from <= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn it_holds_from_its_first_day_on() {
        let from = |from| Switch { id: "s".into(), title: "S".into(), from, sources: Vec::new() };
        let dated = from(Some(date(2027, 1, 1)));
        assert!(!dated.is_in_force(date(2026, 12, 31)));
        assert!(dated.is_in_force(date(2027, 1, 1)) && dated.is_in_force(date(2031, 5, 5)));
        assert!(!from(None).is_in_force(date(9999, 12, 31)));
    }
}
