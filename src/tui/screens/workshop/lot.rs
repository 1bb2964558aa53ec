//! What was put aside in a section, when the section ends.

use crate::{
    model::{Id, Parked},
    session::Session,
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        screens::{
            list::{self, Cursor, Row},
            undoing,
        },
        words::Meet,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// What was put aside in one section.
#[derive(Debug)]
pub(super) struct Lot {
    section: Id,
    /// The question to go on with; none after the last one.
    next: Option<Id>,
    cursor: Cursor,
}

impl Lot {
    pub(super) fn new(section: Id, next: Option<Id>) -> Self {
        Self { section, next, cursor: Cursor::default() }
    }

    /// Whether something that was put aside in this section was not talked about yet.
    pub(super) fn waits(session: &Session, section: &Id) -> bool {
        of(session, section).iter().any(|(_, parked)| !parked.done)
    }

    fn go_on(&self) -> Reaction {
        let next = match &self.next {
            Some(next) => Reaction::Visit(next.clone()),
            None => Reaction::Open(Box::new(super::Closing::default())),
        };
        Reaction::Several(vec![Reaction::Back, next])
    }
}

/// What was put aside in this section, with its place among everything that was.
fn of(session: &Session, section: &Id) -> Vec<(usize, Parked)> {
    let here = |question: &Id| super::section(session, question).as_ref() == Some(section);
    let parked = session.workshop().parked.into_iter().enumerate();
    parked.filter(|(_, one)| one.question.as_ref().is_some_and(here)).collect()
}

impl Screen for Lot {
    fn crumb(&self, world: &World) -> String {
        world.words.meet(Meet::Parking).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::GoOn, Action::Done, Action::Next, Action::Up, Action::Down, Action::Undo]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        let parked = of(session, &self.section);
        if self.cursor.act(action, parked.len()) {
            return Reaction::Stay;
        }
        match action {
            Action::Done => parked
                .get(self.cursor.on(parked.len()))
                .map_or(Reaction::Stay, |(place, _)| Reaction::Edit(session.unpark(*place))),
            Action::Undo => undoing::undo_here(world),
            Action::GoOn | Action::Next => self.go_on(),
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.cursor.0 = row;
        Reaction::Stay
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(session) = &world.session else { return };
        let words = world.words;
        let text = [
            Paragraph::gap(),
            Paragraph::new(words.meet(Meet::Parking), world.theme.heading),
            Paragraph::new(words.meet(Meet::ParkingHelp), world.theme.text),
            Paragraph::gap(),
        ];
        let head = flow::wrap(&text, area.width);
        let top = u16::try_from(head.len()).unwrap_or(0).min(area.height / 2);
        canvas.lines(Rect { height: top, ..area }, head);
        let rows: Vec<Row> = of(session, &self.section)
            .into_iter()
            .map(|(_, one)| {
                let state = if one.done { Meet::TalkedAbout } else { Meet::NotYet };
                Row::item(one.text, words.meet(state))
            })
            .collect();
        let width = area.width.min(flow::MEASURE + 10);
        let rest = Rect { y: area.y + top, height: area.height - top, width, ..area };
        list::draw(&rows, self.cursor, rest, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.meet(Meet::HelpLot).to_owned()
    }
}
