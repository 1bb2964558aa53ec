//! A questionnaire with every name resolved to a place.

use crate::model::{Condition, Count, Id, Kind, Question, Questionnaire};
use std::collections::HashMap;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Question(usize),
    Definition(usize),
    Count(usize),
}

/// A condition over places.
#[derive(Clone, Debug)]
pub(super) enum Expr {
    /// The name has one of these values.
    Is(Name, Vec<u16>),
    /// The question is answered.
    Answered(usize),
    /// The number lies between these, both included.
    Between(Name, i64, i64),
    /// The switch is in force.
    InForce(usize),
    Not(Box<Expr>),
    All(Vec<Expr>),
    Any(Vec<Expr>),
}

/// How the answers to a question can differ, as far as conditions can tell.
#[derive(Clone, Debug)]
pub(super) enum Domain {
    /// One of this many values.
    One(u16),
    /// Any of this many choices.
    Several(u16),
    /// A number; the starts of the ranges that conditions tell apart, ascending, the first the lowest that is possible.
    Number(Vec<i64>),
    /// Conditions can only tell whether there is an answer.
    Any,
}

#[derive(Debug)]
pub(super) struct Asked {
    pub(super) id: Id,
    pub(super) when: Expr,
    pub(super) values: Vec<Id>,
    pub(super) domain: Domain,
    /// The code of "not applicable" among the values, where that can be said.
    pub(super) aside: Option<u16>,
}

#[derive(Debug)]
pub(super) struct Defined {
    pub(super) yes: Expr,
    pub(super) no: Expr,
}

#[derive(Debug)]
pub(super) struct Counted {
    pub(super) items: Vec<Expr>,
}

#[derive(Debug)]
pub(super) struct Ruled {
    pub(super) when: Expr,
    pub(super) verdict: usize,
    pub(super) exception: Option<(Expr, usize)>,
}

#[derive(Debug)]
pub(super) struct Program {
    pub(super) questions: Vec<Asked>,
    pub(super) definitions: Vec<Defined>,
    pub(super) counts: Vec<Counted>,
    pub(super) rules: Vec<Ruled>,
    pub(super) verdicts: Vec<Id>,
    /// When each action is due, apart from its verdicts.
    pub(super) actions: Vec<Expr>,
    pub(super) switches: Switches,
    /// The places of the questions, in the order of their names.
    pub(super) by_name: Vec<usize>,
}

/// How the switches of a questionnaire stand.
#[derive(Clone, Debug)]
pub(super) enum Switches {
    /// For each, whether it is in force.
    Set(Vec<bool>),
    /// So many, each either way: what holds then, holds in every position.
    Free(usize),
}

impl Switches {
    /// How many there are that can be either way.
    pub(super) fn free(&self) -> usize {
        match self {
            Self::Set(_) => 0,
            Self::Free(count) => *count,
        }
    }

    /// Whether this one is in force; unknown while it is free.
    pub(super) fn in_force(&self, place: usize) -> Option<bool> {
        match self {
            Self::Set(set) => Some(set.get(place).copied().unwrap_or_default()),
            Self::Free(_) => None,
        }
    }
}

/// The values of a definition, in the order of their codes.
pub(super) const YES: u16 = 0;
pub(super) const NO: u16 = 1;
pub(super) const UNKNOWN: u16 = 2;

