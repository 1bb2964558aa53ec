//! The overview: what comes first, what fits, and how few keys lead anywhere.

use crate::{
    planted,
    stage::{Stage, overview, session},
};
use jiff::civil::date;
use std::{path::Path, sync::Arc};
use verantwoord::{
    desk::{FixedClock, Office},
    model::{About, Action, Answers, Id, Label, Organisation, Status},
    session::{
        Advance, AssessmentLine, Choice, Comparison, Cover, Difference, Effect, Overview,
        RecordLine, Reply, Side, TwinLine,
    },
    tui::Message,
};

/// An assessment as the overview shows it.
pub(crate) fn line(number: u8, status: Status) -> Arc<AssessmentLine> {
    Arc::new(AssessmentLine {
        because: Label::default(),
        id: Id::new(format!("toets-{number}")),
        questionnaire: Id::from("pre-dpia"),
        title: "Pre-DPIA".into(),
        about: About::Organisation,
        subject: format!("Verwerking {number}").into(),
        advance: Advance { answered: 7, asked: 31, verdict: None },
        changed: planted::noon(),
        status,
        review: None,
        place: "Grootschalig".into(),
        newer: None,
    })
}

/// An institution that is a while underway.
fn underway() -> Overview {
    let waiting = RecordLine {
        path: "/home/vera/verslagen/acties-v1.pdf".into(),
        name: "2026-11-20-acties-v1.pdf".into(),
        cover: Arc::new(Cover { awaits: vec!["Jan Directeur".into()], ..Cover::default() }),
    };
    Overview {
        assessments: (1..=6).map(|number| line(number, Status::Open)).collect(),
        records: vec![waiting],
        today: Some(date(2026, 11, 23)),
        ..overview()
    }
}

/// A made-up institution of this size, as the desk sees it.
fn large(size: usize) -> Overview {
    let folder = tempfile::tempdir().unwrap();
    planted::plant(folder.path(), size);
    Office::open(folder.path(), Box::new(FixedClock(planted::noon()))).unwrap().overview().unwrap()
}

#[test]
fn what_to_do_next_stands_first() {
    let mut nameless = underway();
    nameless.organisation = Some(Organisation::default());
    for (overview, first) in [
        (nameless, "Vul in hoe uw instelling heet"),
        (underway(), "Ga verder: Pre-DPIA · Verwerking 1"),
        (Overview { assessments: Vec::new(), ..underway() }, "Begin met: Stappenplan publieksdata"),
    ] {
        let screen = Stage::set(overview, 80, 24).screen();
        let row = screen.lines().nth(3).unwrap();
        assert!(screen.lines().nth(2).unwrap().contains("Nu eerst"), "{screen}");
        assert!(row.contains(first), "{screen}");
    }
}

/// What stands first is not told a second time right below it.
#[test]
fn what_is_late_stands_there_once() {
    let mut late = Action::by_hand("Vraag de overeenkomst op".to_owned());
    late.due = Some(date(2026, 11, 1));
    let overview =
        Overview { assessments: Vec::new(), actions: vec![Arc::new(late)], ..underway() };
    let screen = Stage::set(overview, 80, 24).screen();
    assert!(screen.lines().nth(3).unwrap().contains("1 actie is te laat"), "{screen}");
    assert_eq!(screen.matches("te laat").count(), 1, "{screen}");
    // Something else stands first: then it is told among what is needed.
    let overview = Overview {
        actions: vec![Arc::new(Action {
            due: Some(date(2026, 11, 1)),
            ..Action::by_hand("Vraag de overeenkomst op".to_owned())
        })],
        ..underway()
    };
    assert_eq!(Stage::set(overview, 80, 24).screen().matches("te laat").count(), 1);
}

#[test]
fn everything_that_is_going_on_fits_in_a_small_window() {
    insta::assert_snapshot!(Stage::set(underway(), 80, 24).screen());
}

