//! Letters of four rows high, for words that must be read at the back of a room.

use crate::tui::canvas::Canvas;
use ratatui::{layout::Rect, style::Style, text::Line, widgets::Widget as _};
use std::borrow::Cow;
use tui_big_text::{BigText, PixelSize};

/// Columns of a big letter, and rows of a line of them.
const LETTER: (u16, u16) = (4, 4);

/// `text` in lines of big letters, at most so many of them; nothing when it does not fit, or a letter cannot be drawn.
fn lines(text: &str, width: u16, most: usize) -> Option<Vec<String>> {
    let letters = usize::from(width / LETTER.0);
    // What the font of these letters has: those of western Europe.
    if letters == 0 || text.chars().any(|c| !(' '..='\u{ff}').contains(&c)) {
        return None;
    }
    let whole = textwrap::Options::new(letters).break_words(false);
    let lines: Vec<String> = textwrap::wrap(text, whole).into_iter().map(Cow::into_owned).collect();
    let fits = lines.len() <= most && lines.iter().all(|line| line.chars().count() <= letters);
    fits.then_some(lines)
}

/// How many rows `text` takes in so many columns and rows: as big letters, or as plain ones.
pub(super) fn height(text: &str, width: u16, rows: u16) -> u16 {
    let most = usize::from(rows / LETTER.1);
    match lines(text, width, most) {
        Some(lines) => u16::try_from(lines.len()).unwrap_or(0) * LETTER.1,
        None => u16::try_from(plain(text, width).len()).unwrap_or(0),
    }
}

fn plain(text: &str, width: u16) -> Vec<String> {
    let lines = textwrap::wrap(text, usize::from(width.max(8)));
    lines.into_iter().map(Cow::into_owned).collect()
}

/// Draws `text` at the top of `area` as big as it fits, and says how many rows it took.
pub(super) fn draw(text: &str, area: Rect, style: Style, canvas: &mut Canvas<'_>) -> u16 {
    let text = crate::tui::flow::visible(text);
    let area = area.intersection(canvas.buffer.area);
    let most = usize::from(area.height / LETTER.1);
    if let Some(lines) = lines(&text, area.width, most) {
        let lines: Vec<Line<'_>> = lines.into_iter().map(Line::from).collect();
        let size = PixelSize::Quadrant;
        BigText::builder()
            .pixel_size(size)
            .style(style)
            .lines(lines)
            .build()
            .render(area, canvas.buffer);
    } else {
        let lines = plain(&text, area.width);
        canvas.lines(area, lines.into_iter().map(|line| Line::styled(line, style)));
    }
    height(&text, area.width, area.height).min(area.height)
}
