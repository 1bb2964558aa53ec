//! Every word that the conversation says by itself, in Dutch.

pub(super) mod duties;
pub(super) mod guide;
pub(super) mod twins;

use crate::{model::Kind, session::Statement};

pub(super) const WELCOME: &str = "Verantwoord. U gebruikt het programma als regels tekst. Typ een antwoord en druk op Enter. Typ ? voor hulp.";
pub(super) const GOODBYE: &str = "Tot ziens. Alles is bewaard.";
pub(super) const GOODBYE_LOST: &str = "Tot ziens. Niet alles is bewaard.";
pub(super) const CHOOSE: &str = "Kies een nummer (stop = afsluiten):";
pub(super) const HOME_HELP: &str =
    "Typ het nummer van wat u wilt doen. Elk antwoord wordt meteen bewaard. Met stop sluit u af.";
pub(super) const NUMBER: &str = "Nummer (leeg = terug):";
pub(super) const ANSWER: &str = "Antwoord:";
pub(super) const MORE: &str = ">";
pub(super) const WRITE: &str = "Typ uw tekst.";
pub(super) const UNTIL_A_STOP: &str = "Sluit af met een regel met alleen een punt. Typ bewerk om in uw eigen tekstprogramma te schrijven.";
pub(super) const EDIT: &str = "bewerk";
pub(super) const NO_TERMINAL_TO_EDIT: &str =
    "Een tekstprogramma kan alleen op een terminal. Typ uw tekst hier.";
pub(super) const NOTE: &str = "Typ uw opmerking bij deze vraag.";
pub(super) const DISSENT: &str =
    "Wie is het oneens, en waarom? Typ: naam: reden. Zonder naam kan ook.";
pub(super) const PEOPLE: &str =
    "Wie deden mee? Typ een naam per regel, met een komma en de functie erachter.";
pub(super) const ROW: &str =
    "Typ nieuw voor een rij, wis 2 om rij 2 te wissen, of Enter als het klaar is:";
pub(super) const TOUCHED: &str =
    "Waar hoort de verandering bij? Typ de nummers, met komma's ertussen:";
pub(super) const ROWS_HELP: &str = "Typ nieuw voor een rij, het nummer van een rij om die te veranderen, of wis met een nummer. Enter gaat verder.";
pub(super) const REGISTER_PROMPT: &str =
    "Typ een nummer, nieuw, zoek met een woord, alles, uitvoer, of Enter om terug te gaan:";
pub(super) const REGISTER_HELP: &str = "Een nummer: hoor alles van die regel, en wat ontbreekt. nieuw: voeg er een toe. zoek publiek: alleen regels met dat woord, ook in wat ontbreekt. alles: weer alle regels. uitvoer: schrijf het register als csv en als tekst.";
pub(super) const REGISTER_EMPTY: &str = "Er staat nog niets in. Typ nieuw om er een toe te voegen.";
pub(super) const OPEN_FIELD: &str = "niet ingevuld";
pub(super) const ENTRY_PROMPT: &str = "Typ wijzig, of Enter om terug te gaan:";
pub(super) const CHANGE_HELP: &str = "U gaat langs alle velden. Enter laat een veld zoals het is. Een streepje maakt het leeg. Een vraagteken geeft uitleg. klaar bewaart en stopt.";
pub(super) const LOCKED: &str = "Deze toets is ondertekend. De antwoorden veranderen niet meer.";
pub(super) const TRY_AGAIN: &str =
    "Druk op Enter om het nog eens te proberen. Of typ weg: dan gaat verloren wat niet is bewaard.";
pub(super) const LET_GO: &str = "weg";
pub(super) const NOTHING_TO_SAVE: &str =
    "Er is nog niets veranderd. Elk antwoord wordt meteen bewaard.";
