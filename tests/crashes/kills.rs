//! The program is killed (SIGKILL) at random moments, again and again in one folder, in lines and on a full screen.

use super::{Dice, Mark, asked_for, sound, starts, talk, tell};
use crate::journeys::{ENTER, Home, Journey};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    io::{Read as _, Write as _},
    path::Path,
    process::Stdio,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};
use verantwoord::{format::Library, model::Id};

/// How many kills of each kind in the short run.
const SHORT: (usize, usize) = (12, 4);

/// After so many kills, an empty folder.
const ONE_FOLDER: usize = 25;

/// Someone who types whatever fits what is asked, and knows what was shown as saved.
struct Person {
    dice: Dice,
    /// What the program took, and perhaps did not keep yet.
    taken: Vec<Mark>,
    saved: Vec<Mark>,
    /// What the line that was typed last should leave behind.
    hoped: Option<Mark>,
    /// How many marks were made.
    marks: usize,
}

impl Person {
    /// What to type after `said`.
    fn next(&mut self, said: &str) -> String {
        self.hear(said);
        let prompt = said.lines().last().unwrap_or_default();
        match prompt.split([':', '?', '(']).next().unwrap_or_default().trim() {
            "Naam van de instelling" => "Museum De Linde".into(),
            "Aantal medewerkers" => {
                self.hoped = Some(Mark::Name("Museum De Linde"));
                "12".into()
            }
            "Kies een nummer" => self.choose(said),
            "Nummer" => number(said, "een nieuwe verwerking").unwrap_or_default(),
            "Hoe noemt u de verwerking" => format!("Verwerking {}", self.marks),
            "Antwoord" => self.answer(said),
            "Wilt u nog antwoorden veranderen" => "nee".into(),
            _ => String::new(),
        }
    }

    fn hear(&mut self, said: &str) {
        let accepted = ["Uw antwoord: ", "Genoteerd.", "Bewaard."];
        if let Some(mark) =
            self.hoped.take().filter(|_| accepted.iter().any(|words| said.contains(words)))
        {
            self.taken.push(mark);
        }
        if said.contains("Alles is bewaard om") || said.contains("Bewaard.") {
            self.saved.append(&mut self.taken);
        }
    }

    fn choose(&mut self, said: &str) -> String {
        let open = number(said, "Ga verder: ").filter(|_| self.dice.below(4) > 0);
        open.or_else(|| number(said, "Begin: Pre-DPIA")).unwrap_or_default()
    }

    /// A note, an answer, or the question whether all is saved.
    fn answer(&mut self, said: &str) -> String {
        let Some(asked) = said.lines().find(|line| line.starts_with("Vraag ")) else {
            return match self.dice.below(3) {
                0 if !self.taken.is_empty() => "bewaar".into(),
                _ if said.contains("geen antwoord") => "verder".into(),
                0 => "1".into(),
                _ => "bewaar".into(),
            };
        };
        self.marks += 1;
        if !said.contains("Opmerking: ") && self.dice.below(2) == 0 {
            let words = format!("MERK-{}.", self.marks);
            self.hoped = Some(Mark::Note(words.clone()));
            return format!("notitie {words}");
        }
        let text = said.lines().skip_while(|line| *line != asked).nth(1).unwrap_or_default();
        let edition = Library.get(&Id::from("pre-dpia")).unwrap();
        let question =
            edition.questionnaire.questions().find(|(_, question)| question.text == text);
        self.hoped = question.map(|(_, question)| Mark::Answered(question.id.clone()));
        "1".into()
    }
}

/// The number before the first row that says this.
fn number(said: &str, row: &str) -> Option<String> {
    let line = said.lines().find(|line| line.contains(row))?;
    Some(line.trim().split(['.', ' ']).next()?.to_owned())
}

