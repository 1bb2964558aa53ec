//! Signing: a new record, or one that others signed before. Who signs, and the passphrase.

use super::{
    key::MakeKey,
    list::{self, Cursor, Row},
    preview::Preview,
    report::ReportScreen,
    signed::SignedScreen,
};
use crate::{
    model::{Capacity, MAKER, Participant},
    session::{
        Countersignature, Effect, KeyLine, OpenField, Reply, Secret, SignOrder, Statement,
        StatementOrder,
    },
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::{Form, FormField},
        guide::Scene,
        keys::{Action, Mode},
        words::{SignWord, Word, Words},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;
use std::path::PathBuf;
use zeroize::Zeroizing;

/// What is to be signed.
#[derive(Clone, Debug)]
pub(super) enum Work {
    /// A new record of the assessment at hand or of a statement, which these people sign later.
    Record(Option<Statement>, Vec<Participant>),
    /// A record that was signed before.
    Countersign {
        /// Where it lies.
        record: PathBuf,
        /// The fields that are still open.
        fields: Vec<OpenField>,
        /// The field to sign, by its number.
        field: usize,
    },
}

impl Work {
    /// A new record of `statement`.
    pub(super) fn of_statement(statement: Statement) -> Self {
        Self::Record(Some(statement), Vec::new())
    }

    /// What one should know before one signs it.
    pub(super) fn help(&self, words: &dyn Words) -> String {
        let ends = match self {
            Self::Record(None, _) => SignWord::EndsAssessment,
            Self::Record(Some(_), _) => SignWord::EndsStatement,
            Self::Countersign { .. } => return words.say(Word::CountersignHelp).to_owned(),
        };
        format!("{} {}", words.sign_word(SignWord::OwnKey), words.sign_word(ends))
    }
}

/// What is being done.
#[derive(Debug)]
enum Stage {
    /// Choosing a key.
    Choosing,
    /// Writing down who signs later.
    Others(Form),
    /// Typing the passphrase of a key; as what one signs, and why, stand above it with what is usual.
    Opening(KeyLine, Form),
    /// Waiting for the signature.
    Waiting(KeyLine, Form),
}

/// The screen.
#[derive(Debug)]
pub(super) struct Sign {
    work: Work,
    cursor: Cursor,
    stage: Stage,
}

/// The most people who sign later: page 1 has room for four.
const MOST_OTHERS: usize = 3;

/// The fields above a signature, by their numbers.
const ROLE: usize = 0;
const REASON: usize = 1;
const PASSPHRASE: usize = 2;

/// What a row leads to.
enum Target {
    Key(usize),
    NewKey,
    Others,
    Field(usize),
}

impl Sign {
    /// For this work.
    pub(super) fn new(work: Work) -> Self {
        Self { work, cursor: Cursor::default(), stage: Stage::Choosing }
    }

    fn rows(&self, world: &World) -> Vec<(Row, Option<Target>)> {
        let words = world.words;
        let mut rows = Vec::new();
        if let Work::Countersign { fields, field, .. } = &self.work
            && fields.len() > 1
        {
            rows.push((Row::Heading(words.say(Word::ChooseField).to_owned()), None));
            for (place, open) in fields.iter().enumerate() {
                let mark = if place == *field { "(•)" } else { "( )" };
                rows.push((
                    Row::item(format!("{mark} {}", person(&open.name, &open.role)), ""),
                    Some(Target::Field(place)),
                ));
            }
        }
        rows.push((Row::Heading(words.say(Word::ChooseKey).to_owned()), None));
        for (place, key) in world.overview.keys.iter().enumerate() {
            rows.push((Row::item(person(&key.name, &key.role), ""), Some(Target::Key(place))));
        }
        rows.push((Row::item(words.say(Word::NewKey), ""), Some(Target::NewKey)));
        if let Work::Record(_, others) = &self.work {
            rows.push((Row::Heading(words.say(Word::AlsoSign).to_owned()), None));
            let named: Vec<String> =
                others.iter().map(|other| person(&other.name, &other.role)).collect();
            let named = if named.is_empty() {
                words.sign_word(SignWord::Nobody).to_owned()
            } else {
                named.join("; ")
            };
            rows.push((Row::item(named, ""), Some(Target::Others)));
        }
        rows
    }

    fn count(&self, world: &World) -> usize {
        self.rows(world).iter().filter(|(_, target)| target.is_some()).count()
    }

    fn go(&mut self, world: &World) -> Reaction {
        let words = world.words;
        let chosen = self.cursor.on(self.count(world));
        let target = self.rows(world).into_iter().filter_map(|(_, target)| target).nth(chosen);
        match target {
            Some(Target::NewKey) => {
                return MakeKey::open(world, Some(self.work.clone()));
            }
            Some(Target::Key(place)) => {
                let Some(key) = world.overview.keys.get(place) else { return Reaction::Stay };
                self.stage = Stage::Opening(key.clone(), self.opening(key, world));
            }
            Some(Target::Others) => {
                let Work::Record(_, others) = &self.work else { return Reaction::Stay };
                let field = |role: &'static str| {
                    let known = others.iter().find(|other| other.role == role);
                    let name = known.map_or("", |other| other.name.as_str());
                    FormField::line(role, words.say(Word::HintAlsoSign), name)
                };
                self.stage = Stage::Others(Form::new(other_roles(world).map(field).into()));
            }
            Some(Target::Field(place)) => {
                if let Work::Countersign { field, .. } = &mut self.work {
                    *field = place;
                }
            }
            None => {}
        }
        Reaction::Stay
    }

    /// As what one signs with `key`, why, and the passphrase. A role that stands on the page already does not change.
    fn opening(&self, key: &KeyLine, world: &World) -> Form {
        let words = world.words;
        let fixed =
            self.open_field().map(|open| open.role.as_str()).filter(|role| !role.is_empty());
        let role = fixed.or(Some(key.role.as_str()).filter(|role| !role.is_empty()));
        let usual = Capacity::default().or(role.unwrap_or(MAKER));
        let hint = if fixed.is_some() { SignWord::HintFixedRole } else { SignWord::HintOwnRole };
        let (label, hint) = (words.say(Word::Role), words.sign_word(hint));
        let mut form = Form::new(vec![
            match fixed {
                Some(role) => FormField::shown(label, hint, role),
                None => FormField::line(label, hint, &usual.role),
            },
            FormField::line(
                words.sign_word(SignWord::Reason),
                words.sign_word(SignWord::HintReason),
                &usual.reason,
            ),
            FormField::secret(
                words.say(Word::Passphrase),
                words.sign_word(SignWord::HintPassphrase),
            ),
        ]);
        form.focus(PASSPHRASE);
        form
    }

    /// The field of a record that is to be signed.
    fn open_field(&self) -> Option<&OpenField> {
        match &self.work {
            Work::Countersign { fields, field, .. } => fields.get(*field),
            Work::Record(..) => None,
        }
    }

    /// Takes over who signs later.
    fn close_others(&mut self, world: &World) -> Reaction {
        let Stage::Others(form) = &self.stage else { return Reaction::Stay };
        let roles = other_roles(world).into_iter().enumerate();
        let named = roles.map(|(place, role)| Participant::new(form.text(place), role));
        let named: Vec<Participant> = named.filter(|other| !other.name.is_empty()).collect();
        if named.len() > MOST_OTHERS {
            return Reaction::Say(world.words.sign_word(SignWord::TooManyOthers).to_owned());
        }
        if let Work::Record(_, others) = &mut self.work {
            *others = named;
        }
        self.stage = Stage::Choosing;
        Reaction::Stay
    }

    fn sign(&mut self, world: &World) -> Reaction {
        let (key, form) = match std::mem::replace(&mut self.stage, Stage::Choosing) {
            Stage::Opening(key, form) => (key, form),
            other => {
                self.stage = other;
                return Reaction::Stay;
            }
        };
        let passphrase = Secret(Zeroizing::new(form.secret(PASSPHRASE).to_owned()));
        let capacity = Capacity { role: form.text(ROLE), reason: form.text(REASON) };
        let path = key.path.clone();
        self.stage = Stage::Waiting(key, form);
        let effect = match (&self.work, &world.session) {
            (Work::Record(Some(statement), others), _) => {
                Effect::SignStatement(Box::new(StatementOrder {
                    statement: *statement,
                    others: others.clone(),
                    key: path,
                    passphrase,
                    capacity,
                }))
            }
            (Work::Record(None, others), Some(session)) => Effect::Sign(Box::new(SignOrder {
                assessment: session.assessment().clone(),
                others: others.clone(),
                key: path,
                passphrase,
                capacity,
            })),
            (Work::Countersign { record, fields, field }, _) => {
                let Some(open) = fields.get(*field) else { return Reaction::Back };
                Effect::Countersign(Box::new(Countersignature {
                    record: record.clone(),
                    field: open.field.clone(),
                    key: path,
                    passphrase,
                    capacity,
                }))
            }
            (Work::Record(None, _), None) => return Reaction::Back,
        };
        let said = Reaction::Say(world.words.say(Word::Signing).to_owned());
        Reaction::Several(vec![said, Reaction::Perform(effect)])
    }

    fn head(&self, world: &World) -> Vec<Paragraph> {
        let words = world.words;
        let text = match (&self.stage, &self.work) {
            (Stage::Opening(key, _) | Stage::Waiting(key, _), _) => {
                Paragraph::new(words.signs_now(&key.name), world.theme.strong)
            }
            (Stage::Others(_), _) => Paragraph::new(words.say(Word::AlsoSign), world.theme.heading),
            (Stage::Choosing, work) => Paragraph::new(work.help(words), world.theme.text),
        };
        vec![Paragraph::gap(), text, Paragraph::gap()]
    }
}

