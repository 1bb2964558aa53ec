//! How far each department is, as a table with bars that need no colour.

use crate::{
    model::{Action as Duty, Progress},
    tui::{
        flow,
        words::{Term, Words},
    },
};
use jiff::civil::Date;
use std::{collections::BTreeMap, sync::Arc};

/// The columns of a name, and of a bar.
const NAME: usize = 18;
const BAR: usize = 8;

/// How many actions of a department are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    open: usize,
    busy: usize,
    done: usize,
    dropped: usize,
    late: usize,
}

impl Counts {
    fn add(&mut self, duty: &Duty, today: Date) {
        let place = match duty.state {
            Progress::Open => &mut self.open,
            Progress::Busy => &mut self.busy,
            Progress::Done => &mut self.done,
            Progress::Dropped(_) => &mut self.dropped,
        };
        *place += 1;
        self.late += usize::from(duty.is_overdue(today));
    }

    /// How much of what was to be done is done; all of nothing is all.
    fn bar(self) -> String {
        let all = self.open + self.busy + self.done;
        let full = (self.done * BAR).checked_div(all).unwrap_or(BAR);
        "█".repeat(full) + &"░".repeat(BAR - full)
    }
}

/// The table: its heads, and a line for each department; what is of none comes last.
pub(super) fn matrix(duties: &[Arc<Duty>], today: Date, words: &dyn Words) -> Vec<String> {
    let mut counted: BTreeMap<(bool, String), (String, Counts)> = BTreeMap::new();
    for duty in duties {
        let name = duty.department.trim();
        let key = (name.is_empty(), name.to_lowercase());
        let (_, counts) =
            counted.entry(key).or_insert_with(|| (name.to_owned(), Counts::default()));
        counts.add(duty, today);
    }
    let states = [Progress::Open, Progress::Busy, Progress::Done, Progress::Dropped(String::new())];
    let [open, busy, done, dropped] = states.map(|state| state.words().to_owned());
    let late = words.term(Term::Overdue).to_lowercase();
    let head =
        row(words.term(Term::Department), &" ".repeat(BAR), [&late, &open, &busy, &done, &dropped]);
    let lines = counted.into_values().map(|(name, counts)| {
        let name = if name.is_empty() { words.term(Term::NoDepartment).to_owned() } else { name };
        let Counts { open, busy, done, dropped, late } = counts;
        let cell = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
        let [late, open, busy, done, dropped] = [late, open, busy, done, dropped].map(cell);
        row(&name, &counts.bar(), [&late, &open, &busy, &done, &dropped])
    });
    std::iter::once(head).chain(lines).collect()
}

fn row(name: &str, bar: &str, cells: [&str; 5]) -> String {
    let name = flow::cut(&flow::visible(name), NAME);
    let gap = " ".repeat(NAME - unicode_width::UnicodeWidthStr::width(name.as_str()).min(NAME));
    let [late, open, busy, done, dropped] = cells;
    format!("{name}{gap} {bar}{late:>10}{open:>10}{busy:>10}{done:>10}{dropped:>10}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::words::Dutch;

    #[test]
    fn each_department_is_counted_once_whatever_its_capitals() {
        let duty = |department: &str, state: Progress, day: i8| {
            Arc::new(Duty {
                department: department.into(),
                state,
                due: Some(jiff::civil::date(2026, 11, day)),
                ..Duty::by_hand(String::new())
            })
        };
        let duties = [
            duty("Publiek", Progress::Open, 1),
            duty("publiek ", Progress::Done, 1),
            duty("", Progress::Busy, 30),
            duty("Directie", Progress::Dropped("x".into()), 1),
        ];
        let lines = matrix(&duties, jiff::civil::date(2026, 11, 23), &Dutch);
        assert_eq!(lines.len(), 4, "{lines:#?}");
        let columns = |line: usize| lines[line].split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(columns(0), "Afdeling te laat open bezig klaar vervallen");
        assert_eq!(columns(1), "Directie ████████ · · · · 1");
        assert_eq!(columns(2), "Publiek ████░░░░ 1 1 · 1 ·");
        assert_eq!(columns(3), "Zonder afdeling ░░░░░░░░ · · 1 · ·");
    }
}
