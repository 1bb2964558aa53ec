//! Where a screen draws, and what it tells about what it drew.

use super::{keys::Action, theme::Theme, widgets::prose::ProseStyle};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::Line,
    widgets::{Block, BorderType, Widget},
};

/// What a click on a place means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// The same as the key for this action.
    Action(Action),
    /// Back to the screen with this number, counted from the first.
    Crumb(usize),
    /// The row or choice with this number on the screen that drew it.
    Row(usize),
}

/// A buffer to draw in, with the theme; and what came of drawing: where the real cursor belongs, and what can be clicked.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// The styles.
    pub theme: &'a Theme,
    /// Where the terminal's own cursor belongs.
    pub caret: Option<Position>,
    /// What can be clicked.
    pub hits: Vec<(Rect, Hit)>,
}

impl<'a> Canvas<'a> {
    /// Nothing drawn yet.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { buffer, theme, caret: None, hits: Vec::new() }
    }

    /// Draws lines from the top of `area` down, as far as they fit.
    pub fn lines<'l>(&mut self, area: Rect, lines: impl IntoIterator<Item = Line<'l>>) {
        let area = area.intersection(self.buffer.area);
        for (row, line) in area.rows().zip(lines) {
            let (end, _) = self.buffer.set_line(row.x, row.y, &line, row.width);
            let rest = row.right().saturating_sub(end);
            self.buffer.set_style(Rect { x: end, width: rest, ..row }, line.style);
        }
    }

    /// Draws one line of text at the top of `area`.
    pub fn text(&mut self, area: Rect, text: &str, style: Style) {
        self.lines(area, [Line::styled(text, style)]);
    }

    /// Draws a line across `area` with a title in it.
    pub fn rule(&mut self, area: Rect, title: &str) {
        let row = area.intersection(self.buffer.area);
        if row.is_empty() {
            return;
        }
        let line = "─".repeat(usize::from(row.width));
        self.buffer.set_stringn(row.x, row.y, line, usize::from(row.width), self.theme.quiet);
        if !title.is_empty() && row.width > 4 {
            let title = format!(" {title} ");
            self.buffer.set_stringn(
                row.x + 2,
                row.y,
                title,
                usize::from(row.width - 4),
                self.theme.heading,
            );
        }
    }

    /// Draws a thin frame along the edges of `area`.
    pub fn frame(&mut self, area: Rect) {
        Block::bordered()
            .border_type(BorderType::Plain)
            .render(area.intersection(self.buffer.area), self.buffer);
    }

    /// How typed text looks.
    pub fn prose_style(&self) -> ProseStyle {
        ProseStyle { text: self.theme.text, selected: self.theme.focus }
    }
}
