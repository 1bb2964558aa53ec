//! Between the program and the kernel: every call on the data folder is written down, and any of them can be made to fail.
//!
//! The program runs as it is; what stands between is ptrace(2), as strace uses it. A line is typed only when the program
//! reads, so that it is known which words answer which line, and which calls came before which words.

use nix::{
    errno::Errno,
    libc::user_regs_struct,
    sys::{
        ptrace::{self, Options},
        wait::{WaitPidFlag, WaitStatus, waitpid},
    },
    unistd::Pid,
};
use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{Read, Write as _},
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
    process::{ChildStdin, Command, Stdio},
    thread::{self, JoinHandle},
};

/// What is done to calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// One call is not done, and this is what the program hears.
    Once(Errno),
    /// So is every call after it.
    Always(Errno),
    /// One call writes half of what it should.
    Short,
    /// One call writes half, and from then on the disk is full.
    Full,
    /// The program is killed (SIGKILL) before the call.
    Kill,
}

/// How a call names what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// By an open file.
    Open,
    /// By a path, or by a path after a folder.
    Path(usize),
    /// By two paths.
    Paths(usize, usize),
}

/// The calls on files, by their number on this platform, with what they do. Closing a file is left out: by then all is synced.
const CALLS: &[(u64, &str, About)] = &[
    (0, "read", About::Open),
    (1, "write", About::Open),
    (2, "open", About::Path(0)),
    (4, "stat", About::Path(0)),
    (5, "stat", About::Open),
    (6, "stat", About::Path(0)),
    (8, "lseek", About::Open),
    (17, "read", About::Open),
    (18, "write", About::Open),
    (20, "writev", About::Open),
    (73, "flock", About::Open),
    (74, "fsync", About::Open),
    (75, "fdatasync", About::Open),
    (77, "ftruncate", About::Open),
    (82, "rename", About::Paths(0, 1)),
    (83, "mkdir", About::Path(0)),
    (86, "link", About::Paths(0, 1)),
    (87, "unlink", About::Path(0)),
    (89, "readlink", About::Path(0)),
    (90, "chmod", About::Path(0)),
    (91, "fchmod", About::Open),
    (217, "getdents", About::Open),
    (257, "open", About::Path(1)),
    (258, "mkdir", About::Path(1)),
    (262, "stat", About::Path(1)),
    (263, "unlink", About::Path(1)),
    (264, "rename", About::Paths(1, 3)),
    (265, "link", About::Paths(1, 3)),
    (267, "readlink", About::Path(1)),
    (316, "rename", About::Paths(1, 3)),
    (332, "stat", About::Path(1)),
];

/// A file is made if it is not there.
const CREATE: u64 = nix::libc::O_CREAT as u64;

/// What ptrace(2) tells when another program took the shell's place.
const EXEC: i32 = ptrace::Event::PTRACE_EVENT_EXEC as i32;

/// One call on the data folder that was done.
#[derive(Clone, Debug)]
pub(super) struct Call {
    /// Its name, without what only says how paths are given.
    pub(super) name: &'static str,
    /// What it is about, in full; two for another name.
    pub(super) paths: Vec<PathBuf>,
    /// What was written.
    pub(super) bytes: Vec<u8>,
    /// Whether a file is made where there is none.
    pub(super) creates: bool,
    /// What the kernel said: below zero it was not done.
    pub(super) result: i64,
}

/// What happened, in order.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// The program reads the next line of the script.
    Heard,
    /// It said this.
    Told(String),
    /// It asked this of the kernel.
    Called(Call),
}

/// How a run went.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) events: Vec<Event>,
    pub(super) err: String,
    /// The exit status; none if it was killed.
    pub(super) status: Option<i32>,
}

impl Run {
    /// What was said in answer to each line of the script, what was said before the first line first.
    pub(super) fn answers(&self) -> Vec<String> {
        let mut answers = vec![String::new()];
        for event in &self.events {
            match event {
                Event::Heard => answers.push(String::new()),
                Event::Told(text) => {
                    if let Some(last) = answers.last_mut() {
                        last.push_str(text);
                    }
                }
                Event::Called(_) => {}
            }
        }
        answers
    }

    /// The calls on the data folder.
    pub(super) fn calls(&self) -> impl Iterator<Item = &Call> {
        self.events.iter().filter_map(|event| match event {
            Event::Called(call) => Some(call),
            _ => None,
        })
    }
}

