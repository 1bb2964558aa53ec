//! Assessments: each a folder with what was answered and the questionnaire that was asked.

use super::{
    Doing, Found, StoreError, Warning, names,
    replace::{Access, create, replace, sweep, sync_folder},
    shelf::{
        self, ASIDE, ASSESSMENTS, Known, LONGEST_FILE, Shelf, file_name, print, read_whole,
        refuse_newer,
    },
};
use crate::{
    format::{self, Edition},
    model::{About, Assessment, Id, Moment, Status},
};
use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

pub(super) const FILE: &str = "toets.ron";
const QUESTIONNAIRE: &str = "vragenlijst.ron";

impl Shelf {
    /// Begins an assessment with `edition`, which is kept beside it byte for byte. Its name is made out of the day,
    /// the questionnaire and `subject`.
    ///
    /// # Errors
    /// Its folder or files cannot be written.
    pub fn begin(
        &mut self,
        edition: &Edition,
        about: About,
        subject: &str,
        now: Moment,
    ) -> Result<Assessment, StoreError> {
        let questionnaire = &edition.pinned.id;
        let name = format!("{}-{questionnaire}-{}", now.date(), names::slug(subject));
        let folder = self.free_folder(&name)?;
        let path = folder.join(QUESTIONNAIRE);
        create(&path, edition.text.as_bytes(), Access::Usual)?;
        let id = Id::new(file_name(&folder));
        let mut assessment = Assessment::begin(id, edition.pinned.clone(), about, now);
        self.keep(&mut assessment, now)?;
        Ok(assessment)
    }

