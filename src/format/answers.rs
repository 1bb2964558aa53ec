//! Answers as other programs give them: a flat map of question to value.

use super::{LONGEST_ANSWERS, MOST_PROBLEMS, Problem, Problems, problem, ron_words};
use crate::model::{Answer, Answers, Id, Kind, Misfit, Question, Questionnaire};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::{Value, error::Category};
use std::{collections::HashSet, fmt};

/// How answers are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// RFC 8259.
    Json,
    /// Rusty Object Notation.
    Ron,
}

/// Reads answers to `questionnaire`: a map of question to value.
///
/// # Errors
/// Every fault: text that cannot be read, a question or value that does not exist, a question answered twice.
pub fn parse_answers(
    text: &str,
    syntax: Syntax,
    questionnaire: &Questionnaire,
) -> Result<Answers, Problems> {
    if text.len() > LONGEST_ANSWERS {
        return Err(problem::too_long(text, LONGEST_ANSWERS).into());
    }
    let text = ron_words::plain(text);
    let pairs: Pairs = match syntax {
        Syntax::Json => serde_json::from_str(&text).map_err(|error| unreadable(&error))?,
        Syntax::Ron => ron_words::read(&text)?,
    };
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    let mut answers = Answers::default();
    for (name, value) in pairs.0 {
        if problems.len() >= MOST_PROBLEMS {
            problems.push(Problem::more(MOST_PROBLEMS));
            break;
        }
        let told = problem::shortened(&name).into_owned();
        if !seen.insert(name.clone()) {
            let message = format!("De vraag \"{told}\" staat er twee keer.");
            problems.push(Problem::at(find(&text, &name), message).hint("Haal er een weg."));
            continue;
        }
        match answer(questionnaire, &name, value) {
            Ok((id, answer)) => drop(answers.put(id, Some(answer))),
            Err((message, hint)) => {
                problems.push(Problem::at(find(&text, &name), message).hint(hint));
            }
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(Problems(problems)) }
}

/// What is wrong with JSON.
fn unreadable(error: &serde_json::Error) -> Problem {
    let message = match error.classify() {
        Category::Eof => "De JSON houdt te vroeg op.".to_owned(),
        Category::Data => "Hier staat geen lijst van vragen met hun antwoord.".to_owned(),
        Category::Syntax if error.to_string().starts_with("recursion limit") => {
            "Het bestand is te diep genest.".to_owned()
        }
        Category::Syntax | Category::Io => format!("Dit is geen geldige JSON ({error})."),
    };
    Problem::at((error.line().max(1), error.column().max(1)), message)
        .hint("Verwacht wordt: {\"vraag\": \"antwoord\", …}.")
}

fn answer(
    questionnaire: &Questionnaire,
    name: &str,
    value: Value,
) -> Result<(Id, Answer), (String, String)> {
    let id = Id::from(name);
    let Some(question) = questionnaire.question(&id) else {
        let known = questionnaire.questions().map(|(_, question)| question.id.as_str());
        let hint = problem::resembling(name, known);
        return Err((
            format!(
                "De vraag \"{}\" bestaat niet in \"{}\".",
                problem::shortened(name),
                problem::shortened(questionnaire.id().as_str())
            ),
            hint,
        ));
    };
    let answer = Answer::deserialize(value).map_err(|_| misfit(question, &Misfit::Kind))?;
    question.accept(&answer).map_err(|fault| misfit(question, &fault))?;
    Ok((id, answer))
}

/// What is wrong with an answer to `question`, and what is possible.
fn misfit(question: &Question, fault: &Misfit) -> (String, String) {
    let id = problem::shortened(question.id.as_str());
    let values: Vec<_> = question.values().iter().map(|value| format!("\"{value}\"")).collect();
    let message = match fault {
        Misfit::Kind => format!("Het antwoord op \"{id}\" is van een ander soort dan gevraagd."),
        Misfit::Choice(choice) => {
            format!("\"{}\" is geen antwoord op \"{id}\".", problem::shortened(choice.as_str()))
        }
        Misfit::Column(column) => {
            format!(
                "De tabel \"{id}\" heeft geen kolom \"{}\".",
                problem::shortened(column.as_str())
            )
        }
        Misfit::Range(number) => format!("Het getal {number} kan niet bij \"{id}\"."),
        Misfit::Date(text) => {
            format!("\"{}\" bij \"{id}\" is geen datum.", problem::shortened(text))
        }
        Misfit::NotApplicable => {
            format!("\"{id}\" kan niet \"niet van toepassing\" zijn, of de reden ontbreekt.")
        }
    };
    let hint = match fault {
        Misfit::NotApplicable if question.not_applicable => {
            "Schrijf: {\"not_applicable\": \"de reden\"}.".to_owned()
        }
        _ => expected(question, &values),
    };
    (message, hint)
}

/// What an answer to `question` looks like.
fn expected(question: &Question, values: &[String]) -> String {
    match &question.kind {
        Kind::Several(_) => format!("Schrijf een lijst van: {}.", values.join(", ")),
        Kind::Date => "Schrijf een datum als 2026-11-22.".to_owned(),
        Kind::Text | Kind::LongText => "Schrijf een tekst tussen aanhalingstekens.".to_owned(),
        Kind::Number { min, max, .. } => match (min, max) {
            (Some(min), Some(max)) => format!("Schrijf een heel getal van {min} tot en met {max}."),
            (Some(min), None) => format!("Schrijf een heel getal vanaf {min}."),
            (None, Some(max)) => format!("Schrijf een heel getal tot en met {max}."),
            (None, None) => "Schrijf een heel getal.".to_owned(),
        },
        Kind::Table(columns) => {
            let columns: Vec<_> =
                columns.iter().map(|column| format!("\"{}\": \"…\"", column.id)).collect();
            format!("Schrijf een lijst van rijen: [{{{}}}].", columns.join(", "))
        }
        Kind::YesNo | Kind::YesNoUnknown | Kind::Choice(_) => {
            format!("Mogelijk zijn: {}.", values.join(", "))
        }
    }
}

fn find(text: &str, name: &str) -> (usize, usize) {
    text.find(&format!("\"{name}\"")).map_or((1, 1), |offset| problem::place(text, offset))
}

/// The pairs of a map in the order of the text, twins included.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;
        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map of question to value")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor)
    }
}
