//! The terminal itself: taking it over, giving it back, and noticing when it is gone. All that differs per platform is here.

use super::{app::Wish, bridging::Bridging};
use crate::session::Reply;
use crossterm::{
    clipboard::CopyToClipboard,
    cursor::Show,
    event::{DisableBracketedPaste, DisableMouseCapture, EnableMouseCapture, Event},
    execute, queue,
};
use ratatui::{
    Terminal,
    backend::{Backend, CrosstermBackend},
};
use std::{
    io::{self, BufWriter},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc::Sender},
    thread,
    time::{Duration, Instant},
};

/// What a shell says of a program whose terminal went away: 128 + SIGHUP.
pub(super) const HUNG_UP: u8 = 129;

/// Something that happens.
#[derive(Debug)]
pub enum Message {
    /// A key, a paste, a click, another size.
    Input(Event),
    /// The desk answers.
    Reply(Reply),
    /// The program must end with this status: it was told to, or the terminal is gone.
    Leave(u8),
}

/// How many bytes of a picture are gathered before they go to the terminal: more than any picture has, so that it comes in one piece.
const PICTURE: usize = 1 << 17;

/// Takes the terminal over, and has it given back if the program falls over.
pub(super) fn take() -> io::Result<Terminal<impl Backend<Error = io::Error>>> {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let _ = release();
        let _ = ratatui::try_restore();
        before(panic);
    }));
    resume()?;
    // Standard output gives every kilobyte away by itself.
    let output = BufWriter::with_capacity(PICTURE, io::stdout());
    Terminal::new(Bridging::new(CrosstermBackend::new(output)))
}

/// Takes the screen, the keys and the mouse, for the first time or again. The terminal hears of it at once: each time it is told
/// something, whoever reads it wakes up.
pub(super) fn resume() -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    queue!(io::stdout(), crossterm::terminal::EnterAlternateScreen)?;
    // Windows has no bracketed paste; asking for it changes the meaning of Enter in some terminals.
    #[cfg(unix)]
    queue!(io::stdout(), crossterm::event::EnableBracketedPaste)?;
    execute!(io::stdout(), EnableMouseCapture)
}

/// What input goes through. While it is closed, another program has the terminal: nothing is read, and its signals are its own.
#[derive(Debug, Default)]
pub(super) struct Gate {
    state: Mutex<Passage>,
    opened: Condvar,
}

#[derive(Debug, Default)]
struct Passage {
    closed: bool,
    /// When it was last opened again.
    opened: Option<Instant>,
}

/// So long after the other program ended, a Ctrl+C may still have been for that program: it and its end arrive together.
#[cfg(unix)]
const AFTERWARDS: Duration = Duration::from_secs(1);

impl Gate {
    /// Closes, as soon as nothing is being read.
    pub(super) fn close(&self) {
        self.lock().closed = true;
    }

    pub(super) fn open(&self) {
        *self.lock() = Passage { closed: false, opened: Some(Instant::now()) };
        self.opened.notify_all();
    }

    /// Whether a signal that arrives now was for the other program.
    #[cfg(unix)]
    fn is_for_another(&self) -> bool {
        let state = self.lock();
        state.closed || state.opened.is_some_and(|opened| opened.elapsed() < AFTERWARDS)
    }

    #[cfg(unix)]
    fn is_closed(&self) -> bool {
        self.lock().closed
    }

    /// Goes through, and keeps the gate open as long as what is given back lives; none if one had to wait, because what there
    /// was to read may be gone by now.
    fn enter(&self) -> Option<MutexGuard<'_, Passage>> {
        let mut state = self.lock();
        if !state.closed {
            return Some(state);
        }
        while state.closed {
            state = self.opened.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        None
    }

    fn lock(&self) -> MutexGuard<'_, Passage> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Does what is wished. A terminal that cannot do it shows no sign of it.
pub(super) fn grant(wish: &Wish) {
    let _ = match wish {
        Wish::Mouse(true) => execute!(io::stdout(), EnableMouseCapture),
        Wish::Mouse(false) => execute!(io::stdout(), DisableMouseCapture),
        Wish::Copy(text) => execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text)),
    };
}

