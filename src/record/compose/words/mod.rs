//! The words of a record, apart from those of the questionnaire.

mod kinds;
mod year;

pub(super) use kinds::*;
pub(super) use year::*;

use crate::{
    engine::Heeded,
    model::{Answer, Id, Kind, Moment, Question, Row},
};
use jiff::civil::Date;

pub(super) const EXAMPLE: &str = "VOORBEELD";
pub(super) const KICKER: &str = "Verslag van een toets";
pub(super) const ORGANISATION: &str = "Instelling";
pub(super) const SECTOR: &str = "Soort instelling";
pub(super) const PROCESSING: &str = "Verwerking";
pub(super) const PURPOSE: &str = "Doel";
pub(super) const DEPARTMENT: &str = "Afdeling";
pub(super) const DESCRIPTION: &str = "Omschrijving";
pub(super) const QUESTIONNAIRE: &str = "Vragenlijst";
pub(super) const LEGAL_STATE: &str = "Rechtsstand";
pub(super) const MADE: &str = "Gemaakt op";
pub(super) const MARK: &str = "Kenmerk";
pub(super) const CONTACT: &str = "Contact over privacy";
pub(super) const COORDINATOR: &str = "Privacycoördinator";
pub(super) const DPO: &str = "Functionaris voor gegevensbescherming (FG)";
pub(super) const OUTCOME: &str = "Uitkomst";
pub(super) const WHY: &str = "Waarom";
pub(super) const TO_DO: &str = "Wat moet er gebeuren";
pub(super) const SIGNATURES: &str = "Ondertekening";
pub(super) const REASONS: &str = "Redenen en bronnen";
pub(super) const RESTS_ON: &str = "Berust op";
pub(super) const SOURCE: &str = "Bron";
pub(super) const MOTIVATION: &str = "Motivering";
pub(super) const ASIDE: &str = "Afwijking en advies van de FG";
pub(super) const ANSWERS: &str = "Vragen en antwoorden";
pub(super) const NOTE: &str = "Opmerking";
pub(super) const OPEN: &str = "Niet beantwoord. De uitkomst staat ook zonder dit antwoord vast.";
pub(super) const NOT_APPLICABLE: &str = "Niet van toepassing, want: ";
pub(super) const NONE: &str = "Geen van deze";
pub(super) const ACTIONS: &str = "Acties";
pub(super) const ACTION: &str = "Wat";
pub(super) const WITHIN: &str = "Wanneer";
pub(super) const FROM: &str = "Herkomst";
pub(super) const PEOPLE: &str = "Deelnemers";
pub(super) const NAME: &str = "Naam";
pub(super) const ROLE: &str = "Functie";
pub(super) const NO_PEOPLE: &str = "Er zijn geen deelnemers genoteerd.";
pub(super) const ABOUT: &str = "Over de vragenlijst en de wet";
pub(super) const VERSION: &str = "Versie";
pub(super) const BEGUN_WITH: &str = "Begonnen met";
pub(super) const SWITCHES: &str = "Regels met een ingangsdatum";
pub(super) const PENDING: &str = "Wetgeving die eraan komt";
pub(super) const PENDING_TEXT: &str =
    "Dit is nog geen geldend recht. Het kan de regels later veranderen.";
pub(super) const CHECKING: &str = "Zo controleert u dit verslag";
pub(super) const CHECKING_TEXT: &str =
    "Iedereen kan nagaan of dit verslag echt is. U hebt daarvoor alleen dit bestand nodig.";
