//! What a large folder looked like the last time, so that the first screen need not wait for ten thousand files.
//!
//! It is shown as what it is ([`Overview::checking`]) until the files were looked at, which happens at once. What costs nothing to
//! read is never taken from memory: who the institution is, what was chosen for the screen, the keys.

use super::{DeskError, Office, index::Opened};
use crate::{
    model::{Id, Processing},
    session::{Overview, RecordLine},
    store::{StoreError, newest_first},
};
use std::sync::Arc;

/// From so many files on a folder is large: looking at fewer takes no time that a person notices.
const LARGE: usize = 300;

impl Office {
    /// What the folder looked like last time, if it is a large one and all of it was read then.
    pub(super) fn glance(&mut self) -> Option<Overview> {
        if self.index.is_some() {
            return None;
        }
        let opened = Opened::read(&self.shelf)?;
        let large = opened.len() >= LARGE;
        let overview = if large { self.seen_last_time(&opened).ok().flatten() } else { None };
        self.opened = Some(opened);
        overview
    }

    fn seen_last_time(&self, opened: &Opened) -> Result<Option<Overview>, DeskError> {
        let now = self.now();
        let index = &opened.index;
        let Some(shown) = &index.shown else { return Ok(None) };
        let mut processings: Vec<Arc<Processing>> =
            index.processings.all().map(|(_, known)| Arc::clone(known)).collect();
        processings.sort_by_cached_key(|one| one.order());
        let records = index.records.all().map(|(name, cover)| {
            let path = self.shelf.record_file(name.as_str())?;
            Ok(RecordLine { path, name: name.to_string(), cover: Arc::clone(cover) })
        });
        let mut records = records.collect::<Result<Vec<_>, StoreError>>()?;
        newest_first(&mut records, |line| &line.path);
        let used_by = self.shelf.used_by();
        Ok(Some(Overview {
            folder: self.shelf.folder().to_path_buf(),
            // What cannot be read is told by the look that follows.
            organisation: self.shelf.organisation(now)?,
            settings: self.shelf.settings(now)?,
            keys: self.keys()?,
            signers: self.signers()?,
            commissions: self.shelf.commissions(now)?.0,
            today: Some(now.date()),
            looking: self.shelf.is_looking(),
            silent: used_by.as_ref().is_some_and(|by| by.is_silent(now)),
            used_by,
            checking: true,
            assessments: shown.assessments.clone(),
            processings,
            actions: index.actions.last(&Id::from("")).cloned().unwrap_or_default().0,
            evidence: shown.evidence.clone(),
            doubts: shown.doubts.clone(),
            people: shown.people.clone(),
            records,
            questionnaires: index.questionnaires.clone(),
            ..Overview::default()
        }))
    }
}
