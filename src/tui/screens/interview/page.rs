//! One question on a page.

use super::{Interview, field, side};
use crate::{
    model::{Answer, Feeds, Id, Kind, Question},
    session::Session,
    tui::{
        canvas::{Canvas, Hit},
        flow::{self, Paragraph},
        screens::list,
        words::{Cycle, Term, Word},
        world::World,
    },
};
use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

/// What stands above the answer; only the question itself where there is little room.
fn above(
    world: &World,
    session: &Session,
    question: &Question,
    (width, low): (u16, bool),
) -> Vec<Line<'static>> {
    if low {
        return flow::wrap(&[Paragraph::new(question.text.clone(), world.theme.strong)], width);
    }
    let section = session
        .questionnaire()
        .section_of(&question.id)
        .and_then(|place| session.questionnaire().sections().get(place));
    let first = section.is_some_and(|section| {
        section.questions.first().is_some_and(|first| first.id == question.id)
    });
    let mut parts = Vec::new();
    if let Some(section) = section {
        parts.push(Paragraph::new(section.title.clone(), world.theme.heading));
        if first {
            let intro = side::introduction(world, session, section);
            parts.extend(intro.lines().map(|line| Paragraph::new(line, world.theme.text)));
        }
        parts.push(Paragraph::gap());
    }
    parts.push(Paragraph::new(question.text.clone(), world.theme.strong));
    parts.push(Paragraph::gap());
    flow::wrap(&parts, width)
}

/// The columns that the frame of a field takes, with a free one on either side.
const FRAME: u16 = 4;

/// What stands below the answer.
fn below(world: &World, session: &Session, question: &Question, width: u16) -> Vec<Line<'static>> {
    let mut parts = vec![Paragraph::gap()];
    if let Some(note) = session.assessment().notes.get(&question.id) {
        parts.push(Paragraph::new(
            format!("{}: {note}", world.words.say(Word::Note)),
            world.theme.text,
        ));
    }
    for dissent in session.assessment().dissents.get(&question.id).into_iter().flatten() {
        let label = world.words.term(Term::Dissent);
        let by = if dissent.by.is_empty() { String::new() } else { format!(" ({})", dissent.by) };
        parts.push(Paragraph::new(format!("{label}{by}: {}", dissent.text), world.theme.text));
    }
    parts.extend(
        side::beside(world, session, question).map(|text| Paragraph::new(text, world.theme.strong)),
    );
    let how = if session.is_locked() {
        world.words.say(Word::Locked)
    } else if field::tells_how(&question.kind, width.saturating_sub(FRAME)) {
        return flow::wrap(&parts, width);
    } else if question.feeds.as_ref().is_some_and(Feeds::is_touched) {
        world.words.cycle(Cycle::HowTouched)
    } else {
        world.words.how_to_answer(&question.kind)
    };
    parts.push(Paragraph::new(how, world.theme.quiet));
    flow::wrap(&parts, width)
}

/// The rows of the choices.
fn choices(
    interview: &Interview,
    world: &World,
    session: &Session,
    question: &Question,
    (width, low): (u16, bool),
) -> Vec<Vec<Line<'static>>> {
    let answer = session.assessment().answers.get(&question.id);
    let several = matches!(question.kind, Kind::Several(_));
    let values = question.values();
    let rows = values.iter().enumerate().map(|(place, value)| {
        let made = answer.is_some_and(|answer| answer.is(value.as_str()));
        let mark = match (several, made) {
            (true, true) => "[x]",
            (true, false) => "[ ]",
            (false, true) => "(•)",
            (false, false) => "( )",
        };
        let key = match value.as_str() {
            _ if matches!(question.kind, Kind::Choice(_) | Kind::Several(_)) => {
                (place + 1).to_string()
            }
            Id::YES => "j".to_owned(),
            Id::NO => "n".to_owned(),
            _ => "w".to_owned(),
        };
        // Where there is little room only the choice under the cursor is explained.
        let label = match question.choice(value.as_str()) {
            Some(choice) if low && place != interview.choice => choice.label.clone(),
            _ => side::label(world, question, value),
        };
        let style = if place == interview.choice { world.theme.focus } else { world.theme.text };
        let wrapped = flow::wrap(&[Paragraph::new(label, style)], width.saturating_sub(9));
        let lines = wrapped.into_iter().enumerate().map(|(row, line)| {
            let lead = if row == 0 { format!(" {mark} {key}  ") } else { " ".repeat(8) };
            let mut spans = vec![Span::styled(lead, style)];
            spans.extend(line.spans.into_iter().map(|span| span.style(style)));
            spans.push(Span::styled(" ", style));
            Line::from(spans)
        });
        lines.collect()
    });
    rows.collect()
}

struct Heights {
    above: u16,
    answer: u16,
    below: u16,
}

fn rows(lines: usize) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX)
}

