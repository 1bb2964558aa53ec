//! The guided example in lines, as a newcomer walks it who does what the hint says and nothing else.

use super::{Ear, FixedClock, Office, Person, converse, number, words};
use std::{cell::RefCell, fs, path::Path, rc::Rc};

/// What was said by someone who may go to an example beside their own data.
fn talk(own: &Path, example: &Path, mut says: impl FnMut(&str) -> Option<String>) -> String {
    let now = "2026-11-23T14:02:00+01:00".parse().expect("a moment");
    let open = |folder: &Path| Office::open(folder, Box::new(FixedClock(now))).expect("opens");
    let rehearse = || {
        let mut office = open(example);
        let guide = office.rehearse().map_err(|error| error.to_string())?;
        Ok((office, guide))
    };
    let heard = Rc::new(RefCell::new(Vec::new()));
    let mut person = Person { heard: Rc::clone(&heard), says: &mut says };
    converse(open(own), &mut person, &mut Ear(Rc::clone(&heard)), &rehearse)
        .expect("a conversation");
    let said = heard.borrow().clone();
    String::from_utf8(said).expect("text")
}

/// What someone types who hears this.
fn obey(heard: &str) -> Option<String> {
    let (_, hint) = heard.rsplit_once("VOORBEELD. Rondleiding")?;
    if heard.trim_end().ends_with(words::MORE) {
        // The reasons, and the full stop after them.
        let begun = hint.lines().filter(|line| line.trim() == words::MORE).count() > 1;
        return Some(if begun { "." } else { "Er is weinig risico." }.to_owned());
    }
    if let Some((_, rest)) = hint.split_once("antwoordt: ") {
        let (_, typed) = rest.split_once(". Typ ")?;
        return Some(typed.split('.').next()?.to_owned());
    }
    if let Some((_, rest)) = hint.split_once("het voorbeeld is: ") {
        return Some(rest.lines().next()?.to_owned());
    }
    let typed = [
        ("Typ uitkomst", "uitkomst"),
        ("Typ motivatie", "motivatie"),
        ("Typ onderteken", "onderteken"),
        ("Druk twee keer op Enter", ""),
        ("Typ nee.", "nee"),
        ("Druk op Enter: de volgende", ""),
        ("Dit was de rondleiding", "stop"),
    ];
    if let Some((_, typed)) = typed.into_iter().find(|(told, _)| hint.contains(told)) {
        return Some(typed.to_owned());
    }
    if let Some((_, rest)) = hint.split_once("in Museum Voorbeeld. Typ ") {
        return Some(rest.split(':').next()?.to_owned());
    }
    hint.contains("Typ het nummer bij Vera Voorbeeld").then(|| {
        let before = heard.rsplit_once("VOORBEELD. Rondleiding").map_or("", |(before, _)| before);
        number(before, "Vera Voorbeeld")
    })
}

#[test]
fn whoever_asks_for_the_example_is_led_to_a_signed_record_and_back() {
    let (own, example) = (tempfile::tempdir().expect("one"), tempfile::tempdir().expect("two"));
    let (mut steps, mut begun) = (0, false);
    let said = talk(own.path(), example.path(), |heard| {
        steps += 1;
        assert!(steps < 120, "no end to it: {heard}");
        if !begun {
            assert!(heard.contains(words::guide::OFFER), "{heard}");
            begun = true;
            return Some(words::guide::WORD.to_owned());
        }
        if heard.contains(words::guide::OWN) {
            return None;
        }
        Some(obey(heard).unwrap_or_else(|| panic!("nothing to type: {heard}")))
    });
    assert!(said.contains("stap 6 van 6. Klaar"), "{said}");
    let records = fs::read_dir(example.path().join("verslagen")).expect("records");
    assert_eq!(records.count(), 1, "{said}");
    // Back where one was: the particulars are asked for, and nothing of the example is there.
    assert!(said.rsplit_once(words::guide::OWN).expect("back").1.contains(words::NAME), "{said}");
    let own = fs::read_dir(own.path().join("toetsen")).map_or(0, Iterator::count);
    assert_eq!(own, 0);
}

#[test]
fn it_is_stopped_at_a_question_and_gone_on_with_from_the_overview() {
    let (own, example) = (tempfile::tempdir().expect("one"), tempfile::tempdir().expect("two"));
    let mut step = 0;
    let said = talk(own.path(), example.path(), |heard| {
        step += 1;
        Some(match step {
            1 => "Museum De Linde".to_owned(),
            2..=7 => String::new(),
            8 | 13 => number(heard, words::guide::ROW),
            9 | 14 => number(heard, "Ga verder: Pre-DPIA"),
            10 => "j".to_owned(),
            11 | 12 | 15..=17 => "stop".to_owned(),
            _ => return None,
        })
    });
    assert_eq!(said.matches(words::guide::OWN).count(), 2, "{said}");
    let last = said.rsplit_once(words::guide::WELCOME).expect("again").1;
    assert!(last.contains("Welke rol"), "one goes on where one was: {last}");
    assert!(said.trim_end().ends_with(words::GOODBYE), "{said}");
}

#[test]
fn an_answer_is_taken_back_and_given_again_where_it_was() {
    let (own, example) = (tempfile::tempdir().expect("one"), tempfile::tempdir().expect("two"));
    let mut step = 0;
    let said = talk(own.path(), example.path(), |heard| {
        step += 1;
        Some(match step {
            1 => words::guide::WORD.to_owned(),
            2 => number(heard, "Ga verder: Pre-DPIA"),
            3 => "j".to_owned(),
            4 | 6 => "ongedaan".to_owned(),
            5 | 7 | 8 => "opnieuw".to_owned(),
            _ => return None,
        })
    });
    let told = [words::UNDONE, words::REDONE, words::UNDONE, words::REDONE, words::NOTHING_TO_REDO];
    let mut rest = said.as_str();
    for sentence in told {
        let (_, after) = rest.split_once(sentence).unwrap_or_else(|| panic!("{sentence}: {said}"));
        rest = after;
    }
    // At the question that was taken back one can answer anew, and what is done again shows its answer.
    let back = said.split(words::UNDONE).nth(1).expect("taken back");
    assert!(back.contains("Gebruikt u in deze verwerking gegevens"), "{said}");
    let again = said.rsplit(words::REDONE).next().expect("done again");
    assert!(again.contains("Uw antwoord nu: Ja."), "{said}");
}
