//! The only clock in the house.

use crate::model::Moment;
use jiff::{Timestamp, tz::TimeZone};

/// Whatever tells the time.
pub trait Clock: Send {
    /// The time now, on the wall of whoever asks.
    fn now(&self) -> Moment;
}

/// The device's own clock, in its own time zone.
#[derive(Clone, Copy, Debug, Default)]
pub struct WallClock;

impl Clock for WallClock {
    fn now(&self) -> Moment {
        let now = Timestamp::now();
        Moment::new(now, zone().to_offset(now))
    }
}

/// The device's time zone. Where the platform keeps it in one file (`localtime`(5)), that file is enough: to learn its name as well,
/// every file of the time zone database would be looked at first.
fn zone() -> TimeZone {
    let asked = std::env::var_os("TZ").is_some();
    let file = if asked || cfg!(not(unix)) { None } else { std::fs::read("/etc/localtime").ok() };
    file.and_then(|bytes| TimeZone::tzif("Local", &bytes).ok()).unwrap_or_else(TimeZone::system)
}

/// A clock that stands still: the same work then gives the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub Moment);

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        self.0
    }
}

/// The clock that stands still at `given` (RFC 3339 with an offset), or the device's own.
///
/// # Errors
/// `given` is no time.
pub fn clock(given: Option<&str>) -> Result<Box<dyn Clock>, jiff::Error> {
    Ok(match given {
        Some(text) => Box::new(FixedClock(text.parse()?)),
        None => Box::new(WallClock),
    })
}

#[cfg(test)]
mod tests {
    use super::{Clock as _, WallClock};
    use jiff::Zoned;

    #[test]
    fn the_wall_clock_is_that_of_the_device() {
        let (before, now, after) = (Zoned::now(), WallClock.now(), Zoned::now());
        assert!(before.timestamp().as_second() <= now.instant().as_second());
        assert!(now.instant() <= after.timestamp());
        assert!([before.offset(), after.offset()].contains(&now.offset()));
    }
}
