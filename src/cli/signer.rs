//! `verantwoord signer`: who else is known to sign. Nobody is added before their fingerprint was compared.

use super::{
    Reply,
    key::{failed, look, names},
    surroundings::Surroundings,
    words,
};
use crate::{
    desk::Office,
    exchange,
    session::{Effect, NewSigner, Reply as Answer, SignerLine},
};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::{
    io::{self, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(
        visible_alias = "toevoegen",
        about = words::SIGNER_ADD,
        help_template = words::HELP,
        override_usage = words::SIGNER_ADD_USAGE,
        next_help_heading = words::OPTIONS
    )]
    Add {
        #[arg(value_name = words::CERTIFICATE, help = words::WHOSE_CERTIFICATE, help_heading = words::ARGUMENTS)]
        file: PathBuf,
        #[arg(long, alias = "vingerafdruk", value_name = words::DIGITS, help = words::COMPARED)]
        fingerprint: Option<String>,
    },
    #[command(
        visible_alias = "lijst",
        about = words::SIGNER_LIST,
        help_template = words::HELP,
        override_usage = words::SIGNER_LIST_USAGE,
        next_help_heading = words::OPTIONS
    )]
    List {
        #[arg(long, help = words::JSON)]
        json: bool,
    },
    #[command(
        visible_alias = "verwijderen",
        about = words::SIGNER_REMOVE,
        help_template = words::HELP,
        override_usage = words::SIGNER_REMOVE_USAGE,
        next_help_heading = words::OPTIONS
    )]
    Remove {
        #[arg(value_name = words::WHOSE, help = words::WHICH_SIGNER, help_heading = words::ARGUMENTS)]
        who: String,
    },
}

/// The people who are known, for other programs.
#[derive(Serialize)]
struct Signers<'a> {
    signers: &'a [SignerLine],
}

/// Lists, adds or removes.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    let done = surroundings.office().and_then(|mut office| match &arguments.command {
        Command::Add { file, fingerprint } => add(&mut office, file, fingerprint.as_deref()),
        Command::List { json } => list(&mut office, *json),
        Command::Remove { who } => remove(&mut office, who),
    });
    done.map_or_else(|fault| Reply::refused([fault]), Reply::done)
}

fn list(office: &mut Office, json: bool) -> Result<String, String> {
    let signers = &look(office)?.signers;
    if json {
        return exchange::json(&Signers { signers }).map_err(|error| words::no_json(&error));
    }
    Ok(words::page_of_signers(signers))
}

fn add(office: &mut Office, file: &Path, compared: Option<&str>) -> Result<String, String> {
    let line = match office.perform(Effect::ReadSigner(file.to_path_buf())) {
        Answer::SignerRead(line) => line,
        other => return Err(failed(other)),
    };
    let fingerprint = match compared {
        Some(compared) => compared.to_owned(),
        None if !io::stdin().is_terminal() => return Err(words::compare_first(&line)),
        None if is_same(&line).map_err(|error| words::terminal(&error))? => {
            line.fingerprint.clone()
        }
        None => return Err(words::NOT_ADDED.to_owned()),
    };
    match office.perform(Effect::AddSigner(NewSigner { file: file.to_path_buf(), fingerprint })) {
        Answer::Overview(_) => Ok(words::added(&line)),
        other => Err(failed(other)),
    }
}

/// Shows the fingerprint, and asks whether it was compared.
fn is_same(line: &SignerLine) -> io::Result<bool> {
    let mut out = io::stderr().lock();
    out.write_all(words::compare(line).as_bytes())?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("ja"))
}

fn remove(office: &mut Office, who: &str) -> Result<String, String> {
    let overview = look(office)?;
    let found: Vec<&SignerLine> =
        overview.signers.iter().filter(|line| names(who, &line.name, &line.fingerprint)).collect();
    let line = match found.as_slice() {
        [only] => *only,
        [] => return Err(words::no_signer(who)),
        _ => return Err(words::which_signer(who)),
    };
    match office.perform(Effect::RemoveSigner(line.fingerprint.clone())) {
        Answer::Overview(_) => Ok(words::removed(line)),
        other => Err(failed(other)),
    }
}
