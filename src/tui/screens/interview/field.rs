//! Questions that are answered by typing.

use super::calendar;
use crate::{
    model::{Answer, Kind, Question},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::full,
        screens::ledger::fields,
        widgets::{Outcome, line::LineField, prose::Prose},
        words::Words,
        world::{Reaction, World},
    },
};
use crossterm::event::{KeyCode, KeyEvent};
use jiff::civil::Date;
use ratatui::layout::Rect;

/// The field of one question.
#[derive(Debug)]
pub(in crate::tui::screens) enum Field {
    /// Paragraphs.
    Prose(Prose),
    /// One line.
    Line(LineField),
    /// One line that must be a whole number between these.
    Number(LineField, Option<i64>, Option<i64>),
    /// One line that must be a date.
    Date(LineField),
}

/// The fewest columns in which how a day is written stands beside the month.
const BESIDE: u16 = 30;

/// How many columns there are beside the month in a field of `width`; none where that is too few.
fn beside_month(width: u16) -> Option<u16> {
    width.checked_sub(calendar::SIZE.0 + 2).filter(|width| *width >= BESIDE)
}

/// Whether a field of `width` itself tells how to answer this.
pub(super) fn tells_how(kind: &Kind, width: u16) -> bool {
    *kind == Kind::Date && beside_month(width).is_some()
}

impl Field {
    /// The field for `question`, with what was said; none when it is answered by choosing.
    pub(in crate::tui::screens) fn of(
        question: &Question,
        answer: Option<&Answer>,
    ) -> Option<Self> {
        let text = match answer {
            Some(Answer::One(text)) => text.clone(),
            Some(Answer::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        match &question.kind {
            Kind::LongText => Some(Self::Prose(Prose::new(&text))),
            Kind::Text => Some(Self::Line(LineField::new(&text))),
            Kind::Number { min, max, .. } => Some(Self::Number(LineField::new(&text), *min, *max)),
            Kind::Date => Some(Self::Date(LineField::new(&text))),
            Kind::YesNo
            | Kind::YesNoUnknown
            | Kind::Choice(_)
            | Kind::Several(_)
            | Kind::Table(_) => None,
        }
    }

    /// What the text amounts to: an answer, or none for an empty text. Nothing at all while it is no answer yet.
    /// `today` tells what „morgen” is.
    #[expect(
        clippy::option_option,
        reason = "not an answer yet, an open question, an answer: three different things"
    )]
    pub(in crate::tui::screens) fn answer(&self, today: Option<Date>) -> Option<Option<Answer>> {
        let text = self.text();
        if text.trim().is_empty() {
            return Some(None);
        }
        match self {
            Self::Prose(_) | Self::Line(_) => Some(Some(Answer::One(text))),
            Self::Number(_, min, max) => {
                let number = text.trim().parse::<i64>().ok()?;
                let fits =
                    min.is_none_or(|min| min <= number) && max.is_none_or(|max| number <= max);
                fits.then_some(Some(Answer::Number(number)))
            }
            Self::Date(_) => {
                fields::day(&text, today).map(|date| Some(Answer::One(date.to_string())))
            }
        }
    }

    /// The long text in it, if it is one.
    pub(in crate::tui::screens) fn prose(&mut self) -> Option<&mut Prose> {
        match self {
            Self::Prose(prose) => Some(prose),
            _ => None,
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Prose(prose) => prose.text(),
            Self::Line(line) | Self::Number(line, ..) | Self::Date(line) => line.text(),
        }
    }

    /// The day in a date field; today as long as there is none.
    fn day(&self, today: Option<Date>) -> Option<Date> {
        let Self::Date(line) = self else { return None };
        fields::day(&line.text(), today).or(today)
    }

    /// Takes the day of this number in the month that is shown.
    pub(in crate::tui::screens) fn choose(&mut self, number: usize, today: Option<Date>) {
        let number = i8::try_from(number).ok();
        let chosen = number
            .zip(self.day(today))
            .and_then(|(number, shown)| Date::new(shown.year(), shown.month(), number).ok());
        if let (Self::Date(line), Some(chosen)) = (self, chosen) {
            *line = LineField::new(&fields::written(Some(chosen)));
        }
    }

    /// Moves the day in a date field; whether the key was for that.
    fn turn(&mut self, key: KeyEvent, today: Option<Date>) -> bool {
        let (days, months) = match key.code {
            KeyCode::Up => (-1, 0),
            KeyCode::Down => (1, 0),
            KeyCode::PageUp => (0, -1),
            KeyCode::PageDown => (0, 1),
            _ => return false,
        };
        let (Some(shown), Self::Date(line)) = (self.day(today), self) else { return false };
        // The first step shows where one is.
        let day = if line.is_empty() { shown } else { calendar::later(shown, days, months) };
        *line = LineField::new(&fields::written(Some(day)));
        true
    }

    pub(in crate::tui::screens) fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        if self.turn(key, world.overview.today) {
            return Reaction::Stay;
        }
        let outcome = match self {
            Self::Prose(prose) => prose.handle(key),
            Self::Line(line) | Self::Number(line, ..) | Self::Date(line) => line.handle(key),
        };
        full(outcome == Outcome::Full, world.words)
    }

    pub(in crate::tui::screens) fn paste(&mut self, text: &str, words: &dyn Words) -> Reaction {
        let cut = match self {
            Self::Prose(prose) => prose.paste(text),
            Self::Line(line) | Self::Number(line, ..) | Self::Date(line) => line.paste(text),
        };
        full(cut, words)
    }

    pub(in crate::tui::screens) fn fit(&mut self, area: Rect) {
        match self {
            Self::Prose(prose) => prose.fit(area.width, area.height),
            Self::Line(line) | Self::Number(line, ..) | Self::Date(line) => line.fit(area.width),
        }
    }

    pub(in crate::tui::screens) fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let style = canvas.prose_style();
        let drawn = match self {
            Self::Prose(prose) => prose.draw(area, canvas.buffer, &style),
            Self::Line(line) | Self::Number(line, ..) | Self::Date(line) => {
                line.draw(area, canvas.buffer, &style)
            }
        };
        canvas.caret = drawn.caret;
        if let Some(day) = self.day(world.overview.today) {
            calendar::draw(day, area, world.words, canvas);
            if let Some(width) = beside_month(area.width) {
                let room =
                    Rect { y: area.y + 2, width, height: area.height.saturating_sub(2), ..area };
                let how =
                    Paragraph::new(world.words.how_to_answer(&Kind::Date), canvas.theme.quiet);
                canvas.lines(room, flow::wrap(&[how], width));
            }
        }
    }

    /// How many rows it wants.
    pub(in crate::tui::screens) fn height(&self) -> u16 {
        match self {
            Self::Prose(_) => 6,
            Self::Date(_) => calendar::SIZE.1,
            Self::Line(_) | Self::Number(..) => 1,
        }
    }
}
