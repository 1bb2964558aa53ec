//! Whole conversations: what a person types, and what is on disk and on the screen afterwards.

mod guide;
mod keeping;

use super::{Listener, converse, hear, words};
use crate::{
    desk::{FixedClock, Office},
    engine::Engine,
    format::Library,
    model::{About, Answer, Answers, Assessment, Id, Kind, Question},
    session::Session,
    tui::{
        Edited,
        words::{Dutch, Word, Words as _},
    },
};
use hear::Heard;
use std::{cell::RefCell, fs, io, path::Path, rc::Rc, sync::Arc};
use zeroize::Zeroizing;

/// Someone who hears what is said, and says what they think of.
struct Person<'a> {
    heard: Rc<RefCell<Vec<u8>>>,
    says: &'a mut dyn FnMut(&str) -> Option<String>,
}

impl Listener for Person<'_> {
    fn line(&mut self) -> io::Result<Option<String>> {
        let heard = String::from_utf8(self.heard.borrow().clone()).expect("text");
        Ok((self.says)(&heard))
    }

    fn secret(&mut self) -> io::Result<Option<Zeroizing<String>>> {
        self.line().map(|line| line.map(Zeroizing::new))
    }
}

struct Ear(Rc<RefCell<Vec<u8>>>);

impl io::Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What was said in a conversation in `folder`.
fn talk(folder: &Path, mut says: impl FnMut(&str) -> Option<String>) -> String {
    let now = "2026-11-23T14:02:00+01:00".parse().expect("a moment");
    let office = Office::open(folder, Box::new(FixedClock(now))).expect("opens");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let mut person = Person { heard: Rc::clone(&heard), says: &mut says };
    converse(office, &mut person, &mut Ear(Rc::clone(&heard)), &no_example)
        .expect("a conversation");
    let said = heard.borrow().clone();
    String::from_utf8(said).expect("text")
}

fn no_example() -> Result<(Office, crate::session::Guide), String> {
    Err("Hier is geen voorbeeld.".to_owned())
}

/// The number in front of the last row that says this.
fn number(heard: &str, row: &str) -> String {
    let line = heard.lines().rev().find(|line| line.contains(row)).expect(row);
    line.split(['.', '=']).next().unwrap_or_default().trim().to_owned()
}

/// Says these lines, and then nothing more.
fn lines(lines: &[&str]) -> impl FnMut(&str) -> Option<String> {
    let mut lines = lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>().into_iter();
    move |_| lines.next()
}

/// The institution's name, and the other particulars left open.
const PARTICULARS: [&str; 7] = ["Museum De Linde", "", "", "", "", "", ""];

/// Someone with a text program that puts a line under each text.
struct Writer<'a>(Person<'a>);

impl Listener for Writer<'_> {
    fn line(&mut self) -> io::Result<Option<String>> {
        self.0.line()
    }

    fn secret(&mut self) -> io::Result<Option<Zeroizing<String>>> {
        self.0.secret()
    }

    fn edit(&mut self, text: &str) -> Option<Edited> {
        Some(Edited { text: Some(format!("{text}\nEn dit erbij.")), fault: None })
    }
}

#[test]
fn a_note_is_worked_on_in_ones_own_text_program() {
    let folder = tempfile::tempdir().expect("a folder");
    let now = "2026-11-23T14:02:00+01:00".parse().expect("a moment");
    let office = Office::open(folder.path(), Box::new(FixedClock(now))).expect("opens");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let mut begin = PARTICULARS.iter().map(|line| (*line).to_owned());
    let mut step = 0;
    let mut says = |heard: &str| {
        begin.next().or_else(|| {
            step += 1;
            Some(match step {
                1 => number(heard, "Begin: Is een FG verplicht?"),
                2 => "notitie Eerst dit.".to_owned(),
                3 => "notitie".to_owned(),
                4 => words::EDIT.to_owned(),
                5 => "stop".to_owned(),
                _ => return None,
            })
        })
    };
    let person = Person { heard: Rc::clone(&heard), says: &mut says };
    converse(office, &mut Writer(person), &mut Ear(Rc::clone(&heard)), &no_example)
        .expect("a conversation");
    let toetsen = fs::read_dir(folder.path().join("toetsen")).expect("toetsen");
    let kept: String = toetsen
        .map(|one| fs::read_to_string(one.expect("one").path().join("toets.ron")).expect("text"))
        .collect();
    assert!(kept.contains("Eerst dit.") && kept.contains("En dit erbij."), "{kept}");
}

