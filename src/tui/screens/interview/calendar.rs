//! A month on a page, to choose a day from.

use crate::tui::{
    canvas::{Canvas, Hit},
    words::Words,
};
use jiff::{ToSpan as _, civil::Date};
use ratatui::{layout::Rect, text::Line};

/// Columns and rows of a month: seven days of three columns, a heading, and at most six weeks.
pub(super) const SIZE: (u16, u16) = (21, 7);

/// The weeks of the month of `day`, from Monday on; none where the month before or after it has its days.
fn weeks(day: Date) -> Vec<[Option<i8>; 7]> {
    let mut weeks = vec![[None; 7]];
    let mut column =
        usize::try_from(day.first_of_month().weekday().to_monday_zero_offset()).unwrap_or_default();
    for number in 1..=day.days_in_month() {
        if column == 7 {
            weeks.push([None; 7]);
            column = 0;
        }
        if let Some(place) = weeks.last_mut().and_then(|week| week.get_mut(column)) {
            *place = Some(number);
        }
        column += 1;
    }
    weeks
}

/// Draws the month of `day` at the right end of `area`, with `day` under the cursor; a click on a day is its number.
pub(super) fn draw(day: Date, area: Rect, words: &dyn Words, canvas: &mut Canvas<'_>) {
    let Some(x) = area.right().checked_sub(SIZE.0).filter(|x| *x >= area.x) else { return };
    let place = Rect { x, width: SIZE.0, ..area };
    canvas.lines(place, [Line::styled(words.month(day), canvas.theme.heading)]);
    for (row, week) in place.rows().skip(1).zip(weeks(day)) {
        for (column, number) in (0u16..).zip(week) {
            let Some(number) = number else { continue };
            let spot = Rect { x: row.x + column * 3, width: 2, ..row };
            let style = if number == day.day() { canvas.theme.focus } else { canvas.theme.text };
            canvas.text(spot, &format!("{number:>2}"), style);
            canvas.hits.push((spot, Hit::Row(usize::try_from(number).unwrap_or_default())));
        }
    }
}

/// The day that so many days and months later than `day` is; `day` itself where time ends.
pub(super) fn later(day: Date, days: i32, months: i32) -> Date {
    day.checked_add(days.days().months(months)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn november_2026_begins_on_a_sunday_and_has_six_weeks() {
        let weeks = weeks(date(2026, 11, 26));
        assert_eq!(weeks.len(), 6);
        assert_eq!(weeks[0], [None, None, None, None, None, None, Some(1)]);
        assert_eq!(weeks[5], [Some(30), None, None, None, None, None, None]);
    }

    #[test]
    fn a_month_on_is_never_past_the_end_of_that_month() {
        assert_eq!(later(date(2026, 1, 31), 0, 1), date(2026, 2, 28));
        assert_eq!(later(date(2026, 11, 30), 1, 0), date(2026, 12, 1));
        assert_eq!(later(Date::MAX, 1, 0), Date::MAX);
    }

    proptest! {
        /// Every day of the month stands once, in order, under its day of the week.
        #[test]
        fn every_day_has_its_place(year in 1900i16..2200, month in 1i8..=12) {
            let first = date(year, month, 1);
            let weeks = weeks(first);
            prop_assert!(weeks.len() <= usize::from(SIZE.1 - 1));
            let mut next = first;
            for week in weeks {
                for (column, number) in week.into_iter().enumerate() {
                    let Some(number) = number else { continue };
                    prop_assert_eq!(number, next.day());
                    let monday = usize::try_from(next.weekday().to_monday_zero_offset()).unwrap();
                    prop_assert_eq!(monday, column);
                    next = next.tomorrow().unwrap();
                }
            }
            prop_assert_eq!(next, later(first, 0, 1));
        }
    }
}