pub(super) const NOTHING_TO_UNDO: &str = "Er is niets om ongedaan te maken.";
pub(super) const UNDONE: &str = "De laatste wijziging is ongedaan gemaakt.";
pub(super) const NOTHING_TO_REDO: &str = "Er is niets om opnieuw te doen.";
pub(super) const REDONE: &str = "De wijziging is opnieuw gedaan.";
pub(super) const NOTHING_BEFORE: &str = "Er is geen eerder antwoord op deze vraag.";
pub(super) const CLEARED: &str = "Het antwoord is gewist. De vraag staat weer open.";
pub(super) const NOTED: &str = "Genoteerd.";
pub(super) const KEPT: &str = "Bewaard.";
pub(super) const NONE: &str = "geen van deze";
pub(super) const GO_ON: &str = "Wilt u nog antwoorden veranderen? (ja of nee)";
pub(super) const OUTCOME_PROMPT: &str =
    "Wat nu? Typ onderteken, bekijk, motivatie, deelnemers, datum of lees (leeg = terug):";
pub(super) const OUTCOME_HELP: &str = "onderteken: maak het verslag. bekijk: lees het verslag vooraf. motivatie: schrijf waarom de uitkomst klopt. deelnemers: schrijf op wie meededen. datum: kies wanneer u opnieuw kijkt. lees: hoor de uitkomst nog eens.";
pub(super) const MOTIVATION_NEEDED: &str = "Deze uitkomst moet u motiveren. Typ motivatie.";
pub(super) const NOT_COMPLETE: &str =
    "Het verslag kan nog niet worden gemaakt. Hierboven staat wat er nog ontbreekt.";
pub(super) const WHICH_KEY: &str = "Met welke sleutel ondertekent u?";
pub(super) const NEW_KEY: &str = "een nieuwe sleutel maken";
pub(super) const KEY_NAME: &str = "Uw naam:";
pub(super) const KEY_ROLE: &str = "Uw functie:";
pub(super) const PASSPHRASE: &str = "Wachtzin van de sleutel:";
pub(super) const NEW_PASSPHRASE: &str = "Bedenk een wachtzin van minstens 12 tekens:";
pub(super) const PASSPHRASE_AGAIN: &str = "Typ de wachtzin nog eens:";
pub(super) const PASSPHRASES_DIFFER: &str =
    "De twee wachtzinnen zijn niet gelijk. Er is geen sleutel gemaakt.";
pub(super) const KEY_MADE: &str =
    "De sleutel is gemaakt. Bewaar de wachtzin goed: niemand kan hem terughalen.";
pub(super) const RECORD_HELP: &str = "onderteken: teken mee, als er nog een plaats open is. tijdstempel: laat een dienst buiten uw instelling bewijzen wanneer dit verslag bestond. lees: hoor de controle nog eens.";
pub(super) const SEND_QUESTION: &str = "Stuur dit bestand naar een tijdstempeldienst. De opdracht verantwoord timestamp prepare zegt hoe. Hebt u het antwoord later, kies dan dit verslag weer en typ tijdstempel.";
pub(super) const WHICH_ANSWER: &str = "Bestand .tsr met het antwoord (leeg = nog niet):";
pub(super) const WHICH_PLACE: &str = "Voor wie tekent u?";
pub(super) const ALSO_SIGN: &str = "Moet er later nog iemand mee tekenen? (ja of nee)";
pub(super) const OTHER_ROLES: [&str; 4] = ["Bestuurder", "Privacycoördinator", "FG", "Opsteller"];
pub(super) const CHECK_OTHER: &str = "Controleer een ander verslag";
pub(super) const ORGANISATION: &str = "Gegevens van uw instelling";
pub(super) const WHICH_FILE: &str = "Welk bestand wilt u controleren? Typ de naam met de map:";
pub(super) const WHICH_PROCESSING: &str =
    "Over welke verwerking gaat het? Een verwerking is iets wat u met persoonsgegevens doet.";
