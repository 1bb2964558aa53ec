//! What comes back at a terminal: a newer questionnaire, a year that passed, a folder that two people use.

use super::{ENTER, ESC, F2, F10, Home, LEAVE, workshop};
use std::{fs, path::Path};
use verantwoord::format::{Library, sha256};

const DOWN: &str = "\x1b[B";
const F5: &str = "\x1b[15~";
const F7: &str = "\x1b[18~";

/// A year after the day of all other journeys.
const NEXT_YEAR: &str = "2027-11-23T14:02:00+01:00";

/// The pre-DPIA as it might have been: milder about two criteria, with one question in other words.
fn older() -> String {
    let edition = Library.get(&"pre-dpia".into()).unwrap();
    let text = edition.text.replace('\r', "");
    text.replace(&edition.pinned.version, "2025.01.0")
        .replace(
            "when: AtLeast(\"met\", 2),\n            verdict: \"required\",",
            "when: AtLeast(\"met\", 2),\n            verdict: \"strongly_advised\",",
        )
        .replace("Kan iemand ernstige schade krijgen", "Kan er ernstige schade ontstaan")
}

/// A folder with an institution, a processing and an open pre-DPIA that was begun with the older version: two criteria hold.
fn plant(data: &Path) {
    let name = "2025-03-01-pre-dpia-kaarten";
    let toets = data.join("toetsen").join(name);
    fs::create_dir_all(&toets).unwrap();
    fs::create_dir_all(data.join("verwerkingen")).unwrap();
    let put = |path: &Path, content: &str| {
        fs::write(path, format!("(versie: 1, inhoud: ({content}))")).unwrap();
    };
    put(&data.join("instelling.ron"), "name: \"Museum De Linde\"");
    put(&data.join("verwerkingen/kaarten.ron"), "id: \"kaarten\", name: \"Kaartverkoop\"");
    let text = older();
    fs::write(toets.join("vragenlijst.ron"), &text).unwrap();
    let no = (1..=17).map(|item| format!("ap_{item:02}")).chain((3..=9).map(|c| format!("c{c}")));
    let single = "existing_dpia statutory_dpia prior_check solo_practitioner art35_3a art35_3b \
                  art35_3c serious_harm deviate";
    let no = no.chain(single.split_whitespace().map(str::to_owned));
    let answers = no.map(|id| format!("\"{id}\": \"no\"")).collect::<Vec<_>>().join(", ");
    put(
        &toets.join("toets.ron"),
        &format!(
            "id: \"{name}\", questionnaire: (id: \"pre-dpia\", version: \"2025.01.0\", sha256: \"{}\"), \
             about: Processing(\"kaarten\"), begun: \"2025-03-01T10:00:00+01:00\", \
             changed: \"2025-03-01T10:00:00+01:00\", \
             answers: {{\"personal_data\": \"yes\", \"role\": \"controller\", \"c1\": \"yes\", \"c2\": \"yes\", {answers}}}",
            sha256(text.as_bytes())
        ),
    );
}

