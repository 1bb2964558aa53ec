//! Key files as we keep them: an encrypted PKCS#8 key (RFC 5958) and its certificates, both in PEM (RFC 7468).
//!
//! The passphrase is stretched by scrypt (RFC 7914; as PBES2 in RFC 8018, A.2), which costs whoever guesses not only time
//! but memory as well: PKCS#12 (RFC 7292) has nothing like it.

use der::{Document, SecretDocument, asn1::OctetString, pem::LineEnding};
use pkcs8::{
    EncryptedPrivateKeyInfoOwned, EncryptedPrivateKeyInfoRef,
    pkcs5::{
        EncryptionScheme as Encryption,
        pbes2::{EncryptionScheme, Kdf, Parameters, Salt, ScryptParams},
    },
};
use rand::CryptoRng;

use super::{certificate::Certificate, error::KeyError, identity::Identity, secret_key::SecretKey};

/// The cost of one attempt: 2^17 blocks of 8 times 128 bytes are 128 MiB, and some tenths of a second.
const COST: u64 = 1 << 17;
const BLOCK: u16 = 8;
const LANES: u16 = 1;

/// What a file from elsewhere may ask for: four times as much memory, and sixteen times as much work.
const MOST_MEMORY: u64 = 4 * COST * BLOCK as u64;
const MOST_WORK: u64 = 16 * COST * BLOCK as u64;
const MOST_ROUNDS: u32 = 10_000_000;

const KEY: &str = "ENCRYPTED PRIVATE KEY";
const CERTIFICATE: &str = "CERTIFICATE";

/// Whether `bytes` are such a file, whole or not.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"-----BEGIN ")
}

pub(super) fn write(
    identity: &Identity,
    passphrase: &str,
    random: &mut impl CryptoRng,
) -> Result<String, KeyError> {
    if passphrase.is_empty() {
        return Err(KeyError::EmptyPassphrase);
    }
    let encoding = |error: &dyn std::fmt::Display| KeyError::Encoding(error.to_string());
    let (mut salt, mut iv) = ([0; 16], [0; 16]);
    random.fill_bytes(&mut salt);
    random.fill_bytes(&mut iv);
    let scrypt = ScryptParams {
        salt: Salt::new(salt).map_err(|error| encoding(&error))?,
        cost_parameter: COST,
        block_size: BLOCK,
        parallelization: LANES,
        key_length: None,
    };
    let encryption = EncryptionScheme::Aes256Cbc { iv };
    let parameters = Parameters { kdf: Kdf::Scrypt(scrypt), encryption };
    let key = identity.key().to_pkcs8()?;
    let locked =
        parameters.encrypt(passphrase, key.as_bytes()).map_err(|error| encoding(&error))?;
    let info = EncryptedPrivateKeyInfoOwned {
        encryption_algorithm: Encryption::from(parameters),
        encrypted_data: OctetString::new(locked).map_err(|error| encoding(&error))?,
    };
    let document = Document::encode_msg(&info).map_err(|error| encoding(&error))?;
    let mut text = document.to_pem(KEY, LineEnding::LF).map_err(|error| encoding(&error))?;
    text.push_str(&identity.certificate_pem());
    text.extend(identity.issuers().iter().map(Certificate::pem));
    Ok(text)
}

pub(super) fn read(bytes: &[u8], passphrase: &str) -> Result<Identity, KeyError> {
    let text = std::str::from_utf8(bytes).map_err(|error| damaged(&error))?;
    let mut keys = Vec::new();
    let mut certificates = Vec::new();
    for block in blocks(text) {
        let (label, document) = Document::from_pem(block).map_err(|error| damaged(&error))?;
        match label {
            KEY => keys.push(document),
            CERTIFICATE => certificates
                .push(Certificate::from_der(document.as_bytes()).map_err(|error| damaged(&error))?),
            "PRIVATE KEY" | "EC PRIVATE KEY" | "RSA PRIVATE KEY" => {
                return Err(KeyError::Unprotected);
            }
            other => return Err(KeyError::Unsupported(other.to_owned())),
        }
    }
    let [key] = keys.as_slice() else {
        return Err(if keys.is_empty() {
            KeyError::NoKey
        } else {
            KeyError::SeveralKeys(keys.len())
        });
    };
    let key = unlock(key.as_bytes(), passphrase)?;
    Identity::assembled(SecretKey::from_pkcs8(key.as_bytes())?, certificates)
}

/// The blocks of a PEM text, each with its first and last line; what stands between them is not looked at (RFC 7468, 2).
fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("-----BEGIN ") {
        let block = &rest[start..];
        let last = block.find("-----END ").unwrap_or(block.len());
        let end = block[last..].find('\n').map_or(block.len(), |length| last + length + 1);
        blocks.push(&block[..end]);
        rest = &block[end..];
    }
    blocks
}

/// Opens the key, unless opening it would cost an absurd lot of memory or time.
fn unlock(der: &[u8], passphrase: &str) -> Result<SecretDocument, KeyError> {
    let info = EncryptedPrivateKeyInfoRef::try_from(der).map_err(|error| damaged(&error))?;
    match &info.encryption_algorithm {
        Encryption::Pbes2(parameters) => refuse_absurd(&parameters.kdf)?,
        _ => return Err(KeyError::Unsupported("PBES1".to_owned())),
    }
    // A cipher without a seal tells a wrong passphrase by what comes out of it: nothing that can be read.
    info.decrypt(passphrase).map_err(|_| KeyError::WrongPassphrase)
}

fn refuse_absurd(kdf: &Kdf) -> Result<(), KeyError> {
    let fits = match kdf {
        Kdf::Scrypt(scrypt) => {
            let memory = scrypt.cost_parameter.saturating_mul(scrypt.block_size.into());
            memory <= MOST_MEMORY
                && memory.saturating_mul(scrypt.parallelization.into()) <= MOST_WORK
        }
        Kdf::Pbkdf2(pbkdf2) => pbkdf2.iteration_count <= MOST_ROUNDS,
        _ => false,
    };
    if fits { Ok(()) } else { Err(KeyError::Absurd) }
}

fn damaged(error: &dyn std::fmt::Display) -> KeyError {
    KeyError::Damaged(error.to_string())
}
