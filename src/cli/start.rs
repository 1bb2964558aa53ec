//! No command: the program on a terminal.

use super::{
    Reply, plain,
    surroundings::{Surroundings, told},
    words,
};
use crate::{
    desk::{Office, Worker},
    session::{Effect, Guide, Reply as Answer},
    tui::{App, Edited, Editor, Folder, Host, Message, Opened, take_over, words::Dutch},
};
use std::{
    process::ExitCode,
    sync::mpsc::{Sender, channel},
};

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
            plain::run(office, surroundings.editor.clone(), &|| rehearse(surroundings))
        });
        return match talked {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => Reply::refused([fault]).write(),
        };
    }
    match open(surroundings) {
        Ok(status) => ExitCode::from(status),
        Err(fault) => Reply::refused([fault]).write(),
    }
}

/// The office in the folder of the guided example, and what leads through it.
fn rehearse(surroundings: &Surroundings) -> Result<(Office, Guide), String> {
    let mut office = surroundings.example_office()?;
    let guide = office.rehearse().map_err(|error| told(&error))?;
    Ok((office, guide))
}

fn open(surroundings: &Surroundings) -> Result<u8, String> {
    let (sender, messages) = channel();
    let mut house = House { surroundings, replies: sender.clone() };
    let Opened { overview, desk, .. } = house.open(Folder::Own)?;
    let app = App::new(overview, desk, &Dutch, surroundings.display);
    take_over(app, &sender, &messages, &mut house).map_err(|error| words::terminal(&error))
}

/// What is outside the terminal: data folders, and the person's own text program.
struct House<'s> {
    surroundings: &'s Surroundings,
    replies: Sender<Message>,
}

impl House<'_> {
    /// What there is to see for `office`, which is then put to work. The first look waits for no other thread: so does whoever
    /// wants to see something.
    fn staffed(&self, mut office: Office, guide: Option<Guide>) -> Result<Opened, String> {
        let overview = match office.attempt(Effect::Look) {
            Answer::Overview(overview) => overview,
            Answer::Failed(failure) => return Err(failure.message),
            _ => return Err(words::NO_OVERVIEW.to_owned()),
        };
        let replies = self.replies.clone();
        let tell = move |reply| drop(replies.send(Message::Reply(reply)));
        let worker =
            Worker::start(office, Box::new(tell)).map_err(|error| words::terminal(&error))?;
        Ok(Opened { overview, desk: Box::new(worker), guide })
    }
}

impl Editor for House<'_> {
    fn edit(&mut self, text: &str) -> Edited {
        self.surroundings.editor.clone().edit(text)
    }
}

impl Host for House<'_> {
    fn open(&mut self, folder: Folder) -> Result<Opened, String> {
        match folder {
            Folder::Own => self.staffed(self.surroundings.office_or_look()?, None),
            Folder::Example => {
                let (office, guide) = rehearse(self.surroundings)?;
                self.staffed(office, Some(guide))
            }
        }
    }
}
