//! Text to lines: which font has each character, how wide it is, and where a line may end (UAX 14).

use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use super::LayoutError;
use super::grid::Style;
use super::pages::Run;
use crate::record::document::Text;
use crate::record::fonts::{Fonts, Shape};
use crate::record::visible::visible;

/// A line that fits.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its pieces from left to right, one for each span on it.
    pub(super) pieces: Vec<LinePiece>,
    /// Its width, without a space at its end.
    pub(super) width: f32,
}

/// The part of a line that belongs to one span.
#[derive(Clone, Debug)]
pub(super) struct LinePiece {
    /// Which span of the text.
    pub(super) span: usize,
    /// Where it starts, from the start of the line.
    pub(super) x: f32,
    /// Its width.
    pub(super) width: f32,
    /// Its letters.
    pub(super) runs: Vec<Run>,
}

/// A character on its way into a line.
struct Glyph {
    character: char,
    shape: Shape,
    span: usize,
    /// Where it ends, counted from the start of the text.
    end: f32,
}

/// Glyphs that stay together on a line, and the spaces after them.
#[derive(Debug)]
struct Word {
    start: usize,
    end: usize,
    width: f64,
    space: f64,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        self.width
    }

    fn whitespace_width(&self) -> f64 {
        self.space
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Breaks `text` into lines of at most `measure`. A text without words is one empty line.
pub(super) fn lines(
    fonts: &Fonts,
    text: &Text,
    style: Style,
    measure: f32,
) -> Result<Vec<Line>, LayoutError> {
    let mut lines = Vec::new();
    for paragraph in glyphs(fonts, text, style)? {
        let words = words(&paragraph, measure);
        for line in wrapped(&words, measure) {
            let start = line.first().map_or(0, |word| word.start);
            let end = line.last().map_or(0, |word| word.end);
            lines.push(set(&paragraph, start, end));
        }
    }
    Ok(lines)
}

/// The characters of `text`, one list for each line end in it.
fn glyphs(fonts: &Fonts, text: &Text, style: Style) -> Result<Vec<Vec<Glyph>>, LayoutError> {
    let mut paragraphs = vec![Vec::<Glyph>::new()];
    let last = text.spans.len().saturating_sub(1);
    for (span, piece) in text.spans.iter().enumerate() {
        let shown = visible(&piece.text);
        let shown = if span == last { shown.trim_end_matches('\n') } else { &shown };
        for character in shown.chars() {
            if character == '\n' {
                paragraphs.push(Vec::new());
                continue;
            }
            let shape = fonts.shape(style.strong || piece.strong, character).ok_or_else(|| {
                LayoutError::Glyph { character, context: around(shown, character) }
            })?;
            let Some(glyphs) = paragraphs.last_mut() else { continue };
            let before = glyphs.last();
            let kern = before
                .filter(|before| before.span == span)
                .map_or(0.0, |before| fonts.between(before.shape, shape));
            let from = before.map_or(0.0, |before| before.end);
            let end = from + (kern + shape.advance) * style.size / 1000.0;
            glyphs.push(Glyph { character, shape, span, end });
        }
    }
    Ok(paragraphs)
}

/// The words round the first `character` in `text`.
fn around(text: &str, character: char) -> String {
    let characters: Vec<char> = text.chars().collect();
    let place = characters.iter().position(|found| *found == character).unwrap_or(0);
    characters[place.saturating_sub(24)..characters.len().min(place + 25)].iter().collect()
}

fn words(glyphs: &[Glyph], measure: f32) -> Vec<Word> {
    let text: String = glyphs.iter().map(|glyph| glyph.character).collect();
    let mut words = Vec::new();
    let mut start = 0;
    for found in WordSeparator::UnicodeBreakProperties.find_words(&text) {
        let end = start + found.word.chars().count();
        let next = end + found.whitespace.chars().count();
        push_word(&mut words, glyphs, (start, end, next), measure);
        start = next;
    }
    words
}

/// After these a word that no line can hold is broken best: names of files, addresses.
const JOINTS: [char; 4] = ['-', '_', '/', '.'];

/// Adds the word from `start` to `end`; in parts, if no line can hold it, and at a joint where there is one.
fn push_word(words: &mut Vec<Word>, glyphs: &[Glyph], place: (usize, usize, usize), measure: f32) {
    let (mut start, end, next) = place;
    let mut at = start;
    while at < end {
        if at > start && span_width(glyphs, start, at + 1) > measure {
            // A joint near the start of the line would leave most of the line empty.
            let near = |place: &usize| span_width(glyphs, start, *place) * 3.0 > measure;
            let joint = |place: &usize| JOINTS.contains(&glyphs[place - 1].character);
            let best = (start + 1..=at).rev().take_while(near).find(joint).unwrap_or(at);
            words.push(word(glyphs, start, best, best));
            start = best;
        }
        at += 1;
    }
    words.push(word(glyphs, start, end, next));
}

fn word(glyphs: &[Glyph], start: usize, end: usize, next: usize) -> Word {
    let width = f64::from(span_width(glyphs, start, end));
    Word { start, end, width, space: f64::from(span_width(glyphs, end, next)) }
}

/// From the start of glyph `start` to the start of glyph `end`.
fn span_width(glyphs: &[Glyph], start: usize, end: usize) -> f32 {
    let edge = |index: usize| if index == 0 { 0.0 } else { glyphs[index - 1].end };
    edge(end) - edge(start)
}

/// What a line costs, in squared points; `textwrap` counts in letters of some five points. No gap is worth a letter in
/// the margin.
fn penalties() -> Penalties {
    Penalties {
        nline_penalty: 25_000,
        overflow_penalty: 1_000_000_000,
        short_last_line_penalty: 625,
        ..Penalties::default()
    }
}

/// Lines that are as even as they can be; the greedy way where that cannot be reckoned.
fn wrapped(words: &[Word], measure: f32) -> Vec<&[Word]> {
    // A hair wider than the measure: sums of widths are not exact.
    let measure = [f64::from(measure) + 0.01];
    wrap_optimal_fit(words, &measure, &penalties())
        .unwrap_or_else(|_| wrap_first_fit(words, &measure))
}

fn set(glyphs: &[Glyph], start: usize, end: usize) -> Line {
    let mut pieces: Vec<LinePiece> = Vec::new();
    for index in start..end {
        let glyph = &glyphs[index];
        let x = span_width(glyphs, start, index);
        match pieces.last_mut() {
            Some(piece) if piece.span == glyph.span => add(&mut piece.runs, glyph),
            _ => {
                let mut runs = Vec::new();
                add(&mut runs, glyph);
                pieces.push(LinePiece { span: glyph.span, x, width: 0.0, runs });
            }
        }
        if let Some(piece) = pieces.last_mut() {
            piece.width = span_width(glyphs, start, index + 1) - piece.x;
        }
    }
    let width = span_width(glyphs, start, end);
    // The words of two lines must not run together for who reads by ear or copies.
    let broken_at_space = glyphs.get(end).is_none_or(|glyph| glyph.character == ' ');
    if let Some(run) = pieces.last_mut().and_then(|piece| piece.runs.last_mut())
        && broken_at_space
    {
        run.text.push(' ');
    }
    Line { pieces, width }
}

fn add(runs: &mut Vec<Run>, glyph: &Glyph) {
    match runs.last_mut() {
        Some(run) if run.letter == glyph.shape.letter => run.text.push(glyph.character),
        _ => runs.push(Run { letter: glyph.shape.letter, text: glyph.character.to_string() }),
    }
}