/// Everything that is said up to where a line is waited for; none when there will be no more.
fn hear(said: &Receiver<Vec<u8>>) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        bytes.extend(said.recv().ok()?);
        if bytes.ends_with(b" ") {
            return Some(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}

/// One session in `data`, killed after `moment`; or else of 40 lines, and how long it took.
fn session(person: &mut Person, data: &Path, moment: Option<Duration>) -> Duration {
    let begun = Instant::now();
    let mut child = talk(data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (mut input, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (sender, said) = channel();
    let reader = thread::spawn(move || {
        let mut bytes = vec![0; 1 << 16];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            let _ = sender.send(bytes[..count].to_vec());
        }
    });
    let killer = moment.map(|moment| {
        let pid = Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
        thread::spawn(move || {
            thread::sleep(moment);
            let _ = kill_process(pid, Signal::KILL);
        })
    });
    person.taken.clear();
    person.hoped = None;
    let mut lines = 0;
    while (moment.is_some() || lines < 40)
        && let Some(heard) = hear(&said)
    {
        lines += 1;
        // It may be gone by now.
        let _ = writeln!(input, "{}", person.next(&heard));
    }
    if let Some(killer) = killer {
        killer.join().unwrap();
    }
    drop(input);
    child.wait().unwrap();
    reader.join().unwrap();
    begun.elapsed()
}

fn person(seed: u64) -> Person {
    Person { dice: Dice(seed), taken: Vec::new(), saved: Vec::new(), hoped: None, marks: 0 }
}

#[test]
fn killed_at_any_moment_in_lines_what_was_shown_as_saved_is_there() {
    let kills = asked_for().map_or(SHORT.0, |kills| kills.div_ceil(2));
    let folder = tempfile::tempdir().unwrap();
    let whole = session(&mut person(1), &folder.path().join("gegevens"), None);
    let mut dice = Dice(2_026);
    let (mut folder, mut somebody, mut saved) = (folder, person(0), 0);
    for kill in 0..kills {
        if kill % ONE_FOLDER == 0 {
            (folder, somebody) = (tempfile::tempdir().unwrap(), person(dice.roll()));
        }
        let data = folder.path().join("gegevens");
        let before = somebody.saved.len();
        session(&mut somebody, &data, Some(moment(whole, &mut dice)));
        saved += somebody.saved.len() - before;
        sound(&data, &somebody.saved)
            .and_then(|()| starts(&data))
            .unwrap_or_else(|loss| panic!("kill {kill}, seeded {}: {loss}", somebody.dice.0));
    }
    tell(&format!(
        "{kills} kills in lines, over {whole:?}; {saved} answers and notes were shown as saved, and are there"
    ));
    assert!(saved > 0);
}

/// A moment in a session that takes so long.
fn moment(whole: Duration, dice: &mut Dice) -> Duration {
    let part = u32::try_from(dice.below(1000)).unwrap();
    whole * part / 1000
}

#[test]
fn killed_at_any_moment_on_the_screen_what_was_shown_as_saved_is_there() {
    let kills = asked_for().map_or(SHORT.1, |kills| kills / 2);
    let home = Home::new();
    home.start().begin_pre_dpia().leave();
    let (mut dice, mut marks, mut saved) = (Dice(2_027), 0, Vec::new());
    let begun = Instant::now();
    saved.extend(typing(&home, &mut marks, None));
    let whole = begun.elapsed();
    for kill in 0..kills {
        saved.extend(typing(&home, &mut marks, Some(moment(whole, &mut dice))));
        sound(&home.data(), &saved)
            .and_then(|()| starts(&home.data()))
            .unwrap_or_else(|loss| panic!("kill {kill} on the screen: {loss}"));
    }
    tell(&format!(
        "{kills} kills on the screen, over {whole:?}; {} notes were shown as saved, and are there",
        saved.len()
    ));
}

/// Types words in a note until the program is killed after `moment`, or else ten; what was shown as saved.
fn typing(home: &Home, marks: &mut usize, moment: Option<Duration>) -> Vec<Mark> {
    let mut journey = home.start();
    let killer = moment.map(|moment| {
        let pid = Pid::from_raw(i32::try_from(journey.id()).unwrap()).unwrap();
        thread::spawn(move || {
            thread::sleep(moment);
            let _ = kill_process(pid, Signal::KILL);
        })
    });
    let mut saved = Vec::new();
    let mut steps = vec![("Ga verder:", ENTER), ("Gebruikt u in deze verwerking", "o")].into_iter();
    let reached = steps.all(|(words, key)| {
        let there = watch(&mut journey, words);
        there && journey.try_press(key)
    });
    if reached && watch(&mut journey, "Deze opmerking komt bij") {
        for _ in 0..if moment.is_some() { usize::MAX } else { 10 } {
            *marks += 1;
            let words = format!("M{marks}.");
            // Where one was is where one goes on: at the end of the note.
            if !journey.try_press(&format!("\x1b[1;5F{words}")) || !watch(&mut journey, &words) {
                break;
            }
            saved.push(Mark::Note(words));
        }
    }
    if let Some(killer) = killer {
        killer.join().unwrap();
        journey.end();
    } else {
        journey.leave();
    }
    saved
}

/// Whether `words` come to stand on the screen, with everything saved; not if the program is gone.
fn watch(journey: &mut Journey, words: &str) -> bool {
    loop {
        let text = journey.read();
        if text.contains(words) && (text.contains("opgeslagen 14:02") || !words.starts_with('M')) {
            return true;
        }
        if journey.is_gone() {
            return false;
        }
        thread::sleep(Duration::from_millis(1));
    }
}
