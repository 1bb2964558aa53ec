//! What a group changes while it goes through a questionnaire together, each as an [`Edit`] that can be taken back; and the
//! time it takes, which cannot.

use super::{Edit, Effect, Session};
use crate::model::{Dissent, Id, Moment, Parked, Participant, Workshop};
use std::sync::Arc;

/// The longest time in seconds between two looks at the clock that counts as sitting together. A computer that slept longer
/// was closed.
const LONGEST: i64 = 300;

/// Why someone is not taken on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlisted {
    /// There is no name.
    Nameless,
    /// Someone else has that name.
    Known,
}

impl Session {
    /// What the group left behind so far; nothing, if it has not begun.
    pub fn workshop(&self) -> Workshop {
        self.assessment().workshop.clone().unwrap_or_default()
    }

    /// Whether the questionnaire is done together.
    pub fn is_together(&self) -> bool {
        self.assessment().workshop.is_some()
    }

    /// The group begins.
    pub fn gather(&self) -> Edit {
        Edit::workshop(self.workshop())
    }

    /// `person` in the place of the one with this number on the list, or behind the last one. A vote and a dissent go along
    /// with a name that changes.
    ///
    /// # Errors
    /// Why nobody is listed by that name.
    pub fn list(&self, place: usize, person: Participant) -> Result<Edit, Unlisted> {
        let mut people = self.assessment().participants.clone();
        if person.name.trim().is_empty() {
            return Err(Unlisted::Nameless);
        }
        let other = |(at, one): (usize, &Participant)| at != place && one.name == person.name;
        if people.iter().enumerate().any(other) {
            return Err(Unlisted::Known);
        }
        let Some(before) = people.get_mut(place) else {
            people.push(person);
            return Ok(self.people(None, people));
        };
        let before = std::mem::replace(before, person.clone());
        let mut edit = vec![self.people(Some((&before.name, &person.name)), people)];
        if before.name != person.name {
            edit.extend(self.assessment().dissents.iter().filter_map(|(question, dissents)| {
                let mut renamed = dissents.clone();
                for dissent in renamed.iter_mut().filter(|dissent| dissent.by == before.name) {
                    dissent.by.clone_from(&person.name);
                }
                let question = question.clone();
                (renamed != *dissents).then_some(Edit::Dissents { question, dissents: renamed })
            }));
        }
        Ok(Edit::Several(edit))
    }

    /// Whoever has this number on the list goes from it.
    pub fn unlist(&self, place: usize) -> Edit {
        let mut people = self.assessment().participants.clone();
        if place < people.len() {
            people.remove(place);
        }
        self.people(None, people)
    }

    fn people(&self, renamed: Option<(&str, &str)>, people: Vec<Participant>) -> Edit {
        let together = self.assessment().workshop.clone();
        let votes = together.map(|group| Edit::workshop(group.with_people(renamed, &people)));
        Edit::Several(std::iter::once(Edit::Participants(people)).chain(votes).collect())
    }

    /// `by` votes `value` on `question`, or takes their vote back.
    pub fn vote(&self, question: &Id, by: &str, value: Option<&Id>) -> Edit {
        let people = &self.assessment().participants;
        Edit::workshop(self.workshop().with_vote(question, (by, value), people))
    }

    /// Everybody votes on `question` again.
    pub fn vote_again(&self, question: &Id) -> Edit {
        Edit::workshop(self.workshop().without_votes(question))
    }

    /// `text` is put aside at `question`.
    pub fn park(&self, question: Option<Id>, text: String) -> Edit {
        let mut group = self.workshop();
        group.parked.push(Parked { question, text, done: false });
        Edit::workshop(group)
    }

    /// What was put aside with this number was talked about, or was not after all.
    pub fn unpark(&self, place: usize) -> Edit {
        let mut group = self.workshop();
        if let Some(parked) = group.parked.get_mut(place) {
            parked.done = !parked.done;
        }
        Edit::workshop(group)
    }

    /// `text` is decided.
    pub fn decide(&self, text: String) -> Edit {
        let mut group = self.workshop();
        group.decisions.push(text);
        Edit::workshop(group)
    }

    /// Somebody disagrees with the answer to `question`.
    pub fn disagree(&self, question: &Id, dissent: Dissent) -> Edit {
        let mut dissents = self.assessment().dissents.get(question).cloned().unwrap_or_default();
        dissents.push(dissent);
        Edit::Dissents { question: question.clone(), dissents }
    }

    /// So many minutes are meant for this section; none for as long as it takes.
    pub fn plan(&self, section: &Id, minutes: Option<u32>) -> Edit {
        let mut group = self.workshop();
        match minutes {
            Some(minutes) => drop(group.minutes.insert(section.clone(), minutes)),
            None => drop(group.minutes.remove(section)),
        }
        Edit::workshop(group)
    }

    /// The group sat at `section` from one moment until another. Not an edit: time is not taken back.
    pub fn spend(&mut self, section: &Id, from: Moment, until: Moment) -> Option<Effect> {
        let seconds = until.instant().as_second() - from.instant().as_second();
        if self.is_locked() {
            return None;
        }
        let group = Arc::make_mut(&mut self.assessment).workshop.as_mut()?;
        let new = group.days.insert(until.date());
        let counted = u32::try_from(seconds).ok().filter(|_| seconds <= LONGEST).unwrap_or(0);
        if counted == 0 && !new {
            return None;
        }
        let spent = group.spent.entry(section.clone()).or_default();
        *spent = spent.saturating_add(counted);
        Some(self.keep())
    }
}
