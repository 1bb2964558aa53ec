//! What stands in a register's table, and which part of it in which order: looked at once for each overview, not for
//! each frame.

use super::{proposals::Proposals, sheet::Sheet, view::EntryView};
use crate::{
    model::{Basis, Commission, Gap, Outcome, Processing},
    session::Overview,
    tui::{
        screens::ledger::{entry::SheetForm, fields},
        words::Term,
        world::{Reaction, Screen, World},
    },
};
use std::{marker::PhantomData, sync::Arc};

/// Something that stands in a register.
pub(in crate::tui::screens) trait Listed: Sheet {
    /// What is said above the table.
    const HINT: Term;
    /// What one should know of it.
    const HELP_LIST: Term;
    /// The columns, with how wide each would like to be; more of them where there is room.
    fn columns(wide: bool) -> &'static [(Term, usize)];
    /// A text for each column; `missing` says how much is.
    fn cells(&self, world: &World, missing: String) -> Vec<String>;
    /// Everything in it that can be sought.
    fn hay(&self) -> String;
    /// The screen of it.
    fn open(&self, world: &World) -> Box<dyn Screen>;
    /// How many could come out of what was filled in elsewhere.
    fn proposals(_overview: &Overview) -> usize {
        0
    }
    /// To where those are taken over.
    fn offer(_world: &World) -> Reaction {
        Reaction::Stay
    }
}

impl Listed for Processing {
    const HINT: Term = Term::HintRegister;
    const HELP_LIST: Term = Term::HelpRegister;

    fn columns(wide: bool) -> &'static [(Term, usize)] {
        let all = &[
            (Term::Processing, 34),
            (Term::Department, 12),
            (Term::Basis, 16),
            (Term::MissingColumn, 19),
            (Term::PreDpia, 18),
            (Term::Review, 16),
        ];
        if wide { all } else { &all[..4] }
    }

    fn cells(&self, world: &World, missing: String) -> Vec<String> {
        let outcome = world.overview.evidence.get(&self.id).map(|evidence| &evidence.pre_dpia);
        let pre_dpia = match outcome {
            None | Some(Outcome::Unsettled) => String::new(),
            Some(Outcome::Fine) => world.words.term(Term::NoDpia).to_owned(),
            Some(Outcome::Wanting(title)) => title.clone(),
        };
        let basis = self.basis.map_or(world.words.term(Term::UnknownBasis), Basis::words);
        vec![
            self.name.clone(),
            self.department.clone(),
            basis.to_owned(),
            missing,
            pre_dpia,
            fields::written(self.review),
        ]
    }

    fn hay(&self) -> String {
        let basis = self.basis.map(Basis::words).unwrap_or_default();
        let processors = self.processors.iter().map(|one| one.name.as_str());
        let texts = [&self.name, &self.department, &self.owner, &self.purpose, &self.data];
        let texts = texts.into_iter().map(String::as_str).chain([basis]).chain(processors);
        texts.collect::<Vec<_>>().join("\n")
    }

    fn open(&self, world: &World) -> Box<dyn Screen> {
        Box::new(EntryView::new(world, self.id.clone()))
    }

    fn proposals(overview: &Overview) -> usize {
        overview.proposals.len()
    }

    fn offer(_world: &World) -> Reaction {
        Reaction::Open(Box::new(Proposals::default()))
    }
}

impl Listed for Commission {
    const HINT: Term = Term::HintCommissions;
    const HELP_LIST: Term = Term::HelpCommissions;

    fn columns(wide: bool) -> &'static [(Term, usize)] {
        let all = &[
            (Term::Controller, 24),
            (Term::Work, 28),
            (Term::MissingColumn, 19),
            (Term::Department, 14),
            (Term::Review, 16),
        ];
        if wide { all } else { &all[..3] }
    }

    fn cells(&self, _world: &World, missing: String) -> Vec<String> {
        vec![
            self.controller.clone(),
            self.processing.clone(),
            missing,
            self.department.clone(),
            fields::written(self.review),
        ]
    }

    fn hay(&self) -> String {
        [&self.controller, &self.processing, &self.department, &self.contacts]
            .map(String::as_str)
            .join("\n")
    }

    fn open(&self, world: &World) -> Box<dyn Screen> {
        Box::new(SheetForm::new(world, self.clone()))
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Name,
    Department,
    /// Most is missing of the first.
    Missing,
}

/// Which part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    All,
    /// Of which something is missing.
    Gaps,
    /// What is no longer done.
    Ended,
    /// What this department answers for.
    Department(String),
}

/// The part that is shown.
#[derive(Debug)]
pub(super) struct View<T> {
    /// What was looked at.
    of: Option<Arc<Overview>>,
    /// How much is missing of each entry.
    missing: Vec<usize>,
    /// What can be sought in each, in small letters.
    hay: Vec<String>,
    departments: Vec<String>,
    part: Part,
    order: Order,
    sought: String,
    /// The places of the entries that are shown.
    shown: Vec<usize>,
    /// How many rows there is room for.
    pub(super) height: u16,
    kind: PhantomData<T>,
}

