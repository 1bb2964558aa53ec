//! What a backup says is in it: every file with its size and SHA-256.
//!
//! It stands in the backup itself, as JSON that a person can read too.

use super::{Problem, parse_json};
use crate::model::Moment;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The version of what a backup looks like.
pub const MANIFEST_VERSION: u32 = 1;

/// The most bytes that the files of one backup may hold together.
pub const LARGEST_BACKUP: u64 = 1 << 30;

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of its shape.
    pub version: u32,
    /// When it was made, by the clock of the device.
    pub made: Moment,
    /// The files.
    pub files: Vec<Listed>,
}

/// A file in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its path in the data folder, with `/` between the pieces.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of it.
    pub sha256: String,
}

/// Why a manifest is not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no manifest.
    Unreadable(Problem),
    /// A newer program wrote it.
    Newer(u32),
    /// It lists more bytes than a backup may hold.
    TooLarge,
    /// It lists a file that could land somewhere else, or that is none.
    Name(String),
    /// It lists two files that are one on some computers.
    Twice(String),
}

/// Reads a manifest. Every name in it is one that stays inside the folder where it is put.
///
/// # Errors
/// What makes that it cannot be followed.
pub fn parse_manifest(text: &[u8]) -> Result<Manifest, Unfit> {
    let manifest: Manifest = parse_json(text).map_err(Unfit::Unreadable)?;
    if manifest.version > MANIFEST_VERSION {
        return Err(Unfit::Newer(manifest.version));
    }
    let mut seen = HashSet::new();
    let mut room = LARGEST_BACKUP;
    for Listed { name, size, .. } in &manifest.files {
        if !stays_inside(name) {
            return Err(Unfit::Name(name.clone()));
        }
        // Windows and macOS hold `A` and `a` for one name.
        if !seen.insert(name.to_lowercase()) {
            return Err(Unfit::Twice(name.clone()));
        }
        room = room.checked_sub(*size).ok_or(Unfit::TooLarge)?;
    }
    Ok(manifest)
}

/// Whether `name` is the path of a file that is not hidden, in a folder or one or two below it, on every platform.
pub fn stays_inside(name: &str) -> bool {
    let pieces: Vec<&str> = name.split('/').collect();
    pieces.len() <= 3 && pieces.iter().all(|piece| is_piece(piece))
}

/// Hidden names are the program's own lock and what an interrupted write left; `:` names a disk or a hidden stream on Windows,
/// which also drops points and spaces at the end.
fn is_piece(piece: &str) -> bool {
    !piece.is_empty()
        && !piece.starts_with('.')
        && !piece.ends_with(['.', ' '])
        && !piece.chars().any(|character| character.is_control() || r"\:".contains(character))
}

#[cfg(test)]
mod tests {
    use super::{LARGEST_BACKUP, Listed, Manifest, Unfit, parse_manifest, stays_inside};
    use crate::format::canonical_json;
    use proptest::prelude::*;
    use std::path::{Component, Path};

    fn manifest(files: &[(&str, u64)]) -> Vec<u8> {
        let files = files.iter().map(|(name, size)| Listed {
            name: (*name).to_owned(),
            size: *size,
            sha256: String::new(),
        });
        let made = "2026-11-23T14:02:00+01:00".parse().expect("a moment");
        canonical_json(&Manifest { version: 1, made, files: files.collect() }).expect("printed")
    }

    #[test]
    fn what_was_written_is_read_again() {
        let text = manifest(&[("instelling.ron", 3), ("toetsen/x/toets.ron", 0)]);
        let read = parse_manifest(&text).expect("read");
        assert_eq!(canonical_json(&read).expect("printed"), text);
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused() {
        for name in [
            "../a", "a/../b", "/a", "a//b", "a/", "", ".", "..", "C:/a", "a:b", "a\\b", "..\\a",
            ".slot", "a/.b", "a\0", "a\nb", "a.", "a ", "a/b/c/d", "./a",
        ] {
            assert!(!stays_inside(name), "{name:?}");
            assert_eq!(parse_manifest(&manifest(&[(name, 1)])), Err(Unfit::Name(name.into())));
        }
    }

    #[test]
    fn two_names_that_are_one_elsewhere_and_too_much_are_refused() {
        let twice = manifest(&[("A.ron", 1), ("a.ron", 1)]);
        assert_eq!(parse_manifest(&twice), Err(Unfit::Twice("a.ron".into())));
        let large = manifest(&[("a", LARGEST_BACKUP), ("b", 1)]);
        assert_eq!(parse_manifest(&large), Err(Unfit::TooLarge));
        let larger = manifest(&[("a", (1 << 53) - 1), ("b", (1 << 53) - 1)]);
        assert_eq!(parse_manifest(&larger), Err(Unfit::TooLarge));
        let newer = String::from_utf8(manifest(&[])).expect("text");
        let newer = newer.replace("\"version\":1", "\"version\":2").into_bytes();
        assert_eq!(parse_manifest(&newer), Err(Unfit::Newer(2)));
        assert!(matches!(parse_manifest(b"{}"), Err(Unfit::Unreadable(_))));
    }

    proptest! {
        #[test]
        fn a_name_that_stays_inside_has_only_ordinary_pieces(name in r"[a.:/\\ \x00-\x1fé]{0,12}") {
            if stays_inside(&name) {
                let ordinary = Path::new(&name).components().all(|piece| matches!(piece, Component::Normal(_)));
                prop_assert!(ordinary && Path::new("/x").join(&name).starts_with("/x"));
            }
        }
    }
}
