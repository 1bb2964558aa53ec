//! A large folder is shown as it was last time, says so, and is then shown as it is.
#![expect(clippy::disallowed_methods, reason = "people and other programs write in place")]

use super::{FixedClock, Office, begin, noon, office};
use crate::{
    format::print_file,
    model::{Action, Id, Processing, Who},
    session::{Edit, Effect, Overview, Reply},
};
use std::{
    fs,
    path::Path,
    sync::Arc,
    time::{Duration, SystemTime},
};

const INDEX: &str = ".overzicht.json";

/// A folder with so many entries in the register.
fn planted(entries: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    drop(office(folder.path()));
    for number in 0..entries {
        put(folder.path(), &format!("verwerking-{number:03}"), "Kaarten");
    }
    folder
}

fn put(folder: &Path, id: &str, name: &str) {
    let entry = Processing { id: Id::from(id), name: name.into(), ..Processing::default() };
    let path = folder.join(format!("verwerkingen/{id}.ron"));
    fs::write(path, print_file(&entry).expect("printed")).expect("written");
}

/// As if everything in it had been written long ago.
fn set_back(path: &Path) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            set_back(&entry.expect("an entry").path());
        }
    }
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    fs::File::open(path).expect("opens").set_modified(long_ago).expect("a time");
}

/// What is shown first, and what is shown next.
fn looks(folder: &Path) -> (Arc<Overview>, Arc<Overview>) {
    let mut office = office(folder);
    let mut look = || match office.perform(Effect::Look) {
        Reply::Overview(overview) => overview,
        other => panic!("{other:?}"),
    };
    (look(), look())
}

#[test]
fn it_is_shown_first_and_the_files_right_after() {
    let folder = planted(400);
    let (first, _) = looks(folder.path());
    assert!(!first.checking, "nobody ever looked");
    put(folder.path(), "verwerking-007", "Nieuwsbrief");
    let (first, second) = looks(folder.path());
    let named = |overview: &Overview| {
        let nieuw = overview.processings.iter().filter(|entry| entry.name == "Nieuwsbrief");
        (overview.processings.len(), nieuw.count())
    };
    assert!(first.checking && first.is_partial());
    assert_eq!(named(&first), (400, 0), "as it was");
    assert!(!second.checking);
    assert_eq!(named(&second), (400, 1), "as it is");
    // What did not change is shown at once as it is.
    let (first, second) = looks(folder.path());
    assert_eq!(Overview { checking: false, ..(*first).clone() }, *second);
}

#[test]
fn a_small_folder_is_looked_at_at_once() {
    let folder = planted(20);
    looks(folder.path());
    assert!(!looks(folder.path()).0.checking);
}

#[test]
fn nonsense_and_another_program_are_seen_through() {
    let folder = planted(400);
    looks(folder.path());
    let path = folder.path().join(INDEX);
    let whole = fs::read(&path).expect("an index");
    let other = String::from_utf8_lossy(&whole).replacen("\"program\":\"", "\"program\":\"9", 1);
    for bytes in [&b""[..], b"{}", b"[1,2", &whole[..whole.len() / 2], other.as_bytes()] {
        fs::write(&path, bytes).expect("written");
        let (first, _) = looks(folder.path());
        assert!(!first.checking);
        assert_eq!(first.processings.len(), 400);
    }
}

