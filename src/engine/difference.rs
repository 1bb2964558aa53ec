//! What a newer version of a questionnaire makes otherwise, and what that does to answers that were given already.

use super::{Engine, Evaluation};
use crate::model::{
    Answers, Apart, Condition, Count, Definition, Draft, Feeds, Id, Question, Questionnaire,
    Section,
};
use std::collections::HashMap;

/// What a newer version makes otherwise. Names tell what belongs together; every list is in the order of its version,
/// and what is dropped in the order of the older one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// What is otherwise about the questionnaire as a whole.
    pub whole: Vec<Trait>,
    /// When the rules were last checked against the law, or what is under way: told apart, because a version that only says so
    /// asks and decides the same.
    pub legal_state: bool,
    /// The groups of questions, apart from the questions in them.
    pub sections: Parts,
    /// The questions.
    pub questions: Parts,
    /// What is otherwise about each changed question.
    pub aspects: Vec<(Id, Vec<Aspect>)>,
    /// The rows of the decision table; their order decides.
    pub rules: Parts,
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
    /// Whether those in both stand in another order.
    pub reordered: bool,
}

impl Parts {
    /// Whether they are the same in both versions.
    pub fn is_empty(&self) -> bool {
        let Self { added, dropped, changed, reordered } = self;
        added.is_empty() && dropped.is_empty() && changed.is_empty() && !reordered
    }
}

/// One side of a questionnaire as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// What it is called.
    Title,
    /// What it is for.
    Intro,
    /// Whether it is about one processing activity or the whole institution.
    About,
    /// After how many months its outcome is looked at again.
    Review,
    /// Which answers may never make the verdict milder.
    Risks,
    /// What the outcome proves about an entry of the register.
    Proves,
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
    /// The section it stands in.
    Place,
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
        let questions = Parts::of(&asked(old), &asked(new), |(.., question)| &question.id);
        let aspects = questions.changed.iter().map(|id| (id.clone(), aspects(old, new, id)));
        Self {
            whole: traits(before, after),
            legal_state: before.legal_state != after.legal_state,
            sections: Parts::of(&bare(before), &bare(after), |section| &section.id),
            aspects: aspects.collect(),
            rules: Parts::of(&before.rules, &after.rules, |rule| &rule.id),
            definitions: Parts::of(&named(before), &named(after), Named::id),
            switches: Parts::of(&before.switches, &after.switches, |switch| &switch.id),
            verdicts: Parts::of(&before.verdicts, &after.verdicts, |verdict| &verdict.id),
            actions: Parts::of(&before.actions, &after.actions, |action| &action.id),
            questions,
        }
    }

    /// Whether both versions ask, say and decide the same, whatever day the rules were last checked.
    pub fn is_empty(&self) -> bool {
        let Self {
            whole,
            legal_state: _,
            sections,
            questions,
            aspects: _,
            rules,
            definitions,
            switches,
            verdicts,
            actions,
        } = self;
        let parts = [sections, questions, rules, definitions, switches, verdicts, actions];
        whole.is_empty() && parts.into_iter().all(Parts::is_empty)
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
    fn of<'a, T: PartialEq>(old: &'a [T], new: &'a [T], id: impl Fn(&T) -> &Id) -> Self {
        let before: HashMap<&Id, &T> = old.iter().map(|part| (id(part), part)).collect();
        let after: HashMap<&Id, &T> = new.iter().map(|part| (id(part), part)).collect();
        let is_other = |part: &&T| before.get(id(part)).is_some_and(|was| was != part);
        let shared = |parts: &'a [T], other: &HashMap<&Id, &T>| {
            let ids = parts.iter().map(&id);
            ids.filter(|id| other.contains_key(id)).collect::<Vec<_>>()
        };
        let ids = |parts: Vec<&T>| parts.into_iter().map(|part| id(part).clone()).collect();
        Self {
            added: ids(new.iter().filter(|part| !before.contains_key(id(part))).collect()),
            dropped: ids(old.iter().filter(|part| !after.contains_key(id(part))).collect()),
            changed: ids(new.iter().filter(is_other).collect()),
            reordered: shared(old, &after) != shared(new, &before),
        }
    }
}

/// What is otherwise about the whole. Every field of a draft is either compared here, or named in its own place, or no part
/// of what is asked and decided.
fn traits(before: &Draft, after: &Draft) -> Vec<Trait> {
    let Draft {
        title,
        about,
        intro,
        review_months,
        risks,
        proves,
        id: _,
        version: _,
        legal_state: _,
        switches: _,
        sections: _,
        definitions: _,
        counts: _,
        rules: _,
        verdicts: _,
        actions: _,
    } = before;
    let traits = [
        (Trait::Title, *title != after.title),
        (Trait::Intro, *intro != after.intro),
        (Trait::About, *about != after.about),
        (Trait::Review, *review_months != after.review_months),
        (Trait::Risks, *risks != after.risks),
        (Trait::Proves, *proves != after.proves),
    ];
    traits.into_iter().filter_map(|(one, differs)| differs.then_some(one)).collect()
}

/// The sections without their questions, which are compared by themselves.
fn bare(draft: &Draft) -> Vec<Section> {
    let without = |section: &Section| Section { questions: Vec::new(), ..section.clone() };
    draft.sections.iter().map(without).collect()
}

/// Every question, with its section and the condition of that: what decides whether it is asked.
fn asked(questionnaire: &Questionnaire) -> Vec<(&Id, Option<&Condition>, &Question)> {
    let questions = questionnaire.questions();
    questions.map(|(section, question)| (&section.id, section.when.as_ref(), question)).collect()
}

/// What is otherwise about the question `id`; nothing where a version lacks it.
fn aspects(old: &Questionnaire, new: &Questionnaire, id: &Id) -> Vec<Aspect> {
    let (Some(was), Some(is)) = (old.question(id), new.question(id)) else { return Vec::new() };
    let (here, there) = (section(old, id), section(new, id));
    let when = |section: Option<&Section>| section.and_then(|section| section.when.clone());
    let sides = [
        (Aspect::Words, (&was.label, &was.text) != (&is.label, &is.text)),
        (Aspect::Answers, was.kind != is.kind),
        (
            Aspect::When,
            (&was.when, &was.under) != (&is.when, &is.under) || when(here) != when(there),
        ),
        (Aspect::Place, here.map(|section| &section.id) != there.map(|section| &section.id)),
        (Aspect::Explanation, explanation(was) != explanation(is)),
        (Aspect::Duty, duty(was) != duty(is)),
    ];
    sides.into_iter().filter_map(|(aspect, differs)| differs.then_some(aspect)).collect()
}

/// The section that asks the question `id`.
fn section<'a>(version: &'a Questionnaire, id: &Id) -> Option<&'a Section> {
    version.section_of(id).and_then(|place| version.sections().get(place))
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

fn duty(question: &Question) -> ([bool; 3], Option<&Id>, Option<&Feeds>, Option<Apart>) {
    let Question { required, not_applicable, informative, fact, feeds, apart, .. } = question;
    ([*required, *not_applicable, *informative], fact.as_ref(), feeds.as_ref(), *apart)
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

fn named(draft: &Draft) -> Vec<Named<'_>> {
    let definitions = draft.definitions.iter().map(Named::Definition);
    definitions.chain(draft.counts.iter().map(Named::Count)).collect()
}
