//! Second copies of our files and of the folders of assessments.
//!
//! A program that keeps folders alike on several computers (Dropbox, `OneDrive`, Google Drive, Nextcloud, Syncthing, iCloud) makes one
//! when the same file was changed in two places and it cannot choose. Nor can we: as long as there are two, the copy stands in no
//! list, and people are asked. What they do not choose goes to a folder of its own, and is never removed.

use super::{
    Doing, StoreError,
    assessments::is_questionnaire,
    names,
    replace::{make_folder, replace, sync_folder},
    shelf::{self, ASSESSMENTS, KEYS, PROCESSINGS, RECORDS, Shelf, file_name},
};
use crate::{
    format::Content,
    model::{Id, Moment},
};
use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

/// Where what was not chosen is kept.
pub(super) const NOT_CHOSEN: &str = "niet-gekozen";

/// Where what people threw away is kept.
pub(super) const THROWN_AWAY: &str = "prullenbak";

/// Files that there is one of: whatever stands behind their name and a hyphen is of another computer.
const SINGLE: [&str; 7] =
    ["instelling", "instellingen", "acties", "toets", "ondertekenaars", "logboek", "voorstellen"];

/// A file or the folder of an assessment, and the second copy of it that lies beside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Twin {
    /// The one under the name that the program uses.
    pub original: PathBuf,
    /// The other.
    pub copy: PathBuf,
}

/// What a file of the data folder is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Who the institution is.
    Organisation,
    /// How the program looks.
    Settings,
    /// What must be done.
    Actions,
    /// An entry of the register.
    Processing,
    /// An entry of the processor's register.
    Commission,
    /// An assessment: its file or its folder.
    Assessment(Id),
    /// A signed record.
    Record,
    /// Who is known to sign.
    Signers,
    /// The journal of records.
    Journal,
    /// Anything else.
    Other,
}

/// The file or folder of which the one at `path` is a second copy, as its name says; none if that is not there.
pub(super) fn original_of(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    // A folder's name has no extension, whatever points there are in it.
    let (stem, extension) = match name.rsplit_once('.').filter(|(_, end)| is_extension(end)) {
        Some((stem, extension)) => (stem, Some(extension)),
        None => (name, None),
    };
    bases(stem)
        .find_map(|base| {
            let name = extension.map_or_else(|| base.to_owned(), |end| format!("{base}.{end}"));
            Some(path.with_file_name(name)).filter(|original| original.exists())
        })
        .or_else(|| entry_inside(path))
}

/// The entry of a register that a file is a second copy of, under the name of a computer without capitals
/// (`kaarten-laptop.ron`). An entry of its own may be called so too: then its own name stands in it.
fn entry_inside(path: &Path) -> Option<PathBuf> {
    let stem = path.file_stem().filter(|_| is_entry(path))?.to_str()?;
    let cuts = stem.match_indices('-').map(|(at, _)| stem.split_at(at));
    // What we number ourselves is another entry.
    let cuts = cuts.filter(|(_, rest)| !rest[1..].bytes().all(|byte| byte.is_ascii_digit()));
    let beside = |base: &str| path.with_file_name(format!("{base}.ron"));
    let mut bases = cuts.map(|(base, _)| base).filter(|base| beside(base).is_file()).peekable();
    bases.peek()?;
    let named = name_inside(path)?;
    bases.find(|base| *base == named).map(beside)
}

/// Whether a file lies where an entry of a register does.
fn is_entry(path: &Path) -> bool {
    let home = path.parent().and_then(Path::file_name);
    home.is_some_and(|home| home == PROCESSINGS || home == super::duties::COMMISSIONS)
        && path.extension().is_some_and(|end| end == "ron")
}

/// The name that an entry of a register has in its own file: it is the first thing that stands there.
fn name_inside(path: &Path) -> Option<String> {
    let mut start = [0; 256];
    let length = fs::File::open(path).ok()?.read(&mut start).ok()?;
    let text = String::from_utf8_lossy(&start[..length]);
    let (_, rest) = text.split_once("id: \"")?;
    rest.split_once('"').map(|(name, _)| name.to_owned())
}