/// Runs `command` on the data folder `data`, typing `lines`. From its `at`-th call on the data folder, counted from 0, `fault`
/// happens. None where nobody may stand in between.
pub(super) fn run(
    command: &Command,
    data: &Path,
    lines: &[String],
    fault: Option<(usize, Fault)>,
) -> Option<Run> {
    // A shell that waits for a line, so that nothing happens before we are in between.
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "read -r _; exec \"$0\" \"$@\""]).arg(command.get_program());
    shell.args(command.get_args()).env_clear();
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut child =
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let pid = Pid::from_raw(i32::try_from(child.id()).unwrap());
    let options =
        Options::PTRACE_O_TRACESYSGOOD | Options::PTRACE_O_TRACEEXEC | Options::PTRACE_O_EXITKILL;
    if ptrace::seize(pid, options).is_err() {
        let _ = child.kill();
        let _ = child.wait();
        return None;
    }
    let mut input = child.stdin.take();
    writeln!(input.as_mut().unwrap(), "go").unwrap();
    let (out, err) = (drain(child.stdout.take()), drain(child.stderr.take()));
    let mut tracer = Tracer {
        pid,
        program: command.get_program(),
        // The folder in which it lies is part of it: that is where its own name stands.
        around: data.parent().unwrap(),
        lines,
        fault,
        input,
        memory: None,
        heard: 0,
        counted: 0,
        events: Vec::new(),
        pending: None,
    };
    let status = tracer.follow();
    drop(tracer.input.take());
    // The tracer heard of its end already.
    let _ = child.wait();
    let events = tracer.events;
    out.join().unwrap();
    Some(Run { events, err: err.join().unwrap(), status })
}

fn drain(stream: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    let mut stream = stream.unwrap();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// What to do when the call that is going on is over.
enum Pending {
    /// Write it down.
    Note(Call),
    /// Say that it failed, and write that down.
    Refuse(Call, Errno),
    /// Write down what was said.
    Tell,
}

struct Tracer<'a> {
    pid: Pid,
    program: &'a OsStr,
    around: &'a Path,
    lines: &'a [String],
    fault: Option<(usize, Fault)>,
    input: Option<ChildStdin>,
    memory: Option<File>,
    heard: usize,
    counted: usize,
    events: Vec<Event>,
    pending: Option<Pending>,
}

