//! From an empty computer to a signed record, and back the next day.

use super::{ENTER, ESC, F2, F10, Home, Journey};
use std::fs;

const PASSPHRASE: &str = "kaars molen tapijt zebra";

/// Opens the outcome, and writes who took part.
fn name_people(journey: &mut Journey) {
    journey.press("d").see("Schrijf op elke regel");
    journey.press("Mïa de Groot, privacycoördinator\rJan Blééker").see("Blééker");
    journey.press(ESC).see("F10 onderteken");
}

fn write_motivation(journey: &mut Journey, text: &str) {
    journey.see("Deze uitkomst moet u motiveren").press("m").see("Motivering");
    journey.press(text).see(text).press(ESC).see("F10 onderteken");
}

/// From the outcome, with a new key, to the screen that says where the record is.
fn sign(journey: &mut Journey, home: &Home) {
    journey.see("F10 onderteken").press(F10).see("Nieuwe sleutel maken").press(ENTER);
    journey.see("Nog een keer").fill("Mïa de Groot").fill("privacycoördinator");
    journey.fill(PASSPHRASE).fill(PASSPHRASE);
    journey.see("Wie ondertekent?").see("Mïa de Groot (privacycoördinator)").press(ENTER);
    journey.see("Wachtzin").fill(PASSPHRASE).see("Het verslag is ondertekend");
    let path = home.record();
    assert!(path.extension().is_some_and(|extension| extension == "pdf"));
    // A long path breaks where the screen ends, and must still be all there.
    let bare = journey.read().replace(' ', "");
    assert!(bare.contains(&path.display().to_string()), "{}", journey.shown());
    journey.see("m open map");
}

/// The answers of the assessment on disk, as a file for `evaluate`.
fn answers(home: &Home) -> std::path::PathBuf {
    let text = home.assessment();
    let from = text.find("answers: {").unwrap() + "answers: ".len();
    let until = from + text[from..].find('}').unwrap();
    let file = home.beside("antwoorden.ron");
    fs::write(&file, &text[from..=until]).unwrap();
    file
}

/// What other programs hear about the answers on disk.
fn evaluated(home: &Home) -> serde_json::Value {
    let file = answers(home);
    let said = home.say(&["evaluate", "pre-dpia", "--answers", file.to_str().unwrap(), "--json"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    serde_json::from_str(&said.out).unwrap()
}

fn genuine(home: &Home, verdict: &str) {
    let said = home.say(&["verify", home.record().to_str().unwrap(), "--json"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    let reports: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let report = &reports[0];
    // The signer's key lies in this data folder.
    assert_eq!(report["verdict"], "valid");
    assert_eq!(report["data"], "same");
    assert_eq!(report["claim"]["verdict"], verdict);
    assert_eq!(report["claim"]["organisation"], "Museum De Linde");
    assert_eq!(report["signatures"][0]["signer"], "Mïa de Groot");
    assert_eq!(report["signatures"][0]["covers"], "whole_file");
}

#[test]
fn from_an_empty_folder_to_a_signed_record() {
    let home = Home::new();
    let mut journey = home.start();
    journey.see("Welkom bij verantwoord").see("Niets verlaat deze computer");
    let bare = journey.read().replace(' ', "");
    assert!(bare.contains(&home.data().display().to_string()), "{}", journey.shown());
    journey.begin_pre_dpia().press("o").see("Deze opmerking komt bij de vraag");
    journey.press("Namen van kopers: é, ë en ✓.").see("✓").press(ESC).see("Antwoord met j");
    journey.answer_to_lists().answer_no_lists();
    journey.press("r").see("9 rijen zijn met nee").press(ENTER);
    journey.see("Kan iemand ernstige schade").press("n").see("DPIA NIET VERPLICHT");
    // Without a motivation there is nothing to sign.
    journey.press(F10).press("t").lose("F10 onderteken").see("DPIA NIET VERPLICHT");
    write_motivation(&mut journey, "Wij bewaren weinig, en kort.");
    name_people(&mut journey);
    sign(&mut journey, &home);
    journey.press(ENTER).see("verantwoord › Overzicht").leave();

    let kept = home.assessment();
    for words in ["Namen van kopers: é, ë en ✓.", "Wij bewaren weinig, en kort.", "Jan Blééker"]
    {
        assert!(kept.contains(words), "{words}: {kept}");
    }
    genuine(&home, "DPIA niet verplicht");
    let told = evaluated(&home);
    assert_eq!((&told["verdict"], &told["settled"]), (&"not_required".into(), &true.into()));

    let mut next_day = home.start();
    next_day.see("Nu eerst").press("t");
    next_day.see("DPIA niet verplicht · ondertekend").press(ENTER);
    next_day
        .see("Nieuw ticketsysteem")
        .press("j")
        .see("Deze toets is ondertekend en verandert niet meer");
    next_day.press(ESC).see("verantwoord › Overzicht").leave();
    assert_eq!(home.assessment(), kept, "a signed assessment stays as it is");
}

#[test]
fn one_case_of_the_law_settles_it_early() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().answer_to_lists().press("j").see_kept("Staat vast: DPIA verplicht");
    journey.press(F2).see("DPIA VERPLICHT").see("Ingrijpende beoordeling door de computer: ja");
    sign(&mut journey, &home);
    journey.press(ENTER).see("verantwoord › Overzicht").leave();
    genuine(&home, "DPIA verplicht");
    let told = evaluated(&home);
    assert_eq!(told["verdict"], "required");
    assert_eq!(told["reasons"][0]["rule"], "art35_3");
    assert_eq!(told["possible"], serde_json::json!(["required"]));
}

#[test]
fn one_deviates_with_reasons() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().answer_to_lists().answer_no_lists();
    journey.press("jjr").see("7 rijen zijn met nee").press(ENTER);
    journey.see("Kan iemand ernstige schade").press("n");
    journey.see("Wijkt u af van de regel").press("j");
    journey
        .see("Waarom is het risico voor mensen")
        .press("Het zijn er weinig.")
        .see_kept("weinig.");
    journey.press("\t").see("Wat vindt uw FG").press("De FG is het eens.").see_kept("het eens.");
    journey.press("\t").see("Volgt u de mening van de FG").press("n");
    journey.see("Waarom volgt u de mening").press("De FG vroeg meer.").see_kept("vroeg meer.");
    journey.press("\t").see("AFGEWEKEN, GEMOTIVEERD");
    journey.press("\x1b[6~").see("U volgt de mening van de FG niet, met redenen.");
    if journey.read().contains("Deze uitkomst moet u motiveren") {
        write_motivation(&mut journey, "Zie de redenen.");
    }
    sign(&mut journey, &home);
    journey.press(ENTER).see("verantwoord › Overzicht").leave();
    genuine(&home, "Afgeweken, gemotiveerd");
    let told = evaluated(&home);
    assert_eq!(told["verdict"], "deviated");
}
