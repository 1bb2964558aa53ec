//! A signed record of which anything was changed is never called genuine.

use super::Home;
use lopdf::{Dictionary, Document, Object};
use serde_json::Value;
use std::{fs, path::PathBuf, sync::OnceLock};

/// A signed record, made once by the program itself.
pub(crate) fn record() -> &'static [u8] {
    static RECORD: OnceLock<Vec<u8>> = OnceLock::new();
    RECORD.get_or_init(|| {
        let home = Home::new();
        let said = home.say(&["demo", home.data().to_str().unwrap()]);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
        fs::read(home.record()).unwrap()
    })
}

/// What the program says of files with these bytes, all of which are not in order.
fn refused(
    home: &Home,
    variants: impl Iterator<Item = (String, Vec<u8>)>,
) -> Vec<(String, String)> {
    let files: Vec<PathBuf> = variants
        .map(|(name, bytes)| {
            let file = home.beside(&format!("{name}.pdf"));
            fs::write(&file, bytes).unwrap();
            file
        })
        .collect();
    let mut arguments = vec!["verify", "--json"];
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    let said = home.say(&arguments);
    assert_eq!((said.status, said.err.as_str()), (1, ""), "{}", said.out);
    let reports: Vec<Value> = serde_json::from_str(&said.out).unwrap();
    assert_eq!(reports.len(), files.len());
    let told = reports.iter().zip(&files).map(|(report, file)| {
        assert_eq!(report["file"], file.to_str().unwrap());
        let verdict = report["verdict"].as_str().unwrap().to_owned();
        fs::remove_file(file).unwrap();
        (file.file_stem().unwrap().to_str().unwrap().to_owned(), verdict)
    });
    told.collect()
}

fn flipped(at: usize) -> (String, Vec<u8>) {
    let mut bytes = record().to_vec();
    bytes[at] ^= 0x01;
    (at.to_string(), bytes)
}

fn not_genuine(told: Vec<(String, String)>) {
    for (place, verdict) in told {
        let known = ["modified", "invalid", "not_ours", "unsigned"].contains(&verdict.as_str());
        assert!(known, "byte {place}: {verdict}");
    }
}

#[test]
fn no_flipped_byte_passes() {
    let home = Home::new();
    // Without optimisation each takes half a second: then every eleventh of them.
    let step = if cfg!(debug_assertions) { 97 * 11 } else { 97 };
    let places: Vec<usize> = (0..record().len()).step_by(step).collect();
    for some in places.chunks(100) {
        not_genuine(refused(&home, some.iter().copied().map(flipped)));
    }
}

#[test]
fn no_flipped_byte_passes_where_it_is_densest() {
    let home = Home::new();
    // The end of the file: the signature's own object, its byte range, the cross-reference and the trailer.
    let end = record().len();
    let places: Vec<usize> =
        (end - 600..end).step_by(if cfg!(debug_assertions) { 11 } else { 2 }).collect();
    for some in places.chunks(100) {
        not_genuine(refused(&home, some.iter().copied().map(flipped)));
    }
}

#[test]
fn what_is_added_or_missing_is_told() {
    let home = Home::new();
    let whole = record();
    let mut variants = Vec::new();
    for (name, more) in [("een", "x"), ("regel", "\n"), ("slot", "%%EOF\n")] {
        variants.push((name.to_owned(), [whole, more.as_bytes()].concat()));
    }
    for less in [1, 2, 100, whole.len() / 2, whole.len() - 1, whole.len()] {
        variants.push((format!("min-{less}"), whole[..whole.len() - less].to_vec()));
    }
    not_genuine(refused(&home, variants.into_iter()));
}

#[test]
fn what_is_no_signed_record_is_not_called_one() {
    let home = Home::new();
    let text = b"Dit is geen pdf, maar heet wel zo.\n".to_vec();
    let mut pdf = Document::with_version("1.7");
    let pages = pdf.add_object(Dictionary::from_iter([
        ("Type", Object::Name(b"Pages".to_vec())),
        ("Kids", Object::Array(Vec::new())),
        ("Count", Object::from(0)),
    ]));
    let catalog = pdf.add_object(Dictionary::from_iter([
        ("Type", Object::Name(b"Catalog".to_vec())),
        ("Pages", Object::from(pages)),
    ]));
    pdf.trailer.set("Root", catalog);
    let mut unsigned = Vec::new();
    pdf.save_to(&mut unsigned).unwrap();
    let variants = [("tekst".to_owned(), text), ("kaal".to_owned(), unsigned)];
    let told = refused(&home, variants.into_iter());
    assert_eq!(told[1].1, "unsigned");
    assert!(["invalid", "not_ours", "unsigned"].contains(&told[0].1.as_str()), "{told:?}");
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let home = Home::new();
    let missing = home.beside("weg.pdf");
    let said = home.say(&["verify", missing.to_str().unwrap()]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains(missing.to_str().unwrap()), "{}", said.err);
    // It does not keep the others from being checked.
    let good = home.beside("goed.pdf");
    fs::write(&good, record()).unwrap();
    let paths = [good.to_str().unwrap(), missing.to_str().unwrap()];
    let said = home.say(&["verify", paths[0], paths[1], "--json"]);
    assert_eq!(said.status, 2);
    let reports: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(reports.as_array().unwrap().len(), 1);
    assert_eq!(reports[0]["verdict"], "valid_unknown_signer");
}

#[test]
fn other_programs_hear_what_the_contract_says() {
    let home = Home::new();
    let file = home.beside("verslag.pdf");
    fs::write(&file, record()).unwrap();
    let said = home.say(&["verify", "--json", file.to_str().unwrap()]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let reports: Value = serde_json::from_str(&said.out).unwrap();
    let report = reports[0].as_object().unwrap();
    assert_eq!(report["file"], file.to_str().unwrap());
    assert_eq!(report["verdict"], "valid_unknown_signer");
    assert_eq!(report["data"], "same");
    let signatures = report["signatures"].as_array().unwrap();
    assert_eq!(signatures.len(), 1);
    for (key, value) in [("signer", "Vera Voorbeeld"), ("covers", "whole_file")] {
        assert_eq!(signatures[0][key], value);
    }
    assert_eq!(signatures[0]["time"], super::NOW);
}
