//! How fast the program is at a terminal, as a person meets it: `cargo bench --bench terminal`.
//!
//! The program runs as a process on a terminal of its own, and so does what it is measured against, one round after another, so that
//! a busy moment hits all of them: a floor of C that does nothing (`floor.c`), and whatever else is named. A Markdown table in Dutch
//! is printed for each subject. Linux, with a C compiler.
//!
//! `-- --rounds 5` measures more or fewer rounds, `-- --only groei` one subject (`naast`, `groei`, `zwaar`), and `-- --beside FILE`
//! also the programs in a JSON file: `[{"name": …, "command": […], "ready": […], "key": …, "end": …}]`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]
#![expect(clippy::print_stdout, reason = "a benchmark is there to be read")]
#![cfg(target_os = "linux")]

mod folders;
#[path = "../made.rs"]
mod made;
mod meter;
#[path = "../../planted.rs"]
mod planted;

use folders::{Stand, questioned, settled};
use meter::Watched;
use serde::Deserialize;
use std::{
    env, fs,
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

/// The sizes of folders.
const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// How many keys are pressed in a round.
const KEYS: usize = 60;

/// How long one thinks before the next key.
const THOUGHT: Duration = Duration::from_millis(15);

/// What stands on the last line of the screen, and so is drawn last.
const LAST: &str = "Ctrl+Q";

const LEAVE: &str = "\x11";
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

/// A program beside ours.
#[derive(Deserialize)]
struct Subject {
    name: String,
    command: Vec<String>,
    /// What stands on the screen once its first frame is whole.
    ready: Vec<String>,
    /// What is pressed, again and again.
    keys: Vec<String>,
    /// What ends it.
    end: String,
}

/// What was measured of one thing, in milliseconds and kilobytes.
#[derive(Default)]
struct Figures {
    first: Vec<f64>,
    keys: Vec<f64>,
    /// What a processor worked for a key.
    worked: Vec<f64>,
    peak: Vec<f64>,
}

fn main() {
    let wanted: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let option = |name: &str| {
        let place = wanted.iter().position(|word| word == name)?;
        wanted.get(place + 1).cloned()
    };
    let rounds = option("--rounds").map_or(5, |text| text.parse().unwrap());
    let only = option("--only");
    let is_wanted = |subject: &str| only.as_ref().is_none_or(|only| only == subject);
    let tools = tempfile::tempdir().unwrap();
    if is_wanted("naast") {
        let others = option("--beside").map_or_else(Vec::new, |file| {
            serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
        });
        beside(tools.path(), others, rounds);
    }
    if is_wanted("groei") {
        growth(tools.path(), rounds);
    }
    if is_wanted("zwaar") {
        heavy(rounds);
    }
    let load = fs::read_to_string("/proc/loadavg").unwrap();
    let load = load.split(' ').next().unwrap_or_default().replace('.', ",");
    println!(
        "{rounds} ronden, medianen; {KEYS} toetsen per ronde; belasting van de computer: {load}."
    );
}

/// The floor, built.
fn floor(tools: &Path) -> Subject {
    let program = tools.join("floor");
    if !program.exists() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/benches/terminal/floor.c");
        let mut cc = Command::new("cc");
        cc.args(["-O2", "-static", "-o"]).args([&program, &source]);
        assert!(cc.status().unwrap().success(), "no C compiler");
    }
    Subject {
        name: "vloer: een C-programma dat niets doet".into(),
        command: vec![program.display().to_string()],
        ready: vec!["klaar".into()],
        keys: vec!["x".into()],
        end: LEAVE.into(),
    }
}

/// The program on a folder.
fn ours(name: &str, folder: &Path) -> Subject {
    let command = [env!("CARGO_BIN_EXE_verantwoord"), "--data", folder.to_str().unwrap()];
    Subject {
        name: name.to_owned(),
        command: command.map(str::to_owned).to_vec(),
        ready: vec!["Museum De Linde".into(), LAST.into()],
        keys: vec![DOWN.into(), UP.into()],
        end: LEAVE.into(),
    }
}

/// Starts everything once a round, each round another one first.
fn measured(subjects: &[Subject], rounds: usize) -> Vec<Figures> {
    let mut figures: Vec<Figures> = subjects.iter().map(|_| Figures::default()).collect();
    for round in 0..rounds {
        for place in (0..subjects.len()).map(|place| (place + round) % subjects.len()) {
            let (subject, figures) = (&subjects[place], &mut figures[place]);
            let mut program = Watched::start(&subject.command);
            figures.first.push(milliseconds(program.first(&subject.ready)));
            program.settle();
            typed(&mut program, &subject.keys, figures);
            figures.peak.push(program.peak());
            program.end(&subject.end);
        }
    }
    figures
}