fn heights(
    interview: &Interview,
    world: &World,
    session: &Session,
    question: &Question,
    (width, low): (u16, bool),
) -> Heights {
    let answer = interview.field.as_ref().map_or_else(
        || {
            let choices = choices(interview, world, session, question, (width, low));
            let choices: usize = choices.iter().map(Vec::len).sum();
            rows(choices + table_lines(session, question).len())
        },
        |field| field.height() + 2,
    );
    Heights {
        above: rows(above(world, session, question, (width, low)).len()),
        answer,
        below: rows(below(world, session, question, width).len()),
    }
}

/// Divides the body for this question.
fn places(
    interview: &Interview,
    world: &World,
    session: &Session,
    question: &Question,
    area: Rect,
) -> (side::Places, Heights) {
    let low = side::is_low(area);
    let width = side::divide(area, area.height, false).question.width;
    let heights = heights(interview, world, session, question, (width, low));
    let wanted = heights.above + heights.answer + heights.below;
    let places = side::divide(area, wanted, interview.scroll > 0);
    (places, heights)
}

/// Where the field stands, without its frame.
pub(super) fn field_area(interview: &Interview, world: &World, area: Rect) -> Rect {
    let Some(session) = &world.session else { return area };
    let Some(question) = session.question(&interview.at) else { return area };
    let (places, heights) = places(interview, world, session, question, area);
    let room = places.question;
    let top = heights.above.min(room.height.saturating_sub(3));
    let height = heights.answer.min(room.height.saturating_sub(top)).saturating_sub(2).max(1);
    Rect { x: room.x + 2, y: room.y + top + 1, width: room.width.saturating_sub(FRAME), height }
}

/// Draws the question, its answer, its explanation and the verdict so far.
pub(super) fn draw(
    interview: &Interview,
    world: &World,
    session: &Session,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let Some(question) = session.question(&interview.at) else { return };
    let (places, heights) = places(interview, world, session, question, area);
    let room = places.question;
    let low = side::is_low(area);
    canvas.lines(room, above(world, session, question, (room.width, low)));
    let top = heights.above.min(room.height);
    let mut answer =
        Rect { y: room.y + top, height: heights.answer.min(room.height - top), ..room };
    if let Some(field) = &interview.field {
        let inner = field_area(interview, world, area);
        canvas.frame(Rect {
            x: inner.x - 2,
            y: inner.y - 1,
            width: inner.width + FRAME,
            height: inner.height + 2,
        });
        field.draw(world, inner, canvas);
        answer = Rect { y: inner.y - 1, height: inner.height + 2, ..answer };
    } else {
        let shown = choices(interview, world, session, question, (room.width, low));
        draw_choices(&shown, interview.choice, answer, canvas);
        canvas.lines(answer, table_lines(session, question));
    }
    let rest =
        Rect { y: answer.bottom(), height: room.bottom().saturating_sub(answer.bottom()), ..room };
    canvas.lines(rest, below(world, session, question, room.width));
    side::explanation(interview, world, (question, ""), (places.explanation, low), canvas);
    side::verdict(world, session, places.verdict, canvas);
}

/// Draws the choices, each of one or more lines; where they do not all fit, so that the one under the cursor can be read.
fn draw_choices(choices: &[Vec<Line<'static>>], on: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let tall = |choices: &[Vec<Line<'static>>]| choices.iter().map(Vec::len).sum::<usize>();
    let room = usize::from(area.height);
    // A line of the next one shows too, so that one sees where one goes.
    let next = usize::from(on + 1 < choices.len());
    let reaches =
        |first: &usize| choices.get(*first..=on).is_none_or(|before| tall(before) + next <= room);
    let first = if tall(choices) <= room { 0 } else { (0..=on).find(reaches).unwrap_or(on) };
    let mut y = area.y;
    for (place, lines) in choices.iter().enumerate().skip(first) {
        let spot = Rect { y, height: rows(lines.len()), ..area }.intersection(area);
        y = y.saturating_add(rows(lines.len()));
        if spot.is_empty() {
            break;
        }
        if place == on {
            canvas.caret = Some(Position::new(spot.x + 1, spot.y));
            canvas.buffer.set_style(spot, canvas.theme.focus);
        }
        canvas.lines(spot, lines.iter().cloned());
        canvas.hits.push((spot, Hit::Row(place)));
    }
    list::edges(area, (first > 0, y > area.bottom()), canvas);
}

/// The rows of a table that were filled in elsewhere.
fn table_lines(session: &Session, question: &Question) -> Vec<Line<'static>> {
    match session.assessment().answers.get(&question.id) {
        Some(Answer::Rows(rows)) => rows
            .iter()
            .map(|row| {
                let row = row.values().cloned().collect::<Vec<_>>().join(" │ ");
                Line::raw(flow::visible(&row).into_owned())
            })
            .collect(),
        _ => Vec::new(),
    }
}