impl Program {
    pub(super) fn of(questionnaire: &Questionnaire, switches: Switches) -> Self {
        let names = Names::of(questionnaire);
        let draft = questionnaire.draft();
        let always = Expr::All(Vec::new());
        let mut questions: Vec<Asked> = questionnaire
            .questions()
            .map(|(section, question)| {
                let both = section.when.iter().chain(&question.when);
                Asked {
                    id: question.id.clone(),
                    when: Expr::All(both.map(|when| names.resolve(when)).collect()),
                    values: values(Some(question)),
                    domain: domain(question),
                    aside: aside(question),
                }
            })
            .collect();
        let definitions = draft.definitions.iter().map(|definition| Defined {
            yes: names.resolve(&definition.yes),
            no: names.resolve(&definition.no),
        });
        let definitions: Vec<_> = definitions.collect();
        let rules = draft.rules.iter().map(|rule| Ruled {
            when: names.resolve(&rule.when),
            verdict: names.verdict(&rule.verdict),
            exception: rule.exception.as_ref().map(|exception| {
                (names.resolve(&exception.when), names.verdict(&exception.verdict))
            }),
        });
        let rules: Vec<_> = rules.collect();
        let actions = draft.actions.iter();
        let actions: Vec<Expr> = actions
            .map(|action| {
                action.when.as_ref().map_or_else(|| always.clone(), |when| names.resolve(when))
            })
            .collect();
        let conditions = questions.iter().map(|question| &question.when);
        let conditions = conditions.chain(definitions.iter().flat_map(|d| [&d.yes, &d.no]));
        let conditions = conditions.chain(rules.iter().map(|rule| &rule.when));
        let conditions = conditions
            .chain(rules.iter().filter_map(|rule| rule.exception.as_ref().map(|(when, _)| when)))
            .chain(&actions);
        let limits: Vec<(i64, i64)> =
            questionnaire.questions().map(|(_, question)| limits(question)).collect();
        let mut bounds: HashMap<usize, Vec<i64>> = HashMap::new();
        conditions.for_each(|condition| bounds_of(condition, &mut bounds));
        for (place, question) in questions.iter_mut().enumerate() {
            if let Domain::Number(starts) = &mut question.domain {
                let bounds = bounds.remove(&place).unwrap_or_default().into_iter();
                let (least, most) = limits.get(place).copied().unwrap_or((i64::MIN, i64::MAX));
                starts.extend(bounds.filter(|start| least < *start && *start <= most));
                starts.sort_unstable();
                starts.dedup();
            }
        }
        let counts = draft.counts.iter().map(|count| names.count(count)).collect();
        let verdicts = draft.verdicts.iter().map(|verdict| verdict.id.clone()).collect();
        let mut by_name: Vec<usize> = (0..questions.len()).collect();
        by_name.sort_by_key(|place| questions.get(*place).map(|question| &question.id));
        Self { questions, definitions, counts, rules, verdicts, actions, switches, by_name }
    }
}

fn domain(question: &Question) -> Domain {
    let size = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let values = question.values().len() + usize::from(question.not_applicable);
    match question.kind {
        Kind::YesNo | Kind::YesNoUnknown | Kind::Choice(_) => Domain::One(size(values)),
        Kind::Several(_) => Domain::Several(size(question.values().len())),
        Kind::Number { .. } => Domain::Number(vec![limits(question).0]),
        Kind::Text | Kind::LongText | Kind::Date | Kind::Table(_) => Domain::Any,
    }
}

/// The smallest and the largest number that a question takes.
fn limits(question: &Question) -> (i64, i64) {
    match question.kind {
        Kind::Number { min, max, .. } => (min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX)),
        _ => (i64::MIN, i64::MAX),
    }
}

fn aside(question: &Question) -> Option<u16> {
    question.not_applicable.then(|| u16::try_from(question.values().len()).unwrap_or(u16::MAX))
}

/// Collects where the ranges begin that conditions tell apart.
fn bounds_of(condition: &Expr, bounds: &mut HashMap<usize, Vec<i64>>) {
    match condition {
        Expr::Between(Name::Question(place), low, high) => {
            let starts = bounds.entry(*place).or_default();
            starts.extend(
                [*low, high.saturating_add(1)].into_iter().filter(|start| *start != i64::MAX),
            );
        }
        Expr::Not(inner) => bounds_of(inner, bounds),
        Expr::All(inner) | Expr::Any(inner) => {
            for inner in inner {
                bounds_of(inner, bounds);
            }
        }
        Expr::Is(..) | Expr::Answered(_) | Expr::Between(..) | Expr::InForce(_) => {}
    }
}

struct Names<'a> {
    /// Of each question, its values in the order of their codes.
    values: Vec<Vec<Id>>,
    /// The same of every definition.
    defined: Vec<Id>,
    known: HashMap<&'a Id, Name>,
    verdicts: HashMap<&'a Id, usize>,
    switches: HashMap<&'a Id, usize>,
}

