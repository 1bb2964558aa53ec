//! Questions, explanations and outcomes as lines of text.

use super::{interview::label, words};
use crate::{
    engine::Reason,
    model::{Answer, Column, Id, Kind, Moment, Proves, Question, Row},
    session::{Fact, Missing, Session},
    tui::words::{AsideWords as _, Cycle, CycleWords as _, Dutch, ReviewTerm, Word, Words as _},
};
use jiff::civil::Date;

/// "Vraag 7 van 31 · stap 2 van 5: De negen criteria".
pub(super) fn place(session: &Session, id: &Id, at: usize) -> String {
    let evaluation = session.evaluation();
    let sections: Vec<usize> =
        evaluation.asked.iter().filter_map(|id| session.questionnaire().section_of(id)).collect();
    let mut steps = sections.clone();
    steps.dedup();
    let here = session.questionnaire().section_of(id);
    let step = here.and_then(|here| steps.iter().position(|step| *step == here)).unwrap_or(0);
    let title = here
        .and_then(|here| session.questionnaire().sections().get(here))
        .map_or("", |section| section.title.as_str());
    let review = session.review().map(|review| format!(" ({})", Dutch.review(review)));
    let steps = (step + 1, steps.len().max(1));
    let progress = Dutch.progress((at + 1, evaluation.asked.len()), steps, session.leads_on(id));
    let mut letters = progress.first().map_or("", String::as_str).chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}: {title}{}", letters.as_str(), review.unwrap_or_default())
}

/// What is asked, how it can be answered, and what was said.
pub(super) fn question(session: &Session, question: &Question, fact: Option<&Fact>) -> String {
    let mut lines = vec![question.text.clone()];
    for (place, value) in question.values().iter().enumerate() {
        let choice = question.choice(value.as_str()).map(|choice| choice.help.trim());
        let help = choice.filter(|help| !help.is_empty()).map(|help| format!(" ({help})"));
        lines.push(format!(
            "  {} = {}{}",
            place + 1,
            label(question, value),
            help.unwrap_or_default()
        ));
    }
    if question.values().is_empty() {
        lines.push(words::how(&question.kind).to_owned());
    }
    let assessment = session.assessment();
    if let Some(said) = assessment.answers.get(&question.id) {
        lines.push(words::now(&answer(question, said)));
    }
    if let Some(note) = assessment.notes.get(&question.id) {
        lines.push(words::note(note));
    }
    for dissent in assessment.dissents.get(&question.id).into_iter().flatten() {
        lines.push(words::dissent(&dissent.by, &dissent.text));
    }
    lines.extend(reviewed(session, question));
    if let Some(fact) = fact {
        let said = whole(question, &fact.answer);
        lines.push(if session.last_time(&question.id).is_some() {
            words::last_time(&Dutch.last_time(&said, fact.at.date()))
        } else {
            words::earlier(&Dutch.earlier(&said, &fact.title, fact.at.date()))
        });
    }
    lines.join("\n")
}

/// In a review, how the answer stands against that of last time.
pub(super) fn reviewed(session: &Session, question: &Question) -> Option<String> {
    let state = session.reviewed(&question.id)?;
    let was = session.last_time(&question.id).map(|was| whole(question, was));
    Some(Dutch.reviewed(state, &was.unwrap_or_default()))
}

/// An answer with every row of it, for who must say whether it still holds.
fn whole(question: &Question, said: &Answer) -> String {
    match (&question.kind, said) {
        (Kind::Table(columns), Answer::Rows(rows)) => table(columns, rows),
        _ => answer(question, said),
    }
}

/// An answer in the words of its question.
pub(super) fn answer(question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::One(value) if question.values().iter().any(|own| own == value.as_str()) => {
            label(question, &Id::from(value.as_str()))
        }
        Answer::One(text) => text
            .parse()
            .ok()
            .filter(|_| question.kind == Kind::Date)
            .map_or_else(|| text.clone(), Moment::words),
        Answer::Number(number) => number.to_string(),
        Answer::Several(values) if values.is_empty() => words::NONE.to_owned(),
        Answer::Several(values) => {
            values.iter().map(|value| label(question, value)).collect::<Vec<_>>().join(", ")
        }
        Answer::Rows(rows) => Dutch.rows(rows.len()),
        Answer::NotApplicable(why) => words::not_applicable(why),
    }
}

/// Everything that explains a question.
pub(super) fn explanation(session: &Session, question: &Question) -> String {
    let section = session
        .questionnaire()
        .section_of(&question.id)
        .and_then(|place| session.questionnaire().sections().get(place));
    let mut lines: Vec<String> = Vec::new();
    let mut part = |word: Option<Word>, texts: &[String]| {
        let texts: Vec<&String> = texts.iter().filter(|text| !text.trim().is_empty()).collect();
        if let (Some(word), false) = (word, texts.is_empty()) {
            lines.push(titled(word));
        }
        lines.extend(texts.into_iter().cloned());
    };
    if let Some(section) = section {
        part(None, std::slice::from_ref(&section.intro));
        part(Some(Word::Goal), std::slice::from_ref(&section.goal));
    }
    part(Some(Word::Explanation), std::slice::from_ref(&question.help));
    part(Some(Word::Examples), &question.examples);
    part(Some(Word::CounterExamples), &question.counter_examples);
    part(Some(Word::Why), std::slice::from_ref(&question.why));
    part(Some(Word::Outdated), std::slice::from_ref(&question.outdated));
    part(Some(Word::Sources), &question.sources);
    lines.join("\n")
}

