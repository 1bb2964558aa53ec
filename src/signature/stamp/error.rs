//! Why a record gets no timestamp.

use thiserror::Error;

use crate::signature::{error::SignError, problem::Problem};

/// Why a record gets no timestamp.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum StampError {
    /// Nothing can be added to the file.
    #[error(transparent)]
    File(#[from] SignError),
    /// Nobody signed the record yet.
    #[error("nobody signed the record yet")]
    Unsigned,
    /// The question is none that this program made.
    #[error("not a question for a timestamp")]
    Question,
    /// The question is about other bytes: of another record, or of this one before someone signed or stamped it.
    #[error("the question is about another file")]
    OtherQuestion,
    /// The answer is not a whole `TimeStampResp` (RFC 3161, 2.4.2).
    #[error("not an answer of a timestamp authority")]
    Answer,
    /// The authority did not grant what was asked.
    #[error("the authority refused with status {status}: {words}")]
    Refused {
        /// `PKIStatus`: 2 and up.
        status: u32,
        /// What it says about it; may be empty.
        words: String,
    },
    /// The answer is to another question: the number that was sent along does not come back.
    #[error("the answer is to another question")]
    Nonce,
    /// The stamp itself does not hold.
    #[error("the stamp does not hold: {}", .0.iter().map(|one| one.code()).collect::<Vec<_>>().join(", "))]
    Token(Vec<Problem>),
    /// The stamp is larger than the room kept for it.
    #[error("the stamp is too large")]
    Room,
}

impl StampError {
    /// The stable code, for logs and machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::File(_) => "stamp-file",
            Self::Unsigned => "stamp-first",
            Self::Question => "stamp-question",
            Self::OtherQuestion => "stamp-other-question",
            Self::Answer => "stamp-answer",
            Self::Refused { .. } => "stamp-refused",
            Self::Nonce => "stamp-nonce",
            Self::Token(problems) => problems.first().map_or("stamp-syntax", |one| one.code()),
            Self::Room => "stamp-room",
        }
    }
}
