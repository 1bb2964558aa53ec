//! An interview by keys: what is asked, what is shown, what is wished.

use crate::stage::{Stage, now, overview, session};
use verantwoord::{
    model::{About, Answer, Answers, Assessment, Id},
    session::{Edit, Effect, Fact, Overview, Reply},
};

fn about() -> About {
    About::Processing(Id::from("ticketsysteem"))
}

fn fresh() -> Stage {
    Stage::with(session("pre-dpia", about(), Answers::default()), 80, 24)
}

/// The assessment as it was last kept.
fn kept(stage: &Stage) -> Assessment {
    let kept = stage.effects.try_iter().filter_map(|effect| match effect {
        Effect::Keep { assessment, .. } => Some(std::sync::Arc::unwrap_or_clone(assessment)),
        _ => None,
    });
    kept.last().unwrap()
}

fn said(assessment: &Assessment, question: &str) -> Option<Answer> {
    assessment.answers.get(&Id::from(question)).cloned()
}

/// Nothing asked in these sections comes true: to the outcome that no DPIA is needed.
const ALL_NO: &str = "j1nnnnr<Right>r<Right>r<Right>n";

#[test]
fn a_question_is_answered_by_one_key_and_the_next_one_comes() {
    let mut stage = fresh();
    insta::assert_snapshot!(stage.press("j").screen());
    assert_eq!(said(&kept(&stage), "personal_data"), Some(Answer::one("yes")));
}

#[test]
fn a_list_is_answered_in_place() {
    let mut stage = fresh();
    insta::assert_snapshot!(stage.press("j1nnnnnjr").screen());
    let kept = kept(&stage);
    assert_eq!(said(&kept, "art35_3a"), Some(Answer::one("no")));
    assert_eq!(said(&kept, "art35_3b"), Some(Answer::one("yes")));
    assert_eq!(said(&kept, "art35_3c"), Some(Answer::one("no")));
}

#[test]
fn the_questions_of_a_row_come_up_under_it() {
    let mut stage = fresh();
    let screen = stage.press("j1nnnnr<Right>j").screen();
    assert!(screen.contains("[ja ] Heimelijk onderzoek"), "{screen}");
    assert!(screen.contains("   └ Heimelijk onderzoek: grootschalig"), "{screen}");
}

#[test]
fn one_undo_takes_the_rest_back() {
    let mut stage = fresh();
    stage.press("j1nnnnr");
    assert!(said(&kept(&stage), "art35_3c").is_some());
    stage.press("u");
    assert!(said(&kept(&stage), "art35_3c").is_none());
}

#[test]
fn the_outcome_says_why_and_what_now() {
    let mut stage = fresh();
    let screen = stage.press(ALL_NO).screen();
    assert!(screen.contains("DPIA NIET VERPLICHT"), "{screen}");
    assert!(screen.contains("Deze uitkomst moet u motiveren"), "{screen}");
    assert!(!screen.contains("onderteken"), "nothing to sign without a motivation:\n{screen}");
}

#[test]
fn a_motivation_opens_the_way_to_signing() {
    let mut stage = fresh();
    stage.press(ALL_NO).press("mWij vragen weinig.").rest().press("<Esc>");
    assert_eq!(kept(&stage).motivation, "Wij vragen weinig.");
    let screen = stage.screen();
    assert!(screen.contains("F10 onderteken"), "{screen}");
    insta::assert_snapshot!(stage.press("<F10>").screen());
}

#[test]
fn a_note_is_kept_at_its_question() {
    let mut stage = fresh();
    stage.press("oVraag het de leverancier.").rest().press("<Esc>");
    let note = kept(&stage).notes.get(&Id::from("personal_data")).cloned();
    assert_eq!(note.as_deref(), Some("Vraag het de leverancier."));
    let screen = stage.screen();
    assert!(screen.contains("Opmerking: Vraag het de leverancier."), "{screen}");
}

#[test]
fn while_one_writes_it_does_not_say_that_it_is_saved() {
    let mut stage = fresh();
    let mut shows = |keys: &str, words: &str| {
        stage.press(keys);
        let screen = stage.screen();
        assert!(screen.lines().next().unwrap().contains(words), "{keys}: {screen}");
    };
    shows("j", "opgeslagen 14:02");
    shows("o", "opgeslagen 14:02");
    shows("Nog", "opslaan…");
    stage.rest();
    let screen = stage.screen();
    assert!(screen.contains("opgeslagen 14:02"), "{screen}");
}

#[test]
fn where_one_stood_is_kept() {
    let mut stage = fresh();
    stage.press("j1nnnn");
    assert_eq!(kept(&stage).position, Some(Id::from("art35_3a")));
}

