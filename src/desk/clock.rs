//! The only clock in the house.

use crate::{
    model::Moment,
    store::{LONGEST_FILE, read_whole},
};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    cell::RefCell,
    path::Path,
    time::{Duration, Instant},
};

/// Where Unix keeps the rules of the device's own zone (tzfile(5)).
const OWN_ZONE: &str = "/etc/localtime";

/// For how long its rules are taken to be the same: one piece of work asks the time often.
const SAME: Duration = Duration::from_secs(1);

/// Whatever tells the time.
pub trait Clock: Send {
    /// The time now, on the wall of whoever asks.
    fn now(&self) -> Moment;
}

/// The device's own clock, in its own time zone.
#[derive(Clone, Debug, Default)]
pub struct WallClock {
    /// Whether the zone was asked for by its name (`TZ`), and so must be looked up among all.
    named: bool,
    /// The zone as it was found last, and when.
    last: RefCell<Option<(Instant, TimeZone)>>,
}

impl WallClock {
    /// The clock in the zone of the device; `named` if that was asked for by its name (`TZ`).
    pub fn new(named: bool) -> Self {
        Self { named, last: RefCell::default() }
    }

    /// The zone of the device, which whoever travels may change.
    fn zone(&self) -> TimeZone {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((at, zone)) if at.elapsed() < SAME => zone.clone(),
            _ => last.insert((Instant::now(), self.look_up())).1.clone(),
        }
    }

    /// What it is called is not wanted here, so where its rules stand in a file of their own, nothing is looked up: looking
    /// through all zones is a quarter of the work of a start.
    fn look_up(&self) -> TimeZone {
        let wanted = cfg!(unix) && !self.named;
        let rules = wanted.then(|| read_whole(Path::new(OWN_ZONE), LONGEST_FILE).ok()).flatten();
        let own = rules.and_then(|rules| TimeZone::tzif("", &rules).ok());
        own.unwrap_or_else(TimeZone::system)
    }
}

impl Clock for WallClock {
    fn now(&self) -> Moment {
        let now = Timestamp::now();
        Moment::new(now, self.zone().to_offset(now))
    }
}

/// A clock that stands still: the same work then gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub Moment);

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        self.0
    }
}

/// The clock that stands still at `given` (RFC 3339 with an offset), or else this one.
///
/// # Errors
/// `given` is no time.
pub fn clock(given: Option<&str>, own: WallClock) -> Result<Box<dyn Clock>, jiff::Error> {
    Ok(match given {
        Some(text) => Box::new(FixedClock(text.parse()?)),
        None => Box::new(own),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Read from its own file or looked up by name: the same zone.
    #[test]
    fn both_ways_to_the_zone_of_the_device_tell_the_same_time() {
        let now = Timestamp::now();
        let named = std::env::var_os("TZ").is_some();
        for months in 0..12 {
            let then = now + jiff::SignedDuration::from_hours(24 * 30 * months);
            let own = WallClock::new(named).zone().to_offset(then);
            assert_eq!(own, TimeZone::system().to_offset(then), "{then}");
        }
    }
}
