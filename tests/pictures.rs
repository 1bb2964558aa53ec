//! The pictures in the README are what the program draws, and stay so.
//!
//! `VERANTWOORD_BEELDEN=nieuw cargo test pictures` draws them anew after a screen was changed on purpose.

use crate::stage::{Stage, genuine, overview, session};
use jiff::civil::Date;
use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};
use std::{fmt::Write as _, fs, path::Path, sync::Arc};
use verantwoord::{
    model::{About, Action, Answer, Answers, Id, Participant, Progress},
    session::{DataStanding, Guide, Overview, Reply, Report, Standing},
};

/// Columns and rows of the terminal in a picture.
const SIZE: (u16, u16) = (80, 24);
/// Width and height of a cell, in tenths of a pixel, and the edge around all of them, in pixels.
const CELL: (u32, u32) = (100, 195);
const EDGE: u32 = 12;
const GROUND: &str = "#161b22";
const INK: &str = "#e6edf3";

#[test]
fn the_welcome_is_in_the_picture() {
    let folder = "/home/vera/verantwoord-gegevens".into();
    let mut stage = Stage::set(Overview { folder, ..Overview::default() }, SIZE.0, SIZE.1);
    compare("scherm-welkom", "Het eerste scherm: welkom, en waar de gegevens komen", &mut stage);
}

#[test]
fn a_question_is_in_the_picture() {
    compare("scherm-vraag", "Een vraag met toelichting en tussenstand", interview().press("j"));
}

#[test]
fn a_list_is_in_the_picture() {
    let stage = &mut interview();
    stage.press("j1nnnnr<Right>r<Right>jwnn");
    compare("scherm-lijst", "De negen criteria, met een antwoord per regel", stage);
}

#[test]
fn an_outcome_is_in_the_picture() {
    let stage = &mut interview();
    stage.press("j1nnnnnjr<F2>");
    compare("scherm-uitkomst", "De uitkomst: DPIA verplicht, met redenen en bronnen", stage);
}

#[test]
fn a_vote_of_a_group_is_in_the_picture() {
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut open = session("pre-dpia", about, Answers::default());
    let people = [("Vera Vos", "voorzitter"), ("Jan de Wit", "kassa"), ("Fatma Gül", "educatie")];
    for (place, (name, role)) in people.into_iter().enumerate() {
        let edit = open.list(place, Participant::new(name, role)).unwrap();
        open.apply(edit);
    }
    let mut stage = Stage::with(open, SIZE.0, SIZE.1);
    stage.press("s<Right>sjjw");
    let label = "Een werksessie: de stemmen van de groep, en het antwoord dat daaruit volgt";
    compare("scherm-werksessie", label, &mut stage);
}

#[test]
fn an_interest_that_does_not_weigh_enough_is_in_the_picture() {
    let about = About::Processing(Id::from("ticketsysteem"));
    let answers: Answers = serde_json::from_str(include_str!(
        "answers/gerechtvaardigd-belang/grens-gate-weight-heavy-flags-no-vanaf-3.json"
    ))
    .unwrap();
    let mut stage = Stage::with(session("gerechtvaardigd-belang", about, answers), SIZE.0, SIZE.1);
    stage.press("<F2>");
    let label = "Gerechtvaardigd belang: het weegt niet op, en waarom";
    compare("scherm-belang", label, &mut stage);
}

#[test]
fn what_must_be_done_is_in_the_picture() {
    let duty = |text: &str, (department, owner): (&str, &str), day: i8, state| Action {
        id: Id::new(format!("2026-11-20-{day}")),
        department: department.into(),
        owner: owner.into(),
        due: Date::new(2026, 11, day).ok(),
        state,
        ..Action::by_hand(text.into())
    };
    let (vera, jan) = (("Publiek", "Vera"), ("Directie", "Jan"));
    let actions = [
        duty("Vraag advies aan de FG", jan, 16, Progress::Open),
        duty("Sluit een verwerkersovereenkomst", jan, 27, Progress::Busy),
        duty("Zet de uitkomst in het register", vera, 28, Progress::Open),
        duty("Wis kopers van voor 2024", vera, 30, Progress::Open),
        duty("Pas de privacyverklaring aan", vera, 20, Progress::Done),
    ];
    let actions = actions.map(Arc::new).to_vec();
    let mut stage = Stage::set(Overview { actions, ..overview() }, SIZE.0, SIZE.1);
    let label = "De acties: per afdeling hoe ver het is, met wat te laat is bovenaan";
    compare("scherm-acties", label, stage.press("a"));
}

#[test]
fn the_guided_example_is_in_the_picture() {
    let answer = |(id, value)| (Id::from(id), Answer::one(value));
    let guide = Guide {
        assessment: Id::from("2026-11-23-toets"),
        answers: [("personal_data", "yes"), ("c5", "yes")].map(answer).into_iter().collect(),
        motivation: String::new(),
        signer: "Vera Voorbeeld".to_owned(),
        passphrase: String::new(),
    };
    let mut stage = Stage::guided(guide, SIZE.0, SIZE.1);
    let about = About::Processing(Id::from("ticketsysteem"));
    stage.take(Reply::Opened(Box::new(session("pre-dpia", about, Answers::default()))));
    let label = "De rondleiding door een verzonnen museum, met een aanwijzing per stap";
    compare("scherm-rondleiding", label, &mut stage);
}

