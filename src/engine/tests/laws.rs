//! What holds of every questionnaire and all answers.

use super::{
    completions::completions,
    made::{self, Dice},
    oracle::Completed,
};
use crate::{
    engine::{
        Engine, Evaluation,
        truth::{Reading, Truth},
    },
    model::{Answer, Answers, Id, Questionnaire},
};
use jiff::civil::date;
use proptest::prelude::*;
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

fn numbers() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), 20..160)
}

fn made(numbers: &[u32]) -> (Engine, Answers, Vec<u32>) {
    let mut dice = Dice::of(numbers);
    let questionnaire = made::questionnaire(&mut dice);
    let answers = made::some_answers(&mut dice, &questionnaire);
    let rest = (0..40).map(|_| u32::try_from(dice.below(1 << 30)).unwrap()).collect();
    let in_force: BTreeSet<Id> = questionnaire
        .draft()
        .switches
        .iter()
        .map(|s| s.id.clone())
        .filter(|_| dice.happens(5))
        .collect();
    let engine = Engine::with_switches(Arc::new(questionnaire), &|s| in_force.contains(&s.id));
    (engine, answers, rest)
}

/// The switches that are on.
fn on(engine: &Engine) -> BTreeSet<Id> {
    let switches = engine.evaluate(&Answers::default()).switches;
    switches.into_iter().filter(|(_, on)| *on).map(|(id, _)| id).collect()
}

