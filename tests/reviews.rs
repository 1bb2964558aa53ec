//! A signed toets looked at again: last time's answers beside the questions, and what becomes of them.

use crate::stage::{Stage, now, overview};
use std::sync::Arc;
use verantwoord::{
    engine::Engine,
    format::Library,
    model::{About, Answer, Answers, Assessment, Held, Id, Participant, Previous, Workshop},
    session::{Reply, Session},
    tui::Message,
};

/// The pre-DPIA as it was answered three years ago: nothing comes true but one criterion.
fn then() -> Answers {
    let no = (1..=17).map(|item| format!("ap_{item:02}")).chain((2..=9).map(|c| format!("c{c}")));
    let single = "existing_dpia statutory_dpia prior_check solo_practitioner art35_3a art35_3b \
                  art35_3c serious_harm";
    let no = no.chain(single.split_whitespace().map(str::to_owned));
    let said = [("personal_data", "yes"), ("role", "controller"), ("c1", "yes")];
    let said = said.map(|(id, value)| (id.to_owned(), value)).into_iter();
    let all = said.chain(no.map(|id| (id, "no")));
    all.map(|(id, value)| (Id::from(id.as_str()), Answer::one(value))).collect()
}

fn again() -> Session {
    let edition = Library.get(&Id::from("pre-dpia")).unwrap();
    let signed = "2023-11-20T10:00:00+01:00".parse().unwrap();
    let previous = Previous {
        assessment: Id::from("2023-11-20-toets"),
        version: 1,
        questionnaire: edition.pinned.clone(),
        signed,
        verdict: Id::from("not_required"),
        title: "DPIA niet verplicht".to_owned(),
        record: "2023-11-20-pre-dpia-v1.pdf".to_owned(),
        sha256: "0".repeat(64),
        answers: then(),
        motivation: "Wij vragen weinig.".to_owned(),
        rules: vec![Held { rule: Id::from("one_criterion"), text: "Eén criterium.".to_owned() }],
        gone: Vec::new(),
        before: Vec::new(),
    };
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut assessment =
        Assessment::begin(Id::from("2026-11-23-toets"), edition.pinned.clone(), about, now());
    assessment.previous = Some(Box::new(previous));
    Session::new(Arc::new(Engine::new(edition.questionnaire, now().date())), assessment)
}

fn stage() -> Stage {
    Stage::with(again(), 80, 24)
}

#[test]
fn last_times_answer_stands_beside_the_question_and_one_key_confirms_it() {
    let mut stage = stage();
    let screen = stage.screen();
    assert!(screen.contains("0 van 36 bevestigd"), "{screen}");
    assert!(screen.contains("Vorige keer (20 november 2023): Ja."), "{screen}");
    insta::assert_snapshot!(screen);
    stage.press("<F5>");
    let screen = stage.screen();
    assert!(screen.contains("1 van 36 bevestigd"), "{screen}");
    // And the question that comes next has its own.
    assert!(screen.contains("Welke rol heeft uw instelling"), "{screen}");
    assert_eq!(stage.kept().answers.get(&Id::from("personal_data")), Some(&Answer::one("yes")));
    let screen = stage.press("<Left>").screen();
    assert!(screen.contains("Ongewijzigd bevestigd."), "{screen}");
    // Taking the answer back takes back that it was confirmed.
    let screen = stage.press("u").screen();
    assert!(screen.contains("0 van 36 bevestigd"), "{screen}");
    assert!(screen.contains("Vorige keer (20 november 2023): Ja."), "{screen}");
}

#[test]
fn the_cursor_begins_on_last_times_answer_and_another_one_is_a_change() {
    let mut stage = stage();
    let screen = stage.press("<F5><F5>n<F5>w<Left>").screen();
    assert!(screen.contains("Gewijzigd. Vorige keer: Nee"), "{screen}");
    assert!(screen.contains("4 van 36 bevestigd, 1 gewijzigd"), "{screen}");
    // Enter takes what is under the cursor, and that is last time's answer.
    let screen = stage.press("<Right><Enter>").screen();
    assert!(screen.contains("5 van 36 bevestigd, 1 gewijzigd"), "{screen}");
}

