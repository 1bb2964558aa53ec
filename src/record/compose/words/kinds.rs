//! The words of the register, the actions and the report for the board.

use crate::model::{Basis, Moment, Progress};
use jiff::civil::Date;

pub(in super::super) const REGISTER: &str = "Verwerkingsregister";
pub(in super::super) const REGISTER_ABOUT: &str =
    "Dit register zegt wat de instelling met persoonsgegevens doet (AVG art. 30).";
pub(in super::super) const ACTION_OVERVIEW: &str = "Actieoverzicht";
pub(in super::super) const REPORT: &str = "Verantwoording aan het bestuur";
pub(in super::super) const REPORT_KICKER: &str = "Alles op één pagina";
pub(in super::super) const STATE: &str = "Stand van zaken";
pub(in super::super) const GAPS: &str = "Wat ontbreekt";
pub(in super::super) const GAPS_SHORT: &str = "Gaten";
pub(in super::super) const LIST: &str = "Overzicht";
pub(in super::super) const ENTRIES: &str = "Verwerkingen";
pub(in super::super) const ENTRIES_NONE: &str = "Er staan nog geen verwerkingen in het register.";
pub(in super::super) const COMMISSIONS: &str = "Verwerkingen voor anderen";
pub(in super::super) const COMMISSIONS_ABOUT: &str =
    "Dit doet de instelling in opdracht van een ander, als verwerker (AVG art. 30 lid 2).";
pub(in super::super) const BASIS: &str = "Grondslag";
pub(in super::super) const NOT_SAID: &str = "Niet ingevuld";
pub(in super::super) const NUMBER: &str = "Nr.";
pub(in super::super) const ASSESSMENTS: &str = "Toetsen";
pub(in super::super) const ASSESSMENTS_NONE: &str = "Er is nog geen toets gedaan.";
pub(in super::super) const PLANS: &str = "Stappenplannen";
pub(in super::super) const PLANS_NONE: &str = "Er is nog geen stappenplan begonnen.";
pub(in super::super) const RECORDS: &str = "Ondertekende verslagen";
pub(in super::super) const RECORDS_NONE: &str = "Er zijn nog geen ondertekende verslagen.";
pub(in super::super) const SUBJECT: &str = "Waarover";
pub(in super::super) const DATE: &str = "Datum";
pub(in super::super) const WHO: &str = "Wie";
pub(in super::super) const BEFORE: &str = "Uiterlijk";
pub(in super::super) const HOW_FAR: &str = "Stand";
pub(in super::super) const PROOF: &str = "Bewijs";
pub(in super::super) const OVERDUE: &str = "Te laat";
pub(in super::super) const FIRST: &str = "Wat het eerst moet";
pub(in super::super) const BY_DEPARTMENT: &str = "Per afdeling";
pub(in super::super) const NO_DEPARTMENT: &str = "Zonder afdeling";
pub(in super::super) const ACTIONS_NONE: &str = "Er zijn geen acties.";
pub(in super::super) const HIGH: &str = "Eerst";
pub(in super::super) const REGISTER_KICKER: &str = "AVG art. 30";
pub(in super::super) const ACTIONS_KICKER: &str = "Wat er nog moet gebeuren, en wat er gedaan is";
pub(in super::super) const WHAT: &str = "Wat dit is";
pub(in super::super) const UNKNOWN: &str = "Onbekend";
pub(in super::super) const UNSETTLED: &str = "nog niet te bepalen";
pub(in super::super) const OWNER: &str = "Verantwoordelijke";
pub(in super::super) const JOINT: &str = "Samen verantwoordelijk met";
pub(in super::super) const PEOPLE_KINDS: &str = "Van wie";
pub(in super::super) const DATA_KINDS: &str = "Welke gegevens";
pub(in super::super) const SENSITIVE: &str = "Bijzondere of strafrechtelijke gegevens";
pub(in super::super) const BASIS_REASON: &str = "Waarom die grondslag";
pub(in super::super) const ORIGIN: &str = "Herkomst van de gegevens";
pub(in super::super) const PLACE: &str = "Waar ze staan";
pub(in super::super) const ACCESS: &str = "Wie erbij kan";
pub(in super::super) const RECIPIENTS: &str = "Wie ze ontvangt";
pub(in super::super) const PROCESSORS: &str = "Verwerkers";
pub(in super::super) const TRANSFERS: &str = "Buiten de EER";
pub(in super::super) const RETENTION: &str = "Bewaartermijnen";
pub(in super::super) const EXCEPTION: &str = "Uitzondering in de wet";
pub(in super::super) const LAW: &str = "Wet of taak";
pub(in super::super) const INTEREST: &str = "Belang";
pub(in super::super) const SAFEGUARD: &str = "Waarborg buiten de EER";
pub(in super::super) const DPIA: &str = "DPIA";
pub(in super::super) const SECURITY: &str = "Beveiliging";
pub(in super::super) const REVIEW: &str = "Opnieuw bekijken";
pub(in super::super) const CONTROLLER: &str = "Opdrachtgever";
pub(in super::super) const CONTROLLER_CONTACTS: &str =
    "Vertegenwoordiger en FG van de opdrachtgever";
