//! `verantwoord key`: keys to sign with: which there are, a new one, one from elsewhere, and what others need of one.

use super::{Reply, passphrase, surroundings::Surroundings, words};
use crate::{
    desk::Office,
    exchange,
    session::{
        Effect, KeyExport, KeyImport, KeyLine, NewKey, Overview, Reply as Answer, Secret,
        passphrase::known_of,
    },
};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(
        visible_alias = "nieuw",
        about = words::KEY_NEW,
        help_template = words::HELP,
        override_usage = words::KEY_NEW_USAGE,
        next_help_heading = words::OPTIONS
    )]
    New {
        #[arg(long, alias = "naam", value_name = words::NAME, help = words::KEY_NAME)]
        name: String,
        #[arg(long, alias = "functie", value_name = words::ROLE, default_value = "", hide_default_value = true, help = words::KEY_ROLE)]
        role: String,
        #[arg(long, value_name = words::FILE, help = words::PASSPHRASE_FILE)]
        passphrase_file: Option<PathBuf>,
    },
    #[command(
        visible_alias = "lijst",
        about = words::KEY_LIST,
        help_template = words::HELP,
        override_usage = words::KEY_LIST_USAGE,
        next_help_heading = words::OPTIONS
    )]
    List {
        #[arg(long, help = words::JSON)]
        json: bool,
    },
    #[command(
        visible_alias = "importeer",
        about = words::KEY_IMPORT,
        help_template = words::HELP,
        override_usage = words::KEY_IMPORT_USAGE,
        next_help_heading = words::OPTIONS
    )]
    Import {
        #[arg(value_name = words::KEY, help = words::KEY_FROM, help_heading = words::ARGUMENTS)]
        file: PathBuf,
        #[arg(long, value_name = words::FILE, help = words::PASSPHRASE_FILE)]
        passphrase_file: Option<PathBuf>,
        #[arg(long, value_name = words::FILE, help = words::NEW_PASSPHRASE_FILE)]
        new_passphrase_file: Option<PathBuf>,
        #[arg(long, help = words::RSA_TOO)]
        rsa: bool,
    },
    #[command(
        visible_alias = "exporteer",
        about = words::KEY_EXPORT,
        help_template = words::HELP,
        override_usage = words::KEY_EXPORT_USAGE,
        next_help_heading = words::OPTIONS
    )]
    Export {
        #[arg(value_name = words::WHOSE, help = words::WHICH_KEY, help_heading = words::ARGUMENTS)]
        key: Option<String>,
        #[arg(long, alias = "naar", value_name = words::PLACE, help = words::EXPORT_TO)]
        to: Option<PathBuf>,
        #[arg(long, help = words::WHOLE_KEY)]
        pkcs12: bool,
        #[arg(long, value_name = words::FILE, help = words::PASSPHRASE_FILE)]
        passphrase_file: Option<PathBuf>,
    },
}

/// The keys, for other programs.
#[derive(Serialize)]
struct Keys<'a> {
    keys: &'a [KeyLine],
}

/// Lists, makes, takes over or writes out.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    let done = surroundings.office().and_then(|mut office| act(&arguments.command, &mut office));
    done.map_or_else(|fault| Reply::refused([fault]), Reply::done)
}

fn act(command: &Command, office: &mut Office) -> Result<String, String> {
    match command {
        Command::New { name, role, passphrase_file } => {
            let proposed = match office.perform(Effect::Propose) {
                Answer::Proposed(secret) => secret,
                _ => Secret::default(),
            };
            let overview = look(office)?;
            let mut owner = vec![name.as_str(), role.as_str()];
            owner.extend(overview.organisation.iter().flat_map(known_of));
            let passphrase = passphrase::fresh(passphrase_file.as_deref(), &proposed, &owner)?;
            let (name, role) = (name.clone(), role.clone());
            made(office, Effect::MakeKey(NewKey { name, role, passphrase }))
        }
        Command::List { json } => {
            let keys = &look(office)?.keys;
            if *json {
                return exchange::json(&Keys { keys }).map_err(|error| words::no_json(&error));
            }
            Ok(words::page_of_keys(keys))
        }
        Command::Import { file, passphrase_file, new_passphrase_file, rsa } => {
            let passphrase =
                passphrase::known(passphrase_file.as_deref(), words::ASK_FILE_PASSPHRASE)?;
            let renewed = match new_passphrase_file {
                Some(file) => passphrase::known(Some(file), "")?,
                None => Secret::default(),
            };
            let (file, rsa) = (file.clone(), *rsa);
            let key = KeyImport { file, passphrase, renewed, rsa };
            made(office, Effect::ImportKey(key))
        }
        Command::Export { key, to, pkcs12, passphrase_file } => {
            let key = find(&*look(office)?, key.as_deref())?.path;
            let passphrase = if *pkcs12 {
                Some(passphrase::known(passphrase_file.as_deref(), words::ASK_PASSPHRASE)?)
            } else {
                None
            };
            let to = to.clone().unwrap_or_default();
            match office.perform(Effect::ExportKey(KeyExport { key, to, passphrase })) {
                Answer::KeyExported(path) => {
                    Ok(words::exported(&path.display().to_string(), *pkcs12))
                }
                other => Err(failed(other)),
            }
        }
    }
}

fn made(office: &mut Office, wish: Effect) -> Result<String, String> {
    match office.perform(wish) {
        Answer::KeyMade(line) => Ok(words::key_made(&line)),
        Answer::RsaKey => Err(words::rsa_key()),
        other => Err(failed(other)),
    }
}

/// What there is in the folder.
pub(super) fn look(office: &mut Office) -> Result<Arc<Overview>, String> {
    match office.perform(Effect::Look) {
        Answer::Overview(overview) => Ok(overview),
        other => Err(failed(other)),
    }
}

/// Why something was not done.
pub(super) fn failed(answer: Answer) -> String {
    match answer {
        Answer::Failed(failure) => failure.message,
        _ => words::NOTHING_DONE.to_owned(),
    }
}

/// The key of this name, fingerprint or file; without any of these the only one there is.
pub(super) fn find(overview: &Overview, wanted: Option<&str>) -> Result<KeyLine, String> {
    let keys = &overview.keys;
    let fits = |key: &&KeyLine| wanted.is_none_or(|wanted| is_meant(wanted, key));
    let found: Vec<&KeyLine> = keys.iter().filter(fits).collect();
    match found.as_slice() {
        [only] => Ok((*only).clone()),
        [] if keys.is_empty() => Err(words::NO_KEY.to_owned()),
        [] => Err(words::no_such_key(wanted.unwrap_or_default())),
        several => {
            let paths: Vec<String> =
                several.iter().map(|key| key.path.display().to_string()).collect();
            Err(words::which_key(&paths))
        }
    }
}

fn is_meant(wanted: &str, key: &KeyLine) -> bool {
    let file = key.path.file_stem().is_some_and(|stem| stem.to_string_lossy() == wanted);
    file || key.path == Path::new(wanted) || names(wanted, &key.name, &key.fingerprint)
}

/// Whether `wanted` is someone's name, or the beginning of their fingerprint.
pub(super) fn names(wanted: &str, name: &str, fingerprint: &str) -> bool {
    let digits = |text: &str| text.split([' ', ':']).collect::<String>().to_lowercase();
    let wanted_digits = digits(wanted);
    wanted.to_lowercase() == name.to_lowercase()
        || (wanted_digits.len() >= 8 && digits(fingerprint).starts_with(&wanted_digits))
}
