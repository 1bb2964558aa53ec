//! A long text that is read from line to line: the one way in which every screen scrolls what it tells.

use super::list;
use crate::tui::{canvas::Canvas, keys::Action};
use ratatui::{layout::Rect, text::Line};

/// The columns kept for the marks.
const MARK: u16 = 2;

/// The lines of the text, and which one is at the top.
///
/// The screen hands in its lines when it learns how much room there is; drawing shows them and changes nothing.
#[derive(Debug, Default)]
pub struct Reader {
    lines: Vec<Line<'static>>,
    top: usize,
    height: usize,
}

impl Reader {
    /// The ways through a text that is longer than the screen.
    pub const MOVES: [Action; 4] = [Action::Up, Action::Down, Action::MoreText, Action::LessText];

    /// Takes the text as it is now, wrapped to the width that `wrap` is told: the last columns are kept for the marks that it
    /// goes on. The place is kept as far as the text goes.
    pub fn fit(&mut self, area: Rect, wrap: impl FnOnce(u16) -> Vec<Line<'static>>) {
        self.lines = wrap(area.width.saturating_sub(MARK));
        self.height = usize::from(area.height);
        self.go(self.top);
    }

    /// Those there are now: none if the whole text is in sight.
    pub fn offers(&self) -> Vec<Action> {
        if self.last() == 0 { Vec::new() } else { Self::MOVES.to_vec() }
    }

    /// Moves through the text, and says whether `action` was a move.
    pub fn act(&mut self, action: Action) -> bool {
        // Two lines of the page before stay in sight, so that the eye finds where it was.
        let page = self.height.saturating_sub(2).max(1);
        match action {
            Action::Up => self.go(self.top.saturating_sub(1)),
            Action::Down => self.go(self.top + 1),
            Action::LessText => self.go(self.top.saturating_sub(page)),
            Action::MoreText => self.go(self.top + page),
            _ => return false,
        }
        true
    }

    /// Puts this line at the top, or the last one from which the room is filled.
    pub fn go(&mut self, line: usize) {
        self.top = line.min(self.last());
    }

    /// The line at the top.
    pub fn top(&self) -> usize {
        self.top
    }

    fn last(&self) -> usize {
        self.lines.len().saturating_sub(self.height)
    }

    /// Draws what is in sight, with a mark where the text goes on.
    pub fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        canvas.lines(area, self.lines.iter().skip(self.top).cloned());
        list::edges(area, (self.top > 0, self.top < self.last()), canvas);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(lines: usize, height: u16, reader: &mut Reader) {
        let text = |_| (0..lines).map(|line| Line::raw(line.to_string())).collect();
        reader.fit(Rect::new(0, 0, 20, height), text);
    }

    #[test]
    fn a_page_keeps_two_lines_in_sight_and_stops_at_the_end() {
        let mut reader = Reader::default();
        read(30, 10, &mut reader);
        let tops: Vec<usize> = (0..4)
            .map(|_| {
                reader.act(Action::MoreText);
                reader.top()
            })
            .collect();
        assert_eq!(tops, [8, 16, 20, 20]);
    }

    proptest! {
        /// Whatever is pressed and however the window changes: the room is filled as far as the text goes.
        #[test]
        fn no_row_stays_empty_while_there_is_text(
            steps in prop::collection::vec((0usize..4, 0usize..60, 0u16..30), 1..40),
        ) {
            let mut reader = Reader::default();
            for (act, lines, height) in steps {
                read(lines, height, &mut reader);
                reader.act(Reader::MOVES[act]);
                prop_assert!(reader.top() + usize::from(height) <= lines.max(usize::from(height)));
            }
        }
    }
}
