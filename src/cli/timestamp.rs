//! `verantwoord timestamp`: proof of the moment, by someone else than whoever signed.

use super::{Reply, input, reply::Status, surroundings::Surroundings, verify, words};
use crate::session::{Effect, Reply as Answer, StampOrder};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    step: Step,
}

#[derive(Debug, Subcommand)]
enum Step {
    #[command(
        visible_alias = "voorbereiden",
        about = words::PREPARE,
        help_template = words::HELP,
        override_usage = words::PREPARE_USAGE
    )]
    Prepare(Preparing),
    #[command(
        visible_alias = "toevoegen",
        about = words::ADD,
        help_template = words::HELP,
        override_usage = words::ADD_USAGE
    )]
    Add(Adding),
}

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
struct Preparing {
    #[arg(value_name = words::RECORD_FILE, help = words::STAMP_RECORD, help_heading = words::ARGUMENTS)]
    record: PathBuf,
}

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
struct Adding {
    #[arg(value_name = words::RECORD_FILE, help = words::STAMP_RECORD, help_heading = words::ARGUMENTS)]
    record: PathBuf,

    #[arg(value_name = words::ANSWER_FILE, help = words::ANSWER, help_heading = words::ARGUMENTS)]
    answer: PathBuf,

    #[arg(long, visible_alias = "vraag", value_name = words::QUESTION_FILE, help = words::QUESTION)]
    question: Option<PathBuf>,

    #[arg(long, value_name = words::CERTIFICATE, help = words::STAMP_TRUST)]
    trust: Vec<PathBuf>,
}

/// Makes the question, or takes the answer.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    let done = match &arguments.step {
        Step::Prepare(preparing) => prepare(preparing, surroundings),
        Step::Add(adding) => add(adding, surroundings),
    };
    done.unwrap_or_else(|fault| Reply::refused([fault]))
}

fn prepare(arguments: &Preparing, surroundings: &Surroundings) -> Result<Reply, String> {
    let mut office = surroundings.office()?;
    match office.perform(Effect::AskStamp(arguments.record.clone())) {
        Answer::Asked(asked) => Ok(Reply::done(words::asked(&asked))),
        Answer::Failed(failure) => Err(failure.message),
        _ => Err(words::NOT_STAMPED.to_owned()),
    }
}

fn add(arguments: &Adding, surroundings: &Surroundings) -> Result<Reply, String> {
    let trust = arguments.trust.iter().map(|file| input::text(file));
    let order = StampOrder {
        record: arguments.record.clone(),
        answer: arguments.answer.clone(),
        question: arguments.question.clone(),
        trust: trust.collect::<Result<_, _>>()?,
    };
    let mut office = surroundings.office()?;
    match office.perform(Effect::AddStamp(Box::new(order))) {
        Answer::Checked(report) => {
            let status = if report.verdict.is_genuine() { Status::Done } else { Status::Flawed };
            Ok(Reply { out: verify::text::report(&report), err: String::new(), status })
        }
        Answer::Failed(failure) => Err(failure.message),
        _ => Err(words::NOT_STAMPED.to_owned()),
    }
}
