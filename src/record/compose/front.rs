//! Page 1: what was assessed, the verdict, the main reasons, what must be done, who signs.

use super::{Inquiry, room, words};
use crate::{
    model::{self, Moment},
    record::data::RecordData,
    record::document::{Block, Check, Fact, Mark, SignatureField, Text, Title, Tone, Verdict},
};

/// The most reasons and actions on page 1; the rest stands further on.
const MOST_REASONS: usize = 3;
const MOST_ACTIONS: usize = 5;

/// The blocks of page 1. Who signs comes first: what follows may be long, and page 1 must show it.
pub(super) fn blocks(inquiry: &Inquiry<'_>, identifier: &str) -> Vec<Block> {
    let (title, verdict) = (title(inquiry, identifier), verdict(inquiry));
    let mut room = room::left(inquiry.data, &title, &verdict);
    let mut blocks = page_one(inquiry.data, title, verdict);
    blocks.push(side_heading(words::WHY));
    blocks.push(reasons(inquiry, &mut room));
    blocks.extend(to_do(inquiry, &mut room));
    blocks.extend(end_page_one(inquiry.data));
    blocks
}

/// The head and the outcome, and the places to sign if page 1 has room for them.
pub(super) fn page_one(data: &RecordData, title: Title, verdict: Verdict) -> Vec<Block> {
    let mut blocks = vec![Block::Title(title), Block::Verdict(verdict)];
    if room::signs_here(data) {
        blocks.extend(signatures(data));
    }
    blocks
}

/// The end of page 1, and the places to sign if they did not stand on it.
pub(super) fn end_page_one(data: &RecordData) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak];
    if !room::signs_here(data) {
        blocks.extend(signatures(data));
    }
    blocks
}

/// A heading that stands beside what follows, so that page 1 holds everything.
pub(super) fn side_heading(text: &str) -> Block {
    Block::Heading { level: 2, text: text.to_owned() }
}

pub(super) fn heading(text: &str) -> Block {
    Block::Heading { level: 1, text: text.to_owned() }
}

/// The head of page 1 of a record that is about the institution as a whole.
pub(super) fn head(data: &RecordData, kicker: &str, title: &str, identifier: &str) -> Title {
    let organisation = &data.organisation;
    let mut facts = vec![Fact::new(words::ORGANISATION, organisation.name.as_str())];
    for (label, value) in [
        (words::SECTOR, organisation.sector.as_str()),
        (words::CONTACT, &organisation.contact),
        (words::COORDINATOR, &organisation.coordinator),
        (words::DPO, &organisation.dpo),
    ] {
        if !value.trim().is_empty() {
            facts.push(Fact::new(label, value));
        }
    }
    facts.push(Fact::new(words::MADE, words::moment(data.made)));
    facts.push(Fact::new(words::MARK, identifier));
    facts.extend(signers(data));
    Title { kicker: kicker.to_owned(), title: title.to_owned(), facts }
}

/// The same with only what tells one record from another: for who needs the room.
pub(super) fn short_head(data: &RecordData, kicker: &str, title: &str, identifier: &str) -> Title {
    let mut facts = vec![
        Fact::new(words::ORGANISATION, data.organisation.name.as_str()),
        Fact::new(words::MADE, words::moment(data.made)),
        Fact::new(words::MARK, identifier),
    ];
    facts.extend(signers(data));
    Title { kicker: kicker.to_owned(), title: title.to_owned(), facts }
}

/// Who is to sign, where page 1 has no place for it.
fn signers(data: &RecordData) -> Option<Fact> {
    let names = data.signatories.iter().map(|one| one.name.as_str());
    let names = names.collect::<Vec<_>>().join(", ");
    (!room::signs_here(data)).then(|| Fact::new(words::SIGNATURES, names))
}

/// How things stand, in a box.
pub(super) fn state(tone: Tone, sentence: &str) -> Verdict {
    Verdict { tone, label: words::STATE.to_owned(), sentence: Text::new().strong(sentence) }
}

