//! Who else is known to sign: a list that people keep on purpose, after comparing fingerprints.

use super::{DeskError, Office, error::KeyringError, words};
use crate::{
    model::{KnownSigner, KnownSigners, Moment},
    session::{NewSigner, Reply, SignerLine},
    signature::{Certificate, Trust},
    store::{known_certificates, read_whole},
};
use std::path::{Path, PathBuf};

/// The longest certificate that is read, in bytes.
const LONGEST_CERTIFICATE: u64 = 1 << 20;

impl Office {
    /// Tells whose certificate stands in a file, and whether they are known.
    pub(super) fn read_signer(&self, file: &Path) -> Result<Reply, DeskError> {
        let certificate = certificate(file)?;
        let signers = self.shelf.signers(self.now())?.unwrap_or_default();
        let known = signers.get(&certificate.fingerprint());
        let since = known.map(|signer| signer.since);
        Ok(Reply::SignerRead(self.signer_line(&certificate, since, file.to_path_buf())))
    }

    /// Knows someone from now on, if the file still has the fingerprint that was compared.
    pub(super) fn add_signer(&mut self, signer: &NewSigner) -> Result<(), DeskError> {
        let certificate = certificate(&signer.file)?;
        let fingerprint = certificate.fingerprint();
        if digits(&fingerprint) != digits(&signer.fingerprint) {
            return Err(KeyringError::OtherFingerprint { path: signer.file.clone() }.into());
        }
        if self.keys()?.iter().any(|key| key.fingerprint == fingerprint) {
            return Err(KeyringError::OwnSigner.into());
        }
        let mut signers = self.shelf.signers(self.now())?.unwrap_or_default();
        if signers.get(&fingerprint).is_some() {
            return Err(KeyringError::SignerThere { name: certificate.signer().name }.into());
        }
        self.know(&mut signers, &certificate, &signer.file)?;
        Ok(self.shelf.keep_signers(&signers)?)
    }

    /// Knows someone no more. Records keep what they say.
    pub(super) fn remove_signer(&mut self, fingerprint: &str) -> Result<(), DeskError> {
        let mut signers = self.shelf.signers(self.now())?.unwrap_or_default();
        let wanted = digits(fingerprint);
        let place = signers.0.iter().position(|signer| digits(&signer.fingerprint) == wanted);
        let gone = signers.0.remove(place.ok_or(KeyringError::NoSigner)?);
        // First the list: who stands in it without a certificate is not known either.
        self.shelf.keep_signers(&signers)?;
        Ok(self.shelf.remove_certificate(&gone)?)
    }

    /// Who else is known, by name.
    pub(super) fn signers(&self) -> Result<Vec<SignerLine>, DeskError> {
        let signers = self.shelf.signers(self.now())?.unwrap_or_default();
        let mut lines: Vec<SignerLine> =
            signers.0.into_iter().map(|signer| self.known_line(signer)).collect();
        lines.sort_by_cached_key(|line| (line.name.to_lowercase(), line.fingerprint.clone()));
        Ok(lines)
    }

    /// Everybody who is known here.
    pub(super) fn trust(&self) -> Result<Trust, DeskError> {
        Ok(Trust { certificates: trusted(self.shelf.folder())? })
    }

    /// Takes over whoever was known in a folder from before there was a list, once, and says so.
    pub(super) fn take_over_signers(&mut self) -> Result<(), DeskError> {
        if self.shelf.signers(self.now())?.is_some() {
            return Ok(());
        }
        let mut signers = KnownSigners::default();
        for (path, pem) in self.shelf.loose_certificates()? {
            if let Ok(certificate) = Certificate::from_pem(&pem) {
                self.know(&mut signers, &certificate, &path)?;
            }
        }
        if !signers.0.is_empty() {
            self.notices.push(words::signers_taken_over(signers.0.len()));
            self.shelf.keep_signers(&signers)?;
        } else if !self.shelf.keys()?.is_empty() {
            self.begin_list()?;
        }
        Ok(())
    }

    /// Begins the list, if there is none yet.
    pub(super) fn begin_list(&self) -> Result<(), DeskError> {
        if self.shelf.signers(self.now())?.is_none() {
            self.shelf.keep_signers(&KnownSigners::default())?;
        }
        Ok(())
    }

    /// Writes someone into `signers`, with the certificate beside them.
    fn know(
        &self,
        signers: &mut KnownSigners,
        certificate: &Certificate,
        file: &Path,
    ) -> Result<(), DeskError> {
        let name = certificate.signer().name;
        let kept = self.shelf.keep_certificate(&name, &certificate.pem())?;
        signers.0.push(KnownSigner {
            name,
            fingerprint: certificate.fingerprint(),
            since: self.now(),
            file: file.display().to_string(),
            certificate: kept,
        });
        Ok(())
    }

    fn known_line(&self, signer: KnownSigner) -> SignerLine {
        let (_, pem) = self.shelf.certificate(&signer);
        let certificate = pem.and_then(|pem| Certificate::from_pem(&pem).ok());
        let certificate = certificate.filter(|found| found.fingerprint() == signer.fingerprint);
        match certificate {
            Some(found) => self.signer_line(&found, Some(signer.since), signer.file.into()),
            None => SignerLine {
                name: signer.name,
                fingerprint: signer.fingerprint,
                since: Some(signer.since),
                file: signer.file.into(),
                lost: true,
                ..SignerLine::default()
            },
        }
    }

    fn signer_line(
        &self,
        certificate: &Certificate,
        since: Option<Moment>,
        file: PathBuf,
    ) -> SignerLine {
        let signer = certificate.signer();
        let until = Moment::new(certificate.valid_until(), self.now().offset()).date();
        SignerLine {
            name: signer.name,
            role: signer.role,
            organisation: signer.organisation,
            fingerprint: certificate.fingerprint(),
            until: Some(until),
            since,
            file,
            lost: false,
        }
    }
}

/// The certificates in PEM of everybody who is known in the data folder `folder`, without claiming it; a file there
/// that is no certificate, or another than was compared, makes nobody known.
///
/// # Errors
/// The folder cannot be read.
pub fn known(folder: &Path) -> Result<Vec<String>, DeskError> {
    Ok(trusted(folder)?.iter().map(Certificate::pem).collect())
}

fn trusted(folder: &Path) -> Result<Vec<Certificate>, DeskError> {
    let read = |(pem, expected): (String, Option<String>)| {
        let certificate = Certificate::from_pem(&pem).ok()?;
        let same = expected.is_none_or(|expected| expected == certificate.fingerprint());
        same.then_some(certificate)
    };
    Ok(known_certificates(folder)?.into_iter().filter_map(read).collect())
}

fn certificate(file: &Path) -> Result<Certificate, DeskError> {
    let bytes = read_whole(file, LONGEST_CERTIFICATE)?;
    let none = |_| KeyringError::NoCertificate { path: file.to_path_buf() }.into();
    Certificate::from_file(&bytes).map_err(none)
}

/// A fingerprint without the spaces and colons by which people and programs group it.
fn digits(fingerprint: &str) -> String {
    fingerprint.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_lowercase()
}
