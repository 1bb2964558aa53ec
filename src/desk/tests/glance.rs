//! A large folder is shown as it was last time, says so, and is then shown as it is.
#![expect(clippy::disallowed_methods, reason = "people and other programs write in place")]

use super::office;
use crate::{
    format::print_file,
    model::{Id, Processing},
    session::{Effect, Overview, Reply},
};
use std::{fs, path::Path, sync::Arc};

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
