//! Changes of an assessment, each with its inverse.

use crate::model::{Answer, Assessment, Dissent, Id, Participant, Workshop};
use jiff::civil::Date;
use std::collections::HashSet;

/// One change of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A question is answered; nothing opens it again.
    Answer {
        /// The question.
        question: Id,
        /// What is said.
        answer: Option<Answer>,
    },
    /// The note at a question; an empty one is none.
    Note {
        /// The question.
        question: Id,
        /// What it says.
        text: String,
    },
    /// Who disagrees with the answer to a question; nobody, if empty.
    Dissents {
        /// The question.
        question: Id,
        /// What they say.
        dissents: Vec<Dissent>,
    },
    /// Why the outcome is acceptable.
    Motivation(String),
    /// When it is to be looked at again; by itself after the term of the questionnaire, if nothing is agreed.
    Review(Option<Date>),
    /// Who took part.
    Participants(Vec<Participant>),
    /// What a group left behind, but for the time it took; nothing, if it is not done together.
    Workshop(Option<Box<Workshop>>),
    /// Several changes that are taken back together.
    Several(Vec<Edit>),
}

impl Edit {
    /// The answer `value` to `question`.
    pub fn answer(question: &Id, value: &str) -> Self {
        Self::Answer { question: question.clone(), answer: Some(Answer::one(value)) }
    }

    /// What a group leaves behind becomes `workshop`.
    pub(super) fn workshop(workshop: Workshop) -> Self {
        Self::Workshop(Some(Box::new(workshop)))
    }

    /// The question that is touched, the last one of several.
    fn touches(&self) -> Option<&Id> {
        match self {
            Self::Answer { question, .. }
            | Self::Note { question, .. }
            | Self::Dissents { question, .. } => Some(question),
            Self::Several(edits) => edits.last().and_then(Self::touches),
            Self::Motivation(_) | Self::Review(_) | Self::Participants(_) | Self::Workshop(_) => {
                None
            }
        }
    }

    /// Every question that is touched.
    fn all_touched(&self) -> Vec<&Id> {
        match self {
            Self::Several(edits) => edits.iter().flat_map(Self::all_touched).collect(),
            edit => edit.touches().into_iter().collect(),
        }
    }

    /// The question that is touched, the last one of several, and how many are.
    pub(super) fn touched(&self) -> Option<(&Id, usize)> {
        Some((self.touches()?, self.all_touched().into_iter().collect::<HashSet<_>>().len()))
    }

    /// Changes `assessment`, and returns the edit that changes it back.
    pub(super) fn exchange(self, assessment: &mut Assessment) -> Self {
        match self {
            Self::Answer { question, answer } => {
                let answer = assessment.answers.put(question.clone(), answer);
                Self::Answer { question, answer }
            }
            Self::Note { question, text } => {
                let before = if text.trim().is_empty() {
                    assessment.notes.remove(&question)
                } else {
                    assessment.notes.insert(question.clone(), text)
                };
                Self::Note { question, text: before.unwrap_or_default() }
            }
            Self::Dissents { question, dissents } => {
                let before = if dissents.is_empty() {
                    assessment.dissents.remove(&question)
                } else {
                    assessment.dissents.insert(question.clone(), dissents)
                };
                Self::Dissents { question, dissents: before.unwrap_or_default() }
            }
            Self::Motivation(text) => {
                Self::Motivation(std::mem::replace(&mut assessment.motivation, text))
            }
            Self::Review(day) => Self::Review(std::mem::replace(&mut assessment.review, day)),
            Self::Participants(people) => {
                Self::Participants(std::mem::replace(&mut assessment.participants, people))
            }
            Self::Workshop(after) => {
                let before = assessment.workshop.take();
                assessment.workshop = after.map(|mut after| {
                    // Time is not taken back with what was said in it.
                    if let Some(before) = &before {
                        after.spent.clone_from(&before.spent);
                        after.days.clone_from(&before.days);
                    }
                    *after
                });
                Self::Workshop(before.map(Box::new))
            }
            Self::Several(edits) => {
                let mut inverses: Vec<Self> =
                    edits.into_iter().map(|edit| edit.exchange(assessment)).collect();
                inverses.reverse();
                Self::Several(inverses)
            }
        }
    }
}
