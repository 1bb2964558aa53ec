//! The data behind a record: what its pages are made from, and what another program reads from its attachment.

use crate::{
    engine::Evaluation,
    model::{
        Action, Answers, Assessment, Commission, Id, Moment, Organisation, Origin, Pinned,
        Processing, Status, Tone,
    },
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
    /// Who is to sign, in which field.
    pub signatories: Vec<Signatory>,
    /// What it is a record of.
    pub content: Content,
}

/// What a record is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// One filling-in of a questionnaire, and what it amounts to.
    Assessment(Box<Assessed>),
    /// The register of processing activities (AVG art. 30).
    Register(Register),
    /// What must be done, and how far it is.
    Actions(Vec<ActionEntry>),
    /// Everything in short, for the board (AVG art. 5 lid 2).
    Report(Report),
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

/// An assessment with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessed {
    /// What was assessed, if not the institution as a whole.
    pub processing: Option<Processing>,
    /// The assessment; answers to questions that were not asked are left out.
    pub assessment: Assessment,
    /// What the answers amount to.
    pub outcome: Outcome,
    /// The actions that people wrote down at its questions, as they stood when the record was made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Action>,
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

/// The register as it stands: what the institution does for itself, and what it does for others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// The processing activities (AVG art. 30 lid 1), in the order they are shown.
    pub entries: Vec<RegisterEntry>,
    /// What is done for others (AVG art. 30 lid 2), in the order they are shown.
    pub commissions: Vec<CommissionEntry>,
}

/// A processing activity, and what is still wanting about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterEntry {
    /// The processing activity.
    pub processing: Processing,
    /// What is wanting.
    pub gaps: Vec<Lack>,
    /// The assessments about it.
    pub assessments: Vec<AssessmentSummary>,
}

/// What is done for another, and what is still wanting about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommissionEntry {
    /// What is done.
    pub commission: Commission,
    /// What is wanting.
    pub gaps: Vec<Lack>,
}

/// Something that is wanting in the register, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lack {
    /// What, in a sentence.
    pub text: String,
    /// The article that asks for it.
    pub source: String,
}

/// An action with the names of what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionEntry {
    /// The action.
    pub action: Action,
    /// What it is about: the processing activity's name, or empty for the institution as a whole.
    pub about: String,
    /// Where it comes from, in words: the assessment's title, or empty if a person added it.
    pub from: String,
}

/// Everything in short: what the institution can show that it did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The newest yearly round; none if there never was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<Box<AssessmentSummary>>,
    /// How many assessments are not told of, because a newer one of the same questionnaire about the same thing is.
    #[serde(default)]
    pub earlier: u32,
    /// The step plans that were begun.
    pub plans: Vec<PlanSummary>,
    /// The other assessments that were begun.
    pub assessments: Vec<AssessmentSummary>,
    /// The register's entries.
    pub entries: Vec<EntrySummary>,
    /// How many entries the processor's register has (AVG art. 30 lid 2).
    pub commissions: u32,
    /// The actions, by department.
    pub departments: Vec<DepartmentSummary>,
    /// The signed records.
    pub records: Vec<RecordSummary>,
}

/// How far a step plan is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanSummary {
    /// How it stands as a whole.
    pub plan: AssessmentSummary,
    /// Its steps, in order.
    pub steps: Vec<StepSummary>,
}

/// How far a step is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepSummary {
    /// What it is called.
    pub title: String,
    /// How many of its questions are answered.
    pub answered: u32,
    /// How many are asked.
    pub asked: u32,
}

/// How an assessment stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssessmentSummary {
    /// What its questionnaire is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// How many questions are answered.
    pub answered: u32,
    /// How many are asked.
    pub asked: u32,
    /// The title of the settled verdict; none as long as it is not settled.
    pub verdict: Option<String>,
    /// What that verdict asks of the reader.
    pub tone: Option<Tone>,
    /// When it was signed, or else last changed.
    pub at: Moment,
    /// The file name of the record it stands in; none as long as it is not signed.
    pub record: Option<String>,
}

/// An entry of the register in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntrySummary {
    /// What people call it.
    pub name: String,
    /// The department that answers for it.
    pub department: String,
    /// How much is wanting.
    pub gaps: u32,
}

/// The actions of one department, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartmentSummary {
    /// The department; empty for none in particular.
    pub department: String,
    /// What nobody has begun.
    pub open: u32,
    /// What someone is at.
    pub busy: u32,
    /// Of both, what should have been done by now.
    pub overdue: u32,
    /// What is done.
    pub done: u32,
    /// What need not be done any more.
    pub dropped: u32,
}

/// A signed record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordSummary {
    /// Its file name.
    pub name: String,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
}

/// What a record is made of, apart from what it is of.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Whose record it is.
    pub organisation: Organisation,
    /// Who is to sign.
    pub signatories: Vec<Signatory>,
    /// When the record is made.
    pub made: Moment,
    /// The head of the journal of records before this one; empty for the first.
    pub follows: String,
}

impl RecordData {
    /// The data of a record of `content`, by this version of the program.
    pub fn new(frame: Frame, content: Content) -> Self {
        Self {
            data_version: DATA_VERSION,
            layout_version: LAYOUT_VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made: frame.made,
            follows: frame.follows,
            organisation: frame.organisation,
            signatories: frame.signatories,
            content,
        }
    }
}

impl Assessed {
    /// `assessment` with what `evaluation` says of it, or nothing as long as the verdict is not settled.
    pub fn new(
        processing: Option<Processing>,
        assessment: &Assessment,
        evaluation: &Evaluation,
    ) -> Option<Self> {
        let outcome = Outcome::of(evaluation)?;
        let assessment = seen(assessment, evaluation);
        Some(Self { processing, assessment, outcome, duties: Vec::new() })
    }

    /// The same with the actions among `all` that people wrote down at its questions.
    #[must_use]
    pub fn with_duties<'a>(mut self, all: impl IntoIterator<Item = &'a Action>) -> Self {
        let id = &self.assessment.id;
        let here = |one: &&Action| matches!(&one.origin, Origin::Question { assessment, .. } if assessment == id);
        self.duties = all.into_iter().filter(here).cloned().collect();
        self
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

/// `assessment` as far as it may be seen: hidden answers, and what was said with them, never reach a record.
fn seen(assessment: &Assessment, evaluation: &Evaluation) -> Assessment {
    let asked = |id: &Id| evaluation.asked.contains(id);
    let answers: Answers = assessment
        .answers
        .iter()
        .filter(|(id, _)| asked(id))
        .map(|(id, answer)| (id.clone(), answer.clone()))
        .collect();
    let mut seen = Assessment {
        answers,
        position: None,
        declined: None,
        status: Status::Open,
        ..assessment.clone()
    };
    seen.notes.retain(|id, _| asked(id));
    seen.dissents.retain(|id, _| asked(id));
    if let Some(workshop) = &mut seen.workshop {
        // What was not shown in the room is not shown here.
        workshop.shown.retain(|id| asked(id));
        workshop.votes.retain(|id, _| workshop.shown.contains(id));
        workshop.parked.retain(|parked| parked.question.as_ref().is_none_or(asked));
    }
    seen
}
