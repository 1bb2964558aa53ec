//! What a file is known by without reading it, so that what was worked out of it need not be worked out again.
//!
//! As with version control and build programs: the size and the times of a file, and on Unix its number in the file system. A mark
//! says that a file may have changed, never what stands in it; whoever has no equal mark reads the file.

use super::{
    Shelf, StoreError,
    assessments::FILE as TOETS,
    replace::replace,
    shelf::{self, ASSESSMENTS, PROCESSINGS, entries},
};
use crate::model::Id;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, Metadata},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

/// The file of what was worked out. Hidden: it is no one's data, and may be thrown away at any time.
const INDEX: &str = ".overzicht.json";

/// How coarsely a file system may tell time, in nanoseconds: two seconds on a stick (FAT).
const COARSE: i64 = 2_000_000_000;

/// What a file is known by without reading it. Times are nanoseconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its size in bytes.
    size: u64,
    /// When it was last written.
    written: i64,
    /// When it, or its name, was last changed at all, and its number; zeros where the platform does not tell.
    changed: (i64, u64),
    /// When something in its folder got or lost a name; zero where that does not matter.
    folder: i64,
}

impl Mark {
    fn of(metadata: &Metadata) -> Self {
        Self {
            size: metadata.len(),
            written: written(metadata),
            changed: changed(metadata),
            folder: 0,
        }
    }

    /// Whether the file may have been written again after `seen` without its times telling.
    pub fn is_fresh(&self, seen: &Self) -> bool {
        self.written.max(self.folder).saturating_add(COARSE) > seen.written
    }
}

fn written(metadata: &Metadata) -> i64 {
    let time = metadata.modified().unwrap_or(UNIX_EPOCH);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |ago| -ago),
    }
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    let seconds = metadata.ctime().saturating_mul(1_000_000_000);
    (seconds.saturating_add(metadata.ctime_nsec()), metadata.ino())
}

#[cfg(not(unix))]
fn changed(_metadata: &Metadata) -> (i64, u64) {
    (0, 0)
}

impl Shelf {
    /// The assessments that there are, by name, each with the mark of its file; none where the file must be read whatever its mark,
    /// because it is not there or was taken up here.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn marked_assessments(&self) -> Result<Vec<(Id, Option<Mark>)>, StoreError> {
        let mut found = Vec::new();
        for path in entries(&self.folder.join(ASSESSMENTS))? {
            let Ok(folder) = fs::metadata(&path) else { continue };
            let name = shelf::file_name(&path);
            if !folder.is_dir() || name.starts_with('.') {
                continue;
            }
            let id = Id::new(name);
            let file =
                fs::metadata(path.join(TOETS)).ok().filter(|_| !self.known.contains_key(&id));
            let mark = file.map(|file| Mark { folder: written(&folder), ..Mark::of(&file) });
            found.push((id, mark));
        }
        Ok(found)
    }

    /// The processing activities that there are, each with the mark of its file.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn marked_processings(&self) -> Result<Vec<(Id, Option<Mark>)>, StoreError> {
        let paths = shelf::list(&self.folder.join(PROCESSINGS), "ron")?;
        Ok(paths.iter().map(|path| (Id::new(shelf::stem(path)), mark(path))).collect())
    }

    /// The records, newest first, each with its mark.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn marked_records(&self) -> Result<Vec<(PathBuf, Option<Mark>)>, StoreError> {
        let marked = |path: PathBuf| {
            let mark = mark(&path);
            (path, mark)
        };
        Ok(self.records()?.into_iter().map(marked).collect())
    }

    /// What was worked out before and the mark of its file; none if that is not there.
    pub fn index(&self) -> Option<(Vec<u8>, Mark)> {
        let path = self.folder.join(INDEX);
        let mark = Mark::of(&fs::metadata(&path).ok()?);
        Some((shelf::read_whole(&path, shelf::LONGEST_FILE).ok()?, mark))
    }

    /// Keeps what was worked out, if the folder is ours to write in.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_index(&self, bytes: &[u8]) -> Result<(), StoreError> {
        if self.is_claimed() { replace(&self.folder.join(INDEX), bytes) } else { Ok(()) }
    }
}

fn mark(path: &Path) -> Option<Mark> {
    fs::metadata(path).ok().map(|metadata| Mark::of(&metadata))
}
