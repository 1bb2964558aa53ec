//! Which processing activity an assessment is about: one that is known, or a new one.

use super::{
    interview::Interview,
    list::{self, Cursor, Row},
};
use crate::{
    model::{About, Id, Processing},
    session::{Effect, Reply},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// Choosing one that is known.
#[derive(Debug)]
pub(super) struct ChooseProcessing {
    questionnaire: Id,
    cursor: Cursor,
}

impl ChooseProcessing {
    /// The right screen to begin `questionnaire`: choosing, or a form when there is nothing to choose.
    pub(super) fn open(world: &World, questionnaire: Id) -> Box<dyn Screen> {
        if world.overview.processings.is_empty() {
            return Box::new(NewProcessing::new(world, questionnaire));
        }
        Box::new(Self { questionnaire, cursor: Cursor::default() })
    }

    fn go(&self, world: &World) -> Reaction {
        let chosen = self.cursor.on(world.overview.processings.len() + 1);
        match chosen.checked_sub(1).and_then(|place| world.overview.processings.get(place)) {
            None => {
                Reaction::Replace(Box::new(NewProcessing::new(world, self.questionnaire.clone())))
            }
            Some(processing) => Reaction::Perform(Effect::Begin {
                questionnaire: self.questionnaire.clone(),
                about: About::Processing(processing.id.clone()),
                processing: None,
            }),
        }
    }
}

/// An opened assessment takes the place of the screen that asked for it.
pub(super) fn opened(reply: &Reply) -> Reaction {
    match reply {
        Reply::Opened(session) => Reaction::Replace(Box::new(Interview::new(session))),
        _ => Reaction::Stay,
    }
}

impl Screen for ChooseProcessing {
    fn crumb(&self, world: &World) -> String {
        let line = world.overview.questionnaires.iter().find(|line| line.id == self.questionnaire);
        line.map_or_else(String::new, |line| line.title.clone())
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, world.overview.processings.len() + 1) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.go(world),
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go(world)
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        opened(reply)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let mut rows = vec![Row::Heading(world.words.say(Word::ChooseProcessing).to_owned())];
        rows.push(Row::item(world.words.say(Word::NewProcessing), ""));
        rows.extend(
            world.overview.processings.iter().map(|one| Row::item(&one.name, &one.department)),
        );
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

/// Describing a new one.
#[derive(Debug)]
pub(super) struct NewProcessing {
    questionnaire: Id,
    form: Form,
    /// Whether it was said that what was typed is not kept: leaving again leaves it.
    warned: bool,
}

impl NewProcessing {
    fn new(world: &World, questionnaire: Id) -> Self {
        let words = world.words;
        let form = Form::new(vec![
            FormField::line(words.say(Word::Name), words.say(Word::HintProcessing), ""),
            FormField::line(words.say(Word::Purpose), words.say(Word::HintPurpose), ""),
            FormField::line(words.say(Word::Department), words.say(Word::HintDepartment), ""),
            FormField::line(words.say(Word::Description), words.say(Word::HintDescription), ""),
        ]);
        Self { questionnaire, form, warned: false }
    }

    fn finish(&mut self, world: &World) -> Reaction {
        let name = self.form.text(0);
        if name.is_empty() {
            self.form.focus(0);
            return Reaction::Say(world.words.needed(world.words.say(Word::Name)));
        }
        let processing = Processing {
            name,
            purpose: self.form.text(1),
            department: self.form.text(2),
            description: self.form.text(3),
            ..Processing::default()
        };
        Reaction::Perform(Effect::Begin {
            questionnaire: self.questionnaire.clone(),
            // The desk gives it a name of its own when it keeps it.
            about: About::Processing(Id::default()),
            processing: Some(Box::new(processing)),
        })
    }
}

impl Screen for NewProcessing {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::NewProcessing).trim_end_matches('…').to_owned()
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        self.form.offers()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.form.act(action) {
            return self.finish(world);
        }
        match action {
            // Nothing is lost without a word.
            Action::Back if !self.form.is_blank() && !self.warned => {
                self.warned = true;
                Reaction::Say(world.words.say(Word::NotYetKept).to_owned())
            }
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        opened(reply)
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let text = [
            Paragraph::gap(),
            Paragraph::new(world.words.say(Word::ChooseProcessing), world.theme.heading),
            Paragraph::gap(),
        ];
        let lines = flow::wrap(&text, area.width);
        let top = u16::try_from(lines.len()).unwrap_or(0);
        canvas.lines(area, lines);
        self.form.draw(
            Rect { y: area.y + top, height: area.height.saturating_sub(top), ..area },
            canvas,
        );
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpForm).to_owned()
    }
}
