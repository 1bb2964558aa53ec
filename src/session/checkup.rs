//! What was found out about everything in the data folder.

use serde::Serialize;
use std::path::PathBuf;

/// The whole of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Checkup {
    /// The data folder.
    pub folder: PathBuf,
    /// How many files were looked at.
    pub files: usize,
    /// How many records were checked.
    pub records: usize,
    /// What was found, the most serious first.
    pub findings: Vec<Finding>,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Its stable name, for other programs.
    pub code: String,
    /// How serious it is.
    pub weight: Weight,
    /// The file or folder.
    pub path: PathBuf,
    /// What was found, and what can be done about it.
    pub text: String,
}

/// How serious a finding is. The order is that of seriousness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Something is wrong.
    Wrong,
    /// Something should be looked at.
    Mind,
    /// It was mended just now.
    Mended,
}

impl Checkup {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.weight != Weight::Wrong)
    }
}
