//! The decision table read the slow and plain way: every question answered, every condition true or false.

use crate::model::{Answer, Answers, Condition, Draft, Id, Questionnaire};
use std::collections::BTreeSet;

/// One way to answer every question, and what comes of it.
pub(crate) struct Completed<'a> {
    draft: &'a Draft,
    pub(crate) answers: Answers,
    /// The switches that are on.
    pub(crate) in_force: BTreeSet<Id>,
    /// The questions that are asked then.
    pub(crate) asked: BTreeSet<Id>,
}

impl<'a> Completed<'a> {
    pub(crate) fn new(
        questionnaire: &'a Questionnaire,
        in_force: &BTreeSet<Id>,
        answers: Answers,
    ) -> Self {
        let (draft, in_force) = (questionnaire.draft(), in_force.clone());
        let mut completed = Self { draft, answers, in_force, asked: BTreeSet::new() };
        for (section, question) in questionnaire.questions() {
            let mut both = section.when.iter().chain(&question.when);
            if both.all(|condition| completed.holds(condition)) {
                completed.asked.insert(question.id.clone());
            }
        }
        completed
    }

    fn answer(&self, id: &Id) -> Option<&Answer> {
        self.answers.get(id).filter(|_| self.asked.contains(id))
    }

    fn is(&self, id: &Id, value: &Id) -> bool {
        match self.draft.definitions.iter().find(|definition| definition.id == *id) {
            Some(definition) => {
                let found = if self.holds(&definition.yes) {
                    Id::YES
                } else if self.holds(&definition.no) {
                    Id::NO
                } else {
                    Id::UNKNOWN
                };
                value == found
            }
            None => self.answer(id).is_some_and(|answer| answer.is(value.as_str())),
        }
    }

    fn number(&self, id: &Id) -> Option<i64> {
        match self.draft.counts.iter().find(|count| count.id == *id) {
            Some(count) => {
                i64::try_from(count.of.iter().filter(|id| self.is(id, &count.is)).count()).ok()
            }
            None => self.answer(id).and_then(Answer::number),
        }
    }

    pub(crate) fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Is(id, value) => self.is(id, value),
            Condition::OneOf(id, values) => values.iter().any(|value| self.is(id, value)),
            Condition::Answered(id) => self.answer(id).is_some(),
            Condition::AtLeast(id, low) => self.number(id).is_some_and(|number| *low <= number),
            Condition::AtMost(id, high) => self.number(id).is_some_and(|number| number <= *high),
            Condition::Not(inner) => !self.holds(inner),
            Condition::All(inner) => inner.iter().all(|inner| self.holds(inner)),
            Condition::Any(inner) => inner.iter().any(|inner| self.holds(inner)),
            Condition::AnyIs(ids, value) => ids.iter().any(|id| self.is(id, value)),
            Condition::AllAre(ids, value) => ids.iter().all(|id| self.is(id, value)),
            Condition::InForce(switch) => self.in_force.contains(switch),
        }
    }

    /// The rules that hold, each with the verdict it leads to; the first one decides.
    pub(crate) fn rules(&self) -> Vec<(Id, Id)> {
        let holding = self.draft.rules.iter().filter(|rule| self.holds(&rule.when));
        holding
            .map(|rule| {
                let exception = rule.exception.as_ref();
                let exception = exception.filter(|exception| self.holds(&exception.when));
                let verdict = exception.map_or(&rule.verdict, |exception| &exception.verdict);
                (rule.id.clone(), verdict.clone())
            })
            .collect()
    }
}
