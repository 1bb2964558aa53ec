//! What a newer version of a questionnaire makes otherwise, for other programs.

use super::{Verdict, evaluation};
use crate::{
    engine::{Aspect, Carried, Difference, Parts, Trait},
    model::{Id, Pinned, Questionnaire},
};
use jiff::civil::Date;
use serde::Serialize;

/// Two versions of a questionnaire, side by side.
#[derive(Debug, Serialize)]
pub struct Compared<'a> {
    questionnaire: &'a Id,
    from: Side<'a>,
    to: Side<'a>,
    same: bool,
    same_legal_state: bool,
    whole: Vec<&'static str>,
    sections: Same<'a>,
    questions: Questions<'a>,
    rules: Same<'a>,
    definitions: Same<'a>,
    switches: Same<'a>,
    verdicts: Same<'a>,
    actions: Same<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Along<'a>>,
}

#[derive(Debug, Serialize)]
struct Side<'a> {
    version: &'a str,
    sha256: &'a str,
    legal_state: Date,
}

#[derive(Debug, Serialize)]
struct Same<'a> {
    added: &'a [Id],
    dropped: &'a [Id],
    changed: &'a [Id],
    reordered: bool,
}

#[derive(Debug, Serialize)]
struct Questions<'a> {
    added: &'a [Id],
    dropped: &'a [Id],
    changed: Vec<Changed<'a>>,
    reordered: bool,
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
        from: version(from, old),
        to: version(to, new),
        same: difference.is_empty(),
        same_legal_state: !difference.legal_state,
        whole: difference.whole.iter().copied().map(trait_name).collect(),
        sections: same(&difference.sections),
        questions: Questions {
            added: &difference.questions.added,
            dropped: &difference.questions.dropped,
            changed: changed.collect(),
            reordered: difference.questions.reordered,
        },
        rules: same(&difference.rules),
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

fn version<'a>(pinned: &'a Pinned, questionnaire: &Questionnaire) -> Side<'a> {
    let legal_state = questionnaire.draft().legal_state.date;
    Side { version: &pinned.version, sha256: &pinned.sha256, legal_state }
}

fn same(Parts { added, dropped, changed, reordered }: &Parts) -> Same<'_> {
    Same { added, dropped, changed, reordered: *reordered }
}

fn trait_name(one: Trait) -> &'static str {
    match one {
        Trait::Title => "title",
        Trait::Intro => "intro",
        Trait::About => "about",
        Trait::Review => "review_months",
        Trait::Risks => "risks",
        Trait::Proves => "proves",
    }
}

fn what(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Words => "words",
        Aspect::Answers => "answers",
        Aspect::When => "when",
        Aspect::Place => "section",
        Aspect::Explanation => "explanation",
        Aspect::Duty => "duty",
    }
}
