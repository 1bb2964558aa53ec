//! What a record tells of deviating from the outcome, and of the advice of the DPO.

use super::{begin, office};
use crate::{
    engine::Heeded,
    model::{Answer, Answers, Id, Organisation},
    session::{Edit, Effect, Reply, Session},
};
use std::{fs, path::Path};

fn say(session: &mut Session, question: &str, answer: Option<Answer>) {
    session.apply(Edit::Answer { question: Id::from(question), answer });
}

/// The assessment with the golden answers of this name, and its record as text.
fn record(golden: &str) -> (Session, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let organisation = Organisation { name: "Museum Hof".to_owned(), ..Default::default() };
    office.perform(Effect::KeepOrganisation(Box::new(organisation)));
    let mut session = begin(&mut office);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers/pre-dpia");
    let text = fs::read(path.join(golden).with_extension("json")).expect("there");
    let answers: Answers = serde_json::from_slice(&text).expect("answers");
    for (id, answer) in answers.iter() {
        say(&mut session, id.as_str(), Some(answer.clone()));
    }
    let wish = Effect::Preview(Box::new(session.assessment().clone()));
    match office.perform(wish) {
        Reply::Preview(pages) => (session, pages.join("\n")),
        other => panic!("{other:?}"),
    }
}

/// What stands between the title of the part and the next, on one line.
fn part(record: &str) -> String {
    let (_, rest) = record.split_once("Afwijking en advies van de FG").expect("the part");
    let (part, _) = rest.split_once("Vragen en antwoorden").expect("the next part");
    part.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_deviation_is_told_with_its_reasons_and_the_advice_that_was_followed() {
    let (session, record) = record("rule_of_two_deviated");
    let aside = session.aside().expect("known");
    assert_eq!((aside.deviates, aside.heeded), (Some(true), Some(Heeded::Followed)));
    let part = part(&record);
    for words in [
        "Er is afgeweken, met redenen. De mening van de FG is gevolgd.",
        "Redenen om af te wijken De gegevens van twintig deelnemers",
        "Mening van de FG FG, 12 november 2026: akkoord",
        "AVG art. 35 lid 2",
    ] {
        assert!(part.contains(words), "{words}: {part}");
    }
    assert!(!part.contains("niet te volgen"), "{part}");
}

#[test]
fn advice_that_was_not_followed_is_told_with_the_reasons() {
    let (session, record) = record("rule_of_two_deviated_list_unknown");
    assert_eq!(session.aside().expect("known").heeded, Some(Heeded::Overruled));
    let part = part(&record);
    for words in [
        "De mening van de FG is niet gevolgd, met redenen.",
        "Redenen om de mening van de FG niet te volgen De FG wil de lijst na twee weken wissen.",
    ] {
        assert!(part.contains(words), "{words}: {part}");
    }
}

#[test]
fn that_nobody_gave_advice_is_told_with_why_not() {
    let (_, record) = record("grens_find_out_unclear_actie_vanaf_2");
    let words = "Er is geen mening van een FG, want: Wij hebben geen FG, en niemand anders keek";
    assert!(part(&record).contains(words), "{record}");
}

#[test]
fn that_there_is_no_deviation_is_told_too_also_of_one_that_was_taken_back() {
    let (_, record) = record("none");
    assert_eq!(part(&record), "Er is geen afwijking.");
    let (mut session, _) = self::record("rule_of_two_deviated_list_unknown");
    say(&mut session, "deviate", Some(Answer::one("no")));
    let aside = session.aside().expect("known");
    assert_eq!((aside.deviates, aside.heeded), (Some(false), None));
    assert!(aside.told.is_empty() && aside.sources.is_empty(), "hidden answers do not count");
    say(&mut session, "deviate", None);
    assert_eq!(session.aside().expect("known").deviates, None);
}

#[test]
fn a_questionnaire_without_deviation_has_no_such_part() {
    let folder = tempfile::tempdir().expect("a folder");
    let effect = Effect::Begin {
        questionnaire: Id::from("fg-plicht"),
        about: crate::model::About::Organisation,
        processing: None,
    };
    let Reply::Opened(session) = office(folder.path()).perform(effect) else { panic!("begun") };
    assert_eq!(session.aside(), None);
}
