//! Signing keys: making one, and telling which there are.

use super::{DeskError, Office};
use crate::{
    session::{KeyLine, NewKey, Reply},
    signature::{Certificate, Identity, Signer, Trust},
    store::{KeyFile, certificates},
};
use std::path::Path;

impl Office {
    /// Makes a signing key for someone of this institution, and keeps it under its passphrase.
    pub(super) fn make_key(&mut self, key: &NewKey) -> Result<Reply, DeskError> {
        let organisation = self.shelf.organisation(self.now())?.unwrap_or_default();
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let signer = Signer {
            name: plain(&key.name),
            role: plain(&key.role),
            organisation: fitting(&plain(&organisation.name)),
        };
        let identity = Identity::create(&signer, self.now().instant(), &mut rand::rng())?;
        let locked = identity.to_pkcs12(&key.passphrase.0)?;
        let file = self.shelf.keep_key(&signer.name, &locked, &identity.certificate_pem())?;
        Ok(Reply::KeyMade(line(file, identity.certificate())))
    }

    /// The signing keys that can be used.
    pub(super) fn keys(&self) -> Result<Vec<KeyLine>, DeskError> {
        let usable = |file: KeyFile| {
            let certificate = Certificate::from_pem(&file.certificate).ok()?;
            Some(line(file, &certificate))
        };
        Ok(self.shelf.keys()?.into_iter().filter_map(usable).collect())
    }

    /// Everybody who is known here: the certificates in the folder of keys.
    pub(super) fn trust(&self) -> Result<Trust, DeskError> {
        Ok(Trust { certificates: readable(&self.shelf.certificates()?).collect() })
    }
}

/// The certificates in PEM of everybody who is known in the data folder `folder`, without claiming it; a file there
/// that is no certificate makes nobody known.
///
/// # Errors
/// The folder cannot be read.
pub fn known(folder: &Path) -> Result<Vec<String>, DeskError> {
    let pems = certificates(folder)?;
    Ok(readable(&pems).map(|certificate| certificate.pem()).collect())
}

fn readable(pems: &[String]) -> impl Iterator<Item = Certificate> {
    pems.iter().filter_map(|pem| Certificate::from_pem(pem).ok())
}

/// What a certificate has room for (RFC 5280, A.1: `ub-organization-name`).
fn fitting(organisation: &str) -> String {
    organisation.chars().take(64).collect::<String>().trim_end().to_owned()
}

fn line(file: KeyFile, certificate: &Certificate) -> KeyLine {
    let signer = certificate.signer();
    KeyLine {
        path: file.path,
        name: signer.name,
        role: signer.role,
        fingerprint: certificate.fingerprint(),
    }
}
