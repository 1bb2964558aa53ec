//! What an answer says about deviating from the outcome, and about the advice of the DPO (AVG art. 35 lid 2, art. 38 and 39):
//! a record tells that apart from the answers.

use super::{Id, Kind, Question};
use serde::{Deserialize, Serialize};

/// What the answer to a question is, where one deviates from what the table decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Apart {
    /// Whether one deviates: yes or no.
    Deviation,
    /// Why one deviates.
    Reason,
    /// What the DPO, or who stands in, says of it.
    Advice,
    /// Whether that advice is followed: yes or no, or not applicable because nobody gave any.
    Followed,
    /// Why the advice is not followed.
    Overruled,
}

/// Why a question cannot be told apart so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misapart {
    /// Its answer is no yes or no, or no text.
    Kind,
    /// Another question is that already.
    Twice,
    /// No question before it asks whether one deviates.
    Alone,
}

impl Apart {
    /// Whether an answer of this kind can be this.
    pub fn fits(self, kind: &Kind) -> bool {
        match self {
            Self::Deviation | Self::Followed => *kind == Kind::YesNo,
            Self::Reason | Self::Advice | Self::Overruled => {
                matches!(kind, Kind::Text | Kind::LongText)
            }
        }
    }

    /// What is wrong with the marks of `questions`, in their order.
    pub(super) fn faults<'a>(
        questions: impl Iterator<Item = &'a Question>,
    ) -> Vec<(&'a Id, Misapart)> {
        let mut seen = Vec::new();
        let mut faults = Vec::new();
        for (question, apart) in questions.filter_map(|one| Some((one, one.apart?))) {
            let fault = if !apart.fits(&question.kind) {
                Some(Misapart::Kind)
            } else if seen.contains(&apart) {
                Some(Misapart::Twice)
            } else if apart != Self::Deviation && !seen.contains(&Self::Deviation) {
                Some(Misapart::Alone)
            } else {
                None
            };
            faults.extend(fault.map(|fault| (&question.id, fault)));
            seen.push(apart);
        }
        faults
    }
}
