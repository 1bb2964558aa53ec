//! Whatever stands in a file, and whatever is typed, ends well: with what it says, or with a problem in words.
//!
//! Each target is tried on what is sound, or nearly so, with some pieces changed. `PROPTEST_CASES=100000 cargo test --test
//! suite fuzz` goes on for longer. `tests/fuzz/run` goes on for as long as one wants, and learns which bytes lead to code
//! that was not reached before (libFuzzer). What that came to is packed
//! in `tests/fuzz/corpus`, and tried here every time; so is a file that ended badly, which is to be kept in
//! `tests/fuzz/found/TARGET`.

mod targets;

use proptest::{prelude::*, sample::Index, test_runner::TestRunner};
use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    sync::Arc,
};
use verantwoord::{
    engine::Engine,
    format::{Library, print_file},
    model::{About, Answer, Assessment, Id, Moment},
};

/// Of every target; `PROPTEST_CASES` says otherwise.
const CASES: u32 = 300;

/// Of the screen, which takes longer.
const EVENINGS: u32 = 30;

/// Pieces that readers stumble over.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    ":",
    ",",
    "\\",
    "//",
    "/*",
    "*/",
    "r#\"",
    "\"#",
    "Not(",
    "All([",
    "Any([",
    "Is(",
    "InForce(\"x\")",
    "AtLeast(\"days\", -1)",
    "None",
    "Some(",
    "\"yes\"",
    "()",
    "-",
    "1e999",
    "nan",
    "99999999999999999999",
    "-9223372036854775808",
    "9223372036854775807",
    "\\u{110000}",
    "\\u{0}",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "\r\n",
    "\r",
    "\t",
    "é",
    "\u{1f469}\u{200d}\u{1f692}",
    "#![enable(unwrap_newtypes)]",
    "versie: 4294967295",
    "2026-02-30",
    "{\"not_applicable\": \"\"}",
    "[[[[[[[[",
    "when: All([]), when:",
    "\u{7f}",
];

/// One change to a file; the places are told as parts of its length.
#[derive(Clone, Debug)]
enum Change {
    /// One byte is another.
    Byte(Index, u8),
    /// So many bytes are gone.
    Gone(Index, u8),
    /// So many bytes stand there twice.
    Twice(Index, u8),
    /// A piece is put in.
    Piece(Index, Index),
    /// So many bytes of this file come here from there.
    Moved(Index, Index, u8),
    /// The rest is gone.
    End(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        1 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => (at(), any::<u8>()).prop_map(|(at, many)| Change::Gone(at, many)),
        1 => (at(), any::<u8>()).prop_map(|(at, many)| Change::Twice(at, many)),
        4 => (at(), at()).prop_map(|(at, piece)| Change::Piece(at, piece)),
        1 => (at(), at(), any::<u8>()).prop_map(|(at, from, many)| Change::Moved(at, from, many)),
        1 => at().prop_map(Change::End),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        let run = |at: &Index, many: u8| {
            let start = at.index(length);
            start..(start + usize::from(many)).min(length)
        };
        match change {
            Change::Byte(at, byte) => bytes[at.index(length)] = *byte,
            Change::Gone(at, many) => drop(bytes.drain(run(at, *many))),
            Change::Twice(at, many) | Change::Moved(_, at, many) => {
                let piece = bytes[run(at, *many)].to_vec();
                let to = if let Change::Moved(to, ..) = change {
                    to.index(length)
                } else {
                    at.index(length)
                };
                drop(bytes.splice(to..to, piece));
            }
            Change::Piece(at, piece) => {
                let at = at.index(length);
                drop(bytes.splice(at..at, piece.get(PIECES).bytes()));
            }
            Change::End(at) => bytes.truncate(at.index(length)),
        }
    }
    bytes
}

/// The files in a folder of the project.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|own| own == extension)).collect();
    paths.sort();
    paths
}

fn read(paths: Vec<PathBuf>) -> Vec<Vec<u8>> {
    paths.into_iter().map(|path| fs::read(path).unwrap()).collect()
}

