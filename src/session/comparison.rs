//! Two copies of one file side by side, and what people choose of them.

use crate::model::Moment;
use serde::Serialize;
use std::path::PathBuf;

/// Something of which there are two, because a synchronising program could not choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TwinLine {
    /// What it is, in words.
    pub what: String,
    /// The file or folder under the name that the program uses.
    pub original: PathBuf,
    /// The other.
    pub copy: PathBuf,
}

/// Two copies side by side. The first is the one that the program uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// What they are, in words.
    pub what: String,
    /// The two.
    pub sides: [Side; 2],
    /// What differs.
    pub differences: Vec<Difference>,
    /// Whether one can choose of each difference by itself.
    pub mixable: bool,
    /// Whether the two can go on as two things.
    pub separable: bool,
}

/// One of two copies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The file or folder.
    pub path: PathBuf,
    /// When it was last changed, as far as that is known.
    pub changed: Option<Moment>,
    /// What one should know of it, in words; empty if there is nothing.
    pub note: String,
    /// SHA-256 of the file that was compared, in lower-case hexadecimal.
    pub sha256: String,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What.
    pub label: String,
    /// What stands in each; empty if nothing does.
    pub said: [String; 2],
}

/// What people choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The one that the program uses.
    First,
    /// The other.
    Second,
    /// Of each difference, whether it is that of the second.
    Mixed(Vec<bool>),
    /// Both, as two things.
    Both,
}

/// What people chose of two copies that they compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The second copy.
    pub copy: PathBuf,
    /// SHA-256 of both as they were compared: what changed since is not chosen between.
    pub compared: [String; 2],
    /// What.
    pub choice: Choice,
}

impl Comparison {
    /// What is wished once this is chosen.
    pub fn settled(&self, choice: Choice) -> Settlement {
        let [first, second] = &self.sides;
        let compared = [first.sha256.clone(), second.sha256.clone()];
        Settlement { copy: second.path.clone(), compared, choice }
    }
}
