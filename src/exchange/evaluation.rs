//! An evaluation for other programs.

use crate::{
    engine::Evaluation,
    model::{Id, Pinned, Questionnaire},
};
use jiff::civil::Date;
use serde::Serialize;

/// What some answers amount to, in the order of the contract's keys.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "these are the keys of the contract")]
pub struct Verdict<'a> {
    questionnaire: &'a Id,
    version: &'a str,
    sha256: &'a str,
    legal_state: Date,
    verdict: &'a str,
    settled: bool,
    possible: &'a [Id],
    reasons: Vec<Reason<'a>>,
    open: &'a [Id],
    ignored: &'a [Id],
    actions: Vec<Action<'a>>,
    date: Date,
    switches: Vec<Dated<'a>>,
}

/// A rule that holds from a day on, and whether it holds on the day of the evaluation.
#[derive(Debug, Serialize)]
pub struct Dated<'a> {
    id: &'a Id,
    from: Option<Date>,
    in_force: bool,
}

/// A rule that holds.
#[derive(Debug, Serialize)]
pub struct Reason<'a> {
    rule: &'a Id,
    text: &'a str,
    questions: &'a [Id],
    sources: &'a [String],
}

/// Something that must be done, and the rule or question it comes from.
#[derive(Debug, Serialize)]
pub struct Action<'a> {
    id: &'a Id,
    text: &'a str,
    from: &'a Id,
}

/// The verdict as long as open questions can still change it.
const UNDETERMINED: &str = "undetermined";

/// `evaluation` of answers to `questionnaire`, whose file is `pinned`, as of `day`.
pub fn evaluation<'a>(
    pinned: &'a Pinned,
    questionnaire: &'a Questionnaire,
    day: Date,
    evaluation: &'a Evaluation,
) -> Verdict<'a> {
    let reasons = evaluation.reasons.iter().map(|reason| Reason {
        rule: &reason.rule,
        text: &reason.text,
        questions: &reason.questions,
        sources: &reason.sources,
    });
    let actions = evaluation.actions.iter();
    let switches = questionnaire.draft().switches.iter().map(|switch| Dated {
        id: &switch.id,
        from: switch.from,
        in_force: evaluation.switches.get(&switch.id).copied().unwrap_or_default(),
    });
    Verdict {
        questionnaire: &pinned.id,
        version: &pinned.version,
        sha256: &pinned.sha256,
        legal_state: questionnaire.draft().legal_state.date,
        verdict: evaluation.verdict.as_ref().map_or(UNDETERMINED, Id::as_str),
        settled: evaluation.is_settled(),
        possible: &evaluation.possible,
        reasons: reasons.collect(),
        open: &evaluation.open,
        ignored: &evaluation.ignored,
        actions: actions
            .map(|action| Action { id: &action.id, text: &action.text, from: &action.from })
            .collect(),
        date: day,
        switches: switches.collect(),
    }
}
