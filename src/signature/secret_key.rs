//! A private key, whatever its kind: P-256 as we make them, and what others bring along.

use der::SecretDocument;
use p256::elliptic_curve::Generate;
use pkcs8::{DecodePrivateKey, EncodePrivateKey};
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use signature::{Signer as _, hazmat::PrehashSigner};
use spki::SubjectPublicKeyInfoOwned;

use super::error::KeyError;

/// A private key; wiped from memory when it is dropped.
pub(super) enum SecretKey {
    /// ECDSA on P-256 (FIPS 186-5): what this program makes.
    P256(p256::ecdsa::SigningKey),
    /// ECDSA on P-384.
    P384(p384::ecdsa::SigningKey),
}

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
        p384::ecdsa::SigningKey::from_pkcs8_der(der).map(Self::P384).map_err(|_| KeyError::KeyKind)
    }

    /// The key in DER (PKCS#8, RFC 5958), wiped when it is dropped.
    pub(super) fn to_pkcs8(&self) -> Result<SecretDocument, KeyError> {
        let der = match self {
            Self::P256(key) => key.to_pkcs8_der(),
            Self::P384(key) => key.to_pkcs8_der(),
        };
        der.map_err(|error| KeyError::Encoding(error.to_string()))
    }

    /// The public key as certificates state it (RFC 5280, 4.1.2.7).
    pub(super) fn public(&self) -> Result<SubjectPublicKeyInfoOwned, KeyError> {
        let public = match self {
            Self::P256(key) => SubjectPublicKeyInfoOwned::from_key(key.verifying_key()),
            Self::P384(key) => SubjectPublicKeyInfoOwned::from_key(key.verifying_key()),
        };
        public.map_err(|error| KeyError::Encoding(error.to_string()))
    }

    /// Signs `message` with SHA-256: ECDSA deterministic (RFC 6979), in DER.
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
        }
    }
}
