//! Who is known to sign: `ondertekenaars.ron`, and their certificates in `ondertekenaars/`.

use super::{
    Doing, StoreError, names,
    replace::{Access, create},
    shelf::{Shelf, keep, peruse, stem},
    vault::{is_own, read_text},
};
use crate::model::{KnownSigner, KnownSigners, Moment};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The list.
pub(super) const LIST: &str = "ondertekenaars.ron";
/// The folder with their certificates.
pub(super) const SIGNERS: &str = "ondertekenaars";

impl Shelf {
    /// Who is known to sign; none if nobody ever wrote that down.
    ///
    /// # Errors
    /// The list cannot be read; a damaged one is set aside.
    pub fn signers(&self, now: Moment) -> Result<Option<KnownSigners>, StoreError> {
        match self.content::<KnownSigners>(&self.folder.join(LIST), now) {
            Ok((signers, _)) => Ok(Some(signers)),
            Err(error) if error.is_missing() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps the list.
    ///
    /// # Errors
    /// The file cannot be written, or is of a newer program.
    pub fn keep_signers(&self, signers: &KnownSigners) -> Result<(), StoreError> {
        keep(&self.folder.join(LIST), signers)
    }

    /// Keeps the certificate of someone, in PEM, and tells under which name.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_certificate(&self, name: &str, pem: &str) -> Result<String, StoreError> {
        let folder = self.folder.join(SIGNERS);
        fs::create_dir_all(&folder).map_err(StoreError::io(Doing::Create, &folder))?;
        for name in names::variants(&names::slug(name)) {
            let file = format!("{name}.pem");
            let path = folder.join(&file);
            if path.symlink_metadata().is_ok() {
                continue;
            }
            create(&path, pem.as_bytes(), Access::Usual)?;
            return Ok(file);
        }
        Err(StoreError::Name { folder, name: name.to_owned() })
    }

    /// The certificate of someone in the list, in PEM, and where it lies; none if it cannot be read.
    pub fn certificate(&self, signer: &KnownSigner) -> (PathBuf, Option<String>) {
        certificate(&self.folder, signer)
    }

    /// Takes the certificate of someone away who is not in the list any more.
    ///
    /// # Errors
    /// The file cannot be removed.
    pub fn remove_certificate(&self, signer: &KnownSigner) -> Result<(), StoreError> {
        let (path, _) = self.certificate(signer);
        match fs::remove_file(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            other => other.map_err(StoreError::io(Doing::Write, path)),
        }
    }

    /// The certificates, in PEM, that lie among the keys and belong to none of them: until there was a list, these were the
    /// people who were known.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn loose_certificates(&self) -> Result<Vec<(PathBuf, String)>, StoreError> {
        let found = super::vault::certificates_in(&self.folder)?;
        Ok(found.into_iter().filter(|(path, _)| !is_own(path)).collect())
    }
}

/// The certificates in PEM of everybody who is known in the data folder `folder`, with the fingerprint that each must have;
/// for who only reads and claims nothing. Own keys are known by themselves, and before there was a list so was whatever lay
/// among them.
///
/// # Errors
/// The folder cannot be read.
pub fn known_certificates(folder: &Path) -> Result<Vec<(String, Option<String>)>, StoreError> {
    let signers = match peruse::<KnownSigners>(&folder.join(LIST)) {
        Ok((Ok(signers), _)) => Some(signers),
        // Of a list that cannot be read nobody is known.
        Ok((Err(_), _)) => Some(KnownSigners::default()),
        Err(error) if error.is_missing() => None,
        Err(error) => return Err(error),
    };
    let found = super::vault::certificates_in(folder)?;
    let own = found.into_iter().filter(|(path, _)| signers.is_none() || is_own(path));
    let mut known: Vec<_> = own.map(|(_, pem)| (pem, None)).collect();
    for signer in signers.unwrap_or_default().0 {
        if let (_, Some(pem)) = certificate(folder, &signer) {
            known.push((pem, Some(signer.fingerprint)));
        }
    }
    Ok(known)
}

fn certificate(folder: &Path, signer: &KnownSigner) -> (PathBuf, Option<String>) {
    let name = Path::new(&signer.certificate);
    let path = folder.join(SIGNERS).join(&signer.certificate);
    // A list that someone wrote by hand leads nowhere else.
    let plain = names::is_plain(&stem(name)) && name.components().count() == 1;
    let text = if plain { read_text(&path).ok() } else { None };
    (path, text)
}
