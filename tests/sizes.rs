//! A window of any size, and any row of sizes: nothing breaks, and below what is of use it says so.

use crate::stage::{Stage, overview, session};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use verantwoord::{
    model::{About, Answers, Id, Participant},
    session::{Edit, Guide, KeyLine, Overview, Reply},
};

/// Keys that lead from the overview, or from a question, to a screen.
const FROM_HOME: [&str; 14] = [
    "",
    "?",
    "<F1>",
    "<F12>",
    "<Ctrl+G>",
    "<Ctrl+P>",
    "<Ctrl+P>Instelling<Enter>",
    "<Ctrl+P>Register<Enter>",
    "<Ctrl+P>Register<Enter><Enter>",
    "<Ctrl+P>Acties<Enter>",
    "<Ctrl+P>Acties<Enter>a",
    "<Ctrl+P>Controleer<Enter>",
    "<Ctrl+P>Sleutels<Enter>",
    "<Ctrl+P>Verantwoording<Enter>",
];
const FROM_QUESTION: [&str; 14] = [
    "",
    "?",
    "o",
    "e",
    "a",
    "g",
    "<F11>",
    "<F11><Right>",
    "j1nnnnr",
    "j1nnnnnjr<F2>",
    "j1nnnnnn<F2>m",
    "j1nnnnnjr<F2><F10>",
    "j1nnnnnjr<F2><F10><Enter>",
    "j1nnnnnjr<F2><F10>b",
];

fn key() -> KeyLine {
    KeyLine {
        path: "/x/vera.key".into(),
        name: "Vera Vos".into(),
        role: "directeur".into(),
        ..KeyLine::default()
    }
}

fn with_a_key() -> Overview {
    Overview { keys: vec![key()], ..overview() }
}

/// Every kind of screen, one after another; the guided example has its own row for hints.
fn screen(number: usize) -> (String, Stage) {
    if let Some(keys) = FROM_HOME.get(number) {
        let mut stage = Stage::set(with_a_key(), 80, 24);
        stage.press(keys);
        return ((*keys).to_owned(), stage);
    }
    let keys = FROM_QUESTION[(number - FROM_HOME.len()) % FROM_QUESTION.len()];
    let mut stage = if number < FROM_HOME.len() + FROM_QUESTION.len() {
        Stage::set(with_a_key(), 80, 24)
    } else {
        let answers = Answers::default();
        Stage::guided(
            Guide {
                assessment: Id::from("2026-11-23-toets"),
                answers,
                motivation: String::new(),
                signer: "Vera Voorbeeld".to_owned(),
                passphrase: "paars fietspad huilt zacht".to_owned(),
            },
            80,
            24,
        )
    };
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut session = session("pre-dpia", about, Answers::default());
    session.apply(Edit::Participants(vec![Participant::new("Vera", "")]));
    stage.take(Reply::Opened(Box::new(session)));
    stage.press(keys);
    (keys.to_owned(), stage)
}

const SCREENS: usize = FROM_HOME.len() + 2 * FROM_QUESTION.len();

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![Just((1, 1)), (1u16..45, 1u16..15), (38u16..130, 10u16..40), (1u16..400, 1u16..120),]
}

fn press(stage: &mut Stage, code: KeyCode) {
    stage.see(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn any_row_of_sizes_is_survived_on_every_screen(
        number in 0..SCREENS,
        steps in prop::collection::vec((size(), 0usize..6), 1..12),
    ) {
        let (keys, mut stage) = screen(number);
        for ((width, height), key) in steps {
            stage.see(Event::Resize(width, height));
            let shown = stage.screen();
            if width < 40 || height < 12 {
                // As much of the sentence as there is room for, and nothing else.
                let begin: String = "Maak het venster groter".chars().take(usize::from(width).min(4)).collect();
                prop_assert!(shown.starts_with(begin.trim_end()), "{width}x{height} after {keys:?}:\n{shown}");
            } else {
                let rows = shown.lines().filter(|line| !line.trim().is_empty()).count();
                prop_assert!(rows >= 4, "{width}x{height} after {keys:?}:\n{shown}");
                prop_assert!(!shown.contains("Maak het venster groter"), "{shown}");
            }
            let codes = [KeyCode::Down, KeyCode::Up, KeyCode::PageDown, KeyCode::PageUp, KeyCode::End, KeyCode::Tab];
            press(&mut stage, codes[key]);
        }
    }
}

/// Small enough for a sentence, and then large again: what stood there stands there again.
#[test]
fn a_window_that_was_small_for_a_while_shows_what_it_showed() {
    for number in 0..SCREENS {
        let (keys, mut stage) = screen(number);
        let before = stage.screen();
        for (width, height) in [(39, 30), (1, 1), (80, 11), (80, 24)] {
            stage.see(Event::Resize(width, height));
            stage.draw();
        }
        assert_eq!(stage.screen(), before, "after {keys:?}");
    }
}
