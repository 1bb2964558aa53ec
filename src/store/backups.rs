//! Dated copies of assessments: made on opening, thinned out, read when the file itself is damaged.

use super::{
    StoreError, names,
    replace::{Access, create},
    shelf::{self, BACKUPS, LONGEST_FILE, Shelf, read_whole},
};
use crate::model::{Assessment, Id, Moment};
use jiff::ToSpan as _;
use std::{fs, path::PathBuf};

/// How many copies of one assessment are kept.
const KEPT: usize = 20;

/// A moment in the name of a new copy: `now`, but always after the newest of `copies`. A clock that is put back must not make an older
/// copy the newest.
fn later(copies: &[PathBuf], now: Moment) -> String {
    let wanted = names::stamp(now);
    let newest = copies.first().map(|path| shelf::stem(path)).unwrap_or_default();
    let newest = newest.get(newest.len().saturating_sub(wanted.len())..).unwrap_or_default();
    if newest <= wanted.as_str() {
        return wanted;
    }
    let after = names::moment(newest).and_then(|newest| newest.checked_add(1.second()).ok());
    after.map_or(wanted, names::stamped)
}

impl Shelf {
    /// Keeps a dated copy of the assessment's file as it stands, unless the newest copy is the same.
    pub(super) fn back_up(&self, id: &Id, bytes: &[u8], now: Moment) -> Result<(), StoreError> {
        let copies = self.copies(id)?;
        let newest = copies.first().and_then(|path| read_whole(path, LONGEST_FILE).ok());
        if newest.as_deref() == Some(bytes) {
            return Ok(());
        }
        let path = self.inside(BACKUPS, &format!("{id}-{}", later(&copies, now)), ".ron")?;
        match create(&path, bytes, Access::Usual) {
            // Twice in one second: the earlier copy is as good.
            Err(StoreError::Io { source, .. })
                if source.kind() == std::io::ErrorKind::AlreadyExists => {}
            other => other?,
        }
        // The new one is the newest of all.
        for path in copies.into_iter().skip(KEPT - 1) {
            // One too many does no harm.
            let _ = fs::remove_file(path);
        }
        Ok(())
    }

    /// The newest copy that can be read.
    pub(super) fn newest_copy(&self, id: &Id) -> Option<(Assessment, PathBuf)> {
        self.copies(id).ok()?.into_iter().find_map(|path| {
            let (content, _) = shelf::peruse::<Assessment>(&path).ok()?;
            Some((content.ok()?, path))
        })
    }

    /// The copies of one assessment, newest first.
    fn copies(&self, id: &Id) -> Result<Vec<PathBuf>, StoreError> {
        let is_copy = |path: &PathBuf| {
            let stem = shelf::stem(path);
            stem.strip_prefix(id.as_str())
                .and_then(|rest| rest.strip_prefix('-'))
                .is_some_and(names::is_stamp)
        };
        let mut copies = shelf::list(&self.folder.join(BACKUPS), &["ron"])?;
        copies.retain(is_copy);
        copies.reverse();
        Ok(copies)
    }
}
