//! Who has a folder: two computers, a process that fell over, taking over, only looking.

use super::{StoreError, at, folder, noon, open};
use crate::{
    format::{parse_file, print_file},
    model::{Holder, Organisation, Who},
    store::Shelf,
};
use std::{fs, path::Path};

const HOLDER: &str = ".gebruik.ron";

fn who(person: &str, machine: &str) -> Who {
    Who { person: person.to_owned(), machine: machine.to_owned() }
}

/// What a program elsewhere, or one that fell over, left in the folder.
fn left(folder: &Path, who: Who, process: u32) -> Holder {
    let holder = Holder { who, process, since: noon(), seen: None };
    fs::write(folder.join(HOLDER), print_file(&holder).expect("prints")).expect("written");
    holder
}

fn written(folder: &Path) -> Option<Holder> {
    let text = fs::read_to_string(folder.join(HOLDER)).ok()?;
    Some(parse_file(&text).expect("reads"))
}

fn named(name: &str) -> Organisation {
    Organisation { name: name.to_owned(), ..Organisation::default() }
}

#[test]
fn who_has_it_on_another_computer_is_told_by_name_and_time() {
    let folder = folder();
    drop(open(folder.path()));
    let vera = left(folder.path(), who("vera", "laptop-vera"), 42);
    let own = who("jan", "laptop-jan");
    match Shelf::open_for(folder.path(), &own, noon()).expect_err("in use") {
        StoreError::InUse { holder, .. } => {
            let words = holder.as_ref().expect("known").words();
            assert_eq!(words, "vera (laptop-vera), sinds 22 november 2026 om 12:00");
            assert_eq!(holder.as_deref(), Some(&vera));
        }
        other => panic!("{other}"),
    }
    assert_eq!(written(folder.path()), Some(vera), "it stays until someone chooses");
}

#[test]
fn what_a_process_of_this_computer_left_behind_is_released_by_itself() {
    let folder = folder();
    drop(open(folder.path()));
    let own = who("jan", "laptop-jan");
    left(folder.path(), who("jan", "laptop-jan"), 999_999);
    let (shelf, warnings) = Shelf::open_for(folder.path(), &own, noon()).expect("opens");
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(written(folder.path()).expect("there").process, std::process::id());
    drop(shelf);
    assert_eq!(written(folder.path()), None, "a clean end leaves nothing");
}

#[test]
fn who_loses_the_folder_keeps_nothing_there_any_more() {
    let folder = folder();
    let first = open(folder.path());
    first.refuse_lost().expect("it is ours");
    first.keep_organisation(&named("Hof")).expect("kept");
    let vera = left(folder.path(), who("vera", "laptop-vera"), 42);
    match first.refuse_lost().expect_err("lost") {
        StoreError::TakenOver { holder, .. } => assert_eq!(*holder, vera),
        other => panic!("{other}"),
    }
    drop(first);
    assert_eq!(written(folder.path()), Some(vera), "the name of the other stays");
}

#[test]
fn taking_over_writes_ones_own_name_and_needs_no_lock() {
    let folder = folder();
    let first = open(folder.path());
    let own = who("jan", "laptop-jan");
    let (second, _) = Shelf::take_over(folder.path(), &own, noon()).expect("opens");
    assert_eq!(second.holder().expect("there").who, own);
    second.refuse_lost().expect("it is ours now");
    assert!(matches!(first.refuse_lost(), Err(StoreError::TakenOver { .. })));
}

#[test]
fn looking_touches_nothing_not_even_what_is_damaged() {
    let folder = folder();
    let first = open(folder.path());
    first.keep_organisation(&named("Hof")).expect("kept");
    fs::write(folder.path().join("acties.ron"), "(stuk").expect("written");
    let shelf = Shelf::look_into(folder.path()).expect("opens");
    assert_eq!(shelf.organisation(noon()).expect("reads"), Some(named("Hof")));
    assert!(matches!(shelf.actions(noon()), Err(StoreError::Damaged { aside: None, .. })));
    assert!(folder.path().join("acties.ron").exists());
    assert!(matches!(shelf.refuse_lost(), Err(StoreError::OnlyLooking { .. })));
}

#[test]
fn who_works_says_so_at_most_once_a_minute_and_who_is_silent_for_long_is_told_from_who_works() {
    let folder = folder();
    let mut shelf = open(folder.path());
    let seen = || written(folder.path()).expect("there").seen;
    shelf.renew(at("12:00:59"));
    assert_eq!(seen(), None, "no minute passed");
    shelf.renew(at("12:01:00"));
    assert_eq!(seen(), Some(at("12:01:00")));
    shelf.renew(at("12:01:30"));
    assert_eq!(seen(), Some(at("12:01:00")));
    // The clock is put back an hour: it is written again, and not only an hour later.
    shelf.renew(at("11:01:30"));
    assert_eq!(seen(), Some(at("11:01:30")));
    shelf.refuse_lost().expect("it is still ours");
    let holder = written(folder.path()).expect("there");
    assert!(!holder.is_silent(at("12:30:00")) && holder.is_silent(at("23:02:00")));
    assert!(!holder.is_silent(at("09:00:00")), "a clock that runs behind tells nothing");
    assert!(
        holder.words().ends_with("voor het laatst iets veranderd op 22 november 2026 om 11:01")
    );
    drop(shelf);
    assert!(written(folder.path()).is_none());
}