pub(super) const NEW_PROCESSING: &str = "een nieuwe verwerking";
pub(super) const PROCESSING_NAME: &str = "Hoe noemt u de verwerking?";
pub(super) const PROCESSING_PURPOSE: &str = "Waarvoor gebruikt u de gegevens?";
pub(super) const PROCESSING_DEPARTMENT: &str = "Welke afdeling gaat erover?";
pub(super) const ORGANISATION_INTRO: &str =
    "Gegevens van uw instelling. Druk op Enter om iets over te slaan. Typ ? voor uitleg.";
pub(super) const NAME: &str = "Naam van de instelling";
pub(super) const SECTOR: &str = "Soort instelling";
pub(super) const DEPARTMENTS: &str = "Afdelingen, met komma's ertussen";
pub(super) const CONTACT: &str = "Contact voor vragen over privacy";
pub(super) const COORDINATOR: &str = "Privacycoördinator";
pub(super) const DPO: &str = "FG (functionaris voor gegevensbescherming), als u die hebt";
pub(super) const STAFF: &str = "Aantal medewerkers";
pub(super) const NO_NUMBER: &str =
    "Het aantal medewerkers moet een getal zijn. Het oude aantal blijft staan.";

pub(super) fn beginning(questionnaire: &str) -> String {
    format!("{questionnaire}\nTyp ? voor hulp, en uitleg voor uitleg bij de vraag.")
}

pub(super) fn number_between(count: usize) -> String {
    format!("Dat kan hier niet. Typ een nummer van 1 tot en met {count}.")
}

pub(super) fn saved_at(clock: &str) -> String {
    format!("Alles is bewaard om {clock}.")
}

pub(super) fn not_saved(why: &str) -> String {
    format!("NIET BEWAARD. {why}")
}

pub(super) fn answered(said: &str) -> String {
    format!("Uw antwoord: {said}.")
}

pub(super) fn now(said: &str) -> String {
    format!("Uw antwoord nu: {said}. Enter laat het zo.")
}

pub(super) fn note(text: &str) -> String {
    format!("Opmerking: {text}")
}

pub(super) fn dissent(by: &str, text: &str) -> String {
    let by = if by.is_empty() { "iemand" } else { by };
    format!("Oneens ({by}): {text}")
}

pub(super) fn earlier(earlier: &str) -> String {
    format!("{earlier} Typ neem over als dat nog klopt.")
}

pub(super) fn last_time(told: &str) -> String {
    format!("{told}\nTyp bevestig als dat nog klopt.")
}

/// The motivation of last time, and how to say it again.
pub(super) fn motivation_then(then: &str) -> String {
    format!(
        "Motivering van vorige keer:\n{then}\nTyp neem over om die weer te gebruiken, of typ een nieuwe tekst."
    )
}

pub(super) fn not_applicable(why: &str) -> String {
    format!("niet van toepassing, want {why}")
}

pub(super) fn outcome(title: &str) -> String {
    format!("Uitkomst: {title}.")
}

pub(super) fn signed(path: &str) -> String {
    format!("Het verslag is gemaakt en ondertekend. Het staat hier: {path}")
}

pub(super) fn cell(label: &str, help: &str) -> String {
    if help.is_empty() { format!("{label}:") } else { format!("{label} ({help})") }
}

pub(super) fn field(label: &str, known: &str) -> String {
    if known.is_empty() { format!("{label}:") } else { format!("{label} (nu: {known}):") }
}

pub(super) fn begin(title: &str) -> String {
    format!("Begin: {title}")
}

pub(super) fn go_on(title: &str, subject: &str, answered: &str) -> String {
    format!("Ga verder: {title}, {subject}. {answered}")
}

pub(super) fn read(title: &str, subject: &str, verdict: &str) -> String {
    format!("Lees: {title}, {subject}. Ondertekend. {verdict}")
}

pub(super) fn check(name: &str) -> String {
    format!("Controleer verslag {name}")
}

