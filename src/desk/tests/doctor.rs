//! The check-up of a data folder: what it finds, and what it mends.

use super::{begin, office};
use crate::{
    desk::Office,
    session::{Checkup, Edit, Effect, Reply, Weight},
};
use std::{fs, path::Path};
use tempfile::TempDir;

fn codes(checkup: &Checkup) -> Vec<&str> {
    checkup.findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// A folder with the example in it, and its office.
fn example() -> (TempDir, Office) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    office.demonstrate().expect("an example");
    (folder, office)
}

fn record(folder: &Path) -> std::path::PathBuf {
    let mut records = fs::read_dir(folder.join("verslagen")).expect("records");
    records.next().expect("one").expect("one").path()
}

#[expect(clippy::disallowed_methods, reason = "a test breaks files of its own")]
fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("written");
}

#[test]
fn a_sound_folder_is_sound() {
    let (_folder, mut office) = example();
    let checkup = office.check_up(false).expect("looked");
    assert_eq!(checkup.findings, []);
    assert_eq!(checkup.records, 1);
    assert!(checkup.files > 5, "{checkup:?}");
}

#[test]
fn a_record_that_is_gone_changed_or_set_back_is_told() {
    let (folder, mut office) = example();
    let path = record(folder.path());
    let whole = fs::read(&path).expect("there");
    let mut changed = whole.clone();
    changed[5000] ^= 1;
    write(&path, &changed);
    let checkup = office.check_up(false).expect("looked");
    assert_eq!(codes(&checkup), ["record_modified", "record_altered"]);
    fs::remove_file(&path).expect("gone");
    assert_eq!(codes(&office.check_up(false).expect("looked")), ["record_missing"]);
    write(&path, &whole);
    assert_eq!(office.check_up(true).expect("looked").findings, []);
    assert_eq!(office.shelf.journal().expect("there").entries.len(), 1);
}

#[test]
fn a_journal_with_a_line_changed_is_told() {
    let (folder, mut office) = example();
    let path = folder.path().join("logboek.jsonl");
    let text = fs::read_to_string(&path).expect("there");
    write(&path, text.replace("\"made\"", "\"stamped\"").as_bytes());
    // The only line: nothing follows it, and nothing in it is checked against the record but hashes and heads.
    assert_eq!(office.check_up(false).expect("looked").findings, []);
    let first =
        text.lines().next().expect("a line").replace("\"previous\":\"\"", "\"previous\":\"00\"");
    write(&path, format!("{first}\n").as_bytes());
    assert_eq!(
        codes(&office.check_up(false).expect("looked")),
        ["journal_unchained", "record_unanchored"]
    );
    write(&path, &text.as_bytes()[..text.len() - 9]);
    assert_eq!(
        codes(&office.check_up(false).expect("looked")),
        ["journal_unreadable", "journal_torn", "record_unknown"]
    );
}

#[test]
fn a_damaged_toets_is_mended_from_its_newest_good_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let session = begin(&mut office);
    let id = session.assessment().id.clone();
    // Taking it up makes the copy.
    let Reply::Opened(mut session) = office.perform(Effect::Resume(id.clone())) else {
        panic!("not opened")
    };
    let effect = session.apply(Edit::Motivation("Nieuw".into())).expect("an effect");
    office.perform(effect);
    let path = office.shelf.assessment_file(&id).expect("a path");
    write(&path, b"(versie: 1, inhoud: (id: ");
    assert_eq!(codes(&office.check_up(false).expect("looked")), ["damaged"]);
    let checkup = office.check_up(true).expect("looked");
    assert_eq!(codes(&checkup), ["mended"]);
    assert!(checkup.is_sound());
    // What was damaged is still there, under another name.
    let after = office.check_up(false).expect("looked");
    assert_eq!(codes(&after), ["set_aside"]);
    assert!(after.findings.iter().all(|finding| finding.weight == Weight::Mind));
    assert!(fs::read_to_string(&path).expect("there").contains(id.as_str()));
}

#[test]
fn a_copy_in_conflict_and_a_stranger_are_told() {
    let (folder, mut office) = example();
    let toets = fs::read_dir(folder.path().join("toetsen")).expect("there").next();
    let toets = toets.expect("one").expect("one").path();
    let text = fs::read(toets.join("toets.ron")).expect("there");
    for name in [
        "toets (Vera's conflicted copy 2026-11-23).ron",
        "toets.sync-conflict-20261123-140205-ABCDEFG.ron",
        "toets (conflict van laptop).ron",
    ] {
        write(&toets.join(name), &text);
    }
    write(&folder.path().join("boodschappen.txt"), b"melk");
    let checkup = office.check_up(false).expect("looked");
    let mut found = codes(&checkup);
    found.sort_unstable();
    assert_eq!(found, ["conflict", "conflict", "conflict", "stranger"]);
    assert!(checkup.is_sound());
}
