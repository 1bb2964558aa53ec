//! The terminal: keys and mouse in, edits out; drawing changes nothing.
//!
//! The [`App`] is a stack of [`Screen`]s over one [`World`]. Input goes to the top screen, which answers with a [`Reaction`];
//! the app follows it: it applies edits to the session, hands effects to the desk, opens and closes screens. What came of an
//! effect arrives as a message like any key.

mod app;
mod bridging;
mod canvas;
mod chrome;
mod clock;
mod divide;
pub mod flow;
mod form;
mod guide;
pub mod keys;
mod lending;
mod platform;
mod run;
pub mod screens;
mod signs;
mod theme;
pub mod widgets;
pub mod words;
mod world;

pub use app::{App, Display, Wish};
pub use canvas::{Canvas, Hit};
pub use clock::Clock;
pub use form::{Form, FormField};
pub use guide::Scene;
pub use lending::{Edited, Editor, Folder, Host, Opened};
pub use platform::Message;
pub use run::run;
pub use screens::{Field, FieldKind, Sheet};
pub use signs::Signs;
pub use theme::{Depth, Theme};
pub use world::{Reaction, Saved, Screen, World};

use lending::Lender;
use std::{
    io,
    sync::mpsc::{Receiver, Sender},
};

/// Takes the terminal over, runs `app`, and gives the terminal back; says with which exit status to end. What was said is kept before
/// it returns. `sender` is where input is sent to, and must be the other end of `messages`; `host` has what is outside the terminal.
///
/// # Errors
/// The terminal cannot be taken over.
pub fn take_over(
    mut app: App,
    sender: &Sender<Message>,
    messages: &Receiver<Message>,
    host: &mut dyn Host,
) -> io::Result<u8> {
    let ran = platform::take().and_then(|mut terminal| {
        // Before anything is listened to: that is not needed to see something. A terminal that is gone shows that again.
        let _ = run::show(&mut terminal, &mut app, false);
        let gate = platform::listen(sender)?;
        Ok(run(&mut terminal, messages, &mut app, &mut Lender { gate, host }))
    });
    platform::give_back();
    // The desk finishes when it is let go of: nobody waits for that before a screen that is over.
    drop(app);
    ran
}
