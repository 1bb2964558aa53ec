//! How long things take: `cargo bench`.
//!
//! The house promises 200 µs for evaluating the largest questionnaire that ships, 20 ms for a made-up one of 5,000 questions
//! and 1,000 rules, and growth in line with its size.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]

mod made;

use divan::{Bencher, black_box};
use jiff::{Timestamp, tz::Offset};
use std::sync::{Arc, LazyLock};
use verantwoord::{
    engine::Engine,
    format::{Edition, Library, Syntax, parse_answers},
    model::{Answers, Id, Moment, Questionnaire},
};

fn main() {
    divan::main();
}

/// The questionnaires that ship, the one with the most questions first.
static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let mut editions: Vec<Edition> =
        Library.ids().map(|id| Library.get(&Id::from(id)).unwrap()).collect();
    editions.sort_by_key(|edition| std::cmp::Reverse(edition.questionnaire.questions().count()));
    editions
});

/// Everything answered, and done.
fn complete(edition: &Edition) -> Answers {
    let text = include_str!("../answers/stappenplan-publieksdata/alles-klaar.json");
    parse_answers(text, Syntax::Json, &edition.questionnaire).unwrap()
}

/// The first half of `answers`, in the order of the questions.
fn half(questionnaire: &Questionnaire, answers: &Answers) -> Answers {
    let given = questionnaire.questions().filter_map(|(_, question)| {
        Some((question.id.clone(), answers.get(&question.id)?.clone()))
    });
    let given: Vec<_> = given.collect();
    given.iter().take(given.len() / 2).cloned().collect()
}

#[divan::bench_group]
mod shipped {
    use super::{
        Answers, Arc, Bencher, EDITIONS, Engine, Id, Library, black_box, complete, half, noon,
    };

    #[divan::bench(args = ["nothing", "half", "everything"])]
    fn evaluate_largest(bencher: Bencher<'_, '_>, answered: &str) {
        let edition = &EDITIONS[0];
        let engine = Engine::new(Arc::clone(&edition.questionnaire), noon().date());
        let all = complete(edition);
        let answers = match answered {
            "nothing" => Answers::default(),
            "half" => half(&edition.questionnaire, &all),
            _ => all,
        };
        bencher.bench(|| black_box(engine.evaluate(black_box(&answers))));
    }

    #[divan::bench(args = EDITIONS.iter().map(|edition| edition.pinned.id.as_str()))]
    fn evaluate_nothing_answered(bencher: Bencher<'_, '_>, id: &str) {
        let edition = Library.get(&Id::from(id)).unwrap();
        let engine = Engine::new(edition.questionnaire, noon().date());
        let answers = Answers::default();
        bencher.bench(|| black_box(engine.evaluate(black_box(&answers))));
    }

    #[divan::bench]
    fn compile_largest(bencher: Bencher<'_, '_>) {
        let edition = &EDITIONS[0];
        bencher.bench(|| Engine::new(Arc::clone(black_box(&edition.questionnaire)), noon().date()));
    }
}

#[divan::bench_group]
mod made_up {
    use super::{Arc, Bencher, Engine, black_box, half, made, noon};

    /// A rule for every five questions; 5,000 questions have 1,000 rules.
    #[divan::bench(args = [100, 500, 1000, 5000, 10_000])]
    fn evaluate_half_answered(bencher: Bencher<'_, '_>, questions: usize) {
        let questionnaire = Arc::new(made::questionnaire(questions));
        let engine = Engine::new(Arc::clone(&questionnaire), noon().date());
        let answers = half(&questionnaire, &made::answers(&questionnaire));
        bencher.bench(|| black_box(engine.evaluate(black_box(&answers))));
    }

    #[divan::bench(args = [100, 500, 1000, 5000, 10_000])]
    fn evaluate_all_answered(bencher: Bencher<'_, '_>, questions: usize) {
        let questionnaire = Arc::new(made::questionnaire(questions));
        let engine = Engine::new(Arc::clone(&questionnaire), noon().date());
        let answers = made::answers(&questionnaire);
        bencher.bench(|| black_box(engine.evaluate(black_box(&answers))));
    }
}

fn noon() -> Moment {
    let at: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    Moment::new(at, Offset::constant(1))
}