#[test]
fn it_tells_of_everything_that_the_files_told_and_shares_it_with_the_look_that_follows() {
    let folder = planted(400);
    let mut first = office(folder.path());
    begin(&mut first);
    let mut duty = Action::by_hand("Bel de leverancier".into());
    duty.processing = Some(Id::from("verwerking-007"));
    first.perform(Effect::KeepAction(Box::new(duty)));
    fs::write(folder.path().join("verslagen/ander.pdf"), b"%PDF-1.7").expect("written");
    first.overview().expect("an overview");
    drop(first);
    let (first, second) = looks(folder.path());
    assert!(first.checking);
    assert_eq!((first.assessments.len(), first.actions.len(), first.records.len()), (1, 1, 1));
    let (facts, proposals) = (second.facts.clone(), second.proposals.clone());
    assert_eq!(Overview { checking: false, facts, proposals, ..(*first).clone() }, *second);
    // By now all of it is long enough ago to be trusted.
    set_back(folder.path());
    looks(folder.path());
    let (first, second) = looks(folder.path());
    assert!(Arc::ptr_eq(&first.assessments[0], &second.assessments[0]));
    assert!(Arc::ptr_eq(&first.processings[7], &second.processings[7]));
    assert!(Arc::ptr_eq(&first.actions[0], &second.actions[0]));
    assert!(Arc::ptr_eq(&first.records[0].cover, &second.records[0].cover));
}

#[test]
fn what_happened_outside_is_found_by_the_look_that_follows() {
    let folder = planted(400);
    begin(&mut office(folder.path()));
    looks(folder.path());
    let home = fs::read_dir(folder.path().join("toetsen")).expect("a folder").next();
    let home = home.expect("a toets").expect("a toets").path();
    fs::rename(&home, home.with_file_name("2020-01-01-elders")).expect("renamed");
    fs::remove_file(folder.path().join("verwerkingen/verwerking-003.ron")).expect("removed");
    put(folder.path(), "verwerking-004", "Anders");
    put(folder.path(), "zaalverhuur", "Zaalverhuur");
    let (first, second) = looks(folder.path());
    let told = |overview: &Overview| {
        let entries = overview.processings.iter().filter(|entry| entry.name != "Kaarten");
        let mut names: Vec<_> = entries.map(|entry| entry.name.clone()).collect();
        names.sort();
        let toetsen: Vec<_> = overview.assessments.iter().map(|line| line.id.to_string()).collect();
        (overview.processings.len(), names, toetsen)
    };
    let before = home.file_name().expect("a name").to_string_lossy().into_owned();
    assert_eq!(told(&first), (401, vec!["Nieuw ticketsysteem".into()], vec![before]));
    let names = ["Anders", "Nieuw ticketsysteem", "Zaalverhuur"].map(str::to_owned).to_vec();
    assert_eq!(told(&second), (401, names, vec!["2020-01-01-elders".to_owned()]));
}

#[test]
fn what_is_cut_off_after_it_is_worked_out_again() {
    let folder = planted(400);
    begin(&mut office(folder.path()));
    let (_, whole) = looks(folder.path());
    let path = folder.path().join(INDEX);
    let bytes = fs::read(&path).expect("an index");
    fs::write(&path, &bytes[..bytes.len() - 10]).expect("written");
    let (first, second) = looks(folder.path());
    assert!(first.checking && !second.checking);
    assert_eq!((&first.assessments, &*second), (&whole.assessments, &*whole));
}

#[test]
fn what_was_being_worked_on_stands_in_it_too() {
    let folder = planted(400);
    let mut office = office(folder.path());
    let mut session = begin(&mut office);
    let question = session.stops()[0].questions[0].clone();
    office.perform(session.apply(Edit::answer(&question, "no")).expect("a wish"));
    office.perform(Effect::Look);
    drop(office);
    let (first, second) = looks(folder.path());
    assert!(first.checking);
    assert_eq!(first.assessments[0].advance.answered, 1);
    assert_eq!(first.assessments, second.assessments);
}

#[test]
fn who_only_looks_sees_it_as_well_and_what_a_former_version_kept_is_gone() {
    let folder = planted(400);
    let former = folder.path().join(".blik.json");
    fs::write(&former, "{}").expect("written");
    looks(folder.path());
    assert!(!former.exists());
    let _holder = office(folder.path());
    let clock = Box::new(FixedClock(noon()));
    let mut other = Office::look_into(folder.path(), clock, Who::default()).expect("a look");
    let Reply::Overview(overview) = other.perform(Effect::Look) else { panic!("no overview") };
    assert!(overview.checking && overview.looking);
    assert_eq!(overview.processings.len(), 400);
}
