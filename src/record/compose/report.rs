//! Everything on one page for the board: what the institution can show that it did (AVG art. 5 lid 2).

use super::{
    Body,
    front::{head, heading, side_heading, signatures, state},
    words,
};
use crate::record::{
    data::{AssessmentSummary, DepartmentSummary, PlanSummary, RecordData, RecordSummary, Report},
    document::{Align, Bar, Block, Column, Table, Text, Tone},
};

/// The most lines of each part of page 1; the rest stands behind it.
const MOST: usize = 4;

/// What the report says.
pub(super) fn body(data: &RecordData, report: &Report, identifier: &str) -> Body {
    let overdue: u32 = report.departments.iter().map(|department| department.overdue).sum();
    let sentence = words::report(report.entries.len(), gaps(report), signed(report), overdue);
    let tone = if gaps(report) == 0 && overdue == 0 { Tone::Settled } else { Tone::Required };
    let mut blocks = vec![
        head(data, words::REPORT_KICKER, words::REPORT, identifier),
        state(tone, Text::new().strong(sentence.as_str())),
    ];
    // Who signs comes first: what follows may be long, and page 1 must show it.
    blocks.extend(signatures(data));
    blocks.extend(plans_in_short(report));
    blocks.extend(part(words::REGISTER, vec![register_line(report)]));
    blocks.extend(assessments_in_short(report));
    blocks.extend(actions_in_short(report));
    blocks.extend(records_in_short(report));
    blocks.push(Block::PageBreak);
    blocks.extend(plans(report));
    blocks.extend(register(report));
    blocks.extend(assessments(report));
    blocks.extend(departments(report));
    blocks.extend(records(report));
    Body {
        title: words::subject(words::REPORT, &data.organisation.name),
        subject: sentence,
        blocks,
    }
}

fn gaps(report: &Report) -> usize {
    let gaps: u32 = report.entries.iter().map(|entry| entry.gaps).sum();
    usize::try_from(gaps).unwrap_or(usize::MAX)
}

fn signed(report: &Report) -> usize {
    let plans = report.plans.iter().map(|plan| &plan.plan);
    plans.chain(&report.assessments).filter(|one| one.record.is_some()).count()
}

/// A part of page 1: a heading beside a few lines.
fn part(title: &str, items: Vec<Text>) -> Vec<Block> {
    vec![side_heading(title), Block::List { items, numbered: false }]
}

/// At most [`MOST`] of `items`, and how many there are besides.
fn short<T>(items: &[T], say: impl Fn(&T) -> Text) -> Vec<Text> {
    // One more line is as long as saying that there is one more.
    let shown = if items.len() == MOST + 1 { items.len() } else { MOST };
    let mut lines: Vec<Text> = items.iter().take(shown).map(say).collect();
    if items.len() > shown {
        lines.push(Text::from(words::and_so_many(items.len() - shown)));
    }
    lines
}

fn plans_in_short(report: &Report) -> Vec<Block> {
    if report.plans.is_empty() {
        return part(words::PLANS, vec![Text::from(words::PLANS_NONE)]);
    }
    let bars = report.plans.iter().take(MOST).map(|plan| bar(&plan.plan)).collect();
    vec![side_heading(words::PLANS), Block::Bars(bars)]
}

fn bar(plan: &AssessmentSummary) -> Bar {
    Bar {
        label: plan.title.clone(),
        part: plan.answered,
        whole: plan.asked,
        value: words::questions(plan.answered, plan.asked),
    }
}

fn register_line(report: &Report) -> Text {
    let wanting = report.entries.iter().filter(|entry| entry.gaps > 0).count();
    let mut text = words::register(report.entries.len(), wanting, gaps(report));
    if report.commissions > 0 {
        text += &words::commissions(report.commissions);
    }
    Text::from(text)
}

fn assessments_in_short(report: &Report) -> Vec<Block> {
    if report.assessments.is_empty() {
        return part(words::ASSESSMENTS, vec![Text::from(words::ASSESSMENTS_NONE)]);
    }
    let line = |one: &AssessmentSummary| {
        let verdict = one.verdict.as_deref().unwrap_or(words::UNSETTLED);
        let day = words::signed(one.at, one.record.is_some());
        Text::from(format!("{}, {}: ", one.title, one.about))
            .strong(verdict)
            .plain(format!(" ({day})"))
    };
    part(words::ASSESSMENTS, short(&report.assessments, line))
}

fn actions_in_short(report: &Report) -> Vec<Block> {
    if report.departments.is_empty() {
        return part(words::ACTIONS, vec![Text::from(words::ACTIONS_NONE)]);
    }
    let line = |department: &DepartmentSummary| {
        Text::new()
            .plain(format!("{}: ", department_name(department)))
            .plain(words::department(department.open + department.busy, department.done))
            .strong(words::late(department.overdue))
    };
    part(words::ACTIONS, short(&report.departments, line))
}

