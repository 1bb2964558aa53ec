//! The program: what the command line asks, done.

use std::process::ExitCode;

fn main() -> ExitCode {
    verantwoord::cli::run()
}
