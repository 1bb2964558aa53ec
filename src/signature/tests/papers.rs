//! Certificates as a test wants them: anybody's, for anything, signed by whomever.

use std::{str::FromStr, time::Duration};

use der::{Decode, asn1::GeneralizedTime};
use p256::{
    ecdsa::{DerSignature, SigningKey},
    elliptic_curve::Generate,
};
use spki::{EncodePublicKey, SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::{
    TbsCertificate,
    builder::{Builder, CertificateBuilder, Result, profile::BuilderProfile},
    ext::{
        Extension, ToExtension,
        pkix::{BasicConstraints, KeyUsage, KeyUsages},
    },
    name::Name,
    serial_number::SerialNumber,
    time::{Time, Validity},
};

use super::fixtures::now;
use crate::signature::{Identity, certificate::Certificate, secret_key::SecretKey};

/// A key of which the test has the certificate too.
pub(super) struct Holder {
    pub(super) key: SigningKey,
    pub(super) certificate: Certificate,
}

/// What a certificate says.
#[derive(Clone, Debug)]
pub(super) struct Paper {
    /// The subject, such as `CN=Anna`.
    pub(super) subject: &'static str,
    /// Whether it is an authority's.
    pub(super) authority: bool,
}

impl Paper {
    pub(super) fn person(subject: &'static str) -> Self {
        Self { subject, authority: false }
    }

    pub(super) fn authority(subject: &'static str) -> Self {
        Self { subject, authority: true }
    }

    /// Makes the certificate of a new key, signed by `issuer` or by itself.
    pub(super) fn issued_by(self, issuer: Option<&Holder>) -> Holder {
        let key = SigningKey::generate_from_rng(&mut rand::rng());
        let public = key.verifying_key().to_public_key_der().unwrap();
        let public = SubjectPublicKeyInfoOwned::from_der(public.as_bytes()).unwrap();
        let serial = SerialNumber::generate(&mut rand::rng());
        let issuer_name =
            issuer.map(|issuer| issuer.certificate.parsed().tbs_certificate().subject().clone());
        let profile = Profile { paper: self, issuer: issuer_name };
        let builder = CertificateBuilder::new(profile, serial, validity(), public).unwrap();
        let signer = issuer.map_or(&key, |issuer| &issuer.key);
        let certificate = builder.build::<_, DerSignature>(signer).unwrap();
        Holder { certificate: Certificate::from_parsed(certificate).unwrap(), key }
    }
}

impl Holder {
    /// The holder as someone who signs, with these certificates beside the own one.
    pub(super) fn identity(&self, others: &[&Holder]) -> Identity {
        let others = others.iter().map(|other| other.certificate.clone());
        let certificates = std::iter::once(self.certificate.clone()).chain(others).collect();
        Identity::assembled(SecretKey::P256(self.key.clone()), certificates).unwrap()
    }
}

fn validity() -> Validity {
    let second = u64::try_from(now().as_second()).unwrap();
    let at = |second| {
        let time = GeneralizedTime::from_unix_duration(Duration::from_secs(second));
        Time::GeneralTime(time.unwrap())
    };
    Validity::new(at(second - 3600), at(second + 3600 * 24 * 365))
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
            KeyUsage(KeyUsages::KeyCertSign.into())
        } else {
            KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation)
        };
        Ok(vec![
            constraints.to_extension(tbs.subject(), &[])?,
            usage.to_extension(tbs.subject(), &[])?,
        ])
    }
}
