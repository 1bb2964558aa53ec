//! What was worked out is the same as what is worked out again, whatever happened to the files in between.
#![expect(clippy::disallowed_methods, reason = "people and other programs write in place")]

use super::{begin, office};
use crate::{
    model::Processing,
    session::{Cover, Edit, Effect, Overview, Reply},
};
use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

const INDEX: &str = ".overzicht.json";

/// A folder with three assessments, of which one was answered in, looked at once.
fn looked_at() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let mut session = begin(&mut office);
    begin(&mut office);
    begin(&mut office);
    let first = session.stops()[0].questions[0].clone();
    let effect = session.apply(Edit::answer(&first, "no")).expect("a wish");
    office.perform(effect);
    drop(office);
    // Long ago, so that what is worked out of the files is trusted.
    for file in files(folder.path()) {
        set_back(&file);
    }
    self::office(folder.path()).overview().expect("an overview");
    folder
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let homes = fs::read_dir(folder.join("toetsen")).expect("a folder");
    let homes: Vec<_> = homes.map(|home| home.expect("a folder").path()).collect();
    let mut files: Vec<_> = homes.iter().map(|home| home.join("toets.ron")).collect();
    files.extend(homes);
    files.sort();
    files
}

fn set_back(path: &Path) {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let file = fs::File::open(path).expect("opens");
    file.set_modified(long_ago).expect("a time");
}

fn seen(folder: &Path) -> Overview {
    office(folder).overview().expect("an overview")
}

/// As if nobody had ever looked.
fn anew(folder: &Path) -> Overview {
    let _ = fs::remove_file(folder.join(INDEX));
    seen(folder)
}

#[test]
fn it_says_what_the_files_say() {
    let folder = looked_at();
    let known = seen(folder.path());
    assert_eq!(known.assessments.len(), 3);
    assert!(known.assessments.iter().any(|line| line.advance.answered == 1), "{known:#?}");
    assert_eq!(known, anew(folder.path()));
}

#[test]
fn it_is_used_and_a_file_that_changed_is_read_again() {
    let folder = looked_at();
    let path = folder.path().join(INDEX);
    let index = fs::read_to_string(&path).expect("an index");
    // What only the index can have said.
    let marked = index.replace("\"answered\":1", "\"answered\":7");
    assert_ne!(index, marked);
    fs::write(&path, marked).expect("written");
    let told =
        |overview: &Overview| overview.assessments.iter().map(|line| line.advance.answered).max();
    assert_eq!(told(&seen(folder.path())), Some(7), "the files were not read");
    // As large as before and as old as before: only the file system knows that it was written.
    let answered = files(folder.path()).into_iter().find(|path| {
        path.is_file() && fs::read_to_string(path).expect("a text").contains("\"no\"")
    });
    let answered = answered.expect("an answer");
    let text = fs::read_to_string(&answered).expect("a text");
    fs::write(&answered, text.replace("\"no\"", "\"ja\"")).expect("written");
    if cfg!(unix) {
        set_back(&answered);
        assert_eq!(told(&seen(folder.path())), Some(0), "what is no answer does not count");
        assert_eq!(seen(folder.path()), anew(folder.path()));
    }
}

#[test]
fn nonsense_another_program_and_a_file_that_went_are_seen_through() {
    let folder = looked_at();
    let path = folder.path().join(INDEX);
    let whole = fs::read(&path).expect("an index");
    let expected = anew(folder.path());
    let other = String::from_utf8_lossy(&whole).replacen("\"program\":\"", "\"program\":\"9", 1);
    for bytes in [&b""[..], b"{}", b"[1,2", &whole[..whole.len() / 2], other.as_bytes()] {
        fs::write(&path, bytes).expect("written");
        assert_eq!(seen(folder.path()), expected);
    }
    let gone = &expected.assessments[0].id;
    fs::remove_dir_all(folder.path().join("toetsen").join(gone.as_str())).expect("removed");
    let left = seen(folder.path());
    assert_eq!(left.assessments.len(), 2);
    assert_eq!(left, anew(folder.path()));
}

#[test]
fn what_is_kept_here_is_seen_at_once() {
    let folder = looked_at();
    let mut office = office(folder.path());
    let id = office.overview().expect("an overview").assessments[0].id.clone();
    let Reply::Opened(mut session) = office.perform(Effect::Resume(id.clone())) else {
        panic!("not opened")
    };
    for value in ["no", "yes", "no"] {
        let first = session.stops()[0].questions[0].clone();
        office.perform(session.apply(Edit::answer(&first, value)).expect("a wish"));
        let seen = office.overview().expect("an overview");
        let line = seen.assessments.iter().find(|line| line.id == id).expect("a line");
        let settled = session.verdict().map(|verdict| verdict.title.clone());
        assert_eq!(line.advance.verdict.as_deref(), settled.as_deref());
    }
    let entry = office.overview().expect("an overview").processings.swap_remove(0);
    let entry = Processing { name: "Anders".into(), ..Processing::clone(&entry) };
    office.perform(Effect::KeepProcessing(Box::new(entry)));
    let seen = office.overview().expect("an overview");
    assert!(seen.processings.iter().any(|entry| entry.name == "Anders"));
}

#[test]
fn what_was_left_by_an_interrupted_write_is_cleared_away() {
    let folder = looked_at();
    let home = files(folder.path()).into_iter().find(|path| path.is_dir()).expect("a folder");
    let left = home.join(".verantwoord-x.tmp");
    fs::write(&left, "half").expect("written");
    seen(folder.path());
    assert!(!left.exists());
}

#[test]
fn a_look_that_takes_long_goes_on_in_the_next() {
    let folder = looked_at();
    let whole = anew(folder.path());
    let _ = fs::remove_file(folder.path().join(INDEX));
    let mut office = office(folder.path());
    // However slow the disk, each look reads at least one more.
    let mut looks = 0;
    let last = loop {
        let Ok(Reply::Overview(overview)) = office.look_for(Duration::ZERO) else {
            panic!("no overview")
        };
        looks += 1;
        assert!(looks < 20);
        assert_eq!(overview.assessments.len() + overview.unread, 3);
        if overview.unread == 0 {
            break overview;
        }
    };
    assert_eq!((looks, &*last), (3, &whole));
}

#[test]
fn a_record_is_listed_by_what_it_says_of_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    office.demonstrate().expect("an example");
    fs::write(folder.path().join("verslagen/ander.pdf"), b"%PDF-1.7 van een ander")
        .expect("written");
    let overview = office.overview().expect("an overview");
    let [other, own] = &overview.records[..] else { panic!("{:?}", overview.records) };
    assert_eq!((other.name.as_str(), &*other.cover), ("ander.pdf", &Cover::default()));
    assert_eq!(own.cover.title, "Pre-DPIA: is een DPIA nodig? · Nieuw ticketsysteem");
    assert!(own.cover.outcome.starts_with("U hoeft geen DPIA te doen"), "{own:?}");
    assert_eq!(own.cover.made, Some(office.now().date()));
    assert_eq!(own.cover.awaits, [""; 0]);
}
