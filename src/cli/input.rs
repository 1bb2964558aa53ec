//! Files that a person names on the command line: read, and never more of them than makes sense.

use super::words;
use crate::format::LONGEST;
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// The argument that stands for standard input.
pub(super) const STANDARD: &str = "-";

/// What the file `name` is called.
pub(super) fn called(name: &Path) -> String {
    if name.as_os_str() == STANDARD {
        words::STANDARD_INPUT.to_owned()
    } else {
        name.display().to_string()
    }
}

/// The text of the file `name`, or of standard input.
///
/// # Errors
/// What is wrong with the file and what to do, for the person who named it.
pub(super) fn text(name: &Path) -> Result<String, String> {
    let told = called(name);
    let bytes = if name.as_os_str() == STANDARD {
        most(io::stdin().lock())
    } else {
        open(name).and_then(most)
    };
    match bytes {
        Ok(bytes) if bytes.len() > LONGEST => Err(words::too_long(&told, LONGEST)),
        Ok(bytes) => String::from_utf8(bytes).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes().get(..good).unwrap_or_default();
            words::no_text(&told, bytes.split(|byte| *byte == b'\n').count())
        }),
        Err(error) => Err(words::unreadable(&told, &error)),
    }
}

fn open(name: &Path) -> io::Result<File> {
    let file = File::open(name)?;
    if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
}

/// What can be read, up to one byte more than makes sense.
fn most(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
