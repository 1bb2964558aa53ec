//! What the tables of the assessments have for the register.

use super::Office;
use crate::{
    model::{Answer, Assessment, Feeds, Id, Kind, Processing, Row},
    session::{Proposal, Table, proposals},
};
use serde::{Deserialize, Serialize};
use std::{collections::HashSet, sync::Arc};

/// A table that feeds the register, as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Filled {
    pub(super) questionnaire: Id,
    pub(super) question: Id,
    pub(super) rows: Vec<Row>,
}

impl Office {
    /// The tables of an assessment that feed the register, or say what in it is to be looked at again. Which do, stands in the program's own edition: an older one beside
    /// an assessment may not say it.
    pub(super) fn tables(&self, assessment: &Assessment) -> Vec<Filled> {
        let id = &assessment.questionnaire.id;
        let Some(edition) = self.library.get(id) else { return Vec::new() };
        let feeding = edition.questionnaire.questions().filter(|(_, one)| one.feeds.is_some());
        let filled = feeding.filter_map(|(_, one)| match assessment.answers.get(&one.id) {
            Some(Answer::Rows(rows)) => Some(Filled {
                questionnaire: id.clone(),
                question: one.id.clone(),
                rows: rows.clone(),
            }),
            _ => None,
        });
        filled.collect()
    }

    /// What `tables` have that `register` does not. The newest comes first; of several of one question it is the one that
    /// counts.
    pub(super) fn proposed(
        &self,
        tables: &[Filled],
        register: &[Arc<Processing>],
    ) -> Vec<Proposal> {
        let mut seen: HashSet<(&Id, &Id)> = HashSet::new();
        let newest = tables.iter().filter(|one| seen.insert((&one.questionnaire, &one.question)));
        // What cannot be read is proposed once more; that is told by whoever looks after the file.
        let dismissed = self.shelf.dismissals(self.now()).unwrap_or_default();
        let wanted = |proposal: &Proposal| {
            proposal.entry.fed.as_ref().is_none_or(|row| !dismissed.0.contains(row))
        };
        newest.flat_map(|one| self.proposed_by(one, register)).filter(wanted).collect()
    }

    fn proposed_by(&self, filled: &Filled, register: &[Arc<Processing>]) -> Vec<Proposal> {
        let Some(edition) = self.library.get(&filled.questionnaire) else { return Vec::new() };
        let question = edition.questionnaire.question(&filled.question);
        let Some((Some(Feeds::Register(feeds)), Kind::Table(columns))) =
            question.map(|question| (&question.feeds, &question.kind))
        else {
            return Vec::new();
        };
        let named = columns.iter().map(|column| (column.id.clone(), column.label.clone()));
        let table = Table {
            questionnaire: &filled.questionnaire,
            title: edition.questionnaire.title(),
            question: &filled.question,
            columns: &named.collect::<Vec<_>>(),
            feeds,
            rows: &filled.rows,
        };
        proposals(&table, register)
    }
}
