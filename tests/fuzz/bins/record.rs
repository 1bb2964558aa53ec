//! A record: its signatures, its attachments and its words.
#![no_main]

#[path = "../../stage.rs"]
mod stage;
#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::record(bytes));
