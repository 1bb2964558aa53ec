//! What comes back at a terminal: a newer questionnaire, a year that passed, a folder that two people use.

use super::{ENTER, ESC, Home};
use std::{fs, path::Path};
use verantwoord::format::{Library, sha256};

const DOWN: &str = "\x1b[B";

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
    journey.press(ESC).see("Ga verder:");
    assert_eq!(home.assessment(), before);
    // The older one stays usable, and is not asked about again.
    journey.press(ENTER).see("Neem de nieuwe versie over").press(DOWN).press(ENTER);
    journey.see("vraag 1 van 37").press(ESC).see("Ga verder:");
    journey.press(ENTER).see("vraag 1 van 37").press(super::F2).see("DPIA STERK AANGERADEN");
    // From its outcome one can still go over, and lands at what must be looked at again.
    journey.see("w nieuwe versie").press("w").see("De uitkomst verandert").press(ENTER);
    journey.see("Kan iemand ernstige schade krijgen").press(super::F2).see("DPIA VERPLICHT");
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
    first.leave();
    second.press(ENTER).see("Welke rol heeft uw instelling").press("1");
    second.see_kept("Is er al een DPIA").leave();
    // Nobody has it now. A program that is killed leaves its name, and that is released by itself.
    let mut third = home.start();
    third.see("Ga verder:").signal(rustix::process::Signal::KILL);
    while third.is_there() {}
    home.start().see("Ga verder:").leave();
}
