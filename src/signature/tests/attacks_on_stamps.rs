//! Attacks on stamps: answers that must not be taken, and stamps in a file that must not be believed.

use const_oid::db::rfc5912::{ID_KP_CODE_SIGNING, ID_KP_TIME_STAMPING, ID_SHA_512};
use der::{
    Any, Decode, Encode,
    asn1::{OctetString, SetOfVec},
};
use sha2::{Digest, Sha512};

use super::{authority::*, fixtures::*, papers::*};
use crate::signature::{
    Problem, StampError, Standing, Trust, cms, is_question, question, sign, stamp,
    stamp::{Response, Stamped, Status, tidy},
    verify,
};

/// The small record with the stamp in `answer`, by who knows no authority.
fn taken_with(question: &[u8], answer: &[u8]) -> Result<Vec<u8>, StampError> {
    stamp(&SMALL, (question, answer), &Trust::default())
}

/// Why the answer of `authority`, with this forgery, does not get into the record.
fn refusal(authority: &Authority, forgery: Forgery<'_>) -> StampError {
    let question = ask(&SMALL);
    let answer = authority.answer_with(&question, &forgery);
    taken_with(&question, &answer).unwrap_err()
}

#[track_caller]
fn refused(name: &str, authority: &Authority, forgery: Forgery<'_>, code: &str) {
    let error = refusal(authority, forgery);
    assert_eq!(error.code(), code, "{name}: {error}");
}

fn info(data: &mut cms::SignedData, change: impl FnOnce(&mut cms::SignerInfo)) {
    let mut info = data.signer_infos.get(0).unwrap().clone();
    change(&mut info);
    data.signer_infos = SetOfVec::try_from(vec![info]).unwrap();
}

#[test]
fn authorities_of_every_kind_can_stamp() {
    for key in [Key::p256(), Key::p384(), Key::rsa(), Key::rsa_pss()] {
        let authority = Authority::with(key);
        let pdf = stamped(&SIGNED, &authority);
        assert!(pdf.starts_with(&SIGNED));
        let unknown = check(&pdf);
        assert_eq!(unknown.standing, Standing::Valid, "{:?}", unknown.all_problems());
        let [one] = &unknown.stamps[..] else { panic!("one stamp") };
        assert_eq!(one.time.unwrap().to_string(), "2026-12-05T09:00:00.5Z");
        assert_eq!(one.authority.name, "De Klok TSA");
        assert_eq!(one.authority.organisation, "De Klok");
        assert_eq!(
            (one.known, one.serial.as_str(), one.policy.as_str()),
            (false, "07", "1.2.3.4.1")
        );
        assert_eq!(one.range, SIGNED.len()..pdf.len());
        let known = verify(&pdf, &trusted(&authority), &FACE);
        assert!(known.stamps[0].known);
        assert_eq!(known.signatures.len(), 2);
    }
}

#[test]
fn stamps_and_signatures_follow_each_other() {
    let authority = Authority::honest();
    let once = stamped(&SIGNED, &authority);
    let signed = sign(&once, &ANNA, &claim("FG", &ANNA, 6), &FACE).unwrap();
    let twice = stamped(&stamped(&signed, &authority), &authority);
    let verification = check(&twice);
    assert_eq!(verification.standing, Standing::Valid, "{:?}", verification.all_problems());
    assert_eq!(
        verification.signatures.iter().map(|one| one.revision).collect::<Vec<_>>(),
        [1, 2, 4]
    );
    assert_eq!(verification.stamps.iter().map(|one| one.revision).collect::<Vec<_>>(), [3, 5, 6]);
    assert_eq!(verification.open_fields, ["Coördinator"]);
    for end in [once.len(), signed.len()] {
        assert_eq!(check(&twice[..end]).standing, Standing::Valid);
    }
    let late = sign(&once, &ANNA, &certifying("FG", &ANNA), &FACE);
    assert!(late.is_err(), "a stamp makes no room for another first signature");
}

#[test]
fn only_a_signed_record_can_be_stamped() {
    let base = Base::default().bytes();
    let random = &mut rand::rng();
    assert_eq!(question(&base, random).unwrap_err().code(), "stamp-first");
    assert_eq!(question(b"%PDF-1.7\n", random).unwrap_err().code(), "stamp-file");
    assert_eq!(question(&SIGNED[1..], random).unwrap_err().code(), "stamp-file");
}

