//! Keeping what forms hand in; what the disk does not take goes back, so that it stays on the screen and is tried again.

use super::{DeskError, Office};
use crate::{
    session::{Effect, Failure, Reply, Unkept},
    store::StoreError,
};

/// Why something was not kept, and what is to be tried again, if that is of any use.
struct Refused {
    error: DeskError,
    wish: Option<Effect>,
}

impl Office {
    /// Keeps what a form handed in.
    pub(super) fn keep_form(&mut self, effect: Effect) -> Reply {
        match self.try_form(effect) {
            Ok(()) => self.look().unwrap_or_else(|error| Reply::Failed(error.into())),
            Err(refused) => {
                let Refused { error, wish } = *refused;
                let unkept = wish.map(|wish| Unkept::Wish(Box::new(wish)));
                Reply::Failed(Failure { unkept, ..Failure::from(error) })
            }
        }
    }

    /// Keeps what could not be kept before, in this order.
    pub(super) fn keep_again(&mut self, wishes: Vec<Effect>) -> Reply {
        let (mut why, mut left) = (None, Vec::new());
        for wish in wishes {
            if let Err(refused) = self.try_form(wish) {
                let Refused { error, wish } = *refused;
                // What was to be thrown away never reached the disk.
                if is_gone(&error) && wish.is_none() {
                    continue;
                }
                why.get_or_insert(error);
                left.extend(wish);
            }
        }
        let looked = match why {
            None => self.look(),
            Some(error) => Err(error),
        };
        match looked {
            Ok(Reply::Overview(overview)) => Reply::KeptAgain { overview, at: self.now() },
            Ok(other) => other,
            Err(error) => {
                let unkept = Some(Unkept::Wish(Box::new(Effect::Again(left))));
                Reply::Failed(Failure { unkept, ..Failure::from(error) })
            }
        }
    }

    fn try_form(&mut self, mut effect: Effect) -> Result<(), Box<Refused>> {
        self.keep_wish(&mut effect).map_err(|error| {
            let wish = self.may_pass(&effect, &error).then_some(effect);
            Box::new(Refused { error, wish })
        })
    }

    /// Keeps it, or throws it away; what is new has a name from then on, also if it could not be kept.
    fn keep_wish(&mut self, effect: &mut Effect) -> Result<(), DeskError> {
        match effect {
            Effect::KeepOrganisation(organisation) => self.shelf.keep_organisation(organisation)?,
            Effect::KeepSettings(settings) => self.shelf.keep_settings(settings)?,
            Effect::KeepProcessing(processing) => self.keep_processing(processing)?,
            Effect::KeepCommission(commission) => self.shelf.keep_commission(commission)?,
            Effect::RemoveProcessing(id) => self.remove_processing(id)?,
            Effect::RemoveCommission(id) => {
                self.shelf.remove_commission(id, self.now())?;
            }
            Effect::Dismiss { row, dismissed } => self.dismiss(row, *dismissed)?,
            Effect::KeepAction(action) => self.keep_action(action)?,
            Effect::RemoveAction(id) => self.remove_action(id)?,
            Effect::AddSigner(signer) => self.add_signer(signer)?,
            Effect::RemoveSigner(fingerprint) => self.remove_signer(fingerprint)?,
            _ => {}
        }
        Ok(())
    }

    /// Whether what stands in the way may go away: the data folder refuses, as when the disk is full or the stick is out.
    fn may_pass(&self, effect: &Effect, error: &DeskError) -> bool {
        let DeskError::Store(error) = error else { return false };
        let throws = matches!(effect, Effect::RemoveProcessing(_) | Effect::RemoveCommission(_));
        match error {
            // A folder that is not there may come back; what is not in a folder that is there, was thrown away before.
            _ if throws && error.is_missing() => !self.shelf.folder().is_dir(),
            StoreError::Io { path, .. } => path.starts_with(self.shelf.folder()),
            StoreError::Name { .. } | StoreError::Print { .. } => false,
            _ => true,
        }
    }
}

/// Whether there is nothing of this name.
fn is_gone(error: &DeskError) -> bool {
    matches!(error, DeskError::Store(error) if error.is_missing())
}
