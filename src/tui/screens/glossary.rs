//! What the words of this field mean: those of the screen one came from first.

use super::list::{self, Cursor, Row};
use crate::tui::{
    canvas::Canvas,
    divide::{
        self,
        Part::{Of, Rest},
    },
    flow::{self, Paragraph},
    keys::Action,
    words::{Definition, Word},
    world::{Reaction, Screen, World},
};
use ratatui::layout::Rect;

/// Rows for what a word means.
const MEANING: u16 = 7;

/// The words, in the order in which they are shown.
#[derive(Debug)]
pub struct Glossary {
    cursor: Cursor,
    /// Those that stand in the text one came from.
    here: Vec<&'static Definition>,
    /// The others.
    rest: Vec<&'static Definition>,
}

impl Glossary {
    /// With the words that stand in `text` first.
    pub fn new(world: &World, text: &str) -> Self {
        // A word begins where no letter stands before it: "avg" is not met in "gavg".
        let text = format!(" {} ", text.to_lowercase());
        let met = |form: &&str| {
            text.match_indices(*form).any(|(at, _)| {
                text.get(..at)
                    .and_then(|before| before.chars().next_back())
                    .is_none_or(|before| !before.is_alphanumeric())
            })
        };
        let (here, rest) =
            world.words.glossary().iter().partition(|definition| definition.forms.iter().any(&met));
        Self { cursor: Cursor::default(), here, rest }
    }

    fn count(&self) -> usize {
        self.here.len() + self.rest.len()
    }

    fn chosen(&self) -> Option<&'static Definition> {
        self.here.iter().chain(&self.rest).nth(self.cursor.on(self.count())).copied()
    }

    fn rows(&self, world: &World) -> Vec<Row> {
        let mut rows = Vec::new();
        for (heading, definitions) in [(Word::TermsHere, &self.here), (Word::TermsAll, &self.rest)]
        {
            if definitions.is_empty() {
                continue;
            }
            rows.push(Row::Heading(world.words.say(heading).to_owned()));
            rows.extend(definitions.iter().map(|definition| Row::item(definition.term, "")));
        }
        rows
    }
}

impl Screen for Glossary {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Glossary).to_owned()
    }

    fn is_aside(&self) -> bool {
        true
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Up, Action::Down, Action::Glossary]
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        if self.cursor.act(action, self.count()) {
            return Reaction::Stay;
        }
        match action {
            Action::Back | Action::Glossary => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.cursor.0 = row;
        Reaction::Stay
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { width: area.width.min(flow::MEASURE), ..area };
        let [_, rows, rule, meaning] = divide::rows(area, [Of(1), Rest(2), Of(1), Of(MEANING)]);
        list::draw(&self.rows(world), self.cursor, rows, canvas);
        let Some(definition) = self.chosen() else { return };
        canvas.rule(rule, definition.term);
        let text = Paragraph::new(definition.text, world.theme.text);
        canvas.lines(meaning, flow::wrap(&[text], meaning.width));
    }

    fn help(&self, world: &World) -> String {
        world.words.explain(Action::Glossary).to_owned()
    }
}
