//! The sentence of a reason: a rule's text with the labels of the questions it rests on.

use super::{
    Engine,
    truth::{Given, Reading},
};
use crate::model::{Id, Question};
use std::collections::BTreeSet;

/// `text` with its names filled in, told about the questions at `places`.
///
/// `{labels}` names them all but those under a row. `{yes}` and `{unknown}` name those that were answered so, and name
/// a row once for itself and the questions under it: so a sentence can tell what applies apart from what is not known.
pub(super) fn told(
    engine: &Engine,
    reading: &Reading<'_>,
    text: &str,
    places: &BTreeSet<usize>,
) -> String {
    let all = questions(engine, places.iter().copied());
    let labels = all.iter().filter(|question| question.under.is_none());
    let labels: Vec<&str> = labels.map(|question| question.label.as_str()).collect();
    let mut told = text.replace("{labels}", &labels.join("; "));
    for (name, value) in [("{yes}", Id::YES), ("{unknown}", Id::UNKNOWN)] {
        if told.contains(name) {
            let said = places.iter().copied().filter(|place| is_said(reading, *place, value));
            told = told.replace(name, &rows(engine, &questions(engine, said)).join("; "));
        }
    }
    told
}

fn questions(engine: &Engine, places: impl Iterator<Item = usize>) -> Vec<&Question> {
    places.filter_map(|place| engine.questionnaire.question_at(place)).collect()
}

fn is_said(reading: &Reading<'_>, place: usize, value: &str) -> bool {
    let Given::One(code) = reading.given(place) else { return false };
    let values = reading.program.questions.get(place).map(|question| &question.values);
    values.and_then(|values| values.get(usize::from(*code))).is_some_and(|said| said == value)
}

/// The labels of the rows that `questions` are, or stand under; each once.
fn rows<'e>(engine: &'e Engine, questions: &[&'e Question]) -> Vec<&'e str> {
    let mut rows = Vec::new();
    for question in questions {
        let row = question.under.as_ref().and_then(|row| engine.questionnaire.question(row));
        let label = row.unwrap_or(question).label.as_str();
        if !rows.contains(&label) {
            rows.push(label);
        }
    }
    rows
}
