//! `verantwoord verify`: whether records are genuine.

pub(super) mod text;

use super::{
    Reply,
    reply::Status,
    surroundings::{Surroundings, told},
    words,
};
use crate::{desk, exchange};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Arguments {
    #[arg(required = true, value_name = words::RECORD_FILE, help = words::RECORDS, help_heading = words::ARGUMENTS)]
    files: Vec<PathBuf>,

    #[arg(long, value_name = words::CERTIFICATE, help = words::TRUST)]
    trust: Vec<PathBuf>,

    #[arg(long, help = words::JSON)]
    json: bool,
}

/// Checks every file; one that cannot be read does not keep the others from being checked.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    let trusted = match trusted(arguments, surroundings) {
        Ok(trusted) => trusted,
        Err(faults) => return Reply::refused(faults),
    };
    let mut reports = Vec::new();
    let mut faults = Vec::new();
    for file in &arguments.files {
        match desk::check(file, &trusted) {
            Ok(report) => reports.push(report),
            Err(error) => faults.push(told(&error)),
        }
    }
    let out = if arguments.json {
        match exchange::json(&reports) {
            Ok(out) => out,
            Err(error) => return Reply::refused([words::no_json(&error)]),
        }
    } else {
        reports.iter().map(text::report).collect::<Vec<_>>().join("\n")
    };
    let err: String = faults.iter().flat_map(|fault| [fault.as_str(), "\n"]).collect();
    let status = match (faults.is_empty(), reports.iter().all(|report| report.verdict.is_genuine()))
    {
        (false, _) => Status::Refused,
        (true, false) => Status::Flawed,
        (true, true) => Status::Done,
    };
    Reply { out, err, status }
}

/// The certificates that are given, and those of the data folder, if there is one.
fn trusted(arguments: &Arguments, surroundings: &Surroundings) -> Result<Vec<String>, Vec<String>> {
    let mut trusted = Vec::new();
    let mut faults = Vec::new();
    for file in &arguments.trust {
        match super::input::text(file) {
            Ok(pem) => trusted.push(pem),
            Err(fault) => faults.push(fault),
        }
    }
    if let Ok(folder) = surroundings.folder() {
        trusted.extend(desk::known(folder).unwrap_or_default());
    }
    if faults.is_empty() { Ok(trusted) } else { Err(faults) }
}
