//! Assessments on disk: begun, kept, taken up, damaged, changed by another program.

use super::{StoreError, Warning, at, begin, edition, files, folder, noon, open};
use crate::model::{About, Answer, Assessment, Id, Signed, Status};
use std::{fs, path::PathBuf};
use tempfile::TempDir;

const NAME: &str = "2026-11-22-proef-kaartverkoop";

fn answer(assessment: &mut Assessment, value: &str) {
    assessment.answers.put(Id::from("q"), Some(Answer::one(value)));
}

fn file(folder: &TempDir) -> PathBuf {
    folder.path().join("toetsen").join(NAME).join("toets.ron")
}

#[test]
fn an_assessment_comes_back_with_the_questionnaire_it_began_with() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let mut assessment = begin(&mut shelf);
    assert_eq!(assessment.id.as_str(), NAME);
    answer(&mut assessment, "no");
    assert!(shelf.keep(&mut assessment, at("12:05:00")).expect("kept").is_none());
    drop(shelf);
    let mut shelf = open(folder.path());
    let found = shelf.take_up(&assessment.id, at("13:00:00")).expect("there");
    assert!(found.warning.is_none());
    assert_eq!(found.value, assessment);
    assert_eq!(found.value.changed, at("12:05:00"));
    assert_eq!(shelf.questionnaires(&assessment.id).expect("there"), [&*edition().text]);
}

#[test]
fn two_of_one_name_have_each_their_folder() {
    let folder = folder();
    let mut shelf = open(folder.path());
    begin(&mut shelf);
    let second = shelf
        .begin(&edition(), About::Organisation, "Kaartverkoop", at("13:00:00"))
        .expect("begins");
    assert_eq!(second.id.as_str(), format!("{NAME}-2"));
    let (found, warnings) = shelf.assessments(noon()).expect("readable");
    assert!(warnings.is_empty());
    assert_eq!(
        found.iter().map(|found| &found.id).collect::<Vec<_>>(),
        [&second.id, &Id::from(NAME)]
    );
}

#[test]
fn a_renamed_folder_is_another_assessment() {
    let folder = folder();
    let mut shelf = open(folder.path());
    begin(&mut shelf);
    let toetsen = folder.path().join("toetsen");
    fs::rename(toetsen.join(NAME), toetsen.join("kassa (oud)")).expect("renamed");
    let (found, _) = shelf.assessments(noon()).expect("readable");
    assert_eq!(found[0].id.as_str(), "kassa (oud)");
    assert!(shelf.take_up(&Id::from(NAME), noon()).expect_err("gone").is_missing());
}

#[test]
fn a_change_by_another_program_is_not_overwritten() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let mut assessment = begin(&mut shelf);
    let theirs = fs::read_to_string(file(&folder)).expect("there") + "// van een ander\n";
    fs::write(file(&folder), &theirs).expect("written");
    let beside = file(&folder).with_file_name("toets (kopie van 14.02).ron");
    for (value, time) in [("no", "14:02:00"), ("yes", "15:00:00")] {
        answer(&mut assessment, value);
        match shelf.keep(&mut assessment, at(time)).expect("kept") {
            Some(Warning::Beside { path, copy }) => {
                assert_eq!((path, copy), (file(&folder), beside.clone()));
            }
            other => panic!("{other:?}"),
        }
        assert!(fs::read_to_string(&beside).expect("there").contains(&format!("\"{value}\"")));
        assert_eq!(fs::read_to_string(file(&folder)).expect("there"), theirs);
    }
    // Taken up again, the file of the other is the one that counts.
    let mut found = shelf.take_up(&assessment.id, at("16:00:00")).expect("there").value;
    assert!(shelf.keep(&mut found, at("16:01:00")).expect("kept").is_none());
}

#[test]
fn a_damaged_assessment_opens_from_its_newest_good_copy() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let mut assessment = begin(&mut shelf);
    answer(&mut assessment, "no");
    shelf.keep(&mut assessment, noon()).expect("kept");
    shelf.take_up(&assessment.id, at("13:00:00")).expect("there");
    let bad = folder.path().join(format!("reservekopie/{NAME}-2026-11-22-150000.ron"));
    fs::write(&bad, b"stuk").expect("written");
    fs::write(file(&folder), b"(versie: 1, inhoud: (id: \"half").expect("written");
    let good = folder.path().join(format!("reservekopie/{NAME}-2026-11-22-130000.ron"));
    let aside = file(&folder).with_file_name("toets.ron.beschadigd-2026-11-22-160000");
    let (found, warnings) = shelf.assessments(at("16:00:00")).expect("readable");
    assert_eq!(found, [assessment.clone()]);
    assert!(
        matches!(warnings.as_slice(), [Warning::Restored {
        error: StoreError::Damaged { aside: Some(named), .. }, copy,
    }] if *named == aside && *copy == good),
        "{warnings:?}"
    );
    assert!(aside.is_file() && bad.is_file() && !file(&folder).exists());
    // Still so when it is opened later; and what is kept then stands in its old place.
    let mut found = shelf.take_up(&assessment.id, at("17:00:00")).expect("there");
    assert!(matches!(found.warning, Some(Warning::Restored { .. })));
    assert!(shelf.keep(&mut found.value, at("17:01:00")).expect("kept").is_none());
    assert!(shelf.take_up(&assessment.id, at("18:00:00")).expect("there").warning.is_none());
}

