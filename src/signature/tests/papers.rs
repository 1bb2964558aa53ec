//! Certificates as a test wants them: anybody's, for anything, with any key, signed by whomever.

use std::{str::FromStr, time::Duration};

use const_oid::db::rfc5912::{
    ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ID_KP_TIME_STAMPING, ID_RSASSA_PSS, RSA_ENCRYPTION,
};
use der::{
    Any, Decode, Encode,
    asn1::{GeneralizedTime, ObjectIdentifier},
};
use p256::elliptic_curve::Generate;
use pkcs8::DecodePrivateKey;
use rsa::{Pss, pkcs1::RsaPssParams, pkcs1v15};
use sha2::{Digest, Sha256, Sha384};
use signature::Signer as _;
use spki::{
    AlgorithmIdentifierOwned, EncodePublicKey, SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef,
};
use x509_cert::{
    TbsCertificate,
    builder::{Builder, CertificateBuilder, Result, profile::BuilderProfile},
    ext::{
        Extension, ToExtension,
        pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages},
    },
    name::Name,
    serial_number::SerialNumber,
    time::{Time, Validity},
};

use super::fixtures::now;
use crate::signature::{Identity, certificate::Certificate, secret_key::SecretKey};

/// A day in seconds.
pub(super) const DAY: i64 = 24 * 3600;

/// A private key of a kind that occurs.
#[derive(Clone)]
pub(super) enum Key {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    Rsa(Box<rsa::PrivateKey>),
    RsaPss(Box<rsa::PrivateKey>),
}

impl Key {
    pub(super) fn p256() -> Self {
        Self::P256(p256::ecdsa::SigningKey::generate_from_rng(&mut rand::rng()))
    }

    pub(super) fn p384() -> Self {
        Self::P384(p384::ecdsa::SigningKey::generate_from_rng(&mut rand::rng()))
    }

    pub(super) fn rsa() -> Self {
        Self::Rsa(Box::new(rsa_key()))
    }

    pub(super) fn rsa_pss() -> Self {
        Self::RsaPss(Box::new(rsa_key()))
    }

    fn public(&self) -> SubjectPublicKeyInfoOwned {
        let der = match self {
            Self::P256(key) => key.verifying_key().to_public_key_der(),
            Self::P384(key) => key.verifying_key().to_public_key_der(),
            Self::Rsa(key) | Self::RsaPss(key) => key.to_public_key().to_public_key_der(),
        };
        SubjectPublicKeyInfoOwned::from_der(der.unwrap().as_bytes()).unwrap()
    }

    /// The name of the algorithm in a CMS.
    pub(super) fn algorithm(&self) -> AlgorithmIdentifierOwned {
        let parameters = RsaPssParams::new::<Sha256>(32).to_der().unwrap();
        let (oid, parameters) = match self {
            Self::P256(_) => (ECDSA_WITH_SHA_256, None),
            Self::P384(_) => (ECDSA_WITH_SHA_384, None),
            Self::Rsa(_) => (RSA_ENCRYPTION, Some(Any::null())),
            Self::RsaPss(_) => (ID_RSASSA_PSS, Some(Any::from_der(&parameters).unwrap())),
        };
        AlgorithmIdentifierOwned { oid, parameters }
    }

    /// Whether it signs with SHA-384 rather than SHA-256.
    pub(super) fn is_long(&self) -> bool {
        matches!(self, Self::P384(_))
    }

    pub(super) fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::P256(key) => {
                let value: p256::ecdsa::DerSignature = key.sign(message);
                value.as_bytes().to_vec()
            }
            Self::P384(key) => {
                let value: p384::ecdsa::DerSignature = key.sign(message);
                value.as_bytes().to_vec()
            }
            Self::Rsa(key) => {
                let scheme = rsa::Pkcs1v15Sign::new::<Sha256>();
                key.sign(scheme, &Sha256::digest(message)).unwrap()
            }
            Self::RsaPss(key) => {
                let digest = Sha256::digest(message);
                key.sign_with_rng(&mut rand::rng(), Pss::<Sha256>::new(), &digest).unwrap()
            }
        }
    }

    fn issue(&self, builder: CertificateBuilder<Profile>) -> x509_cert::Certificate {
        match self {
            Self::P256(key) => builder.build::<_, p256::ecdsa::DerSignature>(key),
            Self::P384(key) => builder.build::<_, p384::ecdsa::DerSignature>(key),
            Self::Rsa(key) | Self::RsaPss(key) => {
                let key = pkcs1v15::SigningKey::<Sha384>::new((**key).clone());
                builder.build::<_, pkcs1v15::Signature>(&key)
            }
        }
        .unwrap()
    }
}

