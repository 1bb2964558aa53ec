//! A questionnaire done together: who voted what, who disagreed, what was put aside and decided.

use super::{Id, Participant};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a group left behind besides its answers. The attendance list is the assessment's participants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Workshop {
    /// The votes, by question. While people vote each names its voter; once they are shown they name nobody, and stand in
    /// the order of the values: who voted what is not kept.
    pub votes: BTreeMap<Id, Vec<Vote>>,
    /// The questions whose votes were shown: everybody who was there had voted.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub shown: BTreeSet<Id>,
    /// What was put aside to talk about later (parkeerplaats).
    pub parked: Vec<Parked>,
    /// What was decided, in the order in which it was.
    pub decisions: Vec<String>,
    /// How many minutes each section may take, by section.
    pub minutes: BTreeMap<Id, u32>,
    /// How many seconds each section took so far, by section.
    pub spent: BTreeMap<Id, u32>,
    /// The days on which the group sat together.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub days: BTreeSet<Date>,
}

/// What one person says to one question before the group agrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Who: the participant's name; empty once the votes are shown.
    pub by: String,
    /// The value, such as `"yes"`, or [`Vote::ABSTAINED`].
    pub value: Id,
}

impl Vote {
    /// The value of someone who would rather not vote.
    pub const ABSTAINED: &str = "abstained";
}

/// Something that was put aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parked {
    /// The question at which it came up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Id>,
    /// What it is.
    pub text: String,
    /// It was talked about after all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

/// That someone does not agree with an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// Who; empty if they would rather not be named.
    #[serde(default)]
    pub by: String,
    /// What they think instead, and why.
    pub text: String,
}

/// How often each value was voted for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Id, usize>);

impl Tally {
    /// How often `value` was voted for.
    pub fn of(&self, value: &str) -> usize {
        self.0.iter().find(|(id, _)| *id == value).map_or(0, |(_, count)| *count)
    }

    /// How many took part in the vote, whoever abstained included.
    pub fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// The value with the most votes; none when two have as many. An abstention is no vote for anything.
    pub fn most(&self) -> Option<&Id> {
        let valued = || self.0.iter().filter(|(id, _)| **id != *Vote::ABSTAINED);
        let most = valued().map(|(_, count)| *count).max()?;
        let mut first = valued().filter(|(_, count)| **count == most).map(|(id, _)| id);
        first.next().filter(|_| first.next().is_none())
    }

    /// Whether everybody who voted for something voted for the same.
    pub fn is_unanimous(&self) -> bool {
        self.0.keys().filter(|id| **id != *Vote::ABSTAINED).count() <= 1
    }
}

