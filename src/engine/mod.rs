//! What the answers amount to: which questions are asked, what still matters, the verdict and why. Pure and total.
//!
//! Two readings of one questionnaire work together. The *four-valued* reading (`truth`) says of each condition that it
//! holds, does not hold, or is undetermined, and of each definition yes, no, unknown or open; it finds the questions that
//! are asked and the reasons. The *exact* reading (`diagram`) is the decision table as a multi-valued decision diagram: from
//! it come the verdicts that some completion of the answers reaches, and the open questions that still matter. A
//! *completion* answers every question that is asked, and leaves given answers as they are. An open question *matters*
//! when two completions that differ in nothing else have different verdicts.
//!
//! An engine reads a questionnaire as of a day: a [`Switch`] that is not in force then is off, whatever day it is now.
//!
//! The same diagram tells an author what is wrong with a table ([`Engine::lint`]), in every position of its switches: dead rules, verdicts out of reach, answers
//! without a verdict, risks that make the verdict milder.

mod aside;
mod build;
mod change;
mod decide;
mod diagram;
mod difference;
mod evaluation;
mod explain;
mod lint;
mod naming;
mod program;
#[cfg(test)]
mod tests;
mod truth;

pub use aside::{Aside, Heeded};
pub use change::Change;
pub use difference::{Aspect, Carried, Difference, Parts, Trait};
pub use evaluation::{DueAction, Evaluation, Reason};
pub use lint::{Example, Field, Finding, LONGEST_LABEL, LONGEST_SENTENCE, Reading, Unmet};

use crate::model::{Answers, Questionnaire, Switch};
use decide::Table;
use jiff::civil::Date;
use program::{Program, Switches};
use std::sync::Arc;

/// A questionnaire made ready for evaluating as of a day.
#[derive(Debug)]
pub struct Engine {
    questionnaire: Arc<Questionnaire>,
    program: Program,
    table: Option<Table>,
}

impl Engine {
    /// Makes `questionnaire` ready, with the law as it is on `day`: an open assessment is evaluated as of today, and a
    /// record as of the day it was made, for ever.
    pub fn new(questionnaire: Arc<Questionnaire>, day: Date) -> Self {
        Self::with_switches(questionnaire, &|switch| switch.is_in_force(day))
    }

    /// Makes `questionnaire` ready, with those of its switches on that are `in_force`.
    pub fn with_switches(
        questionnaire: Arc<Questionnaire>,
        in_force: &dyn Fn(&Switch) -> bool,
    ) -> Self {
        let switches = questionnaire.draft().switches.iter().map(in_force).collect();
        let program = Program::of(&questionnaire, Switches::Set(switches));
        let table = Table::of(&program);
        Self { questionnaire, program, table }
    }

    /// The questionnaire.
    pub fn questionnaire(&self) -> &Arc<Questionnaire> {
        &self.questionnaire
    }

    /// Whether every switch stands as it does on `day`, so that this engine will do for that day too.
    pub fn serves(&self, day: Date) -> bool {
        let switches = self.questionnaire.draft().switches.iter().enumerate();
        let stands = |place| self.program.switches.in_force(place);
        switches.into_iter().all(|(place, s)| stands(place) == Some(s.is_in_force(day)))
    }

    /// Whether verdicts are exact. A table too large for a diagram is read four-valued only: then more verdicts may be
    /// told as possible than can be reached, never fewer.
    pub fn is_exact(&self) -> bool {
        self.table.is_some()
    }

    /// How many nodes the diagram of the decision table has; none where there is no diagram.
    pub fn size(&self) -> Option<usize> {
        self.table.as_ref().map(Table::size)
    }

    /// What `answers` amount to.
    pub fn evaluate(&self, answers: &Answers) -> Evaluation {
        evaluation::evaluate(self, answers)
    }

    /// Which single other answer would lead, or could lead, to another verdict.
    pub fn changes(&self, answers: &Answers) -> Vec<Change> {
        change::changes(self, answers)
    }
}