/// A step of an institution rests on the toets of every processing: also of those that have none yet.
#[test]
fn a_step_names_the_processings_without_a_toets_and_begins_one() {
    let answers: Answers = [(Id::from("step05_state"), Answer::one("todo"))].into_iter().collect();
    let mut open = session("stappenplan-klantgegevens", About::Organisation, answers);
    open.stand(&Id::from("step05_state"));
    let mut stage = Stage::with(open, 80, 24);
    let screen = stage.press("v").screen();
    assert!(screen.contains("Nieuw ticketsysteem"), "{screen}");
    assert!(screen.contains("nog niet begonnen"), "{screen}");
    stage.press("<Enter>");
    let begun = stage.effects.try_iter().find_map(|effect| match effect {
        Effect::Begin { questionnaire, about, .. } => Some((questionnaire, about)),
        _ => None,
    });
    assert_eq!(begun, Some((Id::from("pre-dpia"), about())));
}

/// What is not law yet is told at the outcome, with how it stands today.
#[test]
fn the_outcome_tells_what_holds_from_a_day_on() {
    let mut stage = Stage::with(session("pre-dpia", about(), Answers::default()), 120, 200);
    let screen = stage.press(ALL_NO).screen();
    let told = "Lijst van de AP met verwerkingen zonder DPIA: geldt nog niet.";
    assert!(screen.contains(told), "{screen}");
}

#[test]
fn a_first_start_says_where_the_data_are() {
    let empty = Overview { folder: "/home/vera/verantwoord".into(), ..Overview::default() };
    insta::assert_snapshot!(Stage::set(empty, 80, 24).screen());
}

#[test]
fn a_small_window_asks_for_a_larger_one() {
    let screen = Stage::set(overview(), 20, 5).screen();
    assert!(screen.starts_with("Maak het venster"), "{screen}");
}

/// Whatever the size, nothing panics and every choice of every question can be seen.
#[test]
fn every_question_fits_at_80_by_24() {
    let mut faults = Vec::new();
    for line in overview().questionnaires {
        let session = session(line.id.as_str(), about(), Answers::default());
        for (section, question) in session.questionnaire().questions() {
            let mut at = session.clone();
            let shown = at.evaluation().asked.contains(&question.id);
            if !shown || at.stand(&question.id).is_none() {
                continue;
            }
            let screen = Stage::with(at, 80, 24).screen();
            let words: Vec<&str> = question.text.split_whitespace().collect();
            let flat = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            if !flat.contains(&words.join(" ")) {
                faults.push(format!("{} › {} › {}\n{screen}", line.id, section.id, question.id));
            }
        }
    }
    assert!(faults.is_empty(), "{} questions\n{}", faults.len(), faults.first().unwrap());
}

#[test]
fn any_size_and_any_keys_are_survived() {
    for (width, height) in [(1, 1), (39, 12), (40, 12), (41, 13), (60, 18), (200, 60), (500, 3)] {
        let mut stage =
            Stage::with(session("pre-dpia", about(), Answers::default()), width, height);
        let screen = stage
            .press(ALL_NO)
            .press("m<Esc>d<Esc>b<Esc><F1><F2><F3>x<Esc><F4><Esc><Esc><Esc>")
            .screen();
        assert_eq!(screen.lines().count(), usize::from(height));
    }
}

/// The answer `20` to the fact "staff", given in another assessment.
fn known_staff() -> Overview {
    let mut overview = overview();
    overview.facts.push(Fact {
        fact: Id::from("staff"),
        about: About::Organisation,
        answer: Answer::Number(20),
        assessment: Id::from("2026-03-01-registerplicht"),
        title: "Is een register verplicht?".into(),
        at: now(),
    });
    overview
}

#[test]
fn an_earlier_answer_is_offered_and_never_taken_silently() {
    let organisation = session("registerplicht", About::Organisation, Answers::default());
    let mut stage = Stage::set(known_staff(), 80, 24);
    stage.take(Reply::Opened(Box::new(organisation)));
    let screen = stage.screen();
    assert!(
        screen.contains("Eerder antwoord: 20 (Is een register verplicht?, 23 november 2026)"),
        "{screen}"
    );
    stage.press("<F5>");
    assert_eq!(said(&kept(&stage), "staff"), Some(Answer::Number(20)));
}

#[test]
fn a_table_is_filled_in_row_by_row() {
    let plan = session("stappenplan-klantgegevens", About::Organisation, Answers::default());
    let mut stage = Stage::with(plan, 80, 24);
    stage.press("<Down><Enter><Enter>Cursus verkopen<Tab>naam en adres<Esc>");
    let screen = stage.screen();
    let row = screen.lines().find(|line| line.contains("Cursus")).unwrap();
    assert!(row.contains("naam en"), "{screen}");
    assert!(screen.contains("Activiteit") && screen.contains("Met wie"), "{screen}");
    let Some(Answer::Rows(rows)) = said(&kept(&stage), "step01_inventory") else {
        panic!("no rows")
    };
    assert_eq!(rows.len(), 1);
    let screen = stage.press("<Esc>").screen();
    assert!(screen.contains("Overzicht van klantgegevens: 1 regel"), "{screen}");
}

