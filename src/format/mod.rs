//! Text to checked types and back; every problem with its place and a hint.
//!
//! Questionnaires, institutions, processings and assessments are RON; answers for other programs are JSON or RON.
//! Nothing else makes a [`crate::model::Questionnaire`] out of text.

mod answers;
mod canonical;
mod digest;
mod file;
mod journal;
mod library;
mod manifest;
mod outline;
mod problem;
mod questionnaire;
mod ron_words;

pub use answers::{Syntax, parse_answers};
pub use canonical::{canonical_json, parse_json, print_json};
pub use digest::{RunningSha256, sha256};
pub use file::{Content, VERSION, file_version, parse_file, print_file};
pub use journal::{Break, Entry, Happening, Journal, extend_journal, parse_journal};
pub use library::{Edition, Library};
pub use manifest::{
    LARGEST_BACKUP, Listed, MANIFEST_VERSION, Manifest, Unfit, parse_manifest, stays_inside,
};
pub use problem::{Problem, Problems, places_of};
pub use questionnaire::parse_questionnaire;

/// The longest text that is read at all, in bytes; what a person writes is a thousand times shorter.
pub const LONGEST: usize = 8 << 20;

/// The longest questionnaire, in bytes; the longest that ships is six times shorter.
pub const LONGEST_QUESTIONNAIRE: usize = 1 << 20;

/// The longest file of answers, in bytes.
pub const LONGEST_ANSWERS: usize = 2 << 20;

/// More problems than this are not told at once.
pub const MOST_PROBLEMS: usize = 100;
