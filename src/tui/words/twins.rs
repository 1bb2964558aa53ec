//! The words of second copies: what differs, and what one can choose.

use crate::{
    model::Moment,
    session::{Comparison, Side},
};

/// A word or a sentence of two copies side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum Double {
    Title,
    Help,
    Part,
    First,
    Second,
    Why,
    ByPart,
    Whole,
    Same,
    Settled,
    BothKept,
    Nothing,
}

pub(super) fn dutch(word: Double) -> &'static str {
    match word {
        Double::Title => "Twee exemplaren",
        Double::Help => {
            "Van dit bestand zijn er twee. Dat gebeurt als twee computers tegelijk iets veranderen in een map die wordt \
             gelijkgehouden, zoals met OneDrive of Dropbox. Kies wat u houdt: links of rechts, per regel of alles. Wat u \
             niet kiest, wordt niet gewist. Het gaat naar de map niet-gekozen. Met Esc kiest u nog niets."
        }
        Double::Part => "Onderdeel",
        Double::First => "1 In gebruik",
        Double::Second => "2 Tweede exemplaar",
        Double::Why => {
            "Twee computers veranderden dit bestand. Het programma dat de map gelijkhoudt, kon niet kiezen."
        }
        Double::ByPart => {
            "Kies met ← en → per regel, of met 1 en 2 voor alles tegelijk. Enter bewaart uw keuze."
        }
        Double::Whole => "Kies met 1 of 2 welk exemplaar u houdt. Enter bewaart uw keuze.",
        Double::Same => "De twee zijn gelijk. Enter zet het tweede exemplaar opzij.",
        Double::Settled => "Uw keuze is bewaard. Wat u niet koos, staat in de map niet-gekozen.",
        Double::BothKept => "Beide blijven. Het tweede heeft nu een eigen naam.",
        Double::Nothing => "(niets)",
    }
}

/// The two, each with when it changed and what one should know of it.
pub(super) fn sides(comparison: &Comparison) -> [String; 2] {
    let [first, second] = &comparison.sides;
    [side("1", first), side("2", second)]
}

fn side(number: &str, side: &Side) -> String {
    let name = side.path.file_name().map(|name| name.to_string_lossy().into_owned());
    let changed = side
        .changed
        .map(|at| format!(", veranderd op {} om {}", Moment::words(at.date()), at.clock()));
    let note = if side.note.is_empty() { String::new() } else { format!(". {}", side.note) };
    format!("{number}: {}{}{note}", name.unwrap_or_default(), changed.unwrap_or_default())
}
