//! Entries of the register out of the rows of a questionnaire's table.

use crate::model::{EntryField, Fed, Feed, Id, Processing, Row};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// An entry that could be kept, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The entry as it would be; without a name of its own if it is new.
    pub entry: Processing,
    /// What the questionnaire is called.
    pub title: String,
    /// What would be written: the column, and what stands in it.
    pub cells: Vec<(String, String)>,
}

impl Proposal {
    /// Whether there is no such entry yet.
    pub fn is_new(&self) -> bool {
        self.entry.id.as_str().is_empty()
    }
}

/// A table whose rows are entries.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Id,
    /// What it is called.
    pub title: &'a str,
    /// The question.
    pub question: &'a Id,
    /// Each column: its name and what stands above it.
    pub columns: &'a [(Id, String)],
    /// Which column fills which field.
    pub feeds: &'a [Feed],
    /// What was filled in.
    pub rows: &'a [Row],
}

/// What `table` has that the register does not: rows without an entry, and rows that changed since they were taken over. Of
/// an entry that was written by hand under the same name only empty fields are filled.
pub fn proposals(table: &Table<'_>, register: &[Arc<Processing>]) -> Vec<Proposal> {
    let known = Known::of(table, register);
    let mut taken = HashSet::new();
    let mut left = Vec::new();
    for row in table.rows {
        match known.same.get(row).filter(|place| !taken.contains(*place)) {
            Some(place) => {
                taken.insert(*place);
            }
            None => left.push(row),
        }
    }
    left.into_iter().filter_map(|row| propose(table, register, &known, &mut taken, row)).collect()
}

/// The entries, to be found by what they were taken over from, and by name.
struct Known<'a> {
    same: HashMap<&'a Row, usize>,
    named: HashMap<String, Vec<usize>>,
    /// By the name they had in the table, if they still come from it.
    fed: HashMap<String, Vec<usize>>,
}

impl<'a> Known<'a> {
    fn of(table: &Table<'_>, register: &'a [Arc<Processing>]) -> Self {
        let mut known = Self { same: HashMap::new(), named: HashMap::new(), fed: HashMap::new() };
        for (place, entry) in register.iter().enumerate() {
            known.named.entry(folded(&entry.name)).or_default().push(place);
            if let Some(fed) = own(table, entry) {
                known.same.insert(&fed.row, place);
                if let Some(name) = name(table, &fed.row) {
                    known.fed.entry(folded(name)).or_default().push(place);
                }
            }
        }
        known
    }

    fn find(&self, name: &str, taken: &HashSet<usize>) -> Option<usize> {
        let name = folded(name);
        let places = [self.fed.get(&name), self.named.get(&name)].into_iter().flatten().flatten();
        places.copied().find(|place| !taken.contains(place))
    }
}

fn propose(
    table: &Table<'_>,
    register: &[Arc<Processing>],
    known: &Known<'_>,
    taken: &mut HashSet<usize>,
    row: &Row,
) -> Option<Proposal> {
    let name = name(table, row)?;
    let found = known.find(name, taken);
    taken.extend(found);
    let before = found.and_then(|place| register.get(place));
    let mut entry = before.map(|one| Processing::clone(one)).unwrap_or_default();
    let fed = before.and_then(|entry| own(table, entry)).map(|fed| &fed.row);
    let mut cells = Vec::new();
    for feed in table.feeds {
        let cell = row.get(&feed.column).map_or("", |cell| cell.trim());
        let field = feed.field.of(&mut entry);
        let wanted = match fed {
            Some(fed) => fed.get(&feed.column).map_or("", |cell| cell.trim()) != cell,
            None => field.trim().is_empty() && !cell.is_empty(),
        };
        if wanted && field != cell {
            cell.clone_into(field);
            let label = table.columns.iter().find(|(id, _)| *id == feed.column);
            let label = label.map_or_else(|| feed.column.to_string(), |(_, label)| label.clone());
            cells.push((label, cell.to_owned()));
        }
    }
    entry.fed = Some(Fed {
        questionnaire: table.questionnaire.clone(),
        question: table.question.clone(),
        row: row.clone(),
    });
    let title = table.title.to_owned();
    (!cells.is_empty()).then_some(Proposal { entry, title, cells })
}

