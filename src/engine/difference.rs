//! What a newer version of a questionnaire makes otherwise, and what that does to answers that were given already.

use super::{Engine, Evaluation};
use crate::model::{Answers, Condition, Count, Definition, Id, Question, Questionnaire};
use std::collections::HashMap;

/// What a newer version makes otherwise. Names tell what belongs together; every list is in the order of its version,
/// and what is dropped in the order of the older one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The questions.
    pub questions: Parts,
    /// What is otherwise about each changed question.
    pub aspects: Vec<(Id, Vec<Aspect>)>,
    /// The rows of the decision table.
    pub rules: Parts,
    /// Whether rules that both versions have stand in another order, which can decide otherwise.
    pub reordered: bool,
    /// What is named for several answers, numbers of answers included.
    pub definitions: Parts,
    /// The rules with a day of entry into force.
    pub switches: Parts,
    /// What the table can say.
    pub verdicts: Parts,
    /// What must be done.
    pub actions: Parts,
}

/// Parts of a questionnaire of one kind, compared by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Only in the newer version.
    pub added: Vec<Id>,
    /// Only in the older version.
    pub dropped: Vec<Id>,
    /// In both, and not the same.
    pub changed: Vec<Id>,
}

impl Parts {
    /// Whether they are the same in both versions.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.dropped.is_empty() && self.changed.is_empty()
    }
}

/// One side of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// What is asked, or its short name.
    Words,
    /// How it is answered: the kind, its choices and their words.
    Answers,
    /// When it is asked.
    When,
    /// Explanation, reason, examples or sources.
    Explanation,
    /// Whether it must be answered, whether it can be put aside, and where else its answer recurs.
    Duty,
}

/// What becomes of answers under a newer version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The answers that go along by name and fit, in the order of the newer version.
    pub kept: Vec<Id>,
    /// Those among them whose question, or whose choices, read otherwise now: to be looked at again.
    pub reread: Vec<Id>,
    /// The answers whose question is dropped, or asks another kind of answer, in the order of the older version.
    pub lost: Vec<Id>,
    /// The older version's evaluation of all answers.
    pub before: Evaluation,
    /// The newer version's evaluation of the kept answers.
    pub after: Evaluation,
}

impl Carried {
    /// Whether the verdict is another, or no longer certain, or certain only now.
    pub fn is_other_verdict(&self) -> bool {
        self.before.verdict != self.after.verdict || self.before.possible != self.after.possible
    }
}

impl Difference {
    /// What `new` makes otherwise than `old`.
    pub fn between(old: &Questionnaire, new: &Questionnaire) -> Self {
        let (before, after) = (old.draft(), new.draft());
        let questions = Parts::of(&asked(old), &asked(new), |(_, question)| &question.id);
        let aspects = questions.changed.iter().map(|id| (id.clone(), aspects(old, new, id)));
        Self {
            aspects: aspects.collect(),
            rules: Parts::of(&before.rules, &after.rules, |rule| &rule.id),
            reordered: shared(old, new) != shared(new, old),
            definitions: Parts::of(&named(old), &named(new), Named::id),
            switches: Parts::of(&before.switches, &after.switches, |switch| &switch.id),
            verdicts: Parts::of(&before.verdicts, &after.verdicts, |verdict| &verdict.id),
            actions: Parts::of(&before.actions, &after.actions, |action| &action.id),
            questions,
        }
    }

    /// Whether both versions ask, say and decide the same.
    pub fn is_empty(&self) -> bool {
        let Self {
            questions,
            aspects: _,
            rules,
            reordered,
            definitions,
            switches,
            verdicts,
            actions,
        } = self;
        let parts = [questions, rules, definitions, switches, verdicts, actions];
        !reordered && parts.into_iter().all(Parts::is_empty)
    }

