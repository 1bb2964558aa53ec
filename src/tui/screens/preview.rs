//! The pages of the record as text, before signing.

use super::reader::Reader;
use crate::{
    session::{Effect, Reply, Statement},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        words::{Sight, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The text, once it is there.
#[derive(Debug, Default)]
pub(super) struct Preview {
    pages: Vec<String>,
    reader: Reader,
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
        self.reader.offers()
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        if action == Action::Back {
            return Reaction::Back;
        }
        self.reader.act(action);
        Reaction::Stay
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        if let Reply::Preview(pages) = reply {
            self.pages.clone_from(pages);
        }
        Reaction::Stay
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let mut text = Vec::new();
        if self.pages.is_empty() {
            text.push(Paragraph::gap());
            text.push(Paragraph::new(world.words.say(Word::Composing), world.theme.text));
        }
        for (place, page) in self.pages.iter().enumerate() {
            let title = world.words.sight(Sight::Page(place + 1, self.pages.len()));
            text.push(Paragraph::new(title, world.theme.heading));
            let mut style = if place == 0 { world.theme.strong } else { world.theme.text };
            for line in page.lines() {
                text.push(Paragraph::new(line, style));
                // A heading stands after an empty line.
                style = if line.is_empty() { world.theme.strong } else { world.theme.text };
            }
            text.push(Paragraph::gap());
        }
        self.reader.fit(area, |width| flow::wrap(&text, width));
    }

    fn draw(&self, _world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        self.reader.draw(area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::Preview).to_owned()
    }
}