fn title(inquiry: &Inquiry<'_>, identifier: &str) -> Title {
    let (data, assessed) = (inquiry.data, inquiry.assessed);
    let state = &inquiry.questionnaire.draft().legal_state;
    let mut facts = vec![Fact::new(words::ORGANISATION, data.organisation.name.as_str())];
    let mut fact = |label: &str, value: &str| {
        if !value.trim().is_empty() {
            facts.push(Fact::new(label, value));
        }
    };
    if let Some(processing) = &assessed.processing {
        fact(words::PROCESSING, &processing.name);
        fact(words::PURPOSE, &processing.purpose);
        fact(words::DEPARTMENT, &processing.department);
    } else {
        fact(words::SECTOR, &data.organisation.sector);
    }
    let (version, day) = (&assessed.questionnaire().version, Moment::words(state.date));
    fact(words::QUESTIONNAIRE, &words::edition(version, &day));
    if let Some(previous) = &assessed.assessment.previous {
        fact(words::RECORD_VERSION, &words::version_after(previous.version));
    }
    if let Some(review) = assessed.assessment.review {
        let dpia =
            matches!(inquiry.questionnaire.draft().proves, Some(model::Proves::PreDpia { .. }));
        fact(words::REVIEW, &words::review_by(review, dpia));
    }
    fact(words::MADE, &words::moment(data.made));
    fact(words::MARK, identifier);
    facts.extend(signers(data));
    Title {
        kicker: format!("{} · {}", words::KICKER, inquiry.questionnaire.title()),
        title: inquiry.about().to_owned(),
        facts,
    }
}

fn verdict(inquiry: &Inquiry<'_>) -> Verdict {
    let verdict = inquiry.questionnaire.verdict(&inquiry.assessed.outcome.verdict);
    let tone = tone(verdict.map(|verdict| verdict.tone));
    let title = verdict.map_or("", |verdict| &verdict.title);
    let sentence = Text::new().strong(format!("{title}. ")).plain(inquiry.verdict_sentence());
    Verdict { tone, label: words::OUTCOME.to_owned(), sentence }
}

/// The sign of an outcome.
pub(super) fn tone(tone: Option<model::Tone>) -> Tone {
    match tone {
        Some(model::Tone::Good | model::Tone::Neutral) => Tone::Settled,
        Some(model::Tone::Stop | model::Tone::Caution) => Tone::Required,
        None => Tone::Open,
    }
}

/// The reasons that lead to this very verdict come first.
fn reasons(inquiry: &Inquiry<'_>, room: &mut usize) -> Block {
    let reasons = &inquiry.evaluation.reasons;
    let own = reasons.iter().filter(|reason| reason.verdict == inquiry.assessed.outcome.verdict);
    let other = reasons.iter().filter(|reason| reason.verdict != inquiry.assessed.outcome.verdict);
    let items = own.chain(other).take(MOST_REASONS).map(|reason| {
        let text = Text::from(reason.text.as_str());
        match reason.sources.first() {
            Some(source) => text.plain(format!(" ({source})")),
            None => text,
        }
    });
    let mut items: Vec<Text> = items.collect();
    items.truncate(room::fitting(&items, room));
    Block::List { items, numbered: true }
}

fn to_do(inquiry: &Inquiry<'_>, room: &mut usize) -> Vec<Block> {
    let actions = &inquiry.evaluation.actions;
    if actions.is_empty() {
        return Vec::new();
    }
    let texts = actions.iter().take(MOST_ACTIONS).map(|action| match action.days {
        Some(_) => Text::from(format!("{} ({})", action.text, words::within(action.days))),
        None => Text::from(action.text.as_str()),
    });
    let mut texts: Vec<Text> = texts.collect();
    texts.truncate(room::fitting(&texts, room));
    let more = actions.len() - texts.len();
    let checks = texts.into_iter().map(|text| Check { mark: Mark::Open, text });
    let mut blocks = vec![side_heading(words::TO_DO), Block::Checks(checks.collect())];
    if more > 0 {
        blocks.push(Block::Paragraph(Text::from(words::and_more(more))));
    }
    blocks
}

/// Where to sign; nothing as long as nobody is named.
fn signatures(data: &RecordData) -> Vec<Block> {
    if data.signatories.is_empty() {
        return Vec::new();
    }
    let fields = data.signatories.iter().map(|signatory| SignatureField {
        name: signatory.field.clone(),
        label: signatory.name.clone(),
        role: signatory.role.clone(),
    });
    vec![side_heading(words::SIGNATURES), Block::Signatures(fields.collect())]
}
