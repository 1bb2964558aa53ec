//! CMS `SignedData` (RFC 5652) as `PAdES` B-B wants it: detached, one signer, four signed attributes, no signing-time.

mod asn1;
mod build;
mod check;

pub(super) use asn1::{ContentInfo, IssuerAndSerialNumber, SignedData, SignerInfo};
pub(super) use build::build;
pub(super) use check::{check, one};

#[cfg(test)]
pub(super) use asn1::*;
#[cfg(test)]
pub(super) use build::{attribute, sha_256, signed_attributes};
