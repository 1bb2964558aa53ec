//! A large folder to look at, on wish.

use crate::planted;
use std::{env, path::PathBuf};

/// `VERANTWOORD_PLANT=map VERANTWOORD_SIZE=1000 cargo test --test suite plants -- --ignored` fills an empty folder.
#[test]
#[ignore = "fills a folder that a person names"]
fn a_folder_is_planted() {
    let folder = PathBuf::from(env::var_os("VERANTWOORD_PLANT").expect("VERANTWOORD_PLANT"));
    let size = env::var_os("VERANTWOORD_SIZE").and_then(|size| size.to_str()?.parse().ok());
    assert!(!folder.join("toetsen").exists(), "there is something in it");
    planted::plant(&folder, size.unwrap_or(1_000));
}

/// What is planted is sound: every file can be read, and nothing is warned of.
#[test]
fn what_is_planted_is_read_whole() {
    use verantwoord::desk::{FixedClock, Office};
    let folder = tempfile::tempdir().unwrap();
    planted::plant(folder.path(), 40);
    let mut office = Office::open(folder.path(), Box::new(FixedClock(planted::noon()))).unwrap();
    let seen = office.overview().unwrap();
    assert_eq!((seen.assessments.len(), seen.processings.len(), seen.actions.len()), (40, 8, 20));
    assert_eq!(seen.warnings, [""; 0]);
}