#[test]
fn a_record_that_was_changed_is_in_the_picture() {
    let problem = |code: &str| code.to_owned();
    let report = Report {
        file: "/home/vera/Downloads/pre-dpia-ticketsysteem-v1.pdf".into(),
        verdict: Standing::Modified,
        data: DataStanding::Different,
        problems: vec![problem("digest-mismatch"), problem("data_different")],
        sha256: "8963c481d5d40e8eea2f0505a55af4c47c798199aae1a0c8e2ed9bd16044a291".to_owned(),
        ..genuine()
    };
    let mut stage = Stage::set(overview(), SIZE.0, SIZE.1);
    stage.press("<Ctrl+P>Controleer een verslag<Enter>");
    stage.press("/home/vera/Downloads/pre-dpia-ticketsysteem-v1.pdf<Enter>");
    stage.take(Reply::Checked(Box::new(report)));
    compare("scherm-controle", "Een verslag dat na het ondertekenen is veranderd", &mut stage);
}

fn interview() -> Stage {
    let about = About::Processing(Id::from("ticketsysteem"));
    Stage::with(session("pre-dpia", about, Answers::default()), SIZE.0, SIZE.1)
}

/// Fails when the picture that was committed is not what the program draws now.
#[expect(clippy::disallowed_methods, reason = "asked by the maker at hand to draw a picture anew")]
fn compare(name: &str, label: &str, stage: &mut Stage) {
    let drawn = svg(&stage.draw(), label);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name.to_owned() + ".svg");
    if std::env::var("VERANTWOORD_BEELDEN").is_ok_and(|wish| wish == "nieuw") {
        fs::write(&file, &drawn).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == drawn,
        "{} is not what the program draws now:\n{}\nRight so? VERANTWOORD_BEELDEN=nieuw cargo test pictures",
        file.display(),
        stage.screen(),
    );
}

/// The screen as a picture whose text stays text (SVG 1.1).
fn svg(screen: &Buffer, label: &str) -> String {
    let (columns, rows) = (u32::from(screen.area.width), u32::from(screen.area.height));
    let (width, height) = (columns * CELL.0 / 10 + 2 * EDGE, rows * CELL.1 / 10 + 2 * EDGE);
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">\n\
         <title>{label}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{GROUND}\"/>\n\
         <g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"16.6\">\n",
        label = escaped(label),
    );
    for y in 0..screen.area.height {
        let mut x = 0;
        while x < screen.area.width {
            let first = &screen[(x, y)];
            let end = (x..screen.area.width).find(|x| !alike(first, &screen[(*x, y)]));
            let end = end.unwrap_or(screen.area.width);
            let text: String = (x..end).map(|x| screen[(x, y)].symbol()).collect();
            run(&mut picture, (x, y), &text, first);
            x = end;
        }
    }
    picture + "</g>\n</svg>\n"
}

fn alike(one: &Cell, other: &Cell) -> bool {
    (one.fg, one.bg, one.modifier) == (other.fg, other.bg, other.modifier)
}

/// Cells in one style, from this place on.
fn run(picture: &mut String, (x, y): (u16, u16), text: &str, style: &Cell) {
    let reversed = style.modifier.contains(Modifier::REVERSED);
    let (mut ink, mut ground) = (colour(style.fg, INK), colour(style.bg, GROUND));
    if reversed {
        (ink, ground) = (ground, ink);
    }
    let columns = u32::try_from(text.chars().count()).unwrap();
    let (left, top) = (u32::from(x) * CELL.0 + EDGE * 10, u32::from(y) * CELL.1 + EDGE * 10);
    let (width, height) = (tenths(columns * CELL.0), tenths(CELL.1));
    if ground != GROUND {
        let (left, top) = (tenths(left), tenths(top));
        writeln!(picture, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>")
            .unwrap();
    }
    if text.trim().is_empty() {
        return;
    }
    let bold = style.modifier.contains(Modifier::BOLD);
    let weight = if bold { " font-weight=\"bold\"" } else { "" };
    let (left, base) = (tenths(left), tenths(top + 150));
    let text = escaped(text);
    writeln!(
        picture,
        "<text x=\"{left}\" y=\"{base}\" fill=\"{ink}\"{weight} textLength=\"{width}\" xml:space=\"preserve\">{text}</text>"
    )
    .unwrap();
}

/// A colour of the terminal that can be read on the ground of the picture.
fn colour(colour: Color, otherwise: &'static str) -> &'static str {
    match colour {
        Color::Reset => otherwise,
        Color::Cyan => "#56d4dd",
        Color::Red => "#ff8b82",
        Color::Yellow => "#e3b341",
        Color::Green => "#56d364",
        other => panic!("the theme has a colour that pictures lack: {other}"),
    }
}

fn tenths(length: u32) -> String {
    format!("{}.{}", length / 10, length % 10)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
