//! `verantwoord doctor`: whether everything in the data folder is as it should be.

use super::{
    Reply,
    reply::Status,
    surroundings::{Surroundings, told},
    words,
};
use crate::{
    exchange,
    session::{Checkup, Weight},
};
use clap::Args;
use std::fmt::Write as _;

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Arguments {
    #[arg(long, alias = "herstel", help = words::REPAIR)]
    repair: bool,

    #[arg(long, help = words::JSON)]
    json: bool,
}

/// Looks at everything, and tells what was found.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    let looked = surroundings
        .office()
        .and_then(|mut office| office.check_up(arguments.repair).map_err(|error| told(&error)));
    let checkup = match looked {
        Ok(checkup) => checkup,
        Err(fault) => return Reply::refused([fault]),
    };
    let out = if arguments.json {
        match exchange::json(&checkup) {
            Ok(out) => out,
            Err(error) => return Reply::refused([words::no_json(&error)]),
        }
    } else {
        text(&checkup)
    };
    let status = if checkup.is_sound() { Status::Done } else { Status::Flawed };
    Reply { out, err: String::new(), status }
}

fn text(checkup: &Checkup) -> String {
    let mut text =
        words::looked_at(&checkup.folder.display().to_string(), checkup.files, checkup.records);
    for finding in &checkup.findings {
        let word = match finding.weight {
            Weight::Wrong => words::WRONG,
            Weight::Mind => words::MIND,
            Weight::Mended => words::MENDED,
        };
        let _ = writeln!(text, "{word}: {}", crate::tui::flow::visible(&finding.text));
    }
    text.push_str(if checkup.is_sound() { words::ALL_WELL } else { words::NOT_WELL });
    text
}
