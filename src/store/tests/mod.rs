//! The data folder, in a real one: whole files, locks, copies, damage.
#![expect(clippy::disallowed_methods, reason = "damage and other programs write in place")]

mod archive;
mod folder;
mod holding;
mod names;
mod replacing;
mod toets;
mod twins;

use super::{Shelf, StoreError, Warning};
use crate::{
    format::Edition,
    model::{About, Assessment, Moment},
};
use std::path::Path;
use tempfile::TempDir;

const QUESTIONNAIRE: &str = r#"(
    id: "proef", version: "1", title: "Proef", about: Processing, intro: "x",
    legal_state: (date: "2026-11-22"),
    sections: [(id: "start", title: "Start", questions: [
        (id: "q", label: "Q", text: "Q?", kind: YesNoUnknown),
    ])],
    rules: [(id: "a", when: Is("q", "no"), verdict: "v", text: "x"), (id: "b", when: All([]), verdict: "w", text: "y")],
    verdicts: [
        (id: "w", title: "W", sentence: "W.", tone: Stop),
        (id: "v", title: "V", sentence: "V.", tone: Good),
    ],
)"#;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn at(time: &str) -> Moment {
    format!("2026-11-22T{time}+01:00").parse().expect("a moment")
}

fn noon() -> Moment {
    at("12:00:00")
}

fn open(folder: &Path) -> Shelf {
    let (shelf, warnings) = Shelf::open(folder, noon()).expect("opens");
    assert!(warnings.is_empty(), "{warnings:?}");
    shelf
}

fn edition() -> Edition {
    Edition::read(QUESTIONNAIRE).expect("a questionnaire")
}

fn begin(shelf: &mut Shelf) -> Assessment {
    shelf.begin(&edition(), About::Organisation, "Kaartverkoop", noon()).expect("begins")
}

/// Every file below `folder` but the lock's, by path.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.file_name().is_some_and(|name| name != ".slot" && name != ".gebruik.ron")
            {
                let short = path.strip_prefix(folder).expect("inside");
                found.push(short.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}
