//! RON in, RON out, and what the reader says in Dutch.

use super::{LONGEST, Problem, outline::running_on, problem};
use ron::{
    error::{Error, SpannedError},
    extensions::Extensions,
    ser::PrettyConfig,
};
use serde::{Serialize, de::DeserializeOwned};
use std::borrow::Cow;

/// A reason of another library longer than this is not told whole, in characters: it may quote all that it could not read.
const LONGEST_REASON: usize = 200;

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
    let written = |escaped| {
        let pretty = PrettyConfig::new().new_line("\n").indentor("  ").escape_strings(escaped);
        options().to_string_pretty(value, pretty).map(|text| text + "\n").map_err(|error| {
            Problem::at((0, 0), format!("Dit kan niet worden opgeslagen: {error}."))
        })
    };
    let text = written(false)?;
    // A Windows line end inside a text would be read as that of the file.
    if text.contains("\r\n") { written(true) } else { Ok(text) }
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
        other if let Some(words) = belongs(other) => {
            (start, words, "Vergelijk de regel met die eromheen.".to_owned())
        }
        other => (
            start,
            format!(
                "Hier kan het programma het bestand niet lezen ({}).",
                problem::cut(&other.to_string(), LONGEST_REASON)
            ),
            "Vergelijk de regel met die eromheen.".to_owned(),
        ),
    };
    Problem::at((place.line, place.col), message).hint(hint)
}

/// What belongs at a place, or what does not, for what goes wrong most when someone writes by hand.
fn belongs(error: &Error) -> Option<String> {
    let wanted = match error {
        Error::ExpectedArray => "een lijst: [ … ]",
        Error::ExpectedArrayEnd => "het einde van een lijst: ]",
        Error::ExpectedBoolean => "true of false",
        Error::ExpectedFloat | Error::ExpectedInteger => "een getal",
        Error::ExpectedOption => "Some(…) of None",
        Error::ExpectedOptionEnd | Error::ExpectedStructLikeEnd => "een haakje sluiten: )",
        Error::ExpectedMap => "een lijst van namen met hun waarde: { … }",
        Error::ExpectedMapColon => "een dubbele punt",
        Error::ExpectedMapEnd => "een accolade sluiten: }",
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedStructName(_) => "een haakje openen: (",
        Error::ExpectedIdentifier
        | Error::InvalidIdentifier(_)
        | Error::SuggestRawIdentifier(_) => "de naam van een veld, of een vast woord",
        Error::IntegerOutOfBounds => return Some("Dit getal is te groot of te klein.".to_owned()),
        Error::InvalidEscape(_) => {
            return Some("Na \\ staat een teken dat daar niet kan.".to_owned());
        }
        Error::UnexpectedChar(found) => return Some(format!("Het teken {found:?} kan hier niet.")),
        Error::TrailingCharacters => {
            return Some("Hier is het bestand klaar, maar er volgt nog meer.".to_owned());
        }
        _ => return None,
    };
    Some(format!("Hier hoort {wanted}."))
}

fn of(outer: Option<&str>) -> String {
    outer.map(|outer| format!(" in {outer}")).unwrap_or_default()
}

fn one_of(found: &str, expected: &'static [&'static str]) -> String {
    let near = problem::resembling(found, expected.iter().copied());
    if near.is_empty() { format!("Mogelijk zijn: {}.", expected.join(", ")) } else { near }
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read")]
    struct Things {
        list: Vec<u8>,
        map: BTreeMap<String, bool>,
        text: String,
    }

    #[test]
    fn what_belongs_at_a_place_is_told_in_dutch() {
        for (text, told) in [
            ("[", "Hier hoort een haakje openen: (."),
            ("(1: 2)", "Hier hoort de naam van een veld, of een vast woord."),
            ("(list: 3", "Hier hoort een lijst: [ … ]."),
            ("(list: [300]", "Dit getal is te groot of te klein."),
            ("(list: [x]", "Hier hoort een getal."),
            ("(list: [], map: 3", "Hier hoort een lijst van namen met hun waarde: { … }."),
            ("(list: [], map: {\"a\" true}", "Hier hoort een dubbele punt."),
            ("(list: [], map: {\"a\": 1}", "Hier hoort true of false."),
            ("(list: [], map: {}, text: 1", "Hier hoort een tekst."),
            ("(list: [], map: {}, text: \"\\q\"", "Na \\ staat een teken dat daar niet kan."),
            (
                "(list: [], map: {}, text: \"\") ) ",
                "Hier is het bestand klaar, maar er volgt nog meer.",
            ),
            ("(list: [], map: {},", "Het bestand houdt te vroeg op."),
        ] {
            let problem = read::<Things>(text).expect_err(text);
            assert_eq!(problem.message, told, "{text}");
            assert!(problem.line == 1 && problem.column > 0, "{problem:?}");
        }
    }
}
