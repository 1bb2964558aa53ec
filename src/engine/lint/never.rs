//! Comparisons with what never comes about: a value that a definition never has, a number that is out of reach.
//!
//! A choice of a question is in reach whenever the question is asked, so those are told by the question that never is.

use super::{Finding, Unmet};
use crate::{
    engine::{
        build::Builder,
        diagram::{FALSE, TooLarge},
        program::{Expr, Name, Program},
    },
    model::{Id, Part, Questionnaire},
};

/// What the conditions compare with in vain; `builder` has built the table of `program`.
pub(super) fn findings(
    questionnaire: &Questionnaire,
    program: &Program,
    builder: &mut Builder<'_>,
) -> Result<Vec<Finding>, TooLarge> {
    let mut never = Never { questionnaire, program, builder, found: Vec::new() };
    for (part, at, expr) in conditions(questionnaire, program) {
        never.add(part, at, expr)?;
    }
    Ok(never.found)
}

/// Every condition, with the thing that has it.
fn conditions<'a>(
    questionnaire: &'a Questionnaire,
    program: &'a Program,
) -> Vec<(Part, &'a Id, &'a Expr)> {
    let draft = questionnaire.draft();
    let mut all = Vec::new();
    for ((section, question), asked) in questionnaire.questions().zip(&program.questions) {
        let Expr::All(both) = &asked.when else { continue };
        let (own, shared) = (question.when.iter(), section.when.iter());
        let owners = shared.map(|_| (Part::Section, &section.id));
        let owners = owners.chain(own.map(|_| (Part::Question, &question.id)));
        all.extend(owners.zip(both).map(|((part, id), when)| (part, id, when)));
    }
    for (definition, defined) in draft.definitions.iter().zip(&program.definitions) {
        let both = [&defined.yes, &defined.no];
        all.extend(both.map(|expr| (Part::Definition, &definition.id, expr)));
    }
    for (rule, ruled) in draft.rules.iter().zip(&program.rules) {
        let exception = ruled.exception.iter().map(|(when, _)| when);
        let both = std::iter::once(&ruled.when).chain(exception);
        all.extend(both.map(|expr| (Part::Rule, &rule.id, expr)));
    }
    let actions = draft.actions.iter().zip(&program.actions);
    all.extend(actions.map(|(action, expr)| (Part::Action, &action.id, expr)));
    all
}

struct Never<'a, 'b, 'p> {
    questionnaire: &'a Questionnaire,
    program: &'a Program,
    builder: &'b mut Builder<'p>,
    found: Vec<Finding>,
}

impl Never<'_, '_, '_> {
    fn add(&mut self, part: Part, at: &Id, expr: &Expr) -> Result<(), TooLarge> {
        match expr {
            Expr::Not(inner) => self.add(part, at, inner)?,
            Expr::All(inner) | Expr::Any(inner) => {
                for inner in inner {
                    self.add(part, at, inner)?;
                }
            }
            Expr::Is(name @ Name::Definition(_), codes) => {
                for code in codes {
                    if self.builder.expr(&Expr::Is(*name, vec![*code]))? == FALSE {
                        let value = [Id::YES, Id::NO, Id::UNKNOWN].get(usize::from(*code));
                        let value = value.copied().unwrap_or_default();
                        self.tell((part, at), *name, Unmet::Value(Id::from(value)));
                    }
                }
            }
            Expr::Between(name, low, high) if self.builder.expr(expr)? == FALSE => {
                let what =
                    if *low > i64::MIN { Unmet::AtLeast(*low) } else { Unmet::AtMost(*high) };
                if !matches!(name, Name::Question(place) if self.builder.asked(*place) == FALSE) {
                    self.tell((part, at), *name, what);
                }
            }
            Expr::Is(..) | Expr::Between(..) | Expr::Answered(_) | Expr::InForce(_) => {}
        }
        Ok(())
    }

    fn tell(&mut self, (part, at): (Part, &Id), name: Name, what: Unmet) {
        let draft = self.questionnaire.draft();
        let name = match name {
            Name::Question(place) => self.program.questions.get(place).map(|q| &q.id),
            Name::Definition(place) => draft.definitions.get(place).map(|d| &d.id),
            Name::Count(place) => draft.counts.get(place).map(|count| &count.id),
        };
        let Some(name) = name.cloned() else { return };
        let finding = Finding::Never { at: at.clone(), part, name, what };
        if !self.found.contains(&finding) {
            self.found.push(finding);
        }
    }
}
