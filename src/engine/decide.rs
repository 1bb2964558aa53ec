//! The exact reading: what answers leave of the decision table.

use super::{
    build::{Builder, Variables},
    diagram::{Diagram, FALSE, Node},
    program::{Asked, Domain, Program},
    truth::Given,
};
use std::collections::{BTreeSet, HashMap};

/// A decision table as a function of the answers.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) diagram: Diagram,
    pub(super) root: Node,
    /// Of each variable, the question it belongs to.
    pub(super) owner: Vec<Option<usize>>,
    /// Of each question, its first variable.
    pub(super) first: Vec<u32>,
    verdicts: usize,
}

/// What is left of the table under some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Left {
    /// The verdicts that can still be reached, by their place.
    pub(super) possible: BTreeSet<usize>,
    /// The open questions that the verdict still depends on, by their place.
    pub(super) open: BTreeSet<usize>,
    /// Whether some completion has no verdict at all.
    pub(super) gap: bool,
}

impl Table {
    /// The table of `program`, unless it is too large.
    pub(super) fn of(program: &Program) -> Option<Self> {
        let (vars, diagram) = Variables::of(program)?;
        let mut builder = Builder::new(program, &vars.first, diagram);
        let root = builder.build().ok()?;
        let mut diagram = builder.diagram;
        diagram.seal();
        let verdicts = program.verdicts.len();
        Some(Self { diagram, root, owner: vars.owner, first: vars.first, verdicts })
    }

    /// How many nodes the table has, and everything that it was built from.
    pub(super) fn size(&self) -> usize {
        self.diagram.len()
    }

    /// What `given` leaves of the table.
    pub(super) fn left(&self, program: &Program, given: &[Given]) -> Left {
        let mut fixed = vec![None; self.owner.len()];
        for ((question, given), first) in program.questions.iter().zip(given).zip(&self.first) {
            let slots = fixed.iter_mut().skip(*first as usize);
            for (slot, value) in slots.zip(values(question, given)) {
                *slot = Some(value);
            }
        }
        let mut restriction = Restriction {
            diagram: &self.diagram,
            fixed: &fixed,
            known: HashMap::new(),
            unique: HashMap::new(),
            fresh: u32::MAX,
            left: Left { possible: BTreeSet::new(), open: BTreeSet::new(), gap: false },
        };
        restriction.follow(self.root);
        let mut left = restriction.left;
        left.open = left
            .open
            .iter()
            .filter_map(|variable| self.owner.get(*variable).copied().flatten())
            .collect();
        let terminals = std::mem::take(&mut left.possible);
        left.possible = terminals.iter().filter_map(|terminal| terminal.checked_sub(2)).collect();
        left.gap = left.possible.remove(&self.verdicts);
        left
    }
}

/// The values of a question's variables when `given` is said to it; none while it is open.
pub(super) fn values(question: &Asked, given: &Given) -> Vec<u16> {
    let aside = question.aside.is_some();
    match (given, &question.domain) {
        (Given::One(value), _) => vec![*value],
        (Given::Several(made), _) => {
            made.iter().map(|made| u16::from(*made)).chain(aside.then_some(0)).collect()
        }
        (Given::Number(number), Domain::Number(starts)) => {
            let range = starts.partition_point(|start| start <= number).saturating_sub(1);
            vec![u16::try_from(range).unwrap_or_default()]
        }
        (Given::Something, Domain::Any) => aside.then_some(0).into_iter().collect(),
        (Given::Aside, Domain::Several(size)) => {
            std::iter::repeat_n(0, usize::from(*size)).chain([1]).collect()
        }
        (Given::Aside, Domain::Number(starts)) => {
            vec![u16::try_from(starts.len()).unwrap_or_default()]
        }
        (Given::Aside, Domain::Any) => vec![1],
        _ => Vec::new(),
    }
}

/// Follows a function under fixed values. Two nodes that are the same under these values get the same name, so that a
/// variable is found to matter exactly when some outcomes differ.
struct Restriction<'a> {
    diagram: &'a Diagram,
    fixed: &'a [Option<u16>],
    known: HashMap<Node, Node>,
    unique: HashMap<(usize, Vec<Node>), Node>,
    /// Names for nodes that exist only under these values, counted down.
    fresh: Node,
    left: Left,
}

impl Restriction<'_> {
    fn follow(&mut self, node: Node) -> Node {
        let Some((variable, outcomes)) = self.diagram.parts(node) else {
            self.left.possible.insert(node as usize);
            return node;
        };
        if let Some(known) = self.known.get(&node) {
            return *known;
        }
        let found = if let Some(value) = self.fixed.get(variable).copied().flatten() {
            let outcome = outcomes.get(usize::from(value)).copied().unwrap_or(FALSE);
            self.follow(outcome)
        } else {
            let outcomes: Vec<Node> =
                outcomes.iter().map(|outcome| self.follow(*outcome)).collect();
            let first = outcomes.first().copied().unwrap_or(FALSE);
            if outcomes.iter().all(|outcome| *outcome == first) {
                first
            } else {
                self.left.open.insert(variable);
                let fresh = &mut self.fresh;
                *self.unique.entry((variable, outcomes)).or_insert_with(|| {
                    *fresh -= 1;
                    *fresh
                })
            }
        };
        self.known.insert(node, found);
        found
    }
}
