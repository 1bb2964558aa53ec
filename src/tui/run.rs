//! The loop: take input, decide, do, draw.

use super::{app::App, platform::Message};
use ratatui::{Terminal, backend::Backend};
use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

/// How long typing must rest before what was typed is handed in.
const REST: Duration = Duration::from_millis(400);

/// Runs `app` until the person leaves or the terminal is gone, and says with which exit status to end.
///
/// # Errors
/// The terminal cannot be written to.
pub fn run<B>(
    terminal: &mut Terminal<B>,
    messages: &Receiver<Message>,
    app: &mut App,
) -> io::Result<u8>
where
    B: Backend<Error: Send + Sync + 'static>,
{
    let mut rest_ends: Option<Instant> = None;
    let mut changed = true;
    loop {
        if changed {
            draw(terminal, app)?;
        }
        let message = match rest_ends {
            None => messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(end) => messages.recv_timeout(end.saturating_duration_since(Instant::now())),
        };
        let mut next = match message {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => {
                app.settle();
                rest_ends = None;
                changed = true;
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => Some(Message::Leave(0)),
        };
        // Everything that waits is taken before drawing once: a paste without brackets is many keys.
        changed = false;
        while let Some(message) = next {
            if let Message::Leave(status) = message {
                app.settle();
                return Ok(status);
            }
            let typed = matches!(message, Message::Input(_));
            changed |= app.take(message);
            if typed {
                rest_ends = app.is_writing().then(|| Instant::now() + REST);
            }
            if app.is_left() {
                app.settle();
                return Ok(0);
            }
            next = messages.try_recv().ok();
        }
    }
}

fn draw<B>(terminal: &mut Terminal<B>, app: &mut App) -> io::Result<()>
where
    B: Backend<Error: Send + Sync + 'static>,
{
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
