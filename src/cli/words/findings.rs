//! What the linter finds, told to an author: what is wrong, and what to do.

use crate::{
    engine::{Example, Field, Finding, LONGEST_LABEL, LONGEST_SENTENCE, Unmet},
    model::Id,
};

/// What is wrong, and what to do about it.
pub(in crate::cli) fn finding(finding: &Finding) -> (String, String) {
    let (message, hint) = match finding {
        Finding::TooLarge
        | Finding::Gap(_)
        | Finding::Impossible(_)
        | Finding::Hidden { .. }
        | Finding::IdleException(_)
        | Finding::ConstantException(_)
        | Finding::Unreachable(_) => table(finding),
        Finding::Milder { risk, instead, verdicts, example } => {
            milder(risk, instead, verdicts, example)
        }
        Finding::NeverAsked(_)
        | Finding::Never { .. }
        | Finding::NoRisk(_)
        | Finding::Unread(_)
        | Finding::ReadAll(_)
        | Finding::Idle(_)
        | Finding::IdleSwitch(_)
        | Finding::Stranger { .. } => names(finding),
        Finding::LongSentence { .. }
        | Finding::LongLabel { .. }
        | Finding::Missing { .. }
        | Finding::Unexplained { .. } => prose(finding),
    };
    (message, hint.to_owned())
}

fn table(finding: &Finding) -> (String, &'static str) {
    match finding {
        Finding::Gap(example) => (
            format!("Er zijn antwoorden zonder uitkomst: {}.", answers(example)),
            "Zet onderaan de tabel een regel die altijd geldt: when: All([]).",
        ),
        Finding::Impossible(rule) => (
            format!("De regel \"{rule}\" geldt bij geen enkel stel antwoorden."),
            "Maak de voorwaarde anders, of haal de regel weg.",
        ),
        Finding::Hidden { rule, by: Some(by), same: true } => (
            format!(
                "De regel \"{rule}\" beslist nooit: \"{by}\" geldt bij precies dezelfde antwoorden."
            ),
            "Voeg de twee regels samen.",
        ),
        Finding::Hidden { rule, by: Some(by), same: false } => (
            format!(
                "De regel \"{rule}\" beslist nooit: \"{by}\" geldt dan altijd ook, en staat ervoor."
            ),
            "Zet de regel eerder, of haal hem weg.",
        ),
        Finding::Hidden { rule, by: None, .. } => (
            format!(
                "De regel \"{rule}\" beslist nooit: een van de regels ervoor geldt altijd ook."
            ),
            "Zet de regel eerder, of haal hem weg.",
        ),
        Finding::IdleException(rule) => (
            format!("De uitzondering van \"{rule}\" geldt nooit als de regel beslist."),
            "Maak de voorwaarde anders, of haal de uitzondering weg.",
        ),
        Finding::ConstantException(rule) => (
            format!("De uitzondering van \"{rule}\" geldt altijd als de regel beslist."),
            "Geef de regel zelf die uitkomst.",
        ),
        Finding::Unreachable(verdict) => (
            format!("Geen enkel stel antwoorden leidt tot de uitkomst \"{verdict}\"."),
            "Geef een regel die uitkomst, of haal haar weg.",
        ),
        _ => (
            "De beslistabel is te groot om helemaal na te gaan.".to_owned(),
            "Splits de vragenlijst, of maak voorwaarden eenvoudiger.",
        ),
    }
}

fn milder(
    risk: &Id,
    instead: &Id,
    (before, after): &(Id, Id),
    example: &Example,
) -> (String, &'static str) {
    let others = if example.is_empty() {
        String::new()
    } else {
        format!(" De andere antwoorden zijn dan: {}.", answers(example))
    };
    (
        format!(
            "Het risico \"{risk}\" maakt de uitkomst milder: \"{instead}\" geeft \"{before}\", en \"yes\" geeft \"{after}\".{others}"
        ),
        "Uitkomsten staan van streng naar mild. Verander de regels of de volgorde, of haal het risico uit risks.",
    )
}

