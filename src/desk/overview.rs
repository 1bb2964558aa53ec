//! Everything that a first screen shows.

use super::{
    DeskError, Office, checking, doubts,
    index::{Index, Rare, Seen, Shown, Told},
    stock::{Stock, Subjects},
    words,
};
use crate::{
    model::{
        Action, Actions, Assessment, Id, Label, Moment, Processing, Settings, Status, sharing,
    },
    session::{Advance, AssessmentLine, Overview, QuestionnaireLine, RecordLine, Reply},
    store::{LONGEST_FILE, Mark, StoreError, read_whole},
};
use jiff::civil::Date;
use std::{
    collections::HashSet,
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
        Ok(Reply::Overview(Arc::new(self.gather(Patience::of(Some(long)))?)))
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
        let overview = sharing(|| self.gather_with(look));
        let whole = overview.as_ref().ok().filter(|overview| overview.unread == 0);
        index.shown = whole.map(Shown::of);
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
        let used_by = self.shelf.used_by();
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
        match mark {
            Some(mark) => index.actions.put(name, Some(mark), actions.clone()),
            None => index.actions.forget(&name),
        }
        Ok(actions)
    }

    /// The processing activities, by name.
    fn processings(&mut self, look: &mut Look<'_>) -> Result<Vec<Arc<Processing>>, DeskError> {
        let marked = self.shelf.marked_processings()?;
        let mut found = Vec::with_capacity(marked.len());
        for (id, mark) in &marked {
            if let Some(known) = look.index.processings.get(id, mark.as_ref()) {
                found.push(known.clone());
                continue;
            }
            match self.shelf.processing(id, look.now) {
                Ok(processing) => {
                    let processing = Arc::new(processing);
                    look.index.processings.put(id.clone(), mark.clone(), Arc::clone(&processing));
                    found.push(processing);
                }
                Err(error) => look.warnings.push(words::store(&error)),
            }
        }
        look.index.processings.only(marked.iter().map(|(id, _)| id));
        found.sort_by_cached_key(|one| one.order());
        Ok(found)
    }

    /// The assessments, last changed first, and the answers in them that recur elsewhere.
    fn assessments(
        &mut self,
        (subjects, register): (&Subjects, &[Arc<Processing>]),
        actions: &[Arc<Action>],
        look: &mut Look<'_>,
    ) -> Result<Stock, DeskError> {
        let names = self.assessments_there(actions, look)?;
        let known = names.iter().filter_map(|id| look.index.assessments.last(id));
        let mut seen: Vec<&Seen> = known.collect();
        seen.sort_by(|a, b| {
            b.line.changed.cmp(&a.line.changed).then_with(|| a.line.id.cmp(&b.line.id))
        });
        let whole = look.patience.unread == 0;
        let touches = self.touches(&seen, register);
        let stock = Stock::of(&seen, subjects, actions, whole.then_some(touches.as_slice()));
        for line in &stock.renewed {
            if let Some(seen) = look.index.assessments.last_mut(&line.id) {
                seen.line = Arc::clone(line);
            }
        }
        Ok(stock)
    }

    /// The names of the assessments of which it is known how they stand now, after what changed was read.
    fn assessments_there(
        &mut self,
        actions: &[Arc<Action>],
        look: &mut Look<'_>,
    ) -> Result<Vec<Id>, DeskError> {
        let today = look.now.date();
        // The names begin with the day: what is newest is read first.
        let mut marked = self.shelf.marked_assessments()?;
        marked.reverse();
        let here = self.see_what_changed(&marked, actions, look);
        look.index.assessments.only(marked.iter().map(|(id, _)| id));
        let is_known = |(id, mark): &(Id, Option<Mark>)| {
            let known = look.index.assessments.get(id, mark.as_ref());
            known.is_some_and(|known| known.holds_on(today)) || here.contains(id)
        };
        Ok(marked.into_iter().filter(is_known).map(|(id, _)| id).collect())
    }

    /// Reads what is not known yet, as long as that may take; the names of what was read.
    fn see_what_changed(
        &mut self,
        marked: &[(Id, Option<Mark>)],
        actions: &[Arc<Action>],
        look: &mut Look<'_>,
    ) -> HashSet<Id> {
        let watched = doubts::watched(actions);
        let mut here = HashSet::new();
        for (id, mark) in marked {
            let known = look.index.assessments.get(id, mark.as_ref());
            let questions = watched.get(id).map_or(&[][..], Vec::as_slice);
            let enough = |seen: &Seen| {
                seen.holds_on(look.now.date())
                    && questions.iter().all(|question| seen.rare().watched.contains_key(question))
            };
            if known.is_some_and(enough) || !look.patience.lasts() {
                continue;
            }
            match self.see(id, (look.now, questions), &mut look.warnings) {
                (Some(seen), whole) => {
                    let mark = mark.clone().filter(|_| whole);
                    look.index.assessments.put(id.clone(), mark, seen);
                    here.insert(id.clone());
                }
                (None, _) => look.index.assessments.forget(id),
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
        match self.seen(&assessment, questions, now.date()) {
            Ok(seen) => (Some(seen), whole),
            Err(error) => {
                warnings.push(words::sentence(&error));
                (None, false)
            }
        }
    }

    fn seen(
        &mut self,
        assessment: &Assessment,
        questions: &[Id],
        today: Date,
    ) -> Result<Seen, DeskError> {
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
        let said = |id: &Id| (id.clone(), assessment.answers.get(id).cloned());
        let asks: Vec<&str> = evaluation.actions.iter().map(|action| action.id.as_str()).collect();
        let rare = Rare {
            tables: self.tables(assessment),
            twins: self
                .shelf
                .twins_in(&assessment.id)
                .iter()
                .map(|twin| file_name(&twin.copy))
                .collect(),
            proof,
            // Of the others nobody asks; in a large folder they would be most of what is remembered.
            ignored: evaluation
                .ignored
                .iter()
                .filter(|id| questions.contains(id))
                .cloned()
                .collect(),
            watched: questions.iter().map(said).collect(),
            people: assessment.participants.clone(),
            again: assessment.previous.as_ref().map(|previous| previous.assessment.clone()),
            from: days().filter(|day| *day <= today).max(),
            until: days().filter(|day| *day > today).min(),
        };
        Ok(Seen {
            line: Arc::new(line),
            told: Told {
                review: assessment.review,
                facts: recurring.collect(),
                asks: asks.join(" ").into(),
                begun: assessment.begun,
                rare: rare.boxed(),
            },
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
                Some(known) => Arc::clone(known),
                None if look.patience.lasts() => {
                    let bytes = read_whole(&path, LONGEST_FILE).ok();
                    let cover = bytes.map(|bytes| checking::cover(&bytes));
                    let cover = Arc::new(cover.unwrap_or_default());
                    look.index.records.put(id, mark, Arc::clone(&cover));
                    cover
                }
                None => Arc::default(),
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

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
