//! Whether one function of the same answers is milder than another somewhere.

use crate::engine::diagram::{Diagram, Node, TooLarge};
use std::collections::{HashMap, HashSet};

/// The function `root` with one variable fixed.
pub(super) fn fix(
    diagram: &mut Diagram,
    root: Node,
    variable: u32,
    value: u16,
) -> Result<Node, TooLarge> {
    Fixing { variable, value, known: HashMap::new() }.of(diagram, root)
}

struct Fixing {
    variable: u32,
    value: u16,
    known: HashMap<Node, Node>,
}

impl Fixing {
    fn of(&mut self, diagram: &mut Diagram, node: Node) -> Result<Node, TooLarge> {
        let Some((own, outcomes)) = diagram.parts(node) else { return Ok(node) };
        let own = u32::try_from(own).map_err(|_| TooLarge)?;
        if own > self.variable {
            return Ok(node);
        }
        if own == self.variable {
            return outcomes.get(usize::from(self.value)).copied().ok_or(TooLarge);
        }
        if let Some(known) = self.known.get(&node) {
            return Ok(*known);
        }
        let outcomes = outcomes.to_vec();
        let mut fixed = Vec::new();
        for outcome in outcomes {
            fixed.push(self.of(diagram, outcome)?);
        }
        let found = diagram.node(own, fixed)?;
        self.known.insert(node, found);
        Ok(found)
    }
}

/// Two functions, followed side by side.
pub(super) struct Pairs<'a> {
    diagram: &'a Diagram,
    /// The terminal for no verdict, which is neither strict nor mild.
    none: Node,
    /// Pairs in which the second is nowhere milder.
    fine: HashSet<(Node, Node)>,
    path: Vec<(u32, u16)>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(diagram: &'a Diagram, none: Node) -> Self {
        Self { diagram, none, fine: HashSet::new(), path: Vec::new() }
    }

    /// The answers that were found last.
    pub(super) fn path(self) -> Vec<(u32, u16)> {
        self.path
    }

    /// Two verdicts for the same answers, the second milder than the first; the answers are then in `path`.
    pub(super) fn milder(&mut self, first: Node, second: Node) -> Option<(Node, Node)> {
        if first == second || self.fine.contains(&(first, second)) {
            return None;
        }
        let diagram = self.diagram;
        let (one, other) = (diagram.parts(first), diagram.parts(second));
        let variable = [one, other].into_iter().flatten().map(|(variable, _)| variable).min();
        let Some(variable) = variable else {
            let verdicts = first != self.none && second != self.none;
            return (verdicts && second > first).then_some((first, second));
        };
        let place = u32::try_from(variable).ok()?;
        let outcomes = |node: Node, parts: Option<(usize, &[Node])>, value: usize| match parts {
            Some((own, outcomes)) if own == variable => outcomes.get(value).copied(),
            _ => Some(node),
        };
        let sizes = [one, other].into_iter().flatten();
        let size = sizes.filter(|(own, _)| *own == variable).map(|(_, o)| o.len()).max()?;
        for value in 0..size {
            self.path.push((place, u16::try_from(value).ok()?));
            let (a, b) = (outcomes(first, one, value)?, outcomes(second, other, value)?);
            if let Some(found) = self.milder(a, b) {
                return Some(found);
            }
            self.path.pop();
        }
        self.fine.insert((first, second));
        None
    }
}
