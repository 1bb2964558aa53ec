//! Whether a questionnaire is in order: what its author should look at.
//!
//! Everything about the decision table is exact: it is asked of the diagram, so it holds for every way to answer.
//! What is said of the texts is counted, and of abbreviations guessed from how they are written.

mod milder;
mod names;
mod never;
mod prose;
mod reading;
mod sentence;
mod table;

pub use reading::Reading;

use super::Engine;
use crate::model::{Id, Part, Place, Spot};

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
    /// A condition compares with something that never comes about.
    Never {
        /// The thing with the condition.
        at: Id,
        /// What sort of thing that is.
        part: Part,
        /// The question, definition or count that is compared.
        name: Id,
        /// What it never is.
        what: Unmet,
    },
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
    /// Nothing reads the switch.
    IdleSwitch(Id),
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

/// What a question, definition or count never is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// This value.
    Value(Id),
    /// So much or more.
    AtLeast(i64),
    /// So much or less.
    AtMost(i64),
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
    /// Where it is to be looked at.
    pub fn place(&self) -> Place<'_> {
        let rule = |id| Place::of(&[Part::Rule], id);
        let question = |id| Place::of(&[Part::Question], id);
        match self {
            Self::TooLarge | Self::Gap(_) => Place::field("rules"),
            Self::Impossible(id) | Self::Hidden { rule: id, .. } => rule(id).at(Spot::Key("when")),
            Self::IdleException(id) | Self::ConstantException(id) => {
                rule(id).at(Spot::Key("exception"))
            }
            Self::Unreachable(id) => Place::of(&[Part::Verdict], id),
            Self::NeverAsked(id) => question(id).at(Spot::Key("when")),
            Self::Never { at, part, name, .. } => Place::of(part.alone(), at).at(Spot::Name(name)),
            Self::Milder { risk: id, .. }
            | Self::NoRisk(id)
            | Self::Unread(id)
            | Self::Missing { at: id, .. } => question(id),
            Self::ReadAll(id) => question(id).at(Spot::Key("informative")),
            Self::Idle(id) => Place::of(&[Part::Definition, Part::Count], id),
            Self::IdleSwitch(id) => Place::of(&[Part::Switch], id),
            Self::LongLabel { at: id, .. } => question(id).at(Spot::Key("label")),
            Self::Stranger { at, name } => {
                Place::of(&[Part::Section, Part::Verdict], at).at(Spot::Name(name))
            }
            Self::LongSentence { at, sentence, .. } => Place::of(&[], at).at(Spot::Words(sentence)),
            Self::Unexplained { at, word } => Place::of(&[], at).at(Spot::Words(word)),
        }
    }
}