/// How long each key takes to be seen, one at a time.
fn typed(program: &mut Watched, keys: &[String], found: &mut Figures) {
    for key in keys.iter().cycle().take(KEYS) {
        thread::sleep(THOUGHT);
        program.settle();
        let before = program.worked();
        found.keys.extend(program.key(key).map(milliseconds));
        program.settle();
        found.worked.push(milliseconds(program.worked().saturating_sub(before)));
    }
}

/// Its name, its first frame and that beside the floor's, a key to the screen and the slowest of a hundred, and its memory.
fn cells(subject: &Subject, found: &Figures, least: f64) -> [String; 6] {
    let first = median(&found.first);
    [
        subject.name.clone(),
        format!("{} ms", number(first)),
        format!("{} ×", number(first / least)),
        format!("{} ms", number(median(&found.keys))),
        format!("{} ms", number(part(&found.keys, 0.99))),
        format!("{} MiB", number(median(&found.peak) / 1024.0)),
    ]
}

/// First frame, key and memory beside others.
fn beside(tools: &Path, others: Vec<Subject>, rounds: usize) {
    let folder = settled(10);
    let mut subjects = vec![floor(tools), ours("**verantwoord**, het overzicht", folder.path())];
    subjects.extend(others);
    let figures = measured(&subjects, rounds);
    let least = median(&figures[0].first);
    row(&[
        "aan de terminal",
        "van start tot eerste beeld",
        "verhouding tot de vloer",
        "van toets tot beeld",
        "99 % binnen",
        "geheugen",
    ]);
    row(&["---", "--:", "--:", "--:", "--:", "--:"]);
    for (subject, found) in subjects.iter().zip(&figures) {
        row(&cells(subject, found, least).each_ref().map(String::as_str));
    }
    println!();
}

/// The same of folders that grow.
fn growth(tools: &Path, rounds: usize) {
    let folders = SIZES.map(settled);
    let mut subjects = vec![floor(tools)];
    subjects.extend(
        SIZES.iter().zip(&folders).map(|(size, folder)| ours(&thousands(*size), folder.path())),
    );
    let figures = measured(&subjects, rounds);
    let lists = folders.each_ref().map(|folder| listed(folder.path(), rounds));
    row(&[
        "toetsen in de map",
        "van start tot eerste beeld",
        "verhouding tot de vloer",
        "van toets tot beeld",
        "99 % binnen",
        "lijst van alle toetsen openen",
        "geheugen",
    ]);
    row(&["--:", "--:", "--:", "--:", "--:", "--:", "--:"]);
    let least = median(&figures[0].first);
    for ((subject, found), list) in subjects.iter().zip(&figures).skip(1).zip(&lists) {
        let opened = format!("{} ms", number(median(list)));
        let [name, first, ratio, key, late, memory] = &cells(subject, found, least);
        row(&[name, first, ratio, key, late, &opened, memory]);
    }
    println!();
}

/// How long the list of all assessments takes to open.
fn listed(folder: &Path, rounds: usize) -> Vec<f64> {
    let one = |_| {
        let subject = ours("", folder);
        let mut program = Watched::start(&subject.command);
        program.first(&subject.ready);
        program.settle();
        let took = program.press("t", |screen| screen.contents().contains("› Toetsen"));
        program.end(LEAVE);
        milliseconds(took)
    };
    (0..rounds).map(one).collect()
}

/// What costs most: a long text, a long questionnaire, and keeping what is said.
fn heavy(rounds: usize) {
    row(&[
        "een toets indrukken",
        "tot op het scherm",
        "99 % binnen",
        "waarvan rekentijd",
        "geheugen",
    ]);
    row(&["---", "--:", "--:", "--:", "--:"]);
    // Short lines: a space at the very edge of a field cannot be seen, and is not waited for.
    let prose: Vec<&str> =
        "de map met kaarten\r".split("").filter(|letter| !letter.is_empty()).collect();
    let far = "\x1b[1;5F";
    for (name, stand, keys, before) in [
        ("letters onderaan een tekst van 5.000 regels", Stand::Text, prose.clone(), far),
        ("letters midden in een tekst van 5.000 regels", Stand::Text, prose, "\x1b[6~"),
        (
            "door een tekst van 5.000 regels lopen",
            Stand::Text,
            vec![DOWN, UP, "\x1b[6~", "\x1b[5~"],
            "\x1b[6~",
        ),
        (
            "antwoorden op een pagina, bij 500 vragen",
            Stand::Page,
            vec!["j", "\x1b[D", "n", "\x1b[D", "w", "\x1b[D"],
            "",
        ),
        (
            "antwoorden in een lijst, bij 500 vragen",
            Stand::List,
            vec!["j", UP, "n", UP, "w", UP],
            "",
        ),
    ] {
        let mut found = Figures::default();
        for _ in 0..rounds {
            let folder = questioned(stand);
            let mut program = resumed(folder.path());
            if !before.is_empty() {
                program.key(before);
            }
            let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
            typed(&mut program, &keys, &mut found);
            found.peak.push(program.peak());
            program.end(LEAVE);
        }
        figures(name, &found);
    }
    let (saved, meanwhile) = saved(rounds);
    figures("een antwoord, tot er \"opgeslagen\" staat", &saved);
    figures("een toets terwijl er wordt opgeslagen", &meanwhile);
    let disk = disk();
    let [half, most] = [0.5, 0.99].map(|share| format!("{} ms", number(part(&disk, share))));
    row(&["een bestand vervangen op deze schijf, zonder programma", &half, &most, "", ""]);
    println!();
}