#[test]
fn a_damaged_assessment_without_a_copy_is_left_out_and_told_every_time() {
    let folder = folder();
    let mut shelf = open(folder.path());
    begin(&mut shelf);
    fs::write(file(&folder), b"stuk").expect("written");
    let (found, warnings) = shelf.assessments(noon()).expect("readable");
    assert!(found.is_empty());
    assert!(matches!(warnings.as_slice(), [Warning::Left(StoreError::Damaged { .. })]));
    let (_, warnings) = shelf.assessments(noon()).expect("readable");
    assert!(matches!(warnings.as_slice(), [Warning::StillAside(_)]), "{warnings:?}");
}

#[test]
fn a_newer_assessment_is_never_touched() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let mut assessment = begin(&mut shelf);
    fs::write(file(&folder), b"(versie: 2, inhoud: ())").expect("written");
    let before = files(folder.path());
    assert!(matches!(shelf.keep(&mut assessment, noon()), Err(StoreError::Newer { .. })));
    assert!(matches!(shelf.take_up(&assessment.id, noon()), Err(StoreError::Newer { .. })));
    assert_eq!(files(folder.path()), before);
    assert_eq!(fs::read(file(&folder)).expect("there"), b"(versie: 2, inhoud: ())");
}

#[test]
fn twenty_copies_are_kept_of_each() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let mut assessment = begin(&mut shelf);
    let mut other =
        shelf.begin(&edition(), About::Organisation, "Kaartverkoop", noon()).expect("begins");
    shelf.take_up(&other.id, noon()).expect("there");
    for minute in 0..25 {
        let now = at(&format!("13:{minute:02}:00"));
        shelf.keep(&mut assessment, now).expect("kept");
        shelf.take_up(&assessment.id, now).expect("there");
        // Nothing changed: no second copy.
        shelf.take_up(&assessment.id, at(&format!("14:{minute:02}:00"))).expect("there");
    }
    shelf.keep(&mut other, noon()).expect("kept");
    let mut copies = files(&folder.path().join("reservekopie"));
    copies.retain(|name| !name.starts_with(&format!("{NAME}-2-")));
    assert_eq!(copies.len(), 20, "{copies:?}");
    assert_eq!(copies[0], format!("{NAME}-2026-11-22-130500.ron"));
    assert_eq!(files(&folder.path().join("reservekopie")).len(), 21);
}

#[test]
fn a_signed_assessment_no_longer_changes() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let mut assessment = begin(&mut shelf);
    let mut late = assessment.clone();
    let record = "x.pdf".to_owned();
    assessment.status = Status::Signed(Signed { at: noon(), verdict: Id::from("v"), record });
    shelf.keep(&mut assessment, noon()).expect("kept");
    assert!(matches!(shelf.keep(&mut late, noon()), Err(StoreError::Closed { .. })));
    drop(shelf);
    let mut shelf = open(folder.path());
    assert_eq!(shelf.take_up(&assessment.id, noon()).expect("there").value, assessment);
    assert!(matches!(shelf.keep(&mut late, noon()), Err(StoreError::Closed { .. })));
}

#[test]
fn a_failed_keep_leaves_the_old_file() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let mut assessment = begin(&mut shelf);
    fs::rename(file(&folder).with_file_name(""), folder.path().join("weg")).expect("moved");
    let changed = assessment.changed;
    assert!(shelf.keep(&mut assessment, at("15:00:00")).expect_err("gone").is_missing());
    assert_eq!(assessment.changed, changed);
    fs::rename(folder.path().join("weg"), file(&folder).with_file_name("")).expect("moved");
    assert!(shelf.keep(&mut assessment, at("15:01:00")).expect("kept").is_none());
}

/// The clock is put back between two times that it is opened: the newest copy is still the last one that was made.
#[test]
fn a_clock_that_goes_back_does_not_make_an_old_copy_the_newest() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let mut assessment = begin(&mut shelf);
    let id = assessment.id.clone();
    for (time, said) in [("14:00:00", "eerst"), ("13:00:00", "later"), ("12:30:00", "laatst")] {
        assessment.motivation = said.into();
        shelf.keep(&mut assessment, at(time)).expect("kept");
        shelf.take_up(&id, at(time)).expect("opened");
    }
    drop(shelf);
    let path = folder.path().join("toetsen").join(id.as_str()).join("toets.ron");
    fs::write(&path, "(stuk").expect("written");
    let mut shelf = open(folder.path());
    let found = shelf.take_up(&id, at("12:31:00")).expect("restored");
    assert!(matches!(found.warning, Some(Warning::Restored { .. })));
    assert_eq!(found.value.motivation, "laatst");
}
