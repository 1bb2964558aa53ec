//! What `pdftotext` reads: every question, answer, note and reason, verbatim and in the order of the pages.

use super::{
    kinds::{Kind, Said},
    made::now,
    stated,
};
use std::{env, io::ErrorKind, path::Path, process::Command, sync::Arc};
use verantwoord::{
    engine::Engine,
    format::Library,
    model::{Answer, Assessment, Id, Kind as Asked, Moment, Question, Row},
};

/// The words of a record without any white, so that it does not matter where lines end; none without `pdftotext`.
pub(super) fn text_of(record: &Path) -> Option<String> {
    match Command::new("pdftotext").arg("-raw").arg(record).arg("-").output() {
        Ok(said) if said.status.success() => {
            Some(without_footers(&String::from_utf8_lossy(&said.stdout)))
        }
        Ok(said) => panic!("{}: {}", record.display(), String::from_utf8_lossy(&said.stderr)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let wanted = env::var_os("VERANTWOORD_REFEREES").is_some_and(|how| how == "required");
            assert!(!wanted, "pdftotext: {error}");
            None
        }
        Err(error) => panic!("pdftotext: {error}"),
    }
}

/// The text of all pages after each other: what stands in every foot would come between two halves of a sentence.
fn without_footers(pages: &str) -> String {
    let pages = pages.split('\u{c}').map(|page| {
        let lines: Vec<&str> = page.lines().collect();
        let foot = lines.iter().rposition(|line| is_number(line));
        let kept = lines.iter().enumerate().filter(|(place, _)| Some(*place) != foot);
        kept.map(|(_, line)| *line).collect::<String>()
    });
    bare(&pages.collect::<String>())
}

/// Whether the line ends as a foot does: "3 van 9".
fn is_number(line: &str) -> bool {
    let mut words = line.split_whitespace().rev();
    let mut number = || words.next().is_some_and(|word| word.parse::<u32>().is_ok());
    number() && line.contains(" van ")
}

/// Without white.
pub(super) fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What must be read, in this order.
pub(super) fn expected(kind: &Kind) -> Vec<String> {
    match &kind.said {
        Said::Filled(assessment) => said(assessment),
        Said::Stated(statement, house) => stated::expected(*statement, house),
    }
}

fn said(assessment: &Assessment) -> Vec<String> {
    let edition = Library.get(&assessment.questionnaire.id).unwrap();
    let engine = Engine::new(Arc::clone(&edition.questionnaire), now().0.date());
    let evaluation = engine.evaluate(&assessment.answers);
    let mut texts: Vec<String> = Vec::new();
    for reason in &evaluation.reasons {
        texts.push(reason.text.clone());
        texts.extend((!reason.sources.is_empty()).then(|| reason.sources.join("; ")));
    }
    let verdict = edition.questionnaire.verdict(evaluation.verdict.as_ref().unwrap()).unwrap();
    if let Some(motivation) = &verdict.motivation {
        texts.push(motivation.text.clone());
        texts.push(assessment.motivation.clone());
    }
    for section in edition.questionnaire.sections() {
        for question in &section.questions {
            if evaluation.asked.contains(&question.id) {
                texts.extend(about(assessment, question));
            }
        }
    }
    texts.extend(evaluation.actions.iter().map(|action| action.text.clone()));
    texts.extend(assessment.participants.iter().map(|person| person.name.clone()));
    if let Some(workshop) = &assessment.workshop {
        texts.extend(workshop.decisions.iter().cloned());
        texts.extend(workshop.parked.iter().map(|parked| parked.text.clone()));
    }
    texts
}

/// A question with everything that was said to it.
fn about(assessment: &Assessment, question: &Question) -> Vec<String> {
    let mut texts = vec![question.text.clone()];
    texts.extend(assessment.answers.get(&question.id).map(|answer| words(question, answer)));
    texts.extend(assessment.notes.get(&question.id).cloned());
    let dissents = assessment.dissents.get(&question.id).into_iter().flatten();
    texts.extend(dissents.map(|dissent| dissent.text.clone()));
    texts.extend((!question.sources.is_empty()).then(|| question.sources.join("; ")));
    texts
}

fn words(question: &Question, answer: &Answer) -> String {
    let one = |value: &str| match value {
        Id::YES => "Ja".to_owned(),
        Id::NO => "Nee".to_owned(),
        Id::UNKNOWN => "Weet ik niet".to_owned(),
        _ => question.choice(value).map_or_else(|| value.to_owned(), |choice| choice.label.clone()),
    };
    match answer {
        Answer::One(text) if question.kind == Asked::Date => Moment::words(text.parse().unwrap()),
        Answer::One(text) => one(text),
        Answer::Number(number) => number.to_string(),
        Answer::Several(values) if values.is_empty() => "Geen van deze".into(),
        Answer::Several(values) => {
            values.iter().map(|value| one(value.as_str())).collect::<Vec<_>>().join("; ")
        }
        Answer::Rows(rows) => rows.iter().map(|row| cells(question, row)).collect(),
        Answer::NotApplicable(why) => format!("Niet van toepassing, want: {why}"),
    }
}

fn cells(question: &Question, row: &Row) -> String {
    let Asked::Table(columns) = &question.kind else { return String::new() };
    let cells = columns.iter().filter_map(|column| {
        Some(format!("{}: {}", column.label, row.get(&column.id).filter(|cell| !cell.is_empty())?))
    });
    cells.collect::<Vec<_>>().join("; ")
}
