//! How the program looks and behaves on this institution's screen.

use serde::{Deserialize, Serialize};

/// What a person chose for the screen. It says nothing about the institution, and stands in no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// On which ground, in which colours.
    pub ground: Ground,
    /// Wide spacing and a thick focus, for those at the back of a room.
    pub projector: bool,
    /// Whether the mouse works; without it the terminal's own selecting of text does.
    pub mouse: bool,
    /// Only signs that every font has.
    pub plain_signs: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { ground: Ground::default(), projector: false, mouse: true, plain_signs: false }
    }
}

/// On which ground the text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Whatever the terminal has.
    #[default]
    Terminal,
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
    /// White and yellow on black.
    HighContrast,
}

impl Ground {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Terminal, Self::Dark, Self::Light, Self::HighContrast];

    /// The one after this one; after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|ground| *ground == self).unwrap_or(0);
        Self::ALL.get(place + 1).copied().unwrap_or_default()
    }
}
