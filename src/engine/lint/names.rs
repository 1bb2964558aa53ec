//! Whether everything is read that is asked, and whether what is named exists.

use super::Finding;
use crate::model::{Condition, Count, Definition, Draft, Id, Questionnaire};
use std::collections::{HashMap, HashSet};

pub(super) fn findings(questionnaire: &Questionnaire, known: &[Id]) -> Vec<Finding> {
    let draft = questionnaire.draft();
    let (read, switches) = read(draft);
    let mut findings = Vec::new();
    for (_, question) in questionnaire.questions() {
        match (read.contains(&question.id), question.informative) {
            (false, false) => findings.push(Finding::Unread(question.id.clone())),
            (true, true) => findings.push(Finding::ReadAll(question.id.clone())),
            _ => {}
        }
    }
    let names = draft.definitions.iter().map(|definition| &definition.id);
    let names = names.chain(draft.counts.iter().map(|count| &count.id));
    findings.extend(names.filter(|id| !read.contains(id)).cloned().map(Finding::Idle));
    let idle = draft.switches.iter().filter(|switch| !switches.contains(&switch.id));
    findings.extend(idle.map(|switch| Finding::IdleSwitch(switch.id.clone())));
    let rests = draft.sections.iter().flat_map(|s| s.rests_on.iter().map(move |id| (&s.id, id)));
    let follows = draft.verdicts.iter();
    let follows =
        follows.flat_map(|v| v.follow_ups.iter().map(move |next| (&v.id, &next.questionnaire)));
    let strangers = rests.chain(follows).filter(|(_, name)| !known.contains(name));
    findings.extend(
        strangers.map(|(at, name)| Finding::Stranger { at: at.clone(), name: name.clone() }),
    );
    findings
}

/// Every name, and every switch, that a rule, an action or the asking of a question reads, also through definitions and
/// counts.
fn read(draft: &Draft) -> (HashSet<&Id>, HashSet<&Id>) {
    let questions = draft.sections.iter().flat_map(|section| {
        section.when.iter().chain(section.questions.iter().filter_map(|q| q.when.as_ref()))
    });
    let exceptions = draft.rules.iter().filter_map(|rule| rule.exception.as_ref().map(|e| &e.when));
    let rules = draft.rules.iter().map(|rule| &rule.when).chain(exceptions);
    let actions = draft.actions.iter().filter_map(|action| action.when.as_ref());
    let definitions: HashMap<&Id, &Definition> =
        draft.definitions.iter().map(|definition| (&definition.id, definition)).collect();
    let counts: HashMap<&Id, &Count> =
        draft.counts.iter().map(|count| (&count.id, count)).collect();
    let (mut open, mut switches) = (Vec::new(), HashSet::new());
    for condition in questions.chain(rules).chain(actions) {
        condition.for_each_name(&mut |name| open.push(name));
        condition.for_each_switch(&mut |switch| {
            switches.insert(switch);
        });
    }
    let mut read = HashSet::new();
    while let Some(name) = open.pop() {
        if !read.insert(name) {
            continue;
        }
        let definition = definitions.get(name);
        let conditions: Vec<&Condition> =
            definition.into_iter().flat_map(|d| [&d.yes, &d.no]).collect();
        for condition in conditions {
            condition.for_each_name(&mut |name| open.push(name));
            condition.for_each_switch(&mut |switch| {
                switches.insert(switch);
            });
        }
        open.extend(counts.get(name).into_iter().flat_map(|count| &count.of));
    }
    (read, switches)
}
