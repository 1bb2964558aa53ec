//! Text from outside made fit for a field: one kind of line end, nothing invisible that rearranges what is read.

use unicode_segmentation::UnicodeSegmentation;

/// `text` with every kind of line end as `\n`, without other control characters (tabs stay), byte order marks and
/// marks that override the reading order (UAX 9: embeddings, overrides, isolates, directional marks).
pub(crate) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter_map(clean_char).collect()
}

/// `c` as a field keeps it, or `None` when a field does not keep it.
fn clean_char(c: char) -> Option<char> {
    match c {
        '\t' => Some(c),
        // Line and paragraph ends of UAX 14 (BK, CR, LF, NL).
        '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c => (!c.is_control() && !overrides_order(c) && c != '\u{feff}').then_some(c),
    }
}

/// Whether `c` is a formatting character of UAX 9, section 2.
fn overrides_order(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The longest begin of `text` that has at most `room` bytes and does not split a grapheme cluster.
pub(crate) fn cut(text: &str, room: usize) -> &str {
    if text.len() <= room {
        return text;
    }
    let end =
        text.grapheme_indices(true).map(|(start, _)| start).take_while(|start| *start <= room);
    &text[..end.last().unwrap_or(0)]
}
