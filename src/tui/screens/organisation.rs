//! The institution's particulars.

use super::form::{Form, FormField};
use crate::{
    model::Organisation,
    session::Effect,
    tui::{
        canvas::Canvas,
        keys::{Action, Mode},
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

/// The form, and the screen to go on with once it is filled in.
#[derive(Debug)]
pub(super) struct OrganisationScreen {
    form: Form,
    before: Organisation,
    then: Option<Box<dyn Screen>>,
}

impl OrganisationScreen {
    /// The form with what is known.
    pub(super) fn new(world: &World, then: Option<Box<dyn Screen>>) -> Self {
        let known = world.overview.organisation.clone().unwrap_or_default();
        let staff = known.staff.map(|staff| staff.to_string()).unwrap_or_default();
        let form = Form::new(vec![
            FormField::line(Word::Name, Word::HintName, &known.name),
            FormField::line(Word::Sector, Word::HintSector, &known.sector),
            FormField::line(
                Word::Departments,
                Word::HintDepartments,
                &known.departments.join(", "),
            ),
            FormField::line(Word::Contact, Word::HintContact, &known.contact),
            FormField::line(Word::Coordinator, Word::HintCoordinator, &known.coordinator),
            FormField::line(Word::Dpo, Word::HintDpo, &known.dpo),
            FormField::line(Word::Staff, Word::HintStaff, &staff),
        ]);
        Self { form, before: known, then }
    }

    fn filled(&self) -> Organisation {
        let departments = self.form.text(2);
        let departments = departments.split(',').map(str::trim).filter(|name| !name.is_empty());
        Organisation {
            name: self.form.text(0),
            sector: self.form.text(1),
            departments: departments.map(str::to_owned).collect(),
            contact: self.form.text(3),
            coordinator: self.form.text(4),
            dpo: self.form.text(5),
            staff: self
                .form
                .text(6)
                .chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
                .parse()
                .ok(),
            example: self.before.example,
        }
    }

    fn finish(&mut self, world: &World) -> Reaction {
        let kept = self.settle(world);
        let on = self.then.take().map_or(Reaction::Back, Reaction::Replace);
        Reaction::Several(vec![kept, on])
    }
}

impl Screen for OrganisationScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Organisation).to_owned()
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::NextField, Action::PreviousField]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        match action {
            Action::NextField if !self.form.next() => self.finish(world),
            Action::PreviousField => {
                self.form.previous();
                Reaction::Stay
            }
            Action::Back => Reaction::Several(vec![self.settle(world), Reaction::Back]),
            _ => Reaction::Stay,
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        if self.form.key(key) {
            Reaction::Say(world.words.say(Word::TooMuchText).to_owned())
        } else {
            Reaction::Stay
        }
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        if self.form.paste(text) {
            Reaction::Say(world.words.say(Word::TooMuchText).to_owned())
        } else {
            Reaction::Stay
        }
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.form.focus(row);
        Reaction::Stay
    }

    fn settle(&mut self, _world: &World) -> Reaction {
        let filled = self.filled();
        if filled == self.before {
            return Reaction::Stay;
        }
        self.before = filled.clone();
        Reaction::Perform(Effect::KeepOrganisation(Box::new(filled)))
    }

    fn fit(&mut self, area: Rect, _world: &World) {
        self.form.fit(area);
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.form.draw(world.words, area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpForm).to_owned()
    }
}