    /// What becomes of `answers`, given under `old`, when `new` takes over. An answer to a question that `old` does not ask
    /// counted for nothing, and so does not go along.
    pub fn carry(old: &Engine, new: &Engine, answers: &Answers) -> Carried {
        let before = old.evaluate(answers);
        let fits = |id: &Id| {
            let answer = answers.get(id)?;
            new.questionnaire().question(id)?.accept(answer).ok()?;
            Some(answer.clone())
        };
        let given = || before.asked.iter().filter(|id| answers.get(id).is_some());
        let carried: Answers =
            given().filter_map(|id| fits(id).map(|answer| (id.clone(), answer))).collect();
        let kept: Vec<Id> = new
            .questionnaire()
            .questions()
            .map(|(_, question)| &question.id)
            .filter(|id| carried.get(id).is_some())
            .cloned()
            .collect();
        let reads_otherwise = |id: &&Id| {
            let aspects = aspects(old.questionnaire(), new.questionnaire(), id);
            aspects.contains(&Aspect::Words) || aspects.contains(&Aspect::Answers)
        };
        Carried {
            reread: kept.iter().filter(reads_otherwise).cloned().collect(),
            lost: given().filter(|id| carried.get(id).is_none()).cloned().collect(),
            after: new.evaluate(&carried),
            kept,
            before,
        }
    }
}

impl Parts {
    fn of<T: PartialEq>(old: &[T], new: &[T], id: impl Fn(&T) -> &Id) -> Self {
        let before: HashMap<&Id, &T> = old.iter().map(|part| (id(part), part)).collect();
        let after: HashMap<&Id, &T> = new.iter().map(|part| (id(part), part)).collect();
        let is_other = |part: &&T| before.get(id(part)).is_some_and(|was| was != part);
        let ids = |parts: Vec<&T>| parts.into_iter().map(|part| id(part).clone()).collect();
        Self {
            added: ids(new.iter().filter(|part| !before.contains_key(id(part))).collect()),
            dropped: ids(old.iter().filter(|part| !after.contains_key(id(part))).collect()),
            changed: ids(new.iter().filter(is_other).collect()),
        }
    }
}

/// Every question, with the condition of its section: what decides whether it is asked.
fn asked(questionnaire: &Questionnaire) -> Vec<(Option<&Condition>, &Question)> {
    let questions = questionnaire.questions();
    questions.map(|(section, question)| (section.when.as_ref(), question)).collect()
}

/// What is otherwise about the question `id`; nothing where a version lacks it.
fn aspects(old: &Questionnaire, new: &Questionnaire, id: &Id) -> Vec<Aspect> {
    let (Some(was), Some(is)) = (old.question(id), new.question(id)) else { return Vec::new() };
    let section = |version: &Questionnaire| {
        let section = version.section_of(id).and_then(|place| version.sections().get(place));
        section.and_then(|section| section.when.clone())
    };
    let sides = [
        (Aspect::Words, (&was.label, &was.text) != (&is.label, &is.text)),
        (Aspect::Answers, was.kind != is.kind),
        (
            Aspect::When,
            (&was.when, &was.under) != (&is.when, &is.under) || section(old) != section(new),
        ),
        (Aspect::Explanation, explanation(was) != explanation(is)),
        (Aspect::Duty, duty(was) != duty(is)),
    ];
    sides.into_iter().filter_map(|(aspect, differs)| differs.then_some(aspect)).collect()
}

fn explanation(question: &Question) -> [&[String]; 6] {
    let one = std::slice::from_ref::<String>;
    [
        one(&question.help),
        one(&question.why),
        &question.examples,
        &question.counter_examples,
        one(&question.outdated),
        &question.sources,
    ]
}

fn duty(question: &Question) -> (bool, bool, bool, Option<&Id>) {
    let Question { required, not_applicable, informative, fact, .. } = question;
    (*required, *not_applicable, *informative, fact.as_ref())
}

/// The rules of `one` that `other` has too, in the order of `one`.
fn shared<'a>(one: &'a Questionnaire, other: &Questionnaire) -> Vec<&'a Id> {
    let rules = one.draft().rules.iter().map(|rule| &rule.id);
    rules.filter(|id| other.rule(id).is_some()).collect()
}

/// A name that conditions can read.
#[derive(PartialEq)]
enum Named<'a> {
    Definition(&'a Definition),
    Count(&'a Count),
}

impl Named<'_> {
    fn id(&self) -> &Id {
        match self {
            Self::Definition(definition) => &definition.id,
            Self::Count(count) => &count.id,
        }
    }
}

fn named(questionnaire: &Questionnaire) -> Vec<Named<'_>> {
    let definitions = questionnaire.draft().definitions.iter().map(Named::Definition);
    definitions.chain(questionnaire.draft().counts.iter().map(Named::Count)).collect()
}
