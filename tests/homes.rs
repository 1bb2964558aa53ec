//! The overview: what comes first, what fits, and how few keys lead anywhere.

use crate::{
    planted,
    stage::{Stage, overview, session},
};
use jiff::civil::date;
use verantwoord::{
    desk::{FixedClock, Office},
    model::{About, Answers, Id, Organisation, Status},
    session::{Advance, AssessmentLine, Effect, Overview, RecordLine},
};

fn line(number: u8, status: Status) -> AssessmentLine {
    AssessmentLine {
        because: String::new(),
        id: Id::new(format!("toets-{number}")),
        questionnaire: Id::from("pre-dpia"),
        title: "Pre-DPIA".into(),
        about: About::Organisation,
        subject: format!("Verwerking {number}"),
        advance: Advance { answered: 7, asked: 31, verdict: None },
        changed: planted::noon(),
        status,
        review: None,
        place: "Grootschalig".into(),
        newer: None,
    }
}

/// An institution that is a while underway.
fn underway() -> Overview {
    let waiting = RecordLine {
        path: "/home/vera/verslagen/acties-v1.pdf".into(),
        name: "2026-11-20-acties-v1.pdf".into(),
        awaits: vec!["Jan Directeur".into()],
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
