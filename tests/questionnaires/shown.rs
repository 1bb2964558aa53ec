//! Every question of every questionnaire on a terminal of 80 by 24: nothing cut off, nothing hidden.
//!
//! `INSTA_UPDATE=always cargo test shown` takes the pictures anew after a text was changed on purpose.

use super::{editions, engine, golden::cases};
use crate::stage::{Stage, now};
use ratatui::{buffer::Buffer, layout::Rect};
use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};
use verantwoord::{
    engine::Engine,
    format::Edition,
    model::{About, Answers, Assessment, Id, Kind, Question, Subject},
    session::Session,
};

/// A question, and answers with which it is asked.
struct Asked {
    id: Id,
    answers: Answers,
    engine: Arc<Engine>,
}

impl Asked {
    /// The question under the cursor, with nothing said to it, on a terminal of 80 by 24.
    fn stage(&self, edition: &Edition) -> Stage {
        let mut answers = self.answers.clone();
        answers.put(self.id.clone(), None);
        let about = match edition.questionnaire.draft().about {
            Subject::Organisation => About::Organisation,
            Subject::Processing => About::Processing(Id::from("ticketsysteem")),
        };
        let begun = Assessment::begin(Id::from("toets"), edition.pinned.clone(), about, now());
        let position = Some(self.id.clone());
        let assessment = Assessment { answers, position, ..begun };
        Stage::with(Session::new(Arc::clone(&self.engine), assessment), 80, 24)
    }
}

/// Every question, with the first of the golden answers with which it is asked.
fn questions(edition: &Edition) -> Vec<Asked> {
    let mut engines = BTreeMap::new();
    let mut asked = BTreeMap::new();
    for case in cases(edition) {
        let on = &case.expected.in_force;
        let engine =
            engines.entry(on.clone()).or_insert_with(|| Arc::new(engine(edition, on))).clone();
        for id in engine.evaluate(&case.answers).asked {
            asked.entry(id).or_insert_with(|| (case.answers.clone(), Arc::clone(&engine)));
        }
    }
    let all = edition.questionnaire.questions().map(|(_, question)| &question.id);
    let found = all.map(|id| {
        let (answers, engine) = asked
            .remove(id)
            .unwrap_or_else(|| panic!("{}: no golden answers ask {id}", edition.pinned.id));
        Asked { id: id.clone(), answers, engine }
    });
    found.collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `text` stands whole on the screen, as wrapped lines under each other.
fn stands_whole(screen: &Buffer, text: &str) -> bool {
    let rows = (1..screen.area.height - 1).map(|y| {
        let row: String = (0..screen.area.width).map(|x| screen[(x, y)].symbol()).collect();
        row.replace(['▲', '▼'], " ")
    });
    squeezed(&rows.collect::<Vec<_>>().join(" ")).contains(&squeezed(text))
}

/// What is wrong with how a question looks.
fn faults(stage: &mut Stage, question: &Question) -> Vec<String> {
    let mut faults = Vec::new();
    let screen = stage.draw();
    let listed = stage.screen().contains("[   ] ");
    if !stands_whole(&screen, &question.text) {
        faults.push("its text is not whole".to_owned());
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let caret = stage.app.draw(Rect::new(0, 0, 80, 24), &mut buffer);
    let inside = caret.is_some_and(|at| at.x < 80 && at.y > 0 && at.y < 23);
    if !inside && !matches!(question.kind, Kind::Table(_)) {
        faults.push(format!("the cursor is nowhere to be seen: {caret:?}"));
    }
    let values = question.values().len();
    if !listed && let Kind::Choice(choices) | Kind::Several(choices) = &question.kind {
        for (place, choice) in choices.iter().enumerate() {
            if !stands_whole(&stage.draw(), &choice.label) {
                faults.push(format!("choice {} is not whole", place + 1));
            }
            stage.press("<Down>");
        }
    } else if !listed && values > 0 {
        let shown = stage.screen().matches("( )").count();
        if shown != values {
            faults.push(format!("{shown} of {values} answers are shown"));
        }
    }
    faults
}

#[test]
fn every_question_is_shown_whole_on_a_small_terminal() {
    let mut all = Vec::new();
    for edition in editions() {
        for asked in questions(&edition) {
            let question = edition.questionnaire.question(&asked.id).unwrap();
            let found = faults(&mut asked.stage(&edition), question);
            let place = format!("{}/{}", edition.pinned.id, asked.id);
            all.extend(found.into_iter().map(|fault| format!("{place}: {fault}")));
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn every_question_looks_as_it_was_looked_at() {
    for edition in editions() {
        let mut screens = String::new();
        for asked in questions(&edition) {
            let screen = asked.stage(&edition).screen();
            writeln!(screens, "=== {}\n{}", asked.id, screen.trim_end()).unwrap();
        }
        insta::assert_snapshot!(format!("shown_{}", edition.pinned.id), screens);
    }
}
