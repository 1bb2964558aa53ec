//! The actions: what is overdue first, how far each department is, and a form for each.

mod form;
mod matrix;

use super::fields;
use crate::{
    model::{Action as Duty, Id, Origin, Progress, Proof},
    session::{Effect, Overview, Reply, Statement},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        form as forms,
        keys::{Action, Mode},
        screens::{
            list::{self, Cursor, Number},
            sign::{Sign, Work},
        },
        widgets::{Outcome, line::LineField},
        words::{Sight, Term, Words},
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::KeyEvent;
pub(in crate::tui::screens) use form::DutyForm;
use jiff::civil::Date;
use ratatui::layout::Rect;
use std::{collections::HashSet, sync::Arc};

/// The list.
#[derive(Debug)]
pub(in crate::tui::screens) struct DutiesScreen {
    cursor: Cursor,
    number: Number,
    /// What a row must have in it to be shown.
    filter: LineField,
    /// Whether letters go into the filter.
    choosing: bool,
    /// What is shown: worked out when the actions or the filter change, and not for every key.
    shown: Option<Shown>,
}

/// What is shown, and of what.
#[derive(Debug)]
struct Shown {
    of: Arc<Overview>,
    filter: String,
    slots: Vec<Slot>,
    count: usize,
    matrix: Vec<String>,
}

/// A row: a heading, or an action by its place among all.
#[derive(Clone, Copy, Debug)]
enum Slot {
    Heading(Term),
    Duty(usize),
}

impl Default for DutiesScreen {
    fn default() -> Self {
        Self {
            cursor: Cursor::default(),
            number: Number::default(),
            filter: LineField::new(""),
            choosing: false,
            shown: None,
        }
    }
}

/// Under which heading an action stands; they come in this order.
fn group(duty: &Duty, overview: &Overview, today: Date) -> (u8, Term) {
    match (duty.state.is_pending(), duty.is_overdue(today)) {
        (true, _) if overview.doubts.contains_key(&duty.id) => (1, Term::Doubtful),
        (true, true) => (0, Term::Overdue),
        (true, false) => (2, Term::ToDo),
        (false, _) => (3, Term::Over),
    }
}

impl Shown {
    fn of(overview: &Arc<Overview>, filter: String, words: &dyn Words) -> Self {
        let today = overview.today.unwrap_or(Date::MIN);
        let wanted: Vec<String> =
            filter.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let fits = |duty: &Duty| {
            let hay = hay(duty, overview, today, words);
            wanted.iter().all(|word| hay.contains(word))
        };
        let all = overview.actions.iter().enumerate();
        let mut places: Vec<usize> = all
            .filter(|(_, duty)| wanted.is_empty() || fits(duty))
            .map(|(place, _)| place)
            .collect();
        places.sort_by_cached_key(|place| {
            overview.actions.get(*place).map(|duty| {
                let due = duty.due.unwrap_or(Date::MAX);
                (group(duty, overview, today).0, due, duty.priority)
            })
        });
        let mut slots = Vec::new();
        let mut last = None;
        for place in &places {
            let Some(duty) = overview.actions.get(*place) else { continue };
            let (_, here) = group(duty, overview, today);
            if last != Some(here) {
                slots.push(Slot::Heading(here));
                last = Some(here);
            }
            slots.push(Slot::Duty(*place));
        }
        let matrix = matrix::matrix(&overview.actions, today, words);
        Self { of: Arc::clone(overview), filter, slots, count: places.len(), matrix }
    }

    /// The actions that are shown, in their order.
    fn duties(&self) -> impl Iterator<Item = &Duty> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Duty(place) => self.of.actions.get(*place).map(Arc::as_ref),
            Slot::Heading(_) => None,
        })
    }

    /// The action with this number among those that are shown.
    fn duty(&self, number: usize) -> Option<&Duty> {
        self.duties().nth(number)
    }

    /// The number of what is shown now and was not there before.
    fn added(&self, before: &Self) -> Option<usize> {
        let known: HashSet<&Id> = before.of.actions.iter().map(|duty| &duty.id).collect();
        self.duties().position(|duty| !known.contains(&duty.id))
    }
}

/// Everything by which an action can be looked for, in small letters.
fn hay(duty: &Duty, overview: &Overview, today: Date, words: &dyn Words) -> String {
    let late = if duty.is_overdue(today) { words.term(Term::Overdue) } else { "" };
    let about = subject(duty, overview).unwrap_or_default();
    let parts = [
        duty.department.as_str(),
        &duty.owner,
        about,
        duty.state.words(),
        late,
        duty.priority.words(),
        &duty.text,
    ];
    parts.join("|").to_lowercase()
}

/// The name of the processing activity that an action is about.
fn subject<'o>(duty: &Duty, overview: &'o Overview) -> Option<&'o str> {
    let id = duty.processing.as_ref()?;
    overview.processings.iter().find(|entry| entry.id == *id).map(|entry| entry.name.as_str())
}