impl<'a> Names<'a> {
    fn of(questionnaire: &'a Questionnaire) -> Self {
        let draft = questionnaire.draft();
        let questions = questionnaire
            .questions()
            .enumerate()
            .map(|(place, (_, q))| (&q.id, Name::Question(place)));
        let definitions =
            draft.definitions.iter().enumerate().map(|(place, d)| (&d.id, Name::Definition(place)));
        let counts = draft.counts.iter().enumerate().map(|(place, c)| (&c.id, Name::Count(place)));
        let known = questions.chain(definitions).chain(counts).collect();
        let verdicts = draft
            .verdicts
            .iter()
            .enumerate()
            .map(|(place, verdict)| (&verdict.id, place))
            .collect();
        let switches = draft.switches.iter().enumerate();
        let switches = switches.map(|(place, switch)| (&switch.id, place)).collect();
        let own = questionnaire.questions().map(|(_, question)| values(Some(question)));
        Self { values: own.collect(), defined: values(None), known, verdicts, switches }
    }

    /// A checked questionnaire names only what exists; what cannot be found never holds.
    fn verdict(&self, id: &Id) -> usize {
        self.verdicts.get(id).copied().unwrap_or_default()
    }

    fn is(&self, id: &Id, wanted: &[Id]) -> Expr {
        let Some(name) = self.known.get(id) else { return Expr::Any(Vec::new()) };
        let values = match name {
            Name::Question(place) => self.values.get(*place),
            Name::Definition(_) | Name::Count(_) => Some(&self.defined),
        };
        let code = |wanted: &Id| values?.iter().position(|other| other == wanted);
        let codes = wanted.iter().filter_map(code);
        Expr::Is(*name, codes.filter_map(|code| u16::try_from(code).ok()).collect())
    }

    fn between(&self, id: &Id, low: i64, high: i64) -> Expr {
        self.known.get(id).map_or(Expr::Any(Vec::new()), |name| Expr::Between(*name, low, high))
    }

    fn count(&self, count: &Count) -> Counted {
        Counted {
            items: count.of.iter().map(|id| self.is(id, std::slice::from_ref(&count.is))).collect(),
        }
    }

    fn resolve(&self, condition: &Condition) -> Expr {
        let each = |ids: &[Id], value: &Id| {
            ids.iter().map(|id| self.is(id, std::slice::from_ref(value))).collect()
        };
        match condition {
            Condition::Is(id, value) => self.is(id, std::slice::from_ref(value)),
            Condition::OneOf(id, values) => self.is(id, values),
            Condition::Answered(id) => match self.known.get(id) {
                Some(Name::Question(place)) => Expr::Answered(*place),
                _ => Expr::All(Vec::new()),
            },
            Condition::AtLeast(id, low) => self.between(id, *low, i64::MAX),
            Condition::AtMost(id, high) => self.between(id, i64::MIN, *high),
            Condition::Not(inner) => Expr::Not(Box::new(self.resolve(inner))),
            Condition::All(inner) => {
                Expr::All(inner.iter().map(|inner| self.resolve(inner)).collect())
            }
            Condition::Any(inner) => {
                Expr::Any(inner.iter().map(|inner| self.resolve(inner)).collect())
            }
            Condition::AnyIs(ids, value) => Expr::Any(each(ids, value)),
            Condition::AllAre(ids, value) => Expr::All(each(ids, value)),
            Condition::InForce(switch) => self
                .switches
                .get(switch)
                .map_or(Expr::Any(Vec::new()), |place| Expr::InForce(*place)),
        }
    }
}

/// The values of a question, or of a definition, in the order of their codes.
fn values(question: Option<&Question>) -> Vec<Id> {
    let Some(question) = question else {
        return [Id::YES, Id::NO, Id::UNKNOWN].map(Id::from).to_vec();
    };
    let mut values = question.values();
    if question.not_applicable {
        values.push(Id::from("not_applicable"));
    }
    values
}
