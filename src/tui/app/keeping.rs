//! What was said and is not safe yet: it is tried again until it is, and nobody leaves without knowing.

use super::App;
use crate::{
    model::Id,
    session::{Effect, Session},
    tui::{words::Cycle, world::Saved},
};
use std::collections::BTreeMap;

/// What is not known to be safe.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// The last wish to keep each assessment.
    unkept: BTreeMap<Id, Effect>,
    /// Whether one of them could not be kept.
    pub(super) failing: bool,
    /// Whether the person was told so when they wanted to leave.
    pub(super) warned: bool,
}

impl App {
    /// Remembers what is being kept, until that is answered.
    pub(super) fn await_keeping(&mut self, effect: &Effect) {
        if let Effect::Keep { assessment, .. } = effect {
            self.keeping.unkept.insert(assessment.id.clone(), effect.clone());
        }
    }

    /// What is kept of an assessment up to `revision` need not be tried again.
    pub(super) fn is_kept(&mut self, assessment: &str, revision: u64) {
        self.keeping.unkept.retain(|id, effect| {
            let later = matches!(effect, Effect::Keep { revision: own, .. } if *own > revision);
            *id != *assessment || later
        });
        self.keeping.failing &= !self.keeping.unkept.is_empty();
    }

    /// Something could not be kept.
    pub(super) fn fails(&mut self) {
        self.keeping.failing = !self.keeping.unkept.is_empty();
    }

    /// Whether something could not be kept, and is to be tried again.
    pub fn is_unsaved(&self) -> bool {
        self.keeping.failing
    }

    /// Tries again to keep what could not be kept.
    pub fn try_again(&mut self) {
        for effect in self.keeping.unkept.values() {
            self.desk.perform(effect.clone());
        }
    }

    /// The assessment that was opened, with what was said in it before and could not be kept.
    pub(super) fn with_unkept(&self, session: &Session) -> Session {
        match self.keeping.unkept.get(&session.assessment().id) {
            Some(Effect::Keep { assessment, revision }) => {
                session.clone().restored((**assessment).clone(), *revision)
            }
            _ => session.clone(),
        }
    }

    /// What is said of how safe everything is, when something new is on its way.
    pub(super) fn pending(&self) -> Saved {
        match &self.world.saved {
            Saved::Failed(why) if self.keeping.failing => Saved::Failed(why.clone()),
            _ => Saved::Pending,
        }
    }

    /// Leaves; the first time not without saying that something is not safe, and trying once more.
    pub(super) fn leave(&mut self) {
        if !self.keeping.failing || self.keeping.warned {
            self.left = true;
            return;
        }
        self.keeping.warned = true;
        if let Saved::Failed(why) = &self.world.saved {
            self.world.saved = self.failed(why);
        }
        self.try_again();
    }

    /// That it is not safe and why, and what whoever wants to leave should know of that.
    pub(super) fn failed(&self, why: &str) -> Saved {
        let warning = self.world.words.cycle(Cycle::NotAllSaved);
        let why = why.strip_suffix(warning).unwrap_or(why).trim_end();
        Saved::Failed(if self.keeping.warned { format!("{why} {warning}") } else { why.to_owned() })
    }
}
