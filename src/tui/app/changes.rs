//! What was changed outside an assessment, in the register, the actions, the particulars and the settings: taken back and done again.

use super::{App, Said};
use crate::{
    session::{self, Effect},
    tui::words::Sight,
};

/// The changes so far, each as what turns it back or round again.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// What takes back each change, the last one last.
    back: Vec<Effect>,
    /// What does again what was taken back, the last one last.
    again: Vec<Effect>,
    /// How often one went to another screen.
    moves: usize,
    /// How often that was when the last change was made.
    made_at: usize,
}

impl Changes {
    /// One goes to another screen.
    pub(super) fn move_on(&mut self) {
        self.moves += 1;
    }

    /// Whether `effect` only goes on with the last change: particulars are kept each time that the typing rests, and what one
    /// wants to take back is all that was typed on the form.
    fn goes_on_with_the_last(&self, effect: &Effect) -> bool {
        matches!(
            (effect, self.back.last()),
            (Effect::KeepOrganisation(_), Some(Effect::KeepOrganisation(_)))
        ) && self.made_at == self.moves
    }
}

impl App {
    /// Remembers how `effect`, which is about to be done, is taken back.
    pub(super) fn remember(&mut self, effect: &Effect) {
        let Some(back) = session::inverse(effect, &self.world.overview) else { return };
        if !self.changes.goes_on_with_the_last(effect) {
            self.changes.back.push(back);
        }
        self.changes.made_at = self.changes.moves;
        self.changes.again.clear();
    }

    /// Puts everything back as it was before the last change.
    pub(super) fn take_back(&mut self) {
        let overview = &self.world.overview;
        let back = self.changes.back.pop().and_then(|back| session::undoing_new(back, overview));
        let again = back.as_ref().and_then(|back| session::inverse(back, overview));
        self.changes.again.extend(again);
        let sight = if back.is_some() { Sight::TakenBack } else { Sight::NothingToTakeBack };
        self.put(back, sight);
    }

    /// Does again what was taken back last.
    pub(super) fn do_again(&mut self) {
        let again = self.changes.again.pop();
        let overview = &self.world.overview;
        let back = again.as_ref().and_then(|again| session::inverse(again, overview));
        self.changes.back.extend(back);
        let sight = if again.is_some() { Sight::DoneAgain } else { Sight::NothingToDoAgain };
        self.put(again, sight);
    }

    /// Has the desk do what takes something back or does it again, and says so.
    fn put(&mut self, effect: Option<Effect>, sight: Sight<'_>) {
        // What is typed from here on is another change.
        self.changes.move_on();
        if let Some(effect) = effect {
            self.want(effect);
        }
        self.said = Said { text: self.world.words.sight(sight), wrong: false };
    }
}
