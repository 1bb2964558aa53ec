//! The shipped tables, proved: for all answers, and in every position of their switches.
//!
//! *The function.* `plain` reads a table symbolically from what its author wrote, with a library of decision diagrams
//! that the engine does not use. The engine's own diagram is followed side by side with it: every node against the
//! plain function of every verdict. They agree everywhere, so the engine decides every completion as the plain reading does.
//!
//! *The possible verdicts.* For answers of which some are open the engine follows its diagram from the root: the one
//! outcome of a variable that is given, every outcome of one that is open, and tells the terminals that it meets
//! ([`Table::left`]). That these are exactly the verdicts of the completions follows from three things, each checked here:
//!
//! 1. The diagram is ordered: on no path a variable comes twice. So a path that fits what is given can be completed, and a
//!    completion follows a path that fits.
//! 2. An answer fixes all variables of its question, as the plain reading has them, and an open question fixes none.
//! 3. Every assignment of a question's variables is that of an answer, or decides as one does: choices that are made
//!    next to "not applicable" do not count.
//!
//! What follows the diagram is tried besides: with every single answer to every question, against what the plain
//! functions leave; and on the tables with few questions with every way to answer a part of them.

mod parts;
mod plain;

use super::completions::positions;
use crate::{
    engine::{Engine, decide::Table, diagram::Node, program::Domain},
    format::Library,
    model::{Id, Questionnaire},
};
use biodivine_lib_bdd::{Bdd, BddPointer, BddVariable};
use plain::{Plain, Sayings};
use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
    sync::Arc,
};

/// A shipped table in one position of its switches, read twice.
struct Twice<'a> {
    name: String,
    engine: Engine,
    plain: Plain<'a>,
    /// For every verdict, and at last for none, which answers lead to it.
    verdicts: Vec<Bdd>,
}

/// Calls `prove` for every shipped table in every position of its switches; how often that was.
fn each(mut prove: impl FnMut(&Twice<'_>)) -> usize {
    let mut count = 0;
    for id in Library.ids() {
        let questionnaire = Library.get(&Id::from(id)).unwrap().questionnaire;
        for on in positions(&questionnaire) {
            let name = format!("{id} {on:?}");
            prove(&twice(&questionnaire, &on, name));
            count += 1;
        }
    }
    count
}

fn twice<'a>(
    questionnaire: &'a Arc<Questionnaire>,
    on: &'a BTreeSet<Id>,
    name: String,
) -> Twice<'a> {
    let engine =
        Engine::with_switches(Arc::clone(questionnaire), &|switch| on.contains(&switch.id));
    let mut plain = Plain::of(questionnaire, on);
    let verdicts = plain.verdicts();
    Twice { name, engine, plain, verdicts }
}

/// Two readings side by side.
struct Walk<'a> {
    table: &'a Table,
    verdicts: &'a [Bdd],
    /// Of each variable of the engine's, the chain of plain variables that says the same.
    chains: Vec<Range<usize>>,
    seen: HashSet<(Node, Vec<BddPointer>)>,
}

impl<'a> Walk<'a> {
    fn of(twice: &'a Twice<'_>) -> Self {
        let table = twice.engine.table.as_ref().unwrap();
        let questions = &twice.engine.program.questions;
        let chains = questions.iter().flat_map(|asked| twice.plain.sayings(&asked.id).1);
        let chains = chains.cloned().collect();
        Self { table, verdicts: &twice.verdicts, chains, seen: HashSet::new() }
    }

    /// Whether the engine's function at `node` is what is left of the plain ones at `plain`: in canonical diagrams over the
    /// same order, a function that no longer depends on a variable no longer has it.
    fn agrees(&mut self, node: Node, plain: &[BddPointer]) -> bool {
        let Some((variable, outcomes)) = self.table.diagram.parts(node) else {
            let told = plain.iter().map(BddPointer::as_bool);
            return told.eq((2..).take(plain.len()).map(|terminal| Some(node == terminal)));
        };
        if !self.seen.insert((node, plain.to_vec())) {
            return true;
        }
        let chain = self.chains[variable].clone();
        let early = plain
            .iter()
            .zip(self.verdicts)
            .any(|(at, bdd)| !at.is_terminal() && bdd.var_of(*at).to_index() < chain.start);
        let outcomes = outcomes.to_vec();
        !early
            && outcomes.len() == chain.len() + 1
            && outcomes.iter().enumerate().all(|(value, outcome)| {
                let plain = plain.iter().zip(self.verdicts);
                let plain = plain.map(|(at, bdd)| follow(bdd, *at, &chain, value));
                self.agrees(*outcome, &plain.collect::<Vec<_>>())
            })
    }
}

