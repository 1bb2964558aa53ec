//! What stands on page 1 of the report for the board, however much there is to tell.

use super::{Composition, Matter, Sources, compose};
use crate::{
    model::{Moment, Organisation, Tone},
    record::{
        Fonts, Frame, RecordData, Signatory,
        data::{
            AssessmentSummary, Content, DepartmentSummary, EntrySummary, PlanSummary,
            RecordSummary, Report, StepSummary,
        },
        layout,
    },
};

fn moment() -> Moment {
    "2026-11-22T12:00:00+01:00".parse().unwrap()
}

/// A report with `many` of everything, all with names of `letters` letters.
fn report(many: usize, letters: usize) -> Report {
    let name = |kind: &str, number: usize| {
        format!("{kind} {number} {}", "van alles en nog wat ".repeat(letters / 22))
    };
    let assessment = |number: usize| AssessmentSummary {
        title: name("Toets", number),
        about: name("Verwerking", number),
        answered: 12,
        asked: 24,
        verdict: Some(name("Uitkomst", number)),
        tone: Some(Tone::Caution),
        at: moment(),
        record: Some(name("bestand", number)),
    };
    Report {
        round: Some(Box::new(assessment(0))),
        earlier: 3,
        plans: (0..many)
            .map(|number| PlanSummary {
                plan: assessment(number),
                steps: vec![StepSummary { title: name("Stap", 1), answered: 1, asked: 2 }],
            })
            .collect(),
        assessments: (0..many).map(assessment).collect(),
        entries: (0..many)
            .map(|number| EntrySummary {
                name: name("V", number),
                department: name("A", 1),
                gaps: 3,
            })
            .collect(),
        commissions: u32::try_from(many).unwrap(),
        departments: (0..many)
            .map(|number| DepartmentSummary {
                department: name("Afdeling", number),
                open: 100,
                overdue: 100,
                done: 1000,
                ..DepartmentSummary::default()
            })
            .collect(),
        records: (0..many)
            .map(|number| RecordSummary {
                name: format!("2026-11-22-stappenplan-publieksdata-museum-de-zolder-v{number}.pdf"),
                sha256: "5af1c3".repeat(10),
            })
            .collect(),
    }
}

fn pages(report: Report, signatories: usize) -> Vec<String> {
    let signatory = |number: usize| Signatory {
        field: format!("Signature{number}"),
        name: format!("Vera Voorbeeld {number}"),
        role: "privacycoördinator".into(),
        fingerprint: String::new(),
    };
    let frame = Frame {
        organisation: Organisation { name: "Museum Hof".into(), ..Organisation::default() },
        signatories: (0..signatories).map(signatory).collect(),
        made: moment(),
        follows: String::new(),
    };
    let data = RecordData::new(frame, Content::Report(report));
    let sources = Sources { json: Vec::new(), json_sha256: "46d25d1e5ead".into() };
    let matter = Matter::of(&data).unwrap();
    let document = compose(&Composition { data: &data, matter, sources: &sources });
    layout(&document, Fonts::shipped().unwrap()).unwrap().sheets_as_text()
}

#[test]
fn everything_for_the_board_stands_on_one_page() {
    for many in [0, 1, 3, 12] {
        for letters in [0, 220] {
            for signatories in 1..=4 {
                let pages = pages(report(many, letters), signatories);
                for part in
                    ["Stappenplannen", "Verwerkingsregister", "Toetsen", "Acties", "Verslagen"]
                {
                    assert!(pages[0].contains(part), "{part} is not on page 1: {}", pages[0]);
                }
                let next = if signatories > 2 {
                    "Ondertekening"
                } else if many == 0 {
                    "Zo controleert u dit verslag"
                } else {
                    "Stappenplannen"
                };
                let first = pages[1].lines().find(|line| !line.trim().is_empty()).unwrap();
                assert!(first.contains(next), "{many}, {letters}, {signatories}: {}", pages[1]);
            }
        }
    }
}

#[test]
fn a_title_that_says_its_number_gets_no_second_one() {
    assert_eq!(super::words::numbered(3, "Stap 3. Budget"), "Stap 3. Budget");
    assert_eq!(super::words::numbered(1, "Begin"), "1. Begin");
    assert_eq!(super::words::numbered(1, "Deel 12 van de wet"), "1. Deel 12 van de wet");
}
