//! Long texts in the person's own text program: the terminal is lent out, and the text comes back.

use super::Home;
use std::{fs, os::unix::fs::PermissionsExt as _};

const OWN_EDITOR: &str = "\x05";
const UNDO: &str = "\x1a";

/// A text program that says it is there, takes one line from the keyboard, and puts it under the text.
const SCRIPT: &str = "#!/bin/sh\n\
    printf 'Hier schrijft u (%s).\\n' \"$1\"\n\
    IFS= read -r line\n\
    printf '%s\\n' \"$line\" >> \"$2\"\n\
    printf '%s' \"$2\" > \"$HOME/waar\"\n";

fn with_editor(home: &Home) -> String {
    let script = home.beside("mijn editor");
    fs::write(&script, SCRIPT).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    format!("'{}' --wacht", script.display())
}

#[test]
fn a_note_is_written_in_ones_own_text_program_and_undone_in_one_step() {
    let home = Home::new();
    let command = with_editor(&home);
    let mut journey = home.start_with(&[("EDITOR", "/nergens"), ("VISUAL", &command)]);
    journey.begin_pre_dpia().press("o").see("Deze opmerking komt bij de vraag");
    journey.press("Alleen namen.").press(OWN_EDITOR).see("Hier schrijft u (--wacht).");
    // Every key is for that program now, those that mean something here too.
    journey.press("Ook adressen? u\r").see_kept("Ook adressen? u");
    let place = fs::read_to_string(home.beside("waar")).unwrap();
    assert!(!fs::exists(&place).unwrap(), "{place} is gone");
    journey.press(UNDO).lose("Ook adressen").see_kept("Alleen namen.");
    journey.press("\x19").see_kept("Ook adressen? u").leave();
    assert!(home.assessment().contains("Ook adressen? u"), "{}", home.assessment());
}

#[test]
fn a_text_program_that_is_interrupted_or_not_there_loses_nothing() {
    let home = Home::new();
    let command = with_editor(&home);
    let mut journey = home.start_with(&[("EDITOR", &command)]);
    journey.begin_pre_dpia().press("o").see("Deze opmerking komt bij de vraag");
    journey.press("Alleen namen.").press(OWN_EDITOR).see("Hier schrijft u");
    // Ctrl+C is for that program.
    journey.press("\x03").see("eindigde met een fout").see("Alleen namen.");
    journey.press(" Nog meer.").see_kept("Alleen namen. Nog meer.").leave();

    let mut journey = home.start_with(&[("EDITOR", "/nergens/teksten")]);
    journey.see("Ga verder:").press("\r").see("Gebruikt u in deze verwerking").press("o");
    journey.see("Nog meer.").press(OWN_EDITOR).see("start niet").see("Alleen namen. Nog meer.");
    journey.leave();
}
