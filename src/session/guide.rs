//! What leads a newcomer through a made-up example.

use crate::model::{Answers, Id};

/// The example that a newcomer walks through: which assessment it is, what the made-up institution answers, and what its record
/// is signed with. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The assessment that was begun for it.
    pub assessment: Id,
    /// What the example answers.
    pub answers: Answers,
    /// The reasons the example gives.
    pub motivation: String,
    /// Who signs.
    pub signer: String,
    /// The passphrase of the example's key.
    pub passphrase: String,
}
