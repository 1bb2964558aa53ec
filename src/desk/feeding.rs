//! What the tables of the assessments have for the register.

use super::Office;
use crate::{
    model::{Answer, Assessment, Feeds, Id, Kind, Processing},
    session::{Proposal, Table, proposals},
};
use std::collections::HashSet;

impl Office {
    /// What the tables in `found` have that `register` does not. The newest assessment comes first; of several of one
    /// questionnaire it is the one that counts. Which table feeds the register stands in the program's own edition.
    pub(super) fn proposed(&self, found: &[Assessment], register: &[Processing]) -> Vec<Proposal> {
        let mut seen: HashSet<(&Id, Id)> = HashSet::new();
        let mut offers = Vec::new();
        for assessment in found {
            let id = &assessment.questionnaire.id;
            let Some(edition) = self.library.get(id) else { continue };
            for (_, question) in edition.questionnaire.questions() {
                let (Some(Feeds::Register(feeds)), Kind::Table(columns)) =
                    (&question.feeds, &question.kind)
                else {
                    continue;
                };
                let Some(Answer::Rows(rows)) = assessment.answers.get(&question.id) else {
                    continue;
                };
                if !seen.insert((id, question.id.clone())) {
                    continue;
                }
                let named = columns.iter().map(|column| (column.id.clone(), column.label.clone()));
                let table = Table {
                    questionnaire: id,
                    title: edition.questionnaire.title(),
                    question: &question.id,
                    columns: &named.collect::<Vec<_>>(),
                    feeds,
                    rows,
                };
                offers.extend(proposals(&table, register));
            }
        }
        offers
    }
}
