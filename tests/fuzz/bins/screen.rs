//! Whatever is typed, clicked or pasted, in a window of any size.
#![no_main]

#[path = "../../stage.rs"]
mod stage;
#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::screen(bytes));
