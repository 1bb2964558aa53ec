//! The actions: what is overdue first, and a form for each.

use super::fields;
use crate::{
    model::{About, Action as Duty, Id, Origin, Priority, Progress, Proof},
    session::{Effect, Session, Statement},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        screens::{
            list::{self, Cursor, Row},
            sign::{Sign, Work},
        },
        words::Term,
        world::{Reaction, Screen, World},
    },
};
use jiff::civil::Date;
use ratatui::layout::{Constraint, Layout, Rect};

/// The list.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct DutiesScreen {
    cursor: Cursor,
    /// Only those of this department; all of them, if none.
    department: Option<String>,
}

impl DutiesScreen {
    /// The actions that are shown, in the order they are shown: what is overdue, what is pending, what is over.
    fn shown<'a>(&self, world: &'a World) -> Vec<&'a Duty> {
        let today = world.overview.today.unwrap_or(Date::MIN);
        let wanted =
            |duty: &&Duty| self.department.as_ref().is_none_or(|name| duty.department == *name);
        let mut shown: Vec<&Duty> = world.overview.actions.iter().filter(wanted).collect();
        shown.sort_by_key(|duty| {
            let pending = duty.state.is_pending();
            (!pending, !duty.is_overdue(today), duty.due.unwrap_or(Date::MAX), duty.priority)
        });
        shown
    }

    fn rows(&self, world: &World) -> Vec<Row> {
        let words = world.words;
        let today = world.overview.today.unwrap_or(Date::MIN);
        let group = |duty: &Duty| match (duty.state.is_pending(), duty.is_overdue(today)) {
            (true, true) => Term::Overdue,
            (true, false) => Term::ToDo,
            (false, _) => Term::Over,
        };
        let mut rows = Vec::new();
        let mut last = None;
        for duty in self.shown(world) {
            let here = group(duty);
            if last != Some(here) {
                rows.push(Row::Heading(words.term(here).to_owned()));
                last = Some(here);
            }
            let day = match (&duty.state, duty.due) {
                (Progress::Open | Progress::Busy, Some(due)) => fields::written(Some(due)),
                (state, _) => state.words().to_owned(),
            };
            let who = [duty.department.as_str(), &duty.owner];
            let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
            let mark = if duty.state == Progress::Busy { "½ " } else { "" };
            rows.push(Row::item(
                format!("{mark}{}", duty.text),
                [&who[..], &[&day]].concat().join(" · "),
            ));
        }
        rows
    }

    /// How many of each department are done, as bars that need no colour.
    fn matrix(world: &World) -> Vec<Paragraph> {
        let today = world.overview.today.unwrap_or(Date::MIN);
        let mut departments: Vec<&str> =
            world.overview.actions.iter().map(|duty| duty.department.as_str()).collect();
        departments.sort_unstable();
        departments.dedup();
        let line = |name: &&str| {
            let own = || world.overview.actions.iter().filter(|duty| duty.department == **name);
            let done = own().filter(|duty| duty.state == Progress::Done).count();
            let late = own().filter(|duty| duty.is_overdue(today)).count();
            let dropped = own().filter(|duty| matches!(duty.state, Progress::Dropped(_))).count();
            let all = own().count() - dropped;
            let tenths = (done * 10).checked_div(all).unwrap_or(10).min(10);
            let bar = "█".repeat(tenths) + &"░".repeat(10 - tenths);
            let name = if name.is_empty() { world.words.term(Term::NoDepartment) } else { name };
            let name = flow::cut(name, 22);
            Paragraph::new(
                format!("{name:<22} {bar} {}", world.words.progress_of(done, all, late)),
                world.theme.text,
            )
        };
        departments.iter().map(line).collect()
    }

    fn open(&self, world: &World) -> Reaction {
        let shown = self.shown(world);
        shown.get(self.cursor.on(shown.len())).map_or(Reaction::Stay, |duty| {
            Reaction::Open(Box::new(DutyForm::new(world, (*duty).clone())))
        })
    }

    fn done(&self, world: &World) -> Reaction {
        let shown = self.shown(world);
        let Some(duty) = shown.get(self.cursor.on(shown.len())) else { return Reaction::Stay };
        let mut form = DutyForm::new(world, (*duty).clone());
        form.finish_it(world);
        Reaction::Open(Box::new(form))
    }

    /// To the next department, and then all again.
    fn filter(&mut self, world: &World) -> Reaction {
        let mut departments: Vec<&String> =
            world.overview.actions.iter().map(|duty| &duty.department).collect();
        departments.sort();
        departments.dedup();
        let next = match &self.department {
            None => departments.first(),
            Some(now) => departments.iter().find(|name| **name > now),
        };
        self.department = next.map(|name| (*name).clone());
        self.cursor = Cursor::default();
        let said = match &self.department {
            None => world.words.term(Term::AllDepartments).to_owned(),
            Some(name) if name.is_empty() => world.words.term(Term::NoDepartment).to_owned(),
            Some(name) => name.clone(),
        };
        Reaction::Say(said)
    }
}

