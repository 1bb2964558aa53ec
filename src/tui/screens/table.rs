//! A table that is filled in row by row.

use super::list::{self, Cursor, Row};
use crate::{
    model::{self, Answer, Column, Id, Kind},
    session::{Edit, Session},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The rows of one question, and the row that is being changed.
#[derive(Debug)]
pub(super) struct TableScreen {
    question: Id,
    title: String,
    columns: Vec<Column>,
    rows: Vec<model::Row>,
    cursor: Cursor,
    editing: Option<(usize, Form)>,
}

impl TableScreen {
    /// The table of this question; none if it has no table.
    pub(super) fn new(session: &Session, question: &Id) -> Option<Self> {
        let asked = session.question(question)?;
        let Kind::Table(columns) = &asked.kind else { return None };
        let rows = match session.assessment().answers.get(question) {
            Some(Answer::Rows(rows)) => rows.clone(),
            _ => Vec::new(),
        };
        Some(Self {
            question: question.clone(),
            title: asked.text.clone(),
            columns: columns.clone(),
            rows,
            cursor: Cursor::default(),
            editing: None,
        })
    }

    fn edit(&mut self) {
        let place = self.cursor.on(self.rows.len() + 1);
        let row = self.rows.get(place).cloned().unwrap_or_default();
        let field = |column: &Column| {
            let text = row.get(&column.id).map_or("", String::as_str);
            FormField::line(column.label.as_str(), column.help.as_str(), text)
        };
        self.editing = Some((place, Form::new(self.columns.iter().map(field).collect())));
    }

    /// Takes over what stands in the form.
    fn close(&mut self) -> Reaction {
        let Some((place, form)) = self.editing.take() else { return Reaction::Stay };
        let cells = self
            .columns
            .iter()
            .enumerate()
            .map(|(field, column)| (column.id.clone(), form.text(field)));
        let row: model::Row = cells.filter(|(_, text)| !text.is_empty()).collect();
        match self.rows.get_mut(place) {
            Some(old) => *old = row,
            None if row.is_empty() => return Reaction::Stay,
            None => self.rows.push(row),
        }
        self.cursor.0 = place;
        self.keep()
    }

    fn remove(&mut self) -> Reaction {
        let place = self.cursor.on(self.rows.len() + 1);
        if place >= self.rows.len() {
            return Reaction::Stay;
        }
        self.rows.remove(place);
        self.keep()
    }

    fn keep(&mut self) -> Reaction {
        self.rows.retain(|row| !row.is_empty());
        let answer = (!self.rows.is_empty()).then(|| Answer::Rows(self.rows.clone()));
        Reaction::Edit(Edit::Answer { question: self.question.clone(), answer })
    }

    fn head(&self, world: &World, width: u16) -> Vec<ratatui::text::Line<'static>> {
        let text = [
            Paragraph::gap(),
            Paragraph::new(self.title.clone(), world.theme.strong),
            Paragraph::new(world.words.say(Word::TableHelp), world.theme.text),
            Paragraph::gap(),
        ];
        flow::wrap(&text, width)
    }

    fn below(&self, world: &World, area: Rect) -> Rect {
        let top = u16::try_from(self.head(world, area.width).len()).unwrap_or(0).min(area.height);
        Rect { y: area.y + top, height: area.height - top, ..area }
    }
}

impl Screen for TableScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.rows(self.rows.len())
    }

    fn mode(&self) -> Mode {
        if self.editing.is_some() { Mode::Writing } else { Mode::Choosing }
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        match self.editing {
            Some(_) => vec![Action::NextField, Action::PreviousField],
            None => vec![Action::Choose, Action::Up, Action::Down, Action::Clear],
        }
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        if let Some((_, form)) = &mut self.editing {
            match action {
                Action::NextField if form.next() => {}
                Action::PreviousField => form.previous(),
                Action::NextField | Action::Back => return self.close(),
                _ => {}
            }
            return Reaction::Stay;
        }
        if self.cursor.act(action, self.rows.len() + 1) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.edit(),
            Action::Clear => return self.remove(),
            Action::Back => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        if let Some((_, form)) = &mut self.editing {
            form.focus(row);
        } else {
            self.cursor.0 = row;
            self.edit();
        }
        Reaction::Stay
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.editing.as_mut().map(|(_, form)| form)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        canvas.lines(area, self.head(world, area.width));
        let rest = self.below(world, area);
        if let Some((_, form)) = &self.editing {
            form.draw(rest, canvas);
            return;
        }
        let first = |row: &model::Row| {
            let cells = self.columns.iter().filter_map(|column| row.get(&column.id));
            cells.cloned().collect::<Vec<_>>().join(" │ ")
        };
        let mut rows: Vec<Row> = self.rows.iter().map(|row| Row::item(first(row), "")).collect();
        rows.push(Row::item(world.words.say(Word::NewRow), ""));
        list::draw(&rows, self.cursor, rest, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::TableHelp).to_owned()
    }
}
