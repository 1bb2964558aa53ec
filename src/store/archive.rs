//! A backup: the whole data folder in one zip file, with a list of what is in it.
//!
//! Nothing in it is compressed. So any program can take it apart, also in twenty years; and a small file never unpacks into a
//! huge one.

use super::{
    Doing, StoreError,
    inspect::Condition,
    replace::{Access, create_with},
    shelf::{self, LONGEST_FILE, RECORDS, Shelf},
};
use crate::{
    format::{
        LARGEST_BACKUP, Listed, MANIFEST_VERSION, Manifest, RunningSha256, Unfit, canonical_json,
        parse_manifest, stays_inside,
    },
    model::Moment,
};
use std::{
    collections::HashSet,
    fmt,
    fs::File,
    io::{BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// The list inside a backup.
const LIST: &str = "inhoud.json";

/// The longest list that is read, in bytes: some 300,000 files.
const LONGEST_LIST: u64 = 64 << 20;

/// How many bytes are read at once.
const PIECE: usize = 1 << 16;

/// Why a file cannot serve as a backup.
#[derive(Debug)]
pub enum Flaw {
    /// It is no zip file, or only a part of one.
    NoZip,
    /// There is no list in it: it was not made by this program.
    NoList,
    /// The list cannot be followed.
    List(Unfit),
    /// Something was compressed, which this program never does.
    Compressed(String),
    /// A file is in it that the list does not know.
    Unlisted(String),
    /// A file that the list names is not in it.
    Missing(String),
    /// A file is not what the list says.
    Altered(String),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// What was put in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Where the backup is.
    pub path: PathBuf,
    /// How many files are in it.
    pub files: usize,
    /// SHA-256 of the backup.
    pub sha256: String,
    /// Files in the data folder that are not this program's (or too large to be), and are not in the backup.
    pub left_out: Vec<PathBuf>,
}

impl Shelf {
    /// Puts everything that is this program's into a new zip file at `path`, and reads all of it back.
    ///
    /// # Errors
    /// A file cannot be read, there is nothing to put in, the zip file would lie in the data folder, cannot be written, stands
    /// there already, or is not what was written.
    pub fn pack(&self, path: &Path, now: Moment) -> Result<Packed, StoreError> {
        let path = std::path::absolute(path).map_err(StoreError::io(Doing::Write, path))?;
        let home = path.parent().and_then(|folder| folder.canonicalize().ok());
        if home
            .zip(self.folder.canonicalize().ok())
            .is_some_and(|(home, own)| home.starts_with(own))
        {
            return Err(StoreError::Within { path, folder: self.folder.clone() });
        }
        let (own, left_out) = self.own_files()?;
        if own.is_empty() {
            return Err(StoreError::Empty { folder: self.folder.clone() });
        }
        let manifest = self.list(&own, now)?;
        create_with(&path, Access::Private, |file| {
            write(file, &path, &manifest, &own)?;
            let mut written = file.try_clone().map_err(StoreError::io(Doing::Read, &path))?;
            written.rewind().map_err(StoreError::io(Doing::Read, &path))?;
            let mut archive = Archive::of(written, &path)?;
            if archive.manifest == manifest {
                return archive.check();
            }
            Err(StoreError::Archive { path: path.clone(), flaw: Flaw::Altered(LIST.to_owned()) })
        })?;
        let (_, sha256) = identity(&path, u64::MAX)?;
        Ok(Packed { path, files: own.len(), sha256, left_out })
    }

    /// The files that are this program's, also damaged ones and copies, and those that are not.
    pub(super) fn own_files(&self) -> Result<(Vec<PathBuf>, Vec<PathBuf>), StoreError> {
        let (mut strange, mut own) = (Vec::new(), shelf::files(&self.folder.join(RECORDS))?);
        for inspected in self.inspect()? {
            let list = match inspected.condition {
                Condition::Stranger => &mut strange,
                _ => &mut own,
            };
            list.push(inspected.path);
        }
        // No file of this program is as large as that.
        let large =
            |path: &mut PathBuf| path.metadata().is_ok_and(|about| about.len() > LONGEST_FILE);
        strange.extend(own.extract_if(.., large));
        own.sort();
        own.dedup();
        Ok((own, strange))
    }

    /// The name of a file of the data folder in a backup.
    pub(super) fn name_inside(&self, path: &Path) -> Result<String, StoreError> {
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        let pieces: Option<Vec<&str>> = inside.iter().map(|piece| piece.to_str()).collect();
        pieces.map(|pieces| pieces.join("/")).filter(|name| stays_inside(name)).ok_or_else(|| {
            StoreError::Name {
                folder: self.folder.clone(),
                name: inside.to_string_lossy().into_owned(),
            }
        })
    }

    /// What goes into a backup, each file with its identity.
    fn list(&self, own: &[PathBuf], now: Moment) -> Result<Manifest, StoreError> {
        let mut files = Vec::new();
        let mut room = LARGEST_BACKUP;
        for file in own {
            let (size, sha256) = identity(file, room)?;
            room -= size;
            files.push(Listed { name: self.name_inside(file)?, size, sha256 });
        }
        Ok(Manifest { version: MANIFEST_VERSION, made: now, files })
    }
}

/// The length of a file of at most `most` bytes, and its SHA-256; only a piece of it is in memory at a time.
///
/// # Errors
/// What the operating system said; `FileTooLarge` for a longer file.
pub(super) fn identity(path: &Path, most: u64) -> Result<(u64, String), StoreError> {
    let mut running = RunningSha256::default();
    let mut size = 0;
    let unread = || StoreError::io(Doing::Read, path);
    let mut file = File::open(path).map_err(unread())?;
    pieces(&mut file, unread(), |piece| {
        size += piece.len() as u64;
        running.take(piece);
        if size > most { Err(unread()(std::io::ErrorKind::FileTooLarge.into())) } else { Ok(()) }
    })?;
    Ok((size, running.finish()))
}

/// Hands everything that is read to `take`, piece by piece; `unread` says what it means that reading fails.
fn pieces<E>(
    from: &mut impl Read,
    unread: impl FnOnce(std::io::Error) -> E,
    mut take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut room = vec![0; PIECE];
    loop {
        match from.read(&mut room) {
            Ok(0) => return Ok(()),
            Ok(count) => take(&room[..count])?,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unread(error)),
        }
    }
}

/// Writes the zip file that belongs at `path`.
fn write(
    file: &mut File,
    path: &Path,
    manifest: &Manifest,
    own: &[PathBuf],
) -> Result<(), StoreError> {
    let unwritten = StoreError::io(Doing::Write, path);
    let refused = |error: ZipError| match error {
        ZipError::Io(source) => StoreError::io(Doing::Write, path)(source),
        other => StoreError::io(Doing::Write, path)(std::io::Error::other(other)),
    };
    let list = canonical_json(manifest)
        .map_err(|problem| StoreError::Print { path: path.to_path_buf(), problem })?;
    let mut steady = Steady { file, at: 0, end: 0, error: None };
    let mut zip = ZipWriter::new(&mut steady);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .unix_permissions(0o600);
    zip.start_file(LIST, options).map_err(refused)?;
    zip.write_all(&list).map_err(StoreError::io(Doing::Write, path))?;
    for (listed, from) in manifest.files.iter().zip(own) {
        zip.start_file(listed.name.as_str(), options).map_err(refused)?;
        let mut source = File::open(from).map_err(StoreError::io(Doing::Read, from))?;
        pieces(&mut source, StoreError::io(Doing::Read, from), |piece| {
            zip.write_all(piece).map_err(StoreError::io(Doing::Write, path))
        })?;
    }
    zip.finish().map_err(refused)?;
    steady.error.map_or(Ok(()), |error| Err(unwritten(error)))
}

/// A file that goes on as if nothing happened once it cannot be written, and remembers why.
///
/// The writer of zip files ends its file when it is given up, also when that is because of an error: it then writes on where it
/// could not write, and complains.
struct Steady<'f> {
    file: &'f mut File,
    at: u64,
    end: u64,
    error: Option<std::io::Error>,
}

