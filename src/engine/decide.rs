//! The exact reading: the decision table as a diagram, and what the answers leave of it.

use super::{
    diagram::{Diagram, FALSE, Node, TRUE, TooLarge},
    program::{Asked, Domain, Expr, NO, Name, Program, UNKNOWN, YES},
    truth::Given,
};
use std::collections::{BTreeSet, HashMap};

/// A larger table is read four-valued only.
const MOST_NODES: usize = 400_000;

/// A decision table as a function of the answers.
#[derive(Debug)]
pub(super) struct Table {
    diagram: Diagram,
    root: Node,
    /// Of each variable, the question it belongs to.
    owner: Vec<usize>,
    /// Of each question, its first variable.
    first: Vec<u32>,
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
        let mut owner = Vec::new();
        let mut first = Vec::new();
        let mut sizes = Vec::new();
        for (place, question) in program.questions.iter().enumerate() {
            first.push(u32::try_from(sizes.len()).ok()?);
            match &question.domain {
                Domain::One(size) => sizes.push(*size),
                Domain::Several(size) => {
                    let size = usize::from(*size) + usize::from(question.aside.is_some());
                    sizes.extend(std::iter::repeat_n(2, size));
                }
                Domain::Number(starts) => {
                    let size = starts.len() + usize::from(question.aside.is_some());
                    sizes.push(u16::try_from(size).ok()?);
                }
                Domain::Any if question.aside.is_some() => sizes.push(2),
                Domain::Any => {}
            }
            owner.resize(sizes.len(), place);
        }
        let verdicts = program.verdicts.len();
        let terminals = u32::try_from(verdicts).ok()? + 3;
        let diagram = Diagram::new(sizes, terminals, MOST_NODES);
        let mut builder = Builder {
            program,
            diagram,
            first: &first,
            asked: Vec::new(),
            definitions: HashMap::new(),
        };
        let root = builder.build().ok()?;
        let mut diagram = builder.diagram;
        diagram.seal();
        Some(Self { diagram, root, owner, first, verdicts })
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
        left.open =
            left.open.iter().filter_map(|variable| self.owner.get(*variable).copied()).collect();
        let terminals = std::mem::take(&mut left.possible);
        left.possible = terminals.iter().filter_map(|terminal| terminal.checked_sub(2)).collect();
        left.gap = left.possible.remove(&self.verdicts);
        left
    }
}

/// The values of a question's variables when `given` is said to it; none while it is open.
fn values(question: &Asked, given: &Given) -> Vec<u16> {
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

struct Builder<'a> {
    program: &'a Program,
    diagram: Diagram,
    first: &'a [u32],
    /// Of each question so far, whether it is asked.
    asked: Vec<Node>,
    /// Of each definition, its conditions for yes and for no.
    definitions: HashMap<usize, (Node, Node)>,
}

