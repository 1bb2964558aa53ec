//! Other programs as referees: what we call signed, they must call signed.
//!
//! A program that is not installed is skipped, aloud; with `VERANTWOORD_REFEREES=required` that is a failure.

use std::io::Write as _;
use std::process::Command;

use tempfile::NamedTempFile;

use super::fixtures::*;

#[expect(clippy::disallowed_methods, reason = "a test that asks how strict it is to be")]
fn required() -> bool {
    std::env::var("VERANTWOORD_REFEREES").is_ok_and(|value| value == "required")
}

pub(super) fn installed(program: &str, version: &str) -> bool {
    let found = Command::new(program).arg(version).output().is_ok();
    assert!(found || !required(), "{program} is not installed, and VERANTWOORD_REFEREES=required");
    if !found {
        eprintln!("SKIPPED: {program} is not installed");
    }
    found
}

pub(super) fn file(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

#[test]
fn qpdf_finds_no_fault() {
    if !installed("qpdf", "--version") {
        return;
    }
    for pdf in [&*SIGNED, &*SMALL] {
        let output = Command::new("qpdf").arg("--check").arg(file(pdf).path()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{told} {}", String::from_utf8_lossy(&output.stderr));
        assert!(!told.contains("WARNING"), "{told}");
    }
}

#[test]
fn pdfsig_calls_both_signatures_valid() {
    if !installed("pdfsig", "-v") {
        return;
    }
    let pdf = file(&SIGNED);
    let output = Command::new("pdfsig").arg(pdf.path()).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(told.matches("Signature Validation: Signature is Valid.").count(), 2, "{told}");
    assert_eq!(told.matches("Signature Type: ETSI.CAdES.detached").count(), 2, "{told}");
    assert!(told.contains("Total document signed"), "{told}");
    assert!(told.contains("Anna Ĳsbrands-de Boer"), "{told}");
}

#[test]
fn pdftotext_reads_the_visible_block() {
    if !installed("pdftotext", "-v") {
        return;
    }
    let pdf = file(&SIGNED);
    let output = Command::new("pdftotext").arg("-layout").arg(pdf.path()).arg("-").output();
    let told = String::from_utf8_lossy(&output.unwrap().stdout).into_owned();
    for words in [
        "Digitaal ondertekend door",
        "Anna Ĳsbrands-de Boer",
        "functie: privacycoördinator",
        "01-12-2026 10:00:00 (UTC+01:00), klok van dit apparaat",
        "reden: Vastgesteld: geen DPIA nodig – zie blz. 3 (€ 0,–)",
        "Bram Österreich",
    ] {
        assert!(told.contains(words), "{words:?} not in {told}");
    }
}
