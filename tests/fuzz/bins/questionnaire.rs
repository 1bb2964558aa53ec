//! A questionnaire of an author.
#![no_main]

#[path = "../../stage.rs"]
mod stage;
#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::questionnaire(&String::from_utf8_lossy(bytes)));
