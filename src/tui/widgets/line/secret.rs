//! The field for a passphrase: what is typed is never shown, never kept in a history and wiped from memory.

use std::fmt;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;
use zeroize::{Zeroize, Zeroizing};

use super::{Line, leaves_line};
use crate::tui::widgets::Outcome;
use crate::tui::widgets::keys::{self, Command, Motion};
use crate::tui::widgets::prose::{Drawn, ProseStyle, cut};

/// The most bytes of a passphrase. The room is taken at once, so that no copy is left behind when it grows.
pub const SECRET_ROOM: usize = 1_024;

/// What stands for each character.
const MASK: &str = "•";

/// A passphrase that a person types. It has no undo, no selection and no words: each would keep or show a part.
pub struct SecretField {
    text: Zeroizing<String>,
    /// Bytes before the caret.
    caret: usize,
    left: usize,
    width: usize,
}

impl Default for SecretField {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for SecretField {
    /// Shows nothing of the passphrase, its length neither.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretField").finish_non_exhaustive()
    }
}

impl SecretField {
    /// An empty field.
    pub fn new() -> Self {
        let text = Zeroizing::new(String::with_capacity(SECRET_ROOM));
        Self { text, caret: 0, left: 0, width: 80 }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Hands over what was typed and leaves the field empty.
    pub fn take(&mut self) -> Zeroizing<String> {
        std::mem::take(self).text
    }

    /// Takes a key: characters, Backspace, Delete, left, right, Home and End; Ctrl+Backspace, Ctrl+W and Ctrl+Delete
    /// wipe the field. Others are [`Outcome::Ignored`].
    pub fn handle(&mut self, key: KeyEvent) -> Outcome {
        let Some(command) = keys::read(key).filter(|command| !leaves_line(*command)) else {
            return Outcome::Ignored;
        };
        let outcome = match command {
            Command::Insert(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Command::Erase(Motion::Left) => self.erase(self.before()..self.caret),
            Command::Erase(Motion::Right) => self.erase(self.caret..self.after()),
            Command::Erase(_) => self.wipe(),
            Command::Go { to, .. } => self.go(to),
            Command::Newline | Command::SelectAll | Command::Undo | Command::Redo => {
                Outcome::Ignored
            }
        };
        self.follow();
        outcome
    }

    /// Puts the first line of `text` at the caret, without control characters; returns whether a part was cut off
    /// because the field is full. A line end that was copied along is no part of a passphrase.
    pub fn paste(&mut self, text: &str) -> bool {
        let mut line = Zeroizing::new(String::with_capacity(text.len()));
        let first = text.trim_start_matches(['\r', '\n']).split(['\r', '\n']).next();
        line.extend(first.unwrap_or_default().chars().filter(|c| !c.is_control()));
        let fits = cut(&line, SECRET_ROOM - self.text.len());
        self.insert(fits);
        self.follow();
        fits.len() < line.len()
    }

    /// Tells the field how many columns it has. To be called before drawing at another size.
    pub fn fit(&mut self, width: u16) {
        self.width = usize::from(width);
        self.follow();
    }

    /// Draws a mark for each character on the first line of `area`. Changes nothing.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: &ProseStyle) -> Drawn {
        let (text, caret) = self.masked();
        Line { text: &text, caret, selected: None, left: self.left }.draw(area, buf, style)
    }

    /// Puts the caret at a cell of the `area` the field was drawn in; a cell outside it does nothing.
    pub fn click(&mut self, column: u16, row: u16, area: Rect) {
        let (text, caret) = self.masked();
        let line = Line { text: &text, caret, selected: None, left: self.left };
        if let Some(nth) = line.hit(column, row, area) {
            let place = self.text.grapheme_indices(true).nth(nth).map(|(at, _)| at);
            self.caret = place.unwrap_or(self.text.len());
            self.follow();
        }
    }

    fn insert(&mut self, text: &str) -> Outcome {
        if text.len() > SECRET_ROOM - self.text.len() {
            return Outcome::Full;
        }
        self.text.insert_str(self.caret, text);
        let end = self.caret + text.len();
        // A combining mark after the caret may have joined what was typed.
        let mut places = self.text.grapheme_indices(true).map(|(at, _)| at);
        self.caret = places.find(|at| *at >= end).unwrap_or(self.text.len());
        Outcome::Changed
    }

    fn erase(&mut self, part: std::ops::Range<usize>) -> Outcome {
        if part.is_empty() {
            return Outcome::Moved;
        }
        let start = part.start;
        // Bytes that move down leave a copy beyond the end, which is wiped with the whole room.
        self.text.drain(part);
        let mut places = self.text.grapheme_indices(true).map(|(at, _)| at);
        self.caret = places.find(|at| *at >= start).unwrap_or(self.text.len());
        Outcome::Changed
    }

    fn wipe(&mut self) -> Outcome {
        // Wipes the bytes and keeps the room that was taken.
        self.text.zeroize();
        self.caret = 0;
        Outcome::Changed
    }

    fn go(&mut self, to: Motion) -> Outcome {
        self.caret = match to {
            Motion::Left => self.before(),
            Motion::Right => self.after(),
            Motion::Home | Motion::Start | Motion::WordLeft => 0,
            _ => self.text.len(),
        };
        Outcome::Moved
    }

    fn before(&self) -> usize {
        let last = self.text[..self.caret].graphemes(true).next_back();
        self.caret - last.map_or(0, str::len)
    }

    fn after(&self) -> usize {
        let next = self.text[self.caret..].graphemes(true).next();
        self.caret + next.map_or(0, str::len)
    }

    fn masked(&self) -> (String, usize) {
        let count = self.text.graphemes(true).count();
        let before = self.text[..self.caret].graphemes(true).count();
        (MASK.repeat(count), before * MASK.len())
    }

    fn follow(&mut self) {
        let (text, caret) = self.masked();
        let line = Line { text: &text, caret, selected: None, left: self.left };
        self.left = line.scrolled(self.width);
    }
}
