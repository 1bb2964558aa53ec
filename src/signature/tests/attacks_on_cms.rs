//! Attacks inside the signature itself: every way in which a CMS can be well signed and still be wrong.

use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_DATA, ID_SIGNED_DATA, ID_SIGNING_TIME};
use der::{
    Any, Decode, Encode,
    asn1::{ObjectIdentifier, OctetString, SetOfVec, UtcTime},
};

use super::fixtures::*;
use crate::signature::{
    Claim, Identity, Problem, Standing,
    cms::{self, ContentInfo, EssCertIdV2, SignedData, SignerInfo, SigningCertificateV2},
};

const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");

fn good(digest: &[u8], identity: &Identity) -> SignedData {
    let der =
        cms::build(digest, identity.certificate(), &[], |message| identity.sign(message).unwrap());
    ContentInfo::from_der(&der.unwrap()).unwrap().content.decode_as().unwrap()
}

fn encode(data: &SignedData) -> Vec<u8> {
    let content = Any::encode_from(data).unwrap();
    ContentInfo { content_type: ID_SIGNED_DATA, content }.to_der().unwrap()
}

/// A file whose CMS was changed after it was made.
fn with_data(change: impl FnOnce(&mut SignedData)) -> Vec<u8> {
    with_data_of(&ANNA, &certifying("Auteur", &ANNA), change)
}

/// The same, signed by anybody.
pub(super) fn with_data_of(
    identity: &Identity,
    claim: &Claim,
    change: impl FnOnce(&mut SignedData),
) -> Vec<u8> {
    sign_with(claim, |digest| {
        let mut data = good(digest, identity);
        change(&mut data);
        encode(&data)
    })
}

/// A file whose signer info was changed, and whose attributes were then signed again with Anna's own key.
fn with_info(change: impl FnOnce(&mut SignerInfo)) -> Vec<u8> {
    with_data(|data| {
        let mut info = data.signer_infos.get(0).unwrap().clone();
        change(&mut info);
        if let Some(attributes) = &info.signed_attributes {
            let value = ANNA.sign(&attributes.to_der().unwrap()).unwrap();
            info.signature = OctetString::new(value).unwrap();
        }
        data.signer_infos = SetOfVec::try_from(vec![info]).unwrap();
    })
}

type Attributes = Vec<x509_cert::attr::Attribute>;

fn with_attributes(change: impl FnOnce(&mut Attributes)) -> Vec<u8> {
    with_info(|info| {
        let mut attributes = info.signed_attributes.take().unwrap().into_vec();
        change(&mut attributes);
        info.signed_attributes = Some(SetOfVec::try_from(attributes).unwrap());
    })
}

fn without(oid: ObjectIdentifier) -> Vec<u8> {
    with_attributes(|attributes| attributes.retain(|attribute| attribute.oid != oid))
}

#[test]
fn the_control_is_valid() {
    assert_eq!(check(&with_data(|_| ())).standing, Standing::Valid);
    assert_eq!(check(&with_info(|_| ())).standing, Standing::Valid);
}

#[test]
fn signed_attributes_are_these_four() {
    let refused = |name: &str, pdf: &[u8], problem| {
        assert_refused(name, pdf, Standing::Invalid, problem);
    };
    refused("no content type", &without(ID_CONTENT_TYPE), Problem::CmsAttributes);
    refused("no signing certificate", &without(SIGNING_CERTIFICATE_V2), Problem::CmsAttributes);
    let protection = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.52");
    refused("no protection", &without(protection), Problem::CmsNotCanonical);
    let digest = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
    refused("no digest", &without(digest), Problem::CmsAttributes);
    let timed = with_attributes(|attributes| {
        let time = UtcTime::from_unix_duration(std::time::Duration::from_secs(1_796_000_000));
        attributes.push(cms::attribute(ID_SIGNING_TIME, &time.unwrap()).unwrap());
    });
    refused("signing time", &timed, Problem::CmsAttributes);
    let more = with_attributes(|attributes| {
        let oid = ObjectIdentifier::new_unwrap("1.2.3.4");
        attributes.push(cms::attribute(oid, &ID_DATA).unwrap());
    });
    refused("another attribute", &more, Problem::CmsNotCanonical);
    let none = with_info(|info| info.signed_attributes = None);
    refused("no attributes", &none, Problem::CmsAttributes);
}

