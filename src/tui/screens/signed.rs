//! The record is there: where it lies, and what to do with it.

use super::report;
use crate::{
    session::{Effect, SignedRecord},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        guide::Scene,
        keys::Action,
        words::{SignWord, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The last screen of an assessment.
#[derive(Debug)]
pub(super) struct SignedScreen {
    record: SignedRecord,
}

impl SignedScreen {
    /// For this record.
    pub(super) fn new(record: SignedRecord) -> Self {
        Self { record }
    }
}

impl Screen for SignedScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Signed).to_owned()
    }

    fn scene(&self) -> Scene<'_> {
        Scene::Signed
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Folder, Action::ToHome]
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        match action {
            Action::Folder => Reaction::Perform(Effect::Show(self.record.path.clone())),
            Action::ToHome | Action::Back => Reaction::Home,
            _ => Reaction::Stay,
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let words = world.words;
        let mut text = vec![
            Paragraph::gap(),
            Paragraph::new(words.say(Word::Signed), world.theme.heading),
            Paragraph::gap(),
            Paragraph::new(
                words.record_at(&self.record.path.display().to_string()),
                world.theme.strong,
            ),
            Paragraph::gap(),
        ];
        text.extend(report::paragraphs(world, &self.record.report));
        text.push(Paragraph::gap());
        text.push(Paragraph::new(words.say(Word::SignedHelp), world.theme.text));
        canvas.lines(area, flow::wrap(&text, area.width));
    }

    fn help(&self, world: &World) -> String {
        world.words.sign_word(SignWord::HelpSigned).to_owned()
    }
}
