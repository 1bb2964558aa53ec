//! Someone else has the folder open: only look, take it over, or leave.

use super::{
    list::{self, Cursor, Row},
    reader::Reader,
    upgrade::{divide, paragraphs},
};
use crate::{
    session::{Effect, Reply},
    tui::{
        canvas::Canvas,
        flow,
        keys::Action,
        words::Cycle,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The choice; looking is the first, because nothing can go wrong by it.
#[derive(Debug, Default)]
pub(in crate::tui) struct InUse {
    cursor: Cursor,
    reader: Reader,
}

const CHOICES: [Cycle; 3] = [Cycle::OnlyLook, Cycle::TakeFolderOver, Cycle::Leave];

impl InUse {
    fn go(&self) -> Reaction {
        match CHOICES.get(self.cursor.on(CHOICES.len())) {
            Some(Cycle::TakeFolderOver) => Reaction::Perform(Effect::TakeFolderOver),
            Some(Cycle::Leave) => Reaction::Act(Action::Quit),
            _ => Reaction::Back,
        }
    }
}

impl Screen for InUse {
    fn crumb(&self, world: &World) -> String {
        world.words.cycle(Cycle::InUse).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down, Action::MoreText, Action::LessText]
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        if self.cursor.act(action, CHOICES.len()) || self.reader.act(action) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.go(),
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go()
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::Overview(overview) if !overview.looking => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let [text, ..] = divide(area, 3);
        let overview = &world.overview;
        let told = world.words.in_use(&overview.folder, overview.used_by.as_ref());
        self.reader.fit(text, |width| flow::wrap(&paragraphs(world, &told), width));
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let [text, rule, choices] = divide(area, 3);
        self.reader.draw(text, canvas);
        canvas.rule(rule, "");
        let rows = CHOICES.map(|word| Row::item(world.words.cycle(word), ""));
        list::draw(&rows, self.cursor, Rect { width: choices.width.min(46), ..choices }, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.cycle(Cycle::HelpInUse).to_owned()
    }
}