#[test]
fn a_step_shows_what_it_rests_on_and_opens_it() {
    let plan = session("stappenplan-klantgegevens", About::Organisation, Answers::default());
    let mut stage = Stage::with(plan, 80, 24);
    let screen = stage.press("v").screen();
    assert!(screen.contains("Kloppen de bewaartermijnen?"), "{screen}");
    let screen = stage.press("<Enter>").screen();
    assert!(screen.contains("Kloppen de bewaartermijnen?"), "{screen}");
    let wish = stage.effects.try_iter().find(|effect| matches!(effect, Effect::Begin { .. }));
    assert!(matches!(wish, Some(Effect::Begin { about: About::Organisation, .. })));
}

/// A next version: last time everything was answered with no.
fn review() -> Stage {
    let mut before = Stage::with(session("pre-dpia", about(), Answers::default()), 80, 24);
    before.press(ALL_NO).press("<F2>");
    let old = kept(&before);
    let mut next = session("pre-dpia", about(), Answers::default());
    let mut assessment = next.assessment().clone();
    assessment.id = Id::from("2027-11-23-toets");
    assessment.previous = Some(Box::new(verantwoord::model::Previous {
        assessment: old.id.clone(),
        version: 1,
        questionnaire: old.questionnaire.clone(),
        signed: now(),
        verdict: Id::from("not_required"),
        title: "DPIA niet verplicht".into(),
        record: "toets-v1.pdf".into(),
        sha256: "ab".repeat(32),
        motivation: String::new(),
        rules: Vec::new(),
        gone: Vec::new(),
        before: Vec::new(),
        answers: old.answers,
    }));
    next = verantwoord::session::Session::new(
        std::sync::Arc::new(verantwoord::engine::Engine::new(
            std::sync::Arc::new(next.questionnaire().clone()),
            now().date(),
        )),
        assessment,
    );
    Stage::with(next, 80, 24)
}

#[test]
fn in_a_review_nothing_counts_before_it_is_confirmed() {
    let mut stage = review();
    let screen = stage.screen();
    assert!(screen.contains("F5 bevestig"), "{screen}");
    stage.press("<F5>");
    assert_eq!(said(&kept(&stage), "personal_data"), Some(Answer::one("yes")));
    // The second one is answered anew.
    stage.press("2");
    let after = kept(&stage);
    assert_eq!(said(&after, "role"), Some(Answer::one("joint")));
    assert_eq!(said(&after, "existing_dpia"), None);
}

#[test]
fn a_whole_list_is_confirmed_by_one_key() {
    let mut stage = review();
    stage.press("<F5><F5><F5><F5><F5><F5>");
    let screen = stage.screen();
    assert!(screen.contains("F7 bevestig alles"), "{screen}");
    stage.press("<F7>");
    assert!(stage.screen().contains("antwoorden zijn ongewijzigd bevestigd"), "{}", stage.screen());
    assert_eq!(said(&kept(&stage), "art35_3a"), Some(Answer::one("no")));
}

#[test]
fn who_disagrees_and_what_must_be_done_are_a_key_away_from_a_question() {
    let mut stage = Stage::with(session("pre-dpia", about(), Answers::default()), 120, 35);
    stage.press("jeFatima: volgens mij niet<Esc>");
    let dissents = kept(&stage).dissents;
    let dissent = &dissents[&Id::from("role")][0];
    assert_eq!((dissent.by.as_str(), dissent.text.as_str()), ("Fatima", "volgens mij niet"));
    assert!(stage.screen().contains("Oneens (Fatima): volgens mij niet"), "{}", stage.screen());
    stage.press("aVraag het de leverancier<Esc>");
    let action = stage.effects.try_iter().find_map(|effect| match effect {
        Effect::KeepAction(action) => Some(*action),
        _ => None,
    });
    let action = action.unwrap();
    assert_eq!(action.text, "Vraag het de leverancier");
    assert_eq!(action.department, "Publiek", "that of the processing");
    assert!(
        matches!(action.origin, verantwoord::model::Origin::Question { question, .. } if question.as_str() == "role")
    );
}

/// What a key costs, counted and not timed: where one can stop is worked out when other questions are asked, and not for every
/// picture.
#[test]
fn where_one_can_stop_is_worked_out_only_when_that_changes() {
    let mut session = session("pre-dpia", about(), Answers::default());
    for (question, value) in [
        ("personal_data", "yes"),
        ("role", "controller"),
        ("existing_dpia", "no"),
        ("statutory_dpia", "no"),
        ("prior_check", "no"),
        ("solo_practitioner", "no"),
    ] {
        session.apply(Edit::answer(&Id::from(question), value));
    }
    let (asked, first) = (session.evaluation().asked.clone(), session.stops().as_ptr());
    session.apply(Edit::answer(&Id::from("c1"), "no"));
    assert_eq!(session.evaluation().asked, asked, "the same questions are asked");
    assert_eq!(session.stops().as_ptr(), first);
    session.apply(Edit::answer(&Id::from("ap_01"), "yes"));
    assert_ne!(session.evaluation().asked, asked, "more questions are asked");
    let stops: Vec<&Id> = session.stops().iter().flat_map(|stop| &stop.questions).collect();
    assert_eq!(stops, session.evaluation().asked.iter().collect::<Vec<_>>());
}
