//! How the screens look: contrast, signs, spacing; and the help that every screen has.

use crate::stage::{Stage, overview, session};
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};
use std::sync::Arc;
use verantwoord::{
    model::{About, Answers, Ground, Id, Kind, Question, Settings},
    session::{Effect, Overview, Reply},
    tui::{Depth, Display, Message, Signs, Wish},
};

/// Keys that lead from the first screen, or from an interview, to every kind of screen there is.
const FROM_HOME: [&str; 6] = ["", "?", "<F1>", "<F12>", "<Ctrl+P>", "<Ctrl+P>Instelling<Enter>"];
const FROM_QUESTION: [&str; 9] = [
    "",
    "j1nnnnr",
    "j1nnnnnjr<F2>",
    "j1nnnnnn<F2>m",
    "o",
    "e",
    "a",
    "g",
    "j1nnnnr<Right>r<Right>jwnn<F2>d",
];
const LEDGERS: [&str; 4] = [
    "<Ctrl+P>Register<Enter>",
    "<Ctrl+P>Register<Enter><Enter>",
    "<Ctrl+P>Acties<Enter>",
    "<Ctrl+P>Acties<Enter>a",
];

/// Draws every kind of screen, and hands each to `look` with the keys that led there.
fn every_screen(display: Display, settings: Settings, look: impl Fn(&str, &Buffer)) {
    let with = |overview: Overview| Overview { settings, ..overview };
    let welcome = Overview { folder: "/home/vera".into(), ..Overview::default() };
    look("welkom", &Stage::shown_on(display, with(welcome), (80, 24)).draw());
    for keys in FROM_HOME.iter().chain(&LEDGERS) {
        let mut stage = Stage::shown_on(display, with(overview()), (80, 24));
        look(keys, &stage.press(keys).draw());
    }
    for keys in FROM_QUESTION {
        let mut stage = Stage::shown_on(display, with(overview()), (120, 35));
        let about = About::Processing(Id::from("ticketsysteem"));
        let session = session("pre-dpia", about, Answers::default());
        stage.take(Reply::Opened(Box::new(session)));
        look(keys, &stage.press(keys).draw());
    }
}

/// WCAG 2.2, 1.4.3: text has a contrast of at least 4.5 to 1, in every theme that sets both text and ground.
#[test]
fn every_letter_has_enough_contrast() {
    for ground in [Ground::Dark, Ground::Light, Ground::HighContrast] {
        for depth in [Depth::Full, Depth::Indexed] {
            for projector in [false, true] {
                let settings = Settings { ground, projector, ..Settings::default() };
                every_screen(Display { depth, signs: Signs::All }, settings, |keys, screen| {
                    for cell in screen.content.iter().filter(|cell| cell.symbol() != " ") {
                        let found = contrast(cell);
                        assert!(
                            found >= 4.5,
                            "{ground:?} {depth:?} after {keys:?}: {found:.2} {cell:?}"
                        );
                    }
                });
            }
        }
    }
}

/// (L1 + 0.05) / (L2 + 0.05), where L is relative luminance (WCAG 2.2).
fn contrast(cell: &Cell) -> f64 {
    let (mut ink, mut ground) = (luminance(cell.fg), luminance(cell.bg));
    if cell.modifier.contains(Modifier::REVERSED) {
        (ink, ground) = (ground, ink);
    }
    (ink.max(ground) + 0.05) / (ink.min(ground) + 0.05)
}

fn luminance(colour: Color) -> f64 {
    let (red, green, blue) = match colour {
        Color::Rgb(red, green, blue) => (red, green, blue),
        // The cube of 6 by 6 by 6, and the greys after it, as xterm defines them.
        Color::Indexed(place @ 16..=231) => {
            let step = |value: u8| if value == 0 { 0 } else { 55 + 40 * value };
            let place = place - 16;
            (step(place / 36), step(place / 6 % 6), step(place % 6))
        }
        Color::Indexed(place @ 232..) => {
            let grey = 8 + 10 * (place - 232);
            (grey, grey, grey)
        }
        other => panic!("a theme that is the same everywhere does not use {other}"),
    };
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[test]
fn without_colours_there_are_none() {
    for ground in Ground::ALL {
        let settings = Settings { ground, ..Settings::default() };
        every_screen(
            Display { depth: Depth::None, signs: Signs::All },
            settings,
            |keys, screen| {
                let coloured = screen
                    .content
                    .iter()
                    .find(|cell| (cell.fg, cell.bg) != (Color::Reset, Color::Reset));
                assert!(coloured.is_none(), "{keys:?}: {coloured:?}");
            },
        );
    }
}

#[test]
fn a_terminal_without_utf_8_gets_ascii_in_every_cell() {
    let display = Display { depth: Depth::Sixteen, signs: Signs::Ascii };
    every_screen(display, Settings::default(), |keys, screen| {
        let other = screen.content.iter().find(|cell| !cell.symbol().is_ascii());
        assert!(other.is_none(), "{keys:?}: {other:?}");
    });
}

#[test]
fn a_question_mark_tells_what_can_be_done_and_f1_opens_the_manual_there() {
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut stage = Stage::with(session("pre-dpia", about, Answers::default()), 80, 24);
    let help = stage.press("?").screen();
    assert!(help.contains("Antwoord ja.") && help.contains("Schrijf een opmerking"), "{help}");
    let question = stage.press("?").screen();
    assert!(question.contains("( ) j"), "{question}");
    let manual = stage.press("<F1>").screen();
    assert!(manual.contains("Dit scherm") && manual.contains("Antwoord ja."), "{manual}");
    let chapter = stage.press("<Right>").screen();
    assert!(chapter.contains("Waar dit programma voor is"), "{chapter}");
    let last = stage.press(&"<Right>".repeat(20)).screen();
    assert!(last.contains("schermlezer"), "the last chapter is reached: {last}");
    let back = stage.press("<Esc>").screen();
    assert!(back.contains("( ) j"), "{back}");
}

/// What is chosen for the screen is kept, and shows as soon as it is.
#[test]
fn the_settings_are_kept_and_show_at_once() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<F12><Enter>");
    let kept = stage.effects.try_iter().find_map(|effect| match effect {
        Effect::KeepSettings(settings) => Some(settings),
        _ => None,
    });
    let settings = kept.unwrap();
    assert_eq!(settings, Settings { ground: Ground::Dark, ..Settings::default() });
    let settings = Settings { mouse: false, projector: true, ..settings };
    stage.take(Reply::Overview(Arc::new(Overview { settings, ..overview() })));
    assert_eq!(stage.app.wishes(), [Wish::Mouse(false)]);
    let screen = stage.screen();
    assert!(screen.contains("donker") && screen.contains("uit"), "{screen}");
    let drawn = stage.draw();
    assert_ne!(drawn[(40, 20)].bg, Color::Reset, "the whole screen has the ground");
    let rows: Vec<&str> = screen.lines().collect();
    let row = rows.iter().position(|row| row.contains("Kleuren")).unwrap();
    assert!(rows[row + 1].is_empty() && rows[row + 2].contains("Groot"), "{screen}");
}

