//! The form of one action.

use crate::{
    model::{About, Action as Duty, Id, Origin, Progress, Proof},
    session::{Effect, Session},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        screens::ledger::fields,
        words::Term,
        world::{Reaction, Screen, World},
    },
};
use jiff::civil::Date;
use ratatui::layout::Rect;

/// The fields, by their number.
const TEXT: usize = 0;
const DEPARTMENT: usize = 1;
const OWNER: usize = 2;
const DUE: usize = 3;
const PRIORITY: usize = 4;
const STATE: usize = 5;
const REASON: usize = 6;
const PROOF: usize = 7;

/// The form of one action.
#[derive(Debug)]
pub(in crate::tui::screens) struct DutyForm {
    before: Duty,
    form: Form,
    /// Whether a field that cannot be read was pointed out: leaving again leaves it as it was.
    warned: bool,
}

impl DutyForm {
    /// A new one, born at `question` of the assessment at hand.
    pub(in crate::tui::screens) fn at_question(
        world: &World,
        session: &Session,
        question: &Id,
    ) -> Self {
        let assessment = session.assessment();
        let origin = Origin::Question {
            assessment: assessment.id.clone(),
            question: question.clone(),
            said: assessment.answers.get(question).cloned(),
        };
        let processing = match &assessment.about {
            About::Processing(id) => Some(id.clone()),
            About::Organisation => None,
        };
        let known = world.overview.processings.iter();
        let department = known
            .filter(|known| Some(&known.id) == processing.as_ref())
            .map(|known| known.department.clone())
            .next();
        let department = department.unwrap_or_default();
        Self::new(world, Duty { origin, processing, department, ..Duty::by_hand(String::new()) })
    }

    pub(super) fn new(world: &World, duty: Duty) -> Self {
        let field = |label: Term, hint: Term, text: &str| {
            FormField::line(world.words.term(label), world.words.term(hint), text)
        };
        let reason = match &duty.state {
            Progress::Dropped(why) => why.as_str(),
            _ => "",
        };
        let proof = match &duty.proof {
            Some(Proof::Text(text)) => text.as_str(),
            Some(Proof::File { name, .. }) => name,
            None => "",
        };
        let form = Form::new(vec![
            field(Term::What, Term::HintWhat, &duty.text),
            field(Term::Department, Term::HintDepartment, &duty.department),
            field(Term::Who, Term::HintWho, &duty.owner),
            field(Term::Due, Term::HintDue, &fields::written(duty.due)),
            field(Term::Priority, Term::HintPriority, duty.priority.words()),
            field(Term::State, Term::HintState, duty.state.words()),
            field(Term::Reason, Term::HintReason, reason),
            field(Term::Proof, Term::HintProof, proof),
        ]);
        Self { before: duty, form, warned: false }
    }

    /// Of `duty` put on done, with the cursor where the proof belongs.
    pub(super) fn finishing(world: &World, duty: &Duty) -> Self {
        let done = Duty { state: Progress::Done, ..duty.clone() };
        Self { before: duty.clone(), ..Self::new(world, done) }.at(PROOF)
    }

    /// Of `duty` dropped for this reason, with the cursor where the reason belongs.
    pub(super) fn dropping(world: &World, duty: &Duty, reason: String) -> Self {
        let dropped = Duty { state: Progress::Dropped(reason), ..duty.clone() };
        Self { before: duty.clone(), ..Self::new(world, dropped) }.at(REASON)
    }

    fn at(mut self, field: usize) -> Self {
        self.form.focus(field);
        self
    }

    /// What the fields amount to, or which of them cannot be read.
    fn filled(&self, today: Option<Date>) -> Result<Duty, (usize, Term)> {
        let text = |field| self.form.text(field);
        if text(TEXT).is_empty() {
            return Err((TEXT, Term::NeedsWhat));
        }
        let due = match text(DUE).as_str() {
            "" => None,
            given => match fields::day(given, today) {
                None if self.warned => self.before.due,
                None => return Err((DUE, Term::NoDay)),
                day => day,
            },
        };
        let priority = match fields::priority(&text(PRIORITY)) {
            None if self.warned => self.before.priority,
            given => given.ok_or((PRIORITY, Term::HintPriority))?,
        };
        let state = match fields::progress(&text(STATE), &text(REASON)) {
            None if self.warned => self.before.state.clone(),
            // With a reason it could be read: that is what is missing.
            None if fields::progress(&text(STATE), "-").is_some() => {
                return Err((REASON, Term::NeedsReason));
            }
            given => given.ok_or((STATE, Term::HintState))?,
        };
        let finished = state == Progress::Done && self.before.state != Progress::Done;
        let state = match text(PROOF).as_str() {
            "" if finished && self.warned => self.before.state.clone(),
            "" if finished => return Err((PROOF, Term::NeedsProof)),
            _ => state,
        };
        let proof = match (text(PROOF), &self.before.proof) {
            (given, _) if given.is_empty() => None,
            (given, Some(Proof::File { name, sha256 })) if given == *name => {
                Some(Proof::File { name: given, sha256: sha256.clone() })
            }
            (given, _) => Some(Proof::Text(given)),
        };
        Ok(Duty {
            text: text(TEXT),
            department: text(DEPARTMENT),
            owner: text(OWNER),
            due,
            priority,
            state,
            proof,
            ..self.before.clone()
        })
    }

    /// Keeps what was filled in and closes; what cannot be read is said, and nothing is lost.
    fn finish(&mut self, world: &World) -> Reaction {
        match self.filled(world.overview.today) {
            Ok(duty) if duty == self.before => Reaction::Back,
            Ok(duty) => Reaction::Several(vec![
                Reaction::Perform(Effect::KeepAction(Box::new(duty))),
                Reaction::Back,
            ]),
            Err(_) if self.warned => Reaction::Back,
            Err((field, said)) => {
                self.warned = true;
                self.form.focus(field);
                Reaction::Say(world.words.unreadable(said))
            }
        }
    }
}

impl Screen for DutyForm {
    fn crumb(&self, world: &World) -> String {
        world.words.term(Term::Duty).to_owned()
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        self.form.offers()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let left = self.form.at();
        if self.form.act(action) {
            return self.finish(world);
        }
        match action {
            // What cannot be read is said as soon as one leaves it; the field can wait.
            Action::NextField | Action::PreviousField => match self.filled(world.overview.today) {
                Err((field, said)) if field == left => {
                    Reaction::Say(world.words.term(said).to_owned())
                }
                _ => Reaction::Stay,
            },
            // An empty new one is simply left.
            Action::Back if self.before.text.is_empty() && self.form.text(TEXT).is_empty() => {
                Reaction::Back
            }
            Action::Back => self.finish(world),
            _ => Reaction::Stay,
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let history = self.before.history.iter().rev().take(4).map(|event| {
            let day = fields::written(Some(event.at.date()));
            Paragraph::item(format!("{day} {}", event.what), world.theme.text)
        });
        let lines = flow::wrap(&history.collect::<Vec<_>>(), area.width);
        let wanted = u16::try_from(lines.len()).unwrap_or(0).min(area.height.saturating_sub(12));
        let [top, bottom] = divide::rows(area, [Rest(11), Of(wanted)]);
        self.form.draw(top, canvas);
        canvas.lines(bottom, lines);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(Term::HelpDuty).to_owned()
    }
}
