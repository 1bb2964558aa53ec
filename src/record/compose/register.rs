//! The register of processing activities, for the institution itself and for others (AVG art. 30).

use super::{
    Body,
    front::{end_page_one, head, heading, page_one, side_heading, state},
    room, words,
};
use crate::{
    model::{Processing, Processor, Retention},
    record::{
        data::{AssessmentSummary, CommissionEntry, Lack, RecordData, Register, RegisterEntry},
        document::{Align, Block, Check, Column, Fact, Mark, Table, Text, Tone},
    },
};
use std::fmt::Write as _;

/// The most gaps on page 1.
const MOST_GAPS: usize = 7;

/// What the record of `register` says.
pub(super) fn body(data: &RecordData, register: &Register, identifier: &str) -> Body {
    let sentence = sentence(register);
    let tone = if register.entries.is_empty() {
        Tone::Open
    } else if wanting(register).is_empty() {
        Tone::Settled
    } else {
        Tone::Required
    };
    let kicker = words::REGISTER_KICKER;
    let (title, verdict) =
        (head(data, kicker, words::REGISTER, identifier), state(tone, &sentence));
    let mut room = room::left(data, &title, &verdict);
    let mut blocks = page_one(data, title, verdict);
    blocks.push(side_heading(words::WHAT));
    blocks.push(Block::Paragraph(Text::from(words::REGISTER_ABOUT)));
    // What it is takes two lines and the white above them.
    room = room.saturating_sub(50);
    blocks.extend(gaps_in_short(register, &mut room));
    blocks.extend(end_page_one(data));
    if !register.entries.is_empty() {
        blocks.push(heading(words::LIST));
        blocks.push(list(register));
    }
    blocks.push(heading(words::ENTRIES));
    if register.entries.is_empty() {
        blocks.push(Block::Paragraph(Text::from(words::ENTRIES_NONE)));
    }
    for (place, entry) in register.entries.iter().enumerate() {
        blocks.extend(self::entry(place + 1, entry));
    }
    if !register.commissions.is_empty() {
        blocks.push(heading(words::COMMISSIONS));
        blocks.push(Block::Paragraph(Text::from(words::COMMISSIONS_ABOUT)));
        for (place, entry) in register.commissions.iter().enumerate() {
            blocks.extend(commission(place + 1, entry));
        }
    }
    Body {
        title: words::subject(words::REGISTER, &data.organisation.name),
        subject: sentence,
        blocks,
    }
}

/// What is wanting of each entry, most first.
fn wanting(register: &Register) -> Vec<(&str, usize)> {
    let entries =
        register.entries.iter().map(|entry| (entry.processing.name.as_str(), entry.gaps.len()));
    let commissions = register
        .commissions
        .iter()
        .map(|entry| (entry.commission.controller.as_str(), entry.gaps.len()));
    let mut wanting: Vec<_> = entries.chain(commissions).filter(|(_, gaps)| *gaps > 0).collect();
    wanting.sort_by_key(|(_, gaps)| std::cmp::Reverse(*gaps));
    wanting
}

fn sentence(register: &Register) -> String {
    let own: Vec<usize> = register.entries.iter().map(|entry| entry.gaps.len()).collect();
    let wanting = own.iter().filter(|gaps| **gaps > 0).count();
    let mut sentence = words::register(own.len(), wanting, own.iter().sum());
    let others = u32::try_from(register.commissions.len()).unwrap_or(u32::MAX);
    if others > 0 {
        sentence += &words::commissions(others);
    }
    sentence
}

fn gaps_in_short(register: &Register, room: &mut usize) -> Vec<Block> {
    let wanting = wanting(register);
    if wanting.is_empty() {
        return Vec::new();
    }
    let texts = wanting
        .iter()
        .take(MOST_GAPS)
        .map(|(name, gaps)| Text::new().strong(format!("{name}: ")).plain(words::points(*gaps)));
    let mut texts: Vec<Text> = texts.collect();
    texts.truncate(room::fitting(&texts, room));
    let more = wanting.len() - texts.len();
    let checks = texts.into_iter().map(|text| Check { mark: Mark::Open, text });
    let mut blocks = vec![side_heading(words::GAPS), Block::Checks(checks.collect())];
    if more > 0 {
        blocks.push(Block::Paragraph(Text::from(words::rest(more, words::ENTRIES))));
    }
    blocks
}

fn list(register: &Register) -> Block {
    let row = |(place, entry): (usize, &RegisterEntry)| {
        let processing = &entry.processing;
        let gaps = entry.gaps.len();
        vec![
            Text::from((place + 1).to_string()),
            Text::from(processing.name.as_str()),
            Text::from(processing.department.as_str()),
            Text::from(processing.basis.map_or(words::UNKNOWN, words::basis)),
            Text::from(if gaps == 0 { "—".to_owned() } else { gaps.to_string() }),
        ]
    };
    Block::Table(Table {
        caption: String::new(),
        columns: vec![
            Column { align: Align::Right, ..Column::new(words::NUMBER, 0.8) },
            Column::new(words::PROCESSING, 3.6),
            Column::new(words::DEPARTMENT, 2.2),
            Column::new(words::BASIS, 4.2),
            Column { align: Align::Right, ..Column::new(words::GAPS_SHORT, 1.0) },
        ],
        rows: register.entries.iter().enumerate().map(row).collect(),
        row_headings: false,
    })
}

fn entry(number: usize, entry: &RegisterEntry) -> Vec<Block> {
    let processing = &entry.processing;
    let mut blocks = vec![
        Block::Heading { level: 2, text: format!("{number}. {}", processing.name) },
        Block::Facts(facts(processing)),
    ];
    blocks.extend(wanting_here(&entry.gaps));
    blocks.extend(assessments(&entry.assessments));
    blocks
}

