//! All data in one file.

use super::{DeskError, Office};
use crate::store::Packed;
use std::path::Path;

impl Office {
    /// Puts everything that is in the data folder into a new zip file, and reads it back.
    ///
    /// # Errors
    /// Something cannot be read or written, or the file stands there already.
    pub fn back_up(&self, file: &Path) -> Result<Packed, DeskError> {
        Ok(self.shelf.pack(file, self.now())?)
    }
}
