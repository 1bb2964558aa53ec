//! Where something changed: the entries of the register, to be ticked.

use super::{
    list::{self, Cursor, Row},
    table::{TableScreen, answered, head},
    undoing,
};
use crate::{
    model::{self, Answer, Feeds, Id, Kind},
    session::Session,
    tui::{
        canvas::Canvas,
        keys::Action,
        words::Cycle,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The list.
#[derive(Debug)]
pub(super) struct Touched {
    question: Id,
    title: String,
    column: Id,
    /// What stands there for the institution as a whole.
    whole: String,
    cursor: Cursor,
}

/// The screen on which the table of this question is filled in; nothing if it has no table.
pub(super) fn table(session: &Session, question: &Id) -> Option<Reaction> {
    let asked = session.question(question)?;
    match (&asked.kind, &asked.feeds) {
        (Kind::Table(_), Some(Feeds::Touched { column, whole, .. })) => {
            Some(Reaction::Open(Box::new(Touched {
                question: question.clone(),
                title: asked.text.clone(),
                column: column.clone(),
                whole: whole.clone(),
                cursor: Cursor::default(),
            })))
        }
        _ => TableScreen::new(session, question).map(|table| Reaction::Open(Box::new(table))),
    }
}

impl Touched {
    /// The names that are ticked.
    fn ticked(&self, session: &Session) -> Vec<String> {
        match session.assessment().answers.get(&self.question) {
            Some(Answer::Rows(rows)) => {
                rows.iter().filter_map(|row| row.get(&self.column).cloned()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What can be ticked: the institution as a whole, the register, and what is ticked and stands there no more.
    fn names(&self, world: &World, session: &Session) -> Vec<String> {
        let register = world.overview.processings.iter().map(|entry| entry.name.clone());
        let mut names: Vec<String> = std::iter::once(self.whole.clone()).chain(register).collect();
        let gone = self.ticked(session).into_iter().filter(|name| !names.contains(name));
        let gone: Vec<String> = gone.collect();
        names.extend(gone);
        names
    }

    fn toggle(&self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let names = self.names(world, session);
        let Some(name) = names.get(self.cursor.on(names.len())) else { return Reaction::Stay };
        let mut ticked = self.ticked(session);
        let before = ticked.len();
        ticked.retain(|one| one != name);
        if ticked.len() == before {
            ticked.push(name.clone());
        }
        // In the order of the list, so that the same ticks are the same answer.
        let row = |name: &String| model::Row::from([(self.column.clone(), name.clone())]);
        let rows: Vec<model::Row> =
            names.iter().filter(|name| ticked.contains(name)).map(row).collect();
        answered(&self.question, rows)
    }
}

impl Screen for Touched {
    fn crumb(&self, world: &World) -> String {
        world.words.cycle(Cycle::Touched).to_owned()
    }

    fn offers(&self, world: &World) -> Vec<Action> {
        let mut offers = vec![Action::Up, Action::Down];
        if world.session.as_ref().is_some_and(|session| !session.is_locked()) {
            offers.extend([Action::Toggle, Action::Choose, Action::Undo, Action::Redo]);
        }
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        if self.cursor.act(action, self.names(world, session).len()) {
            return Reaction::Stay;
        }
        match action {
            Action::Toggle | Action::Choose => self.toggle(world),
            Action::Undo => undoing::undo_here(world),
            Action::Redo => undoing::redo_here(world),
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.toggle(world)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(session) = &world.session else { return };
        let head = head(&self.title, world.words.cycle(Cycle::HelpTouched), world, area.width);
        let top = u16::try_from(head.len()).unwrap_or(0).min(area.height / 2);
        canvas.lines(Rect { height: top, ..area }, head);
        let ticked = self.ticked(session);
        let rows = self.names(world, session).into_iter().map(|name| {
            let mark = if ticked.contains(&name) { "[x]" } else { "[ ]" };
            Row::item(format!("{mark} {name}"), "")
        });
        let below = Rect { y: area.y + top, height: area.height - top, ..area };
        list::draw(&rows.collect::<Vec<_>>(), self.cursor, below, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.cycle(Cycle::HelpTouched).to_owned()
    }
}
