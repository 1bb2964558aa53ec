//! Who signs: a private key and the certificate that belongs to it.

use std::time::Duration;

use der::{Encode, asn1::GeneralizedTime};
use jiff::Timestamp;
use p256::ecdsa::DerSignature;
use rand::CryptoRng;
use spki::SubjectPublicKeyInfoRef;
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

use super::{
    certificate::Certificate, claim::Signer, error::KeyError, key_file, pkcs12,
    secret_key::SecretKey, subject,
};

/// Clocks of two devices differ; a certificate starts an hour before it is made.
const BEFORE: Duration = Duration::from_secs(60 * 60);
/// Ten years: as long as a record of a processing may have to be accounted for.
const LIFETIME: Duration = Duration::from_secs(3653 * 24 * 60 * 60);

/// A private key with its certificate. The key is wiped from memory when dropped.
pub struct Identity {
    key: SecretKey,
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
        let key = SecretKey::generate(random);
        let serial = SerialNumber::generate(random);
        let certificate = issue(&key, subject, serial, validity)?;
        Self::assembled(key, vec![certificate])
    }

    /// Joins a key and its certificate, which is one of `certificates`; the others are those of its issuers. Refuses a key
    /// without a certificate, and a certificate that may not sign.
    pub(super) fn assembled(
        key: SecretKey,
        mut certificates: Vec<Certificate>,
    ) -> Result<Self, KeyError> {
        let own = key.public()?.to_der().map_err(|error| KeyError::Encoding(error.to_string()))?;
        let place = certificates.iter().position(|certificate| certificate.has_key(&own));
        let certificate = certificates.remove(place.ok_or(KeyError::NoCertificate)?);
        if !certificate.may_sign() {
            return Err(KeyError::Usage);
        }
        Ok(Self { key, certificate, issuers: certificates })
    }

    /// The key and certificates as we keep them: PKCS#8 under scrypt (RFC 7914) and AES-256, and the certificates, in PEM.
    /// Opening it takes 128 MiB of memory and some tenths of a second.
    pub fn to_key_file(
        &self,
        passphrase: &str,
        random: &mut impl CryptoRng,
    ) -> Result<String, KeyError> {
        key_file::write(self, passphrase, random)
    }

    /// Opens a key file: as we keep it, or PKCS#12.
    pub fn from_key_file(bytes: &[u8], passphrase: &str) -> Result<Self, KeyError> {
        if key_file::is_one(bytes) {
            key_file::read(bytes, passphrase)
        } else {
            pkcs12::read(bytes, passphrase)
        }
    }

    /// Refuses a certificate that is not valid at `now`.
    pub fn check_validity(&self, now: Timestamp) -> Result<(), KeyError> {
        let (from, until) = (self.certificate.valid_from(), self.certificate.valid_until());
        if now > until {
            return Err(KeyError::Expired(until.as_second()));
        }
        if now < from { Err(KeyError::NotYetValid(from.as_second())) } else { Ok(()) }
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

    /// Whether it signs with RSA; see RUSTSEC-2023-0071 for what speaks against that.
    pub fn is_rsa(&self) -> bool {
        matches!(self.key, SecretKey::Rsa(_))
    }

    /// The certificate.
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The certificates of the issuers, nearest first; empty when self-signed.
    pub(super) fn issuers(&self) -> &[Certificate] {
        &self.issuers
    }

    pub(super) fn key(&self) -> &SecretKey {
        &self.key
    }

    /// Signs `message` with SHA-256; see [`SecretKey::sign`].
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        self.key.sign(message)
    }
}

fn at(moment: Duration) -> Result<Time, KeyError> {
    let time = GeneralizedTime::from_unix_duration(moment).map_err(|_| KeyError::Time)?;
    Ok(Time::GeneralTime(time))
}

fn issue(
    key: &SecretKey,
    subject: Name,
    serial: SerialNumber,
    validity: Validity,
) -> Result<Certificate, KeyError> {
    // Only keys that were just made get a certificate here.
    let SecretKey::P256(signer) = key else { return Err(KeyError::KeyKind) };
    let encoding = |error: &dyn std::fmt::Display| KeyError::Encoding(error.to_string());
    let profile = OwnProfile { subject };
    let builder = CertificateBuilder::new(profile, serial, validity, key.public()?);
    let certificate = builder
        .and_then(|builder| builder.build::<_, DerSignature>(signer))
        .map_err(|error| encoding(&error))?;
    Certificate::from_parsed(certificate).map_err(|error| encoding(&error))
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
