//! What styles mean. One accent colour, nothing dim, and no meaning by colour alone.

use crate::model::{Ground, Settings, Tone};
use ratatui::style::{Color, Modifier, Style};

/// How many colours a terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None at all, or none wanted (`NO_COLOR`, `CLICOLOR=0`).
    None,
    /// The sixteen that every terminal names for itself.
    Sixteen,
    /// The 256 of xterm, of which those from 16 on are the same everywhere.
    Indexed,
    /// Any (`COLORTERM=truecolor`).
    Full,
}

/// The styles of everything on screen.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Plain text, and the ground of the whole screen.
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
    /// Whether rows stand wide apart, for those at the back of a room.
    pub spacious: bool,
    stop: Style,
    caution: Style,
    good: Style,
}

/// One colour, as exactly as the terminal can show it.
#[derive(Clone, Copy)]
struct Ink {
    full: (u8, u8, u8),
    indexed: u8,
    sixteen: Color,
}

const fn ink(full: (u8, u8, u8), indexed: u8, sixteen: Color) -> Ink {
    Ink { full, indexed, sixteen }
}

impl Ink {
    fn at(self, depth: Depth) -> Color {
        let (red, green, blue) = self.full;
        match depth {
            Depth::Full => Color::Rgb(red, green, blue),
            Depth::Indexed => Color::Indexed(self.indexed),
            Depth::Sixteen => self.sixteen,
            Depth::None => Color::Reset,
        }
    }
}

/// The colours of one ground; every pair of text and ground has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
struct Palette {
    ground: Ink,
    text: Ink,
    accent: Ink,
    alarm: Ink,
    caution: Ink,
    good: Ink,
    on_focus: Ink,
    focus: Ink,
    on_bar: Ink,
    bar: Ink,
}

const DARK: Palette = Palette {
    ground: ink((18, 22, 28), 233, Color::Black),
    text: ink((230, 230, 230), 254, Color::White),
    accent: ink((125, 207, 255), 117, Color::LightCyan),
    alarm: ink((255, 135, 135), 210, Color::LightRed),
    caution: ink((255, 215, 135), 222, Color::LightYellow),
    good: ink((135, 215, 135), 114, Color::LightGreen),
    on_focus: ink((18, 22, 28), 233, Color::Black),
    focus: ink((125, 207, 255), 117, Color::LightCyan),
    on_bar: ink((245, 245, 245), 255, Color::White),
    bar: ink((48, 58, 70), 237, Color::DarkGray),
};

const LIGHT: Palette = Palette {
    ground: ink((252, 252, 250), 231, Color::White),
    text: ink((28, 28, 28), 234, Color::Black),
    accent: ink((0, 88, 135), 24, Color::Blue),
    alarm: ink((165, 0, 0), 124, Color::Red),
    caution: ink((115, 75, 0), 58, Color::Magenta),
    good: ink((0, 95, 0), 22, Color::Green),
    on_focus: ink((255, 255, 255), 231, Color::White),
    focus: ink((0, 88, 135), 24, Color::Blue),
    on_bar: ink((255, 255, 255), 231, Color::White),
    bar: ink((55, 65, 75), 238, Color::Black),
};

const HIGH: Palette = Palette {
    ground: ink((0, 0, 0), 16, Color::Black),
    text: ink((255, 255, 255), 231, Color::White),
    accent: ink((255, 255, 0), 226, Color::LightYellow),
    alarm: ink((255, 175, 175), 217, Color::White),
    caution: ink((255, 255, 135), 228, Color::LightYellow),
    good: ink((175, 255, 175), 157, Color::White),
    on_focus: ink((0, 0, 0), 16, Color::Black),
    focus: ink((255, 255, 0), 226, Color::LightYellow),
    on_bar: ink((0, 0, 0), 16, Color::Black),
    bar: ink((255, 255, 255), 231, Color::White),
};

impl Theme {
    /// What `settings` ask for, in the colours that the terminal has.
    pub fn new(settings: Settings, depth: Depth) -> Self {
        let theme = match (settings.ground, depth) {
            (_, Depth::None) => Self::of_the_terminal(false),
            (Ground::Terminal, _) => Self::of_the_terminal(true),
            (Ground::Dark, _) => Self::of(&DARK, depth),
            (Ground::Light, _) => Self::of(&LIGHT, depth),
            (Ground::HighContrast, _) => Self::of(&HIGH, depth),
        };
        if !settings.projector {
            return theme;
        }
        // Thin letters are lost in a lit room.
        let bold = |style: Style| style.add_modifier(Modifier::BOLD);
        let Self { text, quiet, focus, bar, .. } = theme;
        Self {
            text: bold(text),
            quiet: bold(quiet),
            focus: bold(focus),
            bar: bold(bar),
            spacious: true,
            ..theme
        }
    }

    /// On whatever ground the terminal has.
    fn of_the_terminal(colours: bool) -> Self {
        let plain = Style::new();
        let strong = plain.add_modifier(Modifier::BOLD);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        let paint = |colour| if colours { strong.fg(colour) } else { strong };
        Self {
            text: plain,
            strong,
            heading: paint(Color::Cyan),
            quiet: plain,
            focus: reversed,
            bar: reversed,
            key: paint(Color::Cyan),
            alarm: paint(Color::Red),
            spacious: false,
            stop: paint(Color::Red),
            caution: paint(Color::Yellow),
            good: paint(Color::Green),
        }
    }

    fn of(palette: &Palette, depth: Depth) -> Self {
        let on = |text: Ink, ground: Ink| Style::new().fg(text.at(depth)).bg(ground.at(depth));
        let text = on(palette.text, palette.ground);
        let bold = |ink: Ink| on(ink, palette.ground).add_modifier(Modifier::BOLD);
        Self {
            text,
            strong: bold(palette.text),
            heading: bold(palette.accent),
            quiet: text,
            focus: on(palette.on_focus, palette.focus),
            bar: on(palette.on_bar, palette.bar),
            key: bold(palette.accent),
            alarm: bold(palette.alarm),
            spacious: false,
            stop: bold(palette.alarm),
            caution: bold(palette.caution),
            good: bold(palette.good),
        }
    }

    /// How a verdict looks; its words say the same.
    pub fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Stop => self.stop,
            Tone::Caution => self.caution,
            Tone::Good => self.good,
            Tone::Neutral => self.strong,
        }
    }
}