pub(super) const CHECKING_STEPS: [&str; 3] = [
    "Open het bestand in het programma verantwoord: kies „Controleer een verslag”. Of typ: verantwoord verify, en de naam van het bestand.",
    "Het programma controleert de handtekening en elke byte van het bestand. Daarna maakt het de bladzijden opnieuw uit de bijgevoegde gegevens en vergelijkt ze.",
    "Vergelijk de vingerafdruk van de sleutel met die van de ondertekenaar. Vraag die persoonlijk of door de telefoon.",
];
pub(super) const CHECKING_READER: &str = "Ook een gewone pdf-lezer laat zien of de handtekening klopt. Die kent de ondertekenaar niet, en meldt dat. Dat is geen fout.";
pub(super) const SIGNATURE_MEANS: &str = "Wat de handtekening wel en niet is";
pub(super) const SIGNATURE_MEANS_TEXT: [&str; 3] = [
    "De handtekening is gezet met een eigen sleutel van de ondertekenaar. Zij laat zien dat het bestand daarna niet is veranderd.",
    "Het is geen gekwalificeerde handtekening in de zin van de eIDAS-verordening (EU 910/2014). Niemand anders heeft de identiteit van de ondertekenaar gecontroleerd.",
    "De tijd komt van de klok van het apparaat waarop is ondertekend. Zit er ook een tijdstempel in dit bestand (RFC 3161), dan bewijst een dienst van buiten dat het toen al bestond.",
];
pub(super) const DISSENT: &str = "Oneens";
pub(super) const SOMEONE: &str = "Iemand";
pub(super) const DECISIONS: &str = "Wat is besloten";
pub(super) const PARKED: &str = "Voor later";
pub(super) const PRESENT: &str = "ja";
pub(super) const ABSENT: &str = "nee";
pub(super) const THERE: &str = "Aanwezig";
pub(super) const QUESTION: &str = "Vraag";
pub(super) const VOTED: &str = "Stemmen";
pub(super) const AGREED: &str = "Samen gekozen";
pub(super) const VOTES: &str = "Waarover is gestemd";
pub(super) const OPEN_SHORT: &str = "niet beantwoord";
pub(super) const KEY_OF: &str = "Sleutel van";
pub(super) const DATA_HASH: &str = "SHA-256 van de bijgevoegde gegevens (verslag.json)";
pub(super) const QUESTIONNAIRE_HASH: &str = "SHA-256 van de vragenlijst";
pub(super) const JOURNAL_HEAD: &str = "Stand van het logboek vóór dit verslag (SHA-256)";
pub(super) const ATTACHED: &str = "In dit bestand zitten drie bijlagen: de gegevens als JSON, de toets als RON, en de vragenlijst zoals die is gesteld.";
pub(super) const ATTACHED_DATA: &str = "In dit bestand zit een bijlage met alle gegevens, als JSON. Daarmee kan een ander programma verder.";
pub(super) const JSON_DESCRIPTION: &str = "De gegevens van dit verslag (canonieke JSON, RFC 8785)";
pub(super) const RON_DESCRIPTION: &str = "De toets zoals het programma die bewaart (RON)";
pub(super) const QUESTIONNAIRE_DESCRIPTION: &str = "De vragenlijst, byte voor byte";
pub(super) const WHOLE_ORGANISATION: &str = "De hele instelling";

/// Whether one deviates from what the table decides.
pub(super) fn deviates(deviates: Option<bool>) -> &'static str {
    match deviates {
        Some(true) => "Er is afgeweken, met redenen.",
        Some(false) => "Er is geen afwijking.",
        None => "Of er is afgeweken, is niet beantwoord.",
    }
}

/// What was done with the advice of the DPO.
pub(super) fn heeded(heeded: Heeded<'_>) -> String {
    match heeded {
        Heeded::Followed => "De mening van de FG is gevolgd.".to_owned(),
        Heeded::Overruled => "De mening van de FG is niet gevolgd, met redenen.".to_owned(),
        Heeded::Absent(why) => format!("Er is geen mening van een FG, want: {why}"),
    }
}

/// That an assessment left an older version of its questionnaire.
pub(super) fn gone_over(version: &str, at: Moment) -> String {
    format!("versie {version}; op {} overgegaan op een nieuwere versie", Moment::words(at.date()))
}

