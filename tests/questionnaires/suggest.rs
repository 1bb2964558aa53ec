//! For the author of golden answers: answers that notice a mutant which none notices yet, as JSON, a line each:
//! `cargo test --test suite suggest -- --ignored --nocapture`.

use super::{
    editions,
    golden::{Case, cases},
    mutants::{mutants, plainly_noticed},
    oracle::Completed,
    said::possible,
};
use std::collections::BTreeSet;
use verantwoord::model::{Answer, Answers, Draft, Id, Questionnaire};

/// Changes to try, one after another, before giving up.
const TRIES: u64 = 6_000;

/// `answers` with those gone that are not asked for, and those there that are required.
fn mended(questionnaire: &Questionnaire, mut answers: Answers) -> Answers {
    let draft = questionnaire.draft();
    for (_, question) in questionnaire.questions() {
        let asked = Completed::new(questionnaire, &BTreeSet::new(), answers.clone())
            .asked
            .contains(&question.id);
        let given = answers.get(&question.id).is_some();
        if !asked {
            answers.put(question.id.clone(), None);
        } else if !given && question.required {
            answers.put(question.id.clone(), possible(draft, question).into_iter().next());
        }
    }
    answers
}

/// Whole numbers that look thrown, the same ones every time (`SplitMix64`).
struct Thrown(u64);

impl Thrown {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        usize::try_from((mixed ^ (mixed >> 27)) >> 33).unwrap() % most.max(1)
    }
}

/// What `answers` come to: the case that they would be.
fn case(questionnaire: &Questionnaire, answers: Answers, with_actions: bool) -> Option<Case> {
    let engine = verantwoord::engine::Engine::with_switches(
        std::sync::Arc::new(questionnaire.clone()),
        &|_| false,
    );
    let evaluation = engine.evaluate(&answers);
    let actions = evaluation.actions.iter().map(|action| action.id.clone()).collect();
    let expected = super::golden::Expected {
        verdict: evaluation.verdict?,
        deciding_rule: evaluation.reasons.first()?.rule.clone(),
        actions: with_actions.then_some(actions),
        in_force: BTreeSet::new(),
    };
    Some(Case { name: String::new(), answers, expected })
}

/// One to three other answers.
fn changed(
    draft: &Draft,
    questionnaire: &Questionnaire,
    base: &Answers,
    dice: &mut Thrown,
) -> Answers {
    let mut answers = base.clone();
    let asked: Vec<Id> = base.iter().map(|(id, _)| id.clone()).collect();
    for _ in 0..=dice.below(3) {
        let Some(question) =
            asked.get(dice.below(asked.len())).and_then(|id| questionnaire.question(id))
        else {
            continue;
        };
        let said: Vec<Answer> = possible(draft, question);
        answers.put(question.id.clone(), said.get(dice.below(said.len())).cloned());
    }
    answers
}

fn outcome(questionnaire: &Questionnaire, answers: &Answers) -> (Option<(Id, Id)>, Vec<Id>) {
    let completed = Completed::new(questionnaire, &BTreeSet::new(), answers.clone());
    let decides = completed.rules().into_iter().next();
    let due = questionnaire.draft().actions.iter().filter(|action| {
        let under = decides.as_ref().is_some_and(|(_, verdict)| action.verdicts.contains(verdict));
        (action.verdicts.is_empty() || under)
            && action.when.as_ref().is_none_or(|when| completed.holds(when))
    });
    let due = due.map(|action| action.id.clone()).collect();
    (decides, due)
}

#[test]
#[ignore = "a tool for authors"]
#[expect(clippy::print_stdout, reason = "its outcome is there to be read")]
fn suggest() {
    for edition in editions() {
        let own = &edition.questionnaire;
        let mut cases = cases(&edition);
        for mutant in mutants(own.draft()) {
            if cases.iter().any(|case| plainly_noticed(&mutant.questionnaire, case)) {
                continue;
            }
            let mut dice = Thrown(1);
            let found = (0..TRIES).find_map(|_| {
                let base = &cases[dice.below(cases.len())];
                let answers = changed(own.draft(), own, &base.answers, &mut dice);
                let other = outcome(&mutant.questionnaire, &answers);
                (outcome(own, &answers) != other).then(|| (base.name.clone(), mended(own, answers)))
            });
            let with_actions = mutant.what.starts_with("action");
            let found =
                found.and_then(|(like, answers)| Some((like, case(own, answers, with_actions)?)));
            let told = serde_json::json!({
                "questionnaire": own.id(),
                "mutant": mutant.what,
                "like": found.as_ref().map(|(like, _)| like),
                "answers": found.as_ref().map(|(_, case)| &case.answers),
                "verdict": found.as_ref().map(|(_, case)| &case.expected.verdict),
                "deciding_rule": found.as_ref().map(|(_, case)| &case.expected.deciding_rule),
                "actions": found.as_ref().and_then(|(_, case)| case.expected.actions.as_ref()),
            });
            println!("SUGGESTED {told}");
            cases.extend(
                found
                    .map(|(_, case)| case)
                    .filter(|case| plainly_noticed(&mutant.questionnaire, case)),
            );
        }
    }
}
