//! `verantwoord demo` without a person, and what programs that are not ours say of its record.
//!
//! A referee that is not installed is skipped aloud, unless `VERANTWOORD_REFEREES=required`.

use super::{Home, records::record, skip};
use std::{env, fs, path::PathBuf, process::Command};

#[test]
fn the_example_is_made_without_a_terminal() {
    let home = Home::new();
    let folder = home.beside("voorbeeld");
    let said = home.say(&["demo", folder.to_str().unwrap()]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    let record = super::only(&folder.join("verslagen"));
    for words in [record.to_str().unwrap(), "VOORBEELD", "DPIA niet verplicht", "Vera Voorbeeld"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let opened = home.say(&["where", "--data", folder.to_str().unwrap()]);
    assert!(opened.out.contains(folder.to_str().unwrap()), "{}", opened.out);
    assert!(!home.data().exists(), "an example never comes among real data");
}

/// The record in a file of its own, and what `referee` says of it; none where it is not installed.
fn asked(referee: &str, arguments: &[&str]) -> Option<(String, bool)> {
    let home = Home::new();
    let file: PathBuf = home.beside("verslag.pdf");
    fs::write(&file, record()).unwrap();
    let file = file.to_str().unwrap();
    let arguments = arguments.iter().map(|argument| argument.replace("FILE", file));
    match Command::new(referee).args(arguments).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let complained = String::from_utf8_lossy(&output.stderr).into_owned();
            Some((said + &complained, output.status.success()))
        }
        Err(error) => {
            let wanted = env::var_os("VERANTWOORD_REFEREES").is_some_and(|how| how == "required");
            assert!(!wanted, "{referee}: {error}");
            skip(&format!("{referee} is not installed"));
            None
        }
    }
}

#[test]
fn pdfsig_finds_the_signature_valid() {
    let Some((said, well)) = asked("pdfsig", &["-nocert", "FILE"]) else { return };
    assert!(well, "{said}");
    for words in ["Signature is Valid.", "Total document signed", "Vera Voorbeeld"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    let Some((said, well)) = asked("qpdf", &["--check", "FILE"]) else { return };
    assert!(well, "{said}");
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    assert!(!said.contains("WARNING"), "{said}");
}

#[test]
fn pdftotext_reads_it_in_order() {
    let Some((said, well)) = asked("pdftotext", &["FILE", "-"]) else { return };
    assert!(well, "{said}");
    let text = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let order =
        ["Pre-DPIA: is een DPIA nodig?", "DPIA niet verplicht", "Eén van de negen criteria geldt"];
    let places = order.map(|words| text.find(words).unwrap_or_else(|| panic!("{words}: {text}")));
    assert!(places.is_sorted(), "{places:?}: {text}");
    let answers = text.rfind("Gebruikt u in deze verwerking").unwrap();
    assert!(places[2] < answers, "the reasons come before the answers: {text}");
    for sign in ["✓", "☐", "é", "ë"] {
        assert!(text.contains(sign), "{sign}: {text}");
    }
}
