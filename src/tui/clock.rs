//! The clock of a group: it knows at which section the group sits and since when. What time it is, the desk tells.

use crate::model::{Id, Moment};

/// A stretch of time at one section of one assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) assessment: Id,
    pub(super) section: Id,
    pub(super) from: Moment,
}

/// The clock.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// For which section of which assessment it should run.
    wanted: Option<(Id, Id)>,
    /// What it counts now.
    counted: Option<Stretch>,
}

impl Clock {
    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.wanted.is_some()
    }

    /// It should run for this section of this assessment, or not at all; whether that is something new, so that the time
    /// must be asked.
    pub(super) fn set(&mut self, wanted: Option<(Id, Id)>) -> bool {
        let new = self.wanted != wanted;
        self.wanted = wanted;
        new
    }

    /// It is `now`: what went by since it was last told, and counts until now.
    pub(super) fn tell(&mut self, now: Moment) -> Option<Stretch> {
        let begun = self.wanted.clone().map(|(assessment, section)| Stretch {
            assessment,
            section,
            from: now,
        });
        std::mem::replace(&mut self.counted, begun.clone()).or(begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: u8) -> Moment {
        format!("2026-11-23T14:{minute:02}:00+01:00").parse().expect("a moment")
    }

    fn of(section: &str) -> (Id, Id) {
        (Id::from("toets"), Id::from(section))
    }

    #[test]
    fn time_belongs_to_the_section_where_the_group_was() {
        let mut clock = Clock::default();
        assert!(clock.set(Some(of("a"))) && !clock.set(Some(of("a"))));
        assert_eq!(clock.tell(at(0)).map(|one| one.from), Some(at(0)), "the day is told");
        assert!(clock.set(Some(of("b"))));
        let first = clock.tell(at(5)).expect("a stretch");
        assert_eq!((first.section.as_str(), first.from), ("a", at(0)));
        assert!(clock.set(None) && !clock.runs());
        let second = clock.tell(at(7)).expect("a stretch");
        assert_eq!((second.section.as_str(), second.from), ("b", at(5)));
        assert_eq!(clock.tell(at(9)), None, "it stands still");
    }
}
