//! What was worked out of the files, so that opening a folder of thousands of assessments reads only what changed.
//!
//! It is never trusted over a file: what it says of a file holds as long as the file has the [`Mark`] it had, and the law has not
//! changed since. Without it, or with another program's, everything is read again. What it says stands in memory only once: an
//! overview shares it.
//!
//! On disk it is a JSON text a line. How all of it was comes first, so that a screen can show that before the rest is read.

use super::feeding::Filled;
use crate::{
    format::{Library, parse_json, print_json},
    model::{
        Actions, Answer, Evidence, Id, Label, Moment, Outcome, Participant, Processing, Proves,
        sharing,
    },
    session::{AssessmentLine, Cover, Doubt, Overview, QuestionnaireLine},
    store::{Mark, Remembered, Shelf},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    io::{self, BufRead, Write},
    sync::Arc,
};

/// Raised with whatever changes what is worked out.
const VERSION: u32 = 6;

/// From so much on that is not in the file yet, it is written at once, and not only when the program ends.
const WORTH: usize = 64;

/// What was worked out of one kind of file, by name.
#[derive(Debug)]
pub(super) struct Known<T> {
    /// Each in a place of its own: a table of thousands has many places that are empty.
    entries: HashMap<Id, Box<Entry<T>>>,
    /// How many there are in the file of this index that are no longer here.
    gone: usize,
}

/// What was worked out of one file.
#[derive(Debug)]
struct Entry<T> {
    /// The mark of the file it was worked out of; none if the file is to be read again whatever its mark.
    mark: Option<Mark>,
    value: T,
    /// Whether the file of this index says the same.
    kept: bool,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { entries: HashMap::new(), gone: 0 }
    }
}

impl<T> Known<T> {
    /// What was worked out of the file when it had this mark.
    pub(super) fn get(&self, name: &Id, mark: Option<&Mark>) -> Option<&T> {
        let entry = self.entries.get(name)?;
        (mark.is_some() && entry.mark.as_ref() == mark).then_some(&entry.value)
    }

    /// What was worked out of the file last, whatever happened to it since.
    pub(super) fn last(&self, name: &Id) -> Option<&T> {
        self.entries.get(name).map(|entry| &entry.value)
    }

    /// The same, to be put otherwise.
    pub(super) fn last_mut(&mut self, name: &Id) -> Option<&mut T> {
        let entry = self.entries.get_mut(name)?;
        entry.kept = false;
        Some(&mut entry.value)
    }

    /// Everything, whatever happened to the files since.
    pub(super) fn all(&self) -> impl Iterator<Item = (&Id, &T)> {
        self.entries.iter().map(|(name, entry)| (name, &entry.value))
    }

    /// Keeps what was worked out of the file with this mark; without one it is only what it was last.
    pub(super) fn put(&mut self, name: Id, mark: Option<Mark>, value: T) {
        self.entries.insert(name, Box::new(Entry { mark, value, kept: false }));
    }

    /// What was worked out is no longer true: the file is written here.
    pub(super) fn forget(&mut self, name: &Id) {
        self.gone += usize::from(self.entries.remove(name).is_some());
    }

    /// Keeps only what is known of files that are still there.
    pub(super) fn only<'a>(&mut self, names: impl Iterator<Item = &'a Id>) {
        let names: HashSet<&Id> = names.collect();
        let before = self.entries.len();
        self.entries.retain(|name, _| names.contains(name));
        self.gone += before - self.entries.len();
    }

    /// Reads again what a file system that tells time coarsely may hide a change of.
    fn doubt(&mut self, written: &Mark) {
        for entry in self.entries.values_mut() {
            entry.mark = entry.mark.take().filter(|mark| !mark.is_fresh(written));
        }
    }

    /// How many are not in the file yet, or still.
    fn unkept(&self) -> usize {
        self.gone + self.entries.values().filter(|entry| !entry.kept).count()
    }

    /// Writes each on a line of its own, as `told`.
    fn pour<V: Serialize>(&self, out: &mut dyn Write, told: fn(&T) -> &V) -> io::Result<()> {
        for (name, entry) in &self.entries {
            print_line(&(name, &entry.mark, told(&entry.value)), out)?;
        }
        Ok(())
    }

    /// Reads so `many`, a line each; none if one of them is not what it should be.
    fn read<V: DeserializeOwned>(
        lines: &mut Lines<impl BufRead>,
        many: usize,
        as_it_is: fn(V) -> T,
    ) -> Option<Self> {
        let mut known = Self::default();
        for _ in 0..many {
            let (name, mark, value) = lines.next()?;
            let entry = Entry { mark, value: as_it_is(value), kept: true };
            known.entries.insert(name, Box::new(entry));
        }
        Some(known)
    }

    /// Now the file says what stands here.
    fn is_kept(&mut self) {
        self.gone = 0;
        for entry in self.entries.values_mut() {
            entry.kept = true;
        }
    }
}

