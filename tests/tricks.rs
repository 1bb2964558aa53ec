//! Text from files that would steer a terminal, turn its reader around or hide itself: shown as what it is, wherever it goes.
#![expect(clippy::disallowed_methods, reason = "tests make files of their own")]
#![cfg(unix)]

use crate::stage::{Stage, overview, session};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::{
    fs,
    io::Read as _,
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
};
use verantwoord::{
    model::{About, Answer, Answers, Id, Participant, Processing},
    session::{Edit, QuestionnaireLine},
    tui::flow::visible,
};

/// Each a way to look like something else.
const TRICKS: &[&str] = &[
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;titel\u{7}",
    "\u{1b}]52;c;YQ==\u{7}",
    "\u{1b}]8;;https://example.org\u{1b}\\hier\u{1b}]8;;\u{1b}\\",
    "\u{9b}31m",
    "\u{7}\u{8}\u{7f}\r",
    "\u{202e}txet\u{202c}",
    "\u{2066}a\u{2069}\u{200f}\u{61c}",
    "a\u{200b}b\u{200d}c\u{feff}d\u{2060}",
    "s\u{ad}t\u{34f}u\u{3164}v\u{115f}",
    "\u{e0041}\u{e0042}\u{fff9}x\u{fffb}",
    "=1+1",
];

fn steers(c: char) -> bool {
    visible(&c.to_string()) != c.to_string()
}

/// Whether this may not even stand in a field that one writes in: that shows signs that join others, such as those that hold
/// an emoji together.
fn steers_writing(c: char) -> bool {
    steers(c)
        && (c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

/// A screen on which nothing steers, and something is shown as what it is.
fn harmless(what: &str, screen: &str, steers: fn(char) -> bool) {
    let found: Vec<char> = screen.chars().filter(|c| *c != '\n' && steers(*c)).collect();
    assert!(found.is_empty(), "{what}: {found:?}\n{screen:?}");
}

#[test]
fn each_trick_is_written_out() {
    for trick in &TRICKS[..TRICKS.len() - 1] {
        let shown = visible(trick);
        assert!(shown.contains("‹U+"), "{trick:?}");
        assert!(!shown.chars().any(steers), "{shown:?}");
    }
}

#[test]
fn no_screen_shows_what_would_steer_it() {
    for tricks in TRICKS.chunks(4) {
        let trick = tricks.join(" ");
        let evil = format!("x{trick}y");
        let mut overview = overview();
        let organisation = overview.organisation.as_mut().unwrap();
        (organisation.name, organisation.sector) = (evil.clone(), evil.clone());
        organisation.departments = vec![evil.clone()];
        overview.processings = vec![Arc::new(Processing {
            id: Id::from("ticketsysteem"),
            name: evil.clone(),
            purpose: evil.clone(),
            department: evil.clone(),
            ..Processing::default()
        })];
        overview.warnings = vec![evil.clone()];
        overview.folder = evil.clone().into();
        let line: &mut QuestionnaireLine = &mut overview.questionnaires[0];
        (line.title, line.intro) = (evil.clone(), evil.clone());
        let mut stage = Stage::set(overview, 80, 24);
        for keys in
            ["", "<Down>", "<F1>", "<Esc>", "<Ctrl+P>", "<Esc>", "<Enter>", "<Enter>", "<Enter>"]
        {
            stage.press(keys);
            harmless(&format!("{trick:?} {keys}"), &stage.screen(), steers);
        }
        let about = About::Processing(Id::from("ticketsysteem"));
        for (id, keys) in [
            ("pre-dpia", "|j|1|<F1>|<Esc>|o|<Esc>|<F2>|<Down>|<PgDn>|m|<Esc>|d|<Esc>"),
            ("stappenplan-klantgegevens", "|<Down>|<Enter>|<PgDn>|<F2>|<PgDn>"),
        ] {
            let mut session = session(id, about.clone(), Answers::default());
            let asked: Vec<_> =
                session.questionnaire().questions().map(|(_, q)| q.clone()).collect();
            for question in asked {
                session.apply(Edit::Note { question: question.id.clone(), text: evil.clone() });
                let answer = Answer::one(evil.as_str());
                if question.accept(&answer).is_ok() {
                    session.apply(Edit::Answer {
                        question: question.id.clone(),
                        answer: Some(answer),
                    });
                }
            }
            session.apply(Edit::Motivation(evil.clone()));
            session.apply(Edit::Participants(vec![Participant::new(&evil, &evil)]));
            let mut stage = Stage::with(session, 80, 24);
            for keys in keys.split('|') {
                stage.press(keys);
                let writing = ["o", "m", "d"].contains(&keys);
                let worst = if writing { steers_writing } else { steers };
                harmless(&format!("{trick:?} {id} {keys}"), &stage.screen(), worst);
            }
        }
    }
}

/// Everything a command writes to a terminal.
fn at_a_terminal(data: &Path, arguments: &[&str]) -> String {
    let size = PtySize { rows: 24, cols: 200, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_verantwoord"));
    command.args(arguments);
    command.env_clear();
    command.env("HOME", data);
    command.env("VERANTWOORD_DATA", data);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut output = pair.master.try_clone_reader().unwrap();
    drop(pair.master.take_writer().unwrap());
    let mut bytes = Vec::new();
    // The end of a terminal is an error on Linux.
    let _ = output.read_to_end(&mut bytes);
    child.wait().unwrap();
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
}

#[test]
fn no_command_steers_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("gegevens");
    let made = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
        .args(["demo", data.to_str().unwrap()])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(made.status.success());
    let evil: String = TRICKS.concat();
    let quoted = format!("{evil:?}").replace("\\'", "'");
    for entry in fs::read_dir(data.join("verwerkingen")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let line = text.lines().find(|line| line.trim_start().starts_with("name: ")).unwrap();
        fs::write(&path, text.replacen(line, &format!("name: {quoted},"), 1)).unwrap();
    }
    // Names of files are text too; these the file system takes.
    let name = format!("{}.pdf", evil.replace(['/', '\0'], ""));
    let record = fs::read_dir(data.join("verslagen")).unwrap().next().unwrap().unwrap().path();
    let copy = folder.path().join(&name);
    fs::copy(&record, &copy).unwrap();
    fs::write(data.join("toetsen").join(&name), "x").unwrap();
    fs::write(data.join("verwerkingen").join(format!("{evil}.ron").replace('/', "")), "(").unwrap();
    let questionnaire = folder.path().join("eigen.ron");
    let shipped = fs::read_to_string("questionnaires/registerplicht.ron").unwrap();
    let title = shipped.lines().find(|line| line.trim_start().starts_with("title: ")).unwrap();
    let changed = shipped.replacen(title, &format!("title: {quoted},"), 1);
    assert_ne!(changed, shipped);
    fs::write(&questionnaire, changed).unwrap();
    let (copy, questionnaire) = (copy.to_str().unwrap(), questionnaire.to_str().unwrap());
    let commands: [&[&str]; 9] = [
        &["doctor"],
        &["doctor", "--json"],
        &["register"],
        &["actions"],
        &["verify", copy],
        &["verify", copy, "--json"],
        &["questionnaires", "check", questionnaire],
        &["evaluate", copy, "--answers", copy],
        &["restore", copy],
    ];
    for arguments in commands {
        let told = at_a_terminal(&data, arguments);
        assert!(!told.trim().is_empty(), "{arguments:?}");
        harmless(&format!("{arguments:?}"), &told, steers);
    }
}
