//! Whether two tables over the same questions ever decide differently: proved by the engine's own diagram.
//!
//! The two are joined to one questionnaire that asks the same questions and has two verdicts: they agree, or they do not.
//! What its diagram says of no answers at all holds for all answers.

use super::positions;
use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};
use verantwoord::{
    engine::Engine,
    model::{Answers, Condition, Definition, Draft, Id, Questionnaire, Rule, Tone, Verdict},
};

const DIFFER: &str = "they_differ";
const AGREE: &str = "they_agree";

/// Both tables in one. They differ where another rule decides, or the same one with another verdict, or another action is
/// due. Both must ask the same questions and have the same switches, of which those `on` are on.
fn joined(one: &Draft, other: &Draft, on: &BTreeSet<Id>) -> Engine {
    let own = renamed(other);
    let mut draft = one.clone();
    draft.definitions.extend(own.definitions.clone());
    draft.counts.extend(own.counts.clone());
    let (first, second) = (Outcomes::of(one), Outcomes::of(&own));
    let differ = first.pairs(&second).map(|(a, b)| xor(&a, &b)).collect();
    let rule = |id: &str, when: Condition| Rule {
        id: id.into(),
        when,
        verdict: id.into(),
        exception: None,
        text: "Zo is het.".into(),
        sources: Vec::new(),
    };
    draft.rules = vec![rule(DIFFER, Condition::Any(differ)), rule(AGREE, Condition::ALWAYS)];
    draft.verdicts = [DIFFER, AGREE].map(verdict).to_vec();
    draft.actions = Vec::new();
    let engine = {
        let questionnaire = Arc::new(Questionnaire::check(draft).unwrap());
        Engine::with_switches(questionnaire, &|switch| on.contains(&switch.id))
    };
    assert!(engine.is_exact(), "{}", one.id);
    engine
}

/// Whether some answers show a difference between the two.
pub(super) fn ever_differ(one: &Draft, other: &Draft) -> bool {
    let questionnaire = Questionnaire::check(one.clone()).unwrap();
    positions(&questionnaire).iter().any(|on| {
        let possible = joined(one, other, on).evaluate(&Answers::default()).possible;
        possible.iter().any(|verdict| *verdict == *DIFFER)
    })
}

fn verdict(id: &str) -> Verdict {
    Verdict {
        id: id.into(),
        title: "Uitkomst".into(),
        sentence: "Zo is het.".into(),
        tone: Tone::Neutral,
        motivation: None,
        follow_ups: Vec::new(),
    }
}

fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

fn xor(one: &Condition, other: &Condition) -> Condition {
    let only = |a: &Condition, b: &Condition| Condition::All(vec![a.clone(), not(b.clone())]);
    Condition::Any(vec![only(one, other), only(other, one)])
}

/// When each thing comes about, by its name.
struct Outcomes(Vec<(String, Condition)>);

impl Outcomes {
    fn of(draft: &Draft) -> Self {
        let mut all: Vec<(String, Condition)> = Vec::new();
        let mut earlier = Vec::new();
        for rule in &draft.rules {
            let decides =
                Condition::All(vec![rule.when.clone(), not(Condition::Any(earlier.clone()))]);
            earlier.push(rule.when.clone());
            let except =
                rule.exception.as_ref().map_or(Condition::Any(Vec::new()), |e| e.when.clone());
            let kept = Condition::All(vec![decides.clone(), not(except.clone())]);
            all.push((format!("{} {}", rule.id, rule.verdict), kept));
            if let Some(exception) = &rule.exception {
                let excepted = Condition::All(vec![decides, except]);
                all.push((format!("{} {}", rule.id, exception.verdict), excepted));
            }
        }
        let actions = draft.actions.iter().map(|action| {
            let under = |(name, _): &&(String, Condition)| {
                let verdict = name.rsplit(' ').next().unwrap_or_default();
                action.verdicts.is_empty() || action.verdicts.iter().any(|other| other == verdict)
            };
            let under = all.iter().filter(under).map(|(_, condition)| condition.clone()).collect();
            let when = action.when.clone().unwrap_or(Condition::ALWAYS);
            (format!("action {}", action.id), Condition::All(vec![Condition::Any(under), when]))
        });
        let actions: Vec<_> = actions.collect();
        all.extend(actions);
        Self(all)
    }

    /// What comes about in both, side by side; never, where one has no such thing.
    fn pairs<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (Condition, Condition)> + 'a {
        let names: HashSet<&String> = self.0.iter().chain(&other.0).map(|(name, _)| name).collect();
        let when = |all: &Self, name: &String| {
            let same = all.0.iter().filter(|(own, _)| own == name);
            Condition::Any(same.map(|(_, condition)| condition.clone()).collect())
        };
        names.into_iter().map(move |name| (when(self, name), when(other, name)))
    }
}

/// `draft` with other names for its definitions and counts.
fn renamed(draft: &Draft) -> Draft {
    let definitions = draft.definitions.iter().map(|definition| definition.id.clone());
    let counts = draft.counts.iter().map(|count| count.id.clone());
    let own: HashSet<Id> = definitions.chain(counts).collect();
    let name = |id: &Id| if own.contains(id) { Id::new(format!("other_{id}")) } else { id.clone() };
    let mut draft = draft.clone();
    for Definition { id, yes, no } in &mut draft.definitions {
        *id = name(id);
        rename(yes, &name);
        rename(no, &name);
    }
    for count in &mut draft.counts {
        count.id = name(&count.id);
        count.of = count.of.iter().map(&name).collect();
    }
    for rule in &mut draft.rules {
        rename(&mut rule.when, &name);
        if let Some(exception) = &mut rule.exception {
            rename(&mut exception.when, &name);
        }
    }
    for action in &mut draft.actions {
        if let Some(when) = &mut action.when {
            rename(when, &name);
        }
    }
    draft
}

fn rename(condition: &mut Condition, name: &impl Fn(&Id) -> Id) {
    match condition {
        Condition::Is(id, _)
        | Condition::OneOf(id, _)
        | Condition::Answered(id)
        | Condition::AtLeast(id, _)
        | Condition::AtMost(id, _) => *id = name(id),
        Condition::Not(inner) => rename(inner, name),
        Condition::All(inner) | Condition::Any(inner) => {
            for inner in inner {
                rename(inner, name);
            }
        }
        Condition::AnyIs(ids, _) | Condition::AllAre(ids, _) => {
            for id in ids {
                *id = name(id);
            }
        }
        Condition::InForce(_) => {}
    }
}