impl<T> Default for View<T> {
    fn default() -> Self {
        Self {
            of: None,
            missing: Vec::new(),
            hay: Vec::new(),
            departments: Vec::new(),
            part: Part::All,
            order: Order::Name,
            sought: String::new(),
            shown: Vec::new(),
            height: 10,
            kind: PhantomData,
        }
    }
}

impl<T: Listed> View<T> {
    pub(super) fn count(&self) -> usize {
        self.shown.len()
    }

    /// The place among all entries of the row `row`.
    pub(super) fn place(&self, row: usize) -> Option<usize> {
        self.shown.get(row).copied()
    }

    /// How much is missing of the entry at `place`.
    pub(super) fn missing(&self, place: usize) -> usize {
        self.missing.get(place).copied().unwrap_or_default()
    }

    pub(super) fn sought(&self) -> &str {
        &self.sought
    }

    /// Looks again, if there is something else to see.
    pub(super) fn refresh(&mut self, world: &World) {
        if self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, &world.overview)) {
            return;
        }
        self.of = Some(Arc::clone(&world.overview));
        let all = T::all(&world.overview);
        self.missing.clear();
        self.hay.clear();
        for entry in &all {
            let gaps = entry.gaps(&world.overview);
            let told = gaps.iter().map(Gap::words);
            let hay = std::iter::once(entry.hay()).chain(told).collect::<Vec<_>>().join("\n");
            self.hay.push(hay.to_lowercase());
            self.missing.push(gaps.len());
        }
        self.departments = all.iter().map(|entry| entry.department().to_owned()).collect();
        self.departments.retain(|name| !name.is_empty());
        self.departments.sort();
        self.departments.dedup();
        self.choose(&all);
    }

    fn choose(&mut self, all: &[&T]) {
        let words: Vec<String> =
            self.sought.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let wanted = |place: usize, entry: &T| {
            let part = match &self.part {
                Part::All => true,
                Part::Gaps => self.missing(place) > 0,
                Part::Ended => entry.ended().is_some(),
                Part::Department(name) => entry.department() == name,
            };
            part && words
                .iter()
                .all(|word| self.hay.get(place).is_some_and(|hay| hay.contains(word)))
        };
        let found = all.iter().enumerate().filter(|(place, entry)| wanted(*place, entry));
        let mut shown: Vec<usize> = found.map(|(place, _)| place).collect();
        match self.order {
            // The overview has them by name.
            Order::Name => {}
            Order::Department => {
                let department = |place: &usize| all.get(*place).map(|entry| entry.department());
                shown.sort_by_key(|place| department(place).map(|name| (name.is_empty(), name)));
            }
            Order::Missing => {
                shown.sort_by_key(|place| std::cmp::Reverse(self.missing(*place)));
            }
        }
        self.shown = shown;
    }

    /// Shows only what has each word of `text` in it, or in what is missing of it.
    pub(super) fn seek(&mut self, world: &World, text: &str) {
        text.trim().clone_into(&mut self.sought);
        self.choose(&T::all(&world.overview));
    }

    /// The next part: all, what is incomplete, each department.
    pub(super) fn next_part(&mut self, world: &World) -> String {
        self.part = match &self.part {
            Part::All => Part::Gaps,
            Part::Gaps if T::all(&world.overview).iter().any(|entry| entry.ended().is_some()) => {
                Part::Ended
            }
            Part::Gaps | Part::Ended => self.department(0),
            Part::Department(name) => {
                let place = self.departments.iter().position(|one| one == name);
                self.department(place.map_or(0, |place| place + 1))
            }
        };
        self.choose(&T::all(&world.overview));
        match &self.part {
            Part::All => world.words.term(Term::AllEntries).to_owned(),
            Part::Gaps => world.words.term(Term::OnlyGaps).to_owned(),
            Part::Ended => world.words.term(Term::OnlyEnded).to_owned(),
            Part::Department(name) => name.clone(),
        }
    }

    fn department(&self, place: usize) -> Part {
        self.departments.get(place).map_or(Part::All, |name| Part::Department(name.clone()))
    }

    /// The next order.
    pub(super) fn next_order(&mut self, world: &World) -> String {
        let (order, said) = match self.order {
            Order::Name => (Order::Department, Term::ByDepartment),
            Order::Department => (Order::Missing, Term::ByMissing),
            Order::Missing => (Order::Name, Term::ByName),
        };
        self.order = order;
        self.choose(&T::all(&world.overview));
        world.words.term(said).to_owned()
    }

    /// Which part is shown in which order; nothing if it is all of it by name.
    pub(super) fn said(&self, world: &World) -> String {
        let mut said = Vec::new();
        match &self.part {
            Part::All => {}
            Part::Gaps => said.push(world.words.term(Term::OnlyGaps).to_lowercase()),
            Part::Ended => said.push(world.words.term(Term::OnlyEnded).to_lowercase()),
            Part::Department(name) => said.push(name.clone()),
        }
        if !self.sought.is_empty() {
            said.push(format!("„{}”", self.sought));
        }
        match self.order {
            Order::Name => {}
            Order::Department => said.push(world.words.term(Term::ByDepartment).to_lowercase()),
            Order::Missing => said.push(world.words.term(Term::ByMissing).to_lowercase()),
        }
        said.join(" · ")
    }
}
