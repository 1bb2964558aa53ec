//! Certificates (RFC 5280): what they say, whether they may sign, and which of them are trusted.

use const_oid::db::rfc5912::{
    ANY_EXTENDED_KEY_USAGE, ECDSA_WITH_SHA_256, ID_KP_EMAIL_PROTECTION, RSA_ENCRYPTION,
    SECP_256_R_1, SECP_384_R_1, SHA_256_WITH_RSA_ENCRYPTION,
};
use der::{Any, Decode, DecodePem, Encode, EncodePem, pem::LineEnding};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use signature::hazmat::PrehashVerifier;
use spki::{AlgorithmIdentifierOwned, DecodePublicKey, ObjectIdentifier};
use thiserror::Error;
use x509_cert::{
    ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage},
    time::Time,
};

use super::{
    algorithm::{self, Hash},
    claim::Signer,
    cms::IssuerAndSerialNumber,
    hex,
    problem::Problem,
    subject,
};

/// The lines around a certificate in PEM (RFC 7468, 5.1).
const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

/// Why a text is not a certificate.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("not a certificate in pem: {0}")]
pub struct CertificateError(String);

/// A certificate, kept with the very bytes it came in.
#[derive(Clone, Debug)]
pub struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Certificate {}

impl Certificate {
    /// Reads a certificate in PEM (RFC 7468).
    pub fn from_pem(pem: &str) -> Result<Self, CertificateError> {
        let parsed = x509_cert::Certificate::from_pem(pem.as_bytes())
            .map_err(|error| CertificateError(error.to_string()))?;
        Self::from_parsed(parsed).map_err(|error| CertificateError(error.to_string()))
    }

    /// Reads a certificate as people hand it on: in PEM, or in DER (`.cer`, `.crt`).
    pub fn from_file(bytes: &[u8]) -> Result<Self, CertificateError> {
        match std::str::from_utf8(bytes) {
            Ok(text) if text.contains("-----BEGIN") => {
                let from = text.find(BEGIN).unwrap_or_default();
                let block = &text[from..];
                let end = block.find(END).map_or(block.len(), |at| at + END.len());
                Self::from_pem(&block[..end])
            }
            _ => Self::from_der(bytes).map_err(|error| CertificateError(error.to_string())),
        }
    }

    /// Reads a certificate in DER.
    pub(super) fn from_der(der: &[u8]) -> der::Result<Self> {
        Ok(Self { der: der.to_vec(), parsed: x509_cert::Certificate::from_der(der)? })
    }

    pub(super) fn from_parsed(parsed: x509_cert::Certificate) -> der::Result<Self> {
        Ok(Self { der: parsed.to_der()?, parsed })
    }

    /// The certificate in PEM.
    pub fn pem(&self) -> String {
        // Encoding what was decoded before cannot fail; an empty text would say so.
        self.parsed.to_pem(LineEnding::LF).unwrap_or_default()
    }