/// The rows of a table, numbered.
pub(super) fn table(columns: &[Column], rows: &[Row]) -> String {
    let mut lines = vec![Dutch.rows(rows.len())];
    for (place, row) in rows.iter().enumerate() {
        let cells: Vec<String> = columns
            .iter()
            .filter_map(|column| {
                let cell = row.get(&column.id).filter(|cell| !cell.is_empty())?;
                Some(format!("{}: {cell}", column.label))
            })
            .collect();
        lines.push(format!("  {}. {}", place + 1, cells.join("; ")));
    }
    lines.join("\n")
}

/// The verdict, why, and what must be done.
pub(super) fn outcome(session: &Session) -> String {
    let mut lines = Vec::new();
    let evaluation = session.evaluation();
    if let Some(verdict) = session.verdict() {
        lines.push(words::outcome(&verdict.title));
        lines.push(verdict.sentence.clone());
    } else {
        lines.push(Dutch.unsettled(evaluation.open.len()));
        let titles =
            evaluation.possible.iter().filter_map(|id| session.questionnaire().verdict(id));
        let titles: Vec<&str> = titles.map(|verdict| verdict.title.as_str()).collect();
        lines.push(Dutch.possible(&titles));
    }
    if let Some((review, previous)) = session.review().zip(session.assessment().previous.as_ref()) {
        let signed = previous.signed.date();
        lines.extend(Dutch.review_whole(review, &previous.title, signed));
    }
    let heading = if evaluation.is_settled() { Word::Reasons } else { Word::AlreadyHolds };
    list(&mut lines, heading, evaluation.reasons.iter().map(reason).collect());
    let actions = evaluation.actions.iter().map(|action| {
        let within = action.days.map(|days| format!(" ({})", Dutch.within(days)));
        format!("{}{}", action.text, within.unwrap_or_default())
    });
    list(&mut lines, Word::MustBeDone, actions.collect());
    lines.extend(aside(session));
    if let Some(verdict) = session.verdict() {
        let next = verdict.follow_ups.iter().map(|next| next.text.clone());
        list(&mut lines, Word::FollowUp, next.collect());
    }
    let missing = if session.is_locked() { Vec::new() } else { session.missing() };
    let missing = missing.into_iter().map(|missing| match missing {
        Missing::Verdict(id) | Missing::Text(id) => {
            session.question(&id).map_or_else(|| id.to_string(), |question| question.label.clone())
        }
        Missing::Motivation => words::MOTIVATION_NEEDED.to_owned(),
    });
    list(&mut lines, Word::Missing, missing.collect());
    let law = &session.questionnaire().draft().legal_state;
    lines.push(Dutch.legal_state(law.date));
    let switches = session.questionnaire().draft().switches.iter().map(|switch| {
        let in_force = session.evaluation().switches.get(&switch.id) == Some(&true);
        Dutch.switch(&switch.title, in_force, switch.from)
    });
    list(&mut lines, Word::Switches, switches.collect());
    lines.join("\n")
}

/// When the outcome is to be looked at again, if it is signed `today`, and why then.
pub(super) fn term(session: &Session, today: Date) -> Option<String> {
    let draft = session.questionnaire().draft();
    let term = ReviewTerm {
        day: session.review_day(today)?,
        months: draft.review_months,
        agreed: session.assessment().review.is_some() && !session.is_locked(),
        dpia: matches!(draft.proves, Some(Proves::PreDpia { .. })),
    };
    let heading = Dutch.cycle(Cycle::Term).to_owned();
    Some([vec![heading], Dutch.review_term(&term)].concat().join("\n"))
}

/// Whether one deviates, and what was done with the advice. That one does not is told once the outcome is certain.
fn aside(session: &Session) -> Vec<String> {
    let settled = session.evaluation().is_settled();
    let aside = session.aside().filter(|aside| settled || aside.deviates != Some(false));
    let Some(aside) = aside else { return Vec::new() };
    let head = [format!("{}:", Dutch.aside()), format!("- {}", Dutch.deviates(aside.deviates))];
    let heeded = aside.heeded.map(|heeded| format!("- {}", Dutch.heeded(heeded)));
    let told = aside.told.iter().map(|(question, said)| format!("- {}: {said}", question.label));
    head.into_iter().chain(heeded).chain(told).collect()
}

fn reason(reason: &Reason) -> String {
    if reason.sources.is_empty() {
        return reason.text.clone();
    }
    format!("{} {}: {}.", reason.text, Dutch.say(Word::Sources), reason.sources.join("; "))
}

fn list(lines: &mut Vec<String>, heading: Word, items: Vec<String>) {
    if items.is_empty() {
        return;
    }
    lines.push(titled(heading));
    lines.extend(items.into_iter().map(|item| format!("- {item}")));
}

/// A heading on a line of its own.
fn titled(heading: Word) -> String {
    let words = Dutch.say(heading);
    if words.ends_with('?') { words.to_owned() } else { format!("{words}:") }
}
