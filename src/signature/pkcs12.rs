//! Key files: PKCS#12 (RFC 7292) out and in.

use der::{Any, AnyRef, Decode, Encode, Reader, Sequence, SliceReader, asn1::OctetString};
use p12_keystore::{
    Certificate as StoredCertificate, KeyStore, KeyStoreEntry, Pkcs12ImportPolicy, PrivateKey,
    PrivateKeyChain, error::Error,
};

use super::{certificate::Certificate, error::KeyError, identity::Identity, secret_key::SecretKey};

/// Rounds of key derivation, for the encryption and for the integrity check alike: whoever guesses passphrases
/// takes the cheaper of the two.
const ITERATIONS: u32 = 600_000;
const MAX_BYTES: usize = 1 << 20;
/// The key's own name in the file; other programs show it in lists.
const ALIAS: &str = "verantwoord";
/// A `keyBag` object identifier in DER: a private key that is not encrypted (RFC 7292, 4.2.1).
const KEY_BAG: [u8; 13] = [6, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 12, 10, 1, 1];

/// The object identifiers of PBKDF2, and of the old ways but for their last number, in DER.
const PBKDF2: [u8; 11] = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 5, 12];
const PBE: [u8; 11] = [6, 10, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 12, 1];
/// The most rounds that a file from elsewhere may ask for.
const MOST_ROUNDS: u64 = 10_000_000;

/// The check over the whole (RFC 7292, 4).
#[derive(Sequence)]
struct MacData {
    digest: Any,
    salt: OctetString,
    #[asn1(default = "once")]
    iterations: u64,
}

fn once() -> u64 {
    1
}

/// The outermost structure, read only to see whether the optional integrity check is there.
#[derive(Sequence)]
struct Pfx {
    version: u8,
    auth_safe: Any,
    #[asn1(optional = "true")]
    mac_data: Option<Any>,
}

pub(super) fn write(identity: &Identity, passphrase: &str) -> Result<Vec<u8>, KeyError> {
    if passphrase.is_empty() {
        return Err(KeyError::EmptyPassphrase);
    }
    let encoding = |error: Error| KeyError::Encoding(error.to_string());
    let key = identity.key().to_pkcs8()?;
    let key = PrivateKey::from_der(key.as_bytes()).map_err(encoding)?;
    let chain = std::iter::once(identity.certificate()).chain(identity.issuers());
    let chain: Vec<_> = chain
        .map(|certificate| StoredCertificate::from_der(certificate.der()))
        .collect::<Result<_, _>>()
        .map_err(encoding)?;
    let mut store = KeyStore::new();
    let entry = PrivateKeyChain::new(vec![1_u8], key, chain);
    store.add_entry(ALIAS, KeyStoreEntry::PrivateKeyChain(entry));
    let writer = store.writer(passphrase);
    let writer = writer.encryption_iterations(ITERATIONS).mac_iterations(ITERATIONS);
    writer.write().map_err(encoding)
}

pub(super) fn read(bytes: &[u8], passphrase: &str) -> Result<Identity, KeyError> {
    check_outside(bytes)?;
    let store = KeyStore::from_pkcs12(bytes, passphrase, Pkcs12ImportPolicy::Relaxed)
        .map_err(|error| explain(&error))?;
    let keys = store
        .entries()
        .filter(|(_, entry)| matches!(entry, KeyStoreEntry::PrivateKeyChain(_)))
        .count();
    if keys > 1 {
        return Err(KeyError::SeveralKeys(keys));
    }
    let (_, chain) = store.private_key_chain().ok_or(KeyError::NoKey)?;
    let certificates = chain
        .certs()
        .iter()
        .map(|certificate| Certificate::from_der(certificate.as_der()))
        .collect::<der::Result<Vec<_>>>()
        .map_err(|error| KeyError::Damaged(error.to_string()))?;
    Identity::assembled(SecretKey::from_pkcs8(chain.key().as_der())?, certificates)
}

/// What can be told without the passphrase.
fn check_outside(bytes: &[u8]) -> Result<(), KeyError> {
    if bytes.len() > MAX_BYTES {
        return Err(KeyError::Damaged("too large".into()));
    }
    if bytes.starts_with(&[0x30, 0x80]) {
        return Err(KeyError::IndefiniteLength);
    }
    let outside = Pfx::from_der(bytes).map_err(|error| KeyError::Damaged(error.to_string()))?;
    if outside.version != 3 {
        return Err(KeyError::Unsupported(format!("version {}", outside.version)));
    }
    let plain_key = bytes.windows(KEY_BAG.len()).any(|window| window == KEY_BAG);
    if outside.mac_data.is_none() || plain_key || outside.auth_safe.value().is_empty() {
        return Err(KeyError::Unprotected);
    }
    if rounds(bytes).any(|rounds| rounds > MOST_ROUNDS) {
        return Err(KeyError::Absurd);
    }
    Ok(())
}

/// How often key derivation is repeated, wherever the file says so: in PBKDF2 (RFC 8018, A.2), in the old ways of
/// PKCS#12 (RFC 7292, appendix C), and in the check over the whole (RFC 7292, 4).
fn rounds(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let named = |name: &'static [u8], skip: usize| {
        let found =
            bytes.windows(name.len()).enumerate().filter(move |(_, window)| *window == name);
        found.filter_map(move |(at, _)| stated(bytes.get(at + name.len() + skip..)?))
    };
    let mac = Pfx::from_der(bytes).ok().and_then(|outside| outside.mac_data);
    let mac = mac.and_then(|mac| MacData::from_der(&mac.to_der().ok()?).ok());
    named(&PBKDF2, 0).chain(named(&PBE, 1)).chain(mac.map(|mac| mac.iterations))
}

/// The rounds that the parameters at the start of `bytes` state.
fn stated(bytes: &[u8]) -> Option<u64> {
    let mut reader = SliceReader::new(bytes).ok()?;
    let parameters = AnyRef::decode(&mut reader).ok()?;
    let read = parameters.sequence(|inside| {
        OctetString::decode(inside)?;
        let rounds = u64::decode(inside)?;
        while !inside.is_finished() {
            AnyRef::decode(inside)?;
        }
        Ok::<_, der::Error>(rounds)
    });
    read.ok()
}

fn explain(error: &Error) -> KeyError {
    match error {
        Error::MacError(_) => KeyError::WrongPassphrase,
        Error::UnsupportedContentType
        | Error::UnsupportedCertificateType
        | Error::UnsupportedEncryptionScheme
        | Error::UnsupportedMacAlgorithm
        | Error::InvalidParameters => KeyError::Unsupported(error.to_string()),
        Error::InvalidPrivateKey => KeyError::KeyKind,
        other => KeyError::Damaged(other.to_string()),
    }
}