/// Where there is no terminal the word is no text: it says what to do instead.
#[test]
fn without_a_terminal_the_text_is_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut said = PARTICULARS.to_vec();
    let number = {
        let heard = talk(folder.path(), lines(&said));
        number(&heard, "Begin: Is een FG verplicht?")
    };
    said = vec![&number, "notitie", words::EDIT, "Getypt.", ".", "stop", "stop"];
    let heard = talk(folder.path(), lines(&said));
    assert!(heard.contains(words::NO_TERMINAL_TO_EDIT), "{heard}");
}

#[test]
fn a_whole_pre_dpia_from_first_start_to_signed_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut begin = PARTICULARS.iter();
    let mut step = 0;
    let said = talk(folder.path(), |heard| {
        let prompt = heard.rsplit('\n').next().unwrap_or_default();
        if let Some(line) = begin.next() {
            return Some((*line).to_owned());
        }
        if prompt.starts_with(words::ANSWER) {
            let question = heard.rsplit("Vraag ").next().unwrap_or_default();
            return Some(
                if question.starts_with("1 van") {
                    "j"
                } else if question.contains("= Nee") {
                    "n"
                } else {
                    "1"
                }
                .to_owned(),
            );
        }
        step += 1;
        Some(match step {
            1 => number(heard, "Begin: Pre-DPIA"),
            2 => number(heard, words::NEW_PROCESSING),
            3 => "Nieuw ticketsysteem".to_owned(),
            4 | 5 | 16 | 19..=21 => String::new(),
            6 => "motivatie".to_owned(),
            7 => "Wij verkopen alleen kaarten.".to_owned(),
            8 => ".".to_owned(),
            9 => "onderteken".to_owned(),
            10 => number(heard, words::NEW_KEY),
            11 => "Vera Visser".to_owned(),
            12 => "Coördinator".to_owned(),
            13 | 14 | 22 => "de linde bloeit in juni weer".to_owned(),
            15 => "opsteller".to_owned(),
            17 => "ja".to_owned(),
            18 => "Dirk Dijk".to_owned(),
            _ => return None,
        })
    });
    assert!(said.contains("Uitkomst: "), "{said}");
    assert!(said.contains("Als wat tekent u? (leeg = Coördinator)"), "{said}");
    assert!(said.contains("(leeg = Opgesteld naar beste weten)"), "{said}");
    assert!(said.contains("Reden: Opgesteld naar beste weten"), "{said}");
    assert!(said.contains("Dirk Dijk"), "{said}");
    assert!(said.contains("Het verslag is gemaakt en ondertekend."), "{said}");
    assert!(said.contains("Vraag 2 van"), "{said}");
    let records = fs::read_dir(folder.path().join("verslagen")).expect("records").count();
    assert_eq!(records, 1);
    // Nothing that only means something on a full screen.
    assert!(!said.contains('\u{1b}'));
    assert!(!said.contains(['│', '─', '█', '░']), "{said}");
    // The passphrase is asked for, and never told.
    assert!(!said.contains("bloeit"));
}

