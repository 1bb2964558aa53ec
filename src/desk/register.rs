//! Keeping the registers: an entry written, thrown away, or proposed no more.

use super::{DeskError, Office};
use crate::model::{About, Action, Fed, Id, Processing};
use std::sync::Arc;

impl Office {
    pub(super) fn keep_processing(&mut self, processing: &mut Processing) -> Result<(), DeskError> {
        self.forget_processing(&processing.id);
        Ok(self.shelf.keep_processing(processing)?)
    }

    /// Throws an entry away, unless something is about it: then it can only be ended.
    pub(super) fn remove_processing(&mut self, id: &Id) -> Result<(), DeskError> {
        let now = self.now();
        let entry = self.shelf.processing(id, now)?;
        let overview = self.overview()?;
        let about = About::Processing(id.clone());
        let assessments = overview.assessments.iter().filter(|line| line.about == about).count();
        let of = |action: &&Arc<Action>| action.processing.as_ref() == Some(id);
        let actions = overview.actions.iter().filter(of).count();
        if assessments + actions > 0 {
            return Err(DeskError::Linked { name: entry.name, assessments, actions });
        }
        self.forget_processing(id);
        self.shelf.remove_processing(id, now)?;
        Ok(())
    }

    /// Proposes a row for the register no more, or again.
    pub(super) fn dismiss(&mut self, row: &Fed, dismissed: bool) -> Result<(), DeskError> {
        let mut dismissals = self.shelf.dismissals(self.now())?;
        dismissals.0.retain(|known| known != row);
        if dismissed {
            dismissals.0.push(row.clone());
        }
        Ok(self.shelf.keep_dismissals(&dismissals)?)
    }
}
