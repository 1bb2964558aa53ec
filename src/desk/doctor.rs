//! Looking at everything in the data folder, saying what is wrong, and mending what can be mended.

use super::{DeskError, Office, words};
use crate::{
    model::{Assessment, Status},
    session::{Checkup, Finding, LinkStanding, Report, Standing, Weight},
    store::{Condition, Inspected, StoreError},
};
use std::path::{Path, PathBuf};

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
        for path in &records {
            findings.extend(self.look_at_record(path)?);
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
            Condition::Bad(error) => ("unreadable", Weight::Wrong, words::store(error)),
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
            if let Some(record) = self.lost_record(&assessment)? {
                findings.push(Finding {
                    code: "record_missing".into(),
                    weight: Weight::Wrong,
                    text: words::record_missing(&record),
                    path: record,
                });
            }
        }
        Ok(findings)
    }

    /// The record that a signed assessment names, if it is not there and the journal does not tell of it.
    fn lost_record(&self, assessment: &Assessment) -> Result<Option<PathBuf>, DeskError> {
        let Status::Signed(signed) = &assessment.status else { return Ok(None) };
        let path = self.shelf.record_file(&signed.record)?;
        let told = self.shelf.journal()?.entries.iter().any(|entry| entry.record == signed.record);
        Ok((!told && path.symlink_metadata().is_err()).then_some(path))
    }

    fn look_at_record(&self, path: &Path) -> Result<Option<Finding>, DeskError> {
        let report = self.check(path)?;
        let (code, weight) = match report.verdict {
            Standing::Valid | Standing::ValidUnknownSigner => return Ok(broken(path, &report)),
            Standing::Modified => ("record_modified", Weight::Wrong),
            Standing::Invalid | Standing::NotOurs => ("record_invalid", Weight::Wrong),
            Standing::Unsigned => ("record_unsigned", Weight::Mind),
        };
        let text = words::bad_record(path, &report.problems);
        Ok(Some(Finding { code: code.into(), weight, path: path.to_path_buf(), text }))
    }
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