#[test]
fn whoever_stops_goes_on_where_they_were() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = [
        &PARTICULARS[..],
        &["1", "1", "Nieuwsbrief", "", "", "j", "notitie let op", "stop", "stop"],
    ]
    .concat();
    let before = talk(folder.path(), lines(&first));
    assert!(before.contains(words::GOODBYE), "{before}");
    let after = talk(folder.path(), lines(&["1", "terug", "", "bewaar"]));
    assert!(after.contains("Ga verder: Pre-DPIA"), "{after}");
    assert!(after.contains("Vraag 2 van"), "{after}");
    assert!(after.contains("Uw antwoord nu: Ja."), "{after}");
    assert!(after.contains("Alles is bewaard om 14:02."), "{after}");
    let toets = fs::read_dir(folder.path().join("toetsen")).expect("a folder").next().expect("one");
    let text = fs::read_to_string(toets.expect("one").path().join("toets.ron")).expect("text");
    assert!(text.contains("let op"), "{text}");
}

#[test]
fn a_question_mark_in_a_form_asks_for_help() {
    let folder = tempfile::tempdir().expect("a folder");
    let particulars =
        ["?", "Museum De Linde", "?", "museum", "", "?", "", "", "", "?", "ongeveer 12"];
    let processing = ["1", "1", "?", "Nieuwsbrief", "?", "", "?", "", "stop"];
    let said = talk(folder.path(), lines(&[&particulars[..], &processing, &["stop"]].concat()));
    let hints = [
        Word::HintName,
        Word::HintSector,
        Word::HintContact,
        Word::HintStaff,
        Word::HintProcessing,
        Word::HintPurpose,
        Word::HintDepartment,
    ];
    for hint in hints {
        assert!(said.contains(Dutch.say(hint)), "{hint:?}: {said}");
    }
    let kept = fs::read_to_string(folder.path().join("instelling.ron")).expect("kept");
    let whole = kept.contains("Museum De Linde") && kept.contains("staff: 12,");
    assert!(whole && !kept.contains('?'), "{kept}");
}

#[test]
fn a_line_that_is_no_answer_is_told_what_would_be_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let typed = ["1", "1", "Nieuwsbrief", "", "", "misschien", "vraag 900", "?", "uitleg", "wis 9"];
    let said = talk(folder.path(), lines(&[&PARTICULARS[..], &typed].concat()));
    assert!(said.contains("Dat is hier geen antwoord. Typ j voor ja"), "{said}");
    assert!(said.contains("Typ een nummer van 1 tot en met"), "{said}");
    assert!(said.contains("oneens NAAM: REDEN"), "{said}");
    assert!(said.contains("Bron"), "{said}");
}

#[test]
fn what_a_file_says_cannot_steer_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let evil = [
        "Museum \u{1b}[2J\u{202e}",
        "",
        "",
        "",
        "",
        "",
        "",
        "28",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "stop",
    ];
    let said = talk(folder.path(), lines(&evil));
    assert!(said.contains("Naam van de instelling (nu: Museum "), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn what_could_not_be_saved_is_never_called_saved_and_is_saved_once_that_can_be_done() {
    let home = tempfile::tempdir().expect("a folder");
    let (folder, away) = (home.path().join("stick"), home.path().join("weg"));
    let typed = ["1", "1", "Nieuwsbrief", "", "", "j", "<weg>", "1", "bewaar", "stop", ""];
    let mut typed =
        PARTICULARS.iter().chain(&typed).chain(&["<terug>", "", "bewaar", "stop"]).copied();
    let said = talk(&folder, |_| {
        let line = typed.next()?;
        match line {
            "<weg>" => fs::rename(&folder, &away).expect("pulled out"),
            "<terug>" => fs::rename(&away, &folder).expect("put back"),
            line => return Some(line.to_owned()),
        }
        typed.next().map(str::to_owned)
    });
    let (before, after) = said.rsplit_once(words::TRY_AGAIN).expect("asked again");
    assert_eq!(said.matches("NIET BEWAARD").count(), 3, "{said}");
    assert!(!before.contains("Alles is bewaard"), "{said}");
    assert!(after.contains(words::GOODBYE), "{said}");
    let toets = fs::read_dir(folder.join("toetsen")).expect("a folder").next().expect("one");
    let text = fs::read_to_string(toets.expect("one").path().join("toets.ron")).expect("text");
    assert!(text.contains("\"role\": \"controller\""), "{text}");
}

#[test]
fn who_lets_go_of_what_could_not_be_saved_is_not_told_that_all_is_saved() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("stick");
    let typed = ["1", "1", "Nieuwsbrief", "", "", "j", "stop", "weg", "stop"];
    let mut typed = PARTICULARS.iter().chain(&typed).copied();
    let said = talk(&folder, |_| {
        let line = typed.next()?;
        if line == "j" {
            fs::remove_dir_all(&folder).expect("gone");
        }
        Some(line.to_owned())
    });
    assert!(said.contains(words::GOODBYE_LOST), "{said}");
    assert!(!said.contains(words::GOODBYE), "{said}");
}

