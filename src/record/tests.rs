//! The chain from document to file, and the referees that happen to be installed.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use super::fonts::Fonts;
use super::{RecordError, render, sample};
use crate::record::document::Block;

/// Writes a file for another program to read.
pub(super) fn write(path: &Path, bytes: &[u8]) {
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(bytes))
        .unwrap();
}

#[test]
fn a_character_that_cannot_be_printed_is_named() {
    let document = sample::of(vec![Block::Heading { level: 1, text: "Lach 😀".into() }]);
    let error = render(&document, Fonts::shipped().unwrap()).unwrap_err();
    assert!(matches!(error, RecordError::Layout(_)));
    assert!(error.to_string().contains("U+1F600"), "{error}");
}

#[test]
fn qpdf_has_nothing_to_remark() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("verslag.pdf");
    write(&path, &render(&sample::record(), Fonts::shipped().unwrap()).unwrap());
    match Command::new("qpdf").arg("--check").arg(&path).output() {
        Ok(output) => assert!(output.status.success(), "{output:?}"),
        Err(_) => eprintln!("SKIPPED: qpdf is not installed"),
    }
}
