//! Questionnaires as a person reads them.

use crate::{
    cli::words,
    exchange::values,
    format::Edition,
    model::{Kind, Moment, Question},
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
    page.finish()
}

fn question(page: &mut words::Page, question: &Question) {
    page.item(&words::named(&question.text, &question.id));
    let possible: Vec<String> =
        values(question).iter().map(|value| words::value(value.label, value.id)).collect();
    page.detail(&if possible.is_empty() { shape(&question.kind) } else { possible.join(" · ") });
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
