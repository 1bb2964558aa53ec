//! What can be wrong with a signed file, each with a stable code.

/// One thing that is wrong with a file or with one signature in it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Problem {
    /// The file is larger than this program looks at.
    TooLarge,
    /// The file does not begin as a PDF 1.7.
    NotPdf,
    /// The file does not carry the mark of our records.
    NotOurs,
    /// Something was added to a file of another program after its last signature.
    Added,
    /// Something in the file is not written the way our records are (also: bytes after the last revision).
    Grammar,
    /// An object number occurs twice in one revision.
    DuplicateObject,
    /// The cross-reference table does not name exactly the objects that are there.
    CrossReference,
    /// The file has more revisions than signatures it may carry.
    TooManyRevisions,
    /// The file as first written holds active content or part of a signature.
    BaseForbidden,
    /// The file as first written has no usable form or signature fields.
    BaseForm,
    /// A revision was added that is not a signature.
    NotASignature,
    /// A revision differs from what the signature's own claim gives when written again.
    RevisionDiffers,
    /// The signed range is not everything except the signature itself (ISO 32000-1, 12.8.1).
    ByteRange,
    /// The room of the signature is not lower-case hexadecimal, padded with zeros.
    Contents,
    /// Another kind of signature than `ETSI.CAdES.detached`.
    SubFilter,
    /// The claim in the signature cannot be read.
    Claim,
    /// The claim names a field that is not there, or that is already signed.
    Field,
    /// A later signature claims to certify.
    LateCertification,
    /// The covered bytes are not those that were signed.
    DigestMismatch,
    /// The signature is not well-formed CMS in DER (RFC 5652).
    CmsSyntax,
    /// The CMS carries content of its own.
    CmsAttached,
    /// The CMS does not have exactly one signer.
    CmsSigners,
    /// Another digest than SHA-256.
    CmsDigestAlgorithm,
    /// A signed attribute is missing, double, or not allowed in `PAdES` (signing-time).
    CmsAttributes,
    /// The CMS carries unsigned attributes.
    CmsUnsignedAttribute,
    /// The signing-certificate-v2 attribute names another certificate (RFC 5035).
    CmsCertificateMismatch,
    /// The certificate of the signer is not in the CMS.
    CmsNoCertificate,
    /// The CMS carries a certificate that does not belong to the signer's chain.
    CmsStrayCertificate,
    /// The CMS is not encoded the way we encode it.
    CmsNotCanonical,
    /// Another algorithm or kind of key than ECDSA on P-256 with SHA-256.
    SignatureAlgorithm,
    /// The signature value does not belong to the key and the signed attributes.
    SignatureInvalid,
    /// The certificate's own signature does not hold.
    CertificateSignature,
    /// The certificate was not valid at the claimed time.
    CertificateValidity,
    /// The certificate is not meant for binding signatures, or is an authority's.
    CertificateUsage,
    /// The claim names someone else than the certificate does.
    CertificateName,
    /// A stamp stands before the first signature.
    StampFirst,
    /// The stamp is not a well-formed token (RFC 3161, 2.4.2).
    StampSyntax,
    /// The stamp is of other bytes.
    StampImprint,
    /// The stamp does not say what its authority signed.
    StampContent,
    /// An attribute that the authority must sign along is missing, double or of another kind.
    StampAttributes,
    /// The authority's certificate is not in the stamp, or is not the one it names.
    StampCertificate,
    /// An algorithm or kind of key that is weak or not known here.
    StampAlgorithm,
    /// The value of the stamp does not belong to the authority's key and what it signed.
    StampSignature,
    /// The certificate is not for stamping time, and only for that (RFC 3161, 2.3).
    StampPurpose,
    /// The authority's certificate, or one above it, was not valid at the time of the stamp.
    StampValidity,
    /// The stamp is not encoded the way we keep it, or holds what nobody signed.
    StampNotCanonical,
}

impl Problem {
    /// The stable code, for logs and machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotPdf => "not-pdf",
            Self::NotOurs => "not-ours",
            Self::Added => "added-after-signing",
            Self::Grammar => "grammar",
            Self::DuplicateObject => "duplicate-object",
            Self::CrossReference => "cross-reference",
            Self::TooManyRevisions => "too-many-revisions",
            Self::BaseForbidden => "base-forbidden",
            Self::BaseForm => "base-form",
            Self::NotASignature => "not-a-signature",
            Self::RevisionDiffers => "revision-differs",
            Self::ByteRange => "byterange",
            Self::Contents => "contents",
            Self::SubFilter => "subfilter",
            Self::Claim => "claim",
            Self::Field => "field",
            Self::LateCertification => "late-certification",
            Self::DigestMismatch => "digest-mismatch",
            Self::CmsSyntax => "cms-syntax",
            Self::CmsAttached => "cms-attached",
            Self::CmsSigners => "cms-signers",
            Self::CmsDigestAlgorithm => "cms-digest-algorithm",
            Self::CmsAttributes => "cms-attributes",
            Self::CmsUnsignedAttribute => "cms-unsigned-attribute",
            Self::CmsCertificateMismatch => "cms-certificate-mismatch",
            Self::CmsNoCertificate => "cms-no-certificate",
            Self::CmsStrayCertificate => "cms-stray-certificate",
            Self::CmsNotCanonical => "cms-not-canonical",
            Self::SignatureAlgorithm => "signature-algorithm",
            Self::SignatureInvalid => "signature-invalid",
            Self::CertificateSignature => "certificate-signature",
            Self::CertificateValidity => "certificate-validity",
            Self::CertificateUsage => "certificate-usage",
            Self::CertificateName => "certificate-name",
            Self::StampFirst => "stamp-first",
            Self::StampSyntax => "stamp-syntax",
            Self::StampImprint => "stamp-imprint",
            Self::StampContent => "stamp-content",
            Self::StampAttributes => "stamp-attributes",
            Self::StampCertificate => "stamp-certificate",
            Self::StampAlgorithm => "stamp-algorithm",
            Self::StampSignature => "stamp-signature",
            Self::StampPurpose => "stamp-purpose",
            Self::StampValidity => "stamp-validity",
            Self::StampNotCanonical => "stamp-not-canonical",
        }
    }

    /// Whether this tells of bytes changed or added after signing, provided that the file is signed at all.
    pub(super) fn is_change(self) -> bool {
        matches!(
            self,
            Self::Grammar
                | Self::DuplicateObject
                | Self::CrossReference
                | Self::TooManyRevisions
                | Self::NotASignature
                | Self::RevisionDiffers
                | Self::ByteRange
                | Self::Contents
                | Self::DigestMismatch
                | Self::StampImprint
        )
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
