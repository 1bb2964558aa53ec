//! Everything that a first screen shows.

use super::{DeskError, Office, evidence::Proofs, words};
use crate::{
    engine::Evaluation,
    model::{About, Actions, Assessment, Organisation, Processing, Questionnaire, Settings},
    session::{Advance, AssessmentLine, Fact, Overview, QuestionnaireLine, RecordLine, Reply},
    store::StoreError,
};
use std::{mem, path::Path, sync::Arc};

impl Office {
    /// Looks around.
    pub(super) fn look(&mut self) -> Result<Reply, DeskError> {
        self.overview().map(|overview| Reply::Overview(Arc::new(overview)))
    }

    /// What there is in the data folder. One bad file hides nothing else: it is told among the warnings.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn overview(&mut self) -> Result<Overview, DeskError> {
        let now = self.now();
        let mut warnings = mem::take(&mut self.notices);
        warnings.extend(self.shelf.still_aside()?.iter().map(words::warning));
        let organisation = self.organisation(&mut warnings);
        let settings = self.shelf.settings(now).unwrap_or_else(|error| {
            warnings.push(words::store(&error));
            Settings::default()
        });
        let (processings, left) = self.shelf.processings(now)?;
        warnings.extend(left.iter().map(words::warning));
        let actions = self.shelf.actions(now).unwrap_or_else(|error| {
            warnings.push(words::store(&error));
            Actions::default()
        });
        let actions = actions.0;
        let (found, left) = self.shelf.assessments(now)?;
        warnings.extend(left.iter().map(words::warning));
        let mut assessments = Vec::new();
        let mut facts = Vec::new();
        let mut evidence = Proofs::new();
        for assessment in &found {
            let subject = subject(&assessment.about, organisation.as_ref(), &processings);
            match self.line(assessment, subject, &mut evidence) {
                Ok((line, said)) => {
                    assessments.push(line);
                    facts.extend(said);
                }
                Err(error) => warnings.push(words::sentence(&error)),
            }
        }
        // What was taken up again is looked at there.
        for line in &mut assessments {
            let again = |one: &Assessment| {
                one.previous.as_ref().is_some_and(|previous| previous.assessment == line.id)
            };
            if found.iter().any(again) {
                line.review = None;
            }
        }
        Ok(Overview {
            folder: self.shelf.folder().to_path_buf(),
            organisation,
            settings,
            processings,
            evidence,
            actions,
            today: Some(now.date()),
            assessments,
            records: self.shelf.records()?.iter().map(|path| record_line(path)).collect(),
            keys: self.keys()?,
            questionnaires: self.questionnaires(),
            facts,
            warnings,
        })
    }

    fn organisation(&self, warnings: &mut Vec<String>) -> Option<Organisation> {
        self.shelf.organisation(self.now()).unwrap_or_else(|error: StoreError| {
            warnings.push(words::store(&error));
            None
        })
    }

    fn line(
        &mut self,
        assessment: &Assessment,
        subject: String,
        evidence: &mut Proofs,
    ) -> Result<(AssessmentLine, Vec<Fact>), DeskError> {
        let asked = self.asked(assessment)?;
        let questionnaire = &asked.edition.questionnaire;
        let evaluation = asked.engine.evaluate(&assessment.answers);
        let (answered, total) = evaluation.progress();
        let verdict = evaluation.verdict.as_ref().and_then(|id| questionnaire.verdict(id));
        self.learn(evidence, questionnaire.id(), &assessment.about, verdict);
        let line = AssessmentLine {
            id: assessment.id.clone(),
            questionnaire: questionnaire.id().clone(),
            title: questionnaire.title().to_owned(),
            about: assessment.about.clone(),
            subject,
            advance: Advance {
                answered,
                asked: total,
                verdict: verdict.map(|verdict| verdict.title.clone()),
            },
            changed: assessment.changed,
            status: assessment.status.clone(),
            review: assessment.review,
        };
        Ok((line, facts(assessment, questionnaire, &evaluation)))
    }

    fn questionnaires(&self) -> Vec<QuestionnaireLine> {
        let editions = self.library.ids().filter_map(|id| self.library.get(&id.into()));
        editions.map(|edition| QuestionnaireLine::of(&edition.questionnaire)).collect()
    }
}

/// The answers that recur elsewhere, as far as their questions are asked.
fn facts(
    assessment: &Assessment,
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
) -> Vec<Fact> {
    let recurring = evaluation.asked.iter().filter_map(|id| {
        let fact = questionnaire.question(id)?.fact.clone()?;
        let answer = assessment.answers.get(id)?.clone();
        Some(Fact {
            fact,
            about: assessment.about.clone(),
            answer,
            assessment: assessment.id.clone(),
            title: questionnaire.title().to_owned(),
            at: assessment.changed,
        })
    });
    recurring.collect()
}

/// What an assessment is about, in words.
fn subject(
    about: &About,
    organisation: Option<&Organisation>,
    processings: &[Processing],
) -> String {
    match about {
        About::Organisation => organisation
            .map(|organisation| organisation.name.trim())
            .filter(|name| !name.is_empty())
            .unwrap_or(words::THE_ORGANISATION)
            .to_owned(),
        About::Processing(id) => processings
            .iter()
            .find(|processing| processing.id == *id)
            .map_or_else(|| id.to_string(), |processing| processing.name.clone()),
    }
}

fn record_line(path: &Path) -> RecordLine {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    RecordLine { path: path.to_path_buf(), name: name.unwrap_or_default() }
}
