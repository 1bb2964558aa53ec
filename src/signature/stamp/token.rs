//! The token of a timestamp authority: what it says, and everything that could be wrong with it (RFC 3161, 2.3 and 2.4.2).

use const_oid::db::{
    rfc3161::ID_CT_TST_INFO,
    rfc5911::{
        ID_AA_SIGNING_CERTIFICATE, ID_AA_SIGNING_CERTIFICATE_V_2, ID_CONTENT_TYPE,
        ID_MESSAGE_DIGEST, ID_SIGNED_DATA,
    },
    rfc5912::{ID_KP_TIME_STAMPING, ID_SHA_256},
};
use der::{
    Any, Decode, Encode, Tag, Tagged,
    asn1::{Int, ObjectIdentifier, OctetString, SetOfVec},
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use sha1::Sha1;
use sha2::Digest;
use x509_cert::attr::Attributes;

use super::asn1::{SigningCertificate, SigningCertificates, Stamped};
use crate::signature::{
    algorithm::{self, Hash},
    certificate::Certificate,
    chain::whole_path,
    cms::{ContentInfo, SignedData, SignerInfo, one},
    problem::Problem,
};

const MAX_CERTIFICATES: usize = 8;

/// What a token says, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Checked {
    /// The authority's certificate and those above it, nearest first.
    pub(super) path: Vec<Certificate>,
    /// When, by the authority's clock.
    pub(super) time: Option<Timestamp>,
    /// The number that was sent along with the question.
    pub(super) nonce: Option<Int>,
    /// The rules by which the authority works.
    pub(super) policy: Option<ObjectIdentifier>,
    /// The authority's own number of the stamp.
    pub(super) serial: Vec<u8>,
    /// Everything that is wrong; empty for a good stamp.
    pub(super) problems: Vec<Problem>,
}

/// A token, taken apart.
struct Token {
    data: SignedData,
    info: SignerInfo,
    /// The signer's certificate first, then the path above it.
    path: Vec<Certificate>,
}

/// `der` in the one encoding in which we keep a token: the sets in order, the certificates of the path and no others, and
/// nothing that nobody signed. What the authority signed stays as it is, byte for byte. Authorities among `known` complete the path.
pub(in super::super) fn tidy(der: &[u8], known: &[Certificate]) -> Result<Vec<u8>, Problem> {
    let Token { data, mut info, path } = read(der, known)?;
    info.unsigned_attributes = None;
    info.digest_algorithm.parameters = None;
    let encoded = || -> der::Result<Vec<u8>> {
        let certificates = path.iter().map(|one| Any::from_der(one.der()));
        let certificates = certificates.collect::<der::Result<Vec<_>>>()?;
        let tidy = SignedData {
            version: 3,
            digest_algorithms: SetOfVec::try_from(vec![info.digest_algorithm.clone()])?,
            content_info: data.content_info,
            certificates: Some(SetOfVec::try_from(certificates)?),
            revocation_lists: None,
            signer_infos: SetOfVec::try_from(vec![info])?,
        };
        let content = Any::encode_from(&tidy)?;
        ContentInfo { content_type: ID_SIGNED_DATA, content }.to_der()
    };
    encoded().map_err(|_| Problem::StampSyntax)
}

/// Checks the token `der` against `digest`, the SHA-256 of the covered bytes. Trust is not decided here.
pub(super) fn check(der: &[u8], digest: &[u8]) -> Checked {
    let mut checked = Checked::default();
    if let Err(problem) = examine(der, digest, &mut checked) {
        checked.problems.push(problem);
    }
    checked
}

fn examine(der: &[u8], digest: &[u8], checked: &mut Checked) -> Result<(), Problem> {
    let Token { data, info, path } = read(der, &[])?;
    checked.path.clone_from(&path);
    let signed = data.content_info.content.as_ref().ok_or(Problem::StampSyntax)?;
    let signed: OctetString = signed.decode_as().map_err(|_| Problem::StampSyntax)?;
    let stamped = Stamped::from_der(signed.as_bytes()).map_err(|_| Problem::StampSyntax)?;
    let time = moment(&stamped.time).filter(|_| stamped.version == 1);
    let time = time.ok_or(Problem::StampSyntax)?;
    checked.time = Some(time);
    checked.nonce = stamped.nonce;
    checked.policy = Some(stamped.policy);
    checked.serial = stamped.serial.as_bytes().to_vec();
    let imprint = &stamped.imprint;
    if imprint.algorithm.oid != ID_SHA_256 || imprint.digest.as_bytes() != digest {
        checked.problems.push(Problem::StampImprint);
    }
    let attributes = info.signed_attributes.as_ref().ok_or(Problem::StampAttributes)?;
    let hash = Hash::of(info.digest_algorithm.oid).ok_or(Problem::StampAlgorithm)?;
    check_attributes(attributes, hash, signed.as_bytes())?;
    check_named(attributes, &path[0])?;
    let message = attributes.to_der().map_err(|_| Problem::StampSyntax)?;
    let key = path[0].parsed().tbs_certificate().subject_public_key_info();
    let both = (message.as_slice(), info.signature.as_bytes());
    match algorithm::verify(key, &info.signature_algorithm, Some(hash), both) {
        Err(Problem::SignatureInvalid) => checked.problems.push(Problem::StampSignature),
        Err(_) => checked.problems.push(Problem::StampAlgorithm),
        Ok(()) => {}
    }
    if !path[0].is_only_for(ID_KP_TIME_STAMPING) {
        checked.problems.push(Problem::StampPurpose);
    }
    if !path.iter().all(|one| one.covers(time.as_second())) {
        checked.problems.push(Problem::StampValidity);
    }
    if tidy(der, &[])? != der {
        checked.problems.push(Problem::StampNotCanonical);
    }
    Ok(())
}

