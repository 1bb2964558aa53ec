//! Going elsewhere: a long text to the person's own text program, and oneself to another data folder.

use super::{App, Said, Wish};
use crate::{
    session::{Desk, Effect},
    tui::{
        lending::{Edited, Folder, Opened},
        words::{Tour, Word},
        world::Saved,
    },
};

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

    /// Whether the next thing happens elsewhere.
    pub fn is_leaving_the_screen(&self) -> bool {
        self.lending || self.heading.is_some()
    }

    /// From now on the person wants to be in this folder. What was typed is handed in first; a form that is being filled in, and
    /// what could not be kept, is not left behind.
    pub(super) fn head_for(&mut self, folder: Folder) {
        self.settle();
        let free = self.world.guide.is_some() || self.screens.iter_mut().all(|one| one.is_free());
        let refused = match &self.world.saved {
            Saved::Failed(_) => Some(Tour::NotKept),
            _ if !free => Some(Tour::FinishFirst),
            _ => None,
        };
        match refused {
            Some(why) => self.said = Said { text: self.world.words.tour(why), wrong: false },
            None => self.heading = Some(folder),
        }
    }

    /// The folder in which the person wants to be, once.
    pub fn heading(&mut self) -> Option<Folder> {
        self.heading.take()
    }

    /// Goes on in another folder, or says why that is not possible. What was wanted in this one is finished first; `between`
    /// happens when nobody is at work in either.
    pub fn enter(&mut self, opened: Result<Opened, String>, between: impl FnOnce()) {
        match opened {
            Ok(Opened { overview, desk, guide }) => {
                drop(std::mem::replace(&mut self.desk, Box::new(Nobody)));
                between();
                *self = Self::new(overview, desk, self.world.words, self.display);
                self.world.guide = guide;
                // The settings of the folder that is left may have been others.
                self.wishes.push(Wish::Mouse(self.world.overview.settings.mouse));
            }
            Err(text) => self.said = Said { text, wrong: true },
        }
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

/// Does nothing, for nobody is at work.
struct Nobody;

impl Desk for Nobody {
    fn perform(&mut self, _effect: Effect) {}
}
