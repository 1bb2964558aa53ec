//! A private key, whatever its kind: P-256 as we make them, and what others bring along.

use der::SecretDocument;
use p256::elliptic_curve::Generate;
use pkcs8::{DecodePrivateKey, EncodePrivateKey};
use rand::CryptoRng;
use rsa::{Pkcs1v15Sign, traits::PublicKeyParts};
use sha2::{Digest, Sha256};
use signature::{Signer as _, hazmat::PrehashSigner};
use spki::SubjectPublicKeyInfoOwned;

use super::{algorithm::LEAST_RSA_BITS, error::KeyError};

/// A private key; wiped from memory when it is dropped.
pub(super) enum SecretKey {
    /// ECDSA on P-256 (FIPS 186-5): what this program makes.
    P256(p256::ecdsa::SigningKey),
    /// ECDSA on P-384.
    P384(p384::ecdsa::SigningKey),
    /// RSA, PKCS #1 version 1.5 (RFC 8017, 8.2): only what others bring along and someone wants all the same, because of
    /// RUSTSEC-2023-0071.
    Rsa(Box<rsa::PrivateKey>),
}

/// Longer RSA keys are refused: they sign no better, and slowly.
const MOST_RSA_BITS: u32 = 4096;

impl SecretKey {
    /// A new key on P-256.
    pub(super) fn generate(random: &mut impl CryptoRng) -> Self {
        Self::P256(p256::ecdsa::SigningKey::generate_from_rng(random))
    }

    /// Reads a key in DER (PKCS#8, RFC 5958).
    pub(super) fn from_pkcs8(der: &[u8]) -> Result<Self, KeyError> {
        if let Ok(key) = p256::ecdsa::SigningKey::from_pkcs8_der(der) {
            return Ok(Self::P256(key));
        }
        if let Ok(key) = p384::ecdsa::SigningKey::from_pkcs8_der(der) {
            return Ok(Self::P384(key));
        }
        let key = rsa::PrivateKey::from_pkcs8_der(der).map_err(|_| KeyError::KeyKind)?;
        match key.n().bit_width_vartime() {
            short if short < LEAST_RSA_BITS => Err(KeyError::ShortKey(short)),
            long if long > MOST_RSA_BITS => Err(KeyError::KeyKind),
            _ => Ok(Self::Rsa(Box::new(key))),
        }
    }

    /// The key in DER (PKCS#8, RFC 5958), wiped when it is dropped.
    pub(super) fn to_pkcs8(&self) -> Result<SecretDocument, KeyError> {
        let der = match self {
            Self::P256(key) => key.to_pkcs8_der(),
            Self::P384(key) => key.to_pkcs8_der(),
            Self::Rsa(key) => key.to_pkcs8_der(),
        };
        der.map_err(|error| KeyError::Encoding(error.to_string()))
    }

    /// The public key as certificates state it (RFC 5280, 4.1.2.7).
    pub(super) fn public(&self) -> Result<SubjectPublicKeyInfoOwned, KeyError> {
        let public = match self {
            Self::P256(key) => SubjectPublicKeyInfoOwned::from_key(key.verifying_key()),
            Self::P384(key) => SubjectPublicKeyInfoOwned::from_key(key.verifying_key()),
            Self::Rsa(key) => SubjectPublicKeyInfoOwned::from_key(key.as_public_key()),
        };
        public.map_err(|error| KeyError::Encoding(error.to_string()))
    }

    /// Signs `message` with SHA-256: ECDSA deterministic (RFC 6979), in DER; RSA by its padding, which is always the same.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        match self {
            Self::P256(key) => {
                let signature: p256::ecdsa::DerSignature = key.sign(message);
                Ok(signature.as_bytes().to_vec())
            }
            Self::P384(key) => {
                let signature: Result<p384::ecdsa::DerSignature, _> =
                    key.sign_prehash(&Sha256::digest(message));
                let signature = signature.map_err(|error| KeyError::Encoding(error.to_string()))?;
                Ok(signature.as_bytes().to_vec())
            }
            Self::Rsa(key) => {
                // Blinded: what chance brings in goes out again, and only how long it takes depends on it.
                let padding = Pkcs1v15Sign::new::<Sha256>();
                let signature =
                    key.sign_with_rng(&mut rand::rng(), padding, &Sha256::digest(message));
                signature.map_err(|error| KeyError::Encoding(error.to_string()))
            }
        }
    }
}
