//! A long text that is written in the person's own text program.

use super::{App, Said, Wish};
use crate::tui::{lending::Edited, words::Word};

impl App {
    /// From now on the text on top is to be written elsewhere. What was typed is handed in first: it is safe, whatever happens there.
    pub(super) fn write_elsewhere(&mut self) {
        self.settle();
        let writes = self.screens.last_mut().is_some_and(|screen| screen.prose().is_some());
        self.lending = writes && !self.world.overview.looking;
        if writes && !self.lending {
            self.say_looking();
        }
    }

    /// Whether a text waits to be written elsewhere.
    pub fn is_lending(&self) -> bool {
        self.lending
    }

    /// The text that is to be written elsewhere, once.
    pub fn lend(&mut self) -> Option<String> {
        if !std::mem::take(&mut self.lending) {
            return None;
        }
        Some(self.screens.last_mut()?.prose()?.text())
    }

    /// Takes the text back, as one undo, and says what went wrong.
    pub fn take_back_from_elsewhere(&mut self, edited: Edited) {
        let prose = self.screens.last_mut().and_then(|screen| screen.prose());
        let cut = match (edited.text, prose) {
            (Some(text), Some(prose)) => prose.rewrite(&text),
            _ => false,
        };
        self.settle();
        if cut {
            let text = self.world.words.say(Word::TooMuchText).to_owned();
            self.said = Said { text, wrong: true };
        }
        if let Some(text) = edited.fault {
            self.said = Said { text, wrong: true };
        }
        // The terminal was taken over anew, with the mouse.
        if !self.world.overview.settings.mouse {
            self.wishes.push(Wish::Mouse(false));
        }
    }
}
