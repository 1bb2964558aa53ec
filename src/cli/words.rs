//! Every word that the commands say, in Dutch.

mod backup;
mod copies;
mod difference;
mod findings;
mod handout;
mod keyring;
mod page;
mod timestamp;

pub(super) use backup::{
    BACKUP, BACKUP_USAGE, FORCE, RESTORE, RESTORE_USAGE, ZIP, ZIP_FROM, ZIP_TO, packed, restored,
};
pub(super) use copies::*;
pub(super) use difference::*;
pub(super) use findings::finding;
pub(super) use handout::*;
pub(super) use keyring::*;
pub(super) use page::Page;
pub(super) use timestamp::*;

use crate::{
    engine::Reading,
    format::Problem,
    model::{Id, Moment, Pinned},
};
use jiff::civil::Date;
use std::{fmt::Display, io};

pub(super) const ABOUT: &str =
    "Laat zien dat uw instelling zorgvuldig met persoonsgegevens omgaat.";
pub(super) const HELP: &str = "{about}\n\nGebruik: {usage}\n\n{all-args}";
pub(super) const COMMANDS: &str = "Opdrachten";
pub(super) const COMMAND: &str = "OPDRACHT";
pub(super) const OPTIONS: &str = "Opties";
pub(super) const ARGUMENTS: &str = "Wat u opgeeft";
pub(super) const QUESTIONNAIRE: &str = "VRAGENLIJST";
pub(super) const FILE: &str = "BESTAND";
pub(super) const SHOW_HELP: &str = "Deze uitleg";
pub(super) const SHOW_VERSION: &str = "De versie van het programma";

pub(super) const EVALUATE: &str = "Bepaal wat antwoorden uit een bestand opleveren";
pub(super) const QUESTIONNAIRES: &str = "Bekijk of keur vragenlijsten";
pub(super) const LIST: &str = "Welke vragenlijsten er zijn";
pub(super) const SHOW: &str = "Wat een vragenlijst vraagt en kan uitwijzen";
pub(super) const CHECK: &str = "Kijk of bestanden met vragenlijsten in orde zijn";
pub(super) const WHICH: &str = "De naam van een vragenlijst, een bestand .ron, of een verslag .pdf";
pub(super) const ANSWERS: &str =
    "Bestand met antwoorden: .json, .ron, of - voor JSON op de standaardinvoer";
pub(super) const DAY: &str = "JJJJ-MM-DD";
pub(super) const AS_OF: &str = "De dag waarop de regels worden toegepast; anders vandaag";
pub(super) const FILES: &str = "Bestanden met een vragenlijst (.ron)";
pub(super) const JSON: &str = "Antwoord in JSON, voor andere programma's";

pub(super) const VERIFY: &str = "Controleer of een verslag echt is";
pub(super) const DEMO: &str = "Maak een voorbeeld: van vragen tot ondertekend verslag";
pub(super) const WHERE: &str = "Waar uw gegevens staan";
pub(super) const SIGN: &str = "Zet een handtekening onder een toets, een overzicht of een verslag";
pub(super) const SIGN_USAGE: &str = "verantwoord sign WAT [--key SLEUTEL] [--others ROL=NAAM]… [--role FUNCTIE] [--reason REDEN] [--passphrase-file BESTAND]";
pub(super) const WHAT: &str = "WAT";
pub(super) const WHAT_HELP: &str = "De naam van een toets, of register, acties of verantwoording, of een VERSLAG.pdf dat nog niet compleet is";
pub(super) const KEY: &str = "SLEUTEL.p12";
pub(super) const KEY_HELP: &str =
    "De sleutel: bestand, naam of begin van de vingerafdruk; niet nodig als er maar één is";
pub(super) const PASSPHRASE_FILE: &str =
    "Lees de wachtzin uit de eerste regel van dit bestand; anders wordt ernaar gevraagd";
pub(super) const ASK_PASSPHRASE: &str = "Wachtzin van de sleutel: ";
pub(super) const NO_PASSPHRASE: &str =
    "Er is geen terminal om de wachtzin te vragen. Geef een bestand op met --passphrase-file.";
pub(super) const NO_KEY: &str =
    "Er is nog geen sleutel. Maak er een met: verantwoord key new --name NAAM";
pub(super) const NOT_SIGNED: &str = "Er is niets ondertekend.";

/// There are several keys.
pub(super) fn which_key(paths: &[String]) -> String {
    format!("Er zijn meer sleutels. Kies er een met --key: {}.", paths.join(", "))
}

/// There is nothing left to sign in a record.
pub(super) fn no_field(path: &str) -> String {
    format!("In {path} hoeft niemand meer te tekenen.")
}

