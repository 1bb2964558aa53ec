//! What must be done: born from outcomes, never doubled, and never removed; only what a person just wrote down can be taken back.

use crate::{
    engine::DueAction,
    model::{Action, Actions, Assessment, Event, Id, Moment, Origin, Priority, Progress},
};
use jiff::ToSpan as _;
use std::sync::Arc;

/// `actions` with those that an outcome asks added; one that was added before stays as people left it. One that the outcome
/// of the same assessment no longer asks is left as well: that it may be dropped is for people to say.
#[must_use]
pub fn adopted(
    mut actions: Actions,
    assessment: &Assessment,
    asked: &[DueAction],
    (department, now): (&str, Moment),
) -> Actions {
    for due in asked {
        let origin = Origin::Rule {
            assessment: assessment.id.clone(),
            action: due.id.clone(),
            from: due.from.clone(),
        };
        let known = actions.0.iter().any(|action| is_same(&action.origin, &origin));
        if known {
            continue;
        }
        let days = i64::from(due.days.unwrap_or(0));
        let day = due.days.and_then(|_| now.date().checked_add(days.days()).ok());
        let id = free(&actions, now);
        actions.0.push(Arc::new(Action {
            id,
            text: due.text.clone(),
            origin,
            processing: match &assessment.about {
                crate::model::About::Processing(id) => Some(id.clone()),
                crate::model::About::Organisation => None,
            },
            department: department.to_owned(),
            owner: String::new(),
            due: day,
            priority: Priority::Normal,
            state: Progress::Open,
            proof: None,
            history: vec![Event { at: now, what: BORN.to_owned() }],
        }));
    }
    actions
}

const BORN: &str = "Ontstaan uit de uitkomst van een toets.";
const BY_HAND: &str = "Opgeschreven.";

/// `actions` without the one of that name, if a person wrote it down; what an outcome asks is dropped with a reason, and stays.
#[must_use]
pub fn without(mut actions: Actions, id: &Id) -> Actions {
    actions.0.retain(|action| action.id != *id || matches!(action.origin, Origin::Rule { .. }));
    actions
}

/// `actions` with `action` in the place of the one of that name; what changed is written in its history. It is added if its name is
/// empty, and put back if nothing has its name.
#[must_use]
pub fn changed(mut actions: Actions, mut action: Action, now: Moment) -> Actions {
    let before = actions.0.iter().position(|known| known.id == action.id);
    if let Some(place) = before {
        // What happened to it stays what happened, also when a change is taken back.
        action.history.clone_from(&actions.0[place].history);
        let changes = differences(&actions.0[place], &action);
        if !changes.is_empty() {
            action.history.push(Event { at: now, what: changes.join(" ") });
        }
        actions.0[place] = Arc::new(action);
    } else {
        // One that could not be kept the first time has its name already.
        if action.id.as_str().is_empty() {
            action.id = free(&actions, now);
        }
        // One that is put back brings along what happened to it.
        if action.history.is_empty() {
            action.history = vec![Event { at: now, what: BY_HAND.to_owned() }];
        }
        actions.0.push(Arc::new(action));
    }
    actions
}

/// What changed, a sentence a thing.
fn differences(before: &Action, after: &Action) -> Vec<String> {
    let mut changes = Vec::new();
    if before.state != after.state {
        changes.push(match &after.state {
            Progress::Dropped(why) => format!("Vervallen, want: {why}."),
            other => format!("Nu: {}.", other.words()),
        });
    }
    let told = |what: &str, value: &str| {
        if value.is_empty() { format!("{what} gewist.") } else { format!("{what}: {value}.") }
    };
    if before.text != after.text {
        changes.push("De tekst is veranderd.".to_owned());
    }
    if before.department != after.department {
        changes.push(told("Afdeling", &after.department));
    }
    if before.owner != after.owner {
        changes.push(told("Wie", &after.owner));
    }
    if before.due != after.due {
        let day = after.due.map(Moment::words).unwrap_or_default();
        changes.push(told("Uiterlijk", &day));
    }
    if before.priority != after.priority {
        changes.push(told("Belang", after.priority.words()));
    }
    if before.proof != after.proof {
        changes.push("Bewijs genoteerd.".to_owned());
    }
    changes
}

fn is_same(one: &Origin, other: &Origin) -> bool {
    match (one, other) {
        (
            Origin::Rule { assessment, action, .. },
            Origin::Rule { assessment: of, action: named, .. },
        ) => assessment == of && action == named,
        _ => false,
    }
}

/// A name that no action has.
pub fn free(actions: &Actions, now: Moment) -> Id {
    let taken = |id: &Id| actions.0.iter().any(|action| action.id == *id);
    // Among one more name than there are actions, one is free.
    (1..=actions.0.len() + 1)
        .map(|number| Id::new(format!("{}-{number}", now.date())))
        .find(|id| !taken(id))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{About, Pinned};

    fn now() -> Moment {
        "2026-11-23T14:02:00+01:00".parse().expect("a moment")
    }

    fn assessment() -> Assessment {
        let pinned = Pinned { id: Id::from("proef"), version: "1".into(), sha256: String::new() };
        Assessment::begin(Id::from("toets"), pinned, About::Processing(Id::from("kaarten")), now())
    }

    fn due(id: &str) -> DueAction {
        DueAction {
            id: Id::from(id),
            text: format!("Doe {id}."),
            from: Id::from("regel"),
            days: Some(7),
        }
    }

    #[test]
    fn what_an_outcome_asks_is_added_once_and_stays_as_people_left_it() {
        let first =
            adopted(Actions::default(), &assessment(), &[due("a"), due("b")], ("Publiek", now()));
        assert_eq!(first.0.len(), 2);
        assert_eq!(first.0[0].due, Some(jiff::civil::date(2026, 11, 30)));
        assert_eq!(first.0[0].department, "Publiek");
        let done = Action { state: Progress::Done, ..Action::clone(&first.0[0]) };
        let changed = changed(first, done, now());
        let again =
            adopted(changed.clone(), &assessment(), &[due("a"), due("b"), due("c")], ("", now()));
        assert_eq!(again.0[..2], changed.0[..]);
        assert_eq!(again.0.len(), 3);
        let names: std::collections::BTreeSet<_> =
            again.0.iter().map(|action| &action.id).collect();
        assert_eq!(names.len(), 3);
    }

    #[test]
    fn what_a_person_wrote_is_taken_away_and_comes_back_as_it_was_and_what_an_outcome_asks_stays() {
        let born = adopted(Actions::default(), &assessment(), &[due("a")], ("", now()));
        let written = changed(born.clone(), Action::by_hand("Bel de leverancier.".into()), now());
        let own = Action::clone(&written.0[1]);
        assert_eq!(without(written.clone(), &own.id), born);
        assert_eq!(changed(born.clone(), own.clone(), now()), written, "with its name and history");
        assert_eq!(without(written.clone(), &born.0[0].id), written, "that is not for taking back");
    }

    #[test]
    fn every_change_is_written_down() {
        let actions = adopted(Actions::default(), &assessment(), &[due("a")], ("", now()));
        let dropped = Action {
            state: Progress::Dropped("de leverancier stopte".into()),
            owner: "Vera".into(),
            ..Action::clone(&actions.0[0])
        };
        let actions = changed(actions, dropped, now());
        let last = actions.0[0].history.last().expect("an event");
        assert_eq!(last.what, "Vervallen, want: de leverancier stopte. Wie: Vera.");
        let same = Action::clone(&actions.0[0]);
        assert_eq!(changed(actions.clone(), same, now()), actions, "nothing changed");
    }
}
