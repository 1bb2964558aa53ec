//! Writing down what happened to a record, and holding the records against what was written down.

use super::{
    DeskError, Office,
    checking::contents,
    doctor::{missing, unreadable},
    words,
};
use crate::{
    format::{Break, Entry, Happening, sha256},
    session::{Finding, Report, Weight},
    store::{LONGEST_FILE, read_whole},
};
use std::{collections::BTreeMap, path::Path};

impl Office {
    /// Writes down what happened to the record at `path`, whose bytes are given and were found to be as in `report`.
    pub(super) fn note(
        &self,
        happening: Happening,
        path: &Path,
        (bytes, report): (&[u8], &Report),
    ) -> Result<(), DeskError> {
        let contents = contents(bytes);
        let entry = Entry {
            number: 0,
            previous: String::new(),
            at: self.now(),
            happening,
            record: name(path),
            data_sha256: contents
                .as_ref()
                .map(|found| found.data_sha256.clone())
                .unwrap_or_default(),
            base_sha256: contents.map(|found| found.base_sha256).unwrap_or_default(),
            file_sha256: report.sha256.clone(),
            signers: report.signatures.iter().map(|one| plain(&one.fingerprint)).collect(),
        };
        Ok(self.shelf.note(entry)?)
    }

    /// What does not agree between the journal and the records.
    pub(super) fn compare_journal(&self) -> Result<Vec<Finding>, DeskError> {
        let file = self.shelf.journal_file();
        let journal = match self.shelf.journal() {
            Ok(journal) => journal,
            Err(error) => return Ok(vec![unreadable(&file, &error)]),
        };
        let mut findings: Vec<Finding> = journal
            .breaks
            .iter()
            .map(|found| {
                let (code, text) = match found {
                    Break::Unreadable(line) => {
                        ("journal_unreadable", words::journal_unreadable(*line))
                    }
                    Break::Unchained(line) => {
                        ("journal_unchained", words::journal_unchained(*line))
                    }
                    Break::Torn => ("journal_torn", words::JOURNAL_TORN.to_owned()),
                };
                Finding { code: code.into(), weight: Weight::Wrong, path: file.clone(), text }
            })
            .collect();
        let mut told: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in &journal.entries {
            told.entry(&entry.record).or_default().push(entry);
        }
        for (record, entries) in &told {
            findings.extend(match self.shelf.record_file(record) {
                Ok(path) => compare(&path, entries),
                Err(error) => Some(unreadable(&file, &error)),
            });
        }
        for path in self.shelf.records()? {
            if !told.contains_key(name(&path).as_str()) {
                findings.push(Finding {
                    code: "record_unknown".into(),
                    weight: Weight::Mind,
                    text: words::record_unknown(&path),
                    path,
                });
            }
        }
        Ok(findings)
    }
}

/// Holds one record against its lines, oldest first.
fn compare(path: &Path, entries: &[&Entry]) -> Option<Finding> {
    let finding = |code: &str, text: String| {
        let (code, path) = (code.to_owned(), path.to_path_buf());
        Finding { code, weight: Weight::Wrong, path, text }
    };
    let bytes = match read_whole(path, LONGEST_FILE) {
        Ok(bytes) => bytes,
        Err(error) if error.is_missing() => return Some(missing(path)),
        // That it cannot be read was told when it was looked at.
        Err(_) => return None,
    };
    let sha256 = sha256(&bytes);
    if entries.last().is_some_and(|last| last.file_sha256 == sha256) {
        return (!anchored(&bytes, entries))
            .then(|| finding("record_unanchored", words::record_unanchored(path)));
    }
    if let Some(earlier) = entries.iter().find(|entry| entry.file_sha256 == sha256) {
        let text = words::record_rolled_back(path, earlier.at);
        return Some(finding("record_rolled_back", text));
    }
    let grown = contents(&bytes)
        .is_some_and(|found| entries.iter().any(|entry| entry.base_sha256 == found.base_sha256));
    if grown {
        // The same record with another signature: signed on another computer and brought back, perhaps.
        let text = words::record_other_signatures(path);
        let finding = finding("record_other_signatures", text);
        return Some(Finding { weight: Weight::Mind, ..finding });
    }
    Some(finding("record_altered", words::record_altered(path)))
}

/// Whether the head that the record prints is the one that the journal says was there before it.
fn anchored(bytes: &[u8], entries: &[&Entry]) -> bool {
    let printed = contents(bytes).map(|found| found.follows);
    match (printed, entries.first()) {
        (Some(printed), Some(first)) => printed == first.previous,
        _ => false,
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A fingerprint without the spaces that make it readable.
fn plain(fingerprint: &str) -> String {
    fingerprint.chars().filter(char::is_ascii_hexdigit).collect()
}
