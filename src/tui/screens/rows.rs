//! Rows that are filled in one by one: a form a row, and one empty row to begin the next.

use super::{grid, list::Cursor};
use crate::tui::{
    canvas::Canvas,
    form::{Form, FormField},
    keys::{Action, Mode},
    words::Word,
    world::World,
};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr as _;

/// The narrowest a column would like to be, and the widest.
const WANTED: (usize, usize) = (8, 40);

/// One row: a text a column.
pub(super) type Cells = Vec<String>;

/// The rows, and the one that is being changed.
#[derive(Debug)]
pub(super) struct Rows {
    /// What each column is called, and what belongs in it.
    columns: Vec<(String, String)>,
    filled: Vec<Cells>,
    cursor: Cursor,
    editing: Option<(usize, Form)>,
}

/// What came of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Did {
    /// Nothing that others need to know.
    Stay,
    /// The rows are other ones now.
    Change,
    /// The person is done.
    Leave,
}

impl Rows {
    pub(super) fn new(columns: Vec<(String, String)>, rows: Vec<Cells>) -> Self {
        Self { columns, filled: rows, cursor: Cursor::default(), editing: None }
    }

    /// The rows as they stand.
    pub(super) fn cells(&self) -> &[Cells] {
        &self.filled
    }

    pub(super) fn mode(&self) -> Mode {
        if self.editing.is_some() { Mode::Writing } else { Mode::Choosing }
    }

    pub(super) fn offers(&self) -> Vec<Action> {
        match &self.editing {
            Some((_, form)) => form.offers(),
            None => vec![Action::Choose, Action::Up, Action::Down, Action::TakeOff],
        }
    }

    pub(super) fn act(&mut self, action: Action) -> Did {
        if let Some((_, form)) = &mut self.editing {
            let done = form.act(action) || action == Action::Back;
            return if done { self.close() } else { Did::Stay };
        }
        if self.cursor.act(action, self.filled.len() + 1) {
            return Did::Stay;
        }
        match action {
            Action::Choose => self.edit(),
            Action::TakeOff => return self.remove(),
            Action::Back => return Did::Leave,
            _ => {}
        }
        Did::Stay
    }

    pub(super) fn click(&mut self, row: usize) {
        if let Some((_, form)) = &mut self.editing {
            form.focus(row);
        } else {
            self.cursor.0 = row;
            self.edit();
        }
    }

    pub(super) fn form(&mut self) -> Option<&mut Form> {
        self.editing.as_mut().map(|(_, form)| form)
    }

    fn edit(&mut self) {
        let place = self.cursor.on(self.filled.len() + 1);
        let row = self.filled.get(place);
        let field = |(place, (label, help)): (usize, &(String, String))| {
            let text = row.and_then(|row| row.get(place)).map_or("", String::as_str);
            FormField::line(label.as_str(), help.as_str(), text)
        };
        self.editing =
            Some((place, Form::new(self.columns.iter().enumerate().map(field).collect())));
    }

    /// Takes over what stands in the form.
    fn close(&mut self) -> Did {
        let Some((place, form)) = self.editing.take() else { return Did::Stay };
        let row: Cells = (0..self.columns.len()).map(|field| form.text(field)).collect();
        let empty = row.iter().all(String::is_empty);
        match self.filled.get_mut(place) {
            Some(old) => *old = row,
            None if empty => return Did::Stay,
            None => self.filled.push(row),
        }
        self.cursor.0 = place;
        self.filled.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        Did::Change
    }

    fn remove(&mut self) -> Did {
        let place = self.cursor.on(self.filled.len() + 1);
        if place >= self.filled.len() {
            return Did::Stay;
        }
        self.filled.remove(place);
        Did::Change
    }

    pub(super) fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        if let Some((_, form)) = &self.editing {
            form.draw(area, canvas);
            return;
        }
        let wanted: Vec<usize> =
            self.columns.iter().enumerate().map(|one| self.wanted(one)).collect();
        let widths = grid::widths(&wanted, usize::from(area.width).saturating_sub(3));
        let head: Vec<&str> = self.columns.iter().map(|(label, _)| label.as_str()).collect();
        let count = self.filled.len() + 1;
        grid::draw((&head, &widths), (count, self.cursor), area, canvas, |place| {
            let new = || vec![world.words.say(Word::NewRow).to_owned()];
            self.filled.get(place).cloned().unwrap_or_else(new)
        });
    }

    /// How wide a column would like to be.
    fn wanted(&self, (place, (label, _)): (usize, &(String, String))) -> usize {
        let cells = self.filled.iter().filter_map(|row| row.get(place)).map(|cell| cell.width());
        cells.max().unwrap_or(0).max(label.width()).clamp(WANTED.0, WANTED.1)
    }
}
