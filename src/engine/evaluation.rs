//! The evaluation: verdict, reasons, what is open, what is ignored, what must be done.

use super::{
    Engine,
    decide::Left,
    explain::explain,
    naming::told,
    truth::{Given, Reading, Truth},
};
use crate::model::{Answers, Id, Question};
use std::collections::{BTreeMap, BTreeSet};

/// What some answers amount to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The questions that are asked, in order.
    pub asked: Vec<Id>,
    /// The asked questions that have no answer yet, in order.
    pub unanswered: Vec<Id>,
    /// The verdict, once no completion of the answers can change it.
    pub verdict: Option<Id>,
    /// Every verdict that some completion of the answers reaches, strictest first.
    pub possible: Vec<Id>,
    /// Every rule that holds for sure; the first one decides, once the verdict is settled.
    pub reasons: Vec<Reason>,
    /// The asked, open questions that can still change the verdict, in order.
    pub open: Vec<Id>,
    /// The given answers that cannot count, because their question is not asked however the rest is answered, in order.
    pub ignored: Vec<Id>,
    /// What must be done, as far as it is certain.
    pub actions: Vec<DueAction>,
    /// Every switch of the questionnaire, and whether it is in force.
    pub switches: BTreeMap<Id, bool>,
}

/// A rule that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The rule.
    pub rule: Id,
    /// The verdict it leads to by itself; while its exception is open, the one without it.
    pub verdict: Id,
    /// The reason in a sentence.
    pub text: String,
    /// The questions whose answers it rests on, in order.
    pub questions: Vec<Id>,
    /// Where it stands: the rule's sources, then those of the questions it rests on.
    pub sources: Vec<String>,
}

/// Something that must be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueAction {
    /// Its name in the questionnaire.
    pub id: Id,
    /// What must be done.
    pub text: String,
    /// The rule or question it comes from.
    pub from: Id,
    /// Within how many days.
    pub days: Option<u32>,
}

impl Evaluation {
    /// Whether the verdict is certain.
    pub fn is_settled(&self) -> bool {
        self.verdict.is_some()
    }

    /// How many of the asked questions are answered, and how many are asked.
    pub fn progress(&self) -> (usize, usize) {
        (self.asked.len() - self.unanswered.len(), self.asked.len())
    }
}

pub(super) fn evaluate(engine: &Engine, answers: &Answers) -> Evaluation {
    let program = &engine.program;
    let reading = Reading::of(program, answers);
    let left = left(engine, &reading);
    let is_asked = |place: &usize| reading.asked(*place) == Truth::Yes;
    let is_open = |place: &usize| *reading.given(*place) == Given::Open;
    let id = |place: usize| program.questions.get(place).map(|question| question.id.clone());
    let places = || 0..program.questions.len();
    let verdict_of = |place: &usize| program.verdicts.get(*place).cloned();
    let verdict = match (left.possible.len(), left.gap) {
        (1, false) => left.possible.first().and_then(verdict_of),
        _ => None,
    };
    let reasons = reasons(engine, &reading);
    let matters: Vec<usize> = left.open.iter().copied().filter(is_open).collect();
    let mut open: Vec<usize> = matters.iter().copied().filter(is_asked).collect();
    if open.is_empty() {
        // Such a question is certain to be asked, though no answer so far shows it.
        open = matters;
    }
    let mut evaluation = Evaluation {
        asked: places().filter(is_asked).filter_map(id).collect(),
        unanswered: places().filter(is_asked).filter(is_open).filter_map(id).collect(),
        possible: left.possible.iter().filter_map(verdict_of).collect(),
        open: open.into_iter().filter_map(id).collect(),
        ignored: places()
            .filter(|place| reading.asked(*place) == Truth::No && !is_open(place))
            .filter_map(id)
            .collect(),
        actions: Vec::new(),
        switches: switches(engine),
        verdict,
        reasons,
    };
    evaluation.actions = actions(engine, &reading, &evaluation);
    evaluation
}

fn switches(engine: &Engine) -> BTreeMap<Id, bool> {
    let switches = engine.questionnaire.draft().switches.iter().enumerate();
    let stand = |place| engine.program.switches.in_force(place).unwrap_or_default();
    switches.map(|(place, switch)| (switch.id.clone(), stand(place))).collect()
}

/// The exact reading where there is one, and the four-valued one otherwise.
pub(super) fn left(engine: &Engine, reading: &Reading<'_>) -> Left {
    if let Some(table) = &engine.table {
        return table.left(&engine.program, &reading.given);
    }
    let mut possible = BTreeSet::new();
    let mut gap = true;
    for rule in &engine.program.rules {
        let holds = reading.holds(&rule.when);
        if holds == Truth::No {
            continue;
        }
        let except = rule.exception.as_ref().map(|(when, other)| (reading.holds(when), *other));
        match except {
            Some((Truth::Yes, other)) => drop(possible.insert(other)),
            Some((Truth::Open, other)) => possible.extend([other, rule.verdict]),
            Some((Truth::No, _)) | None => drop(possible.insert(rule.verdict)),
        }
        if holds == Truth::Yes {
            gap = false;
            break;
        }
    }
    let settled = possible.len() == 1 && !gap;
    let open = if settled { BTreeSet::new() } else { (0..reading.given.len()).collect() };
    Left { possible, open, gap }
}

fn reasons(engine: &Engine, reading: &Reading<'_>) -> Vec<Reason> {
    let rules = engine.questionnaire.draft().rules.iter().zip(&engine.program.rules);
    rules
        .filter(|(_, ruled)| reading.holds(&ruled.when) == Truth::Yes)
        .map(|(rule, ruled)| {
            let mut places = explain(reading, &ruled.when);
            let text = told(engine, reading, &rule.text, &places);
            let mut verdict = &rule.verdict;
            if let (Some(exception), Some((when, _))) = (&rule.exception, &ruled.exception)
                && reading.holds(when) == Truth::Yes
            {
                places.extend(explain(reading, when));
                verdict = &exception.verdict;
            }
            let questions: Vec<&Question> = places
                .iter()
                .filter_map(|place| engine.questionnaire.question_at(*place))
                .collect();
            let mut sources: Vec<String> = Vec::new();
            for source in
                rule.sources.iter().chain(questions.iter().flat_map(|question| &question.sources))
            {
                if !sources.contains(source) {
                    sources.push(source.clone());
                }
            }
            Reason {
                rule: rule.id.clone(),
                verdict: verdict.clone(),
                text,
                questions: questions.iter().map(|question| question.id.clone()).collect(),
                sources,
            }
        })
        .collect()
}

fn actions(engine: &Engine, reading: &Reading<'_>, evaluation: &Evaluation) -> Vec<DueAction> {
    let templates = engine.questionnaire.draft().actions.iter().zip(&engine.program.actions);
    templates
        .filter(|(template, when)| {
            let fits = match &evaluation.verdict {
                Some(verdict) => {
                    template.verdicts.is_empty() || template.verdicts.contains(verdict)
                }
                None => template.verdicts.is_empty() && template.when.is_some(),
            };
            fits && reading.holds(when) == Truth::Yes
        })
        .map(|(template, when)| {
            let question = explain(reading, when)
                .first()
                .and_then(|place| engine.program.questions.get(*place));
            let rule = evaluation.reasons.first().map(|reason| reason.rule.clone());
            let from = question.map(|question| question.id.clone()).or(rule);
            DueAction {
                id: template.id.clone(),
                text: template.text.clone(),
                from: from.unwrap_or_else(|| engine.questionnaire.id().clone()),
                days: template.days,
            }
        })
        .collect()
}
