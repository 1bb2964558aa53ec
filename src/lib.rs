//! *Verantwoord*: a terminal program that walks the staff of small Dutch cultural institutions through the
//! AVG (GDPR) questionnaires, decides by an explained decision table, and keeps the outcome as a signed PDF.
//!
//! # The house
//!
//! One package: this library and a thin binary. A room uses only rooms on floors below its own; rooms on one
//! floor never know each other. `tests/architecture.rs` reads the source and keeps it so.
//!
//! ```text
//! 6  main
//! 5  cli
//! 4  tui              desk
//! 3  session   record   exchange   store
//! 2  engine      format
//! 1  model       signature
//! ```
//!
//! | room | does | must never know |
//! |---|---|---|
//! | [`model`] | organisation, processing, questionnaire, conditions, decision table, answers, assessment | RON, files, the clock, the terminal, PDF |
//! | [`signature`] | PAdES signatures of PDF bytes: sign, add a signature, verify | the model, files, the clock |
//! | [`engine`] | which questions are asked, what still matters, the verdict and why | anything that can fail or wait |
//! | [`format`](mod@format) | RON and JSON text to checked types and back; problems with place and hint | files |
//! | [`session`] | people at one questionnaire: edits, undo, effects as data | terminal, store, clock |
//! | [`record`] | answers set in type: compose, layout, pdf | files, clock, signature |
//! | [`exchange`] | the same data for other programs | files |
//! | [`store`] | one folder: atomic files, lock, list, open, damaged files set aside | session, record, signature, terminal |
//! | [`desk`] | does what a session wants done, and holds the clock | the terminal |
//! | [`tui`] | keys and mouse in, edits out; screens and widgets | files, store, record, signature, format, desk |
//! | [`cli`] | arguments, environment, exit codes, words for failures | - |
//!
//! # How it flows
//!
//! * *A key*: terminal → [`tui::keys`] → top [`tui::Screen`] → [`tui::Reaction`] → [`session::Session::apply`] →
//!   [`session::Effect::Keep`] → [`desk::Worker`] → [`session::Reply::Kept`] → header; then draw. Down once, back once.
//! * *A record*: [`session::Effect::Sign`] → desk: [`record::compose()`] → [`record::layout()`] → [`record::pdf()`] →
//!   [`signature::sign`] → checked → [`store::Shelf::keep_record`] → [`session::Reply::Signed`].
//! * *A file*: bytes → store → [`format::parse_questionnaire`] → [`model::Draft`] → [`model::Questionnaire::check`]; nothing else makes one.
//!
//! # What always holds
//!
//! * The same answers, the same time and the same fonts give the same bytes, before signing: a check prints the pages again.
//! * Answers are evaluated as of a day: an open assessment today's, a record its own, for ever ([`engine`]).
//! * A verdict is settled only when no completion of the answers can change it ([`engine`]).
//! * An answer to a question that is not asked never counts and never reaches a record.
//! * "Opgeslagen" stands on screen only after the disk has it; nobody waits for the disk.
//! * A file is replaced whole or not at all, and a damaged or newer one is never overwritten ([`store`]).
//! * Drawing changes nothing, and what was drawn is what can be clicked ([`tui::Canvas`]).
//! * No question's name stands in Rust: what is asked and decided is data ([`model`]).

pub mod cli;
pub mod desk;
pub mod engine;
pub mod exchange;
pub mod format;
pub mod model;
pub mod record;
pub mod session;
pub mod signature;
pub mod store;
pub mod tui;
