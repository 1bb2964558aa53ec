//! What is said of second copies.

use crate::{
    model::{Ground, Moment, Status, Workshop},
    session::Standing,
};
use jiff::civil::Date;
use std::path::Path;

pub(in crate::desk) const GROUND: &str = "Kleuren";
pub(in crate::desk) const WORKSHOP: &str = "Wat de groep opschreef";
pub(in crate::desk) const ORGANISATION: &str = "de gegevens van uw instelling";
pub(in crate::desk) const SETTINGS: &str = "de instellingen van het scherm";
pub(in crate::desk) const ACTIONS: &str = "de acties";
pub(in crate::desk) const SIGNERS: &str = "de lijst van bekende ondertekenaars";
pub(in crate::desk) const JOURNAL: &str = "het logboek van de verslagen";
pub(in crate::desk) const CONTENTS: &str = "Inhoud";
pub(in crate::desk) const SIGNATURES: &str = "Handtekeningen";
pub(in crate::desk) const STANDING: &str = "Controle";
pub(in crate::desk) const STATE: &str = "Stand";
pub(in crate::desk) const QUESTIONNAIRE: &str = "Versie van de vragenlijst";
pub(in crate::desk) const UNREADABLE: &str = "Dit exemplaar kan niet worden gelezen.";
pub(in crate::desk) const SIGNED: &str = "Dit exemplaar staat in een ondertekend verslag.";
pub(in crate::desk) const OURS: &str =
    "Dit exemplaar maakte dit programma, omdat het bestand intussen was veranderd.";

pub(in crate::desk) fn yes_or_no(yes: bool) -> &'static str {
    if yes { "ja" } else { "nee" }
}

pub(in crate::desk) fn value(value: &str) -> Option<&'static str> {
    match value {
        "yes" => Some("ja"),
        "no" => Some("nee"),
        "unknown" => Some("weet ik niet"),
        _ => None,
    }
}

pub(in crate::desk) fn not_applicable(why: &str) -> String {
    format!("niet van toepassing: {why}")
}

pub(in crate::desk) fn ground(ground: Ground) -> String {
    match ground {
        Ground::Terminal => "die van het venster",
        Ground::Dark => "donker",
        Ground::Light => "licht",
        Ground::HighContrast => "hoog contrast",
    }
    .to_owned()
}

pub(in crate::desk) fn due(day: Date) -> String {
    format!("uiterlijk {}", Moment::words(day))
}

pub(in crate::desk) fn last_change(at: Moment, what: &str) -> String {
    format!("{}: {what}", Moment::words(at.date()))
}

pub(in crate::desk) fn note(label: &str) -> String {
    format!("{label}: opmerking")
}

pub(in crate::desk) fn dissent(label: &str) -> String {
    format!("{label}: wie het er niet mee eens is")
}

pub(in crate::desk) fn workshop(workshop: Option<&Workshop>) -> String {
    let Some(workshop) = workshop else { return String::new() };
    let (decisions, parked) = (workshop.decisions.join("; "), workshop.parked.len());
    format!("besluiten: {decisions}. Geparkeerd: {parked}.")
}

pub(in crate::desk) fn processing(name: &str) -> String {
    format!("de verwerking „{name}”")
}

pub(in crate::desk) fn commission(name: &str) -> String {
    format!("de opdracht van „{name}”")
}

pub(in crate::desk) fn assessment(title: &str, subject: &str) -> String {
    format!("de toets „{title} · {subject}”")
}

pub(in crate::desk) fn record(name: &str) -> String {
    format!("het verslag {name}")
}

pub(in crate::desk) fn file(name: &str) -> String {
    format!("het bestand {name}")
}

pub(in crate::desk) fn state(status: &Status) -> String {
    match status {
        Status::Open => "niet af".to_owned(),
        Status::Signed(signed) => format!("ondertekend op {}", Moment::words(signed.at.date())),
    }
}

pub(in crate::desk) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Valid => "echt en compleet",
        Standing::ValidUnknownSigner => "echt en compleet, ondertekenaar niet bekend",
        Standing::Modified => "veranderd na het ondertekenen",
        Standing::Invalid | Standing::NotOurs => "geen geldig verslag",
        Standing::Unsigned => "niet ondertekend",
    }
}

pub(in crate::desk) fn signatures(names: &[String]) -> String {
    if names.is_empty() { "geen".to_owned() } else { names.join(", ") }
}

/// Says that what was compared is no longer there as it was.
pub(in crate::desk) fn changed(path: &Path) -> String {
    format!(
        "{} is veranderd sinds u de twee vergeleek. Er is niets gekozen. Vergelijk ze opnieuw.",
        path.display()
    )
}

/// Says that there is no second copy of it.
pub(in crate::desk) fn no_twin(path: &Path) -> String {
    format!("Van {} zijn er geen twee exemplaren. Misschien is er al gekozen.", path.display())
}

/// Says that this cannot be chosen of it.
pub(in crate::desk) fn no_choice(path: &Path) -> String {
    format!("Dat kan niet met {}. Kies een van de twee exemplaren.", path.display())
}
