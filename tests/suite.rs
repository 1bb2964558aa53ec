//! One binary for every test from outside.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod architecture;
mod commands;
mod dependencies;
mod interviews;
mod journeys;
mod pictures;
mod questionnaires;
mod readme;
mod reasons;
mod stage;
