//! A timestamp authority for tests: it answers as asked, or in any way that it should not.

use const_oid::db::{
    rfc3161::ID_CT_TST_INFO,
    rfc5911::{
        ID_AA_SIGNING_CERTIFICATE, ID_AA_SIGNING_CERTIFICATE_V_2, ID_CONTENT_TYPE,
        ID_MESSAGE_DIGEST, ID_SIGNED_DATA,
    },
    rfc5912::{ID_SHA_256, ID_SHA_384},
};
use der::{
    Any, Decode, Encode, Tag,
    asn1::{Int, ObjectIdentifier, OctetString, SetOfVec},
};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attribute;

use super::{fixtures::*, papers::*};
use crate::signature::{
    Trust,
    certificate::Certificate,
    cms::{
        self, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedData, SignerInfo,
    },
    question,
    sign::open,
    stamp::{
        Accuracy, Named, NamedBySha1, Request, Response, SigningCertificate, SigningCertificates,
        Stamped, Status, write,
    },
};

/// When the tests' authority stamps: after the signatures of the tests.
pub(super) const STAMPED_AT: &str = "20261205090000.5Z";

/// An authority that stamps, and who issued its certificate.
pub(super) struct Authority {
    pub(super) holder: Holder,
    pub(super) above: Vec<Holder>,
}

/// What is changed before it is signed (`stamped`, `attributes`) and after (`data`).
#[derive(Clone, Copy)]
pub(super) struct Forgery<'a> {
    pub(super) stamped: &'a dyn Fn(&mut Stamped),
    pub(super) attributes: &'a dyn Fn(&mut Vec<Attribute>),
    pub(super) data: &'a dyn Fn(&mut SignedData),
}

/// What is done to a token after it was signed.
pub(super) type Change<'a> = &'a dyn Fn(&mut SignedData);

impl Default for Forgery<'_> {
    fn default() -> Self {
        Self { stamped: &|_| (), attributes: &|_| (), data: &|_| () }
    }
}

impl Authority {
    /// An honest one below a root, with keys of this kind.
    pub(super) fn with(key: Key) -> Self {
        let root = Paper::authority("CN=Wortel van de klok").of(key.clone(), None);
        let holder = Paper::stamper("O=De Klok,CN=De Klok TSA").of(key, Some(&root));
        Self { holder, above: vec![root] }
    }

    pub(super) fn honest() -> Self {
        Self::with(Key::p256())
    }

    /// One whose own certificate is this.
    pub(super) fn of(paper: Paper) -> Self {
        let root = Paper { valid: [-90 * DAY, 365 * DAY], ..Paper::authority("CN=Wortel") };
        let root = root.issued_by(None);
        Self { holder: paper.issued_by(Some(&root)), above: vec![root] }
    }

    /// The answer to `question`, as it should be.
    pub(super) fn answer(&self, question: &[u8]) -> Vec<u8> {
        self.answer_with(question, &Forgery::default())
    }

    /// The answer to `question`, with something changed.
    pub(super) fn answer_with(&self, question: &[u8], forgery: &Forgery<'_>) -> Vec<u8> {
        let token = Any::from_der(&self.token(question, forgery)).unwrap();
        let status = Status { value: 0, text: None, failure: None };
        Response { status, token: Some(token) }.to_der().unwrap()
    }

    /// The token in the answer.
    pub(super) fn token(&self, question: &[u8], forgery: &Forgery<'_>) -> Vec<u8> {
        let request = Request::from_der(question).unwrap();
        let mut stamped = Stamped {
            version: 1,
            policy: ObjectIdentifier::new_unwrap("1.2.3.4.1"),
            imprint: request.imprint,
            serial: Int::new(&[7]).unwrap(),
            time: time_of(STAMPED_AT),
            accuracy: Some(Accuracy { seconds: Some(1), milliseconds: None, microseconds: None }),
            ordering: None,
            nonce: request.nonce,
            authority: None,
            extensions: None,
        };
        (forgery.stamped)(&mut stamped);
        let content = stamped.to_der().unwrap();
        let mut attributes = self.attributes(&content);
        (forgery.attributes)(&mut attributes);
        let mut data = self.signed(&content, attributes);
        (forgery.data)(&mut data);
        let content = Any::encode_from(&data).unwrap();
        ContentInfo { content_type: ID_SIGNED_DATA, content }.to_der().unwrap()
    }

