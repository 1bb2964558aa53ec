//! The words of what changed since the version before, and of the chain of records.

use crate::model::{Moment, Review, Reviewed};
use jiff::civil::Date;

pub(in super::super) const RECORD_VERSION: &str = "Versie van dit verslag";
pub(in super::super) const CHANGES: &str = "Wat er is veranderd";
pub(in super::super) const PREVIOUS_RECORD: &str = "Vorige verslag";
pub(in super::super) const PREVIOUS_SIGNED: &str = "Ondertekend op";
pub(in super::super) const OUTCOME_THEN: &str = "Uitkomst toen";
pub(in super::super) const OUTCOME_NOW: &str = "Uitkomst nu";
pub(in super::super) const THEN: &str = "Toen";
pub(in super::super) const NOW: &str = "Nu";
pub(in super::super) const REVIEWED: &str = "Opnieuw bekeken";
pub(in super::super) const SAME: &str = "ongewijzigd";
pub(in super::super) const NOTHING: &str = "—";
pub(in super::super) const GONE: &str = "vervallen";
pub(in super::super) const NOT_LOOKED_AT: &str = "niet opnieuw beantwoord";
pub(in super::super) const SAME_OUTCOME: &str = "De uitkomst is gelijk gebleven.";
pub(in super::super) const OTHER_OUTCOME: &str =
    "De uitkomst is anders dan vorige keer. Deze regels maken het verschil.";
pub(in super::super) const SAME_RULES: &str = "Dezelfde regels gelden als vorige keer.";
pub(in super::super) const OTHER_RULES: &str = "Wel gelden er andere regels dan vorige keer.";
pub(in super::super) const HOLDS_NOW: &str = "Geldt nu ook: ";
pub(in super::super) const HELD_THEN: &str = "Geldt niet meer: ";
pub(in super::super) const CHAIN: &str = "De keten van verslagen";
pub(in super::super) const CHAIN_TEXT: &str = "Dit verslag noemt van elk eerder verslag de SHA-256: een getal dat bij precies dat bestand hoort. Zo is na te gaan dat niemand een eerder verslag heeft vervangen.";

pub(in super::super) const ROUND: &str = "Jaarlijkse ronde";
pub(in super::super) const NO_ROUND: &str = "Nog niet gedaan";

/// How an answer stands against that of last time.
pub(in super::super) fn reviewed(state: Reviewed) -> &'static str {
    match state {
        Reviewed::Confirmed => "bevestigd",
        Reviewed::Changed => "gewijzigd",
        Reviewed::New => "nieuw",
    }
}

/// Which version a record is, after the version before it.
pub(in super::super) fn version_after(previous: u32) -> String {
    format!("{}, na versie {previous}", previous + 1)
}

/// The questionnaire is another one than last time.
pub(in super::super) fn other_questionnaire(then: &str, now: &str) -> String {
    format!("De vragenlijst is intussen vernieuwd: toen versie {then}, nu versie {now}.")
}

/// How many answers are as they were, and how many are not; so many of last time's were not said again.
pub(in super::super) fn review(review: &Review, left: usize) -> String {
    let mut parts = vec![format!("{} ongewijzigd bevestigd", review.confirmed)];
    let counts = [
        (review.changed, "gewijzigd"),
        (review.new, "nieuw"),
        (review.dropped.len(), GONE),
        (left, NOT_LOOKED_AT),
    ];
    for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
        parts.push(format!("{count} {what}"));
    }
    format!("Alle antwoorden van vorige keer zijn naast die van nu gelegd: {}.", parts.join(", "))
}

/// A link of the chain, above its SHA-256.
pub(in super::super) fn link(version: u32, day: Date, verdict: &str, record: &str) -> String {
    format!("Versie {version}, {}: {verdict} ({record})", Moment::words(day))
}

/// The day on which the outcome is to be looked at again at the latest, and the law that asks it.
pub(in super::super) fn review_by(day: Date, dpia: bool) -> String {
    let why = if dpia { "AVG art. 35 lid 11" } else { "AVG art. 5 lid 2 en art. 24 lid 1" };
    format!("Uiterlijk {}, en eerder als er iets verandert ({why})", Moment::words(day))
}

/// That so many assessments are not told of, because newer ones are.
pub(in super::super) fn earlier(count: u32) -> String {
    let (one, they) = match count {
        1 => ("1 toets".to_owned(), "staat"),
        count => (format!("{count} toetsen"), "staan"),
    };
    format!(
        "Van elke vragenlijst staat hier per verwerking alleen de nieuwste toets die is ondertekend. {one} van eerder {they} er niet bij; de \
         verslagen ervan wel."
    )
}
