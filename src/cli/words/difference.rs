//! The words about two versions of one questionnaire.

use crate::{
    engine::{Aspect, Trait},
    model::{Id, Moment, Pinned},
};
use jiff::civil::Date;

pub(in crate::cli) const DIFF: &str = "Wat een nieuwere versie van een vragenlijst anders maakt";
pub(in crate::cli) const DIFF_USAGE: &str =
    "verantwoord questionnaires diff OUD NIEUW [--answers BESTAND] [--date JJJJ-MM-DD] [--json]";
pub(in crate::cli) const OLD: &str = "OUD";
pub(in crate::cli) const NEW: &str = "NIEUW";
pub(in crate::cli) const WHICH_OLD: &str =
    "De oudere versie: een verslag .pdf, een bestand .ron, of de naam van een vragenlijst";
pub(in crate::cli) const WHICH_NEW: &str =
    "De nieuwere versie: de naam van een vragenlijst, een bestand .ron, of een verslag .pdf";
pub(in crate::cli) const OLD_ANSWERS: &str =
    "Antwoorden op de oudere versie: wat gaat mee, en verandert de uitkomst?";
pub(in crate::cli) const NO_DIFFERENCE: &str =
    "Beide versies vragen, zeggen en beslissen hetzelfde.";
pub(in crate::cli) const REORDERED: &str = "In een andere volgorde";
pub(in crate::cli) const RULES_REORDERED: &str =
    "de regels; let op: de eerste regel die geldt, beslist";
pub(in crate::cli) const ON_THE_WHOLE: &str = "Aan het geheel";
pub(in crate::cli) const KEPT: &str = "Antwoorden die meegaan";
pub(in crate::cli) const REREAD: &str =
    "Kijk deze na: het antwoord gaat mee, maar de vraag of de keuzes zijn anders";
pub(in crate::cli) const LOST: &str = "Antwoorden die niet meegaan";
pub(in crate::cli) const STILL_ASKED: &str = "Nog te beantwoorden in de nieuwere versie";
pub(in crate::cli) const SAME_VERDICT: &str = "De uitkomst blijft gelijk.";
pub(in crate::cli) const OTHER_VERDICT: &str = "De uitkomst verandert.";
pub(in crate::cli) const NOT_YET: &str = "nog niet te bepalen";

/// The parts of a questionnaire: what is added, dropped and changed of each.
pub(in crate::cli) const QUESTION_PARTS: [&str; 3] =
    ["Nieuwe vragen", "Vervallen vragen", "Veranderde vragen"];
pub(in crate::cli) const SECTION_PARTS: [&str; 3] =
    ["Nieuwe onderdelen", "Vervallen onderdelen", "Veranderde onderdelen"];
pub(in crate::cli) const RULE_PARTS: [&str; 3] =
    ["Nieuwe regels", "Vervallen regels", "Veranderde regels"];
pub(in crate::cli) const DEFINITION_PARTS: [&str; 3] =
    ["Nieuwe begrippen", "Vervallen begrippen", "Veranderde begrippen"];
pub(in crate::cli) const SWITCH_PARTS: [&str; 3] = [
    "Nieuwe regels met een ingangsdatum",
    "Vervallen regels met een ingangsdatum",
    "Veranderde regels met een ingangsdatum",
];
pub(in crate::cli) const VERDICT_PARTS: [&str; 3] =
    ["Nieuwe uitkomsten", "Vervallen uitkomsten", "Veranderde uitkomsten"];
pub(in crate::cli) const ACTION_PARTS: [&str; 3] =
    ["Nieuwe acties", "Vervallen acties", "Veranderde acties"];

pub(in crate::cli) fn versions(old: &Pinned, new: &Pinned) -> String {
    format!("Vragenlijst {}: van versie {} naar versie {}.", new.id, old.version, new.version)
}

pub(in crate::cli) fn two_questionnaires(old: &Id, new: &Id) -> String {
    format!(
        "\"{old}\" en \"{new}\" zijn verschillende vragenlijsten. Geef twee versies van dezelfde vragenlijst op."
    )
}

/// The file is no record, or carries no questionnaire.
pub(in crate::cli) fn no_questionnaire_in(file: &str) -> String {
    format!(
        "{file}: in dit bestand zit geen vragenlijst. Geef een verslag van een toets op, zoals dit programma het maakt."
    )
}

/// What is otherwise about a question, after its name.
pub(in crate::cli) fn changed(question: &str, aspects: &[Aspect]) -> String {
    let told = aspects.iter().map(|aspect| match aspect {
        Aspect::Words => "de tekst",
        Aspect::Answers => "de mogelijke antwoorden",
        Aspect::When => "wanneer de vraag wordt gesteld",
        Aspect::Place => "in welk onderdeel de vraag staat",
        Aspect::Explanation => "de uitleg of de bron",
        Aspect::Duty => "of een antwoord nodig is",
    });
    format!("{question}: {}", told.collect::<Vec<_>>().join(", "))
}

/// What is otherwise about the questionnaire as a whole.
pub(in crate::cli) fn whole(one: Trait) -> &'static str {
    match one {
        Trait::Title => "de naam",
        Trait::Intro => "waar de vragenlijst voor is",
        Trait::About => "waar de vragenlijst over gaat: een verwerking of de hele instelling",
        Trait::Review => "na hoeveel maanden de toets opnieuw moet",
        Trait::Proves => "wat de uitkomst bewijst voor het verwerkingsregister",
        Trait::Risks => "welke antwoorden de uitkomst nooit milder mogen maken",
    }
}

/// When the rules of both versions were last checked against the law.
pub(in crate::cli) fn legal_states(old: Date, new: Date) -> String {
    if old == new {
        return format!(
            "Rechtsstand: {}. Wat eraan komt, is anders beschreven.",
            Moment::words(new)
        );
    }
    format!("Rechtsstand: van {} naar {}.", Moment::words(old), Moment::words(new))
}

pub(in crate::cli) fn under_version(version: &str, verdict: &str, why: &str) -> String {
    format!("Versie {version}: {verdict}. {why}").trim_end().to_owned()
}

/// The rule that decides, in its own words.
pub(in crate::cli) fn decides(rule: &Id, text: &str) -> String {
    format!("Beslissende regel [{rule}]: {text}")
}
