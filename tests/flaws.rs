//! Planted flaws: the author's linter finds each of them, says where it is and what to do, and finds nothing else.
//!
//! Every file of `tests/flaws` is `sound.ron` with one flaw planted in it; `expected.json` says what is found there: line,
//! column, and a piece of the message and of the hint.

use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::{Command, Output},
};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    line: usize,
    column: usize,
    message: String,
    hint: String,
}

#[derive(Debug, Deserialize)]
struct Told {
    files: Vec<Looked>,
}

#[derive(Debug, Deserialize)]
struct Looked {
    file: String,
    flaws: Vec<Expected>,
}

/// What is found in `files`, and the exit status.
fn check(files: &[String]) -> (Vec<Looked>, Option<i32>) {
    let Output { stdout, status, stderr } = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
        .args(["questionnaires", "check", "--json"])
        .args(files)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let told: Told = serde_json::from_slice(&stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&stderr)));
    (told.files, status.code())
}

/// The questionnaires in a folder of the project.
fn files(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "ron"));
    files.map(|path| format!("{folder}/{}", path.file_name().unwrap().to_str().unwrap())).collect()
}

fn fits(found: &Expected, expected: &Expected) -> bool {
    (found.line, found.column) == (expected.line, expected.column)
        && found.message.contains(&expected.message)
        && found.hint.contains(&expected.hint)
        && !expected.message.is_empty()
}

#[test]
fn every_planted_flaw_is_found_where_it_is() {
    let text = include_str!("flaws/expected.json");
    let mut expected: BTreeMap<String, Vec<Expected>> = serde_json::from_str(text).unwrap();
    let planted: Vec<String> = files("tests/flaws").into_iter().collect();
    assert!(planted.len() > 20);
    let (looked, status) = check(&planted);
    assert_eq!((looked.len(), status), (planted.len(), Some(1)));
    let mut faults = Vec::new();
    for Looked { file, flaws } in looked {
        let name = Path::new(&file).file_stem().unwrap().to_str().unwrap();
        let wanted = expected.remove(name).unwrap_or_default();
        let all = flaws.len() == wanted.len() && (wanted.is_empty() == (name == "sound"));
        let each = wanted.iter().all(|wanted| flaws.iter().any(|found| fits(found, wanted)));
        if !all || !each {
            faults.push(format!("{file}: {flaws:#?} instead of {wanted:#?}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(expected.is_empty(), "no files for {:?}", expected.keys());
}

#[test]
fn one_planted_flaw_is_enough_for_the_exit_status() {
    for file in files("tests/flaws") {
        let status = i32::from(!file.ends_with("/sound.ron"));
        assert_eq!(check(std::slice::from_ref(&file)).1, Some(status), "{file}");
    }
}

#[test]
fn nothing_is_found_in_what_ships() {
    let shipped: Vec<String> = files("questionnaires").into_iter().collect();
    let (looked, status) = check(&shipped);
    let found: Vec<_> = looked.iter().filter(|file| !file.flaws.is_empty()).collect();
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!((looked.len(), status), (shipped.len(), Some(0)));
}
