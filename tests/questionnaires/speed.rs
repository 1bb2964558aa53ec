//! How long it takes; a measurement, so asked for by name:
//! `cargo test --release --test suite speed -- --ignored --nocapture`.

use super::editions;
use jiff::civil::date;
use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};
use verantwoord::{
    engine::Engine,
    model::{Answer, Answers},
};

/// The fastest of some tries: what is slower, something else was busy.
fn fastest(tries: usize, mut work: impl FnMut()) -> Duration {
    let one = |()| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    std::iter::repeat_n((), tries).map(one).min().unwrap()
}

#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stdout, reason = "a measurement is there to be read")]
fn speed() {
    for edition in editions() {
        let questionnaire = &edition.questionnaire;
        let compile = fastest(20, || {
            black_box(Engine::new(Arc::clone(questionnaire), date(2026, 11, 22)));
        });
        let engine = Engine::new(Arc::clone(questionnaire), date(2026, 11, 22));
        let mut answers = Answers::default();
        let (mut worst, mut steps) = (Duration::ZERO, 0);
        loop {
            worst = worst.max(fastest(20, || {
                black_box(engine.evaluate(&answers));
            }));
            steps += 1;
            let unanswered = engine.evaluate(&answers).unanswered;
            let Some(question) = unanswered.first().and_then(|id| questionnaire.question(id))
            else {
                break;
            };
            let value = question.values().get(1).cloned();
            let answer =
                value.map_or_else(|| Answer::one("2026-11-22"), |v| Answer::one(v.as_str()));
            let fits = [answer, Answer::Number(3), Answer::Several(Vec::new())];
            let Some(answer) = fits.into_iter().find(|answer| question.accept(answer).is_ok())
            else {
                break;
            };
            answers.put(question.id.clone(), Some(answer));
        }
        println!(
            "{:<24} {:>6} nodes, made in {compile:>9.1?}, evaluated in {worst:>8.1?} at most ({steps} steps)",
            edition.pinned.id.as_str(),
            engine.size().unwrap(),
        );
    }
}
