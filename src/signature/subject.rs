//! Names in certificates (X.501; RFC 5280, 4.1.2.6) to and from a [`Signer`].

use const_oid::db::rfc4519::{COMMON_NAME, ORGANIZATION_NAME, TITLE};
use der::{Any, Decode, Encode, Tag, Tagged, asn1::ObjectIdentifier};
use x509_cert::{
    attr::AttributeTypeAndValue,
    name::{Name, RdnSequence, RelativeDistinguishedName},
};

use super::{claim::Signer, error::KeyError};

/// Upper bound of each attribute (RFC 5280, A.1: ub-common-name, ub-title, ub-organization-name).
const MAX_CHARACTERS: usize = 64;

/// The subject for a signer: organisation, title, common name; empty parts are left out.
pub(super) fn from_signer(signer: &Signer) -> Result<Name, KeyError> {
    if signer.name.trim().is_empty() {
        return Err(KeyError::Subject("name"));
    }
    let mut sequence = RdnSequence::default();
    for (what, oid, text) in [
        ("organisation", ORGANIZATION_NAME, &signer.organisation),
        ("role", TITLE, &signer.role),
        ("name", COMMON_NAME, &signer.name),
    ] {
        if text.chars().count() > MAX_CHARACTERS || text.chars().any(char::is_control) {
            return Err(KeyError::Subject(what));
        }
        if !text.is_empty() {
            sequence.push(attribute(oid, text).map_err(|_| KeyError::Subject(what))?);
        }
    }
    let encoded = sequence.to_der().and_then(|der| Name::from_der(&der));
    encoded.map_err(|error| KeyError::Encoding(error.to_string()))
}

fn attribute(oid: ObjectIdentifier, text: &str) -> der::Result<RelativeDistinguishedName> {
    let value = Any::new(Tag::Utf8String, text.as_bytes())?;
    RelativeDistinguishedName::try_from(vec![AttributeTypeAndValue { oid, value }])
}

/// Whom a subject names; parts that are missing or in an unknown string type are empty.
pub(super) fn to_signer(subject: &Name) -> Signer {
    let part = |oid: ObjectIdentifier| {
        let found = subject.iter().find(|attribute| attribute.oid == oid);
        found.and_then(|attribute| text(&attribute.value)).unwrap_or_default()
    };
    Signer { name: part(COMMON_NAME), role: part(TITLE), organisation: part(ORGANIZATION_NAME) }
}

fn text(value: &Any) -> Option<String> {
    let bytes = value.value();
    match value.tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String => {
            String::from_utf8(bytes.to_vec()).ok()
        }
        Tag::TeletexString if bytes.is_ascii() => String::from_utf8(bytes.to_vec()).ok(),
        Tag::BmpString if bytes.len().is_multiple_of(2) => {
            let units: Vec<u16> =
                bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).ok()
        }
        _ => None,
    }
}
