//! What stands in the fields of a form, as values and back: days and grounds in words a person types.

use crate::model::{Basis, Priority, Progress};
use jiff::{ToSpan as _, civil::Date};

/// A day as people write it: `22-11-2026`, `22/11`, `2026-11-22`, `vandaag`, `morgen`, `over 2 weken`. Without a year it is
/// the next one that comes.
pub fn day(text: &str, today: Option<Date>) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if let Some(today) = today {
        let near = match text.as_str() {
            "vandaag" => Some(today),
            "morgen" => today.tomorrow().ok(),
            "overmorgen" => today.checked_add(2.days()).ok(),
            _ => later(&text, today).or_else(|| without_year(&text, today)),
        };
        if near.is_some() {
            return near;
        }
    }
    let text = text.replace(['/', '.', ' '], "-");
    ["%Y-%m-%d", "%d-%m-%Y"].iter().find_map(|form| Date::strptime(form, &text).ok())
}

/// `over 2 weken`.
fn later(text: &str, today: Date) -> Option<Date> {
    let mut words = text.strip_prefix("over ")?.split_whitespace();
    let count = match words.next()? {
        "een" | "één" => 1,
        number => number.parse::<i64>().ok()?,
    };
    let span = match words.next()? {
        "dag" | "dagen" => count.days(),
        "week" | "weken" => count.weeks(),
        "maand" | "maanden" => count.months(),
        "jaar" | "jaren" => count.years(),
        _ => return None,
    };
    today.checked_add(span).ok().filter(|_| words.next().is_none())
}

fn without_year(text: &str, today: Date) -> Option<Date> {
    let (day, month) = text.split_once(['-', '/', '.', ' '])?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let this = Date::new(today.year(), month, day).ok();
    match this {
        Some(this) if this >= today => Some(this),
        _ => Date::new(today.year() + 1, month, day).ok(),
    }
}

/// A day as it stands in a field.
pub(in crate::tui) fn written(day: Option<Date>) -> String {
    day.map(|day| format!("{}-{}-{}", day.day(), day.month(), day.year())).unwrap_or_default()
}

/// A ground by its letter in AVG art. 6 lid 1, or by how its name begins.
pub(super) fn basis(text: &str) -> Option<Basis> {
    let text = text.trim().to_lowercase();
    let by_letter = ["a", "b", "c", "d", "e", "f"].iter().position(|letter| *letter == text);
    let by_name = || {
        let named = |basis: &Basis| text.len() > 2 && basis.words().starts_with(&text);
        Basis::ALL.into_iter().find(named)
    };
    by_letter.and_then(|place| Basis::ALL.get(place).copied()).or_else(by_name)
}

/// `ja`, `nee`, or nothing.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "ja" | "j" => Some(true),
        "nee" | "n" => Some(false),
        _ => None,
    }
}

/// How urgent, by its word.
pub(super) fn priority(text: &str) -> Option<Priority> {
    let text = text.trim().to_lowercase();
    [Priority::High, Priority::Normal, Priority::Low]
        .into_iter()
        .find(|priority| !text.is_empty() && priority.words().starts_with(&text))
}

/// How far, by its word; what is dropped needs a reason.
pub(super) fn progress(text: &str, reason: &str) -> Option<Progress> {
    let text = text.trim().to_lowercase();
    let all = [
        Progress::Open,
        Progress::Busy,
        Progress::Done,
        Progress::Dropped(reason.trim().to_owned()),
    ];
    let found = all.into_iter().find(|one| !text.is_empty() && one.words().starts_with(&text))?;
    match &found {
        Progress::Dropped(reason) if reason.is_empty() => None,
        _ => Some(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_the_way_people_write_them() {
        let today = Some(date(2026, 11, 23));
        for (text, wanted) in [
            ("vandaag", date(2026, 11, 23)),
            ("Morgen", date(2026, 11, 24)),
            ("over 2 weken", date(2026, 12, 7)),
            ("over een maand", date(2026, 12, 23)),
            ("1-3", date(2027, 3, 1)),
            ("24-11", date(2026, 11, 24)),
            ("22-11-2026", date(2026, 11, 22)),
            ("22/11/2026", date(2026, 11, 22)),
            ("2026-11-22", date(2026, 11, 22)),
        ] {
            assert_eq!(day(text, today), Some(wanted), "{text}");
        }
        for text in ["", "ooit", "31-2", "over veel weken", "over 2 weken of zo", "0-0-0"] {
            assert_eq!(day(text, today), None, "{text}");
        }
        assert_eq!(day(&written(Some(date(2026, 3, 1))), today), Some(date(2026, 3, 1)));
    }

    #[test]
    fn what_is_written_is_read_back() {
        for (place, one) in Basis::ALL.into_iter().enumerate() {
            assert_eq!(basis(one.words()), Some(one));
            assert_eq!(
                basis(&char::from(b'A' + u8::try_from(place).unwrap()).to_string()),
                Some(one)
            );
        }
        for state in [Progress::Open, Progress::Busy, Progress::Done, Progress::Dropped("x".into())]
        {
            assert_eq!(progress(state.words(), "x"), Some(state));
        }
        assert_eq!(progress("vervallen", " "), None, "a reason is needed");
        for one in [Priority::High, Priority::Normal, Priority::Low] {
            assert_eq!(priority(one.words()), Some(one));
        }
    }
}
