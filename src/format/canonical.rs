//! One way to write data: canonical JSON (RFC 8785).

use super::Problem;
use serde::{Serialize, de::DeserializeOwned};

/// Writes `value` as canonical JSON: sorted keys, no spaces, so that the same data are the same bytes.
///
/// # Errors
/// The value has no JSON form.
pub fn canonical_json<T: Serialize>(value: &T) -> Result<Vec<u8>, Problem> {
    serde_json_canonicalizer::to_vec(value).map_err(|error| {
        Problem::at((0, 0), format!("Dit kan niet als JSON worden geschreven: {error}."))
    })
}

/// Writes `value` as JSON (RFC 8259) for this program itself: as short and as soon as can be.
///
/// # Errors
/// The value has no JSON form.
pub fn print_json<T: Serialize>(value: &T) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(value).map_err(|error| {
        Problem::at((0, 0), format!("Dit kan niet als JSON worden geschreven: {error}."))
    })
}

/// Reads JSON.
///
/// # Errors
/// Where the text cannot be read.
pub fn parse_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|error| {
        Problem::at(
            (error.line(), error.column()),
            format!("De gegevens kunnen niet worden gelezen ({error})."),
        )
    })
}
