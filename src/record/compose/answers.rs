//! Behind page 1: the reasons with their sources, the motivation, every answer, the actions, who took part.

use super::{Inquiry, front::heading, words};
use crate::{
    model::{Id, Question},
    record::document::{Answer, Block, Column, Fact, Table, Text},
};

/// More answers than this are counted, not named, under a reason: they stand in full among the answers.
const MOST_ANSWERS: usize = 8;

/// Every rule that holds, with its sources and what it rests on.
pub(super) fn reasons(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(words::REASONS)];
    for (place, reason) in inquiry.evaluation.reasons.iter().enumerate() {
        let rests = reason.questions.iter().take(MOST_ANSWERS).filter_map(|id| {
            let question = inquiry.questionnaire.question(id)?;
            Some(format!("{}: {}", question.label, inquiry.said(question)?.to_lowercase()))
        });
        let mut rests = rests.collect::<Vec<_>>().join("; ");
        if reason.questions.len() > MOST_ANSWERS {
            rests += &words::more(reason.questions.len() - MOST_ANSWERS);
        }
        let mut notes = Vec::new();
        if !rests.is_empty() {
            notes.push(Fact::new(words::RESTS_ON, rests));
        }
        let source = reason.sources.join("; ");
        blocks.push(Block::Answer(Answer {
            number: (place + 1).to_string(),
            question: Text::from(reason.text.as_str()),
            answer: Text::new(),
            notes,
            source: (!source.is_empty()).then(|| Text::from(source)),
        }));
    }
    blocks
}

/// Why the outcome is acceptable, where the verdict asks it.
pub(super) fn motivation(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let verdict = inquiry.questionnaire.verdict(&inquiry.assessed.outcome.verdict);
    let Some(asked) = verdict.and_then(|verdict| verdict.motivation.as_ref()) else {
        return Vec::new();
    };
    let mut blocks =
        vec![heading(words::MOTIVATION), Block::Paragraph(Text::new().strong(asked.text.as_str()))];
    blocks.extend(paragraphs(&inquiry.assessed.assessment.motivation));
    if !asked.sources.is_empty() {
        blocks.push(Block::Note {
            label: words::SOURCE.to_owned(),
            text: Text::from(asked.sources.join("; ")),
        });
    }
    blocks
}

/// What a person wrote, with its empty lines as the borders of paragraphs.
pub(super) fn paragraphs(written: &str) -> impl Iterator<Item = Block> {
    let parts = written.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Block::Paragraph(Text::from(part)))
}

/// Every question that was asked, by section.
pub(super) fn answers(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let (answered, asked) = inquiry.evaluation.progress();
    let mut blocks = vec![
        heading(words::ANSWERS),
        Block::Paragraph(Text::from(words::answered(answered, asked))),
    ];
    for (place, section) in inquiry.questionnaire.sections().iter().enumerate() {
        let asked = section
            .questions
            .iter()
            .filter(|question| inquiry.evaluation.asked.contains(&question.id));
        let mut units = asked.enumerate().map(|(number, question)| {
            let number = format!("{}.{}", place + 1, number + 1);
            Block::Answer(answer(inquiry, question, number))
        });
        if let Some(first) = units.next() {
            blocks.push(Block::Heading {
                level: 2,
                text: words::numbered(place + 1, &section.title),
            });
            blocks.push(first);
            blocks.extend(units);
        }
    }
    blocks
}

fn answer(inquiry: &Inquiry<'_>, question: &Question, number: String) -> Answer {
    let assessment = &inquiry.assessed.assessment;
    let note = assessment.notes.get(&question.id).into_iter();
    let note = note.map(|note| Fact::new(words::NOTE, note.as_str()));
    let dissents = assessment.dissents.get(&question.id).into_iter().flatten();
    let dissents = dissents.map(|dissent| {
        let by = if dissent.by.trim().is_empty() { words::SOMEONE } else { &dissent.by };
        Fact::new(words::DISSENT, format!("{by}: {}", dissent.text))
    });
    let source = question.sources.join("; ");
    Answer {
        number,
        question: Text::from(question.text.as_str()),
        answer: Text::from(inquiry.said(question).unwrap_or_else(|| words::OPEN.to_owned())),
        notes: note.chain(dissents).collect(),
        source: (!source.is_empty()).then(|| Text::from(source)),
    }
}

/// What must be done, in full.
pub(super) fn actions(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let actions = &inquiry.evaluation.actions;
    if actions.is_empty() {
        return Vec::new();
    }
    let rows = actions.iter().map(|action| {
        let cells =
            [action.text.clone(), words::within(action.days), origin(inquiry, &action.from)];
        cells.map(Text::from).to_vec()
    });
    let table = Table {
        caption: String::new(),
        columns: vec![
            Column::new(words::ACTION, 6.0),
            Column::new(words::WITHIN, 2.0),
            Column::new(words::FROM, 3.0),
        ],
        rows: rows.collect(),
        row_headings: false,
    };
    vec![heading(words::ACTIONS), Block::Table(table)]
}

/// Where an action comes from: a question, or the verdict.
fn origin(inquiry: &Inquiry<'_>, from: &Id) -> String {
    if inquiry.questionnaire.question(from).is_some() {
        return inquiry.label(from);
    }
    let verdict = inquiry.questionnaire.verdict(&inquiry.assessed.outcome.verdict);
    verdict.map_or_else(String::new, |verdict| format!("{}: {}", words::OUTCOME, verdict.title))
}
