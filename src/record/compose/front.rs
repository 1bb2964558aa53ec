//! Page 1: what was assessed, the verdict, the main reasons, what must be done, who signs.

use super::{Composition, words};
use crate::{
    model::{self, Moment},
    record::document::{Block, Check, Fact, Mark, SignatureField, Text, Title, Tone, Verdict},
};

/// The most reasons and actions on page 1; the rest stands further on.
const MOST_REASONS: usize = 3;
const MOST_ACTIONS: usize = 5;

/// The blocks of page 1.
pub(super) fn blocks(composition: &Composition<'_>, identifier: &str) -> Vec<Block> {
    let mut blocks = vec![title(composition, identifier), verdict(composition)];
    blocks.push(side_heading(words::WHY));
    blocks.push(reasons(composition));
    blocks.extend(to_do(composition));
    blocks.push(side_heading(words::SIGNATURES));
    blocks.push(signatures(composition));
    blocks
}

/// A heading that stands beside what follows, so that page 1 holds everything.
fn side_heading(text: &str) -> Block {
    Block::Heading { level: 2, text: text.to_owned() }
}

pub(super) fn heading(text: &str) -> Block {
    Block::Heading { level: 1, text: text.to_owned() }
}

fn title(composition: &Composition<'_>, identifier: &str) -> Block {
    let data = composition.data;
    let state = &composition.questionnaire.draft().legal_state;
    let mut facts = vec![Fact::new(words::ORGANISATION, data.organisation.name.as_str())];
    let mut fact = |label: &str, value: &str| {
        if !value.trim().is_empty() {
            facts.push(Fact::new(label, value));
        }
    };
    if let Some(processing) = &data.processing {
        fact(words::PROCESSING, &processing.name);
        fact(words::PURPOSE, &processing.purpose);
        fact(words::DEPARTMENT, &processing.department);
    } else {
        fact(words::SECTOR, &data.organisation.sector);
    }
    let version = format!(
        "{}, {} {}",
        composition.questionnaire.title(),
        words::VERSION.to_lowercase(),
        data.questionnaire().version
    );
    fact(words::QUESTIONNAIRE, &version);
    fact(words::LEGAL_STATE, &Moment::words(state.date));
    fact(words::MADE, &words::moment(data.made));
    fact(words::MARK, identifier);
    Block::Title(Title {
        kicker: format!("{} · {}", words::KICKER, composition.questionnaire.title()),
        title: composition.about().to_owned(),
        facts,
    })
}

fn verdict(composition: &Composition<'_>) -> Block {
    let verdict = composition.questionnaire.verdict(&composition.data.outcome.verdict);
    let tone = match verdict.map(|verdict| verdict.tone) {
        Some(model::Tone::Good | model::Tone::Neutral) => Tone::Settled,
        Some(model::Tone::Stop | model::Tone::Caution) => Tone::Required,
        None => Tone::Open,
    };
    let title = verdict.map_or("", |verdict| &verdict.title);
    let sentence = Text::new().strong(format!("{title}. ")).plain(composition.verdict_sentence());
    Block::Verdict(Verdict { tone, label: words::OUTCOME.to_owned(), sentence })
}

/// The reasons that lead to this very verdict come first.
fn reasons(composition: &Composition<'_>) -> Block {
    let reasons = &composition.evaluation.reasons;
    let own = reasons.iter().filter(|reason| reason.verdict == composition.data.outcome.verdict);
    let other = reasons.iter().filter(|reason| reason.verdict != composition.data.outcome.verdict);
    let items = own.chain(other).take(MOST_REASONS).map(|reason| {
        let text = Text::from(reason.text.as_str());
        match reason.sources.first() {
            Some(source) => text.plain(format!(" ({source})")),
            None => text,
        }
    });
    Block::List { items: items.collect(), numbered: true }
}

fn to_do(composition: &Composition<'_>) -> Vec<Block> {
    let actions = &composition.evaluation.actions;
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

fn signatures(composition: &Composition<'_>) -> Block {
    let fields = composition.data.signatories.iter().map(|signatory| SignatureField {
        name: signatory.field.clone(),
        label: signatory.name.clone(),
        role: signatory.role.clone(),
    });
    Block::Signatures(fields.collect())
}
