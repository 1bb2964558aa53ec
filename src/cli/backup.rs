//! `verantwoord backup` and `verantwoord restore`: all data in one file, and back again.

use super::{
    Reply,
    surroundings::{Surroundings, told},
    words,
};
use crate::{desk, store};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Packing {
    #[arg(value_name = words::ZIP, help = words::ZIP_TO, help_heading = words::ARGUMENTS)]
    file: PathBuf,
}

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Unpacking {
    #[arg(value_name = words::ZIP, help = words::ZIP_FROM, help_heading = words::ARGUMENTS)]
    file: PathBuf,

    #[arg(long, alias = "toch", help = words::FORCE)]
    force: bool,
}

/// Makes a backup, reads it back, and tells where it is.
pub(super) fn back_up(arguments: &Packing, surroundings: &Surroundings) -> Reply {
    let packed = surroundings
        .office()
        .and_then(|office| office.back_up(&arguments.file).map_err(|error| told(&error)));
    match packed {
        Ok(packed) => Reply::done(words::packed(&packed)),
        Err(fault) => Reply::refused([fault]),
    }
}

/// Puts a backup back, and tells what came of it.
pub(super) fn restore(arguments: &Unpacking, surroundings: &Surroundings) -> Reply {
    let restored = surroundings.folder().and_then(|folder| {
        let now = surroundings.clock()?.now();
        let restored = store::restore(folder, &arguments.file, arguments.force, now);
        Ok((folder, restored.map_err(|error| desk::words::store(&error))?))
    });
    match restored {
        Ok((folder, restored)) => {
            Reply::done(words::restored(&folder.display().to_string(), &restored))
        }
        Err(fault) => Reply::refused([fault]),
    }
}
