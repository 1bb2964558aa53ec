//! The structures of a timestamp, as ASN.1 (RFC 3161, 2.4; RFC 2634, 5.4; RFC 5035, 4).

use der::{
    Any, Sequence,
    asn1::{BitString, Int, ObjectIdentifier, OctetString},
};
use spki::AlgorithmIdentifierOwned;

/// What is stamped: a digest.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct Imprint {
    pub algorithm: AlgorithmIdentifierOwned,
    pub digest: OctetString,
}

/// `TimeStampReq`: the question.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct Request {
    pub version: u8,
    pub imprint: Imprint,
    pub policy: Option<ObjectIdentifier>,
    pub nonce: Option<Int>,
    pub certificate: Option<bool>,
}

/// `PKIStatusInfo`: whether the question is granted.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct Status {
    pub value: u32,
    pub text: Option<Vec<String>>,
    pub failure: Option<BitString>,
}

/// `TimeStampResp`: the answer.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct Response {
    pub status: Status,
    pub token: Option<Any>,
}

/// How exact the time is.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct Accuracy {
    pub seconds: Option<u32>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    pub milliseconds: Option<u16>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    pub microseconds: Option<u16>,
}

/// `TSTInfo`: what the authority signs.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct Stamped {
    pub version: u8,
    pub policy: ObjectIdentifier,
    pub imprint: Imprint,
    pub serial: Int,
    /// A `GeneralizedTime` that may have a fraction, which DER elsewhere does not know.
    pub time: Any,
    pub accuracy: Option<Accuracy>,
    pub ordering: Option<bool>,
    pub nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    pub authority: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    pub extensions: Option<Vec<Any>>,
}

/// `ESSCertID`: a certificate by its SHA-1.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct NamedBySha1 {
    pub hash: OctetString,
    pub issuer: Option<Any>,
}

/// `SigningCertificate`.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct SigningCertificate {
    pub certificates: Vec<NamedBySha1>,
    pub policies: Option<Any>,
}

/// `ESSCertIDv2`: a certificate by a digest of which SHA-256 is the default.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct Named {
    pub algorithm: Option<AlgorithmIdentifierOwned>,
    pub hash: OctetString,
    pub issuer: Option<Any>,
}

/// `SigningCertificateV2`, with what an authority may add to it.
#[derive(Clone, Debug, Eq, PartialEq, Sequence)]
pub(in super::super) struct SigningCertificates {
    pub certificates: Vec<Named>,
    pub policies: Option<Any>,
}
