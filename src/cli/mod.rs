//! The command line: what it asks, done, and told in Dutch.
//!
//! Each command stands in its own file and hands back a `Reply`; only [`run`] writes it out, so that nothing is
//! said before everything is known. The verbs are English, with a Dutch one beside each.
//!
//! Exit status: 0 done; 1 done, and what was looked at is not in order; 2 not done, because of what was asked or given.

mod backup;
mod check;
mod copies;
mod demo;
mod doctor;
mod editions;
mod editor;
mod evaluate;
mod handout;
mod input;
mod key;
mod ledger;
mod location;
mod passphrase;
mod places;
mod plain;
mod questionnaires;
mod reply;
mod sign;
mod signer;
mod start;
mod surroundings;
mod timestamp;
mod usage;
mod verify;
mod words;

use crate::tui::Signs;
use clap::{Parser, Subcommand};
use reply::Reply;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};
use surroundings::Surroundings;

/// What can be asked on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "verantwoord",
    version,
    about = words::ABOUT,
    help_template = words::HELP,
    override_usage = words::USAGE,
    subcommand_help_heading = words::COMMANDS,
    subcommand_value_name = words::COMMAND,
    next_help_heading = words::OPTIONS,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    options: Options,

    #[arg(short, long, global = true, action = clap::ArgAction::Help, help = words::SHOW_HELP)]
    help: Option<bool>,

    #[arg(short = 'V', long, action = clap::ArgAction::Version, help = words::SHOW_VERSION)]
    version: Option<bool>,
}

/// The command line of whoever just opens the program. Building up all the commands to find that none of them is asked is a
/// tenth of the work before the first screen.
#[derive(Debug, Parser)]
#[command(disable_help_flag = true, disable_version_flag = true)]
struct Bare {
    #[command(flatten)]
    options: Options,
}

/// What goes before any command.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = words::OPTIONS)]
struct Options {
    #[arg(long, global = true, value_name = words::FOLDER, help = words::DATA)]
    data: Option<PathBuf>,

    #[arg(long, visible_alias = "regels", help = words::PLAIN)]
    plain: bool,

    #[arg(long, help = words::ASCII)]
    ascii: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(
        visible_alias = "beoordeel",
        about = words::EVALUATE,
        help_template = words::HELP,
        override_usage = words::EVALUATE_USAGE
    )]
    Evaluate(evaluate::Arguments),
    #[command(
        visible_alias = "vragenlijsten",
        about = words::QUESTIONNAIRES,
        help_template = words::HELP,
        override_usage = words::QUESTIONNAIRES_USAGE,
        subcommand_help_heading = words::COMMANDS,
        subcommand_value_name = words::COMMAND,
        disable_help_subcommand = true
    )]
    Questionnaires(questionnaires::Arguments),
    #[command(
        visible_alias = "controleer",
        about = words::VERIFY,
        help_template = words::HELP,
        override_usage = words::VERIFY_USAGE
    )]
    Verify(verify::Arguments),
    #[command(
        visible_alias = "onderteken",
        about = words::SIGN,
        help_template = words::HELP,
        override_usage = words::SIGN_USAGE
    )]
    Sign(sign::Arguments),
    #[command(
        visible_alias = "tijdstempel",
        about = words::TIMESTAMP,
        help_template = words::HELP,
        override_usage = words::TIMESTAMP_USAGE,
        subcommand_help_heading = words::COMMANDS,
        subcommand_value_name = words::COMMAND,
        disable_help_subcommand = true
    )]
    Timestamp(timestamp::Arguments),
    #[command(
        visible_alias = "sleutel",
        about = words::KEYS,
        help_template = words::HELP,
        override_usage = words::KEYS_USAGE,
        subcommand_help_heading = words::COMMANDS,
        subcommand_value_name = words::COMMAND,
        disable_help_subcommand = true
    )]
    Key(key::Arguments),
    #[command(
        visible_alias = "ondertekenaar",
        about = words::SIGNERS,
        help_template = words::HELP,
        override_usage = words::SIGNERS_USAGE,
        subcommand_help_heading = words::COMMANDS,
        subcommand_value_name = words::COMMAND,
        disable_help_subcommand = true
    )]
    Signer(signer::Arguments),
    #[command(
        visible_alias = "verwerkingen",
        about = words::REGISTER,
        help_template = words::HELP,
        override_usage = words::REGISTER_USAGE
    )]
    Register(ledger::Registers),
    #[command(
        visible_alias = "acties",
        about = words::ACTION_LIST,
        help_template = words::HELP,
        override_usage = words::ACTIONS_USAGE
    )]
    Actions(ledger::Arguments),
    #[command(
        visible_alias = "nakijken",
        about = words::DOCTOR,
        help_template = words::HELP,
        override_usage = words::DOCTOR_USAGE
    )]
    Doctor(doctor::Arguments),
    #[command(
        visible_alias = "exemplaren",
        about = words::COPIES,
        help_template = words::HELP,
        override_usage = words::COPIES_USAGE
    )]
    Copies(copies::Arguments),
    #[command(
        visible_alias = "reservekopie",
        about = words::BACKUP,
        help_template = words::HELP,
        override_usage = words::BACKUP_USAGE
    )]
    Backup(backup::Packing),
    #[command(
        visible_alias = "terugzetten",
        about = words::RESTORE,
        help_template = words::HELP,
        override_usage = words::RESTORE_USAGE
    )]
    Restore(backup::Unpacking),
    #[command(
        visible_alias = "voorbeeld",
        about = words::DEMO,
        help_template = words::HELP,
        override_usage = words::DEMO_USAGE
    )]
    Demo(demo::Arguments),
    #[command(
        visible_alias = "aanvullen",
        about = words::COMPLETIONS,
        help_template = words::HELP,
        override_usage = words::COMPLETIONS_USAGE
    )]
    Completions(handout::Arguments),
    #[command(
        visible_alias = "handboek",
        about = words::MAN,
        help_template = words::HELP,
        override_usage = words::MAN_USAGE
    )]
    Man,
    #[command(
        visible_alias = "waar",
        about = words::WHERE,
        help_template = words::HELP,
        override_usage = words::WHERE_USAGE
    )]
    Where,
}

