//! The institution's particulars.

use crate::{
    model::Organisation,
    session::Effect,
    tui::{
        canvas::Canvas,
        form::{Form, FormField},
        keys::{Action, Mode},
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The form, and the screen to go on with once it is filled in.
#[derive(Debug)]
pub(super) struct OrganisationScreen {
    form: Form,
    before: Organisation,
    then: Option<Box<dyn Screen>>,
    /// Whether a number that cannot be read was pointed out: leaving again leaves it as it was.
    warned: bool,
}

/// The number of the field with how many people work there.
const STAFF: usize = 6;

/// How many people work there, as people write it: `12`, `ongeveer 12`, `1.200`. Nothing where that is not one number.
pub fn staff(text: &str) -> Option<u32> {
    let text = text.replace('.', "");
    let mut numbers =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    let number = numbers.next()?.parse().ok();
    number.filter(|_| numbers.next().is_none())
}

impl OrganisationScreen {
    /// The form with what is known.
    pub(super) fn new(world: &World, then: Option<Box<dyn Screen>>) -> Self {
        let words = world.words;
        let known = world.overview.organisation.clone().unwrap_or_default();
        let staff = known.staff.map(|staff| staff.to_string()).unwrap_or_default();
        let form = Form::new(vec![
            FormField::line(words.say(Word::Name), words.say(Word::HintName), &known.name),
            FormField::line(words.say(Word::Sector), words.say(Word::HintSector), &known.sector),
            FormField::line(
                words.say(Word::Departments),
                words.say(Word::HintDepartments),
                &known.departments.join(", "),
            ),
            FormField::line(words.say(Word::Contact), words.say(Word::HintContact), &known.contact),
            FormField::line(
                words.say(Word::Coordinator),
                words.say(Word::HintCoordinator),
                &known.coordinator,
            ),
            FormField::line(words.say(Word::Dpo), words.say(Word::HintDpo), &known.dpo),
            FormField::line(words.say(Word::Staff), words.say(Word::HintStaff), &staff),
        ]);
        Self { form, before: known, then, warned: false }
    }

    /// Whether something stands in the field of a number that is none.
    fn is_unread(&self) -> bool {
        let text = self.form.text(STAFF);
        !text.is_empty() && staff(&text).is_none()
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
            staff: if self.is_unread() { self.before.staff } else { staff(&self.form.text(STAFF)) },
            example: self.before.example,
        }
    }

    /// Keeps what was filled in, and goes back, or `on`; a number that is none is said first.
    fn leave(&mut self, world: &World, on: bool) -> Reaction {
        let kept = self.settle(world);
        if self.is_unread() && !self.warned {
            self.warned = true;
            self.form.focus(STAFF);
            let said = Reaction::Say(world.words.say(Word::OneNumber).to_owned());
            return Reaction::Several(vec![kept, said]);
        }
        let then = if on { self.then.take() } else { None };
        Reaction::Several(vec![kept, then.map_or(Reaction::Back, Reaction::Replace)])
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
        self.form.offers()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.form.act(action) {
            return self.leave(world, true);
        }
        match action {
            Action::Back => self.leave(world, false),
            _ => Reaction::Stay,
        }
    }

    fn settle(&mut self, _world: &World) -> Reaction {
        let filled = self.filled();
        if filled == self.before {
            return Reaction::Stay;
        }
        self.before = filled.clone();
        Reaction::Perform(Effect::KeepOrganisation(Box::new(filled)))
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draw(&self, _world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.form.draw(area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpForm).to_owned()
    }
}