impl Builder<'_> {
    fn build(&mut self) -> Result<Node, TooLarge> {
        let program = self.program;
        for question in &program.questions {
            let asked = self.expr(&question.when)?;
            self.asked.push(asked);
        }
        let terminal = |verdict: usize| u32::try_from(verdict + 2).map_err(|_| TooLarge);
        let mut root = terminal(program.verdicts.len())?;
        for rule in program.rules.iter().rev() {
            let mut verdict = terminal(rule.verdict)?;
            if let Some((when, other)) = &rule.exception {
                let when = self.expr(when)?;
                verdict = self.diagram.choose(when, terminal(*other)?, verdict)?;
            }
            let when = self.expr(&rule.when)?;
            root = self.diagram.choose(when, verdict, root)?;
        }
        Ok(root)
    }

    fn asked(&self, place: usize) -> Node {
        self.asked.get(place).copied().unwrap_or(FALSE)
    }

    fn first(&self, place: usize) -> u32 {
        self.first.get(place).copied().unwrap_or_default()
    }

    fn expr(&mut self, expr: &Expr) -> Result<Node, TooLarge> {
        match expr {
            Expr::Is(Name::Question(place), values) => self.is(*place, values),
            Expr::Is(Name::Definition(place), values) => self.defined(*place, values),
            Expr::Is(Name::Count(_), _) | Expr::Between(Name::Definition(_), ..) => Ok(FALSE),
            // A completion answers every question that is asked.
            Expr::Answered(place) => Ok(self.asked(*place)),
            Expr::Between(name, low, high) => self.between(*name, *low, *high),
            Expr::Not(inner) => {
                let inner = self.expr(inner)?;
                self.diagram.not(inner)
            }
            Expr::All(inner) => {
                let mut product = TRUE;
                for inner in inner.iter().rev() {
                    let inner = self.expr(inner)?;
                    product = self.diagram.and(inner, product)?;
                }
                Ok(product)
            }
            Expr::Any(inner) => {
                let mut sum = FALSE;
                for inner in inner.iter().rev() {
                    let inner = self.expr(inner)?;
                    sum = self.diagram.or(inner, sum)?;
                }
                Ok(sum)
            }
        }
    }

    fn is(&mut self, place: usize, values: &[u16]) -> Result<Node, TooLarge> {
        let program = self.program;
        let first = self.first(place);
        let said = match program.questions.get(place).map(|question| &question.domain) {
            Some(Domain::One(_)) => self.diagram.literal(first, values)?,
            Some(Domain::Several(_)) => {
                let mut sum = FALSE;
                for value in values.iter().rev() {
                    let made = self.made(place, *value)?;
                    sum = self.diagram.or(made, sum)?;
                }
                sum
            }
            // All that can be compared with is "not applicable".
            Some(Domain::Number(starts)) if !values.is_empty() => {
                let aside = u16::try_from(starts.len()).map_err(|_| TooLarge)?;
                self.diagram.literal(first, &[aside])?
            }
            Some(Domain::Any) if !values.is_empty() => self.diagram.literal(first, &[1])?,
            _ => FALSE,
        };
        self.diagram.and(self.asked(place), said)
    }

    /// Whether this choice is made among several, or "not applicable" said.
    fn made(&mut self, place: usize, value: u16) -> Result<Node, TooLarge> {
        let first = self.first(place);
        let made = self.diagram.literal(first + u32::from(value), &[1])?;
        match self.program.questions.get(place).and_then(|question| question.aside) {
            Some(aside) if aside != value => {
                let counts = self.diagram.literal(first + u32::from(aside), &[0])?;
                self.diagram.and(made, counts)
            }
            _ => Ok(made),
        }
    }

    fn definition(&mut self, place: usize) -> Result<(Node, Node), TooLarge> {
        if let Some(known) = self.definitions.get(&place) {
            return Ok(*known);
        }
        let program = self.program;
        let Some(defined) = program.definitions.get(place) else { return Ok((FALSE, FALSE)) };
        let yes = self.expr(&defined.yes)?;
        let no = self.expr(&defined.no)?;
        let not_yes = self.diagram.not(yes)?;
        let found = (yes, self.diagram.and(not_yes, no)?);
        self.definitions.insert(place, found);
        Ok(found)
    }

    fn defined(&mut self, place: usize, values: &[u16]) -> Result<Node, TooLarge> {
        let (yes, no) = self.definition(place)?;
        let known = self.diagram.or(yes, no)?;
        let neither = self.diagram.not(known)?;
        let mut sum = FALSE;
        for (code, node) in [(YES, yes), (NO, no), (UNKNOWN, neither)] {
            if values.contains(&code) {
                sum = self.diagram.or(sum, node)?;
            }
        }
        Ok(sum)
    }

    fn between(&mut self, name: Name, low: i64, high: i64) -> Result<Node, TooLarge> {
        let program = self.program;
        match name {
            Name::Definition(_) => Ok(FALSE),
            Name::Count(place) => {
                let mut items = Vec::new();
                for item in program.counts.get(place).map_or(&[][..], |count| &count.items) {
                    items.push(self.expr(item)?);
                }
                self.number(&items, low, high)
            }
            Name::Question(place) => {
                let first = self.first(place);
                let said = match program.questions.get(place).map(|question| &question.domain) {
                    Some(Domain::Number(starts)) => {
                        let inside = starts
                            .iter()
                            .enumerate()
                            .filter(|(_, start)| (low..=high).contains(start));
                        let values: Vec<u16> =
                            inside.filter_map(|(range, _)| u16::try_from(range).ok()).collect();
                        self.diagram.literal(first, &values)?
                    }
                    Some(Domain::Several(size)) => {
                        let mut items = Vec::new();
                        for choice in 0..*size {
                            items.push(self.made(place, choice)?);
                        }
                        let number = self.number(&items, low, high)?;
                        // Not applicable is no number.
                        match program.questions.get(place).and_then(|question| question.aside) {
                            Some(aside) => {
                                let counts =
                                    self.diagram.literal(first + u32::from(aside), &[0])?;
                                self.diagram.and(counts, number)?
                            }
                            None => number,
                        }
                    }
                    _ => FALSE,
                };
                self.diagram.and(self.asked(place), said)
            }
        }
    }

    /// Whether between `low` and `high` of `items` hold.
    fn number(&mut self, items: &[Node], low: i64, high: i64) -> Result<Node, TooLarge> {
        let most = items.len();
        let enough = match usize::try_from(low) {
            Ok(low) if low > most => FALSE,
            Ok(low) => self.diagram.at_least(items, low)?,
            Err(_) => TRUE,
        };
        let too_many = match usize::try_from(high) {
            Ok(high) if high >= most => FALSE,
            Ok(high) => self.diagram.at_least(items, high + 1)?,
            Err(_) => TRUE,
        };
        let few = self.diagram.not(too_many)?;
        self.diagram.and(enough, few)
    }
}
