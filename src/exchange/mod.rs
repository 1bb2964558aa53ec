//! The same data for other programs, as values that serde can write. Pure: nothing is read, written or asked here.
//!
//! The keys of the JSON are stable and English, and stand in the order in which a program wants to read them; the texts
//! under them are the Dutch of the questionnaire.

mod calendar;
mod condition;
mod csv;
mod difference;
mod evaluation;
mod flaws;
mod markdown;
mod questionnaire;

pub use calendar::calendar;
pub use condition::When;
pub use csv::{actions_csv, commissions_csv, register_csv};
pub use difference::{Compared, difference};
pub use evaluation::{Action, Dated, Reason, Verdict, evaluation};
pub use flaws::{Checked, CheckedFile, Flaw, Reading};
pub use markdown::{commissions_text, register_text};
pub use questionnaire::{Listed, Shown, Value, listed, shown, values};

use serde::Serialize;

/// A value that has no JSON form.
#[derive(Debug, thiserror::Error)]
#[error("no JSON can be made of this: {0}")]
pub struct Unwritable(#[from] serde_json::Error);

/// `value` as JSON (RFC 8259) that a person can read too, closed with a line end.
///
/// # Errors
/// The value has no JSON form.
pub fn json<T: Serialize>(value: &T) -> Result<String, Unwritable> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