/// Does what the command line asks.
pub fn run() -> ExitCode {
    surroundings::keep_memory_private();
    // What is not understood without commands, is read with them.
    if let Ok(Bare { options }) = Bare::try_parse() {
        return answer(&options, None);
    }
    match Arguments::try_parse() {
        Ok(Arguments { options, command, .. }) => answer(&options, command.as_ref()),
        Err(error) => usage::reply(&error).write(),
    }
}

/// What is around the program, with `data` as the folder that is asked for.
fn found(options: &Options, data: Option<&Path>) -> Surroundings {
    let mut surroundings = Surroundings::find(data);
    if options.ascii {
        surroundings.display.signs = Signs::Ascii;
    }
    surroundings
}

fn answer(options: &Options, command: Option<&Command>) -> ExitCode {
    let surroundings = found(options, options.data.as_deref());
    match command {
        Some(Command::Evaluate(arguments)) => evaluate::run(arguments, &surroundings).write(),
        Some(Command::Questionnaires(arguments)) => {
            questionnaires::run(arguments, &surroundings).write()
        }
        Some(Command::Verify(arguments)) => verify::run(arguments, &surroundings).write(),
        Some(Command::Sign(arguments)) => sign::run(arguments, &surroundings).write(),
        Some(Command::Timestamp(arguments)) => timestamp::run(arguments, &surroundings).write(),
        Some(Command::Key(arguments)) => key::run(arguments, &surroundings).write(),
        Some(Command::Signer(arguments)) => signer::run(arguments, &surroundings).write(),
        Some(Command::Register(arguments)) => ledger::register(arguments, &surroundings).write(),
        Some(Command::Actions(arguments)) => ledger::actions(arguments, &surroundings).write(),
        Some(Command::Doctor(arguments)) => doctor::run(arguments, &surroundings).write(),
        Some(Command::Copies(arguments)) => copies::run(arguments, &surroundings).write(),
        Some(Command::Backup(arguments)) => backup::back_up(arguments, &surroundings).write(),
        Some(Command::Restore(arguments)) => backup::restore(arguments, &surroundings).write(),
        Some(Command::Demo(arguments)) => demo::run(arguments, options),
        Some(Command::Completions(arguments)) => handout::completions(arguments).write(),
        Some(Command::Man) => handout::man().write(),
        Some(Command::Where) => location::run(&surroundings).write(),
        None => start::run(&surroundings, options.plain),
    }
}
