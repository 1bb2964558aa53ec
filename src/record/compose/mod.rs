//! Answers to a [`Document`]: page 1 for who decides, then everything behind it.

mod answers;
mod front;
mod proof;
mod words;

use super::{
    data::RecordData,
    document::{Attachment, Block, Document, Relationship},
};
use crate::{
    engine::Evaluation,
    model::{Answer, Id, Moment, Question, Questionnaire},
};
use jiff::{Zoned, tz::TimeZone};

/// A record's data, with everything that is needed to say it in words.
#[derive(Clone, Copy, Debug)]
pub struct Composition<'a> {
    /// What was said and decided.
    pub data: &'a RecordData,
    /// The questionnaire that was asked.
    pub questionnaire: &'a Questionnaire,
    /// What the answers amount to.
    pub evaluation: &'a Evaluation,
    /// The files that travel with the record.
    pub sources: &'a Sources,
}

/// The files that travel with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// The data as canonical JSON.
    pub json: Vec<u8>,
    /// SHA-256 of `json`, in hexadecimal.
    pub json_sha256: String,
    /// The assessment as RON.
    pub assessment: String,
    /// The questionnaire, byte for byte.
    pub questionnaire: String,
}

/// The name of the attachment with the data.
pub const DATA_NAME: &str = "verslag.json";
/// The name of the attachment with the questionnaire.
pub const QUESTIONNAIRE_NAME: &str = "vragenlijst.ron";
/// The name of the attachment with the assessment.
pub const ASSESSMENT_NAME: &str = "toets.ron";

/// Says everything in words: the same composition, the same document.
pub fn compose(composition: &Composition<'_>) -> Document {
    let data = composition.data;
    let short: String = composition.sources.json_sha256.chars().take(12).collect();
    let identifier =
        if data.organisation.example { format!("{} · {short}", words::EXAMPLE) } else { short };
    let mut blocks = front::blocks(composition, &identifier);
    blocks.push(Block::PageBreak);
    blocks.extend(answers::reasons(composition));
    blocks.extend(answers::motivation(composition));
    blocks.extend(answers::answers(composition));
    blocks.extend(answers::actions(composition));
    blocks.extend(answers::people(composition));
    blocks.extend(proof::questionnaire(composition));
    blocks.extend(proof::checking(composition));
    Document {
        title: words::subject(composition.questionnaire.title(), composition.about()),
        subject: composition.verdict_sentence(),
        author: data.organisation.name.clone(),
        identifier,
        created: zoned(data.made),
        lang: "nl-NL".to_owned(),
        producer: format!("verantwoord {}", data.program),
        blocks,
        attachments: attachments(composition.sources),
    }
}

/// The moment on the clock of the device, without the need for time-zone tables.
pub fn zoned(moment: Moment) -> Zoned {
    moment.instant().to_zoned(TimeZone::fixed(moment.offset()))
}

impl Composition<'_> {
    /// What was assessed.
    fn about(&self) -> &str {
        self.data
            .processing
            .as_ref()
            .map_or(words::WHOLE_ORGANISATION, |processing| &processing.name)
    }

    fn verdict_sentence(&self) -> String {
        let verdict = self.questionnaire.verdict(&self.data.outcome.verdict);
        verdict.map_or_else(String::new, |verdict| verdict.sentence.clone())
    }

    fn label(&self, id: &Id) -> String {
        self.questionnaire
            .question(id)
            .map_or_else(|| id.to_string(), |question| question.label.clone())
    }

    /// What was said, in words.
    fn said(&self, question: &Question) -> Option<String> {
        let value = |value: &str| {
            let choice = question.choice(value).map(|choice| choice.label.as_str());
            choice.or_else(|| words::value(value)).unwrap_or(value).to_owned()
        };
        Some(match self.data.assessment.answers.get(&question.id)? {
            Answer::One(text) if question.values().iter().any(|own| own == text.as_str()) => {
                value(text)
            }
            Answer::One(text) => text.parse().map_or_else(|_| text.clone(), Moment::words),
            Answer::Number(number) => number.to_string(),
            Answer::Several(values) if values.is_empty() => words::NONE.to_owned(),
            Answer::Several(values) => {
                values.iter().map(|one| value(one.as_str())).collect::<Vec<_>>().join("; ")
            }
            Answer::Rows(rows) => {
                let lines =
                    rows.iter().map(|row| row.values().cloned().collect::<Vec<_>>().join(" — "));
                lines.collect::<Vec<_>>().join("\n")
            }
            Answer::NotApplicable(why) => format!("{}{why}", words::NOT_APPLICABLE),
        })
    }
}

fn attachments(sources: &Sources) -> Vec<Attachment> {
    vec![
        Attachment {
            name: DATA_NAME.to_owned(),
            media_type: "application/json".to_owned(),
            description: words::JSON_DESCRIPTION.to_owned(),
            relationship: Relationship::Data,
            bytes: sources.json.clone(),
        },
        Attachment {
            name: ASSESSMENT_NAME.to_owned(),
            media_type: "text/plain".to_owned(),
            description: words::RON_DESCRIPTION.to_owned(),
            relationship: Relationship::Source,
            bytes: sources.assessment.clone().into_bytes(),
        },
        Attachment {
            name: QUESTIONNAIRE_NAME.to_owned(),
            media_type: "text/plain".to_owned(),
            description: words::QUESTIONNAIRE_DESCRIPTION.to_owned(),
            relationship: Relationship::Source,
            bytes: sources.questionnaire.clone().into_bytes(),
        },
    ]
}
