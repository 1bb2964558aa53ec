//! The linter against brute force: what it says of a table is so, and what it does not say is not so.

use super::{
    completions::{completions, positions},
    made::{self, Dice},
    oracle::Completed,
};
use crate::{
    engine::{Engine, Finding},
    model::{Answer, Answers, Id, Kind, Questionnaire, Switch},
};
use jiff::civil::date;
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// The findings about the table, but for the examples in them.
fn found(engine: &Engine) -> BTreeSet<String> {
    let findings = engine.lint(&[]).into_iter();
    findings
        .filter_map(|finding| match finding {
            Finding::Gap(_) => Some("gap".to_owned()),
            Finding::Impossible(id) => Some(format!("{id} is impossible")),
            Finding::Hidden { rule, .. } => Some(format!("{rule} is hidden")),
            Finding::IdleException(id) => Some(format!("{id} has an idle exception")),
            Finding::ConstantException(id) => Some(format!("{id} has a constant exception")),
            Finding::Unreachable(id) => Some(format!("{id} is unreachable")),
            Finding::NeverAsked(id) => Some(format!("{id} is never asked")),
            Finding::Milder { risk, instead, .. } => Some(format!("{risk} milder than {instead}")),
            _ => None,
        })
        .collect()
}

fn expected(questionnaire: &Questionnaire, all: &[Completed<'_>]) -> BTreeSet<String> {
    let draft = questionnaire.draft();
    let mut expected = BTreeSet::new();
    let mut add = |holds: bool, what: String| {
        if holds {
            expected.insert(what);
        }
    };
    add(all.iter().any(|completed| completed.verdict().is_none()), "gap".to_owned());
    for rule in &draft.rules {
        let id = &rule.id;
        let holds = all.iter().any(|completed| completed.holds(&rule.when));
        let first = |completed: &&Completed<'_>| {
            completed.rules().first().is_some_and(|(first, _)| first == id)
        };
        let deciding: Vec<_> = all.iter().filter(first).collect();
        add(!holds, format!("{id} is impossible"));
        add(holds && deciding.is_empty(), format!("{id} is hidden"));
        if let (Some(exception), false) = (&rule.exception, deciding.is_empty()) {
            let excepted = deciding.iter().filter(|c| c.holds(&exception.when)).count();
            add(excepted == 0, format!("{id} has an idle exception"));
            add(excepted == deciding.len(), format!("{id} has a constant exception"));
        }
    }
    for verdict in &draft.verdicts {
        let reached = all.iter().any(|completed| completed.verdict().as_ref() == Some(&verdict.id));
        add(!reached, format!("{} is unreachable", verdict.id));
    }
    for (_, question) in questionnaire.questions() {
        let asked = all.iter().any(|completed| completed.asked.contains(&question.id));
        add(!asked, format!("{} is never asked", question.id));
    }
    for risk in &draft.risks {
        for instead in made::possible(questionnaire.question(risk).unwrap()) {
            if !instead.is(Id::YES) && !instead.is(Id::UNKNOWN) {
                let name = match &instead {
                    Answer::One(value) => value.as_str(),
                    _ => "not_applicable",
                };
                add(
                    all.iter().any(|completed| milder(questionnaire, completed, risk, &instead)),
                    format!("{risk} milder than {name}"),
                );
            }
        }
    }
    expected
}

/// Whether "ja" in the place of `instead` makes the verdict milder.
fn milder(
    questionnaire: &Questionnaire,
    completed: &Completed<'_>,
    risk: &Id,
    instead: &Answer,
) -> bool {
    if completed.answers.get(risk) != Some(instead) {
        return false;
    }
    let mut answers = completed.answers.clone();
    answers.put(risk.clone(), Some(Answer::one(Id::YES)));
    let place = |verdict: Option<Id>| {
        questionnaire.draft().verdicts.iter().position(|other| Some(&other.id) == verdict.as_ref())
    };
    let before = place(completed.verdict());
    let after = place(Completed::new(questionnaire, &completed.in_force, answers).verdict());
    before.zip(after).is_some_and(|(before, after)| after > before)
}

/// Answers of an example that bring a questionnaire to the verdict, the rest left open.
fn answers(questionnaire: &Questionnaire, example: &[(Id, Id)]) -> Answers {
    let mut answers = Answers::default();
    for (id, value) in example {
        // The rest are switches.
        let Some(question) = questionnaire.question(id) else { continue };
        let answer = match &question.kind {
            Kind::Number { .. } => Answer::Number(value.as_str().parse().unwrap()),
            _ => Answer::one(value.as_str()),
        };
        answers.put(id.clone(), Some(answer));
    }
    answers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn the_linter_says_what_brute_force_finds(
        numbers in prop::collection::vec(any::<u32>(), 20..160),
    ) {
        let questionnaire = made::questionnaire(&mut Dice::of(&numbers));
        let engine = Engine::new(Arc::new(questionnaire), date(2026, 11, 22));
        let all = {
            let questionnaire = engine.questionnaire();
            let positions = positions(questionnaire).into_iter();
            let ways = positions.map(|on| completions(questionnaire, &on, &Answers::default()));
            ways.flatten().collect::<Vec<_>>()
        };
        prop_assume!(!all.is_empty());
        prop_assert_eq!(found(&engine), expected(engine.questionnaire(), &all));
    }

    #[test]
    fn an_example_of_a_milder_verdict_is_one(
        numbers in prop::collection::vec(any::<u32>(), 20..160),
    ) {
        let questionnaire = Arc::new(made::questionnaire(&mut Dice::of(&numbers)));
        // Not applicable, and several choices at once, have no short form in an example.
        let plain = questionnaire.questions().all(|(_, question)| {
            !question.not_applicable && !matches!(question.kind, Kind::Several(_))
        });
        if !plain {
            return Ok(());
        }
        let engine = Engine::new(questionnaire.clone(), date(2026, 11, 22));
        for finding in engine.lint(&[]) {
            if let Finding::Milder { risk, instead, verdicts, example } = finding {
                let mut answers = answers(&questionnaire, &example);
                let on = Id::from("in_force");
                let on = |switch: &Switch| example.contains(&(switch.id.clone(), on.clone()));
                let engine = Engine::with_switches(questionnaire.clone(), &on);
                for (value, verdict) in [(instead.as_str(), verdicts.0), (Id::YES, verdicts.1)] {
                    answers.put(risk.clone(), Some(Answer::one(value)));
                    let possible = engine.evaluate(&answers).possible;
                    prop_assert_eq!(possible, vec![verdict]);
                }
            }
        }
    }
}
