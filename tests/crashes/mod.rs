//! Nothing that was shown as saved is ever lost: the program is killed, its calls on files fail one after another, and the
//! power is cut, with a made-up file system that had written down as little as it may.
//!
//! `cargo test` takes a few of each. `VERANTWOORD_CRASHES=2000 cargo test --test suite crashes -- --nocapture` kills the
//! program 2,000 times, has 2,000 calls fail, each in some of the ways, and cuts the power after every call. With 10000 each
//! call fails in every way.
#![expect(clippy::disallowed_methods, reason = "tests make and break files of their own")]
#![cfg(unix)]

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod calls;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod disk;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod errands;
mod kills;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod power;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod tracer;

use std::{
    fmt,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use verantwoord::{
    model::{Answer, Id, Moment, Who},
    store::{Condition, Shelf},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_verantwoord");

/// What the clock says all the time.
const NOW: &str = "2026-11-23T14:02:00+01:00";

/// How long a lock may still be held that nobody needs any more.
const PATIENCE: Duration = Duration::from_secs(10);

fn now() -> Moment {
    NOW.parse().unwrap()
}

/// How many kills and faults are asked for; none for the short run.
fn asked_for() -> Option<usize> {
    std::env::var("VERANTWOORD_CRASHES").ok()?.parse().ok()
}

/// Tells figures, or that something was not tested.
fn tell(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// Something that must be found on disk once it was shown as saved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Mark {
    /// The name of the institution.
    Name(&'static str),
    /// An answer, by its question.
    Answer(&'static str, &'static str),
    /// Whatever answer to this question.
    Answered(Id),
    /// A note of these words, at any question.
    Note(String),
}

/// A line that is typed, and what it should leave on disk.
#[derive(Clone, Debug)]
struct Line {
    text: String,
    mark: Option<Mark>,
}

/// A whole session in lines: the institution, a new pre-DPIA, an answer and a note at each question, each asked after.
fn script() -> Vec<Line> {
    let line = |text: &str, mark| Line { text: text.to_owned(), mark };
    let plain = |text: &str| line(text, None);
    let mut lines: Vec<Line> =
        ["Museum De Linde", "museum", "balie", "", "", ""].into_iter().map(plain).collect();
    lines.push(line("12", Some(Mark::Name("Museum De Linde"))));
    lines.extend(["1", "1", "Kaartverkoop", "Kaarten verkopen", "balie"].map(plain));
    let answers = [
        ("j", "personal_data", "yes"),
        ("1", "role", "controller"),
        ("n", "existing_dpia", "no"),
        ("w", "statutory_dpia", "unknown"),
        ("n", "prior_check", "no"),
        ("n", "solo_practitioner", "no"),
        ("j", "art35_3a", "yes"),
    ];
    for (place, (typed, question, value)) in answers.into_iter().enumerate() {
        let words = format!("MERK-{place}.");
        lines.push(line(&format!("notitie {words}"), Some(Mark::Note(words))));
        lines.push(plain(ASK));
        lines.push(line(typed, Some(Mark::Answer(question, value))));
        lines.push(plain(ASK));
    }
    lines.extend(["stop", "stop"].map(plain));
    lines
}

/// What one types to know whether all is saved.
const ASK: &str = "bewaar";

/// Which marks the program said it had saved, out of what it said to each line. It takes a line as an answer or a note when it
/// says so; and it says what is saved when it is asked, when it keeps the institution, and when it says goodbye.
fn shown_as_saved(script: &[Line], answers: &[String]) -> Vec<Mark> {
    let mut taken: Vec<Mark> = Vec::new();
    let mut saved = Vec::new();
    for (line, said) in script.iter().zip(answers) {
        let accepted = ["Uw antwoord: ", "Genoteerd.", "Bewaard."];
        if let Some(mark) =
            line.mark.as_ref().filter(|_| accepted.iter().any(|words| said.contains(words)))
        {
            taken.push(mark.clone());
        }
        if said.contains("Alles is bewaard") {
            saved.clone_from(&taken);
        }
        if said.contains("Bewaard.") {
            saved.extend(line.mark.clone());
        }
    }
    saved
}

/// The program on a data folder, in lines.
fn talk(data: &Path) -> Command {
    program(&["--plain"], data)
}

fn program(arguments: &[&str], data: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .args(arguments)
        .env_clear()
        .env("HOME", data)
        .env("VERANTWOORD_DATA", data)
        .env("VERANTWOORD_CLOCK", NOW)
        .stdin(Stdio::null());
    command
}

/// What is wrong after a crash.
#[derive(Debug)]
struct Loss(String);

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whoever opens the folder does so on the computer where it was left behind.
fn on_this_computer() -> Who {
    let machine = rustix::system::uname().nodename().to_string_lossy().into_owned();
    Who { machine, ..Who::default() }
}

/// Whether the folder opens as it should, no file is half, and everything that was shown as saved is there.
fn sound(data: &Path, saved: &[Mark]) -> Result<(), Loss> {
    let lost = |what: String| Err(Loss(what));
    let (mut shelf, warnings) = match Shelf::open_for(data, &on_this_computer(), now()) {
        Ok(opened) => opened,
        Err(error) => return lost(format!("the folder does not open: {error}")),
    };
    if !warnings.is_empty() {
        return lost(format!("opened with {warnings:?}"));
    }
    for inspected in shelf.inspect().map_err(|error| Loss(error.to_string()))? {
        if !matches!(inspected.condition, Condition::Sound) {
            return lost(format!("{inspected:?}"));
        }
    }
    let (assessments, warnings) =
        shelf.assessments(now()).map_err(|error| Loss(error.to_string()))?;
    if !warnings.is_empty() {
        return lost(format!("listed with {warnings:?}"));
    }
    let organisation = shelf.organisation(now()).map_err(|error| Loss(error.to_string()))?;
    for mark in saved {
        let there = match mark {
            Mark::Name(name) => {
                organisation.as_ref().is_some_and(|organisation| organisation.name == *name)
            }
            Mark::Answer(question, value) => assessments.iter().any(|assessment| {
                assessment.answers.get(&(*question).into()) == Some(&Answer::one(*value))
            }),
            Mark::Answered(question) => {
                assessments.iter().any(|assessment| assessment.answers.get(question).is_some())
            }
            Mark::Note(words) => assessments
                .iter()
                .any(|assessment| assessment.notes.values().any(|note| note.contains(words))),
        };
        if !there {
            return lost(format!("{mark:?} was shown as saved and is gone"));
        }
    }
    for assessment in assessments {
        // And one can go on with it.
        shelf.take_up(&assessment.id, now()).map_err(|error| Loss(error.to_string()))?;
        let asked = shelf.questionnaires(&assessment.id);
        if asked.map_err(|error| Loss(error.to_string()))?.is_empty() {
            return lost(format!("{} has no questionnaire", assessment.id));
        }
    }
    Ok(())
}

/// Whether the program itself starts, and finds everything in order.
fn starts(data: &Path) -> Result<(), Loss> {
    let begun = Instant::now();
    loop {
        let output = program(&["doctor"], data).output().unwrap();
        if output.status.success() {
            return Ok(());
        }
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8_lossy(&told).into_owned();
        // Another test of this process may just be starting a program: until that runs, it holds all that is open here,
        // and with it the lock that `sound` had a moment ago.
        if !told.contains("is al open") || begun.elapsed() > PATIENCE {
            return Err(Loss(told));
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// Numbers that look random and are the same every time (`SplitMix64`, Steele and others).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}