fn rsa_key() -> rsa::PrivateKey {
    rsa::PrivateKey::from_pkcs8_pem(include_str!("data/rsa-key.pem")).unwrap()
}

/// A key of which the test has the certificate too.
#[derive(Clone)]
pub(super) struct Holder {
    pub(super) key: Key,
    pub(super) certificate: Certificate,
}

/// What a certificate says.
#[derive(Clone, Debug)]
pub(super) struct Paper {
    /// The subject, such as `CN=Anna`.
    pub(super) subject: &'static str,
    /// Whether it is an authority's.
    pub(super) authority: bool,
    /// What it is for, and whether that is critical; nothing is said of the purpose when empty.
    pub(super) purposes: (Vec<ObjectIdentifier>, bool),
    /// From when until when, in seconds from now.
    pub(super) valid: [i64; 2],
}

impl Paper {
    pub(super) fn person(subject: &'static str) -> Self {
        let purposes = (Vec::new(), false);
        Self { subject, authority: false, purposes, valid: [-3600, 365 * DAY] }
    }

    pub(super) fn authority(subject: &'static str) -> Self {
        Self { authority: true, ..Self::person(subject) }
    }

    /// A certificate for stamping time and nothing else.
    pub(super) fn stamper(subject: &'static str) -> Self {
        Self { purposes: (vec![ID_KP_TIME_STAMPING], true), ..Self::person(subject) }
    }

    /// Makes the certificate of a new key, signed by `issuer` or by itself.
    pub(super) fn issued_by(self, issuer: Option<&Holder>) -> Holder {
        self.of(Key::p256(), issuer)
    }

    /// Makes the certificate of `key`, signed by `issuer` or by itself.
    pub(super) fn of(self, key: Key, issuer: Option<&Holder>) -> Holder {
        let serial = SerialNumber::generate(&mut rand::rng());
        let name =
            |issuer: &Holder| issuer.certificate.parsed().tbs_certificate().subject().clone();
        let validity = Validity::new(at(self.valid[0]), at(self.valid[1]));
        let profile = Profile { paper: self, issuer: issuer.map(name) };
        let builder = CertificateBuilder::new(profile, serial, validity, key.public()).unwrap();
        let certificate = issuer.map_or(&key, |issuer| &issuer.key).issue(builder);
        Holder { certificate: Certificate::from_parsed(certificate).unwrap(), key }
    }
}

impl Holder {
    /// The holder as someone who signs, with these certificates beside the own one.
    pub(super) fn identity(&self, others: &[&Holder]) -> Identity {
        let others = others.iter().map(|other| other.certificate.clone());
        let certificates = std::iter::once(self.certificate.clone()).chain(others).collect();
        let Key::P256(key) = &self.key else { panic!("people sign with P-256") };
        Identity::assembled(SecretKey::P256(key.clone()), certificates).unwrap()
    }
}

fn at(seconds: i64) -> Time {
    let second = u64::try_from(now().as_second() + seconds).unwrap();
    Time::GeneralTime(GeneralizedTime::from_unix_duration(Duration::from_secs(second)).unwrap())
}

struct Profile {
    paper: Paper,
    issuer: Option<Name>,
}

impl BuilderProfile for Profile {
    fn get_issuer(&self, subject: &Name) -> Name {
        self.issuer.clone().unwrap_or_else(|| subject.clone())
    }

    fn get_subject(&self) -> Name {
        Name::from_str(self.paper.subject).unwrap()
    }

    fn build_extensions(
        &self,
        _public: SubjectPublicKeyInfoRef<'_>,
        _issuer: SubjectPublicKeyInfoRef<'_>,
        tbs: &TbsCertificate,
    ) -> Result<Vec<Extension>> {
        let constraints = BasicConstraints { ca: self.paper.authority, path_len_constraint: None };
        let usage = if self.paper.authority {
            KeyUsage(KeyUsages::KeyCertSign | KeyUsages::DigitalSignature)
        } else {
            KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation)
        };
        let mut extensions = vec![
            constraints.to_extension(tbs.subject(), &[])?,
            usage.to_extension(tbs.subject(), &[])?,
        ];
        let (purposes, critical) = self.paper.purposes.clone();
        if !purposes.is_empty() {
            let purposes = ExtendedKeyUsage(purposes).to_extension(tbs.subject(), &[])?;
            extensions.push(Extension { critical, ..purposes });
        }
        Ok(extensions)
    }
}
