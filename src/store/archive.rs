//! A backup: the whole data folder in one zip file, with a list of what is in it.
//!
//! Nothing in it is compressed. So any program can take it apart, also in twenty years; and a small file never unpacks into a
//! huge one.

use super::{
    Doing, StoreError,
    inspect::Condition,
    replace::{Access, create},
    shelf::{self, RECORDS, Shelf, read_whole},
};
use crate::{
    format::{
        LARGEST_BACKUP, Listed, MANIFEST_VERSION, Manifest, Unfit, canonical_json, parse_manifest,
        sha256, stays_inside,
    },
    model::Moment,
};
use std::{
    collections::HashSet,
    fmt,
    fs::File,
    io::{BufReader, Cursor, Read, Seek, Write as _},
    path::{Path, PathBuf},
};
use zip::{
    CompressionMethod, ZipArchive, ZipWriter,
    result::{ZipError, ZipResult},
    write::SimpleFileOptions,
};

/// The list inside a backup.
const LIST: &str = "inhoud.json";

/// The longest list that is read, in bytes: some 300,000 files.
const LONGEST_LIST: u64 = 64 << 20;

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
    /// Files in the data folder that are not this program's, and are not in the backup.
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
        let (bytes, manifest) = self.zipped(&own, now, &path)?;
        create(&path, &bytes, Access::Private)?;
        let mut archive = Archive::open(&path)?;
        if archive.manifest != manifest {
            return Err(StoreError::Archive { path, flaw: Flaw::Altered(LIST.to_owned()) });
        }
        archive.check()?;
        Ok(Packed { path, files: own.len(), sha256: sha256(&bytes), left_out })
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

    fn zipped(
        &self,
        own: &[PathBuf],
        now: Moment,
        path: &Path,
    ) -> Result<(Vec<u8>, Manifest), StoreError> {
        let mut files = Vec::new();
        let mut contents = Vec::new();
        let mut room = LARGEST_BACKUP;
        for file in own {
            let bytes = read_whole(file, room)?;
            let size = bytes.len() as u64;
            room -= size;
            files.push(Listed { name: self.name_inside(file)?, size, sha256: sha256(&bytes) });
            contents.push(bytes);
        }
        let manifest = Manifest { version: MANIFEST_VERSION, made: now, files };
        let list = canonical_json(&manifest)
            .map_err(|problem| StoreError::Print { path: path.to_path_buf(), problem })?;
        let written = write(&list, &manifest, contents).map_err(|error| match error {
            ZipError::Io(source) => StoreError::io(Doing::Write, path)(source),
            other => StoreError::io(Doing::Write, path)(std::io::Error::other(other)),
        })?;
        Ok((written, manifest))
    }
}

fn write(list: &[u8], manifest: &Manifest, contents: Vec<Vec<u8>>) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .unix_permissions(0o600);
    zip.start_file(LIST, options)?;
    zip.write_all(list)?;
    for (listed, bytes) in manifest.files.iter().zip(contents) {
        zip.start_file(listed.name.as_str(), options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
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
        let flawed = |flaw| StoreError::Archive { path: path.to_path_buf(), flaw };
        let file = File::open(path).map_err(StoreError::io(Doing::Read, path))?;
        let mut zip =
            ZipArchive::new(BufReader::new(file)).map_err(|error| refusal(path, error))?;
        if zip.index_for_name(LIST).is_none() {
            return Err(flawed(Flaw::NoList));
        }
        let list = extract(&mut zip, LIST, LONGEST_LIST).map_err(|fault| fault.at(path))?;
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
            self.read(&listed)?;
        }
        Ok(())
    }

    /// A file of the backup, exactly as the list says.
    ///
    /// # Errors
    /// It cannot be read, or is something else.
    pub(super) fn read(&mut self, listed: &Listed) -> Result<Vec<u8>, StoreError> {
        let bytes = extract(&mut self.zip, &listed.name, listed.size)
            .map_err(|fault| fault.at(&self.path))?;
        if bytes.len() as u64 == listed.size && sha256(&bytes) == listed.sha256 {
            return Ok(bytes);
        }
        let flaw = Flaw::Altered(listed.name.clone());
        Err(StoreError::Archive { path: self.path.clone(), flaw })
    }
}

/// What is wrong with one file in a zip file.
enum Fault {
    Flaw(Flaw),
    Io(std::io::Error),
}

impl Fault {
    fn at(self, path: &Path) -> StoreError {
        match self {
            Self::Flaw(flaw) => StoreError::Archive { path: path.to_path_buf(), flaw },
            Self::Io(source) => StoreError::io(Doing::Read, path)(source),
        }
    }
}

/// A file in a zip file of at most `most` bytes, whatever the zip file says about its size.
fn extract<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    name: &str,
    most: u64,
) -> Result<Vec<u8>, Fault> {
    let entry = zip.by_name(name).map_err(|error| match error {
        ZipError::FileNotFound => Fault::Flaw(Flaw::Missing(name.to_owned())),
        ZipError::Io(source) if source.raw_os_error().is_some() => Fault::Io(source),
        ZipError::UnsupportedArchive(_) => Fault::Flaw(Flaw::Compressed(name.to_owned())),
        _ => Fault::Flaw(Flaw::Altered(name.to_owned())),
    })?;
    if entry.compression() != CompressionMethod::Stored {
        return Err(Fault::Flaw(Flaw::Compressed(name.to_owned())));
    }
    let mut bytes = Vec::new();
    entry.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|source| {
        // What the operating system did not say is about the zip file: a check sum, an end that came too early.
        if source.raw_os_error().is_some() {
            Fault::Io(source)
        } else {
            Fault::Flaw(Flaw::Altered(name.to_owned()))
        }
    })?;
    if bytes.len() as u64 > most {
        return Err(Fault::Flaw(Flaw::Altered(name.to_owned())));
    }
    Ok(bytes)
}

fn refusal(path: &Path, error: ZipError) -> StoreError {
    match error {
        ZipError::Io(source) if source.raw_os_error().is_some() => {
            StoreError::io(Doing::Read, path)(source)
        }
        _ => StoreError::Archive { path: path.to_path_buf(), flaw: Flaw::NoZip },
    }
}
