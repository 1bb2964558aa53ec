//! Signing keys with their certificates, and records.

use super::{
    Doing, StoreError, names,
    replace::{Access, create},
    shelf::{KEYS, LONGEST_FILE, RECORDS, Shelf, list, read_whole, stem},
};
use crate::model::Id;
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// A signing key in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFile {
    /// The key (PKCS#12, RFC 7292), protected by a passphrase.
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
            let path = self.inside(KEYS, &name, ".p12")?;
            let public = path.with_extension("pem");
            if path.symlink_metadata().is_ok() || public.symlink_metadata().is_ok() {
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
        Ok(list(&self.folder.join(KEYS), "p12")?.into_iter().filter_map(pair).collect())
    }

    /// Every certificate in the folder of keys, in PEM: the people who are known here.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn certificates(&self) -> Result<Vec<String>, StoreError> {
        certificates(&self.folder)
    }

    /// The records, newest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn records(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut records = list(&self.folder.join(RECORDS), "pdf")?;
        records.sort_by_cached_key(|path| std::cmp::Reverse(order(&stem(path))));
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

/// Every certificate among the keys of the data folder `folder`, in PEM, for who only reads and claims nothing.
///
/// # Errors
/// The folder cannot be read.
pub fn certificates(folder: &Path) -> Result<Vec<String>, StoreError> {
    let paths = list(&folder.join(KEYS), "pem")?;
    Ok(paths.iter().filter_map(|path| read_text(path).ok()).collect())
}

/// A record's name with its number apart, so that v10 comes after v9.
fn order(stem: &str) -> (String, u32) {
    match stem.rsplit_once("-v") {
        Some((name, number)) => (name.to_owned(), number.parse().unwrap_or(0)),
        None => (stem.to_owned(), 0),
    }
}

fn read_text(path: &Path) -> Result<String, StoreError> {
    let bytes = read_whole(path, LONGEST_FILE)?;
    String::from_utf8(bytes)
        .map_err(|_| StoreError::io(Doing::Read, path)(ErrorKind::InvalidData.into()))
}
