//! `verantwoord questionnaires check`: the author's linter.

use super::{Reply, input, reply::Status, words};
use crate::{
    engine::{Engine, Finding, Reading},
    exchange::{self, Checked, CheckedFile, Flaw, json},
    format::{Edition, Library, MOST_PROBLEMS, Problem, places_of},
    model::Id,
};
use clap::Args;
use std::{path::PathBuf, sync::Arc};

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Arguments {
    #[arg(
        value_name = words::FILE,
        required = true,
        help = words::FILES,
        help_heading = words::ARGUMENTS
    )]
    files: Vec<PathBuf>,

    #[arg(long, help = words::JSON)]
    json: bool,
}

/// One file, looked through.
struct Looked {
    file: String,
    questionnaire: Option<String>,
    flaws: Vec<Problem>,
    reading: Option<Reading>,
}

/// Looks every file through. A file that cannot be read is told of, and the others are looked through all the same.
pub(super) fn run(arguments: &Arguments) -> Reply {
    let mut texts = Vec::new();
    let mut unreadable = String::new();
    for file in &arguments.files {
        match input::text(file) {
            Ok(text) => texts.push((input::called(file), Edition::read(&text), text)),
            Err(fault) => unreadable.extend([fault.as_str(), "\n"]),
        }
    }
    let given = texts.iter().filter_map(|(_, read, _)| Some(read.as_ref().ok()?.pinned.id.clone()));
    let known: Vec<Id> = Library.ids().map(Id::from).chain(given).collect();
    let looked: Vec<Looked> = texts
        .into_iter()
        .map(|(file, read, text)| match read {
            Ok(edition) => look(file, &edition, &text, &known),
            Err(problems) => Looked { file, questionnaire: None, flaws: problems.0, reading: None },
        })
        .collect();
    let flawed = looked.iter().any(|file| !file.flaws.is_empty());
    let status = match (unreadable.is_empty(), flawed) {
        (false, _) => Status::Refused,
        (true, true) => Status::Flawed,
        (true, false) => Status::Done,
    };
    match if arguments.json { in_json(&looked) } else { Ok(in_words(&looked)) } {
        Ok(out) => Reply { out, err: unreadable, status },
        Err(fault) => Reply::refused([fault]),
    }
}

fn look(file: String, edition: &Edition, text: &str, known: &[Id]) -> Looked {
    // What is found holds on every day.
    let day = edition.questionnaire.draft().legal_state.date;
    let engine = Engine::new(Arc::clone(&edition.questionnaire), day);
    let findings = engine.lint(known);
    let more = findings.len() > MOST_PROBLEMS;
    let places = places_of(text, findings.iter().take(MOST_PROBLEMS).map(Finding::place));
    let mut flaws: Vec<Problem> = findings
        .iter()
        .zip(places)
        .map(|(finding, (line, column))| {
            let (message, hint) = words::finding(finding);
            Problem { line, column, message, hint }
        })
        .collect();
    flaws.sort_by_key(|flaw| (flaw.line, flaw.column));
    flaws.extend(more.then(|| Problem::more(MOST_PROBLEMS)));
    let questionnaire = Some(edition.pinned.id.to_string());
    Looked { file, questionnaire, flaws, reading: Some(engine.reading()) }
}

fn in_words(looked: &[Looked]) -> String {
    looked
        .iter()
        .flat_map(|file| {
            let flaws = file.flaws.iter().map(|flaw| words::problem(&file.file, flaw) + "\n");
            let told = words::looked_through(&file.file, file.flaws.len());
            let reading = file.reading.map(|reading| words::reading(&file.file, &reading));
            flaws.chain(reading).chain([told])
        })
        .collect()
}

fn in_json(looked: &[Looked]) -> Result<String, String> {
    let files = looked.iter().map(|file| CheckedFile {
        file: &file.file,
        questionnaire: file.questionnaire.as_deref(),
        flaws: file.flaws.iter().map(flaw).collect(),
        reading: file.reading.map(reading),
    });
    json(&Checked { files: files.collect() }).map_err(|error| words::no_json(&error))
}

fn flaw(problem: &Problem) -> Flaw<'_> {
    let Problem { line, column, message, hint } = problem;
    Flaw { line: *line, column: *column, message, hint }
}

fn reading(reading: Reading) -> exchange::Reading {
    let rounded = |score: f64| (score * 10.0).round() / 10.0;
    exchange::Reading {
        sentences: reading.sentences,
        words: reading.words,
        flesch_douma: rounded(reading.flesch_douma()),
        lix: rounded(reading.lix()),
    }
}
