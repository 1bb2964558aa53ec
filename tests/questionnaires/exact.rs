//! Exactness on the tables that ship: some answers, every way to answer the rest, and the same verdicts as the engine says
//! are possible; no more and no fewer. `PROPTEST_CASES=500 cargo test --test suite exact` tries more of them.

use super::{editions, engine, golden::cases, oracle::Completed, positions, said::possible};
use proptest::{
    prelude::*,
    test_runner::{RngSeed, TestRunner},
};
use std::{cell::Cell, collections::BTreeSet};
use verantwoord::{
    engine::Engine,
    model::{Answers, Id},
};

/// More ways to answer the rest than this are not tried.
const MOST: usize = 120;

/// Of every questionnaire; `PROPTEST_CASES` says otherwise.
const CASES: u32 = 8;

/// The numbers that decide what is changed and left open; zeros once they are used up.
struct Dice<'a>(std::slice::Iter<'a, u32>);

impl Dice<'_> {
    fn below(&mut self, most: usize) -> usize {
        self.0.next().map_or(0, |number| *number as usize) % most.max(1)
    }
}

/// A golden case with some answers changed and some left out; of those left out, as many as can be tried one by one.
/// Handed back are the answers, and every way to complete them.
fn partly(engine: &Engine, base: &Answers, dice: &mut Dice<'_>) -> (Answers, Vec<Answers>) {
    let questionnaire = engine.questionnaire();
    let draft = questionnaire.draft();
    // A completion answers each question, so that what is asked only after another answer is answered too.
    let mut answers: Answers = questionnaire
        .questions()
        .map(|(_, question)| {
            let said = possible(draft, question);
            let thrown = said[dice.below(said.len())].clone();
            (question.id.clone(), base.get(&question.id).cloned().unwrap_or(thrown))
        })
        .collect();
    let all: Vec<Id> = questionnaire.questions().map(|(_, question)| question.id.clone()).collect();
    for _ in 0..dice.below(4) {
        let id = &all[dice.below(all.len())];
        let said = possible(draft, questionnaire.question(id).unwrap());
        answers.put(id.clone(), Some(said[dice.below(said.len())].clone()));
    }
    // What the verdict rests on is left open first, and then whatever comes.
    let reasons = engine.evaluate(&answers).reasons;
    let resting: Vec<Id> =
        reasons.into_iter().take(2).flat_map(|reason| reason.questions).collect();
    let near = !resting.is_empty() && dice.below(2) == 0;
    let mut ways = vec![Answers::default()];
    for turn in 0..8 {
        let from = if near && turn < 4 { &resting } else { &all };
        let id = &from[dice.below(from.len())];
        let said = possible(draft, questionnaire.question(id).unwrap());
        if answers.get(id).is_none() || ways.len() * said.len() > MOST {
            continue;
        }
        answers.put(id.clone(), None);
        ways = ways
            .iter()
            .flat_map(|way| {
                said.iter().map(|answer| {
                    let mut way = way.clone();
                    way.put(id.clone(), Some(answer.clone()));
                    way
                })
            })
            .collect();
    }
    let whole = ways.into_iter().map(|way| {
        let both = answers.iter().chain(way.iter());
        both.map(|(id, answer)| (id.clone(), answer.clone())).collect()
    });
    let whole = whole.collect();
    (answers, whole)
}

fn runner(cases: u32) -> TestRunner {
    let own = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let asked_for = std::env::var_os("PROPTEST_CASES").is_some();
    let cases = if asked_for { own.cases } else { cases };
    TestRunner::new(ProptestConfig { cases, rng_seed: RngSeed::Fixed(20_261_122), ..own })
}

#[test]
fn what_is_possible_is_what_the_completions_reach() {
    let (several, settled) = (Cell::new(0_u32), Cell::new(0_u32));
    for edition in editions() {
        let golden = cases(&edition);
        let positions = positions(&edition.questionnaire);
        let engines: Vec<Engine> = positions.iter().map(|on| engine(&edition, on)).collect();
        let numbers = prop::collection::vec(any::<u32>(), 200);
        let outcome = runner(CASES).run(&numbers, |numbers| {
            let mut dice = Dice(numbers.iter());
            let position = dice.below(positions.len());
            let (on, engine) = (&positions[position], &engines[position]);
            let base = &golden[dice.below(golden.len())];
            let (answers, ways) = partly(engine, &base.answers, &mut dice);
            let questionnaire = engine.questionnaire();
            let reached: BTreeSet<Option<Id>> = ways
                .into_iter()
                .map(|way| {
                    let completed = Completed::new(questionnaire, on, way);
                    completed.rules().into_iter().next().map(|(_, verdict)| verdict)
                })
                .collect();
            let evaluation = engine.evaluate(&answers);
            let found: BTreeSet<Option<Id>> =
                evaluation.possible.iter().cloned().map(Some).collect();
            prop_assert_eq!(&found, &reached, "{}: {:?}", base.name, answers);
            prop_assert_eq!(evaluation.is_settled(), reached.len() == 1);
            prop_assert_eq!(evaluation.open.is_empty(), reached.len() == 1);
            let tally = if reached.len() == 1 { &settled } else { &several };
            tally.set(tally.get() + 1);
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{}: {error}", edition.pinned.id));
    }
    let (several, settled) = (several.get(), settled.get());
    assert!(several > 30 && settled > 20, "{several} with several verdicts, {settled} with one");
}
