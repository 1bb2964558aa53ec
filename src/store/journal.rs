//! The journal of records in the data folder.

use super::{
    Doing, StoreError,
    replace::replace,
    shelf::{LONGEST_FILE, RECORDS, Shelf, read_whole},
};
use crate::format::{Entry, Journal, extend_journal, parse_journal};
use std::path::PathBuf;

/// The file, beside the records' folder.
pub(super) const FILE: &str = "logboek.jsonl";

impl Shelf {
    /// Where the journal is.
    pub fn journal_file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// Where the record of this name is, if that is a name.
    ///
    /// # Errors
    /// It is no plain name.
    pub fn record_file(&self, name: &str) -> Result<PathBuf, StoreError> {
        self.inside(RECORDS, name, "")
    }

    /// The journal; an empty one as long as no record was made.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn journal(&self) -> Result<Journal, StoreError> {
        Ok(parse_journal(&self.journal_text()?))
    }

    /// Writes `entry` at the journal's end, with the number and the head that belong there. What stands in it stays, byte for byte, even if it is damaged.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn note(&self, entry: Entry) -> Result<(), StoreError> {
        let path = self.journal_file();
        let longer = extend_journal(&self.journal_text()?, entry)
            .map_err(|problem| StoreError::Print { path: path.clone(), problem })?;
        replace(&path, longer.as_bytes())
    }

    fn journal_text(&self) -> Result<String, StoreError> {
        let path = self.journal_file();
        match read_whole(&path, LONGEST_FILE) {
            Ok(bytes) => String::from_utf8(bytes).map_err(|_| {
                StoreError::io(Doing::Read, &path)(std::io::ErrorKind::InvalidData.into())
            }),
            Err(error) if error.is_missing() => Ok(String::new()),
            Err(error) => Err(error),
        }
    }
}
