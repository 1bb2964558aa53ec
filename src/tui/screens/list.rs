//! A list of rows under headings, with a cursor: what most screens are.

use crate::tui::{
    canvas::{Canvas, Hit},
    flow,
    keys::Action,
    words::{Sight, Words},
    world::Reaction,
};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{
    layout::{Position, Rect},
    style::Style,
};
use unicode_width::UnicodeWidthStr;

/// One row, or a heading between rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Cannot be chosen.
    Heading(String),
    /// Can be chosen: what stands left, and what stands right.
    Item { left: String, right: String },
}

impl Row {
    pub(super) fn item(left: impl Into<String>, right: impl Into<String>) -> Self {
        Self::Item { left: left.into(), right: right.into() }
    }
}

/// Where the cursor is, counted in rows that can be chosen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cursor(pub(super) usize);

impl Cursor {
    /// Moves, and says whether `action` was a move.
    pub(super) fn act(&mut self, action: Action, count: usize) -> bool {
        match action {
            Action::Up => self.0 = self.0.saturating_sub(1),
            Action::Down => self.0 = (self.0 + 1).min(count.saturating_sub(1)),
            _ => return false,
        }
        true
    }

    /// The row it is on, when there are `count` rows.
    pub(super) fn on(self, count: usize) -> usize {
        self.0.min(count.saturating_sub(1))
    }
}

/// How many rows of the terminal `rows` need.
pub(super) fn height(rows: &[Row], spacious: bool) -> u16 {
    u16::try_from(rows.len() * step(spacious)).unwrap_or(u16::MAX)
}

/// How many rows of the terminal one row needs.
fn step(spacious: bool) -> usize {
    if spacious { 2 } else { 1 }
}

/// Draws `rows` in `area` so that the cursor can be seen.
pub(super) fn draw(rows: &[Row], cursor: Cursor, area: Rect, canvas: &mut Canvas<'_>) {
    let heading = |place: usize| match rows.get(place) {
        Some(Row::Heading(text)) => Some(text.as_str()),
        _ => None,
    };
    let count = rows.iter().filter(|row| matches!(row, Row::Item { .. })).count();
    let cursor = Cursor(cursor.on(count));
    draw_some((rows.len(), &heading), cursor, (area, 0), canvas, |place, _| {
        match rows.get(place) {
            Some(Row::Item { left, right }) => (left.clone(), right.clone()),
            _ => (String::new(), String::new()),
        }
    });
}

/// Draws a list of `count` rows so that the cursor can be seen, and asks only for those rows that can be seen: of headings by their
/// `heading`, of what can be chosen by what stands left and right in it, given its place and its number among those. The first of
/// these has the number `from`.
pub(super) fn draw_some<'h>(
    (count, heading): (usize, &dyn Fn(usize) -> Option<&'h str>),
    cursor: Cursor,
    (area, from): (Rect, usize),
    canvas: &mut Canvas<'_>,
    row: impl Fn(usize, usize) -> (String, String),
) {
    let step = step(canvas.theme.spacious);
    let items = || (0..count).filter(|place| heading(*place).is_none());
    let on = cursor.0;
    let height = (usize::from(area.height) / step).max(1);
    let at = on.checked_sub(from).and_then(|on| items().nth(on)).unwrap_or(0);
    let first = (at + 2).saturating_sub(height).min(count.saturating_sub(height));
    let mut item = from + items().take_while(|place| *place < first).count();
    for (place, index) in area.rows().step_by(step).zip(first..count) {
        if let Some(text) = heading(index) {
            canvas.text(place, text, canvas.theme.heading);
            continue;
        }
        let style = if item == on { canvas.theme.focus } else { canvas.theme.text };
        let (left, right) = row(index, item);
        line(&left, &right, place, style, canvas);
        if item == on {
            if canvas.theme.spacious {
                canvas.text(Rect { width: 1, ..place }, "►", style);
            }
            canvas.caret = Some(Position::new(place.x, place.y));
        }
        canvas.hits.push((place, Hit::Row(item)));
        item += 1;
    }
    edges(area, (first > 0, first + height < count), canvas);
}

/// A number that is being typed, to go to the row that has it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Number(Option<usize>);

impl Number {
    /// From here on digits are a number, and the rows show theirs.
    pub(super) fn begin(&mut self) {
        self.0 = Some(0);
    }

    /// It is over.
    pub(super) fn end(&mut self) {
        self.0 = None;
    }

    /// What was typed so far; none if no number is being typed.
    pub(super) fn typed(self) -> Option<usize> {
        self.0
    }

    /// Takes a key; the number it makes, counted from 1, if it is a digit.
    pub(super) fn take(&mut self, key: KeyEvent) -> Option<usize> {
        let KeyCode::Char(letter) = key.code else { return None };
        let digit = usize::try_from(letter.to_digit(10)?).ok()?;
        let number = self.0.unwrap_or(0).saturating_mul(10).saturating_add(digit).min(999_999);
        self.0 = Some(number);
        Some(number)
    }

    /// Takes a key in a list of `count` rows: a digit moves the cursor to the row with the number, anything else ends it.
    pub(super) fn go(
        &mut self,
        key: KeyEvent,
        (cursor, count): (&mut Cursor, usize),
        words: &dyn Words,
    ) -> Reaction {
        match self.take(key) {
            Some(number) if (1..=count).contains(&number) => {
                cursor.0 = number - 1;
                Reaction::Say(words.sight(Sight::ToRow(number)))
            }
            Some(_) => {
                self.begin();
                Reaction::Say(words.sight(Sight::NoSuchNumber(count)))
            }
            None => {
                self.end();
                Reaction::Stay
            }
        }
    }

    /// `text` with the number of its row before it, while a number is being typed.
    pub(super) fn before(self, item: usize, text: String) -> String {
        if self.0.is_some() { format!("{:>3}  {text}", item + 1) } else { text }
    }
}

/// Tells that a list goes on above or below `area`.
pub(super) fn edges(area: Rect, (above, below): (bool, bool), canvas: &mut Canvas<'_>) {
    let x = area.right().saturating_sub(1);
    let mut arrow = |shown: bool, y: u16, arrow: &str| {
        if shown {
            canvas.text(Rect { x, y, width: 1, height: 1 }, arrow, canvas.theme.key);
        }
    };
    arrow(above, area.y, "▲");
    arrow(below, area.bottom().saturating_sub(1), "▼");
}

/// One row: `left` from the left, cut where `right` begins.
fn line(left: &str, right: &str, area: Rect, style: Style, canvas: &mut Canvas<'_>) {
    let width = usize::from(area.width);
    let right = flow::visible(right);
    let room = width.saturating_sub(right.width() + if right.is_empty() { 1 } else { 3 });
    let left = flow::cut(&flow::visible(left), room);
    canvas.text(area, &format!(" {left}"), style);
    let wide = u16::try_from(right.width()).unwrap_or(u16::MAX).saturating_add(1).min(area.width);
    canvas.text(Rect { x: area.right() - wide, width: wide, ..area }, &right, style);
}
