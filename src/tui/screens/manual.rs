//! The manual: what is said of the screen one came from, then chapter after chapter.

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
    /// The line at the top.
    scroll: usize,
    /// The lines at which chapters begin, for the width last drawn.
    starts: Vec<usize>,
    /// How many lines there are beyond the last one that fits.
    last: usize,
}

impl Manual {
    /// At what is said of `screen`, where `offered` can be done.
    pub fn new(world: &World, screen: &dyn Screen, offered: &[Action]) -> Self {
        let keys = chrome::keys_of(world, screen.mode(), offered);
        Self { here: (screen.help(world), keys), scroll: 0, starts: Vec::new(), last: 0 }
    }

    /// The whole text, and the lines at which chapters begin.
    fn lines(&self, world: &World, width: u16) -> (Vec<Line<'static>>, Vec<usize>) {
        let theme = &world.theme;
        let (told, keys) = &self.here;
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
        lines.extend(chrome::key_lines(keys, theme));
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

    /// The line of the next or the previous chapter.
    fn turn(&mut self, on: bool) {
        let next = if on {
            self.starts.iter().find(|start| **start > self.scroll)
        } else {
            self.starts.iter().rev().find(|start| **start < self.scroll)
        };
        self.scroll = next.copied().unwrap_or(self.scroll).min(self.last);
    }
}

impl Screen for Manual {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Manual).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![
            Action::Up,
            Action::Down,
            Action::MoreText,
            Action::LessText,
            Action::Next,
            Action::Previous,
            Action::Manual,
        ]
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        match action {
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => self.scroll = (self.scroll + 1).min(self.last),
            Action::LessText => self.scroll = self.scroll.saturating_sub(15),
            Action::MoreText => self.scroll = (self.scroll + 15).min(self.last),
            Action::Next => self.turn(true),
            Action::Previous => self.turn(false),
            Action::Back | Action::Manual => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let (lines, starts) = self.lines(world, area.width);
        self.last = lines.len().saturating_sub(usize::from(area.height));
        self.starts = starts;
        self.scroll = self.scroll.min(self.last);
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let (lines, _) = self.lines(world, area.width);
        canvas.lines(area, lines.into_iter().skip(self.scroll));
        super::list::edges(area, (self.scroll > 0, self.scroll < self.last), canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.explain(Action::Manual).to_owned()
    }
}
