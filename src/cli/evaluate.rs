//! `verantwoord evaluate`: what the answers in a file amount to. No saved data are read or written.

mod text;

use super::{Reply, Surroundings, editions, input, places, words};
use crate::{
    engine::Engine,
    exchange,
    format::{Edition, Syntax, parse_answers},
    model::Answers,
};
use clap::Args;
use jiff::civil::Date;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Arguments {
    #[arg(value_name = words::QUESTIONNAIRE, help = words::WHICH, help_heading = words::ARGUMENTS)]
    questionnaire: String,

    #[arg(long, value_name = words::FILE, help = words::ANSWERS)]
    answers: PathBuf,

    #[arg(long, value_name = words::DAY, help = words::AS_OF)]
    date: Option<Date>,

    #[arg(long, help = words::JSON)]
    json: bool,
}

/// Evaluates.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    match evaluate(arguments, surroundings) {
        Ok(out) => Reply::done(out),
        Err(faults) => Reply::refused(faults),
    }
}

fn evaluate(arguments: &Arguments, surroundings: &Surroundings) -> Result<String, Vec<String>> {
    let edition = editions::find(&arguments.questionnaire)?;
    let answers = answers(&arguments.answers, &edition)?;
    let day = match arguments.date {
        Some(day) => day,
        None => surroundings.clock().map_err(|fault| vec![fault])?.now().date(),
    };
    let engine = Engine::new(Arc::clone(&edition.questionnaire), day);
    let evaluation = engine.evaluate(&answers);
    if !arguments.json {
        return Ok(text::evaluation(&edition, day, &evaluation));
    }
    let told = exchange::evaluation(&edition.pinned, &edition.questionnaire, day, &evaluation);
    exchange::json(&told).map_err(|error| vec![words::no_json(&error)])
}

/// The answers in `file` to the questions of `edition`.
///
/// # Errors
/// Every fault, for the person who named the file.
pub(super) fn answers(file: &Path, edition: &Edition) -> Result<Answers, Vec<String>> {
    let syntax = syntax(file).ok_or_else(|| vec![words::unknown_syntax(&file.display())])?;
    let text = input::text(file).map_err(|fault| vec![fault])?;
    parse_answers(&text, syntax, &edition.questionnaire)
        .map_err(|problems| places::tell(&input::called(file), &problems.0))
}

fn syntax(file: &Path) -> Option<Syntax> {
    if file.as_os_str() == input::STANDARD {
        return Some(Syntax::Json);
    }
    match file.extension()?.to_ascii_lowercase().to_str()? {
        "json" => Some(Syntax::Json),
        "ron" => Some(Syntax::Ron),
        _ => None,
    }
}
