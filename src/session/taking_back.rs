//! Taking back what was changed in the register and the actions, and doing it again.

use super::{Effect, Overview};
use crate::model::{Action, Commission, Id, Processing};
use std::sync::Arc;

/// What puts back how it was before `effect` was done, given what there was then; none if it cannot be put back this way. What is
/// new has no name yet: see [`undoing_new`].
pub fn inverse(effect: &Effect, before: &Overview) -> Option<Effect> {
    match effect {
        Effect::KeepAction(action) if is_new(&action.id) => Some(effect.clone()),
        Effect::KeepAction(duty) => Some(match action(before, &duty.id) {
            Some(known) => Effect::KeepAction(Box::new(known.clone())),
            None => Effect::RemoveAction(duty.id.clone()),
        }),
        Effect::RemoveAction(id) => Some(Effect::KeepAction(Box::new(action(before, id)?.clone()))),
        Effect::KeepProcessing(entry) if is_new(&entry.id) => Some(effect.clone()),
        Effect::KeepCommission(entry) if is_new(&entry.id) => Some(effect.clone()),
        Effect::KeepProcessing(entry) => Some(match processing(before, &entry.id) {
            Some(known) => Effect::KeepProcessing(Box::new(known.clone())),
            // It was thrown away, and is put back.
            None => Effect::RemoveProcessing(entry.id.clone()),
        }),
        Effect::KeepCommission(entry) => Some(match commission(before, &entry.id) {
            Some(known) => Effect::KeepCommission(Box::new(known.clone())),
            None => Effect::RemoveCommission(entry.id.clone()),
        }),
        Effect::RemoveProcessing(id) => {
            Some(Effect::KeepProcessing(Box::new(processing(before, id)?.clone())))
        }
        Effect::RemoveCommission(id) => {
            Some(Effect::KeepCommission(Box::new(commission(before, id)?.clone())))
        }
        Effect::Dismiss { row, dismissed } => {
            Some(Effect::Dismiss { row: row.clone(), dismissed: !dismissed })
        }
        // Before they were filled in for the first time, they were all empty.
        Effect::KeepOrganisation(_) => {
            let known = before.organisation.clone().unwrap_or_default();
            Some(Effect::KeepOrganisation(Box::new(known)))
        }
        Effect::KeepSettings(settings) => {
            (*settings != before.settings).then_some(Effect::KeepSettings(before.settings))
        }
        _ => None,
    }
}

/// What takes back the adding of something that had no name then, now that it has one; `back` itself if it is anything else, and none
/// if what was added is not there any more, or is not as it was added.
pub fn undoing_new(back: Effect, now: &Overview) -> Option<Effect> {
    match &back {
        Effect::KeepProcessing(new) if is_new(&new.id) => {
            let same = |known: &&Arc<Processing>| {
                ***known == Processing { id: known.id.clone(), ..(**new).clone() }
            };
            let known = now.processings.iter().find(same)?;
            Some(Effect::RemoveProcessing(known.id.clone()))
        }
        Effect::KeepCommission(new) if is_new(&new.id) => {
            let same = |known: &&Commission| {
                **known == Commission { id: known.id.clone(), ..(**new).clone() }
            };
            let known = now.commissions.iter().find(same)?;
            Some(Effect::RemoveCommission(known.id.clone()))
        }
        Effect::KeepAction(new) if is_new(&new.id) => {
            // What happened to it, and which file its proof is, are written down when it is kept.
            let same = |known: &&Arc<Action>| {
                let (id, history) = (known.id.clone(), known.history.clone());
                let proof = known.proof.clone();
                ***known == Action { id, proof, history, ..(**new).clone() }
            };
            let known = now.actions.iter().rev().find(same)?;
            Some(Effect::RemoveAction(known.id.clone()))
        }
        _ => Some(back),
    }
}

fn is_new(id: &Id) -> bool {
    id.as_str().is_empty()
}

fn processing<'o>(overview: &'o Overview, id: &Id) -> Option<&'o Processing> {
    overview.processings.iter().map(Arc::as_ref).find(|known| known.id == *id)
}

fn action<'o>(overview: &'o Overview, id: &Id) -> Option<&'o Action> {
    overview.actions.iter().map(Arc::as_ref).find(|known| known.id == *id)
}

