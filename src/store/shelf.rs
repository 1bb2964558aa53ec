//! The data folder: opening it, and the institution and its processing activities in it.

use super::{
    Doing, StoreError, Warning, is_refusal,
    lock::{self, Lock},
    names,
    replace::{make_folder, replace, sweep},
    twins,
};
use crate::{
    format::{Content, Problem, Problems, VERSION, file_version, parse_file, print_file},
    model::{Holder, Id, Moment, Organisation, Processing, Settings, Who},
};
use std::{
    collections::HashMap,
    ffi::OsStr,
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

/// The files and folders inside the data folder.
pub(super) const ORGANISATION: &str = "instelling.ron";
pub(super) const SETTINGS: &str = "instellingen.ron";
pub(super) const PROCESSINGS: &str = "verwerkingen";
pub(super) const ASSESSMENTS: &str = "toetsen";
pub(super) const RECORDS: &str = "verslagen";
pub(super) const KEYS: &str = "sleutels";
pub(super) const BACKUPS: &str = "reservekopie";

/// The longest record that is read, in bytes.
pub const LONGEST_FILE: u64 = 64 << 20;

/// As long as most files are, in bytes.
const USUAL_FILE: usize = 1 << 13;

/// The data folder, claimed for this program until the shelf is dropped.
#[derive(Debug)]
pub struct Shelf {
    pub(super) folder: PathBuf,
    pub(super) known: HashMap<Id, Known>,
    /// Held for as long as the shelf is there.
    lock: Option<Lock>,
    /// Whether the folder is only looked at: then nothing is written, and nothing set aside.
    looking: bool,
}

/// What this program last saw of an assessment's file.
#[derive(Debug)]
pub(super) struct Known {
    /// SHA-256 of the file; none if it was not there.
    pub(super) sha256: Option<String>,
    /// Whether it stands in a signed record.
    pub(super) signed: bool,
    /// Where it is kept instead, because another program changed the file.
    pub(super) beside: Option<PathBuf>,
    /// SHA-256 of what was being written when the disk refused: it may stand there all the same.
    pub(super) attempted: Option<String>,
}

impl Shelf {
    /// Opens `folder` for someone of whom nothing is known; see [`Shelf::open_for`].
    ///
    /// # Errors
    /// The folder cannot be made or read, or another program has it.
    pub fn open(folder: &Path, now: Moment) -> Result<(Self, Vec<Warning>), StoreError> {
        Self::open_for(folder, &Who::default(), now)
    }

    /// Opens `folder`, makes what is missing in it, and claims it for `who`.
    ///
    /// # Errors
    /// The folder cannot be made or read, or another program has it.
    pub fn open_for(
        folder: &Path,
        who: &Who,
        now: Moment,
    ) -> Result<(Self, Vec<Warning>), StoreError> {
        Self::claimed(folder, |folder| lock::claim(folder, who, now))
    }

    /// Opens `folder` although another has it: whoever that is keeps nothing there any more.
    ///
    /// # Errors
    /// The folder cannot be made or read.
    pub fn take_over(
        folder: &Path,
        who: &Who,
        now: Moment,
    ) -> Result<(Self, Vec<Warning>), StoreError> {
        Self::claimed(folder, |folder| lock::take_over(folder, who, now))
    }

    /// Opens `folder` to look at only. Nothing in it is touched.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn look_into(folder: &Path) -> Result<Self, StoreError> {
        let folder = std::path::absolute(folder).map_err(StoreError::io(Doing::Read, folder))?;
        entries(&folder)?;
        Ok(Self { folder, known: HashMap::new(), lock: None, looking: true })
    }

    /// Whether the folder is only looked at.
    pub fn is_looking(&self) -> bool {
        self.looking
    }

    /// Who has the folder, as they wrote it down.
    pub fn holder(&self) -> Option<Holder> {
        lock::holder(&self.folder)
    }

    /// Who has the folder that is only looked at.
    pub fn used_by(&self) -> Option<Holder> {
        self.looking.then(|| self.holder()).flatten()
    }

    /// Something is changed in the folder `now`: others see by it that somebody is still there.
    pub fn renew(&mut self, now: Moment) {
        if let Some(lock) = &mut self.lock {
            lock.renew(now);
        }
    }

    /// Refuses to write in a folder that is only looked at, or that someone else took over since.
    ///
    /// # Errors
    /// It is so.
    pub fn refuse_lost(&self) -> Result<(), StoreError> {
        let folder = || self.folder.clone();
        if self.looking {
            return Err(StoreError::OnlyLooking { folder: folder() });
        }
        match self.lock.as_ref().and_then(Lock::lost_to) {
            Some(holder) => {
                Err(StoreError::TakenOver { folder: folder(), holder: Box::new(holder) })
            }
            None => Ok(()),
        }
    }

    fn claimed(
        folder: &Path,
        claim: impl FnOnce(&Path) -> Result<(Option<Lock>, Option<Warning>), StoreError>,
    ) -> Result<(Self, Vec<Warning>), StoreError> {
        make_folder(folder).map_err(StoreError::io(Doing::Create, folder))?;
        // A path in full: that is what people are shown, and it holds wherever the program goes.
        let folder = std::path::absolute(folder).map_err(StoreError::io(Doing::Read, folder))?;
        let (lock, warning) = claim(&folder)?;
        let mut warnings: Vec<Warning> = warning.into_iter().collect();
        for name in [PROCESSINGS, ASSESSMENTS, RECORDS, KEYS, BACKUPS] {
            let path = folder.join(name);
            match make_folder(&path) {
                Err(source) if is_refusal(&source) => {
                    if warnings.is_empty() {
                        warnings.push(Warning::ReadOnly { folder: folder.clone(), source });
                    }
                }
                other => other.map_err(StoreError::io(Doing::Create, path))?,
            }
        }
        let shelf = Self { folder, known: HashMap::new(), lock, looking: false };
        if shelf.is_claimed() {
            shelf.sweep();
        }
        Ok((shelf, warnings))
    }

    /// The data folder, in full.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The institution's particulars, once given.
    ///
    /// # Errors
    /// The file cannot be read; a damaged one is set aside.
    pub fn organisation(&self, now: Moment) -> Result<Option<Organisation>, StoreError> {
        match self.content(&self.organisation_file(), now) {
            Ok((organisation, _)) => Ok(Some(organisation)),
            Err(error) if error.is_missing() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps the institution's particulars.
    ///
    /// # Errors
    /// The file cannot be written, or is of a newer program.
    pub fn keep_organisation(&self, organisation: &Organisation) -> Result<(), StoreError> {
        keep(&self.organisation_file(), organisation)
    }

    /// What was chosen for the screen; as the program ships as long as nothing was.
    ///
    /// # Errors
    /// The file cannot be read; a damaged one is set aside.
    pub fn settings(&self, now: Moment) -> Result<Settings, StoreError> {
        match self.content(&self.settings_file(), now) {
            Ok((settings, _)) => Ok(settings),
            Err(error) if error.is_missing() => Ok(Settings::default()),
            Err(error) => Err(error),
        }
    }

    /// Keeps what was chosen for the screen.
    ///
    /// # Errors
    /// The file cannot be written, or is of a newer program.
    pub fn keep_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        keep(&self.settings_file(), settings)
    }

    /// The processing activities, by name, and what is wrong with the others.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn processings(&self, now: Moment) -> Result<(Vec<Processing>, Vec<Warning>), StoreError> {
        let mut found: Vec<Processing> = Vec::new();
        let mut warnings = Vec::new();
        for path in list(&self.folder.join(PROCESSINGS), &["ron"])? {
            match self.content::<Processing>(&path, now) {
                Ok((mut processing, _)) => {
                    // A file that a person copied is another processing.
                    processing.id = Id::new(stem(&path));
                    found.push(processing);
                }
                Err(error) => warnings.push(Warning::Left(error)),
            }
        }
        found.sort_by_cached_key(Processing::order);
        Ok((found, warnings))
    }

    /// The processing activity of this name.
    ///
    /// # Errors
    /// There is none, or its file cannot be read; a damaged one is set aside.
    pub fn processing(&self, id: &Id, now: Moment) -> Result<Processing, StoreError> {
        let (mut processing, _) = self.content::<Processing>(&self.processing_file(id)?, now)?;
        processing.id = id.clone();
        Ok(processing)
    }

    /// Keeps a processing activity; one whose `id` is empty is new, and is given a name.
    ///
    /// # Errors
    /// The file cannot be written, or is of a newer program.
    pub fn keep_processing(&self, processing: &mut Processing) -> Result<(), StoreError> {
        if processing.id.as_str().is_empty() {
            processing.id = Id::new(self.free_processing(&processing.name));
        }
        keep(&self.processing_file(&processing.id)?, processing)
    }

    /// Throws a processing activity away: its file goes to a folder of its own. To where.
    ///
    /// # Errors
    /// There is none, or it cannot be moved.
    pub fn remove_processing(&self, id: &Id, now: Moment) -> Result<PathBuf, StoreError> {
        self.throw_away(&self.processing_file(id)?, now)
    }

    fn organisation_file(&self) -> PathBuf {
        self.folder.join(ORGANISATION)
    }

    fn settings_file(&self) -> PathBuf {
        self.folder.join(SETTINGS)
    }

    fn processing_file(&self, id: &Id) -> Result<PathBuf, StoreError> {
        self.inside(PROCESSINGS, id.as_str(), ".ron")
    }

    fn free_processing(&self, name: &str) -> String {
        let folder = self.folder.join(PROCESSINGS);
        let name = names::slug(name);
        let taken = |name: &String| folder.join(format!("{name}.ron")).symlink_metadata().is_ok();
        names::variants(&name).find(|name| !taken(name)).unwrap_or(name)
    }

    /// The path of `name` in one of the folders, if it is a name and leads nowhere else.
    pub(super) fn inside(
        &self,
        folder: &str,
        name: &str,
        extension: &str,
    ) -> Result<PathBuf, StoreError> {
        let folder = self.folder.join(folder);
        if names::is_plain(name) {
            Ok(folder.join(format!("{name}{extension}")))
        } else {
            Err(StoreError::Name { folder, name: name.to_owned() })
        }
    }

    /// Whether this program may write here, and no other does.
    pub(super) fn is_claimed(&self) -> bool {
        self.lock.as_ref().is_some_and(Lock::is_sure)
    }

    /// Reads a file of the data folder: what stands in it, and its bytes. A damaged one is set aside, unless the folder is only
    /// looked at.
    pub(super) fn content<T: Content>(
        &self,
        path: &Path,
        now: Moment,
    ) -> Result<(T, Vec<u8>), StoreError> {
        let (content, bytes) = peruse(path)?;
        content.map(|content| (content, bytes)).map_err(|problems| {
            let aside = if self.looking { None } else { set_aside(path, now) };
            StoreError::Damaged { path: path.to_path_buf(), aside, problems }
        })
    }

    /// Removes what interrupted writes left; that of an assessment goes when the assessment is looked at.
    fn sweep(&self) {
        sweep(&self.folder);
        for name in [PROCESSINGS, RECORDS, KEYS, BACKUPS] {
            sweep(&self.folder.join(name));
        }
    }
}

