//! Damaged files that were set aside, as long as nothing good stands in their place: what is in them is missing from
//! every list, and that must be told each time.

use super::{
    StoreError, Warning,
    shelf::{ASIDE, PROCESSINGS, Shelf, entries, file_name, is_file},
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
            for path in entries(&folder)? {
                let name = file_name(&path);
                let Some((before, _)) = name.split_once(ASIDE) else { continue };
                let place = path.with_file_name(before);
                if is_file(&path) && place.symlink_metadata().is_err() {
                    // The names end in a time, and come in their order.
                    found.insert(place, path);
                }
            }
        }
        Ok(found.into_values().map(Warning::StillAside).collect())
    }
}
