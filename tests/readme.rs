//! What the README promises is there.

use std::{fs, path::Path, process::Command};
use verantwoord::{format::Library, model::Id};

/// Commands with commands in them.
const GROUPS: [&str; 4] = ["questionnaires", "key", "signer", "timestamp"];

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

#[test]
fn it_lists_the_questionnaires_that_ship() {
    let readme = readme();
    let mut rows = 0;
    for id in Library.ids() {
        let edition = Library.get(&Id::from(id)).unwrap();
        let row = format!("| `{id}` | {} |", edition.questionnaire.draft().title);
        assert!(readme.contains(&row), "the README lacks: {row}");
        rows += 1;
    }
    let part = readme.split("## De vragenlijsten").nth(1).unwrap();
    let part = part.split("\n## ").next().unwrap();
    assert_eq!(part.matches("\n| `").count(), rows, "the README lists what does not ship");
}

#[test]
fn its_links_lead_somewhere() {
    let readme = readme();
    let links: Vec<_> = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|link| !link.starts_with('#') && !link.starts_with("https://"))
        .collect();
    assert!(links.len() >= 8, "{links:?}");
    for link in links {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(link).exists(), "no {link}");
    }
}

/// The examples use commands and options that the program knows.
#[test]
fn its_examples_can_be_typed() {
    let readme = readme();
    let blocks = readme.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines);
    let typed: Vec<Vec<_>> = lines
        .filter_map(|line| {
            let (_, words) =
                line.split_once("| verantwoord ").or(line.split_once("verantwoord "))?;
            (!line.starts_with('#')).then(|| words.split_whitespace().collect())
        })
        .collect();
    assert!(typed.len() >= 14, "{typed:?}");
    for words in typed {
        let verbs = if GROUPS.contains(&words[0]) { 2 } else { 1 };
        let help = help(&words[..verbs]);
        for option in words.iter().filter(|word| word.starts_with("--")) {
            assert!(help.contains(option), "{option} is not in:\n{help}");
        }
    }
}

fn help(command: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_verantwoord"));
    let output = program.args(command).arg("--help").output().unwrap();
    assert!(output.status.success(), "{command:?}");
    String::from_utf8(output.stdout).unwrap()
}
