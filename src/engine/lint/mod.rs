//! Whether a questionnaire is in order: what its author should look at.
//!
//! Everything about the decision table is exact: it is asked of the diagram, so it holds for every way to answer.
//! What is said of the texts is counted, and of abbreviations guessed from how they are written.

mod milder;
mod names;
mod prose;
mod reading;
mod sentence;
mod table;

pub use reading::Reading;

use super::Engine;
use crate::model::Id;

/// Answers that show something, question by question; questions that do not matter are left out.
pub type Example = Vec<(Id, Id)>;

/// Something that the author should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The table is too large to look through.
    TooLarge,
    /// Some answers lead to no verdict.
    Gap(Example),
    /// The rule holds for no answers at all.
    Impossible(Id),
    /// The rule never decides, because an earlier rule always holds with it.
    Hidden {
        /// The rule.
        rule: Id,
        /// The earlier rule that always holds with it; none when it takes several.
        by: Option<Id>,
        /// Whether the two hold for exactly the same answers.
        same: bool,
    },
    /// The exception of a rule never counts when the rule decides.
    IdleException(Id),
    /// The exception of a rule counts whenever the rule decides.
    ConstantException(Id),
    /// No answers lead to the verdict.
    Unreachable(Id),
    /// The question is never asked.
    NeverAsked(Id),
    /// One more "ja" on this risk leads to a milder verdict.
    Milder {
        /// The risk.
        risk: Id,
        /// The value that "ja" comes in the place of.
        instead: Id,
        /// The verdict before, and after.
        verdicts: (Id, Id),
        /// The other answers.
        example: Example,
    },
    /// A risk that is no question with "ja".
    NoRisk(Id),
    /// Nothing reads the question, and it is not marked as informative.
    Unread(Id),
    /// The question is marked as informative, and yet it is read.
    ReadAll(Id),
    /// Nothing reads the definition or count.
    Idle(Id),
    /// A questionnaire that does not exist.
    Stranger {
        /// The section or verdict that names it.
        at: Id,
        /// The name.
        name: Id,
    },
    /// A sentence is too long.
    LongSentence {
        /// Whose text it is.
        at: Id,
        /// How many words it has.
        words: usize,
        /// The sentence.
        sentence: String,
    },
    /// A label does not fit a row of a checklist.
    LongLabel {
        /// The question.
        at: Id,
        /// How many characters it has.
        characters: usize,
    },
    /// A question without a text that it must have.
    Missing {
        /// The question.
        at: Id,
        /// Which text.
        field: Field,
    },
    /// An abbreviation is not explained where it is first used.
    Unexplained {
        /// Where it is first used.
        at: Id,
        /// The abbreviation.
        word: String,
    },
}

/// A text that every question must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What the words mean.
    Help,
    /// Why it is asked.
    Why,
    /// Where it stands.
    Sources,
}

/// The longest sentence, in words.
pub const LONGEST_SENTENCE: usize = 25;

/// The longest label, in characters.
pub const LONGEST_LABEL: usize = 46;

impl Engine {
    /// Everything that the author should look at; `known` names the questionnaires that exist.
    pub fn lint(&self, known: &[Id]) -> Vec<Finding> {
        let mut findings = table::findings(self);
        findings.extend(names::findings(self.questionnaire(), known));
        findings.extend(prose::findings(self.questionnaire()));
        findings
    }

    /// How the questionnaire reads.
    pub fn reading(&self) -> Reading {
        Reading::of(prose::texts(self.questionnaire()).iter().map(|text| text.words))
    }
}

impl Finding {
    /// The name of the thing that it is about, and a piece of text inside that where it shows.
    pub fn place(&self) -> (Option<&Id>, Option<&str>) {
        match self {
            Self::TooLarge | Self::Gap(_) => (None, None),
            Self::Impossible(id)
            | Self::Hidden { rule: id, .. }
            | Self::IdleException(id)
            | Self::ConstantException(id)
            | Self::Unreachable(id)
            | Self::NeverAsked(id)
            | Self::Milder { risk: id, .. }
            | Self::NoRisk(id)
            | Self::Unread(id)
            | Self::ReadAll(id)
            | Self::Idle(id)
            | Self::LongLabel { at: id, .. }
            | Self::Missing { at: id, .. } => (Some(id), None),
            Self::Stranger { at, name } => (Some(at), Some(name.as_str())),
            Self::LongSentence { at, sentence, .. } => (Some(at), Some(sentence)),
            Self::Unexplained { at, word } => (Some(at), Some(word)),
        }
    }
}
