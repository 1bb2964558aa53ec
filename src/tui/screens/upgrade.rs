//! A newer version of the questionnaire: what it would make of the assessment, and the choice between the two.

use super::list::{self, Cursor, Row};
use crate::{
    session::{Effect, Reply, Upgrade},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        words::{Cycle, Told},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::{Constraint, Layout, Rect};

/// The report, with the choice below it.
#[derive(Debug)]
pub(in crate::tui) struct UpgradeScreen {
    upgrade: Upgrade,
    cursor: Cursor,
    scroll: usize,
    /// How many lines there are, and how many fit; known once there was room.
    lines: usize,
    height: usize,
}

impl UpgradeScreen {
    /// Of this report.
    pub(in crate::tui) fn new(upgrade: Upgrade) -> Self {
        Self { upgrade, cursor: Cursor::default(), scroll: 0, lines: 0, height: 0 }
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
    Layout::vertical([
        Constraint::Min(1),
        Constraint::Length(1),
        Constraint::Length(choices.min(area.height / 2)),
    ])
    .areas(area)
}

impl Screen for UpgradeScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.cycle(Cycle::Newer).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down, Action::MoreText, Action::LessText]
    }

    fn act(&mut self, action: Action, _world: &World) -> Reaction {
        if self.cursor.act(action, 2) {
            return Reaction::Stay;
        }
        let page = self.height.saturating_sub(2).max(1);
        match action {
            Action::Choose => return self.go(),
            Action::Back => return Reaction::Back,
            Action::MoreText => {
                self.scroll = (self.scroll + page).min(self.lines.saturating_sub(self.height));
            }
            Action::LessText => self.scroll = self.scroll.saturating_sub(page),
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
        self.lines = flow::wrap(&paragraphs(world, &told), text.width).len();
        self.height = usize::from(text.height);
        self.scroll = self.scroll.min(self.lines.saturating_sub(self.height));
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let [text, rule, choices] = divide(area, 2);
        let told = world.words.upgrade(&self.upgrade);
        let lines = flow::wrap(&paragraphs(world, &told), text.width);
        let more = lines.len() > self.scroll + self.height;
        canvas.lines(text, lines.into_iter().skip(self.scroll));
        list::edges(text, (self.scroll > 0, more), canvas);
        canvas.rule(rule, "");
        let rows = [Cycle::TakeNewer, Cycle::StayOnOlder]
            .map(|word| Row::item(world.words.cycle(word), ""));
        list::draw(&rows, self.cursor, Rect { width: choices.width.min(46), ..choices }, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.cycle(Cycle::HelpNewer).to_owned()
    }
}
