//! The register of processing activities (AVG art. 30): every entry, and what is missing of it.

use super::entry::EntryForm;
use crate::{
    model::{Gap, Processing},
    session::Statement,
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        screens::{
            list::{self, Cursor, Row},
            sign::{Sign, Work},
        },
        words::Term,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::{Constraint, Layout, Rect};

/// The list.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct RegisterScreen {
    cursor: Cursor,
    /// Only entries of which something is missing.
    only_gaps: bool,
}

fn gaps(world: &World, entry: &Processing) -> Vec<Gap> {
    world.overview.gaps(entry)
}

impl RegisterScreen {
    fn shown<'a>(&self, world: &'a World) -> Vec<&'a Processing> {
        let wanted = |entry: &&Processing| !self.only_gaps || !gaps(world, entry).is_empty();
        world.overview.processings.iter().filter(wanted).collect()
    }

    fn open(&self, world: &World) -> Reaction {
        let shown = self.shown(world);
        shown.get(self.cursor.on(shown.len())).map_or(Reaction::Stay, |entry| {
            Reaction::Open(Box::new(EntryForm::new(world, (*entry).clone())))
        })
    }

    fn row(world: &World, entry: &Processing) -> Row {
        let missing = gaps(world, entry).len();
        let state = match missing {
            0 => world.words.term(Term::Complete).to_owned(),
            missing => world.words.missing(missing),
        };
        let right = match entry.department.as_str() {
            "" => state,
            department => format!("{} · {state}", flow::cut(department, 20)),
        };
        Row::item(&entry.name, right)
    }
}

impl Screen for RegisterScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.term(Term::Register).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let moves = [Action::Up, Action::Down];
        [Action::Choose, Action::Add, Action::Filter, Action::Sign]
            .into_iter()
            .chain(moves)
            .collect()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, self.shown(world).len()) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.open(world),
            Action::Add => Reaction::Open(Box::new(EntryForm::new(world, Processing::default()))),
            Action::Filter => {
                self.only_gaps = !self.only_gaps;
                self.cursor = Cursor::default();
                let said = if self.only_gaps { Term::OnlyGaps } else { Term::AllEntries };
                Reaction::Say(world.words.term(said).to_owned())
            }
            Action::Sign => {
                Reaction::Open(Box::new(Sign::new(Work::of_statement(Statement::Register))))
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
        let shown = self.shown(world);
        if shown.is_empty() {
            let said = if self.only_gaps { Term::NothingMissing } else { Term::NoEntries };
            let text = Paragraph::new(world.words.term(said), world.theme.text);
            canvas.lines(area, flow::wrap(&[text], area.width));
            return;
        }
        let rows: Vec<Row> = shown.iter().map(|entry| Self::row(world, entry)).collect();
        let about = shown.get(self.cursor.on(shown.len())).map(|entry| about(world, entry));
        let lines = flow::wrap(&about.unwrap_or_default(), area.width);
        let wanted = u16::try_from(lines.len()).unwrap_or(0).min(area.height / 2);
        let [top, bottom] =
            Layout::vertical([Constraint::Min(4), Constraint::Length(wanted)]).areas(area);
        let width = top.width.min(flow::MEASURE + 20);
        list::draw(&rows, self.cursor, Rect { width, ..top }, canvas);
        canvas.lines(bottom, lines);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(Term::HelpRegister).to_owned()
    }
}

/// What is missing of the entry under the cursor, and the checks about it.
fn about(world: &World, entry: &Processing) -> Vec<Paragraph> {
    let mut text = vec![Paragraph::gap()];
    let about = crate::model::About::Processing(entry.id.clone());
    for line in world.overview.assessments.iter().filter(|line| line.about == about) {
        let verdict = line.advance.verdict.as_deref();
        let verdict = verdict.unwrap_or(world.words.term(Term::NotSettled));
        text.push(Paragraph::item(format!("{}: {verdict}", line.title), world.theme.strong));
    }
    for gap in gaps(world, entry) {
        let source = match gap.source() {
            "" => String::new(),
            source => format!(" ({source})"),
        };
        let line = format!("{}. {}{source}", gap.words(), gap.advice());
        text.push(Paragraph::item(line, world.theme.text));
    }
    text
}
