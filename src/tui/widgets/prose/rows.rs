//! The visual lines of a text at a width: what lies where, without wrapping more of the text than is asked for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use super::Place;
use super::wrap::{cluster_columns, columns, wrap};

/// A visual line: a paragraph, and which of its visual lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) row: usize,
    pub(super) sub: usize,
}

/// A text (at least one paragraph) seen at a width in columns.
pub(super) struct Rows<'a> {
    pub(super) lines: &'a [String],
    width: usize,
    /// The paragraphs wrapped so far.
    wrapped: RefCell<BTreeMap<usize, Segments>>,
}

/// Byte ranges of the visual lines of a paragraph: at least one.
type Segments = Rc<[Range<usize>]>;

impl<'a> Rows<'a> {
    pub(super) fn new(lines: &'a [String], width: usize) -> Self {
        Self { lines, width, wrapped: RefCell::default() }
    }

    /// Byte ranges of the visual lines of paragraph `row`.
    pub(super) fn segments(&self, row: usize) -> Segments {
        let mut wrapped = self.wrapped.borrow_mut();
        let segments =
            wrapped.entry(row).or_insert_with(|| wrap(&self.lines[row], self.width).into());
        Rc::clone(segments)
    }

    /// The visual line that `place` is on, and its byte range. A place between two lines is on the second one.
    pub(super) fn find(&self, place: Place) -> (Spot, Range<usize>) {
        let segments = self.segments(place.row);
        let sub = sub_of(&segments, place.byte);
        (Spot { row: place.row, sub }, segments[sub].clone())
    }

    /// The visual line `by` lines below `spot`, or the last one.
    pub(super) fn below(&self, spot: Spot, by: usize) -> Spot {
        let Spot { mut row, mut sub } = spot;
        sub += by;
        loop {
            let count = self.segments(row).len();
            if sub < count {
                return Spot { row, sub };
            }
            if row + 1 == self.lines.len() {
                return Spot { row, sub: count - 1 };
            }
            sub -= count;
            row += 1;
        }
    }

    /// The visual line `by` lines above `spot`, or the first one.
    pub(super) fn above(&self, spot: Spot, mut by: usize) -> Spot {
        let Spot { mut row, mut sub } = spot;
        while by > sub {
            if row == 0 {
                return Spot { row: 0, sub: 0 };
            }
            by -= sub + 1;
            row -= 1;
            sub = self.segments(row).len() - 1;
        }
        Spot { row, sub: sub - by }
    }

    /// The first visual line to show in `height` lines so that `caret` is in view, the view moves no more than
    /// needed from `anchor`, and no line stays empty while text is hidden above.
    pub(super) fn top(&self, anchor: Place, caret: Place, height: usize) -> Spot {
        let reach = height.saturating_sub(1);
        let anchor = Place { row: anchor.row.min(self.lines.len() - 1), ..anchor };
        let caret = self.find(caret).0;
        let kept = self.find(anchor).0.min(caret).max(self.above(caret, reach));
        let bottom = self.below(kept, reach);
        // When the text ends before the view does, this leads further up.
        self.above(bottom, reach)
    }

    /// The place where visual line `spot` begins.
    pub(super) fn start(&self, spot: Spot) -> Place {
        let segments = self.segments(spot.row);
        Place { row: spot.row, byte: segments[spot.sub.min(segments.len() - 1)].start }
    }

    /// The column of `place` in its visual line; a place in hanging spaces is on the last column.
    pub(super) fn column(&self, place: Place) -> usize {
        let (_, line) = self.find(place);
        let before = &self.lines[place.row][line.start..place.byte];
        columns(before).min(self.width.saturating_sub(1))
    }

    /// The place at `column` of visual line `spot`, or the end of that line.
    pub(super) fn place_at(&self, spot: Spot, column: usize) -> Place {
        let line = self.segments(spot.row)[spot.sub].clone();
        let mut end = 0;
        for (at, cluster) in self.lines[spot.row][line.clone()].grapheme_indices(true) {
            end += cluster_columns(cluster);
            if end > column {
                return Place { row: spot.row, byte: line.start + at };
            }
        }
        self.end(spot)
    }

    /// The last place that is on visual line `spot`: after its last word, before the spaces it was broken at;
    /// before its last cluster when it was broken in a word.
    pub(super) fn end(&self, spot: Spot) -> Place {
        let segments = self.segments(spot.row);
        let line = segments[spot.sub].clone();
        if spot.sub + 1 == segments.len() {
            return Place { row: spot.row, byte: line.end };
        }
        let text = &self.lines[spot.row][line.clone()];
        let word_end = text.trim_end().len();
        let last = text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        let byte = line.start + if word_end == 0 { last } else { word_end.min(last) };
        Place { row: spot.row, byte }
    }
}

/// Which of `segments` the byte is in.
pub(super) fn sub_of(segments: &[Range<usize>], byte: usize) -> usize {
    segments.iter().rposition(|segment| segment.start <= byte).unwrap_or(0)
}
