//! What a person said.

use super::{Id, Kind, Question};
use jiff::civil::Date;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, SeqAccess, Visitor},
    ser::SerializeMap as _,
};
use std::{collections::BTreeMap, fmt};

/// One row of a table: column to what stands there.
pub type Row = BTreeMap<Id, String>;

/// One answer, in the plain form in which files and other programs write it.
///
/// What kind of answer fits is the question's to say: see [`Question::accept`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A choice, a text or a date: `"yes"`, `"2026-11-22"`.
    One(String),
    /// A whole number: `12`.
    Number(i64),
    /// Several choices: `["a", "b"]`.
    Several(Vec<Id>),
    /// The rows of a table: `[{"column": "text"}]`.
    Rows(Vec<Row>),
    /// The question does not apply, with the reason: `{"not_applicable": "why"}`.
    NotApplicable(String),
}

const NOT_APPLICABLE: &str = "not_applicable";

impl Answer {
    /// The answer `value`, a choice or a text.
    pub fn one(value: impl Into<String>) -> Self {
        Self::One(value.into())
    }

    /// Whether the answer is the choice `value`, or has it among several.
    pub fn is(&self, value: &str) -> bool {
        match self {
            Self::One(given) => given == value,
            Self::Several(given) => given.iter().any(|choice| choice == value),
            Self::NotApplicable(_) => value == NOT_APPLICABLE,
            Self::Number(_) | Self::Rows(_) => false,
        }
    }

    /// The number, or how many choices or rows there are.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Several(choices) => i64::try_from(choices.len()).ok(),
            Self::Rows(rows) => i64::try_from(rows.len()).ok(),
            Self::One(_) | Self::NotApplicable(_) => None,
        }
    }

    /// Whether nothing is said: an empty text, no rows. Such an answer counts as open.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::One(text) | Self::NotApplicable(text) => text.trim().is_empty(),
            Self::Rows(rows) => rows.is_empty(),
            Self::Number(_) | Self::Several(_) => false,
        }
    }
}

/// Why an answer does not fit its question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Another kind of value is asked.
    #[error("another kind of value is asked")]
    Kind,
    /// There is no such choice.
    #[error("there is no choice `{0}`")]
    Choice(String),
    /// There is no such column.
    #[error("there is no column `{0}`")]
    Column(String),
    /// The number is out of range.
    #[error("the number {0} is out of range")]
    Range(i64),
    /// The text is no date (`2026-11-22`).
    #[error("`{0}` is no date")]
    Date(String),
    /// The question cannot be put aside as not applicable, or no reason is given.
    #[error("not applicable is not possible here, or the reason is missing")]
    NotApplicable,
}

impl Question {
    /// Whether `answer` is one that this question asks for.
    ///
    /// # Errors
    /// Why it does not fit.
    pub fn accept(&self, answer: &Answer) -> Result<(), Misfit> {
        if let Answer::NotApplicable(why) = answer {
            let fits = self.not_applicable && !why.trim().is_empty();
            return if fits { Ok(()) } else { Err(Misfit::NotApplicable) };
        }
        match (&self.kind, answer) {
            (Kind::Text | Kind::LongText, Answer::One(_)) => Ok(()),
            (Kind::Date, Answer::One(text)) => {
                text.parse::<Date>().map(drop).map_err(|_| Misfit::Date(text.clone()))
            }
            (Kind::Number { min, max, .. }, Answer::Number(number)) => {
                let fits =
                    min.is_none_or(|min| min <= *number) && max.is_none_or(|max| *number <= max);
                if fits { Ok(()) } else { Err(Misfit::Range(*number)) }
            }
            (Kind::Several(_), Answer::Several(choices)) => {
                choices.iter().try_for_each(|choice| self.accept_choice(choice.as_str()))
            }
            (Kind::Several(_), Answer::Rows(rows)) if rows.is_empty() => Ok(()),
            (Kind::YesNo | Kind::YesNoUnknown | Kind::Choice(_), Answer::One(choice)) => {
                self.accept_choice(choice)
            }
            (Kind::Table(columns), Answer::Rows(rows)) => {
                let known = |id: &Id| columns.iter().any(|column| column.id == *id);
                let stray = rows.iter().flat_map(BTreeMap::keys).find(|id| !known(id));
                stray.map_or(Ok(()), |id| Err(Misfit::Column(id.to_string())))
            }
            (Kind::Table(_), Answer::Several(choices)) if choices.is_empty() => Ok(()),
            _ => Err(Misfit::Kind),
        }
    }

    fn accept_choice(&self, choice: &str) -> Result<(), Misfit> {
        if self.values().iter().any(|value| value == choice) {
            Ok(())
        } else {
            Err(Misfit::Choice(choice.to_owned()))
        }
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Several(choices) => choices.serialize(serializer),
            Self::Rows(rows) => rows.serialize(serializer),
            Self::NotApplicable(why) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(NOT_APPLICABLE, why)?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

struct AnswerVisitor;

impl<'de> Visitor<'de> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a whole number, a list, or {\"not_applicable\": \"why\"}")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Answer, E> {
        Ok(Answer::one(text))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Answer, E> {
        Ok(Answer::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Answer, E> {
        i64::try_from(number).map(Answer::Number).map_err(|_| E::custom("the number is too large"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Answer, A::Error> {
        let mut choices = Vec::new();
        let mut rows = Vec::new();
        while let Some(item) = items.next_element()? {
            match item {
                Item::Choice(choice) => choices.push(choice),
                Item::Row(row) => rows.push(row),
            }
        }
        match (choices.is_empty(), rows.is_empty()) {
            (_, true) => Ok(Answer::Several(choices)),
            (true, false) => Ok(Answer::Rows(rows)),
            (false, false) => Err(de::Error::custom("choices and rows in one list")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answer, A::Error> {
        match map.next_entry::<String, String>()? {
            Some((key, why)) if key == NOT_APPLICABLE => Ok(Answer::NotApplicable(why)),
            _ => Err(de::Error::custom("only {\"not_applicable\": \"why\"} is possible here")),
        }
    }
}

enum Item {
    Choice(Id),
    Row(Row),
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ItemVisitor;
        impl<'de> Visitor<'de> for ItemVisitor {
            type Value = Item;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a choice or a row")
            }

            fn visit_str<E: de::Error>(self, choice: &str) -> Result<Item, E> {
                Ok(Item::Choice(Id::from(choice)))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Item, A::Error> {
                Row::deserialize(de::value::MapAccessDeserializer::new(map)).map(Item::Row)
            }
        }
        deserializer.deserialize_any(ItemVisitor)
    }
}

/// What was said, by question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<Id, Answer>);

impl Answers {
    /// The answer to `id`, if one was given; a blank one is none.
    pub fn get(&self, id: &Id) -> Option<&Answer> {
        self.0.get(id).filter(|answer| !answer.is_blank())
    }

    /// Puts `answer` in the place of what was said to `id`, and hands that back.
    pub fn put(&mut self, id: Id, answer: Option<Answer>) -> Option<Answer> {
        match answer {
            Some(answer) => self.0.insert(id, answer),
            None => self.0.remove(&id),
        }
    }

    /// Every answer, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Answer)> {
        self.0.iter()
    }
}

impl FromIterator<(Id, Answer)> for Answers {
    fn from_iter<T: IntoIterator<Item = (Id, Answer)>>(answers: T) -> Self {
        Self(answers.into_iter().collect())
    }
}
