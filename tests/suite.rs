//! One binary for every test from outside.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

// The slow and plain reading of a table is shared with the engine's own tests, which know it by this name.
use verantwoord::model;

mod architecture;
mod attacks;
mod burdens;
mod commands;
mod crashes;
mod dependencies;
mod firsts;
mod flaws;
mod fuzz;
mod handout;
mod homes;
mod interviews;
mod journeys;
mod keeping;
mod kept;
mod keyring;
mod ledgers;
mod looks;
mod memory;
mod palette;
mod pictures;
mod planted;
mod plants;
mod questionnaires;
mod readme;
mod reasons;
mod referees;
mod reviews;
mod safe;
mod signers;
mod sizes;
mod slips;
mod stage;
mod stamps;
mod taking_back;
mod tours;
mod tricks;
mod workshop;
