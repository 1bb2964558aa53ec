//! The way through a questionnaire: where one can stop, and what is missing at its end.

use super::Session;
use crate::model::{Id, Kind, Layout, Questionnaire};
use std::sync::Arc;

/// One screenful of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The section, by its place.
    pub section: usize,
    /// Whether it is a list whose rows are answered in place.
    pub checklist: bool,
    /// The questions that are asked here, in order; never empty.
    pub questions: Vec<Id>,
}

/// What must still be done before a record can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The verdict is not settled; this open question can still change it.
    Verdict(Id),
    /// This text is required.
    Text(Id),
    /// The verdict asks a motivation.
    Motivation,
}

/// The stops of `questionnaire` when these questions of it are `asked`, in its order.
pub(super) fn stops(questionnaire: &Questionnaire, asked: &[Id]) -> Arc<[Stop]> {
    let mut stops: Vec<Stop> = Vec::new();
    for here in asked.chunk_by(|a, b| questionnaire.section_of(a) == questionnaire.section_of(b)) {
        let Some(section) = here.first().and_then(|id| questionnaire.section_of(id)) else {
            continue;
        };
        let layout = questionnaire.sections().get(section).map(|section| section.layout);
        if layout == Some(Layout::Checklist) {
            stops.push(Stop { section, checklist: true, questions: here.to_vec() });
        } else {
            let page = |id: &Id| Stop { section, checklist: false, questions: vec![id.clone()] };
            stops.extend(here.iter().map(page));
        }
    }
    stops.into()
}

impl Session {
    /// Every stop with questions that are asked now, in order.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// What must still be done before a record can be made. Open choices that no longer change the verdict are not missing.
    pub fn missing(&self) -> Vec<Missing> {
        let evaluation = self.evaluation();
        if evaluation.verdict.is_none() {
            let open =
                if evaluation.open.is_empty() { &evaluation.unanswered } else { &evaluation.open };
            return open.iter().cloned().map(Missing::Verdict).collect();
        }
        let texts = evaluation.unanswered.iter().filter(|id| {
            let written = |kind: &Kind| matches!(kind, Kind::Text | Kind::LongText);
            self.question(id).is_some_and(|question| question.required && written(&question.kind))
        });
        let mut missing: Vec<Missing> = texts.cloned().map(Missing::Text).collect();
        let asks = self.verdict().is_some_and(|verdict| verdict.motivation.is_some());
        if asks && self.assessment().motivation.trim().is_empty() {
            missing.push(Missing::Motivation);
        }
        missing
    }
}
