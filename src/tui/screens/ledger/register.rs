//! The registers: a table of every entry, sought, sorted and told what is missing of each.

use super::{
    entry::SheetForm,
    listed::{Listed, View},
};
use crate::{
    model::Gap,
    session::{Effect, Reply, Statement},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        form,
        keys::{Action, Mode},
        screens::{
            grid,
            list::Cursor,
            sign::{Sign, Work},
        },
        widgets::{Outcome, line::LineField},
        words::{Sight, Term},
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

/// From this width on, a table has room for all its columns.
const WIDE: u16 = 100;

/// The table.
#[derive(Debug)]
pub(in crate::tui::screens) struct LedgerScreen<T: Listed> {
    cursor: Cursor,
    view: View<T>,
    /// What is sought, as long as it is being typed.
    seeking: Option<LineField>,
}

impl<T: Listed> LedgerScreen<T> {
    pub(in crate::tui::screens) fn new(world: &World) -> Self {
        let mut view = View::default();
        view.refresh(world);
        Self { cursor: Cursor::default(), view, seeking: None }
    }

    fn chosen<'a>(&self, world: &'a World) -> Option<&'a T> {
        let place = self.view.place(self.cursor.on(self.view.count()))?;
        T::all(&world.overview).get(place).copied()
    }

    fn open(&self, world: &World) -> Reaction {
        self.chosen(world).map_or(Reaction::Stay, |entry| Reaction::Open(entry.open(world)))
    }

    /// Throws what is under the cursor away; it can be taken back.
    fn throw_away(&self, world: &World) -> Reaction {
        let Some(entry) = self.chosen(world) else { return Reaction::Stay };
        let said = world.words.term(Term::ThrownAway).to_owned();
        Reaction::Several(vec![Reaction::Perform(entry.remove()), Reaction::Say(said)])
    }

    /// Shows another part, from its top.
    fn turn(
        &mut self,
        world: &World,
        change: impl FnOnce(&mut View<T>, &World) -> String,
    ) -> Reaction {
        let said = change(&mut self.view, world);
        self.cursor = Cursor::default();
        Reaction::Say(said)
    }

    /// Keys while what is sought is being typed: what is shown follows every letter.
    fn act_seeking(&mut self, action: Action, world: &World) -> Reaction {
        match action {
            Action::Finish => self.seeking = None,
            Action::Back => {
                self.seeking = None;
                self.view.seek(world, "");
                self.cursor = Cursor::default();
            }
            _ => {}
        }
        Reaction::Stay
    }

    fn typed(&mut self, world: &World) {
        let text = self.seeking.as_ref().map(LineField::text).unwrap_or_default();
        self.view.seek(world, &text);
        self.cursor = Cursor::default();
    }

    fn head(&self, world: &World) -> Vec<Paragraph> {
        let said = self.view.said(world);
        let text = if said.is_empty() { T::HINT } else { Term::Shown };
        let text = match said.as_str() {
            "" => world.words.term(text).to_owned(),
            said => format!("{} {said}", world.words.term(text)),
        };
        let mut text = vec![Paragraph::new(text, world.theme.text)];
        match T::proposals(&world.overview) {
            0 => {}
            count => text.push(Paragraph::new(world.words.proposed(count), world.theme.strong)),
        }
        text
    }

    fn table(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let columns = T::columns(area.width >= WIDE);
        let head: Vec<&str> = columns.iter().map(|(term, _)| world.words.term(*term)).collect();
        let wanted: Vec<usize> = columns.iter().map(|(_, wanted)| *wanted).collect();
        let widths = grid::widths(&wanted, usize::from(area.width).saturating_sub(3));
        let all = T::all(&world.overview);
        grid::draw((&head, &widths), (self.view.count(), self.cursor), area, canvas, |row| {
            let place = self.view.place(row).unwrap_or_default();
            let ended = all.get(place).and_then(|entry| entry.ended());
            let missing = match (ended, self.view.missing(place)) {
                (Some(day), _) => world.words.sight(Sight::Ended(day)),
                (None, 0) => world.words.term(Term::Complete).to_owned(),
                (None, missing) => world.words.missing(missing),
            };
            all.get(place).map(|entry| entry.cells(world, missing)).unwrap_or_default()
        });
    }
}

impl<T: Listed> Screen for LedgerScreen<T> {
    fn crumb(&self, world: &World) -> String {
        world.words.term(T::TITLE).to_owned()
    }

    fn progress(&self, world: &World) -> Vec<String> {
        vec![world.words.shown(self.view.count(), T::all(&world.overview).len())]
    }

    fn mode(&self) -> Mode {
        if self.seeking.is_some() { Mode::Writing } else { Mode::Choosing }
    }