/// From which row of this table an entry was taken over.
fn own<'a>(table: &Table<'_>, entry: &'a Processing) -> Option<&'a Fed> {
    let own =
        |fed: &&Fed| fed.questionnaire == *table.questionnaire && fed.question == *table.question;
    entry.fed.as_ref().filter(own)
}

/// What the entry of a row is called; none for a row without a name.
fn name<'a>(table: &Table<'_>, row: &'a Row) -> Option<&'a str> {
    let feed = table.feeds.iter().find(|feed| feed.field == EntryField::Name)?;
    row.get(&feed.column).map(|name| name.trim()).filter(|name| !name.is_empty())
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(&str, &str)]) -> Row {
        cells.iter().map(|(id, text)| (Id::from(*id), (*text).to_owned())).collect()
    }

    fn offered(rows: &[Row], register: &[Arc<Processing>]) -> Vec<Proposal> {
        let feed = |column: &str, field| Feed { column: Id::from(column), field };
        let (questionnaire, question) = (Id::from("plan"), Id::from("inventaris"));
        let table = Table {
            questionnaire: &questionnaire,
            title: "Plan",
            question: &question,
            columns: &[(Id::from("wat"), "Wat".to_owned())],
            feeds: &[feed("wat", EntryField::Name), feed("doel", EntryField::Purpose)],
            rows,
        };
        proposals(&table, register)
    }

    /// As the folder would keep it.
    fn kept(proposal: Proposal, number: usize) -> Arc<Processing> {
        let entry = proposal.entry;
        let id =
            if entry.id.as_str().is_empty() { Id::new(format!("v{number}")) } else { entry.id };
        Arc::new(Processing { id, ..entry })
    }

    #[test]
    fn a_row_becomes_an_entry_once() {
        let rows = [row(&[("wat", "Nieuwsbrief"), ("doel", "nieuws")]), row(&[("doel", "los")])];
        let offers = offered(&rows, &[]);
        assert_eq!(offers.len(), 1, "a row without a name is none");
        assert!(offers[0].is_new());
        assert_eq!(offers[0].entry.purpose, "nieuws");
        let register: Vec<_> = offers.into_iter().map(|offer| kept(offer, 1)).collect();
        assert_eq!(offered(&rows, &register), []);
    }

    #[test]
    fn what_changed_in_the_table_is_offered_and_what_was_written_by_hand_stays() {
        let before = [row(&[("wat", "Nieuwsbrief"), ("doel", "nieuws")])];
        let entry = Arc::new(Processing {
            name: "Nieuwsbrief en uitnodigingen".into(),
            department: "Publiek".into(),
            ..Processing::clone(&kept(offered(&before, &[]).remove(0), 1))
        });
        let after = [row(&[("wat", "Nieuwsbrief"), ("doel", "nieuws en werving")])];
        let offers = offered(&after, std::slice::from_ref(&entry));
        assert_eq!(offers.len(), 1);
        assert!(!offers[0].is_new());
        assert_eq!(offers[0].cells, [("doel".to_owned(), "nieuws en werving".to_owned())]);
        assert_eq!(offers[0].entry.name, "Nieuwsbrief en uitnodigingen");
        assert_eq!(offered(&after, &[kept(offers[0].clone(), 1)]), []);
    }

    #[test]
    fn an_entry_by_hand_of_the_same_name_is_filled_and_not_made_twice() {
        let hand =
            Processing { id: Id::from("v"), name: "nieuwsbrief ".into(), ..Processing::default() };
        let hand = Arc::new(hand);
        let rows = [row(&[("wat", "Nieuwsbrief"), ("doel", "nieuws")])];
        let offers = offered(&rows, std::slice::from_ref(&hand));
        assert_eq!((offers.len(), offers[0].is_new()), (1, false));
        let full = Processing { purpose: "al bekend".into(), ..Processing::clone(&hand) };
        assert_eq!(offered(&rows, &[Arc::new(full)]), []);
    }

    #[test]
    fn rows_of_one_name_are_entries_of_their_own() {
        let rows = [
            row(&[("wat", "Cursus"), ("doel", "inschrijven")]),
            row(&[("wat", "Cursus"), ("doel", "werven")]),
        ];
        let offers = offered(&rows, &[]);
        assert_eq!(offers.len(), 2);
        let register: Vec<_> =
            offers.into_iter().enumerate().map(|(place, offer)| kept(offer, place)).collect();
        assert_eq!(offered(&rows, &register), []);
    }
}