/// How a question of this kind is answered.
pub(super) fn how(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo | Kind::YesNoUnknown => "Typ j voor ja, n voor nee, w voor weet ik niet.",
        Kind::Choice(_) => "Typ het nummer van uw keuze.",
        Kind::Several(_) => "Typ de nummers van uw keuzes, met komma's ertussen, of geen.",
        Kind::Text => "Typ uw antwoord op één regel.",
        Kind::LongText => {
            "Typ uw antwoord op één regel. Typ schrijf voor meer regels, of bewerk voor uw eigen tekstprogramma."
        }
        Kind::Number { .. } => "Typ een getal.",
        Kind::Date => "Typ een datum, bijvoorbeeld 22-11-2026.",
        Kind::Table(_) => "Dit is een tabel. Typ schrijf om de tabel in te vullen.",
    }
}

/// Why a line is no answer, and what would be one.
pub(super) fn unclear(kind: &Kind) -> String {
    format!("Dat is hier geen antwoord. {} Typ ? voor hulp.", how(kind))
}

/// What can be typed at a question of this kind.
pub(super) fn help(kind: &Kind) -> String {
    format!(
        "{}\n\
         sla over (of Enter): naar de volgende vraag.\n\
         terug: naar de vorige vraag.\n\
         vraag 12: naar vraag 12.\n\
         uitleg: wat de vraag betekent, waarom die wordt gesteld, en de bron.\n\
         notitie TEKST: schrijf een opmerking voor het verslag.\n\
         oneens NAAM: REDEN: leg vast dat iemand het oneens is.\n\
         werksessie: schrijf op wie er zijn, en hoor wat is afgesproken.\n\
         parkeer TEKST: zet iets opzij voor later. besluit TEKST: schrijf een besluit op.\n\
         neem over: gebruik een eerder antwoord op dezelfde vraag. bevestig: het antwoord van vorige keer klopt nog.\n\
         wis: open de vraag weer. ongedaan: neem de laatste wijziging terug. opnieuw: doe haar weer.\n\
         uitkomst: de uitkomst tot nu toe, en ondertekenen.\n\
         bewaar: hoor of alles bewaard is.\n\
         stop: terug naar het overzicht.\n\
         Begint uw tekst met een van deze woorden? Zet er een \" voor.",
        how(kind)
    )
}

/// A list and how much is in it.
pub(super) fn heading(title: &str, count: usize) -> String {
    format!("{title}: {count}")
}

/// That there are two of something, and what to do about it.
pub(super) fn two_of(told: &str) -> String {
    format!("Let op. {told}. Vergelijk ze en kies.")
}

/// The actions, and how many are overdue.
pub(super) fn duties_row(name: &str, late: usize) -> String {
    if late == 0 { name.to_owned() } else { format!("{name}: {late} te laat") }
}

/// Asks as what one signs.
pub(super) fn own_role(own: &str) -> String {
    format!("Als wat tekent u? (leeg = {own})")
}

/// Asks why one signs.
pub(super) fn own_reason(usual: &str) -> String {
    format!("Waarom tekent u? Dit staat bij uw handtekening. (leeg = {usual})")
}

/// As what one signs: that stands on the record already.
pub(super) fn role_fixed(role: &str) -> String {
    format!("U tekent als: {role}.")
}

/// Asks who has this role.
pub(super) fn who_is(role: &str) -> String {
    format!("{role}, met naam (leeg = niemand):")
}

/// Makes and signs a statement.
pub(super) fn state(statement: Statement) -> &'static str {
    match statement {
        Statement::Register => "Onderteken het verwerkingsregister",
        Statement::Actions => "Onderteken het overzicht van acties",
        Statement::Board => "Onderteken de verantwoording: alles op een rij voor het bestuur",
    }
}

/// Asks what to do with a genuine record.
pub(super) fn record_prompt(open: bool) -> &'static str {
    if open {
        "Er moet nog iemand tekenen. Typ onderteken, tijdstempel of lees (leeg = terug):"
    } else {
        "Typ tijdstempel of lees (leeg = terug):"
    }
}
