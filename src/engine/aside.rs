//! What was said about deviating from the outcome, and about the advice of the DPO.

use super::Evaluation;
use crate::model::{Answer, Answers, Apart, Id, Question, Questionnaire};

/// How one stands towards what the table decides, and towards the advice about that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside<'a> {
    /// Whether one deviates; none as long as that is asked and not answered.
    pub deviates: Option<bool>,
    /// What was done with the advice; none as long as that is not asked or not answered.
    pub heeded: Option<Heeded<'a>>,
    /// The reasons, the advice and the answer to it, as far as they are written: the question and what was said.
    pub told: Vec<(&'a Question, &'a str)>,
    /// Where the questions about it stand, each once, in order; empty as long as one does not deviate.
    pub sources: Vec<&'a str>,
}

/// What was done with the advice of the DPO.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heeded<'a> {
    /// It was followed.
    Followed,
    /// It was not.
    Overruled,
    /// There is none, and why not.
    Absent(&'a str),
}

impl Evaluation {
    /// What `answers` say about deviating; nothing if the questionnaire knows no deviation. Answers that are not asked
    /// do not count.
    pub fn aside<'a>(
        &self,
        questionnaire: &'a Questionnaire,
        answers: &'a Answers,
    ) -> Option<Aside<'a>> {
        let mut aside =
            Aside { deviates: Some(false), heeded: None, told: Vec::new(), sources: Vec::new() };
        let mut knows = false;
        for (question, apart) in
            questionnaire.questions().filter_map(|(_, one)| Some((one, one.apart?)))
        {
            knows = true;
            if self.asked.contains(&question.id) {
                aside.add(question, apart, answers.get(&question.id));
            }
        }
        if aside.deviates == Some(false) {
            aside.sources.clear();
        }
        knows.then_some(aside)
    }
}

impl<'a> Aside<'a> {
    fn add(&mut self, question: &'a Question, apart: Apart, answer: Option<&'a Answer>) {
        let said = match answer {
            Some(Answer::One(said)) => Some(said.as_str()),
            _ => None,
        };
        match apart {
            Apart::Deviation => self.deviates = said.map(|said| said == Id::YES),
            Apart::Followed => {
                self.heeded = match (answer, said) {
                    (Some(Answer::NotApplicable(why)), _) => Some(Heeded::Absent(why)),
                    (_, Some(Id::YES)) => Some(Heeded::Followed),
                    (_, Some(_)) => Some(Heeded::Overruled),
                    (_, None) => None,
                }
            }
            Apart::Reason | Apart::Advice | Apart::Overruled => {
                self.told.extend(said.map(|said| (question, said)));
            }
        }
        for source in question.sources.iter().map(String::as_str) {
            if !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
    }
}