pub(super) const REGISTER: &str = "Schrijf het verwerkingsregister voor een ander programma";
pub(super) const ACTION_LIST: &str = "Schrijf de acties voor een ander programma of een agenda";
pub(super) const REGISTER_USAGE: &str =
    "verantwoord register [BESTAND] [--form csv|json|md|ics] [--processor]";
pub(super) const ACTIONS_USAGE: &str = "verantwoord actions [BESTAND] [--form csv|json|ics]";
pub(super) const TO_FILE: &str = "Waar het komt te staan; anders op de standaarduitvoer";
pub(super) const FORM: &str = "VORM";
pub(super) const WHICH_FORM: &str =
    "csv voor een rekenblad, json voor een programma, md als tekst, ics voor een agenda";

/// Where it stands now.
pub(super) fn written(file: &str) -> String {
    format!("Geschreven: {file}\n")
}

pub(super) const AS_PROCESSOR: &str = "Het register van wat u als verwerker voor anderen doet";
pub(super) const NO_CALENDAR: &str =
    "Voor dit register is er geen agendabestand. Kies csv, json of md.";
pub(super) const NO_TEXT: &str = "De acties kunnen niet als md. Kies csv, json of ics.";

pub(super) const NOT_WHOLE: &str = "Let op: wat is geschreven, is daarom misschien niet compleet. Herstel eerst wat hierboven staat.";

pub(super) const DOCTOR: &str = "Kijk alles in de map met uw gegevens na";
pub(super) const REPAIR: &str =
    "Zet beschadigde bestanden opzij, en zet de nieuwste goede kopie terug";
pub(super) const DOCTOR_USAGE: &str = "verantwoord doctor [--repair] [--json]";
pub(super) const WRONG: &str = "FOUT";
pub(super) const MIND: &str = "Let op";
pub(super) const MENDED: &str = "Hersteld";
pub(super) const ALL_WELL: &str = "Alles is in orde.\n";
pub(super) const NOT_WELL: &str = "Niet alles is in orde. Hierboven staat wat u kunt doen.\n";

/// What was looked at.
pub(super) fn looked_at(folder: &str, files: usize, records: usize) -> String {
    format!("Nagekeken: {folder} ({files} bestanden, {records} verslagen, en het logboek).\n")
}

pub(super) const RECORD_FILE: &str = "VERSLAG.pdf";
pub(super) const RECORDS: &str = "Een of meer verslagen (.pdf)";
pub(super) const CERTIFICATE: &str = "CERTIFICAAT.pem";
pub(super) const TRUST: &str = "Wie u kent: het certificaat van een ondertekenaar (.pem)";
pub(super) const FOLDER: &str = "MAP";
pub(super) const DATA: &str = "De map met uw gegevens";
pub(super) const ASCII: &str =
    "Alleen gewone tekens: voor een venster dat pijlen en accenten niet goed laat zien";
pub(super) const PLAIN: &str =
    "Het programma als regels tekst: voor een schermlezer, brailleregel of trage lijn";
pub(super) const DEMO_FOLDER: &str =
    "De map voor het voorbeeld; anders verantwoord-voorbeeld, hier";
pub(super) const VERIFY_USAGE: &str =
    "verantwoord verify VERSLAG.pdf… [--trust CERTIFICAAT.pem] [--json]";
pub(super) const DEMO_USAGE: &str = "verantwoord demo [MAP]";
pub(super) const WHERE_USAGE: &str = "verantwoord where [--data MAP]";
pub(super) const NO_FOLDER: &str = "Het programma vindt geen plaats voor uw gegevens. Geef er zelf een op: verantwoord --data MAP.";
pub(super) const NO_TIME: &str =
    "VERANTWOORD_CLOCK is geen tijd. Schrijf bijvoorbeeld 2026-11-22T14:00:00+01:00.";
pub(super) const NO_OVERVIEW: &str =
    "De map met uw gegevens kan niet worden gelezen. Kijk met verantwoord where welke map het is.";
pub(super) const OPEN_DEMO: &str = "\nWilt u het voorbeeld bekijken in het programma? (j/n) ";

/// What the example left behind.
pub(super) fn demo(folder: &str, record: &str, passphrase: &str) -> String {
    format!(
        "Het voorbeeld is klaar. Museum en gegevens zijn verzonnen (VOORBEELD).\n\
         Map:       {folder}\n\
         Verslag:   {record}\n\
         Wachtzin van de sleutel (alleen voor dit voorbeeld): {passphrase}\n"
    )
}

/// The terminal cannot be used.
pub(super) fn terminal(error: &io::Error) -> String {
    format!("De terminal kan niet worden gebruikt: {error}.")
}

