//! Document timestamps (ISO 32000-2, 12.8.5; ETSI EN 319 142-1, 5.4.3): proof, by someone else, that a record existed.
//!
//! There is no network here. [`question`] makes what is sent to a timestamp authority (RFC 3161, 2.4.1), by whatever way a
//! person has; [`stamp`] takes the answer. What is stamped follows from the record alone: the revision is written with
//! empty room, its digest is asked about, and it is written again, the same, when the answer is there. So nothing
//! unfinished ever lies on a disk, and a question that is never answered leaves the record as it was.

mod asn1;
mod error;
mod inspect;
mod question;
mod revision;
mod token;

pub use error::StampError;
pub use question::{is_question, question, stamp};

pub(super) use inspect::Inspection;

#[cfg(test)]
pub(super) use {asn1::*, revision::write, token::tidy};
