//! The pages of the record as text, before signing.

use crate::{
    session::{Effect, Reply, Statement},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The text, once it is there.
#[derive(Debug, Default)]
pub(super) struct Preview {
    pages: Vec<String>,
    scroll: usize,
}

impl Preview {
    /// Asks for the text, and opens the screen.
    pub(super) fn open(world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        Self::asking(Effect::Preview(Box::new(session.assessment().clone())))
    }

    /// Asks for the text of a statement, and opens the screen.
    pub(super) fn of(statement: Statement) -> Reaction {
        Self::asking(Effect::PreviewStatement(statement))
    }

    fn asking(effect: Effect) -> Reaction {
        Reaction::Several(vec![
            Reaction::Open(Box::new(Self::default())),
            Reaction::Perform(effect),
        ])
    }
}

impl Screen for Preview {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Preview).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Up, Action::Down, Action::MoreText, Action::LessText]
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        match action {
            Action::Down => self.scroll += 1,
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::MoreText => self.scroll += 15,
            Action::LessText => self.scroll = self.scroll.saturating_sub(15),
            Action::Back => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        if let Reply::Preview(pages) = reply {
            self.pages.clone_from(pages);
        }
        Reaction::Stay
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let mut text = Vec::new();
        for (place, page) in self.pages.iter().enumerate() {
            let title = format!("── {} / {} ──", place + 1, self.pages.len());
            text.push(Paragraph::new(title, world.theme.heading));
            text.extend(page.lines().map(|line| Paragraph::new(line, world.theme.text)));
            text.push(Paragraph::gap());
        }
        let lines = flow::wrap(&text, area.width);
        let from = self.scroll.min(lines.len().saturating_sub(usize::from(area.height)));
        canvas.lines(area, lines.into_iter().skip(from));
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::Preview).to_owned()
    }
}
