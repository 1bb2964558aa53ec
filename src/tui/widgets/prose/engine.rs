//! The editing engine: `ratatui_textarea` edits and remembers; here it is addressed by byte places of any size, and every
//! edit is one replacement.
//!
//! After each edit the crate works out the columns of every paragraph that it has, so it is only given the passage that is
//! being edited: an edit elsewhere begins another one. It reaches places by `u16` row and character column; a passage with
//! a place beyond these is written anew as a whole.

use ratatui_textarea::{CursorMove, TextArea};
use std::collections::VecDeque;

use super::Place;

/// How many steps back a passage remembers, and how many passages there are: two more than [`super::history`] counts, so
/// that an edit in progress never pushes out a step that is still counted.
const MEMORY: usize = super::history::MEMORY + 2;

/// A passage with this many paragraphs takes no more edits.
const PASSAGE: usize = 100;

/// A text with its history.
pub(super) struct Engine {
    lines: Vec<String>,
    /// Where it was edited, the last one last.
    done: VecDeque<Passage>,
    /// The passages of which every step was undone, the first one last.
    undone: Vec<Passage>,
}

impl Engine {
    pub(super) fn new(text: &str) -> Self {
        let lines = text.split('\n').map(str::to_owned).collect();
        Self { lines, done: VecDeque::new(), undone: Vec::new() }
    }

    /// The paragraphs: at least one.
    pub(super) fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Puts `with` where `from..to` was. Returns how many steps of history that took.
    pub(super) fn replace(&mut self, from: Place, to: Place, with: &str) -> usize {
        self.forget_undone();
        let columns = self.column(from).zip(self.column(to));
        let at_hand =
            columns.is_some() && self.done.back().is_some_and(|last| last.holds(from, to));
        let again = if at_hand { self.done.pop_back() } else { None };
        let mut passage =
            again.unwrap_or_else(|| Passage::new(from.row, &self.lines[from.row..=to.row]));
        let reach =
            columns.and_then(|(start, end)| passage.jump(from, start).zip(passage.jump(to, end)));
        let steps = if let Some((start, end)) = reach {
            passage.edit(&mut self.lines, |area| rewrite(area, start, end, with))
        } else {
            let before = &self.lines[from.row][..from.byte];
            let text = [before, with, &self.lines[to.row][to.byte..]].concat();
            passage.edit(&mut self.lines, |area| write_anew(area, &text))
        };
        passage.done += steps;
        passage.made = passage.done;
        self.done.push_back(passage);
        if self.done.len() > MEMORY {
            self.done.pop_front();
        }
        steps
    }

    /// What was undone is not done again once something else is.
    fn forget_undone(&mut self) {
        self.undone.clear();
        while self.done.back().is_some_and(|last| last.done == 0) {
            self.done.pop_back();
        }
        if let Some(last) = self.done.back_mut() {
            last.made = last.done;
        }
    }

    /// Takes `steps` steps of history back.
    pub(super) fn undo(&mut self, steps: usize) {
        for _ in 0..steps {
            while self.done.back().is_some_and(|last| last.done == 0) {
                self.undone.extend(self.done.pop_back());
            }
            let Some(last) = self.done.back_mut() else { return };
            last.edit(&mut self.lines, |area| usize::from(area.undo()));
            last.done -= 1;
        }
    }

    /// Does `steps` undone steps of history again.
    pub(super) fn redo(&mut self, steps: usize) {
        for _ in 0..steps {
            while self.done.back().is_none_or(|last| last.done == last.made) {
                let Some(next) = self.undone.pop() else { return };
                self.done.push_back(next);
            }
            let Some(last) = self.done.back_mut() else { return };
            last.edit(&mut self.lines, |area| usize::from(area.redo()));
            last.done += 1;
        }
    }

    /// The column of a place in characters, if the crate can reach it.
    fn column(&self, place: Place) -> Option<u16> {
        u16::try_from(self.lines[place.row][..place.byte].chars().count()).ok()
    }
}

/// Paragraphs that are edited together, with their own history.
struct Passage {
    /// Which paragraph of the text is its first one.
    first: usize,
    area: TextArea<'static>,
    /// How many steps were taken in it and not undone, and how many there are with those that were undone.
    done: usize,
    made: usize,
}

impl Passage {
    fn new(first: usize, paragraphs: &[String]) -> Self {
        let mut area = TextArea::new(paragraphs.to_vec());
        area.set_max_histories(MEMORY);
        Self { first, area, done: 0, made: 0 }
    }

    /// Whether it has all of `from..to`, and room for more.
    fn holds(&self, from: Place, to: Place) -> bool {
        let count = self.area.lines().len();
        count < PASSAGE && self.first <= from.row && to.row < self.first + count
    }

    /// The way to a column of a paragraph of it, if the crate has one.
    fn jump(&self, place: Place, column: u16) -> Option<CursorMove> {
        Some(CursorMove::Jump(u16::try_from(place.row - self.first).ok()?, column))
    }

    /// Has the crate edit it, and takes over in the text what came of that. Returns the steps it took.
    fn edit(
        &mut self,
        text: &mut Vec<String>,
        change: impl FnOnce(&mut TextArea<'_>) -> usize,
    ) -> usize {
        let before = self.area.lines().len();
        let steps = change(&mut self.area);
        text.splice(self.first..self.first + before, self.area.lines().iter().cloned());
        steps
    }
}

fn rewrite(area: &mut TextArea<'_>, start: CursorMove, end: CursorMove, with: &str) -> usize {
    area.cancel_selection();
    area.move_cursor(start);
    let mut steps = 0;
    if start != end {
        area.start_selection();
        area.move_cursor(end);
        steps += usize::from(area.cut());
    }
    steps + usize::from(area.insert_str(with))
}

fn write_anew(area: &mut TextArea<'_>, text: &str) -> usize {
    area.cancel_selection();
    area.move_cursor(CursorMove::Jump(0, 0));
    area.start_selection();
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    let cut = area.cut();
    area.cancel_selection();
    usize::from(cut) + usize::from(area.insert_str(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an edit costs the crate, counted and not timed.
    #[test]
    fn in_a_long_text_the_crate_has_only_what_is_edited() {
        let mut engine = Engine::new(&vec!["een regel"; 5_000].join("\n"));
        let mut at_hand = |row, with| {
            let place = Place { row, byte: 3 };
            engine.replace(place, place, with);
            engine.done.back().map_or(0, |last| last.area.lines().len())
        };
        assert_eq!([at_hand(4_000, "x"), at_hand(4_000, "y"), at_hand(10, "z")], [1, 1, 1]);
        assert_eq!((0..250).map(|_| at_hand(10, "a\nb")).max(), Some(PASSAGE));
    }
}
