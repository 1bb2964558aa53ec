//! What a person means by a line: an answer to the question at hand, or a word to the program.

use super::words;
use crate::{
    model::{Answer, Id, Kind, Question},
    tui::{
        screens::day,
        words::{Dutch, Words as _},
    },
};
use jiff::civil::Date;

/// What a line means while a question is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// An answer.
    Answer(Answer),
    /// The question is left as it is, and the next one comes.
    Skip,
    /// The question before this one.
    Back,
    /// What the question means.
    Explain,
    /// What can be typed.
    Help,
    /// A note; an empty one is asked for on the next line.
    Note(String),
    /// That someone disagrees.
    Dissent(String),
    /// What a group does besides answering.
    Workshop,
    /// Something is put aside to talk about later.
    Park(String),
    /// Something is decided.
    Decide(String),
    /// The question is opened again.
    Clear,
    /// The last change is taken back.
    Undo,
    /// What was taken back last is done again.
    Redo,
    /// The earlier answer to the same question is taken over.
    TakeOver,
    /// To the question with this number, from 1.
    Go(usize),
    /// The outcome so far.
    Outcome,
    /// Whether everything is safe.
    Save,
    /// Out of this questionnaire.
    Leave,
    /// Rows or paragraphs are written now.
    Write,
    /// Paragraphs are written in the person's own text program.
    Edit,
    /// It is no answer; this is what would be one.
    Unclear,
}

/// What `line` means while `question` is asked. The program's words come first; a text that is one of them is written
/// with a quote before it.
pub(super) fn hear(question: &Question, line: &str, today: Option<Date>) -> Heard {
    let line = line.trim();
    if let Some(quoted) = line.strip_prefix('"') {
        return answer(question, quoted.trim_end_matches('"'), today);
    }
    word(line).unwrap_or_else(|| answer(question, line, today))
}

/// The program's own words.
fn word(line: &str) -> Option<Heard> {
    let lower = line.to_lowercase();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    Some(match lower.as_str() {
        "" | "sla over" | "verder" | "volgende" => Heard::Skip,
        "terug" | "vorige" => Heard::Back,
        "uitleg" | "toelichting" => Heard::Explain,
        "?" | "hulp" | "help" => Heard::Help,
        "wis" => Heard::Clear,
        "ongedaan" => Heard::Undo,
        "opnieuw" => Heard::Redo,
        "neem over" | "bevestig" | "ongewijzigd" => Heard::TakeOver,
        "uitkomst" => Heard::Outcome,
        "bewaar" | "opslaan" => Heard::Save,
        "stop" | "overzicht" => Heard::Leave,
        "schrijf" => Heard::Write,
        words::EDIT => Heard::Edit,
        "werksessie" | "aanwezig" => Heard::Workshop,
        _ => match first.to_lowercase().as_str() {
            "notitie" | "opmerking" => Heard::Note(rest.to_owned()),
            "oneens" => Heard::Dissent(rest.to_owned()),
            "parkeer" => Heard::Park(rest.to_owned()),
            "besluit" => Heard::Decide(rest.to_owned()),
            "vraag" => Heard::Go(rest.parse().ok()?),
            _ => return None,
        },
    })
}

fn answer(question: &Question, line: &str, today: Option<Date>) -> Heard {
    if let Some(why) = not_applicable(question, line) {
        return why;
    }
    let answer = match &question.kind {
        Kind::YesNo | Kind::YesNoUnknown | Kind::Choice(_) => {
            chosen(question, line).map(|value| Answer::one(value.as_str()))
        }
        Kind::Several(_) => several(question, line),
        Kind::Text | Kind::LongText => Some(Answer::one(line)),
        Kind::Number { .. } => line.parse().ok().map(Answer::Number),
        Kind::Date => day(line, today).map(|date| Answer::one(date.to_string())),
        Kind::Table(_) => None,
    };
    answer.filter(|answer| question.accept(answer).is_ok()).map_or(Heard::Unclear, Heard::Answer)
}

/// "nvt, want …": the question does not apply, where that is possible.
fn not_applicable(question: &Question, line: &str) -> Option<Heard> {
    let rest = line.strip_prefix("nvt").or_else(|| line.strip_prefix("n.v.t."))?;
    let why = rest.trim_start_matches([',', ':', ' ']).trim();
    let answer = Answer::NotApplicable(why.strip_prefix("want").unwrap_or(why).trim().to_owned());
    question.accept(&answer).is_ok().then_some(Heard::Answer(answer))
}

/// The value that a number, a word or its first letter stands for.
fn chosen(question: &Question, line: &str) -> Option<Id> {
    let values = question.values();
    if let Ok(number) = line.parse::<usize>() {
        return values.get(number.checked_sub(1)?).cloned();
    }
    let line = line.to_lowercase();
    let letters = [("j", Id::YES), ("n", Id::NO), ("w", Id::UNKNOWN)];
    let letter = letters.iter().find(|(letter, _)| *letter == line).map(|(_, value)| *value);
    values.into_iter().find(|value| {
        letter == Some(value.as_str()) || label(question, value).to_lowercase() == line
    })
}

/// "1, 3", or "geen".
fn several(question: &Question, line: &str) -> Option<Answer> {
    if matches!(line.to_lowercase().as_str(), "geen" | "0") {
        return Some(Answer::Several(Vec::new()));
    }
    let given: Option<Vec<Id>> = line
        .split([',', ' ', ';'])
        .filter(|part| !part.is_empty())
        .map(|part| chosen(question, part))
        .collect();
    let given = given?;
    // In the order of the file, so that the same choices are the same answer.
    Some(Answer::Several(
        question.values().into_iter().filter(|value| given.contains(value)).collect(),
    ))
}

/// What stands on screen for a value.
pub(super) fn label(question: &Question, value: &Id) -> String {
    let choice = question.choice(value.as_str()).map(|choice| choice.label.as_str());
    choice.or_else(|| Dutch.value(value)).unwrap_or(value.as_str()).to_owned()
}
