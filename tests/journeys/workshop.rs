//! Five people around one large screen: from the attendance list to a record that everybody can check.

use super::{ENTER, ESC, F10, Home, Journey, NOW};
use lopdf::Document;
use rustix::process::Signal;
use std::{fs, path::Path};

pub(super) const PASSPHRASE: &str = "kaars molen tapijt zebra";
const NEXT: &str = "\x1b[C";

/// The attendance list of five, of whom one is absent.
fn gather(journey: &mut Journey) {
    journey.press("s").see("Wie zijn er?");
    let five = [
        ("Vera Linde", "voorzitter"),
        ("Jan Blééker", "notulist"),
        ("Fatima Aydin", "publiek"),
        ("Piet Mulder", "collectie"),
        ("Noor de Wit", ""),
    ];
    for (name, role) in five {
        journey.press("a").see("De naam zoals die in het verslag komt").fill(name);
        journey.see("Leeg laten mag").fill(role).see(name).see("Iemand toevoegen");
    }
    // The cursor stands on the one who was added last.
    journey.press(" ").see("[ ] Noor de Wit").press(NEXT);
    journey.see_kept("Werksessie").see("Gebruikt u in deze verwerking");
}

/// A round about the question on the screen; each vote is seen to be taken, and none is seen.
fn vote(journey: &mut Journey) {
    journey.press("s").see("0 van de 4 hebben gestemd");
    for (place, vote) in ["j", "j", "n"].into_iter().enumerate() {
        let have = if place == 0 { "heeft" } else { "hebben" };
        journey.press(vote).see(&format!("{} van de 4 {have} gestemd", place + 1));
        let shown = journey.read();
        assert!(!shown.contains("meeste stemmen") && !shown.contains("meerderheid"), "{shown}");
    }
    journey.press("j").see("4 van de 4 hebben gestemd").see("De meeste stemmen");
    journey.press(ENTER).see("Samen gekozen");
    journey.press("e").see("Leeg laten mag: dan komt er geen naam").fill("");
    journey.fill("Het zijn geen gegevens over mensen.").see("Het is vastgelegd");
    journey.press(ENTER).see("Welke rol heeft uw instelling");
}

/// What is put aside, decided and to be done, each with one key.
fn write_down(journey: &mut Journey) {
    journey.press("p").see("Wat wilt u later bespreken").fill("Bellen met de leverancier");
    journey.see("Het staat op de parkeerplaats");
    journey.press("b").see("Wat is er besloten").fill("Wij beginnen in maart");
    journey.see("Het besluit is opgeschreven");
    journey.press("a").see("Wat er moet gebeuren").fill("Vraag het contract op");
    journey.see("De afdeling die dit doet").press("\t").see("De persoon die het doet");
    journey.fill("Jan").see("Een datum").press("1-3-2027").press(ESC).see("Welke rol heeft");
}

/// The group agrees on the rest without a vote, a question a screen; one case of the law settles it.
fn agree(journey: &mut Journey) {
    journey.press("1").see("Samen gekozen").press(ENTER).see("Dit deel is klaar");
    journey.see("Bellen met de leverancier").press("k").see("besproken").press(ENTER);
    for (asked, answer) in [
        ("Is er al een DPIA voor een verwerking", "n"),
        ("Verplicht een wet precies deze", "n"),
        ("Heeft de privacytoezichthouder", "n"),
        ("Doet één zelfstandige", "n"),
    ] {
        journey.see(asked).press(answer).see("Samen gekozen").press(ENTER).lose(asked);
    }
    journey.press("j").see("Samen gekozen");
}

/// The data inside a record.
pub(super) fn data(record: &Path) -> serde_json::Value {
    let record = Document::load(record).unwrap();
    let streams = record.objects.values().filter_map(|object| object.as_stream().ok());
    let json = streams
        .filter_map(|stream| {
            let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            serde_json::from_slice::<serde_json::Value>(&bytes).ok()
        })
        .find(|value| value.get("data_version").is_some());
    json.unwrap()
}

/// The whole workshop, until its record is signed.
pub(super) fn workshop(home: &Home) {
    let mut journey = home.start();
    journey.begin_pre_dpia();
    gather(&mut journey);
    vote(&mut journey);
    write_down(&mut journey);
    agree(&mut journey);
    // Whatever happens to the computer, nothing that was said is lost.
    journey.see_kept("Samen gekozen").signal(Signal::KILL);
    journey.end();
    let mut again = home.start();
    again.see("Ga verder:").press(ENTER).see("Beoordeelt een computer mensen");
    again.press("s").see("[x] Fatima Aydin, publiek").see("[ ] Noor de Wit").press(NEXT);
    again.see("Samen gekozen").press("f").see("Dit spraken wij af");
    again.see("DPIA VERPLICHT").see("Wij beginnen in maart").see("Vraag het contract op (Jan");
    again.press(ENTER).see("F10 onderteken").press(F10).see("Nieuwe sleutel maken").press(ENTER);
    again.see("Nog een keer").fill("Vera Linde").fill("voorzitter");
    again.fill(PASSPHRASE).fill(PASSPHRASE);
    again.see("Wie ondertekent?").see("Vera Linde (voorzitter)").press(ENTER);
    again.see("Wachtzin").fill(PASSPHRASE).see("Het verslag is ondertekend");
    again.press(ENTER).see("verantwoord › Overzicht").leave();
}

#[test]
fn five_people_from_attendance_to_a_signed_record() {
    let home = Home::new();
    workshop(&home);
    let said = home.say(&["verify", home.record().to_str().unwrap(), "--json"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    let reports: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&reports[0]["verdict"], &reports[0]["data"]), (&"valid".into(), &"same".into()));

    let assessed = &data(&home.record())["content"]["assessment"];
    let assessment = &assessed["assessment"];
    let people = assessment["participants"].as_array().unwrap();
    assert_eq!(people.len(), 5);
    assert_eq!((&people[4]["name"], &people[4]["absent"]), (&"Noor de Wit".into(), &true.into()));
    let group = &assessment["workshop"];
    assert_eq!(group["decisions"], serde_json::json!(["Wij beginnen in maart"]));
    assert_eq!(group["parked"][0]["text"], "Bellen met de leverancier");
    assert_eq!(group["days"], serde_json::json!([&NOW[..10]]));
    let votes = group["votes"]["personal_data"].as_array().unwrap();
    assert_eq!(votes.len(), 4);
    assert!(votes.iter().all(|vote| vote["by"] == ""), "who voted what is not kept");
    let dissent = &assessment["dissents"]["personal_data"][0];
    assert_eq!(
        (&dissent["by"], &dissent["text"]),
        (&"".into(), &"Het zijn geen gegevens over mensen.".into())
    );
    let duty = &assessed["duties"][0];
    assert_eq!((&duty["owner"], &duty["due"]), (&"Jan".into(), &"2027-03-01".into()));
    // Nobody's vote stands on disk either.
    let kept = fs::read_to_string(home.assessment_file()).unwrap();
    assert!(!kept.contains("by: \"Fatima"), "{kept}");
}
