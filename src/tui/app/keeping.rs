//! What was said and is not safe yet: it is tried again until it is, and nobody leaves without knowing.

use super::{App, Wish};
use crate::{
    model::Id,
    session::{Effect, Overview, Session, Unkept, Waiting},
    tui::{
        keys::Action,
        theme::Theme,
        words::Cycle,
        world::{Saved, Screen},
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// What is not known to be safe.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// The last wish to keep each assessment.
    unkept: BTreeMap<Id, Effect>,
    /// What forms handed in and could not be kept.
    forms: Waiting,
    /// Whether something could not be kept.
    pub(super) failing: bool,
    /// Whether the person was told so when they wanted to leave.
    pub(super) warned: bool,
    /// Whether the person wants to leave as soon as everything is safe.
    pub(super) leaving: bool,
}

impl Keeping {
    fn is_left(&self) -> bool {
        !self.unkept.is_empty() || !self.forms.is_empty()
    }
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
        self.keeping.failing &= self.keeping.is_left();
        self.leave_once_safe();
    }

    /// Something could not be kept, and this is why.
    pub(super) fn fails(&mut self, unkept: &Unkept, why: &str) {
        match unkept {
            Unkept::Revision(_) => {}
            Unkept::Wish(wish) => match &**wish {
                Effect::Again(left) => {
                    self.keeping.forms.answered(left.clone());
                    // The rest was kept, or refused for good.
                    self.desk.perform(Effect::Look);
                }
                wish => self.keeping.forms.add(wish.clone()),
            },
        }
        self.keeping.failing = self.keeping.is_left();
        // Who was about to leave is told.
        self.keeping.warned |= std::mem::take(&mut self.keeping.leaving);
        // What is left out of what was tried again, is refused for good.
        self.world.saved = if self.keeping.failing { self.failed(why) } else { Saved::Nothing };
        self.show(&Arc::clone(&self.world.overview));
    }

    /// What could not be kept before was kept; the rest is tried as well.
    pub(super) fn is_kept_again(&mut self, clock: String) {
        self.keeping.forms.answered(Vec::new());
        self.keeping.failing &= self.keeping.is_left();
        if self.keeping.failing {
            self.try_forms_again();
        } else {
            self.world.saved = Saved::At(clock);
        }
        self.leave_once_safe();
    }

    /// Has the desk do `effect`. What a form hands in comes after what was handed in before, so that the last word counts.
    pub(super) fn want(&mut self, effect: Effect) {
        // Of what is handed in on the way out, the answer is waited for.
        let waits = self.keeping.leaving || !self.keeping.forms.is_empty();
        if !waits || !effect.is_of_form() {
            return self.desk.perform(effect);
        }
        self.keeping.forms.add(effect);
        self.show(&Arc::clone(&self.world.overview));
        self.try_forms_again();
    }

    /// Shows what there is, with what could not be kept in its place.
    pub(super) fn show(&mut self, overview: &Arc<Overview>) {
        let shown = if self.keeping.forms.is_empty() {
            Arc::clone(overview)
        } else {
            Arc::new(self.keeping.forms.shown_in(overview))
        };
        if shown.settings.mouse != self.world.overview.settings.mouse {
            self.wishes.push(Wish::Mouse(shown.settings.mouse));
        }
        self.world.theme = Theme::new(shown.settings, self.display.depth);
        self.world.overview = shown;
    }

    fn try_forms_again(&mut self) {
        if let Some(again) = self.keeping.forms.send() {
            self.desk.perform(again);
        }
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
        self.try_forms_again();
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

    /// Leaves, once everything that was typed is safe; the first time not without saying that something is not, and trying once
    /// more.
    pub(super) fn leave(&mut self) {
        let told = self.keeping.warned || self.keeping.leaving;
        self.settle();
        self.keeping.leaving = !told;
        let all = self.hand_in();
        if told {
            // What a form took only now is kept while the program ends.
            self.left = true;
            return;
        }
        if !all || self.keeping.failing {
            self.keeping.leaving = false;
            self.keeping.warned = true;
        }
        self.leave_once_safe();
        if self.left || !self.keeping.failing {
            return;
        }
        if let Saved::Failed(why) = &self.world.saved {
            self.world.saved = self.failed(why);
        }
        self.try_again();
    }

    fn leave_once_safe(&mut self) {
        self.left |= self.keeping.leaving && !self.keeping.is_left();
    }

    /// Hands in the forms that are open, from the top down; whether all of them took what was typed.
    fn hand_in(&mut self) -> bool {
        let forms = |screens: &mut [Box<dyn Screen>]| {
            screens.iter_mut().rposition(|screen| screen.form().is_some())
        };
        // There are never more forms than screens.
        for _ in 0..=self.screens.len() {
            let Some(at) = forms(&mut self.screens) else { return true };
            // What only lies on top of it is closed.
            self.screens.truncate(at + 1);
            self.with_top(|screen, world| screen.act(Action::Back, world));
            let same = self.screens.len() == at + 1;
            if same && self.screens.last_mut().is_some_and(|screen| screen.form().is_some()) {
                return false;
            }
        }
        false
    }

    /// That it is not safe and why, and what whoever wants to leave should know of that.
    pub(super) fn failed(&self, why: &str) -> Saved {
        let warning = self.world.words.cycle(Cycle::NotAllSaved);
        let why = why.strip_suffix(warning).unwrap_or(why).trim_end();
        Saved::Failed(if self.keeping.warned { format!("{why} {warning}") } else { why.to_owned() })
    }
}
