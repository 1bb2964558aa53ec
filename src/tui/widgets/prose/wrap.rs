//! Soft wrap of one paragraph: where its visual lines begin and end (UAX 14, grapheme clusters of UAX 29).

use std::iter;
use std::ops::Range;

use textwrap::word_splitters::{WordSplitter, split_words};
use textwrap::{WordSeparator, core::Word};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns of a tab; a tab stands for a gap here, not for a stop.
const TAB: usize = 4;

/// Columns that one grapheme cluster takes.
pub(crate) fn cluster_columns(cluster: &str) -> usize {
    match cluster.as_bytes() {
        [b'\t'] => TAB,
        // Most of what is typed, and control characters never get into a field.
        [_] => 1,
        _ => cluster.width(),
    }
}

/// Columns that a text without line ends takes.
pub(crate) fn columns(text: &str) -> usize {
    text.graphemes(true).map(cluster_columns).sum()
}

/// Byte ranges of the visual lines of `paragraph`: at least one, together the whole paragraph. Spaces hang past the
/// margin, as in a word processor; a word longer than a line is broken between grapheme clusters.
/// A `width` below 2 counts as 2, the widest character.
pub(crate) fn wrap(paragraph: &str, width: usize) -> Vec<Range<usize>> {
    #[cfg(test)]
    WRAPPED.with(|count| count.set(count.get() + 1));
    let width = width.max(2);
    if fits(paragraph, width) {
        return iter::once(0..paragraph.len()).collect();
    }
    let mut filler = Filler { width, ..Filler::default() };
    let mut breaks = breaks(paragraph).peekable();
    for (at, cluster) in paragraph.grapheme_indices(true) {
        while breaks.next_if(|place| *place < at).is_some() {}
        if breaks.next_if_eq(&at).is_some() {
            filler.allow(at);
        }
        filler.add(at, cluster);
    }
    filler.lines.push(filler.start..paragraph.len());
    filler.lines
}

#[cfg(test)]
thread_local! {
    /// How many paragraphs were wrapped on this thread.
    pub(super) static WRAPPED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Whether `paragraph` needs no more than `width` columns; looks no further than it must.
fn fits(paragraph: &str, width: usize) -> bool {
    let add = |used: usize, cluster| {
        let used = used + cluster_columns(cluster);
        (used <= width).then_some(used)
    };
    paragraph.graphemes(true).try_fold(0, add).is_some()
}

/// Where a line may end, as byte places: after spaces and the other places of UAX 14, and after a hyphen in a word.
fn breaks(paragraph: &str) -> impl Iterator<Item = usize> {
    let words = WordSeparator::UnicodeBreakProperties.find_words(paragraph);
    split_words(words, &WordSplitter::HyphenSplitter).scan(0, |at, word: Word<'_>| {
        *at += word.word.len() + word.whitespace.len();
        Some(*at)
    })
}

/// Lines in the making.
#[derive(Default)]
struct Filler {
    width: usize,
    lines: Vec<Range<usize>>,
    /// Where the line in the making begins, in bytes.
    start: usize,
    /// Its columns so far.
    used: usize,
    /// The last place where it may end, in bytes and in columns.
    allowed: Option<(usize, usize)>,
}

impl Filler {
    fn allow(&mut self, at: usize) {
        if at > self.start {
            self.allowed = Some((at, self.used));
        }
    }

    fn add(&mut self, at: usize, cluster: &str) {
        let more = cluster_columns(cluster);
        let hangs = cluster.chars().all(char::is_whitespace);
        while !hangs && self.used + more > self.width && at > self.start {
            let (end, taken) = self.allowed.take().unwrap_or((at, self.used));
            self.lines.push(self.start..end);
            self.start = end;
            self.used -= taken;
        }
        self.used += more;
    }
}
