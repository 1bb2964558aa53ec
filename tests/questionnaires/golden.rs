//! Golden answers: files of answers with the outcome that they must have.

use super::{editions, engine};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use verantwoord::{
    format::{Edition, Syntax, parse_answers},
    model::{Answers, Id},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expected {
    pub(super) verdict: Id,
    pub(super) deciding_rule: Id,
    /// What must be done then; where it is not told, it does not count.
    #[serde(default)]
    pub(super) actions: Option<Vec<Id>>,
    /// The switches that are on; the others are off.
    #[serde(default)]
    pub(super) in_force: BTreeSet<Id>,
}

/// Answers, and the outcome that they must have.
pub(super) struct Case {
    pub(super) name: String,
    pub(super) answers: Answers,
    pub(super) expected: Expected,
}

/// The golden answers of a questionnaire, in the order of their names.
pub(super) fn cases(edition: &Edition) -> Vec<Case> {
    let expected = expected(edition).into_iter();
    expected
        .map(|(name, expected)| {
            let file = folder(edition).join(&name).with_extension("json");
            let text = fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let answers = parse_answers(&text, Syntax::Json, &edition.questionnaire)
                .unwrap_or_else(|problems| panic!("{}: {problems}", file.display()));
            Case { name, answers, expected }
        })
        .collect()
}

fn folder(edition: &Edition) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers").join(edition.pinned.id.as_str())
}

fn expected(edition: &Edition) -> BTreeMap<String, Expected> {
    let file = folder(edition).join("expected.json");
    let text =
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn golden_answers_have_their_outcome() {
    let mut faults = Vec::new();
    for edition in editions() {
        for Case { name: case, answers, expected } in cases(&edition) {
            let engine = engine(&edition, &expected.in_force);
            let evaluation = engine.evaluate(&answers);
            let mut fault =
                |what: String| faults.push(format!("{}/{case}: {what}", edition.pinned.id));
            if evaluation.verdict.as_ref() != Some(&expected.verdict) {
                fault(format!("{:?} instead of {}", evaluation.verdict, expected.verdict));
            }
            let deciding = evaluation.reasons.first().map(|reason| &reason.rule);
            if deciding != Some(&expected.deciding_rule) {
                fault(format!("{deciding:?} decides instead of {}", expected.deciding_rule));
            }
            let due: Vec<_> = evaluation.actions.iter().map(|action| &action.id).collect();
            if expected
                .actions
                .as_ref()
                .is_some_and(|actions| *actions.iter().collect::<Vec<_>>() != due)
            {
                fault(format!("{due:?} must be done instead of {:?}", expected.actions));
            }
            let (ignored, unanswered) = (&evaluation.ignored, &evaluation.unanswered);
            if !ignored.is_empty() {
                fault(format!("answers to what is not asked: {ignored:?}"));
            }
            let unanswered: Vec<_> = unanswered
                .iter()
                .filter(|id| edition.questionnaire.question(id).is_some_and(|q| q.required))
                .collect();
            if !unanswered.is_empty() {
                fault(format!("asked, not answered: {unanswered:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_golden_file_is_expected_and_every_rule_and_verdict_has_one() {
    let mut faults = Vec::new();
    for edition in editions() {
        let id = &edition.pinned.id;
        let expected = expected(&edition);
        let files: BTreeSet<String> = fs::read_dir(folder(&edition))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
            .filter(|name| name != "expected")
            .collect();
        let cases: BTreeSet<String> = expected.keys().cloned().collect();
        assert_eq!(files, cases, "{id}");
        let draft = edition.questionnaire.draft();
        let verdicts = draft.verdicts.iter().map(|verdict| &verdict.id);
        let rules = draft.rules.iter().map(|rule| &rule.id);
        let missing =
            verdicts.filter(|verdict| !expected.values().any(|case| case.verdict == **verdict));
        faults.extend(missing.map(|verdict| format!("{id}: no answers with verdict {verdict}")));
        let missing = rules.filter(|rule| !expected.values().any(|c| c.deciding_rule == **rule));
        faults.extend(missing.map(|rule| format!("{id}: no answers decided by {rule}")));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