impl Steady<'_> {
    /// What `attempt` comes to, as long as nothing went wrong.
    fn attempt<T>(
        &mut self,
        attempt: impl FnOnce(&mut File) -> std::io::Result<T>,
    ) -> std::io::Result<Option<T>> {
        if self.error.is_some() {
            return Ok(None);
        }
        match attempt(self.file) {
            Ok(done) => Ok(Some(done)),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                self.error = Some(error);
                Ok(None)
            }
        }
    }
}

impl Write for Steady<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.attempt(|file| file.write(bytes))?.unwrap_or(bytes.len());
        self.at += count as u64;
        self.end = self.end.max(self.at);
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.attempt(File::flush).map(drop)
    }
}

impl Seek for Steady<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.end.checked_add_signed(by),
        };
        let to = to.ok_or(std::io::ErrorKind::InvalidInput)?;
        self.attempt(|file| file.seek(SeekFrom::Start(to)))?;
        self.at = to;
        Ok(to)
    }
}

/// A backup that is open, with its list.
pub(super) struct Archive {
    path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
    /// What it says is in it.
    pub(super) manifest: Manifest,
}

impl Archive {
    /// Opens a backup and reads its list.
    ///
    /// # Errors
    /// It cannot be read, or is no backup.
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        Self::of(File::open(path).map_err(StoreError::io(Doing::Read, path))?, path)
    }

    /// The backup in `file`, which is known as `path`.
    fn of(file: File, path: &Path) -> Result<Self, StoreError> {
        let flawed = |flaw| StoreError::Archive { path: path.to_path_buf(), flaw };
        let mut zip =
            ZipArchive::new(BufReader::new(file)).map_err(|error| refusal(path, error))?;
        if zip.index_for_name(LIST).is_none() {
            return Err(flawed(Flaw::NoList));
        }
        let mut list = Vec::new();
        extract(&mut zip, LIST, LONGEST_LIST, |piece| {
            list.extend_from_slice(piece);
            Ok(())
        })
        .map_err(|fault| fault.at(path))?;
        let manifest = parse_manifest(&list).map_err(|unfit| flawed(Flaw::List(unfit)))?;
        Ok(Self { path: path.to_path_buf(), zip, manifest })
    }

    /// Reads everything, and compares it with the list.
    ///
    /// # Errors
    /// It cannot be read, or something is not what the list says.
    pub(super) fn check(&mut self) -> Result<(), StoreError> {
        let named: Vec<Option<String>> =
            self.zip.file_names().map(|name| name.ok().map(std::borrow::Cow::into_owned)).collect();
        let mut known: HashSet<&str> =
            self.manifest.files.iter().map(|listed| listed.name.as_str()).collect();
        known.insert(LIST);
        for name in named {
            if !name.as_deref().is_some_and(|name| known.contains(name)) {
                let flaw = Flaw::Unlisted(name.unwrap_or_default());
                return Err(StoreError::Archive { path: self.path.clone(), flaw });
            }
        }
        for listed in self.manifest.files.clone() {
            self.read(&listed, |_| Ok(()))?;
        }
        Ok(())
    }

    /// Hands a file of the backup to `take`, piece by piece. It was exactly as the list says only when this ends well.
    ///
    /// # Errors
    /// It cannot be read, or is something else, or what `take` says.
    pub(super) fn read(
        &mut self,
        listed: &Listed,
        mut take: impl FnMut(&[u8]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut running = RunningSha256::default();
        let size = extract(&mut self.zip, &listed.name, listed.size, |piece| {
            running.take(piece);
            take(piece).map_err(Fault::Taken)
        })
        .map_err(|fault| fault.at(&self.path))?;
        if size == listed.size && running.finish() == listed.sha256 {
            return Ok(());
        }
        let flaw = Flaw::Altered(listed.name.clone());
        Err(StoreError::Archive { path: self.path.clone(), flaw })
    }
}

