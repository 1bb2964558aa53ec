//! The answers that can be taken over elsewhere.

use super::index::Seen;
use crate::{
    model::{About, Id},
    session::Fact,
};
use std::collections::HashMap;

/// The answers that recur elsewhere, newest first. Of each about one thing those of the two newest assessments are enough: whoever
/// asks is perhaps the newest itself.
pub(super) fn newest(seen: &[&Seen]) -> Vec<Fact> {
    let mut given: HashMap<(&Id, &About), Vec<&Id>> = HashMap::new();
    let mut newest = Vec::new();
    for seen in seen {
        for (fact, answer) in &seen.told.facts {
            let by = given.entry((fact, &seen.line.about)).or_default();
            if !by.contains(&&seen.line.id) {
                if by.len() == 2 {
                    continue;
                }
                by.push(&seen.line.id);
            }
            newest.push(Fact {
                fact: fact.clone(),
                about: seen.line.about.clone(),
                answer: answer.clone(),
                assessment: seen.line.id.clone(),
                title: seen.line.title.clone(),
                at: seen.line.changed,
            });
        }
    }
    newest
}
