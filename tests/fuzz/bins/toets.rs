//! A toets in the data folder.
#![no_main]

#[path = "../../stage.rs"]
mod stage;
#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::toets(&String::from_utf8_lossy(bytes)));