/// The lines of the file, each read into the same place.
#[derive(Debug)]
struct Lines<R> {
    of: R,
    line: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    fn next<T: DeserializeOwned>(&mut self) -> Option<T> {
        self.line.clear();
        self.of.read_until(b'\n', &mut self.line).ok()?;
        parse_json(&self.line).ok()
    }
}

/// What was worked out of an assessment.
#[derive(Debug)]
pub(super) struct Seen {
    /// How it stands, as it was shown last: what it is about in words, and when and why it is to be looked at again, follow from
    /// other files as well.
    pub(super) line: Arc<AssessmentLine>,
    /// What is not shown of it, but is needed to look at all of them together.
    pub(super) told: Told,
}

/// What an assessment tells besides how it stands.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Told {
    /// When it is to be looked at again, as far as its own file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) review: Option<Date>,
    /// The answers that recur elsewhere, by the names under which they recur.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub(super) facts: Box<[(Id, Answer)]>,
    /// The names of the actions that its outcome asks, with spaces in between.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub(super) asks: Label,
    /// When it was begun.
    pub(super) begun: Moment,
    /// What few assessments have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) rare: Option<Box<Rare>>,
}

/// What few assessments tell.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Rare {
    /// What it proves of an entry of the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) proof: Option<(Proves, Outcome)>,
    /// Those of the watched questions that are not asked, so that their answers do not count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) ignored: Vec<Id>,
    /// What is said now to the questions at which actions were born.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) watched: BTreeMap<Id, Option<Answer>>,
    /// Who took part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) people: Vec<Participant>,
    /// The tables in it that feed the register, or say what in it is to be looked at again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tables: Vec<Filled>,
    /// The names of second copies of its file, in its own folder.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) twins: Vec<String>,
    /// The signed assessment that it takes up again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) again: Option<Id>,
    /// The first day on which all this holds, if the law has such a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<Date>,
    /// The first day on which it no longer holds, if the law has such a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) until: Option<Date>,
}

static NOTHING_RARE: Rare = Rare {
    proof: None,
    ignored: Vec::new(),
    watched: BTreeMap::new(),
    people: Vec::new(),
    tables: Vec::new(),
    twins: Vec::new(),
    again: None,
    from: None,
    until: None,
};

impl Rare {
    /// In a place of its own, if there is anything.
    pub(super) fn boxed(self) -> Option<Box<Self>> {
        (self != NOTHING_RARE).then(|| Box::new(self))
    }
}

impl Seen {
    /// What few have.
    pub(super) fn rare(&self) -> &Rare {
        self.told.rare.as_deref().unwrap_or(&NOTHING_RARE)
    }

    /// Whether the law is on `day` as it was when this was worked out.
    pub(super) fn holds_on(&self, day: Date) -> bool {
        let Rare { from, until, .. } = self.rare();
        from.is_none_or(|from| from <= day) && until.is_none_or(|until| day < until)
    }
}

/// Everything that was worked out.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Of each assessment.
    pub(super) assessments: Known<Seen>,
    /// Of each processing activity.
    pub(super) processings: Known<Arc<Processing>>,
    /// What must be done; one file.
    pub(super) actions: Known<Actions>,
    /// What each record says of itself.
    pub(super) records: Known<Arc<Cover>>,
    /// What can be begun.
    pub(super) questionnaires: Vec<QuestionnaireLine>,
    /// What all assessments together looked like last; none if not every file was read.
    pub(super) shown: Option<Shown>,
    /// Whether that stands in the file.
    shown_kept: bool,
}

/// What all assessments together looked like.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Shown {
    /// The assessments, last changed first.
    #[serde(skip)]
    pub(super) assessments: Vec<Arc<AssessmentLine>>,
    /// How the assessments of each processing activity came out.
    pub(super) evidence: BTreeMap<Id, Evidence>,
    /// The pending actions that are perhaps no longer needed, and why.
    pub(super) doubts: BTreeMap<Id, Doubt>,
    /// Who took part last time.
    pub(super) people: Vec<Participant>,
}

impl Shown {
    /// What is shown of the assessments.
    pub(super) fn of(overview: &Overview) -> Self {
        Self {
            assessments: overview.assessments.clone(),
            evidence: overview.evidence.clone(),
            doubts: overview.doubts.clone(),
            people: overview.people.clone(),
        }
    }
}

/// The first line of the file.
#[derive(Serialize, Deserialize)]
struct Head<S, Q> {
    /// By which program.
    program: String,
    /// How many actions, records, processing activities and assessments there are: their lines come in this order.
    many: [usize; 4],
    shown: S,
    questionnaires: Q,
}

