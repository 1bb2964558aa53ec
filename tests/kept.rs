//! Records that were made before and are kept: what was genuine must stay so, in every later version of the program.
//!
//! A test that fails here says that records which people have are refused from now on. Before the first release, look at the
//! pages and make the records anew (`tests/kept/make`). After it, give the layout that changes a `LAYOUT_VERSION` of its own
//! and keep the printer of the old one, or compare what the pages tell; the records here stay as they are.

use std::{fs, path::PathBuf};
use verantwoord::{
    desk,
    session::{DataStanding, Standing},
};

/// The files of this folder with the extension `kind`.
fn kept(kind: &str) -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/kept/1");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|found| found == kind)).collect();
    files.sort();
    files
}

#[test]
fn records_of_earlier_are_genuine_and_print_as_they_did() {
    let known: Vec<String> =
        kept("pem").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let records = kept("pdf");
    assert_eq!(records.len(), 5);
    let mut signatures = 0;
    for record in records {
        let report = desk::check(&record, &known).unwrap();
        let name = record.display();
        assert_eq!(report.verdict, Standing::Valid, "{name}: {:?}", report.problems);
        assert_eq!(report.data, DataStanding::Same, "{name}");
        signatures += report.signatures.len() + report.stamps.len();
    }
    assert_eq!(signatures, 7, "one is signed twice, and one is stamped");
}
