//! The only clock in the house.

use crate::model::Moment;
use jiff::Zoned;

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
        let now = Zoned::now();
        Moment::new(now.timestamp(), now.offset())
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
