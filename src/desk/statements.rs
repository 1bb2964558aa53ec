//! Statements of the institution as a whole: its register, its actions, and everything in short for the board.

use super::{DeskError, Office, evidence::Proofs, printing, signing::Seal};
use crate::{
    format::sha256,
    model::{About, Action, Assessment, Evidence, Gap, Id, Origin, Processing, Progress, Status},
    record::{
        ActionEntry, AssessmentSummary, CommissionEntry, Content, DepartmentSummary, EntrySummary,
        Lack, PlanSummary, RecordSummary, Register, RegisterEntry, Report, StepSummary,
    },
    session::{Reply, SignedRecord, Statement, StatementOrder},
    store::{LONGEST_FILE, Warning, read_whole},
};
use jiff::civil::Date;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

impl Office {
    /// The pages of a statement as text.
    pub(super) fn preview_statement(&mut self, statement: Statement) -> Result<Reply, DeskError> {
        let content = self.content(statement)?;
        let data = self.record_data(content, Vec::new())?;
        Ok(Reply::Preview(printing::set(&data, None)?.pages.sheets_as_text()))
    }

    /// Makes the record of a statement, signs it, checks it and keeps it.
    pub(super) fn sign_statement(&mut self, order: &StatementOrder) -> Result<Reply, DeskError> {
        let content = self.content(order.statement)?;
        let seal = Seal {
            key: &order.key,
            passphrase: &order.passphrase,
            others: &order.others,
            capacity: &order.capacity,
        };
        let (_, signed) = self.sealed(content, None, &seal)?;
        let name = Id::new(format!("{}-{}", self.now().date(), name(order.statement)));
        let report = self.keep_signed((&name, 1), &signed)?;
        let path = report.file.clone();
        let sha256 = report.sha256.clone();
        Ok(Reply::Signed(Box::new(SignedRecord { path, sha256, report, assessment: None })))
    }

    fn content(&mut self, statement: Statement) -> Result<Content, DeskError> {
        let facts = self.gathered()?;
        Ok(match statement {
            Statement::Register => Content::Register(facts.register()),
            Statement::Actions => Content::Actions(facts.actions()),
            Statement::Board => Content::Report(facts.report(self.hashes()?)),
        })
    }

    /// Everything that statements are made of, as it stands now.
    fn gathered(&mut self) -> Result<Gathered, DeskError> {
        let now = self.now();
        // What cannot be read would be missing from a signed record, and nobody would see it there.
        let mut left = self.shelf.still_aside()?;
        let (processings, bad) = self.shelf.processings(now)?;
        left.extend(bad);
        let (commissions, bad) = self.shelf.commissions(now)?;
        left.extend(bad);
        let actions = match self.shelf.actions(now) {
            Ok(actions) => actions.0,
            Err(error) => {
                left.push(Warning::Left(error));
                Vec::new()
            }
        };
        let (assessments, bad) = self.shelf.assessments(now)?;
        left.extend(bad);
        if !left.is_empty() {
            return Err(DeskError::Incomplete(left));
        }
        let mut standings = Vec::new();
        let mut evidence = Proofs::new();
        for assessment in assessments {
            let subject = self.name_of(&assessment.about);
            standings.push(self.standing(assessment, subject, &mut evidence)?);
        }
        standings.sort_by_key(|standing| standing.summary.at);
        Ok(Gathered { today: now.date(), processings, evidence, commissions, actions, standings })
    }

    /// How one assessment stands, as a whole and by section.
    fn standing(
        &mut self,
        assessment: Assessment,
        subject: String,
        evidence: &mut Proofs,
    ) -> Result<Standing, DeskError> {
        let asked = self.asked(&assessment)?;
        let questionnaire = &asked.edition.questionnaire;
        let evaluation = asked.engine.evaluate(&assessment.answers);
        let (answered, all) = evaluation.progress();
        let verdict = evaluation.verdict.as_ref().and_then(|id| questionnaire.verdict(id));
        self.learn(evidence, questionnaire.id(), &assessment.about, verdict);
        let (at, record) = match &assessment.status {
            Status::Open => (assessment.changed, None),
            Status::Signed(signed) => (signed.at, Some(signed.record.clone())),
        };
        let steps = questionnaire.sections().iter().map(|section| {
            let own = |id: &&Id| section.questions.iter().any(|question| question.id == **id);
            let all = evaluation.asked.iter().filter(own).count();
            let open = evaluation.unanswered.iter().filter(own).count();
            let title = section.title.clone();
            StepSummary { title, answered: small(all - open), asked: small(all) }
        });
        Ok(Standing {
            questionnaire: questionnaire.id().clone(),
            round: questionnaire.is_round(),
            plan: questionnaire.sections().iter().any(|section| !section.goal.is_empty()),
            steps: steps.collect(),
            summary: AssessmentSummary {
                title: questionnaire.title().to_owned(),
                about: subject,
                answered: small(answered),
                asked: small(all),
                verdict: verdict.map(|verdict| verdict.title.clone()),
                tone: verdict.map(|verdict| verdict.tone),
                at,
                record,
            },
            id: assessment.id,
            about: assessment.about,
        })
    }

    /// The records with their hashes, oldest first.
    fn hashes(&self) -> Result<Vec<RecordSummary>, DeskError> {
        let mut found = Vec::new();
        for path in self.shelf.records()?.into_iter().rev() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            found.push(RecordSummary { name, sha256: sha256(&read_whole(&path, LONGEST_FILE)?) });
        }
        Ok(found)
    }
}

