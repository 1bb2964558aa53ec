//! Answers of another program.
#![no_main]

#[path = "../../stage.rs"]
mod stage;
#[path = "../targets.rs"]
mod targets;

use std::sync::{Arc, LazyLock};
use verantwoord::{
    engine::Engine,
    format::{Edition, Library},
    model::Id,
};

/// The questionnaire with the most kinds of questions.
static ASKED: LazyLock<(Edition, Engine)> = LazyLock::new(|| {
    let edition = Library.get(&Id::from("stappenplan-klantgegevens")).unwrap();
    let engine = Engine::new(Arc::clone(&edition.questionnaire), stage::now().date());
    (edition, engine)
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    targets::answers(&String::from_utf8_lossy(bytes), &ASKED.0, &ASKED.1);
});
