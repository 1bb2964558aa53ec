//! The data behind a record: what its pages are made from, and what another program reads from its attachment.

use crate::{
    engine::Evaluation,
    model::{Answers, Assessment, Id, Moment, Organisation, Pinned, Processing, Status},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the shape of [`RecordData`].
pub const DATA_VERSION: u32 = 1;

/// The version of how pages are made from data. Another version's pages cannot be compared byte for byte.
pub const LAYOUT_VERSION: u32 = 1;

/// Everything that a record says, besides the questionnaire itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordData {
    /// [`DATA_VERSION`].
    pub data_version: u32,
    /// [`LAYOUT_VERSION`].
    pub layout_version: u32,
    /// The program's version, for people.
    pub program: String,
    /// When the record was made, by the clock of the device.
    pub made: Moment,
    /// The head of the journal of records before this one (SHA-256); empty for the first.
    #[serde(default)]
    pub follows: String,
    /// Whose record it is.
    pub organisation: Organisation,
    /// What was assessed, if not the institution as a whole.
    pub processing: Option<Processing>,
    /// The assessment; answers to questions that were not asked are left out.
    pub assessment: Assessment,
    /// Who is to sign, in which field.
    pub signatories: Vec<Signatory>,
    /// What the answers amount to.
    pub outcome: Outcome,
}

/// Someone who is to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// The form field, ASCII.
    pub field: String,
    /// Who.
    pub name: String,
    /// As what.
    pub role: String,
    /// SHA-256 of the certificate, if it is known beforehand.
    pub fingerprint: String,
}

/// The verdict with the rules that hold, by their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The settled verdict.
    pub verdict: Id,
    /// The rules that hold, the deciding one first.
    pub rules: Vec<Id>,
    /// What must be done.
    pub actions: Vec<Id>,
    /// The rules that hold from a day on, and whether they held when the record was made.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub switches: BTreeMap<Id, bool>,
}

/// What a record is made of, apart from what was said and decided.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Whose record it is.
    pub organisation: Organisation,
    /// What was assessed, if not the institution as a whole.
    pub processing: Option<Processing>,
    /// Who is to sign.
    pub signatories: Vec<Signatory>,
    /// When the record is made.
    pub made: Moment,
    /// The head of the journal of records before this one; empty for the first.
    pub follows: String,
}

impl RecordData {
    /// The data of a record of `assessment`, or nothing as long as the verdict is not settled.
    pub fn new(frame: Frame, assessment: &Assessment, evaluation: &Evaluation) -> Option<Self> {
        Some(Self {
            data_version: DATA_VERSION,
            layout_version: LAYOUT_VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made: frame.made,
            follows: frame.follows,
            organisation: frame.organisation,
            processing: frame.processing,
            assessment: seen(assessment, evaluation),
            signatories: frame.signatories,
            outcome: Outcome::of(evaluation)?,
        })
    }

    /// The questionnaire that was asked.
    pub fn questionnaire(&self) -> &Pinned {
        &self.assessment.questionnaire
    }
}

impl Outcome {
    /// What `evaluation` says, once it is settled.
    pub fn of(evaluation: &Evaluation) -> Option<Self> {
        Some(Self {
            verdict: evaluation.verdict.clone()?,
            rules: evaluation.reasons.iter().map(|reason| reason.rule.clone()).collect(),
            actions: evaluation.actions.iter().map(|action| action.id.clone()).collect(),
            switches: evaluation.switches.clone(),
        })
    }
}

/// `assessment` as far as it may be seen: hidden answers and their notes never reach a record.
fn seen(assessment: &Assessment, evaluation: &Evaluation) -> Assessment {
    let asked = |id: &Id| evaluation.asked.contains(id);
    let answers: Answers = assessment
        .answers
        .iter()
        .filter(|(id, _)| asked(id))
        .map(|(id, answer)| (id.clone(), answer.clone()))
        .collect();
    let notes = assessment
        .notes
        .iter()
        .filter(|(id, _)| asked(id))
        .map(|(id, note)| (id.clone(), note.clone()));
    Assessment {
        answers,
        notes: notes.collect(),
        position: None,
        status: Status::Open,
        ..assessment.clone()
    }
}
