//! Everything that a first screen shows.

use super::{
    DeskError, Office, checking, doubts,
    evidence::Proofs,
    facts,
    feeding::Filled,
    index::{Index, Seen},
    touching::{self, Touch},
    words,
};
use crate::{
    model::{
        About, Action, Actions, Assessment, Id, Label, Moment, Organisation, Participant,
        Processing, Settings, Status,
    },
    session::{
        Advance, AssessmentLine, Cover, Doubt, Fact, Overview, QuestionnaireLine, RecordLine, Reply,
    },
    store::{LONGEST_FILE, Mark, StoreError, read_whole},
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

/// One look around.
struct Look<'a> {
    now: Moment,
    index: &'a mut Index,
    patience: Patience,
    /// What is wrong, in words for a person.
    warnings: Vec<String>,
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
    /// The assessments of which there are two in one folder, and what the second is called.
    twins: Vec<(Id, String)>,
}

impl Office {
    /// Looks around. The first time in a large folder that is a glance at how it was last time, or, if nobody ever looked at it, at
    /// a part; then one looks again.
    pub(super) fn look(&mut self) -> Result<Reply, DeskError> {
        if mem::replace(&mut self.looked, true) {
            return self.look_for(NEXT);
        }
        match self.glance() {
            Some(overview) => Ok(Reply::Overview(Arc::new(overview))),
            None => self.look_for(FIRST),
        }
    }

    /// Looks around, and reads what was never read for so long.
    pub(super) fn look_for(&mut self, long: Duration) -> Result<Reply, DeskError> {
        let overview = Arc::new(self.gather(Patience::of(Some(long)))?);
        self.remember(&overview);
        Ok(Reply::Overview(overview))
    }

