//! A decision table read the plain way, symbolically: every condition as a Boolean function of the answers.
//!
//! It is made from what the author wrote and nothing else: no places, no ranges, no diagram of the engine's. Of every
//! question the answers are numbered, and answer `n` of `k` is said by a chain of `k - 1` variables: the first `n` are
//! false, the next one is true. So every assignment says exactly one answer, and two functions of the answers are equal
//! exactly when their diagrams are.

use crate::model::{Condition, Draft, Id, Kind, Question, Questionnaire};
use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet};
use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

/// "Niet van toepassing", as conditions name it.
const ASIDE: &str = "not_applicable";

/// What can be said to a question, as far as conditions can tell.
pub(super) enum Sayings {
    /// One of these values.
    One(Vec<Id>),
    /// Any of these choices, or that it does not apply.
    Several(Vec<Id>, bool),
    /// A number in the range that starts here, up to the next start; or that it does not apply.
    Number(Vec<i64>, bool),
    /// Something, or that it does not apply.
    Something(bool),
}

impl Sayings {
    fn of(question: &Question, thresholds: &BTreeSet<i64>) -> Self {
        let aside = question.not_applicable;
        match &question.kind {
            Kind::YesNo | Kind::YesNoUnknown | Kind::Choice(_) => {
                let mut values = question.values();
                values.extend(aside.then(|| Id::from(ASIDE)));
                Self::One(values)
            }
            Kind::Several(_) => Self::Several(question.values(), aside),
            Kind::Number { min, max, .. } => {
                let inside = |start: &&i64| {
                    min.is_none_or(|min| min < **start) && max.is_none_or(|max| **start <= max)
                };
                let starts = thresholds.iter().filter(inside).copied();
                Self::Number(
                    std::iter::once(min.unwrap_or(i64::MIN)).chain(starts).collect(),
                    aside,
                )
            }
            Kind::Text | Kind::LongText | Kind::Date | Kind::Table(_) => Self::Something(aside),
        }
    }

    /// How many ways there are to answer in each of the chains of variables that say it.
    pub(super) fn chains(&self) -> Vec<usize> {
        match self {
            Self::One(values) => vec![values.len()],
            Self::Several(choices, aside) => vec![2; choices.len() + usize::from(*aside)],
            Self::Number(starts, aside) => vec![starts.len() + usize::from(*aside)],
            Self::Something(aside) => vec![2; usize::from(*aside)],
        }
    }
}

/// A table as functions of the answers, with some of its switches on.
pub(super) struct Plain<'a> {
    draft: &'a Draft,
    in_force: &'a BTreeSet<Id>,
    variables: BddVariableSet,
    /// Of each question so far: what can be said, the variables of its chains, and when it is asked.
    said: HashMap<&'a Id, (Sayings, Vec<Range<usize>>, Bdd)>,
    known: HashMap<&'a Id, (Bdd, Bdd)>,
}

impl<'a> Plain<'a> {
    pub(super) fn of(questionnaire: &'a Questionnaire, in_force: &'a BTreeSet<Id>) -> Self {
        let draft = questionnaire.draft();
        let thresholds = thresholds(draft);
        let none = BTreeSet::new();
        let mut next = 0;
        let mut sayings = Vec::new();
        for (_, question) in questionnaire.questions() {
            let own = Sayings::of(question, thresholds.get(&question.id).unwrap_or(&none));
            let chains = own.chains().into_iter().map(|size| {
                let start = next;
                next += size - 1;
                start..next
            });
            let chains = chains.collect();
            sayings.push((own, chains));
        }
        let variables = BddVariableSet::new_anonymous(u16::try_from(next).unwrap());
        let (said, known) = (HashMap::new(), HashMap::new());
        let mut plain = Self { draft, in_force, variables, said, known };
        for ((section, question), (own, chains)) in questionnaire.questions().zip(sayings) {
            let both = section.when.iter().chain(&question.when);
            let asked = both.fold(plain.always(), |asked, when| asked.and(&plain.holds(when)));
            plain.said.insert(&question.id, (own, chains, asked));
        }
        plain
    }