/// Every question that any shipped questionnaire asks.
fn questions() -> Vec<Question> {
    let editions = Library.ids().filter_map(|id| Library.get(&Id::from(id)));
    let all = editions.flat_map(|edition| {
        edition.questionnaire.questions().map(|(_, question)| question.clone()).collect::<Vec<_>>()
    });
    all.collect()
}

#[test]
fn every_choice_of_every_question_can_be_said_by_number_and_by_name() {
    for question in questions() {
        let several = matches!(question.kind, Kind::Several(_));
        for (place, value) in question.values().into_iter().enumerate() {
            let answer = if several {
                Answer::Several(vec![value.clone()])
            } else {
                Answer::one(value.as_str())
            };
            let wanted = Heard::Answer(answer);
            assert_eq!(
                hear::hear(&question, &(place + 1).to_string(), None),
                wanted,
                "{}",
                question.id
            );
            if !several {
                let label = hear::label(&question, &value);
                assert_eq!(hear::hear(&question, &label, None), wanted, "{}: {label}", question.id);
            }
        }
    }
}

#[test]
fn the_register_is_kept_line_by_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let begin = PARTICULARS.map(str::to_owned);
    // Into the register, a new entry: name, purpose, an explanation, a department, and then a ground that is none.
    let told = "nieuw|Nieuwsbrief|nieuws sturen|?|Publiek||leden|naam|misschien|nee||a|aangemeld|||\
                nieuw|adressen||de wet|1||2 jaar|||nieuw|MailBureau|verstuurt|map 2|klaar|\
                1|w|-|klaar|zoek beveiliging|uitvoer|";

    let mut told = told.split('|').map(str::to_owned);
    let mut begin = begin.into_iter();
    let mut there = false;
    let said = talk(folder.path(), |heard| {
        if let Some(line) = begin.next() {
            return Some(line);
        }
        if !there {
            there = true;
            return Some(number(heard, "Verwerkingsregister"));
        }
        told.next()
    });
    assert!(said.contains("De afdeling die dit doet"), "an explanation: {said}");
    assert!(said.contains("ja of nee. Zijn er"), "what cannot be read is told: {said}");
    let kept =
        fs::read_to_string(folder.path().join("verwerkingen/nieuwsbrief.ron")).expect("kept");
    for text in ["nieuws sturen", "Publiek", "2 jaar", "de wet", "MailBureau", "map 2", "Consent"] {
        assert!(kept.contains(text), "{text}: {kept}");
    }
    assert!(kept.contains("Nog zonder naam"), "an emptied name loses nothing: {kept}");
    assert!(said.contains("Beveiliging niet beschreven"), "what is missing: {said}");
    assert!(folder.path().join("uitvoer/verwerkingsregister-2026-11-23.md").exists(), "{said}");
}

/// What was said when each line answers the prompt it belongs to; a prompt that is not expected ends the conversation.
fn answering(folder: &Path, said: &[(&str, &str)]) -> String {
    let mut said = said.iter();
    talk(folder, |heard| {
        let prompt = heard.rsplit('\n').next().unwrap_or_default();
        let (expected, line) = said.next()?;
        if !prompt.starts_with(expected) {
            return None;
        }
        Some(match line.strip_prefix("rij: ") {
            Some(row) => number(heard, row),
            None => (*line).to_owned(),
        })
    })
}