#[test]
fn a_newer_questionnaire_is_told_of_before_anything_changes() {
    let home = Home::new();
    plant(&home.data());
    let before = home.assessment();
    let mut journey = home.start();
    journey.see("Ga verder:").press(ENTER).see("De uitkomst verandert");
    journey.see("Oude regels (2025.01.0): DPIA sterk aangeraden.");
    journey.see("DPIA verplicht.").see("Dat komt door een veranderde regel: Twee of meer");
    // Leaving it leaves everything as it was.
    // A frame is not drawn at once: what stood there before must be gone, before it is waited for again.
    journey.press(ESC).see("Ga verder:").lose("Neem de nieuwe versie over");
    assert_eq!(home.assessment(), before);
    // The older one stays usable, and is not asked about again.
    journey.press(ENTER).see("Neem de nieuwe versie over").press(DOWN).press(ENTER);
    journey.see("vraag 1 van 37").press(ESC).see("Ga verder:").lose("vraag 1 van 37");
    journey.press(ENTER).see("vraag 1 van 37").press(F2).see("DPIA STERK AANGERADEN");
    // From its outcome one can still go over, and lands at what must be looked at again.
    journey.see("w nieuwe versie").press("w").see("De uitkomst verandert").press(ENTER);
    journey.see("Kan iemand ernstige schade krijgen").press(F2).see("DPIA VERPLICHT");
    journey.leave();
    let after = home.assessment();
    assert!(after.contains("upgrades: ["), "{after}");
    assert!(after.contains("version: \"2025.01.0\""), "what was left behind is named: {after}");
    let said = home.say(&["doctor"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
}

#[test]
fn two_programs_in_one_folder_look_take_over_and_lose_nothing() {
    let home = Home::new();
    let mut first = home.start();
    first.begin_pre_dpia();
    // The second one is told who has the folder and since when, and can only look.
    let mut second = home.start();
    second.see("Deze map is al in gebruik").see("23 november 2026 om 14:02");
    second.press(ENTER).see("ALLEEN KIJKEN").see("Ga verder:").press(ENTER);
    second.see("Gebruikt u in deze verwerking").press("j").see("U kijkt alleen").leave();
    assert!(!home.assessment().contains("\"personal_data\""), "{}", home.assessment());
    first.press("j").see_kept("Welke rol heeft uw instelling");
    // Or takes over; then the first one says that it keeps nothing any more, and what is there stays.
    let mut second = home.start();
    second.see("Deze map is al in gebruik").press(DOWN).press(ENTER).lose("ALLEEN KIJKEN");
    second.see("Ga verder:");
    first.press("1").see("NIET OPGESLAGEN").see("is overgenomen door");
    assert!(home.assessment().contains("\"personal_data\": \"yes\""), "{}", home.assessment());
    assert!(!home.assessment().contains("\"controller\""), "{}", home.assessment());
    // Whoever leaves is told once what was not kept.
    first.press(LEAVE).see("Niet alles is bewaard").leave();
    second.press(ENTER).see("Welke rol heeft uw instelling").press("1");
    second.see_kept("Is er al een DPIA").leave();
    // Nobody has it now. A program that is killed leaves its name, and that is released by itself.
    let mut third = home.start();
    third.see("Ga verder:").signal(rustix::process::Signal::KILL);
    while third.is_there() {}
    home.start().see("Ga verder:").leave();
}

#[test]
fn a_year_later_the_record_of_a_workshop_is_reviewed() {
    let home = Home::new();
    workshop::workshop(&home);
    let first = home.record();
    let before = sha256(&fs::read(&first).unwrap());
    let mut journey = home.start_with(&[("VERANTWOORD_CLOCK", NEXT_YEAR)]);
    journey.see("Nu eerst").press("t").see("DPIA verplicht · ondertekend").press(ENTER);
    journey.see("Ingrijpende beoordeling").press(F2).see("h doe opnieuw");
    journey.press("h").see("Vorige keer (23 november 2026): Ja. Klopt dat nog?");
    // One key a question says that nothing changed.
    for asked in [
        "Welke rol heeft uw instelling",
        "Is er al een DPIA voor een verwerking",
        "Verplicht een wet precies deze",
        "Heeft de privacytoezichthouder",
        "Doet één zelfstandige",
        "Drie gevallen uit de AVG",
    ] {
        journey.press(F5).see(asked);
    }
    journey
        .see("6 van 7 bevestigd")
        .see("Ingrijpende beoordeling door de computer · vorige keer: ja");
    // One is other than last time, one was not asked about, and one is as it was.
    journey.press("n").see("was: ja").see("6 van 7 bevestigd, 1 gewijzigd");
    journey.press("u").lose("1 gewijzigd").see("vorige keer: ja");
    journey
        .press(F7)
        .see("7 van 7 bevestigd")
        // After the undo one is back at that row.
        .press(DOWN)
        .press("w")
        .see("1 nieuw")
        .see_kept("7 van 8 bevestigd");
    journey.press(F2).see("DPIA VERPLICHT");
    journey.see("Vorige uitkomst (23 november 2026): DPIA verplicht").see("F10 onderteken");
    journey.press(F10).see("Wie ondertekent?").see("Vera Linde (voorzitter)").press(ENTER);
    journey.see("Wachtzin").fill(workshop::PASSPHRASE).see("Het verslag is ondertekend");
    journey.press(ENTER).see("verantwoord › Overzicht").leave();

    let folder = fs::read_dir(home.data().join("verslagen")).unwrap();
    let records: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    let second = records.iter().find(|path| **path != first).unwrap();
    assert!(second.to_string_lossy().ends_with("-v2.pdf"), "{second:?}");
    assert_eq!(sha256(&fs::read(&first).unwrap()), before, "the first record stays as it is");
    let said = home.say(&["verify", second.to_str().unwrap(), "--json"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    let reports: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&reports[0]["verdict"], &reports[0]["data"]), (&"valid".into(), &"same".into()));
    let link = &reports[0]["chain"][0];
    assert_eq!((&link["sha256"], &link["standing"]), (&before.as_str().into(), &"same".into()));
    let assessment = &workshop::data(second)["content"]["assessment"]["assessment"];
    assert_eq!(assessment["previous"]["sha256"], before);
    assert_eq!(assessment["answers"]["personal_data"], "yes");
    let said = home.say(&["doctor"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
}
