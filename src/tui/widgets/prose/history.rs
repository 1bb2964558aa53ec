//! What one undo takes back: a word with the spaces after it, a run of erasing, a paste; not a single letter.

use super::Place;

/// How many steps of the engine are counted; older groups are forgotten.
pub(super) const MEMORY: usize = 10_000;

/// A group with this many steps takes no more of them.
const GROUP: usize = 500;

/// What kind of edit it is; decides what goes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A typed character that is not a space.
    Letter,
    /// A typed space.
    Space,
    /// One character taken away.
    Erase,
    /// Stands alone: a paste, a new paragraph, a selection or a word taken away.
    Whole,
}

impl Kind {
    /// Whether an edit of this kind goes on with what one of kind `before` began.
    fn follows(self, before: Self) -> bool {
        use Kind::{Erase, Letter, Space};
        matches!((before, self), (Letter, Letter | Space) | (Space, Space) | (Erase, Erase))
    }
}

/// What the engine does not remember at a moment between edits.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) caret: Place,
    /// Bytes of the whole text.
    pub(super) bytes: usize,
}

/// Edits that are undone and redone together.
pub(super) struct Group {
    pub(super) kind: Kind,
    /// Steps of the engine.
    pub(super) steps: usize,
    pub(super) before: Mark,
    pub(super) after: Mark,
}

/// The groups that can be undone and redone.
#[derive(Default)]
pub(super) struct History {
    done: Vec<Group>,
    undone: Vec<Group>,
    /// Steps in `done`.
    steps: usize,
    /// Whether the last group may still grow.
    open: bool,
}

impl History {
    /// Ends the group in the making, because the caret went elsewhere.
    pub(super) fn seal(&mut self) {
        self.open = false;
    }

    /// Remembers an edit that has just been done.
    pub(super) fn note(&mut self, edit: Group) {
        self.undone.clear();
        self.steps += edit.steps;
        let open = std::mem::replace(&mut self.open, edit.kind != Kind::Whole);
        match self.done.last_mut() {
            Some(last) if open && edit.kind.follows(last.kind) && last.steps < GROUP => {
                last.kind = edit.kind;
                last.steps += edit.steps;
                last.after = edit.after;
            }
            _ => self.done.push(edit),
        }
        self.forget();
    }

    fn forget(&mut self) {
        let mut over = 0;
        while self.steps > MEMORY && over < self.done.len() {
            self.steps -= self.done[over].steps;
            over += 1;
        }
        self.done.drain(..over);
    }

    /// The steps to undo and what to go back to.
    pub(super) fn undo(&mut self) -> Option<(usize, Mark)> {
        let group = self.done.pop()?;
        let back = (group.steps, group.before);
        self.steps -= group.steps;
        self.undone.push(group);
        self.seal();
        Some(back)
    }

    /// The steps to redo and what to go on to.
    pub(super) fn redo(&mut self) -> Option<(usize, Mark)> {
        let group = self.undone.pop()?;
        let on = (group.steps, group.after);
        self.steps += group.steps;
        self.done.push(group);
        self.seal();
        Some(on)
    }
}
