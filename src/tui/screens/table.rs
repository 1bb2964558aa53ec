//! A table that is filled in row by row.

use super::rows::{Cells, Did, Rows};
use crate::{
    model::{self, Answer, Column, Id, Kind},
    session::{Edit, Session},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::Form,
        keys::{Action, Mode},
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use ratatui::{layout::Rect, text::Line};

/// The rows of one question.
#[derive(Debug)]
pub(super) struct TableScreen {
    question: Id,
    title: String,
    columns: Vec<Column>,
    rows: Rows,
}

impl TableScreen {
    /// The table of this question; none if it has no table.
    pub(super) fn new(session: &Session, question: &Id) -> Option<Self> {
        let asked = session.question(question)?;
        let Kind::Table(columns) = &asked.kind else { return None };
        let rows = match session.assessment().answers.get(question) {
            Some(Answer::Rows(rows)) => rows.as_slice(),
            _ => &[],
        };
        let cells = |row: &model::Row| -> Cells {
            columns.iter().map(|column| row.get(&column.id).cloned().unwrap_or_default()).collect()
        };
        let heads = columns.iter().map(|column| (column.label.clone(), column.help.clone()));
        Some(Self {
            question: question.clone(),
            title: asked.text.clone(),
            columns: columns.clone(),
            rows: Rows::new(heads.collect(), rows.iter().map(cells).collect()),
        })
    }

    fn keep(&self) -> Reaction {
        let row = |cells: &Cells| -> model::Row {
            let named = self.columns.iter().map(|column| column.id.clone()).zip(cells.clone());
            named.filter(|(_, text)| !text.is_empty()).collect()
        };
        let rows: Vec<model::Row> = self.rows.cells().iter().map(row).collect();
        answered(&self.question, rows)
    }

    fn below(&self, world: &World, area: Rect) -> Rect {
        let top = u16::try_from(
            head(&self.title, world.words.say(Word::TableHelp), world, area.width).len(),
        )
        .unwrap_or(0)
        .min(area.height);
        Rect { y: area.y + top, height: area.height - top, ..area }
    }
}

/// What these rows are an answer to: none at all leaves the question open.
pub(super) fn answered(question: &Id, rows: Vec<model::Row>) -> Reaction {
    let answer = (!rows.is_empty()).then_some(Answer::Rows(rows));
    Reaction::Edit(Edit::Answer { question: question.clone(), answer })
}

/// What stands above rows: what they are, and what one does with them.
pub(super) fn head(title: &str, help: &str, world: &World, width: u16) -> Vec<Line<'static>> {
    let text = [
        Paragraph::gap(),
        Paragraph::new(title, world.theme.strong),
        Paragraph::new(help, world.theme.text),
        Paragraph::gap(),
    ];
    flow::wrap(&text, width)
}

impl Screen for TableScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.rows(self.rows.cells().len())
    }

    fn mode(&self) -> Mode {
        self.rows.mode()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        self.rows.offers()
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        match self.rows.act(action) {
            Did::Stay => Reaction::Stay,
            Did::Change => self.keep(),
            Did::Leave => Reaction::Back,
        }
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.rows.click(row);
        Reaction::Stay
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.rows.form()
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        canvas.lines(area, head(&self.title, world.words.say(Word::TableHelp), world, area.width));
        self.rows.draw(world, self.below(world, area), canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::TableHelp).to_owned()
    }
}
