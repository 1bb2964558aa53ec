//! A form: fields of one line under each other.

use super::{
    canvas::{Canvas, Hit},
    flow::{self, Paragraph},
    keys::Action,
    widgets::{Outcome, line::LineField, line::SecretField},
    words::{Word, Words},
    world::Reaction,
};
use crossterm::event::KeyEvent;
use ratatui::{
    layout::{Position, Rect},
    style::Style,
    text::Line,
};
use unicode_width::UnicodeWidthStr;

/// One field: what it is called, what belongs in it, and what stands in it.
#[derive(Debug)]
pub struct FormField {
    label: String,
    hint: String,
    input: Input,
}

#[derive(Debug)]
enum Input {
    Line(Box<LineField>),
    Secret(SecretField),
    /// What stands elsewhere, in short.
    Shown(String),
}

/// The fields, and which one has the focus.
#[derive(Debug)]
pub struct Form {
    fields: Vec<FormField>,
    at: usize,
}

impl FormField {
    pub(super) fn line(label: impl Into<String>, hint: impl Into<String>, text: &str) -> Self {
        Self {
            label: label.into(),
            hint: hint.into(),
            input: Input::Line(Box::new(LineField::new(text))),
        }
    }

    /// What can be read here and is changed elsewhere.
    pub(super) fn shown(label: impl Into<String>, hint: impl Into<String>, text: &str) -> Self {
        let text = text.replace('\n', "; ");
        Self { label: label.into(), hint: hint.into(), input: Input::Shown(text) }
    }

    pub(super) fn secret(label: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { label: label.into(), hint: hint.into(), input: Input::Secret(SecretField::new()) }
    }
}

/// What to say of a field that has no room left.
pub(super) fn full(full: bool, words: &dyn Words) -> Reaction {
    if full { Reaction::Say(words.say(Word::TooMuchText).to_owned()) } else { Reaction::Stay }
}

/// The rows kept for what belongs in a field, where there are more fields than rows.
const HINT: u16 = 4;

/// The column where the fields begin.
const LABEL: u16 = 24;

/// The lines below the fields that are kept free for what belongs in one of them.
const LEAST_TOLD: usize = 2;

impl Form {
    pub(super) fn new(fields: Vec<FormField>) -> Self {
        Self { fields, at: 0 }
    }

    /// What stands in the field with this number, without spaces around it; nothing for a secret.
    pub(super) fn text(&self, field: usize) -> String {
        match self.fields.get(field).map(|field| &field.input) {
            Some(Input::Line(line)) => line.text().trim().to_owned(),
            Some(Input::Shown(text)) => text.clone(),
            _ => String::new(),
        }
    }

    /// Whether nothing was written in any field.
    pub(super) fn is_blank(&self) -> bool {
        (0..self.fields.len()).all(|field| self.text(field).is_empty())
    }

    /// The secret in the field with this number.
    pub(super) fn secret(&self, field: usize) -> &str {
        match self.fields.get(field).map(|field| &field.input) {
            Some(Input::Secret(secret)) => secret.text(),
            _ => "",
        }
    }

    /// Empties the secrets, and puts the focus on the first of them.
    pub(super) fn forget(&mut self) {
        let mut first = None;
        for (place, field) in self.fields.iter_mut().enumerate() {
            if let Input::Secret(secret) = &mut field.input {
                drop(secret.take());
                first = first.or(Some(place));
            }
        }
        self.at = first.unwrap_or(self.at);
    }

    /// The field that has the focus.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Shows something else in a field that is changed elsewhere.
    pub(super) fn show(&mut self, field: usize, text: &str) {
        if let Some(Input::Shown(shown)) = self.fields.get_mut(field).map(|field| &mut field.input)
        {
            *shown = text.replace('\n', "; ");
        }
    }

    /// To the field with this number.
    pub(super) fn focus(&mut self, field: usize) {
        self.at = field.min(self.fields.len().saturating_sub(1));
    }

    /// The ways to go from this field: from the last one, one is done.
    pub(super) fn offers(&self) -> Vec<Action> {
        let last = self.at + 1 >= self.fields.len();
        vec![if last { Action::Finish } else { Action::NextField }, Action::PreviousField]
    }

    /// Goes from field to field; whether the person is done with all of them.
    pub(super) fn act(&mut self, action: Action) -> bool {
        match action {
            Action::NextField => self.focus(self.at + 1),
            Action::PreviousField => self.at = self.at.saturating_sub(1),
            _ => {}
        }
        action == Action::Finish
    }

    /// Takes a key; whether the field is full.
    fn key(&mut self, key: KeyEvent) -> bool {
        let outcome = match self.fields.get_mut(self.at).map(|field| &mut field.input) {
            Some(Input::Line(line)) => line.handle(key),
            Some(Input::Secret(secret)) => secret.handle(key),
            Some(Input::Shown(_)) | None => Outcome::Ignored,
        };
        outcome == Outcome::Full
    }

    /// Takes pasted text; whether some was left out.
    fn paste(&mut self, text: &str) -> bool {
        match self.fields.get_mut(self.at).map(|field| &mut field.input) {
            Some(Input::Line(line)) => line.paste(text),
            Some(Input::Secret(secret)) => secret.paste(text),
            Some(Input::Shown(_)) | None => false,
        }
    }

