//! The program itself, at a terminal of its own: what a person types, sees, and finds on disk afterwards.
//!
//! Nothing is waited for but words on the screen, and the end of the program; always with a deadline.
#![expect(clippy::disallowed_methods, reason = "tests make and break files of their own")]
#![cfg(unix)]

mod disks;
mod editors;
mod ends;
mod faults;
mod records;
mod referees;
mod tour;
mod whole;
mod workshop;
mod years;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};
use std::{
    fs,
    io::{Read as _, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long words may take to come; key files are slow to make on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

pub(crate) const ENTER: &str = "\r";
pub(crate) const ESC: &str = "\x1b";
pub(crate) const F2: &str = "\x1bOQ";
pub(crate) const F10: &str = "\x1b[21~";
pub(crate) const LEAVE: &str = "\x11";

/// The program with nothing of this computer around it.
const PROGRAM: &str = env!("CARGO_BIN_EXE_verantwoord");

/// What the clock says all the time.
const NOW: &str = "2026-11-23T14:02:00+01:00";

/// A computer with nothing on it yet.
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A place beside the data folder.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The data folder; it may not be there yet.
    pub(crate) fn data(&self) -> PathBuf {
        self.beside("gegevens")
    }

    /// The program at a terminal of 24 rows and 80 columns.
    pub(crate) fn start(&self) -> Journey {
        self.start_at(24, 80)
    }

    pub(crate) fn start_at(&self, rows: u16, columns: u16) -> Journey {
        Journey::begin(self, &self.data(), rows, columns)
    }

    /// The same, with more in the environment.
    pub(crate) fn start_with(&self, environment: &[(&str, &str)]) -> Journey {
        let mut command = Journey::command(self, &self.data());
        for (name, value) in environment {
            command.env(name, value);
        }
        Journey::run(command, 24, 80)
    }

    /// A command without a terminal, with nothing to read.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("VERANTWOORD_DATA", self.data())
            .env("VERANTWOORD_CLOCK", NOW)
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn say(&self, arguments: &[&str]) -> Said {
        Said::from(&self.command(arguments).output().unwrap())
    }

    /// The one assessment in the data folder, as it stands on disk.
    pub(crate) fn assessment(&self) -> String {
        fs::read_to_string(self.assessment_file()).unwrap()
    }

    pub(crate) fn assessment_file(&self) -> PathBuf {
        only(&self.data().join("toetsen")).join("toets.ron")
    }

    /// The one record in the data folder.
    pub(crate) fn record(&self) -> PathBuf {
        only(&self.data().join("verslagen"))
    }
}

/// What stands alone in `folder`.
pub(crate) fn only(folder: &Path) -> PathBuf {
    let found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

/// What a command said.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: i32,
}

impl From<&Output> for Said {
    fn from(output: &Output) -> Self {
        Self {
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
            status: output.status.code().unwrap(),
        }
    }
}

/// One run of the program, with the screen it draws and the keyboard it hears.
pub(crate) struct Journey {
    screen: Arc<Mutex<vt100::Parser>>,
    keyboard: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    terminal: Option<Box<dyn MasterPty + Send>>,
    watcher: Option<JoinHandle<()>>,
    gone: Arc<AtomicBool>,
}

impl Journey {
    pub(crate) fn begin(home: &Home, data: &Path, rows: u16, columns: u16) -> Self {
        Self::run(Self::command(home, data), rows, columns)
    }

    fn command(home: &Home, data: &Path) -> CommandBuilder {
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.folder.path());
        command.env("VERANTWOORD_DATA", data);
        command.env("VERANTWOORD_CLOCK", NOW);
        command.cwd(home.folder.path());
        command
    }

    pub(crate) fn run(command: CommandBuilder, rows: u16, columns: u16) -> Self {
        let pair = native_pty_system().openpty(size(rows, columns)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(sure(rows), sure(columns), 0)));
        let mut output = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&screen);
        let gone = Arc::new(AtomicBool::new(false));
        let away = Arc::clone(&gone);
        let watcher = thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                if away.load(Ordering::SeqCst) {
                    return;
                }
                shared.lock().unwrap().process(&bytes[..count]);
            }
        });
        let keyboard = Some(pair.master.take_writer().unwrap());
        let (terminal, watcher) = (Some(pair.master), Some(watcher));
        Self { screen, keyboard, child, terminal, watcher, gone }
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        self
    }

    /// Presses keys; not if the program is gone.
    pub(crate) fn try_press(&mut self, keys: &str) -> bool {
        self.keyboard.as_mut().is_some_and(|keyboard| keyboard.write_all(keys.as_bytes()).is_ok())
    }

    /// Whether the program is gone.
    pub(crate) fn is_gone(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// Fills in a field of one line, and goes on.
    pub(crate) fn fill(&mut self, text: &str) -> &mut Self {
        self.press(text).press(ENTER)
    }

    /// What stands on the screen now, a line a row.
    pub(crate) fn shown(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// The same as running text, so that words are found wherever lines break.
    pub(crate) fn read(&self) -> String {
        self.shown().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the terminal does for the program now: a screen of its own, the mouse, pasted text as one piece.
    pub(crate) fn lent(&self) -> [bool; 3] {
        let screen = self.screen.lock().unwrap();
        let screen = screen.screen();
        let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
        [screen.alternate_screen(), mouse, screen.bracketed_paste()]
    }

    /// Waits for `words`; what is on the screen says why, if they never come.
    pub(crate) fn see(&mut self, words: &str) -> &mut Self {
        self.wait(&format!("to see {words:?}"), |text| text.contains(words))
    }

    /// Waits until `words` are gone.
    pub(crate) fn lose(&mut self, words: &str) -> &mut Self {
        self.wait(&format!("for {words:?} to go"), |text| !text.contains(words))
    }

    /// Waits until everything is safe on disk, and `words` stand there too. The bar at the top is drawn before
    /// what stands below it, so that both together are never of two moments.
    pub(crate) fn see_kept(&mut self, words: &str) -> &mut Self {
        self.wait(&format!("to see {words:?} and that it is kept"), |text| {
            text.contains(words) && text.contains("opgeslagen 14:02")
        })
    }

    fn wait(&mut self, what: &str, mut there: impl FnMut(&str) -> bool) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !there(&self.read()) {
            if let Some(status) = self.child.try_wait().unwrap() {
                panic!("ended with {status} while waiting {what}; the screen:\n{}", self.shown());
            }
            assert!(Instant::now() < end, "waited {what}; the screen:\n{}", self.shown());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Waits until nothing more is drawn: a terminal brings a long picture in pieces, and half of it can be told from the
    /// whole only by what it says.
    pub(crate) fn rest(&mut self) -> &mut Self {
        let mut before = String::new();
        self.wait("for the screen to rest", |text| {
            thread::sleep(Duration::from_millis(60));
            let rests = text == before;
            text.clone_into(&mut before);
            rests
        })
    }

    pub(crate) fn resize(&mut self, rows: u16, columns: u16) -> &mut Self {
        self.screen.lock().unwrap().screen_mut().set_size(sure(rows), sure(columns));
        self.terminal.as_ref().unwrap().resize(size(rows, columns)).unwrap();
        self
    }

    pub(crate) fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.pid(), signal).unwrap();
        self
    }

    /// Waits until it is stopped, as a shell does before it lets a program go on.
    pub(crate) fn stopped(&mut self) -> &mut Self {
        let stopped = WaitIdOptions::STOPPED | WaitIdOptions::NOHANG;
        let pid = self.pid();
        self.wait("for the program to stop", |_| {
            waitid(WaitId::Pid(pid), stopped).unwrap().is_some()
        })
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.id()).unwrap()).unwrap()
    }

    /// Takes the terminal away, as closing a window does. The watcher holds on to it until something is drawn.
    pub(crate) fn hang_up(&mut self) -> &mut Self {
        self.gone.store(true, Ordering::SeqCst);
        self.resize(20, 70);
        self.watcher.take().unwrap().join().unwrap();
        self.keyboard = None;
        self.terminal = None;
        self
    }

    /// The number of its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Whether the program still runs.
    pub(crate) fn is_there(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits for the program to be gone; its exit status.
    pub(crate) fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the program stays; the screen:\n{}", self.shown());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for the program to be gone; its exit status, and what it said last.
    pub(crate) fn last_words(&mut self) -> (u32, String) {
        let status = self.end();
        self.watcher.take().unwrap().join().unwrap();
        (status, self.read())
    }

    /// Leaves as a person does.
    pub(crate) fn leave(&mut self) {
        self.press(LEAVE);
        assert_eq!(self.end(), 0);
    }

    /// From the first screen ever to the first question of a pre-DPIA.
    pub(crate) fn begin_pre_dpia(&mut self) -> &mut Self {
        self.see("Welkom bij verantwoord").press(ENTER).see("Soort instelling");
        for text in ["Museum De Linde", "museum", "publiek, collectie", "privacy@delinde.nl"] {
            self.fill(text);
        }
        self.fill("Mïa de Groot").fill("").fill("12");
        self.see("Beginnen: over een verwerking").press("/").see("Zoek");
        self.fill("Pre-DPIA: is een DPIA").see("Over welke verwerking");
        self.fill("Nieuw ticketsysteem").fill("Kaarten verkopen").fill("publiek");
        self.fill("Bezoekers kopen kaarten met naam en e-mailadres.")
            .see("Gebruikt u in deze verwerking")
    }

    /// From the first question to the first list: ours, and no exception.
    pub(crate) fn answer_to_lists(&mut self) -> &mut Self {
        self.press("j").see("Welke rol heeft uw instelling").press("1");
        self.see("Is er al een DPIA voor een verwerking").press("n");
        self.see("Verplicht een wet precies deze").press("n");
        self.see("Heeft de privacytoezichthouder").press("n");
        self.see("Doet één zelfstandige").press("n").see("Drie gevallen uit de AVG")
    }

    /// From the first list to the nine criteria: nothing on the lists of the law and of the AP.
    pub(crate) fn answer_no_lists(&mut self) -> &mut Self {
        self.press("r").see("zijn met nee beantwoord").press(ENTER);
        self.see("Heimelijk onderzoek").press("r").see("17 rijen zijn met nee").press(ENTER);
        self.see("Negen criteria").see("Mensen beoordelen of voorspellen")
    }
}

impl Drop for Journey {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn sure(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// Says aloud that something was not tested, and why.
pub(crate) fn skip(why: &str) {
    let _ = writeln!(std::io::stderr(), "NOT TESTED: {why}");
}
