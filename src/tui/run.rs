//! The loop: take input, decide, do, draw.

use super::{
    app::App,
    lending::Host,
    platform::{self, HUNG_UP, Message},
};
use crossterm::event::Event;
use ratatui::{
    Terminal,
    backend::Backend,
    layout::{Position, Rect},
};
use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

/// How long typing must rest before what was typed is handed in.
const REST: Duration = Duration::from_millis(400);
/// How often the time is asked while it goes by on the screen.
const MINUTE: Duration = Duration::from_secs(60);

/// How long is waited before what could not be kept is tried again: a stick may be back, or room on the disk.
const RETRY: Duration = Duration::from_secs(5);

/// How long it may go on without a rest before what was typed so far is handed in.
const BREATH: Duration = Duration::from_secs(2);

/// Runs `app` until the person leaves or the terminal is gone, and says with which exit status to end. A terminal that
/// cannot be written to is gone. `host` has what is outside the terminal.
pub fn run<B>(
    terminal: &mut Terminal<B>,
    messages: &Receiver<Message>,
    app: &mut App,
    host: &mut dyn Host,
) -> u8
where
    B: Backend<Error: Send + Sync + 'static>,
{
    let (mut rest_ends, mut minute_ends): (Option<Instant>, Option<Instant>) = (None, None);
    let (mut breath_ends, mut retry_ends): (Option<Instant>, Option<Instant>) = (None, None);
    let (mut changed, mut resized) = (true, false);
    loop {
        if app.is_leaving_the_screen() {
            if let Some(status) = go_elsewhere(app, messages, host) {
                return status;
            }
            (changed, resized) = (true, true);
        }
        if changed && show(terminal, app, resized).is_err() {
            // The terminal went away before anything told so. What was typed is not lost with it.
            app.settle();
            return HUNG_UP;
        }
        let end = [rest_ends, minute_ends, retry_ends].into_iter().flatten().min();
        let message = match end {
            None => messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(end) => messages.recv_timeout(end.saturating_duration_since(Instant::now())),
        };
        let mut next = match message {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) if end == retry_ends || end == minute_ends => {
                // What comes of it is drawn when the desk answers.
                if end == retry_ends {
                    app.try_again();
                    retry_ends = app.is_unsaved().then(|| Instant::now() + RETRY);
                } else {
                    app.tick();
                    minute_ends = Some(Instant::now() + MINUTE);
                }
                (changed, resized) = (false, false);
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {
                app.settle();
                (rest_ends, breath_ends) = (None, None);
                (changed, resized) = (true, false);
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => Some(Message::Leave(0)),
        };
        // Everything that waits is taken before drawing once: a paste without brackets is many keys.
        (changed, resized) = (false, false);
        while let Some(message) = next {
            if let Message::Leave(status) = message {
                app.settle();
                return status;
            }
            let typed = matches!(message, Message::Input(_));
            resized |= matches!(message, Message::Input(Event::Resize(..)));
            changed |= app.take(message);
            if typed {
                let now = Instant::now();
                breath_ends = app.is_writing().then(|| breath_ends.unwrap_or(now + BREATH));
                rest_ends = breath_ends.map(|last| last.min(now + REST));
            }
            if app.is_left() {
                app.settle();
                return 0;
            }
            // What was typed after it is for the text as it comes back.
            next = if app.is_leaving_the_screen() { None } else { messages.try_recv().ok() };
        }
        retry_ends = app.is_unsaved().then(|| retry_ends.unwrap_or(Instant::now() + RETRY));
        minute_ends = app.is_timed().then(|| minute_ends.unwrap_or(Instant::now() + MINUTE));
    }
}

/// Does what happens elsewhere; with which exit status to end, if the program was told to meanwhile.
fn go_elsewhere(app: &mut App, messages: &Receiver<Message>, host: &mut dyn Host) -> Option<u8> {
    if let Some(text) = app.lend() {
        app.take_back_from_elsewhere(host.edit(&text));
    }
    let mut left = None;
    if let Some(folder) = app.heading() {
        // What the desk of the folder that is left still answers, is about that folder.
        app.enter(host.open(folder), || {
            left = messages.try_iter().find_map(|message| match message {
                Message::Leave(status) => Some(status),
                _ => None,
            });
        });
    }
    left
}

/// Does what is wished of the terminal, and draws what changed; everything, after the size changed. A window may have been small
/// and be as large as before by now: then what it showed is gone, although its size is the same.
pub(super) fn show<B>(terminal: &mut Terminal<B>, app: &mut App, all: bool) -> io::Result<()>
where
    B: Backend<Error: Send + Sync + 'static>,
{
    for wish in app.wishes() {
        platform::grant(&wish);
    }
    if all {
        let size = terminal.size().map_err(io::Error::other)?;
        terminal.resize(Rect::from((Position::ORIGIN, size))).map_err(io::Error::other)?;
    }
    terminal
        .draw(|frame| {
            let area = frame.area();
            if let Some(caret) = app.draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(caret);
            }
        })
        .map(drop)
        .map_err(io::Error::other)
}
