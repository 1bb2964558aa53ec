//! Rows under columns, of which only those that can be seen are looked at.

use super::list::{self, Cursor};
use crate::tui::{
    canvas::{Canvas, Hit},
    flow,
};
use ratatui::{
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr as _;

/// What stands between two columns.
const BETWEEN: usize = 2;

/// How wide each column becomes, when each would like to be as wide as `wanted` and there is `room` for all of them and
/// what stands between them: the widest give way first, and the first takes what is left.
pub(super) fn widths(wanted: &[usize], room: usize) -> Vec<usize> {
    let mut widths = wanted.to_vec();
    let room = room.saturating_sub(BETWEEN * wanted.len().saturating_sub(1));
    let mut all: usize = widths.iter().sum();
    while all > room {
        let Some(widest) = widths.iter_mut().max().filter(|width| **width > 1) else { break };
        *widest -= 1;
        all -= 1;
    }
    if let Some(first) = widths.first_mut() {
        *first += room.saturating_sub(all);
    }
    widths
}

/// Draws `count` rows under a head, so that the cursor can be seen; `cells` is asked for the rows that are.
pub(super) fn draw(
    (head, widths): (&[&str], &[usize]),
    (count, cursor): (usize, Cursor),
    area: Rect,
    canvas: &mut Canvas<'_>,
    cells: impl Fn(usize) -> Vec<String>,
) {
    if area.height < 2 {
        return;
    }
    let titles: Vec<String> = head.iter().map(|title| (*title).to_owned()).collect();
    row(&titles, widths, Rect { height: 1, ..area }, canvas.theme.heading, canvas);
    let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let height = usize::from(body.height);
    let on = cursor.on(count);
    let first = (on + 2).saturating_sub(height).min(count.saturating_sub(height));
    for (place, item) in body.rows().zip(first..count) {
        let style = if item == on { canvas.theme.focus } else { canvas.theme.text };
        row(&cells(item), widths, place, style, canvas);
        if item == on {
            canvas.caret = Some(Position::new(place.x, place.y));
        }
        canvas.hits.push((place, Hit::Row(item)));
    }
    list::edges(body, (first > 0, first + height < count), canvas);
}

fn row(cells: &[String], widths: &[usize], area: Rect, style: Style, canvas: &mut Canvas<'_>) {
    let mut text = String::from(" ");
    for (cell, width) in cells.iter().zip(widths) {
        let cell = flow::cut(&flow::visible(&cell.replace('\n', "; ")), *width);
        let rest = (width + BETWEEN).saturating_sub(cell.width());
        text.push_str(&cell);
        text.push_str(&" ".repeat(rest));
    }
    let line = flow::cut(text.trim_end(), usize::from(area.width));
    let fill = usize::from(area.width).saturating_sub(line.width());
    canvas.lines(area, [Line::from(Span::styled(line + &" ".repeat(fill), style))]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_room_and_the_widest_gives_way() {
        assert_eq!(widths(&[10, 5], 40), [33, 5], "the first takes what is left");
        assert_eq!(widths(&[30, 30, 5], 49), [20, 20, 5]);
        assert_eq!(widths(&[9, 9], 1), [1, 1], "no room is no fault");
        assert!(widths(&[], 10).is_empty());
    }
}
