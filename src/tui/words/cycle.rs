//! The words of what comes back: a newer questionnaire, a review, two versions of one file, a folder that someone else has.

use super::{Dutch, upgrade};
use crate::session::Upgrade;

/// A heading, and what stands under it: an item a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is about.
    pub heading: String,
    /// What is told, in sentences or names.
    pub lines: Vec<String>,
}

impl Told {
    pub(super) fn new(heading: impl Into<String>, lines: Vec<String>) -> Self {
        Self { heading: heading.into(), lines }
    }
}

/// A word or a sentence of what comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum Cycle {
    Newer,
    TakeNewer,
    StayOnOlder,
    HelpNewer,
    NewerThere,
}

/// What the interface says about what comes back.
pub trait CycleWords {
    /// A word or a sentence.
    fn cycle(&self, word: Cycle) -> &'static str;
    /// What a newer questionnaire would make of an assessment.
    fn upgrade(&self, upgrade: &Upgrade) -> Vec<Told>;
}

impl CycleWords for Dutch {
    fn cycle(&self, word: Cycle) -> &'static str {
        match word {
            Cycle::Newer => "Nieuwere vragenlijst",
            Cycle::TakeNewer => "Neem de nieuwe versie over",
            Cycle::StayOnOlder => "Ga verder met de oude versie",
            Cycle::HelpNewer => {
                "De vragenlijst van deze toets is vernieuwd. Hier leest u wat er anders is en wat dat met de uitkomst doet. \
                 Kies daarna zelf. Esc gaat terug; dan verandert er niets."
            }
            Cycle::NewerThere => {
                "Van deze vragenlijst is er een nieuwere versie. Met w ziet u wat die anders maakt."
            }
        }
    }

    fn upgrade(&self, upgrade: &Upgrade) -> Vec<Told> {
        upgrade::dutch(upgrade)
    }
}