impl Screen for DutiesScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.term(Term::Duties).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let moves = [Action::Up, Action::Down];
        let own = [Action::Choose, Action::Add, Action::Done, Action::Filter, Action::Sign];
        own.into_iter().chain(moves).collect()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, self.shown(world).len()) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.open(world),
            Action::Add => Reaction::Open(Box::new(DutyForm::new(world, blank()))),
            Action::Done => self.done(world),
            Action::Filter => self.filter(world),
            Action::Sign => {
                Reaction::Open(Box::new(Sign::new(Work::of_statement(Statement::Actions))))
            }
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.open(world)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let rows = self.rows(world);
        if rows.is_empty() {
            let text = Paragraph::new(world.words.term(Term::NoDuties), world.theme.text);
            canvas.lines(area, flow::wrap(&[text], area.width));
            return;
        }
        let matrix = flow::wrap(&Self::matrix(world), area.width);
        let wanted = u16::try_from(matrix.len()).unwrap_or(0).min(area.height / 3);
        let [top, _, bottom] = Layout::vertical([
            Constraint::Length(wanted),
            Constraint::Length(1),
            Constraint::Min(3),
        ])
        .areas(area);
        canvas.lines(top, matrix);
        let width = bottom.width.min(flow::MEASURE + 20);
        list::draw(&rows, self.cursor, Rect { width, ..bottom }, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(Term::HelpDuties).to_owned()
    }
}

/// One that a person is about to write down.
fn blank() -> Duty {
    Duty {
        id: Id::default(),
        text: String::new(),
        origin: Origin::ByHand,
        processing: None,
        department: String::new(),
        owner: String::new(),
        due: None,
        priority: Priority::Normal,
        state: Progress::Open,
        proof: None,
        history: Vec::new(),
    }
}

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
        let origin =
            Origin::Question { assessment: assessment.id.clone(), question: question.clone() };
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
        Self::new(world, Duty { origin, processing, department, ..blank() })
    }

    fn new(world: &World, duty: Duty) -> Self {
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

    /// Puts it on done, with the cursor where the proof belongs.
    fn finish_it(&mut self, world: &World) {
        let done = Duty { state: Progress::Done, ..self.before.clone() };
        let before = std::mem::replace(&mut self.before, blank());
        *self = Self::new(world, done);
        self.before = before;
        self.form.focus(PROOF);
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
            given => given.ok_or((STATE, Term::HintState))?,
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
        vec![Action::NextField, Action::PreviousField]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        match action {
            Action::NextField if !self.form.next() => self.finish(world),
            Action::PreviousField => {
                self.form.previous();
                Reaction::Stay
            }
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
        let [top, bottom] =
            Layout::vertical([Constraint::Min(11), Constraint::Length(wanted)]).areas(area);
        self.form.draw(top, canvas);
        canvas.lines(bottom, lines);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(Term::HelpDuty).to_owned()
    }
}
