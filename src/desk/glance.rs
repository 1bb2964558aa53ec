//! What a large folder looked like at the end of the last time, so that the first screen need not wait for ten thousand files.
//!
//! It is shown as what it is ([`Overview::checking`]) until the files were looked at, which happens at once. What costs nothing to
//! read is never taken from here: who the institution is, what was chosen for the screen, the keys.

use super::{DeskError, Office};
use crate::{
    format::{parse_json, print_json},
    model::{Action, Evidence, Id, Participant, Processing, sharing},
    session::{AssessmentLine, Cover, Doubt, Overview, QuestionnaireLine, RecordLine},
    store::Memory,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// Raised with whatever changes what is kept here.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " 2");

/// From so many files on a folder is large: looking at fewer takes no time that a person notices.
const LARGE: usize = 300;

/// What is kept of an [`Overview`].
#[derive(Deserialize)]
struct Glance {
    program: String,
    assessments: Vec<AssessmentLine>,
    processings: Vec<Processing>,
    actions: Vec<Action>,
    evidence: BTreeMap<Id, Evidence>,
    doubts: BTreeMap<Id, Doubt>,
    people: Vec<Participant>,
    /// The names of the records, and what each says of itself.
    records: Vec<(String, Cover)>,
    questionnaires: Vec<QuestionnaireLine>,
}

/// The same, as it is written.
#[derive(Serialize)]
struct Kept<'a> {
    program: &'a str,
    assessments: &'a [AssessmentLine],
    processings: &'a [Processing],
    actions: &'a [Action],
    evidence: &'a BTreeMap<Id, Evidence>,
    doubts: &'a BTreeMap<Id, Doubt>,
    people: &'a [Participant],
    records: Vec<(&'a str, &'a Cover)>,
    questionnaires: &'a [QuestionnaireLine],
}

fn is_large(overview: &Overview) -> bool {
    let files = [
        overview.assessments.len(),
        overview.processings.len(),
        overview.actions.len(),
        overview.records.len(),
    ];
    files.iter().sum::<usize>() >= LARGE
}

impl Office {
    /// What the folder looked like last time, if it is a large one and that was kept.
    pub(super) fn glance(&self) -> Option<Overview> {
        let bytes = self.shelf.memory(Memory::Glance)?;
        let glance: Glance = sharing(|| parse_json(&bytes)).ok()?;
        if glance.program != VERSION {
            return None;
        }
        drop(bytes);
        self.seen_last_time(glance).ok()
    }

    fn seen_last_time(&self, glance: Glance) -> Result<Overview, DeskError> {
        let now = self.now();
        let record = |(name, cover): (String, Cover)| {
            Ok::<_, DeskError>(RecordLine { path: self.shelf.record_file(&name)?, name, cover })
        };
        let used_by = self.shelf.holder().filter(|_| self.shelf.is_looking());
        Ok(Overview {
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
            assessments: glance.assessments,
            processings: glance.processings,
            actions: glance.actions,
            evidence: glance.evidence,
            doubts: glance.doubts,
            people: glance.people,
            records: glance.records.into_iter().map(record).collect::<Result<_, _>>()?,
            questionnaires: glance.questionnaires,
            ..Overview::default()
        })
    }

    /// Remembers what was seen, to be kept when the program ends.
    pub(super) fn remember(&mut self, overview: &Arc<Overview>) {
        self.remembered = Some(Arc::clone(overview)).filter(|overview| overview.unread == 0);
    }

    /// Keeps what was seen last, if that is much and the folder is ours to write in.
    pub(super) fn keep_glance(&self) {
        let Some(overview) = self.remembered.as_deref().filter(|overview| is_large(overview))
        else {
            return;
        };
        let kept = Kept {
            program: VERSION,
            assessments: &overview.assessments,
            processings: &overview.processings,
            actions: &overview.actions,
            evidence: &overview.evidence,
            doubts: &overview.doubts,
            people: &overview.people,
            records: overview.records.iter().map(|one| (&*one.name, &one.cover)).collect(),
            questionnaires: &overview.questionnaires,
        };
        // Nothing is lost without it: the next time begins by looking.
        let _ = self.shelf.remember(Memory::Glance, |file| print_json(&kept, file));
    }
}
