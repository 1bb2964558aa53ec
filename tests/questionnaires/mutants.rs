//! Mutants: every shipped table with one thing changed in it. Some golden answers must notice each of them.
//!
//! Changed are: a rule or an exception that is gone, the verdict of a rule or an exception that is the next one, and a
//! threshold that is one more or less. The short form judges by the plain reading of tests. The long form judges by the
//! engine itself: `cargo test --test suite mutants -- --ignored --nocapture`.

use super::{
    difference::ever_differ,
    editions,
    golden::{Case, cases},
    oracle::Completed,
    positions,
};
use std::sync::Arc;
use verantwoord::{
    engine::Engine,
    model::{Condition, Draft, Id, Questionnaire, Switch},
};

/// A table with one thing changed.
pub(super) struct Mutant {
    pub(super) what: String,
    /// The rule that was changed, if it was one.
    rule: Option<Id>,
    pub(super) questionnaire: Questionnaire,
}

#[derive(Default)]
struct Made<'a> {
    draft: Option<&'a Draft>,
    mutants: Vec<Mutant>,
}

impl Made<'_> {
    /// The table with `change` made in it, if that is still a questionnaire, and another one.
    fn add(&mut self, what: String, rule: Option<&Id>, change: impl FnOnce(&mut Draft)) {
        let Some(draft) = self.draft else { return };
        let mut mutant = draft.clone();
        change(&mut mutant);
        if mutant != *draft
            && let Ok(questionnaire) = Questionnaire::check(mutant)
        {
            self.mutants.push(Mutant { what, rule: rule.cloned(), questionnaire });
        }
    }
}

/// Every mutant of `draft`.
pub(super) fn mutants(draft: &Draft) -> Vec<Mutant> {
    let mut made = Made { draft: Some(draft), mutants: Vec::new() };
    let next = |id: &Id| {
        let place = draft.verdicts.iter().position(|verdict| verdict.id == *id).unwrap();
        draft.verdicts[(place + 1) % draft.verdicts.len()].id.clone()
    };
    for (place, rule) in draft.rules.iter().enumerate() {
        let (id, name) = (Some(&rule.id), format!("rule {}", rule.id));
        made.add(format!("{name} is gone"), id, |mutant| drop(mutant.rules.remove(place)));
        made.add(format!("{name} has the next verdict"), id, |mutant| {
            mutant.rules[place].verdict = next(&rule.verdict);
        });
        if let Some(exception) = &rule.exception {
            made.add(format!("the exception of {name} is gone"), id, |mutant| {
                mutant.rules[place].exception = None;
            });
            made.add(format!("the exception of {name} has the next verdict"), id, |mutant| {
                let own = mutant.rules[place].exception.as_mut().unwrap();
                own.verdict = next(&exception.verdict);
            });
        }
    }
    let mut whole = draft.clone();
    for (place, (name, condition)) in conditions(&mut whole).into_iter().enumerate() {
        for (what, variant) in variants(condition) {
            made.add(format!("{name}: {what}"), None, |mutant| {
                *conditions(mutant).swap_remove(place).1 = variant;
            });
        }
    }
    made.mutants
}

/// Every condition of `draft`, with a name for what has it.
pub(super) fn conditions(draft: &mut Draft) -> Vec<(String, &mut Condition)> {
    let mut all = Vec::new();
    for section in &mut draft.sections {
        all.extend(section.when.iter_mut().map(|when| (format!("section {}", section.id), when)));
        for question in &mut section.questions {
            let when = question.when.iter_mut();
            all.extend(when.map(|when| (format!("question {}", question.id), when)));
        }
    }
    for definition in &mut draft.definitions {
        all.push((format!("definition {}, yes", definition.id), &mut definition.yes));
        all.push((format!("definition {}, no", definition.id), &mut definition.no));
    }
    for rule in &mut draft.rules {
        all.push((format!("rule {}", rule.id), &mut rule.when));
        let exception = rule.exception.iter_mut();
        all.extend(exception.map(|own| (format!("exception of {}", rule.id), &mut own.when)));
    }
    for action in &mut draft.actions {
        all.extend(action.when.iter_mut().map(|when| (format!("action {}", action.id), when)));
    }
    all
}

