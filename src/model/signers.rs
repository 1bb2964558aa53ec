//! Who is known to sign: the list that somebody keeps on purpose, one by one.

use super::Moment;
use serde::{Deserialize, Serialize};

/// Everybody whose signature is known here, besides the people of this folder's own keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KnownSigners(pub Vec<KnownSigner>);

/// Someone whose signature is known here (bekende ondertekenaar).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownSigner {
    /// Who it is, as the certificate says.
    pub name: String,
    /// SHA-256 of the certificate, in groups of four lower-case hexadecimal digits: this is what was compared.
    pub fingerprint: String,
    /// Since when.
    pub since: Moment,
    /// The file by which it was added, as the person named it.
    pub file: String,
    /// The name of the file with the certificate itself, kept beside this list.
    pub certificate: String,
}

impl KnownSigners {
    /// The one with this fingerprint.
    pub fn get(&self, fingerprint: &str) -> Option<&KnownSigner> {
        self.0.iter().find(|signer| signer.fingerprint == fingerprint)
    }
}
