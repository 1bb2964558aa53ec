//! A signed assessment that is looked at again: last time's answers beside those that are given now.

use super::{Fact, Session};
use crate::model::{About, Answer, Id, Review, Reviewed};
use jiff::civil::Date;

impl Session {
    /// How far the review is; none in a first version.
    pub fn review(&self) -> Option<&Review> {
        self.review.as_ref()
    }

    /// How the answer to this question stands against that of last time; none in a first version, or while it is open.
    pub fn reviewed(&self, question: &Id) -> Option<Reviewed> {
        self.assessment().reviewed(question)
    }

    /// What was said last time to this question, if it is still an answer to it.
    pub fn last_time(&self, question: &Id) -> Option<&Answer> {
        let answer = self.assessment().previous.as_ref()?.answers.get(question)?;
        self.question(question)?.accept(answer).is_ok().then_some(answer)
    }

    /// What can be taken over at this question: last time's answer, or else the newest among `facts` that was given elsewhere to
    /// the same question about the same thing; nothing once it is answered.
    pub fn earlier(&self, id: &Id, facts: &[Fact]) -> Option<Fact> {
        let question = self.question(id)?;
        let assessment = self.assessment();
        if assessment.answers.get(id).is_some() {
            return None;
        }
        let last_time = assessment.previous.as_ref().zip(self.last_time(id));
        let last_time = last_time.map(|(previous, answer)| Fact {
            fact: id.clone(),
            about: assessment.about.clone(),
            answer: answer.clone(),
            assessment: previous.assessment.clone(),
            title: self.questionnaire().title().into(),
            at: previous.signed,
        });
        let fits = |known: &&Fact| {
            let same = known.about == About::Organisation || known.about == assessment.about;
            let recurs = question.fact.as_ref() == Some(&known.fact);
            recurs && same && known.assessment != assessment.id
        };
        let elsewhere = || facts.iter().find(fits).cloned();
        last_time.or_else(elsewhere).filter(|fact| question.accept(&fact.answer).is_ok())
    }

    /// Why the outcome was acceptable last time, where it is the same now and asks a motivation that nobody wrote yet.
    pub fn last_motivation(&self) -> Option<&str> {
        let previous = self.assessment().previous.as_ref()?;
        let asks = self
            .verdict()
            .is_some_and(|verdict| verdict.id == previous.verdict && verdict.motivation.is_some());
        let open = self.assessment().motivation.trim().is_empty() && !self.is_locked();
        let then = previous.motivation.trim();
        (asks && open && !then.is_empty()).then_some(then)
    }

    /// When this will have to be looked at again, if it is signed `today`.
    pub fn review_day(&self, today: Date) -> Option<Date> {
        self.assessment().review_after(self.questionnaire().draft().review_months, today)
    }

    /// Works out how far the review is; the more the answers say, the fewer of last time's are expected.
    pub(super) fn look_again(&self) -> Option<Review> {
        let previous = self.assessment.previous.as_ref()?;
        let now = &self.assessment.answers;
        let expected = previous.expected(now, |id| self.engine.questionnaire().question(id));
        let mut asked = self.engine.evaluate(&expected).asked;
        // What nobody answered, then or now, is not there to be looked at again.
        asked.retain(|id| expected.get(id).is_some());
        Some(previous.review(now, &self.evaluation.asked, &asked))
    }
}
