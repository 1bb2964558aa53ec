//! From answers to a signed record, and what a check finds in it.

use super::{begin, noon, office};
use crate::{
    desk::{Demonstration, FixedClock, Office, check, office::Asked, printing},
    engine::Engine,
    format::{Edition, parse_json},
    model::{Answer, Id, Organisation, Status},
    record::{
        Document, Fonts, RecordData,
        compose::{ASSESSMENT_NAME, DATA_NAME, QUESTIONNAIRE_NAME, zoned},
        document::Block,
        layout,
    },
    session::{
        DataStanding, Effect, KeyLine, NewKey, Reply, Report, Secret, Session, SignOrder, Standing,
    },
    signature::{Claim, Contents, Identity, Signer, sign},
};
use std::{
    fs,
    path::PathBuf,
    sync::{Arc, LazyLock},
};
use tempfile::TempDir;

const PASSPHRASE: &str = "kaars molen tapijt zebra";

/// The made-up institution, made once for all tests that only look at it; opening keys takes its time.
fn example() -> &'static (TempDir, Demonstration) {
    static EXAMPLE: LazyLock<(TempDir, Demonstration)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let demonstration = office(folder.path()).demonstrate().expect("an example");
        (folder, demonstration)
    });
    &EXAMPLE
}

fn whole() -> Vec<u8> {
    fs::read(&example().1.record.path).expect("there")
}

/// The bytes, checked as if they had come by mail, where the example's people and `more` are known.
fn judged(bytes: &[u8], more: &[String]) -> Report {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("post.pdf");
    crate::store::replace(&path, bytes).expect("written");
    let mut known = crate::desk::known(example().0.path()).expect("readable");
    known.extend_from_slice(more);
    check(&path, &known).expect("readable")
}

fn named(office: &mut Office) {
    let organisation = Organisation { name: "Museum Hof".to_owned(), ..Default::default() };
    office.perform(Effect::KeepOrganisation(Box::new(organisation)));
}

fn key(office: &mut Office) -> KeyLine {
    let passphrase = Secret(PASSPHRASE.to_owned().into());
    let key = NewKey { name: "Vera Vos".to_owned(), role: "directeur".to_owned(), passphrase };
    match office.perform(Effect::MakeKey(key)) {
        Reply::KeyMade(line) => line,
        other => panic!("{other:?}"),
    }
}

fn order(session: &Session, key: PathBuf, passphrase: &str) -> Effect {
    let mut assessment = session.assessment().clone();
    assessment.answers.put(Id::from("personal_data"), Some(Answer::one("no")));
    assessment.motivation = "Wij tellen alleen bezoekers.".to_owned();
    let passphrase = Secret(passphrase.to_owned().into());
    Effect::Sign(Box::new(SignOrder {
        assessment,
        others: Vec::new(),
        key,
        passphrase,
        capacity: crate::model::Capacity::default(),
    }))
}