/// What stands left and right in the row of an action.
fn row(duty: &Duty) -> (String, String) {
    let day = match (&duty.state, duty.due) {
        (Progress::Open, Some(due)) => fields::written(Some(due)),
        (Progress::Busy, Some(due)) => {
            format!("{} · {}", duty.state.words(), fields::written(Some(due)))
        }
        (state, _) => state.words().to_owned(),
    };
    let who = [duty.department.as_str(), &duty.owner, &day];
    let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
    (duty.text.clone(), who.join(" · "))
}

/// What more there is to know of an action: what it is about, where it comes from, and what shows that it is done.
fn about(duty: &Duty, world: &World) -> Vec<Paragraph> {
    let overview = &world.overview;
    let mut lines = vec![Paragraph::gap()];
    if let Some(doubt) = overview.doubts.get(&duty.id) {
        let text = world.words.sight(Sight::Doubt(*doubt));
        lines.push(Paragraph::new(text, world.theme.strong));
    }
    let from = match &duty.origin {
        Origin::Rule { assessment, .. } | Origin::Question { assessment, .. } => {
            let line = overview.assessments.iter().find(|line| line.id == *assessment);
            line.map(|line| format!("{} · {}", line.title, line.subject))
        }
        Origin::ByHand => None,
    };
    let proof = match &duty.proof {
        Some(Proof::Text(text)) => Some(text.clone()),
        Some(Proof::File { name, sha256 }) => Some(format!("{name}, SHA-256 {sha256}")),
        None => None,
    };
    let parts = [
        Some(duty.text.clone()),
        subject(duty, overview)
            .map(str::to_owned)
            .filter(|about| from.as_ref().is_none_or(|from| !from.contains(about.as_str()))),
        from,
        proof.map(|proof| format!("{}: {proof}", world.words.term(Term::Proof))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    lines.push(Paragraph::new(parts.join(" · "), world.theme.text));
    lines
}

impl DutiesScreen {
    fn look(&mut self, world: &World) -> &Shown {
        let filter = self.filter.text();
        let same = self
            .shown
            .as_ref()
            .is_some_and(|shown| Arc::ptr_eq(&shown.of, &world.overview) && shown.filter == filter);
        let before = if same { None } else { self.shown.take() };
        let shown =
            self.shown.get_or_insert_with(|| Shown::of(&world.overview, filter, world.words));
        let added = before.and_then(|before| shown.added(&before));
        self.cursor.0 = added.unwrap_or(self.cursor.0);
        shown
    }

    /// The action under the cursor.
    fn chosen(&mut self, world: &World) -> Option<Duty> {
        self.number.end();
        let cursor = self.cursor;
        let shown = self.look(world);
        shown.duty(cursor.on(shown.count)).cloned()
    }

    fn open(&mut self, world: &World) -> Reaction {
        self.chosen(world)
            .map_or(Reaction::Stay, |duty| Reaction::Open(Box::new(DutyForm::new(world, duty))))
    }

    fn done(&mut self, world: &World) -> Reaction {
        self.chosen(world).map_or(Reaction::Stay, |duty| {
            Reaction::Open(Box::new(DutyForm::finishing(world, &duty)))
        })
    }

    fn drop_it(&mut self, world: &World) -> Reaction {
        self.chosen(world).map_or(Reaction::Stay, |duty| {
            let doubt = world.overview.doubts.get(&duty.id);
            let reason = doubt.map(|doubt| world.words.sight(Sight::Doubt(*doubt)));
            let form = DutyForm::dropping(world, &duty, reason.unwrap_or_default());
            Reaction::Open(Box::new(form))
        })
    }

    /// Shows everything again; where all is shown, closes.
    fn back(&mut self) -> Reaction {
        if self.number.typed().is_some() {
            self.number.end();
        } else if self.choosing || !self.filter.is_empty() {
            self.choosing = false;
            self.filter = LineField::new("");
            self.cursor = Cursor::default();
        } else {
            return Reaction::Back;
        }
        Reaction::Stay
    }

    fn draw_filter(&self, shown: &Shown, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let label = format!("{}: ", world.words.term(Term::Filter));
        let count = world.words.sight(Sight::Chosen(shown.count, world.overview.actions.len()));
        let width = u16::try_from(label.chars().count()).unwrap_or(0);
        let room = Rect {
            x: area.x + width,
            width: area.width.saturating_sub(width + 16).min(30),
            ..area
        };
        canvas.text(area, &label, world.theme.heading);
        let caret = self.filter.draw(room, canvas.buffer, &canvas.prose_style()).caret;
        let right = Rect {
            x: room.right() + 1,
            width: area.right().saturating_sub(room.right() + 1),
            ..area
        };
        canvas.text(right, &count, world.theme.text);
        if self.choosing {
            canvas.caret = caret;
        }
    }
}

impl Screen for DutiesScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.term(Term::Duties).to_owned()
    }

    fn mode(&self) -> Mode {
        if self.choosing { Mode::Writing } else { Mode::Choosing }
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        if self.choosing {
            return vec![Action::Finish, Action::Up, Action::Down];
        }
        let moves = [Action::Up, Action::Down, Action::Number, Action::Undo, Action::Redo];
        let own = [
            Action::Choose,
            Action::Add,
            Action::Done,
            Action::Drop,
            Action::Filter,
            Action::Export,
            Action::Sign,
        ];
        own.into_iter().chain(moves).collect()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let count = self.look(world).count;
        if self.cursor.act(action, count) {
            self.number.end();
            return Reaction::Stay;
        }
        match action {
            Action::Finish => {
                self.choosing = false;
                Reaction::Stay
            }
            Action::Choose => self.open(world),
            Action::Add => {
                Reaction::Open(Box::new(DutyForm::new(world, Duty::by_hand(String::new()))))
            }
            Action::Done => self.done(world),
            Action::Drop => self.drop_it(world),
            Action::Filter => {
                self.choosing = true;
                Reaction::Say(world.words.term(Term::HintFilter).to_owned())
            }
            Action::Number => {
                self.number.begin();
                Reaction::Say(world.words.sight(Sight::ToRow(0)))
            }
            Action::Undo => Reaction::TakeBack,
            Action::Redo => Reaction::DoAgain,
            Action::Export => Reaction::Perform(Effect::ExportActions),
            Action::Sign => {
                Reaction::Open(Box::new(Sign::new(Work::of_statement(Statement::Actions))))
            }
            Action::Back => self.back(),
            _ => Reaction::Stay,
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        if self.choosing {
            let outcome = self.filter.handle(key);
            self.cursor = Cursor::default();
            return forms::full(outcome == Outcome::Full, world.words);
        }
        let count = self.look(world).count;
        self.number.go(key, (&mut self.cursor, count), world.words)
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        if !self.choosing {
            return Reaction::Stay;
        }
        self.cursor = Cursor::default();
        forms::full(self.filter.paste(text), world.words)
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.open(world)
    }

    fn reply(&mut self, reply: &Reply, world: &World) -> Reaction {
        match reply {
            Reply::Exported(paths) => {
                let paths: Vec<String> =
                    paths.iter().map(|path| path.display().to_string()).collect();
                Reaction::Say(world.words.exported(&paths))
            }
            _ => Reaction::Stay,
        }
    }

    fn fit(&mut self, area: Rect, world: &World) {
        self.filter.fit(area.width.saturating_sub(28).min(30));
        self.look(world);
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(shown) = &self.shown else { return };
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if world.overview.actions.is_empty() {
            let text = Paragraph::new(world.words.term(Term::NoDuties), world.theme.text);
            canvas.lines(area, flow::wrap(&[text], area.width));
            return;
        }
        let duty = shown.duty(self.cursor.on(shown.count));
        let lines =
            flow::wrap(&duty.map(|duty| about(duty, world)).unwrap_or_default(), area.width);
        let room = |lines: usize, most: u16| u16::try_from(lines).unwrap_or(0).min(most);
        let chosen = self.choosing || !self.filter.is_empty();
        let [top, filter, middle, bottom] = divide::rows(
            area,
            [
                Of(room(shown.matrix.len() + 1, area.height / 3)),
                Of(u16::from(chosen)),
                Rest(3),
                Of(room(lines.len(), area.height / 4)),
            ],
        );
        let mut theme = vec![world.theme.heading];
        theme.resize(shown.matrix.len().max(1), world.theme.text);
        for ((place, line), style) in top.rows().zip(&shown.matrix).zip(theme) {
            canvas.text(place, line, style);
        }
        if usize::from(top.height) < shown.matrix.len() {
            list::edges(top, (false, true), canvas);
        }
        if chosen {
            self.draw_filter(shown, world, filter, canvas);
        }
        if shown.count == 0 {
            let text = Paragraph::new(world.words.term(Term::NoneChosen), world.theme.text);
            canvas.lines(middle, flow::wrap(&[text], middle.width));
        }
        self.draw_rows(shown, world, middle, canvas);
        canvas.lines(bottom, lines);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(Term::HelpDuties).to_owned()
    }
}

impl DutiesScreen {
    fn draw_rows(&self, shown: &Shown, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let heading = |place: usize| match shown.slots.get(place) {
            Some(Slot::Heading(term)) => Some(world.words.term(*term)),
            _ => None,
        };
        let cursor = Cursor(self.cursor.on(shown.count));
        let area = Rect { width: area.width.min(flow::MEASURE + 20), ..area };
        let caret = canvas.caret;
        list::draw_some((shown.slots.len(), &heading), cursor, (area, 0), canvas, |place, item| {
            let duty = match shown.slots.get(place) {
                Some(Slot::Duty(place)) => shown.of.actions.get(*place),
                _ => None,
            };
            let (left, right) = duty.map(|duty| row(duty)).unwrap_or_default();
            (self.number.before(item, left), right)
        });
        if self.choosing {
            canvas.caret = caret;
        }
    }
}