/// Reads a whole file of at most `most` bytes.
///
/// # Errors
/// What the operating system said; `FileTooLarge` for a longer file.
pub fn read_whole(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    let read = || {
        // Most files fit at once: room that grows from nothing is a call to the system each time.
        let mut bytes = Vec::with_capacity(USUAL_FILE);
        File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    };
    read().map_err(StoreError::io(Doing::Read, path))
}

/// A file of the data folder: what stands in it, or what is wrong with it, and its bytes.
pub(super) type Perused<T> = (Result<T, Problems>, Vec<u8>);

/// Reads a file of the data folder, and leaves it as it is whatever stands in it.
pub(super) fn peruse<T: Content>(path: &Path) -> Result<Perused<T>, StoreError> {
    let bytes = read_whole(path, LONGEST_FILE)?;
    let Ok(text) = str::from_utf8(&bytes) else {
        let message = "Dit is geen tekst.".to_owned();
        let problem = Problem { line: 0, column: 0, message, hint: String::new() };
        return Ok((Err(problem.into()), bytes));
    };
    let content = parse_file(text);
    if content.is_err()
        && let Some(version) = newer(text)
    {
        return Err(StoreError::Newer { path: path.to_path_buf(), version });
    }
    Ok((content, bytes))
}

/// Writes a file of the data folder, unless a newer program wrote the one that stands there.
pub(super) fn keep<T: Content>(path: &Path, content: &T) -> Result<(), StoreError> {
    if let Ok(bytes) = read_whole(path, LONGEST_FILE) {
        refuse_newer(path, &bytes)?;
    }
    replace(path, print(path, content)?.as_bytes())
}