pub(in super::super) const COMMISSIONED: &str = "Wat wij voor hen doen";
pub(in super::super) const SUBPROCESSORS: &str = "Wie wij daarvoor inschakelen";
pub(in super::super) const ASSESSMENT: &str = "Toets";
pub(in super::super) const IS_OPEN: &str = "Open";
pub(in super::super) const BUSY: &str = "Bezig";
pub(in super::super) const DONE: &str = "Gedaan";
pub(in super::super) const DROPPED: &str = "Vervallen";
pub(in super::super) const ACTIONS_BY_DEPARTMENT: &str = "Acties per afdeling";
pub(in super::super) const RECORDS_SHORT: &str = "Verslagen";
pub(in super::super) const RECORDS_ABOUT: &str = "Dit zijn de verslagen in de map van de instelling, met van elk bestand de SHA-256. Verandert een bestand, dan verandert dat getal.";
pub(in super::super) const BEFORE_SHORT: &str = "uiterlijk";
pub(in super::super) const AGREEMENT: &str = "Verwerkersovereenkomst";

/// A ground of AVG art. 6 lid 1.
pub(in super::super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent => "Toestemming (art. 6 lid 1 onder a)",
        Basis::Contract => "Overeenkomst (art. 6 lid 1 onder b)",
        Basis::LegalObligation => "Wettelijke plicht (art. 6 lid 1 onder c)",
        Basis::VitalInterests => "Vitaal belang (art. 6 lid 1 onder d)",
        Basis::PublicTask => "Publieke taak (art. 6 lid 1 onder e)",
        Basis::LegitimateInterests => "Gerechtvaardigd belang (art. 6 lid 1 onder f)",
    }
}

/// So many of something.
pub(in super::super) fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// How much is wanting of an entry.
pub(in super::super) fn points(gaps: usize) -> String {
    count(gaps, "punt", "punten")
}

/// How the register stands.
pub(in super::super) fn register(entries: usize, with_gaps: usize, gaps: usize) -> String {
    if entries == 0 {
        return "Het register is nog leeg.".to_owned();
    }
    let entries = count(entries, "verwerking", "verwerkingen");
    let gaps = points(gaps);
    match with_gaps {
        0 => format!("Het register telt {entries}. Er ontbreekt niets."),
        1 => format!("Het register telt {entries}. Bij 1 daarvan ontbreekt nog iets: {gaps}."),
        more => format!(
            "Het register telt {entries}. Bij {more} daarvan ontbreekt nog iets: in totaal {gaps}."
        ),
    }
}

/// How the actions stand.
pub(in super::super) fn actions(open: usize, overdue: usize, done: usize) -> String {
    let open_ones = match open {
        0 if done == 0 => "Er staat geen actie open.".to_owned(),
        0 => "Alles is gedaan: er staat geen actie open.".to_owned(),
        1 => "Er staat 1 actie open.".to_owned(),
        open => format!("Er staan {open} acties open."),
    };
    let late = match overdue {
        0 => String::new(),
        1 => " Daarvan is er 1 te laat.".to_owned(),
        overdue => format!(" Daarvan zijn er {overdue} te laat."),
    };
    let done = match done {
        0 => String::new(),
        1 => " Er is 1 actie gedaan.".to_owned(),
        done => format!(" Er zijn {done} acties gedaan."),
    };
    format!("{open_ones}{late}{done}")
}

/// How far an action is.
pub(in super::super) fn progress(progress: &Progress) -> String {
    match progress {
        Progress::Open => "Open".to_owned(),
        Progress::Busy => "Bezig".to_owned(),
        Progress::Done => "Gedaan".to_owned(),
        Progress::Dropped(why) if why.trim().is_empty() => "Vervallen".to_owned(),
        Progress::Dropped(why) => format!("Vervallen, want: {why}"),
    }
}