fn commission<'o>(overview: &'o Overview, id: &Id) -> Option<&'o Commission> {
    overview.commissions.iter().find(|known| known.id == *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, name: &str) -> Processing {
        Processing { id: Id::from(id), name: name.into(), ..Processing::default() }
    }

    fn with(entries: Vec<Processing>) -> Overview {
        Overview { processings: entries.into_iter().map(Arc::new).collect(), ..Overview::default() }
    }

    #[test]
    fn it_is_as_it_was() {
        let before = with(vec![entry("a", "Was")]);
        let changed = Effect::KeepProcessing(Box::new(entry("a", "Is")));
        let Some(Effect::KeepProcessing(back)) = inverse(&changed, &before) else { panic!() };
        assert_eq!(back.name, "Was");
        assert!(inverse(&Effect::Look, &before).is_none());
    }

    #[test]
    fn what_was_thrown_away_comes_back_and_goes_again() {
        let before = with(vec![entry("a", "Was")]);
        let gone = Effect::RemoveProcessing(Id::from("a"));
        let Some(back) = inverse(&gone, &before) else { panic!() };
        let Effect::KeepProcessing(kept) = &back else { panic!("{back:?}") };
        assert_eq!(**kept, *before.processings[0]);
        let again = inverse(&back, &with(Vec::new()));
        assert!(matches!(again, Some(Effect::RemoveProcessing(id)) if id == *"a"), "and again");
        assert!(inverse(&Effect::RemoveProcessing(Id::from("b")), &before).is_none());
    }

    #[test]
    fn what_was_added_goes_as_long_as_it_is_as_it_was_added() {
        let added = Effect::KeepProcessing(Box::new(entry("", "Nieuw")));
        let back = inverse(&added, &Overview::default()).expect("a way back");
        let there = with(vec![entry("a", "Ander"), entry("nieuw", "Nieuw")]);
        let gone = undoing_new(back.clone(), &there);
        assert!(matches!(gone, Some(Effect::RemoveProcessing(id)) if id == *"nieuw"));
        assert!(undoing_new(back, &with(vec![entry("a", "Ander")])).is_none());
    }

    #[test]
    fn an_action_that_was_written_down_goes_and_comes_back() {
        let new = Action::by_hand("Bel de leverancier.".into());
        let added = Effect::KeepAction(Box::new(new.clone()));
        let back = inverse(&added, &Overview::default()).expect("a way back");
        let kept = Action { id: Id::from("2026-11-23-1"), ..new };
        let there = Overview { actions: vec![Arc::new(kept.clone())], ..Overview::default() };
        let gone = undoing_new(back.clone(), &there).expect("it is there as it was added");
        assert!(matches!(&gone, Effect::RemoveAction(id) if *id == kept.id), "{gone:?}");
        let Some(Effect::KeepAction(again)) = inverse(&gone, &there) else { panic!() };
        assert_eq!(*again, kept);
        let back_again = inverse(&Effect::KeepAction(again), &Overview::default());
        assert!(matches!(back_again, Some(Effect::RemoveAction(id)) if id == kept.id));
        let changed = Action { owner: "Vera".into(), ..kept };
        let there = Overview { actions: vec![Arc::new(changed)], ..Overview::default() };
        assert!(undoing_new(back, &there).is_none(), "it is another one by now");
    }

    #[test]
    fn particulars_and_settings_go_back_too() {
        use crate::model::{Organisation, Settings};
        let named = |name: &str| Organisation { name: name.into(), ..Organisation::default() };
        let before = Overview { organisation: Some(named("Was")), ..Overview::default() };
        let changed = Effect::KeepOrganisation(Box::new(named("Is")));
        let Some(Effect::KeepOrganisation(back)) = inverse(&changed, &before) else { panic!() };
        assert_eq!(back.name, "Was");
        let Some(Effect::KeepOrganisation(back)) = inverse(&changed, &Overview::default()) else {
            panic!()
        };
        assert_eq!(*back, Organisation::default(), "there was nothing");
        let large = Settings { projector: true, ..before.settings };
        let Some(Effect::KeepSettings(back)) = inverse(&Effect::KeepSettings(large), &before)
        else {
            panic!()
        };
        assert_eq!(back, before.settings);
    }
}