impl Tracer<'_> {
    /// Goes along until the program is gone; its exit status.
    fn follow(&mut self) -> Option<i32> {
        let mut ours = false;
        let mut inside = true;
        loop {
            let resume = match waitpid(self.pid, Some(WaitPidFlag::__WALL)).unwrap() {
                WaitStatus::Exited(_, status) => return Some(status),
                WaitStatus::Signaled(..) => return None,
                // The shell itself may still have been on its way.
                WaitStatus::PtraceEvent(_, _, EXEC) => {
                    let now = fs::read_link(format!("/proc/{}/exe", self.pid));
                    ours = now.is_ok_and(|now| now == Path::new(self.program));
                    self.memory = File::open(format!("/proc/{}/mem", self.pid)).ok();
                    None
                }
                WaitStatus::PtraceSyscall(_) => {
                    inside = !inside;
                    let registers = ptrace::getregs(self.pid).unwrap();
                    if inside {
                        self.enter(registers);
                    } else {
                        self.leave(registers);
                    }
                    None
                }
                WaitStatus::Stopped(_, signal) => Some(signal),
                _ => None,
            };
            // Before it is our program, nothing matters.
            let go = if ours {
                ptrace::syscall(self.pid, resume)
            } else {
                ptrace::cont(self.pid, resume)
            };
            // It may be gone already: killed.
            assert!(matches!(go, Ok(()) | Err(Errno::ESRCH)), "{go:?}");
        }
    }

    fn enter(&mut self, registers: user_regs_struct) {
        let call = registers.orig_rax;
        assert!(![56, 57, 58, 435].contains(&call), "what another thread does is not seen here");
        if call == 0 && registers.rdi == 0 {
            return self.type_line();
        }
        if call == 1 && registers.rdi == 1 {
            self.pending = Some(Pending::Tell);
            return;
        }
        let Some((_, name, about)) = CALLS.iter().find(|(number, ..)| *number == call) else {
            return;
        };
        let paths = self.paths(registers, *about);
        if !paths.iter().any(|path| path.starts_with(self.around)) {
            return;
        }
        let creates = call == 257 && registers.rdx & CREATE != 0;
        let noted = Call { name, paths, bytes: Vec::new(), creates, result: 0 };
        let number = self.counted;
        self.counted += 1;
        self.pending = Some(self.disturb(number, noted, registers));
    }

    /// Does to a call what was asked for.
    fn disturb(&mut self, number: usize, call: Call, mut registers: user_regs_struct) -> Pending {
        let Some((at, fault)) = self.fault.filter(|(at, _)| number >= *at) else {
            return Pending::Note(call);
        };
        let writes = matches!(registers.orig_rax, 1 | 18);
        let refused = match fault {
            Fault::Once(errno) => (number == at).then_some(errno),
            Fault::Always(errno) => Some(errno),
            Fault::Full if number > at && adds(&call) => Some(Errno::ENOSPC),
            Fault::Kill => {
                nix::sys::signal::kill(self.pid, nix::sys::signal::Signal::SIGKILL).unwrap();
                None
            }
            Fault::Short | Fault::Full => {
                if number == at && writes && registers.rdx > 1 {
                    registers.rdx /= 2;
                    ptrace::setregs(self.pid, registers).unwrap();
                }
                None
            }
        };
        match refused {
            Some(errno) => {
                // No call has this number: nothing is done.
                registers.orig_rax = u64::MAX;
                ptrace::setregs(self.pid, registers).unwrap();
                Pending::Refuse(call, errno)
            }
            None => Pending::Note(call),
        }
    }

    fn leave(&mut self, mut registers: user_regs_struct) {
        match self.pending.take() {
            None => {}
            Some(Pending::Tell) => {
                let bytes = self.written(registers);
                self.events.push(Event::Told(String::from_utf8_lossy(&bytes).into_owned()));
            }
            Some(Pending::Note(mut call)) => {
                call.result = registers.rax.cast_signed();
                if call.name == "write" {
                    call.bytes = self.written(registers);
                }
                self.events.push(Event::Called(call));
            }
            Some(Pending::Refuse(mut call, errno)) => {
                call.result = -i64::from(errno as i32);
                registers.rax = call.result.cast_unsigned();
                ptrace::setregs(self.pid, registers).unwrap();
                self.events.push(Event::Called(call));
            }
        }
    }

    /// Types the next line, or nothing any more.
    fn type_line(&mut self) {
        match self.lines.get(self.heard) {
            Some(line) => {
                writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
                self.events.push(Event::Heard);
                self.heard += 1;
            }
            None => self.input = None,
        }
    }

    fn written(&self, registers: user_regs_struct) -> Vec<u8> {
        let length = usize::try_from(registers.rax.cast_signed()).unwrap_or(0);
        let mut bytes = vec![0; length];
        self.memory.as_ref().unwrap().read_exact_at(&mut bytes, registers.rsi).unwrap();
        bytes
    }

    fn paths(&self, registers: user_regs_struct, about: About) -> Vec<PathBuf> {
        let given = [registers.rdi, registers.rsi, registers.rdx, registers.r10];
        let text = |place: usize| self.text(given[place]);
        match about {
            About::Open => self.open(registers.rdi).into_iter().collect(),
            About::Path(place) => match text(place) {
                // An empty path after a file is that file.
                path if path.as_os_str().is_empty() => {
                    self.open(registers.rdi).into_iter().collect()
                }
                path => vec![path],
            },
            About::Paths(from, to) => vec![text(from), text(to)],
        }
    }

    fn open(&self, descriptor: u64) -> Option<PathBuf> {
        fs::read_link(format!("/proc/{}/fd/{descriptor}", self.pid)).ok()
    }

    /// The text at an address, up to its end.
    fn text(&self, address: u64) -> PathBuf {
        let mut bytes = [0; 4096];
        let read = self.memory.as_ref().unwrap().read_at(&mut bytes, address).unwrap_or(0);
        let end = bytes[..read].iter().position(|byte| *byte == 0).unwrap_or(0);
        PathBuf::from(String::from_utf8_lossy(&bytes[..end]).into_owned())
    }
}

/// Whether a call needs room on the disk.
fn adds(call: &Call) -> bool {
    call.creates || matches!(call.name, "write" | "mkdir" | "link" | "fsync")
}
