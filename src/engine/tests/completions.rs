//! Every way to answer what is still open.

use super::{made, oracle::Completed};
use crate::model::{Answers, Id, Questionnaire};
use std::collections::BTreeSet;

impl Completed<'_> {
    /// The verdict of the rule that decides.
    pub(super) fn verdict(&self) -> Option<Id> {
        self.rules().into_iter().next().map(|(_, verdict)| verdict)
    }
}

/// Every position of the switches of `questionnaire`: those that are on.
pub(super) fn positions(questionnaire: &Questionnaire) -> Vec<BTreeSet<Id>> {
    let mut positions = vec![BTreeSet::new()];
    for switch in &questionnaire.draft().switches {
        let on = positions.clone().into_iter().map(|mut on| {
            on.insert(switch.id.clone());
            on
        });
        positions.extend(on.collect::<Vec<_>>());
    }
    positions
}

/// Every way to answer the rest; none when there are more than makes sense to try.
pub(super) fn completions<'a>(
    questionnaire: &'a Questionnaire,
    in_force: &BTreeSet<Id>,
    answers: &Answers,
) -> Vec<Completed<'a>> {
    let mut all = vec![answers.clone()];
    for (_, question) in questionnaire.questions() {
        if answers.get(&question.id).is_some() {
            continue;
        }
        let possible = made::possible(question);
        if all.len() * possible.len() > 3000 {
            return Vec::new();
        }
        all = all
            .iter()
            .flat_map(|answers| {
                possible.iter().map(|answer| {
                    let mut more = answers.clone();
                    more.put(question.id.clone(), Some(answer.clone()));
                    more
                })
            })
            .collect();
    }
    all.into_iter().map(|answers| Completed::new(questionnaire, in_force, answers)).collect()
}
