//! `verantwoord demo`: the whole job without a person, on a made-up institution.

use super::{
    Options, Reply, found, start,
    surroundings::{Surroundings, told},
    verify, words,
};
use clap::Args;
use std::{
    io::{self, BufRead as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The folder, when none is given.
const FOLDER: &str = "verantwoord-voorbeeld";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = words::FOLDER, help = words::DEMO_FOLDER, help_heading = words::ARGUMENTS)]
    folder: Option<PathBuf>,
}

/// Makes the example, tells about it, and on a terminal offers to open it: in the folder it is given, in whichever way.
pub(super) fn run(arguments: &Arguments, options: &Options) -> ExitCode {
    let given = arguments.folder.as_deref().or(options.data.as_deref());
    let folder = given.unwrap_or(Path::new(FOLDER));
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let surroundings = found(options, Some(&folder));
    let told = match demonstrate(&surroundings) {
        Ok(told) => told,
        Err(fault) => return Reply::refused([fault]).write(),
    };
    if !surroundings.terminal {
        return Reply::done(told).write();
    }
    Reply::done(told + words::OPEN_DEMO).write();
    let mut answer = String::new();
    let heard = io::stdout().flush().and_then(|()| io::stdin().lock().read_line(&mut answer));
    if heard.is_ok() && matches!(answer.trim(), "j" | "J" | "ja" | "Ja") {
        return start::run(&surroundings, options.plain);
    }
    ExitCode::SUCCESS
}

fn demonstrate(surroundings: &Surroundings) -> Result<String, String> {
    let mut office = surroundings.office()?;
    let made = office.demonstrate().map_err(|error| told(&error))?;
    let folder = surroundings.folder()?.display().to_string();
    let record = made.record.path.display().to_string();
    Ok(words::demo(&folder, &record, &made.passphrase.0)
        + "\n"
        + &verify::text::report(&made.record.report))
}
