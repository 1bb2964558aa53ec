//! What a newer version of a questionnaire makes otherwise, for other programs.

use super::{Verdict, evaluation};
use crate::{
    engine::{Aspect, Carried, Difference, Parts},
    model::{Id, Pinned, Questionnaire},
};
use jiff::civil::Date;
use serde::Serialize;

/// Two versions of a questionnaire, side by side.
#[derive(Debug, Serialize)]
pub struct Compared<'a> {
    questionnaire: &'a Id,
    from: Version<'a>,
    to: Version<'a>,
    same: bool,
    questions: Questions<'a>,
    rules: Same<'a>,
    rules_reordered: bool,
    definitions: Same<'a>,
    switches: Same<'a>,
    verdicts: Same<'a>,
    actions: Same<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Along<'a>>,
}

#[derive(Debug, Serialize)]
struct Version<'a> {
    version: &'a str,
    sha256: &'a str,
}

#[derive(Debug, Serialize)]
struct Same<'a> {
    added: &'a [Id],
    dropped: &'a [Id],
    changed: &'a [Id],
}

#[derive(Debug, Serialize)]
struct Questions<'a> {
    added: &'a [Id],
    dropped: &'a [Id],
    changed: Vec<Changed<'a>>,
}

#[derive(Debug, Serialize)]
struct Changed<'a> {
    id: &'a Id,
    what: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Along<'a> {
    kept: &'a [Id],
    reread: &'a [Id],
    lost: &'a [Id],
    before: Verdict<'a>,
    after: Verdict<'a>,
}

/// What the second of `versions` makes `difference` than the first, and, as of a day, what becomes of answers.
pub fn difference<'a>(
    versions: [(&'a Pinned, &'a Questionnaire); 2],
    difference: &'a Difference,
    carried: Option<(Date, &'a Carried)>,
) -> Compared<'a> {
    let [(from, old), (to, new)] = versions;
    let changed = difference
        .aspects
        .iter()
        .map(|(id, aspects)| Changed { id, what: aspects.iter().copied().map(what).collect() });
    Compared {
        questionnaire: &to.id,
        from: Version { version: &from.version, sha256: &from.sha256 },
        to: Version { version: &to.version, sha256: &to.sha256 },
        same: difference.is_empty(),
        questions: Questions {
            added: &difference.questions.added,
            dropped: &difference.questions.dropped,
            changed: changed.collect(),
        },
        rules: same(&difference.rules),
        rules_reordered: difference.reordered,
        definitions: same(&difference.definitions),
        switches: same(&difference.switches),
        verdicts: same(&difference.verdicts),
        actions: same(&difference.actions),
        answers: carried.map(|(day, carried)| Along {
            kept: &carried.kept,
            reread: &carried.reread,
            lost: &carried.lost,
            before: evaluation(from, old, day, &carried.before),
            after: evaluation(to, new, day, &carried.after),
        }),
    }
}

fn same(parts: &Parts) -> Same<'_> {
    Same { added: &parts.added, dropped: &parts.dropped, changed: &parts.changed }
}

fn what(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Words => "words",
        Aspect::Answers => "answers",
        Aspect::When => "when",
        Aspect::Explanation => "explanation",
        Aspect::Duty => "duty",
    }
}
