//! What must be done, by department: what is overdue first, then what is nearest.

use super::{
    Body,
    front::{end_page_one, head, heading, page_one, side_heading, state},
    room, words,
};
use crate::{
    model::{Priority, Progress, Proof},
    record::{
        data::{ActionEntry, RecordData},
        document::{Bar, Block, Check, Column, Mark, Table, Text, Tone},
    },
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The most actions on page 1.
const MOST: usize = 5;
/// The most departments on page 1.
const MOST_DEPARTMENTS: usize = 6;

/// What the record of `actions` says.
pub(super) fn body(data: &RecordData, actions: &[ActionEntry], identifier: &str) -> Body {
    let today = data.made.date();
    let open = actions.iter().filter(|entry| is_open(entry)).count();
    let late = actions.iter().filter(|entry| is_late(entry, today)).count();
    let done = actions.iter().filter(|entry| entry.action.state == Progress::Done).count();
    let sentence = words::actions(open, late, done);
    let tone = if open == 0 { Tone::Settled } else { Tone::Required };
    let departments = departments(actions, today);
    let title = head(data, words::ACTIONS_KICKER, words::ACTION_OVERVIEW, identifier);
    let verdict = state(tone, &sentence);
    let mut room = room::left(data, &title, &verdict);
    let mut blocks = page_one(data, title, verdict);
    // The bars take a line each, with some white.
    room = room.saturating_sub(20 + 16 * departments.len().min(MOST_DEPARTMENTS));
    blocks.extend(first(actions, today, &mut room));
    blocks.extend(bars(&departments));
    blocks.extend(end_page_one(data));
    if actions.is_empty() {
        blocks.push(heading(words::ACTIONS));
        blocks.push(Block::Paragraph(Text::from(words::ACTIONS_NONE)));
    }
    for (department, entries) in &departments {
        blocks.push(heading(department_name(department)));
        blocks.push(table(entries, today));
    }
    Body {
        title: words::subject(words::ACTION_OVERVIEW, &data.organisation.name),
        subject: sentence,
        blocks,
    }
}

fn is_open(entry: &ActionEntry) -> bool {
    matches!(entry.action.state, Progress::Open | Progress::Busy)
}

fn is_late(entry: &ActionEntry, today: Date) -> bool {
    is_open(entry) && entry.action.due.is_some_and(|due| due < today)
}

/// What is open before what is not; then what is due first, then what matters most.
fn order(entry: &ActionEntry) -> (bool, Date, Priority, &str) {
    let action = &entry.action;
    (!is_open(entry), action.due.unwrap_or(Date::MAX), action.priority, &action.text)
}

/// The actions of each department, in order; those of none come last.
fn departments(actions: &[ActionEntry], today: Date) -> Vec<(&str, Vec<&ActionEntry>)> {
    let mut departments: BTreeMap<(bool, String), (&str, Vec<&ActionEntry>)> = BTreeMap::new();
    for entry in actions {
        let name = entry.action.department.trim();
        let key = (name.is_empty(), name.to_lowercase());
        departments.entry(key).or_insert_with(|| (name, Vec::new())).1.push(entry);
    }
    let mut departments: Vec<_> = departments.into_values().collect();
    for (_, entries) in &mut departments {
        entries.sort_by_key(|entry| (!is_late(entry, today), order(entry)));
    }
    departments
}

fn department_name(name: &str) -> &str {
    if name.is_empty() { words::NO_DEPARTMENT } else { name }
}

/// What must be done first, whoever does it.
fn first(actions: &[ActionEntry], today: Date, room: &mut usize) -> Vec<Block> {
    let mut open: Vec<&ActionEntry> = actions.iter().filter(|entry| is_open(entry)).collect();
    if open.is_empty() {
        return Vec::new();
    }
    open.sort_by_key(|entry| order(entry));
    let say = |entry: &&ActionEntry| {
        let action = &entry.action;
        let mut text = Text::new();
        if is_late(entry, today) {
            text = text.strong(format!("{}. ", words::OVERDUE));
        }
        let mut beside: Vec<String> = Vec::new();
        let person = [action.owner.trim(), action.department.trim()];
        beside.extend(person.iter().find(|name| !name.is_empty()).map(|name| (*name).to_owned()));
        beside.extend(action.due.map(|due| format!("{} {}", words::BEFORE_SHORT, words::day(due))));
        let beside =
            if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
        text.plain(format!("{}{beside}", action.text))
    };
    let mut texts: Vec<Text> = open.iter().take(MOST).map(say).collect();
    texts.truncate(room::fitting(&texts, room));
    let more = open.len() - texts.len();
    let checks = texts.into_iter().map(|text| Check { mark: Mark::Open, text });
    let mut blocks = vec![side_heading(words::FIRST), Block::Checks(checks.collect())];
    if more > 0 {
        blocks.push(Block::Paragraph(Text::from(words::rest_by_department(more))));
    }
    blocks
}

fn bars(departments: &[(&str, Vec<&ActionEntry>)]) -> Vec<Block> {
    let bar = |(name, entries): &(&str, Vec<&ActionEntry>)| {
        let counts = |entry: &&&ActionEntry| !matches!(entry.action.state, Progress::Dropped(_));
        let whole = entries.iter().filter(counts).count();
        let part = entries.iter().filter(|entry| entry.action.state == Progress::Done).count();
        Bar {
            label: department_name(name).to_owned(),
            part: u32::try_from(part).unwrap_or(u32::MAX),
            whole: u32::try_from(whole).unwrap_or(u32::MAX),
            value: words::done_of(part, whole),
        }
    };
    if departments.is_empty() {
        return Vec::new();
    }
    let bars = departments.iter().take(MOST_DEPARTMENTS).map(bar).collect();
    vec![side_heading(words::BY_DEPARTMENT), Block::Bars(bars)]
}

fn table(entries: &[&ActionEntry], today: Date) -> Block {
    // A column in which nothing stands takes room from what must be done.
    let proven = entries.iter().any(|entry| entry.action.proof.is_some());
    let row = |entry: &&ActionEntry| {
        let action = &entry.action;
        let mut cells = vec![
            what(entry),
            Text::from(if action.owner.trim().is_empty() { "—" } else { action.owner.trim() }),
            Text::from(action.due.map_or_else(|| "—".to_owned(), words::day)),
            state_of(entry, today),
        ];
        if proven {
            cells.push(Text::from(action.proof.as_ref().map_or_else(|| "—".to_owned(), proof)));
        }
        cells
    };
    let mut columns = vec![
        Column::new(words::ACTION, if proven { 5.4 } else { 7.4 }),
        Column::new(words::WHO, 1.8),
        Column::new(words::BEFORE, 1.6),
        Column::new(words::HOW_FAR, 1.8),
    ];
    if proven {
        columns.push(Column::new(words::PROOF, 2.0));
    }
    Block::Table(Table {
        caption: String::new(),
        columns,
        rows: entries.iter().map(row).collect(),
        row_headings: false,
    })
}

/// What must be done, with what it is about and where it comes from below it.
fn what(entry: &ActionEntry) -> Text {
    let mut text = Text::new();
    if entry.action.priority == Priority::High && is_open(entry) {
        text = text.strong(format!("{}. ", words::HIGH));
    }
    text = text.plain(entry.action.text.as_str());
    let below: Vec<&str> = [entry.about.trim(), entry.from.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if below.is_empty() { text } else { text.plain(format!("\n{}", below.join(" · "))) }
}

fn state_of(entry: &ActionEntry, today: Date) -> Text {
    let state = words::progress(&entry.action.state);
    if is_late(entry, today) {
        Text::new().strong(words::OVERDUE).plain(format!("\n{state}"))
    } else {
        Text::from(state)
    }
}

fn proof(proof: &Proof) -> String {
    match proof {
        Proof::Text(text) => text.clone(),
        Proof::File { name, sha256 } => {
            let short: String = sha256.chars().take(12).collect();
            format!("{name}\nSHA-256 {short}…")
        }
    }
}
