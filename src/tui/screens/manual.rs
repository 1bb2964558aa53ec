//! The manual: what is said of the screen one came from, then chapter after chapter.

use super::reader::Reader;
use crate::tui::{
    canvas::Canvas,
    chrome,
    flow::{self, Paragraph},
    keys::Action,
    words::Word,
    world::{Reaction, Screen, World},
};
use ratatui::{layout::Rect, text::Line};

/// The text, and how far it was read.
#[derive(Debug)]
pub struct Manual {
    /// What is said of the screen one came from, wrapped when it is drawn.
    here: (String, Vec<(String, &'static str)>),
    reader: Reader,
    /// The lines at which chapters begin, for the width last drawn.
    starts: Vec<usize>,
}

/// The whole text, and the lines at which chapters begin.
fn lines(
    world: &World,
    (told, keys): (&str, &[(String, &'static str)]),
    width: u16,
) -> (Vec<Line<'static>>, Vec<usize>) {
    let theme = &world.theme;
    let title = world.words.this_screen();
    let mut lines = flow::wrap(
        &[
            Paragraph::gap(),
            Paragraph::new(title, theme.heading),
            Paragraph::new(told, theme.text),
            Paragraph::gap(),
        ],
        width,
    );
    lines.extend(chrome::key_lines(keys, width, theme));
    let mut starts = vec![0];
    for chapter in world.words.manual() {
        starts.push(lines.len());
        let mut text = vec![Paragraph::gap(), Paragraph::new(chapter.title, theme.heading)];
        for paragraph in chapter.paragraphs {
            text.push(match paragraph.strip_prefix("- ") {
                Some(item) => Paragraph::item(item, theme.text),
                None => Paragraph::new(*paragraph, theme.text),
            });
        }
        lines.extend(flow::wrap(&text, width));
    }
    (lines, starts)
}

impl Manual {
    /// At what is said of `screen`, where `offered` can be done.
    pub fn new(world: &World, screen: &dyn Screen, offered: &[Action]) -> Self {
        let keys = chrome::keys_of(world, screen.mode(), offered);
        Self { here: (screen.help(world), keys), reader: Reader::default(), starts: Vec::new() }
    }

    /// The line of the next or the previous chapter.
    fn turn(&mut self, on: bool) {
        let top = self.reader.top();
        let next = if on {
            self.starts.iter().find(|start| **start > top)
        } else {
            self.starts.iter().rev().find(|start| **start < top)
        };
        self.reader.go(next.copied().unwrap_or(top));
    }
}

impl Screen for Manual {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Manual).to_owned()
    }

    fn is_aside(&self) -> bool {
        true
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let mut offers = self.reader.offers();
        offers.extend([Action::Next, Action::Previous, Action::Manual]);
        offers
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        if self.reader.act(action) {
            return Reaction::Stay;
        }
        match action {
            Action::Next => self.turn(true),
            Action::Previous => self.turn(false),
            Action::Back | Action::Manual => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let (told, keys) = &self.here;
        let starts = &mut self.starts;
        self.reader.fit(area, |width| {
            let (lines, found) = lines(world, (told, keys), width);
            *starts = found;
            lines
        });
    }

    fn draw(&self, _world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        self.reader.draw(area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.explain(Action::Manual).to_owned()
    }
}
