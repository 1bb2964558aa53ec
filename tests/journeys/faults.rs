//! What goes wrong around the program, and what it says of it.

use super::{ENTER, F2, F10, Home, Journey, Said};
use std::{fs, process::Stdio};

/// A screen of no use gets a sentence, and a larger one gets the program.
#[test]
fn a_window_that_is_too_small_is_told_and_grows() {
    let home = Home::new();
    let mut journey = home.start_at(5, 20);
    journey.see("Maak het venster");
    journey.press("j\r\x1b").resize(1, 1).resize(5, 20).resize(24, 80);
    journey.press("\x1b[A").see("verantwoord").leave();
}

#[test]
fn a_question_survives_a_window_of_any_size() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia();
    for (rows, columns) in [(12, 40), (3, 200), (200, 3), (35, 120), (1, 1), (24, 80)] {
        journey.resize(rows, columns);
        journey.press("\x1b[6~\x1b[5~");
    }
    journey
        .see("Gebruikt u in deze verwerking")
        .press("j")
        .see("Welke rol heeft uw instelling")
        .leave();
}

#[test]
fn in_the_smallest_window_question_and_answers_are_there() {
    let home = Home::new();
    home.start().begin_pre_dpia().leave();
    let mut journey = home.start_at(12, 40);
    journey.see("Ga verder:").press(ENTER);
    journey.see(
        "Gebruikt u in deze verwerking gegevens over mensen die u of een ander kan herkennen?",
    );
    journey.see("j Ja").see("n Nee").see("w Weet ik niet").press("\x1b[6~");
    journey.see("Een persoonsgegeven is elke informatie").press("\x1b[5~").see("w Weet ik niet");
    journey.press("j").see_kept("Welke rol heeft uw instelling").see("4 Weet ik niet").leave();
}

#[test]
fn without_a_terminal_it_talks_in_lines() {
    let home = Home::new();
    let output = home.command(&[]).stdin(Stdio::null()).output().unwrap();
    let said = Said::from(&output);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.contains("Typ een antwoord en druk op Enter."), "{}", said.out);
    assert!(!said.out.contains('\x1b'));
}

#[test]
fn passphrases_that_differ_and_a_wrong_one_are_asked_again() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().answer_to_lists().press("j").see("Staat vast").press(F2);
    journey.see("F10 onderteken").press(F10).see("Nieuwe sleutel maken").press(ENTER);
    journey.see("Nog een keer").fill("Vera").fill("directeur");
    journey.fill("kort").fill("kort").see("Te makkelijk te raden");
    journey.fill(" maar nu langer").fill("en toch anders dan").see("niet gelijk");
    journey
        .fill("kaars molen tapijt zebra")
        .fill("kaars molen tapijt zebra")
        .see("Vera (directeur)")
        .press(ENTER);
    journey.see("Wachtzin").fill("een zin van toen").see("De wachtzin past niet bij deze sleutel");
    assert!(!home.data().join("verslagen").exists_with_files(), "nothing is signed");
    journey.fill("kaars molen tapijt zebra").see("Het verslag is ondertekend").leave();
}

trait Filled {
    fn exists_with_files(&self) -> bool;
}

impl Filled for std::path::PathBuf {
    fn exists_with_files(&self) -> bool {
        fs::read_dir(self).is_ok_and(|mut entries| entries.next().is_some())
    }
}

/// Two laptops changed the same assessment, and the program that keeps the folder alike left both: they are told first, laid side by
/// side, and of each answer one is kept. Nothing is lost.
#[test]
fn a_second_copy_of_a_synchronising_program_is_compared_and_settled() {
    let home = begun();
    let file = home.assessment_file();
    let text = home.assessment();
    let copy = file.with_file_name("toets (conflicterend exemplaar van Vera 2026-11-23).ron");
    let other = text.replacen("\"personal_data\": \"yes\"", "\"personal_data\": \"no\"", 1);
    assert_ne!(text, other, "{text}");
    fs::write(&copy, &other).unwrap();
    let doctor = home.say(&["doctor"]);
    assert!(doctor.out.contains("conflicterend exemplaar van Vera"), "{}", doctor.out);
    let copies = home.say(&["copies"]);
    assert_eq!(copies.status, 1);
    assert!(copies.out.contains("Er zijn twee exemplaren van de toets"), "{}", copies.out);
    let mut journey = home.start_at(35, 120);
    journey.see("Er zijn twee exemplaren van de toets").press(ENTER);
    journey.see("Tweede exemplaar").see("● ja").press("\x1b[C").see("● nee").press(ENTER);
    journey.see("Uw keuze is bewaard.").lose("Er zijn twee exemplaren").leave();
    assert!(!copy.exists());
    let kept: Vec<_> = fs::read_dir(home.data().join("niet-gekozen"))
        .unwrap()
        .map(|kept| fs::read_to_string(kept.unwrap().path()).unwrap())
        .collect();
    assert_eq!((kept, home.assessment()), (vec![text], other), "both are still there");
    let copies = home.say(&["copies"]);
    assert_eq!((copies.status, copies.out.as_str()), (0, "Van niets zijn er twee exemplaren.\n"));
}

