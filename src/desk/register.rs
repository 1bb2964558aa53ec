//! Keeping the registers: an entry written, thrown away, or proposed no more.

use super::{DeskError, Office};
use crate::{
    model::{About, Commission, Fed, Id, Processing},
    session::Reply,
};

impl Office {
    pub(super) fn keep_processing(
        &mut self,
        mut processing: Processing,
    ) -> Result<Reply, DeskError> {
        self.forget_processing(&processing.id);
        self.shelf.keep_processing(&mut processing)?;
        self.look()
    }

    pub(super) fn keep_commission(
        &mut self,
        mut commission: Commission,
    ) -> Result<Reply, DeskError> {
        self.shelf.keep_commission(&mut commission)?;
        self.look()
    }

    /// Throws an entry away, unless something is about it: then it can only be ended.
    pub(super) fn remove_processing(&mut self, id: &Id) -> Result<Reply, DeskError> {
        let now = self.now();
        let entry = self.shelf.processing(id, now)?;
        let overview = self.overview()?;
        let about = About::Processing(id.clone());
        let assessments = overview.assessments.iter().filter(|line| line.about == about).count();
        let of = |action: &&crate::model::Action| action.processing.as_ref() == Some(id);
        let actions = overview.actions.iter().filter(of).count();
        if assessments + actions > 0 {
            return Err(DeskError::Linked { name: entry.name, assessments, actions });
        }
        self.forget_processing(id);
        self.shelf.remove_processing(id, now)?;
        self.look()
    }

    /// Throws away what is done for another.
    pub(super) fn remove_commission(&mut self, id: &Id) -> Result<Reply, DeskError> {
        self.shelf.remove_commission(id, self.now())?;
        self.look()
    }

    /// Proposes a row for the register no more, or again.
    pub(super) fn dismiss(&mut self, row: Fed, dismissed: bool) -> Result<Reply, DeskError> {
        let mut dismissals = self.shelf.dismissals(self.now())?;
        dismissals.0.retain(|known| *known != row);
        if dismissed {
            dismissals.0.push(row);
        }
        self.shelf.keep_dismissals(&dismissals)?;
        self.look()
    }
}
