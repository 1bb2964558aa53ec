//! A newer version of the questionnaire that an assessment began with: what taking it over would do, before anything is done.

use crate::{
    engine::{Carried, Difference, Engine},
    model::{Assessment, Id, Pinned, Questionnaire, Status, Upgraded},
};
use std::sync::Arc;

/// What a person reads before choosing between two versions.
#[derive(Clone, Debug)]
pub struct Upgrade {
    /// The assessment; it is still as it was.
    pub assessment: Id,
    /// Whether it is signed, so that a next version of it would begin, and this one stays as it is for ever.
    pub signed: bool,
    /// The questionnaire it began with.
    pub from: (Pinned, Arc<Questionnaire>),
    /// The newer version.
    pub to: (Pinned, Arc<Questionnaire>),
    /// What the newer version makes otherwise.
    pub difference: Difference,
    /// What becomes of the answers.
    pub carried: Carried,
}

impl Upgrade {
    /// What the newer version, ready as `new`, would make of `assessment`.
    pub fn of(
        assessment: &Assessment,
        (from, old): (&Pinned, &Engine),
        (to, new): (&Pinned, &Engine),
    ) -> Self {
        let (was, is) = (old.questionnaire(), new.questionnaire());
        Self {
            assessment: assessment.id.clone(),
            signed: matches!(assessment.status, Status::Signed(_)),
            from: (from.clone(), Arc::clone(was)),
            to: (to.clone(), Arc::clone(is)),
            difference: Difference::between(was, is),
            carried: Difference::carry(old, new, &assessment.answers),
        }
    }

    /// `assessment` under the newer version: the answers that fit go along by name. It stands at the first thing to look at; a
    /// motivation goes along only with the verdict it was written for.
    pub fn taken_over(&self, mut assessment: Assessment, upgraded: Upgraded) -> Assessment {
        let Carried { kept, reread, before, after, .. } = &self.carried;
        let is_asked = |id: &Id| self.to.1.question(id).is_some();
        let answers = assessment.answers.iter().filter(|(id, _)| kept.contains(id));
        assessment.answers = answers.map(|(id, answer)| (id.clone(), answer.clone())).collect();
        assessment.notes.retain(|id, _| is_asked(id));
        assessment.dissents.retain(|id, _| is_asked(id));
        // What was said last time to a question that is dropped now can still be read.
        if let Some(previous) = &mut assessment.previous {
            let known = |id: &Id| previous.gone.iter().any(|question| question.id == *id);
            let gone = self.from.1.questions().map(|(_, question)| question).filter(|question| {
                let id = &question.id;
                !is_asked(id) && !known(id) && previous.answers.get(id).is_some()
            });
            let gone: Vec<_> = gone.cloned().collect();
            previous.gone.extend(gone);
        }
        if after.verdict != before.verdict {
            assessment.motivation.clear();
        }
        let look =
            after.asked.iter().find(|id| reread.contains(id) || after.unanswered.contains(id));
        assessment.position = look.cloned();
        assessment.questionnaire = self.to.0.clone();
        assessment.declined = None;
        assessment.upgrades.push(upgraded);
        assessment
    }
}
