//! The program as lines of text: for screen readers, braille displays, slow links and scripts.
//!
//! No full screen, no colours, no boxes, no cursor that jumps: a question, numbered answers, and what one can type.
//! Everything that can be done with a questionnaire can be done here, through the same session and the same desk.

mod duties;
mod guide;
mod hear;
mod home;
mod interview;
mod outcome;
mod record;
mod register;
mod signing;
mod talk;
mod tell;
#[cfg(test)]
mod tests;
mod twins;
mod words;
mod workshop;

use super::editor::OwnEditor;
use crate::{
    desk::Office,
    tui::{Edited, Editor as _},
};
use std::io::{self, BufRead, Write};
use talk::{End, Listener, Piped, Rehearsal, Talk};
use zeroize::Zeroizing;

/// Lines that a person types at a terminal: a passphrase is not shown.
#[derive(Debug)]
struct Typed<R>(Piped<R>, OwnEditor);

impl<R: BufRead> Listener for Typed<R> {
    fn line(&mut self) -> io::Result<Option<String>> {
        self.0.line()
    }

    fn secret(&mut self) -> io::Result<Option<Zeroizing<String>>> {
        rpassword::read_password().map(|secret| Some(Zeroizing::new(secret)))
    }

    fn shows(&self) -> bool {
        true
    }

    fn edit(&mut self, text: &str) -> Option<Edited> {
        Some(self.1.edit(text))
    }
}

/// Talks with whoever is at the other end of standard input and output, until they leave or are gone. `rehearsal` opens the guided
/// example.
///
/// # Errors
/// In words: there is nothing to see, or nothing can be read or written any more; a reader that goes away is no fault.
pub(super) fn run(
    office: Office,
    editor: OwnEditor,
    rehearsal: Rehearsal<'_>,
) -> Result<(), String> {
    use std::io::IsTerminal as _;
    let input = io::stdin().lock();
    let mut out = io::stdout().lock();
    if input.is_terminal() {
        converse(office, &mut Typed(Piped(input), editor), &mut out, rehearsal)
    } else {
        converse(office, &mut Piped(input), &mut out, rehearsal)
    }
}

fn converse(
    office: Office,
    listener: &mut dyn Listener,
    out: &mut dyn Write,
    rehearsal: Rehearsal<'_>,
) -> Result<(), String> {
    let mut talk = Talk::new(office, listener, out, rehearsal);
    let ended = match home::run(&mut talk) {
        Err(End::Over) => talk.over(),
        ended => ended,
    };
    match ended {
        Ok(()) | Err(End::Over) => Ok(()),
        Err(End::Broken(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(End::Broken(error)) => Err(super::words::terminal(&error)),
        Err(End::Blind(why)) => Err(why),
    }
}
