//! Everything that a first screen shows.

use super::{
    DeskError, Office, checking, doubts, evidence::Proofs, feeding::Filled, index::Seen, touching,
    words,
};
use crate::{
    model::{
        About, Action, Actions, Assessment, Id, Moment, Organisation, Participant, Processing,
        Settings, Status,
    },
    session::{
        Advance, AssessmentLine, Doubt, Fact, Overview, QuestionnaireLine, RecordLine, Reply,
    },
    store::{LONGEST_FILE, StoreError, read_whole},
};
use jiff::civil::Date;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    mem,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

/// How long the first look reads files that were never read: something must stand on the screen at once.
const FIRST: Duration = Duration::from_millis(25);
/// How long each later look does: what a person wants in between waits no longer.
const NEXT: Duration = Duration::from_millis(150);

/// How long one goes on reading what was never read.
struct Patience {
    /// For ever, if none.
    most: Option<Duration>,
    /// When it began.
    since: Option<Instant>,
    /// What was not read because it would take too long.
    unread: usize,
}

impl Patience {
    fn of(most: Option<Duration>) -> Self {
        Self { most, since: None, unread: 0 }
    }

    /// Whether there is time to read one more; the first time there always is.
    fn lasts(&mut self) -> bool {
        let lasts = match self.since {
            None => true,
            Some(since) => self.most.is_none_or(|most| since.elapsed() < most),
        };
        self.since.get_or_insert_with(Instant::now);
        self.unread += usize::from(!lasts);
        lasts
    }
}

/// What the assessments amount to, taken together.
struct Stock {
    assessments: Vec<AssessmentLine>,
    facts: Vec<Fact>,
    evidence: Proofs,
    doubts: BTreeMap<Id, Doubt>,
    people: Vec<Participant>,
    /// The tables that feed the register, the newest first.
    tables: Vec<Filled>,
}

impl Office {
    /// Looks around. In a large folder that was never looked at, looking takes several times.
    pub(super) fn look(&mut self) -> Result<Reply, DeskError> {
        let long = if mem::replace(&mut self.looked, true) { NEXT } else { FIRST };
        self.look_for(long)
    }

    /// Looks around, and reads what was never read for so long.
    pub(super) fn look_for(&mut self, long: Duration) -> Result<Reply, DeskError> {
        let overview = self.gather(Patience::of(Some(long)))?;
        Ok(Reply::Overview(Arc::new(overview)))
    }

