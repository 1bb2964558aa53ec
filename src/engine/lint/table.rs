//! The decision table, looked through on its diagram: so what is found holds for every way to answer.

use super::{
    Example, Finding,
    milder::{Pairs, fix},
    never,
};
use crate::{
    engine::{
        Engine,
        build::{Builder, Variables, terminal},
        diagram::{Diagram, FALSE, Node, TRUE, TooLarge},
        program::{Domain, Program, Switches},
    },
    model::Id,
};
use std::collections::HashSet;

pub(super) fn findings(engine: &Engine) -> Vec<Finding> {
    // With every switch free, what holds for all answers holds in every position of the switches too.
    let free = Switches::Free(engine.questionnaire().draft().switches.len());
    let program = Program::of(engine.questionnaire(), free);
    let Some((variables, diagram)) = Variables::of(&program) else {
        return vec![Finding::TooLarge];
    };
    let builder = Builder::new(&program, &variables.first, diagram);
    let look =
        Look { engine, program: &program, variables: &variables, builder, found: Vec::new() };
    look.through().unwrap_or_else(|TooLarge| vec![Finding::TooLarge])
}

struct Look<'a> {
    engine: &'a Engine,
    program: &'a Program,
    variables: &'a Variables,
    builder: Builder<'a>,
    found: Vec<Finding>,
}

