//! Fields of one line: an ordinary one, and one for a passphrase.
//!
//! Both leave Enter, Tab, Esc and the keys that go up and down to the form they stand in.

mod secret;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::Outcome;
use super::keys::{self, Command, Motion};
use super::prose::wrap::{cluster_columns, columns};
use super::prose::{Drawn, Prose, ProseStyle, paint};

pub use self::secret::{SECRET_ROOM, SecretField};

/// The most bytes a field of one line takes from keys and pastes.
pub const LINE_ROOM: usize = 2_000;

/// One line that a person types, and where the caret is.
pub struct LineField {
    prose: Prose,
    /// Columns hidden on the left.
    left: usize,
    width: usize,
}

impl std::fmt::Debug for LineField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LineField").finish_non_exhaustive()
    }
}

impl LineField {
    /// A field with `text`, line ends as spaces, the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut prose = Prose::with_room(&join(text), LINE_ROOM);
        prose.set_width(usize::MAX, 1);
        prose.go_to_end();
        Self { prose, left: 0, width: 80 }
    }

    /// The text, without line ends.
    pub fn text(&self) -> String {
        self.prose.text()
    }

    /// Whether nothing was typed, not even a space.
    pub fn is_empty(&self) -> bool {
        self.prose.is_empty()
    }

    /// Takes a key, by the rules of [`Prose::handle`]; keys that go to another line are [`Outcome::Ignored`].
    pub fn handle(&mut self, key: KeyEvent) -> Outcome {
        let Some(command) = keys::read(key).filter(|command| !leaves_line(*command)) else {
            return Outcome::Ignored;
        };
        let outcome = self.prose.perform(command);
        self.follow();
        outcome
    }

    /// Puts `text` at the caret, line ends as spaces; returns whether a part was cut off because the field is full.
    pub fn paste(&mut self, text: &str) -> bool {
        let cut = self.prose.paste(&join(text));
        self.follow();
        cut
    }

    /// Tells the field how many columns it has. To be called before drawing at another size.
    pub fn fit(&mut self, width: u16) {
        self.width = usize::from(width);
        self.follow();
    }

    /// Draws the part around the caret on the first line of `area`. Changes nothing.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: &ProseStyle) -> Drawn {
        let (text, caret, selected) = self.prose.first_line();
        Line { text, caret, selected, left: self.left }.draw(area, buf, style)
    }

    /// Puts the caret at a cell of the `area` the field was drawn in; a cell outside it does nothing.
    pub fn click(&mut self, column: u16, row: u16, area: Rect) {
        let (text, caret, selected) = self.prose.first_line();
        let line = Line { text, caret, selected, left: self.left };
        if let Some(hidden) = line.hit(column, row, area) {
            let wide = Rect { width: u16::MAX, height: 1, ..Rect::ZERO };
            self.prose.click(u16::try_from(hidden).unwrap_or(u16::MAX - 1), 0, wide);
            self.follow();
        }
    }

    fn follow(&mut self) {
        let (text, caret, selected) = self.prose.first_line();
        self.left = Line { text, caret, selected, left: self.left }.scrolled(self.width);
    }
}

/// Whether a command belongs to the form around a field of one line.
fn leaves_line(command: Command) -> bool {
    use Motion::{Down, PageDown, PageUp, Up};
    matches!(command, Command::Newline | Command::Go { to: Up | Down | PageUp | PageDown, .. })
}

/// `text` as one line: line ends and tabs become spaces, those around it go.
fn join(text: &str) -> String {
    let text = super::prose::clean(text);
    text.trim_matches('\n').replace(['\n', '\t'], " ")
}

/// A line as it is drawn in a window that may be narrower.
struct Line<'a> {
    text: &'a str,
    /// Bytes before the caret.
    caret: usize,
    selected: Option<Range<usize>>,
    /// Columns that were hidden on the left.
    left: usize,
}

impl Line<'_> {
    /// Columns to hide on the left so that the caret is among the `width` visible ones, moving no more than needed
    /// and hiding nothing while there is room on the right.
    fn scrolled(&self, width: usize) -> usize {
        let caret = columns(&self.text[..self.caret]);
        let most = (columns(self.text) + 1).saturating_sub(width);
        self.left.min(most).max((caret + 1).saturating_sub(width)).min(caret)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, style: &ProseStyle) -> Drawn {
        let area = Rect { height: area.height.min(1), ..area }.intersection(buf.area);
        if area.is_empty() {
            return Drawn::default();
        }
        buf.set_style(area, style.text);
        let width = usize::from(area.width);
        let left = self.scrolled(width);
        let (start, gap) = self.first_visible(left);
        let x = area.x.saturating_add(narrow(gap)).min(area.right());
        let line = Rect { x, width: area.right() - x, ..area };
        let selected = self
            .selected
            .as_ref()
            .map(|part| part.start.saturating_sub(start)..part.end.saturating_sub(start));
        paint(&self.text[start..], selected.as_ref(), line, buf, style);
        let caret = columns(&self.text[..self.caret]) - left;
        Drawn {
            caret: Some(Position { x: area.x + narrow(caret.min(width - 1)), y: area.y }),
            before: left > 0,
            after: columns(self.text) > left + width,
        }
    }

    /// The byte where the visible part begins, and the columns left empty before it where a wide character is cut.
    fn first_visible(&self, left: usize) -> (usize, usize) {
        let mut column = 0;
        for (at, cluster) in self.text.grapheme_indices(true) {
            if column >= left {
                return (at, column - left);
            }
            column += cluster_columns(cluster);
        }
        (self.text.len(), column.saturating_sub(left))
    }

    /// The column of the text at a cell of the window; `None` for a cell outside it.
    fn hit(&self, column: u16, row: u16, area: Rect) -> Option<usize> {
        let first = Rect { height: area.height.min(1), ..area };
        first
            .contains(Position { x: column, y: row })
            .then(|| self.scrolled(usize::from(area.width)) + usize::from(column - area.x))
    }
}

fn narrow(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}
