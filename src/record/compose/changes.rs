//! What changed since the version before, and the chain of records that this one ends.

use super::{Inquiry, front::heading, words};
use crate::{
    engine::Reason,
    model::{Answer, Id, Moment, Previous, Question, Reviewed},
    record::document::{Block, Column, Fact, Table, Text},
};

/// A page that compares this version with the one before; nothing for a first version.
pub(super) fn blocks(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let Some(previous) = &inquiry.assessed.assessment.previous else { return Vec::new() };
    let verdict = inquiry.questionnaire.verdict(&inquiry.assessed.outcome.verdict);
    let verdict = verdict.map_or("", |verdict| verdict.title.as_str());
    let mut blocks = vec![Block::PageBreak, heading(words::CHANGES)];
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
    blocks.extend(rules(inquiry, previous));
    blocks.extend(answers(inquiry, previous));
    blocks.extend(chain(previous));
    blocks
}

/// Which rules hold now and did not hold then, or the other way round: they make the difference, if there is one.
fn rules(inquiry: &Inquiry<'_>, previous: &Previous) -> Vec<Block> {
    let reasons = &inquiry.evaluation.reasons;
    let held = |reason: &&Reason| !previous.rules.iter().any(|held| held.rule == reason.rule);
    let added = reasons.iter().filter(held).map(|reason| (words::HOLDS_NOW, reason.text.as_str()));
    let holds = |rule: &Id| reasons.iter().any(|reason| reason.rule == *rule);
    let gone = previous.rules.iter().filter(|held| !holds(&held.rule));
    let gone = gone.map(|held| (words::HELD_THEN, held.text.as_str()));
    let differ: Vec<Text> =
        added.chain(gone).map(|(what, text)| Text::new().strong(what).plain(text)).collect();
    let same = inquiry.assessed.outcome.verdict == previous.verdict;
    let told = match (same, differ.is_empty()) {
        (true, true) => format!("{} {}", words::SAME_OUTCOME, words::SAME_RULES),
        (true, false) => format!("{} {}", words::SAME_OUTCOME, words::OTHER_RULES),
        (false, _) => words::OTHER_OUTCOME.to_owned(),
    };
    let mut blocks = vec![Block::Paragraph(Text::from(told))];
    if !differ.is_empty() {
        blocks.push(Block::List { items: differ, numbered: false });
    }
    blocks
}

/// Every question: what was said then and now. What is otherwise comes first.
fn answers(inquiry: &Inquiry<'_>, previous: &Previous) -> Vec<Block> {
    let (now, asked) = (&inquiry.assessed.assessment.answers, &inquiry.evaluation.asked);
    let review = previous.review(now, asked, asked);
    let mut rows: Vec<(u8, [String; 4])> = Vec::new();
    for id in asked {
        let Some(question) = inquiry.questionnaire.question(id) else { continue };
        rows.extend(row(inquiry, previous, question));
    }
    for id in &review.dropped {
        let question = inquiry.questionnaire.question(id);
        let question = question.or_else(|| previous.gone.iter().find(|gone| gone.id == *id));
        let (Some(question), Some(then)) = (question, previous.answers.get(id)) else { continue };
        let cells = [&question.label, &words::answer(question, then)].map(String::clone);
        let [label, then] = cells;
        rows.push((2, [label, then, words::NOTHING.to_owned(), words::GONE.to_owned()]));
    }
    rows.sort_by_key(|(order, _)| *order);
    let left = rows.iter().filter(|(order, _)| *order == OPEN).count();
    let mut blocks = vec![Block::Paragraph(Text::from(words::review(&review, left)))];
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: String::new(),
            columns: vec![
                Column::new(words::QUESTION, 4.0),
                Column::new(words::THEN, 2.5),
                Column::new(words::NOW, 2.5),
                Column::new(words::REVIEWED, 2.0),
            ],
            rows: rows.into_iter().map(|(_, row)| row.map(Text::from).to_vec()).collect(),
            row_headings: true,
        }));
    }
    blocks
}

/// The place in the table of what was said last time and is open now.
const OPEN: u8 = 3;

/// What was said then and now to a question, and how much that matters to the reader: what changed comes first.
fn row(
    inquiry: &Inquiry<'_>,
    previous: &Previous,
    question: &Question,
) -> Option<(u8, [String; 4])> {
    let now = &inquiry.assessed.assessment.answers;
    let told = |answer: Option<&Answer>| {
        answer.map_or_else(|| words::NOTHING.to_owned(), |answer| words::answer(question, answer))
    };
    let then = previous.answers.get(&question.id);
    let state = previous.reviewed(&question.id, now);
    let (order, is, what) = match state {
        Some(Reviewed::Confirmed) => {
            (4, words::SAME.to_owned(), words::reviewed(Reviewed::Confirmed))
        }
        Some(state) => (
            u8::from(state != Reviewed::Changed),
            told(now.get(&question.id)),
            words::reviewed(state),
        ),
        // What was open then and is open now says nothing.
        None => then.map(|_| (OPEN, words::NOTHING.to_owned(), words::NOT_LOOKED_AT))?,
    };
    Some((order, [question.label.clone(), told(then), is, what.to_owned()]))
}

/// Every version before this one, the first one first.
fn chain(previous: &Previous) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading { level: 2, text: words::CHAIN.to_owned() },
        Block::Paragraph(Text::from(words::CHAIN_TEXT)),
    ];
    blocks.extend(previous.chain().into_iter().map(|link| Block::Fingerprint {
        label: words::link(link.version, link.signed.date(), &link.title, &link.record),
        digits: link.sha256,
    }));
    blocks
}
