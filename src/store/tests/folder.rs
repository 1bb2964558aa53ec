//! The folder as a whole: the lock, the institution, processing activities, keys, records.

use super::{StoreError, Warning, at, files, folder, noon, open};
use crate::{
    model::{Id, KnownSigners, Organisation, Processing},
    store::Shelf,
};
use std::{fs, path::Path};

fn processing(name: &str) -> Processing {
    Processing { name: name.to_owned(), ..Processing::default() }
}

#[test]
fn a_second_program_is_told_who_has_the_folder() {
    let folder = folder();
    let first = open(folder.path());
    match Shelf::open(folder.path(), noon()).expect_err("in use") {
        StoreError::InUse { folder: named, holder } => {
            assert_eq!(named, folder.path());
            let holder = holder.expect("it is written down");
            assert_eq!((holder.process, holder.since), (std::process::id(), noon()));
        }
        other => panic!("{other}"),
    }
    drop(first);
    open(folder.path());
}

#[test]
fn strays_go_when_the_folder_is_opened_and_looked_at() {
    let folder = folder();
    drop(open(folder.path()));
    for name in ["verslagen", "toetsen/x"] {
        let path = folder.path().join(name);
        fs::create_dir_all(&path).expect("made");
        fs::write(path.join(".verantwoord-ab.tmp"), b"half").expect("written");
    }
    let shelf = open(folder.path());
    assert_eq!(files(folder.path()), ["toetsen/x/.verantwoord-ab.tmp"]);
    shelf.assessments(noon()).expect("looked at");
    assert_eq!(files(folder.path()), [""; 0]);
}

/// Not even the administrator may write here.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_nothing_opens_with_a_warning() {
    let folder = Path::new("/sys/kernel");
    let (shelf, warnings) = Shelf::open(folder, noon()).expect("opens");
    assert!(
        matches!(warnings.as_slice(), [Warning::ReadOnly { folder: named, .. }] if named == folder)
    );
    assert_eq!(shelf.organisation(noon()).expect("readable"), None);
    let error = shelf.keep_organisation(&Organisation::default()).expect_err("read-only");
    assert!(error.to_string().contains("/sys/kernel/instelling.ron"), "{error}");
}

#[test]
fn a_folder_where_a_file_stands_is_refused_by_name() {
    let folder = folder();
    let path = folder.path().join("bezet");
    fs::write(&path, b"").expect("written");
    let error = Shelf::open(&path, noon()).expect_err("a file");
    assert!(error.to_string().contains(&path.display().to_string()), "{error}");
}

#[test]
fn a_folder_that_vanished_is_an_error() {
    let folder = folder();
    let path = folder.path().join("stick");
    let shelf = open(&path);
    fs::remove_dir_all(&path).expect("removed");
    assert!(shelf.keep_organisation(&Organisation::default()).expect_err("gone").is_missing());
    assert!(shelf.processings(noon()).expect_err("gone").is_missing());
    assert!(shelf.assessments(noon()).expect_err("gone").is_missing());
    assert!(!path.exists());
}

#[test]
fn the_institution_comes_back_as_it_was_kept() {
    let folder = folder();
    let shelf = open(folder.path());
    assert_eq!(shelf.organisation(noon()).expect("readable"), None);
    let organisation =
        Organisation { name: "Museum \"’t Hof\"\n".to_owned(), ..Default::default() };
    shelf.keep_organisation(&organisation).expect("kept");
    assert_eq!(shelf.organisation(noon()).expect("readable"), Some(organisation));
}

#[test]
fn a_damaged_file_is_set_aside_and_a_good_one_can_take_its_place() {
    let folder = folder();
    let shelf = open(folder.path());
    let path = folder.path().join("instelling.ron");
    for damaged in [&b"(versie: 1, inhoud: (name: "[..], b"\xff\xfe\x00", b""] {
        fs::write(&path, damaged).expect("written");
        match shelf.organisation(at("14:02:05")).expect_err("damaged") {
            StoreError::Damaged { path: named, aside: Some(aside), problems } => {
                assert_eq!(named, path);
                assert!(!problems.0.is_empty());
                assert_eq!(fs::read(&aside).expect("there"), damaged);
            }
            other => panic!("{other}"),
        }
    }
    assert_eq!(shelf.organisation(noon()).expect("readable"), None);
    shelf.keep_organisation(&Organisation::default()).expect("kept");
    let aside = "instelling.ron.beschadigd-2026-11-22-140205";
    let all = ["instelling.ron", aside, &format!("{aside}-2"), &format!("{aside}-3")];
    assert_eq!(files(folder.path()), all);
}