/// What an earlier run worked out: so far how all of it was then, which is read first.
#[derive(Debug)]
pub(super) struct Opened {
    /// What is read so far: nothing yet of what the assessments tell.
    pub(super) index: Index,
    /// The assessments as they were shown, in the order in which they stand in the file.
    lines: Vec<Arc<AssessmentLine>>,
    rest: Lines<Remembered>,
    written: Mark,
}

impl Opened {
    /// Reads how all of it was at the end of an earlier run; none if there was none, or it was another program.
    pub(super) fn read(shelf: &Shelf) -> Option<Self> {
        sharing(|| {
            let (file, written) = shelf.index()?;
            let mut rest = Lines { of: file, line: Vec::new() };
            let head: Head<Option<Shown>, Vec<QuestionnaireLine>> = rest.next()?;
            let [actions, records, processings, assessments] = head.many;
            (head.program == program()).then_some(())?;
            let mut index = Index {
                actions: Known::read(&mut rest, actions, |actions| actions)?,
                records: Known::read(&mut rest, records, Arc::new)?,
                processings: Known::read(&mut rest, processings, Arc::new)?,
                questionnaires: head.questionnaires,
                shown_kept: head.shown.is_some(),
                shown: head.shown,
                ..Index::default()
            };
            let lines = (0..assessments).map(|_| rest.next().map(Arc::new));
            let lines: Vec<Arc<AssessmentLine>> = lines.collect::<Option<_>>()?;
            if let Some(shown) = &mut index.shown {
                shown.assessments.clone_from(&lines);
            }
            Some(Self { index, lines, rest, written })
        })
    }

    /// Reads the rest, and trusts all of it no further than the file system can tell time; none if it cannot be read.
    pub(super) fn whole(mut self) -> Option<Index> {
        sharing(|| {
            for line in self.lines {
                let (mark, told): (Option<Mark>, Option<Told>) = self.rest.next()?;
                if let Some(told) = told {
                    let entry =
                        Entry { mark, value: Seen { line: Arc::clone(&line), told }, kept: true };
                    self.index.assessments.entries.insert(line.id.clone(), Box::new(entry));
                }
            }
            self.index.assessments.doubt(&self.written);
            self.index.processings.doubt(&self.written);
            self.index.actions.doubt(&self.written);
            self.index.records.doubt(&self.written);
            Some(self.index)
        })
    }

    /// How many things there are.
    pub(super) fn len(&self) -> usize {
        let actions = self.index.actions.all().map(|(_, actions)| actions.0.len());
        let entries = self.lines.len() + self.index.processings.entries.len();
        entries + self.index.records.entries.len() + actions.sum::<usize>()
    }
}

impl Index {
    /// What an earlier run worked out in this folder, as far as it can be trusted.
    pub(super) fn open(shelf: &Shelf) -> Self {
        Opened::read(shelf).and_then(Opened::whole).unwrap_or_default()
    }

    fn unkept(&self) -> usize {
        self.assessments.unkept()
            + self.processings.unkept()
            + self.actions.unkept()
            + self.records.unkept()
            + usize::from(self.shown.is_some() != self.shown_kept)
    }

    /// Writes it down, if there is enough new in it, or anything at all at the `end`.
    pub(super) fn keep(&mut self, at: &Shelf, end: bool) {
        if self.unkept() >= if end { 1 } else { WORTH } {
            // Nothing is lost without it: the next run works it out again.
            let _ = at.keep_index(|file| self.pour(file));
            self.shown_kept = self.shown.is_some();
            self.assessments.is_kept();
            self.processings.is_kept();
            self.actions.is_kept();
            self.records.is_kept();
        }
    }

    fn pour(&self, out: &mut dyn Write) -> io::Result<()> {
        let lines: Vec<&AssessmentLine> = match &self.shown {
            Some(shown) => shown.assessments.iter().map(Arc::as_ref).collect(),
            None => self.assessments.all().map(|(_, seen)| &*seen.line).collect(),
        };
        let head = Head {
            program: program(),
            many: [
                self.actions.entries.len(),
                self.records.entries.len(),
                self.processings.entries.len(),
                lines.len(),
            ],
            shown: &self.shown,
            questionnaires: &self.questionnaires,
        };
        print_line(&head, out)?;
        self.actions.pour(out, |actions| actions)?;
        self.records.pour(out, Arc::as_ref)?;
        self.processings.pour(out, Arc::as_ref)?;
        lines.iter().try_for_each(|line| print_line(line, out))?;
        lines.iter().try_for_each(|line| {
            let entry = self.assessments.entries.get(&line.id);
            let mark = entry.and_then(|entry| entry.mark.as_ref());
            print_line(&(mark, entry.map(|entry| &entry.value.told)), out)
        })
    }
}

fn print_line<T: Serialize>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    print_json(value, out)?;
    out.write_all(b"\n")
}

/// What this program is told from others by: what it is, and the questionnaires it brings.
fn program() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!("{version} {VERSION} {:016x}", Library.mark())
}
