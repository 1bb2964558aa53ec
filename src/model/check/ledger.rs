//! What a questionnaire says about the register: its verdicts and columns exist, and an entry can have a name.

use super::{Check, Flaw};
use crate::model::{EntryField, Feeds, Id, Kind, Proves, Question};

impl Check<'_> {
    pub(super) fn ledger(&mut self) {
        let draft = self.draft;
        for verdict in draft.proves.iter().flat_map(Proves::verdicts) {
            self.verdict(&draft.id, verdict);
        }
        for section in &draft.sections {
            section.questions.iter().for_each(|question| self.feeds(question));
        }
    }

    fn feeds(&mut self, question: &Question) {
        let known: Vec<Id> = match &question.kind {
            Kind::Table(columns) => columns.iter().map(|column| column.id.clone()).collect(),
            _ => Vec::new(),
        };
        let feeds = match &question.feeds {
            None => return,
            Some(Feeds::Touched { column, .. }) => {
                if !known.contains(column) {
                    self.tell(Flaw::Stranger {
                        at: question.id.clone(),
                        name: column.clone(),
                        known,
                    });
                }
                return;
            }
            Some(Feeds::Register(feeds)) => feeds,
        };
        for feed in feeds {
            if !known.contains(&feed.column) {
                let (at, name) = (question.id.clone(), feed.column.clone());
                self.tell(Flaw::Stranger { at, name, known: known.clone() });
            }
        }
        self.unique(feeds.iter().map(|feed| &feed.column));
        if !feeds.iter().any(|feed| feed.field == EntryField::Name) {
            self.tell(Flaw::Nameless { at: question.id.clone() });
        }
    }
}