/// The roles of the people who may sign later.
fn other_roles(world: &World) -> [&'static str; 4] {
    let words = world.words;
    let maker = words.sign_word(SignWord::Maker);
    let [director, coordinator, dpo] =
        [Word::Director, Word::Coordinator, Word::Dpo].map(|role| words.say(role));
    [director, coordinator, dpo, maker]
}

/// Someone with a role, if there is one.
fn person(name: &str, role: &str) -> String {
    match (name, role) {
        (name, "") => name.to_owned(),
        ("", role) => role.to_owned(),
        (name, role) => format!("{name} ({role})"),
    }
}

impl Screen for Sign {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Sign).to_owned()
    }

    fn mode(&self) -> Mode {
        match self.stage {
            Stage::Others(_) | Stage::Opening(..) => Mode::Writing,
            Stage::Choosing | Stage::Waiting(..) => Mode::Choosing,
        }
    }

    fn scene(&self) -> Scene<'_> {
        Scene::Signing { typing: !matches!(self.stage, Stage::Choosing) }
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        match (&self.stage, &self.work) {
            (Stage::Waiting(..), _) => Vec::new(),
            (Stage::Opening(_, form), _) => {
                // From the last field Enter signs, and Tab goes round to the first.
                let mut offers = vec![Action::Sign, Action::NextField, Action::PreviousField];
                offers.extend((form.at() == PASSPHRASE).then_some(Action::Finish));
                offers
            }
            (Stage::Others(form), _) => form.offers(),
            (Stage::Choosing, Work::Record(..)) => {
                vec![Action::Choose, Action::Up, Action::Down, Action::Preview]
            }
            (Stage::Choosing, Work::Countersign { .. }) => {
                vec![Action::Choose, Action::Up, Action::Down]
            }
        }
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let count = self.count(world);
        match (&mut self.stage, action) {
            (Stage::Others(form), action) => {
                let done = form.act(action) || action == Action::Back;
                if done { self.close_others(world) } else { Reaction::Stay }
            }
            (Stage::Opening(..), Action::Sign | Action::Finish) => self.sign(world),
            (Stage::Opening(_, form), Action::NextField) => {
                // One starts at the last field, so the first comes after it.
                let next = if form.at() == PASSPHRASE { ROLE } else { form.at() + 1 };
                form.focus(next);
                Reaction::Stay
            }
            (Stage::Opening(_, form), Action::PreviousField) => {
                form.act(action);
                Reaction::Stay
            }
            (Stage::Opening(..), Action::Back) => {
                self.stage = Stage::Choosing;
                Reaction::Stay
            }
            (Stage::Choosing, Action::Choose) => self.go(world),
            (Stage::Choosing, Action::Preview) => match &self.work {
                Work::Record(Some(statement), _) => Preview::of(*statement),
                _ => Preview::open(world),
            },
            (Stage::Choosing, Action::Back) => Reaction::Back,
            (Stage::Choosing, action) => {
                self.cursor.act(action, count);
                Reaction::Stay
            }
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        match &mut self.stage {
            Stage::Choosing => {
                self.cursor.0 = row;
                self.go(world)
            }
            Stage::Others(form) | Stage::Opening(_, form) => {
                form.focus(row);
                Reaction::Stay
            }
            Stage::Waiting(..) => Reaction::Stay,
        }
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::Signed(record) => {
                Reaction::Replace(Box::new(SignedScreen::new((**record).clone())))
            }
            Reply::Checked(report) => {
                let shown = Reaction::Replace(Box::new(ReportScreen::shown((**report).clone())));
                Reaction::Several(vec![Reaction::Back, shown])
            }
            Reply::Failed(_) => {
                if let Stage::Waiting(key, mut form) =
                    std::mem::replace(&mut self.stage, Stage::Choosing)
                {
                    form.forget();
                    self.stage = Stage::Opening(key, form);
                }
                Reaction::Stay
            }
            _ => Reaction::Stay,
        }
    }

    fn is_free(&mut self) -> bool {
        matches!(self.stage, Stage::Choosing)
    }

    fn form(&mut self) -> Option<&mut Form> {
        match &mut self.stage {
            Stage::Others(form) | Stage::Opening(_, form) => Some(form),
            Stage::Choosing | Stage::Waiting(..) => None,
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let lines = flow::wrap(&self.head(world), area.width);
        let top = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
        canvas.lines(area, lines);
        let rest = Rect {
            y: area.y + top,
            height: area.height - top,
            width: area.width.min(flow::MEASURE),
            ..area
        };
        match &self.stage {
            Stage::Others(form) | Stage::Opening(_, form) | Stage::Waiting(_, form) => {
                form.draw(rest, canvas);
            }
            Stage::Choosing => {
                let rows: Vec<Row> = self.rows(world).into_iter().map(|(row, _)| row).collect();
                list::draw(&rows, self.cursor, rest, canvas);
            }
        }
    }

    fn help(&self, world: &World) -> String {
        let told = match &self.work {
            Work::Record(None, _) => SignWord::HelpRecord,
            Work::Record(Some(_), _) => SignWord::HelpStatement,
            Work::Countersign { .. } => SignWord::HelpCountersign,
        };
        world.words.sign_word(told).to_owned()
    }
}
