//! Looking at every file without touching any: what can be read, and what cannot.

use super::{
    StoreError,
    assessments::is_questionnaire,
    replace::replace,
    shelf::{self, ASIDE, ASSESSMENTS, BACKUPS, KEYS, PROCESSINGS, RECORDS, Shelf, file_name},
    twins,
};
use crate::{
    format::{Content, Edition},
    model::{
        Actions, Assessment, Commission, Dismissals, Id, KnownSigners, Moment, Organisation,
        Processing, Settings,
    },
};
use std::path::{Path, PathBuf};

/// What was found when a file was looked at.
#[derive(Debug)]
pub enum Condition {
    /// It can be read.
    Sound,
    /// It cannot, and why.
    Bad(StoreError),
    /// It was set aside earlier, because it was damaged.
    Aside,
    /// A program that keeps folders alike on several computers (Dropbox, Nextcloud, Syncthing) could not choose
    /// between two versions, and kept this one as well.
    Conflict,
    /// The program kept it beside the file itself, because another program had changed that.
    Beside,
    /// It is none of this program's.
    Stranger,
}

/// A file and what was found.
#[derive(Debug)]
pub struct Inspected {
    /// The file.
    pub path: PathBuf,
    /// What was found.
    pub condition: Condition,
}

/// What was done with a damaged file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// It was set aside, and this good copy took its place.
    Restored(PathBuf),
    /// It was set aside; there is no copy of it.
    SetAside,
}

/// How the files of a folder are looked at.
type Look = fn(&Path) -> Condition;

impl Shelf {
    /// The assessments that can be read, without touching the others.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn sound_assessments(&self) -> Result<Vec<Assessment>, StoreError> {
        let folders = shelf::homes(&self.folder)?;
        let read = |folder: PathBuf| {
            let (content, _) = shelf::peruse::<Assessment>(&folder.join("toets.ron")).ok()?;
            Some(Assessment { id: Id::new(file_name(&folder)), ..content.ok()? })
        };
        Ok(folders.into_iter().filter_map(read).collect())
    }

    /// Sets a damaged file aside, and puts the newest good copy of an assessment in its place. None if that cannot be done.
    ///
    /// # Errors
    /// The copy cannot be read or written.
    pub fn mend(&mut self, path: &Path, now: Moment) -> Result<Option<Mended>, StoreError> {
        let id = path.parent().map(|folder| Id::new(file_name(folder)));
        let copy = id
            .filter(|_| file_name(path) == "toets.ron")
            .and_then(|id| self.newest_copy(&id))
            .map(|(_, copy)| copy);
        let bytes =
            copy.as_ref().map(|copy| shelf::read_whole(copy, shelf::LONGEST_FILE)).transpose()?;
        if shelf::set_aside(path, now).is_none() {
            return Ok(None);
        }
        match (copy, bytes) {
            (Some(copy), Some(bytes)) => {
                replace(path, &bytes)?;
                Ok(Some(Mended::Restored(copy)))
            }
            _ => Ok(Some(Mended::SetAside)),
        }
    }

    /// Looks at every file of the data folder, records apart, and changes nothing.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn inspect(&self) -> Result<Vec<Inspected>, StoreError> {
        let mut found = Vec::new();
        let root = shelf::files(&self.folder)?;
        found.extend(root.into_iter().filter(|path| !is_own_lock(path)).map(|path| {
            let condition = match file_name(&path).as_str() {
                name if twins::is_copy(&path) => doubled(name),
                shelf::SETTINGS => readable::<Settings>(&path),
                shelf::ORGANISATION => readable::<Organisation>(&path),
                super::duties::ACTIONS => readable::<Actions>(&path),
                super::duties::DISMISSALS => readable::<Dismissals>(&path),
                super::signers::LIST => readable::<KnownSigners>(&path),
                // The journal's chain is looked at by itself; settings hold nothing that matters.
                super::journal::FILE => Condition::Sound,
                name => other(name),
            };
            Inspected { path, condition }
        }));
        let folders: [(&str, Look); 5] = [
            (PROCESSINGS, readable::<Processing>),
            ("opdrachten", readable::<Commission>),
            (BACKUPS, readable::<Assessment>),
            (KEYS, |_| Condition::Sound),
            (super::signers::SIGNERS, |_| Condition::Sound),
        ];
        for (name, look) in folders {
            for path in shelf::files(&self.folder.join(name))? {
                let condition = named(&path, look);
                found.push(Inspected { path, condition });
            }
        }
        for folder in shelf::folders(&self.folder.join(ASSESSMENTS))? {
            let copy = twins::is_copy(&folder);
            for path in shelf::files(&folder)? {
                let condition = named(&path, |path| match file_name(path).as_str() {
                    "toets.ron" if copy => Condition::Conflict,
                    "toets.ron" => readable::<Assessment>(path),
                    name if is_questionnaire(name) => questionnaire(path),
                    name => other(name),
                });
                found.push(Inspected { path, condition });
            }
        }
        for path in shelf::files(&self.folder.join(RECORDS))? {
            let condition = named(&path, |_| Condition::Sound);
            if !matches!(condition, Condition::Sound) {
                found.push(Inspected { path, condition });
            }
        }
        // What was not chosen or was thrown away needs no looking at; it is kept.
        for apart in [twins::NOT_CHOSEN, twins::THROWN_AWAY] {
            let apart = self.folder.join(apart);
            for home in std::iter::once(apart.clone()).chain(shelf::folders(&apart)?) {
                let sound = |path| Inspected { path, condition: Condition::Sound };
                found.extend(shelf::files(&home)?.into_iter().map(sound));
            }
        }
        Ok(found)
    }
}

