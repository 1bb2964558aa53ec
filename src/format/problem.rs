//! What is wrong in a text, where, and what to do about it.

use super::{
    outline::{Thing, find_words, outline},
    ron_words,
};
use crate::model::{Place, Spot};
use std::{borrow::Cow, fmt, ops::Range};

/// A name longer than this is none, in characters.
const LONGEST_NAME: usize = 80;

/// One thing that is wrong in a text. The sentences are for the person who wrote it, so they are Dutch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; 0 when the place is not known.
    pub line: usize,
    /// The column in characters, from 1; 0 when the place is not known.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Problem {
    /// A problem at a line and column.
    pub(super) fn at((line, column): (usize, usize), message: impl Into<String>) -> Self {
        Self { line, column, message: message.into(), hint: String::new() }
    }

    /// There is more wrong than is told.
    pub fn more(told: usize) -> Self {
        Self::at((0, 0), format!("Hier staan de eerste {told} fouten; er zijn er misschien meer."))
            .hint("Herstel deze eerst.")
    }

    /// The same problem with a hint.
    #[must_use]
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "regel {}, kolom {}: ", self.line, self.column)?;
        }
        f.write_str(&self.message)?;
        if !self.hint.is_empty() {
            write!(f, " {}", self.hint)?;
        }
        Ok(())
    }
}

/// Everything that is wrong in a text; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

/// A text that is longer than makes sense.
pub(super) fn too_long(text: &str, most: usize) -> Problem {
    let (own, most) = (text.len().div_ceil(1 << 20), most >> 20);
    Problem::at(
        (0, 0),
        format!("Het bestand is {own} MB groot; hoogstens {most} MB wordt gelezen."),
    )
    .hint("Kijk of u het goede bestand hebt opgegeven.")
}

/// `name` as far as it is worth telling.
pub(super) fn shortened(name: &str) -> Cow<'_, str> {
    cut(name, LONGEST_NAME)
}

/// `text` up to so many characters.
pub(super) fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
        None => text.into(),
    }
}

/// The line and column, from 1, of the byte at `offset`.
pub(super) fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).map_or(0, |line| line.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}

/// The line and column, from 1, of each of `sought` in the questionnaire `text`; of its beginning where nothing like it can
/// be found. Of several things that it could be, it is the first with the spot in it.
pub fn places_of<'p>(
    text: &str,
    sought: impl IntoIterator<Item = Place<'p>>,
) -> Vec<(usize, usize)> {
    let text = ron_words::plain(text);
    let things = outline(&text);
    sought.into_iter().map(|sought| place_among(&text, &things, &sought)).collect()
}

/// The place of `sought` in `text`, whose outline is `things`.
pub(super) fn place_among(text: &str, things: &[Thing<'_>], sought: &Place<'_>) -> (usize, usize) {
    let offset = sought.owner.map_or_else(
        || spot_in(text, 0..text.len(), sought.spot),
        |owner| {
            let fits = |thing: &&Thing<'_>| {
                thing.id == owner.as_str()
                    && (sought.parts.is_empty() || sought.parts.contains(&thing.part))
            };
            let own: Vec<_> = things.iter().filter(fits).collect();
            let spot = |thing: &&Thing<'_>| {
                // The name of the thing itself is not the spot.
                let after = thing.at + "id: ".len() + thing.id.len()..thing.span.end;
                spot_in(text, after, sought.spot)
                    .or_else(|| spot_in(text, thing.span.start..thing.at, sought.spot))
            };
            own.iter().find_map(spot).or_else(|| own.first().map(|thing| thing.at))
        },
    );
    place(text, offset.unwrap_or_default())
}

fn spot_in(text: &str, span: Range<usize>, spot: Option<Spot<'_>>) -> Option<usize> {
    let inside = text.get(span.clone())?;
    let at = match spot? {
        Spot::Name(name) => inside.find(&format!("\"{name}\"")),
        Spot::Words(words) => find_words(inside, words),
        Spot::Key(key) => find_words(inside, &format!("{key}:")),
    };
    Some(span.start + at?)
}

/// The known name that looks most like `name`, as a hint.
pub(super) fn resembling<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest(name, known).map(|other| format!("Bedoelde u \"{other}\"?")).unwrap_or_default()
}

/// The known name that looks most like `name`, if one does.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.chars().nth(LONGEST_NAME).is_some() {
        return None;
    }
    known
        .filter(|other| other.len() <= 2 * LONGEST_NAME)
        .map(|other| (strsim::damerau_levenshtein(name, other), other))
        .min()
        .filter(|(distance, other)| *distance <= 2.max(other.len() / 3))
        .map(|(_, other)| other)
}
