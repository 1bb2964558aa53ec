//! The words about deviating from what the table decides, and about the advice of the DPO.

use super::Dutch;
use crate::engine::Heeded;

/// What the interface says about deviating.
pub trait AsideWords {
    /// The title above all of it.
    fn aside(&self) -> &'static str;
    /// Whether one deviates; none as long as that is open.
    fn deviates(&self, deviates: Option<bool>) -> &'static str;
    /// What was done with the advice.
    fn heeded(&self, heeded: Heeded<'_>) -> String;
}

impl AsideWords for Dutch {
    fn aside(&self) -> &'static str {
        "Afwijking en advies van de FG"
    }

    fn deviates(&self, deviates: Option<bool>) -> &'static str {
        match deviates {
            Some(true) => "U wijkt af, met redenen.",
            Some(false) => "Er is geen afwijking.",
            None => "U hebt nog niet gezegd of u afwijkt.",
        }
    }

    fn heeded(&self, heeded: Heeded<'_>) -> String {
        match heeded {
            Heeded::Followed => "U volgt de mening van de FG.".to_owned(),
            Heeded::Overruled => "U volgt de mening van de FG niet, met redenen.".to_owned(),
            Heeded::Absent(why) => format!("Er is geen mening van een FG, want: {why}"),
        }
    }
}