fn refused(reply: Reply) -> String {
    match reply {
        Reply::Failed(failure) => failure.message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_example_is_signed_closed_and_genuine() {
    let (folder, Demonstration { record, key, .. }) = example();
    assert_eq!(record.report.verdict, Standing::Valid);
    assert_eq!(record.report.data, DataStanding::Same);
    assert_eq!(record.report.problems, [""; 0]);
    let [signature] = record.report.signatures.as_slice() else { panic!("{:?}", record.report) };
    assert_eq!((signature.signer.as_str(), signature.known), (key.name.as_str(), true));
    assert_eq!(signature.fingerprint, key.fingerprint);
    assert_eq!(signature.organisation, "Museum Voorbeeld");
    assert_eq!(
        (signature.covers.as_str(), signature.time.as_str()),
        ("whole_file", "2026-11-22T12:00:00+01:00")
    );
    let claim = record.report.claim.as_ref().expect("a claim");
    assert_eq!((claim.subject.as_str(), claim.made), ("Nieuw ticketsysteem", noon()));
    let closed = record.assessment.as_ref().expect("of an assessment");
    let Status::Signed(signed) = &closed.status else { panic!("open") };
    assert_eq!(folder.path().join("verslagen").join(&signed.record), record.path);
    assert!(record.path.ends_with("2026-11-22-pre-dpia-nieuw-ticketsysteem-v1.pdf"));
    let mut office = office(folder.path());
    match office.perform(Effect::Check(record.path.clone())) {
        Reply::Checked(report) => assert_eq!(*report, record.report),
        other => panic!("{other:?}"),
    }
    assert!(
        refused(office.perform(Effect::Check(folder.path().join("weg.pdf")))).contains("weg.pdf")
    );
    let overview = office.overview().expect("readable");
    assert!(overview.organisation.expect("kept").example);
    assert_eq!(overview.records.len(), 1);
    assert_eq!(overview.assessments[0].status, closed.status);
    assert_eq!(overview.assessments[0].advance.answered, overview.assessments[0].advance.asked);
    assert_eq!(overview.assessments[0].advance.verdict.as_deref(), Some(claim.verdict.as_str()));
    assert_eq!(overview.warnings, [""; 0]);
}

#[test]
fn whoever_does_not_know_the_signer_is_told_so() {
    let (folder, Demonstration { record, .. }) = example();
    let report = check(&record.path, &[]).expect("readable");
    assert_eq!(report.verdict, Standing::ValidUnknownSigner);
    assert_eq!(report.data, DataStanding::Same);
    let known = crate::desk::known(folder.path()).expect("readable");
    assert_eq!(check(&record.path, &known).expect("readable"), record.report);
    crate::store::replace(&folder.path().join("sleutels/stuk.pem"), b"stuk").expect("written");
    assert_eq!(crate::desk::known(folder.path()).expect("readable"), known);
    assert!(check(&record.path, &["no certificate".to_owned()]).is_err());
    assert!(check(&folder.path().join("weg.pdf"), &[]).is_err());
}

#[test]
fn a_changed_byte_is_found() {
    let whole = whole();
    for place in [whole.len() / 7, whole.len() / 3, whole.len() / 2, whole.len() - 40] {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        let report = judged(&changed, &[]);
        assert_eq!(report.verdict, Standing::Modified, "byte {place}: {report:?}");
    }
    let mut longer = whole.clone();
    longer.extend(b"% meer\n");
    assert_eq!(judged(&longer, &[]).verdict, Standing::Modified);
    assert_eq!(judged(b"no pdf at all", &[]).verdict, Standing::Invalid);
    assert_eq!(judged(&whole, &[]).verdict, Standing::Valid);
}

/// The record as someone could sign it who changes what it says, or what travels with it, beforehand.
fn forged(change: &dyn Fn(&mut Document)) -> (Vec<u8>, String) {
    forged_from(&|_| {}, change)
}

/// The same, where its data say something else too.
fn forged_from(
    data_change: &dyn Fn(&mut RecordData),
    change: &dyn Fn(&mut Document),
) -> (Vec<u8>, String) {
    let fonts = Fonts::shipped().expect("fonts");
    let files = Contents::open(&whole()).expect("a record").files().expect("attachments");
    let mut data: RecordData = parse_json(&files[DATA_NAME]).expect("data");
    let text = std::str::from_utf8(&files[QUESTIONNAIRE_NAME]).expect("text");
    let edition = Edition::read(text).expect("a questionnaire");
    let engine = Arc::new(Engine::new(Arc::clone(&edition.questionnaire), data.made.date()));
    let signer = Signer { name: "Karel Kwaad".to_owned(), ..Signer::default() };
    let identity = Identity::create(&signer, noon().instant(), &mut rand::rng()).expect("a key");
    data.signatories[0].name.clone_from(&signer.name);
    data.signatories[0].fingerprint = identity.fingerprint();
    data_change(&mut data);
    let mut proof = printing::set(&data, Some(&Asked { edition, engine })).expect("set");
    change(&mut proof.document);
    proof.pages = layout(&proof.document, fonts).expect("set");
    let claim = Claim {
        field: data.signatories[0].field.clone(),
        name: signer.name,
        role: String::new(),
        reason: String::new(),
        time: zoned(noon()),
        certify: true,
    };
    let unsigned = proof.print().expect("printed");
    let bytes = sign(&unsigned, &identity, &claim, &printing::face()).expect("signed");
    (bytes, identity.certificate_pem())
}

#[test]
fn a_genuine_record_signed_again_with_another_key_does_not_stand() {
    let (_, Demonstration { record, key, .. }) = example();
    let base = unsigned_part(&whole());
    let signer = Signer { name: key.name.clone(), role: key.role.clone(), ..Signer::default() };
    let thief = Identity::create(&signer, noon().instant(), &mut rand::rng()).expect("a key");
    let claim = Claim {
        field: "Signature1".to_owned(),
        name: signer.name,
        role: signer.role,
        reason: String::new(),
        time: zoned(noon()),
        certify: true,
    };
    let stolen = sign(&base, &thief, &claim, &printing::face()).expect("signed");
    let report = judged(&stolen, &[thief.certificate_pem()]);
    assert_eq!((report.verdict, report.data), (Standing::Invalid, DataStanding::Same));
    assert_eq!(report.problems, ["signer_differs"]);
    assert_eq!(record.report.problems, [""; 0]);
}

/// The record as it was before it was signed: up to the first end of file.
fn unsigned_part(signed: &[u8]) -> Vec<u8> {
    let end = signed.windows(6).position(|window| window == b"%%EOF\n").expect("an end");
    signed[..end + 6].to_vec()
}

#[test]
fn pages_that_say_something_else_than_the_data_do_not_stand() {
    let judge = |change: &dyn Fn(&mut Document)| {
        let (bytes, certificate) = forged(change);
        judged(&bytes, &[certificate])
    };
    let honest = judge(&|_| {});
    assert_eq!((honest.verdict, honest.data), (Standing::Valid, DataStanding::Same));
    let swap = |name: &'static str, from: &'static str, to: &'static str| {
        move |document: &mut Document| {
            let mut files = document.attachments.iter_mut();
            let file = files.find(|file| file.name == name).expect("attached");
            let text = String::from_utf8(file.bytes.clone()).expect("text");
            assert!(text.contains(from), "{text}");
            file.bytes = text.replacen(from, to, 1).into_bytes();
        }
    };
    let said = |document: &mut Document| {
        let verdict = document.blocks.iter_mut().find_map(|block| match block {
            Block::Verdict(verdict) => Some(verdict),
            _ => None,
        });
        verdict.expect("a verdict").sentence = "Alles is goed.".into();
    };
    let answer = swap(DATA_NAME, "\"c5\":\"yes\"", "\"c5\":\"no\"");
    let spaces = swap(DATA_NAME, "{", "{ ");
    let rule = swap(QUESTIONNAIRE_NAME, "Grootschalige", "Kleinschalige");
    let source = swap(ASSESSMENT_NAME, "40.000", "400");
    let changes: [&dyn Fn(&mut Document); 5] = [&said, &answer, &spaces, &rule, &source];
    for change in changes {
        let report = judge(change);
        assert_eq!((report.verdict, report.data), (Standing::Invalid, DataStanding::Different));
        assert_eq!(report.problems, ["data_different"]);
    }
    let report = judge(&|document: &mut Document| document.attachments.clear());
    assert_eq!((report.verdict, report.data), (Standing::Invalid, DataStanding::Absent));
}

/// The record as another version of the program would make it: `layout_version` in its data, and `change` on its pages.
fn of_version(version: u32, change: &dyn Fn(&mut Document)) -> Report {
    let (bytes, certificate) = forged_from(&|data| data.layout_version = version, change);
    judged(&bytes, &[certificate])
}

#[test]
fn pages_of_another_version_are_compared_by_their_words() {
    // Set otherwise: every section starts on a new page.
    let set_otherwise = |document: &mut Document| {
        let blocks = std::mem::take(&mut document.blocks);
        document.blocks = blocks
            .into_iter()
            .flat_map(|block| match block {
                Block::Heading { level: 1, .. } => vec![Block::PageBreak, block],
                _ => vec![block],
            })
            .collect();
    };
    let other_words = |document: &mut Document| {
        document.blocks.push(Block::Paragraph("En nog iets.".into()));
    };
    for version in [0, 9] {
        let report = of_version(version, &set_otherwise);
        assert_eq!((report.verdict, report.data), (Standing::Valid, DataStanding::SameText));
        assert!(report.claim.is_some());
    }
    // This version knows what older ones said; of a newer one it cannot tell.
    let report = of_version(0, &other_words);
    assert_eq!((report.verdict, report.data), (Standing::Invalid, DataStanding::Different));
    let report = of_version(9, &other_words);
    assert_eq!(report.data, DataStanding::OtherVersion);
    // Pages of this version are compared byte for byte.
    let report = of_version(1, &set_otherwise);
    assert_eq!((report.verdict, report.data), (Standing::Invalid, DataStanding::Different));
}

#[test]
fn an_unsigned_record_is_just_that() {
    let whole = whole();
    let end = whole.windows(6).position(|window| window == b"%%EOF\n").expect("an end") + 6;
    let report = judged(&whole[..end], &[]);
    assert_eq!((report.verdict, report.data), (Standing::Unsigned, DataStanding::Same));
}

#[test]
fn nothing_is_signed_before_it_is_complete() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let session = begin(&mut office);
    let key = key(&mut office).path;
    let unfinished = SignOrder {
        others: Vec::new(),
        assessment: session.assessment().clone(),
        key: key.clone(),
        passphrase: Secret(PASSPHRASE.to_owned().into()),
        capacity: crate::model::Capacity::default(),
    };
    insta::assert_snapshot!(refused(office.perform(Effect::Sign(Box::new(unfinished)))), @"Er ontbreekt nog een antwoord of een motivering. Vul die in; daarna kunt u ondertekenen.");
    let done = order(&session, key.clone(), PASSPHRASE);
    insta::assert_snapshot!(refused(office.perform(done.clone())), @"Op een verslag staat van wie het is. Vul eerst de naam van uw instelling in.");
    named(&mut office);
    match office.perform(order(&session, key, "een andere zin")) {
        Reply::Failed(failure) => assert!(failure.passphrase, "{failure:?}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(office.overview().expect("readable").records, []);
    assert!(matches!(office.perform(done.clone()), Reply::Signed(_)));
    assert!(refused(office.perform(done)).contains("al ondertekend"));
    assert_eq!(office.overview().expect("readable").records.len(), 1);
}

#[test]
fn a_record_that_cannot_be_kept_leaves_its_assessment_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let session = begin(&mut office);
    named(&mut office);
    let key = key(&mut office).path;
    fs::rename(folder.path().join("verslagen"), folder.path().join("weg")).expect("renamed");
    let message = refused(office.perform(order(&session, key, PASSPHRASE)));
    assert!(message.contains("-v1.pdf is niet bewaard"), "{message}");
    let overview = office.overview().expect("readable");
    assert_eq!(overview.assessments[0].status, Status::Open);
}

#[test]
fn the_same_work_gives_the_same_pages() {
    let run = || {
        let folder = tempfile::tempdir().expect("a folder");
        let mut office = Office::open(folder.path(), Box::new(FixedClock(noon()))).expect("opens");
        let session = begin(&mut office);
        named(&mut office);
        let mut assessment = session.assessment().clone();
        assessment.answers.put(Id::from("personal_data"), Some(Answer::one("no")));
        match office.perform(Effect::Preview(Box::new(assessment))) {
            Reply::Preview(pages) => pages,
            other => panic!("{other:?}"),
        }
    };
    let pages = run();
    assert!(pages[0].contains("Museum Hof") && pages[0].contains("Nieuw ticketsysteem"));
    assert_eq!(pages, run());
}

#[test]
fn the_example_never_comes_among_real_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    begin(&mut office);
    assert!(office.demonstrate().is_err());
    named(&mut office);
    assert!(office.demonstrate().is_err());
    assert_eq!(office.overview().expect("readable").assessments.len(), 1);
}
