//! What the assessments prove about the entries of the register.

use super::Office;
use crate::model::{About, Evidence, Id, Verdict};
use std::collections::BTreeMap;

/// How the assessments came out, by entry of the register.
pub(super) type Proofs = BTreeMap<Id, Evidence>;

impl Office {
    /// Takes up in `proofs` how an assessment about `about` came out; the newest assessment must come first. What
    /// `questionnaire` proves stands in the program's own edition: an older one beside an assessment may not say it.
    pub(super) fn learn(
        &self,
        proofs: &mut Proofs,
        questionnaire: &Id,
        about: &About,
        verdict: Option<&Verdict>,
    ) {
        let (About::Processing(entry), Some(verdict)) = (about, verdict) else { return };
        let Some(edition) = self.library.get(questionnaire) else { return };
        if let Some(proves) = &edition.questionnaire.draft().proves {
            let outcome = proves.outcome(&verdict.id, &verdict.title);
            proofs.entry(entry.clone()).or_default().learn(proves, outcome);
        }
    }
}