/// The program, one Enter further: where one was.
fn resumed(folder: &Path) -> Watched {
    let subject = ours("", folder);
    let mut program = Watched::start(&subject.command);
    program.first(&subject.ready);
    program.press("\r", |screen| {
        let text = screen.contents();
        text.contains("Verzonnen") && text.contains("Deel")
    });
    program.settle();
    program
}

/// An answer until it is safe, and a key pressed right after an answer.
fn saved(rounds: usize) -> (Figures, Figures) {
    let (mut kept, mut meanwhile) = (Figures::default(), Figures::default());
    for _ in 0..rounds {
        let folder = questioned(Stand::List);
        let mut program = resumed(folder.path());
        for (key, mark) in
            ["n", "w", "j"].into_iter().zip(["[nee]", "[ ? ]", "[ja ]"]).cycle().take(KEYS / 3)
        {
            // The answer takes the cursor down a row.
            let there = |screen: &vt100::Screen| {
                let above = usize::from(screen.cursor_position().0.saturating_sub(1));
                let row = screen.rows(0, 120).nth(above).unwrap_or_default();
                row.contains(mark) && screen.contents().contains("opgeslagen")
            };
            let before = program.worked();
            kept.keys.push(milliseconds(program.press(key, there)));
            program.settle();
            kept.worked.push(milliseconds(program.worked().saturating_sub(before)));
            program.key(UP);
            program.settle();
        }
        for keys in ["j", "n", "w"].iter().cycle().take(KEYS / 3) {
            program.key(keys);
            let before = program.worked();
            meanwhile.keys.extend(program.key(UP).map(milliseconds));
            program.settle();
            meanwhile.worked.push(milliseconds(program.worked().saturating_sub(before)));
        }
        kept.peak.push(program.peak());
        meanwhile.peak.push(program.peak());
        program.end(LEAVE);
    }
    (kept, meanwhile)
}

/// How long this disk takes to replace a file for good, the way the program does: written, renamed, and both made sure of.
fn disk() -> Vec<f64> {
    let folder = tempfile::tempdir().unwrap();
    let one = |_| {
        let start = Instant::now();
        let mut file = tempfile::NamedTempFile::new_in(folder.path()).unwrap();
        std::io::Write::write_all(&mut file, &vec![b'x'; 20_000]).unwrap();
        file.as_file().sync_all().unwrap();
        file.persist(folder.path().join("f")).unwrap();
        fs::File::open(folder.path()).unwrap().sync_all().unwrap();
        milliseconds(start.elapsed())
    };
    (0..KEYS).map(one).collect()
}

fn figures(name: &str, found: &Figures) {
    row(&[
        name,
        &format!("{} ms", number(median(&found.keys))),
        &format!("{} ms", number(part(&found.keys, 0.99))),
        &format!("{} ms", number(median(&found.worked))),
        &format!("{} MiB", number(median(&found.peak) / 1024.0)),
    ]);
}

/// Prints a row of a table.
fn row(cells: &[&str]) {
    println!("| {} |", cells.join(" | "));
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn median(figures: &[f64]) -> f64 {
    part(figures, 0.5)
}

/// The figure below which this part of them lies.
fn part(figures: &[f64], part: f64) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let count = u32::try_from(sorted.len()).unwrap();
    let within = (0..count).take_while(|place| f64::from(*place) < part * f64::from(count)).count();
    sorted.get(within.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// As it is written in Dutch.
fn number(value: f64) -> String {
    let text = if value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 1.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    };
    text.replace('.', ",")
}

fn thousands(count: usize) -> String {
    if count < 1_000 {
        count.to_string()
    } else {
        format!("{}.{:03}", count / 1_000, count % 1_000)
    }
}
