//! Second copies that synchronising programs leave: known by their names, in no list, and never removed.

use super::{begin, files, folder, noon, open};
use crate::{
    model::Processing,
    store::{Condition, Kept, Twin, shelf::file_name},
};
use std::{fs, path::Path};

/// What each program calls a second copy of `toets.ron`.
const NAMES: [&str; 16] = [
    "toets (conflicted copy 2026-11-23).ron",
    "toets (Vera's conflicted copy 2026-11-23).ron",
    "toets (conflicterend exemplaar van Vera 2026-11-23).ron",
    "toets (Vera's conflicterende kopie 2026-11-23).ron",
    "toets (conflicted copy 2026-11-23 140205).ron",
    "toets_conflict-20261123-140205.ron",
    "toets.sync-conflict-20261123-140205-ABCDEFG.ron",
    "toets-LAPTOP-8F3K2.ron",
    "toets-laptop van Vera.ron",
    "toets-macbook.ron",
    "toets (1).ron",
    "toets(2).ron",
    "toets 2.ron",
    "toets - Kopie.ron",
    "toets - Kopie (2).ron",
    "toets (kopie van 14.02).ron",
];

fn put(path: &Path) {
    fs::write(path, "x").expect("written");
}

#[test]
fn whatever_the_program_calls_it_the_second_copy_is_known() {
    for name in NAMES {
        let dir = folder();
        let mut shelf = open(dir.path());
        let id = begin(&mut shelf).id;
        let home = dir.path().join("toetsen").join(id.as_str());
        put(&home.join(name));
        let twins = shelf.twins_in(&id);
        assert_eq!(twins.len(), 1, "{name}");
        assert_eq!(twins[0].original, home.join("toets.ron"));
        assert_eq!(twins[0].copy, home.join(name));
        let told =
            shelf.inspect().expect("looked").into_iter().find(|one| one.path == twins[0].copy);
        let told = told.expect("told").condition;
        assert!(matches!(told, Condition::Conflict | Condition::Beside), "{name}: {told:?}");
    }
}

#[test]
fn our_own_names_and_those_of_people_are_no_second_copies() {
    let dir = folder();
    let mut shelf = open(dir.path());
    let id = begin(&mut shelf).id;
    begin(&mut shelf);
    for name in ["Kaarten", "Kaarten", "Kaarten 2", "Cursus (2026)", "Kaarten laptop"] {
        let mut entry = Processing { name: name.into(), ..Processing::default() };
        shelf.keep_processing(&mut entry).expect("kept");
    }
    // Written by a person, and there is no other.
    put(&dir.path().join("verwerkingen/Cursussen 2026.ron"));
    put(&dir.path().join("verwerkingen/foto's (1).ron"));
    put(&dir.path().join("toetsen").join(id.as_str()).join("vragenlijst-2026-11-0.ron"));
    assert_eq!(shelf.twins().expect("looked"), []);
    assert_eq!(shelf.twins_in(&id), []);
    assert_eq!(shelf.assessments(noon()).expect("listed").0.len(), 2);
}

/// An entry may be called as a computer is: what stands inside tells.
#[test]
fn a_copy_named_after_a_computer_without_capitals_is_known_by_what_stands_in_it() {
    let dir = folder();
    let shelf = open(dir.path());
    for name in ["Kaarten", "Kaarten", "Kaarten kassa", "Nieuwe kaarten"] {
        let mut entry = Processing { name: name.into(), ..Processing::default() };
        shelf.keep_processing(&mut entry).expect("kept");
    }
    let at = |name: &str| dir.path().join("verwerkingen").join(name);
    assert!(at("kaarten-2.ron").is_file() && at("kaarten-kassa.ron").is_file());
    assert_eq!(shelf.twins().expect("looked"), []);
    for copy in ["kaarten-laptop.ron", "kaarten-mac-van-vera.ron", "kaarten-kassa-pc.ron"] {
        let original = if copy.contains("kassa") { "kaarten-kassa.ron" } else { "kaarten.ron" };
        fs::copy(at(original), at(copy)).expect("copied");
        let twins = shelf.twins().expect("looked");
        let expected = Twin { original: at(original), copy: at(copy) };
        assert_eq!(twins, [expected], "{copy}");
        assert_eq!(shelf.processings(noon()).expect("listed").0.len(), 4);
        fs::remove_file(at(copy)).expect("gone");
    }
    // Kept as a thing of its own, it is one.
    fs::copy(at("kaarten.ron"), at("kaarten-laptop.ron")).expect("copied");
    let twin = shelf.twin_of(&at("kaarten-laptop.ron")).expect("a copy");
    assert_eq!(shelf.keep_apart(&twin).expect("moved"), at("kaarten-3.ron"));
    assert_eq!(shelf.twins().expect("looked"), []);
    assert_eq!(shelf.processings(noon()).expect("listed").0.len(), 5);
}