#[test]
fn a_list_says_what_each_row_was_and_confirms_all_at_once() {
    let mut stage = stage();
    stage.press("<F5><F5><F5><F5><F5><F5>");
    let screen = stage.screen();
    assert!(
        screen.contains("[   ] Ingrijpende beoordeling door de computer · vorige keer: nee"),
        "{screen}"
    );
    let screen = stage.press("<F5>j").screen();
    assert!(screen.contains("· bevestigd"), "{screen}");
    assert!(screen.contains("· gewijzigd, was: nee"), "{screen}");
    insta::assert_snapshot!(screen);
    let screen = stage.press("u<Up><F7>").screen();
    assert!(screen.contains("2 antwoorden zijn ongewijzigd bevestigd."), "{screen}");
    assert!(screen.contains("9 van 36 bevestigd"), "{screen}");
    let screen = stage.press("u").screen();
    assert!(screen.contains("7 van 36 bevestigd"), "one undo takes them all back:\n{screen}");
}

#[test]
fn what_was_not_there_last_time_is_new() {
    let mut stage = stage();
    // An item of the list of the AP now occurs, and its own questions come up.
    let screen = stage.press("<F5><F5><F5><F5><F5><F5><F7><Right>jw").screen();
    assert!(screen.contains("· gewijzigd, was: nee"), "{screen}");
    assert!(screen.contains("· nieuw"), "{screen}");
    assert!(screen.contains("1 gewijzigd, 1 nieuw"), "{screen}");
}

#[test]
fn the_outcome_tells_how_far_it_is_and_offers_last_times_motivation() {
    let mut stage = stage();
    let all = "<F5><F5><F5><F5><F5><F5><F7><Right><F7><Right><F7><Right><F5>";
    let screen = stage.press(all).screen();
    assert!(screen.contains("Vorige uitkomst (20 november 2023): DPIA niet verplicht"), "{screen}");
    assert!(screen.contains("36 van 36 bevestigd."), "{screen}");
    let shown = stage.press("<F5>").screen();
    let kept = stage.kept();
    assert_eq!(kept.motivation, "Wij vragen weinig.", "{shown}");
    assert!(shown.contains("F10 onderteken"), "{shown}");
    insta::assert_snapshot!(shown);
}

#[test]
fn another_day_is_agreed_and_the_screen_says_why_there_is_one() {
    let mut stage = stage();
    let screen = stage.press("<F2>h").screen();
    assert!(
        screen.contains("Uiterlijk op 23 november 2029. Dat is 3 jaar na het ondertekenen."),
        "{screen}"
    );
    assert!(screen.contains("AVG art. 35 lid 11"), "{screen}");
    let screen = stage.press("gisteren<Enter>").screen();
    assert!(screen.contains("Dat is geen datum die nog moet komen."), "{screen}");
    stage.press(
        "<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>",
    );
    stage.press("1-3-2027<Enter>");
    assert_eq!(stage.kept().review, Some(jiff::civil::date(2027, 3, 1)));
}

#[test]
fn a_group_sees_last_times_answer_too() {
    let mut session = again();
    let people = vec![Participant::new("Vera Linde", ""), Participant::new("Jan", "")];
    session.apply(verantwoord::session::Edit::Participants(people));
    session.apply(verantwoord::session::Edit::Workshop(Some(Box::new(Workshop::default()))));
    let mut stage = Stage::set(overview(), 80, 24);
    stage.app.take(Message::Reply(Reply::Opened(Box::new(session))));
    let screen = stage.press("s<Right>").screen();
    assert!(screen.contains("Vorige keer (20 november 2023): Ja."), "{screen}");
    let screen = stage.press("<F5>").screen();
    assert!(screen.contains("Samen gekozen. Ongewijzigd bevestigd."), "{screen}");
}

#[test]
fn the_yearly_round_asks_where_and_one_ticks_the_register() {
    let round = crate::stage::session("jaarlijkse-ronde", About::Organisation, Answers::default());
    let mut stage = Stage::with(round, 80, 24);
    let screen = stage.press("j<Enter>").screen();
    assert!(screen.contains("[ ] De hele instelling"), "{screen}");
    let screen = stage.press("<Down> ").screen();
    assert!(screen.contains("[x] Nieuw ticketsysteem"), "{screen}");
    insta::assert_snapshot!(screen);
    let rows = vec![verantwoord::model::Row::from([(
        Id::from("where"),
        "Nieuw ticketsysteem".to_owned(),
    )])];
    let said = stage.kept().answers.get(&Id::from("supplier_where")).cloned();
    assert_eq!(said, Some(Answer::Rows(rows)));
    // What is ticked stands under the question too.
    let screen = stage.press("<Esc>").screen();
    assert!(screen.contains("\n Nieuw ticketsysteem\n"), "{screen}");
    let screen = stage.press("<Enter>u").screen();
    assert!(screen.contains("[ ] Nieuw ticketsysteem"), "{screen}");
}
