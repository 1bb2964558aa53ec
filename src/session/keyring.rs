//! Keys and the people who sign with them: what is wanted, and what is shown.

use super::Secret;
use crate::model::Moment;
use jiff::civil::Date;
use serde::Serialize;
use std::path::PathBuf;

/// A signing key from elsewhere, to be taken over.
#[derive(Clone, Debug)]
pub struct KeyImport {
    /// The file: PKCS#12 (`.p12`, `.pfx`), or an encrypted key in PEM.
    pub file: PathBuf,
    /// What opens it.
    pub passphrase: Secret,
    /// What protects it here; the same passphrase if this is empty.
    pub renewed: Secret,
    /// Whether an RSA key is taken over too: someone was told what speaks against it, and wants it all the same.
    pub rsa: bool,
}

/// What others need to know someone, or a key for another computer, to be written out.
#[derive(Clone, Debug)]
pub struct KeyExport {
    /// The key's own file.
    pub key: PathBuf,
    /// The folder or the file to write to; in the data folder's own place for this if it is empty.
    pub to: PathBuf,
    /// What opens the key, when the key itself is wanted (PKCS#12); without it only the certificate is.
    pub passphrase: Option<Secret>,
}

/// Someone to be known from now on: the fingerprint was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSigner {
    /// The file with the certificate.
    pub file: PathBuf,
    /// The fingerprint that was shown and compared; the file must still have it.
    pub fingerprint: String,
}

/// One signing key in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct KeyLine {
    /// Who signs with it.
    pub name: String,
    /// As what.
    pub role: String,
    /// For whom.
    pub organisation: String,
    /// SHA-256 of its certificate, in groups that can be read aloud.
    pub fingerprint: String,
    /// The first day on which it can sign.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// What sort of key it is: `P-256`, `P-384` or `RSA`.
    pub kind: String,
    /// Its file.
    #[serde(rename = "file")]
    pub path: PathBuf,
}

/// Someone in the list of people who are known here, or who could be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SignerLine {
    /// Who.
    pub name: String,
    /// As what.
    pub role: String,
    /// For whom.
    pub organisation: String,
    /// SHA-256 of the certificate, in groups that can be read aloud.
    pub fingerprint: String,
    /// The last day on which this certificate can sign.
    pub until: Option<Date>,
    /// Since when they are known; none if they are not.
    pub since: Option<Moment>,
    /// The file by which they came to be known.
    pub file: PathBuf,
    /// Why the certificate cannot be used although it is in the list: its file is gone or is another one.
    pub lost: bool,
}
