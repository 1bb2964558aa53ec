//! A group around one large screen: who is there, votes that nobody sees too early, what is put aside, decided and agreed.

use crate::stage::{Stage, now, overview, session};
use proptest::prelude::*;
use verantwoord::{
    model::{About, Answer, Answers, Dissent, Id, Participant, Vote},
    session::{Effect, Overview, Reply, Session},
};

fn about() -> About {
    About::Processing(Id::from("ticketsysteem"))
}

/// The pre-DPIA with these people on its list.
fn listed(names: &[&str]) -> Session {
    let mut open = session("pre-dpia", about(), Answers::default());
    for (place, name) in names.iter().enumerate() {
        let edit = open.list(place, Participant::new(*name, "")).unwrap();
        open.apply(edit);
    }
    open
}

/// A group of these people at the first question.
fn group(names: &[&str], width: u16, height: u16) -> Stage {
    let mut stage = Stage::with(listed(names), width, height);
    stage.press("s<Right>");
    stage
}

#[test]
fn who_is_there_is_written_down_and_changed() {
    let mut stage = Stage::with(session("pre-dpia", about(), Answers::default()), 80, 24);
    stage.press("s");
    assert!(stage.screen().contains("Wie zijn er?"), "{}", stage.screen());
    let screen = stage.press("<Right>").screen();
    assert!(screen.contains("Zet eerst iemand op aanwezig"), "{screen}");
    stage.press("aVera<Tab>voorzitter<Enter>aJan<Enter><Enter>");
    stage.press("aJan<Enter><Enter>");
    assert!(stage.screen().contains("Er staat al iemand met die naam"), "{}", stage.screen());
    stage.press(" de Wit<Esc>");
    assert!(stage.screen().contains("Jan"), "{}", stage.screen());
    insta::assert_snapshot!(stage.press("<Up> ").screen());
    let people = stage.kept().participants;
    assert_eq!(people[0], Participant::new("Vera", "voorzitter"));
    assert_eq!(people.len(), 3);
    assert_eq!(people.iter().filter(|one| one.absent).count(), 1);
}

#[test]
fn those_of_last_time_are_proposed_and_taken_over() {
    let people = vec![Participant::new("Vera", "voorzitter"), Participant::new("Jan", "")];
    let mut stage = Stage::set(Overview { people, ..overview() }, 80, 24);
    let open = session("pre-dpia", about(), Answers::default());
    stage.take(Reply::Opened(Box::new(open)));
    let screen = stage.press("s").screen();
    assert!(screen.contains("Vorige keer waren erbij"), "{screen}");
    stage.press("<F7>");
    let names: Vec<_> = stage.kept().participants.into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["Vera", "Jan"]);
    assert!(!stage.screen().contains("Vorige keer"), "{}", stage.screen());
}

#[test]
fn one_question_fills_a_small_screen() {
    insta::assert_snapshot!(group(&["Vera", "Jan"], 80, 24).screen());
}

#[test]
fn one_question_fills_a_large_screen() {
    insta::assert_snapshot!(group(&["Vera", "Jan"], 120, 35).screen());
}

#[test]
fn the_explanation_opens_and_closes_with_one_key() {
    let mut stage = group(&["Vera"], 80, 24);
    assert!(!stage.screen().contains("Waarom deze vraag"), "few words");
    let open = stage.press("t").screen();
    assert!(open.contains("Waarom deze vraag") || open.contains("PgDn"), "{open}");
    let before = group(&["Vera"], 80, 24).screen();
    assert_eq!(stage.press("t").screen(), before);
    assert_eq!(stage.press("t<Esc>").screen(), before);
}

#[test]
fn no_vote_is_shown_before_the_last_one() {
    let mut stage = group(&["Vera", "Jan", "Fatima"], 80, 24);
    stage.press("sj");
    let screen = stage.press("n").screen();
    insta::assert_snapshot!(screen);
    let voting = stage.kept().workshop.unwrap();
    assert!(voting.tally(&Id::from("personal_data")).is_none());
    // Whoever asks for the question again sees nothing either.
    let screen = stage.press("<Esc>").screen();
    assert!(screen.contains("De stemmen zijn nog niet in beeld"), "{screen}");
    assert!(!screen.contains('×'), "{screen}");
    let screen = stage.press("sw").screen();
    assert!(screen.contains("Geen meerderheid"), "{screen}");
}

