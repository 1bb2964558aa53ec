//! No command: the program on a terminal.

use super::{
    Reply, plain,
    surroundings::{Surroundings, told},
    words,
};
use crate::{
    desk::{Office, Worker},
    session::{Desk as _, Effect, Guide, Reply as Answer},
    tui::{App, Edited, Editor, Folder, Host, Message, Opened, take_over, words::Dutch},
};
use std::{
    process::ExitCode,
    sync::mpsc::{Receiver, Sender, channel},
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
        let talked = office.and_then(seen).and_then(|office| {
            plain::run(office, surroundings.editor.clone(), &|| rehearse(surroundings))
                .map_err(|error| words::terminal(&error))
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

/// The office, if there is something to see in its folder.
fn seen(mut office: Office) -> Result<Office, String> {
    match office.perform(Effect::Look) {
        Answer::Failed(failure) => Err(failure.message),
        _ => Ok(office),
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
    let looking = house.staffed(house.own())?;
    let open = || {
        let Opened { overview, desk, .. } = looking.opened(None)?;
        Ok(App::new(overview, desk, &Dutch, surroundings.display))
    };
    take_over(open, &sender, &messages, &mut house).map_err(|error| words::terminal(&error))?
}

/// An office at work, that looks around for the first time.
struct Looking {
    worker: Worker,
    first: Receiver<Answer>,
}

impl Looking {
    /// What there is, once that was seen, and the office at work there.
    fn opened(self, guide: Option<Guide>) -> Result<Opened, String> {
        match self.first.recv() {
            Ok(Answer::Overview(overview)) => {
                Ok(Opened { overview, desk: Box::new(self.worker), guide })
            }
            Ok(Answer::Failed(failure)) => Err(failure.message),
            _ => Err(words::NO_OVERVIEW.to_owned()),
        }
    }
}

/// What is outside the terminal: data folders, and the person's own text program.
struct House<'s> {
    surroundings: &'s Surroundings,
    replies: Sender<Message>,
}

impl House<'_> {
    /// What opens the office in the person's own folder.
    fn own(&self) -> impl FnOnce() -> Result<Office, String> + Send + 'static {
        let surroundings = self.surroundings.clone();
        move || surroundings.office_or_look()
    }

    /// Puts the office that `open` gives to work, to look around first.
    fn staffed(
        &self,
        open: impl FnOnce() -> Result<Office, String> + Send + 'static,
    ) -> Result<Looking, String> {
        let replies = self.replies.clone();
        let (looked, first) = channel();
        let mut looked = Some(looked);
        let tell = move |reply| match looked.take() {
            Some(looked) => drop(looked.send(reply)),
            None => drop(replies.send(Message::Reply(reply))),
        };
        let mut worker =
            Worker::start(open, Box::new(tell)).map_err(|error| words::terminal(&error))?;
        worker.perform(Effect::Look);
        Ok(Looking { worker, first })
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
            Folder::Own => self.staffed(self.own())?.opened(None),
            Folder::Example => {
                let (office, guide) = rehearse(self.surroundings)?;
                self.staffed(move || Ok(office))?.opened(Some(guide))
            }
        }
    }
}
