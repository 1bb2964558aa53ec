//! What is wrong in a text, where, and what to do about it.

use super::ron_words;
use std::fmt;

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

/// The line and column, from 1, of the byte at `offset`.
pub(super) fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).map_or(0, |line| line.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}

/// The line and column, from 1, of the thing whose `id` is `owner`, or of the words `inside` it; of the first line
/// where neither can be found.
pub fn place_of(text: &str, owner: Option<&str>, inside: Option<&str>) -> (usize, usize) {
    let text = ron_words::plain(text);
    let own = owner.and_then(|owner| text.find(&format!("id: \"{owner}\"")));
    let rest = own.and_then(|start| Some((start, text.get(start..)?)));
    let found = rest.zip(inside).and_then(|((start, rest), words)| Some(start + rest.find(words)?));
    found.or(own).map_or((1, 1), |offset| place(&text, offset))
}

/// The known name that looks most like `name`, as a hint.
pub(super) fn resembling<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest(name, known).map(|other| format!("Bedoelde u \"{other}\"?")).unwrap_or_default()
}

/// The known name that looks most like `name`, if one does.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|other| (strsim::damerau_levenshtein(name, other), other))
        .min()
        .filter(|(distance, other)| *distance <= 2.max(other.len() / 3))
        .map(|(_, other)| other)
}