/// A question stays good until the record changes; nothing that is unfinished ever stands in a file.
#[test]
fn a_question_that_is_never_answered_changes_nothing() {
    let before = SIGNED.clone();
    let question = ask(&SIGNED);
    assert_eq!(before, *SIGNED);
    assert!(is_question(&SIGNED, &question).unwrap());
    assert!(!is_question(&SMALL, &question).unwrap());
    let later = sign(&SIGNED, &ANNA, &claim("FG", &ANNA, 6), &FACE).unwrap();
    assert!(!is_question(&later, &question).unwrap());
    assert_eq!(is_question(&SIGNED, b"iets anders").unwrap_err(), StampError::Question);
    assert_ne!(ask(&SIGNED), question, "each question has a number of its own");
}

#[test]
fn an_unfinished_stamp_is_no_stamp() {
    let pdf = plant(&SMALL, &[]);
    assert_refused("empty room", &pdf, Standing::Modified, Problem::Contents);
    assert!(!check(&pdf).stamps.is_empty());
}

#[test]
fn the_answer_is_whole_and_grants() {
    let authority = Authority::honest();
    let question = ask(&SMALL);
    let answer = authority.answer(&question);
    let code = |answer: &[u8]| taken_with(&question, answer).unwrap_err().code();
    for end in [0, 1, 9, answer.len() / 2, answer.len() - 1] {
        assert_eq!(code(&answer[..end]), "stamp-answer", "{end}");
    }
    assert_eq!(code(&[answer.as_slice(), &[0]].concat()), "stamp-answer");
    assert_eq!(code(&question), "stamp-answer");
    assert_eq!(code(b"<html>"), "stamp-answer");
    let with = |value, text: Option<Vec<String>>, token: Option<Any>| {
        Response { status: Status { value, text, failure: None }, token }.to_der().unwrap()
    };
    assert_eq!(code(&with(0, None, None)), "stamp-answer");
    let token = Response::from_der(&answer).unwrap().token;
    for status in 2..=5 {
        let refusal = with(status, Some(vec!["te druk".into()]), token.clone());
        let error = taken_with(&question, &refusal).unwrap_err();
        assert_eq!(error, StampError::Refused { status, words: "te druk".into() });
    }
    assert!(taken_with(&question, &with(1, None, token)).is_ok(), "granted with changes");
}

#[test]
fn the_answer_is_to_this_question() {
    let authority = Authority::honest();
    let (first, second) = (ask(&SMALL), ask(&SMALL));
    let error = taken_with(&first, &authority.answer(&second)).unwrap_err();
    assert_eq!(error, StampError::Nonce);
    let silent = Forgery { stamped: &|stamped| stamped.nonce = None, ..Forgery::default() };
    refused("no nonce", &authority, silent, "stamp-nonce");
    let other = ask(&SIGNED);
    let error = taken_with(&other, &authority.answer(&other)).unwrap_err();
    assert_eq!(error, StampError::OtherQuestion);
    let error = taken_with(&first, &authority.answer(&other)).unwrap_err();
    assert_eq!(error.code(), "stamp-imprint");
    let error = taken_with(b"", &authority.answer(&first)).unwrap_err();
    assert_eq!(error, StampError::Question);
}

