//! Who took part, and what a group left behind besides its answers.

use super::{Inquiry, front::heading, words};
use crate::{
    model::{Id, Moment, Question, Tally, Vote, Workshop},
    record::document::{Block, Column, Fact, Table, Text},
};

/// The attendance list; of a group also when and how long it sat, what was decided, the actions that came up, the votes, and
/// what was put aside.
pub(super) fn blocks(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let mut blocks = people(inquiry);
    let group = inquiry.assessed.assessment.workshop.as_ref();
    blocks.extend(group.and_then(|group| sat(inquiry, group)));
    let decisions = group.map(|group| group.decisions.as_slice()).unwrap_or_default();
    if !decisions.is_empty() {
        let items = decisions.iter().map(|decision| Text::from(decision.as_str()));
        blocks.push(part(words::DECISIONS));
        blocks.push(Block::List { items: items.collect(), numbered: true });
    }
    blocks.extend(duties(inquiry));
    let Some(group) = group else { return blocks };
    blocks.extend(votes(inquiry, group));
    if !group.parked.is_empty() {
        let items = group.parked.iter().map(|parked| {
            let label = parked.question.as_ref().map(|question| inquiry.label(question));
            let done = parked.done.then(|| words::TALKED_ABOUT.to_owned());
            let beside: Vec<String> = label.into_iter().chain(done).collect();
            let text = Text::from(parked.text.as_str());
            if beside.is_empty() { text } else { text.plain(format!(" ({})", beside.join("; "))) }
        });
        blocks.push(part(words::PARKED));
        blocks.push(Block::List { items: items.collect(), numbered: false });
    }
    blocks
}

fn part(title: &str) -> Block {
    Block::Heading { level: 2, text: title.to_owned() }
}

fn table(columns: Vec<Column>, rows: Vec<Vec<Text>>) -> Block {
    Block::Table(Table { caption: String::new(), columns, rows, row_headings: true })
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
    let columns = vec![
        Column::new(words::NAME, 3.0),
        Column::new(words::ROLE, 3.0),
        Column::new(words::THERE, 1.0),
    ];
    vec![heading(words::PEOPLE), table(columns, rows.collect())]
}

/// On which days the group sat together, and how long: in all, and at each section.
fn sat(inquiry: &Inquiry<'_>, group: &Workshop) -> Option<Block> {
    if group.days.is_empty() {
        return None;
    }
    let days: Vec<String> = group.days.iter().map(|day| Moment::words(*day)).collect();
    let spent = inquiry.questionnaire.sections().iter().filter_map(|section| {
        let spent = group.spent.get(&section.id).filter(|spent| **spent >= 60)?;
        Some(format!("{}: {}", section.title, words::duration(*spent)))
    });
    let spent: Vec<String> = spent.collect();
    let mut facts = vec![
        Fact::new(words::SAT_ON, days.join(", ")),
        Fact::new(words::SAT_FOR, words::duration(group.seconds())),
    ];
    if spent.len() > 1 {
        facts.push(Fact::new(words::SAT_AT, spent.join("; ")));
    }
    Some(Block::Facts(facts))
}

/// What people said that must be done, by whom and before when.
fn duties(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let duties = &inquiry.assessed.duties;
    if duties.is_empty() {
        return Vec::new();
    }
    let rows = duties.iter().map(|duty| {
        let who = [duty.owner.as_str(), &duty.department];
        let who = who.into_iter().find(|who| !who.is_empty()).unwrap_or_default();
        let due = duty.due.map(words::day).unwrap_or_default();
        [duty.text.as_str(), who, &due].map(Text::from).to_vec()
    });
    let columns = vec![
        Column::new(words::ACTION, 5.0),
        Column::new(words::WHO, 2.0),
        Column::new(words::BEFORE, 2.0),
    ];
    vec![part(words::DUTIES), table(columns, rows.collect())]
}

/// What the group voted on, with how many voted what.
fn votes(inquiry: &Inquiry<'_>, group: &Workshop) -> Vec<Block> {
    let rows = inquiry.evaluation.asked.iter().filter_map(|id| {
        let question = inquiry.questionnaire.question(id)?;
        let told = told(question, &group.tally(id)?);
        let agreed = inquiry.said(question).unwrap_or_else(|| words::OPEN_SHORT.to_owned());
        Some([question.label.clone(), told, agreed].map(Text::from).to_vec())
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::new(words::QUESTION, 4.0),
        Column::new(words::VOTED, 3.0),
        Column::new(words::AGREED, 2.0),
    ];
    vec![part(words::VOTES), table(columns, rows)]
}

/// "3 × ja, 1 × nee".
fn told(question: &Question, tally: &Tally) -> String {
    let own = question.values();
    // Not to know is a vote, also where it is no answer.
    let more = [Id::UNKNOWN, Vote::ABSTAINED].map(Id::from);
    let more = more.iter().filter(|value| !own.contains(value));
    let told = own.iter().chain(more).filter_map(|value| {
        let count = tally.of(value.as_str());
        let choice = question.choice(value.as_str()).map(|choice| choice.label.as_str());
        let label = choice.or_else(|| words::value(value.as_str()));
        (count > 0)
            .then(|| format!("{count} × {}", label.unwrap_or(words::ABSTAINED).to_lowercase()))
    });
    told.collect::<Vec<_>>().join(", ")
}
