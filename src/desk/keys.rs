//! Signing keys: making one, taking one over, handing it on, and telling which there are.

use super::{DeskError, Office, error::KeyringError};
use crate::{
    model::{Moment, Organisation},
    session::{
        KeyExport, KeyImport, KeyLine, NewKey, Reply, Secret,
        passphrase::{Strength, judge, known_of, proposal},
    },
    signature::{Certificate, Identity, Signer},
    store::{KeyFile, read_whole},
};
use jiff::Timestamp;
use rand::RngExt as _;
use std::path::Path;

/// The longest key file that is read, in bytes.
const LONGEST_KEY: u64 = 1 << 20;

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
        refuse_weak(&key.passphrase, &signer, &organisation)?;
        let identity = Identity::create(&signer, self.now().instant(), &mut rand::rng())?;
        self.keep_key(&identity, &key.passphrase)
    }

    /// Takes a key over from a file. It must be able to sign now, and it is kept as our own keys are.
    pub(super) fn import_key(&mut self, key: &KeyImport) -> Result<Reply, DeskError> {
        let identity = opened(&key.file, &key.passphrase)?;
        identity.check_validity(self.now().instant())?;
        if identity.is_rsa() && !key.rsa {
            return Ok(Reply::RsaKey);
        }
        let kept = if key.renewed.0.is_empty() { &key.passphrase } else { &key.renewed };
        let organisation = self.shelf.organisation(self.now())?.unwrap_or_default();
        refuse_weak(kept, &identity.signer(), &organisation)?;
        let fingerprint = identity.fingerprint();
        if let Some(there) = self.keys()?.into_iter().find(|line| line.fingerprint == fingerprint) {
            return Err(KeyringError::Twice { path: there.path }.into());
        }
        self.keep_key(&identity, kept)
    }

    fn keep_key(&mut self, identity: &Identity, passphrase: &Secret) -> Result<Reply, DeskError> {
        let locked = identity.to_key_file(&passphrase.0, &mut rand::rng())?;
        let pem = identity.certificate_pem();
        let file = self.shelf.keep_key(&identity.signer().name, locked.as_bytes(), &pem)?;
        // From now on a certificate that lies among the keys is nobody's who is known: there is a list.
        self.begin_list()?;
        Ok(Reply::KeyMade(self.key_line(file, identity.certificate())))
    }

    /// Writes a key's certificate out, or the key itself as PKCS#12 under the same passphrase.
    pub(super) fn export_key(&self, key: &KeyExport) -> Result<Reply, DeskError> {
        let name = key.key.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let (name, bytes) = if let Some(passphrase) = &key.passphrase {
            let identity = opened(&key.key, passphrase)?;
            (format!("{name}.p12"), identity.to_pkcs12(&passphrase.0)?)
        } else {
            let certificate = read_whole(&key.key.with_extension("pem"), LONGEST_KEY)?;
            (format!("{name}.pem"), certificate)
        };
        Ok(Reply::KeyExported(self.shelf.export(&key.to, &name, &bytes)?))
    }

    /// The identity in a key file, to sign with. An RSA key signs only once it was taken over: whoever did so was told what
    /// speaks against it (RUSTSEC-2023-0071).
    pub(super) fn identity(&self, key: &Path, passphrase: &Secret) -> Result<Identity, DeskError> {
        let identity = opened(key, passphrase)?;
        if identity.is_rsa() && !self.keys()?.iter().any(|line| line.path == key) {
            return Err(KeyringError::Rsa { path: key.to_path_buf() }.into());
        }
        Ok(identity)
    }

    /// The signing keys that can be used.
    pub(super) fn keys(&self) -> Result<Vec<KeyLine>, DeskError> {
        let usable = |file: KeyFile| {
            let certificate = Certificate::from_pem(&file.certificate).ok()?;
            Some(self.key_line(file, &certificate))
        };
        Ok(self.shelf.keys()?.into_iter().filter_map(usable).collect())
    }

    fn key_line(&self, file: KeyFile, certificate: &Certificate) -> KeyLine {
        let signer = certificate.signer();
        let day = |at: Timestamp| Some(Moment::new(at, self.now().offset()).date());
        KeyLine {
            path: file.path,
            name: signer.name,
            role: signer.role,
            organisation: signer.organisation,
            fingerprint: certificate.fingerprint(),
            from: day(certificate.valid_from()),
            until: day(certificate.valid_until()),
            kind: certificate.key_kind().to_owned(),
        }
    }
}

/// The identity in a key file.
pub(super) fn opened(key: &Path, passphrase: &Secret) -> Result<Identity, DeskError> {
    Identity::from_key_file(&read_whole(key, LONGEST_KEY)?, &passphrase.0)
        .map_err(|source| KeyringError::File { path: key.to_path_buf(), source }.into())
}

/// A passphrase that nobody guesses.
pub(super) fn propose() -> Secret {
    let mut random = rand::rng();
    proposal(|below| random.random_range(0..below))
}

/// A key under a passphrase that is easily guessed is everybody's.
fn refuse_weak(
    passphrase: &Secret,
    signer: &Signer,
    organisation: &Organisation,
) -> Result<(), DeskError> {
    let mut known = vec![signer.name.as_str(), &signer.role, &signer.organisation];
    known.extend(known_of(organisation));
    match judge(&passphrase.0, &known).strength {
        Strength::Weak => Err(KeyringError::Weak.into()),
        Strength::Fair | Strength::Strong => Ok(()),
    }
}

/// What a certificate has room for (RFC 5280, A.1: `ub-organization-name`).
fn fitting(organisation: &str) -> String {
    organisation.chars().take(64).collect::<String>().trim_end().to_owned()
}
