//! `verantwoord questionnaires check`: the author's linter.

use super::{Reply, input, reply::Status, words};
use crate::{
    exchange::{Checked, CheckedFile, Flaw, json},
    format::{Edition, Problem},
};
use clap::Args;
use std::path::PathBuf;

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
}

/// Looks every file through. A file that cannot be read is told of, and the others are looked through all the same.
pub(super) fn run(arguments: &Arguments) -> Reply {
    let mut looked = Vec::new();
    let mut unreadable = String::new();
    for file in &arguments.files {
        match input::text(file) {
            Ok(text) => looked.push(look(file.display().to_string(), &text)),
            Err(fault) => unreadable.extend([fault.as_str(), "\n"]),
        }
    }
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

fn look(file: String, text: &str) -> Looked {
    match Edition::read(text) {
        Ok(edition) => {
            let questionnaire = Some(edition.pinned.id.to_string());
            Looked { file, questionnaire, flaws: Vec::new() }
        }
        Err(problems) => Looked { file, questionnaire: None, flaws: problems.0 },
    }
}

fn in_words(looked: &[Looked]) -> String {
    looked
        .iter()
        .flat_map(|file| {
            let flaws = file.flaws.iter().map(|flaw| words::problem(&file.file, flaw) + "\n");
            flaws.chain([words::looked_through(&file.file, file.flaws.len())])
        })
        .collect()
}

fn in_json(looked: &[Looked]) -> Result<String, String> {
    let files = looked.iter().map(|file| CheckedFile {
        file: &file.file,
        questionnaire: file.questionnaire.as_deref(),
        flaws: file.flaws.iter().map(flaw).collect(),
        reading: None,
    });
    json(&Checked { files: files.collect() }).map_err(|error| words::no_json(&error))
}

fn flaw(problem: &Problem) -> Flaw<'_> {
    let Problem { line, column, message, hint } = problem;
    Flaw { line: *line, column: *column, message, hint }
}