    /// Takes a key, and says so when there is no room.
    pub(super) fn take_key(&mut self, key: KeyEvent, words: &dyn Words) -> Reaction {
        full(self.key(key), words)
    }

    /// Takes pasted text, and says so when there is no room for all of it.
    pub(super) fn take_paste(&mut self, text: &str, words: &dyn Words) -> Reaction {
        full(self.paste(text), words)
    }

    pub(super) fn fit(&mut self, area: Rect) {
        let width = area.width.saturating_sub(LABEL).min(flow::MEASURE);
        for field in &mut self.fields {
            match &mut field.input {
                Input::Line(line) => line.fit(width),
                Input::Secret(secret) => secret.fit(width),
                Input::Shown(_) => {}
            }
        }
    }

    /// Draws the fields, a row each, and below them what belongs in the one with the focus.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let style = canvas.prose_style();
        let left = usize::from(area.height).saturating_sub(self.fields.len() * 2);
        // A long form never has the room: what belongs in all of its fields need not be set for that.
        let spaced = left > LEAST_TOLD && left > self.most_told(area, canvas);
        let step = if spaced { 2 } else { 1 };
        let mut y = area.y;
        // What belongs in the field with the focus is always told: the fields before it make room.
        let all = self.fields.len() * step + 2 <= usize::from(area.height);
        let rows = usize::from(area.height.saturating_sub(HINT)).max(1) / step;
        let rows = if all { self.fields.len() } else { rows };
        let first = (self.at + 1).saturating_sub(rows.max(1));
        for (place, field) in self.fields.iter().enumerate().skip(first).take(rows.max(1)) {
            let row = Rect { y, height: 1, ..area };
            let focused = place == self.at;
            let lead = if focused { "►" } else { " " };
            let label = format!("{lead} {}", flow::visible(&field.label));
            canvas.text(
                Rect { width: LABEL.min(row.width), ..row },
                &label,
                if focused { canvas.theme.strong } else { canvas.theme.text },
            );
            let room = Rect {
                x: row.x + LABEL.min(row.width),
                width: row.width.saturating_sub(LABEL).min(flow::MEASURE),
                ..row
            };
            if !focused || field.is_empty() {
                let line = "_".repeat(usize::from(room.width));
                canvas.text(room, &line, canvas.theme.quiet);
            }
            if focused || !field.is_empty() {
                let caret = match &field.input {
                    Input::Line(line) if focused => line.draw(room, canvas.buffer, &style).caret,
                    Input::Line(line) => Some(begin(&line.text(), room, canvas)),
                    Input::Secret(secret) => secret.draw(room, canvas.buffer, &style).caret,
                    Input::Shown(text) => Some(begin(text, room, canvas)),
                };
                if focused {
                    canvas.caret = caret;
                }
            }
            canvas.hits.push((row, Hit::Row(place)));
            y += u16::try_from(step).unwrap_or(1);
        }
        if let Some(field) = self.fields.get(self.at) {
            let rest = Rect {
                y: (y + 1).min(area.bottom()),
                height: area.bottom().saturating_sub(y + 1),
                ..area
            };
            canvas.lines(rest, field.told(rest.width, canvas.theme.text));
        }
    }

    /// The most lines that are told below the fields, whichever of them has the focus; at least [`LEAST_TOLD`], so that the fields
    /// stay in their places while one types.
    fn most_told(&self, area: Rect, canvas: &Canvas<'_>) -> usize {
        let told = self.fields.iter().map(|field| field.told(area.width, canvas.theme.text).len());
        told.max().unwrap_or(0).max(LEAST_TOLD)
    }
}

/// Draws how `text` begins, as far as there is room; the cursor belongs before it.
fn begin(text: &str, room: Rect, canvas: &mut Canvas<'_>) -> Position {
    let text = flow::cut(&flow::visible(text), usize::from(room.width));
    canvas.text(room, &text, canvas.theme.text);
    Position::new(room.x, room.y)
}

impl FormField {
    /// What belongs in it. Of a long line the field shows a part; all of it can be read here.
    fn told(&self, width: u16, style: Style) -> Vec<Line<'static>> {
        let room = width.saturating_sub(LABEL).min(flow::MEASURE);
        let mut told = vec![Paragraph::new(self.hint.clone(), style)];
        told.extend(self.longer_than(room).map(|text| Paragraph::inset(text, style)));
        flow::wrap(&told, width)
    }

    /// What stands in it, if that has more columns than these.
    fn longer_than(&self, columns: u16) -> Option<String> {
        let text = match &self.input {
            Input::Line(line) => line.text(),
            Input::Shown(text) => text.clone(),
            Input::Secret(_) => return None,
        };
        (text.width() >= usize::from(columns)).then_some(text)
    }

    fn is_empty(&self) -> bool {
        match &self.input {
            Input::Line(line) => line.is_empty(),
            Input::Secret(secret) => secret.is_empty(),
            Input::Shown(text) => text.is_empty(),
        }
    }
}
