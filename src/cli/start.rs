//! No command: what the program can do.

use super::{Arguments, Reply};
use clap::CommandFactory as _;

/// Tells which commands there are.
pub(super) fn run() -> Reply {
    Reply::done(Arguments::command().render_help().to_string())
}