/// What the fuzzer came to reach each piece of code of this target with, and whatever ended badly once.
fn reached(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    let packed = fs::File::open(folder.join("corpus").join(target).with_extension("zip")).unwrap();
    let mut packed = zip::ZipArchive::new(packed).unwrap();
    let mut all = Vec::new();
    for place in 0..packed.len() {
        let mut bytes = Vec::new();
        packed.by_index(place).unwrap().read_to_end(&mut bytes).unwrap();
        all.push(bytes);
    }
    assert!(all.len() > 20, "{target}: {}", all.len());
    if let Ok(found) = fs::read_dir(folder.join("found").join(target)) {
        all.extend(found.map(|entry| fs::read(entry.unwrap().path()).unwrap()));
    }
    all
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Tries `target` on each of `seeds` as it is, and on what some changes make of them.
fn fuzz(seeds: &[Vec<u8>], target: impl Fn(&[u8])) {
    fuzz_for(CASES, seeds, target);
}

fn fuzz_for(cases: u32, seeds: &[Vec<u8>], target: impl Fn(&[u8])) {
    assert!(!seeds.is_empty());
    for seed in seeds {
        target(seed);
    }
    let own = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let asked_for = std::env::var_os("PROPTEST_CASES").is_some();
    let cases = if asked_for { own.cases } else { cases };
    let changes = (any::<Index>(), prop::collection::vec(change(), 1..8));
    let outcome =
        TestRunner::new(ProptestConfig { cases, ..own }).run(&changes, |(seed, changes)| {
            target(&changed(seed.get(seeds).clone(), &changes));
            Ok(())
        });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn any_questionnaire_is_read_or_refused_in_words() {
    let mut seeds = read(files("tests/flaws", "ron"));
    seeds.extend(reached("questionnaire"));
    fuzz(&seeds, |bytes| targets::questionnaire(&text(bytes)));
}

#[test]
fn any_toets_is_read_or_refused_in_words() {
    let now: Moment = "2026-11-22T12:00:00+01:00".parse().unwrap();
    let edition = Library.get(&Id::from("pre-dpia")).unwrap();
    let mut toets = Assessment::begin(
        "2026-11-22-t".into(),
        edition.pinned,
        About::Processing("kassa".into()),
        now,
    );
    let rows = vec![[(Id::from("a"), "b \"c\" \\ d".to_owned())].into_iter().collect()];
    for (id, answer) in [
        ("c1", Answer::one(Id::YES)),
        ("c2", Answer::Number(-3)),
        ("c3", Answer::Several(vec!["a".into(), "b".into()])),
        ("c4", Answer::Rows(rows)),
        ("c5", Answer::NotApplicable("Dat speelt niet.".to_owned())),
    ] {
        toets.answers.put(id.into(), Some(answer));
    }
    toets.notes.insert("c1".into(), "Nog navragen.\nOok bij de balie.".to_owned());
    let mut seeds = vec![print_file(&toets).unwrap().into_bytes()];
    seeds.extend(reached("toets"));
    fuzz(&seeds, |bytes| targets::toets(&text(bytes)));
}

#[test]
fn any_answers_are_read_or_refused_in_words() {
    let seeds = ["pre-dpia", "stappenplan-klantgegevens", "registerplicht", "bewaartermijnen"];
    for id in seeds {
        let edition = Library.get(&Id::from(id)).unwrap();
        let day = edition.questionnaire.draft().legal_state.date;
        let engine = Engine::new(Arc::clone(&edition.questionnaire), day);
        let files = files(&format!("tests/answers/{id}"), "json").into_iter().take(6);
        let mut seeds = read(files.collect());
        seeds.extend(reached("answers"));
        fuzz(&seeds, |bytes| targets::answers(&text(bytes), &edition, &engine));
    }
}

#[test]
fn any_record_is_verified_or_refused() {
    let mut seeds = vec![targets::bones(), targets::signature_of_record()];
    seeds.extend(crate::attacks::records());
    seeds.extend(reached("record"));
    fuzz(&seeds, targets::record);
}

#[test]
fn the_record_that_others_are_made_of_is_whole_again_when_it_is_filled() {
    assert!(targets::bones().len() < 80_000);
    for seed in [targets::bones(), targets::signature_of_record()] {
        let again = targets::whole(&seed);
        assert!(again == targets::RECORD, "{} bytes", again.len());
    }
}

#[test]
fn any_data_are_set_on_pages_or_refused() {
    fuzz_for(EVENINGS, &reached("pages"), targets::pages);
}

#[test]
fn any_answer_of_a_timestamp_authority_is_taken_or_refused() {
    let mut seeds = read(files("tests/fuzz/stamp", "tsr"));
    seeds.extend(reached("stamp"));
    fuzz(&seeds, targets::stamp);
}

#[test]
fn any_key_file_is_opened_or_refused() {
    let mut seeds = read(files("src/signature/tests/data", "p12"));
    seeds.extend(read(files("src/signature/tests/data", "pem")));
    seeds.extend(reached("key"));
    fuzz(&seeds, targets::key);
}

#[test]
fn any_journal_and_any_list_of_a_backup_are_read() {
    let mut seeds = vec![
        br#"{"number":1,"at":"2026-11-23T14:02:00+01:00","previous":"","record":"x.pdf"}"#.to_vec(),
        br#"{"version":1,"made":"2026-11-23T14:02:00+01:00","files":[{"name":"a/b","size":1,"sha256":""}]}"#.to_vec(),
    ];
    seeds.extend(reached("ledgers"));
    fuzz(&seeds, targets::ledgers);
}

/// Random keys, clicks, pastes and sizes of the window, at any questionnaire.
#[test]
fn whatever_is_typed_is_drawn_and_kept() {
    let mut seeds = reached("screen");
    seeds.extend((0..6).map(|first| vec![first, 0, b'j', 1, b'o', 2, b'x', 3, 1, 6, 40, 7, 40]));
    seeds.extend((6..12).map(|first| [vec![first], [0, b'j', 3, 0].repeat(30)].concat()));
    fuzz_for(EVENINGS, &seeds, targets::screen);
}
