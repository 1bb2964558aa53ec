//! A section as a list: every row is answered in place.

use super::{Interview, is_yes_no, side};
use crate::{
    model::{Answer, Id, Kind, Question},
    session::Session,
    tui::{
        canvas::{Canvas, Hit},
        flow::{self, Paragraph},
        screens::list,
        words::{Sight, Word},
        world::World,
    },
};
use ratatui::{
    layout::{Position, Rect},
    text::Line,
};

/// Draws the list, the explanation of the row under the cursor, and the verdict so far.
pub(super) fn draw(
    interview: &Interview,
    world: &World,
    session: &Session,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let Some((place, stops)) = interview.stop(session) else { return };
    let Some(stop) = stops.get(place) else { return };
    let Some(section) = session.questionnaire().sections().get(stop.section) else { return };
    let Some(question) = session.question(&interview.at) else { return };
    let count = stop.questions.len();
    let width = side::divide(area, area.height, false).question.width;
    let title = flow::wrap(&[Paragraph::new(section.title.clone(), world.theme.heading)], width);
    let intro = flow::wrap(
        &[Paragraph::new(section.intro.clone(), world.theme.text), Paragraph::gap()],
        width,
    );
    let mut asked =
        vec![Paragraph::gap(), Paragraph::new(question.text.clone(), world.theme.strong)];
    if let Kind::Choice(choices) = &question.kind {
        let numbered = choices
            .iter()
            .enumerate()
            .map(|(place, choice)| format!("{} {}", place + 1, choice.label));
        asked.push(Paragraph::new(numbered.collect::<Vec<_>>().join("   "), world.theme.text));
    } else if !is_yes_no(&question.kind) && !session.is_locked() {
        asked.push(Paragraph::new(world.words.sight(Sight::OpenRow), world.theme.text));
    }
    let beside = side::beside(world, session, question);
    asked.extend(beside.map(|text| Paragraph::new(text, world.theme.strong)));
    let asked = flow::wrap(&asked, width);
    let wanted = lines(title.len() + intro.len() + count + asked.len());
    let places = side::divide(area, wanted, interview.scroll > 0);
    let room = usize::from(places.question.height);
    // The introduction makes way for the rows; on the first row it then opens the explanation.
    let fits =
        title.len() + intro.len() + asked.len() + count.min(7) <= room && !section.intro.is_empty();
    let head: Vec<_> = title.into_iter().chain(intro.into_iter().filter(|_| fits)).collect();
    let rows = room.saturating_sub(head.len() + asked.len()).clamp(1, count);
    let list =
        Rect { y: places.question.y + lines(head.len()), height: lines(rows), ..places.question };
    canvas.lines(places.question, head);
    draw_rows((world, session), &stop.questions, &interview.at, list, canvas);
    let text = Rect {
        y: list.bottom(),
        height: places.question.bottom().saturating_sub(list.bottom()),
        ..list
    };
    canvas.lines(text, asked);
    let first = stop.questions.first() == Some(&interview.at);
    let whole = if first { side::introduction(world, session, section) } else { String::new() };
    // What already stands above the list is not said twice.
    let intro =
        if fits { whole.strip_prefix(section.intro.as_str()).unwrap_or(&whole) } else { &whole };
    side::explanation(
        interview,
        world,
        (question, intro),
        (places.explanation, side::is_low(area)),
        canvas,
    );
    side::verdict(world, session, places.verdict, canvas);
}

fn lines(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn draw_rows(
    (world, session): (&World, &Session),
    ids: &[Id],
    at: &Id,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let height = usize::from(area.height);
    let on = ids.iter().position(|id| id == at).unwrap_or(0);
    // The row after the cursor shows too, so that one sees where one goes.
    let first = (on + 2).saturating_sub(height).min(ids.len().saturating_sub(height));
    for (row, (place, id)) in area.rows().zip(ids.iter().enumerate().skip(first)) {
        let Some(question) = session.question(id) else { continue };
        let mark = mark(session.assessment().answers.get(id));
        let note = if session.assessment().notes.contains_key(id) { " *" } else { "" };
        let lead = if question.under.is_some() { "   └ " } else { "" };
        let said = said(question, session.assessment().answers.get(id), world);
        let review = reviewed(world, session, question);
        let label = format!(" {mark} {lead}{}{said}{note}{review}", question.label);
        let width = usize::from(area.width);
        let text = flow::cut(&label, width);
        let gap = width.saturating_sub(unicode_width::UnicodeWidthStr::width(text.as_str()));
        let style = if place == on { world.theme.focus } else { world.theme.text };
        canvas.lines(row, [Line::styled(format!("{text}{}", " ".repeat(gap)), style)]);
        if place == on {
            canvas.caret = Some(Position::new(row.x + 1, row.y));
        }
        canvas.hits.push((row, Hit::Row(place)));
    }
    list::edges(area, (first > 0, first + height < ids.len()), canvas);
}

/// What was said to a row that is not answered by yes or no.
fn said(question: &Question, answer: Option<&Answer>, world: &World) -> String {
    let text = match answer {
        Some(_) if is_yes_no(&question.kind) => return String::new(),
        Some(Answer::One(value)) => {
            question.choice(value).map_or(value.clone(), |choice| choice.label.clone())
        }
        Some(Answer::Number(number)) => number.to_string(),
        Some(Answer::Rows(rows)) => world.words.rows(rows.len()),
        Some(Answer::Several(choices)) => choices.len().to_string(),
        Some(Answer::NotApplicable(_)) => world.words.say(Word::NotApplicable).to_owned(),
        None => return String::new(),
    };
    format!(": {}", flow::visible(&text).replace('\n', " "))
}

/// In a review, what was said last time to a row, or how its answer stands against that.
fn reviewed(world: &World, session: &Session, question: &Question) -> String {
    let (was, state) = (session.last_time(&question.id), session.reviewed(&question.id));
    if was.is_none() && state.is_none() {
        return String::new();
    }
    let was = was.map(|was| side::in_words(world, question, was)).unwrap_or_default();
    let told = world.words.reviewed_row(state, &was.to_lowercase());
    format!(" · {}", flow::visible(&told).replace('\n', " "))
}

/// The state of a row in words of one width: never by colour alone.
fn mark(answer: Option<&Answer>) -> &'static str {
    match answer {
        Some(answer) if answer.is(Id::YES) => "[ja ]",
        Some(answer) if answer.is(Id::NO) => "[nee]",
        Some(answer) if answer.is(Id::UNKNOWN) => "[ ? ]",
        Some(_) => "[ ■ ]",
        None => "[   ]",
    }
}
