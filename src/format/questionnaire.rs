//! Questionnaires: text to a questionnaire that can be asked.

use super::{
    LONGEST_QUESTIONNAIRE, Problem, Problems,
    outline::{Thing, outline},
    problem::{self, place_among},
    ron_words,
};
use crate::model::{
    DEEPEST, Draft, Flaw, Id, LONGEST_TEXT, MOST_CHOICES, MOST_FLAWS, Misapart, Part, Questionnaire,
};
use std::borrow::Cow;

/// Reads a questionnaire.
///
/// # Errors
/// The place where the text cannot be read, or every flaw of what it says.
pub fn parse_questionnaire(text: &str) -> Result<Questionnaire, Problems> {
    if text.len() > LONGEST_QUESTIONNAIRE {
        return Err(problem::too_long(text, LONGEST_QUESTIONNAIRE).into());
    }
    let text = ron_words::plain(text);
    let draft: Draft = ron_words::read(&text)?;
    Questionnaire::check(draft).map_err(|flaws| {
        let more = (flaws.len() >= MOST_FLAWS).then(|| Problem::more(MOST_FLAWS));
        let things = outline(&text);
        Problems(flaws.iter().map(|flaw| explain(&text, &things, flaw)).chain(more).collect())
    })
}

fn explain(text: &str, things: &[Thing<'_>], flaw: &Flaw) -> Problem {
    let at = find(text, things, flaw);
    let id = flaw.place().owner.map(named).unwrap_or_default();
    match flaw {
        Flaw::Twin { .. } => Problem::at(at, format!("De naam \"{id}\" staat er twee keer."))
            .hint("Geef een van beide een andere naam."),
        Flaw::Stranger { name, known, .. } => {
            let near = problem::resembling(name.as_str(), known.iter().map(Id::as_str));
            let name = named(name);
            Problem::at(at, format!("\"{id}\" noemt \"{name}\", maar dat bestaat niet.")).hint(near)
        }
        Flaw::Unasked { name, .. } => Problem::at(
            at,
            format!("\"{id}\" hangt af van \"{}\", maar die vraag komt pas later.", named(name)),
        )
        .hint("Zet de vraag eerder, of maak de voorwaarde anders."),
        Flaw::Value { name, value, known, .. } => {
            let (name, value) = (named(name), named(value));
            let values: Vec<_> = known.iter().map(named).collect();
            Problem::at(at, format!("\"{id}\" vergelijkt \"{name}\" met \"{value}\", maar dat antwoord bestaat niet."))
                .hint(format!("Mogelijk zijn: {}.", values.join(", ")))
        }
        Flaw::NoNumber { name, .. } => {
            let name = named(name);
            Problem::at(at, format!("\"{id}\" telt \"{name}\", maar dat is geen getal.")).hint(
                "AtLeast en AtMost lezen een getal, een telling of een vraag met meer keuzes.",
            )
        }
        Flaw::Circle { .. } => Problem::at(at, format!("\"{id}\" rust op zichzelf."))
            .hint("Een definitie leest alleen eerdere definities."),
        Flaw::Blank { field, .. } => {
            Problem::at(at, format!("Bij \"{id}\" is het veld \"{field}\" leeg."))
                .hint("Vul het in.")
        }
        Flaw::Empty { field, .. } => {
            Problem::at(at, format!("Bij \"{id}\" is de lijst \"{field}\" leeg."))
                .hint("Zet er iets in.")
        }
        Flaw::Nameless { .. } => {
            Problem::at(at, format!("\"{id}\" vult het register, maar geen kolom is de naam."))
                .hint("Noem een kolom met field: Name.")
        }
        Flaw::Apart { fault, .. } => apart(at, &id, *fault),
        Flaw::Many { field, .. } => {
            Problem::at(at, format!("Bij \"{id}\" is de lijst \"{field}\" te lang."))
                .hint(format!("Er passen er hoogstens {MOST_CHOICES} in."))
        }
        Flaw::Long { .. } => Problem::at(at, format!("Bij \"{id}\" staat een te lange tekst."))
            .hint(format!("Een tekst heeft hoogstens {LONGEST_TEXT} tekens.")),
        Flaw::Deep { .. } => Problem::at(
            at,
            format!("Bij \"{id}\" staan voorwaarden en definities te diep in elkaar."),
        )
        .hint(format!("Hoogstens {DEEPEST} diep.")),
    }
}

fn apart(at: (usize, usize), id: &str, fault: Misapart) -> Problem {
    let (message, hint) = match fault {
        Misapart::Kind => (
            format!("Het antwoord op \"{id}\" past niet bij wat er bij apart staat."),
            "Deviation en Followed zijn vragen van het soort YesNo; Reason, Advice en Overruled zijn teksten.",
        ),
        Misapart::Twice => (
            format!("Wat er bij \"{id}\" bij apart staat, is een andere vraag al."),
            "Geef elk van de vijf aan hoogstens één vraag.",
        ),
        Misapart::Alone => (
            format!(
                "\"{id}\" hoort bij een afwijking, maar geen vraag ervoor vraagt of men afwijkt."
            ),
            "Geef een eerdere vraag apart: Deviation.",
        ),
    };
    Problem::at(at, message).hint(hint)
}

/// A name as far as it is worth telling: what stands in a file may go on for pages.
fn named(id: &Id) -> Cow<'_, str> {
    problem::shortened(id.as_str())
}

