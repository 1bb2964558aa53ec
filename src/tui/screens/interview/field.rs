//! Questions that are answered by typing.

use crate::{
    model::{Answer, Kind, Question},
    tui::{
        canvas::Canvas,
        form::full,
        screens::ledger::fields,
        widgets::{Outcome, line::LineField, prose::Prose},
        words::Words,
        world::Reaction,
    },
};
use crossterm::event::KeyEvent;
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

    fn text(&self) -> String {
        match self {
            Self::Prose(prose) => prose.text(),
            Self::Line(line) | Self::Number(line, ..) | Self::Date(line) => line.text(),
        }
    }

    pub(in crate::tui::screens) fn key(&mut self, key: KeyEvent, words: &dyn Words) -> Reaction {
        let outcome = match self {
            Self::Prose(prose) => prose.handle(key),
            Self::Line(line) | Self::Number(line, ..) | Self::Date(line) => line.handle(key),
        };
        full(outcome == Outcome::Full, words)
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

    pub(in crate::tui::screens) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let style = canvas.prose_style();
        let drawn = match self {
            Self::Prose(prose) => prose.draw(area, canvas.buffer, &style),
            Self::Line(line) | Self::Number(line, ..) | Self::Date(line) => {
                line.draw(area, canvas.buffer, &style)
            }
        };
        canvas.caret = drawn.caret;
    }

    /// How many rows it wants.
    pub(in crate::tui::screens) fn height(&self) -> u16 {
        if matches!(self, Self::Prose(_)) { 6 } else { 1 }
    }
}
