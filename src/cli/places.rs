//! Problems, each with its file, line and column.

use super::words;
use crate::format::Problem;

/// Each of `problems` in `file` on a line.
pub(super) fn tell(file: &str, problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| words::problem(file, problem)).collect()
}