    fn offers(&self, world: &World) -> Vec<Action> {
        if self.seeking.is_some() {
            return vec![Action::Finish, Action::Up, Action::Down];
        }
        let mut offers = vec![Action::Choose, Action::Add];
        if T::proposals(&world.overview) > 0 {
            offers.push(Action::TakeOver);
        }
        offers.extend([Action::Seek, Action::Filter, Action::Sort, Action::Export]);
        if self.view.count() > 0 {
            offers.push(Action::ThrowAway);
        }
        offers.extend([Action::Undo, Action::Redo]);
        offers.extend([Action::Sign, Action::Up, Action::Down, Action::MoreText, Action::LessText]);
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        self.view.refresh(world);
        let step = usize::from(self.view.height.max(2) - 1);
        match action {
            Action::MoreText => {
                self.cursor.0 = (self.cursor.on(self.view.count()) + step)
                    .min(self.view.count().saturating_sub(1));
            }
            Action::LessText => self.cursor.0 = self.cursor.0.saturating_sub(step),
            _ if self.cursor.act(action, self.view.count()) => {}
            _ if self.seeking.is_some() => return self.act_seeking(action, world),
            Action::Choose => return self.open(world),
            Action::Add => {
                return Reaction::Open(Box::new(SheetForm::new(world, T::default())));
            }
            Action::TakeOver => return T::offer(world),
            Action::Seek => self.seeking = Some(LineField::new(self.view.sought())),
            Action::Filter => return self.turn(world, View::next_part),
            Action::Sort => return self.turn(world, View::next_order),
            Action::Export => return Reaction::Perform(Effect::Export(T::LEDGER)),
            Action::ThrowAway => return self.throw_away(world),
            Action::Undo => return Reaction::TakeBack,
            Action::Redo => return Reaction::DoAgain,
            Action::Sign => {
                return Reaction::Open(Box::new(Sign::new(Work::of_statement(
                    Statement::Register,
                ))));
            }
            Action::Back => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        let Some(field) = &mut self.seeking else { return Reaction::Stay };
        let outcome = field.handle(key);
        self.typed(world);
        form::full(outcome == Outcome::Full, world.words)
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        let Some(field) = &mut self.seeking else { return Reaction::Stay };
        let cut = field.paste(text);
        self.typed(world);
        form::full(cut, world.words)
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.open(world)
    }

    fn reply(&mut self, reply: &Reply, world: &World) -> Reaction {
        self.view.refresh(world);
        match reply {
            Reply::Exported(paths) => {
                let paths: Vec<String> =
                    paths.iter().map(|path| path.display().to_string()).collect();
                Reaction::Say(world.words.exported(&paths))
            }
            _ => Reaction::Stay,
        }
    }

    fn fit(&mut self, area: Rect, world: &World) {
        self.view.refresh(world);
        self.view.height = area.height / 2;
        if let Some(field) = &mut self.seeking {
            field.fit(area.width.saturating_sub(10).min(flow::MEASURE));
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let lines = flow::wrap(&self.head(world), area.width);
        let top = u16::try_from(lines.len()).unwrap_or(1);
        let about = self.chosen(world).map(|entry| about(world, &entry.gaps(&world.overview)));
        let below = flow::wrap(&about.unwrap_or_default(), area.width);
        let wanted = u16::try_from(below.len()).unwrap_or(0).min(area.height * 2 / 5);
        let [_, head, table, bottom] = divide::rows(area, [Of(1), Of(top), Rest(4), Of(wanted)]);
        if let Some(field) = &self.seeking {
            let label = world.words.term(Term::Seek);
            canvas.text(head, label, world.theme.strong);
            let x = head.x + 10;
            let room = Rect { x, width: head.width.saturating_sub(10), height: 1, ..head };
            canvas.text(room, &"_".repeat(usize::from(room.width)), world.theme.quiet);
            let drawn = field.draw(room, canvas.buffer, &canvas.prose_style());
            self.table(world, table, canvas);
            canvas.caret = drawn.caret;
        } else {
            canvas.lines(head, lines);
            self.table(world, table, canvas);
        }
        if self.view.count() == 0 {
            let said = if T::all(&world.overview).is_empty() { T::EMPTY } else { Term::NoneShown };
            let text = Paragraph::new(world.words.term(said), world.theme.text);
            let rest = Rect { y: table.y + 1, height: table.height.saturating_sub(1), ..table };
            canvas.lines(rest, flow::wrap(&[text], rest.width));
        }
        canvas.lines(bottom, below);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(T::HELP_LIST).to_owned()
    }
}

/// What is missing, with what to do about it.
fn about(world: &World, gaps: &[Gap]) -> Vec<Paragraph> {
    let mut text = vec![Paragraph::gap()];
    text.extend(gaps.iter().map(|gap| Paragraph::item(gap.told(), world.theme.text)));
    text
}
