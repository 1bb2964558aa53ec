//! Law that holds from a day on: an open toets has today's, a signed one that of its own day, and a record too.

use super::{FixedClock, Office};
use crate::{
    desk::checking::judge,
    format::Edition,
    model::{About, Id, Moment, Organisation, Signed, Status},
    session::{DataStanding, Edit, Effect, NewKey, Reply, Secret, Session, SignOrder, Standing},
    signature::Trust,
};
use std::{fs, path::Path};

/// Asks another question from 2027 on, and decides by it.
const DATED: &str = r#"(
    id: "t", version: "2026.11.0", title: "T", about: Organisation, intro: "T.", legal_state: (date: "2026-11-22"),
    switches: [(id: "new_law", title: "Nieuwe wet", from: "2027-01-01")],
    sections: [(id: "s", title: "S", questions: [
        (id: "a", label: "A", text: "A?", kind: YesNo),
        (id: "b", label: "B", text: "B?", kind: YesNo, when: InForce("new_law")),
    ])],
    rules: [
        (id: "new", when: Is("b", "yes"), verdict: "strict", text: "Het mag niet meer."),
        (id: "old", when: All([]), verdict: "free", text: "Het mag."),
    ],
    verdicts: [
        (id: "strict", title: "Streng", sentence: "Dit mag niet.", tone: Stop),
        (id: "free", title: "Vrij", sentence: "Dit mag.", tone: Good),
    ],
)"#;

fn office(folder: &Path, day: &str) -> Office {
    let now: Moment = format!("{day}T12:00:00+01:00").parse().expect("a moment");
    Office::open(folder, Box::new(FixedClock(now))).expect("opens")
}

fn resume(office: &mut Office, id: &Id) -> Session {
    match office.perform(Effect::Resume(id.clone())) {
        Reply::Opened(session) => *session,
        other => panic!("{other:?}"),
    }
}

/// A toets of the dated questionnaire, begun in 2026, with an answer to both questions.
fn begun(office: &mut Office) -> Id {
    let edition = Edition::read(DATED).expect("sound");
    let now = office.now();
    let begun = office.shelf.begin(&edition, About::Organisation, "Museum", now).expect("begun");
    let mut session = resume(office, &begun.id);
    for question in ["a", "b"] {
        let effect = session.apply(Edit::answer(&question.into(), "yes")).expect("kept");
        assert!(matches!(office.perform(effect), Reply::Kept { .. }));
    }
    begun.id
}

fn verdict(session: &Session) -> Option<&str> {
    session.verdict().map(|verdict| verdict.id.as_str())
}

#[test]
fn an_open_toets_has_the_law_of_today_and_a_signed_one_of_its_own_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut before = office(folder.path(), "2026-12-31");
    let id = begun(&mut before);
    let session = resume(&mut before, &id);
    assert_eq!((verdict(&session), session.evaluation().asked.len()), (Some("free"), 1));
    drop(before);
    let mut after = office(folder.path(), "2027-01-01");
    let session = resume(&mut after, &id);
    assert_eq!((verdict(&session), session.evaluation().asked.len()), (Some("strict"), 2));
    // Signed the day before, it stays as it was.
    let mut signed = session.assessment().clone();
    let at = "2026-12-31T12:00:00+01:00".parse().expect("a moment");
    let (verdict, record) = ("free".into(), "verslag.pdf".to_owned());
    signed.status = Status::Signed(Signed { at, verdict, record });
    let now = after.now();
    after.shelf.keep(&mut signed, now).expect("kept");
    let session = resume(&mut after, &id);
    assert_eq!(self::verdict(&session), Some("free"));
}

#[test]
fn a_record_says_how_the_law_stood_and_is_the_same_for_ever() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut before = office(folder.path(), "2026-12-31");
    let named = Organisation { name: "Museum De Linde".to_owned(), ..Organisation::default() };
    before.perform(Effect::KeepOrganisation(Box::new(named)));
    let id = begun(&mut before);
    let passphrase = || Secret("kaars molen tapijt zebra".to_owned().into());
    let key = NewKey { name: "Vera".into(), role: "coördinator".into(), passphrase: passphrase() };
    let Reply::KeyMade(key) = before.perform(Effect::MakeKey(key)) else { panic!("no key") };
    let assessment = resume(&mut before, &id).assessment().clone();
    let Reply::Preview(pages) = before.perform(Effect::Preview(Box::new(assessment.clone())))
    else {
        panic!("no preview")
    };
    let text = pages.join("\n").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Nieuwe wet. Dit gold nog niet op 31 december 2026"), "{text}");
    let order = SignOrder {
        assessment,
        others: Vec::new(),
        key: key.path,
        passphrase: passphrase(),
        capacity: crate::model::Capacity::default(),
    };
    let signed = match before.perform(Effect::Sign(Box::new(order))) {
        Reply::Signed(signed) => signed,
        other => panic!("{other:?}"),
    };
    drop(before);
    // Whenever it is checked: the day is that of the record.
    let bytes = fs::read(&signed.path).expect("there");
    let trust = Trust::from_pem(&[]).expect("nobody");
    let report = judge(&signed.path, &bytes, &trust);
    assert_eq!((report.verdict, report.data), (Standing::ValidUnknownSigner, DataStanding::Same));
    assert_eq!(report.claim.expect("a claim").verdict, "Vrij");
    let mut after = office(folder.path(), "2027-06-01");
    assert_eq!(verdict(&resume(&mut after, &id)), Some("free"));
}