#[test]
fn what_is_stamped_is_this_record() {
    let authority = Authority::honest();
    let wrong = |stamped: &mut Stamped| {
        stamped.imprint.digest = OctetString::new(vec![7; 32]).unwrap();
    };
    refused(
        "imprint",
        &authority,
        Forgery { stamped: &wrong, ..Forgery::default() },
        "stamp-imprint",
    );
    let other = |stamped: &mut Stamped| {
        let digest = Sha512::digest(&*SMALL).to_vec();
        stamped.imprint.algorithm.oid = ID_SHA_512;
        stamped.imprint.digest = OctetString::new(digest).unwrap();
    };
    refused(
        "digest",
        &authority,
        Forgery { stamped: &other, ..Forgery::default() },
        "stamp-imprint",
    );
    // The time, changed after the authority signed.
    let later = |data: &mut cms::SignedData| {
        let content = data.content_info.content.take().unwrap();
        let content: OctetString = content.decode_as().unwrap();
        let mut stamped = Stamped::from_der(content.as_bytes()).unwrap();
        stamped.time = time_of("20201205090000Z");
        let content = OctetString::new(stamped.to_der().unwrap()).unwrap();
        data.content_info.content = Some(Any::encode_from(&content).unwrap());
    };
    refused("time", &authority, Forgery { data: &later, ..Forgery::default() }, "stamp-content");
    for time in ["20261205090000", "20261305090000Z", "20261205090000.50Z", "261205090000Z"] {
        let wrong = |stamped: &mut Stamped| stamped.time = time_of(time);
        refused(
            time,
            &authority,
            Forgery { stamped: &wrong, ..Forgery::default() },
            "stamp-syntax",
        );
    }
    let version = |stamped: &mut Stamped| stamped.version = 2;
    refused(
        "version",
        &authority,
        Forgery { stamped: &version, ..Forgery::default() },
        "stamp-syntax",
    );
}

#[test]
fn the_certificate_is_for_stamping_time_and_for_nothing_else() {
    let with = |purposes: Vec<_>, critical| {
        Authority::of(Paper { purposes: (purposes, critical), ..Paper::person("CN=De Klok TSA") })
    };
    for (name, authority) in [
        ("no purpose", with(vec![], false)),
        ("not critical", with(vec![ID_KP_TIME_STAMPING], false)),
        ("not alone", with(vec![ID_KP_TIME_STAMPING, ID_KP_CODE_SIGNING], true)),
        ("another", with(vec![ID_KP_CODE_SIGNING], true)),
        (
            "an authority",
            Authority::of(Paper { authority: true, ..Paper::stamper("CN=De Klok TSA") }),
        ),
    ] {
        refused(name, &authority, Forgery::default(), "stamp-purpose");
    }
}

#[test]
fn certificates_are_valid_when_the_stamp_is_set() {
    for valid in [[-30 * DAY, -DAY], [-30 * DAY, 10 * DAY], [20 * DAY, 30 * DAY]] {
        let authority = Authority::of(Paper { valid, ..Paper::stamper("CN=De Klok TSA") });
        refused("own", &authority, Forgery::default(), "stamp-validity");
    }
    let root = Paper { valid: [-30 * DAY, 10 * DAY], ..Paper::authority("CN=Wortel") };
    let root = root.issued_by(None);
    let holder = Paper::stamper("CN=De Klok TSA").issued_by(Some(&root));
    refused(
        "above",
        &Authority { holder, above: vec![root] },
        Forgery::default(),
        "stamp-validity",
    );
}

#[test]
fn the_authority_itself_signed() {
    let authority = Authority::honest();
    let thief = Key::p256();
    let stolen = Authority {
        holder: Holder { key: thief, ..authority.holder.clone() },
        above: authority.above.clone(),
    };
    refused("another key", &stolen, Forgery::default(), "stamp-signature");
    let replaced = |data: &mut cms::SignedData| {
        info(data, |info| info.signature = OctetString::new(vec![7; 70]).unwrap());
    };
    refused(
        "rubbish",
        &authority,
        Forgery { data: &replaced, ..Forgery::default() },
        "stamp-signature",
    );
    let weak = |data: &mut cms::SignedData| {
        let sha_1 = "1.3.14.3.2.26".parse().unwrap();
        info(data, |info| info.digest_algorithm.oid = sha_1);
    };
    refused("sha-1", &authority, Forgery { data: &weak, ..Forgery::default() }, "stamp-algorithm");
    let unknown = |data: &mut cms::SignedData| {
        info(data, |info| info.signature_algorithm.oid = "1.2.3.4".parse().unwrap());
    };
    refused(
        "unknown",
        &authority,
        Forgery { data: &unknown, ..Forgery::default() },
        "stamp-algorithm",
    );
}

