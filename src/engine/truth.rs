//! The four-valued reading: conditions hold, do not hold, or are undetermined; definitions are yes, no, unknown or open.

use super::program::{Asked, Domain, Expr, NO, Name, Program, UNKNOWN, YES};
use crate::model::{Answer, Answers};
use std::cell::Cell;

/// Whether a condition holds, under answers of which some are still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    Yes,
    No,
    Open,
}

impl Truth {
    fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open => Self::Open,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Open,
        }
    }
}

/// What is said to one question, as far as conditions can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Given {
    Open,
    One(u16),
    /// For each choice, whether it is made.
    Several(Vec<bool>),
    Number(i64),
    Something,
    /// Put aside as not applicable; with a choice, that is one of its values.
    Aside,
}

impl Given {
    pub(super) fn of(question: &Asked, answer: Option<&Answer>) -> Self {
        let Some(answer) = answer else { return Self::Open };
        match question.domain {
            Domain::Several(_) | Domain::Number(_) | Domain::Any
                if matches!(answer, Answer::NotApplicable(_)) =>
            {
                Self::Aside
            }
            Domain::One(_) => question
                .values
                .iter()
                .position(|value| answer.is(value.as_str()))
                .and_then(|code| u16::try_from(code).ok())
                .map_or(Self::Open, Self::One),
            Domain::Several(size) => {
                let made = question.values.iter().take(usize::from(size));
                Self::Several(made.map(|value| answer.is(value.as_str())).collect())
            }
            Domain::Number(_) => answer.number().map_or(Self::Open, Self::Number),
            Domain::Any => Self::Something,
        }
    }
}

/// A program under some answers.
pub(super) struct Reading<'p> {
    pub(super) program: &'p Program,
    pub(super) given: Vec<Given>,
    /// Whether each question is asked.
    pub(super) asked: Vec<Truth>,
    definitions: Vec<Cell<Option<(Truth, Truth)>>>,
    /// Of each count, how many hold for sure, and how many perhaps.
    counts: Vec<Cell<Option<(i64, i64)>>>,
}

impl<'p> Reading<'p> {
    pub(super) fn of(program: &'p Program, answers: &Answers) -> Self {
        // Both stand in the order of their names, so that no answer has to be looked for.
        let mut said = answers.iter().filter(|(_, answer)| !answer.is_blank()).peekable();
        let mut given = vec![Given::Open; program.questions.len()];
        for place in &program.by_name {
            let Some(question) = program.questions.get(*place) else { continue };
            while said.next_if(|(id, _)| **id < question.id).is_some() {}
            let answer = said.next_if(|(id, _)| **id == question.id);
            if let (Some((_, answer)), Some(slot)) = (answer, given.get_mut(*place)) {
                *slot = Given::of(question, Some(answer));
            }
        }
        Self::with(program, given)
    }

    pub(super) fn with(program: &'p Program, given: Vec<Given>) -> Self {
        let definitions = program.definitions.iter().map(|_| Cell::new(None)).collect();
        let mut reading = Self {
            program,
            given,
            asked: Vec::with_capacity(program.questions.len()),
            definitions,
            counts: program.counts.iter().map(|_| Cell::new(None)).collect(),
        };
        for question in &program.questions {
            // Conditions read earlier questions only, so what they need is known by now.
            let asked = reading.holds(&question.when);
            reading.asked.push(asked);
        }
        reading
    }

    pub(super) fn asked(&self, place: usize) -> Truth {
        self.asked.get(place).copied().unwrap_or(Truth::No)
    }

    pub(super) fn given(&self, place: usize) -> &Given {
        self.given.get(place).unwrap_or(&Given::Open)
    }

