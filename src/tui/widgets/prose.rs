//! A field for prose: paragraphs of any length, soft-wrapped, with a caret that moves by what a person calls a
//! character, a selection, and undo by word.
//!
//! `ratatui_textarea` keeps the text and its history (`engine`); wrapping, moving and drawing are done here, and only
//! for the paragraphs in view.

mod clean;
mod engine;
mod history;
mod rows;
mod steps;
#[cfg(test)]
mod tests;
mod view;
pub(super) mod wrap;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::engine::Engine;
use self::history::{Group, History, Kind, Mark};
use self::rows::{Rows, Spot};
use super::Outcome;
use super::keys::{self, Command, Motion};

pub(super) use self::clean::{clean, cut};
pub(super) use self::view::paint;
pub use self::view::{Drawn, ProseStyle};

/// The most bytes a prose field takes from keys and pastes. A text that was longer already is kept whole.
pub const PROSE_ROOM: usize = 100_000;

/// A place in a text: paragraph, and byte in it on a boundary between grapheme clusters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    row: usize,
    byte: usize,
}

/// What a person typed into a field, and where the caret is.
pub struct Prose {
    engine: Engine,
    history: History,
    /// Bytes of the whole text, and how many there may be.
    bytes: usize,
    room: usize,
    caret: Place,
    /// The other end of the selection.
    anchor: Option<Place>,
    /// The column that moves up and down try to keep.
    goal: Option<usize>,
    /// Where the first visible line begins.
    top: Place,
    width: usize,
    height: usize,
}

impl std::fmt::Debug for Prose {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Prose").finish_non_exhaustive()
    }
}

impl Prose {
    /// A field with `text`, the caret at its begin. Line ends become `\n`, control characters go.
    pub fn new(text: &str) -> Self {
        Self::with_room(text, PROSE_ROOM)
    }

    /// A field that takes at most `room` bytes.
    pub(super) fn with_room(text: &str, room: usize) -> Self {
        let text = clean(text);
        Self {
            engine: Engine::new(&text),
            history: History::default(),
            bytes: text.len(),
            room,
            caret: Place::default(),
            anchor: None,
            goal: None,
            top: Place::default(),
            width: 80,
            height: 10,
        }
    }

    /// The text, with `\n` between paragraphs.
    pub fn text(&self) -> String {
        self.lines().join("\n")
    }

    /// Whether nothing was typed, not even a space.
    pub fn is_empty(&self) -> bool {
        self.bytes == 0
    }

    /// Takes a key: Enter, arrows, Ctrl+arrows, Home, End, `PgUp`, `PgDn`, Backspace, Delete, with Shift to select,
    /// Ctrl+A, Ctrl+W, Ctrl+Z, Ctrl+Y and every character. Others are [`Outcome::Ignored`].
    pub fn handle(&mut self, key: KeyEvent) -> Outcome {
        keys::read(key).map_or(Outcome::Ignored, |command| self.perform(command))
    }

    /// Puts `text` at the caret or in place of the selection, as one undo. Every kind of line end becomes `\n`;
    /// control characters and marks that override the reading order are left out. Returns whether a part was cut off
    /// because the field is full.
    pub fn paste(&mut self, text: &str) -> bool {
        let text = clean(text);
        let (from, to) = self.selection().unwrap_or((self.caret, self.caret));
        let fits = cut(&text, self.room_between(from, to));
        if !fits.is_empty() {
            self.replace((from, to), fits, Kind::Whole);
        }
        fits.len() < text.len()
    }

    /// Puts `text` in place of everything, as one undo, with the caret at its end. Returns whether a part was cut off because
    /// the field is full.
    pub fn rewrite(&mut self, text: &str) -> bool {
        let text = clean(text);
        if text == self.text() {
            return false;
        }
        let all = (Place::default(), steps::finish(self.lines()));
        // What is long already is not cut for having been elsewhere.
        let fits = cut(&text, self.room.max(self.bytes));
        self.replace(all, fits, Kind::Whole);
        fits.len() < text.len()
    }

