//! The questionnaire that a command is about.

use super::{input, places, words};
use crate::{
    format::{Edition, Library},
    model::Id,
};
use std::path::Path;

/// The questionnaire with this name, or the one in this file (`.ron`).
///
/// # Errors
/// Every fault, for the person who named it.
pub(super) fn find(name: &str) -> Result<Edition, Vec<String>> {
    if Path::new(name).extension().is_some_and(|extension| extension == "ron") {
        let text = input::text(Path::new(name)).map_err(|fault| vec![fault])?;
        return Edition::read(&text).map_err(|problems| places::tell(name, &problems.0));
    }
    Library
        .get(&Id::from(name))
        .ok_or_else(|| vec![words::unknown_questionnaire(name, Library.resembling(name))])
}
