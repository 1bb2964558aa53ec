//! Finding by typing: what can be done here, the questions, and the places one can go to.

use crate::stage::{Stage, overview, session};
use verantwoord::{
    model::{About, Answer, Answers, Id},
    session::{Effect, Overview, Reply},
};

fn interview() -> Stage {
    let about = About::Processing(Id::from("ticketsysteem"));
    Stage::with(session("pre-dpia", about, Answers::default()), 80, 24)
}

#[test]
fn it_shows_what_can_be_done_here_first() {
    let mut stage = interview();
    insta::assert_snapshot!(stage.press("<Ctrl+P>").screen());
}

#[test]
fn a_question_is_found_by_a_part_of_it_and_gone_to() {
    let mut stage = interview();
    stage.press("j1nnnnr<F2>");
    insta::assert_snapshot!(stage.press("/bijzondr gegevens").screen());
    let screen = stage.press("<Enter>").screen();
    assert!(screen.contains("Verwerkt u op grote schaal bijzondere"), "{screen}");
    let stood = stage.effects.try_iter().filter_map(|effect| match effect {
        Effect::Keep { assessment, .. } => assessment.position.clone(),
        _ => None,
    });
    assert_eq!(stood.last(), Some(Id::from("art35_3b")));
}

#[test]
fn an_action_is_found_by_its_word_and_done() {
    let mut stage = interview();
    let screen = stage.press("<Ctrl+P>uitkomst<Enter>").screen();
    assert!(screen.contains("› Uitkomst"), "{screen}");
}

/// What lies under the palette hands in what was typed.
#[test]
fn nothing_typed_is_lost_by_looking_elsewhere() {
    let mut stage = interview();
    stage.press("oVraag het na.<Ctrl+P>grootsch<Esc><Ctrl+P>privacybeleid<Enter>");
    let effects: Vec<Effect> = stage.effects.try_iter().collect();
    let noted = effects.iter().any(|effect| {
        matches!(effect, Effect::Keep { assessment, .. }
            if assessment.notes.values().any(|note| note == "Vraag het na."))
    });
    assert!(noted, "the note is kept");
    let begun = effects.iter().any(|effect| {
        matches!(effect, Effect::Begin { questionnaire, .. } if questionnaire.as_str() == "privacybeleid")
    });
    assert!(begun, "the other questionnaire is begun");
}

/// A form keeps what was typed only when it is handed in: from there the palette leads nowhere else.
#[test]
fn a_form_that_is_being_filled_in_is_not_left() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<Ctrl+P>Instelling");
    let screen = stage.press("<Enter> aan zee<Ctrl+P>").screen();
    assert!(!screen.contains("Pre-DPIA"), "{screen}");
    let screen = stage.press("<Esc>").screen();
    assert!(screen.contains("Museum De Linde aan zee"), "{screen}");
}

#[test]
fn an_answer_is_given_by_its_word() {
    let mut stage = interview();
    stage.press("<Ctrl+P>antwoord ja<Enter>");
    let said = stage.effects.try_iter().find_map(|effect| match effect {
        Effect::Keep { assessment, .. } => {
            assessment.answers.get(&Id::from("personal_data")).cloned()
        }
        _ => None,
    });
    assert_eq!(said, Some(Answer::one("yes")));
}

#[test]
fn what_is_not_there_is_said_and_enter_does_nothing() {
    let mut stage = interview();
    let screen = stage.press("<Ctrl+P>qqqqxxzz<Enter>").screen();
    assert!(screen.contains("Niets gevonden"), "{screen}");
    let screen = stage.press("<Ctrl+P>").screen();
    assert!(!screen.contains("Niets gevonden"), "the same key closes it:\n{screen}");
}

/// What is found out meanwhile is not lost either: it comes to the screen that asked.
#[test]
fn a_reply_goes_to_the_screen_under_it() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<Ctrl+P>");
    let about = About::Organisation;
    stage.take(Reply::Opened(Box::new(session("fg-plicht", about, Answers::default()))));
    let screen = stage.screen();
    assert!(screen.contains("vraag 1 van"), "{screen}");
}

/// Who reads in between goes on reading, and finds below it what came of the wish.
#[test]
fn whoever_reads_in_between_misses_no_reply() {
    for (keys, crumb) in [
        ("<F1>", "Handleiding"),
        ("<Ctrl+G>", "Begrippen"),
        ("<F12>", "Weergave"),
        ("<F12><F1>", "Handleiding"),
    ] {
        let mut stage = Stage::set(overview(), 80, 24);
        let about = About::Organisation;
        stage.press(keys);
        stage.take(Reply::Opened(Box::new(session("fg-plicht", about, Answers::default()))));
        let screen = stage.screen();
        assert!(screen.lines().next().unwrap().contains(crumb), "{keys}:\n{screen}");
        let screen = stage.press("<Esc>").press(if keys.len() > 8 { "<Esc>" } else { "" }).screen();
        assert!(screen.contains("vraag 1 van"), "{keys}:\n{screen}");
    }
}

/// What stands on the page while its help is read, page by page.
fn read_help(stage: &mut Stage) -> String {
    let mut read = stage.press("?").screen();
    for _ in 0..200 {
        let before = stage.screen();
        let after = stage.press("<Down>").screen();
        if before == after {
            return read;
        }
        // One line further: the last one above the footer is new.
        read += after.lines().rev().nth(2).unwrap();
        read += "\n";
    }
    panic!("the help has no end:\n{read}")
}

#[test]
fn the_help_is_read_to_its_end_in_any_window() {
    for (width, height) in [(80, 24), (40, 12)] {
        let about = About::Processing(Id::from("ticketsysteem"));
        let mut stage = Stage::with(session("pre-dpia", about, Answers::default()), width, height);
        let read = read_help(&mut stage);
        let words = |text: &str| {
            text.replace(['▼', '▲'], "").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        for told in
            ["Antwoord ja.", "wie het niet eens is met dit antwoord.", "Stop. Alles is bewaard."]
        {
            assert!(words(&read).contains(told), "{width}x{height} lacks '{told}':\n{read}");
        }
        let cut = read.lines().find(|line| line.chars().count() > usize::from(width));
        assert_eq!(cut, None);
        let screen = stage.press("<PgDn><Esc>").screen();
        assert!(screen.contains("vraag 1 van"), "Esc closes the help and no more:\n{screen}");
    }
}

#[test]
fn any_size_shows_it_or_asks_for_room() {
    for (width, height) in [(1, 1), (40, 12), (60, 18), (200, 60)] {
        let mut stage = Stage::set(Overview { folder: "/x".into(), ..overview() }, width, height);
        let screen = stage.press("<Ctrl+P>dpia<Down><Down>").screen();
        assert_eq!(screen.lines().count(), usize::from(height));
    }
}