fn read(der: &[u8], known: &[Certificate]) -> Result<Token, Problem> {
    let syntax = |_| Problem::StampSyntax;
    let outer = ContentInfo::from_der(der).map_err(syntax)?;
    let data: SignedData = outer.content.decode_as().map_err(syntax)?;
    let is_stamp = outer.content_type == ID_SIGNED_DATA
        && data.content_info.content_type == ID_CT_TST_INFO
        && data.signer_infos.len() == 1;
    let info = data.signer_infos.get(0).filter(|info| is_stamp && info.version == 1);
    let info = info.ok_or(Problem::StampSyntax)?.clone();
    let held = data.certificates.as_ref().map(SetOfVec::as_slice).unwrap_or_default();
    if held.len() > MAX_CERTIFICATES {
        return Err(Problem::StampCertificate);
    }
    let held = held.iter().map(|value| {
        value.tag().assert_eq(Tag::Sequence)?;
        Certificate::from_der(&value.to_der()?)
    });
    let held = held.collect::<der::Result<Vec<_>>>().map_err(syntax)?;
    let own = held.iter().find(|one| one.is_of(&info.signer)).ok_or(Problem::StampCertificate)?;
    let above = whole_path(own, &[held.as_slice(), known].concat());
    let path = std::iter::once(own.clone()).chain(above).collect();
    Ok(Token { data, info, path })
}

/// What is signed is this content, of this type.
fn check_attributes(attributes: &Attributes, hash: Hash, content: &[u8]) -> Result<(), Problem> {
    let named = |_| Problem::StampAttributes;
    if one::<ObjectIdentifier>(attributes, ID_CONTENT_TYPE).map_err(named)? != ID_CT_TST_INFO {
        return Err(Problem::StampAttributes);
    }
    let stated: OctetString = one(attributes, ID_MESSAGE_DIGEST).map_err(named)?;
    if stated.as_bytes() == hash.digest(content) { Ok(()) } else { Err(Problem::StampContent) }
}

/// The certificate is the one that is signed along: by SHA-1 (RFC 2634, 5.4), by a better digest (RFC 5035, 4), or both.
fn check_named(attributes: &Attributes, own: &Certificate) -> Result<(), Problem> {
    let has = |name| attributes.iter().any(|attribute| attribute.oid == name);
    let old = has(ID_AA_SIGNING_CERTIFICATE);
    let new = has(ID_AA_SIGNING_CERTIFICATE_V_2);
    if old {
        let named: SigningCertificate =
            one(attributes, ID_AA_SIGNING_CERTIFICATE).map_err(|_| Problem::StampAttributes)?;
        let first = named.certificates.first().ok_or(Problem::StampCertificate)?;
        if first.hash.as_bytes() != Sha1::digest(own.der()).as_slice() {
            return Err(Problem::StampCertificate);
        }
    }
    if new {
        let named: SigningCertificates =
            one(attributes, ID_AA_SIGNING_CERTIFICATE_V_2).map_err(|_| Problem::StampAttributes)?;
        let first = named.certificates.first().ok_or(Problem::StampCertificate)?;
        let hash = first.algorithm.as_ref().map_or(ID_SHA_256, |algorithm| algorithm.oid);
        let hash = Hash::of(hash).ok_or(Problem::StampAlgorithm)?;
        if first.hash.as_bytes() != hash.digest(own.der()) {
            return Err(Problem::StampCertificate);
        }
    }
    if old || new { Ok(()) } else { Err(Problem::StampAttributes) }
}

/// `20261126134502Z` or `20261126134502.25Z` (RFC 3161, 2.4.2: in UTC, no zeros at the end of a fraction).
fn moment(time: &Any) -> Option<Timestamp> {
    if time.tag() != Tag::GeneralizedTime {
        return None;
    }
    let text = std::str::from_utf8(time.value()).ok()?.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let sound = whole.len() == 14
        && fraction.len() <= 9
        && digits(whole)
        && digits(fraction)
        && !fraction.ends_with('0')
        && (fraction.is_empty() != text.contains('.'));
    if !sound {
        return None;
    }
    let part = |from: usize, to: usize| whole.get(from..to)?.parse::<i16>().ok();
    let short = |from: usize| i8::try_from(part(from, from + 2)?).ok();
    let nanoseconds: i32 = format!("{fraction:0<9}").parse().ok()?;
    let (hour, minute, second) = (short(8)?, short(10)?, short(12)?);
    let at =
        DateTime::new(part(0, 4)?, short(4)?, short(6)?, hour, minute, second, nanoseconds).ok()?;
    Some(at.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let time = Any::new(Tag::GeneralizedTime, text.as_bytes()).expect("a value");
        moment(&time).map(|time| time.to_string())
    }

    #[test]
    fn times_are_read_to_the_fraction() {
        assert_eq!(read("20261126134502Z").as_deref(), Some("2026-11-26T13:45:02Z"));
        assert_eq!(read("20261126134502.25Z").as_deref(), Some("2026-11-26T13:45:02.25Z"));
        for wrong in [
            "20261126134502",
            "20261126134502.Z",
            "20261126134502.250Z",
            "20261126134502+0100",
            "20261326134502Z",
            "2026112613450Z",
            "+0261126134502Z",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
