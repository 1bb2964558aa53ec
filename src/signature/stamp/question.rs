//! The question to a timestamp authority, and its answer into the record.

use const_oid::db::rfc5912::ID_SHA_256;
use der::{
    Decode, Encode,
    asn1::{Int, OctetString},
};
use rand::{CryptoRng, RngExt};
use spki::AlgorithmIdentifierOwned;

use super::{
    asn1::{Imprint, Request, Response},
    error::StampError,
    revision, token,
};
use crate::signature::{append::Update, certificate::Trust, pdf::Field, sign::open};

/// The question that asks for a stamp on `pdf`: a `TimeStampReq` in DER (RFC 3161, 2.4.1), with a number that must come
/// back, and asking for the authority's certificate.
///
/// # Errors
/// `pdf` is no record that can be stamped.
pub fn question(pdf: &[u8], random: &mut impl CryptoRng) -> Result<Vec<u8>, StampError> {
    // Positive, and eight bytes whatever comes up: DER has no zeros in front.
    let number = random.random::<u64>() >> 2 | 1 << 62;
    let nonce = Int::new(&number.to_be_bytes()).map_err(|_| StampError::Question)?;
    let request = Request {
        version: 1,
        imprint: imprint(&prepare(pdf)?.digest(pdf)).map_err(|_| StampError::Question)?,
        policy: None,
        nonce: Some(nonce),
        certificate: Some(true),
    };
    request.to_der().map_err(|_| StampError::Question)
}

/// Whether `question` asks for a stamp on `pdf` as it is now.
///
/// # Errors
/// `pdf` is no record that can be stamped, or `question` is none.
pub fn is_question(pdf: &[u8], question: &[u8]) -> Result<bool, StampError> {
    let request = Request::from_der(question).map_err(|_| StampError::Question)?;
    Ok(is_about(&request.imprint, &prepare(pdf)?.digest(pdf)))
}

/// `pdf` with the stamp in `answer`, a `TimeStampResp` in DER (RFC 3161, 2.4.2) to `question`. The record so far stays as
/// it is, byte for byte. Whether the authority is one to trust is not decided here (see [`super::super::verify`]); but if the
/// certificates in the answer do not lead to one that signed itself, those in `trust` may complete the path. A path without its end
/// is left out: nobody vouches for its uppermost certificate, which anyone could change unnoticed.
///
/// # Errors
/// The question, the answer or the stamp in it is not as it must be.
pub fn stamp(
    pdf: &[u8],
    (question, answer): (&[u8], &[u8]),
    trust: &Trust,
) -> Result<Vec<u8>, StampError> {
    let request = Request::from_der(question).map_err(|_| StampError::Question)?;
    let mut update = prepare(pdf)?;
    let digest = update.digest(pdf);
    if !is_about(&request.imprint, &digest) {
        return Err(StampError::OtherQuestion);
    }
    let unsound = |problem| StampError::Token(vec![problem]);
    let token = token::tidy(&granted(answer)?, &trust.certificates).map_err(unsound)?;
    let checked = token::check(&token, &digest);
    if !checked.problems.is_empty() {
        return Err(StampError::Token(checked.problems));
    }
    if request.nonce.is_some() && checked.nonce != request.nonce {
        return Err(StampError::Nonce);
    }
    update.fill(pdf.len(), &token).map_err(|_| StampError::Room)?;
    let mut stamped = pdf.to_vec();
    stamped.append(&mut update.bytes);
    Ok(stamped)
}

/// The revision of the stamp, its room still empty.
fn prepare(pdf: &[u8]) -> Result<Update, StampError> {
    let document = open(pdf)?;
    let signed = document.fields().is_ok_and(|fields| fields.iter().any(Field::is_signed));
    if !signed {
        return Err(StampError::Unsigned);
    }
    Ok(revision::write(&document)?)
}

/// The token in an answer that grants what was asked, with or without changes (`PKIStatus` 0 and 1).
fn granted(answer: &[u8]) -> Result<Vec<u8>, StampError> {
    let Response { status, token } = Response::from_der(answer).map_err(|_| StampError::Answer)?;
    if status.value > 1 {
        let words = status.text.unwrap_or_default().join(" ");
        return Err(StampError::Refused { status: status.value, words });
    }
    let token = token.ok_or(StampError::Answer)?;
    token.to_der().map_err(|_| StampError::Answer)
}

/// Whether this is the imprint of `digest`. OpenSSL writes NULL beside the name of SHA-256, where nothing belongs (RFC 5754, 2).
fn is_about(imprint: &Imprint, digest: &[u8]) -> bool {
    imprint.algorithm.oid == ID_SHA_256 && imprint.digest.as_bytes() == digest
}

fn imprint(digest: &[u8]) -> der::Result<Imprint> {
    let algorithm = AlgorithmIdentifierOwned { oid: ID_SHA_256, parameters: None };
    Ok(Imprint { algorithm, digest: OctetString::new(digest)? })
}