    /// What there is in the data folder. One bad file hides nothing else: it is told among the warnings.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn overview(&mut self) -> Result<Overview, DeskError> {
        self.gather(Patience::of(None))
    }

    fn gather(&mut self, mut patience: Patience) -> Result<Overview, DeskError> {
        let now = self.now();
        let mut warnings = mem::take(&mut self.notices);
        warnings.extend(self.shelf.still_aside()?.iter().map(words::warning));
        let organisation = self.organisation(&mut warnings);
        let processings = self.processings(&mut warnings)?;
        let settings = self.shelf.settings(now).unwrap_or_else(|error| {
            warnings.push(words::store(&error));
            Settings::default()
        });
        let (commissions, left) = self.shelf.commissions(now)?;
        warnings.extend(left.iter().map(words::warning));
        let actions = self.shelf.actions(now).unwrap_or_else(|error| {
            warnings.push(words::store(&error));
            Actions::default()
        });
        let subjects = Subjects::of(organisation.as_ref(), &processings);
        let Stock { assessments, facts, evidence, doubts, people, tables } =
            self.assessments((&subjects, &processings), &actions.0, &mut patience, &mut warnings)?;
        let records = self.records(&mut patience)?;
        let overview = Overview {
            folder: self.shelf.folder().to_path_buf(),
            settings,
            evidence,
            doubts,
            commissions,
            proposals: self.proposed(&tables, &processings),
            today: Some(now.date()),
            actions: actions.0,
            assessments,
            records,
            keys: self.keys()?,
            signers: self.signers().unwrap_or_else(|error| {
                warnings.push(words::sentence(&error));
                Vec::new()
            }),
            questionnaires: self.questionnaires(),
            facts,
            people,
            warnings,
            unread: patience.unread,
            looking: self.shelf.is_looking(),
            used_by: self.shelf.holder().filter(|_| self.shelf.is_looking()),
            organisation,
            processings,
        };
        self.index.keep(&self.shelf, false);
        Ok(overview)
    }

    fn organisation(&self, warnings: &mut Vec<String>) -> Option<Organisation> {
        self.shelf.organisation(self.now()).unwrap_or_else(|error: StoreError| {
            warnings.push(words::store(&error));
            None
        })
    }

    /// The processing activities, by name.
    fn processings(&mut self, warnings: &mut Vec<String>) -> Result<Vec<Processing>, DeskError> {
        let now = self.now();
        let marked = self.shelf.marked_processings()?;
        let mut found = Vec::with_capacity(marked.len());
        for (id, mark) in &marked {
            if let Some(known) = self.index.processings.get(id, mark.as_ref()) {
                found.push(known.clone());
                continue;
            }
            match self.shelf.processing(id, now) {
                Ok(processing) => {
                    if let Some(mark) = mark {
                        self.index.processings.put(id.clone(), mark.clone(), processing.clone());
                    }
                    found.push(processing);
                }
                Err(error) => warnings.push(words::store(&error)),
            }
        }
        self.index.processings.only(marked.iter().map(|(id, _)| id));
        found.sort_by_cached_key(Processing::order);
        Ok(found)
    }

    /// The assessments, last changed first, and the answers in them that recur elsewhere.
    fn assessments(
        &mut self,
        (subjects, register): (&Subjects, &[Processing]),
        actions: &[Action],
        patience: &mut Patience,
        warnings: &mut Vec<String>,
    ) -> Result<Stock, DeskError> {
        let now = self.now();
        // The names begin with the day: what is newest is read first.
        let mut marked = self.shelf.marked_assessments()?;
        marked.reverse();
        let watched = doubts::watched(actions);
        let mut here = Vec::new();
        for (id, mark) in &marked {
            let known = self.index.assessments.get(id, mark.as_ref());
            let questions = watched.get(id).map_or(&[][..], Vec::as_slice);
            let enough = |seen: &Seen| {
                seen.holds_on(now.date())
                    && questions.iter().all(|question| seen.watched.contains_key(question))
            };
            if !known.is_some_and(enough) {
                if !patience.lasts() {
                    continue;
                }
                match self.see(id, (now, questions), warnings) {
                    (Some(seen), true) if mark.is_some() => {
                        let mark = mark.clone().unwrap_or_default();
                        self.index.assessments.put(id.clone(), mark, seen);
                    }
                    (seen, _) => {
                        here.extend(seen);
                        self.index.assessments.forget(id);
                    }
                }
            }
        }
        self.index.assessments.only(marked.iter().map(|(id, _)| id));
        let known = marked.iter().filter_map(|(id, mark)| {
            let known = self.index.assessments.get(id, mark.as_ref())?;
            known.holds_on(now.date()).then_some(known)
        });
        let mut seen: Vec<&Seen> = here.iter().chain(known).collect();
        seen.sort_by(|a, b| {
            b.line.changed.cmp(&a.line.changed).then_with(|| a.line.id.cmp(&b.line.id))
        });
        // What was taken up again is looked at there; that is known only once all are read.
        let again: HashSet<&Id> = seen.iter().filter_map(|seen| seen.again.as_ref()).collect();
        let touches = self.touches(&seen, register);
        let line = |seen: &&Seen| {
            let line =
                AssessmentLine { subject: subjects.of_what(&seen.line.about), ..seen.line.clone() };
            if patience.unread == 0 && !again.contains(&seen.line.id) {
                touching::touched(line, &touches)
            } else {
                AssessmentLine { review: None, ..line }
            }
        };
        let mut evidence = Proofs::new();
        for seen in &seen {
            if let (About::Processing(entry), Some((proves, outcome))) =
                (&seen.line.about, &seen.proof)
            {
                evidence.entry(entry.clone()).or_default().learn(proves, outcome.clone());
            }
        }
        let facts = seen.iter().flat_map(|seen| facts(seen)).collect();
        let doubts = doubts::doubts(actions, &seen);
        // The list that was changed last, of those on which anybody stands.
        let people = seen.iter().find(|seen| !seen.people.is_empty());
        let people = people.map(|seen| seen.people.clone()).unwrap_or_default();
        let tables = seen.iter().flat_map(|seen| seen.tables.iter().cloned()).collect();
        let assessments = seen.iter().map(line).collect();
        Ok(Stock { assessments, facts, evidence, doubts, people, tables })
    }

    /// What one assessment amounts to, and whether that is all there is to say: what is wrong with it must be told each time.
    fn see(
        &mut self,
        id: &Id,
        (now, questions): (Moment, &[Id]),
        warnings: &mut Vec<String>,
    ) -> (Option<Seen>, bool) {
        let (assessment, warning) = self.shelf.look_at(id, now);
        let whole = warning.is_none();
        warnings.extend(warning.as_ref().map(words::warning));
        let Some(assessment) = assessment else { return (None, false) };
        match self.seen(&assessment, now.date()) {
            Ok(mut seen) => {
                let said = |id: &Id| (id.clone(), assessment.answers.get(id).cloned());
                seen.watched = questions.iter().map(said).collect();
                (Some(seen), whole)
            }
            Err(error) => {
                warnings.push(words::sentence(&error));
                (None, false)
            }
        }
    }

    fn seen(&mut self, assessment: &Assessment, today: Date) -> Result<Seen, DeskError> {
        let asked = self.asked(assessment)?;
        let questionnaire = &asked.edition.questionnaire;
        let evaluation = asked.engine.evaluate(&assessment.answers);
        let (answered, total) = evaluation.progress();
        let verdict = evaluation.verdict.as_ref().and_then(|id| questionnaire.verdict(id));
        let place = assessment.position.as_ref().and_then(|id| questionnaire.section_of(id));
        let place = place.and_then(|place| questionnaire.sections().get(place));
        let proof = self.proved(questionnaire.id(), &assessment.about, verdict);
        let line = AssessmentLine {
            id: assessment.id.clone(),
            questionnaire: questionnaire.id().clone(),
            title: questionnaire.title().to_owned(),
            about: assessment.about.clone(),
            subject: String::new(),
            advance: Advance {
                answered,
                asked: total,
                verdict: verdict.map(|verdict| verdict.title.clone()),
            },
            changed: assessment.changed,
            status: assessment.status.clone(),
            review: assessment.review,
            because: String::new(),
            newer: self.later_version(assessment),
            place: place.map(|section| section.title.clone()).unwrap_or_default(),
        };
        let recurring = evaluation.asked.iter().filter_map(|id| {
            let fact = questionnaire.question(id)?.fact.clone()?;
            Some((fact, assessment.answers.get(id)?.clone()))
        });
        let open = assessment.status == Status::Open;
        let days = || {
            questionnaire.draft().switches.iter().filter_map(|switch| switch.from).filter(|_| open)
        };
        Ok(Seen {
            facts: recurring.collect(),
            tables: self.tables(assessment),
            begun: assessment.begun,
            proof,
            asks: evaluation.actions.iter().map(|action| action.id.clone()).collect(),
            ignored: evaluation.ignored.clone(),
            watched: BTreeMap::new(),
            people: assessment.participants.clone(),
            again: assessment.previous.as_ref().map(|previous| previous.assessment.clone()),
            law: (
                days().filter(|day| *day <= today).max(),
                days().filter(|day| *day > today).min(),
            ),
            line,
        })
    }

    /// The version of the questionnaire of an open assessment that the program has, if that is later.
    fn later_version(&self, assessment: &Assessment) -> Option<String> {
        let own = self.library.get(&assessment.questionnaire.id)?.pinned;
        let open = assessment.status == Status::Open;
        (open && own.is_later_than(&assessment.questionnaire)).then_some(own.version)
    }

    /// The records, newest first, and who is still to sign each.
    fn records(&mut self, patience: &mut Patience) -> Result<Vec<RecordLine>, DeskError> {
        let marked = self.shelf.marked_records()?;
        let mut lines = Vec::with_capacity(marked.len());
        for (path, mark) in marked {
            let name = file_name(&path);
            let id = Id::new(name.clone());
            let awaits = match self.index.records.get(&id, mark.as_ref()) {
                Some(known) => known.clone(),
                None if patience.lasts() => {
                    let bytes = read_whole(&path, LONGEST_FILE).ok();
                    let awaits = bytes.map(|bytes| checking::awaited(&bytes, &self.fonts));
                    let awaits = awaits.unwrap_or_default();
                    if let Some(mark) = mark {
                        self.index.records.put(id, mark, awaits.clone());
                    }
                    awaits
                }
                None => Vec::new(),
            };
            lines.push(RecordLine { path, name, awaits });
        }
        let names: Vec<Id> = lines.iter().map(|line| Id::from(line.name.as_str())).collect();
        self.index.records.only(names.iter());
        Ok(lines)
    }

    fn questionnaires(&mut self) -> Vec<QuestionnaireLine> {
        if self.index.questionnaires.is_empty() {
            let editions = self.library.ids().filter_map(|id| self.library.get(&id.into()));
            self.index.questionnaires =
                editions.map(|edition| QuestionnaireLine::of(&edition.questionnaire)).collect();
        }
        self.index.questionnaires.clone()
    }
}

/// The answers that recur elsewhere.
fn facts(seen: &Seen) -> impl Iterator<Item = Fact> {
    seen.facts.iter().map(|(fact, answer)| Fact {
        fact: fact.clone(),
        about: seen.line.about.clone(),
        answer: answer.clone(),
        assessment: seen.line.id.clone(),
        title: seen.line.title.clone(),
        at: seen.line.changed,
    })
}

/// What assessments can be about, in words.
struct Subjects {
    organisation: String,
    processings: HashMap<Id, String>,
}

impl Subjects {
    fn of(organisation: Option<&Organisation>, processings: &[Processing]) -> Self {
        let name = organisation.map(|organisation| organisation.name.trim());
        let name = name.filter(|name| !name.is_empty()).unwrap_or(words::THE_ORGANISATION);
        let named = |one: &Processing| (one.id.clone(), one.name.clone());
        Self { organisation: name.to_owned(), processings: processings.iter().map(named).collect() }
    }

    fn of_what(&self, about: &About) -> String {
        match about {
            About::Organisation => self.organisation.clone(),
            About::Processing(id) => {
                self.processings.get(id).cloned().unwrap_or_else(|| id.to_string())
            }
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
