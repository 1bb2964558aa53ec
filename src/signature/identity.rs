//! Who signs: a private key and the certificate that belongs to it.

use std::time::Duration;

use der::{Decode, Encode, asn1::GeneralizedTime};
use jiff::Timestamp;
use p256::{
    ecdsa::{DerSignature, SigningKey},
    elliptic_curve::Generate,
};
use rand::CryptoRng;
use signature::Signer as _;
use spki::{EncodePublicKey, SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::{
    TbsCertificate,
    builder::{Builder, CertificateBuilder, profile::BuilderProfile},
    ext::{
        Extension, ToExtension,
        pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier},
    },
    name::Name,
    serial_number::SerialNumber,
    time::{Time, Validity},
};

use super::{certificate::Certificate, claim::Signer, error::KeyError, pkcs12, subject};

/// Clocks of two devices differ; a certificate starts an hour before it is made.
const BEFORE: Duration = Duration::from_secs(60 * 60);
/// Ten years: as long as a record of a processing may have to be accounted for.
const LIFETIME: Duration = Duration::from_secs(3653 * 24 * 60 * 60);

/// A private key on P-256 with its certificate. The key is wiped from memory when dropped.
pub struct Identity {
    key: SigningKey,
    certificate: Certificate,
    issuers: Vec<Certificate>,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("fingerprint", &self.fingerprint()).finish_non_exhaustive()
    }
}

impl Identity {
    /// Makes a new key and a certificate for it, signed by itself and valid for ten years from just before `now`.
    ///
    /// Whoever trusts such a signature trusts this very certificate; its fingerprint is what people compare.
    pub fn create(
        signer: &Signer,
        now: Timestamp,
        random: &mut impl CryptoRng,
    ) -> Result<Self, KeyError> {
        let subject = subject::from_signer(signer)?;
        let second = u64::try_from(now.as_second()).map_err(|_| KeyError::Time)?;
        let start = Duration::from_secs(second).checked_sub(BEFORE).ok_or(KeyError::Time)?;
        let validity = Validity::new(at(start)?, at(start + LIFETIME)?);
        let key = SigningKey::generate_from_rng(random);
        let serial = SerialNumber::generate(random);
        let certificate = issue(&key, subject, serial, validity)
            .map_err(|error| KeyError::Encoding(error.to_string()))?;
        Self::new(key, certificate, Vec::new())
    }

    /// Joins a key and its certificate; refuses those that do not belong together or may not sign.
    pub(super) fn new(
        key: SigningKey,
        certificate: Certificate,
        issuers: Vec<Certificate>,
    ) -> Result<Self, KeyError> {
        let encoding = |error: &dyn std::fmt::Display| KeyError::Encoding(error.to_string());
        let own = key.verifying_key().to_public_key_der().map_err(|error| encoding(&error))?;
        let stated = certificate.parsed().tbs_certificate().subject_public_key_info().to_der();
        if stated.map_err(|error| encoding(&error))? != own.as_bytes() {
            return Err(KeyError::NoCertificate);
        }
        if !certificate.may_sign() {
            return Err(KeyError::Usage);
        }
        Ok(Self { key, certificate, issuers })
    }

    /// The key and certificate as a PKCS#12 file (RFC 7292): PBES2 with AES-256, HMAC-SHA-256 over the whole.
    pub fn to_pkcs12(&self, passphrase: &str) -> Result<Vec<u8>, KeyError> {
        pkcs12::write(self, passphrase)
    }

    /// Opens a PKCS#12 file.
    pub fn from_pkcs12(bytes: &[u8], passphrase: &str) -> Result<Self, KeyError> {
        pkcs12::read(bytes, passphrase)
    }

    /// The certificate in PEM, to give to those who are to trust it.
    pub fn certificate_pem(&self) -> String {
        self.certificate.pem()
    }

    /// SHA-256 of the certificate, as groups of four hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        self.certificate.fingerprint()
    }

    /// Whom the certificate names.
    pub fn signer(&self) -> Signer {
        self.certificate.signer()
    }

    /// The certificate.
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The certificates of the issuers, nearest first; empty when self-signed.
    pub(super) fn issuers(&self) -> &[Certificate] {
        &self.issuers
    }

    pub(super) fn key(&self) -> &SigningKey {
        &self.key
    }

    /// Signs `message`: ECDSA with SHA-256, deterministic (RFC 6979), in DER.
    pub(super) fn sign(&self, message: &[u8]) -> Vec<u8> {
        let signature: DerSignature = self.key.sign(message);
        signature.as_bytes().to_vec()
    }
}

fn at(moment: Duration) -> Result<Time, KeyError> {
    let time = GeneralizedTime::from_unix_duration(moment).map_err(|_| KeyError::Time)?;
    Ok(Time::GeneralTime(time))
}

fn issue(
    key: &SigningKey,
    subject: Name,
    serial: SerialNumber,
    validity: Validity,
) -> x509_cert::builder::Result<Certificate> {
    let public = key.verifying_key().to_public_key_der()?;
    let public = SubjectPublicKeyInfoOwned::from_der(public.as_bytes())?;
    let builder = CertificateBuilder::new(OwnProfile { subject }, serial, validity, public)?;
    let certificate = builder.build::<_, DerSignature>(key)?;
    Ok(Certificate::from_parsed(certificate)?)
}

/// A self-signed certificate of a person, for signing documents and nothing else.
struct OwnProfile {
    subject: Name,
}

impl BuilderProfile for OwnProfile {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        public: SubjectPublicKeyInfoRef<'_>,
        _issuer: SubjectPublicKeyInfoRef<'_>,
        tbs: &TbsCertificate,
    ) -> x509_cert::builder::Result<Vec<Extension>> {
        let mut extensions = Vec::new();
        let identifier = SubjectKeyIdentifier::try_from(public)?;
        extensions.push(identifier.to_extension(tbs.subject(), &extensions)?);
        let constraints = BasicConstraints { ca: false, path_len_constraint: None };
        extensions.push(constraints.to_extension(tbs.subject(), &extensions)?);
        let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
        extensions.push(usage.to_extension(tbs.subject(), &extensions)?);
        Ok(extensions)
    }
}
