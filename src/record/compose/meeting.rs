//! Who took part, and what a group left behind besides its answers.

use super::{Inquiry, front::heading, words};
use crate::{
    model::{Id, Vote},
    record::document::{Block, Column, Table, Text},
};
use std::collections::BTreeMap;

/// The attendance list; of a workshop also the votes that differed, what was decided and what was put aside.
pub(super) fn blocks(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let mut blocks = people(inquiry);
    let Some(workshop) = &inquiry.assessed.assessment.workshop else { return blocks };
    if !workshop.decisions.is_empty() {
        let items = workshop.decisions.iter().map(|decision| Text::from(decision.as_str()));
        blocks.push(part(words::DECISIONS));
        blocks.push(Block::List { items: items.collect(), numbered: true });
    }
    blocks.extend(votes(inquiry, &workshop.votes));
    if !workshop.parked.is_empty() {
        let items = workshop.parked.iter().map(|parked| {
            let text = Text::from(parked.text.as_str());
            match &parked.question {
                Some(question) => text.plain(format!(" ({})", inquiry.label(question))),
                None => text,
            }
        });
        blocks.push(part(words::PARKED));
        blocks.push(Block::List { items: items.collect(), numbered: false });
    }
    blocks
}

fn part(title: &str) -> Block {
    Block::Heading { level: 2, text: title.to_owned() }
}

fn people(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let people = &inquiry.assessed.assessment.participants;
    if people.is_empty() {
        return vec![heading(words::PEOPLE), Block::Paragraph(Text::from(words::NO_PEOPLE))];
    }
    let rows = people.iter().map(|person| {
        let there = if person.absent { words::ABSENT } else { words::PRESENT };
        [person.name.as_str(), &person.role, there].map(Text::from).to_vec()
    });
    let table = Table {
        caption: String::new(),
        columns: vec![
            Column::new(words::NAME, 3.0),
            Column::new(words::ROLE, 3.0),
            Column::new(words::THERE, 1.0),
        ],
        rows: rows.collect(),
        row_headings: true,
    };
    vec![heading(words::PEOPLE), Block::Table(table)]
}

/// The questions on which people did not vote alike, with how many voted what.
fn votes(inquiry: &Inquiry<'_>, votes: &BTreeMap<Id, Vec<Vote>>) -> Vec<Block> {
    let asked = inquiry.evaluation.asked.iter();
    let rows = asked.filter_map(|id| {
        let question = inquiry.questionnaire.question(id)?;
        let cast =
            votes.get(id).filter(|cast| cast.iter().any(|vote| vote.value != cast[0].value))?;
        let mut counted: Vec<(&Id, usize)> = Vec::new();
        for vote in cast {
            match counted.iter_mut().find(|(value, _)| **value == vote.value) {
                Some((_, count)) => *count += 1,
                None => counted.push((&vote.value, 1)),
            }
        }
        let told: Vec<String> = counted
            .iter()
            .map(|(value, count)| {
                let label = question.choice(value.as_str()).map(|choice| choice.label.as_str());
                let label = label.or_else(|| words::value(value.as_str()));
                format!("{count} × {}", label.unwrap_or(value.as_str()).to_lowercase())
            })
            .collect();
        let agreed = inquiry.said(question).unwrap_or_else(|| words::OPEN_SHORT.to_owned());
        Some([question.label.clone(), told.join(", "), agreed].map(Text::from).to_vec())
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table {
        caption: String::new(),
        columns: vec![
            Column::new(words::QUESTION, 4.0),
            Column::new(words::VOTED, 3.0),
            Column::new(words::AGREED, 2.0),
        ],
        rows,
        row_headings: true,
    };
    vec![part(words::VOTES), Block::Table(table)]
}
