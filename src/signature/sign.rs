//! Signing: the bytes of a file, and a signature behind them.

use super::{
    MAX_PDF_BYTES, MAX_SIGNATURES,
    chain::whole_path,
    claim::Claim,
    cms,
    error::SignError,
    fonts::Face,
    identity::Identity,
    pdf::{Document, read_revision, skip_header},
    update,
    verification::Marks,
};

/// Signs `pdf` in the empty field that `claim` names; the file so far stays as it is, byte for byte.
///
/// `pdf` must end with a line feed after `%%EOF`, carry [`super::PRODUCER`] and follow the grammar of our records.
/// Earlier signatures are not checked here; see [`super::verify`]. The same identity, claim and font give the same
/// bytes (ECDSA after RFC 6979, RSA with PKCS #1 version 1.5).
pub fn sign(
    pdf: &[u8],
    identity: &Identity,
    claim: &Claim,
    face: &Face<'_>,
) -> Result<Vec<u8>, SignError> {
    let document = open(pdf)?;
    let certificate = identity.certificate();
    let holder = certificate.signer().name;
    if holder != claim.name {
        return Err(SignError::OtherName { certificate: holder, claim: claim.name.clone() });
    }
    if !certificate.covers(claim.time.timestamp().as_second()) {
        return Err(SignError::Validity);
    }
    let mut update = update::write(&document, claim, *face)?;
    let mut failed = None;
    let issuers = whole_path(certificate, identity.issuers());
    let cms = cms::build(&update.digest(pdf), certificate, &issuers, |message| {
        identity.sign(message).unwrap_or_else(|error| {
            failed = Some(error);
            Vec::new()
        })
    });
    let cms = match failed {
        Some(error) => return Err(SignError::Encoding(error.to_string())),
        None => cms.map_err(|error| SignError::Encoding(error.to_string()))?,
    };
    update.fill(pdf.len(), &cms)?;
    let mut signed = pdf.to_vec();
    signed.append(&mut update.bytes);
    Ok(signed)
}

/// Reads a file to which something can be added: one of ours, with room for one more.
pub(super) fn open(pdf: &[u8]) -> Result<Document<'_>, SignError> {
    if pdf.len() > MAX_PDF_BYTES {
        return Err(SignError::Grammar("size"));
    }
    if !Marks::of(pdf).ours {
        return Err(SignError::Grammar("mark"));
    }
    let grammar = |_| SignError::Grammar("structure");
    let base = read_revision(pdf, skip_header(pdf).map_err(grammar)?, None).map_err(grammar)?;
    if base.forbidden {
        return Err(SignError::Grammar("active content"));
    }
    let mut document = Document::new(pdf, &base);
    let mut signatures = 0;
    while document.end < pdf.len() {
        signatures += 1;
        if signatures >= MAX_SIGNATURES {
            return Err(SignError::TooMany);
        }
        let revision = read_revision(pdf, document.end, Some(document.cross_reference));
        document.advance(&revision.map_err(grammar)?);
    }
    Ok(document)
}