/// What is added to the name of the data folder for the guided example.
pub(super) const EXAMPLE_ENDING: &str = "-voorbeeld";

pub(super) const NO_EDITOR: &str = "Er is geen tekstprogramma gevonden. Zet in EDITOR welk programma u wilt gebruiken. Uw tekst is ongewijzigd.";

pub(super) fn editor_missing(command: &str, error: &io::Error) -> String {
    format!("Het tekstprogramma „{command}” start niet ({error}). Uw tekst is ongewijzigd.")
}

pub(super) fn editor_unclear(command: &str) -> String {
    format!(
        "In EDITOR staat „{command}”, met een aanhalingsteken te weinig. Uw tekst is ongewijzigd."
    )
}

pub(super) fn editor_failed(program: &str) -> String {
    format!(
        "Het tekstprogramma „{program}” eindigde met een fout. Wat u daar bewaarde, staat hier. Met Ctrl+Z krijgt u de oude tekst terug."
    )
}

pub(super) fn editor_file(error: &io::Error) -> String {
    format!(
        "De tekst kon niet naar het tekstprogramma en terug ({error}). Uw tekst is ongewijzigd."
    )
}

pub(super) const STANDARD_INPUT: &str = "standaardinvoer";
pub(super) const USAGE: &str = "verantwoord [OPDRACHT]";
pub(super) const EVALUATE_USAGE: &str =
    "verantwoord evaluate VRAGENLIJST --answers BESTAND [--date JJJJ-MM-DD] [--json]";
pub(super) const QUESTIONNAIRES_USAGE: &str = "verantwoord questionnaires OPDRACHT";
pub(super) const LIST_USAGE: &str = "verantwoord questionnaires list [--json]";
pub(super) const SHOW_USAGE: &str = "verantwoord questionnaires show VRAGENLIJST [--json]";
pub(super) const CHECK_USAGE: &str = "verantwoord questionnaires check BESTAND… [--json]";

pub(super) const OUTCOME: &str = "Uitkomst";
pub(super) const UNDETERMINED: &str =
    "Nog niet te bepalen: open vragen kunnen de uitkomst nog veranderen.";
pub(super) const POSSIBLE: &str = "Nog mogelijk";
pub(super) const STILL_OPEN: &str = "Open vragen die de uitkomst nog kunnen veranderen";
pub(super) const REASONS: &str = "Redenen";
pub(super) const ACTIONS: &str = "Wat er moet gebeuren";
pub(super) const IGNORED: &str = "Antwoorden die niet meetellen, omdat de vraag niet wordt gesteld";
pub(super) const VERDICTS: &str = "Mogelijke uitkomsten, de strengste eerst";
pub(super) const PENDING: &str = "Wat er aankomt";
pub(super) const SWITCHES: &str = "Regels met een ingangsdatum";
pub(super) const A_TEXT: &str = "Een tekst.";
pub(super) const A_DATE: &str = "Een datum, zoals 2026-11-22.";
pub(super) const MISSING_COMMAND: &str = "Er ontbreekt een opdracht.";
pub(super) const NO_TEXT_ARGUMENT: &str = "Een van de woorden is geen leesbare tekst.";

pub(super) fn settled(verdict: &str) -> String {
    format!("{verdict} (staat vast).")
}

pub(super) fn edition(pinned: &Pinned, legal_state: &str) -> String {
    let Pinned { id, version, .. } = pinned;
    format!("Vragenlijst {id}, versie {version}, rechtsstand {legal_state}.")
}

pub(super) fn fingerprint(sha256: &str) -> String {
    format!("SHA-256 van het bestand: {sha256}")
}

pub(super) fn listed(id: &Id, title: &str, questions: usize) -> String {
    format!("{:<28} {title} ({questions} vragen)\n", id.as_str())
}

pub(super) fn reason(text: &str, from: &[String]) -> String {
    format!("{text} {}", sources(from)).trim_end().to_owned()
}

pub(super) fn sources(sources: &[String]) -> String {
    if sources.is_empty() { String::new() } else { format!("Bron: {}.", sources.join("; ")) }
}

pub(super) fn named(label: &str, id: &Id) -> String {
    format!("{label} [{id}]")
}

pub(super) fn value(label: &str, id: &str) -> String {
    format!("{label} [{id}]")
}

pub(super) fn verdict(id: &Id, title: &str, sentence: &str) -> String {
    format!("{title} [{id}]. {sentence}")
}

pub(super) fn pending(title: &str, text: &str) -> String {
    format!("{title}. {text}")
}

pub(super) fn switch(title: &str, in_force: bool, day: Date) -> String {
    let stands = if in_force { "geldt" } else { "geldt niet" };
    format!("{title}: {stands} op {}.", Moment::words(day))
}