#[test]
fn the_authority_signs_along_which_certificate_is_its_own() {
    let authority = Authority::honest();
    let double = Paper::stamper("CN=De Klok TSA").issued_by(None);
    let own = authority.holder.certificate.clone();
    let other = double.certificate;
    let only = |attribute: x509_cert::attr::Attribute| {
        move |attributes: &mut Vec<x509_cert::attr::Attribute>| {
            attributes.truncate(2);
            attributes.push(attribute.clone());
        }
    };
    let forge = |change: &dyn Fn(&mut Vec<x509_cert::attr::Attribute>), code: &str, name: &str| {
        refused(name, &authority, Forgery { attributes: change, ..Forgery::default() }, code);
    };
    forge(&only(named(&other)), "stamp-certificate", "another");
    forge(&only(named_by_sha_1(&other)), "stamp-certificate", "another, by SHA-1");
    forge(
        &|attributes| attributes.push(named_by_sha_1(&other)),
        "stamp-certificate",
        "one of both",
    );
    forge(&|attributes| attributes.truncate(2), "stamp-attributes", "none");
    forge(&|attributes| attributes.drain(..1).for_each(drop), "stamp-attributes", "no type");
    let missing = |data: &mut cms::SignedData| data.certificates = None;
    refused(
        "missing",
        &authority,
        Forgery { data: &missing, ..Forgery::default() },
        "stamp-certificate",
    );
    let old = only(named_by_sha_1(&own));
    let forgery = Forgery { attributes: &old, ..Forgery::default() };
    let question = ask(&SMALL);
    let answer = authority.answer_with(&question, &forgery);
    assert!(taken_with(&question, &answer).is_ok(), "SHA-1 only names it (RFC 3161)");
}

#[test]
fn a_token_is_of_one_signer_and_of_this_kind() {
    let authority = Authority::honest();
    let none = |data: &mut cms::SignedData| data.signer_infos = SetOfVec::new();
    refused("none", &authority, Forgery { data: &none, ..Forgery::default() }, "stamp-syntax");
    let two = |data: &mut cms::SignedData| {
        let mut other = data.signer_infos.get(0).unwrap().clone();
        other.signature = OctetString::new(vec![1]).unwrap();
        data.signer_infos.insert(other).unwrap();
    };
    refused("two", &authority, Forgery { data: &two, ..Forgery::default() }, "stamp-syntax");
    let kind = |data: &mut cms::SignedData| {
        data.content_info.content_type = const_oid::db::rfc5911::ID_DATA;
    };
    refused("kind", &authority, Forgery { data: &kind, ..Forgery::default() }, "stamp-syntax");
    let empty = |data: &mut cms::SignedData| data.content_info.content = None;
    refused("empty", &authority, Forgery { data: &empty, ..Forgery::default() }, "stamp-syntax");
    let large = |stamped: &mut Stamped| {
        let value = Any::encode_from(&OctetString::new(vec![0; 17_000]).unwrap()).unwrap();
        stamped.extensions = Some(vec![value]);
    };
    refused("large", &authority, Forgery { stamped: &large, ..Forgery::default() }, "stamp-room");
}

