//! A changed rule is a new version: signed records name the version that made them.
//!
//! `versions.json` holds, of every version of every questionnaire, the hash of what it decides by and of its whole file.
//! What it decides by never changes under one version. Texts may; their hash is then written anew by
//! `VERANTWOORD_RENEW_VERSIONS=1 cargo test --test suite versions`, which also adds a new version. It never writes
//! another hash of rules under a version that is there.

use super::editions;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use verantwoord::{
    format::{canonical_json, sha256},
    model::{Draft, Id, Kind, Question},
};

/// Hashes by version.
type Versions = BTreeMap<String, Hashes>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hashes {
    /// Of what it decides by.
    rules: String,
    /// Of the file, byte for byte.
    file: String,
}

const SWITCH: &str = "VERANTWOORD_RENEW_VERSIONS";

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questionnaires/versions.json")
}

/// Everything that an answer, a verdict or an action depends on, and no text.
fn rules(draft: &Draft) -> Value {
    let sections = draft.sections.iter().map(|section| {
        let questions: Vec<Value> = section.questions.iter().map(question).collect();
        json!({ "when": section.when, "questions": questions })
    });
    let rules = draft.rules.iter().map(|rule| {
        json!({
            "id": rule.id, "when": rule.when, "verdict": rule.verdict, "exception": rule.exception,
        })
    });
    let actions = draft.actions.iter().map(|action| {
        json!({
            "id": action.id, "verdicts": action.verdicts, "when": action.when, "days": action.days,
        })
    });
    let mut all = json!({
        "sections": sections.collect::<Vec<_>>(),
        "definitions": draft.definitions,
        "counts": draft.counts,
        "rules": rules.collect::<Vec<_>>(),
        "verdicts": draft.verdicts.iter().map(|verdict| &verdict.id).collect::<Vec<_>>(),
        "actions": actions.collect::<Vec<_>>(),
    });
    let switches = draft.switches.iter().map(|s| json!({ "id": s.id, "from": s.from }));
    let switches: Vec<Value> = switches.collect();
    if let (false, Some(all)) = (switches.is_empty(), all.as_object_mut()) {
        all.insert("switches".to_owned(), switches.into());
    }
    all
}

fn question(question: &Question) -> Value {
    let (kind, limits) = match &question.kind {
        Kind::YesNo => ("yes_no", None),
        Kind::YesNoUnknown => ("yes_no_unknown", None),
        Kind::Choice(_) => ("choice", None),
        Kind::Several(_) => ("several", None),
        Kind::Text => ("text", None),
        Kind::LongText => ("long_text", None),
        Kind::Number { min, max, .. } => ("number", Some((min, max))),
        Kind::Date => ("date", None),
        Kind::Table(_) => ("table", None),
    };
    let columns: Vec<&Id> = match &question.kind {
        Kind::Table(columns) => columns.iter().map(|column| &column.id).collect(),
        _ => Vec::new(),
    };
    json!({
        "id": question.id, "kind": kind, "limits": limits, "values": question.values(), "columns": columns,
        "when": question.when, "required": question.required, "not_applicable": question.not_applicable,
    })
}

/// What is wrong with a questionnaire's hashes, in words; nothing, if they are as they were.
fn fault(known: &Versions, id: &Id, version: &str, found: &Hashes) -> Option<String> {
    match known.get(version) {
        None => Some(format!(
            "{id}: version {version} is not in versions.json yet. Add it: {SWITCH}=1 cargo test --test suite versions"
        )),
        Some(known) if known.rules != found.rules => Some(format!(
            "{id}: a question, condition, rule, verdict or action changed, and the version is still {version}. Records \
             that are signed already name that version: raise `version` in questionnaires/{id}.ron, and then add it: \
             {SWITCH}=1 cargo test --test suite versions"
        )),
        Some(known) if known.file != found.file => Some(format!(
            "{id}: only texts changed, so the version may stay {version}. Note the new hash of the file: \
             {SWITCH}=1 cargo test --test suite versions"
        )),
        Some(_) => None,
    }
}

#[test]
fn a_changed_rule_is_a_new_version() {
    let text = std::fs::read_to_string(place()).unwrap_or_else(|_| "{}".to_owned());
    let mut known: BTreeMap<Id, Versions> = serde_json::from_str(&text).unwrap();
    let renew = std::env::var_os(SWITCH).is_some();
    let mut faults = Vec::new();
    for edition in editions() {
        let id = &edition.pinned.id;
        let version = edition.pinned.version.clone();
        let rules = canonical_json(&rules(edition.questionnaire.draft())).unwrap();
        let found = Hashes { rules: sha256(&rules), file: edition.pinned.sha256.clone() };
        let versions = known.entry(id.clone()).or_default();
        let same_rules = versions.get(&version).is_none_or(|known| known.rules == found.rules);
        if renew && same_rules {
            versions.insert(version, found);
        } else {
            faults.extend(fault(versions, id, &version, &found));
        }
    }
    if renew {
        let text = serde_json::to_string_pretty(&known).unwrap() + "\n";
        #[expect(
            clippy::disallowed_methods,
            reason = "asked for by name, and into the project's own tests"
        )]
        std::fs::write(place(), text).unwrap();
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_decides_is_told_apart_from_texts() {
    let edition = editions().swap_remove(0);
    let draft = edition.questionnaire.draft();
    let hash = |draft: &Draft| sha256(&canonical_json(&rules(draft)).unwrap());
    let changed = |change: &dyn Fn(&mut Draft)| {
        let mut other = draft.clone();
        change(&mut other);
        assert_ne!(other, *draft);
        hash(&other) != hash(draft)
    };
    assert!(!changed(&|draft| draft.intro.push('!')));
    assert!(!changed(&|draft| draft.sections[0].questions[0].help.push('!')));
    assert!(!changed(&|draft| draft.rules[0].text.push('!')));
    assert!(changed(&|draft| draft.rules.swap(0, 1)));
    assert!(changed(&|draft| draft.verdicts.swap(0, 1)));
    assert!(changed(&|draft| draft.switches[0].from = Some(jiff::civil::date(2027, 1, 1))));
    assert!(changed(&|draft| draft.sections[0].questions[1].when = None));
    assert!(changed(&|draft| drop(draft.counts[0].of.pop())));
    assert!(changed(&|draft| draft.definitions[0].yes = verantwoord::model::Condition::ALWAYS));
    assert!(changed(&|draft| drop(draft.actions[0].verdicts.pop())));
    let found = Hashes { rules: "b".to_owned(), file: "c".to_owned() };
    let told = |rules: &str, file: &str| {
        let known = Hashes { rules: rules.to_owned(), file: file.to_owned() };
        let versions = Versions::from([("1".to_owned(), known)]);
        fault(&versions, &"t".into(), "1", &found)
    };
    assert!(told("a", "c").unwrap().contains("raise `version`"));
    assert!(told("b", "a").unwrap().contains("only texts changed"));
    assert_eq!(told("b", "c"), None);
    assert!(fault(&Versions::new(), &"t".into(), "1", &found).unwrap().contains("Add it"));
}
