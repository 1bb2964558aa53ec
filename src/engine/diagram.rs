//! Multi-valued decision diagrams: functions of many variables with few values each, in one shared, reduced form.
//!
//! A diagram is ordered (variables appear in one order on every path) and reduced (no two nodes are the same, no node has
//! only one outcome), so equal functions are the same node, and a function depends on exactly the variables
//! that occur in it.

use std::collections::HashMap;

/// A function: a terminal, or a node that asks a variable.
pub(super) type Node = u32;

/// The function that is always false.
pub(super) const FALSE: Node = 0;
/// The function that is always true.
pub(super) const TRUE: Node = 1;

/// More nodes than a diagram may have.
#[derive(Debug)]
pub(super) struct TooLarge;

/// Functions over the same variables.
#[derive(Debug)]
pub(super) struct Diagram {
    /// How many values each variable has.
    sizes: Vec<u16>,
    terminals: u32,
    /// Of each node its variable, and where its outcomes start.
    nodes: Vec<(u32, u32)>,
    outcomes: Vec<Node>,
    unique: HashMap<(u32, Box<[Node]>), Node>,
    known: HashMap<(Node, Node, Node), Node>,
    most: usize,
    /// How many choices were made so far.
    steps: usize,
}

impl Diagram {
    /// No functions yet but the `terminals` constant ones ([`FALSE`] and [`TRUE`] among them); `sizes` says how many values
    /// each variable has; at most `most` nodes.
    pub(super) fn new(sizes: Vec<u16>, terminals: u32, most: usize) -> Self {
        let (unique, known) = (HashMap::new(), HashMap::new());
        Self {
            sizes,
            terminals,
            nodes: Vec::new(),
            outcomes: Vec::new(),
            unique,
            known,
            most,
            steps: 0,
        }
    }

    /// How many nodes there are, terminals not counted.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Frees what only building needs.
    pub(super) fn seal(&mut self) {
        self.unique = HashMap::new();
        self.known = HashMap::new();
    }

    fn inner(&self, node: Node) -> Option<(u32, u32)> {
        let place = node.checked_sub(self.terminals)?;
        self.nodes.get(place as usize).copied()
    }

    /// The variable that `node` asks, and what comes of each value; none for a terminal.
    pub(super) fn parts(&self, node: Node) -> Option<(usize, &[Node])> {
        let (variable, start) = self.inner(node)?;
        let size = usize::from(*self.sizes.get(variable as usize)?);
        let start = start as usize;
        Some((variable as usize, self.outcomes.get(start..start + size)?))
    }

    fn variable(&self, node: Node) -> u32 {
        self.inner(node).map_or(u32::MAX, |(variable, _)| variable)
    }

    fn outcome(&self, node: Node, variable: u32, value: u16) -> Node {
        match self.inner(node) {
            Some((own, start)) if own == variable => {
                self.outcomes.get(start as usize + usize::from(value)).copied().unwrap_or(FALSE)
            }
            _ => node,
        }
    }

    /// The function that asks `variable` and goes on with one of `outcomes`.
    pub(super) fn node(&mut self, variable: u32, outcomes: Vec<Node>) -> Result<Node, TooLarge> {
        let first = outcomes.first().copied().unwrap_or(FALSE);
        if outcomes.iter().all(|outcome| *outcome == first) {
            return Ok(first);
        }
        let key = (variable, outcomes.into_boxed_slice());
        if let Some(node) = self.unique.get(&key) {
            return Ok(*node);
        }
        if self.nodes.len() >= self.most {
            return Err(TooLarge);
        }
        let start = u32::try_from(self.outcomes.len()).map_err(|_| TooLarge)?;
        let node = self.terminals + u32::try_from(self.nodes.len()).map_err(|_| TooLarge)?;
        self.nodes.push((variable, start));
        self.outcomes.extend_from_slice(&key.1);
        self.unique.insert(key, node);
        Ok(node)
    }

    /// Whether `variable` has one of `values`.
    pub(super) fn literal(&mut self, variable: u32, values: &[u16]) -> Result<Node, TooLarge> {
        let size = self.sizes.get(variable as usize).copied().unwrap_or_default();
        let outcomes = (0..size).map(|value| if values.contains(&value) { TRUE } else { FALSE });
        self.node(variable, outcomes.collect())
    }

    /// `then` where `test` holds, `other` where it does not.
    pub(super) fn choose(&mut self, test: Node, then: Node, other: Node) -> Result<Node, TooLarge> {
        // Functions of few nodes can take many steps to make.
        self.steps += 1;
        if self.steps >= 100 * self.most {
            return Err(TooLarge);
        }
        match (test, then, other) {
            (TRUE, then, _) => return Ok(then),
            (FALSE, _, other) => return Ok(other),
            (_, then, other) if then == other => return Ok(then),
            (_, TRUE, FALSE) => return Ok(test),
            _ => {}
        }
        if let Some(node) = self.known.get(&(test, then, other)) {
            return Ok(*node);
        }
        if self.known.len() >= 10 * self.most {
            return Err(TooLarge);
        }
        let variable = self.variable(test).min(self.variable(then)).min(self.variable(other));
        let size = self.sizes.get(variable as usize).copied().unwrap_or_default();
        let mut outcomes = Vec::with_capacity(usize::from(size));
        for value in 0..size {
            let test = self.outcome(test, variable, value);
            let then = self.outcome(then, variable, value);
            let other = self.outcome(other, variable, value);
            outcomes.push(self.choose(test, then, other)?);
        }
        let node = self.node(variable, outcomes)?;
        self.known.insert((test, then, other), node);
        Ok(node)
    }

    pub(super) fn and(&mut self, a: Node, b: Node) -> Result<Node, TooLarge> {
        self.choose(a, b, FALSE)
    }

    pub(super) fn or(&mut self, a: Node, b: Node) -> Result<Node, TooLarge> {
        self.choose(a, TRUE, b)
    }

    pub(super) fn not(&mut self, a: Node) -> Result<Node, TooLarge> {
        self.choose(a, FALSE, TRUE)
    }

    /// Whether at least `wanted` of `items` hold.
    pub(super) fn at_least(&mut self, items: &[Node], wanted: usize) -> Result<Node, TooLarge> {
        // `row[k]`: at least k of the items from here on hold. From the last item to the first.
        let mut row: Vec<Node> =
            std::iter::once(TRUE).chain(std::iter::repeat_n(FALSE, wanted)).collect();
        for item in items.iter().rev() {
            for k in (1..=wanted).rev() {
                let (with, without) = (row[k - 1], row[k]);
                row[k] = self.choose(*item, with, without)?;
            }
        }
        Ok(row[wanted])
    }
}
