//! Signing keys with their certificates, and records.

use super::{
    Doing, StoreError, names,
    replace::{Access, create},
    shelf::{KEYS, LONGEST_FILE, RECORDS, Shelf, list, read_whole, stem},
};
use crate::model::Id;
use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// How the files of keys end.
const KINDS: [&str; 2] = ["key", "p12"];
/// The folder for what is handed to others.
const EXPORTS: &str = "uitvoer";

/// A signing key in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFile {
    /// The key, protected by a passphrase: as we make them (`.key`), or PKCS#12 (`.p12`, RFC 7292).
    pub path: PathBuf,
    /// Its certificate in PEM (RFC 7468), as it stands beside it.
    pub certificate: String,
}

impl Shelf {
    /// Keeps a new signing key, readable by this person only, and its certificate beside it.
    ///
    /// # Errors
    /// One of the files cannot be written.
    pub fn keep_key(
        &self,
        name: &str,
        key: &[u8],
        certificate: &str,
    ) -> Result<KeyFile, StoreError> {
        for name in names::variants(&names::slug(name)) {
            let path = self.inside(KEYS, &name, ".key")?;
            let public = path.with_extension("pem");
            let taken = |path: &Path| path.symlink_metadata().is_ok();
            if taken(&path) || taken(&public) || taken(&path.with_extension("p12")) {
                continue;
            }
            // The key last: a key is there only when it is complete.
            create(&public, certificate.as_bytes(), Access::Usual)?;
            create(&path, key, Access::Private)?;
            return Ok(KeyFile { path, certificate: certificate.to_owned() });
        }
        Err(StoreError::Name { folder: self.folder.join(KEYS), name: name.to_owned() })
    }

    /// The signing keys that have a certificate beside them, by file name.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn keys(&self) -> Result<Vec<KeyFile>, StoreError> {
        let pair = |path: PathBuf| {
            let certificate = read_text(&path.with_extension("pem")).ok()?;
            Some(KeyFile { path, certificate })
        };
        Ok(list(&self.folder.join(KEYS), &KINDS)?.into_iter().filter_map(pair).collect())
    }

    /// Writes a file for someone else: to `to`, or into it if that is a folder, or else into the data folder's own place for
    /// this. Replaces nothing, and tells where it lies.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn export(&self, to: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        let (folder, given) = match to {
            to if to.as_os_str().is_empty() => (self.folder.join(EXPORTS), name),
            to if to.is_dir() => (to.to_path_buf(), name),
            file => {
                let access = Access::Private;
                return create(file, bytes, access).map(|()| file.to_path_buf());
            }
        };
        fs::create_dir_all(&folder).map_err(StoreError::io(Doing::Create, &folder))?;
        let given = Path::new(given);
        let extension = given.extension().unwrap_or_default().to_string_lossy().into_owned();
        for name in names::variants(&names::slug(&stem(given))) {
            let path = folder.join(format!("{name}.{extension}"));
            match create(&path, bytes, Access::Private) {
                Err(StoreError::Io { source, .. }) if source.kind() == ErrorKind::AlreadyExists => {
                }
                other => return other.map(|()| path),
            }
        }
        Err(StoreError::Name { folder, name: name.to_owned() })
    }

    /// The records, newest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn records(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut records = list(&self.folder.join(RECORDS), &["pdf"])?;
        newest_first(&mut records, PathBuf::as_path);
        Ok(records)
    }

    /// Keeps a new record of an assessment under the number of its version, or the next that is free; an earlier one is never
    /// replaced.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_record(
        &self,
        assessment: &Id,
        version: u32,
        pdf: &[u8],
    ) -> Result<PathBuf, StoreError> {
        let mut number = version.max(1);
        loop {
            let path = self.inside(RECORDS, &format!("{assessment}-v{number}"), ".pdf")?;
            match create(&path, pdf, Access::Usual) {
                Err(StoreError::Io { source, .. })
                    if source.kind() == ErrorKind::AlreadyExists && number < u32::MAX =>
                {
                    number += 1;
                }
                other => return other.map(|()| path),
            }
        }
    }
}

/// Every certificate among the keys of the data folder `folder`, in PEM, with its file.
pub(super) fn certificates_in(folder: &Path) -> Result<Vec<(PathBuf, String)>, StoreError> {
    let paths = list(&folder.join(KEYS), &["pem"])?;
    Ok(paths.into_iter().filter_map(|path| read_text(&path).ok().map(|pem| (path, pem))).collect())
}

/// Whether the certificate at `path` lies beside a key of its own.
pub(super) fn is_own(path: &Path) -> bool {
    KINDS.iter().any(|kind| path.with_extension(kind).is_file())
}

/// Puts records in order, the newest first, by the `path` of each.
pub fn newest_first<T>(records: &mut [T], path: fn(&T) -> &Path) {
    records.sort_by_cached_key(|one| std::cmp::Reverse(order(&stem(path(one)))));
}

/// A record's name with its number apart, so that v10 comes after v9.
fn order(stem: &str) -> (String, u32) {
    match stem.rsplit_once("-v") {
        Some((name, number)) => (name.to_owned(), number.parse().unwrap_or(0)),
        None => (stem.to_owned(), 0),
    }
}

pub(super) fn read_text(path: &Path) -> Result<String, StoreError> {
    let bytes = read_whole(path, LONGEST_FILE)?;
    String::from_utf8(bytes)
        .map_err(|_| StoreError::io(Doing::Read, path)(ErrorKind::InvalidData.into()))
}
