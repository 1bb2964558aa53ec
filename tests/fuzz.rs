//! Whatever stands in a file, reading it ends well: with what it says, or with a problem in words.
//!
//! Three targets: a questionnaire of an author, a toets in the data folder, and answers of another program. Each is tried
//! on files that are sound, or nearly so, with some pieces of them changed. `PROPTEST_CASES=100000 cargo test --test suite
//! fuzz` goes on for longer; a file that ends badly is printed, and is to be kept in `tests/fuzz`, where it is tried anew
//! every time.

use proptest::{prelude::*, sample::Index, test_runner::TestRunner};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use verantwoord::{
    engine::Engine,
    format::{
        Edition, Library, MOST_PROBLEMS, Problems, Syntax, parse_answers, parse_file, print_file,
    },
    model::{About, Answer, Answers, Assessment, Id, Moment},
};

/// Of every target; `PROPTEST_CASES` says otherwise.
const CASES: u32 = 300;

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

/// Tries `target` on each of `seeds` as it is, and on what some changes make of them.
fn fuzz(seeds: &[Vec<u8>], target: impl Fn(&str)) {
    assert!(!seeds.is_empty());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for seed in seeds {
        target(&text(seed));
    }
    let own = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let asked_for = std::env::var_os("PROPTEST_CASES").is_some();
    let cases = if asked_for { own.cases } else { CASES };
    let changes = (any::<Index>(), prop::collection::vec(change(), 1..8));
    let outcome =
        TestRunner::new(ProptestConfig { cases, ..own }).run(&changes, |(seed, changes)| {
            target(&text(&changed(seed.get(seeds).clone(), &changes)));
            Ok(())
        });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// Problems are told in words, and stand inside the text.
fn told(text: &str, problems: &Problems) {
    let lines = text.lines().count().max(1);
    assert!((1..=MOST_PROBLEMS + 1).contains(&problems.0.len()));
    for problem in &problems.0 {
        assert!(!problem.message.is_empty());
        assert!(problem.line <= lines + 1, "{problem} of {lines}");
        assert!(problem.message.len() < 2_000, "{}", problem.message.len());
    }
}

fn questionnaire(text: &str) {
    let edition = match Edition::read(text) {
        Ok(edition) => edition,
        Err(problems) => return told(text, &problems),
    };
    let day = edition.questionnaire.draft().legal_state.date;
    let engine = Engine::new(Arc::clone(&edition.questionnaire), day);
    let mut answers = Answers::default();
    for (_, question) in edition.questionnaire.questions() {
        if let Some(value) = question.values().pop() {
            let several = [Answer::one(value.as_str()), Answer::Several(vec![value])];
            let fits = several.into_iter().find(|answer| question.accept(answer).is_ok());
            answers.put(question.id.clone(), fits);
        }
    }
    for answers in [Answers::default(), answers] {
        let evaluation = engine.evaluate(&answers);
        assert_eq!(evaluation.is_settled(), evaluation.verdict.is_some());
        engine.changes(&answers);
    }
    engine.lint(&[]);
    engine.reading();
}

#[test]
fn any_questionnaire_is_read_or_refused_in_words() {
    let mut seeds = read(files("tests/flaws", "ron"));
    seeds.extend(read(files("tests/fuzz", "ron")));
    fuzz(&seeds, questionnaire);
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
    seeds.extend(read(files("tests/fuzz", "toets")));
    fuzz(&seeds, |text| match parse_file::<Assessment>(text) {
        Ok(toets) => {
            let printed = print_file(&toets).unwrap();
            assert_eq!(parse_file::<Assessment>(&printed).unwrap(), toets);
        }
        Err(problems) => told(text, &problems),
    });
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
        seeds.extend(read(self::files("tests/fuzz", "json")));
        fuzz(&seeds, |text| {
            for syntax in [Syntax::Json, Syntax::Ron] {
                match parse_answers(text, syntax, &edition.questionnaire) {
                    Ok(answers) => drop(engine.evaluate(&answers)),
                    Err(problems) => told(text, &problems),
                }
            }
        });
    }
}