/// Where the flaw is. Of two things with one name it is the second; of several that could have an empty field, the one
/// that has it.
fn find(text: &str, things: &[Thing<'_>], flaw: &Flaw) -> (usize, usize) {
    let at = match flaw {
        Flaw::Twin { at } => second(things, at),
        Flaw::Blank { at, field } | Flaw::Empty { at, field } => empty(text, things, at, field),
        _ => None,
    };
    at.map_or_else(|| place_among(text, things, &flaw.place()), |at| problem::place(text, at))
}

/// The second of two things of one sort that are named `id`.
fn second(things: &[Thing<'_>], id: &Id) -> Option<usize> {
    let own: Vec<_> = things.iter().filter(|thing| thing.id == id.as_str()).collect();
    let question = |choice: &Thing<'_>| {
        things
            .iter()
            .find(|other| other.part == Part::Question && other.span.contains(&choice.at))
            .map(|question| question.at)
    };
    let answerable = [Part::Question, Part::Definition, Part::Count];
    let same = |one: &Thing<'_>, other: &Thing<'_>| match one.part {
        Part::Choice => other.part == Part::Choice && question(one) == question(other),
        part if answerable.contains(&part) => answerable.contains(&other.part),
        part => part == other.part,
    };
    let twins = own.iter().enumerate();
    twins
        .filter(|(place, thing)| own.iter().take(*place).any(|other| same(other, thing)))
        .map(|(_, thing)| thing.at)
        .next()
}

/// The field without words or items of something named `id`.
fn empty(text: &str, things: &[Thing<'_>], id: &Id, field: &str) -> Option<usize> {
    let is_empty = |value: &str| {
        let value = value.trim_start();
        let list = value.trim_start_matches(char::is_alphanumeric).trim_start_matches('(');
        let closed = |list: &str| list.trim_start().starts_with(']');
        let blank = |words: &str| words.trim_start().starts_with('"');
        list.strip_prefix('[').is_some_and(closed) || value.strip_prefix('"').is_some_and(blank)
    };
    let key = format!("{field}:");
    things.iter().filter(|thing| thing.id == id.as_str()).find_map(|thing| {
        let inside = text.get(thing.span.clone())?;
        let fields = inside.match_indices(&key);
        let found = fields
            .filter(|(at, _)| inside.get(at + key.len()..).is_some_and(is_empty))
            .map(|(at, _)| thing.span.start + at);
        found.into_iter().next()
    })
}
