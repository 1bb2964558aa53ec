//! Several signatures under one record, days and laptops apart.

use super::{begin, office};
use crate::{
    desk::Office,
    format::parse_json,
    model::{Answer, Capacity, Id, Organisation, Participant},
    record::{RecordData, compose::DATA_NAME},
    session::{
        Countersignature, DataStanding, Effect, KeyLine, NewKey, Reply, Report, Secret, SignOrder,
        SignedRecord, Standing,
    },
    signature::Contents,
};
use std::fs;

const PASSPHRASE: &str = "kaars molen tapijt zebra";

fn secret() -> Secret {
    Secret(PASSPHRASE.to_owned().into())
}

fn key(office: &mut Office, name: &str, role: &str) -> KeyLine {
    let key = NewKey { name: name.to_owned(), role: role.to_owned(), passphrase: secret() };
    match office.perform(Effect::MakeKey(key)) {
        Reply::KeyMade(line) => line,
        other => panic!("{other:?}"),
    }
}

/// A record by Vera that Dirk is to sign too.
fn record(office: &mut Office) -> SignedRecord {
    record_as(office, Capacity::default())
}

/// The same by Vera as something else.
fn record_as(office: &mut Office, capacity: Capacity) -> SignedRecord {
    match attempt(office, capacity) {
        Reply::Signed(record) => *record,
        other => panic!("{other:?}"),
    }
}

fn attempt(office: &mut Office, capacity: Capacity) -> Reply {
    let organisation = Organisation { name: "Museum Hof".to_owned(), ..Default::default() };
    office.perform(Effect::KeepOrganisation(Box::new(organisation)));
    let session = begin(office);
    let mut assessment = session.assessment().clone();
    assessment.answers.put(Id::from("personal_data"), Some(Answer::one("no")));
    assessment.motivation = "Wij tellen alleen bezoekers.".to_owned();
    let vera = key(office, "Vera Vos", "privacycoördinator");
    let dirk = Participant::new("Dirk Dijk", "Bestuurder");
    let order = SignOrder {
        assessment,
        others: vec![dirk],
        key: vera.path,
        passphrase: secret(),
        capacity,
    };
    office.perform(Effect::Sign(Box::new(order)))
}

fn countersign(office: &mut Office, report: &Report, key: &KeyLine) -> Reply {
    countersign_as(office, report, (key, Capacity::default()))
}

fn countersign_as(
    office: &mut Office,
    report: &Report,
    (key, capacity): (&KeyLine, Capacity),
) -> Reply {
    let order = Countersignature {
        record: report.file.clone(),
        field: report.open_fields.first().map_or_else(String::new, |open| open.field.clone()),
        key: key.path.clone(),
        passphrase: secret(),
        capacity,
    };
    office.perform(Effect::Countersign(Box::new(order)))
}

#[test]
fn the_director_signs_on_another_laptop_and_both_signatures_stand() {
    let (here, there) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let first = record(&mut office(here.path()));
    let open: Vec<&str> = first.report.open_fields.iter().map(|open| open.name.as_str()).collect();
    assert_eq!(open, ["Dirk Dijk"]);
    let before = fs::read(&first.path).expect("there");
    let posted = there.path().join("post.pdf");
    crate::store::replace(&posted, &before).expect("written");

    let mut other = office(there.path());
    let organisation = Organisation { name: "Museum Hof".to_owned(), ..Default::default() };
    other.perform(Effect::KeepOrganisation(Box::new(organisation)));
    let dirk = key(&mut other, "Dirk Dijk", "directeur");
    let Reply::Checked(report) = other.perform(Effect::Check(posted.clone())) else { panic!() };
    assert_eq!(report.verdict, Standing::ValidUnknownSigner);
    let Reply::Checked(report) = countersign(&mut other, &report, &dirk) else { panic!() };

    let after = fs::read(&posted).expect("there");
    assert!(after.starts_with(&before), "what was signed stays, byte for byte");
    assert_eq!((report.verdict, report.data), (Standing::ValidUnknownSigner, DataStanding::Same));
    assert_eq!(report.open_fields, []);
    let known: Vec<bool> = report.signatures.iter().map(|signature| signature.known).collect();
    assert_eq!(known, [false, true], "there only Dirk is known");
}