fn is_extension(end: &str) -> bool {
    ["ron", "pdf", "jsonl", "key", "p12", "pem"].contains(&end.to_ascii_lowercase().as_str())
}

/// What the name could have been before, the likeliest first.
fn bases(stem: &str) -> impl Iterator<Item = &str> {
    let marked = stem.split_once(".sync-conflict-").or_else(|| stem.split_once("_conflict-"));
    let marked = marked.or_else(|| stem.split_once("_conf("));
    let in_brackets = stem.strip_suffix(')').and_then(|start| start.rsplit_once('('));
    let in_brackets = in_brackets.filter(|(_, inside)| is_mark(inside));
    let numbered = stem.rsplit_once(' ').filter(|(_, number)| is_number(number));
    let copied = [" - copy", " - kopie"].into_iter().filter_map(move |end| {
        let before = before_mark(stem);
        let start = before.len().checked_sub(end.len())?;
        let is_copy = before.get(start..)?.eq_ignore_ascii_case(end);
        is_copy.then(|| before.get(..start)).flatten()
    });
    let bases = [marked, in_brackets, numbered].into_iter().flatten().map(|(base, _)| base);
    copied.chain(bases).chain(of_computers(stem)).map(str::trim_end).filter(|base| !base.is_empty())
}

/// The name without a number in brackets behind it.
fn before_mark(stem: &str) -> &str {
    let cut = stem.strip_suffix(')').and_then(|start| start.rsplit_once(" ("));
    cut.filter(|(_, inside)| is_number(inside)).map_or(stem, |(before, _)| before)
}

