//! Steps of a caret through text: by grapheme cluster (what a person calls a character) and by word (UAX 29).

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::Place;

/// One cluster back, or to the end of the paragraph before.
pub(super) fn left(lines: &[String], place: Place) -> Place {
    let Place { row, byte } = place;
    match lines[row][..byte].graphemes(true).next_back() {
        Some(cluster) => Place { row, byte: byte - cluster.len() },
        None if row > 0 => Place { row: row - 1, byte: lines[row - 1].len() },
        None => place,
    }
}

/// One cluster on, or to the begin of the next paragraph.
pub(super) fn right(lines: &[String], place: Place) -> Place {
    let Place { row, byte } = place;
    match lines[row][byte..].graphemes(true).next() {
        Some(cluster) => Place { row, byte: byte + cluster.len() },
        None if row + 1 < lines.len() => Place { row: row + 1, byte: 0 },
        None => place,
    }
}

/// To the begin of the word before.
pub(super) fn word_left(lines: &[String], place: Place) -> Place {
    if place.byte == 0 {
        return left(lines, place);
    }
    let before = &lines[place.row][..place.byte];
    let byte = before.unicode_word_indices().next_back().map_or(0, |(at, _)| at);
    let begin = settle(lines, Place { row: place.row, byte });
    if begin < place { begin } else { left(lines, place) }
}

/// To the end of the next word.
pub(super) fn word_right(lines: &[String], place: Place) -> Place {
    let after = &lines[place.row][place.byte..];
    if after.is_empty() {
        return right(lines, place);
    }
    let step =
        after.unicode_word_indices().next().map_or(after.len(), |(at, word)| at + word.len());
    settle(lines, Place { row: place.row, byte: place.byte + step })
}

/// `place`, or the next boundary between clusters when an edit made it fall inside one.
pub(super) fn settle(lines: &[String], place: Place) -> Place {
    let line = &lines[place.row];
    let mut cursor = GraphemeCursor::new(place.byte, line.len(), true);
    // The whole line is at hand, so the cursor never asks for more context.
    if cursor.is_boundary(line, 0).unwrap_or(true) {
        return place;
    }
    let byte = cursor.next_boundary(line, 0).ok().flatten().unwrap_or(line.len());
    Place { row: place.row, byte }
}

/// The end of the text.
pub(super) fn finish(lines: &[String]) -> Place {
    let row = lines.len() - 1;
    Place { row, byte: lines[row].len() }
}
