//! `verantwoord copies`: what there are two of, what differs, and choosing between them.

use super::{
    Reply,
    reply::Status,
    surroundings::{Surroundings, told},
    words,
};
use crate::{
    desk::Office,
    exchange,
    session::{Choice, Comparison, Effect, Reply as Answer},
    tui::words::{CycleWords as _, Double, Dutch},
};
use clap::Args;
use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Keep {
    /// The one that the program uses.
    #[value(alias = "eerste", alias = "1")]
    First,
    /// The other.
    #[value(alias = "tweede", alias = "2")]
    Second,
    /// Both, as two things.
    #[value(alias = "beide")]
    Both,
}

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Arguments {
    #[arg(value_name = words::FILE, help = words::SECOND_COPY, help_heading = words::ARGUMENTS)]
    file: Option<PathBuf>,

    #[arg(long, visible_alias = "houd", value_enum, requires = "file", value_name = words::WHICH_COPY, help = words::KEEP_WHICH, hide_possible_values = true)]
    keep: Option<Keep>,

    #[arg(long, help = words::JSON)]
    json: bool,
}

/// Tells what there are two of, or does what is chosen of one.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    let done =
        surroundings.office().and_then(|mut office| match (&arguments.file, arguments.keep) {
            (Some(file), Some(keep)) => settle(&mut office, file, keep),
            (file, _) => tell(&mut office, file.as_deref(), arguments.json),
        });
    done.unwrap_or_else(|fault| Reply::refused([fault]))
}

fn settle(office: &mut Office, file: &Path, keep: Keep) -> Result<Reply, String> {
    let comparison = compare(office, file)?;
    let choice = match keep {
        Keep::First => Choice::First,
        Keep::Second => Choice::Second,
        Keep::Both => Choice::Both,
    };
    let said = if choice == Choice::Both { Double::BothKept } else { Double::Settled };
    match office.perform(Effect::Settle(Box::new(comparison.settled(choice)))) {
        Answer::Failed(failure) => Err(failure.message),
        _ => Ok(Reply::done(format!("{}\n", Dutch.double(said)))),
    }
}

fn tell(office: &mut Office, file: Option<&Path>, json: bool) -> Result<Reply, String> {
    let copies: Vec<PathBuf> = if let Some(file) = file {
        vec![file.to_path_buf()]
    } else {
        let overview = office.overview().map_err(|error| told(&error))?;
        overview.twins.into_iter().map(|twin| twin.copy).collect()
    };
    let compared = copies.iter().map(|copy| compare(office, copy));
    let compared = compared.collect::<Result<Vec<_>, _>>()?;
    let out = if json {
        exchange::json(&compared).map_err(|error| words::no_json(&error))?
    } else {
        text(&compared)
    };
    let status = if compared.is_empty() { Status::Done } else { Status::Flawed };
    Ok(Reply { out, err: String::new(), status })
}

fn compare(office: &mut Office, copy: &Path) -> Result<Comparison, String> {
    let copy = std::path::absolute(copy).unwrap_or_else(|_| copy.to_path_buf());
    match office.perform(Effect::Compare(copy)) {
        Answer::Compared(comparison) => Ok(*comparison),
        Answer::Failed(failure) => Err(failure.message),
        _ => Err(words::NO_OVERVIEW.to_owned()),
    }
}

fn text(compared: &[Comparison]) -> String {
    if compared.is_empty() {
        return words::NO_COPIES.to_owned();
    }
    let mut text = String::new();
    for comparison in compared {
        let _ = writeln!(text, "{}.", Dutch.two_of(&comparison.what));
        for side in Dutch.sides(comparison) {
            let _ = writeln!(text, "  {side}");
        }
        let _ = writeln!(text, "  {}", comparison.sides[1].path.display());
        if comparison.differences.is_empty() {
            let _ = writeln!(text, "  {}", words::SAME_COPIES);
        }
        for difference in &comparison.differences {
            let _ = writeln!(text, "  {}", difference.label);
            for (place, said) in difference.said.iter().enumerate() {
                let said = if said.is_empty() { Dutch.double(Double::Nothing) } else { said };
                let _ = writeln!(text, "    {}: {said}", place + 1);
            }
        }
        text.push('\n');
    }
    text.push_str(words::CHOOSE_COPY);
    text
}