pub(super) fn switch_from(title: &str, id: &Id, from: Option<Date>) -> String {
    match from {
        Some(from) => format!("{title} [{id}]: geldt vanaf {}.", Moment::words(from)),
        None => format!("{title} [{id}]: geldt nog niet."),
    }
}

pub(super) fn table(columns: &str) -> String {
    format!("Een tabel met de kolommen: {columns}")
}

pub(super) fn number(min: Option<i64>, max: Option<i64>, unit: &str) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    match (min, max) {
        (Some(min), Some(max)) => format!("Een getal van {min} tot en met {max}{unit}."),
        (Some(min), None) => format!("Een getal vanaf {min}{unit}."),
        (None, Some(max)) => format!("Een getal tot en met {max}{unit}."),
        (None, None) => format!("Een getal{unit}."),
    }
}

pub(super) fn problem(file: &str, problem: &Problem) -> String {
    format!("{file}: {problem}")
}

pub(super) fn looked_through(file: &str, flaws: usize) -> String {
    match flaws {
        0 => format!("{file}: in orde.\n"),
        1 => format!("{file}: 1 gebrek.\n"),
        _ => format!("{file}: {flaws} gebreken.\n"),
    }
}

pub(super) fn reading(file: &str, reading: &Reading) -> String {
    let (flesch, lix) = (reading.flesch_douma(), reading.lix());
    let Reading { sentences, words, .. } = reading;
    format!(
        "{file}: leesbaarheid: Flesch-Douma {flesch:.0} (60 of meer is gewoon), LIX {lix:.0} (40 of minder is gewoon); \
         {words} woorden in {sentences} zinnen.\n"
    )
}

pub(super) fn unknown_questionnaire(name: &str, near: Option<&str>) -> String {
    let near = near.map(meant).unwrap_or_default();
    let told = format!("De vragenlijst \"{name}\" bestaat niet. {near}");
    format!("{}\nWelke er zijn, ziet u met: verantwoord vragenlijsten lijst", told.trim_end())
}

pub(super) fn meant(near: &str) -> String {
    format!("Bedoelde u \"{near}\"?")
}

pub(super) fn unknown_syntax(file: &dyn Display) -> String {
    format!(
        "{file}: van dit soort bestand kunnen geen antwoorden worden gelezen. Geef een bestand met de naam ….json of ….ron."
    )
}

pub(super) fn too_long(file: &str, most: usize) -> String {
    format!(
        "{file}: het bestand is groter dan {} MB en is niet gelezen. Kijk of u het goede bestand hebt opgegeven.",
        most >> 20
    )
}

pub(super) fn no_text(file: &str, line: usize) -> String {
    format!(
        "{file}: regel {line}: dit is geen tekst (UTF-8). Kijk of u het goede bestand hebt opgegeven."
    )
}

pub(super) fn unreadable(file: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => {
            format!("{file}: dit bestand bestaat niet. Kijk de naam en de map na.")
        }
        io::ErrorKind::PermissionDenied => {
            format!("{file}: dit bestand mag u niet lezen. Vraag de eigenaar om toegang.")
        }
        io::ErrorKind::IsADirectory => {
            format!("{file}: dit is een map. Geef een bestand op.")
        }
        _ => format!("{file}: dit bestand kan niet worden gelezen ({error})."),
    }
}

pub(super) fn no_json(error: &dyn Display) -> String {
    format!("Hiervan kan geen JSON worden gemaakt ({error}).")
}

pub(super) fn unwritten(error: &io::Error) -> String {
    format!("De uitvoer kan niet worden geschreven ({error}).")
}

pub(super) fn misunderstood(told: &str, hint: &str) -> String {
    let told = format!("{told} {hint}");
    format!("{}\nMeer uitleg: verantwoord --help", told.trim_end())
}

pub(super) fn unknown_argument(argument: &str) -> String {
    format!("\"{argument}\" is hier niet bekend.")
}

pub(super) fn unknown_command(command: &str) -> String {
    format!("De opdracht \"{command}\" bestaat niet.")
}

pub(super) fn missing_argument(arguments: &str) -> String {
    format!("Er ontbreekt iets: {arguments}.")
}

pub(super) fn argument_conflict(argument: &str) -> String {
    format!("\"{argument}\" kan hier maar één keer, of niet samen met de rest.")
}

pub(super) fn value_count(argument: &str) -> String {
    format!("Bij \"{argument}\" hoort een waarde.")
}

pub(super) fn invalid_value(argument: &str, value: &str) -> String {
    format!("\"{value}\" kan niet bij \"{argument}\".")
}