#[test]
fn there_are_two_sides_in_a_wide_window() {
    insta::assert_snapshot!(Stage::set(underway(), 120, 35).screen());
}

#[test]
fn a_large_folder_looks_as_calm_as_a_small_one() {
    let screen = Stage::set(large(60), 80, 24).screen();
    assert!(screen.contains("en nog"), "{screen}");
    assert!(screen.contains("Stappenplannen"), "{screen}");
    assert!(screen.contains("De regels zijn vergeleken met de wet"), "{screen}");
}

#[test]
fn rules_that_are_old_are_warned_of() {
    let old = Overview { today: Some(date(2028, 1, 1)), ..underway() };
    let screen = Stage::set(old, 80, 24).screen();
    assert!(screen.contains("Let op: de regels zijn sinds"), "{screen}");
}

#[test]
fn what_is_still_being_read_is_told_and_read_on() {
    let mut stage = Stage::set(Overview { unread: 12, ..underway() }, 80, 24);
    assert!(stage.screen().contains("Nog 12 bestanden"));
    let looks = stage.effects.try_iter().filter(|effect| matches!(effect, Effect::Look));
    assert_eq!(looks.count(), 1);
}

#[test]
fn how_it_was_last_time_is_told_and_looked_up() {
    let mut stage = Stage::set(Overview { checking: true, ..underway() }, 80, 24);
    assert!(stage.screen().contains("Zo was het de vorige keer."));
    let looks = stage.effects.try_iter().filter(|effect| matches!(effect, Effect::Look));
    assert_eq!(looks.count(), 1);
    stage.app.take(Message::Reply(Reply::Overview(Arc::new(underway()))));
    assert!(!stage.screen().contains("vorige keer"));
}

/// Whatever comes in meanwhile, what one sees is what one gets.
#[test]
fn a_list_that_is_open_follows_what_there_is() {
    let mut stage = Stage::set(Overview { checking: true, ..underway() }, 80, 24);
    stage.press("t");
    let newer = Overview {
        assessments: (4..=8).rev().map(|number| line(number, Status::Open)).collect(),
        ..underway()
    };
    stage.app.take(Message::Reply(Reply::Overview(Arc::new(newer))));
    let screen = stage.screen();
    assert!(screen.contains("Verwerking 8") && !screen.contains("Verwerking 1"), "{screen}");
    stage.press("<Enter>");
    let wished = stage.effects.try_iter().find_map(|effect| match effect {
        Effect::Resume(id) => Some(id),
        _ => None,
    });
    assert_eq!(wished, Some(Id::from("toets-8")));
}

/// Two copies of the actions, as the desk lays them side by side.
fn two_copies() -> Comparison {
    let folder = Path::new("/home/vera/verantwoord-gegevens");
    let side = |name: &str, note: &str| Side {
        path: folder.join(name),
        changed: Some(planted::noon()),
        note: note.into(),
        sha256: name.into(),
    };
    let difference = |label: &str, one: &str, two: &str| Difference {
        label: label.into(),
        said: [one.into(), two.into()],
    };
    Comparison {
        what: "de acties".into(),
        sides: [side("acties.ron", ""), side("acties-LAPTOP-VERA.ron", "")],
        differences: vec![
            difference(
                "Sluit een verwerkersovereenkomst.",
                "open · Omar",
                "klaar · Omar · map contracten",
            ),
            difference("Vraag opnieuw toestemming.", "", "open · Vera"),
            difference("Ruim de lijst op.", "bezig · Omar", "open · Omar"),
        ],
        mixable: true,
        separable: false,
    }
}

fn doubled() -> Overview {
    let [original, copy] = two_copies().sides.map(|side| side.path);
    Overview { twins: vec![TwinLine { what: "de acties".into(), original, copy }], ..underway() }
}

