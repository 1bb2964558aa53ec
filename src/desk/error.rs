//! Why something was not done.

use super::words;
use crate::{
    model::Id,
    session::Failure,
    signature::{CertificateError, KeyError},
    store::StoreError,
};
use std::{io, path::PathBuf};

/// Why something was not done. [`words::sentence`] says it to a person.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Something with a file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The program has no such questionnaire.
    #[error("no questionnaire {0}")]
    NoQuestionnaire(Id),
    /// The questionnaire beside an assessment is not the one it began with, and the program does not have that one either.
    #[error("{} is not the questionnaire with sha-256 {sha256}", path.display())]
    OtherQuestionnaire {
        /// The assessment's file.
        path: PathBuf,
        /// The questionnaire that it began with.
        sha256: String,
    },
    /// Something with a signing key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Something with a certificate that was given.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    /// The platform could not show a file.
    #[error("cannot show {}: {source}", path.display())]
    Show {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        let passphrase = matches!(error, DeskError::Key(KeyError::WrongPassphrase));
        Self { message: words::sentence(&error), unkept: None, passphrase }
    }
}