    pub(super) fn holds(&self, expr: &Expr) -> Truth {
        match expr {
            Expr::Is(Name::Question(place), values) => self.is(*place, values),
            Expr::Is(Name::Definition(place), values) => self.defined(*place, values),
            Expr::Is(Name::Count(_), _) => Truth::No,
            Expr::Answered(place) => match self.given(*place) {
                Given::Open if self.asked(*place) == Truth::No => Truth::No,
                Given::Open => Truth::Open,
                _ => self.asked(*place),
            },
            Expr::Between(name, low, high) => self.between(*name, *low, *high),
            Expr::InForce(place) => {
                self.program.switches.in_force(*place).map_or(Truth::Open, Truth::of)
            }
            Expr::Not(inner) => self.holds(inner).not(),
            Expr::All(inner) => self.all(inner.iter()),
            Expr::Any(inner) => inner.iter().fold(Truth::No, |sum, inner| match sum {
                Truth::Yes => sum,
                _ => sum.not().and(self.holds(inner).not()).not(),
            }),
        }
    }

    fn all<'e>(&self, inner: impl Iterator<Item = &'e Expr>) -> Truth {
        let mut product = Truth::Yes;
        for inner in inner {
            product = product.and(self.holds(inner));
            if product == Truth::No {
                break;
            }
        }
        product
    }

    fn is(&self, place: usize, values: &[u16]) -> Truth {
        let asked = self.asked(place);
        match self.given(place) {
            Given::Open => asked.and(Truth::Open),
            Given::One(value) => asked.and(Truth::of(values.contains(value))),
            Given::Several(made) => {
                let has = |value: &u16| made.get(usize::from(*value)).copied().unwrap_or(false);
                asked.and(Truth::of(values.iter().any(has)))
            }
            Given::Aside => {
                let code = self.program.questions.get(place).and_then(|question| question.aside);
                asked.and(Truth::of(code.is_some_and(|code| values.contains(&code))))
            }
            Given::Number(_) | Given::Something => Truth::No,
        }
    }

    /// The conditions for yes and for no of a definition.
    pub(super) fn definition(&self, place: usize) -> (Truth, Truth) {
        let Some(memo) = self.definitions.get(place) else { return (Truth::No, Truth::No) };
        if let Some(known) = memo.get() {
            return known;
        }
        let Some(defined) = self.program.definitions.get(place) else {
            return (Truth::No, Truth::No);
        };
        let yes = self.holds(&defined.yes);
        let found = (yes, self.holds(&defined.no).and(yes.not()));
        memo.set(Some(found));
        found
    }

    fn defined(&self, place: usize, values: &[u16]) -> Truth {
        let (yes, no) = self.definition(place);
        let neither = yes.not().and(no.not());
        [(YES, yes), (NO, no), (UNKNOWN, neither)]
            .into_iter()
            .filter(|(code, _)| values.contains(code))
            .fold(Truth::No, |sum, (_, truth)| sum.not().and(truth.not()).not())
    }

    /// How many parts of a count hold for sure, and how many perhaps.
    fn count(&self, place: usize) -> (i64, i64) {
        let Some(memo) = self.counts.get(place) else { return (0, 0) };
        if let Some(known) = memo.get() {
            return known;
        }
        let items = self.program.counts.get(place).map_or(&[][..], |count| &count.items);
        let (mut sure, mut maybe) = (0, 0);
        for item in items {
            match self.holds(item) {
                Truth::Yes => sure += 1,
                Truth::Open => maybe += 1,
                Truth::No => {}
            }
        }
        memo.set(Some((sure, maybe)));
        (sure, maybe)
    }

    fn between(&self, name: Name, low: i64, high: i64) -> Truth {
        match name {
            Name::Definition(_) => Truth::No,
            Name::Count(place) => {
                let (sure, maybe) = self.count(place);
                range(sure, sure + maybe, low, high)
            }
            Name::Question(place) => match self.given(place) {
                Given::Open => self.asked(place).and(Truth::Open),
                Given::Number(number) => self.asked(place).and(range(*number, *number, low, high)),
                Given::Several(made) => {
                    let count = i64::try_from(made.iter().filter(|made| **made).count())
                        .unwrap_or(i64::MAX);
                    self.asked(place).and(range(count, count, low, high))
                }
                Given::One(_) | Given::Something | Given::Aside => Truth::No,
            },
        }
    }
}

/// Whether a number that lies between `least` and `most` lies between `low` and `high`.
fn range(least: i64, most: i64, low: i64, high: i64) -> Truth {
    if low <= least && most <= high {
        Truth::Yes
    } else if most < low || high < least {
        Truth::No
    } else {
        Truth::Open
    }
}