#[test]
fn the_majority_is_proposed_and_only_a_key_makes_it_the_answer() {
    let mut stage = group(&["Vera", "Jan", "Fatima", "Piet"], 80, 24);
    insta::assert_snapshot!(stage.press("sjnj0").screen());
    let kept_then = stage.kept();
    assert_eq!(kept_then.answers.get(&Id::from("personal_data")), None, "nothing is decided yet");
    let votes = &kept_then.workshop.unwrap().votes[&Id::from("personal_data")];
    assert!(votes.iter().all(|vote| vote.by.is_empty()), "who voted what is not kept");
    stage.press("<Enter>");
    let agreed = stage.kept();
    assert_eq!(agreed.answers.get(&Id::from("personal_data")), Some(&Answer::one("yes")));
    stage.press("eFatima<Tab>ik twijfel<Enter>");
    let dissents = &stage.kept().dissents[&Id::from("personal_data")];
    assert_eq!(dissents[0], Dissent { by: "Fatima".into(), text: "ik twijfel".into() });
    let screen = stage.press("<Enter>").screen();
    assert!(screen.contains("Welke rol"), "on to the next question: {screen}");
}

#[test]
fn what_comes_up_while_voting_is_put_aside_at_the_question() {
    let mut stage = group(&["Vera", "Jan"], 80, 24);
    stage.press("sj").press("pVraag de leverancier<Enter>");
    let parked = stage.kept().workshop.unwrap().parked;
    assert_eq!(parked[0].text, "Vraag de leverancier");
    assert_eq!(parked[0].question, Some(Id::from("personal_data")));
    assert!(stage.press("n").screen().contains("Geen meerderheid"), "the vote goes on");
}

#[test]
fn the_votes_in_a_large_room() {
    insta::assert_snapshot!(group(&["Vera", "Jan", "Fatima"], 120, 35).press("sjnj").screen());
}

#[test]
fn a_choice_is_voted_for_by_its_number_and_skipped_by_choosing_at_once() {
    let mut stage = group(&["Vera", "Jan"], 80, 24);
    stage.press("j<Enter>s22<Enter>");
    let screen = stage.screen();
    assert!(screen.contains("Samen gekozen"), "{screen}");
    let kept = stage.kept();
    assert_eq!(kept.answers.get(&Id::from("personal_data")), Some(&Answer::one("yes")));
    assert_eq!(kept.answers.get(&Id::from("role")), Some(&Answer::one("joint")));
}

#[test]
fn a_text_is_agreed_on_by_typing() {
    let mut open = session("gerechtvaardigd-belang", about(), Answers::default());
    let edit = open.list(0, Participant::new("Vera", "")).unwrap();
    open.apply(edit);
    let mut stage = Stage::with(open, 80, 24);
    stage.press("s<Right>");
    for _ in 0..40 {
        if stage.screen().contains("Druk op Enter om het antwoord te typen") {
            break;
        }
        stage.press("<Right>");
    }
    assert!(!stage.screen().contains("s stem"), "{}", stage.screen());
    let screen = stage.press("<Enter>Wij willen mensen uitnodigen.<Esc>").screen();
    assert!(screen.contains("Wij willen mensen uitnodigen."), "{screen}");
    assert!(screen.contains("Samen gekozen"), "{screen}");
}

#[test]
fn what_is_put_aside_comes_back_when_the_section_ends() {
    let mut stage = group(&["Vera"], 80, 24);
    stage.press("jpVraag het de leverancier<Enter>");
    assert!(stage.screen().contains("Parkeerplaats: 1"), "{}", stage.screen());
    for _ in 0..10 {
        if stage.screen().contains("Dit deel is klaar") {
            break;
        }
        stage.press("<Right>");
    }
    insta::assert_snapshot!(stage.screen());
    stage.press("k");
    assert!(stage.kept().workshop.unwrap().parked[0].done);
    let screen = stage.press("<Enter>").screen();
    assert!(!screen.contains("Dit deel is klaar"), "{screen}");
}

#[test]
fn the_closing_reads_back_what_was_agreed() {
    let mut stage = group(&["Vera", "Jan"], 80, 24);
    stage.press("jbWij beginnen in maart<Enter>pVraag het na<Enter>e<Tab>te vroeg<Enter>");
    stage.press("d<Down> <Esc>");
    insta::assert_snapshot!(stage.press("f").screen());
    let screen = stage.press("<Enter>").screen();
    assert!(screen.contains("› Uitkomst"), "{screen}");
}

/// How many minutes after the group began.
fn later(minutes: i64) -> Reply {
    let instant = now().instant() + jiff::SignedDuration::from_mins(minutes);
    Reply::Time(verantwoord::model::Moment::new(instant, now().offset()))
}