/// Gives mouse and bracketed paste back.
pub(super) fn release() -> io::Result<()> {
    execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste, Show)
}

/// Sends every input to `messages`, until nobody listens; the gate stops it for a while.
#[cfg(unix)]
pub(super) fn listen(messages: &Sender<Message>) -> io::Result<Arc<Gate>> {
    let gate = Arc::new(Gate::default());
    let (input, through) = (messages.clone(), Arc::clone(&gate));
    thread::Builder::new().name("input".into()).spawn(move || unix::read(&input, &through))?;
    let (signals, through) = (messages.clone(), Arc::clone(&gate));
    let caught = unix::signals()?;
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || unix::obey(caught, &signals, &through))?;
    Ok(gate)
}

/// Sends every input to `messages`, until nobody listens; the gate stops it for a while.
#[cfg(not(unix))]
pub(super) fn listen(messages: &Sender<Message>) -> io::Result<Arc<Gate>> {
    let messages = messages.clone();
    let gate = Arc::new(Gate::default());
    let through = Arc::clone(&gate);
    let read = move || {
        while let Ok(event) = crossterm::event::read() {
            // Typed while another program had the terminal: not for us. The usual one there has a window of its own.
            let Some(open) = through.enter() else { continue };
            drop(open);
            if messages.send(Message::Input(event)).is_err() {
                return;
            }
        }
        let _ = messages.send(Message::Leave(1));
    };
    thread::Builder::new().name("input".into()).spawn(read)?;
    Ok(gate)
}

#[cfg(unix)]
mod unix {
    use super::{Gate, HUNG_UP, Message};
    use crossterm::{event, terminal};
    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::{
        consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH},
        iterator::Signals,
    };
    use std::{io, sync::mpsc::Sender, time::Duration};

    /// Waits in our own poll(2): crossterm's sources keep a processor busy for ever once the terminal is gone without a signal.
    pub(super) fn read(messages: &Sender<Message>, gate: &Gate) {
        loop {
            let stdin = io::stdin();
            let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
            match poll(&mut fds, None) {
                Err(rustix::io::Errno::INTR) => continue,
                Err(_) => return drop(messages.send(Message::Leave(HUNG_UP))),
                Ok(_) => {}
            }
            let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
            if fds.iter().any(|fd| fd.revents().intersects(gone)) {
                return drop(messages.send(Message::Leave(HUNG_UP)));
            }
            let Some(_open) = gate.enter() else { continue };
            // Never a wait of zero: crossterm's tty source does not look at the terminal then.
            while let Ok(true) = event::poll(Duration::from_millis(1)) {
                let message = event::read().map_or(Message::Leave(HUNG_UP), Message::Input);
                let last = matches!(message, Message::Leave(_));
                if messages.send(message).is_err() || last {
                    return;
                }
            }
        }
    }

    pub(super) fn signals() -> io::Result<Signals> {
        Signals::new([SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT])
    }

    pub(super) fn obey(mut signals: Signals, messages: &Sender<Message>, gate: &Gate) {
        for signal in &mut signals {
            // Ctrl+C and Ctrl+Z in the other program are for that program; it stops, and we with it.
            let lent = gate.is_closed();
            let message = match signal {
                SIGWINCH | SIGCONT => {
                    if signal == SIGCONT && !lent {
                        let _ = super::resume();
                    }
                    let (columns, rows) = terminal::size().unwrap_or((80, 24));
                    Message::Input(event::Event::Resize(columns, rows))
                }
                SIGINT if gate.is_for_another() => continue,
                SIGTSTP => {
                    if !lent {
                        let _ = super::release();
                        let _ = ratatui::try_restore();
                    }
                    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
                    continue;
                }
                other => Message::Leave(u8::try_from(128 + other).unwrap_or(1)),
            };
            if messages.send(message).is_err() {
                return;
            }
        }
    }
}
