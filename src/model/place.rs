//! Where in a questionnaire something is to be looked at, said without lines and columns.

use super::Id;

/// The sorts of things that have a name in a questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The questionnaire itself.
    Whole,
    /// A switch.
    Switch,
    /// A section.
    Section,
    /// A question.
    Question,
    /// A choice of a question, or a column of its table.
    Choice,
    /// A definition.
    Definition,
    /// A count.
    Count,
    /// A rule of the decision table.
    Rule,
    /// A verdict.
    Verdict,
    /// An action.
    Action,
}

impl Part {
    /// Only this one.
    pub const fn alone(self) -> &'static [Self] {
        match self {
            Self::Whole => &[Self::Whole],
            Self::Switch => &[Self::Switch],
            Self::Section => &[Self::Section],
            Self::Question => &[Self::Question],
            Self::Choice => &[Self::Choice],
            Self::Definition => &[Self::Definition],
            Self::Count => &[Self::Count],
            Self::Rule => &[Self::Rule],
            Self::Verdict => &[Self::Verdict],
            Self::Action => &[Self::Action],
        }
    }
}

/// A thing, and a spot in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// Of which sorts the thing can be; of any, if empty.
    pub parts: &'static [Part],
    /// Its name; the whole file, if none.
    pub owner: Option<&'a Id>,
    /// The spot in it; its name, if none or if the spot is not there.
    pub spot: Option<Spot<'a>>,
}

/// Something that stands inside a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot<'a> {
    /// A name between quotes.
    Name(&'a Id),
    /// Words of a text.
    Words(&'a str),
    /// The name of a field.
    Key(&'static str),
}

impl<'a> Place<'a> {
    /// The thing named `owner`, which is one of `parts`.
    pub const fn of(parts: &'static [Part], owner: &'a Id) -> Self {
        Self { parts, owner: Some(owner), spot: None }
    }

    /// A field of the file itself.
    pub const fn field(key: &'static str) -> Self {
        Self { parts: &[], owner: None, spot: Some(Spot::Key(key)) }
    }

    /// This spot in it.
    #[must_use]
    pub const fn at(self, spot: Spot<'a>) -> Self {
        Self { spot: Some(spot), ..self }
    }
}
