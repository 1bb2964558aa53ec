//! A moment as the clock on the wall showed it.

use jiff::{Timestamp, civil, fmt::temporal::Pieces, tz::Offset};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// A second in time together with the offset from UTC of the device that noted it.
///
/// Written as RFC 3339 with a numeric offset (`2026-11-22T14:02:05+01:00`), so that reading it back needs no
/// time-zone tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    instant: Timestamp,
    offset: Offset,
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

impl Moment {
    /// The moment `instant`, seen where clocks are `offset` ahead of UTC; parts of a second are dropped.
    pub fn new(instant: Timestamp, offset: Offset) -> Self {
        let instant = Timestamp::from_second(instant.as_second()).unwrap_or(instant);
        Self { instant, offset }
    }

    /// The month of `day` in Dutch: `november 2026`.
    pub fn month_of(day: civil::Date) -> String {
        let month = usize::try_from(day.month() - 1).unwrap_or_default();
        format!("{} {}", MONTHS.get(month).unwrap_or(&""), day.year())
    }

    /// The second in time.
    pub fn instant(self) -> Timestamp {
        self.instant
    }

    /// The offset from UTC.
    pub fn offset(self) -> Offset {
        self.offset
    }

    /// The date and time on the wall.
    pub fn local(self) -> civil::DateTime {
        self.offset.to_datetime(self.instant)
    }

    /// The day in the calendar.
    pub fn date(self) -> civil::Date {
        self.local().date()
    }

    /// The time of day in Dutch: `14:02`.
    pub fn clock(self) -> String {
        self.local().strftime("%H:%M").to_string()
    }

    /// A date in Dutch words: `22 november 2026`.
    pub fn words(date: civil::Date) -> String {
        let month = usize::try_from(date.month() - 1).ok().and_then(|index| MONTHS.get(index));
        format!("{} {} {}", date.day(), month.unwrap_or(&"?"), date.year())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.instant.display_with_offset(self.offset))
    }
}

impl FromStr for Moment {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = Pieces::parse(text)?;
        if let (Some(time), Some(offset)) = (parts.time(), parts.to_numeric_offset()) {
            let instant = offset.to_timestamp(parts.date().to_datetime(time))?;
            return Ok(Self::new(instant, offset));
        }
        // Without a time or an offset it is no moment, and why is said here.
        text.parse().map(|instant| Self::new(instant, Offset::UTC))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(second in -60_000_000_000_i64..250_000_000_000, quarter in -56..57_i32) {
            let instant = Timestamp::from_second(second).unwrap();
            let moment = Moment::new(instant, Offset::from_seconds(quarter * 900).unwrap());
            prop_assert_eq!(moment.to_string().parse::<Moment>().unwrap(), moment);
        }
    }

    #[test]
    fn a_moment_has_a_time_and_an_offset() {
        let noon = "2026-11-22T12:00:00Z".parse::<Timestamp>().unwrap();
        for (text, hours) in [
            ("2026-11-22T13:00:00+01:00", 1),
            ("2026-11-22T12:00:00Z", 0),
            ("2026-11-22 13:00:00.25+01", 1),
            ("2026-11-22T13:00+01:00[Europe/Amsterdam]", 1),
        ] {
            let moment: Moment = text.parse().unwrap();
            let offset = Offset::from_hours(hours).unwrap();
            assert_eq!((moment.instant(), moment.offset()), (noon, offset), "{text}");
        }
        for text in ["", "gisteren", "2026-11-22", "2026-11-22T13:00:00", "2026-02-30T13:00:00Z"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