#[test]
fn the_clock_counts_what_the_desk_tells_and_stands_still_when_told() {
    let mut stage = group(&["Vera"], 120, 35);
    assert!(stage.app.is_timed());
    stage.take(later(0));
    stage.press("m4<Enter>");
    for minute in 1..=3 {
        stage.take(later(minute));
    }
    let screen = stage.screen();
    assert!(screen.contains("3 van 4 minuten ███████░░░"), "{screen}");
    assert_eq!(stage.kept().workshop.unwrap().seconds(), 180);
    stage.press("k");
    assert!(!stage.app.is_timed());
    stage.take(later(4));
    stage.take(later(9));
    assert!(stage.screen().contains("4 van 4 minuten · klok staat stil"), "{}", stage.screen());
    // A computer that slept was not in a meeting.
    stage.press("k");
    stage.take(later(10));
    stage.take(later(90));
    assert!(stage.screen().contains("4 van 4 minuten ██████████"), "{}", stage.screen());
    stage.press("<Esc>");
    assert!(!stage.app.is_timed(), "nobody sits together any more");
}

#[test]
fn nothing_of_the_clock_runs_where_no_group_is() {
    let mut stage = Stage::with(listed(&["Vera"]), 80, 24);
    stage.press("jjj<F2>");
    assert!(!stage.app.is_timed());
    let asked = stage.effects.try_iter().any(|effect| matches!(effect, Effect::Time));
    assert!(!asked);
}

#[test]
fn any_size_and_any_keys_are_survived() {
    for (width, height) in [(40, 12), (41, 13), (60, 18), (80, 24), (200, 60)] {
        let mut stage =
            group(&["Vera", "Jan", "Fatima met een lange naam erachter"], width, height);
        let screen = stage
            .press("sj<Up>n<Down>0<Del>w<Esc>t<Down><Esc>")
            .press("px<Enter>bx<Enter>m9<Enter>kk<Right><Right><Right><Right><Right><Right>")
            .press("<Enter>f<Down><Esc>d<Del><Esc>uuuu")
            .screen();
        assert_eq!(screen.lines().count(), usize::from(height));
    }
}

/// Whatever is asked, a group can read it whole at 80 by 24, with every choice.
#[test]
fn every_question_and_choice_fits_at_80_by_24() {
    let mut faults = Vec::new();
    for line in overview().questionnaires {
        let open = session(line.id.as_str(), about(), Answers::default());
        let asked = open.evaluation().asked.clone();
        for id in asked {
            let mut at = open.clone();
            let edit = at.list(0, Participant::new("Vera", "")).unwrap();
            at.apply(edit);
            at.stand(&id);
            let question = at.question(&id).unwrap().clone();
            let mut stage = Stage::with(at, 80, 24);
            let screen = stage.press("<F11><Right>").screen();
            let flat = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            let words = question.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !flat.contains(&words) {
                faults.push(format!("{} › {id}\n{screen}", line.id));
            }
        }
    }
    assert!(faults.is_empty(), "{} questions\n{}", faults.len(), faults.first().unwrap());
}

/// One of the changes that a group makes.
fn change(open: &Session, kind: usize, number: usize) -> Option<verantwoord::session::Edit> {
    let question = Id::from("personal_data");
    let values = [Id::YES, Id::NO, Id::UNKNOWN, Vote::ABSTAINED];
    let people = &open.assessment().participants;
    let name = people.get(number % people.len().max(1)).map_or("", |one| one.name.as_str());
    Some(match kind {
        0 => open.list(number % 6, Participant::new(format!("P{number}"), "")).ok()?,
        1 => open.unlist(number % 6),
        2 => open.vote(&question, name, Some(&Id::from(values[number % 4]))),
        3 => open.vote(&question, name, None),
        4 => open.vote_again(&question),
        5 => open.park(Some(question), format!("{number}")),
        6 => open.unpark(number % 3),
        7 => open.decide(format!("{number}")),
        8 => open.plan(&Id::from("start"), u32::try_from(number).ok()),
        _ => open.disagree(&question, Dissent { by: name.into(), text: "nee".into() }),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn everything_a_group_does_can_be_taken_back_and_nothing_is_shown_early(
        changes in prop::collection::vec((0..10_usize, 0..12_usize), 1..30),
    ) {
        let mut open = session("pre-dpia", about(), Answers::default());
        let mut states = Vec::new();
        for (kind, number) in changes {
            let Some(edit) = change(&open, kind, number) else { continue };
            states.push(open.assessment().clone());
            open.apply(edit);
            let group = open.workshop();
            let question = Id::from("personal_data");
            let waits = !group.waiting(&question, &open.assessment().participants).is_empty();
            prop_assert!(!(waits && group.tally(&question).is_some()));
            let named = group.votes.get(&question).into_iter().flatten().any(|vote| !vote.by.is_empty());
            prop_assert!(!(named && group.is_shown(&question)));
        }
        while let Some(before) = states.pop() {
            open.undo();
            prop_assert_eq!(open.assessment(), &before);
        }
    }
}