pub(super) fn print<T: Content>(path: &Path, content: &T) -> Result<String, StoreError> {
    print_file(content).map_err(|problem| StoreError::Print { path: path.to_path_buf(), problem })
}

pub(super) fn refuse_newer(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    match std::str::from_utf8(bytes).ok().and_then(newer) {
        Some(version) => Err(StoreError::Newer { path: path.to_path_buf(), version }),
        None => Ok(()),
    }
}

fn newer(text: &str) -> Option<u32> {
    file_version(text).filter(|version| *version > VERSION)
}

/// Gives a damaged file another name; none if that could not be done.
pub(super) fn set_aside(path: &Path, now: Moment) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let free = names::variants(&names::stamp(now))
        .map(|time| path.with_file_name(format!("{name}{ASIDE}{time}")))
        .find(|free| free.symlink_metadata().is_err())?;
    fs::rename(path, &free).ok()?;
    Some(free)
}

/// What stands in the name of a file that was set aside, before the time.
pub const ASIDE: &str = ".beschadigd-";

/// The files in `folder` with one of these extensions, by name, without second copies of one; none if there is no such folder.
pub(super) fn list(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>, StoreError> {
    let is_wanted = |path: &PathBuf| {
        let is = |given: &OsStr| extensions.iter().any(|wanted| given.eq_ignore_ascii_case(wanted));
        path.extension().is_some_and(is) && is_file(path) && !twins::is_copy(path)
    };
    Ok(entries(folder)?.into_iter().filter(is_wanted).collect())
}

/// The files in `folder` that are not hidden, by name; none if there is no such folder.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    Ok(entries(folder)?.into_iter().filter(|path| is_file(path)).collect())
}

