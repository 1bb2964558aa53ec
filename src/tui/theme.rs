//! What styles mean. Sixteen colours at most, nothing dim, and no meaning by colour alone.

use crate::model::Tone;
use ratatui::style::{Color, Modifier, Style};

/// The styles of everything on screen.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// What matters most on a screen.
    pub strong: Style,
    /// Headings of a part.
    pub heading: Style,
    /// What is there but not needed now.
    pub quiet: Style,
    /// The row or choice under the cursor.
    pub focus: Style,
    /// The bar with the place one is at.
    pub bar: Style,
    /// Names of keys.
    pub key: Style,
    /// Something is wrong.
    pub alarm: Style,
    colours: bool,
}

impl Theme {
    /// Colours on whatever ground the terminal has, or none at all (`NO_COLOR`).
    pub fn new(colours: bool) -> Self {
        let plain = Style::new();
        let paint = |colour| if colours { plain.fg(colour) } else { plain };
        Self {
            text: plain,
            strong: plain.add_modifier(Modifier::BOLD),
            heading: paint(Color::Cyan).add_modifier(Modifier::BOLD),
            quiet: plain,
            focus: plain.add_modifier(Modifier::REVERSED),
            bar: plain.add_modifier(Modifier::REVERSED),
            key: paint(Color::Cyan).add_modifier(Modifier::BOLD),
            alarm: paint(Color::Red).add_modifier(Modifier::BOLD),
            colours,
        }
    }

    /// How a verdict looks; its words say the same.
    pub fn tone(&self, tone: Tone) -> Style {
        let colour = match tone {
            Tone::Stop => Color::Red,
            Tone::Caution => Color::Yellow,
            Tone::Good => Color::Green,
            Tone::Neutral => Color::Reset,
        };
        if self.colours { self.strong.fg(colour) } else { self.strong }
    }
}