/// What synchronising programs write in brackets: a number, or that there is a conflict; and what this program itself does.
fn is_mark(inside: &str) -> bool {
    let inside = inside.to_lowercase();
    is_number(&inside) || ["conflict", "kopie", "copy"].iter().any(|word| inside.contains(word))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The name before that of a computer (`toets-LAPTOP-8F3K.ron`). Our own names have no capitals; where there is one of a kind, any
/// name behind it is of a computer.
fn of_computers(stem: &str) -> impl Iterator<Item = &str> {
    let cuts = stem.match_indices('-').map(|(at, _)| stem.split_at(at));
    cuts.filter(|(base, rest)| {
        SINGLE.contains(base) || rest.chars().any(char::is_uppercase) && !base.is_empty()
    })
    .map(|(base, _)| base)
}

/// Whether a name could be that of a second copy: it is not like those that this program gives.
fn is_odd(name: &str) -> bool {
    let own = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let (stem, _) = name.rsplit_once('.').unwrap_or((name, ""));
    !stem.bytes().all(own) || SINGLE.iter().any(|single| stem.starts_with(single))
}

fn may_be_copy(path: &Path) -> bool {
    is_odd(&file_name(path)) || is_entry(path)
}

/// The twins among what lies in a folder.
fn among(paths: impl IntoIterator<Item = PathBuf>) -> impl Iterator<Item = Twin> {
    let odd = paths.into_iter().filter(|path| may_be_copy(path));
    odd.filter_map(|copy| Some(Twin { original: original_of(&copy)?, copy }))
}

/// Whether what lies there is a second copy, and so stands in no list.
pub(super) fn is_copy(path: &Path) -> bool {
    may_be_copy(path) && original_of(path).is_some()
}

impl Shelf {
    /// Everything of which there are two, but for what lies in the folders of assessments: see [`Shelf::twins_in`].
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn twins(&self) -> Result<Vec<Twin>, StoreError> {
        let own = among(shelf::entries(&self.folder)?);
        let mut found: Vec<Twin> = own.filter(|twin| shelf::is_file(&twin.copy)).collect();
        for name in [PROCESSINGS, super::duties::COMMISSIONS, RECORDS, KEYS] {
            found.extend(among(shelf::entries(&self.folder.join(name))?).filter(is_shown));
        }
        let homes = shelf::entries(&self.folder.join(ASSESSMENTS))?;
        found.extend(among(homes).filter(is_shown).filter(|twin| twin.copy.is_dir()));
        Ok(found)
    }

    /// What the file or folder at `path` is, by where it lies.
    pub fn kept_at(&self, path: &Path) -> Kept {
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        let pieces: Vec<&str> = inside.iter().filter_map(|piece| piece.to_str()).collect();
        match pieces.as_slice() {
            [shelf::ORGANISATION] => Kept::Organisation,
            [shelf::SETTINGS] => Kept::Settings,
            [super::duties::ACTIONS] => Kept::Actions,
            [super::signers::LIST] => Kept::Signers,
            [super::journal::FILE] => Kept::Journal,
            [PROCESSINGS, _] => Kept::Processing,
            [super::duties::COMMISSIONS, _] => Kept::Commission,
            [ASSESSMENTS, id] | [ASSESSMENTS, id, super::assessments::FILE] => {
                Kept::Assessment(Id::from(*id))
            }
            [RECORDS, _] => Kept::Record,
            _ => Kept::Other,
        }
    }

    /// The second copies of an assessment in its own folder.
    pub fn twins_in(&self, id: &Id) -> Vec<Twin> {
        let home = self.folder.join(ASSESSMENTS).join(id.as_str());
        let mut found: Vec<Twin> =
            among(shelf::entries(&home).unwrap_or_default()).filter(is_shown).collect();
        found.retain(|twin| file_name(&twin.original) == super::assessments::FILE);
        found
    }

    /// Sets a file or a folder that people did not choose apart, under a name that says what it was and when; to where.
    ///
    /// # Errors
    /// It cannot be moved.
    pub fn set_apart(&self, path: &Path, now: Moment) -> Result<PathBuf, StoreError> {
        self.move_to(NOT_CHOSEN, path, now)
    }

    /// The same with a file that people threw away.
    pub(super) fn throw_away(&self, path: &Path, now: Moment) -> Result<PathBuf, StoreError> {
        self.move_to(THROWN_AWAY, path, now)
    }

    fn move_to(&self, folder: &str, path: &Path, now: Moment) -> Result<PathBuf, StoreError> {
        let free = self.free_apart(folder, path, now)?;
        fs::rename(path, &free).map_err(StoreError::io(Doing::Rename, path))?;
        sync_folder(&free).map_err(StoreError::io(Doing::Write, &free))?;
        sync_folder(path).map_err(StoreError::io(Doing::Write, path))?;
        Ok(free)
    }

    /// Puts a copy of a file that is about to be replaced with what was not chosen.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub fn copy_apart(&self, path: &Path, now: Moment) -> Result<PathBuf, StoreError> {
        let bytes = shelf::read_whole(path, shelf::LONGEST_FILE)?;
        let free = self.free_apart(NOT_CHOSEN, path, now)?;
        replace(&free, &bytes)?;
        Ok(free)
    }

    /// `niet-gekozen/<toets>-toets-2026-11-23-140205.ron`: a name of which there is none yet.
    fn free_apart(&self, folder: &str, path: &Path, now: Moment) -> Result<PathBuf, StoreError> {
        let folder = self.folder.join(folder);
        make_folder(&folder).map_err(StoreError::io(Doing::Create, &folder))?;
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        let home = inside.parent().map(file_name).unwrap_or_default();
        let (stem, end) = parts(path);
        let name = match home.as_str() {
            "" | ASSESSMENTS => stem,
            home => format!("{home}-{stem}"),
        };
        // However long the names were: one piece of a path holds 255 bytes.
        let start: String = name.chars().take(50).collect();
        let name = format!("{}-{}", start.trim_end(), names::stamp(now));
        free(&folder, name, &end)
    }

    /// The second copy that lies at `copy`, and what it is one of; none if it is none.
    pub fn twin_of(&self, copy: &Path) -> Option<Twin> {
        let inside = copy.starts_with(&self.folder) && may_be_copy(copy) && copy.exists();
        let original = inside.then(|| original_of(copy)).flatten()?;
        Some(Twin { original, copy: copy.to_path_buf() })
    }

    /// Reads a file of the data folder, and leaves it where it is whatever stands in it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn peek<T: Content>(&self, path: &Path) -> Result<T, StoreError> {
        let (content, _) = shelf::peruse::<T>(path)?;
        let damaged =
            |problems| StoreError::Damaged { path: path.to_path_buf(), aside: None, problems };
        content.map_err(damaged)
    }

    /// Writes what people chose into a file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn print_chosen<T: Content>(&self, path: &Path, content: &T) -> Result<(), StoreError> {
        self.put_chosen(path, shelf::print(path, content)?.as_bytes())
    }

    /// Puts what people chose in the place of a file.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put_chosen(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        replace(path, bytes)
    }

    /// Puts the second copy of a file in the place of the first.
    ///
    /// # Errors
    /// It cannot be moved.
    pub fn swap(&self, twin: &Twin) -> Result<(), StoreError> {
        let failed = |error| StoreError::io(Doing::Rename, &twin.copy)(error);
        fs::rename(&twin.copy, &twin.original).map_err(failed)?;
        sync_folder(&twin.original).map_err(StoreError::io(Doing::Write, &twin.original))
    }

    /// Puts the questionnaires of a second folder in the first, where they are not there yet.
    ///
    /// # Errors
    /// One cannot be read or written.
    pub fn bring_questionnaires(&self, twin: &Twin) -> Result<(), StoreError> {
        let questionnaires = |folder: &Path| {
            let mut paths = shelf::list(folder, &["ron"])?;
            paths.retain(|path| is_questionnaire(&file_name(path)));
            let read = |path: PathBuf| shelf::read_whole(&path, shelf::LONGEST_FILE);
            paths.into_iter().map(read).collect::<Result<Vec<_>, _>>()
        };
        let there = questionnaires(&twin.original)?;
        for bytes in questionnaires(&twin.copy)?.iter().filter(|bytes| !there.contains(bytes)) {
            replace(&free(&twin.original, "vragenlijst".to_owned(), ".ron")?, bytes)?;
        }
        Ok(())
    }

    /// Forgets what was seen here of an assessment: it is read again.
    pub fn let_go(&mut self, id: &Id) {
        self.known.remove(id);
    }

    /// Makes a second copy a thing of its own, with a name that nothing has; under which.
    ///
    /// # Errors
    /// It cannot be moved.
    pub fn keep_apart(&self, twin: &Twin) -> Result<PathBuf, StoreError> {
        let (stem, end) = parts(&twin.original);
        let home = twin.original.parent().unwrap_or(&self.folder);
        let free = free(home, stem, &end)?;
        fs::rename(&twin.copy, &free).map_err(StoreError::io(Doing::Rename, &twin.copy))?;
        sync_folder(&free).map_err(StoreError::io(Doing::Write, &free))?;
        Ok(free)
    }
}

/// The name of a file without its extension, and that with its point; a folder's name has none.
fn parts(path: &Path) -> (String, String) {
    match path.extension().filter(|_| !path.is_dir()) {
        Some(end) => (shelf::stem(path), format!(".{}", end.to_string_lossy())),
        None => (file_name(path), String::new()),
    }
}

/// A path in `folder` at which nothing stands: `name`, or `name` with a number, and `end` behind it.
fn free(folder: &Path, name: String, end: &str) -> Result<PathBuf, StoreError> {
    names::variants(&name)
        .map(|name| folder.join(name + end))
        .find(|path| path.symlink_metadata().is_err())
        .ok_or_else(|| StoreError::Name { folder: folder.to_path_buf(), name })
}

/// When a file was last written, by the clock of whatever wrote it.
pub fn written(path: &Path, offset: jiff::tz::Offset) -> Option<Moment> {
    let time = fs::metadata(path).ok()?.modified().ok()?;
    Some(Moment::new(jiff::Timestamp::try_from(time).ok()?, offset))
}

fn is_shown(twin: &Twin) -> bool {
    !file_name(&twin.copy).starts_with('.')
}
