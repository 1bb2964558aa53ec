//! Why something was not done.

use super::words;
use crate::{
    format::Problem,
    model::Id,
    record::{RecordError, fonts::FontError},
    session::Failure,
    signature::{CertificateError, KeyError, SignError, StampError},
    store::{StoreError, Warning},
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
    /// Of this there are not two.
    #[error("{} is no second copy", path.display())]
    NoTwin {
        /// What was taken for one.
        path: PathBuf,
    },
    /// One of two copies changed since they were compared.
    #[error("{} changed since it was compared", path.display())]
    TwinChanged {
        /// That one.
        path: PathBuf,
    },
    /// Of these two copies this cannot be chosen.
    #[error("no such choice of {}", path.display())]
    NoChoice {
        /// The second.
        path: PathBuf,
    },
    /// Something with a signing key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Something with a key file, or with somebody's certificate.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// Something with a certificate that was given.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    /// So many things must still be said before a record can be made.
    #[error("{0} things are missing")]
    Unfinished(usize),
    /// The institution has no name yet, so that there is nobody to make a record for.
    #[error("the institution has no name")]
    NoOrganisation,
    /// Files of what is stated cannot be read, so that the record would not be whole.
    #[error("{} files cannot be read", .0.len())]
    Incomplete(Vec<Warning>),
    /// The data have no written form.
    #[error("cannot print: {0}")]
    Print(Problem),
    /// The record cannot be set or printed.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The program's own fonts cannot be read.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The record cannot be signed.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The check right after signing did not find the record good; it is not kept, and the assessment stays open.
    #[error("the record does not stand up to its own check: {}", problems.join(", "))]
    Unsound {
        /// The codes of what is wrong.
        problems: Vec<String>,
    },
    /// The record reads back otherwise than it was written.
    #[error("{} reads back otherwise than it was written", path.display())]
    Unread {
        /// The record.
        path: PathBuf,
    },
    /// The record is there, but its assessment could not be closed.
    #[error("{} is there, but: {source}", record.display())]
    Unclosed {
        /// The record.
        record: PathBuf,
        /// Why the assessment stays open.
        source: StoreError,
    },
    /// A record that is not genuine is not signed again.
    #[error("{} is not genuine", path.display())]
    NotGenuine {
        /// The record.
        path: PathBuf,
    },
    /// The field is signed already, or there is none.
    #[error("{} has no such field to sign", path.display())]
    NoField {
        /// The record.
        path: PathBuf,
    },
    /// The field is for someone else.
    #[error("the field is for {expected}, not for {signer}")]
    OtherSigner {
        /// Who is to sign there.
        expected: String,
        /// Whose key it is.
        signer: String,
    },
    /// The role or the reason is too long for the place where it is to stand.
    #[error("the role or the reason is too long")]
    Lengthy,
    /// The record gets no timestamp.
    #[error(transparent)]
    Stamp(#[from] StampError),
    /// The question to a timestamp authority is missing, or something else lies where it is to come.
    #[error("no question in {}", path.display())]
    Question {
        /// Where the question should lie.
        path: PathBuf,
        /// Whether something else lies there.
        there: bool,
    },
    /// There is real work in the folder, so that nothing made up is put there.
    #[error("{} holds real data", folder.display())]
    NotEmpty {
        /// The data folder.
        folder: PathBuf,
    },
    /// The made-up example that came with the program cannot be read or finished.
    #[error("the example does not hold: {0}")]
    Example(String),
    /// The platform could not show a file.
    #[error("cannot show {}: {source}", path.display())]
    Show {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// Why something was not done with a key file, or with somebody's certificate.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// A key file cannot be used.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: KeyError,
    },
    /// The passphrase is easily guessed.
    #[error("the passphrase is easily guessed")]
    Weak,
    /// This very key is there already.
    #[error("{} is this key", path.display())]
    Twice {
        /// Its file.
        path: PathBuf,
    },
    /// An RSA key that was not taken over on purpose.
    #[error("{} is an RSA key that was not taken over", path.display())]
    Rsa {
        /// Its file.
        path: PathBuf,
    },
    /// The file is no certificate.
    #[error("{} is no certificate", path.display())]
    NoCertificate {
        /// The file.
        path: PathBuf,
    },
    /// The certificate is another than the one whose fingerprint was compared.
    #[error("{} has another fingerprint", path.display())]
    OtherFingerprint {
        /// The file.
        path: PathBuf,
    },
    /// The certificate is of an own key, and so known by itself.
    #[error("the certificate is of an own key")]
    OwnSigner,
    /// They are known already.
    #[error("{name} is known already")]
    SignerThere {
        /// Who.
        name: String,
    },
    /// Nobody in the list has this fingerprint.
    #[error("nobody with this fingerprint is known")]
    NoSigner,
}

impl From<Problem> for DeskError {
    fn from(problem: Problem) -> Self {
        Self::Print(problem)
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        let passphrase = matches!(
            error,
            DeskError::Key(KeyError::WrongPassphrase)
                | DeskError::Keyring(KeyringError::File { source: KeyError::WrongPassphrase, .. })
        );
        Self { message: words::sentence(&error), unkept: None, passphrase }
    }
}
