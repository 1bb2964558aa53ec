//! Signs that a terminal's font lacks, put as those that every font has.

use crate::model::Settings;
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// Which signs a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signs {
    /// Every one that this program draws.
    #[default]
    All,
    /// Letters of any kind, but no arrows, boxes and bars (the console of Linux, or a person who wants it so).
    Letters,
    /// Only ASCII: the terminal knows no UTF-8.
    Ascii,
}

impl Signs {
    /// As few as the terminal and the person want.
    #[must_use]
    pub fn with(self, settings: Settings) -> Self {
        if settings.plain_signs { self.max(Self::Letters) } else { self }
    }

    /// Puts every cell of `buffer` in these signs, each as wide as it was.
    pub(super) fn apply(self, buffer: &mut Buffer) {
        if self == Self::All {
            return;
        }
        for cell in &mut buffer.content {
            let symbol = cell.symbol();
            if symbol.is_ascii() {
                continue;
            }
            if let Some(sign) = simple(symbol) {
                cell.set_symbol(sign);
            } else if self == Self::Ascii {
                let width = symbol.width();
                let mut plain = deunicode::deunicode_with_tofu(symbol, "?");
                plain.truncate(width.max(1));
                plain.push_str(&" ".repeat(width.saturating_sub(plain.len())));
                cell.set_symbol(&plain);
            }
        }
    }
}

/// A sign that this program draws, in ASCII.
fn simple(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "─" | "━" | "–" | "—" | "‐" | "‑" => "-",
        "│" | "┃" => "|",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" => "+",
        "►" | "▶" | "›" | "→" | "▸" => ">",
        "◄" | "‹" | "←" | "◂" => "<",
        "▲" | "↑" => "^",
        "▼" | "↓" | "✓" | "✔" => "v",
        "•" | "·" | "●" | "■" | "◆" => "*",
        "○" | "□" => "o",
        "█" | "▓" | "▌" | "▐" | "▬" => "#",
        "▒" | "░" => ".",
        "✗" | "✘" | "×" => "x",
        "…" => "~",
        "‘" | "’" => "'",
        "“" | "”" | "„" => "\"",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{layout::Rect, style::Style};

    fn shown(text: &str, signs: Signs) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 1));
        buffer.set_string(0, 0, text, Style::new());
        signs.apply(&mut buffer);
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
    }

    #[test]
    fn a_console_without_arrows_keeps_its_letters() {
        assert_eq!(shown("► één › twee … │", Signs::Letters).trim_end(), "> één > twee ~ |");
        assert_eq!(shown("► één › twee … │", Signs::All).trim_end(), "► één › twee … │");
    }

    #[test]
    fn without_utf_8_everything_is_ascii_and_as_wide_as_before() {
        let drawn = shown("Café € ├─ 东 ß x", Signs::Ascii);
        assert!(drawn.is_ascii(), "{drawn}");
        assert!(drawn.starts_with("Cafe E +- "), "{drawn}");
    }
}
