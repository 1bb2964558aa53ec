//! `verantwoord questionnaires`: which there are, what one asks, and whether an author's file is in order.

mod diff;
mod text;

use super::{Reply, Surroundings, check, editions, words};
use crate::{
    exchange,
    format::{Edition, Library},
    model::Id,
};
use clap::{Args, Subcommand};
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(
        visible_alias = "lijst",
        about = words::LIST,
        help_template = words::HELP,
        override_usage = words::LIST_USAGE,
        next_help_heading = words::OPTIONS
    )]
    List {
        #[arg(long, help = words::JSON)]
        json: bool,
    },
    #[command(
        visible_alias = "toon",
        about = words::SHOW,
        help_template = words::HELP,
        override_usage = words::SHOW_USAGE,
        next_help_heading = words::OPTIONS
    )]
    Show {
        #[arg(
            value_name = words::QUESTIONNAIRE,
            help = words::WHICH,
            help_heading = words::ARGUMENTS
        )]
        questionnaire: String,
        #[arg(long, help = words::JSON)]
        json: bool,
    },
    #[command(
        visible_alias = "keur",
        about = words::CHECK,
        help_template = words::HELP,
        override_usage = words::CHECK_USAGE
    )]
    Check(check::Arguments),
    #[command(
        visible_alias = "vergelijk",
        about = words::DIFF,
        help_template = words::HELP,
        override_usage = words::DIFF_USAGE
    )]
    Diff(diff::Arguments),
}

/// Lists, shows, checks or compares.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    match &arguments.command {
        Command::List { json } => list(*json),
        Command::Show { questionnaire, json } => match editions::find(questionnaire) {
            Ok(edition) => show(&edition, *json),
            Err(faults) => Reply::refused(faults),
        },
        Command::Check(arguments) => check::run(arguments),
        Command::Diff(arguments) => diff::run(arguments, surroundings),
    }
}

fn list(json: bool) -> Reply {
    let editions: Vec<Edition> =
        Library.ids().filter_map(|id| Library.get(&Id::from(id))).collect();
    if !json {
        return Reply::done(text::list(&editions));
    }
    let listed = editions.iter().map(|e| exchange::listed(&e.pinned, &e.questionnaire));
    in_json(&listed.collect::<Vec<_>>())
}

fn show(edition: &Edition, json: bool) -> Reply {
    if json {
        in_json(&exchange::shown(&edition.pinned, &edition.questionnaire))
    } else {
        Reply::done(text::show(edition))
    }
}

fn in_json(value: &impl Serialize) -> Reply {
    match exchange::json(value) {
        Ok(out) => Reply::done(out),
        Err(error) => Reply::refused([words::no_json(&error)]),
    }
}