    /// What can be said to a question, and the variables of its chains.
    pub(super) fn sayings(&self, id: &Id) -> (&Sayings, &[Range<usize>]) {
        let (sayings, chains, _) = &self.said[id];
        (sayings, chains)
    }

    /// For every verdict, and at last for none, which answers lead to it.
    pub(super) fn verdicts(&mut self) -> Vec<Bdd> {
        let draft = self.draft;
        let mut all = vec![self.never(); draft.verdicts.len() + 1];
        let mut free = self.always();
        let place = |id: &Id| draft.verdicts.iter().position(|verdict| verdict.id == *id).unwrap();
        for rule in &draft.rules {
            let decides = free.and(&self.holds(&rule.when));
            free = free.and_not(&decides);
            let excepted = match &rule.exception {
                Some(exception) => {
                    let excepted = decides.and(&self.holds(&exception.when));
                    let other = &mut all[place(&exception.verdict)];
                    *other = other.or(&excepted);
                    excepted
                }
                None => self.never(),
            };
            let own = &mut all[place(&rule.verdict)];
            *own = own.or(&decides.and_not(&excepted));
        }
        all[draft.verdicts.len()] = free;
        all
    }

    fn always(&self) -> Bdd {
        self.variables.mk_true()
    }

    fn never(&self) -> Bdd {
        self.variables.mk_false()
    }

    /// Whether answer `place` is said by a chain of variables.
    pub(super) fn says(&self, chain: &Range<usize>, place: usize) -> Bdd {
        let said = (chain.start..chain.end.min(chain.start + place + 1)).map(|at| {
            self.variables.mk_literal(BddVariable::from_index(at), at == chain.start + place)
        });
        said.fold(self.always(), |all, literal| all.and(&literal))
    }

    fn is(&mut self, id: &'a Id, value: &Id) -> Bdd {
        if let Some(definition) = self.draft.definitions.iter().find(|other| other.id == *id) {
            let (yes, no) = self.definition(&definition.id);
            return match value.as_str() {
                Id::YES => yes,
                Id::NO => no.and_not(&yes),
                _ => yes.or(&no).not(),
            };
        }
        let (sayings, chains, asked) = &self.said[id];
        let said = match sayings {
            Sayings::One(values) => values
                .iter()
                .position(|other| other == value)
                .map(|place| self.says(&chains[0], place)),
            Sayings::Several(choices, aside) if value == ASIDE => {
                aside.then(|| self.says(&chains[choices.len()], 0).not())
            }
            Sayings::Several(choices, _) => choices
                .iter()
                .position(|other| other == value)
                .map(|place| self.made(sayings, chains, place)),
            Sayings::Number(starts, true) if value == ASIDE => {
                Some(self.says(&chains[0], starts.len()))
            }
            Sayings::Something(true) if value == ASIDE => Some(self.says(&chains[0], 0).not()),
            Sayings::Number(..) | Sayings::Something(_) => None,
        };
        said.map_or_else(|| self.never(), |said| said.and(asked))
    }

    /// Whether this choice is made: its own variable says so, and it is not said that the question does not apply.
    fn made(&self, sayings: &Sayings, chains: &[Range<usize>], place: usize) -> Bdd {
        let made = self.says(&chains[place], 0).not();
        match sayings {
            Sayings::Several(choices, true) => made.and(&self.says(&chains[choices.len()], 0)),
            _ => made,
        }
    }

    fn definition(&mut self, id: &'a Id) -> (Bdd, Bdd) {
        if let Some(known) = self.known.get(id) {
            return known.clone();
        }
        let definition = self.draft.definitions.iter().find(|other| other.id == *id).unwrap();
        let found = (self.holds(&definition.yes), self.holds(&definition.no));
        self.known.insert(id, found.clone());
        found
    }

