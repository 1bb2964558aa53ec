//! What a person chooses for the screen: colours, size, mouse, signs.

use super::list::{self, Cursor, Row};
use crate::{
    model::Settings,
    session::Effect,
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        keys::Action,
        words::{Choice, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The choices, in the order of the rows.
const CHOICES: [Choice; 4] = [Choice::Ground, Choice::Projector, Choice::Mouse, Choice::PlainSigns];

/// The list of choices; each shows at once.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    cursor: Cursor,
}

impl SettingsScreen {
    fn chosen(&self) -> Choice {
        CHOICES.get(self.cursor.on(CHOICES.len())).copied().unwrap_or(Choice::Ground)
    }

    /// Goes on to the next value of the choice under the cursor.
    fn change(&self, world: &World) -> Reaction {
        let mut settings = world.overview.settings;
        match self.chosen() {
            Choice::Ground => settings.ground = settings.ground.next(),
            Choice::Projector => settings.projector = !settings.projector,
            Choice::Mouse => settings.mouse = !settings.mouse,
            Choice::PlainSigns => settings.plain_signs = !settings.plain_signs,
        }
        Reaction::Perform(Effect::KeepSettings(settings))
    }
}

fn value(choice: Choice, settings: Settings, world: &World) -> &'static str {
    let on = match choice {
        Choice::Ground => return world.words.ground(settings.ground),
        Choice::Projector => settings.projector,
        Choice::Mouse => settings.mouse,
        Choice::PlainSigns => settings.plain_signs,
    };
    world.words.switched(on)
}

impl Screen for SettingsScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Settings).to_owned()
    }

    fn is_aside(&self) -> bool {
        true
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let moves = [Action::Choose, Action::Toggle, Action::Up, Action::Down];
        moves.into_iter().chain([Action::Undo, Action::Redo, Action::Settings]).collect()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, CHOICES.len()) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose | Action::Toggle => self.change(world),
            Action::Undo => Reaction::TakeBack,
            Action::Redo => Reaction::DoAgain,
            Action::Back | Action::Settings => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.change(world)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let rows: Vec<Row> = CHOICES
            .iter()
            .map(|choice| {
                let value = value(*choice, world.overview.settings, world);
                Row::item(world.words.choice(*choice).0, value)
            })
            .collect();
        let height = list::height(&rows, world.theme.spacious);
        let area = Rect { width: area.width.min(flow::MEASURE), ..area };
        let [_, list, _, text] = divide::rows(area, [Of(1), Of(height), Of(1), Rest(1)]);
        list::draw(&rows, self.cursor, list, canvas);
        let hint = Paragraph::new(world.words.choice(self.chosen()).1, world.theme.text);
        canvas.lines(text, flow::wrap(&[hint], text.width));
    }

    fn help(&self, world: &World) -> String {
        world.words.explain(Action::Settings).to_owned()
    }
}
