//! Data to a [`Document`]: page 1 for who decides, then everything behind it. One design for every kind of record.

mod actions;
mod answers;
mod aside;
mod changes;
mod front;
mod meeting;
mod proof;
mod register;
mod report;
mod room;
#[cfg(test)]
mod tests;
mod words;

use super::{
    data::{ActionEntry, Assessed, Content, RecordData, Register, Report},
    document::{Attachment, Block, Document, Relationship},
};
use crate::{
    engine::Evaluation,
    model::{Id, Moment, Question, Questionnaire},
};
use jiff::{Zoned, tz::TimeZone};

/// A record's data, with everything that is needed to say it in words.
#[derive(Clone, Copy, Debug)]
pub struct Composition<'a> {
    /// The data.
    pub data: &'a RecordData,
    /// What it is a record of.
    pub matter: Matter<'a>,
    /// The data as they travel with the record.
    pub sources: &'a Sources,
}

/// What a record is of, with everything that is needed to say it.
#[derive(Clone, Copy, Debug)]
pub enum Matter<'a> {
    /// One filling-in of a questionnaire.
    Assessment(Inquiry<'a>),
    /// The register of processing activities.
    Register(&'a Register),
    /// What must be done.
    Actions(&'a [ActionEntry]),
    /// Everything in short, for the board.
    Report(&'a Report),
}

/// A questionnaire that was filled in.
#[derive(Clone, Copy, Debug)]
pub struct Inquiry<'a> {
    /// The whole data.
    pub data: &'a RecordData,
    /// What was said and decided.
    pub assessed: &'a Assessed,
    /// The questionnaire that was asked.
    pub questionnaire: &'a Questionnaire,
    /// What the answers amount to.
    pub evaluation: &'a Evaluation,
    /// The assessment as RON.
    pub ron: &'a str,
    /// The questionnaire, byte for byte.
    pub text: &'a str,
}

/// The data as canonical JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// The bytes.
    pub json: Vec<u8>,
    /// SHA-256 of `json`, in hexadecimal.
    pub json_sha256: String,
}

/// The name of the attachment with the data.
pub const DATA_NAME: &str = "verslag.json";
/// The name of the attachment with the questionnaire.
pub const QUESTIONNAIRE_NAME: &str = "vragenlijst.ron";
/// The name of the attachment with the assessment.
pub const ASSESSMENT_NAME: &str = "toets.ron";

/// What a record says, apart from what every record says.
struct Body {
    title: String,
    subject: String,
    blocks: Vec<Block>,
}

/// Says everything in words: the same composition, the same document.
pub fn compose(composition: &Composition<'_>) -> Document {
    let Composition { data, matter, sources } = composition;
    let short: String = sources.json_sha256.chars().take(12).collect();
    let identifier =
        if data.organisation.example { format!("{} · {short}", words::EXAMPLE) } else { short };
    let Body { title, subject, mut blocks } = match matter {
        Matter::Assessment(inquiry) => inquiry.body(&identifier),
        Matter::Register(register) => register::body(data, register, &identifier),
        Matter::Actions(actions) => actions::body(data, actions, &identifier),
        Matter::Report(report) => report::body(data, report, &identifier),
    };
    let inquiry = match matter {
        Matter::Assessment(inquiry) => Some(inquiry),
        _ => None,
    };
    let pinned = inquiry.map(|inquiry| inquiry.assessed.questionnaire());
    blocks.extend(proof::checking(data, sources, pinned));
    Document {
        title,
        subject,
        author: data.organisation.name.clone(),
        identifier,
        created: zoned(data.made),
        lang: "nl-NL".to_owned(),
        producer: format!("verantwoord {}", data.program),
        blocks,
        attachments: attachments(sources, inquiry),
    }
}

/// The moment on the clock of the device, without the need for time-zone tables.
pub fn zoned(moment: Moment) -> Zoned {
    moment.instant().to_zoned(TimeZone::fixed(moment.offset()))
}

impl<'a> Matter<'a> {
    /// What `data` are a record of; nothing for an assessment, which needs an [`Inquiry`].
    pub fn of(data: &'a RecordData) -> Option<Self> {
        match &data.content {
            Content::Assessment(_) => None,
            Content::Register(register) => Some(Self::Register(register)),
            Content::Actions(actions) => Some(Self::Actions(actions)),
            Content::Report(report) => Some(Self::Report(report)),
        }
    }
}

impl Inquiry<'_> {
    fn body(&self, identifier: &str) -> Body {
        let mut blocks = front::blocks(self, identifier);
        blocks.extend(answers::reasons(self));
        blocks.extend(answers::motivation(self));
        blocks.extend(aside::blocks(self));
        blocks.extend(changes::blocks(self));
        blocks.extend(answers::answers(self));
        blocks.extend(answers::actions(self));
        blocks.extend(meeting::blocks(self));
        blocks.extend(proof::questionnaire(self));
        Body {
            title: words::subject(self.questionnaire.title(), self.about()),
            subject: self.verdict_sentence(),
            blocks,
        }
    }

    /// What was assessed.
    fn about(&self) -> &str {
        self.assessed
            .processing
            .as_ref()
            .map_or(words::WHOLE_ORGANISATION, |processing| &processing.name)
    }

    fn verdict_sentence(&self) -> String {
        let verdict = self.questionnaire.verdict(&self.assessed.outcome.verdict);
        verdict.map_or_else(String::new, |verdict| verdict.sentence.clone())
    }

    fn label(&self, id: &Id) -> String {
        self.questionnaire
            .question(id)
            .map_or_else(|| id.to_string(), |question| question.label.clone())
    }

    /// What was said, in words.
    fn said(&self, question: &Question) -> Option<String> {
        Some(words::answer(question, self.assessed.assessment.answers.get(&question.id)?))
    }
}

fn attachments(sources: &Sources, inquiry: Option<&Inquiry<'_>>) -> Vec<Attachment> {
    let mut attachments = vec![Attachment {
        name: DATA_NAME.to_owned(),
        media_type: "application/json".to_owned(),
        description: words::JSON_DESCRIPTION.to_owned(),
        relationship: Relationship::Data,
        bytes: sources.json.clone(),
    }];
    let text = |name: &str, description: &str, text: &str| Attachment {
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        description: description.to_owned(),
        relationship: Relationship::Source,
        bytes: text.as_bytes().to_vec(),
    };
    if let Some(inquiry) = inquiry {
        attachments.push(text(ASSESSMENT_NAME, words::RON_DESCRIPTION, inquiry.ron));
        let description = words::QUESTIONNAIRE_DESCRIPTION;
        attachments.push(text(QUESTIONNAIRE_NAME, description, inquiry.text));
    }
    attachments
}
