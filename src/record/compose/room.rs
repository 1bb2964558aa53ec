//! How much of page 1 is left for its lists. An estimate in points that errs on the side of white: it knows no fonts.

use crate::record::{
    data::RecordData,
    document::{Text, Title, Verdict},
};

/// Height of the text of a page, without what the lists of page 1 need besides their items.
const DEPTH: usize = 640;
/// The head of page 1 with a title of one line, without its particulars.
const HEAD: usize = 81;
/// The box with the outcome, without its lines.
const BOX: usize = 62;
/// The places for one or two people to sign.
const SIGNATURES: usize = 166;
/// The most people for whom page 1 has a place to sign; where there are more, they sign on page 2.
const MOST_SIGNATORIES: usize = 2;
/// A line of an item.
const LINE: usize = 15;
/// White above an item.
const GAP: usize = 3;

/// Whether page 1 has the places to sign.
pub(super) fn signs_here(data: &RecordData) -> bool {
    data.signatories.len() <= MOST_SIGNATORIES
}

/// What is left of page 1 for its lists.
pub(super) fn left(data: &RecordData, title: &Title, verdict: &Verdict) -> usize {
    let rows = title.facts.chunks(2).map(|pair| {
        let deepest = pair.iter().map(|fact| lines(&fact.value, 38)).max().unwrap_or(1);
        17 + LINE * deepest
    });
    let head = HEAD + 30 * (title.title.chars().count().div_ceil(30).max(1) - 1);
    let outcome = BOX + 20 * lines(&verdict.sentence, 40);
    let signatures = if signs_here(data) { SIGNATURES } else { 0 };
    DEPTH.saturating_sub(head + rows.sum::<usize>() + outcome + signatures)
}

/// How many of `items` fit in `room`, and at least one; what they need is taken off.
pub(super) fn fitting(items: &[Text], room: &mut usize) -> usize {
    let mut count = 0;
    for item in items {
        let height = GAP + LINE * lines(item, 52);
        if count > 0 && height > *room {
            break;
        }
        *room = room.saturating_sub(height);
        count += 1;
    }
    count
}

/// How many lines `text` fills at most, at so many letters a line.
fn lines(text: &Text, letters: usize) -> usize {
    let count = |span: &str| span.chars().count();
    let all: usize = text.spans.iter().map(|span| count(&span.text)).sum();
    all.div_ceil(letters).max(1)
}