/// `condition` with one thing in it changed, in every way.
fn variants(condition: &Condition) -> Vec<(String, Condition)> {
    let shifted = |limit: &i64| [limit - 1, limit + 1];
    match condition {
        Condition::AtLeast(id, was) => shifted(was)
            .map(|now| {
                let what = format!("{id} at least {now}, not {was}");
                (what, Condition::AtLeast(id.clone(), now))
            })
            .to_vec(),
        Condition::AtMost(id, was) => shifted(was)
            .map(|now| {
                let what = format!("{id} at most {now}, not {was}");
                (what, Condition::AtMost(id.clone(), now))
            })
            .to_vec(),
        Condition::Not(inner) => {
            let inner = variants(inner).into_iter();
            inner.map(|(what, inner)| (what, Condition::Not(Box::new(inner)))).collect()
        }
        Condition::All(parts) => in_parts(parts, Condition::All),
        Condition::Any(parts) => in_parts(parts, Condition::Any),
        _ => Vec::new(),
    }
}

fn in_parts(
    parts: &[Condition],
    join: fn(Vec<Condition>) -> Condition,
) -> Vec<(String, Condition)> {
    let mut found = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        for (what, variant) in variants(part) {
            let mut parts = parts.to_vec();
            parts[place] = variant;
            found.push((what, join(parts)));
        }
    }
    found
}

/// Whether the outcome of `case` is another one under `mutant`, by the plain reading.
pub(super) fn plainly_noticed(mutant: &Questionnaire, case: &Case) -> bool {
    let completed = Completed::new(mutant, &case.expected.in_force, case.answers.clone());
    let decides = completed.rules().into_iter().next();
    let expected = &case.expected;
    let due = |verdict: &Id| -> Vec<Id> {
        let actions = mutant.draft().actions.iter().filter(|action| {
            (action.verdicts.is_empty() || action.verdicts.contains(verdict))
                && action.when.as_ref().is_none_or(|when| completed.holds(when))
        });
        actions.map(|action| action.id.clone()).collect()
    };
    let asked = mutant.questions().any(|(_, question)| {
        let (asked, given) =
            (completed.asked.contains(&question.id), case.answers.get(&question.id).is_some());
        given && !asked || asked && !given && question.required
    });
    asked
        || decides != Some((expected.deciding_rule.clone(), expected.verdict.clone()))
        || expected.actions.as_ref().is_some_and(|actions| *actions != due(&expected.verdict))
}

/// Whether the outcome of `case` is another one by the engine itself.
fn noticed(engine: &Engine, case: &Case) -> bool {
    let (evaluation, expected) = (engine.evaluate(&case.answers), &case.expected);
    let unanswered = evaluation
        .unanswered
        .iter()
        .any(|id| engine.questionnaire().question(id).is_some_and(|question| question.required));
    let due = evaluation.actions.iter().map(|action| action.id.clone());
    unanswered
        || !evaluation.ignored.is_empty()
        || evaluation.verdict.as_ref() != Some(&expected.verdict)
        || evaluation.reasons.first().map(|reason| &reason.rule) != Some(&expected.deciding_rule)
        || expected.actions.as_ref().is_some_and(|actions| *actions != due.collect::<Vec<_>>())
}

