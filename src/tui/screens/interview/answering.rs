//! Answering: one key, one choice, the rest of a list at once, or an earlier answer taken over.

use super::{Interview, is_yes_no, side};
use crate::{
    model::{Answer, Id, Kind, Question},
    session::{Edit, Session},
    tui::{
        keys::Action,
        screens::touched,
        words::Word,
        world::{Reaction, World},
    },
};

/// The choices of `answer` with the one of this place made, or unmade.
pub(in crate::tui::screens) fn toggled(
    question: &Question,
    answer: Option<&Answer>,
    place: usize,
) -> Option<Answer> {
    let order = question.values();
    let value = order.get(place)?;
    let mut made = match answer {
        Some(Answer::Several(made)) => made.clone(),
        _ => Vec::new(),
    };
    let before = made.len();
    made.retain(|other| other != value);
    if made.len() == before {
        made.push(value.clone());
    }
    // In the order of the file, so that the same choices are the same answer.
    made.sort_by_key(|value| order.iter().position(|other| other == value));
    Some(Answer::Several(made))
}

impl Interview {
    /// Gives the answer `value`, and goes on.
    pub(super) fn answer(&mut self, world: &World, value: &str) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        if session.is_locked() {
            return Reaction::Say(world.words.say(Word::Locked).to_owned());
        }
        let possible = session
            .question(&self.at)
            .is_some_and(|question| question.values().iter().any(|own| own == value));
        if !possible {
            return Reaction::Say(world.words.say(Word::AnotherAnswer).to_owned());
        }
        Self::commit(Edit::answer(&self.at, value))
    }

    /// Applies `edit`, and goes on.
    fn commit(edit: Edit) -> Reaction {
        Reaction::Several(vec![Reaction::Edit(edit), Reaction::CarryOn])
    }

    /// Down a row; after the last row of a list that is complete, how to go on is said.
    pub(super) fn go_down(&mut self, world: &World) -> Reaction {
        let (Some(session), before) = (&world.session, self.at.clone()) else {
            return Reaction::Stay;
        };
        let moved = self.step(world, true);
        let rows = self.stop(session).and_then(|(place, stops)| stops.get(place).cloned());
        let open = &session.evaluation().unanswered;
        let done = rows.is_some_and(|stop| stop.questions.iter().all(|id| !open.contains(id)));
        if done && self.at == before {
            return Reaction::Say(world.words.say(Word::ListDone).to_owned());
        }
        moved
    }

    /// Answers "nee" to every open row of the list.
    pub(super) fn rest_no(&mut self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let Some((place, stops)) = self.stop(session) else { return Reaction::Stay };
        let open = stops.get(place).into_iter().flat_map(|stop| &stop.questions).filter(|id| {
            let fits = session.question(id).is_some_and(|question| is_yes_no(&question.kind));
            fits && session.assessment().answers.get(id).is_none()
        });
        let edits: Vec<Edit> = open.map(|id| Edit::answer(id, Id::NO)).collect();
        let said = Reaction::Say(world.words.rest_answered(edits.len()));
        Reaction::Several(vec![Reaction::Edit(Edit::Several(edits)), said])
    }

    pub(super) fn choose(&mut self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let Some(question) = session.question(&self.at) else { return Reaction::Stay };
        if self.in_list(session) {
            if is_yes_no(&question.kind) {
                return self.next(world);
            }
            if let Some(table) = touched::table(session, &self.at) {
                return table;
            }
            self.alone = true;
            self.arrive(session);
            return Reaction::Stay;
        }
        match (&question.kind, question.values().get(self.choice)) {
            (Kind::Table(_), _) => touched::table(session, &self.at).unwrap_or(Reaction::Stay),
            (Kind::Several(_), _) => {
                let none = session.assessment().answers.get(&self.at).is_none();
                let edit = Edit::Answer {
                    question: self.at.clone(),
                    answer: Some(Answer::Several(Vec::new())),
                };
                if none { Self::commit(edit) } else { self.next(world) }
            }
            (_, Some(value)) => self.answer(world, value.as_str()),
            (_, None) => self.next(world),
        }
    }

    /// Makes or unmakes the choice `place` of several.
    pub(super) fn toggle(&mut self, world: &World, place: usize) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let Some(question) = session.question(&self.at) else { return Reaction::Stay };
        let Some(answer) = toggled(question, session.assessment().answers.get(&self.at), place)
        else {
            return Reaction::Stay;
        };
        self.choice = place;
        Reaction::Edit(Edit::Answer { question: self.at.clone(), answer: Some(answer) })
    }

    /// What can be taken over here, or in a review said again: at this question, and at the open rows of its list.
    pub(super) fn takes_over(&self, world: &World, session: &Session) -> Vec<Action> {
        let mut offers = Vec::new();
        if session.is_locked() {
            return offers;
        }
        if side::earlier(world, session, &self.at).is_some() {
            let again = session.last_time(&self.at).is_some();
            offers.push(if again { Action::Confirm } else { Action::TakeOver });
        }
        let known = self.known(world, session);
        if self.in_list(session) && !known.is_empty() {
            let again = known.iter().any(|(id, _)| session.last_time(id).is_some());
            offers.push(if again { Action::ConfirmAll } else { Action::TakeAllOver });
        }
        offers
    }

    /// The open rows of the list for which there is an earlier answer, with that answer.
    fn known(&self, world: &World, session: &Session) -> Vec<(Id, Answer)> {
        let Some((place, stops)) = self.stop(session) else { return Vec::new() };
        let rows = stops.get(place).into_iter().flat_map(|stop| &stop.questions);
        let known =
            rows.filter_map(|id| Some((id.clone(), side::earlier(world, session, id)?.answer)));
        known.collect()
    }

    /// Takes the earlier answer to the same question over: never without being asked. In a review that is *ongewijzigd bevestigd*.
    pub(super) fn take_over(&mut self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let Some(fact) = side::earlier(world, session, &self.at) else { return Reaction::Stay };
        let edit = Edit::Answer { question: self.at.clone(), answer: Some(fact.answer) };
        self.field = None;
        Self::commit(edit)
    }

    /// Takes the earlier answers over to every open question of the list, once read. Rows that are asked because of these are
    /// taken along.
    pub(super) fn take_all_over(&self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        if session.is_locked() {
            return Reaction::Stay;
        }
        let again = session.review().is_some();
        let mut after = world.with(session.clone());
        let mut edits = Vec::new();
        while let Some(session) = &mut after.session {
            let known = self.known(world, session);
            if known.is_empty() {
                break;
            }
            for (question, answer) in known {
                let edit = Edit::Answer { question, answer: Some(answer) };
                session.apply(edit.clone());
                edits.push(edit);
            }
        }
        let (words, count) = (world.words, edits.len());
        let said = if again { words.confirmed(count) } else { words.taken_over(count) };
        if edits.is_empty() {
            return Reaction::Say(said);
        }
        Reaction::Several(vec![Reaction::Edit(Edit::Several(edits)), Reaction::Say(said)])
    }

    pub(super) fn click_choice(&mut self, place: usize, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let Some(question) = session.question(&self.at) else { return Reaction::Stay };
        let listed = self.in_list(session);
        if place >= question.values().len() || (listed && !matches!(question.kind, Kind::Choice(_)))
        {
            return Reaction::Stay;
        }
        if let (true, Some(value)) = (listed, question.values().get(place)) {
            return self.answer(world, value.as_str());
        }
        if matches!(question.kind, Kind::Several(_)) {
            return self.toggle(world, place);
        }
        self.choice = place;
        self.choose(world)
    }
}