    /// Every assessment that can be read, last changed first, and what is wrong with the others.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn assessments(&self, now: Moment) -> Result<(Vec<Assessment>, Vec<Warning>), StoreError> {
        let mut found = Vec::new();
        let mut warnings = Vec::new();
        for folder in shelf::homes(&self.folder)? {
            let (assessment, warning) = self.look_at(&Id::new(file_name(&folder)), now);
            found.extend(assessment);
            warnings.extend(warning);
        }
        found.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.id.cmp(&b.id)));
        Ok((found, warnings))
    }

    /// One assessment, if it can be read, and what is wrong with it. What an interrupted write left beside it is removed.
    pub fn look_at(&self, id: &Id, now: Moment) -> (Option<Assessment>, Option<Warning>) {
        let Ok(folder) = self.folder_of(id) else { return (None, None) };
        if self.is_claimed() {
            sweep(&folder);
        }
        match self.load(id, now) {
            Ok((Found { value, warning }, _)) => (Some(value), warning),
            Err(error) if error.is_missing() => (None, aside(&folder).map(Warning::StillAside)),
            Err(error) => (None, Some(Warning::Left(error))),
        }
    }

    /// Refuses an assessment that stands in a signed record, as far as was seen here or is read now.
    ///
    /// # Errors
    /// It is signed, or its file cannot be read.
    pub fn refuse_closed(&self, id: &Id) -> Result<(), StoreError> {
        let path = self.folder_of(id)?.join(FILE);
        let known = self.known.get(id).is_some_and(|known| known.signed);
        let there = match shelf::peruse::<Assessment>(&path) {
            Ok((content, _)) => content.is_ok_and(|assessment| is_signed(&assessment)),
            Err(error) if error.is_missing() => false,
            Err(error) => return Err(error),
        };
        if known || there { Err(StoreError::Closed { path }) } else { Ok(()) }
    }

    /// Takes an assessment up: reads it, remembers which file it was, and makes a dated copy. A damaged file is set
    /// aside, and the newest good copy is read in its place.
    ///
    /// # Errors
    /// There is no such assessment, or neither it nor a copy can be read.
    pub fn take_up(&mut self, id: &Id, now: Moment) -> Result<Found<Assessment>, StoreError> {
        let (mut found, bytes) = self.load(id, now)?;
        let sha256 = bytes.as_deref().map(format::sha256);
        let known =
            Known { sha256, signed: is_signed(&found.value), beside: None, attempted: None };
        self.known.insert(id.clone(), known);
        if let Some(bytes) = bytes.filter(|_| !self.is_looking()) {
            let copied = self.back_up(id, &bytes, now).err();
            found.warning = found.warning.or(copied.map(Warning::NoBackup));
        }
        Ok(found)
    }

    /// Keeps an assessment, and writes in it that it was changed `now`. When another program changed the file since
    /// it was last read or written here, that file stays, and this one goes beside it.
    ///
    /// # Errors
    /// The file cannot be written, is of a newer program, or stands in a signed record.
    pub fn keep(
        &mut self,
        assessment: &mut Assessment,
        now: Moment,
    ) -> Result<Option<Warning>, StoreError> {
        let path = self.folder_of(&assessment.id)?.join(FILE);
        let there = match read_whole(&path, LONGEST_FILE) {
            Ok(bytes) => {
                refuse_newer(&path, &bytes)?;
                Some(format::sha256(&bytes))
            }
            Err(error) if error.is_missing() => None,
            Err(error) => return Err(error),
        };
        let known = self.known.get(&assessment.id);
        if known.is_some_and(|known| known.signed) {
            return Err(StoreError::Closed { path });
        }
        let before = assessment.changed;
        assessment.changed = now;
        let text = print(&path, assessment)?;
        let ours = |known: &Known| known.sha256 == there || known.attempted == there;
        let foreign = there.is_some() && !known.is_some_and(ours);
        let beside = known.and_then(|known| known.beside.clone());
        let target = match beside {
            Some(beside) => beside,
            None if foreign => free_copy(&path, now),
            None => path.clone(),
        };
        let aside = target != path;
        let written = Some(format::sha256(text.as_bytes()));
        if let Err(error) = replace(&target, text.as_bytes()) {
            assessment.changed = before;
            // What a disk refuses late is there already: then it is ours, and no work of another program.
            if !aside {
                self.attempted(&assessment.id, there, written);
            }
            return Err(error);
        }
        let sha256 = if aside { there } else { written };
        let beside = aside.then(|| target.clone());
        let known = Known { sha256, signed: is_signed(assessment), beside, attempted: None };
        self.known.insert(assessment.id.clone(), known);
        Ok(aside.then_some(Warning::Beside { path, copy: target }))
    }

    /// Remembers what may stand in a file although the disk refused it.
    fn attempted(&mut self, id: &Id, there: Option<String>, written: Option<String>) {
        let before = Known { sha256: there, signed: false, beside: None, attempted: None };
        self.known.entry(id.clone()).or_insert(before).attempted = written;
    }

    /// Keeps an assessment that goes on with `edition`. The questionnaire it had stays where it is: an interrupted change leaves
    /// an assessment that can be opened, and an older copy of it still finds its own.
    ///
    /// # Errors
    /// A file cannot be written, is of a newer program, or stands in a signed record.
    pub fn upgrade(
        &mut self,
        assessment: &mut Assessment,
        edition: &Edition,
        now: Moment,
    ) -> Result<Option<Warning>, StoreError> {
        self.refuse_closed(&assessment.id)?;
        let there = self.questionnaires(&assessment.id)?;
        if !there.iter().any(|text| *text == *edition.text) {
            let folder = self.folder_of(&assessment.id)?;
            let version = names::slug(&edition.pinned.version);
            let free = names::variants(&format!("vragenlijst-{version}"))
                .map(|name| folder.join(format!("{name}.ron")))
                .find(|path| path.symlink_metadata().is_err());
            let path = free.unwrap_or_else(|| folder.join(QUESTIONNAIRE));
            create(&path, edition.text.as_bytes(), Access::Usual)?;
        }
        self.keep(assessment, now)
    }

    /// The questionnaires that are kept beside an assessment, byte for byte, the one it began with first; what is no text is
    /// left out.
    ///
    /// # Errors
    /// The folder or a file cannot be read.
    pub fn questionnaires(&self, id: &Id) -> Result<Vec<String>, StoreError> {
        let mut paths = shelf::list(&self.folder_of(id)?, &["ron"])?;
        paths.retain(|path| is_questionnaire(&file_name(path)));
        paths.sort_by_key(|path| (file_name(path) != QUESTIONNAIRE, path.clone()));
        let mut texts = Vec::new();
        for path in paths {
            texts.extend(String::from_utf8(read_whole(&path, LONGEST_FILE)?).ok());
        }
        Ok(texts)
    }

    /// The file of an assessment.
    ///
    /// # Errors
    /// `id` cannot be a name.
    pub fn assessment_file(&self, id: &Id) -> Result<PathBuf, StoreError> {
        Ok(self.folder_of(id)?.join(FILE))
    }

    fn folder_of(&self, id: &Id) -> Result<PathBuf, StoreError> {
        self.inside(ASSESSMENTS, id.as_str(), "")
    }

    /// An assessment, or the newest copy of a damaged one; and the bytes of its own file, if that was read.
    fn load(
        &self,
        id: &Id,
        now: Moment,
    ) -> Result<(Found<Assessment>, Option<Vec<u8>>), StoreError> {
        let path = self.folder_of(id)?.join(FILE);
        let error = match self.content::<Assessment>(&path, now) {
            Ok((value, bytes)) => return Ok((found(value, id, None), Some(bytes))),
            Err(error @ StoreError::Damaged { .. }) => error,
            Err(error) if error.is_missing() && path.parent().is_some_and(Path::is_dir) => error,
            Err(error) => return Err(error),
        };
        match self.newest_copy(id) {
            Some((value, copy)) => {
                Ok((found(value, id, Some(Warning::Restored { error, copy })), None))
            }
            None => Err(error),
        }
    }

    /// Makes the first folder of this name that is not there yet.
    fn free_folder(&self, name: &str) -> Result<PathBuf, StoreError> {
        for name in names::variants(name) {
            let path = self.inside(ASSESSMENTS, &name, "")?;
            match fs::create_dir(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                other => {
                    return other
                        .and_then(|()| sync_folder(&path))
                        .map(|()| path.clone())
                        .map_err(StoreError::io(Doing::Create, path));
                }
            }
        }
        Err(StoreError::Name { folder: self.folder.join(ASSESSMENTS), name: name.to_owned() })
    }
}

