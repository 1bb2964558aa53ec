//! The one way in which we encode a signature.

use const_oid::db::{
    rfc5911::{
        ID_AA_SIGNING_CERTIFICATE_V_2, ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA,
    },
    rfc5912::ID_SHA_256,
};
use der::{
    Any, Decode, Encode,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attribute;

use super::asn1::{
    AlgorithmProtection, ContentInfo, EncapsulatedContentInfo, EssCertIdV2, IssuerAndSerialNumber,
    ProtectedAlgorithm, SignedData, SignerInfo, SigningCertificateV2,
};
use crate::signature::certificate::Certificate;

/// `CMSAlgorithmProtection` (RFC 6211, 2).
const ALGORITHM_PROTECTION: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.52");

/// The CMS over `digest` (SHA-256 of the covered bytes), in DER.
///
/// `issuers` travel along with the signer's certificate. `sign` gets the DER of the signed attributes and gives
/// the signature value; a verifier gives back the value it read.
pub(in super::super) fn build(
    digest: &[u8],
    certificate: &Certificate,
    issuers: &[Certificate],
    sign: impl FnOnce(&[u8]) -> Vec<u8>,
) -> der::Result<Vec<u8>> {
    let signed_attributes = signed_attributes(digest, certificate)?;
    let signature = sign(&signed_attributes.to_der()?);
    let tbs = certificate.parsed().tbs_certificate();
    let signer_info = SignerInfo {
        version: 1,
        signer: IssuerAndSerialNumber {
            issuer: tbs.issuer().clone(),
            serial: tbs.serial_number().clone(),
        },
        digest_algorithm: sha_256(),
        signed_attributes: Some(signed_attributes),
        signature_algorithm: certificate.signing_algorithm(),
        signature: OctetString::new(signature)?,
        unsigned_attributes: None,
    };
    let chain = std::iter::once(certificate).chain(issuers);
    let chain = chain.map(|one| Any::from_der(one.der())).collect::<der::Result<Vec<_>>>()?;
    let signed_data = SignedData {
        version: 1,
        digest_algorithms: SetOfVec::try_from(vec![sha_256()])?,
        content_info: EncapsulatedContentInfo { content_type: ID_DATA, content: None },
        certificates: Some(SetOfVec::try_from(chain)?),
        revocation_lists: None,
        signer_infos: SetOfVec::try_from(vec![signer_info])?,
    };
    let content = Any::encode_from(&signed_data)?;
    ContentInfo { content_type: ID_SIGNED_DATA, content }.to_der()
}

/// The attributes that are signed: content type, digest, which certificate, which algorithms. No signing-time:
/// in `PAdES` the claimed time stands in the PDF (ETSI EN 319 142-1, 6.3).
pub(in super::super) fn signed_attributes(
    digest: &[u8],
    certificate: &Certificate,
) -> der::Result<SetOfVec<Attribute>> {
    let hash = OctetString::new(Sha256::digest(certificate.der()).to_vec())?;
    let signing_certificate = SigningCertificateV2 { certificates: vec![EssCertIdV2 { hash }] };
    let AlgorithmIdentifierOwned { oid, parameters } = certificate.signing_algorithm();
    let protection = AlgorithmProtection {
        digest: sha_256(),
        signature: Some(ProtectedAlgorithm { oid, parameters }),
    };
    SetOfVec::try_from(vec![
        attribute(ID_CONTENT_TYPE, &ID_DATA)?,
        attribute(ID_MESSAGE_DIGEST, &OctetString::new(digest)?)?,
        attribute(ID_AA_SIGNING_CERTIFICATE_V_2, &signing_certificate)?,
        attribute(ALGORITHM_PROTECTION, &protection)?,
    ])
}

/// An attribute with one value.
pub(in super::super) fn attribute(
    oid: ObjectIdentifier,
    value: &impl Encode,
) -> der::Result<Attribute> {
    let value = Any::from_der(&value.to_der()?)?;
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? })
}

/// SHA-256 without parameters (RFC 5754, 2).
pub(in super::super) fn sha_256() -> AlgorithmIdentifierOwned {
    algorithm(ID_SHA_256)
}

fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid, parameters: None }
}
