//! What a shell and a manual reader get of the command line.

use std::process::Command;

fn told(arguments: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_verantwoord"));
    let output = program.args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_shell_can_complete_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = told(&["completions", shell]);
        for word in ["verify", "controleer", "questionnaires", "plain"] {
            assert!(script.contains(word), "{shell} lacks {word}");
        }
    }
    assert!(told(&["aanvullen", "bash"]).contains("complete"));
}

#[test]
fn the_manual_page_names_every_command_and_every_option() {
    let page = told(&["man"]);
    assert!(page.contains(".SH NAAM") && page.contains(".SH UITGANG"), "{page}");
    let help = told(&["--help"]);
    let commands = help.split("Opdrachten:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<_> = commands
        .lines()
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.len() >= 13, "{names:?}");
    for name in names {
        assert!(page.contains(&format!(".SS {name}\n")), "the page lacks {name}");
        let options = told(&[name, "--help"]);
        for option in options.split_whitespace().filter(|word| word.starts_with("--")) {
            let option = option.trim_end_matches([',', ']', '.']).replace('-', "\\-");
            assert!(page.contains(&option), "the page lacks {option} of {name}");
        }
    }
}
