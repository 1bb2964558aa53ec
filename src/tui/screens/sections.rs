//! Jumping to a section.

use super::{
    interview::Interview,
    list::{self, Cursor, Number, Row},
};
use crate::{
    model::Id,
    tui::{
        canvas::Canvas,
        flow,
        keys::Action,
        words::{Sight, Word},
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

/// The list of sections.
#[derive(Debug)]
pub(super) struct Sections {
    cursor: Cursor,
    /// The number of a question, while it is typed.
    number: Number,
}

impl Sections {
    /// With the cursor on the section of the question `at`.
    pub(super) fn new(world: &World, at: &Id) -> Self {
        let place =
            world.session.as_ref().and_then(|session| session.questionnaire().section_of(at));
        Self { cursor: Cursor(place.unwrap_or(0)), number: Number::default() }
    }

    fn go(&self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        if let Some(number) = self.number.typed() {
            let asked = &session.evaluation().asked;
            let question = number.checked_sub(1).and_then(|place| asked.get(place));
            return match question {
                Some(question) => {
                    Reaction::Several(vec![Reaction::Back, Reaction::Visit(question.clone())])
                }
                None => Reaction::Say(world.words.sight(Sight::NoSuchNumber(asked.len()))),
            };
        }
        let stops = session.stops();
        let first = stops
            .iter()
            .find(|stop| stop.section == self.cursor.0)
            .and_then(|stop| stop.questions.first());
        match first {
            None => Reaction::Say(world.words.say(Word::Nowhere).to_owned()),
            Some(id) => Reaction::Several(vec![
                Reaction::Back,
                Reaction::Replace(Box::new(Interview::at(session, id.clone()))),
                Reaction::Stand(id.clone()),
            ]),
        }
    }
}

impl Screen for Sections {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Sections).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let count =
            world.session.as_ref().map_or(0, |session| session.questionnaire().sections().len());
        if self.cursor.act(action, count) {
            self.number.end();
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.go(world),
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        if let Some(number) = self.number.take(key) {
            return Reaction::Say(world.words.sight(Sight::ToQuestion(number)));
        }
        self.number.end();
        Reaction::Stay
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go(world)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(session) = &world.session else { return };
        let evaluation = session.evaluation();
        let rows: Vec<Row> = session
            .questionnaire()
            .sections()
            .iter()
            .enumerate()
            .map(|(place, section)| {
                let asked = section
                    .questions
                    .iter()
                    .filter(|question| evaluation.asked.contains(&question.id));
                let (mut count, mut open) = (0, 0);
                for question in asked {
                    count += 1;
                    open += usize::from(evaluation.unanswered.contains(&question.id));
                }
                let state = if count == 0 {
                    world.words.say(Word::NotApplicable).to_owned()
                } else {
                    format!("{}/{count}", count - open)
                };
                Row::item(format!("{}  {}", place + 1, section.title), state)
            })
            .collect();
        let area = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            width: area.width.min(flow::MEASURE),
            ..area
        };
        list::draw(&rows, self.cursor, area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpList).to_owned()
    }
}