    /// What there is in the data folder. One bad file hides nothing else: it is told among the warnings.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn overview(&mut self) -> Result<Overview, DeskError> {
        self.gather(Patience::of(None))
    }

    fn gather(&mut self, patience: Patience) -> Result<Overview, DeskError> {
        // Out of the office for as long as it is worked with.
        let mut index = self.take_index();
        let warnings = mem::take(&mut self.notices);
        let look = Look { now: self.now(), index: &mut index, patience, warnings };
        let overview = self.gather_with(look);
        index.keep(&self.shelf, false);
        self.put_index(index);
        overview
    }

    fn gather_with(&mut self, mut look: Look<'_>) -> Result<Overview, DeskError> {
        let now = look.now;
        look.warnings.extend(self.shelf.still_aside()?.iter().map(words::warning));
        let organisation = look.told(self.shelf.organisation(now));
        let processings = self.processings(&mut look)?;
        let settings: Settings = look.told(self.shelf.settings(now));
        let (commissions, left) = self.shelf.commissions(now)?;
        look.warnings.extend(left.iter().map(words::warning));
        let actions = self.known_actions(look.index, now);
        let actions = look.told(actions);
        let subjects = Subjects::of(organisation.as_ref(), &processings);
        let stock = self.assessments((&subjects, &processings), &actions.0, &mut look)?;
        let records = self.records(&mut look)?;
        let signers = self.signers().unwrap_or_else(|error| {
            look.warnings.push(words::sentence(&error));
            Vec::new()
        });
        let used_by = self.shelf.holder().filter(|_| self.shelf.is_looking());
        Ok(Overview {
            folder: self.shelf.folder().to_path_buf(),
            settings,
            evidence: stock.evidence,
            doubts: stock.doubts,
            twins: self.twin_lines(&stock.twins)?,
            commissions,
            proposals: self.proposed(&stock.tables, &processings),
            today: Some(now.date()),
            actions: actions.0,
            assessments: stock.assessments,
            records,
            keys: self.keys()?,
            signers,
            questionnaires: self.questionnaires(look.index),
            facts: stock.facts,
            people: stock.people,
            warnings: look.warnings,
            unread: look.patience.unread,
            checking: false,
            looking: self.shelf.is_looking(),
            silent: used_by.as_ref().is_some_and(|by| by.is_silent(now)),
            used_by,
            organisation,
            processings,
        })
    }

    /// The actions, read when their file changed since they were read last.
    pub(super) fn known_actions(
        &self,
        index: &mut Index,
        now: Moment,
    ) -> Result<Actions, StoreError> {
        let mark = self.shelf.marked_actions();
        let name = Id::from("");
        if let Some(known) = index.actions.get(&name, mark.as_ref()) {
            return Ok(known.clone());
        }
        let actions = self.shelf.actions(now)?;
        if let Some(mark) = mark {
            index.actions.put(name, mark, actions.clone());
        }
        Ok(actions)
    }

    /// The processing activities, by name.
    fn processings(&mut self, look: &mut Look<'_>) -> Result<Vec<Processing>, DeskError> {
        let marked = self.shelf.marked_processings()?;
        let mut found = Vec::with_capacity(marked.len());
        for (id, mark) in &marked {
            if let Some(known) = look.index.processings.get(id, mark.as_ref()) {
                found.push(known.clone());
                continue;
            }
            match self.shelf.processing(id, look.now) {
                Ok(processing) => {
                    if let Some(mark) = mark {
                        look.index.processings.put(id.clone(), mark.clone(), processing.clone());
                    }
                    found.push(processing);
                }
                Err(error) => look.warnings.push(words::store(&error)),
            }
        }
        look.index.processings.only(marked.iter().map(|(id, _)| id));
        found.sort_by_cached_key(Processing::order);
        Ok(found)
    }

    /// The assessments, last changed first, and the answers in them that recur elsewhere.
    fn assessments(
        &mut self,
        (subjects, register): (&Subjects, &[Processing]),
        actions: &[Action],
        look: &mut Look<'_>,
    ) -> Result<Stock, DeskError> {
        let today = look.now.date();
        // The names begin with the day: what is newest is read first.
        let mut marked = self.shelf.marked_assessments()?;
        marked.reverse();
        let here = self.see_what_changed(&marked, actions, look);
        look.index.assessments.only(marked.iter().map(|(id, _)| id));
        let known = marked.iter().filter_map(|(id, mark)| {
            let known = look.index.assessments.get(id, mark.as_ref())?;
            known.holds_on(today).then_some(known)
        });
        let mut seen: Vec<&Seen> = here.iter().chain(known).collect();
        seen.sort_by(|a, b| {
            b.line.changed.cmp(&a.line.changed).then_with(|| a.line.id.cmp(&b.line.id))
        });
        let whole = look.patience.unread == 0;
        let touches = self.touches(&seen, register);
        Ok(Stock::of(&seen, subjects, actions, whole.then_some(touches.as_slice())))
    }

    /// Reads what is not known yet, as long as that may take; what cannot be known by its mark, comes back.
    fn see_what_changed(
        &mut self,
        marked: &[(Id, Option<Mark>)],
        actions: &[Action],
        look: &mut Look<'_>,
    ) -> Vec<Seen> {
        let watched = doubts::watched(actions);
        let mut here = Vec::new();
        for (id, mark) in marked {
            let known = look.index.assessments.get(id, mark.as_ref());
            let questions = watched.get(id).map_or(&[][..], Vec::as_slice);
            let enough = |seen: &Seen| {
                seen.holds_on(look.now.date())
                    && questions.iter().all(|question| seen.watched.contains_key(question))
            };
            if known.is_some_and(enough) || !look.patience.lasts() {
                continue;
            }
            match self.see(id, (look.now, questions), &mut look.warnings) {
                (Some(seen), true) if mark.is_some() => {
                    let mark = mark.clone().unwrap_or_default();
                    look.index.assessments.put(id.clone(), mark, seen);
                }
                (seen, _) => {
                    here.extend(seen);
                    look.index.assessments.forget(id);
                }
            }
        }
        here
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
                // Of the others nobody asks; in a large folder they would be most of what is remembered.
                seen.ignored.retain(|id| questions.contains(id));
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
            title: questionnaire.title().into(),
            about: assessment.about.clone(),
            subject: Label::default(),
            advance: Advance {
                answered,
                asked: total,
                verdict: verdict.map(|verdict| Label::from(&verdict.title)),
            },
            changed: assessment.changed,
            status: assessment.status.clone(),
            review: assessment.review,
            because: Label::default(),
            newer: self.later_version(assessment).map(Label::from),
            place: place.map(|section| Label::from(&section.title)).unwrap_or_default(),
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
            twins: self
                .shelf
                .twins_in(&assessment.id)
                .iter()
                .map(|twin| file_name(&twin.copy))
                .collect(),
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

    /// The records, newest first, and what each says of itself.
    fn records(&self, look: &mut Look<'_>) -> Result<Vec<RecordLine>, DeskError> {
        let marked = self.shelf.marked_records()?;
        let mut lines = Vec::with_capacity(marked.len());
        for (path, mark) in marked {
            let name = file_name(&path);
            let id = Id::new(name.clone());
            let cover = match look.index.records.get(&id, mark.as_ref()) {
                Some(known) => known.clone(),
                None if look.patience.lasts() => {
                    let bytes = read_whole(&path, LONGEST_FILE).ok();
                    let cover = bytes.map(|bytes| checking::cover(&bytes, &self.fonts));
                    let cover = cover.unwrap_or_default();
                    if let Some(mark) = mark {
                        look.index.records.put(id, mark, cover.clone());
                    }
                    cover
                }
                None => Cover::default(),
            };
            lines.push(RecordLine { path, name, cover });
        }
        let names: Vec<Id> = lines.iter().map(|line| Id::from(line.name.as_str())).collect();
        look.index.records.only(names.iter());
        Ok(lines)
    }

    fn questionnaires(&self, index: &mut Index) -> Vec<QuestionnaireLine> {
        if index.questionnaires.is_empty() {
            let editions = self.library.ids().filter_map(|id| self.library.get(&id.into()));
            index.questionnaires =
                editions.map(|edition| QuestionnaireLine::of(&edition.questionnaire)).collect();
        }
        index.questionnaires.clone()
    }
}

