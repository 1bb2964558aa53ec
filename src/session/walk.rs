//! The way through a questionnaire: where one can stop, and what is missing at its end.

use super::Session;
use crate::model::{Id, Kind, Layout};

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

impl Session {
    /// Every stop with questions that are asked now, in order.
    pub fn stops(&self) -> Vec<Stop> {
        let asked = &self.evaluation().asked;
        let mut stops: Vec<Stop> = Vec::new();
        let mut next = asked.iter().peekable();
        for (place, section) in self.questionnaire().sections().iter().enumerate() {
            let mut here = Vec::new();
            while let Some(id) =
                next.next_if(|id| section.questions.iter().any(|question| question.id == **id))
            {
                here.push(id.clone());
            }
            if section.layout == Layout::Checklist && !here.is_empty() {
                stops.push(Stop { section: place, checklist: true, questions: here });
            } else {
                let page = |id| Stop { section: place, checklist: false, questions: vec![id] };
                stops.extend(here.into_iter().map(page));
            }
        }
        stops
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