/// What is left of a plain function when a chain of variables says answer `value`.
fn follow(bdd: &Bdd, mut at: BddPointer, chain: &Range<usize>, value: usize) -> BddPointer {
    while !at.is_terminal() && chain.contains(&bdd.var_of(at).to_index()) {
        let place = bdd.var_of(at).to_index() - chain.start;
        at = match place.cmp(&value) {
            std::cmp::Ordering::Less => bdd.low_link_of(at),
            std::cmp::Ordering::Equal => bdd.high_link_of(at),
            std::cmp::Ordering::Greater => break,
        };
    }
    at
}

#[test]
fn every_shipped_table_decides_all_completions_as_it_is_written() {
    let proved = each(|twice| {
        let mut walk = Walk::of(twice);
        let roots: Vec<_> = twice.verdicts.iter().map(Bdd::root_pointer).collect();
        assert!(walk.agrees(walk.table.root, &roots), "{}", twice.name);
        // No completion is without a verdict.
        assert!(twice.verdicts.last().unwrap().is_false(), "{}", twice.name);
    });
    assert!(proved > Library.ids().count());
}

/// What proves two readings equal also finds that they are not: with two verdicts in each other's place, and with one more
/// answer that leads to another verdict.
#[test]
fn another_function_is_told_apart() {
    let questionnaire = Library.get(&Id::from("pre-dpia")).unwrap().questionnaire;
    let on = BTreeSet::new();
    let mut twice = twice(&questionnaire, &on, String::new());
    let agrees = |twice: &Twice<'_>| {
        let mut walk = Walk::of(twice);
        let roots: Vec<_> = twice.verdicts.iter().map(Bdd::root_pointer).collect();
        walk.agrees(walk.table.root, &roots)
    };
    assert!(agrees(&twice));
    twice.verdicts.swap(0, 1);
    assert!(!agrees(&twice));
    twice.verdicts.swap(0, 1);
    let one = Bdd::from(twice.verdicts[0].first_valuation().unwrap());
    twice.verdicts[0] = twice.verdicts[0].and_not(&one);
    twice.verdicts[1] = twice.verdicts[1].or(&one);
    assert!(!agrees(&twice));
}

#[test]
fn every_diagram_is_ordered_and_whole() {
    each(|twice| {
        let table = twice.engine.table.as_ref().unwrap();
        let (mut seen, mut open) = (HashSet::new(), vec![table.root]);
        while let Some(node) = open.pop() {
            let Some((variable, outcomes)) = table.diagram.parts(node) else {
                assert!((2..).take(twice.verdicts.len()).any(|terminal| terminal == node));
                continue;
            };
            if !seen.insert(node) {
                continue;
            }
            for outcome in outcomes {
                let next = table.diagram.parts(*outcome).map(|(variable, _)| variable);
                assert!(next.is_none_or(|next| variable < next), "{}", twice.name);
            }
            open.extend(outcomes);
        }
    });
}

/// The questions have the same ranges of numbers in both readings, and the variables of each stand in the same order.
#[test]
fn both_readings_tell_the_same_answers_apart() {
    each(|twice| {
        let (program, mut next) = (&twice.engine.program, 0);
        let table = twice.engine.table.as_ref().unwrap();
        for (place, asked) in program.questions.iter().enumerate() {
            let (sayings, chains) = twice.plain.sayings(&asked.id);
            match (&asked.domain, sayings) {
                (Domain::One(size), Sayings::One(values)) => {
                    assert_eq!((usize::from(*size), &asked.values), (values.len(), values));
                }
                (Domain::Several(size), Sayings::Several(choices, aside)) => {
                    assert_eq!(usize::from(*size), choices.len());
                    assert!(asked.values.starts_with(choices) && asked.aside.is_some() == *aside);
                }
                (Domain::Number(starts), Sayings::Number(own, aside)) => {
                    assert_eq!((starts, asked.aside.is_some()), (own, *aside));
                }
                (Domain::Any, Sayings::Something(aside)) => {
                    assert_eq!(asked.aside.is_some(), *aside);
                }
                _ => panic!("{} {}", twice.name, asked.id),
            }
            assert_eq!(table.first[place], u32::try_from(next).unwrap());
            next += chains.len();
            let own = table.owner.iter().filter(|owner| **owner == Some(place)).count();
            assert_eq!(own, chains.len(), "{} {}", twice.name, asked.id);
        }
        assert_eq!(table.owner.len(), next);
    });
}

/// Choices that are made next to "not applicable" decide nothing.
#[test]
fn every_assignment_decides_as_an_answer_does() {
    each(|twice| {
        for asked in &twice.engine.program.questions {
            let (Sayings::Several(choices, true), chains) = twice.plain.sayings(&asked.id) else {
                continue;
            };
            let aside = BddVariable::from_index(chains[choices.len()].start);
            for verdict in &twice.verdicts {
                let left = verdict.var_restrict(aside, false).support_set();
                let choice = |chain: &Range<usize>| BddVariable::from_index(chain.start);
                assert!(chains[..choices.len()].iter().all(|chain| !left.contains(&choice(chain))));
            }
        }
    });
}
