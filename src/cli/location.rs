//! `verantwoord where`: where the data are.

use super::{Reply, surroundings::Surroundings};

/// Tells the data folder's path, on a line of its own.
pub(super) fn run(surroundings: &Surroundings) -> Reply {
    match surroundings.folder() {
        Ok(folder) => Reply::done(format!("{}\n", folder.display())),
        Err(fault) => Reply::refused([fault]),
    }
}
