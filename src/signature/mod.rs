//! `PAdES` signatures of PDF bytes: sign, add a signature, verify (ETSI EN 319 142-1, level B-B; ISO 32000-1, 12.8).
//!
//! This room knows bytes only. A PDF it signs must be one that the record room wrote: classic
//! cross-reference tables, direct stream lengths, no encryption, empty signature fields already in place.
//!
//! # How a signature is trusted
//!
//! The bytes that [`sign`] appends follow from the bytes before them, the [`Claim`], the [`Face`] and the CMS
//! alone. [`verify`] therefore **writes every signature again** from the claim it reads in the file and compares
//! all bytes. A stray object, a changed appearance or a replaced page has no room to hide: whatever we would not
//! have written ourselves is refused. The CMS, too, is encoded again and compared.
//!
//! What this cannot see is what stood in the file *before* the first signature. [`Verification::base_length`]
//! tells how many bytes that is, so that the caller can render the record again and compare.
//!
//! ```text
//! sign, verify
//! update, append  the bytes of one signature, deterministic     stamp   proof of the moment by someone else
//! appearance      the visible block          pdf   strict reading: values, revisions, fields
//! contents        what a record carries: what it says of itself, the files inside it
//! cms             CMS SignedData             identity, secret_key, key_file, pkcs12   keys
//! certificate, chain, algorithm              who holds them, and how others sign
//! claim, problem, error                      plain values
//! ```

mod algorithm;
mod appearance;
mod append;
mod certificate;
mod chain;
mod claim;
mod cms;
mod contents;
mod error;
mod fonts;
mod foreign;
mod hex;
mod identity;
mod inspect;
mod key_file;
mod pdf;
mod pkcs12;
mod place;
mod problem;
mod secret_key;
mod sign;
mod stamp;
mod subject;
mod update;
mod verification;
mod verify;

#[cfg(test)]
mod tests;

pub use certificate::{Certificate, CertificateError, Trust};
pub use claim::{Claim, Signer};
pub use contents::Contents;
pub use error::{ClaimError, KeyError, SignError};
pub use fonts::Face;
pub use identity::Identity;
pub use problem::Problem;
pub use sign::sign;
pub use stamp::{StampError, is_question, question, stamp};
pub use verification::{SignatureReport, StampReport, Standing, Verification};
pub use verify::{examine, verify};

/// What the `/Producer` of a record's Info dictionary starts with, written as a literal ASCII string.
///
/// A file that carries this mark claims to be ours, so that a foreign signed PDF can be told from a record that
/// somebody changed. The mark proves nothing by itself.
pub const PRODUCER: &str = "verantwoord ";

/// Most bytes of a PDF that [`sign`] and [`verify`] look at.
pub const MAX_PDF_BYTES: usize = 64 << 20;

/// Most signatures in one file.
pub const MAX_SIGNATURES: usize = 16;