#[test]
fn the_register_is_signed_by_its_maker_and_then_by_the_dpo_each_with_role_and_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    talk(folder.path(), lines(&[&PARTICULARS[..], &["stop"]].concat()));
    let passphrase = "de linde bloeit in juni weer";
    let new_key = |name: &'static str| {
        [
            ("Nummer", "rij: een nieuwe sleutel"),
            (words::KEY_NAME, name),
            (words::KEY_ROLE, ""),
            (words::NEW_PASSPHRASE, passphrase),
            (words::PASSPHRASE_AGAIN, passphrase),
        ]
    };
    let mut script = vec![(words::CHOOSE, "rij: Onderteken het verwerkingsregister")];
    script.extend(new_key("Vera Visser"));
    script.extend([
        ("Als wat tekent u? (leeg = opsteller)", ""),
        ("Waarom tekent u?", ""),
        (words::ALSO_SIGN, "ja"),
        ("Bestuurder, met naam", "Dirk Dijk"),
        ("Privacycoördinator, met naam", ""),
        ("FG, met naam", "Fatma Gül"),
        ("Opsteller, met naam", ""),
        (words::PASSPHRASE, passphrase),
        (words::CHOOSE, "rij: verwerkingsregister-v1"),
        ("Er moet nog iemand tekenen", "tijdstempel"),
        (words::WHICH_ANSWER, ""),
        ("Er moet nog iemand tekenen", "onderteken"),
        ("Nummer", "rij: Fatma Gül"),
    ]);
    script.extend(new_key("Fatma Gül"));
    script.extend([
        ("Waarom tekent u?", "Advies 4 besproken"),
        (words::PASSPHRASE, passphrase),
        ("Er moet nog iemand tekenen", ""),
        (words::CHOOSE, "stop"),
    ]);
    let said = answering(folder.path(), &script);
    for words in [
        "Reden: Opgesteld naar beste weten",
        "U tekent als: FG.",
        "(leeg = Gezien; advies gegeven)",
        "Reden: Advies 4 besproken",
        "Het bewijst dat dit verslag op dat moment al bestond",
        "verwerkingsregister-v1.tsq",
        "Tot ziens",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let (before, after) = said.rsplit_once("Advies 4 besproken").expect("signed");
    assert!(before.contains("Dirk Dijk") && !after.contains("Fatma"), "{said}");
    assert!(!said.contains(passphrase));
}

#[test]
fn a_deviation_and_what_was_done_with_the_advice_are_told_in_lines() {
    let edition = Library.get(&Id::from("pre-dpia")).expect("there");
    let golden =
        include_str!("../../../tests/answers/pre-dpia/rule_of_two_deviated_list_unknown.json");
    let now = "2026-11-23T14:02:00+01:00".parse().expect("a moment");
    let mut assessment =
        Assessment::begin(Id::from("toets"), edition.pinned, About::Organisation, now);
    assessment.answers = serde_json::from_str(golden).expect("answers");
    let engine = Arc::new(Engine::new(edition.questionnaire, now.date()));
    let told = super::tell::outcome(&Session::new(Arc::clone(&engine), assessment.clone()));
    for words in [
        "Afwijking en advies van de FG:\n- U wijkt af, met redenen.",
        "- U volgt de mening van de FG niet, met redenen.",
        "- Redenen om de mening van de FG niet te volgen: De FG wil de lijst",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assessment.answers.put(Id::from("deviate"), Some(Answer::one("no")));
    let told = super::tell::outcome(&Session::new(Arc::clone(&engine), assessment.clone()));
    assert!(told.contains("- Er is geen afwijking.") && !told.contains("mening"), "{told}");
    // As long as nothing is certain, nothing is said of it.
    assessment.answers = Answers::default();
    let told = super::tell::outcome(&Session::new(engine, assessment));
    assert!(!told.contains("fwijking"), "{told}");
}