/// The mutants that decide as the table itself does, for all answers: an earlier row, or another part of the same
/// condition, has taken what the threshold could let in. The long form proves it of each.
const EQUAL: &[&str] = &[
    "pre-dpia: definition two_decides, no: met at most 0, not 1",
    "pre-dpia: definition two_decides, no: met at most 2, not 1",
    "pre-dpia: rule one_and_unknown: met at most 2, not 1",
    "pre-dpia: rule several_unknown: met at most 1, not 0",
    "pre-dpia: rule one_criterion: met at most 2, not 1",
    "pre-dpia: rule one_criterion: unclear at most 1, not 0",
    "pre-dpia: rule one_unknown: met at most 1, not 0",
    "pre-dpia: rule one_unknown: unclear at most 2, not 1",
    "pre-dpia: rule none: met at most 1, not 0",
    "pre-dpia: rule none: unclear at most 1, not 0",
    "gerechtvaardigd-belang: definition gate_weight, yes: heavy_flags at most 1, not 0",
    "gerechtvaardigd-belang: definition gate_weight, yes: mitigations at least 0, not 1",
    "gerechtvaardigd-belang: definition gate_weight, yes: heavy_flags at most 3, not 2",
    "gerechtvaardigd-belang: definition gate_weight, yes: mitigations at least 1, not 2",
    "gerechtvaardigd-belang: rule one_heavy_flag_no_measures: heavy_flags at most 2, not 1",
    "registerplicht: rule none: staff at most 250, not 249",
    "stappenplan-publieksdata: rule all_done: done_steps at least 11, not 12",
    "stappenplan-klantgegevens: rule all_done: done_steps at least 9, not 10",
    "stappenplan-ondernemer: rule all_done: done_steps at least 6, not 7",
    "privacybeleid: rule all_done: done_steps at least 7, not 8",
];

/// What becomes of the mutants of every shipped questionnaire.
#[derive(Default)]
struct Tried {
    noticed: usize,
    alive: Vec<String>,
}

fn tried(mut noticed: impl FnMut(&Mutant, &[&Case]) -> bool) -> Tried {
    let mut tried = Tried::default();
    for edition in editions() {
        let cases = cases(&edition);
        for mutant in mutants(edition.questionnaire.draft()) {
            let mut ordered: Vec<&Case> = cases.iter().collect();
            // Most are noticed where the changed rule decides.
            ordered.sort_by_key(|case| Some(&case.expected.deciding_rule) != mutant.rule.as_ref());
            if noticed(&mutant, &ordered) {
                tried.noticed += 1;
            } else {
                tried.alive.push(format!("{}: {}", edition.pinned.id, mutant.what));
            }
        }
    }
    tried
}

#[test]
fn golden_answers_notice_every_mutant() {
    let Tried { noticed, alive } = tried(|mutant, cases| {
        cases.iter().any(|case| plainly_noticed(&mutant.questionnaire, case))
    });
    assert_eq!(alive, EQUAL, "a golden case must be added, or the list of equal mutants changed");
    assert!(noticed > 800, "{noticed} mutants");
}

#[test]
#[ignore = "takes minutes"]
#[expect(clippy::print_stdout, reason = "the numbers are there to be read")]
fn golden_answers_notice_every_mutant_by_the_engine() {
    let mut equal = 0;
    let Tried { noticed, alive } = tried(|mutant, cases| {
        let questionnaire = Arc::new(mutant.questionnaire.clone());
        positions(&questionnaire).iter().any(|on| {
            let stands = |switch: &Switch| on.contains(&switch.id);
            let engine = Engine::with_switches(Arc::clone(&questionnaire), &stands);
            let own = cases.iter().filter(|case| case.expected.in_force == *on);
            own.into_iter().any(|case| self::noticed(&engine, case))
        })
    });
    assert_eq!(alive, EQUAL);
    for edition in editions() {
        let draft = edition.questionnaire.draft();
        for mutant in mutants(draft) {
            if EQUAL.contains(&format!("{}: {}", draft.id, mutant.what).as_str()) {
                assert!(draft.sections == mutant.questionnaire.draft().sections, "{}", mutant.what);
                assert!(!ever_differ(draft, mutant.questionnaire.draft()), "{}", mutant.what);
                equal += 1;
            }
        }
    }
    // What proves two tables equal must also find two tables that are not.
    for edition in editions() {
        let draft = edition.questionnaire.draft();
        for mutant in mutants(draft).iter().filter(|mutant| mutant.rule.is_some()).take(2) {
            assert!(ever_differ(draft, mutant.questionnaire.draft()), "{}", mutant.what);
        }
    }
    println!("{noticed} mutants noticed, {equal} proved equal");
    assert_eq!(equal, EQUAL.len());
}