#[test]
fn two_copies_stand_first_and_are_chosen_between_per_row_or_whole() {
    for (size, name) in [((80, 24), "narrow"), ((120, 35), "wide")] {
        let mut stage = Stage::set(doubled(), size.0, size.1);
        let screen = stage.screen();
        assert!(screen.contains("Er zijn twee exemplaren van de acties"), "{screen}");
        stage.press("<Enter>");
        let asked = stage.effects.try_iter().find_map(|effect| match effect {
            Effect::Compare(copy) => Some(copy),
            _ => None,
        });
        assert_eq!(asked.as_ref(), Some(&doubled().twins[0].copy));
        stage.take(Reply::Compared(Box::new(two_copies())));
        // The second of the second row; then the cursor is on the third.
        stage.press("<Down><Right><Down>");
        insta::assert_snapshot!(format!("twins_{name}"), stage.screen());
        stage.press("<Enter>");
        let chosen = stage.effects.try_iter().find_map(|effect| match effect {
            Effect::Settle(settlement) => Some(*settlement),
            _ => None,
        });
        let wished = two_copies().settled(Choice::Mixed(vec![false, true, false]));
        assert_eq!(chosen, Some(wished));
        assert!(stage.screen().contains("Uw keuze is bewaard."), "{}", stage.screen());
    }
    for (keys, choice) in [
        ("<Enter>", Choice::First),
        ("2<Enter>", Choice::Second),
        ("21<Enter>", Choice::First),
        ("2<Up><Left><Enter>", Choice::Mixed(vec![false, true, true])),
    ] {
        let mut stage = Stage::set(doubled(), 80, 24);
        stage.press("<Enter>").take(Reply::Compared(Box::new(two_copies())));
        stage.press(keys);
        let chosen = stage.effects.try_iter().find_map(|effect| match effect {
            Effect::Settle(settlement) => Some(settlement.choice),
            _ => None,
        });
        assert_eq!(chosen, Some(choice), "{keys}");
    }
    // Esc chooses nothing.
    let mut stage = Stage::set(doubled(), 80, 24);
    stage.press("<Enter>").take(Reply::Compared(Box::new(two_copies())));
    stage.press("2<Esc>");
    assert!(!stage.effects.try_iter().any(|effect| matches!(effect, Effect::Settle(_))));
}

/// A number counts as one: nobody thinks of its digits.
#[test]
fn everything_is_three_keys_away() {
    // Every list with one key.
    for (keys, crumb) in
        [("a", "Acties"), ("r", "Verwerkingsregister"), ("t", "Toetsen"), ("v", "Verslagen")]
    {
        let screen = Stage::set(underway(), 80, 24).press(keys).screen();
        assert!(screen.lines().next().unwrap().contains(crumb), "{keys}: {screen}");
    }
    // Any row with a number and Enter, whichever way it looks; after g the rows show theirs.
    for size in [(80, 24), (120, 35)] {
        let mut stage = Stage::set(underway(), size.0, size.1);
        let screen = stage.press("g").screen();
        assert!(screen.contains("  1  Ga verder"), "{screen}");
        let row = screen.lines().find(|line| line.contains("Verwerking 3")).unwrap();
        let before = row.split("Pre-DPIA · Verwerking 3").next().unwrap();
        let number = before.split_whitespace().next_back().unwrap().to_owned();
        stage.press(&number).press("<Enter>");
        let wished = stage.effects.try_iter().find_map(|effect| match effect {
            Effect::Resume(id) => Some(id),
            _ => None,
        });
        assert_eq!(wished, Some(Id::from("toets-3")), "{screen}");
    }
    // Any question of the assessment at hand: g, its number, Enter.
    let plan = session("stappenplan-publieksdata", About::Organisation, Answers::default());
    let mut stage = Stage::with(plan, 80, 24);
    stage.press("g").press("3").press("<Enter>");
    assert!(stage.screen().lines().next().unwrap().contains("vraag 3 "), "{}", stage.screen());
    stage.press("g").press("999");
    assert!(stage.press("<Enter>").screen().contains("Dat nummer is er niet"));
}
