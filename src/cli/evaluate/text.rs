//! An evaluation as a person reads it.

use crate::{
    cli::words,
    engine::Evaluation,
    format::Edition,
    model::{Id, Moment, Questionnaire},
};
use jiff::civil::Date;

/// `evaluation` as of `day` in Dutch.
pub(super) fn evaluation(edition: &Edition, day: Date, evaluation: &Evaluation) -> String {
    let questionnaire = &edition.questionnaire;
    let draft = questionnaire.draft();
    let mut page = words::Page::default();
    page.title(questionnaire.title());
    page.line(&words::edition(&edition.pinned, &Moment::words(draft.legal_state.date)));
    page.heading(words::OUTCOME);
    match evaluation.verdict.as_ref().and_then(|verdict| questionnaire.verdict(verdict)) {
        Some(verdict) => {
            page.line(&words::settled(&verdict.title));
            page.line(&verdict.sentence);
        }
        None => page.line(words::UNDETERMINED),
    }
    if !evaluation.is_settled() {
        page.list(words::POSSIBLE, evaluation.possible.iter().map(|id| title(questionnaire, id)));
        page.list(words::STILL_OPEN, evaluation.open.iter().map(|id| named(questionnaire, id)));
    }
    let reasons = evaluation.reasons.iter();
    page.list(words::REASONS, reasons.map(|reason| words::reason(&reason.text, &reason.sources)));
    page.list(words::ACTIONS, evaluation.actions.iter().map(|action| action.text.clone()));
    page.list(words::IGNORED, evaluation.ignored.iter().map(|id| named(questionnaire, id)));
    let switches = questionnaire.draft().switches.iter();
    page.list(
        words::SWITCHES,
        switches.map(|switch| words::switch(&switch.title, switch.is_in_force(day), day)),
    );
    page.finish()
}

fn title(questionnaire: &Questionnaire, verdict: &Id) -> String {
    questionnaire.verdict(verdict).map_or_else(String::new, |verdict| verdict.title.clone())
}

fn named(questionnaire: &Questionnaire, id: &Id) -> String {
    let label = questionnaire.question(id).map_or("", |question| question.label.as_str());
    words::named(label, id)
}