#[test]
fn the_signing_certificate_is_named() {
    let named = |identities: &[&Identity]| {
        let certificates = identities
            .iter()
            .map(|one| {
                use sha2::{Digest, Sha256};
                let hash = Sha256::digest(one.certificate().der()).to_vec();
                EssCertIdV2 { hash: OctetString::new(hash).unwrap() }
            })
            .collect();
        let value = SigningCertificateV2 { certificates };
        with_attributes(|attributes| {
            attributes.retain(|attribute| attribute.oid != SIGNING_CERTIFICATE_V2);
            attributes.push(cms::attribute(SIGNING_CERTIFICATE_V2, &value).unwrap());
        })
    };
    for (name, identities) in
        [("other", vec![&*BRAM]), ("none", vec![]), ("two", vec![&*ANNA, &*BRAM])]
    {
        let problem = Problem::CmsCertificateMismatch;
        assert_refused(name, &named(&identities), Standing::Invalid, problem);
    }
}

#[test]
fn nothing_may_travel_along() {
    let unsigned = with_info(|info| {
        let oid = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");
        let attribute = cms::attribute(oid, &ID_DATA).unwrap();
        info.unsigned_attributes = Some(SetOfVec::try_from(vec![attribute]).unwrap());
    });
    let problem = Problem::CmsUnsignedAttribute;
    assert_refused("unsigned attribute", &unsigned, Standing::Invalid, problem);
    let stray = with_data(|data| {
        let other = Any::from_der(BRAM.certificate().der()).unwrap();
        data.certificates.as_mut().unwrap().insert(other).unwrap();
    });
    assert_refused("stray", &stray, Standing::Invalid, Problem::CmsStrayCertificate);
    let attached = with_data(|data| {
        let content = Any::encode_from(&OctetString::new(vec![1, 2, 3]).unwrap()).unwrap();
        data.content_info.content = Some(content);
    });
    assert_refused("attached", &attached, Standing::Invalid, Problem::CmsAttached);
    let lists = with_data(|data| {
        data.revocation_lists = Some(SetOfVec::try_from(vec![Any::null()]).unwrap());
    });
    assert_refused("revocation list", &lists, Standing::Invalid, Problem::CmsNotCanonical);
    let lone = with_data(|data| data.certificates = None);
    assert_refused("no certificate", &lone, Standing::Invalid, Problem::CmsNoCertificate);
}

#[test]
fn there_is_one_signer() {
    let two = sign_with(&certifying("Auteur", &ANNA), |digest| {
        let mut data = good(digest, &ANNA);
        let other = good(digest, &BRAM).signer_infos.get(0).unwrap().clone();
        data.signer_infos.insert(other).unwrap();
        encode(&data)
    });
    assert_refused("two", &two, Standing::Invalid, Problem::CmsSigners);
    let none = with_data(|data| data.signer_infos = SetOfVec::new());
    assert_refused("none", &none, Standing::Invalid, Problem::CmsSigners);
}

#[test]
fn algorithms_are_these() {
    let weak = with_info(|info| info.digest_algorithm.oid = SHA_1);
    assert_refused("sha-1", &weak, Standing::Invalid, Problem::CmsDigestAlgorithm);
    let other = with_info(|info| info.signature_algorithm.oid = SHA_1);
    assert_refused("signature", &other, Standing::Invalid, Problem::SignatureAlgorithm);
    let null = with_info(|info| info.digest_algorithm.parameters = Some(Any::null()));
    assert_refused("parameters", &null, Standing::Invalid, Problem::CmsNotCanonical);
    let stated = with_data(|data| {
        let mut weak = cms::sha_256();
        weak.oid = SHA_1;
        data.digest_algorithms.insert(weak).unwrap();
    });
    assert_refused("stated", &stated, Standing::Invalid, Problem::CmsNotCanonical);
}

