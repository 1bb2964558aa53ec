//! RON in, RON out, and what the reader says in Dutch.

use super::{LONGEST, Problem, outline::running_on, problem};
use ron::{
    error::{Error, SpannedError},
    extensions::Extensions,
    ser::PrettyConfig,
};
use serde::{Serialize, de::DeserializeOwned};
use std::borrow::Cow;

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads `text`; a byte-order mark and Windows line ends are taken for what they are.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    if text.len() > LONGEST {
        return Err(problem::too_long(text, LONGEST));
    }
    let text = plain(text);
    options()
        .from_str(&text)
        .map_err(|error| unclosed(&text, &error).unwrap_or_else(|| explain(&error)))
}

/// `text` without a byte-order mark and with Unix line ends.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// Writes `value` so that a person can read and mend it.
pub(super) fn write<T: Serialize>(value: &T) -> Result<String, Problem> {
    let pretty = PrettyConfig::new().new_line("\n").indentor("  ").escape_strings(false);
    options()
        .to_string_pretty(value, pretty)
        .map(|text| text + "\n")
        .map_err(|error| Problem::at((0, 0), format!("Dit kan niet worden opgeslagen: {error}.")))
}

/// A comma that seems to be missing behind a text of several lines: then a quote is missing in it, most likely.
fn unclosed(text: &str, error: &SpannedError) -> Option<Problem> {
    let place = error.span.start;
    let line =
        text.split_inclusive('\n').take(place.line.checked_sub(1)?).map(str::len).sum::<usize>();
    let column = text.get(line..)?.char_indices().nth(place.col.checked_sub(1)?)?.0;
    let quoted = matches!(error.code, Error::ExpectedComma)
        .then(|| running_on(text, line + column))
        .flatten()?;
    let message = format!("Een tekst begint hier en houdt pas op regel {} op.", place.line);
    Some(
        Problem::at(problem::place(text, quoted.start), message)
            .hint("Ontbreekt hier een aanhalingsteken? Sluit de tekst af op haar eigen regel."),
    )
}

fn explain(error: &SpannedError) -> Problem {
    let start = error.span.start;
    let end = error.span.end;
    let (place, message, hint) = match &error.code {
        Error::ExpectedComma => (
            start,
            "Hier hoort een komma.".to_owned(),
            "Zet een komma achter de waarde hiervoor.".to_owned(),
        ),
        Error::ExpectedStringEnd | Error::UnclosedBlockComment => (
            start,
            "Een tekst of toelichting begint hier en houdt niet op.".to_owned(),
            "Sluit af met een aanhalingsteken of */.".to_owned(),
        ),
        Error::ExpectedString => (
            start,
            "Hier hoort een tekst.".to_owned(),
            "Zet de tekst tussen rechte aanhalingstekens: \"…\".".to_owned(),
        ),
        Error::NoSuchStructField { expected, found, outer } => (
            start,
            format!("Het veld \"{found}\" bestaat niet{}.", of(outer.as_deref())),
            one_of(found, expected),
        ),
        Error::MissingStructField { field, outer } => (
            end,
            format!("Het veld \"{field}\" ontbreekt{}.", of(outer.as_deref())),
            "Voeg het toe.".to_owned(),
        ),
        Error::NoSuchEnumVariant { expected, found, .. } => {
            (start, format!("Het woord \"{found}\" is hier niet bekend."), one_of(found, expected))
        }
        Error::DuplicateStructField { field, .. } => (
            start,
            format!("Het veld \"{field}\" staat er twee keer."),
            "Haal er een weg.".to_owned(),
        ),
        Error::Eof => (
            end,
            "Het bestand houdt te vroeg op.".to_owned(),
            "Er ontbreekt een stuk aan het einde.".to_owned(),
        ),
        Error::ExceededRecursionLimit => {
            (start, "Het bestand is te diep genest.".to_owned(), String::new())
        }
        other => (
            start,
            format!("Hier kan het programma het bestand niet lezen ({other})."),
            "Vergelijk de regel met die eromheen.".to_owned(),
        ),
    };
    Problem::at((place.line, place.col), message).hint(hint)
}

fn of(outer: Option<&str>) -> String {
    outer.map(|outer| format!(" in {outer}")).unwrap_or_default()
}

fn one_of(found: &str, expected: &'static [&'static str]) -> String {
    let near = problem::resembling(found, expected.iter().copied());
    if near.is_empty() { format!("Mogelijk zijn: {}.", expected.join(", ")) } else { near }
}
