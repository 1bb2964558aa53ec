//! Every kind of record on paper: the same bytes each time, and every word of it there for another program to read.

use super::statements::{filled, signed};
use crate::{
    desk::{office::Asked, printing},
    engine::Engine,
    format::{Edition, parse_json},
    record::{
        Document, RecordData, Signatory,
        compose::{DATA_NAME, QUESTIONNAIRE_NAME},
        document::{Block, Text},
    },
    session::Statement,
    signature::Contents,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};
use tempfile::TempDir;

/// The data of the record at `path`, with what was asked.
fn read_back(path: &Path) -> (RecordData, Option<Asked>) {
    let files = Contents::open(&fs::read(path).expect("there"))
        .expect("a record")
        .files()
        .expect("attachments");
    let data: RecordData = parse_json(&files[DATA_NAME]).expect("data");
    let asked = files.get(QUESTIONNAIRE_NAME).map(|text| {
        let edition = Edition::read(std::str::from_utf8(text).expect("text")).expect("readable");
        let engine = Arc::new(Engine::new(Arc::clone(&edition.questionnaire), data.made.date()));
        Asked { edition, engine }
    });
    (data, asked)
}

/// The record at `path`: what it says, and its bytes before it was signed, made anew.
fn again(path: &Path) -> (Document, Vec<u8>) {
    let (data, asked) = read_back(path);
    let proof = printing::set(&data, asked.as_ref()).expect("set");
    let bytes = proof.print().expect("printed");
    (proof.document, bytes)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn plain(text: &Text) -> String {
    text.spans.iter().map(|span| span.text.as_str()).collect()
}

/// What a block says, in the order in which it is read.
fn said(block: &Block) -> Vec<String> {
    let mut said = Vec::new();
    match block {
        Block::Title(title) => {
            said.extend([title.kicker.clone(), title.title.clone()]);
        }
        Block::Verdict(verdict) => said.push(plain(&verdict.sentence)),
        Block::Heading { text, .. } => said.push(text.clone()),
        Block::Paragraph(text) | Block::Note { text, .. } => said.push(plain(text)),
        Block::List { items, .. } => said.extend(items.iter().map(plain)),
        Block::Checks(items) => said.extend(items.iter().map(|item| plain(&item.text))),
        Block::Facts(facts) => {
            said.extend(facts.iter().flat_map(|fact| [fact.label.clone(), plain(&fact.value)]));
        }
        Block::Bars(bars) => {
            said.extend(bars.iter().flat_map(|bar| [bar.label.clone(), bar.value.clone()]));
        }
        Block::Table(table) => {
            // A list without entries has no head either.
            if !table.rows.is_empty() {
                said.extend(table.columns.iter().map(|column| column.heading.clone()));
            }
            said.extend(table.rows.iter().flatten().map(plain));
        }
        Block::Answer(answer) => {
            said.extend([plain(&answer.question), plain(&answer.answer)]);
            said.extend(answer.notes.iter().map(|note| plain(&note.value)));
            said.extend(answer.source.iter().map(plain));
        }
        Block::Signatures(fields) => said.extend(fields.iter().map(|field| field.label.clone())),
        Block::Fingerprint { label, digits } => said.extend([label.clone(), digits.clone()]),
        Block::Link { text, url } => said.extend([text.clone(), url.clone()]),
        Block::PageBreak => {}
    }
    said
}

/// What poppler reads between the running head and the footer; nothing without poppler.
fn read_by_another(path: &Path) -> Option<String> {
    let mut run = Command::new("pdftotext");
    run.args(["-raw", "-r", "72", "-x", "0", "-y", "50", "-W", "596", "-H", "720"]);
    let output = run.arg(path).arg("-").output().ok()?;
    String::from_utf8(output.stdout).ok()
}

/// A record of each kind.
fn every_kind() -> (TempDir, Vec<PathBuf>) {
    let (folder, mut office, made) = filled();
    let mut paths = vec![made.record.path.clone()];
    for statement in [Statement::Register, Statement::Actions, Statement::Board] {
        paths.push(signed(&mut office, (&made.key, &made.passphrase), statement).path);
    }
    (folder, paths)
}

#[test]
fn page_1_is_one_page_however_many_sign() {
    let (_folder, paths) = every_kind();
    let next = ["Redenen en bronnen", "Overzicht", "Directie", "Verwerkingsregister"];
    for (path, next) in paths.iter().zip(next) {
        let (mut data, asked) = read_back(path);
        let first = data.signatories[0].clone();
        for number in 1..=4 {
            let signatory = |place| Signatory { field: format!("S{place}"), ..first.clone() };
            data.signatories = (0..number).map(signatory).collect();
            let proof = printing::set(&data, asked.as_ref()).expect("set");
            let pages = proof.pages.sheets_as_text();
            assert!(pages[0].contains("Ondertekening"), "{}", pages[0]);
            let next = if number > 2 { "Ondertekening" } else { next };
            assert!(pages[1].starts_with(next), "{number} at {}: {}", path.display(), pages[1]);
        }
    }
}

#[test]
fn every_kind_is_the_same_each_time_and_can_be_read_whole() {
    let (_folder, paths) = every_kind();
    for path in paths {
        let (document, bytes) = again(&path);
        assert_eq!(again(&path).1, bytes, "{} differs", path.display());
        assert!(fs::read(&path).expect("there").starts_with(&bytes), "{}", path.display());
        let Some(read) = read_by_another(&path) else {
            eprintln!("SKIPPED: pdftotext (poppler-utils) is not installed");
            continue;
        };
        let read = squeezed(&read);
        let mut from = 0;
        for words in document.blocks.iter().flat_map(said) {
            let sought = squeezed(&words);
            let found = read[from..].find(&sought);
            let place = found.unwrap_or_else(|| panic!("{}: {words}", path.display()));
            from += place + sought.len();
        }
    }
}