    /// Whether the number, the count or the number of choices lies in this range.
    fn between(&mut self, id: &'a Id, low: i64, high: i64) -> Bdd {
        if let Some(count) = self.draft.counts.iter().find(|other| other.id == *id) {
            let items: Vec<Bdd> = count.of.iter().map(|id| self.is(id, &count.is)).collect();
            return self.many(&items, low, high);
        }
        let (sayings, chains, asked) = &self.said[id];
        let inside = match sayings {
            Sayings::Number(starts, _) => {
                let own = starts.iter().enumerate().filter(|(_, at)| (low..=high).contains(*at));
                own.fold(self.never(), |sum, (at, _)| sum.or(&self.says(&chains[0], at)))
            }
            Sayings::Several(choices, aside) => {
                let made = |place| self.made(sayings, chains, place);
                let made: Vec<Bdd> = (0..choices.len()).map(made).collect();
                let many = self.many(&made, low, high);
                if *aside { many.and(&self.says(&chains[choices.len()], 0)) } else { many }
            }
            Sayings::One(_) | Sayings::Something(_) => self.never(),
        };
        inside.and(asked)
    }

    /// Whether between `low` and `high` of `items` hold, counted one after another.
    fn many(&self, items: &[Bdd], low: i64, high: i64) -> Bdd {
        // `exactly[n]`: n of the items so far hold.
        let mut exactly = vec![self.always()];
        for item in items {
            let mut next = vec![self.never(); exactly.len() + 1];
            for (n, so_far) in exactly.iter().enumerate() {
                next[n] = next[n].or(&so_far.and_not(item));
                next[n + 1] = next[n + 1].or(&so_far.and(item));
            }
            exactly = next;
        }
        let inside = (0..).zip(exactly).filter(|(n, _)| (low..=high).contains(n));
        inside.fold(self.never(), |sum, (_, exactly)| sum.or(&exactly))
    }

    fn holds(&mut self, condition: &'a Condition) -> Bdd {
        match condition {
            Condition::Is(id, value) => self.is(id, value),
            Condition::OneOf(id, values) => {
                values.iter().fold(self.never(), |sum, value| sum.or(&self.is(id, value)))
            }
            // A completion answers every question that is asked.
            Condition::Answered(id) => self.said[id].2.clone(),
            Condition::AtLeast(id, low) => self.between(id, *low, i64::MAX),
            Condition::AtMost(id, high) => self.between(id, i64::MIN, *high),
            Condition::Not(inner) => self.holds(inner).not(),
            Condition::All(all) => {
                all.iter().fold(self.always(), |product, one| product.and(&self.holds(one)))
            }
            Condition::Any(any) => {
                any.iter().fold(self.never(), |sum, one| sum.or(&self.holds(one)))
            }
            Condition::AnyIs(ids, value) => {
                ids.iter().fold(self.never(), |sum, id| sum.or(&self.is(id, value)))
            }
            Condition::AllAre(ids, value) => {
                ids.iter().fold(self.always(), |product, id| product.and(&self.is(id, value)))
            }
            Condition::InForce(switch) if self.in_force.contains(switch) => self.always(),
            Condition::InForce(_) => self.never(),
        }
    }
}

/// Where conditions begin to tell numbers apart, of each name.
fn thresholds(draft: &Draft) -> HashMap<&Id, BTreeSet<i64>> {
    let mut open: Vec<&Condition> = Vec::new();
    for section in &draft.sections {
        open.extend(&section.when);
        open.extend(section.questions.iter().filter_map(|question| question.when.as_ref()));
    }
    open.extend(draft.definitions.iter().flat_map(|definition| [&definition.yes, &definition.no]));
    for rule in &draft.rules {
        open.push(&rule.when);
        open.extend(rule.exception.as_ref().map(|exception| &exception.when));
    }
    open.extend(draft.actions.iter().filter_map(|action| action.when.as_ref()));
    let mut found: HashMap<&Id, BTreeSet<i64>> = HashMap::new();
    while let Some(condition) = open.pop() {
        match condition {
            Condition::AtLeast(id, low) => drop(found.entry(id).or_default().insert(*low)),
            Condition::AtMost(id, high) => drop(found.entry(id).or_default().insert(high + 1)),
            Condition::Not(inner) => open.push(inner),
            Condition::All(inner) | Condition::Any(inner) => open.extend(inner),
            _ => {}
        }
    }
    found
}