impl Look<'_> {
    fn through(mut self) -> Result<Vec<Finding>, TooLarge> {
        let root = self.builder.build()?;
        self.questions();
        self.rules()?;
        self.verdicts(root)?;
        self.risks(root)?;
        self.found.extend(never::findings(
            self.engine.questionnaire(),
            self.program,
            &mut self.builder,
        )?);
        Ok(self.found)
    }

    fn questions(&mut self) {
        for (place, question) in self.program.questions.iter().enumerate() {
            if self.builder.asked(place) == FALSE {
                self.found.push(Finding::NeverAsked(question.id.clone()));
            }
        }
    }

    fn rules(&mut self) -> Result<(), TooLarge> {
        let engine = self.engine;
        // Of each rule so far, when it holds; and when none of them does.
        let mut earlier: Vec<Node> = Vec::new();
        let mut free = TRUE;
        for (rule, ruled) in engine.questionnaire().draft().rules.iter().zip(&self.program.rules) {
            let holds = self.builder.expr(&ruled.when)?;
            let decides = self.builder.diagram.and(holds, free)?;
            if holds == FALSE {
                self.found.push(Finding::Impossible(rule.id.clone()));
            } else if decides == FALSE {
                let hidden = self.hidden(rule.id.clone(), holds, &earlier)?;
                self.found.push(hidden);
            } else if let Some((when, _)) = &ruled.exception {
                let excepted = self.builder.expr(when)?;
                match self.builder.diagram.and(decides, excepted)? {
                    FALSE => self.found.push(Finding::IdleException(rule.id.clone())),
                    all if all == decides => {
                        self.found.push(Finding::ConstantException(rule.id.clone()));
                    }
                    _ => {}
                }
            }
            let fails = self.builder.diagram.not(holds)?;
            free = self.builder.diagram.and(free, fails)?;
            earlier.push(holds);
        }
        Ok(())
    }

    fn hidden(&mut self, rule: Id, holds: Node, earlier: &[Node]) -> Result<Finding, TooLarge> {
        let rules = &self.engine.questionnaire().draft().rules;
        for (other, by) in earlier.iter().zip(rules) {
            if self.builder.diagram.and(holds, *other)? == holds {
                let same = holds == *other;
                return Ok(Finding::Hidden { rule, by: Some(by.id.clone()), same });
            }
        }
        Ok(Finding::Hidden { rule, by: None, same: false })
    }

    fn verdicts(&mut self, root: Node) -> Result<(), TooLarge> {
        let diagram = &self.builder.diagram;
        let reached = reached(diagram, root);
        for (place, verdict) in self.program.verdicts.iter().enumerate() {
            if !reached.contains(&terminal(place)?) {
                self.found.push(Finding::Unreachable(verdict.clone()));
            }
        }
        let none = terminal(self.program.verdicts.len())?;
        if let Some(path) = path(diagram, root, &|node| node == none) {
            self.found.push(Finding::Gap(self.example(&path)));
        }
        Ok(())
    }

    /// Verdicts stand strictest first: with "ja" on a risk, the place of the verdict may not grow. "Weet ik niet" is not
    /// compared with: to find out may well lead to a milder verdict than not to know.
    fn risks(&mut self, root: Node) -> Result<(), TooLarge> {
        let none = terminal(self.program.verdicts.len())?;
        for risk in &self.engine.questionnaire().draft().risks {
            let asked = self.program.questions.iter().position(|question| question.id == *risk);
            let yes = asked.and_then(|place| self.yes(place).map(|yes| (place, yes)));
            let Some((place, yes)) = yes else {
                self.found.push(Finding::NoRisk(risk.clone()));
                continue;
            };
            let Some(variable) = self.variables.first.get(place).copied() else { continue };
            let values = self.program.questions.get(place).map_or(&[][..], |q| &q.values);
            let with = fix(&mut self.builder.diagram, root, variable, yes)?;
            for (value, instead) in (0..)
                .zip(values)
                .filter(|(value, instead)| *value != yes && instead.as_str() != Id::UNKNOWN)
            {
                let without = fix(&mut self.builder.diagram, root, variable, value)?;
                let mut pairs = Pairs::new(&self.builder.diagram, none);
                if let Some((before, after)) = pairs.milder(without, with) {
                    let path = pairs.path();
                    let verdict = |node: Node| {
                        let place = (node as usize).checked_sub(2)?;
                        self.program.verdicts.get(place).cloned()
                    };
                    let (Some(before), Some(after)) = (verdict(before), verdict(after)) else {
                        continue;
                    };
                    self.found.push(Finding::Milder {
                        risk: risk.clone(),
                        instead: instead.clone(),
                        verdicts: (before, after),
                        example: self.example(&path),
                    });
                }
            }
        }
        Ok(())
    }

    /// The code of "ja", where a question can be answered so.
    fn yes(&self, place: usize) -> Option<u16> {
        let question = self.program.questions.get(place)?;
        let code = question.values.iter().position(|value| value == Id::YES)?;
        matches!(question.domain, Domain::One(_)).then(|| u16::try_from(code).ok())?
    }

    /// How a switch stands.
    fn position(&self, place: u32, value: u16) -> Option<(Id, Id)> {
        let switch = self.engine.questionnaire().draft().switches.get(place as usize)?;
        Some((switch.id.clone(), Id::from(if value == 1 { "in_force" } else { "not_in_force" })))
    }

    /// Values of variables as answers to questions.
    fn example(&self, path: &[(u32, u16)]) -> Example {
        let answer = |(variable, value): &(u32, u16)| {
            let Some(place) = *self.variables.owner.get(*variable as usize)? else {
                return self.position(*variable, *value);
            };
            let question = self.program.questions.get(place)?;
            let code = match &question.domain {
                Domain::One(_) => *value,
                Domain::Several(_) if *value == 1 => {
                    u16::try_from(*variable - self.variables.first.get(place)?).ok()?
                }
                Domain::Number(starts) => {
                    let start = starts.get(usize::from(*value))?;
                    return Some((question.id.clone(), Id::new(start.to_string())));
                }
                Domain::Several(_) | Domain::Any => return None,
            };
            let said = question.values.get(usize::from(code))?;
            Some((question.id.clone(), said.clone()))
        };
        path.iter().filter_map(answer).collect()
    }
}

/// The terminals that `root` can come to.
fn reached(diagram: &Diagram, root: Node) -> HashSet<Node> {
    let (mut seen, mut open) = (HashSet::new(), vec![root]);
    while let Some(node) = open.pop() {
        if seen.insert(node)
            && let Some((_, outcomes)) = diagram.parts(node)
        {
            open.extend(outcomes);
        }
    }
    seen.retain(|node| diagram.parts(*node).is_none());
    seen
}

/// Values that lead from `root` to a terminal that is `wanted`.
fn path(diagram: &Diagram, root: Node, wanted: &dyn Fn(Node) -> bool) -> Option<Vec<(u32, u16)>> {
    let mut seen = HashSet::new();
    let mut open = vec![(root, Vec::new())];
    while let Some((node, path)) = open.pop() {
        if !seen.insert(node) {
            continue;
        }
        let Some((variable, outcomes)) = diagram.parts(node) else {
            if wanted(node) {
                return Some(path);
            }
            continue;
        };
        let variable = u32::try_from(variable).ok()?;
        for (value, outcome) in (0..).zip(outcomes) {
            let mut longer = path.clone();
            longer.push((variable, value));
            open.push((*outcome, longer));
        }
    }
    None
}
