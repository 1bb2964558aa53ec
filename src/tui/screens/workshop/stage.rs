//! What the group sees of a question: few words, as big as the screen allows.

use super::{big, group::Group, key, label, section, tally};
use crate::{
    model::{Answer, Id, Kind, Question},
    session::Session,
    tui::{
        canvas::{Canvas, Hit},
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        screens::interview::{field::Field, side},
        words::Meet,
        world::World,
    },
};
use ratatui::{
    layout::{Position, Rect},
    text::Line,
};
use unicode_width::UnicodeWidthStr as _;

/// The widest a question is set: fewer words a line are found again sooner.
const MEASURE: u16 = 72;
/// Rows of a big choice with the white below it.
const BIG: u16 = 5;

/// The places of what is drawn.
struct Places {
    top: Rect,
    label: Rect,
    text: Rect,
    answer: Rect,
    foot: Rect,
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn text(question: &Question, width: u16) -> Vec<Line<'static>> {
    let style = ratatui::style::Style::new();
    let text = Paragraph::new(&question.text, style.add_modifier(ratatui::style::Modifier::BOLD));
    flow::wrap(&[text], width.min(MEASURE))
}

/// Divides the body. The choices come first, then the question itself; its name is big if there is room for it.
fn places(group: &Group, question: &Question, session: &Session, area: Rect) -> Places {
    let [top, _, body, foot] =
        divide::rows(area, [Of(1), Of(u16::from(area.height > 14)), Rest(1), Of(2)]);
    let asked = rows(text(question, body.width).len());
    let answer = match question.values().len() {
        0 => match &group.field {
            Some(field) => field.height() + 2,
            None => rows(said(session, question, body.width).len()).max(2),
        },
        count => rows(count) * if body.height > rows(count) * 2 + asked + 5 { 2 } else { 1 },
    };
    let left = body.height.saturating_sub(asked + 1 + answer);
    let name = big::height(&question.label, body.width, left.saturating_sub(1));
    let name = if name + 1 > left { 0 } else { name + 1 };
    let [label, text, answer] = divide::rows(body, [Of(name), Of(asked + 1), Rest(1)]);
    Places { top, label, text, answer, foot }
}

/// Where the field stands, without its frame.
pub(super) fn field(group: &Group, session: &Session, area: Rect) -> Rect {
    let Some(question) = session.question(&group.at) else { return area };
    let place = places(group, question, session, area).answer;
    let height = group.field.as_ref().map_or(1, Field::height);
    let height = height.min(place.height.saturating_sub(2)).max(1);
    let width = place.width.min(flow::MEASURE).saturating_sub(4);
    Rect { x: place.x + 2, y: place.y + 1, width, height }
}

/// Draws the question with everything the group must see of it.
pub(super) fn draw(
    group: &Group,
    world: &World,
    session: &Session,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let Some(question) = session.question(&group.at) else { return };
    let places = places(group, question, session, area);
    top(world, session, &group.at, places.top, canvas);
    if let Some(scroll) = group.explaining {
        let y = places.top.bottom() + 1;
        let room = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        explanation(world, question, scroll, room, canvas);
        return;
    }
    if places.label.height > 0 {
        big::draw(&question.label, places.label, canvas.theme.strong, canvas);
    }
    canvas.lines(places.text, text(question, places.text.width));
    if let Some(typed) = &group.field {
        let inner = field(group, session, area);
        canvas.frame(Rect {
            x: inner.x - 1,
            y: inner.y - 1,
            width: inner.width + 2,
            height: inner.height + 2,
        });
        typed.draw(world, inner, canvas);
    } else if question.values().is_empty() {
        canvas.lines(places.answer, said(session, question, places.answer.width));
        canvas.caret = Some(Position::new(places.answer.x, places.answer.y));
    } else {
        choices(group, world, (session, question), places.answer, canvas);
    }
    foot(world, session, question, places.foot, canvas);
}

/// The section, and the time it takes.
fn top(world: &World, session: &Session, at: &Id, area: Rect, canvas: &mut Canvas<'_>) {
    let title = side::section(session, at).map_or("", |section| section.title.as_str());
    let workshop = session.workshop();
    let here = section(session, at).unwrap_or_default();
    let spent = workshop.spent.get(&here).copied().unwrap_or(0) / 60;
    let planned = workshop.minutes.get(&here).copied();
    // Where no time was planned, the clock says nothing before there is something to say.
    let quiet = planned.is_none() && spent == 0 && world.clock.runs();
    let told = || world.words.clock(spent, planned, world.clock.runs());
    let mut right = if quiet { String::new() } else { told() };
    if let Some(planned) = planned.filter(|planned| *planned > 0) {
        let tenths = (spent * 10 / planned).min(10) as usize;
        right = format!("{right} {}{}", "█".repeat(tenths), "░".repeat(10 - tenths));
    }
    let room = usize::from(area.width).saturating_sub(right.width() + 2);
    canvas.text(area, &flow::cut(&flow::visible(title), room), canvas.theme.heading);
    let width = u16::try_from(right.width()).unwrap_or(area.width).min(area.width);
    let spot = Rect { x: area.right() - width, width, ..area };
    canvas.text(spot, &right, canvas.theme.text);
}