#[test]
fn of_every_kind_the_second_copy_is_found_and_stands_in_no_list() {
    let dir = folder();
    let mut shelf = open(dir.path());
    let id = begin(&mut shelf).id;
    let mut entry = Processing { name: "Kaarten".into(), ..Processing::default() };
    shelf.keep_processing(&mut entry).expect("kept");
    let at = |name: &str| dir.path().join(name);
    fs::create_dir_all(at("opdrachten")).expect("made");
    for (original, copy) in [
        ("instelling.ron", "instelling-PC-VERA.ron"),
        ("acties.ron", "acties (1).ron"),
        ("instellingen.ron", "instellingen 2.ron"),
        ("logboek.jsonl", "logboek (conflicted copy 2026-11-23).jsonl"),
        ("verwerkingen/kaarten.ron", "verwerkingen/kaarten-PC-VERA.ron"),
        ("opdrachten/archief.ron", "opdrachten/archief.sync-conflict-20261123-140205-ABC.ron"),
        ("verslagen/toets-v1.pdf", "verslagen/toets-v1 (1).pdf"),
        ("sleutels/vera.p12", "sleutels/vera-LAPTOP.p12"),
    ] {
        if !at(original).exists() {
            put(&at(original));
        }
        put(&at(copy));
    }
    let home = at("toetsen").join(format!("{id} (1)"));
    fs::create_dir(&home).expect("made");
    fs::copy(at("toetsen").join(id.as_str()).join("toets.ron"), home.join("toets.ron")).expect("x");
    let twins = shelf.twins().expect("looked");
    assert_eq!(twins.len(), 9, "{twins:#?}");
    assert_eq!(shelf.assessments(noon()).expect("listed").0.len(), 1);
    assert_eq!(shelf.marked_assessments().expect("listed").len(), 1);
    assert_eq!(shelf.processings(noon()).expect("listed").0.len(), 1);
    assert_eq!(shelf.records().expect("listed").len(), 1);
}

#[test]
fn what_is_not_chosen_is_kept_under_a_name_that_says_what_it_was() {
    let dir = folder();
    let mut shelf = open(dir.path());
    let id = begin(&mut shelf).id;
    let home = dir.path().join("toetsen").join(id.as_str());
    let copy = home.join("toets (1).ron");
    put(&copy);
    let aside = shelf.set_apart(&copy, noon()).expect("moved");
    assert!(!copy.exists() && aside.is_file());
    let folder = dir.path().join("toetsen").join(format!("{id}-PC-VERA"));
    fs::create_dir(&folder).expect("made");
    put(&folder.join("toets.ron"));
    let again = shelf.set_apart(&folder, noon()).expect("moved");
    assert!(again.join("toets.ron").is_file());
    let kept = files(&dir.path().join("niet-gekozen"));
    assert_eq!(
        kept,
        [
            "2026-11-22-proef-kaartverkoop-PC-VERA-2026-11-22-120000/toets.ron",
            "2026-11-22-proef-kaartverkoop-toets (1)-2026-11-22-120000.ron",
        ]
    );
    // They are in a backup, and need no more attention.
    let inspected = shelf.inspect().expect("looked");
    let apart = |path: &Path| path.starts_with(dir.path().join("niet-gekozen"));
    let apart: Vec<_> = inspected.iter().filter(|one| apart(&one.path)).collect();
    assert_eq!(apart.len(), 2);
    assert!(apart.iter().all(|one| matches!(one.condition, Condition::Sound)));
    assert_eq!(shelf.twins_in(&id), []);
}

#[test]
fn a_second_copy_of_a_key_is_no_key_of_its_own() {
    let dir = folder();
    let shelf = open(dir.path());
    let keys = dir.path().join("sleutels");
    fs::create_dir_all(&keys).expect("made");
    for name in ["vera.key", "vera.pem", "vera (1).key", "vera (1).pem"] {
        put(&keys.join(name));
    }
    let copies: Vec<_> =
        shelf.twins().expect("looked").into_iter().map(|twin| file_name(&twin.copy)).collect();
    assert_eq!(copies, ["vera (1).key", "vera (1).pem"]);
    assert_eq!(shelf.keys().expect("listed").len(), 1);
}

#[test]
fn what_a_file_is_follows_from_where_it_lies() {
    let dir = folder();
    let shelf = open(dir.path());
    for (place, kept) in [
        ("instelling.ron", Kept::Organisation),
        ("instellingen.ron", Kept::Settings),
        ("acties.ron", Kept::Actions),
        ("ondertekenaars.ron", Kept::Signers),
        ("logboek.jsonl", Kept::Journal),
        ("verwerkingen/a.ron", Kept::Processing),
        ("opdrachten/a.ron", Kept::Commission),
        ("toetsen/t", Kept::Assessment("t".into())),
        ("toetsen/t/toets.ron", Kept::Assessment("t".into())),
        ("toetsen/t/vragenlijst.ron", Kept::Other),
        ("verslagen/v.pdf", Kept::Record),
        ("sleutels/vera.key", Kept::Other),
    ] {
        assert_eq!(shelf.kept_at(&dir.path().join(place)), kept, "{place}");
    }
}
