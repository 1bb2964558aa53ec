//! What the record can be held to: the questionnaire, the law, and how to check it.

use super::{Inquiry, Sources, front::heading, words};
use crate::{
    model::{Moment, Pinned},
    record::{
        data::RecordData,
        document::{Block, Fact, Text},
    },
};

/// The questionnaire's identity, the date of its rules, and the law under way; the institution's particulars.
pub(super) fn questionnaire(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let data = inquiry.data;
    let state = &inquiry.questionnaire.draft().legal_state;
    let pinned = inquiry.assessed.questionnaire();
    let mut facts = vec![
        Fact::new(
            words::QUESTIONNAIRE,
            format!("{} ({})", inquiry.questionnaire.title(), pinned.id),
        ),
        Fact::new(words::VERSION, pinned.version.as_str()),
        Fact::new(words::LEGAL_STATE, Moment::words(state.date)),
    ];
    for upgraded in &inquiry.assessed.assessment.upgrades {
        let told = words::gone_over(&upgraded.from.version, upgraded.at);
        facts.push(Fact::new(words::BEGUN_WITH, told));
    }
    let organisation = &data.organisation;
    let description = inquiry.assessed.processing.as_ref();
    let description = description.map_or("", |processing| &processing.description);
    for (label, value) in [
        (words::CONTACT, organisation.contact.as_str()),
        (words::COORDINATOR, &organisation.coordinator),
        (words::DPO, &organisation.dpo),
        (words::DESCRIPTION, description),
    ] {
        if !value.trim().is_empty() {
            facts.push(Fact::new(label, value));
        }
    }
    let mut blocks = vec![heading(words::ABOUT), Block::Facts(facts)];
    let switches = &inquiry.questionnaire.draft().switches;
    if !switches.is_empty() {
        blocks.push(Block::Heading { level: 2, text: words::SWITCHES.to_owned() });
        let day = data.made.date();
        let items = switches.iter().map(|switch| {
            let stands = words::stands(switch.is_in_force(day), day);
            Text::new().strong(format!("{}. ", switch.title)).plain(stands)
        });
        blocks.push(Block::List { items: items.collect(), numbered: false });
    }
    if !state.pending.is_empty() {
        blocks.push(Block::Heading { level: 2, text: words::PENDING.to_owned() });
        blocks.push(Block::Paragraph(Text::from(words::PENDING_TEXT)));
        let items = state
            .pending
            .iter()
            .map(|law| Text::new().strong(format!("{}. ", law.title)).plain(law.text.as_str()));
        blocks.push(Block::List { items: items.collect(), numbered: false });
    }
    blocks
}

/// How to check the record, and what its signature is. A record of an assessment carries its questionnaire, known by `pinned`.
pub(super) fn checking(
    data: &RecordData,
    sources: &Sources,
    pinned: Option<&Pinned>,
) -> Vec<Block> {
    let paragraph = |text: &str| Block::Paragraph(Text::from(text));
    let mut blocks = vec![heading(words::CHECKING), paragraph(words::CHECKING_TEXT)];
    let steps = words::CHECKING_STEPS.map(Text::from).to_vec();
    blocks.push(Block::List { items: steps, numbered: true });
    blocks.push(paragraph(words::CHECKING_READER));
    for signatory in data.signatories.iter().filter(|signatory| !signatory.fingerprint.is_empty()) {
        blocks.push(Block::Fingerprint {
            label: format!("{} {}", words::KEY_OF, signatory.name),
            digits: signatory.fingerprint.chars().filter(char::is_ascii_hexdigit).collect(),
        });
    }
    blocks.push(Block::Fingerprint {
        label: words::DATA_HASH.to_owned(),
        digits: sources.json_sha256.clone(),
    });
    if let Some(pinned) = pinned {
        let digits = pinned.sha256.clone();
        blocks.push(Block::Fingerprint { label: words::QUESTIONNAIRE_HASH.to_owned(), digits });
    }
    if !data.follows.is_empty() {
        let digits = data.follows.clone();
        blocks.push(Block::Fingerprint { label: words::JOURNAL_HEAD.to_owned(), digits });
    }
    let attached = if pinned.is_some() { words::ATTACHED } else { words::ATTACHED_DATA };
    blocks.push(paragraph(attached));
    blocks.push(Block::Heading { level: 2, text: words::SIGNATURE_MEANS.to_owned() });
    blocks.extend(words::SIGNATURE_MEANS_TEXT.map(paragraph));
    blocks
}