    /// SHA-256 of the certificate, as groups of four lower-case hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        hex::groups(&Sha256::digest(&self.der))
    }

    /// Whom the certificate is of; parts it does not name are empty.
    pub fn signer(&self) -> Signer {
        subject::to_signer(self.parsed.tbs_certificate().subject())
    }

    pub(super) fn der(&self) -> &[u8] {
        &self.der
    }

    pub(super) fn parsed(&self) -> &x509_cert::Certificate {
        &self.parsed
    }

    /// Whether this is the certificate of the public key in `info`, in DER.
    pub(super) fn has_key(&self, info: &[u8]) -> bool {
        let stated = self.parsed.tbs_certificate().subject_public_key_info().to_der();
        stated.is_ok_and(|stated| stated == info)
    }

    /// The first moment at which the certificate is valid.
    pub fn valid_from(&self) -> Timestamp {
        timestamp(self.parsed.tbs_certificate().validity().not_before)
    }

    /// The last moment at which the certificate is valid.
    pub fn valid_until(&self) -> Timestamp {
        timestamp(self.parsed.tbs_certificate().validity().not_after)
    }

    /// Whether the certificate says that `other` issued it. Says nothing about signatures.
    pub(super) fn names_issuer(&self, other: &Self) -> bool {
        self.parsed.tbs_certificate().issuer() == other.parsed.tbs_certificate().subject()
    }

    /// Whether `other` is the authority that issued this certificate: by name and by signature.
    pub(super) fn is_issued_by(&self, other: &Self) -> bool {
        other.is_authority() && self.names_issuer(other) && self.is_signed_by(other)
    }

    /// Whether `other`'s key signed this certificate.
    fn is_signed_by(&self, other: &Self) -> bool {
        let algorithm = self.parsed.signature_algorithm();
        let Ok(message) = self.parsed.tbs_certificate().to_der() else { return false };
        let Some(signature) = self.parsed.signature().as_bytes() else { return false };
        let key = other.parsed.tbs_certificate().subject_public_key_info();
        algorithm == self.parsed.tbs_certificate().signature()
            && algorithm::verify(key, algorithm, None, (&message, signature)).is_ok()
    }

    /// How the key of this certificate signs a record: ECDSA with SHA-256, without parameters (RFC 5758, 3.2), or RSA with
    /// SHA-256, with NULL (RFC 4055, 5).
    pub(super) fn signing_algorithm(&self) -> AlgorithmIdentifierOwned {
        if self.is_rsa() {
            let parameters = Some(Any::null());
            AlgorithmIdentifierOwned { oid: SHA_256_WITH_RSA_ENCRYPTION, parameters }
        } else {
            AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA_256, parameters: None }
        }
    }

    /// Whether its key is an RSA key.
    pub fn is_rsa(&self) -> bool {
        self.parsed.tbs_certificate().subject_public_key_info().algorithm.oid == RSA_ENCRYPTION
    }

    /// What sort of key it is of, as people name it: `P-256`, `P-384` or `RSA`; empty for others.
    pub fn key_kind(&self) -> &'static str {
        let algorithm = &self.parsed.tbs_certificate().subject_public_key_info().algorithm;
        let curve = algorithm.parameters.as_ref().and_then(|curve| curve.decode_as().ok());
        match curve {
            _ if self.is_rsa() => "RSA",
            Some(SECP_256_R_1) => "P-256",
            Some(SECP_384_R_1) => "P-384",
            _ => "",
        }
    }

    /// Checks a signature made with the key of this certificate, with SHA-256: what a signature under a record is.
    pub(super) fn check_signature(
        &self,
        algorithm: ObjectIdentifier,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), Problem> {
        let own = self.signing_algorithm();
        if algorithm != own.oid {
            return Err(Problem::SignatureAlgorithm);
        }
        if algorithm == SHA_256_WITH_RSA_ENCRYPTION {
            let key = self.parsed.tbs_certificate().subject_public_key_info();
            return algorithm::verify(key, &own, Some(Hash::Sha256), (message, signature));
        }
        self.check_digest(&Sha256::digest(message), signature)
    }

    /// Checks an ECDSA signature of a digest, on P-256 or P-384 (FIPS 186-5).
    fn check_digest(&self, digest: &[u8], signature: &[u8]) -> Result<(), Problem> {
        let key = self.parsed.tbs_certificate().subject_public_key_info().to_der();
        let key = key.map_err(|_| Problem::SignatureAlgorithm)?;
        let invalid = |_| Problem::SignatureInvalid;
        if let Ok(key) = p256::ecdsa::VerifyingKey::from_public_key_der(&key) {
            let signature = p256::ecdsa::DerSignature::from_bytes(signature).map_err(invalid)?;
            return key.verify_prehash(digest, &signature).map_err(invalid);
        }
        let key = p384::ecdsa::VerifyingKey::from_public_key_der(&key)
            .map_err(|_| Problem::SignatureAlgorithm)?;
        let signature = p384::ecdsa::DerSignature::from_bytes(signature).map_err(invalid)?;
        key.verify_prehash(digest, &signature).map_err(invalid)
    }

    /// Whether the certificate was valid at `second` (Unix time).
    pub(super) fn covers(&self, second: i64) -> bool {
        let validity = self.parsed.tbs_certificate().validity();
        let Ok(second) = u64::try_from(second) else { return false };
        validity.not_before.to_unix_duration().as_secs() <= second
            && second <= validity.not_after.to_unix_duration().as_secs()
    }

    /// Whether the holder may bind himself with it: contentCommitment (nonRepudiation), and not an authority.
    pub(super) fn may_sign(&self) -> bool {
        let usage = self.parsed.tbs_certificate().get_extension::<KeyUsage>();
        let binds = matches!(usage, Ok(Some((_, usage))) if usage.non_repudiation());
        binds && !self.is_authority() && self.is_for_documents()
    }

    /// Whether a certificate that says what it is for (RFC 5280, 4.2.1.12) says documents or mail (RFC 9336), or anything.
    fn is_for_documents(&self) -> bool {
        const DOCUMENT_SIGNING: ObjectIdentifier =
            ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36");
        let fits = [DOCUMENT_SIGNING, ID_KP_EMAIL_PROTECTION, ANY_EXTENDED_KEY_USAGE];
        match self.parsed.tbs_certificate().get_extension::<ExtendedKeyUsage>() {
            Ok(None) => true,
            Ok(Some((_, uses))) => uses.0.iter().any(|used| fits.contains(used)),
            Err(_) => false,
        }
    }

    /// Whether the certificate is for `purpose` and nothing else, and says that whoever does not understand this must refuse it.
    pub(super) fn is_only_for(&self, purpose: ObjectIdentifier) -> bool {
        let uses = self.parsed.tbs_certificate().get_extension::<ExtendedKeyUsage>();
        let only = matches!(uses, Ok(Some((true, uses))) if uses.0 == [purpose]);
        let usage = self.parsed.tbs_certificate().get_extension::<KeyUsage>();
        let signs = match usage {
            Ok(None) => true,
            Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
            Err(_) => false,
        };
        only && signs && !self.is_authority()
    }

    /// Whether this is the certificate that a signer names.
    pub(super) fn is_of(&self, signer: &IssuerAndSerialNumber) -> bool {
        let tbs = self.parsed.tbs_certificate();
        *tbs.issuer() == signer.issuer && *tbs.serial_number() == signer.serial
    }

    fn is_authority(&self) -> bool {
        match self.parsed.tbs_certificate().get_extension::<BasicConstraints>() {
            Ok(found) => found.is_some_and(|(_, constraints)| constraints.ca),
            Err(_) => true,
        }
    }

    /// Everything about the certificate itself that makes a signature at `second` worthless.
    pub(super) fn problems(&self, second: i64) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.names_issuer(self) && !self.is_signed_by(self) {
            problems.push(Problem::CertificateSignature);
        }
        if !self.covers(second) {
            problems.push(Problem::CertificateValidity);
        }
        if !self.may_sign() {
            problems.push(Problem::CertificateUsage);
        }
        problems
    }
}

/// A moment in a certificate, which lies in the years 1970 to 9999 (RFC 5280, 4.1.2.5).
fn timestamp(time: Time) -> Timestamp {
    let second = i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    Timestamp::from_second(second).unwrap_or(Timestamp::MAX)
}

/// The certificates that the reader of a file trusts.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// Certificates of people, or of authorities that issue certificates to people.
    pub certificates: Vec<Certificate>,
}

impl Trust {
    /// Reads certificates in PEM, one a text.
    pub fn from_pem(pems: &[&str]) -> Result<Self, CertificateError> {
        let certificates = pems.iter().map(|pem| Certificate::from_pem(pem));
        Ok(Self { certificates: certificates.collect::<Result<_, _>>()? })
    }

    /// Whether `certificate` is one of these, or was issued by an authority among them that was valid at `second`.
    pub(super) fn knows(&self, certificate: &Certificate, second: i64) -> bool {
        self.certificates.iter().any(|trusted| {
            trusted == certificate || (trusted.covers(second) && certificate.is_issued_by(trusted))
        })
    }
}
