//! Page 1: what was assessed, the verdict, the main reasons, what must be done, who signs.

use super::{Inquiry, words};
use crate::{
    model::{self, Moment},
    record::data::RecordData,
    record::document::{Block, Check, Fact, Mark, SignatureField, Text, Title, Tone, Verdict},
};

/// The most reasons and actions on page 1; the rest stands further on.
const MOST_REASONS: usize = 3;
const MOST_ACTIONS: usize = 5;

/// The blocks of page 1.
pub(super) fn blocks(inquiry: &Inquiry<'_>, identifier: &str) -> Vec<Block> {
    let mut blocks = vec![title(inquiry, identifier), verdict(inquiry)];
    blocks.push(side_heading(words::WHY));
    blocks.push(reasons(inquiry));
    blocks.extend(to_do(inquiry));
    blocks.extend(signatures(inquiry.data));
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
pub(super) fn head(data: &RecordData, kicker: &str, title: &str, identifier: &str) -> Block {
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
    Block::Title(Title { kicker: kicker.to_owned(), title: title.to_owned(), facts })
}

/// The same with only what tells one record from another: for who needs the room.
pub(super) fn short_head(data: &RecordData, kicker: &str, title: &str, identifier: &str) -> Block {
    let facts = vec![
        Fact::new(words::ORGANISATION, data.organisation.name.as_str()),
        Fact::new(words::MADE, words::moment(data.made)),
        Fact::new(words::MARK, identifier),
    ];
    Block::Title(Title { kicker: kicker.to_owned(), title: title.to_owned(), facts })
}

/// How things stand, in a box.
pub(super) fn state(tone: Tone, sentence: impl Into<Text>) -> Block {
    Block::Verdict(Verdict { tone, label: words::STATE.to_owned(), sentence: sentence.into() })
}

fn title(inquiry: &Inquiry<'_>, identifier: &str) -> Block {
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
    let version = format!(
        "{}, {} {}",
        inquiry.questionnaire.title(),
        words::VERSION.to_lowercase(),
        assessed.questionnaire().version
    );
    fact(words::QUESTIONNAIRE, &version);
    fact(words::LEGAL_STATE, &Moment::words(state.date));
    if let Some(previous) = &assessed.assessment.previous {
        fact(words::RECORD_VERSION, &words::version_after(previous.version));
    }
    if let Some(review) = assessed.assessment.review {
        fact(words::REVIEW, &Moment::words(review));
    }
    fact(words::MADE, &words::moment(data.made));
    fact(words::MARK, identifier);
    Block::Title(Title {
        kicker: format!("{} · {}", words::KICKER, inquiry.questionnaire.title()),
        title: inquiry.about().to_owned(),
        facts,
    })
}

fn verdict(inquiry: &Inquiry<'_>) -> Block {
    let verdict = inquiry.questionnaire.verdict(&inquiry.assessed.outcome.verdict);
    let tone = tone(verdict.map(|verdict| verdict.tone));
    let title = verdict.map_or("", |verdict| &verdict.title);
    let sentence = Text::new().strong(format!("{title}. ")).plain(inquiry.verdict_sentence());
    Block::Verdict(Verdict { tone, label: words::OUTCOME.to_owned(), sentence })
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
fn reasons(inquiry: &Inquiry<'_>) -> Block {
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
    Block::List { items: items.collect(), numbered: true }
}

fn to_do(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let actions = &inquiry.evaluation.actions;
    if actions.is_empty() {
        return Vec::new();
    }
    let checks = actions.iter().take(MOST_ACTIONS).map(|action| Check {
        mark: Mark::Open,
        text: match action.days {
            Some(_) => Text::from(format!("{} ({})", action.text, words::within(action.days))),
            None => Text::from(action.text.as_str()),
        },
    });
    let mut blocks = vec![side_heading(words::TO_DO), Block::Checks(checks.collect())];
    if actions.len() > MOST_ACTIONS {
        blocks.push(Block::Paragraph(Text::from(words::and_more(actions.len() - MOST_ACTIONS))));
    }
    blocks
}

/// Where to sign; nothing as long as nobody is named.
pub(super) fn signatures(data: &RecordData) -> Vec<Block> {
    let fields = data.signatories.iter().map(|signatory| SignatureField {
        name: signatory.field.clone(),
        label: signatory.name.clone(),
        role: signatory.role.clone(),
    });
    vec![side_heading(words::SIGNATURES), Block::Signatures(fields.collect())]
}
