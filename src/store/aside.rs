//! Damaged files that were set aside, as long as nothing good stands in their place: what is in them is missing from
//! every list, and that must be told each time.

use super::{
    StoreError, Warning,
    shelf::{ASIDE, PROCESSINGS, Shelf, files},
};
use std::{collections::BTreeMap, path::PathBuf};

impl Shelf {
    /// The newest set-aside file of each file that is gone from the folder itself, the register and the processor's
    /// register. Call it before reading: what is set aside now is told by whoever reads.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn still_aside(&self) -> Result<Vec<Warning>, StoreError> {
        let own = self.folder.clone();
        let folders = [own.clone(), own.join(PROCESSINGS), own.join(super::duties::COMMISSIONS)];
        let mut found: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
        for folder in folders {
            for path in files(&folder)? {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let Some((before, _)) = name.split_once(ASIDE) else { continue };
                let place = path.with_file_name(before);
                if place.symlink_metadata().is_err() {
                    // The names end in a time, and come in their order.
                    found.insert(place, path);
                }
            }
        }
        Ok(found.into_values().map(Warning::StillAside).collect())
    }
}
