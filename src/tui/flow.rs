//! Running text on a screen: paragraphs wrapped to a width.

use ratatui::{style::Style, text::Line};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Text to be wrapped.
#[derive(Clone, Debug)]
pub struct Paragraph {
    text: String,
    style: Style,
    first: &'static str,
    rest: &'static str,
}

impl Paragraph {
    /// A paragraph from margin to margin.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, first: "", rest: "" }
    }

    /// An item of a list.
    pub fn item(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, first: "• ", rest: "  " }
    }

    /// A paragraph set in.
    pub fn inset(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, first: "  ", rest: "  " }
    }

    /// An empty line.
    pub fn gap() -> Self {
        Self::new("", Style::new())
    }
}

/// The widest a line of running text may be; longer ones are hard to read.
pub const MEASURE: u16 = 90;

/// Wraps `paragraphs` to `width` columns, by the line-breaking rules of Unicode (UAX 14).
pub fn wrap(paragraphs: &[Paragraph], width: u16) -> Vec<Line<'static>> {
    let width = usize::from(width.clamp(8, MEASURE));
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        let text = visible(&paragraph.text);
        let options = textwrap::Options::new(width)
            .initial_indent(paragraph.first)
            .subsequent_indent(paragraph.rest)
            .word_separator(textwrap::WordSeparator::UnicodeBreakProperties)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
        for line in textwrap::wrap(&text, options) {
            lines.push(Line::styled(line.into_owned(), paragraph.style));
        }
    }
    lines
}

/// `text` with characters that would steer the terminal, or that one does not see, shown as what they are: control characters
/// (Unicode Cc but for the newline), those that turn the reading direction around (UAX 9), zero-width ones, fillers and tags.
pub fn visible(text: &str) -> Cow<'_, str> {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
    };
    if is_plain(text) || !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|c| if steers(c) { format!("‹U+{:04X}›", u32::from(c)) } else { c.to_string() })
        .collect()
}

/// Whether `text` has only plain letters in it, each of one column.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// `text` in at most `room` columns; what is cut off is said.
pub fn cut(text: &str, room: usize) -> String {
    let width = if is_plain(text) { text.len() } else { text.width() };
    if width <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut left = room;
    for grapheme in text.graphemes(true) {
        // The sign that something is cut off takes a column too.
        let Some(rest) = left.checked_sub(grapheme.width()).filter(|rest| *rest > 0) else { break };
        short.push_str(grapheme);
        left = rest;
    }
    short + "…"
}