#[test]
fn a_click_on_a_bread_crumb_leads_back_to_its_screen() {
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut stage = Stage::with(session("pre-dpia", about, Answers::default()), 100, 30);
    let deep = stage.press("j1nnnnnjr<F2>").screen();
    assert!(deep.contains("Overzicht ›"), "{deep}");
    let bar = deep.lines().next().unwrap();
    let column = bar[..bar.find("Overzicht").unwrap()].chars().count();
    let kind = MouseEventKind::Down(MouseButton::Left);
    let column = u16::try_from(column + 2).unwrap();
    let click = MouseEvent { kind, column, row: 0, modifiers: KeyModifiers::NONE };
    stage.app.take(Message::Input(Event::Mouse(click)));
    let home = stage.screen();
    assert!(home.contains("STAPPENPLANNEN") || home.contains("Stappenplannen"), "{home}");
}

#[test]
fn the_sources_of_a_question_go_to_the_clipboard() {
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut stage = Stage::with(session("pre-dpia", about, Answers::default()), 80, 24);
    let said = stage.press("y").screen();
    assert!(said.contains("De bron is gekopieerd"), "{said}");
    let wishes = stage.app.wishes();
    assert!(matches!(&wishes[..], [Wish::Copy(text)] if text.contains("AVG art. 4")), "{wishes:?}");
}

#[test]
fn the_words_of_a_question_are_explained() {
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut stage = Stage::with(session("pre-dpia", about, Answers::default()), 80, 24);
    let first = stage.press("i").screen();
    assert!(first.contains("Op dit scherm") && first.contains("Persoonsgegeven"), "{first}");
    assert!(first.contains("Alle andere begrippen"), "{first}");
    let rows: Vec<&str> = first.lines().map(str::trim).collect();
    let place = rows.iter().position(|row| *row == "Persoonsgegeven").unwrap();
    let heading = rows.iter().position(|row| *row == "Op dit scherm").unwrap();
    let chosen = stage.press(&"<Down>".repeat(place - heading - 1)).screen();
    assert!(chosen.contains("AVG art. 4 lid 1"), "{chosen}");
    assert!(stage.press("<Esc>").screen().contains("( ) j"));
}

/// A day is typed, walked to or clicked: the month is shown beside it.
#[test]
fn a_day_is_chosen_from_a_month() {
    let session = session("stappenplan-ondernemer", About::Organisation, Answers::default());
    let date = |(_, question): (_, &Question)| {
        matches!(question.kind, Kind::Date).then(|| question.text.clone())
    };
    let wanted = session.questionnaire().questions().find_map(date).unwrap();
    let mut stage = Stage::with(session, 80, 24);
    let month = stage.press(&format!("/{wanted}<Enter><Enter>")).screen();
    assert!(month.contains("november 2026") && month.contains("23 24 25 26"), "{month}");
    let next = stage.press("<Down><Down>").screen();
    assert!(next.contains("24-11-2026"), "{next}");
    let later = stage.press("<PgDn>").screen();
    assert!(later.contains("24-12-2026") && later.contains("december 2026"), "{later}");
    let rows: Vec<Vec<char>> = later.lines().map(|row| row.chars().collect()).collect();
    let at = rows.iter().enumerate().find_map(|(y, row)| {
        let row: String = row.iter().collect();
        row.find(" 8  9 10 11").map(|at| (row[..at].chars().count() + 1, y))
    });
    let (x, y) = at.unwrap();
    let kind = MouseEventKind::Down(MouseButton::Left);
    let (column, row) = (u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
    stage.app.take(Message::Input(Event::Mouse(MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    })));
    let clicked = stage.screen();
    assert!(clicked.contains("│ 8-12-2026"), "{clicked}");
    stage.rest();
    let kept = stage.effects.try_iter().filter_map(|effect| match effect {
        Effect::Keep { assessment, .. } => Some(assessment.answers.clone()),
        _ => None,
    });
    let kept = format!("{:?}", kept.last().unwrap());
    assert!(kept.contains("2026-12-08"), "{kept}");
}
