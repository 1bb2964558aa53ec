//! The first start: what this is, where the data will be, and that nothing leaves the laptop.

use super::{
    list::{self, Cursor, Row},
    organisation::OrganisationScreen,
};
use crate::tui::{
    canvas::Canvas,
    divide::{
        self,
        Part::{Of, Rest},
    },
    flow::{self, Paragraph},
    keys::Action,
    words::Word,
    world::{Reaction, Screen, World},
};
use ratatui::layout::Rect;

/// Shown when there is nothing yet.
#[derive(Debug, Default)]
pub struct Welcome {
    cursor: Cursor,
}

impl Welcome {
    fn go(&self, world: &World) -> Reaction {
        match self.cursor.0 {
            0 => Reaction::Replace(Box::new(OrganisationScreen::new(world, None))),
            1 => Reaction::Act(Action::Example),
            _ => Reaction::Back,
        }
    }
}

impl Screen for Welcome {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Welcome).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, 3) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.go(world),
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go(world)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let words = world.words;
        let text = [
            Paragraph::gap(),
            Paragraph::new(words.say(Word::Welcome), world.theme.heading),
            Paragraph::gap(),
            Paragraph::new(words.say(Word::WelcomeText), world.theme.text),
            Paragraph::gap(),
            Paragraph::new(
                words.folder(&world.overview.folder.display().to_string()),
                world.theme.text,
            ),
            Paragraph::gap(),
            Paragraph::new(words.say(Word::StaysHere), world.theme.strong),
            Paragraph::gap(),
        ];
        let lines = flow::wrap(&text, area.width);
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let [top, choices] = divide::rows(area, [Of(rows), Rest(2)]);
        canvas.lines(top, lines);
        let rows = [Word::FillIn, Word::SeeExample, Word::Later]
            .map(|word| Row::item(words.say(word), ""));
        list::draw(&rows, self.cursor, Rect { width: choices.width.min(46), ..choices }, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpList).to_owned()
    }
}
