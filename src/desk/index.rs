//! What was worked out of the files, so that opening a folder of thousands of assessments reads only what changed.
//!
//! It is never trusted over a file: what it says of a file holds as long as the file has the [`Mark`] it had, and the law has not
//! changed since. Without it, or with another program's, everything is read again.

use super::feeding::Filled;
use crate::{
    format::{Library, parse_json, print_json},
    model::{Actions, Answer, Id, Moment, Outcome, Participant, Processing, Proves, sharing},
    session::{AssessmentLine, Cover, QuestionnaireLine},
    store::{Mark, Memory, Shelf},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Raised with whatever changes what is worked out.
const VERSION: u32 = 5;

/// From so much on that is not in the file yet, it is written at once, and not only when the program ends.
const WORTH: usize = 64;

/// What was worked out of one kind of file, by name, each with the mark of the file it was worked out of.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Known<T> {
    /// Each in a place of its own: a table of thousands has many places that are empty.
    entries: HashMap<Id, Box<(Mark, T)>>,
    /// How many are not in the file yet.
    #[serde(skip)]
    unkept: usize,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { entries: HashMap::new(), unkept: 0 }
    }
}

impl<T> Known<T> {
    /// What was worked out of the file when it had this mark.
    pub(super) fn get(&self, name: &Id, mark: Option<&Mark>) -> Option<&T> {
        let (known, value) = &**self.entries.get(name)?;
        (Some(known) == mark).then_some(value)
    }

    /// Keeps what was worked out of the file with this mark.
    pub(super) fn put(&mut self, name: Id, mark: Mark, value: T) {
        self.unkept += 1;
        self.entries.insert(name, Box::new((mark, value)));
    }

    /// What was worked out is no longer true: the file is written here.
    pub(super) fn forget(&mut self, name: &Id) {
        self.unkept += usize::from(self.entries.remove(name).is_some());
    }

    /// Keeps only what is known of files that are still there.
    pub(super) fn only<'a>(&mut self, names: impl Iterator<Item = &'a Id>) {
        let names: HashSet<&Id> = names.collect();
        if self.entries.len() > names.len() {
            self.entries.retain(|name, _| names.contains(name));
        }
    }

    /// Leaves out what a file system that tells time coarsely may hide a change of.
    fn trusted(mut self, written: &Mark) -> Self {
        self.entries.retain(|_, known| !known.0.is_fresh(written));
        self
    }
}

/// What was worked out of an assessment.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Seen {
    /// How it stands; its subject is not filled in, because that stands elsewhere.
    pub(super) line: AssessmentLine,
    /// The answers that recur elsewhere, by the names under which they recur.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) facts: Vec<(Id, Answer)>,
    /// What it proves of an entry of the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) proof: Option<(Proves, Outcome)>,
    /// The actions that its outcome asks, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) asks: Vec<Id>,
    /// Those of the watched questions that are not asked, so that their answers do not count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) ignored: Vec<Id>,
    /// What is said now to the questions at which actions were born.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) watched: BTreeMap<Id, Option<Answer>>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) people: Vec<Participant>,
    /// The tables in it that feed the register, or say what in it is to be looked at again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) tables: Vec<Filled>,
    /// When it was begun.
    pub(super) begun: Moment,
    /// The names of second copies of its file, in its own folder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) twins: Vec<String>,
    /// The signed assessment that it takes up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) again: Option<Id>,
    /// The first day on which all this holds, and the first on which it no longer does, as far as the law has such days.
    pub(super) law: (Option<Date>, Option<Date>),
}

impl Seen {
    /// Whether the law is on `day` as it was when this was worked out.
    pub(super) fn holds_on(&self, day: Date) -> bool {
        self.law.0.is_none_or(|from| from <= day) && self.law.1.is_none_or(|to| day < to)
    }
}

/// Everything that was worked out.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Index {
    /// By which program.
    program: String,
    /// Of each assessment.
    pub(super) assessments: Known<Seen>,
    /// Of each processing activity.
    pub(super) processings: Known<Processing>,
    /// What must be done; one file.
    #[serde(default)]
    pub(super) actions: Known<Actions>,
    /// What each record says of itself.
    pub(super) records: Known<Cover>,
    /// What can be begun.
    pub(super) questionnaires: Vec<QuestionnaireLine>,
}

impl Index {
    /// What an earlier run worked out in this folder, as far as it can be trusted.
    pub(super) fn open(shelf: &Shelf) -> Self {
        let program = program();
        if let Some((bytes, written)) = shelf.index()
            && let Ok(index) = sharing(|| parse_json::<Self>(&bytes))
            && index.program == program
        {
            return Self {
                assessments: index.assessments.trusted(&written),
                processings: index.processings.trusted(&written),
                actions: index.actions.trusted(&written),
                records: index.records.trusted(&written),
                ..index
            };
        }
        Self { program, ..Self::default() }
    }

    /// Writes it down, if there is enough new in it, or anything at all at the `end`.
    pub(super) fn keep(&mut self, at: &Shelf, end: bool) {
        let unkept = self.assessments.unkept
            + self.processings.unkept
            + self.actions.unkept
            + self.records.unkept;
        if unkept >= if end { 1 } else { WORTH } {
            // Nothing is lost without it: the next run works it out again.
            let _ = at.remember(Memory::Index, |file| print_json(self, file));
            self.assessments.unkept = 0;
            self.processings.unkept = 0;
            self.actions.unkept = 0;
            self.records.unkept = 0;
        }
    }
}

/// What this program is told from others by: what it is, and the questionnaires it brings.
fn program() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!("{version} {VERSION} {:016x}", Library.mark())
}
