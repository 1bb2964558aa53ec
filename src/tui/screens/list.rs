//! A list of rows under headings, with a cursor: what most screens are.

use crate::tui::{
    canvas::{Canvas, Hit},
    flow,
    keys::Action,
};
use ratatui::{
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

/// One row, or a heading between rows.
#[derive(Clone, Debug)]
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
    let step = step(canvas.theme.spacious);
    let count = rows.iter().filter(|row| matches!(row, Row::Item { .. })).count();
    let on = cursor.on(count);
    let height = (usize::from(area.height) / step).max(1);
    let at = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| matches!(row, Row::Item { .. }))
        .nth(on)
        .map_or(0, |(place, _)| place);
    let first = (at + 2).saturating_sub(height).min(rows.len().saturating_sub(height));
    let mut item = rows.iter().take(first).filter(|row| matches!(row, Row::Item { .. })).count();
    for (place, row) in area.rows().step_by(step).zip(rows.iter().skip(first)) {
        match row {
            Row::Heading(text) => canvas.text(place, text, canvas.theme.heading),
            Row::Item { left, right } => {
                let style = if item == on { canvas.theme.focus } else { canvas.theme.text };
                line(left, right, place, style, canvas);
                if item == on && canvas.theme.spacious {
                    canvas.text(Rect { width: 1, ..place }, "►", style);
                }
                if item == on {
                    canvas.caret = Some(Position::new(place.x, place.y));
                }
                canvas.hits.push((place, Hit::Row(item)));
                item += 1;
            }
        }
    }
    edges(area, (first > 0, first + height < rows.len()), canvas);
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
    let gap = width.saturating_sub(left.width() + right.width() + 2);
    let text = format!(" {left}{}{right} ", " ".repeat(gap));
    canvas.lines(area, [Line::from(Span::styled(text, style))]);
}
