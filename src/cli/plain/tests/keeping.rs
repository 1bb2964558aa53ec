//! Conversations about what is kept: actions, and second copies.

use super::{PARTICULARS, lines, number, talk, words};
use std::fs;

/// Actions from the first to the last word: written down, found by department and owner, and said how far they are.
#[test]
fn actions_are_written_down_filtered_and_brought_to_an_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = |text: &'static str,
               department: &'static str,
               owner: &'static str,
               due: &'static str| { ["nieuw", text, department, owner, due, "hoog"] };
    let mut step = 0;
    let mut script = Vec::new();
    script.extend(PARTICULARS);
    script.push("ACTIES");
    script.extend(new("Sluit een overeenkomst", "Publiek", "Vera", "1-12-2026"));
    script.extend(new("Ruim de lijst op", "Directie", "Omar", "20-11-2026"));
    script.extend(new("Vraag toestemming", "Publiek", "Omar", "over 2 weken"));
    // What is overdue stands first: number 1 is of Omar.
    script.extend(["1", "bezig"]);
    script.extend([
        "afdeling publiek",
        "wie vera",
        "1",
        "klaar",
        "",
        "klaar",
        "Getekend, map contracten",
    ]);
    script.extend([
        "open",
        "zoek toestemming",
        "1",
        "vervalt",
        "",
        "vervalt de nieuwsbrief is gestopt",
    ]);
    script.extend(["alles", "afdelingen", "", "stop"]);
    let said = talk(folder.path(), |heard| {
        let line = script.get(step).copied()?;
        step += 1;
        if line == "ACTIES" {
            return Some(number(heard, "Acties"));
        }
        Some(line.to_owned())
    });
    let first = said.find("1. TE LAAT: Ruim de lijst op").expect("overdue in front");
    assert!(
        first > 0 && said.contains("(open; uiterlijk 20 november 2026; Directie, Omar)"),
        "{said}"
    );
    assert!(said.contains("bezig; uiterlijk 20 november 2026"), "{said}");
    assert!(said.contains("Zonder bewijs is een actie niet klaar."), "{said}");
    assert!(said.contains("Zonder reden vervalt een actie niet."), "{said}");
    assert!(said.contains("(klaar; "), "{said}");
    assert!(said.contains("(vervallen, want de nieuwsbrief is gestopt; "), "{said}");
    let text = fs::read_to_string(folder.path().join("acties.ron")).expect("actions");
    for kept in
        ["Busy", "Done", "Getekend, map contracten", "Dropped(\"de nieuwsbrief is gestopt\")"]
    {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert!(said.contains("Publiek: "), "{said}");
    assert!(said.contains(words::GOODBYE), "{said}");
}

/// A script that is too short, or a line that breaks: what was filled in so far is kept, and nothing more is asked.
#[test]
fn what_was_filled_in_is_kept_when_the_lines_end_in_the_middle_of_a_form() {
    let folder = tempfile::tempdir().expect("a folder");
    talk(folder.path(), lines(&["Museum De Linde", "museum"]));
    let kept = fs::read_to_string(folder.path().join("instelling.ron")).expect("particulars");
    assert!(kept.contains("Museum De Linde") && kept.contains("\"museum\""), "{kept}");
    let mut step = 0;
    let said = talk(folder.path(), |heard| {
        step += 1;
        match step {
            1 => Some(number(heard, "Acties")),
            2 => Some("nieuw".to_owned()),
            3 => Some("Sluit een overeenkomst".to_owned()),
            4 => Some("Publiek".to_owned()),
            _ => None,
        }
    });
    let kept = fs::read_to_string(folder.path().join("acties.ron")).expect("actions");
    assert!(kept.contains("Sluit een overeenkomst") && kept.contains("Publiek"), "{kept}");
    assert!(said.contains("Wie") && !said.contains("Uiterlijk"), "{said}");
}

/// A second copy that a synchronising program left is told first, compared and settled.
#[test]
fn two_copies_are_compared_and_one_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    talk(folder.path(), lines(&[&PARTICULARS[..], &["stop"]].concat()));
    let original = folder.path().join("instelling.ron");
    let text = fs::read_to_string(&original).expect("a file");
    let copy = folder.path().join("instelling-PC-VERA.ron");
    let other = text.replace("Museum De Linde", "Museum De Es");
    crate::store::replace(&copy, other.as_bytes()).expect("written");
    let said = talk(folder.path(), lines(&["1", "?", "per onderdeel", "2", "stop"]));
    assert!(
        said.contains("1. Let op. Er zijn twee exemplaren van de gegevens van uw instelling."),
        "{said}"
    );
    assert!(said.contains("  1: Museum De Linde") && said.contains("  2: Museum De Es"), "{said}");
    assert!(said.contains("Uw keuze is bewaard."), "{said}");
    assert!(fs::read_to_string(&original).expect("a file").contains("Museum De Es"));
    assert!(!copy.exists());
    assert_eq!(fs::read_dir(folder.path().join("niet-gekozen")).expect("kept").count(), 1);
}
