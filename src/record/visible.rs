//! Text that cannot hide: characters one does not see, or that turn others around, are written out.

use super::accents::composed;

/// `text` with whole letters, with one kind of line end, and with every character that has no shape of its own shown as `‹U+202E›`.
///
/// Such are control characters, the marks and overrides of writing direction (UAX 9), zero-width characters, variation
/// selectors and tags: with them a text can read otherwise than it is.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let text = composed(text);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                characters.next_if_eq(&'\n');
                shown.push('\n');
            }
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('\n'),
            '\t' => shown.push(' '),
            hidden if hides(hidden) => {
                let code = format!("‹U+{:04X}›", u32::from(hidden));
                shown.push_str(&code);
            }
            plain => shown.push(plain),
        }
    }
    shown
}

/// `text` on one line, with nothing hidden in it: titles, names, descriptions.
pub(super) fn one_line(text: &str) -> String {
    visible(text)
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn hides(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::{one_line, visible};

    #[test]
    fn what_hides_is_shown_and_what_shows_is_left() {
        assert_eq!(
            visible("a\u{202E}b\u{7F}\u{200D}\u{2069}\0"),
            "a‹U+202E›b‹U+007F›‹U+200D›‹U+2069›‹U+0000›"
        );
        assert_eq!(visible("één „ja” ✓ €\u{A0}5 – ﬁn"), "één „ja” ✓ €\u{A0}5 – ﬁn");
    }

    #[test]
    fn there_is_one_kind_of_line_end() {
        assert_eq!(visible("a\r\nb\rc\n\nd\u{85}e\tf"), "a\nb\nc\n\nd\ne f");
        assert_eq!(one_line(" a\r\n\n b \n"), "a b");
    }
}