    /// Tells the field how many columns and lines it has. To be called before drawing at another size.
    pub fn fit(&mut self, width: u16, height: u16) {
        self.set_width(usize::from(width), usize::from(height));
    }

    /// As [`Prose::fit`], for any width.
    pub(super) fn set_width(&mut self, width: usize, height: usize) {
        if (self.width, self.height) != (width, height) {
            (self.width, self.height) = (width, height);
            self.goal = None;
            self.follow();
        }
    }

    /// Draws the part around the caret. Changes nothing.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: &ProseStyle) -> Drawn {
        view::draw(self, area, buf, style)
    }

    /// Puts the caret at a cell of the `area` the field was drawn in; a cell outside it does nothing.
    pub fn click(&mut self, column: u16, row: u16, area: Rect) {
        if !area.contains(Position { x: column, y: row }) {
            return;
        }
        let rows = Rows::new(self.lines(), usize::from(area.width));
        let top = self.top_in(&rows, area);
        let spot = rows.below(top, usize::from(row - area.y));
        let place = rows.place_at(spot, usize::from(column - area.x));
        self.put_caret(place, false);
    }

    /// Puts the caret at the end of the text.
    pub fn go_to_end(&mut self) {
        self.put_caret(steps::finish(self.lines()), false);
    }

    /// What the field does when asked.
    pub(super) fn perform(&mut self, command: Command) -> Outcome {
        match command {
            Command::Insert(c) => self.insert(c),
            Command::Newline => self.insert('\n'),
            Command::Erase(reach) => self.erase(reach),
            Command::Go { to, select } => self.go(to, select),
            Command::SelectAll => self.select_all(),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
        }
    }

    fn lines(&self) -> &[String] {
        self.engine.lines()
    }

    /// The only paragraph of a field of one line, and the caret and the selection in it as bytes.
    pub(super) fn first_line(&self) -> (&str, usize, Option<std::ops::Range<usize>>) {
        let selection = self.selection().map(|(from, to)| from.byte..to.byte);
        (&self.lines()[0], self.caret.byte, selection)
    }

    /// The selection from its begin to its end; `None` when nothing is selected.
    fn selection(&self) -> Option<(Place, Place)> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.caret)?;
        Some((anchor.min(self.caret), anchor.max(self.caret)))
    }

    // --- edits

    fn insert(&mut self, c: char) -> Outcome {
        let text = clean(c.encode_utf8(&mut [0; 4]));
        if text.is_empty() {
            return Outcome::Ignored;
        }
        let kind = match c {
            '\n' => Kind::Whole,
            c if c.is_whitespace() => Kind::Space,
            _ => Kind::Letter,
        };
        let (from, to) = self.selection().unwrap_or((self.caret, self.caret));
        if text.len() > self.room_between(from, to) {
            return Outcome::Full;
        }
        self.replace((from, to), &text, kind)
    }

    fn erase(&mut self, reach: Motion) -> Outcome {
        if let Some(selection) = self.selection() {
            return self.replace(selection, "", Kind::Whole);
        }
        let other = self.destination(reach);
        let kind = match reach {
            Motion::Left | Motion::Right => Kind::Erase,
            _ => Kind::Whole,
        };
        self.replace((other.min(self.caret), other.max(self.caret)), "", kind)
    }

    /// Bytes that can still be put in place of `from..to`.
    fn room_between(&self, from: Place, to: Place) -> usize {
        (self.room + self.length(from, to)).saturating_sub(self.bytes)
    }

    /// Bytes between two places, with one for each line end.
    fn length(&self, from: Place, to: Place) -> usize {
        let rows = &self.lines()[from.row..to.row];
        rows.iter().map(|line| line.len() + 1).sum::<usize>() + to.byte - from.byte
    }

    fn replace(&mut self, (from, to): (Place, Place), with: &str, kind: Kind) -> Outcome {
        if from == to && with.is_empty() {
            return Outcome::Moved;
        }
        let before = Mark { caret: self.caret, bytes: self.bytes };
        self.bytes = self.bytes - self.length(from, to) + with.len();
        let steps = self.engine.replace(from, to, with);
        self.caret = steps::settle(self.lines(), end_of(from, with));
        let after = Mark { caret: self.caret, bytes: self.bytes };
        self.history.note(Group { kind, steps, before, after });
        self.anchor = None;
        self.goal = None;
        self.follow();
        Outcome::Changed
    }

    fn undo(&mut self) -> Outcome {
        let Some((steps, mark)) = self.history.undo() else { return Outcome::Moved };
        self.engine.undo(steps);
        self.restore(mark)
    }

    fn redo(&mut self) -> Outcome {
        let Some((steps, mark)) = self.history.redo() else { return Outcome::Moved };
        self.engine.redo(steps);
        self.restore(mark)
    }

    fn restore(&mut self, mark: Mark) -> Outcome {
        self.bytes = mark.bytes;
        self.put_caret(mark.caret, false);
        Outcome::Changed
    }

    // --- moves

    fn select_all(&mut self) -> Outcome {
        self.put_caret(steps::finish(self.lines()), false);
        self.anchor = Some(Place::default());
        Outcome::Moved
    }

    fn go(&mut self, to: Motion, select: bool) -> Outcome {
        let place = match (to, self.selection()) {
            (Motion::Left, Some((from, _))) if !select => from,
            (Motion::Right, Some((_, until))) if !select => until,
            _ => self.destination(to),
        };
        let vertical = matches!(to, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown);
        let goal = vertical.then(|| self.goal_column());
        self.put_caret(place, select);
        self.goal = goal;
        Outcome::Moved
    }

    /// Where a motion leads from the caret.
    fn destination(&self, to: Motion) -> Place {
        let lines = self.lines();
        let rows = &self.rows();
        let page = self.height.saturating_sub(1).max(1);
        match to {
            Motion::Left => steps::left(lines, self.caret),
            Motion::Right => steps::right(lines, self.caret),
            Motion::WordLeft => steps::word_left(lines, self.caret),
            Motion::WordRight => steps::word_right(lines, self.caret),
            Motion::Up => self.jump(rows, |spot| rows.above(spot, 1)),
            Motion::Down => self.jump(rows, |spot| rows.below(spot, 1)),
            Motion::PageUp => self.jump(rows, |spot| rows.above(spot, page)),
            Motion::PageDown => self.jump(rows, |spot| rows.below(spot, page)),
            Motion::Home => rows.start(rows.find(self.caret).0),
            Motion::End => rows.end(rows.find(self.caret).0),
            Motion::Start => Place::default(),
            Motion::Finish => steps::finish(lines),
        }
    }

    fn rows(&self) -> Rows<'_> {
        Rows::new(self.lines(), self.width)
    }

    /// The place at the goal column of another visual line.
    fn jump(&self, rows: &Rows<'_>, other: impl Fn(Spot) -> Spot) -> Place {
        let column = self.goal.unwrap_or_else(|| rows.column(self.caret));
        rows.place_at(other(rows.find(self.caret).0), column)
    }

    fn goal_column(&self) -> usize {
        self.goal.unwrap_or_else(|| self.rows().column(self.caret))
    }

    fn put_caret(&mut self, place: Place, select: bool) {
        self.anchor = if select { self.anchor.or(Some(self.caret)) } else { None };
        self.caret = place;
        self.goal = None;
        self.history.seal();
        self.follow();
    }

    /// The first visual line to show in `area`; as it was last found, when that was for an area of this size.
    fn top_in(&self, rows: &Rows<'_>, area: Rect) -> Spot {
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        if (width, height) == (self.width, self.height) {
            return rows.find(self.top).0;
        }
        rows.top(self.top, self.caret, height)
    }

    /// Moves the view so that the caret is in it.
    fn follow(&mut self) {
        let rows = self.rows();
        self.top = rows.start(rows.top(self.top, self.caret, self.height));
    }
}

/// Where `text` ends when it begins at `from`.
fn end_of(from: Place, text: &str) -> Place {
    match text.rfind('\n') {
        None => Place { row: from.row, byte: from.byte + text.len() },
        Some(last) => {
            Place { row: from.row + text.matches('\n').count(), byte: text.len() - last - 1 }
        }
    }
}
