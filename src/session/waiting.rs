//! What forms handed in and the disk did not take: it is shown as if it were kept, and is tried again in order.

use super::{Effect, Overview};
use crate::model::{Action, Commission, Fed, Id, Organisation, Processing};
use std::{path::Path, sync::Arc};

/// What an effect puts in the place of what was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// An assessment.
    Assessment(&'a Id),
    /// The institution's particulars.
    Organisation,
    /// What was chosen for the screen.
    Settings,
    /// An entry of the register.
    Processing(&'a Id),
    /// Something that is done for another.
    Commission(&'a Id),
    /// An action.
    Action(&'a Id),
    /// A row that is proposed for the register.
    Row(&'a Fed),
    /// Someone who is to be known, by the file with their certificate.
    Newcomer(&'a Path),
    /// Someone who is known, by their fingerprint.
    Signer(&'a str),
}

impl Effect {
    /// What it keeps or throws away, if that is what it is about.
    pub fn place(&self) -> Option<Place<'_>> {
        Some(match self {
            Self::Keep { assessment, .. } => Place::Assessment(&assessment.id),
            Self::KeepOrganisation(_) => Place::Organisation,
            Self::KeepSettings(_) => Place::Settings,
            Self::KeepProcessing(entry) => Place::Processing(&entry.id),
            Self::RemoveProcessing(id) => Place::Processing(id),
            Self::KeepCommission(one) => Place::Commission(&one.id),
            Self::RemoveCommission(id) => Place::Commission(id),
            Self::KeepAction(action) => Place::Action(&action.id),
            Self::RemoveAction(id) => Place::Action(id),
            Self::Dismiss { row, .. } => Place::Row(row),
            Self::AddSigner(signer) => Place::Newcomer(&signer.file),
            Self::RemoveSigner(fingerprint) => Place::Signer(fingerprint),
            _ => return None,
        })
    }

    /// Whether it keeps something that has no name yet.
    fn is_new(&self) -> bool {
        match self.place() {
            Some(Place::Processing(id) | Place::Commission(id) | Place::Action(id)) => {
                id.as_str().is_empty()
            }
            _ => false,
        }
    }

    /// Whether it is what a form hands in: kept at once, and without a revision.
    pub fn is_of_form(&self) -> bool {
        !matches!(self.place(), None | Some(Place::Assessment(_)))
    }
}

/// The wishes that wait, the oldest first.
#[derive(Debug, Default)]
pub struct Waiting {
    wishes: Vec<Effect>,
    /// How many of the first are with the desk at the moment.
    sent: usize,
}

impl Waiting {
    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.wishes.is_empty()
    }

    /// One more waits. What it replaces waits no longer, unless the desk is at it.
    pub fn add(&mut self, wish: Effect) {
        let mut place = 0;
        let sent = self.sent;
        self.wishes.retain(|earlier| {
            place += 1;
            place <= sent || wish.is_new() || earlier.place() != wish.place()
        });
        self.wishes.push(wish);
    }

    /// What the desk is to try again; none if nothing waits, or the desk is at it.
    pub fn send(&mut self) -> Option<Effect> {
        if self.sent > 0 || self.wishes.is_empty() {
            return None;
        }
        self.sent = self.wishes.len();
        Some(Effect::Again(self.wishes.clone()))
    }

    /// The desk tried, and this is what it could not keep.
    pub fn answered(&mut self, left: Vec<Effect>) {
        let later = self.wishes.split_off(self.sent.min(self.wishes.len()));
        self.wishes = left;
        self.sent = 0;
        for wish in later {
            self.add(wish);
        }
    }

    /// What there is, with everything that waits in its place.
    #[must_use]
    pub fn shown_in(&self, overview: &Overview) -> Overview {
        shown_with(overview, &self.wishes)
    }
}

/// What there is, with what these wishes are about in its place.
#[must_use]
pub fn shown_with<'a>(
    overview: &Overview,
    wishes: impl IntoIterator<Item = &'a Effect>,
) -> Overview {
    let mut overview = overview.clone();
    for wish in wishes {
        show(wish, &mut overview);
    }
    overview
}

/// Puts what a wish is about where it would stand.
fn show(wish: &Effect, overview: &mut Overview) {
    match wish {
        Effect::KeepOrganisation(organisation) => {
            overview.organisation = Some(Organisation::clone(organisation));
        }
        Effect::KeepSettings(settings) => overview.settings = *settings,
        Effect::KeepProcessing(entry) => {
            put(&mut overview.processings, Arc::new(Processing::clone(entry)), |known| &known.id);
            overview.processings.sort_by_cached_key(|known| known.name.to_lowercase());
            overview.proposals.retain(|one| one.entry.fed.is_none() || one.entry.fed != entry.fed);
        }
        Effect::RemoveProcessing(id) => overview.processings.retain(|known| known.id != *id),
        Effect::KeepCommission(one) => {
            put(&mut overview.commissions, Commission::clone(one), |known| &known.id);
            overview.commissions.sort_by_cached_key(|known| known.controller.to_lowercase());
        }
        Effect::RemoveCommission(id) => overview.commissions.retain(|known| known.id != *id),
        Effect::KeepAction(action) => {
            put(&mut overview.actions, Arc::new(Action::clone(action)), |known| &known.id);
        }
        Effect::RemoveAction(id) => overview.actions.retain(|known| known.id != *id),
        Effect::Dismiss { row, dismissed: true } => {
            overview.proposals.retain(|one| one.entry.fed.as_ref() != Some(row));
        }
        Effect::RemoveSigner(fingerprint) => {
            overview.signers.retain(|signer| signer.fingerprint != *fingerprint);
        }
        _ => {}
    }
}

/// In the place of the one with the same name, or at the end.
fn put<T>(all: &mut Vec<T>, new: T, name: impl Fn(&T) -> &Id) {
    let same = |known: &&mut T| name(known) == name(&new) && !name(&new).as_str().is_empty();
    match all.iter_mut().find(same) {
        Some(known) => *known = new,
        None => all.push(new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(id: &str, name: &str) -> Effect {
        let entry = Processing { id: Id::from(id), name: name.into(), ..Processing::default() };
        Effect::KeepProcessing(Box::new(entry))
    }

    fn names(waiting: &Waiting) -> Vec<String> {
        let overview = waiting.shown_in(&Overview::default());
        overview.processings.into_iter().map(|entry| entry.name.clone()).collect()
    }

    #[test]
    fn the_newest_wish_about_a_thing_is_the_one_that_waits_and_is_shown() {
        let mut waiting = Waiting::default();
        waiting.add(keep("a", "Eerst"));
        waiting.add(keep("b", "Ander"));
        waiting.add(keep("a", "Later"));
        assert_eq!(names(&waiting), ["Ander", "Later"]);
        waiting.add(keep("", "Nieuw"));
        waiting.add(keep("", "Nog nieuwer"));
        assert_eq!(names(&waiting), ["Ander", "Later", "Nieuw", "Nog nieuwer"]);
        assert!(matches!(waiting.send(), Some(Effect::Again(wishes)) if wishes.len() == 4));
        waiting.add(Effect::RemoveProcessing(Id::from("b")));
        assert_eq!(names(&waiting), ["Later", "Nieuw", "Nog nieuwer"]);
    }

    #[test]
    fn what_the_desk_is_at_is_not_sent_twice_and_what_came_later_is_not_forgotten() {
        let mut waiting = Waiting::default();
        assert!(waiting.send().is_none());
        waiting.add(keep("a", "Eerst"));
        assert!(waiting.send().is_some());
        assert!(waiting.send().is_none(), "the desk is at it");
        waiting.add(keep("a", "Later"));
        assert_eq!(names(&waiting), ["Later"]);
        waiting.answered(vec![keep("a", "Eerst")]);
        assert_eq!(names(&waiting), ["Later"]);
        assert!(matches!(waiting.send(), Some(Effect::Again(wishes)) if wishes.len() == 1));
        waiting.answered(Vec::new());
        assert!(waiting.is_empty());
    }
}