/// A day in short: `3-12-2026`.
pub(in super::super) fn day(date: Date) -> String {
    format!("{}-{}-{}", date.day(), date.month(), date.year())
}

/// When it was signed, or that it is not.
pub(in super::super) fn signed(at: Moment, signed: bool) -> String {
    let day = day(at.date());
    if signed { format!("ondertekend {day}") } else { format!("in bewerking, {day}") }
}

/// Where the rest of a list stands.
pub(in super::super) fn rest(count: usize, heading: &str) -> String {
    format!("En nog {count}; zie „{heading}” verderop.")
}

/// Whether there are special categories among the data.
pub(in super::super) fn sensitive(sensitive: Option<bool>) -> &'static str {
    match sensitive {
        None => UNKNOWN,
        Some(true) => "Ja (AVG art. 9 of 10)",
        Some(false) => "Nee",
    }
}

/// Where the agreement with a processor is, behind its name.
pub(in super::super) fn agreement(agreement: &str) -> String {
    match agreement.trim() {
        "" => " (nog geen verwerkersovereenkomst)".to_owned(),
        agreement => format!(" (verwerkersovereenkomst: {agreement})"),
    }
}

/// So many actions more, further on.
pub(in super::super) fn rest_by_department(count: usize) -> String {
    format!("En nog {count}; zie verderop, per afdeling.")
}

/// So many more, further on.
pub(in super::super) fn and_so_many(count: usize) -> String {
    format!("En nog {count}; zie verderop.")
}

/// So many of so many actions are done.
pub(in super::super) fn done_of(done: usize, all: usize) -> String {
    format!("{done} van {all} gedaan")
}

/// So many of so many questions are answered.
pub(in super::super) fn questions(answered: u32, asked: u32) -> String {
    format!("{answered} van {asked} beantwoord")
}

fn count_u32(number: u32, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// What is in the processor's register, behind what is in the institution's own.
pub(in super::super) fn commissions(commissions: u32) -> String {
    let them = count_u32(commissions, "opdracht", "opdrachten");
    format!(" Voor anderen verwerkt de instelling gegevens in {them}.")
}

/// How the actions of a department stand.
pub(in super::super) fn department(open: u32, done: u32) -> String {
    format!("{open} open, {done} gedaan")
}

/// How many are overdue, behind how many are open.
pub(in super::super) fn late(overdue: u32) -> String {
    if overdue == 0 { String::new() } else { format!(", {overdue} te laat") }
}

/// Everything in one sentence.
pub(in super::super) fn report(entries: usize, gaps: usize, signed: usize, overdue: u32) -> String {
    let entries = match (entries, gaps) {
        (0, _) => "Het register is nog leeg".to_owned(),
        (1, 0) => "1 verwerking, helemaal ingevuld".to_owned(),
        (all, 0) => format!("{all} verwerkingen, helemaal ingevuld"),
        (all, gaps) => format!(
            "{} met {}",
            count(all, "verwerking", "verwerkingen"),
            count(gaps, "open punt", "open punten")
        ),
    };
    let signed = count(signed, "ondertekende toets", "ondertekende toetsen");
    let overdue = match overdue {
        0 => "geen enkele actie te laat".to_owned(),
        1 => "1 actie te laat".to_owned(),
        more => format!("{more} acties te laat"),
    };
    format!("{entries}, {signed}, {overdue}.")
}

pub(in super::super) const SAT_ON: &str = "Werksessie op";
pub(in super::super) const SAT_FOR: &str = "Duur";
pub(in super::super) const SAT_AT: &str = "Per onderdeel";
pub(in super::super) const DUTIES: &str = "Acties uit het gesprek";
pub(in super::super) const TALKED_ABOUT: &str = "besproken";
pub(in super::super) const ABSTAINED: &str = "geen stem";

/// How long a group sat together, in seconds.
pub(in super::super) fn duration(seconds: u32) -> String {
    let told = |count: u32| if count == 1 { "1 minuut".into() } else { format!("{count} minuten") };
    match (seconds / 3600, seconds / 60 % 60) {
        (0, 0) => "minder dan een minuut".to_owned(),
        (0, minutes) => told(minutes),
        (hours, 0) => format!("{hours} uur"),
        (hours, minutes) => format!("{hours} uur en {}", told(minutes)),
    }
}
