//! What a command says, and the one place where it is written out.

use super::words;
use std::{
    fmt::Display,
    io::{self, ErrorKind, IsTerminal as _, Write},
    process::ExitCode,
};

/// How it went, as other programs are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// Done.
    Done = 0,
    /// Done, and what was looked at is not in order.
    Flawed = 1,
    /// Not done, because of what was asked or given.
    Refused = 2,
}

/// What a command says.
#[derive(Debug)]
pub(super) struct Reply {
    /// For standard output.
    pub(super) out: String,
    /// For standard error.
    pub(super) err: String,
    /// How it went.
    pub(super) status: Status,
}

impl Reply {
    /// Done, with `out` to show for it.
    pub(super) fn done(out: impl Into<String>) -> Self {
        Self { out: out.into(), err: String::new(), status: Status::Done }
    }

    /// The same, but what was looked at is not in order: every warning is told on a line of its own.
    pub(super) fn with_warnings(mut self, warnings: &[String]) -> Self {
        if !warnings.is_empty() {
            self.err += &(warnings.join("\n") + "\n" + words::NOT_WHOLE + "\n");
            self.status = Status::Flawed;
        }
        self
    }

    /// Not done: every fault on a line of its own, and nothing on standard output.
    pub(super) fn refused<T: Display>(faults: impl IntoIterator<Item = T>) -> Self {
        let faults: Vec<_> = faults.into_iter().map(|fault| fault.to_string()).collect();
        let err = faults.join("\n") + "\n";
        Self { out: String::new(), err, status: Status::Refused }
    }

    /// Writes it out. A reader that goes away (`| head`) wants no more, which is no fault. What stands in files, and in their
    /// names, does not steer the terminal; another program gets it as it is.
    pub(super) fn write(&self) -> ExitCode {
        // What cannot be told on standard error cannot be told at all.
        let _ = io::stderr().lock().write_all(tame(&self.err).as_bytes());
        let mut out = io::stdout().lock();
        let text = if out.is_terminal() { &tame(&self.out) } else { &self.out };
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let _ = writeln!(io::stderr().lock(), "{}", words::unwritten(&error));
                ExitCode::from(Status::Refused as u8)
            }
            _ => ExitCode::from(self.status as u8),
        }
    }
}

/// `text` as a terminal may have it.
fn tame(text: &str) -> String {
    crate::tui::flow::visible(&text.replace('\t', "    ")).into_owned()
}
