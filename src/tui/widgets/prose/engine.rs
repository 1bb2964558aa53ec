//! The editing engine: `ratatui_textarea` keeps the text and its history; here it is addressed by byte places of any
//! size, and every edit is one replacement.
//!
//! The crate reaches places by `u16` row and character column. What lies further is edited by writing the paragraphs
//! anew, which needs only their begin and end.

use ratatui_textarea::{CursorMove, TextArea};

use super::Place;

/// How many steps back the engine remembers: two more than [`super::history`] counts, so that an edit in progress
/// never pushes out a step that is still counted.
const MEMORY: usize = super::history::MEMORY + 2;

/// A text with its history.
pub(super) struct Engine {
    area: TextArea<'static>,
}

impl Engine {
    pub(super) fn new(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_max_histories(MEMORY);
        Self { area }
    }

    /// The paragraphs: at least one.
    pub(super) fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Puts `with` where `from..to` was. Returns how many steps of history that took.
    pub(super) fn replace(&mut self, from: Place, to: Place, with: &str) -> usize {
        match (self.address(from), self.address(to)) {
            (Some(start), Some(end)) => self.rewrite(start, end, with),
            _ => self.rewrite_paragraphs(from, to, with),
        }
    }

    /// Takes `steps` steps of history back.
    pub(super) fn undo(&mut self, steps: usize) {
        for _ in 0..steps {
            self.area.undo();
        }
    }

    /// Does `steps` undone steps of history again.
    pub(super) fn redo(&mut self, steps: usize) {
        for _ in 0..steps {
            self.area.redo();
        }
    }

    /// The crate's own address of a place, if it has one.
    fn address(&self, place: Place) -> Option<CursorMove> {
        let column = self.lines()[place.row][..place.byte].chars().count();
        Some(CursorMove::Jump(u16::try_from(place.row).ok()?, u16::try_from(column).ok()?))
    }

    fn rewrite(&mut self, start: CursorMove, end: CursorMove, with: &str) -> usize {
        self.area.cancel_selection();
        self.area.move_cursor(start);
        let mut steps = 0;
        if start != end {
            self.area.start_selection();
            self.area.move_cursor(end);
            steps += usize::from(self.area.cut());
        }
        steps + usize::from(self.area.insert_str(with))
    }

    fn rewrite_paragraphs(&mut self, from: Place, to: Place, with: &str) -> usize {
        let lines = self.lines();
        let (before, after) = (&lines[from.row][..from.byte], &lines[to.row][to.byte..]);
        let text = [before, with, after].concat();
        self.area.cancel_selection();
        self.seek(from.row);
        self.area.start_selection();
        self.seek(to.row);
        self.area.move_cursor(CursorMove::End);
        let cut = self.area.cut();
        self.area.cancel_selection();
        usize::from(cut) + usize::from(self.area.insert_str(text))
    }

    /// Puts the crate's cursor at the begin of paragraph `row`.
    fn seek(&mut self, row: usize) {
        let near = u16::try_from(row).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(near, 0));
        for _ in usize::from(near)..row {
            self.area.move_cursor(CursorMove::Down);
        }
    }
}