/// What was said to `question`, in words.
pub(super) fn answer(question: &Question, answer: &Answer) -> String {
    let said = |value: &str| {
        let choice = question.choice(value).map(|choice| choice.label.as_str());
        choice.or_else(|| self::value(value)).unwrap_or(value).to_owned()
    };
    match answer {
        Answer::One(text) if question.values().iter().any(|own| own == text.as_str()) => said(text),
        Answer::One(text) => text.parse().map_or_else(|_| text.clone(), Moment::words),
        Answer::Number(number) => number.to_string(),
        Answer::Several(values) if values.is_empty() => NONE.to_owned(),
        Answer::Several(values) => {
            values.iter().map(|one| said(one.as_str())).collect::<Vec<_>>().join("; ")
        }
        Answer::Rows(rows) => {
            let Kind::Table(columns) = &question.kind else { return String::new() };
            let cells = |row: &Row| {
                let cells = columns.iter().filter_map(|column| {
                    let cell = row.get(&column.id).filter(|cell| !cell.trim().is_empty())?;
                    Some(format!("{}: {cell}", column.label))
                });
                cells.collect::<Vec<_>>().join("; ")
            };
            rows.iter().map(cells).collect::<Vec<_>>().join("\n")
        }
        Answer::NotApplicable(why) => format!("{NOT_APPLICABLE}{why}"),
    }
}

/// What every yes/no question can be answered with.
pub(super) fn value(value: &str) -> Option<&'static str> {
    match value {
        Id::YES => Some("Ja"),
        Id::NO => Some("Nee"),
        Id::UNKNOWN => Some("Weet ik niet"),
        _ => None,
    }
}

/// Which questionnaire, and how old its rules are.
pub(super) fn edition(version: &str, day: &str) -> String {
    format!("Versie {version}, rechtsstand {day}")
}

/// A title with its number before it, unless it says its number itself: "Stap 3. Budget".
pub(super) fn numbered(number: usize, title: &str) -> String {
    let own =
        title.split(|letter: char| !letter.is_ascii_digit()).any(|part| part == number.to_string());
    if own { title.to_owned() } else { format!("{number}. {title}") }
}

/// A moment in words.
pub(super) fn moment(moment: Moment) -> String {
    format!("{}, {} uur", Moment::words(moment.date()), moment.clock())
}

/// Whether a rule with a first day held when the record was made.
pub(super) fn stands(in_force: bool, day: Date) -> String {
    let day = Moment::words(day);
    if in_force {
        format!("Dit gold op {day}; deze toets houdt er rekening mee.")
    } else {
        format!("Dit gold nog niet op {day}; deze toets houdt er geen rekening mee.")
    }
}

/// Within so many days.
pub(super) fn within(days: Option<u32>) -> String {
    match days {
        None => "—".to_owned(),
        Some(1) => "binnen 1 dag".to_owned(),
        Some(days) if days % 365 == 0 => format!("binnen {} jaar", days / 365),
        Some(days) if days % 30 == 0 && days > 30 => format!("binnen {} maanden", days / 30),
        Some(days) => format!("binnen {days} dagen"),
    }
}

/// Where the rest of a list stands.
pub(super) fn and_more(count: usize) -> String {
    format!("En nog {count}; zie „{ACTIONS}” verderop.")
}

/// How many questions were answered.
pub(super) fn answered(answered: usize, asked: usize) -> String {
    match (answered, asked) {
        (1, 1) => "Er is 1 vraag gesteld, en die is beantwoord.".to_owned(),
        (0, 1) => "Er is 1 vraag gesteld, en die is niet beantwoord.".to_owned(),
        (0, asked) => format!("Er zijn {asked} vragen gesteld; geen daarvan is beantwoord."),
        (1, asked) => format!("Er zijn {asked} vragen gesteld; 1 daarvan is beantwoord."),
        (answered, asked) if answered == asked => {
            format!("Er zijn {asked} vragen gesteld, en alle zijn beantwoord.")
        }
        (answered, asked) => {
            format!("Er zijn {asked} vragen gesteld; {answered} daarvan zijn beantwoord.")
        }
    }
}

/// More answers than are named.
pub(super) fn more(count: usize) -> String {
    format!("; en nog {count}")
}

/// What the signature is for, in the visible block.
pub(super) fn subject(title: &str, about: &str) -> String {
    format!("{title} · {about}")
}
