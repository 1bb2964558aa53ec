//! What changed since the version before.

use super::{Inquiry, front::heading, words};
use crate::{
    model::{Moment, Previous, Question},
    record::document::{Block, Column, Fact, Table, Text},
};

/// A page that compares this version with the one before; nothing for a first version.
pub(super) fn blocks(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let Some(previous) = &inquiry.assessed.assessment.previous else { return Vec::new() };
    let verdict = inquiry.questionnaire.verdict(&inquiry.assessed.outcome.verdict);
    let verdict = verdict.map_or("", |verdict| verdict.title.as_str());
    let mut blocks = vec![heading(words::CHANGES)];
    blocks.push(Block::Facts(vec![
        Fact::new(words::PREVIOUS_RECORD, previous.record.as_str()),
        Fact::new(words::PREVIOUS_SIGNED, Moment::words(previous.signed.date())),
        Fact::new(words::OUTCOME_THEN, previous.title.as_str()),
        Fact::new(words::OUTCOME_NOW, verdict),
    ]));
    let then = &previous.questionnaire;
    let now = inquiry.assessed.questionnaire();
    if then.sha256 != now.sha256 {
        let text = words::other_questionnaire(&then.version, &now.version);
        blocks.push(Block::Paragraph(Text::from(text)));
    }
    blocks.extend(table(inquiry, previous));
    blocks.push(Block::Fingerprint {
        label: words::PREVIOUS_HASH.to_owned(),
        digits: previous.sha256.clone(),
    });
    blocks
}

fn table(inquiry: &Inquiry<'_>, previous: &Previous) -> Vec<Block> {
    let mut same = 0;
    let mut rows = Vec::new();
    for id in &inquiry.evaluation.asked {
        let Some(question) = inquiry.questionnaire.question(id) else { continue };
        match row(inquiry, previous, question) {
            Some(row) => rows.push(row.map(Text::from).to_vec()),
            None => same += 1,
        }
    }
    let mut blocks = vec![Block::Paragraph(Text::from(words::unchanged(same)))];
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: String::new(),
            columns: vec![
                Column::new(words::QUESTION, 4.0),
                Column::new(words::THEN, 3.0),
                Column::new(words::NOW, 3.0),
            ],
            rows,
            row_headings: true,
        }));
    }
    blocks
}

/// What was said then and now to a question, if that differs.
fn row(inquiry: &Inquiry<'_>, previous: &Previous, question: &Question) -> Option<[String; 3]> {
    let then = previous.answers.get(&question.id);
    let now = inquiry.assessed.assessment.answers.get(&question.id);
    if then == now {
        return None;
    }
    let told = |answer| match answer {
        Some(answer) => words::answer(question, answer),
        None => words::OPEN_SHORT.to_owned(),
    };
    let then = if then.is_some() { told(then) } else { words::NEW.to_owned() };
    Some([question.label.clone(), then, told(now)])
}
