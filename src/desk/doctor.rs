//! Looking at everything in the data folder, saying what is wrong, and mending what can be mended.

use super::{DeskError, Office, chain, checking::judge, words};
use crate::{
    model::Status,
    session::{Checkup, Finding, LinkStanding, Report, Standing, Weight},
    signature::Trust,
    store::{Condition, Inspected, LONGEST_FILE, StoreError, read_whole},
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

impl Office {
    /// Looks at every file, every record and the journal. With `repair`, a damaged file is set aside and the newest good copy
    /// takes its place; nothing is ever removed.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn check_up(&mut self, repair: bool) -> Result<Checkup, DeskError> {
        let inspected = self.shelf.inspect()?;
        let files = inspected.len();
        let mut findings = Vec::new();
        for Inspected { path, condition } in inspected {
            findings.extend(self.finding(path, &condition, repair));
        }
        findings.extend(self.look_at_assessments()?);
        let records = self.shelf.records()?;
        // Records stay what they are when nobody is known; that the list cannot be read was told above.
        let trust = self.trust().unwrap_or_default();
        for path in &records {
            findings.extend(look_at_record(path, &trust));
        }
        findings.extend(self.compare_journal()?);
        findings.sort_by_key(|finding| finding.weight);
        let folder = self.shelf.folder().to_path_buf();
        Ok(Checkup { folder, files, records: records.len(), findings })
    }

    fn finding(&mut self, path: PathBuf, condition: &Condition, repair: bool) -> Option<Finding> {
        let (code, weight, text) = match condition {
            Condition::Sound => return None,
            Condition::Bad(error @ StoreError::Damaged { .. }) if repair => {
                match self.shelf.mend(&path, self.clock.now()) {
                    Ok(Some(mended)) => ("mended", Weight::Mended, words::mended(&path, &mended)),
                    Ok(None) => ("damaged", Weight::Wrong, words::store(error)),
                    Err(error) => ("damaged", Weight::Wrong, words::store(&error)),
                }
            }
            Condition::Bad(error @ StoreError::Damaged { .. }) => {
                ("damaged", Weight::Wrong, words::store(error))
            }
            Condition::Bad(error @ StoreError::Newer { .. }) => {
                ("newer", Weight::Wrong, words::store(error))
            }
            Condition::Bad(error) => return Some(unreadable(&path, error)),
            Condition::Aside => ("set_aside", Weight::Mind, words::set_aside(&path)),
            Condition::Conflict => ("conflict", Weight::Mind, words::conflict(&path)),
            Condition::Beside => ("beside", Weight::Mind, words::kept_beside(&path)),
            Condition::Stranger => ("stranger", Weight::Mind, words::stranger(&path)),
        };
        Some(Finding { code: code.to_owned(), weight, path, text })
    }

    /// Assessments that say they stand in a record which is not there, and those whose questionnaire is not the one they name.
    fn look_at_assessments(&mut self) -> Result<Vec<Finding>, DeskError> {
        let mut findings = Vec::new();
        // A journal that cannot be read is told of by itself.
        let told: BTreeSet<String> = self.shelf.journal().map_or_else(
            |_| BTreeSet::new(),
            |journal| journal.entries.into_iter().map(|entry| entry.record).collect(),
        );
        for assessment in self.shelf.sound_assessments()? {
            let path = self.shelf.assessment_file(&assessment.id)?;
            if let Err(error) = self.asked(&assessment) {
                let text = words::sentence(&error);
                findings.push(Finding {
                    code: "questionnaire_differs".into(),
                    weight: Weight::Wrong,
                    path: path.clone(),
                    text,
                });
            }
            let Status::Signed(signed) = &assessment.status else { continue };
            findings.extend(match self.shelf.record_file(&signed.record) {
                Ok(record)
                    if told.contains(&signed.record) || record.symlink_metadata().is_ok() =>
                {
                    None
                }
                Ok(record) => Some(missing(&record)),
                Err(error) => Some(unreadable(&path, &error)),
            });
        }
        Ok(findings)
    }
}

fn look_at_record(path: &Path, trust: &Trust) -> Option<Finding> {
    let bytes = match read_whole(path, LONGEST_FILE) {
        Ok(bytes) => bytes,
        Err(error) => return Some(unreadable(path, &error)),
    };
    let report = chain::followed(judge(path, &bytes, trust));
    let (code, weight) = match report.verdict {
        Standing::Valid | Standing::ValidUnknownSigner => return broken(path, &report),
        Standing::Modified => ("record_modified", Weight::Wrong),
        Standing::Invalid | Standing::NotOurs => ("record_invalid", Weight::Wrong),
        Standing::Unsigned => ("record_unsigned", Weight::Mind),
    };
    let text = words::bad_record(path, &report.problems);
    Some(Finding { code: code.into(), weight, path: path.to_path_buf(), text })
}

/// That a record in the chain of this one is another file than it names.
fn broken(path: &Path, report: &Report) -> Option<Finding> {
    let link = report.chain.iter().find(|link| link.standing == LinkStanding::Different)?;
    Some(Finding {
        code: "chain_broken".into(),
        weight: Weight::Wrong,
        path: path.to_path_buf(),
        text: words::chain_broken(path, &link.record),
    })
}

/// A file that says nothing about itself, because it cannot be read.
pub(super) fn unreadable(path: &Path, error: &StoreError) -> Finding {
    let (code, text) = ("unreadable".to_owned(), words::store(error));
    Finding { code, weight: Weight::Wrong, path: path.to_path_buf(), text }
}

/// A record that should be there, and is not.
pub(super) fn missing(record: &Path) -> Finding {
    let (code, text) = ("record_missing".to_owned(), words::record_missing(record));
    Finding { code, weight: Weight::Wrong, path: record.to_path_buf(), text }
}