/// What the file of a statement is called, after the day.
fn name(statement: Statement) -> &'static str {
    match statement {
        Statement::Register => "verwerkingsregister",
        Statement::Actions => "acties",
        Statement::Board => "verantwoording",
    }
}

struct Standing {
    id: Id,
    questionnaire: Id,
    about: About,
    round: bool,
    plan: bool,
    steps: Vec<StepSummary>,
    summary: AssessmentSummary,
}

struct Gathered {
    today: Date,
    processings: Vec<Processing>,
    evidence: Proofs,
    commissions: Vec<crate::model::Commission>,
    actions: Vec<Arc<Action>>,
    standings: Vec<Standing>,
}

impl Gathered {
    fn gaps(&self, processing: &Processing) -> Vec<Gap> {
        let nothing = Evidence::default();
        processing.gaps(self.evidence.get(&processing.id).unwrap_or(&nothing), self.today)
    }

    fn register(&self) -> Register {
        let entries = self.processings.iter().map(|processing| {
            let about = About::Processing(processing.id.clone());
            let own = self.standings.iter().filter(|standing| standing.about == about);
            RegisterEntry {
                gaps: lacks(&self.gaps(processing)),
                assessments: own.map(|standing| standing.summary.clone()).collect(),
                processing: processing.clone(),
            }
        });
        let commissions = self.commissions.iter().map(|commission| CommissionEntry {
            gaps: lacks(&commission.gaps(self.today)),
            commission: commission.clone(),
        });
        Register { entries: entries.collect(), commissions: commissions.collect() }
    }

    fn actions(&self) -> Vec<ActionEntry> {
        let entry = |action: &Arc<Action>| {
            let about =
                self.processings.iter().find(|known| Some(&known.id) == action.processing.as_ref());
            let assessment = match &action.origin {
                Origin::Rule { assessment, .. } | Origin::Question { assessment, .. } => {
                    self.standings.iter().find(|standing| standing.id == *assessment)
                }
                Origin::ByHand => None,
            };
            ActionEntry {
                about: about.map_or_else(String::new, |known| known.name.clone()),
                from: assessment
                    .map_or_else(String::new, |standing| standing.summary.title.clone()),
                action: Action::clone(action),
            }
        };
        self.actions.iter().map(entry).collect()
    }

    /// What stands now: of each questionnaire about each thing the newest that is signed, or the newest there is if none was; of a
    /// plan always the newest, because it tells how far one is. In the order of time.
    fn current(&self) -> Vec<&Standing> {
        let mut newest: HashMap<(&Id, &About), usize> = HashMap::new();
        let signed = |place: usize| {
            self.standings.get(place).is_some_and(|standing| standing.summary.record.is_some())
        };
        for (place, standing) in self.standings.iter().enumerate() {
            let same = (&standing.questionnaire, &standing.about);
            let before = newest.get(&same).copied();
            if standing.plan || signed(place) || before.is_none_or(|before| !signed(before)) {
                newest.insert(same, place);
            }
        }
        let mut places: Vec<usize> = newest.into_values().collect();
        places.sort_unstable();
        places.into_iter().filter_map(|place| self.standings.get(place)).collect()
    }

    fn report(&self, records: Vec<RecordSummary>) -> Report {
        let current = self.current();
        let earlier = small(self.standings.len() - current.len());
        let round = current.iter().find(|standing| standing.round).copied();
        let (plans, others): (Vec<&Standing>, Vec<&Standing>) =
            current.into_iter().partition(|standing| standing.plan);
        let entries = self.processings.iter().map(|processing| EntrySummary {
            name: processing.name.clone(),
            department: processing.department.clone(),
            gaps: small(self.gaps(processing).len()),
        });
        Report {
            round: round.map(|standing| Box::new(standing.summary.clone())),
            earlier,
            plans: plans
                .into_iter()
                .map(|standing| PlanSummary {
                    plan: standing.summary.clone(),
                    steps: standing.steps.clone(),
                })
                .collect(),
            assessments: others.into_iter().map(|standing| standing.summary.clone()).collect(),
            entries: entries.collect(),
            commissions: small(self.commissions.len()),
            departments: departments(&self.actions, self.today),
            records,
        }
    }
}

/// The actions of each department, counted; those of none come last.
fn departments(actions: &[Arc<Action>], today: Date) -> Vec<DepartmentSummary> {
    let mut counted: BTreeMap<(bool, String), DepartmentSummary> = BTreeMap::new();
    for action in actions {
        let name = action.department.trim();
        let summary = counted.entry((name.is_empty(), name.to_lowercase())).or_default();
        if summary.department.is_empty() {
            name.clone_into(&mut summary.department);
        }
        summary.overdue += u32::from(action.is_overdue(today));
        let count = match &action.state {
            Progress::Open => &mut summary.open,
            Progress::Busy => &mut summary.busy,
            Progress::Done => &mut summary.done,
            Progress::Dropped(_) => &mut summary.dropped,
        };
        *count += 1;
    }
    counted.into_values().collect()
}

fn lacks(gaps: &[Gap]) -> Vec<Lack> {
    let lack = |gap: &Gap| Lack { text: gap.sentence(), source: gap.source().to_owned() };
    gaps.iter().map(lack).collect()
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
