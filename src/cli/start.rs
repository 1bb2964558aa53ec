//! No command: the program on a terminal.

use super::{Reply, plain, surroundings::Surroundings, words};
use crate::{
    desk::{Office, Worker},
    session::{Effect, Reply as Answer},
    tui::{App, Message, take_over, words::Dutch},
};
use std::{process::ExitCode, sync::mpsc::channel};

/// Opens the program, and ends with the status it says.
///
/// As lines of text if that is wanted (`plain`), and where there is nothing else: no terminal, or one that can only show lines.
pub(super) fn run(surroundings: &Surroundings, plain: bool) -> ExitCode {
    if plain || surroundings.dumb || !surroundings.terminal {
        // Who types can choose to look or to take over; a program that waits for lines is turned away.
        let office = if surroundings.terminal {
            surroundings.office_or_look()
        } else {
            surroundings.office()
        };
        let talked = office.and_then(|office| {
            plain::run(office, surroundings.editor.clone()).map_err(|error| words::terminal(&error))
        });
        return match talked {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => Reply::refused([fault]).write(),
        };
    }
    match surroundings.office_or_look().and_then(|office| open(office, surroundings)) {
        Ok(status) => ExitCode::from(status),
        Err(fault) => Reply::refused([fault]).write(),
    }
}

fn open(mut office: Office, surroundings: &Surroundings) -> Result<u8, String> {
    let overview = match office.perform(Effect::Look) {
        Answer::Overview(overview) => overview,
        Answer::Failed(failure) => return Err(failure.message),
        _ => return Err(words::NO_OVERVIEW.to_owned()),
    };
    let (sender, messages) = channel();
    let replies = sender.clone();
    let tell = move |reply| drop(replies.send(Message::Reply(reply)));
    let worker = Worker::start(office, Box::new(tell)).map_err(|error| words::terminal(&error))?;
    let mut app = App::new(overview, Box::new(worker), &Dutch, surroundings.display);
    let mut editor = surroundings.editor.clone();
    let status = take_over(&mut app, &sender, &messages, &mut editor);
    // What was said is kept before the program ends: the worker finishes when it is dropped.
    drop(app);
    status.map_err(|error| words::terminal(&error))
}
