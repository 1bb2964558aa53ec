//! The terminal itself: taking it over, giving it back, and noticing when it is gone. All that differs per platform is here.

use super::{app::Wish, bridging::Bridging};
use crate::session::Reply;
use crossterm::{
    clipboard::CopyToClipboard,
    cursor::Show,
    event::{DisableBracketedPaste, DisableMouseCapture, EnableMouseCapture, Event},
    execute, queue,
    terminal::EnterAlternateScreen,
};
use ratatui::{
    Terminal,
    backend::{Backend, CrosstermBackend},
};
#[cfg(unix)]
use std::time::{Duration, Instant};
use std::{
    io::{self, Write},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::Sender,
    },
    thread,
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

/// How many bytes most pictures have at most.
const PICTURE: usize = 1 << 14;

/// Whether a screen of our own is wanted, and not asked for yet.
static WANTED: AtomicBool = AtomicBool::new(false);

/// Whether the terminal was asked for it. What it was not asked for, it must not be asked to take away.
static ASKED: AtomicBool = AtomicBool::new(false);

/// Whether it is asked for the mouse too.
static MOUSE: AtomicBool = AtomicBool::new(true);

/// The threads that read what is typed, and what the program is told.
const INPUT: &str = "input";
const SIGNALS: &str = "signals";

/// Takes the terminal over, and has it given back if the program falls over. A fault of any other thread is told on the screen by
/// whoever waits for that thread, and the program goes on.
pub(super) fn take() -> io::Result<Terminal<impl Backend<Error = io::Error>>> {
    let (own, before) = (thread::current().id(), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |panic| {
        let here = thread::current();
        if here.id() == own || matches!(here.name(), Some(INPUT | SIGNALS)) {
            give_back();
            before(panic);
        }
    }));
    resume()?;
    let picture = Picture(Vec::with_capacity(PICTURE));
    Terminal::new(Bridging::new(CrosstermBackend::new(picture)))
}

/// Takes the terminal, for the first time or again: the keys now, the screen with the next picture, because nobody looks at an empty
/// one.
pub(super) fn resume() -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    WANTED.store(true, Ordering::SeqCst);
    Ok(())
}

/// Gives the terminal back as it was.
pub(super) fn give_back() {
    WANTED.store(false, Ordering::SeqCst);
    if ASKED.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste, Show);
        // `ratatui::restore` tells on standard error what went wrong, and panics if that is gone with the terminal.
        let _ = ratatui::try_restore();
    } else {
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// The bytes of a picture, that go to the terminal in one piece: each time it is told something, whoever reads it wakes up.
#[derive(Debug)]
struct Picture(Vec<u8>);

impl Write for Picture {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    /// Sends it, unless the terminal is not ours: what is left of a picture when the program falls over is for nobody.
    fn flush(&mut self) -> io::Result<()> {
        if WANTED.swap(false, Ordering::SeqCst) {
            let mut asking = Vec::new();
            ask(&mut asking)?;
            self.0.splice(..0, asking);
            ASKED.store(true, Ordering::SeqCst);
        }
        let mut terminal = io::stdout().lock();
        if ASKED.load(Ordering::SeqCst) {
            terminal.write_all(&self.0)?;
        }
        self.0.clear();
        terminal.flush()
    }
}

/// Asks for a screen of our own, for pasted text as one piece, and for the mouse.
fn ask(terminal: &mut impl Write) -> io::Result<()> {
    queue!(terminal, EnterAlternateScreen)?;
    // Windows has no bracketed paste; asking for it changes the meaning of Enter in some terminals.
    #[cfg(unix)]
    queue!(terminal, crossterm::event::EnableBracketedPaste)?;
    if MOUSE.load(Ordering::SeqCst) {
        queue!(terminal, EnableMouseCapture)?;
    }
    Ok(())
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
    #[cfg(unix)]
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
        let mut state = self.lock();
        state.closed = false;
        #[cfg(unix)]
        {
            state.opened = Some(Instant::now());
        }
        drop(state);
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
        Wish::Mouse(wanted) => {
            MOUSE.store(*wanted, Ordering::SeqCst);
            match (ASKED.load(Ordering::SeqCst), *wanted) {
                (true, true) => execute!(io::stdout(), EnableMouseCapture),
                (true, false) => execute!(io::stdout(), DisableMouseCapture),
                (false, _) => Ok(()),
            }
        }
        Wish::Copy(text) => execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text)),
    };
}

/// Sends every input to `messages`, until nobody listens; the gate stops it for a while.
#[cfg(unix)]
pub(super) fn listen(messages: &Sender<Message>) -> io::Result<Arc<Gate>> {
    let gate = Arc::new(Gate::default());
    let (input, through) = (messages.clone(), Arc::clone(&gate));
    thread::Builder::new().name(INPUT.into()).spawn(move || unix::read(&input, &through))?;
    let (signals, through) = (messages.clone(), Arc::clone(&gate));
    let caught = unix::signals()?;
    thread::Builder::new()
        .name(SIGNALS.into())
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
    thread::Builder::new().name(INPUT.into()).spawn(read)?;
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
                        super::give_back();
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
