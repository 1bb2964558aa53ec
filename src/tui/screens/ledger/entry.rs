//! The form of one entry of the register: every field of AVG art. 30 lid 1, with what belongs in it.

use super::fields;
use crate::{
    model::Processing,
    session::Effect,
    tui::{
        canvas::Canvas,
        form::{Form, FormField},
        keys::{Action, Mode},
        words::Term,
        world::{Reaction, Screen, World},
    },
};
use jiff::civil::Date;
use ratatui::layout::Rect;

/// The fields in their order: what each is called, and what belongs in it.
const FIELDS: [(Term, Term); 19] = [
    (Term::Name, Term::HintName),
    (Term::Purpose, Term::HintPurpose),
    (Term::Department, Term::HintDepartment),
    (Term::Owner, Term::HintOwner),
    (Term::People, Term::HintPeople),
    (Term::Data, Term::HintData),
    (Term::Sensitive, Term::HintSensitive),
    (Term::Basis, Term::HintBasis),
    (Term::BasisReason, Term::HintBasisReason),
    (Term::Retention, Term::HintRetention),
    (Term::Processors, Term::HintProcessors),
    (Term::Recipients, Term::HintRecipients),
    (Term::Transfers, Term::HintTransfers),
    (Term::Security, Term::HintSecurity),
    (Term::Source, Term::HintSource),
    (Term::Place, Term::HintPlace),
    (Term::Access, Term::HintAccess),
    (Term::Joint, Term::HintJoint),
    (Term::Review, Term::HintReview),
];

/// The form.
#[derive(Debug)]
pub(super) struct EntryForm {
    before: Processing,
    form: Form,
    /// Whether a field that cannot be read was pointed out: leaving again leaves it as it was.
    warned: bool,
}

impl EntryForm {
    pub(super) fn new(world: &World, entry: Processing) -> Self {
        let values = values(&entry);
        let fields = FIELDS.iter().zip(values).map(|((label, hint), value)| {
            FormField::line(world.words.term(*label), world.words.term(*hint), &value)
        });
        Self { form: Form::new(fields.collect()), before: entry, warned: false }
    }

    fn place(term: Term) -> usize {
        FIELDS.iter().position(|(label, _)| *label == term).unwrap_or(0)
    }

    fn text(&self, term: Term) -> String {
        self.form.text(Self::place(term))
    }

    /// What the fields amount to, or which of them cannot be read and why.
    fn filled(&self, today: Option<Date>) -> Result<Processing, (Term, Term)> {
        let name = self.text(Term::Name);
        if name.is_empty() {
            return Err((Term::Name, Term::NeedsName));
        }
        let basis = match self.text(Term::Basis).as_str() {
            "" => None,
            given => match fields::basis(given) {
                None if self.warned => self.before.basis,
                None => return Err((Term::Basis, Term::HintBasis)),
                basis => basis,
            },
        };
        let sensitive = match self.text(Term::Sensitive).as_str() {
            "" => None,
            given => match fields::yes_no(given) {
                None if self.warned => self.before.sensitive,
                None => return Err((Term::Sensitive, Term::HintSensitive)),
                sensitive => sensitive,
            },
        };
        let review = match self.text(Term::Review).as_str() {
            "" => None,
            given => match fields::day(given, today) {
                None if self.warned => self.before.review,
                None => return Err((Term::Review, Term::NoDay)),
                day => day,
            },
        };
        Ok(Processing {
            name,
            purpose: self.text(Term::Purpose),
            department: self.text(Term::Department),
            owner: self.text(Term::Owner),
            people: self.text(Term::People),
            data: self.text(Term::Data),
            sensitive,
            basis,
            basis_reason: self.text(Term::BasisReason),
            retention: fields::retention(&self.text(Term::Retention), &self.before.retention),
            processors: fields::processors(&self.text(Term::Processors), &self.before.processors),
            recipients: self.text(Term::Recipients),
            transfers: self.text(Term::Transfers),
            security: self.text(Term::Security),
            source: self.text(Term::Source),
            place: self.text(Term::Place),
            access: self.text(Term::Access),
            joint_controllers: self.text(Term::Joint),
            review,
            ..self.before.clone()
        })
    }

    /// Keeps what was filled in and closes; what cannot be read is said, and nothing is lost.
    fn finish(&mut self, world: &World) -> Reaction {
        match self.filled(world.overview.today) {
            Ok(entry) if entry == self.before => Reaction::Back,
            Ok(entry) => Reaction::Several(vec![
                Reaction::Perform(Effect::KeepProcessing(Box::new(entry))),
                Reaction::Back,
            ]),
            Err(_) if self.warned => Reaction::Back,
            Err((field, said)) => {
                self.warned = true;
                self.form.focus(Self::place(field));
                Reaction::Say(world.words.unreadable(said))
            }
        }
    }
}

/// What stands in the fields of `entry`, in their order.
fn values(entry: &Processing) -> [String; 19] {
    let sensitive = match entry.sensitive {
        Some(true) => "ja",
        Some(false) => "nee",
        None => "",
    };
    [
        entry.name.clone(),
        entry.purpose.clone(),
        entry.department.clone(),
        entry.owner.clone(),
        entry.people.clone(),
        entry.data.clone(),
        sensitive.to_owned(),
        entry.basis.map(crate::model::Basis::words).unwrap_or_default().to_owned(),
        entry.basis_reason.clone(),
        fields::of_retention(&entry.retention),
        fields::of_processors(&entry.processors),
        entry.recipients.clone(),
        entry.transfers.clone(),
        entry.security.clone(),
        entry.source.clone(),
        entry.place.clone(),
        entry.access.clone(),
        entry.joint_controllers.clone(),
        fields::written(entry.review),
    ]
}

impl Screen for EntryForm {
    fn crumb(&self, world: &World) -> String {
        match self.before.name.as_str() {
            "" => world.words.term(Term::NewEntry).to_owned(),
            name => name.to_owned(),
        }
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
            // A new one without a name is simply left, if nothing else was said either.
            Action::Back if values(&self.before) == self.typed() => Reaction::Back,
            Action::Back => self.finish(world),
            _ => Reaction::Stay,
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draw(&self, _world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.form.draw(area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(Term::HelpEntry).to_owned()
    }
}

impl EntryForm {
    fn typed(&self) -> [String; 19] {
        std::array::from_fn(|place| self.form.text(place))
    }
}
