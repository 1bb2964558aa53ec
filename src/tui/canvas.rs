//! Where a screen draws, and what it tells about what it drew.

use super::{flow, keys::Action, theme::Theme, widgets::prose::ProseStyle};
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
            let mut rest = row;
            for span in &line.spans {
                let end = self.put(rest, &span.content, line.style.patch(span.style));
                rest = Rect { x: end, width: row.right().saturating_sub(end), ..row };
            }
            self.buffer.set_style(rest, line.style);
        }
    }

    /// Writes `text` from the left of a row of the buffer, as far as it fits; where it ends. Most of what stands on a screen are
    /// plain letters, one in each cell: these are not looked up as characters that may be wide, or made of several.
    fn put(&mut self, row: Rect, text: &str, style: Style) -> u16 {
        let room = usize::from(row.width);
        if row.is_empty() || !flow::is_plain(text) {
            return self.buffer.set_stringn(row.x, row.y, text, room, style).0;
        }
        let first = self.buffer.index_of(row.x, row.y);
        let cells = self.buffer.content.iter_mut().skip(first).take(room);
        let mut end = row.x;
        for (cell, letter) in cells.zip(text.chars()) {
            cell.set_char(letter).set_style(style);
            end += 1;
        }
        end
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::Settings,
        tui::theme::{Depth, Theme},
    };
    use proptest::prelude::*;
    use ratatui::{style::Color, text::Span};

    proptest! {
        /// Plain letters are written by a shorter way: to the same place as everything else.
        #[test]
        fn lines_are_as_the_library_draws_them(
            texts in prop::collection::vec("[a-z ~éß犬\u{301}]{0,9}", 0..4),
            (x, y, width) in (0..16_u16, 0..2_u16, 0..20_u16),
        ) {
            let colours = [Color::Red, Color::Reset, Color::Blue, Color::White];
            let spans = texts.iter().zip(colours).map(|(text, colour)| Span::styled(text, colour));
            let line = Line::from(spans.collect::<Vec<_>>()).style(Color::Green);
            let whole = Rect::new(0, 0, 16, 2);
            let row = Rect { x, y, width, height: 1 }.intersection(whole);
            let mut ours = Buffer::filled(whole, '#'.into());
            let mut theirs = ours.clone();
            let theme = Theme::new(Settings::default(), Depth::Full);
            Canvas::new(&mut ours, &theme).lines(row, [line.clone()]);
            theirs.set_style(row, line.style);
            theirs.set_line(row.x, row.y, &line, row.width);
            prop_assert_eq!(ours, theirs);
        }
    }
}