#[test]
fn the_value_belongs_to_key_and_bytes() {
    let broken = with_data(|data| {
        let mut info = data.signer_infos.get(0).unwrap().clone();
        info.signature = OctetString::new(BRAM.sign(b"something").unwrap()).unwrap();
        data.signer_infos = SetOfVec::try_from(vec![info]).unwrap();
    });
    assert_refused("other value", &broken, Standing::Invalid, Problem::SignatureInvalid);
    let elsewhere = sign_with(&certifying("Auteur", &ANNA), |_| encode(&good(&[7; 32], &ANNA)));
    assert_refused("other bytes", &elsewhere, Standing::Modified, Problem::DigestMismatch);
    let attributes = cms::signed_attributes(&[7; 32], ANNA.certificate()).unwrap();
    let replayed = with_data(|data| {
        let mut info = data.signer_infos.get(0).unwrap().clone();
        info.signed_attributes = Some(attributes);
        data.signer_infos = SetOfVec::try_from(vec![info]).unwrap();
    });
    assert_refused("other attributes", &replayed, Standing::Invalid, Problem::SignatureInvalid);
    let rubbish = sign_with(&certifying("Auteur", &ANNA), |_| {
        [&[0x30, 0x82, 0x01, 0x00][..], &[5; 256]].concat()
    });
    assert_refused("rubbish", &rubbish, Standing::Invalid, Problem::CmsSyntax);
}

fn signed_by(identity: &Identity, claim: &Claim) -> Vec<u8> {
    sign_with(claim, |digest| encode(&good(digest, identity)))
}

#[test]
fn a_look_alike_is_unknown() {
    let look_alike = person(&ANNA.signer().name);
    let pdf = signed_by(&look_alike, &certifying("Auteur", &ANNA));
    let verification = check(&pdf);
    assert_eq!(verification.standing, Standing::ValidUnknownSigner);
    assert_ne!(verification.signatures[0].fingerprint, ANNA.fingerprint());
    let swapped = with_data(|data| {
        let other = Any::from_der(look_alike.certificate().der()).unwrap();
        data.certificates = Some(SetOfVec::try_from(vec![other]).unwrap());
    });
    assert_refused("swapped", &swapped, Standing::Invalid, Problem::CmsNoCertificate);
}

#[test]
fn nobody_signs_in_the_name_of_another() {
    let pdf = signed_by(&BRAM, &certifying("Auteur", &ANNA));
    assert_refused("name", &pdf, Standing::Invalid, Problem::CertificateName);
}

#[test]
fn a_certificate_is_valid_at_the_claimed_time() {
    for years in [-1, 20] {
        let mut claim = certifying("Auteur", &ANNA);
        claim.time = claim.time.checked_add(jiff::Span::new().years(years)).unwrap();
        let pdf = signed_by(&ANNA, &claim);
        assert_refused("time", &pdf, Standing::Invalid, Problem::CertificateValidity);
    }
}

/// A certificate that names its purpose names this one (RFC 9336), or is not for signing documents.
#[test]
fn a_purpose_that_is_named_must_be_documents() {
    use crate::signature::certificate::Certificate;
    assert!(Certificate::from_pem(include_str!("data/for-documents.pem")).unwrap().may_sign());
    assert!(!Certificate::from_pem(include_str!("data/only-tls.pem")).unwrap().may_sign());
}

/// Certificates that OpenSSL made for a key of P-256, with what a signer's certificate may not have.
#[test]
fn a_certificate_is_meant_for_signing() {
    use crate::signature::certificate::Certificate;
    use p256::ecdsa::{DerSignature, SigningKey};
    use pkcs8::DecodePrivateKey;
    use signature::Signer as _;
    let key = SigningKey::from_pkcs8_pem(include_str!("data/key.pem")).unwrap();
    for (pem, problem) in [
        (include_str!("data/only-tls.pem"), Problem::CertificateUsage),
        (include_str!("data/no-usage.pem"), Problem::CertificateUsage),
        (include_str!("data/no-commitment.pem"), Problem::CertificateUsage),
        (include_str!("data/authority.pem"), Problem::CertificateUsage),
        (include_str!("data/broken.pem"), Problem::CertificateSignature),
    ] {
        let certificate = Certificate::from_pem(pem).unwrap();
        let claim = Claim { name: certificate.signer().name, ..certifying("Auteur", &ANNA) };
        let pdf = sign_with(&claim, |digest| {
            let sign = |message: &[u8]| {
                let value: DerSignature = key.sign(message);
                value.as_bytes().to_vec()
            };
            cms::build(digest, &certificate, &[], sign).unwrap()
        });
        let verification = check(&pdf);
        assert_eq!(verification.all_problems(), [problem]);
        assert_eq!(verification.standing, Standing::Invalid);
    }
}
