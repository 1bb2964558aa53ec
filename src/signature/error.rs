//! What can go wrong with keys, claims and signing.

use thiserror::Error;

/// Why a private key or its certificate cannot be made, kept or opened.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum KeyError {
    /// The passphrase does not open the key file.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// A key file may not be kept under an empty passphrase.
    #[error("empty passphrase")]
    EmptyPassphrase,
    /// The bytes are not a whole key file: PKCS#12 (RFC 7292), or PKCS#8 in PEM (RFC 5958).
    #[error("damaged key file: {0}")]
    Damaged(String),
    /// The file is BER with indefinite lengths, as NSS and Firefox export it; `openssl pkcs12` can rewrite it.
    #[error("key file in an indefinite-length encoding, as Firefox exports it")]
    IndefiniteLength,
    /// The file uses an algorithm that is not supported.
    #[error("unsupported key file: {0}")]
    Unsupported(String),
    /// The file is not integrity-protected or keeps its key unencrypted.
    #[error("key file without protection by a passphrase")]
    Unprotected,
    /// There is no private key in the file.
    #[error("no private key in the key file")]
    NoKey,
    /// There are so many private keys in the file: which one is meant cannot be told.
    #[error("{0} private keys in the key file")]
    SeveralKeys(usize),
    /// Opening the file would cost an absurd lot of time or memory.
    #[error("key file that asks for absurdly much work")]
    Absurd,
    /// The certificate is not valid any more; the last second it was (Unix time).
    #[error("certificate expired at {0}")]
    Expired(i64),
    /// The certificate is not valid yet; the first second it is (Unix time).
    #[error("certificate not valid before {0}")]
    NotYetValid(i64),
    /// There is a private key, but no certificate that belongs to it.
    #[error("no certificate for the private key")]
    NoCertificate,
    /// The key is of a kind that cannot sign here: not on P-256 or P-384, and not RSA of 2048 to 4096 bits.
    #[error("unsupported kind of key, only P-256, P-384 and RSA are supported")]
    KeyKind,
    /// The RSA key has so few bits: it is broken by whoever wants to (ETSI TS 119 312, 8).
    #[error("rsa key of {0} bits, at least 2048 are needed")]
    ShortKey(u32),
    /// The certificate may not be used for signatures that bind (no contentCommitment, or an authority's; RFC 5280, 4.2.1.3).
    #[error("certificate is not meant for signing documents")]
    Usage,
    /// A name, role or organisation cannot stand in a certificate (RFC 5280, A.1: 1 to 64 characters).
    #[error("{0} does not fit in a certificate")]
    Subject(&'static str),
    /// The moment lies outside what a certificate can state.
    #[error("time outside the range of a certificate")]
    Time,
    /// An encoding step failed.
    #[error("cannot encode: {0}")]
    Encoding(String),
}

/// What is wrong with the words of a claim.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ClaimError {
    /// The named text is empty where it must not be.
    #[error("empty {0}")]
    Empty(&'static str),
    /// The named text is longer than 400 characters.
    #[error("{0} too long")]
    Long(&'static str),
    /// The named text holds a control or invisible formatting character.
    #[error("control character in {0}")]
    Control(&'static str),
    /// The time has no PDF date: its year must be 0 to 9999 and its offset whole minutes within 23:59.
    #[error("time cannot be written as a pdf date")]
    Time,
}

/// Why a file cannot be signed.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SignError {
    /// The file does not follow the grammar of our records, or an earlier revision of it does not verify as such.
    #[error("not a pdf that can be signed: {0}")]
    Grammar(&'static str),
    /// The file has no signature field of this name.
    #[error("no signature field {0:?}")]
    NoField(String),
    /// The field already holds a signature.
    #[error("signature field {0:?} is already signed")]
    Signed(String),
    /// Only the first signature can certify (ISO 32000-1, 12.8.2.2).
    #[error("only the first signature can certify")]
    LateCertification,
    /// The file already carries the most signatures it may.
    #[error("too many signatures")]
    TooMany,
    /// The words of the claim are not usable.
    #[error(transparent)]
    Claim(#[from] ClaimError),
    /// The claim names someone else than the certificate does.
    #[error("certificate is of {certificate:?}, not of {claim:?}")]
    OtherName {
        /// The common name of the certificate.
        certificate: String,
        /// The name in the claim.
        claim: String,
    },
    /// The certificate is not valid at the time of the claim.
    #[error("certificate is not valid at the time of signing")]
    Validity,
    /// The font has no glyph for a character of the visible block.
    #[error("no glyph for {0:?}")]
    Glyph(char),
    /// The font of the visible block cannot be used.
    #[error("unusable font: {0}")]
    Font(String),
    /// The words do not fit in the field, not even at the smallest size.
    #[error("text does not fit in the signature field")]
    Room,
    /// The signature could not be encoded or exceeds the room kept for it.
    #[error("cannot encode signature: {0}")]
    Encoding(String),
}
