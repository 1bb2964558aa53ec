//! Looking at a signed version again (AVG art. 24 lid 1 and art. 35 lid 11): what it said, and how that stands now.
//!
//! How a question stands is not kept by itself. It follows from the two answers that are kept, last time's and this time's; so
//! it can never say anything else than they do, and taking an answer back takes this back with it.

use super::{Answer, Answers, Id, Moment, Pinned, Question};
use serde::{Deserialize, Serialize};

/// A signed version that is taken up again: what it said, and the record it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Previous {
    /// Its assessment.
    pub assessment: Id,
    /// Which version it was, from 1.
    pub version: u32,
    /// The questionnaire that was asked then.
    pub questionnaire: Pinned,
    /// When its first signature was set.
    pub signed: Moment,
    /// The verdict it states.
    pub verdict: Id,
    /// That verdict's title, as it read then.
    pub title: String,
    /// The record's file name in the folder `verslagen`.
    pub record: String,
    /// SHA-256 of that file when it was taken up again, in lower-case hexadecimal.
    pub sha256: String,
    /// What was said then, to the questions that were asked.
    pub answers: Answers,
    /// Why the outcome was acceptable then.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motivation: String,
    /// The rules that held then, the deciding one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Held>,
    /// The questions that were answered then and do not exist any more, as they were asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<Question>,
    /// The versions before that one, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Ancestor>,
}

/// A rule that held, as its reason read then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// Its name.
    pub rule: Id,
    /// The reason in a sentence.
    pub text: String,
}

/// A version in the chain of records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ancestor {
    /// Which version it was, from 1.
    pub version: u32,
    /// When its first signature was set.
    pub signed: Moment,
    /// Its verdict's title, as it read then.
    pub title: String,
    /// The record's file name in the folder `verslagen`.
    pub record: String,
    /// SHA-256 of that file when it was taken up again, in lower-case hexadecimal.
    pub sha256: String,
}

/// How an answer stands against that of last time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reviewed {
    /// The same was said again (ongewijzigd bevestigd).
    Confirmed,
    /// Something else was said.
    Changed,
    /// Nothing was said last time: the question was not there, or was not asked or answered.
    New,
}

/// How far a review is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// How many answers are confirmed as they were.
    pub confirmed: usize,
    /// How many are others.
    pub changed: usize,
    /// How many were not there last time.
    pub new: usize,
    /// How many answers there are to look at, if what is still open stays as it was.
    pub asked: usize,
    /// Last time's answers to questions that are not asked any more, by name.
    pub dropped: Vec<Id>,
}

impl Previous {
    /// How the answer to `question` among `now` stands against that of last time; none while it is open.
    pub fn reviewed(&self, question: &Id, now: &Answers) -> Option<Reviewed> {
        let now = now.get(question)?;
        Some(match self.answers.get(question) {
            Some(then) if then == now => Reviewed::Confirmed,
            Some(_) => Reviewed::Changed,
            None => Reviewed::New,
        })
    }

    /// This version as a link of the chain.
    pub fn as_ancestor(&self) -> Ancestor {
        Ancestor {
            version: self.version,
            signed: self.signed,
            title: self.title.clone(),
            record: self.record.clone(),
            sha256: self.sha256.clone(),
        }
    }

    /// Every version so far, the first one first.
    pub fn chain(&self) -> Vec<Ancestor> {
        self.before.iter().cloned().chain([self.as_ancestor()]).collect()
    }

    /// `now`, with last time's answer wherever nothing is said yet and that answer still fits.
    pub fn expected<'a>(
        &self,
        now: &Answers,
        question: impl Fn(&Id) -> Option<&'a Question>,
    ) -> Answers {
        let fits = |(id, answer): &(&Id, &Answer)| {
            question(id).is_some_and(|question| question.accept(answer).is_ok())
        };
        let then = self.answers.iter().filter(fits);
        let mut expected: Answers = then.map(|(id, answer)| (id.clone(), answer.clone())).collect();
        for (id, answer) in now.iter().filter(|(_, answer)| !answer.is_blank()) {
            expected.put(id.clone(), Some(answer.clone()));
        }
        expected
    }

    /// How far the review is: of the questions `asked` those with an answer among `now`, and of `expected`, those that have one
    /// if what is open stays as it was, all.
    pub fn review(&self, now: &Answers, asked: &[Id], expected: &[Id]) -> Review {
        let mut review = Review { asked: expected.len(), ..Review::default() };
        for id in asked {
            match self.reviewed(id, now) {
                Some(Reviewed::Confirmed) => review.confirmed += 1,
                Some(Reviewed::Changed) => review.changed += 1,
                Some(Reviewed::New) => review.new += 1,
                None => {}
            }
        }
        let dropped = self.answers.iter().map(|(id, _)| id).filter(|id| !expected.contains(id));
        review.dropped = dropped.cloned().collect();
        review
    }
}

impl Review {
    /// How many questions were looked at.
    pub fn seen(&self) -> usize {
        self.confirmed + self.changed + self.new
    }

    /// Whether every question was looked at.
    pub fn is_done(&self) -> bool {
        self.seen() >= self.asked
    }
}