impl Workshop {
    /// Those of `people` who are there and have not voted on `question` yet; nobody once the votes are shown.
    pub fn waiting<'p>(&self, question: &Id, people: &'p [Participant]) -> Vec<&'p Participant> {
        if self.is_shown(question) {
            return Vec::new();
        }
        people.iter().filter(|one| !one.absent && !self.has_voted(question, &one.name)).collect()
    }

    /// Whether `name` voted on `question`, as far as can be told: not any more once the votes are shown.
    pub fn has_voted(&self, question: &Id, name: &str) -> bool {
        self.votes.get(question).is_some_and(|votes| votes.iter().any(|vote| vote.by == name))
    }

    /// Whether the votes on `question` are shown.
    pub fn is_shown(&self, question: &Id) -> bool {
        self.shown.contains(question)
    }

    /// Whether there is a vote on `question` that waits for somebody.
    pub fn is_voting(&self, question: &Id) -> bool {
        !self.is_shown(question) && self.votes.contains_key(question)
    }

    /// The votes on `question`; nothing before the last one is cast, so that nobody follows another.
    pub fn tally(&self, question: &Id) -> Option<Tally> {
        let votes = self.votes.get(question).filter(|_| self.is_shown(question))?;
        let mut tally = Tally::default();
        for vote in votes {
            *tally.0.entry(vote.value.clone()).or_default() += 1;
        }
        Some(tally)
    }

    /// Takes the vote of `by` on `question`, in the place of one that they cast before; nothing takes it back. Once the votes
    /// are shown they stay as they are. Votes of which none is waited for any more are shown.
    #[must_use]
    pub fn with_vote(
        mut self,
        question: &Id,
        (by, value): (&str, Option<&Id>),
        people: &[Participant],
    ) -> Self {
        let there = people.iter().any(|one| one.name == by && !one.absent);
        if self.is_shown(question) || !there {
            return self;
        }
        let votes = self.votes.entry(question.clone()).or_default();
        votes.retain(|vote| vote.by != by);
        votes.extend(value.map(|value| Vote { by: by.to_owned(), value: value.clone() }));
        if votes.is_empty() {
            self.votes.remove(question);
        }
        self.settled(people)
    }

    /// Leaves out what people voted on `question`, so that they can vote again.
    #[must_use]
    pub fn without_votes(mut self, question: &Id) -> Self {
        self.votes.remove(question);
        self.shown.remove(question);
        self
    }

    /// The same with these people: someone of another name keeps their vote, and the votes that are not shown yet of whoever
    /// is gone are gone with them. `renamed` is the name before and after.
    #[must_use]
    pub fn with_people(mut self, renamed: Option<(&str, &str)>, people: &[Participant]) -> Self {
        let there = |name: &str| people.iter().any(|one| one.name == name && !one.absent);
        for (question, votes) in &mut self.votes {
            if self.shown.contains(question) {
                continue;
            }
            for vote in votes.iter_mut() {
                if let Some((before, after)) = renamed
                    && vote.by == before
                {
                    after.clone_into(&mut vote.by);
                }
            }
            votes.retain(|vote| there(&vote.by));
        }
        self.votes.retain(|_, votes| !votes.is_empty());
        self.settled(people)
    }

    /// Shows the votes that wait for nobody any more.
    fn settled(mut self, people: &[Participant]) -> Self {
        let over = |id: &&Id| self.waiting(id, people).is_empty() && !self.is_shown(id);
        let over: Vec<Id> = self.votes.keys().filter(over).cloned().collect();
        for question in over {
            if let Some(votes) = self.votes.get_mut(&question) {
                for vote in votes.iter_mut() {
                    vote.by.clear();
                }
                votes.sort_by(|one, other| one.value.cmp(&other.value));
            }
            self.shown.insert(question);
        }
        self
    }

    /// How many seconds the group sat together, as far as the clock ran.
    pub fn seconds(&self) -> u32 {
        self.spent.values().fold(0, |sum, spent| sum.saturating_add(*spent))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VALUES: [&str; 4] = [Id::YES, Id::NO, Id::UNKNOWN, Vote::ABSTAINED];

    fn people(there: &[bool]) -> Vec<Participant> {
        let one = |(number, there): (usize, &bool)| Participant {
            absent: !there,
            ..Participant::new(format!("P{number}"), "")
        };
        there.iter().enumerate().map(one).collect()
    }

    fn question() -> Id {
        Id::from("q")
    }

    fn voting(people: &[Participant], votes: &[(usize, Option<usize>)]) -> Workshop {
        let mut workshop = Workshop::default();
        for (by, value) in votes {
            let value = value.map(|value| Id::from(VALUES[value]));
            let by = format!("P{by}");
            workshop = workshop.with_vote(&question(), (&by, value.as_ref()), people);
        }
        workshop
    }

    proptest! {
        #[test]
        fn votes_are_shown_after_the_last_one_and_never_before(
            there in prop::collection::vec(any::<bool>(), 1..7),
            votes in prop::collection::vec((0..8_usize, prop::option::of(0..4_usize)), 0..20),
        ) {
            let people = people(&there);
            let present = there.iter().filter(|there| **there).count();
            // A plain reading of the rule: who is there and has voted, until that is everybody.
            let mut cast: BTreeMap<usize, usize> = BTreeMap::new();
            for (by, value) in &votes {
                if cast.len() < present.max(1) && there.get(*by).copied().unwrap_or(false) {
                    match value {
                        Some(value) => drop(cast.insert(*by, *value)),
                        None => drop(cast.remove(by)),
                    }
                }
            }
            let workshop = voting(&people, &votes);
            let all = present > 0 && cast.len() == present;
            prop_assert_eq!(workshop.is_shown(&question()), all);
            let tally = workshop.tally(&question());
            prop_assert_eq!(tally.is_some(), all);
            if let Some(tally) = tally {
                prop_assert_eq!(tally.total(), present);
                for (place, value) in VALUES.iter().enumerate() {
                    prop_assert_eq!(tally.of(value), cast.values().filter(|one| **one == place).count());
                }
                prop_assert!(workshop.votes[&question()].iter().all(|vote| vote.by.is_empty()));
            } else {
                prop_assert_eq!(workshop.waiting(&question(), &people).len(), present - cast.len());
            }
        }

        #[test]
        fn whoever_goes_takes_their_vote_along_and_keeps_nobody_waiting(
            votes in prop::collection::vec((0..5_usize, (0..4_usize).prop_map(Some)), 1..4),
            gone in 0..5_usize,
        ) {
            let before = people(&[true; 5]);
            let workshop = voting(&before, &votes);
            let mut after = before.clone();
            after.remove(gone);
            let name = format!("P{gone}");
            let left = workshop.clone().with_people(None, &after);
            prop_assert!(!left.has_voted(&question(), &name));
            let cast = workshop.votes.get(&question()).map_or(0, Vec::len)
                - usize::from(workshop.has_voted(&question(), &name));
            prop_assert_eq!(left.votes.get(&question()).map_or(0, Vec::len), cast);
            prop_assert_eq!(left.is_shown(&question()), cast == after.len());
        }

        #[test]
        fn what_was_shown_stays_whoever_comes_or_goes(
            votes in prop::collection::vec(0..4_usize, 4),
            there in prop::collection::vec(any::<bool>(), 0..9),
        ) {
            let cast: Vec<_> = votes.iter().map(|value| Some(*value)).enumerate().collect();
            let shown = voting(&people(&[true; 4]), &cast);
            let tally = shown.tally(&question());
            prop_assert!(tally.is_some());
            let later = shown.with_people(None, &people(&there));
            prop_assert_eq!(later.tally(&question()), tally);
        }
    }

    #[test]
    fn a_tie_is_nobodys_majority_and_an_abstention_no_vote() {
        let four = people(&[true; 4]);
        let tied = voting(&four, &[(0, Some(0)), (1, Some(1)), (2, Some(3)), (3, Some(3))]);
        let tied = tied.tally(&question()).expect("shown");
        assert_eq!((tied.most(), tied.is_unanimous()), (None, false));
        let most = voting(&four, &[(0, Some(0)), (1, Some(3)), (2, Some(3)), (3, Some(3))]);
        let most = most.tally(&question()).expect("shown");
        assert_eq!((most.most(), most.is_unanimous()), (Some(&Id::from(Id::YES)), true));
        let none = voting(&four, &[(0, Some(3)), (1, Some(3)), (2, Some(3)), (3, Some(3))]);
        assert_eq!(none.tally(&question()).expect("shown").most(), None);
    }

    #[test]
    fn someone_of_another_name_keeps_their_vote() {
        let mut three = people(&[true; 3]);
        let workshop = voting(&three, &[(0, Some(0))]);
        three[0].name = "Fatima".into();
        let renamed = workshop.with_people(Some(("P0", "Fatima")), &three);
        assert!(renamed.has_voted(&question(), "Fatima"));
        assert_eq!(renamed.waiting(&question(), &three).len(), 2);
        let again = renamed.without_votes(&question());
        assert_eq!(again, Workshop::default());
    }
}