/// The open questions for which two completions differ in nothing else, and yet in their verdict.
fn mattering(questionnaire: &Questionnaire, answers: &Answers, all: &[Completed<'_>]) -> Vec<Id> {
    let open = questionnaire.questions().map(|(_, question)| &question.id);
    let open = open.filter(|id| answers.get(id).is_none());
    let matters = |id: &&Id| {
        let mut seen: HashMap<String, Option<Id>> = HashMap::new();
        all.iter().any(|completed| {
            let mut others = completed.answers.clone();
            others.put((*id).clone(), None);
            let verdict = completed.verdict();
            let known =
                seen.entry(format!("{others:?}")).or_insert_with(|| verdict.clone()).clone();
            known != verdict
        })
    };
    open.filter(matters).cloned().collect()
}

fn holding(evaluation: &Evaluation) -> Vec<(Id, Id)> {
    let reasons = evaluation.reasons.iter();
    reasons.map(|reason| (reason.rule.clone(), reason.verdict.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn evaluation_is_exact(numbers in numbers()) {
        let (engine, answers, _) = made(&numbers);
        let all = completions(engine.questionnaire(), &on(&engine), &answers);
        prop_assume!(!all.is_empty());
        prop_assert!(engine.is_exact());
        let evaluation = engine.evaluate(&answers);
        let reached: BTreeSet<Option<Id>> = all.iter().map(Completed::verdict).collect();
        let possible: Vec<Id> = reached.iter().flatten().cloned().collect();
        prop_assert_eq!(&evaluation.possible, &possible);
        let settled = reached.len() == 1 && possible.len() == 1;
        prop_assert_eq!(evaluation.is_settled(), settled);
        if settled {
            prop_assert_eq!(evaluation.verdict.as_ref(), possible.first());
        }
        let matters = mattering(engine.questionnaire(), &answers, &all);
        let asked: Vec<Id> =
            matters.iter().filter(|id| evaluation.asked.contains(id)).cloned().collect();
        prop_assert_eq!(&evaluation.open, if asked.is_empty() { &matters } else { &asked });
        prop_assert_eq!(evaluation.open.is_empty(), reached.len() == 1);
    }

    #[test]
    fn the_four_valued_reading_never_contradicts_a_completion(numbers in numbers()) {
        let (engine, answers, _) = made(&numbers);
        let all = completions(engine.questionnaire(), &on(&engine), &answers);
        prop_assume!(!all.is_empty());
        let reading = Reading::of(&engine.program, &answers);
        let whole = engine.questionnaire().questions().all(|(_, q)| answers.get(&q.id).is_some());
        for (rule, ruled) in engine.questionnaire().draft().rules.iter().zip(&engine.program.rules) {
            let found = reading.holds(&ruled.when);
            for completed in &all {
                let holds = completed.holds(&rule.when);
                prop_assert!(found != Truth::Yes || holds, "{:?} fails", rule);
                prop_assert!(found != Truth::No || !holds, "{:?} holds", rule);
                prop_assert!(!whole || found != Truth::Open, "{:?} is open", rule);
            }
        }
        for (place, (_, question)) in engine.questionnaire().questions().enumerate() {
            let found = reading.asked(place);
            for completed in &all {
                let asked = completed.asked.contains(&question.id);
                prop_assert!(found != Truth::Yes || asked);
                prop_assert!(found != Truth::No || !asked);
            }
        }
    }

    #[test]
    fn without_a_diagram_too_much_is_possible_never_too_little(numbers in numbers()) {
        let (mut engine, answers, _) = made(&numbers);
        let exact = engine.evaluate(&answers);
        engine.table = None;
        let rough = engine.evaluate(&answers);
        for verdict in &exact.possible {
            prop_assert!(rough.possible.contains(verdict));
        }
        if rough.is_settled() {
            prop_assert_eq!(&rough.verdict, &exact.verdict);
        }
        for id in &exact.open {
            prop_assert!(rough.open.contains(id) || !rough.asked.contains(id));
        }
    }

    #[test]
    fn a_settled_verdict_stays(numbers in numbers()) {
        let (engine, mut answers, rest) = made(&numbers);
        let mut dice = Dice::of(&rest);
        let mut before = engine.evaluate(&answers);
        for (_, question) in engine.questionnaire().questions() {
            if answers.get(&question.id).is_some() {
                continue;
            }
            let possible = made::possible(question);
            answers.put(question.id.clone(), Some(possible[dice.below(possible.len())].clone()));
            let after = engine.evaluate(&answers);
            if before.is_settled() {
                prop_assert_eq!(&after.verdict, &before.verdict);
            }
            for (rule, _) in holding(&before) {
                let held = holding(&after);
                prop_assert!(held.iter().any(|(other, _)| *other == rule), "{} no longer holds", rule);
            }
            prop_assert!(after.possible.iter().all(|verdict| before.possible.contains(verdict)));
            before = after;
        }
        let completed = Completed::new(engine.questionnaire(), &on(&engine), answers.clone());
        prop_assert_eq!(&before.verdict, &completed.verdict());
        prop_assert_eq!(holding(&before), completed.rules());
        prop_assert!(before.unanswered.is_empty() && before.open.is_empty());
    }

    #[test]
    fn answers_to_questions_that_are_not_asked_never_count(numbers in numbers()) {
        let (engine, answers, _) = made(&numbers);
        let before = engine.evaluate(&answers);
        for id in &before.ignored {
            let question = engine.questionnaire().question(id).unwrap();
            let others = made::possible(question).into_iter().map(Some).chain([None]);
            for other in others.collect::<Vec<Option<Answer>>>() {
                let mut changed = answers.clone();
                changed.put(id.clone(), other);
                let after = engine.evaluate(&changed);
                prop_assert_eq!(&after.possible, &before.possible);
                prop_assert_eq!(&after.verdict, &before.verdict);
                prop_assert_eq!(&after.open, &before.open);
                prop_assert_eq!(&after.reasons, &before.reasons);
                prop_assert_eq!(&after.asked, &before.asked);
            }
        }
    }

    #[test]
    fn a_change_leads_where_it_says(numbers in numbers()) {
        let (engine, answers, _) = made(&numbers);
        let now = engine.evaluate(&answers);
        for change in engine.changes(&answers) {
            let mut other = answers.clone();
            let answer = match change.value.as_str() {
                "not_applicable" => Answer::NotApplicable("daarom".into()),
                value => Answer::one(value),
            };
            other.put(change.question.clone(), Some(answer));
            let then = engine.evaluate(&other);
            prop_assert_eq!(&then.possible, &change.possible);
            prop_assert_ne!(&then.possible, &now.possible);
        }
    }
}

/// `count` questions, and then as many that must each be answered like its twin before them: a table that no order of
/// these variables keeps small.
fn twins(count: usize) -> Questionnaire {
    let ask = |stem: &str| {
        let question = |n| format!("(id: \"{stem}{n}\", label: \"V\", text: \"V?\", kind: YesNo)");
        (0..count).map(question).collect::<Vec<_>>().join(", ")
    };
    let same = |n| {
        let both = |v| format!("All([Is(\"a{n}\", \"{v}\"), Is(\"b{n}\", \"{v}\")])");
        format!("Any([{}, {}])", both("yes"), both("no"))
    };
    let all: Vec<_> = (0..count).map(same).collect();
    let text = format!(
        "(id: \"t\", version: \"1\", title: \"T\", about: Processing, intro: \"\", \
         legal_state: (date: \"2026-11-22\"), \
         sections: [(id: \"s\", title: \"S\", questions: [{}, {}])], \
         rules: [(id: \"r\", when: All([{}]), verdict: \"same\", text: \"R\"), \
                 (id: \"o\", when: All([]), verdict: \"other\", text: \"O\")], \
         verdicts: [(id: \"same\", title: \"S\", sentence: \"S.\", tone: Good), \
                    (id: \"other\", title: \"O\", sentence: \"O.\", tone: Good)])",
        ask("a"),
        ask("b"),
        all.join(", "),
    );
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    Questionnaire::check(options.from_str(&text).unwrap()).unwrap()
}

proptest! {
    #[test]
    fn an_engine_of_a_day_has_the_switches_of_that_day(numbers in numbers(), days in 0_i64..2000) {
        let questionnaire = Arc::new(made::questionnaire(&mut Dice::of(&numbers)));
        let day = date(2024, 1, 1).saturating_add(jiff::Span::new().days(days));
        let engine = Engine::new(questionnaire.clone(), day);
        prop_assert!(engine.serves(day));
        for switch in &questionnaire.draft().switches {
            let on = switch.from.is_some_and(|from| from <= day);
            prop_assert_eq!(engine.evaluate(&Answers::default()).switches[&switch.id], on);
        }
    }
}

#[test]
fn a_table_that_is_too_large_is_still_read() {
    assert!(Engine::new(Arc::new(twins(8)), date(2026, 11, 22)).is_exact());
    let engine = Engine::new(Arc::new(twins(40)), date(2026, 11, 22));
    assert!(!engine.is_exact());
    assert_eq!(engine.lint(&[])[0], crate::engine::Finding::TooLarge);
    let mut answers = Answers::default();
    assert_eq!(engine.evaluate(&answers).possible.len(), 2);
    answers.put("a7".into(), Some(Answer::one(Id::YES)));
    answers.put("b7".into(), Some(Answer::one(Id::NO)));
    let evaluation = engine.evaluate(&answers);
    assert_eq!(evaluation.verdict, Some("other".into()));
    assert!(evaluation.open.is_empty());
}
