//! The algorithms with which others sign: authorities that issue certificates, and those that stamp the time; and the one
//! way in which people sign with RSA.
//!
//! Only public keys come here. What people themselves may sign with is narrower:
//! [`super::certificate::Certificate::check_signature`].

use const_oid::db::rfc5912::{
    ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ECDSA_WITH_SHA_512, ID_RSASSA_PSS, ID_SHA_256,
    ID_SHA_384, ID_SHA_512, RSA_ENCRYPTION, SECP_256_R_1, SECP_384_R_1,
    SHA_256_WITH_RSA_ENCRYPTION, SHA_384_WITH_RSA_ENCRYPTION, SHA_512_WITH_RSA_ENCRYPTION,
};
use der::{Any, Encode};
use rsa::{Pkcs1v15Sign, Pss, PublicKey, pkcs1::RsaPssParams, traits::PublicKeyParts};
use sha2::{Digest, Sha256, Sha384, Sha512};
use signature::hazmat::PrehashVerifier;
use spki::{
    AlgorithmIdentifierOwned, DecodePublicKey, ObjectIdentifier, SubjectPublicKeyInfoOwned,
};

use super::problem::Problem;

/// Shorter RSA keys are refused (ETSI TS 119 312, 8: from 2025 on 3072 is advised; authorities still use 2048).
pub(super) const LEAST_RSA_BITS: u32 = 2048;

/// A digest that is sound today.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// The digest of this name; none if it is weak or unknown here.
    pub(super) fn of(name: ObjectIdentifier) -> Option<Self> {
        [(ID_SHA_256, Self::Sha256), (ID_SHA_384, Self::Sha384), (ID_SHA_512, Self::Sha512)]
            .into_iter()
            .find_map(|(oid, hash)| (oid == name).then_some(hash))
    }

    /// The digest of `message`.
    pub(super) fn digest(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(message).to_vec(),
            Self::Sha384 => Sha384::digest(message).to_vec(),
            Self::Sha512 => Sha512::digest(message).to_vec(),
        }
    }

    /// PKCS #1, version 1.5 (RFC 8017, 8.2).
    fn padded(self) -> Pkcs1v15Sign {
        match self {
            Self::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
            Self::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
            Self::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
        }
    }

    /// Whether `parameters` name this digest everywhere, with a salt of its length (RFC 4055, 3.1).
    fn is_in(self, parameters: Option<&Any>) -> bool {
        let expected = match self {
            Self::Sha256 => RsaPssParams::new::<Sha256>(32).to_der(),
            Self::Sha384 => RsaPssParams::new::<Sha384>(48).to_der(),
            Self::Sha512 => RsaPssParams::new::<Sha512>(64).to_der(),
        };
        let given = parameters.map(Encode::to_der);
        matches!((expected, given), (Ok(expected), Some(Ok(given))) if expected == given)
    }
}

/// Checks `signature` of `message` with a public key. `stated` is the digest that stands beside the signature, which some
/// algorithms leave to it.
///
/// # Errors
/// [`Problem::SignatureAlgorithm`] for what is weak or not known here, [`Problem::SignatureInvalid`] if it does not hold.
pub(super) fn verify(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    stated: Option<Hash>,
    (message, signature): (&[u8], &[u8]),
) -> Result<(), Problem> {
    let scheme = scheme(algorithm, stated).ok_or(Problem::SignatureAlgorithm)?;
    if stated.is_some_and(|stated| stated != scheme.hash) {
        return Err(Problem::SignatureAlgorithm);
    }
    let digest = scheme.hash.digest(message);
    match scheme.kind {
        Kind::Ecdsa => verify_on_curve(key, &digest, signature),
        kind => verify_rsa(key, (kind, scheme.hash), &digest, signature),
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Ecdsa,
    Padded,
    Pss,
}

struct Scheme {
    kind: Kind,
    hash: Hash,
}

fn scheme(algorithm: &AlgorithmIdentifierOwned, stated: Option<Hash>) -> Option<Scheme> {
    let (kind, hash) = match algorithm.oid {
        ECDSA_WITH_SHA_256 => (Kind::Ecdsa, Hash::Sha256),
        ECDSA_WITH_SHA_384 => (Kind::Ecdsa, Hash::Sha384),
        ECDSA_WITH_SHA_512 => (Kind::Ecdsa, Hash::Sha512),
        SHA_256_WITH_RSA_ENCRYPTION => (Kind::Padded, Hash::Sha256),
        SHA_384_WITH_RSA_ENCRYPTION => (Kind::Padded, Hash::Sha384),
        SHA_512_WITH_RSA_ENCRYPTION => (Kind::Padded, Hash::Sha512),
        RSA_ENCRYPTION => (Kind::Padded, stated?),
        ID_RSASSA_PSS => {
            let all = [Hash::Sha256, Hash::Sha384, Hash::Sha512];
            let named = |hash: &Hash| hash.is_in(algorithm.parameters.as_ref());
            return all.into_iter().find(named).map(|hash| Scheme { kind: Kind::Pss, hash });
        }
        _ => return None,
    };
    // RSA has NULL here, ECDSA nothing (RFC 4055, 5; RFC 5758, 3.2); each occurs in the other's place.
    let plain = algorithm.parameters.as_ref().is_none_or(|given| *given == Any::null());
    plain.then_some(Scheme { kind, hash })
}

fn verify_on_curve(
    key: &SubjectPublicKeyInfoOwned,
    digest: &[u8],
    signature: &[u8],
) -> Result<(), Problem> {
    let unknown = |_| Problem::SignatureAlgorithm;
    let curve = key.algorithm.parameters.as_ref().and_then(|curve| curve.decode_as().ok());
    let der = key.to_der().map_err(unknown)?;
    let held = match curve {
        Some(SECP_256_R_1) => {
            let key = p256::ecdsa::VerifyingKey::from_public_key_der(&der);
            let key = key.map_err(|_| Problem::SignatureAlgorithm)?;
            p256::ecdsa::Signature::from_der(signature)
                .and_then(|signature| key.verify_prehash(digest, &signature))
        }
        Some(SECP_384_R_1) => {
            let key = p384::ecdsa::VerifyingKey::from_public_key_der(&der);
            let key = key.map_err(|_| Problem::SignatureAlgorithm)?;
            p384::ecdsa::Signature::from_der(signature)
                .and_then(|signature| key.verify_prehash(digest, &signature))
        }
        _ => return Err(Problem::SignatureAlgorithm),
    };
    held.map_err(|_| Problem::SignatureInvalid)
}

fn verify_rsa(
    key: &SubjectPublicKeyInfoOwned,
    (kind, hash): (Kind, Hash),
    digest: &[u8],
    signature: &[u8],
) -> Result<(), Problem> {
    let der = key.to_der().map_err(|_| Problem::SignatureAlgorithm)?;
    let key = PublicKey::from_public_key_der(&der).map_err(|_| Problem::SignatureAlgorithm)?;
    if key.n().bit_width_vartime() < LEAST_RSA_BITS {
        return Err(Problem::SignatureAlgorithm);
    }
    let held = match (kind, hash) {
        (Kind::Pss, Hash::Sha256) => key.verify(Pss::<Sha256>::new(), digest, signature),
        (Kind::Pss, Hash::Sha384) => key.verify(Pss::<Sha384>::new(), digest, signature),
        (Kind::Pss, Hash::Sha512) => key.verify(Pss::<Sha512>::new(), digest, signature),
        _ => key.verify(hash.padded(), digest, signature),
    };
    held.map_err(|_| Problem::SignatureInvalid)
}
