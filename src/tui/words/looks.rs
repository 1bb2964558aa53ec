//! The words of the settings, and of the manual's frame.

use crate::model::Ground;

/// What can be chosen for the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// On which ground, in which colours.
    Ground,
    /// Wide spacing for the back of a room.
    Projector,
    /// Whether the mouse works.
    Mouse,
    /// Only signs that every font has.
    PlainSigns,
}

/// What it is called, and what it is for.
pub(super) fn choice(choice: Choice) -> (&'static str, &'static str) {
    match choice {
        Choice::Ground => (
            "Kleuren",
            "Kies wat u prettig leest. „Zoals uw venster” gebruikt de kleuren van het venster zelf. De andere drie hebben genoeg contrast \
             voor wie minder goed ziet.",
        ),
        Choice::Projector => (
            "Groot, voor een zaal",
            "Meer ruimte tussen de regels, en vette letters. Maak ook de letters van het venster groter, vaak met Ctrl en +.",
        ),
        Choice::Mouse => (
            "Muis",
            "Aan: u kunt klikken en rollen. Tekst kiest u dan met Shift ingedrukt. Uit: u kiest tekst zoals altijd in dit venster.",
        ),
        Choice::PlainSigns => (
            "Alleen gewone tekens",
            "Voor een venster dat pijlen en lijnen niet goed laat zien. Letters met accenten blijven.",
        ),
    }
}

pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Terminal => "zoals uw venster",
        Ground::Dark => "donker",
        Ground::Light => "licht",
        Ground::HighContrast => "hoog contrast",
    }
}

pub(super) fn copied(sources: usize) -> &'static str {
    match sources {
        0 => "Bij deze vraag staat geen bron.",
        _ => "De bron is gekopieerd. Plak hem waar u wilt; niet elk venster laat kopiëren toe.",
    }
}

pub(super) fn switched(on: bool) -> &'static str {
    if on { "aan" } else { "uit" }
}