fn names(finding: &Finding) -> (String, &'static str) {
    match finding {
        Finding::NeverAsked(id) => (
            format!("De vraag \"{id}\" wordt nooit gesteld."),
            "Maak de voorwaarde anders, of haal de vraag weg.",
        ),
        Finding::Never { at, name, what, .. } => {
            let (compared, hint) = match what {
                Unmet::Value(value) => (format!("met \"{value}\""), NEVER_VALUE),
                Unmet::AtLeast(low) => (format!("met {low} of meer"), NEVER_NUMBER),
                Unmet::AtMost(high) => (format!("met {high} of minder"), NEVER_NUMBER),
            };
            (format!("\"{at}\" vergelijkt \"{name}\" {compared}, maar dat komt nooit voor."), hint)
        }
        Finding::NoRisk(id) => (
            format!("\"{id}\" staat bij risks, maar is geen vraag met het antwoord ja."),
            "Noem bij risks alleen vragen van het soort YesNo of YesNoUnknown.",
        ),
        Finding::Unread(id) => (
            format!("Geen regel, voorwaarde of actie gebruikt het antwoord op \"{id}\"."),
            "Gebruik het antwoord, of zet erbij: informative: true.",
        ),
        Finding::ReadAll(id) => (
            format!(
                "\"{id}\" heet informatief, maar een regel, voorwaarde of actie gebruikt het antwoord."
            ),
            "Haal informative: true weg.",
        ),
        Finding::Stranger { at, name } => (
            format!("\"{at}\" verwijst naar de vragenlijst \"{name}\", maar die bestaat niet."),
            "Kijk de naam na met: verantwoord vragenlijsten lijst",
        ),
        Finding::IdleSwitch(id) => (
            format!("Geen voorwaarde leest de schakelaar \"{id}\"."),
            "Lees hem met InForce, of haal hem weg.",
        ),
        Finding::Idle(id) => (
            format!("Niets gebruikt de definitie of telling \"{id}\"."),
            "Gebruik haar, of haal haar weg.",
        ),
        other => (format!("{other:?}"), ""),
    }
}

const NEVER_VALUE: &str = "Haal die waarde weg, of maak de voorwaarden ervoor anders.";
const NEVER_NUMBER: &str = "Kies een getal dat wel kan, of haal de vergelijking weg.";

fn prose(finding: &Finding) -> (String, &'static str) {
    match finding {
        Finding::LongSentence { at, words, sentence } => {
            (format!("Een zin bij \"{at}\" heeft {words} woorden: \"{sentence}\""), LONG_SENTENCE)
        }
        Finding::LongLabel { at, characters } => (
            format!(
                "Het label van \"{at}\" is {characters} tekens lang; er passen er {LONGEST_LABEL}."
            ),
            "Maak het korter: enkele woorden.",
        ),
        Finding::Missing { at, field } => {
            let (what, hint) = missing(*field);
            (format!("De vraag \"{at}\" heeft geen {what}."), hint)
        }
        Finding::Unexplained { at, word } => (
            format!(
                "De afkorting {word} wordt bij \"{at}\" voor het eerst gebruikt, maar daar niet uitgelegd."
            ),
            "Schrijf haar hier voluit, met de afkorting tussen haakjes.",
        ),
        other => (format!("{other:?}"), ""),
    }
}

const LONG_SENTENCE: &str = "Maak er twee zinnen van, van elk hoogstens 25 woorden.";
const _: () = assert!(LONGEST_SENTENCE == 25);

fn missing(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Help => {
            ("toelichting (help)", "Leg in twee tot vijf zinnen uit wat de woorden betekenen.")
        }
        Field::Why => ("waarom (why)", "Zeg in een of twee zinnen waarom de vraag wordt gesteld."),
        Field::Sources => ("bron (sources)", "Noem het artikel, het nummer of de richtsnoer."),
    }
}

fn answers(example: &Example) -> String {
    let pairs: Vec<String> =
        example.iter().map(|(question, value)| format!("{question} = {value}")).collect();
    if pairs.is_empty() { "welke dan ook".to_owned() } else { pairs.join(", ") }
}