/// What is wrong with one file in a zip file.
enum Fault {
    Flaw(Flaw),
    Io(std::io::Error),
    /// What was read could not be taken.
    Taken(StoreError),
}

impl Fault {
    fn at(self, path: &Path) -> StoreError {
        match self {
            Self::Flaw(flaw) => StoreError::Archive { path: path.to_path_buf(), flaw },
            Self::Io(source) => StoreError::io(Doing::Read, path)(source),
            Self::Taken(error) => error,
        }
    }
}

/// Hands a file in a zip file, of at most `most` bytes whatever the zip file says about its size, to `take`; how long it is.
fn extract<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    name: &str,
    most: u64,
    mut take: impl FnMut(&[u8]) -> Result<(), Fault>,
) -> Result<u64, Fault> {
    let altered = || Fault::Flaw(Flaw::Altered(name.to_owned()));
    let entry = zip.by_name(name).map_err(|error| match error {
        ZipError::FileNotFound => Fault::Flaw(Flaw::Missing(name.to_owned())),
        ZipError::Io(source) if source.raw_os_error().is_some() => Fault::Io(source),
        ZipError::UnsupportedArchive(_) => Fault::Flaw(Flaw::Compressed(name.to_owned())),
        _ => altered(),
    })?;
    if entry.compression() != CompressionMethod::Stored {
        return Err(Fault::Flaw(Flaw::Compressed(name.to_owned())));
    }
    let mut size = 0;
    let unread = |source: std::io::Error| {
        // What the operating system did not say is about the zip file: a check sum, an end that came too early.
        if source.raw_os_error().is_some() { Fault::Io(source) } else { altered() }
    };
    pieces(&mut entry.take(most.saturating_add(1)), unread, |piece| {
        size += piece.len() as u64;
        if size > most { Err(altered()) } else { take(piece) }
    })?;
    Ok(size)
}

fn refusal(path: &Path, error: ZipError) -> StoreError {
    match error {
        ZipError::Io(source) if source.raw_os_error().is_some() => {
            StoreError::io(Doing::Read, path)(source)
        }
        _ => StoreError::Archive { path: path.to_path_buf(), flaw: Flaw::NoZip },
    }
}
