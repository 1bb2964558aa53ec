//! No command: the program on a terminal.

use super::{Reply, surroundings::Surroundings, words};
use crate::{
    desk::{Office, Worker},
    session::{Effect, Reply as Answer},
    tui::{App, Message, Theme, take_over, words::Dutch},
};
use std::{process::ExitCode, sync::mpsc::channel};

/// Opens the program, and ends with the status it says.
pub(super) fn run(surroundings: &Surroundings) -> ExitCode {
    if !surroundings.terminal {
        return Reply::refused([words::NO_TERMINAL]).write();
    }
    match surroundings.office().and_then(|office| open(office, surroundings.colours)) {
        Ok(status) => ExitCode::from(status),
        Err(fault) => Reply::refused([fault]).write(),
    }
}

fn open(mut office: Office, colours: bool) -> Result<u8, String> {
    let overview = match office.perform(Effect::Look) {
        Answer::Overview(overview) => overview,
        Answer::Failed(failure) => return Err(failure.message),
        _ => return Err(words::NO_TERMINAL.to_owned()),
    };
    let (sender, messages) = channel();
    let replies = sender.clone();
    let tell = move |reply| drop(replies.send(Message::Reply(reply)));
    let worker = Worker::start(office, Box::new(tell)).map_err(|error| words::terminal(&error))?;
    let mut app = App::new(overview, Box::new(worker), &Dutch, Theme::new(colours));
    let status = take_over(&mut app, &sender, &messages);
    // What was said is kept before the program ends: the worker finishes when it is dropped.
    drop(app);
    status.map_err(|error| words::terminal(&error))
}
