//! Whether one deviates from what the table decides, why, and what was done with the advice of the DPO (AVG art. 35 lid 2).

use super::{Inquiry, answers::paragraphs, front::heading, words};
use crate::record::document::{Block, Text};

/// The part about deviating, also when there is nothing to tell; no part at all if the questionnaire knows no deviation.
pub(super) fn blocks(inquiry: &Inquiry<'_>) -> Vec<Block> {
    let answers = &inquiry.assessed.assessment.answers;
    let Some(aside) = inquiry.evaluation.aside(inquiry.questionnaire, answers) else {
        return Vec::new();
    };
    let strong = |text: String| Block::Paragraph(Text::new().strong(text));
    let mut blocks =
        vec![heading(words::ASIDE), strong(words::deviates(aside.deviates).to_owned())];
    blocks.extend(aside.heeded.map(|heeded| strong(words::heeded(heeded))));
    for (question, said) in &aside.told {
        blocks.push(Block::Heading { level: 2, text: question.label.clone() });
        blocks.extend(paragraphs(said));
    }
    if !aside.sources.is_empty() {
        blocks.push(Block::Note {
            label: words::SOURCE.to_owned(),
            text: Text::from(aside.sources.join("; ")),
        });
    }
    blocks
}