/// Every field, in the order of AVG art. 30 lid 1; what the law asks is there also when it is empty.
fn facts(processing: &Processing) -> Vec<Fact> {
    let asked = |label: &str, value: &str| Fact::new(label, said(value));
    let mut facts = vec![asked(words::PURPOSE, &processing.purpose)];
    let mut more = |label: &str, value: &str| facts.extend(told(label, value));
    more(words::DESCRIPTION, &processing.description);
    more(words::DEPARTMENT, &processing.department);
    more(words::OWNER, &processing.owner);
    more(words::JOINT, &processing.joint_controllers);
    facts.push(asked(words::PEOPLE_KINDS, &processing.people));
    facts.push(asked(words::DATA_KINDS, &processing.data));
    facts.push(Fact::new(words::SENSITIVE, words::sensitive(processing.sensitive)));
    facts.extend(told(words::EXCEPTION, &processing.exception));
    let basis = processing.basis.map_or(words::UNKNOWN, words::basis);
    facts.push(Fact::new(words::BASIS, basis));
    let mut more = |label: &str, value: &str| facts.extend(told(label, value));
    more(words::BASIS_REASON, &processing.basis_reason);
    more(words::LAW, &processing.law);
    more(words::INTEREST, &processing.interest);
    more(words::ORIGIN, &processing.source);
    more(words::PLACE, &processing.place);
    more(words::ACCESS, &processing.access);
    facts.push(asked(words::RECIPIENTS, &processing.recipients));
    facts.push(Fact::new(words::PROCESSORS, said(&processors(&processing.processors))));
    facts.push(asked(words::TRANSFERS, &processing.transfers));
    facts.extend(told(words::SAFEGUARD, &processing.safeguard));
    facts.push(Fact::new(words::RETENTION, said(&retention(&processing.retention))));
    facts.push(asked(words::SECURITY, &processing.security));
    facts.extend(told(words::DPIA, &processing.dpia));
    if let Some(day) = processing.review {
        facts.push(Fact::new(words::REVIEW, crate::model::Moment::words(day)));
    }
    facts
}

/// What is told only where it is said.
fn told(label: &str, value: &str) -> Option<Fact> {
    (!value.trim().is_empty()).then(|| Fact::new(label, value))
}

fn said(value: &str) -> Text {
    let value = value.trim();
    Text::from(if value.is_empty() { words::NOT_SAID } else { value })
}

/// Each processor on a line of its own, with what it does and where the agreement is.
fn processors(processors: &[Processor]) -> String {
    let line = |processor: &Processor| {
        let mut line = processor.name.trim().to_owned();
        if !processor.task.trim().is_empty() {
            let _ = write!(line, ": {}", processor.task.trim());
        }
        line + &words::agreement(&processor.agreement)
    };
    processors.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn retention(terms: &[Retention]) -> String {
    let line = |term: &Retention| {
        let mut line = term.term.trim().to_owned();
        if !term.data.trim().is_empty() {
            line = format!("{}: {line}", term.data.trim());
        }
        if !term.reason.trim().is_empty() {
            let _ = write!(line, " ({})", term.reason.trim());
        }
        line
    };
    terms.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn wanting_here(gaps: &[Lack]) -> Vec<Block> {
    if gaps.is_empty() {
        return Vec::new();
    }
    let check = |gap: &Lack| {
        let text = Text::from(gap.text.as_str());
        let text =
            if gap.source.is_empty() { text } else { text.plain(format!(" ({})", gap.source)) };
        Check { mark: Mark::Open, text }
    };
    vec![
        Block::Heading { level: 3, text: words::GAPS.to_owned() },
        Block::Checks(gaps.iter().map(check).collect()),
    ]
}

fn assessments(assessments: &[AssessmentSummary]) -> Vec<Block> {
    if assessments.is_empty() {
        return Vec::new();
    }
    let item = |one: &AssessmentSummary| {
        let signed = words::signed(one.at, one.record.is_some());
        let verdict = one.verdict.as_deref().unwrap_or(words::UNSETTLED);
        Text::from(format!("{}: {verdict} ({signed})", one.title))
    };
    vec![
        Block::Heading { level: 3, text: words::ASSESSMENTS.to_owned() },
        Block::List { items: assessments.iter().map(item).collect(), numbered: false },
    ]
}

fn commission(number: usize, entry: &CommissionEntry) -> Vec<Block> {
    let commission = &entry.commission;
    let mut facts = vec![
        Fact::new(words::CONTROLLER, said(&commission.controller)),
        Fact::new(words::CONTROLLER_CONTACTS, said(&commission.contacts)),
        Fact::new(words::COMMISSIONED, said(&commission.processing)),
        Fact::new(words::TRANSFERS, said(&commission.transfers)),
    ];
    facts.extend(told(words::SAFEGUARD, &commission.safeguard));
    facts.extend([
        Fact::new(words::SECURITY, said(&commission.security)),
        Fact::new(words::AGREEMENT, said(&commission.agreement)),
        Fact::new(words::SUBPROCESSORS, said(&processors(&commission.subprocessors))),
    ]);
    facts.extend(told(words::DEPARTMENT, &commission.department));
    if let Some(day) = commission.review {
        facts.push(Fact::new(words::REVIEW, crate::model::Moment::words(day)));
    }
    let mut blocks = vec![
        Block::Heading { level: 2, text: format!("{number}. {}", commission.controller) },
        Block::Facts(facts),
    ];
    blocks.extend(wanting_here(&entry.gaps));
    blocks
}
