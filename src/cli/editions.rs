//! The questionnaire that a command is about.

use super::{input, places, words};
use crate::{
    desk::{self, questionnaire_in},
    format::{Edition, Library},
    model::Id,
    store::{LONGEST_FILE, read_whole},
};
use std::path::Path;

/// The questionnaire with this name, the one in this file (`.ron`), or the one that this record carries (`.pdf`).
///
/// # Errors
/// Every fault, for the person who named it.
pub(super) fn find(name: &str) -> Result<Edition, Vec<String>> {
    let is = |kind: &str| {
        Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case(kind))
    };
    if is("pdf") {
        let bytes = read_whole(Path::new(name), LONGEST_FILE)
            .map_err(|error| vec![desk::words::store(&error)])?;
        return questionnaire_in(&bytes).ok_or_else(|| vec![words::no_questionnaire_in(name)]);
    }
    if is("ron") {
        let text = input::text(Path::new(name)).map_err(|fault| vec![fault])?;
        return Edition::read(&text).map_err(|problems| places::tell(name, &problems.0));
    }
    Library
        .get(&Id::from(name))
        .ok_or_else(|| vec![words::unknown_questionnaire(name, Library.resembling(name))])
}
