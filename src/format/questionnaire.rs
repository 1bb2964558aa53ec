//! Questionnaires: text to a questionnaire that can be asked.

use super::{Problem, Problems, problem, ron_words};
use crate::model::{Draft, Flaw, Id, Questionnaire};

/// Reads a questionnaire.
///
/// # Errors
/// The place where the text cannot be read, or every flaw of what it says.
pub fn parse_questionnaire(text: &str) -> Result<Questionnaire, Problems> {
    let text = ron_words::plain(text);
    let draft: Draft = ron_words::read(&text)?;
    Questionnaire::check(draft)
        .map_err(|flaws| Problems(flaws.iter().map(|flaw| explain(&text, flaw)).collect()))
}

fn explain(text: &str, flaw: &Flaw) -> Problem {
    let at = find(text, flaw);
    match flaw {
        Flaw::Twin { at: id } => Problem::at(at, format!("De naam \"{id}\" staat er twee keer."))
            .hint("Geef een van beide een andere naam."),
        Flaw::Stranger { at: id, name, known } => {
            let near = problem::resembling(name.as_str(), known.iter().map(Id::as_str));
            Problem::at(at, format!("\"{id}\" noemt \"{name}\", maar dat bestaat niet.")).hint(near)
        }
        Flaw::Unasked { at: id, name } => Problem::at(
            at,
            format!("\"{id}\" hangt af van \"{name}\", maar die vraag komt pas later."),
        )
        .hint("Zet de vraag eerder, of maak de voorwaarde anders."),
        Flaw::Value { at: id, name, value, known } => {
            let values: Vec<_> = known.iter().map(Id::as_str).collect();
            Problem::at(at, format!("\"{id}\" vergelijkt \"{name}\" met \"{value}\", maar dat antwoord bestaat niet."))
                .hint(format!("Mogelijk zijn: {}.", values.join(", ")))
        }
        Flaw::NoNumber { at: id, name } => {
            Problem::at(at, format!("\"{id}\" telt \"{name}\", maar dat is geen getal.")).hint(
                "AtLeast en AtMost lezen een getal, een telling of een vraag met meer keuzes.",
            )
        }
        Flaw::Circle { at: id } => Problem::at(at, format!("\"{id}\" rust op zichzelf."))
            .hint("Een definitie leest alleen eerdere definities."),
        Flaw::Blank { at: id, field } => {
            Problem::at(at, format!("Bij \"{id}\" is het veld \"{field}\" leeg."))
                .hint("Vul het in.")
        }
        Flaw::Empty { at: id, field } => {
            Problem::at(at, format!("Bij \"{id}\" is de lijst \"{field}\" leeg."))
                .hint("Zet er iets in.")
        }
    }
}

/// Where the flaw is: the name inside the thing that has it, or the thing itself.
fn find(text: &str, flaw: &Flaw) -> (usize, usize) {
    let (at, name) = flaw.place();
    let own = format!("id: \"{at}\"");
    let mut starts = text.match_indices(&own).map(|(offset, _)| offset);
    let first = starts.next();
    let start = if matches!(flaw, Flaw::Twin { .. }) { starts.next().or(first) } else { first };
    let Some(start) = start else { return (1, 1) };
    let inside = name.and_then(|name| {
        let quoted = format!("\"{name}\"");
        let rest = text.get(start + own.len()..)?;
        Some(start + own.len() + rest.find(&quoted)?)
    });
    problem::place(text, inside.unwrap_or(start))
}
