//! The votes in words, numbers and bars.

use super::{ballot, label};
use crate::{
    model::{Id, Question, Tally, Vote},
    tui::{canvas::Canvas, flow, words::Meet, world::World},
};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr as _;

/// Each value that can be voted for, with how often it was; abstentions last, if there are any.
fn counts(world: &World, question: &Question, tally: &Tally) -> Vec<(String, usize)> {
    let values = ballot(question);
    let chosen =
        values.iter().map(|value| (label(world, question, value), tally.of(value.as_str())));
    let abstained = tally.of(Vote::ABSTAINED);
    let abstained =
        (abstained > 0).then(|| (world.words.meet(Meet::Abstained).to_owned(), abstained));
    chosen.chain(abstained).collect()
}

/// The votes in a line: "3 × ja, 1 × nee".
pub(super) fn counted(world: &World, question: &Question, tally: &Tally) -> String {
    let some = counts(world, question, tally).into_iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> =
        some.map(|(name, count)| format!("{count} × {}", name.to_lowercase())).collect();
    told.join(", ")
}

/// The value that most voted for, where it is an answer to `question`.
pub(super) fn proposal(question: &Question, tally: &Tally) -> Option<Id> {
    tally.most().filter(|value| question.values().contains(value)).cloned()
}

/// How many rows the picture takes, with so many rows a value.
pub(super) fn height(world: &World, question: &Question, tally: &Tally, step: u16) -> u16 {
    u16::try_from(counts(world, question, tally).len()).unwrap_or(0) * step
}

/// Draws a bar a value, as long as it has votes, with its name and number: nothing is told by length or colour alone.
pub(super) fn draw(
    world: &World,
    (question, tally): (&Question, &Tally),
    (area, step): (Rect, u16),
    canvas: &mut Canvas<'_>,
) {
    let counts = counts(world, question, tally);
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let names = counts.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let names = names.min(usize::from(area.width) * 2 / 5);
    let room = usize::from(area.width).saturating_sub(names + 8).min(usize::from(flow::MEASURE));
    for (place, (name, count)) in counts.iter().enumerate() {
        let y = area.y + u16::try_from(place).unwrap_or(0) * step;
        let row = Rect { y, height: 1, ..area }.intersection(area);
        let name = flow::cut(&flow::visible(name), names);
        let gap = " ".repeat(names.saturating_sub(name.width()));
        let bar = "█".repeat(room * count / most);
        let line = format!("{name}{gap}  {count:>2}  {bar}");
        canvas.text(row, &line, canvas.theme.strong);
        // A bar of two rows is seen from further away.
        if step > 2 {
            let row = Rect { y: row.y + 1, ..row }.intersection(area);
            let line = format!("{}{bar}", " ".repeat(names + 6));
            canvas.text(row, &line, canvas.theme.strong);
        }
    }
}
