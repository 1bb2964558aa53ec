//! A newer version of the questionnaire: what it would make of the assessment, and the choice between the two.

use super::{
    list::{self, Cursor, Row},
    reader::Reader,
};
use crate::{
    session::{Effect, Reply, Upgrade},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        keys::Action,
        words::{Cycle, Told},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The report, with the choice below it.
#[derive(Debug)]
pub(in crate::tui) struct UpgradeScreen {
    upgrade: Upgrade,
    cursor: Cursor,
    reader: Reader,
}

impl UpgradeScreen {
    /// Of this report.
    pub(in crate::tui) fn new(upgrade: Upgrade) -> Self {
        Self { upgrade, cursor: Cursor::default(), reader: Reader::default() }
    }

    fn go(&self) -> Reaction {
        let id = self.upgrade.assessment.clone();
        Reaction::Perform(match self.cursor.0 {
            0 => Effect::Upgrade(id),
            _ => Effect::StayOn(id),
        })
    }
}

/// A report in paragraphs: the first part runs on, the others are lists.
pub(super) fn paragraphs(world: &World, told: &[Told]) -> Vec<Paragraph> {
    let theme = &world.theme;
    let mut text = Vec::new();
    for (place, Told { heading, lines }) in told.iter().enumerate() {
        text.push(Paragraph::gap());
        text.push(Paragraph::new(heading, theme.heading));
        text.extend(lines.iter().map(|line| match place {
            0 => Paragraph::new(line, theme.text),
            _ => Paragraph::item(line, theme.text),
        }));
    }
    text
}

/// The text above, and two or more choices with a line between them below.
pub(super) fn divide(area: Rect, choices: u16) -> [Rect; 3] {
    divide::rows(area, [Rest(1), Of(1), Of(choices.min(area.height / 2))])
}

impl Screen for UpgradeScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.cycle(Cycle::Newer).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down, Action::MoreText, Action::LessText]
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        // The arrows move between the two choices; the text goes by the page.
        if self.cursor.act(action, 2) || self.reader.act(action) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => return self.go(),
            Action::Back => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go()
    }

    fn gives_way(&self, reply: &Reply) -> bool {
        matches!(reply, Reply::Opened(_))
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let [text, ..] = divide(area, 2);
        let told = world.words.upgrade(&self.upgrade);
        self.reader.fit(text, |width| flow::wrap(&paragraphs(world, &told), width));
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let [text, rule, choices] = divide(area, 2);
        self.reader.draw(text, canvas);
        canvas.rule(rule, "");
        let rows = [Cycle::TakeNewer, Cycle::StayOnOlder]
            .map(|word| Row::item(world.words.cycle(word), ""));
        list::draw(&rows, self.cursor, Rect { width: choices.width.min(46), ..choices }, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.cycle(Cycle::HelpNewer).to_owned()
    }
}
