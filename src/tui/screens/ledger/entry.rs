//! The form of something in the register: every field with what belongs in it; rows have a table of their own.

use super::sheet::{Field, Kind, Sheet};
use crate::tui::{
    canvas::Canvas,
    flow::{self, Paragraph},
    form::{Form, FormField},
    keys::{Action, Mode},
    screens::rows::{Cells, Did, Rows},
    words::{Term, Word},
    world::{Reaction, Screen, World},
};
use jiff::civil::Date;
use ratatui::layout::Rect;

/// The form.
#[derive(Debug)]
pub(in crate::tui::screens) struct SheetForm<T: Sheet> {
    before: T,
    form: Form,
    /// What stood in each field at first: what nobody touched stays as it is.
    shown: Vec<String>,
    /// The rows of each field that has them.
    rows: Vec<Option<Vec<Cells>>>,
    /// The table that is open, and its field.
    table: Option<(usize, Rows)>,
    /// The fields that cannot be read and were pointed out: leaving again leaves those as they were.
    warned: Vec<usize>,
}

impl<T: Sheet> SheetForm<T> {
    pub(in crate::tui::screens) fn new(world: &World, sheet: T) -> Self {
        let rows = |field: &Field<T>| match field.kind {
            Kind::Rows { get, .. } => Some(get(&sheet)),
            _ => None,
        };
        let field = |field: &Field<T>| {
            let (label, hint) = (world.words.term(field.label), world.words.term(field.hint));
            let text = field.text(&sheet);
            match field.kind {
                Kind::Rows { .. } => FormField::shown(label, hint, &text),
                _ => FormField::line(label, hint, &text),
            }
        };
        let form = Form::new(T::FIELDS.iter().map(field).collect());
        let shown = (0..T::FIELDS.len()).map(|place| form.text(place)).collect();
        let rows = T::FIELDS.iter().map(rows).collect();
        Self { before: sheet, form, shown, rows, table: None, warned: Vec::new() }
    }

    /// With the focus on the field that is called this.
    #[must_use]
    pub(in crate::tui::screens) fn at(mut self, label: Term) -> Self {
        if let Some(place) = T::FIELDS.iter().position(|field| field.label == label) {
            self.form.focus(place);
        }
        self
    }

    /// What the fields amount to, and those that cannot be read, with what to say; they are left as they were.
    fn filled(&self, today: Option<Date>) -> (T, Vec<(usize, Term)>) {
        let mut sheet = self.before.clone();
        let mut bad = Vec::new();
        for (place, field) in T::FIELDS.iter().enumerate() {
            let text = self.form.text(place);
            let touched = self.shown.get(place) != Some(&text);
            match field.kind {
                Kind::Text(of) if touched => *of(&mut sheet) = text,
                Kind::Read { set, said, .. } if touched && !set(&mut sheet, &text, today) => {
                    bad.push((place, said));
                }
                Kind::Rows { get, set, .. } => {
                    let rows = self.rows.get(place).cloned().flatten().unwrap_or_default();
                    if get(&sheet) != rows {
                        set(&mut sheet, &rows);
                    }
                }
                _ => {}
            }
        }
        if sheet != self.before && sheet.name().trim().is_empty() {
            self.before.clone().name().clone_into(sheet.name());
            bad.push((0, Term::NeedsName));
        }
        (sheet, bad)
    }

    /// Keeps what was filled in and closes; what cannot be read is said once, and the rest is never lost.
    fn finish(&mut self, world: &World) -> Reaction {
        let (mut sheet, bad) = self.filled(world.overview.today);
        let untold = |(field, _): &(usize, Term)| !self.warned.contains(field);
        if let Some((field, said)) = bad.into_iter().find(untold) {
            self.warned.push(field);
            self.form.focus(field);
            return Reaction::Say(world.words.unreadable(said));
        }
        if sheet == self.before {
            return Reaction::Back;
        }
        if sheet.name().trim().is_empty() {
            world.words.term(Term::Unnamed).clone_into(sheet.name());
        }
        Reaction::Several(vec![Reaction::Perform(sheet.keep()), Reaction::Back])
    }

    fn open(&mut self, world: &World) {
        let place = self.form.at();
        let Some(Kind::Rows { columns, .. }) = T::FIELDS.get(place).map(|field| &field.kind) else {
            return;
        };
        let said = |(label, hint): &(Term, Term)| {
            (world.words.term(*label).to_owned(), world.words.term(*hint).to_owned())
        };
        let rows = self.rows.get(place).cloned().flatten().unwrap_or_default();
        self.table = Some((place, Rows::new(columns.iter().map(said).collect(), rows)));
    }

    /// Takes over what stands in the open table.
    fn take_over(&mut self) {
        let Some((place, table)) = &self.table else { return };
        let rows = table.cells().to_vec();
        if let (Some(field), Some(own)) = (T::FIELDS.get(*place), self.rows.get_mut(*place)) {
            let mut shown = self.before.clone();
            if let Kind::Rows { set, .. } = field.kind {
                set(&mut shown, &rows);
            }
            self.form.show(*place, &field.text(&shown));
            *own = Some(rows);
        }
    }

    fn has_rows(&self) -> bool {
        let field = T::FIELDS.get(self.form.at());
        field.is_some_and(|field| matches!(field.kind, Kind::Rows { .. }))
    }

    fn act_in_table(&mut self, action: Action) {
        let Some((_, table)) = &mut self.table else { return };
        match table.act(action) {
            Did::Stay => {}
            Did::Change => self.take_over(),
            Did::Leave => self.table = None,
        }
    }
}

impl<T: Sheet> Screen for SheetForm<T> {
    fn crumb(&self, world: &World) -> String {
        match self.before.clone().name().as_str() {
            "" => world.words.term(T::NEW).to_owned(),
            name => name.to_owned(),
        }
    }

    fn mode(&self) -> Mode {
        self.table.as_ref().map_or(Mode::Writing, |(_, table)| table.mode())
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        if let Some((_, table)) = &self.table {
            return table.offers();
        }
        let open = self.has_rows().then_some(Action::Choose);
        open.into_iter().chain(self.form.offers()).collect()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.table.is_some() {
            self.act_in_table(action);
            return Reaction::Stay;
        }
        if action == Action::Choose {
            self.open(world);
            return Reaction::Stay;
        }
        let done = self.form.act(action) || action == Action::Back;
        if done { self.finish(world) } else { Reaction::Stay }
    }

    fn form(&mut self) -> Option<&mut Form> {
        match &mut self.table {
            Some((_, table)) => table.form(),
            None => Some(&mut self.form),
        }
    }

    /// What was typed is kept only when the form is handed in, also while a table of it is open.
    fn is_free(&mut self) -> bool {
        false
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        if let Some((_, table)) = &mut self.table {
            table.click(row);
            return Reaction::Stay;
        }
        self.form.focus(row);
        self.open(world);
        Reaction::Stay
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let Some((place, table)) = &self.table else {
            self.form.draw(area, canvas);
            return;
        };
        let Some(field) = T::FIELDS.get(*place) else { return };
        let text = [
            Paragraph::new(world.words.term(field.label), world.theme.strong),
            Paragraph::new(world.words.term(field.hint), world.theme.text),
            Paragraph::new(world.words.say(Word::TableHelp), world.theme.text),
            Paragraph::gap(),
        ];
        let lines = flow::wrap(&text, area.width);
        let top = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
        canvas.lines(area, lines);
        let rest = Rect { y: area.y + top, height: area.height - top, ..area };
        table.draw(world, rest, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(T::HELP).to_owned()
    }
}
