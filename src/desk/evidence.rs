//! What the assessments prove about the entries of the register.

use super::Office;
use crate::model::{About, Evidence, Id, Outcome, Proves, Verdict};
use std::collections::BTreeMap;

/// How the assessments came out, by entry of the register.
pub(super) type Proofs = BTreeMap<Id, Evidence>;

impl Office {
    /// Takes up in `proofs` how an assessment about `about` came out; the newest assessment must come first.
    pub(super) fn learn(
        &self,
        proofs: &mut Proofs,
        questionnaire: &Id,
        about: &About,
        verdict: Option<&Verdict>,
    ) {
        if let About::Processing(entry) = about
            && let Some((proves, outcome)) = self.proved(questionnaire, about, verdict)
        {
            proofs.entry(entry.clone()).or_default().learn(&proves, outcome);
        }
    }

    /// What an assessment about `about` proves of an entry of the register, and how it came out. What `questionnaire` proves
    /// stands in the program's own edition: an older one beside an assessment may not say it.
    pub(super) fn proved(
        &self,
        questionnaire: &Id,
        about: &About,
        verdict: Option<&Verdict>,
    ) -> Option<(Proves, Outcome)> {
        let verdict = verdict.filter(|_| matches!(about, About::Processing(_)))?;
        let proves = self.library.get(questionnaire)?.questionnaire.draft().proves.clone()?;
        let outcome = proves.outcome(&verdict.id, &verdict.title);
        Some((proves, outcome))
    }
}
