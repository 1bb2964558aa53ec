//! A program on a terminal of its own, watched: when what stands on its screen changes, and how much memory that took.
//!
//! The moment counts at which the bytes come out of the terminal, on a thread that does nothing else; what they mean is worked out
//! afterwards.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::{
    fs,
    io::{Read as _, Write},
    num::NonZeroU16,
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

const ROWS: u16 = 35;
const COLUMNS: u16 = 120;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// When nothing came for so long, the program has drawn what it had to draw.
const QUIET: Duration = Duration::from_millis(40);

/// What a program asks of its terminal, and what a terminal says. Some programs wait for it before they draw.
const QUESTIONS: [(&[u8], &[u8]); 5] = [
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b]10;?", b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"),
    (b"\x1b]11;?", b"\x1b]11;rgb:1010/1010/1010\x1b\\"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
];

/// A program that runs.
pub(crate) struct Watched {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    chunks: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    started: Instant,
    /// Held on to: a terminal that is gone ends the program.
    _terminal: Box<dyn MasterPty + Send>,
}

impl Watched {
    /// Starts a command with nothing of this computer around it but where its programs are.
    pub(crate) fn start(command: &[String]) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let (sender, chunks) = channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                if sender.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let mut builder = CommandBuilder::new(&command[0]);
        builder.args(&command[1..]);
        builder.env_clear();
        for (name, value) in
            [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("COLORTERM", "truecolor")]
        {
            builder.env(name, value);
        }
        for name in ["PATH", "HOME"] {
            builder.env(name, std::env::var_os(name).unwrap_or_default());
        }
        let started = Instant::now();
        let child = pair.slave.spawn_command(builder).unwrap();
        drop(pair.slave);
        let keyboard = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(sure(ROWS), sure(COLUMNS), 0);
        Self { child, keyboard, chunks, screen, started, _terminal: pair.master }
    }

    /// How long after its start all of these words stood on the screen.
    pub(crate) fn first(&mut self, words: &[String]) -> Duration {
        let from = self.started;
        self.wait(from, |screen| {
            let text = screen.contents();
            words.iter().all(|word| text.contains(word))
        })
    }

    /// Presses keys and waits until `there`; how long that took.
    pub(crate) fn press(&mut self, keys: &str, there: impl Fn(&vt100::Screen) -> bool) -> Duration {
        let from = Instant::now();
        self.send(keys.as_bytes());
        self.wait(from, there)
    }

    /// Presses a key on a screen on which nothing happens, and waits until anything on it is different; none if nothing ever is.
    pub(crate) fn key(&mut self, key: &str) -> Option<Duration> {
        let before = looks(self.screen.screen());
        let from = Instant::now();
        self.send(key.as_bytes());
        while let Ok((at, bytes)) = self.chunks.recv_timeout(Duration::from_millis(500)) {
            self.take(&bytes);
            if looks(self.screen.screen()) != before {
                return Some(at - from);
            }
        }
        None
    }

    /// Waits until nothing is drawn any more.
    pub(crate) fn settle(&mut self) {
        while let Ok((_, bytes)) = self.chunks.recv_timeout(QUIET) {
            self.take(&bytes);
        }
    }

    /// The most memory that it had, in kilobytes.
    pub(crate) fn peak(&self) -> f64 {
        let process = self.child.process_id().unwrap();
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// How long a processor worked for it so far, apart from what it does on threads beside the one that draws.
    pub(crate) fn worked(&self) -> Duration {
        let process = self.child.process_id().unwrap();
        let told = fs::read_to_string(format!("/proc/{process}/task/{process}/schedstat")).unwrap();
        Duration::from_nanos(told.split(' ').next().unwrap().parse().unwrap())
    }

    /// Presses the keys that end it, and waits for that.
    pub(crate) fn end(mut self, keys: &str) {
        self.send(keys.as_bytes());
        let end = Instant::now() + Duration::from_secs(5);
        while Instant::now() < end {
            if let Ok(Some(_)) = self.child.try_wait() {
                return;
            }
            let _ = self.chunks.recv_timeout(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    fn send(&mut self, bytes: &[u8]) {
        self.keyboard.write_all(bytes).unwrap();
        self.keyboard.flush().unwrap();
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        for (question, answer) in QUESTIONS {
            if bytes.windows(question.len()).any(|part| part == question) {
                self.send(answer);
            }
        }
    }

    fn wait(&mut self, from: Instant, there: impl Fn(&vt100::Screen) -> bool) -> Duration {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.chunks.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok((at, bytes)) => {
                    self.take(&bytes);
                    if there(self.screen.screen()) {
                        return at - from;
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("it does not come; the screen:\n{}", self.screen.screen().contents())
                }
            }
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// Everything that a person can see of a screen: signs, colours and the caret.
fn looks(screen: &vt100::Screen) -> String {
    screen.contents_formatted()
}

fn sure(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}