/// What nobody signed and travels along in an answer is left out; in a file it is refused.
#[test]
fn nothing_travels_along_in_a_stamp() {
    let authority = Authority::honest();
    let stray = Any::from_der(ANNA.certificate().der()).unwrap();
    let impostor = Paper::authority("CN=Wortel van de klok").issued_by(None);
    let impostor = Any::from_der(impostor.certificate.der()).unwrap();
    let certificate = |data: &mut cms::SignedData| {
        data.certificates.as_mut().unwrap().insert(stray.clone()).unwrap();
    };
    let namesake = |data: &mut cms::SignedData| {
        data.certificates.as_mut().unwrap().insert(impostor.clone()).unwrap();
    };
    let list = |data: &mut cms::SignedData| {
        data.revocation_lists = Some(SetOfVec::try_from(vec![Any::null()]).unwrap());
    };
    let unsigned = |data: &mut cms::SignedData| {
        info(data, |info| {
            let attribute = named(ANNA.certificate());
            info.unsigned_attributes = Some(SetOfVec::try_from(vec![attribute]).unwrap());
        });
    };
    let changes: [(&str, Change<'_>); 4] = [
        ("stray certificate", &certificate),
        ("certificate of that name", &namesake),
        ("revocation list", &list),
        ("unsigned attribute", &unsigned),
    ];
    for (name, data) in changes {
        let question = ask(&SMALL);
        let raw = authority.token(&question, &Forgery { data, ..Forgery::default() });
        let answer = authority.answer_with(&question, &Forgery { data, ..Forgery::default() });
        let taken = taken_with(&question, &answer).unwrap();
        assert_eq!(check(&taken).standing, Standing::Valid, "{name}");
        let planted = plant(&SMALL, &raw);
        assert_refused(name, &planted, Standing::Invalid, Problem::StampNotCanonical);
    }
}

#[test]
fn a_stamp_of_another_file_is_none_of_this_one() {
    let authority = Authority::honest();
    let token = tidy(&authority.token(&ask(&SIGNED), &Forgery::default()), &[]).unwrap();
    let replaced = plant(&SMALL, &token);
    assert_refused("replaced", &replaced, Standing::Modified, Problem::StampImprint);
    let mut filled =
        plant(&SMALL, &tidy(&authority.token(&ask(&SMALL), &Forgery::default()), &[]).unwrap());
    assert_eq!(check(&filled).standing, Standing::Valid);
    let at = last(&filled, "00>") - 60;
    filled[at] = b'1';
    assert_refused("behind the token", &filled, Standing::Modified, Problem::Contents);
    let copied = [stamped(&SMALL, &authority), stamped(&SMALL, &authority)[SMALL.len()..].to_vec()];
    assert_refused("twice", &copied.concat(), Standing::Modified, Problem::CrossReference);
}

#[test]
fn the_revision_of_a_stamp_holds_nothing_but_the_stamp() {
    let pdf = stamped(&SMALL, &Authority::honest());
    for (old, new) in [
        ("/MediaBox[0 0 595 842]", "/MediaBox[0 0 595 400]"),
        ("/Rect [0 0 0 0]", "/Rect [0 0 9 9]"),
        ("/ETSI.RFC3161", "/ETSI.RFC3160"),
        ("/Type /DocTimeStamp", "/Type /DocTimeStomp"),
        ("/SigFlags 3", "/SigFlags 1"),
    ] {
        let changed = overwrite(&pdf, &spaced(&pdf, old), &spaced(&pdf, new));
        let verification = check(&changed);
        assert_eq!(
            verification.standing,
            Standing::Modified,
            "{old}: {:?}",
            verification.all_problems()
        );
    }
    let more = with_object(&pdf);
    assert_refused("one object more", &more, Standing::Modified, Problem::RevisionDiffers);
    for end in (SMALL.len() + 1..pdf.len()).step_by(997).chain(pdf.len() - 20..pdf.len()) {
        assert!(!matches!(check(&pdf[..end]).standing, Standing::Valid), "cut at {end}");
    }
    for tail in ["\n", "x", "%%EOF\n"] {
        let longer = [pdf.as_slice(), tail.as_bytes()].concat();
        assert_refused(tail, &longer, Standing::Modified, Problem::Grammar);
    }
}

/// `text` as the file spells it: our own reading puts a space after each key.
fn spaced(pdf: &[u8], text: &str) -> String {
    let found = |text: &str| pdf.windows(text.len()).any(|window| window == text.as_bytes());
    let spaced = text.replace("MediaBox[", "MediaBox [");
    if found("/MediaBox [") { spaced } else { text.to_owned() }
}

/// The stamp with one more object in its revision, and a cross-reference table that tells of it.
fn with_object(pdf: &[u8]) -> Vec<u8> {
    let table = last(pdf, "xref\n").min(last(pdf, "\nxref\n") + 1);
    let object = b"900 0 obj\n<</Type /Metadata>>\nendobj\n";
    let mut longer = pdf[..table].to_vec();
    let place = longer.len();
    longer.extend(object);
    let tail = String::from_utf8(pdf[table..].to_vec()).unwrap();
    let tail = tail.replace("trailer\n", &format!("900 1\n{place:010} 00000 n\r\ntrailer\n"));
    let tail =
        tail.replace(&format!("startxref\n{table}"), &format!("startxref\n{}", longer.len()));
    longer.extend(tail.bytes());
    longer
}
