//! Everything on one page for the board: what the institution can show that it did (AVG art. 5 lid 2).

use super::{
    Body,
    front::{end_page_one, heading, page_one, short_head, side_heading, state},
    room, words,
};
use crate::record::{
    data::{AssessmentSummary, DepartmentSummary, PlanSummary, RecordData, RecordSummary, Report},
    document::{Align, Bar, Block, Column, Fact, Table, Text, Tone},
};

/// The most step plans on page 1; the rest stands behind it, as does the rest of every other list.
const MOST_PLANS: usize = 2;
/// How many lines the lists of page 1 may fill together, if the places to sign stand there too, and if they do not.
const ROOM: usize = 6;
const ROOM_UNSIGNED: usize = 15;
/// The letters that surely fit a line.
const LINE: usize = 50;
/// The most letters of a name on page 1.
const NAME: usize = 32;
/// The most letters of a name beside a bar: two lines.
const BESIDE_BAR: usize = 40;

/// What the report says.
pub(super) fn body(data: &RecordData, report: &Report, identifier: &str) -> Body {
    let overdue: u32 = report.departments.iter().map(|department| department.overdue).sum();
    let sentence = words::report(report.entries.len(), gaps(report), signed(report), overdue);
    let tone = if report.entries.is_empty() {
        Tone::Open
    } else if gaps(report) == 0 && overdue == 0 {
        Tone::Settled
    } else {
        Tone::Required
    };
    let title = short_head(data, words::REPORT_KICKER, words::REPORT, identifier);
    let mut blocks = page_one(data, title, state(tone, &sentence));
    blocks.extend(plans_in_short(report));
    let room = if room::signs_here(data) { ROOM } else { ROOM_UNSIGNED };
    // That there are more plans takes two lines, with the white above it.
    let room = if report.plans.len() > MOST_PLANS { room - 2 } else { room };
    blocks.push(in_short(report, room));
    blocks.extend(end_page_one(data));
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

fn plans_in_short(report: &Report) -> Vec<Block> {
    if report.plans.is_empty() {
        return vec![side_heading(words::PLANS), Block::Paragraph(Text::from(words::PLANS_NONE))];
    }
    let bars = report.plans.iter().take(MOST_PLANS).map(|plan| bar(&plan.plan)).collect();
    let mut blocks = vec![side_heading(words::PLANS), Block::Bars(bars)];
    if report.plans.len() > MOST_PLANS {
        let more = words::and_so_many(report.plans.len() - MOST_PLANS);
        blocks.push(Block::Paragraph(Text::from(more)));
    }
    blocks
}

fn bar(plan: &AssessmentSummary) -> Bar {
    Bar {
        label: cut_to(&plan.title, BESIDE_BAR),
        part: plan.answered,
        whole: plan.asked,
        value: words::questions(plan.answered, plan.asked),
    }
}

/// The register, and as many assessments, departments and records as page 1 has room for.
fn in_short(report: &Report, room: usize) -> Block {
    let newest = report.assessments.iter().rev();
    let lists = [
        newest.map(assessment_line).collect::<Vec<_>>(),
        report.departments.iter().map(department_line).collect(),
        report.records.iter().rev().map(record_line).collect(),
    ];
    let shown = shared(&lists, room);
    let none = [words::ASSESSMENTS_NONE, words::ACTIONS_NONE, words::RECORDS_NONE];
    let labels = [words::ASSESSMENTS, words::ACTIONS, words::RECORDS_SHORT];
    let round = report.round.as_deref().map_or_else(|| words::NO_ROUND.to_owned(), round_line);
    let mut facts =
        vec![Fact::new(words::ROUND, round), Fact::new(words::REGISTER, register_line(report))];
    for (((list, shown), none), label) in lists.iter().zip(shown).zip(none).zip(labels) {
        let mut lines: Vec<&str> = list.iter().take(shown).map(String::as_str).collect();
        let more = words::and_so_many(list.len() - shown);
        if list.is_empty() {
            lines.push(none);
        } else if shown < list.len() {
            lines.push(&more);
        }
        facts.push(Fact::new(label, lines.join("\n")));
    }
    Block::Facts(facts)
}

/// How many items of each list are shown, so that all together fill no more than `room` lines: one of each in turn.
fn shared(lists: &[Vec<String>; 3], mut room: usize) -> [usize; 3] {
    let mut shown = [0; 3];
    let mut open = [true; 3];
    while open.contains(&true) {
        for (at, list) in lists.iter().enumerate() {
            let next = list.get(shown[at]).filter(|_| open[at]);
            let lines = next.map(|item| item.chars().count().div_ceil(LINE));
            open[at] = lines.is_some_and(|lines| lines <= room);
            if let (true, Some(lines)) = (open[at], lines) {
                room -= lines;
                shown[at] += 1;
            }
        }
    }
    shown
}

/// A name as far as a line of page 1 has room for it.
fn cut(name: &str) -> String {
    cut_to(name, NAME)
}

fn cut_to(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let start: String = name.chars().take(most - 1).collect();
    format!("{}…", start.trim_end())
}

/// When the yearly round was last done, and what came out.
fn round_line(round: &AssessmentSummary) -> String {
    let verdict = round.verdict.as_deref().unwrap_or(words::UNSETTLED);
    format!("{} ({})", cut(verdict), words::signed(round.at, round.record.is_some()))
}

fn assessment_line(one: &AssessmentSummary) -> String {
    let verdict = one.verdict.as_deref().unwrap_or(words::UNSETTLED);
    let day = words::signed(one.at, one.record.is_some());
    format!("{} · {}: {} ({day})", cut(&one.title), cut(&one.about), cut(verdict))
}

fn department_line(department: &DepartmentSummary) -> String {
    let counts = words::department(department.open + department.busy, department.done);
    let late = words::late(department.overdue);
    format!("{}: {counts}{late}", cut(department_name(department)))
}

fn record_line(record: &RecordSummary) -> String {
    let hash: String = record.sha256.chars().take(12).collect();
    format!("{} ({hash}…)", record.name)
}

fn register_line(report: &Report) -> String {
    let wanting = report.entries.iter().filter(|entry| entry.gaps > 0).count();
    let mut text = words::register(report.entries.len(), wanting, gaps(report));
    if report.commissions > 0 {
        text += &words::commissions(report.commissions);
    }
    text
}

fn department_name(department: &DepartmentSummary) -> &str {
    match department.department.trim() {
        "" => words::NO_DEPARTMENT,
        name => name,
    }
}

fn plans(report: &Report) -> Vec<Block> {
    let mut blocks = Vec::new();
    for PlanSummary { plan, steps } in &report.plans {
        blocks.push(Block::Heading { level: 2, text: plan.title.clone() });
        let verdict = plan.verdict.as_deref().unwrap_or(words::UNSETTLED);
        let day = words::signed(plan.at, plan.record.is_some());
        blocks.push(Block::Paragraph(Text::new().strong(verdict).plain(format!(" ({day})"))));
        let bar = |(place, step): (usize, &crate::record::data::StepSummary)| Bar {
            label: words::numbered(place + 1, &step.title),
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
    let mut blocks = section(words::ASSESSMENTS, columns, rows.collect());
    if report.earlier > 0 && !blocks.is_empty() {
        blocks.insert(1, Block::Paragraph(Text::from(words::earlier(report.earlier))));
    }
    blocks
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