#[test]
fn nobody_signs_in_the_place_of_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let first = record(&mut office);
    let karel = key(&mut office, "Karel Kassa", "directeur");
    let Reply::Failed(failure) = countersign(&mut office, &first.report, &karel) else { panic!() };
    assert!(failure.message.contains("Deze plaats is voor Dirk Dijk"), "{}", failure.message);
}

#[test]
fn a_changed_record_is_not_signed_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let first = record(&mut office);
    let dirk = key(&mut office, "Dirk Dijk", "directeur");
    let mut bytes = fs::read(&first.path).expect("there");
    let middle = bytes.len() / 3;
    bytes[middle] ^= 1;
    crate::store::replace(&first.path, &bytes).expect("written");
    let Reply::Failed(failure) = countersign(&mut office, &first.report, &dirk) else { panic!() };
    assert!(failure.message.contains("geen echt en compleet verslag"), "{}", failure.message);
}

#[test]
fn a_record_that_is_set_back_to_before_a_signature_is_told_and_the_next_record_names_the_head() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let first = record(&mut office);
    let before = fs::read(&first.path).expect("there");
    let dirk = key(&mut office, "Dirk Dijk", "directeur");
    let Reply::Checked(_) = countersign(&mut office, &first.report, &dirk) else { panic!() };
    assert_eq!(office.check_up(false).expect("looked").findings, []);

    let after = fs::read(&first.path).expect("there");
    crate::store::replace(&first.path, &before).expect("written");
    let found = office.check_up(false).expect("looked").findings;
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["record_rolled_back"]);

    crate::store::replace(&first.path, &after).expect("written");
    let head = office.shelf.journal().expect("there").head;
    let second = record(&mut office);
    let bytes = fs::read(&second.path).expect("there");
    let contents = crate::desk::checking::contents(&bytes).expect("ours");
    assert_eq!(contents.follows, head);
    assert_eq!(office.check_up(false).expect("looked").findings, []);
}

/// As what and why each signed.
fn said(report: &Report) -> Vec<(&str, &str)> {
    report.signatures.iter().map(|one| (one.role.as_str(), one.reason.as_str())).collect()
}

#[test]
fn one_signs_as_what_and_why_one_says_and_else_as_is_usual() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let opsteller = Capacity { role: "opsteller".to_owned(), reason: String::new() };
    let first = record_as(&mut office, opsteller);
    assert_eq!(said(&first.report), [("opsteller", "Opgesteld naar beste weten")]);
    let bytes = fs::read(&first.path).expect("there");
    let files = Contents::open(&bytes).expect("a record").files().expect("attachments");
    let data: RecordData = parse_json(&files[DATA_NAME]).expect("data");
    assert_eq!(data.signatories[0].role, "opsteller", "as it stands on page 1");

    // The role of the place is on the page already: another one does not count.
    let dirk = key(&mut office, "Dirk Dijk", "directeur");
    let other = Capacity { role: "koning".to_owned(), reason: "Besluit nr. 12".to_owned() };
    let reply = countersign_as(&mut office, &first.report, (&dirk, other));
    let Reply::Checked(report) = reply else { panic!("{reply:?}") };
    let second = ("Bestuurder", "Besluit nr. 12");
    assert_eq!(said(&report), [("opsteller", "Opgesteld naar beste weten"), second]);
    assert_eq!((report.verdict, report.data), (Standing::Valid, DataStanding::Same));

    let third = record(&mut office);
    assert_eq!(said(&third.report), [("privacycoördinator", "Opgesteld naar beste weten")]);
}

#[test]
fn what_does_not_fit_beside_a_signature_is_refused_before_anything_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let long = Capacity { role: String::new(), reason: "omdat het moet ".repeat(9) };
    let Reply::Failed(failure) = attempt(&mut office, long) else { panic!("signed") };
    assert!(failure.message.contains("een reden 120"), "{}", failure.message);
    assert_eq!(office.shelf.records().expect("readable"), Vec::<std::path::PathBuf>::new());
}