fn department_name(department: &DepartmentSummary) -> &str {
    match department.department.trim() {
        "" => words::NO_DEPARTMENT,
        name => name,
    }
}

fn records_in_short(report: &Report) -> Vec<Block> {
    if report.records.is_empty() {
        return part(words::RECORDS_SHORT, vec![Text::from(words::RECORDS_NONE)]);
    }
    let line = |record: &RecordSummary| {
        let hash: String = record.sha256.chars().take(12).collect();
        Text::from(format!("{} ({hash}…)", record.name))
    };
    part(words::RECORDS_SHORT, short(&report.records, line))
}

fn plans(report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    for PlanSummary { plan, steps } in &report.plans {
        blocks.push(Block::Heading { level: 2, text: plan.title.clone() });
        let verdict = plan.verdict.as_deref().unwrap_or(words::UNSETTLED);
        let day = words::signed(plan.at, plan.record.is_some());
        blocks.push(Block::Paragraph(Text::new().strong(verdict).plain(format!(" ({day})"))));
        let bar = |(place, step): (usize, &crate::record::data::StepSummary)| Bar {
            label: format!("{}. {}", place + 1, step.title),
            part: step.answered,
            whole: step.asked,
            value: words::questions(step.answered, step.asked),
        };
        blocks.push(Block::Bars(steps.iter().enumerate().map(bar).collect()));
    }
    headed(words::PLANS, blocks)
}

/// The blocks of a section, if there are any.
fn headed(title: &str, blocks: Vec<Block>) -> Vec<Block> {
    if blocks.is_empty() {
        return blocks;
    }
    std::iter::once(heading(title)).chain(blocks).collect()
}

/// A section with one table.
fn section(title: &str, columns: Vec<Column>, rows: Vec<Vec<Text>>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table { caption: String::new(), columns, rows, row_headings: true };
    vec![heading(title), Block::Table(table)]
}

fn right(heading: &str, share: f32) -> Column {
    Column { align: Align::Right, ..Column::new(heading, share) }
}

fn number(count: u32) -> Text {
    Text::from(if count == 0 { "—".to_owned() } else { count.to_string() })
}

fn register(report: &Report) -> Vec<Block> {
    let rows = report.entries.iter().map(|entry| {
        vec![
            Text::from(entry.name.as_str()),
            Text::from(entry.department.as_str()),
            number(entry.gaps),
        ]
    });
    let columns = vec![
        Column::new(words::PROCESSING, 5.0),
        Column::new(words::DEPARTMENT, 3.0),
        right(words::GAPS, 2.0),
    ];
    section(words::REGISTER, columns, rows.collect())
}

fn assessments(report: &Report) -> Vec<Block> {
    let rows = report.assessments.iter().map(|one| {
        vec![
            Text::from(one.title.as_str()),
            Text::from(one.about.as_str()),
            Text::from(one.verdict.as_deref().unwrap_or(words::UNSETTLED)),
            Text::from(words::signed(one.at, one.record.is_some())),
        ]
    });
    let columns = vec![
        Column::new(words::ASSESSMENT, 3.0),
        Column::new(words::SUBJECT, 3.0),
        Column::new(words::OUTCOME, 3.0),
        Column::new(words::DATE, 2.4),
    ];
    section(words::ASSESSMENTS, columns, rows.collect())
}

fn departments(report: &Report) -> Vec<Block> {
    let rows = report.departments.iter().map(|department| {
        let name = Text::from(department_name(department));
        let DepartmentSummary { open, busy, overdue, done, dropped, .. } = *department;
        std::iter::once(name).chain([open, busy, overdue, done, dropped].map(number)).collect()
    });
    let columns = vec![
        Column::new(words::DEPARTMENT, 3.6),
        right(words::IS_OPEN, 1.0),
        right(words::BUSY, 1.0),
        right(words::OVERDUE, 1.2),
        right(words::DONE, 1.2),
        right(words::DROPPED, 1.4),
    ];
    section(words::ACTIONS_BY_DEPARTMENT, columns, rows.collect())
}

fn records(report: &Report) -> Vec<Block> {
    let fingerprint = |record: &RecordSummary| Block::Fingerprint {
        label: record.name.clone(),
        digits: record.sha256.clone(),
    };
    let mut blocks: Vec<Block> = report.records.iter().map(fingerprint).collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::Paragraph(Text::from(words::RECORDS_ABOUT)));
    }
    headed(words::RECORDS, blocks)
}
