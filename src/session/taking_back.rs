//! Taking back what was changed in the register and the actions.

use super::{Effect, Overview};

/// What puts back how it was before `effect` was done, given what there was then; none if it was not there, or if it cannot be put
/// back this way.
pub fn inverse(effect: &Effect, before: &Overview) -> Option<Effect> {
    match effect {
        Effect::KeepAction(action) => {
            let known = before.actions.iter().find(|known| known.id == action.id)?;
            Some(Effect::KeepAction(Box::new(known.clone())))
        }
        Effect::KeepProcessing(entry) => {
            let known = before.processings.iter().find(|known| known.id == entry.id)?;
            Some(Effect::KeepProcessing(Box::new(known.clone())))
        }
        // Particulars that were filled in for the first time are emptied one by one, by hand.
        Effect::KeepOrganisation(_) => {
            before.organisation.clone().map(|known| Effect::KeepOrganisation(Box::new(known)))
        }
        Effect::KeepSettings(settings) => {
            (*settings != before.settings).then_some(Effect::KeepSettings(before.settings))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Processing};

    #[test]
    fn it_is_as_it_was_and_what_is_new_stays() {
        let entry = |id: &str, name: &str| Processing {
            id: Id::from(id),
            name: name.into(),
            ..Processing::default()
        };
        let before = Overview { processings: vec![entry("a", "Was")], ..Overview::default() };
        let changed = Effect::KeepProcessing(Box::new(entry("a", "Is")));
        let Some(Effect::KeepProcessing(back)) = inverse(&changed, &before) else { panic!() };
        assert_eq!(back.name, "Was");
        let new = Effect::KeepProcessing(Box::new(entry("", "Nieuw")));
        assert!(inverse(&new, &before).is_none());
        assert!(inverse(&Effect::Look, &before).is_none());
    }

    #[test]
    fn particulars_and_settings_go_back_too() {
        use crate::model::{Organisation, Settings};
        let named = |name: &str| Organisation { name: name.into(), ..Organisation::default() };
        let before = Overview { organisation: Some(named("Was")), ..Overview::default() };
        let changed = Effect::KeepOrganisation(Box::new(named("Is")));
        let Some(Effect::KeepOrganisation(back)) = inverse(&changed, &before) else { panic!() };
        assert_eq!(back.name, "Was");
        assert!(inverse(&changed, &Overview::default()).is_none(), "there was nothing");
        let large = Settings { projector: true, ..before.settings };
        let Some(Effect::KeepSettings(back)) = inverse(&Effect::KeepSettings(large), &before)
        else {
            panic!()
        };
        assert_eq!(back, before.settings);
    }
}