/// Whether a file lies there that is not hidden.
pub(super) fn is_file(path: &Path) -> bool {
    !file_name(path).starts_with('.') && path.is_file()
}

/// The folders in `folder`, by name; none if there is no such folder.
pub(super) fn folders(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    Ok(entries(folder)?.into_iter().filter(|path| path.is_dir()).collect())
}

/// The folders of assessments, by name, without second copies of one.
pub(super) fn homes(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut homes = folders(&folder.join(ASSESSMENTS))?;
    homes.retain(|home| !file_name(home).starts_with('.') && !twins::is_copy(home));
    Ok(homes)
}

/// Everything in `folder`, by name; nothing if there is no such folder.
pub(super) fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut paths = Vec::new();
    for entry in opened(folder)? {
        paths.push(entry.map_err(StoreError::io(Doing::List, folder))?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Everything in a folder, as it comes.
pub(super) fn opened(
    folder: &Path,
) -> Result<impl Iterator<Item = std::io::Result<fs::DirEntry>>, StoreError> {
    match fs::read_dir(folder) {
        // A folder inside that someone removed holds nothing; when all is gone, that must be told.
        Err(error)
            if error.kind() == std::io::ErrorKind::NotFound
                && folder.parent().is_some_and(Path::is_dir) =>
        {
            Ok(None.into_iter().flatten())
        }
        other => {
            Ok(Some(other.map_err(StoreError::io(Doing::List, folder))?).into_iter().flatten())
        }
    }
}

/// The name of a file or folder, without where it lies.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file's name without its extension.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
