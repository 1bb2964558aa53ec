//! One way to write data: canonical JSON (RFC 8785).

use super::Problem;
use serde::{Serialize, de::DeserializeOwned};
use std::io;

/// Writes `value` as canonical JSON: sorted keys, no spaces, so that the same data are the same bytes.
///
/// # Errors
/// The value has no JSON form.
pub fn canonical_json<T: Serialize>(value: &T) -> Result<Vec<u8>, Problem> {
    serde_json_canonicalizer::to_vec(value).map_err(|error| {
        Problem::at((0, 0), format!("Dit kan niet als JSON worden geschreven: {error}."))
    })
}

/// Writes `value` to `out` as JSON (RFC 8259) for this program itself: as short and as soon as can be.
///
/// # Errors
/// The value has no JSON form, or `out` takes no more.
pub fn print_json<T: Serialize>(value: &T, out: &mut dyn io::Write) -> io::Result<()> {
    Ok(serde_json::to_writer(out, value)?)
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

#[cfg(test)]
mod tests {
    use super::parse_json;
    use crate::model::{Id, sharing};

    fn read(text: &str) -> Vec<Id> {
        parse_json(text.as_bytes()).expect("names")
    }

    fn is_one(one: &Id, other: &Id) -> bool {
        std::ptr::eq(one.as_str(), other.as_str())
    }

    #[test]
    fn names_are_shared_only_where_that_was_asked_and_are_the_same_names() {
        let text = r#"["one", "two", "o\u006ee"]"#;
        let (apart, shared) = (read(text), sharing(|| read(text)));
        assert_eq!(apart, shared);
        assert!(!is_one(&apart[0], &apart[2]));
        assert!(is_one(&shared[0], &shared[2]));
        // It is over, also when what was done there failed.
        let failed = std::panic::catch_unwind(|| sharing(|| assert!(read(text).is_empty())));
        assert!(failed.is_err());
        let again = read(text);
        assert!(!is_one(&again[0], &again[2]));
    }
}