/// There are two of it: the other one is of a synchronising program, or ours.
fn doubled(name: &str) -> Condition {
    match other(name) {
        Condition::Stranger => Condition::Conflict,
        known => known,
    }
}

fn named(path: &Path, look: impl Fn(&Path) -> Condition) -> Condition {
    if twins::is_copy(path) {
        return doubled(&file_name(path));
    }
    match other(&file_name(path)) {
        Condition::Stranger => look(path),
        known => known,
    }
}

/// What a name alone says.
fn other(name: &str) -> Condition {
    if name.contains(ASIDE) {
        Condition::Aside
    } else if is_conflict(name) {
        Condition::Conflict
    } else if name.starts_with("toets (kopie van ") {
        Condition::Beside
    } else {
        Condition::Stranger
    }
}

/// Whether a program that keeps folders alike gave a file this name: `toets (conflicted copy 2026-11-23).ron`,
/// `toets (Vera's conflicting copy).ron`, `toets.sync-conflict-20261123-140205-ABCDEFG.ron`, `toets (conflict van laptop).ron`.
pub fn is_conflict(name: &str) -> bool {
    let name = name.to_lowercase();
    [
        ".sync-conflict-",
        "conflicted copy",
        "conflicting copy",
        "(conflict",
        "conflict van",
        "conflicterende kopie",
        "_conf(",
    ]
    .iter()
    .any(|mark| name.contains(mark))
}

fn readable<T: Content>(path: &Path) -> Condition {
    match shelf::peruse::<T>(path) {
        Ok((Ok(_), _)) => Condition::Sound,
        Ok((Err(problems), _)) => {
            Condition::Bad(StoreError::Damaged { path: path.to_path_buf(), aside: None, problems })
        }
        Err(error) => Condition::Bad(error),
    }
}

fn questionnaire(path: &Path) -> Condition {
    let read = shelf::read_whole(path, shelf::LONGEST_FILE);
    match read.map(|bytes| String::from_utf8(bytes).ok().map(|text| Edition::read(&text))) {
        Ok(Some(Ok(_))) => Condition::Sound,
        Ok(Some(Err(problems))) => {
            Condition::Bad(StoreError::Damaged { path: path.to_path_buf(), aside: None, problems })
        }
        Ok(None) => Condition::Bad(StoreError::io(super::Doing::Read, path)(
            std::io::ErrorKind::InvalidData.into(),
        )),
        Err(error) => Condition::Bad(error),
    }
}

fn is_own_lock(path: &Path) -> bool {
    file_name(path).starts_with('.')
}
