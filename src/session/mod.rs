//! People at one questionnaire: what they change, taking it back, and what they want done, as data.
//!
//! A [`Session`] holds one assessment and what it amounts to. Each [`Edit`] changes it and is answered with an [`Effect`];
//! whoever sits behind the [`Desk`] performs effects and answers with a [`Reply`], now or later. Nothing here waits.

mod checkup;
mod comparison;
mod desk;
mod duties;
mod edit;
mod feeding;
mod guide;
mod keyring;
mod overview;
pub mod passphrase;
mod report;
mod reviewing;
mod taking_back;
mod upgrade;
mod waiting;
mod walk;
mod workshop;

pub use checkup::{Checkup, Finding, Weight};
pub use comparison::{Choice, Comparison, Difference, Settlement, Side, TwinLine};
pub use desk::{
    Countersignature, Desk, Effect, Failure, Ledger, NewKey, Reply, Secret, SignOrder,
    SignedRecord, StampOrder, StampQuestion, Statement, StatementOrder, Unkept,
};
pub use duties::{adopted, changed, free, without};
pub use edit::Edit;
pub use feeding::{Proposal, Table, proposals};
pub use guide::Guide;
pub use keyring::{KeyExport, KeyImport, KeyLine, NewSigner, SignerLine};
pub use overview::{
    Advance, AssessmentLine, Cover, Doubt, Fact, Overview, QuestionnaireLine, RecordLine,
};
pub use report::{
    Claim, DataStanding, Link, LinkStanding, OpenField, Report, SignatureReport, StampReport,
    Standing,
};
pub use taking_back::{inverse, undoing_new};
pub use upgrade::Upgrade;
pub use waiting::{Place, Waiting, shown_with};
pub use walk::{Missing, Stop};
pub use workshop::Unlisted;

use crate::{
    engine::{Aside, Change, Engine, Evaluation},
    model::{Assessment, Id, Question, Questionnaire, Review, Status, Verdict},
};
use std::sync::Arc;

/// One assessment under the hands of people.
#[derive(Clone, Debug)]
pub struct Session {
    engine: Arc<Engine>,
    assessment: Arc<Assessment>,
    evaluation: Evaluation,
    /// Where one can stop now.
    stops: Arc<[Stop]>,
    review: Option<Review>,
    past: Vec<Edit>,
    future: Vec<Edit>,
    revision: u64,
}

impl Session {
    /// Takes `assessment` up where it was left. `engine` must be of the questionnaire it is pinned to.
    pub fn new(engine: Arc<Engine>, assessment: Assessment) -> Self {
        let evaluation = engine.evaluate(&assessment.answers);
        let stops = walk::stops(engine.questionnaire(), &evaluation.asked);
        let (past, future) = (Vec::new(), Vec::new());
        let assessment = Arc::new(assessment);
        let mut session =
            Self { engine, assessment, evaluation, stops, review: None, past, future, revision: 0 };
        session.review = session.look_again();
        session
    }

    /// The questionnaire.
    pub fn questionnaire(&self) -> &Questionnaire {
        self.engine.questionnaire()
    }

    /// The question with this name.
    pub fn question(&self, id: &Id) -> Option<&Question> {
        self.questionnaire().question(id)
    }

    /// Whether more will be asked after this question than is known now: it is the last one, there are sections after it, and the
    /// outcome is open.
    pub fn leads_on(&self, id: &Id) -> bool {
        let (evaluation, questionnaire) = (self.evaluation(), self.questionnaire());
        let last = questionnaire.sections().len().checked_sub(1);
        evaluation.asked.last() == Some(id)
            && questionnaire.section_of(id) < last
            && !evaluation.is_settled()
    }

    /// The assessment as it stands.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// What the answers amount to now.
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// The settled verdict.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.questionnaire().verdict(self.evaluation.verdict.as_ref()?)
    }

    /// What was said about deviating from the outcome; nothing if the questionnaire knows no deviation.
    pub fn aside(&self) -> Option<Aside<'_>> {
        self.evaluation.aside(self.engine.questionnaire(), &self.assessment.answers)
    }

    /// Which single other answer would lead, or could lead, to another verdict.
    pub fn changes(&self) -> Vec<Change> {
        self.engine.changes(&self.assessment.answers)
    }

    /// How often the assessment was changed in this session; what was kept names it.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the assessment is signed, and so no longer changes.
    pub fn is_locked(&self) -> bool {
        matches!(self.assessment.status, Status::Signed(_))
    }

    /// Applies `edit`, and wishes the assessment kept; a signed one stays as it is.
    pub fn apply(&mut self, edit: Edit) -> Option<Effect> {
        if self.is_locked() {
            return None;
        }
        let inverse = self.exchange(edit);
        self.past.push(inverse);
        self.future.clear();
        Some(self.keep())
    }

    /// Takes the last edit back.
    pub fn undo(&mut self) -> Option<Effect> {
        let edit = self.past.pop()?;
        let inverse = self.exchange(edit);
        self.future.push(inverse);
        Some(self.keep())
    }

    /// Does the edit again that was taken back last.
    pub fn redo(&mut self) -> Option<Effect> {
        let edit = self.future.pop()?;
        let inverse = self.exchange(edit);
        self.past.push(inverse);
        Some(self.keep())
    }

    /// The question that the last edit touched, and how many it touched in all, to show what an undo would do.
    pub fn last_touched(&self) -> Option<(&Id, usize)> {
        self.past.last().and_then(Edit::touched)
    }

    /// The question that a redo would touch, and how many in all.
    pub fn next_touched(&self) -> Option<(&Id, usize)> {
        self.future.last().and_then(Edit::touched)
    }

    /// Whether there is an edit to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is an edit that was taken back.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Remembers where the person stands, so that they stand there again next time. Not an edit: it is not taken back.
    pub fn stand(&mut self, question: &Id) -> Option<Effect> {
        if self.is_locked() || self.assessment.position.as_ref() == Some(question) {
            return None;
        }
        Arc::make_mut(&mut self.assessment).position = Some(question.clone());
        Some(self.keep())
    }

    fn exchange(&mut self, edit: Edit) -> Edit {
        let inverse = edit.exchange(Arc::make_mut(&mut self.assessment));
        let before =
            std::mem::replace(&mut self.evaluation, self.engine.evaluate(&self.assessment.answers));
        if before.asked != self.evaluation.asked {
            self.stops = walk::stops(self.engine.questionnaire(), &self.evaluation.asked);
        }
        self.review = self.look_again();
        inverse
    }

    /// The same with what was said in it before and is not kept yet.
    #[must_use]
    pub fn restored(self, assessment: Assessment, revision: u64) -> Self {
        Self { revision, ..Self::new(self.engine, assessment) }
    }

    fn keep(&mut self) -> Effect {
        self.revision += 1;
        Effect::Keep { assessment: Arc::clone(&self.assessment), revision: self.revision }
    }
}
