//! Questionnaires as a person reads them.

use crate::{
    cli::words,
    engine::{Carried, Difference, Evaluation, Parts},
    exchange::values,
    format::Edition,
    model::{Id, Kind, Moment, Question, Questionnaire},
};

/// One line for each of `editions`.
pub(super) fn list(editions: &[Edition]) -> String {
    let lines = editions.iter().map(|edition| {
        let asked = edition.questionnaire.questions().count();
        words::listed(&edition.pinned.id, edition.questionnaire.title(), asked)
    });
    lines.collect()
}

/// Everything that `edition` asks and can say.
pub(super) fn show(edition: &Edition) -> String {
    let questionnaire = &edition.questionnaire;
    let draft = questionnaire.draft();
    let mut page = words::Page::default();
    page.title(questionnaire.title());
    page.line(&words::edition(&edition.pinned, &Moment::words(draft.legal_state.date)));
    page.line(&words::fingerprint(&edition.pinned.sha256));
    page.line(&draft.intro);
    for section in questionnaire.sections() {
        page.heading(&section.title);
        page.line(&section.intro);
        section.questions.iter().for_each(|asked| question(&mut page, asked));
    }
    let verdicts = draft.verdicts.iter();
    page.list(words::VERDICTS, verdicts.map(|v| words::verdict(&v.id, &v.title, &v.sentence)));
    let switches = draft.switches.iter();
    page.list(words::SWITCHES, switches.map(|s| words::switch_from(&s.title, &s.id, s.from)));
    let pending = draft.legal_state.pending.iter();
    page.list(words::PENDING, pending.map(|law| words::pending(&law.title, &law.text)));
    page.list(words::PROVES, draft.proves.iter().map(|one| words::proves(one, draft)));
    page.finish()
}

fn question(page: &mut words::Page, question: &Question) {
    page.item(&words::named(&question.text, &question.id));
    let possible: Vec<String> =
        values(question).iter().map(|value| words::value(value.label, value.id)).collect();
    page.detail(&if possible.is_empty() { shape(&question.kind) } else { possible.join(" · ") });
    if let (Some(feeds), Kind::Table(columns)) = (&question.feeds, &question.kind) {
        page.detail(&words::feeds(feeds, columns));
    }
    page.detail(&question.help);
    page.detail(&words::sources(&question.sources));
}

fn shape(kind: &Kind) -> String {
    match kind {
        Kind::Number { min, max, unit } => words::number(*min, *max, unit),
        Kind::Date => words::A_DATE.to_owned(),
        Kind::Table(columns) => {
            let columns: Vec<_> = columns
                .iter()
                .map(|column| words::value(&column.label, column.id.as_str()))
                .collect();
            words::table(&columns.join(" · "))
        }
        _ => words::A_TEXT.to_owned(),
    }
}

/// What the second of two versions makes otherwise, and what becomes of answers to the first.
pub(super) fn difference(
    [old, new]: [&Edition; 2],
    difference: &Difference,
    carried: Option<&Carried>,
) -> String {
    let mut page = words::Page::default();
    page.title(new.questionnaire.title());
    page.line(&words::versions(&old.pinned, &new.pinned));
    if difference.legal_state {
        let day = |edition: &Edition| edition.questionnaire.draft().legal_state.date;
        page.line(&words::legal_states(day(old), day(new)));
    }
    if difference.is_empty() {
        page.line(words::NO_DIFFERENCE);
    }
    page.list(
        words::ON_THE_WHOLE,
        difference.whole.iter().map(|one| words::whole(*one).to_owned()),
    );
    questions(&mut page, [&old.questionnaire, &new.questionnaire], difference);
    for (headings, parts) in [
        (words::SECTION_PARTS, &difference.sections),
        (words::RULE_PARTS, &difference.rules),
        (words::DEFINITION_PARTS, &difference.definitions),
        (words::SWITCH_PARTS, &difference.switches),
        (words::VERDICT_PARTS, &difference.verdicts),
        (words::ACTION_PARTS, &difference.actions),
    ] {
        let Parts { added, dropped, changed, reordered: _ } = parts;
        for (heading, ids) in headings.into_iter().zip([added, dropped, changed]) {
            page.list(heading, ids.iter().map(Id::to_string));
        }
    }
    page.list(words::REORDERED, reordered(difference).map(str::to_owned));
    if let Some(carried) = carried {
        answers(&mut page, [old, new], carried);
    }
    page.finish()
}

/// What both versions have, in another order.
fn reordered(difference: &Difference) -> impl Iterator<Item = &'static str> {
    let kinds = [
        (words::RULES_REORDERED, &difference.rules),
        ("de onderdelen", &difference.sections),
        ("de vragen", &difference.questions),
        ("de begrippen", &difference.definitions),
        ("de regels met een ingangsdatum", &difference.switches),
        ("de uitkomsten", &difference.verdicts),
        ("de acties", &difference.actions),
    ];
    kinds.into_iter().filter_map(|(kind, parts)| parts.reordered.then_some(kind))
}

fn questions(
    page: &mut words::Page,
    [old, new]: [&Questionnaire; 2],
    Difference { questions, aspects, .. }: &Difference,
) {
    let [added, dropped, changed] = words::QUESTION_PARTS;
    page.list(added, questions.added.iter().map(|id| called(new, id)));
    page.list(dropped, questions.dropped.iter().map(|id| called(old, id)));
    let aspects = aspects.iter();
    page.list(changed, aspects.map(|(id, aspects)| words::changed(&called(new, id), aspects)));
}

fn answers(page: &mut words::Page, [old, new]: [&Edition; 2], carried: &Carried) {
    let (was, is) = (&old.questionnaire, &new.questionnaire);
    page.list(words::KEPT, carried.kept.iter().map(|id| called(is, id)));
    page.list(words::REREAD, carried.reread.iter().map(|id| called(is, id)));
    page.list(words::LOST, carried.lost.iter().map(|id| called(was, id)));
    page.list(words::STILL_ASKED, carried.after.unanswered.iter().map(|id| called(is, id)));
    page.heading(words::OUTCOME);
    page.line(if carried.is_other_verdict() { words::OTHER_VERDICT } else { words::SAME_VERDICT });
    page.item(&outcome(old, &carried.before));
    page.item(&outcome(new, &carried.after));
}

/// The verdict of one version, with the rule that decides.
fn outcome(edition: &Edition, evaluation: &Evaluation) -> String {
    let version = &edition.pinned.version;
    let verdict = evaluation.verdict.as_ref().and_then(|id| edition.questionnaire.verdict(id));
    let Some(verdict) = verdict else {
        return words::under_version(version, words::NOT_YET, "");
    };
    let rule = evaluation.reasons.first();
    let why = rule.map_or_else(String::new, |rule| words::decides(&rule.rule, &rule.text));
    words::under_version(version, &verdict.title, &why)
}

fn called(questionnaire: &Questionnaire, id: &Id) -> String {
    let label = questionnaire.question(id).map_or("", |question| question.label.as_str());
    words::named(label, id)
}
