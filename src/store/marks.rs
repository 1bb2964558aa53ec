//! What a file is known by without reading it, so that what was worked out of it need not be worked out again.
//!
//! As with version control and build programs: the size and the times of a file, and on Unix its number in the file system. A mark
//! says that a file may have changed, never what stands in it; whoever has no equal mark reads the file.

use super::{
    Doing, Shelf, StoreError,
    assessments::FILE as TOETS,
    replace::post,
    shelf::{self, ASSESSMENTS, PROCESSINGS},
    twins,
};
use crate::model::Id;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File, Metadata},
    io::{self, BufReader, Read as _, Take},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

/// What was worked out of the files. Hidden: it is no one's data, and may be thrown away at any time.
const INDEX: &str = ".overzicht.json";

/// What earlier versions kept beside it.
const FORMER: &str = ".blik.json";

/// What was worked out before, to be read from the file.
pub type Remembered = BufReader<Take<File>>;

/// How coarsely a file system may tell time, in nanoseconds: two seconds on a stick (FAT).
const COARSE: i64 = 2_000_000_000;

/// What a file is known by without reading it. Times are nanoseconds since 1970. Written as a row of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
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

/// A [`Mark`] as it is written: size, writing, change, number, and folder.
type Row = (u64, i64, i64, u64, i64);

impl From<Row> for Mark {
    fn from((size, written, at, number, folder): Row) -> Self {
        Self { size, written, changed: (at, number), folder }
    }
}

impl From<Mark> for Row {
    fn from(mark: Mark) -> Self {
        (mark.size, mark.written, mark.changed.0, mark.changed.1, mark.folder)
    }
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
        let folder = self.folder.join(ASSESSMENTS);
        let mut found = Vec::new();
        for entry in shelf::opened(&folder)? {
            let entry = entry.map_err(StoreError::io(Doing::List, &folder))?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            let path = entry.path();
            // Of the entry itself, which costs less; a link is followed.
            let home = entry.metadata().ok().filter(|home| !home.is_symlink());
            let Some(home) = home.or_else(|| fs::metadata(&path).ok()) else { continue };
            if home.is_dir() && !twins::is_copy(&path) {
                let id = Id::from(&*name);
                let file = fs::metadata(path.join(TOETS)).ok();
                let file = file.filter(|_| !self.known.contains_key(&id));
                let mark = file.map(|file| Mark { folder: written(&home), ..Mark::of(&file) });
                found.push((id, mark));
            }
        }
        found.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Ok(found)
    }

    /// The processing activities that there are, each with the mark of its file.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn marked_processings(&self) -> Result<Vec<(Id, Option<Mark>)>, StoreError> {
        let paths = shelf::list(&self.folder.join(PROCESSINGS), &["ron"])?;
        Ok(paths.iter().map(|path| (Id::new(shelf::stem(path)), mark(path))).collect())
    }

    /// The mark of the file of actions.
    pub fn marked_actions(&self) -> Option<Mark> {
        mark(&self.folder.join(super::duties::ACTIONS))
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

    /// What was worked out before, to be read, and the mark of its file; none if that is not there.
    pub fn index(&self) -> Option<(Remembered, Mark)> {
        let file = File::open(self.folder.join(INDEX)).ok()?;
        let mark = Mark::of(&file.metadata().ok()?);
        Some((BufReader::new(file.take(shelf::LONGEST_FILE)), mark))
    }

    /// Keeps what `pour` writes of what was worked out, if the folder is ours to write in. It is never in memory as a whole.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_index(
        &self,
        pour: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<(), StoreError> {
        if !self.is_claimed() {
            return Ok(());
        }
        // What cannot be removed does no harm.
        let _ = fs::remove_file(self.folder.join(FORMER));
        post(&self.folder.join(INDEX), pour)
    }
}

fn mark(path: &Path) -> Option<Mark> {
    fs::metadata(path).ok().map(|metadata| Mark::of(&metadata))
}
