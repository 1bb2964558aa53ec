//! What the program is measured on: a folder of any size, a note of five thousand lines, and five hundred questions.
#![expect(clippy::disallowed_methods, reason = "what is measured on may be lost in a power cut")]

use crate::{
    made,
    planted::{self, noon},
};
use std::{fs, thread, time::Duration};
use tempfile::TempDir;
use verantwoord::{
    desk::{FixedClock, Office},
    format::{Edition, print_file},
    model::{About, Assessment, Id, Kind, Layout, Question},
    session::{Effect, Reply},
};

/// How many lines the long note has.
pub(crate) const LINES: usize = 5_000;

/// How many questions the long questionnaire has.
pub(crate) const QUESTIONS: usize = 500;

/// A folder with so many assessments, as it is from the second time on: everything was worked out once, and long enough ago.
pub(crate) fn settled(size: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    planted::plant(folder.path(), size);
    thread::sleep(Duration::from_millis(2_100));
    let mut office = Office::open(folder.path(), Box::new(FixedClock(noon()))).unwrap();
    while let Reply::Overview(overview) = office.perform(Effect::Look) {
        if !overview.is_partial() {
            break;
        }
    }
    drop(office);
    folder
}

/// Where one stands in the long questionnaire.
#[derive(Clone, Copy)]
pub(crate) enum Stand {
    /// At a question on a page of its own.
    Page,
    /// In a list.
    List,
    /// At a text of [`LINES`] lines.
    Text,
}

/// A folder with one assessment of [`QUESTIONS`] questions, half of them answered; one comes back to where one stands.
pub(crate) fn questioned(stand: Stand) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    planted::plant(folder.path(), 0);
    let text = questionnaire();
    let edition = Edition::read(&text).unwrap();
    let day = noon();
    let id = Id::new(format!("{}-verzonnen", day.date()));
    let mut assessment = Assessment::begin(id, edition.pinned.clone(), About::Organisation, day);
    let answers = made::answers(&edition.questionnaire);
    let given = edition.questionnaire.questions().take(QUESTIONS / 2);
    for (_, question) in given {
        let answer = answers.get(&question.id).cloned();
        assessment.answers.put(question.id.clone(), answer);
    }
    let position = Id::from(match stand {
        Stand::Page => "q249",
        Stand::List => "q470",
        Stand::Text => "tekst",
    });
    if let Stand::Text = stand {
        let answer = verantwoord::model::Answer::one(prose());
        assessment.answers.put(position.clone(), Some(answer));
    }
    assessment.position = Some(position);
    let home = folder.path().join("toetsen").join(assessment.id.as_str());
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("toets.ron"), print_file(&assessment).unwrap()).unwrap();
    fs::write(home.join("vragenlijst.ron"), text).unwrap();
    folder
}

/// As long as a text can be: some lines longer than the screen is wide, and so many in all that there is room left to type in.
fn prose() -> String {
    let line = |number: usize| {
        let words = if number.is_multiple_of(50) { 12 } else { number % 2 };
        format!("{number} map A{}", " en in map B".repeat(words))
    };
    (1..=LINES).map(line).collect::<Vec<_>>().join("\n")
}

/// The made-up questionnaire as a file, with a list of a hundred rows at its end and a text at its begin.
fn questionnaire() -> String {
    let made = made::questionnaire(QUESTIONS);
    let mut draft = made.draft().clone();
    let sections = &mut draft.sections;
    let mut rows = sections.pop().unwrap();
    let last = sections.last_mut().unwrap();
    last.questions.append(&mut rows.questions);
    last.layout = Layout::Checklist;
    let first = &mut sections[0].questions;
    let text = Question {
        id: "tekst".into(),
        kind: Kind::LongText,
        when: None,
        required: false,
        informative: true,
        ..first[0].clone()
    };
    first.insert(0, text);
    ron::to_string(&draft).unwrap()
}