    fn attributes(&self, content: &[u8]) -> Vec<Attribute> {
        let digest = if self.holder.key.is_long() {
            Sha384::digest(content).to_vec()
        } else {
            Sha256::digest(content).to_vec()
        };
        vec![
            cms::attribute(ID_CONTENT_TYPE, &ID_CT_TST_INFO).unwrap(),
            cms::attribute(ID_MESSAGE_DIGEST, &OctetString::new(digest).unwrap()).unwrap(),
            named(&self.holder.certificate),
        ]
    }

    fn signed(&self, content: &[u8], attributes: Vec<Attribute>) -> SignedData {
        let key = &self.holder.key;
        let attributes = SetOfVec::try_from(attributes).unwrap();
        let value = key.sign(&attributes.to_der().unwrap());
        let oid = if key.is_long() { ID_SHA_384 } else { ID_SHA_256 };
        let digest_algorithm = AlgorithmIdentifierOwned { oid, parameters: Some(Any::null()) };
        let tbs = self.holder.certificate.parsed().tbs_certificate();
        let info = SignerInfo {
            version: 1,
            signer: IssuerAndSerialNumber {
                issuer: tbs.issuer().clone(),
                serial: tbs.serial_number().clone(),
            },
            digest_algorithm: digest_algorithm.clone(),
            signature: OctetString::new(value).unwrap(),
            signed_attributes: Some(attributes),
            signature_algorithm: key.algorithm(),
            unsigned_attributes: None,
        };
        let content = Any::encode_from(&OctetString::new(content).unwrap()).unwrap();
        let certificates = std::iter::once(&self.holder).chain(&self.above);
        let certificates: Vec<Any> =
            certificates.map(|one| Any::from_der(one.certificate.der()).unwrap()).collect();
        SignedData {
            version: 3,
            digest_algorithms: SetOfVec::try_from(vec![digest_algorithm]).unwrap(),
            content_info: EncapsulatedContentInfo {
                content_type: ID_CT_TST_INFO,
                content: Some(content),
            },
            certificates: Some(SetOfVec::try_from(certificates).unwrap()),
            revocation_lists: None,
            signer_infos: SetOfVec::try_from(vec![info]).unwrap(),
        }
    }
}

/// The attribute that names a certificate by SHA-256.
pub(super) fn named(certificate: &Certificate) -> Attribute {
    let hash = OctetString::new(Sha256::digest(certificate.der()).to_vec()).unwrap();
    let named = Named { algorithm: None, hash, issuer: None };
    let value = SigningCertificates { certificates: vec![named], policies: None };
    cms::attribute(ID_AA_SIGNING_CERTIFICATE_V_2, &value).unwrap()
}

/// The attribute that names a certificate by SHA-1, as older authorities do.
pub(super) fn named_by_sha_1(certificate: &Certificate) -> Attribute {
    let hash = OctetString::new(Sha1::digest(certificate.der()).to_vec()).unwrap();
    let named = NamedBySha1 { hash, issuer: None };
    let value = SigningCertificate { certificates: vec![named], policies: None };
    cms::attribute(ID_AA_SIGNING_CERTIFICATE, &value).unwrap()
}

/// A moment as it stands in a token.
pub(super) fn time_of(text: &str) -> Any {
    Any::new(Tag::GeneralizedTime, text.as_bytes()).unwrap()
}

/// The question about `pdf`.
pub(super) fn ask(pdf: &[u8]) -> Vec<u8> {
    question(pdf, &mut rand::rng()).unwrap()
}

/// `pdf` with this token in the room of a stamp, whatever it is.
pub(super) fn plant(pdf: &[u8], token: &[u8]) -> Vec<u8> {
    let mut update = write(&open(pdf).unwrap()).unwrap();
    update.fill(pdf.len(), token).unwrap();
    [pdf, &update.bytes].concat()
}

/// `pdf` with the stamp of `authority`.
pub(super) fn stamped(pdf: &[u8], authority: &Authority) -> Vec<u8> {
    let question = ask(pdf);
    let answer = authority.answer(&question);
    crate::signature::stamp(pdf, (&question, &answer), &Trust::default()).unwrap()
}

/// Those who sign in the tests, and who stand above `authority`.
pub(super) fn trusted(authority: &Authority) -> Trust {
    let mut trust = trust(&[&ANNA, &BRAM]);
    trust.certificates.extend(authority.above.iter().map(|one| one.certificate.clone()));
    trust
}
