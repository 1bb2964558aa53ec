//! One binary for every test from outside.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod architecture;
mod commands;
mod questionnaires;
mod reasons;
