//! What an author's file lacks, for other programs.

use serde::Serialize;

/// Several files, looked through.
#[derive(Debug, Serialize)]
pub struct Checked<'a> {
    /// The files, in the order they were given.
    pub files: Vec<CheckedFile<'a>>,
}

/// One file, looked through.
#[derive(Debug, Serialize)]
pub struct CheckedFile<'a> {
    /// The file, as it was given.
    pub file: &'a str,
    /// The questionnaire in it; none when it cannot be read.
    pub questionnaire: Option<&'a str>,
    /// What is wrong in it, in the order of the file.
    pub flaws: Vec<Flaw<'a>>,
    /// How it reads; none when it cannot be read.
    pub reading: Option<Reading>,
}

/// Something wrong in a file.
#[derive(Debug, Serialize)]
pub struct Flaw<'a> {
    /// The line, from 1; 0 when the place is not known.
    pub line: usize,
    /// The column in characters, from 1; 0 when the place is not known.
    pub column: usize,
    /// What is wrong, in Dutch.
    pub message: &'a str,
    /// What to do about it, in Dutch; may be empty.
    pub hint: &'a str,
}

/// How hard the texts are to read.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Reading {
    /// How many sentences.
    pub sentences: usize,
    /// How many words.
    pub words: usize,
    /// Flesch-Douma: 100 is very easy, 60 is plain, below 50 is hard.
    pub flesch_douma: f64,
    /// LIX (Björnsson): below 40 is plain, above 50 is hard.
    pub lix: f64,
}