fn choices(
    group: &Group,
    world: &World,
    (session, question): (&Session, &Question),
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let values = question.values();
    let answer = session.assessment().answers.get(&question.id);
    let several = matches!(question.kind, Kind::Several(_));
    let count = rows(values.len()).max(1);
    let names: Vec<String> = values.iter().map(|value| label(world, question, value)).collect();
    let letters = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    // A mark and a key come before each name.
    let is_big = area.height >= BIG * count && (letters + 4) * 4 <= usize::from(area.width);
    let step = if is_big { BIG } else { (area.height / count).clamp(1, 2) };
    // The choice under the cursor is always among those that find room.
    let fits = usize::from(area.height / step).max(1);
    let first = (group.choice + 1).saturating_sub(fits);
    let mut y = area.y;
    for (place, (value, name)) in values.iter().zip(&names).enumerate().skip(first).take(fits) {
        let made = answer.is_some_and(|answer| answer.is(value.as_str()));
        let mark = match (several, made) {
            (true, true) => "[x]",
            (true, false) => "[ ]",
            (false, true) => "●",
            (false, false) => " ",
        };
        let height = if is_big { BIG - 1 } else { 1 };
        let spot = Rect { y, height, ..area }.intersection(area);
        let key = key(question, value, place);
        let style = if place == group.choice { canvas.theme.focus } else { canvas.theme.strong };
        if place == group.choice {
            let wide = if is_big { rows((letters + 4) * 4) } else { rows(letters + 12) };
            canvas.buffer.set_style(Rect { width: wide.min(spot.width), ..spot }, style);
            canvas.caret = Some(Position::new(spot.x, spot.y));
        }
        if is_big {
            let mark = if made && !several {
                ">"
            } else if made {
                "x"
            } else {
                " "
            };
            big::draw(&format!("{mark}{key} {name}"), spot, style, canvas);
        } else {
            let line = format!(" {mark:>3} {key}  {name}");
            canvas.text(spot, &flow::cut(&line, usize::from(spot.width)), style);
        }
        canvas.hits.push((spot, Hit::Row(place)));
        y += step;
    }
}

/// What was written, or how to write it.
fn said(session: &Session, question: &Question, width: u16) -> Vec<Line<'static>> {
    let style = ratatui::style::Style::new();
    let strong = style.add_modifier(ratatui::style::Modifier::BOLD);
    let texts: Vec<Paragraph> = match session.assessment().answers.get(&question.id) {
        Some(Answer::One(text)) => text.lines().map(|line| Paragraph::new(line, strong)).collect(),
        Some(Answer::Number(number)) => vec![Paragraph::new(number.to_string(), strong)],
        Some(Answer::NotApplicable(why)) => vec![Paragraph::new(why, strong)],
        Some(Answer::Rows(rows)) => {
            let cells = |row: &crate::model::Row| row.values().cloned().collect::<Vec<_>>();
            rows.iter().map(|row| Paragraph::item(cells(row).join(" │ "), strong)).collect()
        }
        Some(Answer::Several(_)) | None => Vec::new(),
    };
    flow::wrap(&texts, width)
}

/// What the group agreed on, how it voted, and what is still to come.
fn foot(
    world: &World,
    session: &Session,
    question: &Question,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let words = world.words;
    let workshop = session.workshop();
    let answered = session.assessment().answers.get(&question.id).is_some();
    let beside = session.review().and_then(|_| side::beside(world, session, question));
    let first = match (answered, &question.kind) {
        (true, _) if beside.is_some() => format!(
            "{}. {} {}",
            words.meet(Meet::Agreed),
            beside.unwrap_or_default(),
            words.meet(Meet::GoOn)
        ),
        (false, _) if beside.is_some() => beside.unwrap_or_default(),
        (true, _) => format!("{}. {}", words.meet(Meet::Agreed), words.meet(Meet::GoOn)),
        (false, Kind::Table(_)) => words.meet(Meet::FillTable).to_owned(),
        (false, Kind::Text | Kind::LongText | Kind::Number { .. } | Kind::Date) => {
            words.meet(Meet::TypeAnswer).to_owned()
        }
        (false, _) if workshop.is_voting(&question.id) => words.meet(Meet::Hidden).to_owned(),
        (false, _) => String::new(),
    };
    let votes = workshop.tally(&question.id);
    let mut second: Vec<String> =
        votes.iter().map(|votes| tally::counted(world, question, votes)).collect();
    let dissents = session.assessment().dissents.get(&question.id).map_or(0, Vec::len);
    let parked = workshop.parked.iter().filter(|parked| !parked.done).count();
    for (word, count) in [(Meet::Dissents, dissents), (Meet::Parking, parked)] {
        if count > 0 {
            second.push(format!("{}: {count}", words.meet(word)));
        }
    }
    let room = usize::from(area.width);
    let lines = [first, second.join(" · ")].map(|text| flow::cut(&text, room));
    canvas.lines(area, lines.iter().map(|text| Line::styled(text.as_str(), canvas.theme.text)));
}

/// The explanation, over the question.
fn explanation(
    world: &World,
    question: &Question,
    scroll: usize,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let width = area.width.min(MEASURE);
    let mut parts = vec![Paragraph::new(&question.text, world.theme.strong), Paragraph::gap()];
    let texts = side::paragraphs(question, "", world);
    if texts.is_empty() {
        parts.push(Paragraph::new(world.words.meet(Meet::NoExplanation), world.theme.text));
    }
    parts.extend(texts);
    let lines = flow::wrap(&parts, width);
    let [room, foot] = divide::rows(area, [Rest(1), Of(1)]);
    let from = scroll.min(lines.len().saturating_sub(usize::from(room.height)));
    let more = if from + usize::from(room.height) < lines.len() { " · PgDn ▼" } else { "" };
    canvas.lines(room, lines.into_iter().skip(from));
    let text = format!("{}{more}", world.words.meet(Meet::CloseExplanation));
    canvas.text(foot, &text, canvas.theme.key);
}
