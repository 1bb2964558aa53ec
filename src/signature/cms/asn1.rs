//! The structures of CMS that a signature needs, as ASN.1 (RFC 5652, 5035, 6211).

use der::{
    Any, Sequence, ValueOrd,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};
use spki::AlgorithmIdentifierOwned;
use x509_cert::{attr::Attribute, name::Name, serial_number::SerialNumber};

/// RFC 5652, 3.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct ContentInfo {
    pub content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    pub content: Any,
}

/// RFC 5652, 5.2.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct EncapsulatedContentInfo {
    pub content_type: ObjectIdentifier,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub content: Option<Any>,
}

/// RFC 5652, 5.1.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct SignedData {
    pub version: u8,
    pub digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    pub content_info: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub certificates: Option<SetOfVec<Any>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub revocation_lists: Option<SetOfVec<Any>>,
    pub signer_infos: SetOfVec<SignerInfo>,
}

/// RFC 5652, 10.2.4.
#[derive(Clone, Debug, Eq, PartialEq, Sequence, ValueOrd)]
pub(in super::super) struct IssuerAndSerialNumber {
    pub issuer: Name,
    pub serial: SerialNumber,
}

/// RFC 5652, 5.3.
#[derive(Clone, Debug, Eq, PartialEq, Sequence, ValueOrd)]
pub(in super::super) struct SignerInfo {
    pub version: u8,
    pub signer: IssuerAndSerialNumber,
    pub digest_algorithm: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub signed_attributes: Option<SetOfVec<Attribute>>,
    pub signature_algorithm: AlgorithmIdentifierOwned,
    pub signature: OctetString,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub unsigned_attributes: Option<SetOfVec<Attribute>>,
}

/// RFC 5035, 4: the hash algorithm SHA-256 is the default and left out, the issuer and serial are optional.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct EssCertIdV2 {
    pub hash: OctetString,
}

/// RFC 5035, 3.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct SigningCertificateV2 {
    pub certificates: Vec<EssCertIdV2>,
}

/// RFC 6211, 2.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct AlgorithmProtection {
    pub digest: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub signature: Option<ProtectedAlgorithm>,
}

/// An algorithm identifier that can be tagged implicitly.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct ProtectedAlgorithm {
    pub oid: ObjectIdentifier,
    pub parameters: Option<Any>,
}