/// A home with one assessment that was left after two answers.
fn begun() -> Home {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().press("j").see_kept("Welke rol heeft uw instelling").leave();
    home
}

#[test]
fn a_broken_file_is_set_aside_and_told() {
    let home = begun();
    let file = home.assessment_file();
    let noise = "(versie: 1, inhoud: (id: \"x\", answers: {\"personal_data\": ";
    fs::write(&file, noise).unwrap();
    let mut journey = home.start();
    journey.see("is beschadigd").see("opzijgezet als").press("\x1b[A").see("Overzicht").leave();
    let folder = file.parent().unwrap();
    let names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let aside: Vec<_> =
        names.iter().filter(|path| path.display().to_string().contains("beschadigd")).collect();
    assert_eq!(aside.len(), 1, "{names:?}");
    assert_eq!(fs::read_to_string(aside[0]).unwrap(), noise, "what was in it stays");
}

#[test]
fn a_file_of_a_newer_program_stays_as_it_is() {
    let home = begun();
    let newer = home.assessment().replacen("versie: 1", "versie: 99", 1);
    assert!(newer.contains("versie: 99"));
    fs::write(home.assessment_file(), &newer).unwrap();
    let mut journey = home.start();
    journey.see("nieuwere versie van het programma").see("bestandsversie 99").leave();
    assert_eq!(home.assessment(), newer);
}

#[test]
fn what_a_file_says_that_cannot_be_is_told() {
    for (from, to, told) in [
        ("\"personal_data\": \"yes\"", "\"personal_dat\": \"yes\"", "personal_dat"),
        ("\"personal_data\": \"yes\"", "\"personal_data\": \"perhaps\"", "perhaps"),
    ] {
        let home = begun();
        let changed = home.assessment().replacen(from, to, 1);
        assert!(changed.contains(to));
        fs::write(home.assessment_file(), &changed).unwrap();
        let mut journey = home.start();
        journey.see("Overzicht");
        if !journey.read().contains(told) {
            journey.see("Ga verder:").press(ENTER).see("Gebruikt u in deze verwerking");
        }
        journey.leave();
    }
}

#[test]
fn evaluate_refuses_what_it_does_not_know_with_the_place() {
    let home = Home::new();
    let refuse = |name: &str, text: &[u8], told: &[&str]| {
        let file = home.beside(name);
        fs::write(&file, text).unwrap();
        let path = file.to_str().unwrap();
        let said = home.say(&["evaluate", "pre-dpia", "--answers", path, "--json"]);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{}", said.err);
        for words in told.iter().chain(&[path]) {
            assert!(said.err.contains(words), "{words}: {}", said.err);
        }
    };
    refuse("id.json", br#"{"personal_dat": "yes"}"#, &["personal_dat", "personal_data"]);
    refuse("waarde.json", br#"{"personal_data": "maybe"}"#, &["maybe", "\"yes\", \"no\""]);
    refuse("stuk.ron", b"{\n  \"personal_data\": \"yes\"\n  \"role\": \"joint\"\n}", &["regel 3"]);
    refuse("stuk.json", b"{\n  \"personal_data\": \n}", &["regel 3"]);
    let mut noise = Vec::with_capacity(50 << 20);
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    while noise.len() < 50 << 20 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        noise.extend_from_slice(&state.to_le_bytes());
    }
    refuse("ruis.json", &noise, &["groter dan"]);
    refuse("ruis.ron", &noise[..1 << 16], &["geen tekst"]);
}

#[test]
fn a_data_folder_that_is_a_file_is_told() {
    let home = Home::new();
    fs::write(home.data(), "dit is een bestand").unwrap();
    let mut journey = home.start();
    let (status, shown) = journey.last_words();
    assert_eq!(status, 2, "{shown}");
    assert!(shown.replace(' ', "").contains(&home.data().display().to_string()), "{shown}");
    assert_eq!(fs::read_to_string(home.data()).unwrap(), "dit is een bestand");
}

#[test]
fn a_key_that_means_nothing_changes_nothing() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia();
    // Half a sequence, bytes that are no text, a paste where nothing is written, a mouse that points nowhere.
    journey.press("\x1b[200~j\nj\nj\x1b[201~").press("\x1b[<0;999;999M\x1b[<0;999;999m");
    journey.press("\u{7f}zqxv").press("j").see_kept("Welke rol heeft uw instelling").leave();
    Journey::begin(&home, &home.data(), 24, 80).see("1/").leave();
}