impl Look<'_> {
    /// What was read; if it could not be, that is told, and there is none.
    fn told<T: Default>(&mut self, read: Result<T, StoreError>) -> T {
        read.unwrap_or_else(|error| {
            self.warnings.push(words::store(&error));
            T::default()
        })
    }
}

impl Stock {
    /// What is `seen`, the last changed first, with what changed since; nothing is due as long as `touches` are not known, because
    /// not all is read.
    fn of(
        seen: &[&Seen],
        subjects: &Subjects,
        actions: &[Action],
        touches: Option<&[Touch]>,
    ) -> Self {
        // What was taken up again is looked at there; that is known only once all are read.
        let again: HashSet<&Id> = seen.iter().filter_map(|seen| seen.again.as_ref()).collect();
        let line = |seen: &&Seen| {
            let subject = subjects.of_what(&seen.line.about);
            let line = AssessmentLine { subject, ..seen.line.clone() };
            match touches.filter(|_| !again.contains(&seen.line.id)) {
                Some(touches) => touching::touched(line, touches),
                None => AssessmentLine { review: None, ..line },
            }
        };
        let mut evidence = Proofs::new();
        for seen in seen {
            if let (About::Processing(entry), Some((proves, outcome))) =
                (&seen.line.about, &seen.proof)
            {
                evidence.entry(entry.clone()).or_default().learn(proves, outcome.clone());
            }
        }
        // The list that was changed last, of those on which anybody stands.
        let people = seen.iter().find(|seen| !seen.people.is_empty());
        Self {
            evidence,
            facts: facts::newest(seen),
            doubts: doubts::doubts(actions, seen),
            people: people.map(|seen| seen.people.clone()).unwrap_or_default(),
            tables: seen.iter().flat_map(|seen| seen.tables.iter().cloned()).collect(),
            twins: seen
                .iter()
                .flat_map(|seen| seen.twins.iter().map(|name| (seen.line.id.clone(), name.clone())))
                .collect(),
            assessments: seen.iter().map(line).collect(),
        }
    }
}

/// What assessments can be about, in words.
struct Subjects {
    organisation: Label,
    processings: HashMap<Id, Label>,
}

impl Subjects {
    fn of(organisation: Option<&Organisation>, processings: &[Processing]) -> Self {
        let name = organisation.map(|organisation| organisation.name.trim());
        let name = name.filter(|name| !name.is_empty()).unwrap_or(words::THE_ORGANISATION);
        let named = |one: &Processing| (one.id.clone(), Label::from(&one.name));
        Self { organisation: name.into(), processings: processings.iter().map(named).collect() }
    }

    fn of_what(&self, about: &About) -> Label {
        match about {
            About::Organisation => self.organisation.clone(),
            About::Processing(id) => {
                self.processings.get(id).cloned().unwrap_or_else(|| Label::from(id.as_str()))
            }
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
