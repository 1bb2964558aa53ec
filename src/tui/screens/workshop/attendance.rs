//! Who is there: the attendance list, with those of last time to take over.

use super::{
    Group,
    jot::{Jot, What},
};
use crate::{
    model::{Id, Participant},
    session::Session,
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        screens::{
            list::{self, Cursor, Row},
            undoing,
        },
        words::{Meet, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The list.
#[derive(Debug)]
pub(in crate::tui::screens) struct Attendance {
    cursor: Cursor,
    /// The question at which the group begins; none if it is at work already.
    begin: Option<Id>,
}

impl Attendance {
    /// Before the group begins at this question.
    pub(super) fn before(question: Id) -> Self {
        Self { cursor: Cursor::default(), begin: Some(question) }
    }

    /// While the group is at work.
    pub(super) fn during() -> Self {
        Self { cursor: Cursor::default(), begin: None }
    }

    /// Those of last time who are not on the list.
    fn proposed<'a>(world: &'a World, session: &Session) -> Vec<&'a Participant> {
        let listed = &session.assessment().participants;
        let new = |one: &&Participant| listed.iter().all(|known| known.name != one.name);
        world.overview.people.iter().filter(new).collect()
    }

    /// How many rows can be chosen: who is listed, one to add, who is proposed.
    fn count(world: &World, session: &Session) -> usize {
        session.assessment().participants.len() + 1 + Self::proposed(world, session).len()
    }

    fn choose(&self, world: &World, session: &Session) -> Reaction {
        let listed = session.assessment().participants.len();
        let at = self.cursor.on(Self::count(world, session));
        if at <= listed {
            return Jot::open(world, session, What::Person(at));
        }
        match Self::proposed(world, session).get(at - listed - 1) {
            Some(one) => Self::add(session, one),
            None => Reaction::Stay,
        }
    }

    fn add(session: &Session, one: &Participant) -> Reaction {
        let place = session.assessment().participants.len();
        let person = Participant { absent: false, ..one.clone() };
        session.list(place, person).map_or(Reaction::Stay, Reaction::Edit)
    }

    fn add_all(world: &World, session: &Session) -> Reaction {
        let mut after = session.clone();
        let mut edits = Vec::new();
        for one in Self::proposed(world, session) {
            let person = Participant { absent: false, ..one.clone() };
            let Ok(edit) = after.list(after.assessment().participants.len(), person) else {
                continue;
            };
            after.apply(edit.clone());
            edits.push(edit);
        }
        if edits.is_empty() {
            return Reaction::Say(world.words.meet(Meet::NotTaken).to_owned());
        }
        Reaction::Edit(crate::session::Edit::Several(edits))
    }

    fn toggle(&self, world: &World, session: &Session) -> Reaction {
        let at = self.cursor.on(Self::count(world, session));
        match session.assessment().participants.get(at) {
            Some(one) => {
                let person = Participant { absent: !one.absent, ..one.clone() };
                session.list(at, person).map_or(Reaction::Stay, Reaction::Edit)
            }
            None => self.choose(world, session),
        }
    }

    fn remove(&self, world: &World, session: &Session) -> Reaction {
        let at = self.cursor.on(Self::count(world, session));
        if at < session.assessment().participants.len() {
            return Reaction::Edit(session.unlist(at));
        }
        Reaction::Stay
    }

    /// The group begins, or goes on.
    fn go(&self, world: &World, session: &Session) -> Reaction {
        let Some(question) = &self.begin else { return Reaction::Back };
        if session.assessment().participants.iter().all(|one| one.absent) {
            return Reaction::Say(world.words.meet(Meet::NobodyThere).to_owned());
        }
        let begun = (!session.is_together()).then(|| Reaction::Edit(session.gather()));
        let group = Group::enter(session, question);
        Reaction::Several(begun.into_iter().chain(group).collect())
    }

    fn rows(world: &World, session: &Session) -> Vec<Row> {
        let words = world.words;
        let mut rows: Vec<Row> = Vec::new();
        for one in &session.assessment().participants {
            let there = words.meet(if one.absent { Meet::Absent } else { Meet::Present });
            let mark = if one.absent { "[ ]" } else { "[x]" };
            rows.push(Row::item(format!("{mark} {}", named(one)), there));
        }
        rows.push(Row::item(words.meet(Meet::AddPerson), ""));
        let proposed = Self::proposed(world, session);
        if !proposed.is_empty() {
            rows.push(Row::Heading(words.meet(Meet::LastTime).to_owned()));
            rows.extend(
                proposed.into_iter().map(|one| Row::item(format!("    {}", named(one)), "")),
            );
        }
        rows
    }

    fn head(&self, world: &World, width: u16) -> Vec<ratatui::text::Line<'static>> {
        let help = if self.begin.is_some() { Meet::AttendanceHelp } else { Meet::AttendanceLater };
        let text = [
            Paragraph::gap(),
            Paragraph::new(world.words.meet(Meet::Attendance), world.theme.heading),
            Paragraph::new(world.words.meet(help), world.theme.text),
            Paragraph::gap(),
        ];
        flow::wrap(&text, width)
    }
}

fn named(one: &Participant) -> String {
    if one.role.is_empty() { one.name.clone() } else { format!("{}, {}", one.name, one.role) }
}

impl Screen for Attendance {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Participants).to_owned()
    }

    fn offers(&self, world: &World) -> Vec<Action> {
        let mut offers = vec![Action::Toggle, Action::Choose, Action::Add, Action::TakeOff];
        offers.extend([Action::Up, Action::Down, Action::Next, Action::Undo]);
        let proposed = |session| !Self::proposed(world, session).is_empty();
        if world.session.as_ref().is_some_and(proposed) {
            offers.push(Action::TakeAllOver);
        }
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        if self.cursor.act(action, Self::count(world, session)) {
            return Reaction::Stay;
        }
        match action {
            Action::Toggle => self.toggle(world, session),
            Action::Choose => self.choose(world, session),
            Action::Add => {
                self.cursor.0 = session.assessment().participants.len();
                self.choose(world, session)
            }
            Action::TakeOff => self.remove(world, session),
            Action::TakeAllOver => Self::add_all(world, session),
            Action::Undo => undoing::undo_here(world),
            Action::Next => self.go(world, session),
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        world.session.as_ref().map_or(Reaction::Stay, |session| self.toggle(world, session))
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(session) = &world.session else { return };
        let head = self.head(world, area.width);
        let top = u16::try_from(head.len()).unwrap_or(0).min(area.height / 2);
        canvas.lines(Rect { height: top, ..area }, head);
        let width = area.width.min(flow::MEASURE);
        let rest = Rect { y: area.y + top, height: area.height - top, width, ..area };
        list::draw(&Self::rows(world, session), self.cursor, rest, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.meet(Meet::AttendanceHelp).to_owned()
    }
}
