//! Attacks on where a signature says it stands: universal signature forgery and signature wrapping.

use super::fixtures::*;
use crate::signature::{Problem, Standing};

/// `pdf` with the value behind the last `key` overwritten and padded to the same length.
fn replace_value(pdf: &[u8], key: &str, ends: u8, new: &str) -> Vec<u8> {
    let at = last(pdf, key) + key.len();
    let length = pdf[at..].iter().position(|byte| *byte == ends).unwrap() + 1;
    let mut changed = pdf.to_vec();
    let padded = format!("{new:<length$}");
    changed[at..at + length].copy_from_slice(padded.as_bytes());
    changed
}

fn byte_range(pdf: &[u8], numbers: &str) -> Vec<u8> {
    let at = last(pdf, "/ByteRange ") + 11;
    let mut changed = pdf.to_vec();
    changed[at..at + 40].copy_from_slice(format!("{numbers:<40}").as_bytes());
    changed
}

fn contents(pdf: &[u8], value: &str) -> Vec<u8> {
    replace_value(pdf, "/Contents ", b'>', value)
}

#[test]
fn the_byte_range_can_be_nothing_else() {
    let [_, before, after, rest] = check(&SMALL).signatures[0].byte_range[..] else { panic!() };
    for numbers in [
        "null".to_owned(),
        "[]".to_owned(),
        "[0 0 0 0]".to_owned(),
        format!("[0 {before}]"),
        format!("[0 {before} {after} -{rest}]"),
        format!("[0 {before} {after} {}]", rest - 1),
        format!("[0 {before} {after} {}]", rest + 1),
        format!("[1 {before} {after} {rest}]"),
        format!("[0 {before} {before} {}]", rest + after - before),
        format!("[0 {before} {after} {rest} 0 0]"),
        "[0 9999999999 0 9999999999]".to_owned(),
    ] {
        let pdf = byte_range(&SMALL, &numbers);
        assert_refused(&numbers, &pdf, Standing::Modified, Problem::ByteRange);
    }
}

#[test]
fn the_contents_can_be_nothing_else() {
    for value in ["null", "<>", "<00>", "(x)", "[]"] {
        let pdf = contents(&SMALL, value);
        assert_refused(value, &pdf, Standing::Modified, Problem::Contents);
    }
    let at = last(&SMALL, "/Contents ") + 11;
    let mut upper = SMALL.clone();
    upper[at..at + 2000].make_ascii_uppercase();
    assert_refused("upper case", &upper, Standing::Modified, Problem::Contents);
    let mut padded = SMALL.clone();
    padded[at + 16_000] = b'1';
    assert_refused("padding", &padded, Standing::Modified, Problem::Contents);
    let zeros = contents(&SMALL, &format!("<{}>", "0".repeat(16_384)));
    assert_refused("zeros", &zeros, Standing::Modified, Problem::Contents);
}

#[test]
fn keys_cannot_be_missing() {
    let pdf = overwrite(&SMALL, "/ByteRange", "/ByteRongg");
    assert_refused("no byte range", &pdf, Standing::Modified, Problem::ByteRange);
    let pdf = overwrite(&SMALL, "/Contents", "/Cantents");
    assert_refused("no contents", &pdf, Standing::Modified, Problem::Contents);
    let pdf = overwrite(&SMALL, "/Type /Sig /F", "/Typo /Sig /F");
    assert_refused("no type", &pdf, Standing::Modified, Problem::NotASignature);
    let pdf = overwrite(&SMALL, "/M (D:2026", "/M (D:20x6");
    assert_refused("no time", &pdf, Standing::Modified, Problem::Claim);
}

#[test]
fn other_kinds_of_signature_are_refused() {
    let pdf = overwrite(&SMALL, "/ETSI.CAdES.detached", "/adbe.pkcs7.detached");
    assert_refused("sub filter", &pdf, Standing::Modified, Problem::SubFilter);
}

/// Signature wrapping: the signed tail is moved back and objects are put in the gap.
#[test]
fn nothing_fits_between_the_two_parts() {
    let [_, before, after, rest] = check(&SMALL).signatures[0].byte_range[..] else { panic!() };
    let gap = b"/Junk (in the gap) ";
    let moved = [&SMALL[..after], gap, &SMALL[after..]].concat();
    let numbers = format!("[0 {before} {} {rest}]", after + gap.len());
    let moved = byte_range(&moved, &numbers);
    assert_refused("gap", &moved, Standing::Modified, Problem::CrossReference);
    let tail = [&SMALL[..after], b">>\nendobj\n99 0 obj\n<<", &SMALL[after..]].concat();
    assert_refused("objects", &tail, Standing::Modified, Problem::CrossReference);
}

#[test]
fn the_words_of_the_claim_are_covered() {
    let pdf = overwrite(&SMALL, "/M (D:20261201", "/M (D:20261101");
    assert_refused("other day", &pdf, Standing::Modified, Problem::DigestMismatch);
    let pdf = overwrite(&SMALL, "/P 2", "/P 3");
    assert_refused("other permission", &pdf, Standing::Modified, Problem::RevisionDiffers);
    let pdf = overwrite(&SMALL, "/VRWD_Role", "/VRWD_Rule");
    assert_refused("other key", &pdf, Standing::Modified, Problem::RevisionDiffers);
}
