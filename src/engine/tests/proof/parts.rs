//! What follows the diagram, tried: single answers to all tables, and every part of the answers to the small ones.

use super::{Twice, each, plain::Sayings};
use crate::{
    engine::{decide::values, program::Asked, truth::Given},
    model::{Answer, Answers, Id, Kind, Question},
};
use biodivine_lib_bdd::Bdd;
use std::ops::Range;

/// Every part of the answers is tried where there are at most so many.
const MOST_PARTS: usize = 5_000;

/// The same in the long form.
const MOST_PARTS_LONG: usize = 400_000;

/// Every answer to `question` that conditions can tell apart, each with the number that every chain of variables says.
fn answers(question: &Question, sayings: &Sayings) -> Vec<(Answer, Vec<usize>)> {
    let aside = || Answer::NotApplicable("Dat speelt hier niet.".to_owned());
    match sayings {
        Sayings::One(values) => {
            let answers = values.iter().enumerate().map(|(place, value)| {
                let own = question.values().contains(value);
                (if own { Answer::one(value.as_str()) } else { aside() }, vec![place])
            });
            answers.collect()
        }
        Sayings::Several(choices, has_aside) => {
            let count = choices.len();
            let made = |set: usize, place: usize| set >> place & 1;
            let mut all: Vec<_> = (0..1_usize << count)
                .map(|set| {
                    let chosen = (0..count).filter(|place| made(set, *place) == 1);
                    let chosen = chosen.map(|place| choices[place].clone()).collect();
                    // Answer 1 of a chain of one variable is that it is false.
                    let mut said: Vec<usize> = (0..count).map(|place| made(set, place)).collect();
                    said.extend(has_aside.then_some(0));
                    (Answer::Several(chosen), said)
                })
                .collect();
            if *has_aside {
                let mut said = vec![0; count];
                said.push(1);
                all.push((aside(), said));
            }
            all
        }
        Sayings::Number(starts, has_aside) => {
            let numbers = starts.iter().enumerate();
            let mut all: Vec<_> =
                numbers.map(|(place, at)| (Answer::Number(*at), vec![place])).collect();
            all.extend(has_aside.then(|| (aside(), vec![starts.len()])));
            all
        }
        Sayings::Something(has_aside) => {
            let something = match &question.kind {
                Kind::Table(columns) => Answer::Rows(vec![
                    columns.iter().map(|column| (column.id.clone(), "zie".to_owned())).collect(),
                ]),
                _ => Answer::one("2026-11-22"),
            };
            let mut all = vec![(something, vec![0; usize::from(*has_aside)])];
            all.extend(has_aside.then(|| (aside(), vec![1])));
            all
        }
    }
}

/// What is left of the functions of all verdicts when these chains say this.
fn left(twice: &Twice<'_>, verdicts: &[Bdd], chains: &[Range<usize>], said: &[usize]) -> Vec<Bdd> {
    let said = chains.iter().zip(said).map(|(chain, place)| twice.plain.says(chain, *place));
    let said: Vec<Bdd> = said.collect();
    verdicts.iter().map(|verdict| said.iter().fold(verdict.clone(), |v, s| v.and(s))).collect()
}

/// The verdicts that some completion reaches.
fn reached(twice: &Twice<'_>, left: &[Bdd]) -> Vec<Id> {
    let verdicts = twice.engine.questionnaire().draft().verdicts.iter();
    let possible = verdicts.zip(left).filter(|(_, verdict)| !verdict.is_false());
    possible.map(|(verdict, _)| verdict.id.clone()).collect()
}

/// What the engine makes of an answer.
fn fixed(asked: &Asked, answer: Option<&Answer>) -> Vec<usize> {
    values(asked, &Given::of(asked, answer)).into_iter().map(usize::from).collect()
}

#[test]
fn every_answer_fixes_the_variables_of_its_question_and_leaves_the_right_verdicts() {
    let mut tried = 0;
    each(|twice| {
        let nothing = twice.engine.evaluate(&Answers::default()).possible;
        assert_eq!(nothing, reached(twice, &twice.verdicts), "{}", twice.name);
        for asked in &twice.engine.program.questions {
            let question = twice.engine.questionnaire().question(&asked.id).unwrap();
            let (sayings, chains) = twice.plain.sayings(&asked.id);
            assert_eq!(fixed(asked, None), Vec::<usize>::new());
            for (answer, said) in answers(question, sayings) {
                assert_eq!(question.accept(&answer), Ok(()), "{}", asked.id);
                assert_eq!(fixed(asked, Some(&answer)), said, "{} {answer:?}", asked.id);
                let single: Answers = [(asked.id.clone(), answer)].into_iter().collect();
                let found = twice.engine.evaluate(&single).possible;
                let left = left(twice, &twice.verdicts, chains, &said);
                assert_eq!(found, reached(twice, &left), "{} {single:?}", twice.name);
                tried += 1;
            }
        }
    });
    assert!(tried > 2_000, "{tried}");
}

/// Goes through every way to answer the questions from `place` on, or to leave them open.
fn through(twice: &Twice<'_>, place: usize, answers: &mut Answers, verdicts: &[Bdd]) -> usize {
    let Some(asked) = twice.engine.program.questions.get(place) else {
        let evaluation = twice.engine.evaluate(answers);
        let possible = reached(twice, verdicts);
        assert_eq!(evaluation.possible, possible, "{} {answers:?}", twice.name);
        assert_eq!(evaluation.is_settled(), possible.len() == 1);
        return 1;
    };
    let question = twice.engine.questionnaire().question(&asked.id).unwrap();
    let (sayings, chains) = twice.plain.sayings(&asked.id);
    let mut count = through(twice, place + 1, answers, verdicts);
    for (answer, said) in self::answers(question, sayings) {
        answers.put(asked.id.clone(), Some(answer));
        count += through(twice, place + 1, answers, &left(twice, verdicts, chains, &said));
    }
    answers.put(asked.id.clone(), None);
    count
}

/// Tries every part of the answers of the tables where there are at most `most`; how many tables that are.
fn small(most: usize) -> usize {
    let mut tried = 0;
    each(|twice| {
        let ways = twice.engine.program.questions.iter().map(|asked| {
            let question = twice.engine.questionnaire().question(&asked.id).unwrap();
            answers(question, twice.plain.sayings(&asked.id).0).len() + 1
        });
        let parts = ways.fold(1_usize, usize::saturating_mul);
        if parts <= most {
            assert_eq!(through(twice, 0, &mut Answers::default(), &twice.verdicts), parts);
            tried += 1;
        }
    });
    tried
}

#[test]
fn small_tables_leave_the_right_verdicts_whatever_part_is_answered() {
    assert_eq!(small(MOST_PARTS), 5);
}

/// `cargo test --lib larger_tables -- --ignored`
#[test]
#[ignore = "takes half a minute"]
fn larger_tables_leave_the_right_verdicts_whatever_part_is_answered() {
    assert_eq!(small(MOST_PARTS_LONG), 6);
}
