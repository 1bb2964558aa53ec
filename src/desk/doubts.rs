//! Actions that are perhaps no longer needed, because what bore them changed.

use super::index::Seen;
use crate::{
    model::{Action, Id, Origin},
    session::Doubt,
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// The questions that actions were born at, by assessment.
pub(super) type Watched = HashMap<Id, Vec<Id>>;

/// The questions of which the answer must be known.
pub(super) fn watched(actions: &[Arc<Action>]) -> Watched {
    let mut watched = Watched::new();
    for action in actions.iter().filter(|action| action.state.is_pending()) {
        if let Origin::Question { assessment, question, .. } = &action.origin {
            watched.entry(assessment.clone()).or_default().push(question.clone());
        }
    }
    watched
}

/// The pending actions that are perhaps no longer needed, and why.
pub(super) fn doubts(actions: &[Arc<Action>], seen: &[&Seen]) -> BTreeMap<Id, Doubt> {
    let by_name: HashMap<&Id, &Seen> = seen.iter().map(|seen| (&seen.line.id, *seen)).collect();
    let later: HashMap<&Id, &Seen> =
        seen.iter().filter_map(|seen| Some((seen.rare().again.as_ref()?, *seen))).collect();
    let pending = actions.iter().filter(|action| action.state.is_pending());
    let doubts = pending.filter_map(|action| {
        let doubt = match &action.origin {
            Origin::Rule { assessment, action: name, .. } => {
                let newest = newest(by_name.get(assessment)?, &later);
                let again = newest.line.id != *assessment && newest.line.advance.verdict.is_some();
                (again && !newest.told.asks.split(' ').any(|asked| *name == *asked))
                    .then_some(Doubt::Rule)
            }
            Origin::Question { assessment, question, said } => {
                let seen = by_name.get(assessment)?;
                let answer = seen.rare().watched.get(question)?;
                if seen.rare().ignored.contains(question) {
                    Some(Doubt::Question)
                } else {
                    (said.is_some() && answer != said).then_some(Doubt::Answer)
                }
            }
            Origin::ByHand => None,
        };
        Some((action.id.clone(), doubt?))
    });
    doubts.collect()
}

/// The last time that it was done again; a circle, which a person can make by hand, ends somewhere in it.
fn newest<'s>(first: &'s Seen, later: &HashMap<&Id, &'s Seen>) -> &'s Seen {
    let mut newest = first;
    for _ in 0..later.len() {
        match later.get(&newest.line.id) {
            Some(next) => newest = next,
            None => break,
        }
    }
    newest
}