#[test]
fn a_file_of_a_newer_program_stays_as_it_is() {
    let folder = folder();
    let shelf = open(folder.path());
    let path = folder.path().join("instelling.ron");
    let text = "(versie: 7, inhoud: (name: \"Hof\", later: [1, 2]), meer: true)";
    fs::write(&path, text).expect("written");
    let is_newer = |error: &StoreError| matches!(error, StoreError::Newer { version: 7, .. });
    assert!(is_newer(&shelf.organisation(noon()).expect_err("newer")));
    assert!(is_newer(&shelf.keep_organisation(&Organisation::default()).expect_err("newer")));
    assert_eq!(fs::read_to_string(path).expect("there"), text);
    assert_eq!(files(folder.path()), ["instelling.ron"]);
}

#[test]
fn processings_get_names_and_one_bad_file_hides_none() {
    let folder = folder();
    let shelf = open(folder.path());
    for name in ["Nieuwsbrief", "nieuwsbrief", "CON", "a/b: 🎟"] {
        shelf.keep_processing(&mut processing(name)).expect("kept");
    }
    fs::write(folder.path().join("verwerkingen/stuk.ron"), b"stuk").expect("written");
    let (found, warnings) = shelf.processings(noon()).expect("readable");
    let names: Vec<_> = found.iter().map(|found| found.id.as_str()).collect();
    assert_eq!(names, ["a-b-ticket", "naam-con", "nieuwsbrief", "nieuwsbrief-2"]);
    assert!(matches!(warnings.as_slice(), [Warning::Left(StoreError::Damaged { .. })]));
    assert_eq!(shelf.processing(&Id::from("naam-con"), noon()).expect("readable").name, "CON");
}

#[test]
fn names_from_outside_lead_nowhere_else() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let outside = Id::from("../instelling");
    assert!(matches!(shelf.processing(&outside, noon()), Err(StoreError::Name { .. })));
    assert!(matches!(shelf.take_up(&outside, noon()), Err(StoreError::Name { .. })));
    assert!(matches!(shelf.keep_record(&outside, 1, b""), Err(StoreError::Name { .. })));
}

#[test]
fn keys_and_their_certificates_lie_together() {
    let folder = folder();
    let shelf = open(folder.path());
    shelf.keep_key("Vera Voorbeeld", b"key", "certificate").expect("kept");
    shelf.keep_key("Vera Voorbeeld", b"other", "second").expect("kept");
    fs::write(folder.path().join("sleutels/collega.pem"), "third").expect("written");
    let keys: Vec<_> =
        shelf.keys().expect("readable").into_iter().map(|key| key.certificate).collect();
    assert_eq!(keys, ["second", "certificate"]);
    let known = |folder| crate::store::known_certificates(folder).expect("readable");
    assert_eq!(
        known(folder.path()).len(),
        3,
        "before there is a list, all that lie here are known"
    );
    shelf.keep_signers(&KnownSigners::default()).expect("kept");
    assert_eq!(known(folder.path()).len(), 2, "and after that the own keys only");
    assert_eq!(fs::read(folder.path().join("sleutels/vera-voorbeeld.key")).expect("there"), b"key");
    // A key that was kept as PKCS#12 is still one, and no other takes its name.
    fs::write(folder.path().join("sleutels/oud.p12"), "old").expect("written");
    fs::write(folder.path().join("sleutels/oud.pem"), "fourth").expect("written");
    assert_eq!(shelf.keys().expect("readable").len(), 3);
    let kept = shelf.keep_key("Oud", b"new", "fifth").expect("kept");
    assert!(kept.path.ends_with("sleutels/oud-2.key"), "{}", kept.path.display());
}

#[test]
fn a_record_never_replaces_another() {
    let folder = folder();
    let shelf = open(folder.path());
    let id = Id::from("2026-11-22-pre-dpia-kassa");
    for number in 1..=10 {
        let path = shelf.keep_record(&id, 1, b"pdf").expect("kept");
        assert!(path.ends_with(format!("2026-11-22-pre-dpia-kassa-v{number}.pdf")));
    }
    let records = shelf.records().expect("readable");
    assert!(records[0].ends_with("2026-11-22-pre-dpia-kassa-v10.pdf"), "{records:?}");
    assert_eq!(records.len(), 10);
}
