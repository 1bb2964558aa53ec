//! Two copies of one file side by side: what differs, and which of each is kept.

use super::{grid, list::Cursor};
use crate::{
    session::{Choice, Comparison, Difference, Effect},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        keys::Action,
        words::Double,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// What stands before the copy that is kept, and before the other.
const MARKS: [&str; 2] = ["● ", "  "];

/// The two, and what is chosen of them so far.
#[derive(Debug)]
pub(super) struct TwinScreen {
    comparison: Comparison,
    /// Of each difference, whether that of the second is kept.
    chosen: Vec<bool>,
    cursor: Cursor,
}

impl TwinScreen {
    /// With the one that is in use chosen.
    pub(super) fn new(comparison: Comparison) -> Self {
        // Where nothing differs, or it cannot be shown, one still chooses between the two.
        let chosen = vec![false; comparison.differences.len().max(1)];
        Self { comparison, chosen, cursor: Cursor::default() }
    }

    fn on(&self) -> usize {
        self.cursor.on(self.comparison.differences.len())
    }

    /// Chooses the second, or the first; of all if one cannot choose of each.
    fn take(&mut self, second: bool, all: bool) {
        let on = self.on();
        if all || !self.comparison.mixable {
            self.chosen.fill(second);
        } else if let Some(chosen) = self.chosen.get_mut(on) {
            *chosen = second;
        }
    }

    fn keep(&self, choice: Choice, world: &World) -> Reaction {
        let done = if choice == Choice::Both { Double::BothKept } else { Double::Settled };
        let said = world.words.double(done).to_owned();
        let settlement = Box::new(self.comparison.settled(choice));
        let wish = Reaction::Perform(Effect::Settle(settlement));
        Reaction::Several(vec![wish, Reaction::Back, Reaction::Say(said)])
    }

    fn choice(&self) -> Choice {
        match (self.chosen.contains(&true), self.chosen.contains(&false)) {
            (false, _) => Choice::First,
            (true, false) => Choice::Second,
            (true, true) => Choice::Mixed(self.chosen.clone()),
        }
    }

    fn head(&self, world: &World) -> Vec<Paragraph> {
        let (words, theme) = (world.words, &world.theme);
        let how = match (self.comparison.differences.is_empty(), self.comparison.mixable) {
            (true, _) => Double::Same,
            (false, true) => Double::ByPart,
            (false, false) => Double::Whole,
        };
        let mut text = vec![
            Paragraph::new(words.two_of(&self.comparison.what), theme.strong),
            Paragraph::new(words.double(Double::Why), theme.text),
        ];
        text.extend(words.sides(&self.comparison).map(|side| Paragraph::item(side, theme.text)));
        text.push(Paragraph::new(words.double(how), theme.text));
        text
    }

    /// The difference under the cursor, in full.
    fn whole(&self, world: &World) -> Vec<Paragraph> {
        let Some(difference) = self.comparison.differences.get(self.on()) else {
            return Vec::new();
        };
        let (words, theme) = (world.words, &world.theme);
        let mut text = vec![Paragraph::gap(), Paragraph::new(&difference.label, theme.strong)];
        for (word, said) in [Double::First, Double::Second].into_iter().zip(&difference.said) {
            let said = if said.is_empty() { words.double(Double::Nothing) } else { said };
            text.push(Paragraph::item(format!("{}: {said}", words.double(word)), theme.text));
        }
        text
    }

    fn cells(&self, world: &World, row: usize) -> Vec<String> {
        let Some(Difference { label, said: [first, second] }) =
            self.comparison.differences.get(row)
        else {
            return Vec::new();
        };
        let second_kept = self.chosen.get(row).copied().unwrap_or_default();
        let [kept, other] = MARKS;
        let (one, two) = if second_kept { (other, kept) } else { (kept, other) };
        let nothing = world.words.double(Double::Nothing);
        let said = |text: &String| if text.is_empty() { nothing } else { text }.to_owned();
        vec![label.clone(), one.to_owned() + &said(first), two.to_owned() + &said(second)]
    }
}

impl Screen for TwinScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.double(Double::Title).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let mut offers = vec![Action::TakeFirst, Action::TakeSecond];
        if self.comparison.mixable {
            offers.extend([Action::RowFirst, Action::RowSecond]);
        }
        if self.comparison.separable {
            offers.push(Action::TakeBoth);
        }
        offers.extend([Action::Choose, Action::Up, Action::Down]);
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, self.comparison.differences.len()) {
            return Reaction::Stay;
        }
        match action {
            Action::TakeFirst => self.take(false, true),
            Action::TakeSecond => self.take(true, true),
            Action::RowFirst => self.take(false, false),
            Action::RowSecond => self.take(true, false),
            Action::TakeBoth => return self.keep(Choice::Both, world),
            Action::Choose => return self.keep(self.choice(), world),
            Action::Back => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        // A click on the row one is at chooses the other of it.
        if self.on() == row {
            let second = self.chosen.get(row).copied().unwrap_or_default();
            self.take(!second, false);
        }
        self.cursor.0 = row;
        Reaction::Stay
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let head = flow::wrap(&self.head(world), area.width);
        let below = flow::wrap(&self.whole(world), area.width);
        let room = |lines: usize, most: u16| u16::try_from(lines).unwrap_or(0).min(most);
        let [top, _, table, bottom] = divide::rows(
            area,
            [
                Of(room(head.len(), area.height / 2)),
                Of(1),
                Rest(3),
                Of(room(below.len(), area.height * 2 / 5)),
            ],
        );
        canvas.lines(top, head);
        let words = [Double::Part, Double::First, Double::Second];
        let titles = words.map(|word| world.words.double(word));
        let widths = grid::widths(&[34, 34, 34], usize::from(table.width).saturating_sub(3));
        if !self.comparison.differences.is_empty() {
            let rows = (self.comparison.differences.len(), self.cursor);
            grid::draw((&titles, &widths), rows, table, canvas, |row| self.cells(world, row));
        }
        canvas.lines(bottom, below);
    }

    fn help(&self, world: &World) -> String {
        world.words.double(Double::Help).to_owned()
    }
}