/// The folder's name is the assessment's, also when a person gave it another one.
fn found(mut value: Assessment, id: &Id, warning: Option<Warning>) -> Found<Assessment> {
    value.id = id.clone();
    Found { value, warning }
}

/// Whether a file beside an assessment is a questionnaire it is or was asked with: `vragenlijst.ron`, `vragenlijst-2026-11-0.ron`.
pub(super) fn is_questionnaire(name: &str) -> bool {
    let version = name.strip_prefix("vragenlijst").and_then(|rest| rest.strip_suffix(".ron"));
    let plain = |version: &str| version.chars().all(|c| c.is_ascii_digit() || c == '-');
    version.is_some_and(|version| version.is_empty() || version.starts_with('-') && plain(version))
}

fn is_signed(assessment: &Assessment) -> bool {
    matches!(assessment.status, Status::Signed(_))
}

/// The newest file in `folder` that was set aside.
fn aside(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?;
    let paths = entries.flatten().map(|entry| entry.path());
    paths.filter(|path| file_name(path).contains(ASIDE)).max()
}

/// A free name beside the file: `toets (kopie van 14.02).ron`.
fn free_copy(path: &Path, now: Moment) -> PathBuf {
    let time = now.clock().replace(':', ".");
    let named = |extra: &str| path.with_file_name(format!("toets (kopie van {time}{extra}).ron"));
    let mut free = named("");
    let mut number = 2;
    while free.symlink_metadata().is_ok() {
        free = named(&format!(", {number}"));
        number += 1;
    }
    free
}
