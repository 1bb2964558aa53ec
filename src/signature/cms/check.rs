//! Checking a CMS: everything that could be wrong has its own name, and what remains must be our own encoding.

use const_oid::db::{
    rfc5911::{
        ID_AA_SIGNING_CERTIFICATE_V_2, ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA,
        ID_SIGNING_TIME,
    },
    rfc5912::ID_SHA_256,
};
use der::{
    Any, Decode, DecodeOwned, Encode, Tagged,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};
use sha2::{Digest, Sha256};
use x509_cert::attr::Attribute;

use super::{
    asn1::{ContentInfo, SignedData, SignerInfo, SigningCertificateV2},
    build::build,
};
use crate::signature::{certificate::Certificate, chain::whole_path, problem::Problem};

const MAX_CERTIFICATES: usize = 8;

/// What a CMS says, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Checked {
    /// The signer's certificate, when there is one.
    pub(in super::super) certificate: Option<Certificate>,
    /// Everything that is wrong; empty for a good signature.
    pub(in super::super) problems: Vec<Problem>,
}

/// Checks `der` against `digest`, the SHA-256 of the covered bytes. Trust is not decided here.
pub(in super::super) fn check(der: &[u8], digest: &[u8]) -> Checked {
    let mut checked = Checked::default();
    if let Err(problem) = examine(der, digest, &mut checked) {
        checked.problems.push(problem);
    }
    checked
}

fn examine(der: &[u8], digest: &[u8], checked: &mut Checked) -> Result<(), Problem> {
    let data = read(der)?;
    if data.signer_infos.len() != 1 {
        return Err(Problem::CmsSigners);
    }
    let info = data.signer_infos.get(0).ok_or(Problem::CmsSigners)?;
    let all = certificates(&data)?;
    let own =
        all.iter().position(|one| one.is_of(&info.signer)).ok_or(Problem::CmsNoCertificate)?;
    let certificate = &all[own];
    checked.certificate = Some(certificate.clone());
    if data.content_info.content_type != ID_DATA || data.content_info.content.is_some() {
        return Err(Problem::CmsAttached);
    }
    let issuers = issuers(&all, own)?;
    check_signer(info, certificate, digest)?;
    let value = info.signature.as_bytes().to_vec();
    let again = build(digest, certificate, &issuers, |_| value);
    if again.is_ok_and(|again| again == der) { Ok(()) } else { Err(Problem::CmsNotCanonical) }
}

fn read(der: &[u8]) -> Result<SignedData, Problem> {
    let info = ContentInfo::from_der(der).map_err(|_| Problem::CmsSyntax)?;
    if info.content_type != ID_SIGNED_DATA {
        return Err(Problem::CmsSyntax);
    }
    info.content.decode_as().map_err(|_| Problem::CmsSyntax)
}

fn certificates(data: &SignedData) -> Result<Vec<Certificate>, Problem> {
    let values = data.certificates.as_ref().ok_or(Problem::CmsNoCertificate)?;
    if values.len() > MAX_CERTIFICATES {
        return Err(Problem::CmsStrayCertificate);
    }
    let read = |value: &Any| -> der::Result<Certificate> {
        value.tag().assert_eq(der::Tag::Sequence)?;
        Certificate::from_der(&value.to_der()?)
    };
    let all: der::Result<_> = values.iter().map(read).collect();
    all.map_err(|_| Problem::CmsSyntax)
}

/// The other certificates, all of which must lie on the path above the signer's own.
fn issuers(all: &[Certificate], own: usize) -> Result<Vec<Certificate>, Problem> {
    let path = whole_path(&all[own], all);
    if path.len() + 1 == all.len() { Ok(path) } else { Err(Problem::CmsStrayCertificate) }
}

fn check_signer(
    info: &SignerInfo,
    certificate: &Certificate,
    digest: &[u8],
) -> Result<(), Problem> {
    if info.digest_algorithm.oid != ID_SHA_256 {
        return Err(Problem::CmsDigestAlgorithm);
    }
    let attributes = info.signed_attributes.as_ref().ok_or(Problem::CmsAttributes)?;
    if attributes.iter().any(|attribute| attribute.oid == ID_SIGNING_TIME) {
        return Err(Problem::CmsAttributes);
    }
    if one::<ObjectIdentifier>(attributes, ID_CONTENT_TYPE)? != ID_DATA {
        return Err(Problem::CmsAttributes);
    }
    let signing: SigningCertificateV2 = one(attributes, ID_AA_SIGNING_CERTIFICATE_V_2)?;
    let hash = Sha256::digest(certificate.der());
    match signing.certificates.as_slice() {
        [only] if only.hash.as_bytes() == hash.as_slice() => {}
        _ => return Err(Problem::CmsCertificateMismatch),
    }
    let message = attributes.to_der().map_err(|_| Problem::CmsSyntax)?;
    let algorithm = info.signature_algorithm.oid;
    certificate.check_signature(algorithm, &message, info.signature.as_bytes())?;
    let stated: OctetString = one(attributes, ID_MESSAGE_DIGEST)?;
    if stated.as_bytes() != digest {
        return Err(Problem::DigestMismatch);
    }
    if info.unsigned_attributes.is_some() {
        return Err(Problem::CmsUnsignedAttribute);
    }
    Ok(())
}

/// The value of an attribute that must be there exactly once, with exactly one value.
pub(in super::super) fn one<T>(
    attributes: &SetOfVec<Attribute>,
    oid: ObjectIdentifier,
) -> Result<T, Problem>
where
    T: DecodeOwned<Error = der::Error> + Tagged,
{
    let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
    let (Some(attribute), None) = (found.next(), found.next()) else {
        return Err(Problem::CmsAttributes);
    };
    match attribute.values.as_slice() {
        [value] => {
            let der = value.to_der().map_err(|_| Problem::CmsAttributes)?;
            T::from_der(&der).map_err(|_| Problem::CmsAttributes)
        }
        _ => Err(Problem::CmsAttributes),
    }
}
