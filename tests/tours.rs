//! The guided example on the screen: one hint at each step, whatever one does.

use crate::stage::{Stage, session};
use verantwoord::{
    model::{About, Answer, Answers, Id},
    session::{Guide, Reply},
};

/// What the example answers here: a few of the first questions, and one row of a list.
fn guide() -> Guide {
    let answers = [("personal_data", "yes"), ("role", "controller"), ("existing_dpia", "no")];
    Guide {
        assessment: Id::from("2026-11-23-toets"),
        answers: answers
            .map(|(id, value)| (Id::from(id), Answer::one(value)))
            .into_iter()
            .collect(),
        motivation: String::new(),
        signer: "Vera Voorbeeld".to_owned(),
        passphrase: "paars fietspad".to_owned(),
    }
}

fn walk(width: u16, height: u16) -> Stage {
    let mut stage = Stage::guided(guide(), width, height);
    let about = About::Processing(Id::from("ticketsysteem"));
    stage.take(Reply::Opened(Box::new(session("pre-dpia", about, Answers::default()))));
    stage
}

#[test]
fn the_hint_lies_under_the_question() {
    insta::assert_snapshot!(walk(80, 24).screen());
}

#[test]
fn there_is_room_for_it_in_a_small_window() {
    let screen = walk(40, 12).screen();
    assert!(screen.lines().next().unwrap().contains("VOORBEELD"), "{screen}");
    insta::assert_snapshot!(screen);
}

#[test]
fn it_says_what_the_example_answers_and_follows_whoever_answers_otherwise() {
    let mut stage = walk(80, 24);
    let screen = stage.press("j").screen();
    assert!(screen.contains("Druk op 1."), "{screen}");
    let screen = stage.press("1n<Left><Left>").screen();
    assert!(screen.contains("Deze vraag is beantwoord."), "{screen}");
    let screen = stage.press("2").press("<Left>").screen();
    assert!(screen.contains("In het voorbeeld is het antwoord: "), "{screen}");
    let screen = stage.press("<F1>").screen();
    assert!(screen.contains("Met Esc gaat u terug naar de vragen."), "{screen}");
}

#[test]
fn outside_the_example_there_is_no_hint() {
    let about = About::Processing(Id::from("ticketsysteem"));
    let screen = Stage::with(session("pre-dpia", about, Answers::default()), 80, 24).screen();
    assert!(!screen.contains("Rondleiding"), "{screen}");
}
