//! Draws the visible part of a prose field.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::rows::{Rows, sub_of};
use super::wrap::{cluster_columns, columns};
use super::{Place, Prose};

/// How a field looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProseStyle {
    /// The text and the ground it stands on.
    pub text: Style,
    /// What is selected, on top of `text`.
    pub selected: Style,
}

impl Default for ProseStyle {
    /// The terminal's own colours, what is selected in reverse.
    fn default() -> Self {
        Self { text: Style::new(), selected: Style::new().add_modifier(Modifier::REVERSED) }
    }
}

/// What came of drawing a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Where the terminal's own cursor belongs when the field has the focus; `None` without any room to draw.
    pub caret: Option<Position>,
    /// Whether text is hidden above, or left of a field of one line.
    pub before: bool,
    /// Whether text is hidden below, or right of a field of one line.
    pub after: bool,
}

/// The visual lines that fit in `area`.
pub(super) fn draw(prose: &Prose, area: Rect, buf: &mut Buffer, style: &ProseStyle) -> Drawn {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return Drawn::default();
    }
    buf.set_style(area, style.text);
    let rows = Rows::new(prose.lines(), usize::from(area.width));
    let top = prose.top_in(&rows, area);
    let mut drawn = Drawn { before: (top.row, top.sub) > (0, 0), ..Drawn::default() };
    let (mut y, mut skip) = (area.y, top.sub);
    for row in top.row..rows.lines.len() {
        let segments = rows.segments(row);
        let here = (row == prose.caret.row).then(|| sub_of(&segments, prose.caret.byte));
        for (sub, segment) in segments.iter().enumerate().skip(skip) {
            if y == area.bottom() {
                return Drawn { after: true, ..drawn };
            }
            let line = Rect { y, height: 1, ..area };
            if here == Some(sub) {
                drawn.caret = Some(caret(&rows.lines[row][segment.start..prose.caret.byte], line));
            }
            let selected = within(prose.selection(), row, segment);
            paint(&rows.lines[row][segment.clone()], selected.as_ref(), line, buf, style);
            y += 1;
        }
        skip = 0;
    }
    drawn
}

/// Where the cursor stands after `before`; on the last column when it would leave the line.
fn caret(before: &str, line: Rect) -> Position {
    let column = columns(before).min(usize::from(line.width) - 1);
    Position { x: line.x + u16::try_from(column).unwrap_or(0), y: line.y }
}

/// The part of the selection in a visual line, as bytes from the begin of that line.
fn within(
    selection: Option<(Place, Place)>,
    row: usize,
    line: &Range<usize>,
) -> Option<Range<usize>> {
    let (from, to) = selection?;
    let start = if from.row < row { 0 } else { from.byte };
    let end = if to.row > row { line.end } else { to.byte };
    let cut = start.max(line.start)..end.min(line.end);
    (from.row <= row && row <= to.row && cut.start < cut.end)
        .then(|| cut.start - line.start..cut.end - line.start)
}

/// Writes one visual line from the left of `line`; what does not fit is left out.
pub(crate) fn paint(
    text: &str,
    selected: Option<&Range<usize>>,
    line: Rect,
    buf: &mut Buffer,
    style: &ProseStyle,
) {
    let mut x = line.x;
    for (at, cluster) in text.grapheme_indices(true) {
        let Ok(wide) = u16::try_from(cluster_columns(cluster)) else { return };
        if wide > line.right() - x {
            return;
        }
        let cells = Rect { x, width: wide, ..line };
        if cluster != "\t" && wide > 0 {
            buf.set_stringn(x, line.y, cluster, usize::from(wide), Style::new());
        }
        if selected.is_some_and(|part| part.contains(&at)) {
            buf.set_style(cells, style.selected);
        }
        x += wide;
    }
}
