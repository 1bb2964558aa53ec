//! Mutants: every shipped table with one thing changed in it. Some golden answers must notice each of them.
//!
//! Changed are: a rule or an exception that is gone, the verdict of a rule or an exception that is the next one, and a
//! threshold that is one more or less. The short form judges by the plain reading of tests. The long form judges by the
//! engine itself, and leaves out each part of a condition and each thing that is counted too:
//! `cargo test --test suite mutants -- --ignored --nocapture`.

use super::{
    difference::{differ, example, joined},
    editions,
    golden::{Case, cases},
    oracle::Completed,
};
use std::sync::Arc;
use verantwoord::{
    engine::Engine,
    model::{Answers, Condition, Draft, Id, Questionnaire},
};

/// A table with one thing changed.
struct Mutant {
    what: String,
    /// The rule that was changed, if it was one.
    rule: Option<Id>,
    questionnaire: Questionnaire,
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

/// Every mutant of `draft`; with `more`, those that leave out a part too.
fn mutants(draft: &Draft, more: bool) -> Vec<Mutant> {
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
        for (what, variant) in variants(condition, more) {
            made.add(format!("{name}: {what}"), None, |mutant| {
                *conditions(mutant).swap_remove(place).1 = variant;
            });
        }
    }
    for (place, count) in draft.counts.iter().enumerate().filter(|_| more) {
        for (item, id) in count.of.iter().enumerate() {
            made.add(format!("count {} without {id}", count.id), None, |mutant| {
                mutant.counts[place].of.remove(item);
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
fn variants(condition: &Condition, more: bool) -> Vec<(String, Condition)> {
    let shifted = |limit: &i64| [limit - 1, limit + 1];
    let told = |what: &str, id: &Id, limit: i64| format!("{what} {limit} of {id}");
    match condition {
        Condition::AtLeast(id, limit) => shifted(limit)
            .map(|limit| (told("at least", id, limit), Condition::AtLeast(id.clone(), limit)))
            .to_vec(),
        Condition::AtMost(id, limit) => shifted(limit)
            .map(|limit| (told("at most", id, limit), Condition::AtMost(id.clone(), limit)))
            .to_vec(),
        Condition::Not(inner) => {
            let inner = variants(inner, more).into_iter();
            inner.map(|(what, inner)| (what, Condition::Not(Box::new(inner)))).collect()
        }
        Condition::All(parts) => in_parts(parts, more, Condition::All),
        Condition::Any(parts) => in_parts(parts, more, Condition::Any),
        Condition::AnyIs(ids, value) if more => {
            without(ids, |ids| Condition::AnyIs(ids, value.clone()))
        }
        Condition::AllAre(ids, value) if more => {
            without(ids, |ids| Condition::AllAre(ids, value.clone()))
        }
        Condition::OneOf(id, values) if more => {
            without(values, |values| Condition::OneOf(id.clone(), values))
        }
        _ => Vec::new(),
    }
}

fn in_parts(
    parts: &[Condition],
    more: bool,
    join: fn(Vec<Condition>) -> Condition,
) -> Vec<(String, Condition)> {
    let mut found = if more { without(parts, join) } else { Vec::new() };
    for (place, part) in parts.iter().enumerate() {
        for (what, variant) in variants(part, more) {
            let mut parts = parts.to_vec();
            parts[place] = variant;
            found.push((what, join(parts)));
        }
    }
    found
}

/// A list with each of its items left out, as long as something stays.
fn without<T: Clone + std::fmt::Debug>(
    items: &[T],
    join: impl Fn(Vec<T>) -> Condition,
) -> Vec<(String, Condition)> {
    let places = if items.len() > 1 { 0..items.len() } else { 0..0 };
    places
        .map(|place| {
            let mut items = items.to_vec();
            let item = items.remove(place);
            (format!("without {item:?}"), join(items))
        })
        .collect()
}

/// Whether the outcome of `case` is another one under `mutant`, by the plain reading.
fn plainly_noticed(mutant: &Questionnaire, case: &Case) -> bool {
    let completed = Completed::new(mutant, case.answers.clone());
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

/// What becomes of the mutants of every shipped questionnaire.
#[derive(Default)]
struct Tried {
    noticed: usize,
    /// Those that are proved to decide as the table itself does, for all answers.
    equal: Vec<String>,
    alive: Vec<String>,
}

fn tried(more: bool, mut noticed: impl FnMut(&Mutant, &[&Case]) -> bool) -> Tried {
    let mut tried = Tried::default();
    for edition in editions() {
        let draft = edition.questionnaire.draft();
        let cases = cases(&edition);
        for mutant in mutants(draft, more) {
            let mut ordered: Vec<&Case> = cases.iter().collect();
            // Most are noticed where the changed rule decides.
            ordered.sort_by_key(|case| Some(&case.expected.deciding_rule) != mutant.rule.as_ref());
            let told = format!("{}: {}", edition.pinned.id, mutant.what);
            if noticed(&mutant, &ordered) {
                tried.noticed += 1;
                continue;
            }
            let both = same_questions(draft, mutant.questionnaire.draft())
                .then(|| joined(draft, mutant.questionnaire.draft()));
            if both.as_ref().is_some_and(|both| !differ(both, &Answers::default())) {
                tried.equal.push(told);
            } else {
                suggest(&told, &mutant, both.as_ref(), &cases);
                tried.alive.push(told);
            }
        }
    }
    tried
}

fn same_questions(one: &Draft, other: &Draft) -> bool {
    one.sections == other.sections
}

/// Prints answers that would notice `mutant`: the most like a golden file that there already is.
#[expect(clippy::print_stdout, reason = "the author of the golden files reads it")]
fn suggest(told: &str, mutant: &Mutant, both: Option<&Engine>, cases: &[Case]) {
    let Some(both) = both else { return };
    let changes = |answers: &Answers, base: &Answers| {
        let changed = answers.iter().filter(|(id, answer)| base.get(id) != Some(answer)).count();
        changed + base.iter().filter(|(id, _)| answers.get(id).is_none()).count()
    };
    let found = cases.iter().filter_map(|case| {
        let answers = example(both, &case.answers)?;
        Some((changes(&answers, &case.answers), &case.name, answers))
    });
    let Some((changes, name, answers)) = found.min_by_key(|(changes, ..)| *changes) else { return };
    let json = serde_json::json!({
        "mutant": told, "questionnaire": mutant.questionnaire.id(), "like": name, "changes": changes, "answers": answers,
    });
    println!("SUGGESTED {json}");
}

#[test]
fn golden_answers_notice_every_mutant() {
    let Tried { noticed, equal, alive } = tried(false, |mutant, cases| {
        cases.iter().any(|case| plainly_noticed(&mutant.questionnaire, case))
    });
    assert!(
        alive.is_empty(),
        "{} live, {noticed} do not, {equal:#?} are equal: {alive:#?}",
        alive.len()
    );
    assert!(noticed > 800, "{noticed} mutants");
}

#[test]
#[ignore = "takes minutes"]
#[expect(clippy::print_stdout, reason = "the numbers are there to be read")]
fn golden_answers_notice_every_part_left_out() {
    let Tried { noticed, equal, alive } = tried(true, |mutant, cases| {
        let engine = Engine::new(Arc::new(mutant.questionnaire.clone()));
        cases.iter().any(|case| self::noticed(&engine, case))
    });
    println!("{noticed} noticed, {} equal: {equal:#?}, {} alive", equal.len(), alive.len());
    assert!(alive.is_empty(), "{} live: {alive:#?}", alive.len());
}
