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
}
