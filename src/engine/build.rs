//! The decision table made into a diagram.

use super::{
    diagram::{Diagram, FALSE, Node, TRUE, TooLarge},
    program::{Domain, Expr, NO, Name, Program, UNKNOWN, YES},
};
use std::collections::HashMap;

/// A larger table is read four-valued only.
const MOST_NODES: usize = 100_000;

/// More variables than this would make a path too deep to follow.
const MOST_VARIABLES: usize = 2_000;

/// The variables of a diagram, and whose they are.
pub(super) struct Variables {
    /// Of each variable, the question it belongs to; none for a free switch. The free switches come first.
    pub(super) owner: Vec<Option<usize>>,
    /// Of each question, its first variable.
    pub(super) first: Vec<u32>,
}

impl Variables {
    /// The variables of `program`, and a diagram over them with a terminal for each verdict and one for none.
    pub(super) fn of(program: &Program) -> Option<(Self, Diagram)> {
        let mut owner = vec![None; program.switches.free()];
        let mut first = Vec::new();
        let mut sizes = vec![2; owner.len()];
        for (place, question) in program.questions.iter().enumerate() {
            first.push(u32::try_from(sizes.len()).ok()?);
            let aside = usize::from(question.aside.is_some());
            match &question.domain {
                Domain::One(size) => sizes.push(*size),
                Domain::Several(size) => {
                    sizes.extend(std::iter::repeat_n(2, usize::from(*size) + aside));
                }
                Domain::Number(starts) => sizes.push(u16::try_from(starts.len() + aside).ok()?),
                Domain::Any if aside > 0 => sizes.push(2),
                Domain::Any => {}
            }
            owner.resize(sizes.len(), Some(place));
        }
        if sizes.len() > MOST_VARIABLES {
            return None;
        }
        let terminals = u32::try_from(program.verdicts.len()).ok()? + 3;
        Some((Self { owner, first }, Diagram::new(sizes, terminals, MOST_NODES)))
    }
}

/// The function that is always this verdict, or with as many as there are: none at all.
pub(super) fn terminal(verdict: usize) -> Result<Node, TooLarge> {
    u32::try_from(verdict + 2).map_err(|_| TooLarge)
}

/// Makes conditions and the table into functions.
pub(super) struct Builder<'a> {
    program: &'a Program,
    pub(super) diagram: Diagram,
    first: &'a [u32],
    /// Of each question so far, whether it is asked.
    asked: Vec<Node>,
    /// Of each definition, its conditions for yes and for no.
    definitions: HashMap<usize, (Node, Node)>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(program: &'a Program, first: &'a [u32], diagram: Diagram) -> Self {
        Self { program, diagram, first, asked: Vec::new(), definitions: HashMap::new() }
    }

    /// The table: which verdict the first rule that holds leads to.
    pub(super) fn build(&mut self) -> Result<Node, TooLarge> {
        let program = self.program;
        for question in &program.questions {
            let asked = self.expr(&question.when)?;
            self.asked.push(asked);
        }
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

    /// Whether a question is asked; known once the table is built.
    pub(super) fn asked(&self, place: usize) -> Node {
        self.asked.get(place).copied().unwrap_or(FALSE)
    }

    fn first(&self, place: usize) -> u32 {
        self.first.get(place).copied().unwrap_or_default()
    }

    /// Whether a condition holds.
    pub(super) fn expr(&mut self, expr: &Expr) -> Result<Node, TooLarge> {
        match expr {
            Expr::Is(Name::Question(place), values) => self.is(*place, values),
            Expr::Is(Name::Definition(place), values) => self.defined(*place, values),
            Expr::Is(Name::Count(_), _) | Expr::Between(Name::Definition(_), ..) => Ok(FALSE),
            // A completion answers every question that is asked.
            Expr::Answered(place) => Ok(self.asked(*place)),
            Expr::Between(name, low, high) => self.between(*name, *low, *high),
            Expr::InForce(place) => match self.program.switches.in_force(*place) {
                Some(true) => Ok(TRUE),
                Some(false) => Ok(FALSE),
                None => self.diagram.literal(u32::try_from(*place).map_err(|_| TooLarge)?, &[1]),
            },
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
