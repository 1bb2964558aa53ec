//! What there is in the data folder, as a screen shows it.

use super::{KeyLine, Proposal, SignerLine, TwinLine};
use crate::model::{
    About, Action, Answer, Commission, Evidence, Gap, Holder, Id, Label, Moment, Organisation,
    Participant, Processing, Proves, Questionnaire, Settings, Status, Subject,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

/// Everything that a first screen shows. A copy costs little: what there may be thousands of is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The data folder.
    pub folder: PathBuf,
    /// Whether the folder is only looked at, because someone else has it open.
    pub looking: bool,
    /// Who that is, if it is written down.
    pub used_by: Option<Holder>,
    /// Whether they changed nothing for so long that they are probably not there any more.
    pub silent: bool,
    /// The institution's particulars, once given.
    pub organisation: Option<Organisation>,
    /// What was chosen for the screen.
    pub settings: Settings,
    /// The processing activities, by name.
    pub processings: Vec<Arc<Processing>>,
    /// How the assessments of each of them came out, by its name.
    pub evidence: BTreeMap<Id, Evidence>,
    /// What is done for others, by the name of whom it is done for.
    pub commissions: Vec<Commission>,
    /// What was filled in elsewhere and could be kept in the register.
    pub proposals: Vec<Proposal>,
    /// What must be done, and was.
    pub actions: Vec<Arc<Action>>,
    /// The day on which all this holds; none before the first look.
    pub today: Option<Date>,
    /// The assessments, last changed first.
    pub assessments: Vec<Arc<AssessmentLine>>,
    /// The records, newest first.
    pub records: Vec<RecordLine>,
    /// The signing keys.
    pub keys: Vec<KeyLine>,
    /// Who else is known to sign, by name.
    pub signers: Vec<SignerLine>,
    /// What can be begun.
    pub questionnaires: Vec<QuestionnaireLine>,
    /// Who took part last time, to be asked again.
    pub people: Vec<Participant>,
    /// What was answered before to questions that recur, newest first.
    pub facts: Vec<Fact>,
    /// What is wrong in the folder, in words for a person.
    pub warnings: Vec<String>,
    /// What there are two of, because a synchronising program could not choose.
    pub twins: Vec<TwinLine>,
    /// The pending actions that are perhaps no longer needed, and why.
    pub doubts: BTreeMap<Id, Doubt>,
    /// How many files were not read yet: in a large folder that was never looked at, looking again reads on.
    pub unread: usize,
    /// Whether this is how it was last time: looking again tells how it is.
    pub checking: bool,
}

impl Overview {
    /// Whether there is more to see: then one looks again.
    pub fn is_partial(&self) -> bool {
        self.unread > 0 || self.checking
    }

    /// Whether the institution has no name yet.
    pub fn is_nameless(&self) -> bool {
        self.organisation.as_ref().is_none_or(|one| one.name.trim().is_empty())
    }

    /// What is missing of an entry of the register.
    pub fn gaps(&self, entry: &Processing) -> Vec<Gap> {
        let nothing = Evidence::default();
        let evidence = self.evidence.get(&entry.id).unwrap_or(&nothing);
        entry.gaps(evidence, self.today.unwrap_or(Date::MIN))
    }
}

/// Why an action is perhaps no longer needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// The assessment was done again, and its outcome no longer asks it.
    Rule,
    /// The question at which it was born is no longer asked.
    Question,
    /// The answer there is another one by now.
    Answer,
}

/// One questionnaire in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionnaireLine {
    /// Its name.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub intro: String,
    /// What it is about.
    pub about: Subject,
    /// How many questions it can ask.
    pub questions: usize,
    /// Whether it is a plan in steps.
    pub plan: bool,
    /// What its outcome proves about an entry of the register.
    pub proves: Option<Proves>,
    /// When its rules were last checked against the law.
    pub legal_state: Date,
    /// The law under way that may change them.
    pub pending: Vec<String>,
    /// Whether it asks what changed, so that what was signed before is looked at again: it is to be done each year.
    #[serde(default)]
    pub round: bool,
}

impl QuestionnaireLine {
    /// The line of `questionnaire`.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        let draft = questionnaire.draft();
        Self {
            id: draft.id.clone(),
            title: draft.title.clone(),
            intro: draft.intro.clone(),
            about: draft.about,
            questions: questionnaire.questions().count(),
            plan: draft.sections.iter().any(|section| !section.goal.is_empty()),
            proves: draft.proves.clone(),
            legal_state: draft.legal_state.date,
            pending: draft.legal_state.pending.iter().map(|law| law.title.clone()).collect(),
            round: questionnaire.is_round(),
        }
    }
}

/// An answer to a question that recurs in several questionnaires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name under which it recurs.
    pub fact: Id,
    /// What it is about.
    pub about: About,
    /// What was said.
    pub answer: Answer,
    /// The assessment in which it was said.
    pub assessment: Id,
    /// What its questionnaire is called.
    pub title: Label,
    /// When that assessment was last changed.
    pub at: Moment,
}

/// One assessment in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentLine {
    /// Its name.
    pub id: Id,
    /// The questionnaire.
    pub questionnaire: Id,
    /// What the questionnaire is called.
    pub title: Label,
    /// What it is about.
    pub about: About,
    /// What it is about, in words.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub subject: Label,
    /// How far it is.
    pub advance: Advance,
    /// When it was last changed.
    pub changed: Moment,
    /// Being filled in, or signed.
    pub status: Status,
    /// When it is to be looked at again; none once that was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// What changed since it was signed, if that is why it is to be looked at again.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub because: Label,
    /// The version of its questionnaire that the program has, if that is a later one and the assessment is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<Label>,
    /// The section in which one was, by its title; empty before anything was done.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub place: Label,
}

impl AssessmentLine {
    /// Whether answers may change.
    pub fn is_open(&self) -> bool {
        self.status == Status::Open
    }
}

/// How far an assessment is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advance {
    /// How many asked questions are answered.
    pub answered: usize,
    /// How many are asked.
    pub asked: usize,
    /// The settled verdict's title.
    pub verdict: Option<Label>,
}

/// One record in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordLine {
    /// Where it lies.
    pub path: PathBuf,
    /// Its file name.
    pub name: String,
    /// What it says of itself.
    pub cover: Arc<Cover>,
}

/// What a record says of itself: nothing if it is none of ours. It is not checked for a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// What it is called; empty if it does not say so.
    pub title: String,
    /// What it decides.
    pub outcome: String,
    /// The day on which it was made.
    pub made: Option<Date>,
    /// Who is still to sign it.
    pub awaits: Vec<String>,
}
