//! The register and the actions for spreadsheets.
//!
//! Semicolons between cells and a byte order mark in front: so a Dutch spreadsheet opens the file with a double click. No
//! cell can be taken for a formula: one that begins with a sign that makes it one is given an apostrophe.

use crate::model::{
    Action, Actions, Basis, Commission, Gap, Moment, Processing, Processor, Progress, Proof,
    Retention,
};
use jiff::civil::Date;
use std::sync::Arc;

/// What a formula begins with in a spreadsheet; in some, also written as wide as a Chinese character.
const FORMULA: [char; 9] = ['=', '+', '-', '@', '|', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet skips it before it looks for a formula.
fn is_skipped(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}')
}

/// `text` as a cell that is no formula.
fn safe(text: &str) -> String {
    let begins = text.starts_with(['\t', '\r', '\n']);
    let formula = begins || text.trim_start_matches(is_skipped).starts_with(FORMULA);
    if formula { format!("'{text}") } else { text.to_owned() }
}

fn written(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory cannot fail, and every row has as many cells as the head.
    let _ = writer.write_record(head);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| safe(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// One who handles data, on one line of a cell: what it does, and where the agreement is.
pub(super) fn processor(one: &Processor) -> String {
    let task = if one.task.is_empty() { String::new() } else { format!(": {}", one.task) };
    let agreement = match one.agreement.trim() {
        "" => "geen overeenkomst",
        agreement => agreement,
    };
    format!("{}{task} ({agreement})", one.name)
}

/// One term, on one line of a cell: which data, how long, and why.
pub(super) fn term(one: &Retention) -> String {
    let data = if one.data.is_empty() { String::new() } else { format!("{}: ", one.data) };
    let reason = if one.reason.is_empty() { String::new() } else { format!(" ({})", one.reason) };
    format!("{data}{}{reason}", one.term)
}

/// The register of processing activities (AVG art. 30 lid 1), with what is missing of each, as `gaps` tells.
pub fn register_csv(
    register: &[Arc<Processing>],
    gaps: impl Fn(&Processing) -> Vec<Gap>,
) -> Vec<u8> {
    let head = [
        "Verwerking",
        "Doel",
        "Afdeling",
        "Verantwoordelijke",
        "Omschrijving",
        "Samen met",
        "Van wie",
        "Gegevens",
        "Bijzonder",
        "Uitzondering",
        "Herkomst",
        "Plaats",
        "Toegang",
        "Grondslag",
        "Waarom",
        "Wet of taak",
        "Belang",
        "Ontvangers",
        "Verwerkers",
        "Buiten de EER",
        "Waarborg",
        "Bewaartermijnen",
        "Beveiliging",
        "DPIA",
        "Opnieuw bekijken",
        "Gestopt op",
        "Waarom gestopt",
        "Wat ontbreekt",
    ];
    let row = |entry: &Processing| {
        let processors = entry.processors.iter().map(processor);
        let retention = entry.retention.iter().map(term);
        let gaps = gaps(entry).iter().map(Gap::words).collect::<Vec<_>>();
        vec![
            entry.name.clone(),
            entry.purpose.clone(),
            entry.department.clone(),
            entry.owner.clone(),
            entry.description.clone(),
            entry.joint_controllers.clone(),
            entry.people.clone(),
            entry.data.clone(),
            entry
                .sensitive
                .map(|yes| if yes { "ja" } else { "nee" }.to_owned())
                .unwrap_or_default(),
            entry.exception.clone(),
            entry.source.clone(),
            entry.place.clone(),
            entry.access.clone(),
            entry.basis.map(Basis::words).unwrap_or_default().to_owned(),
            entry.basis_reason.clone(),
            entry.law.clone(),
            entry.interest.clone(),
            entry.recipients.clone(),
            processors.collect::<Vec<_>>().join("\n"),
            entry.transfers.clone(),
            entry.safeguard.clone(),
            retention.collect::<Vec<_>>().join("\n"),
            entry.security.clone(),
            entry.dpia.clone(),
            day(entry.review),
            day(entry.ended),
            entry.ended_because.clone(),
            gaps.join("\n"),
        ]
    };
    written(&head, register.iter().map(|entry| row(entry)))
}

/// The processor's register (AVG art. 30 lid 2), with what is missing of each on `today`.
pub fn commissions_csv(register: &[Commission], today: Date) -> Vec<u8> {
    let head = [
        "Opdrachtgever",
        "Vertegenwoordiger en FG",
        "Wat wij doen",
        "Verwerkersovereenkomst",
        "Buiten de EER",
        "Waarborg",
        "Beveiliging",
        "Wie wij inschakelen",
        "Afdeling",
        "Opnieuw bekijken",
        "Gestopt op",
        "Waarom gestopt",
        "Wat ontbreekt",
    ];
    let row = |entry: &Commission| {
        let subprocessors: Vec<String> = entry.subprocessors.iter().map(processor).collect();
        let gaps: Vec<String> = entry.gaps(today).iter().map(Gap::words).collect();
        vec![
            entry.controller.clone(),
            entry.contacts.clone(),
            entry.processing.clone(),
            entry.agreement.clone(),
            entry.transfers.clone(),
            entry.safeguard.clone(),
            entry.security.clone(),
            subprocessors.join("\n"),
            entry.department.clone(),
            day(entry.review),
            day(entry.ended),
            entry.ended_because.clone(),
            gaps.join("\n"),
        ]
    };
    written(&head, register.iter().map(row))
}

/// The actions, with the names of the processing activities they are about.
pub fn actions_csv(actions: &Actions, register: &[Arc<Processing>]) -> Vec<u8> {
    let head = [
        "Actie",
        "Verwerking",
        "Afdeling",
        "Wie",
        "Uiterlijk",
        "Belang",
        "Stand",
        "Reden",
        "Bewijs",
        "Laatst veranderd",
    ];
    let row = |action: &Action| {
        let about = register.iter().find(|known| Some(&known.id) == action.processing.as_ref());
        let reason = match &action.state {
            Progress::Dropped(why) => why.clone(),
            _ => String::new(),
        };
        let proof = match &action.proof {
            Some(Proof::Text(text)) => text.clone(),
            Some(Proof::File { name, sha256 }) => format!("{name} (SHA-256 {sha256})"),
            None => String::new(),
        };
        let last = action.history.last().map(|event| Moment::words(event.at.date()));
        vec![
            action.text.clone(),
            about.map(|known| known.name.clone()).unwrap_or_default(),
            action.department.clone(),
            action.owner.clone(),
            day(action.due),
            action.priority.words().to_owned(),
            action.state.words().to_owned(),
            reason,
            proof,
            last.unwrap_or_default(),
        ]
    };
    written(&head, actions.0.iter().map(|action| row(action)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_every_cell_comes_back_whole() {
        let evil = [
            "=1+1",
            "+31 6",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\u{a0}=1",
            "\n=1",
            "\u{feff}=1",
            "＝1+1",
            "＠SUM(A1)",
            "|cmd",
            "a;b",
            "a\"b",
            "a\nb",
            "é € …",
        ];
        let register: Vec<Arc<Processing>> = evil
            .iter()
            .map(|name| Processing { name: (*name).to_owned(), ..Processing::default() })
            .map(Arc::new)
            .collect();
        let bytes = register_csv(&register, |_| vec![Gap::Basis]);
        assert!(bytes.starts_with("\u{feff}Verwerking;Doel".as_bytes()));
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
        for (record, name) in reader.records().zip(evil) {
            let record = record.expect("a row");
            let cell = record.get(0).expect("a cell");
            assert!(!cell.trim_start_matches(is_skipped).starts_with(FORMULA), "{cell:?}");
            assert_eq!(cell.trim_start_matches('\''), name);
            assert_eq!(record.len(), 28);
        }
    }
}
