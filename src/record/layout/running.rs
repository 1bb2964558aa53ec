//! What stands at the edge of every page: the title, the record's short hash, and "3 van 9".

use super::LayoutError;
use super::grid::{Colour, FINE, FOOTER, LEFT, Lane, MEASURE, RIGHT, RUNNING_HEAD, Style};
use super::lines::{self, Line};
use super::pages::{Ink, Owner, Pages, Passage};
use crate::record::document::{Document, Text};
use crate::record::fonts::Fonts;

/// Writes the footer on every page, and the running head on all but the first.
pub(super) fn number(
    pages: &mut Pages,
    document: &Document,
    fonts: &Fonts,
) -> Result<(), LayoutError> {
    let count = pages.sheets.len();
    let hash = line(fonts, &document.identifier, FINE, MEASURE * 0.7)?;
    let title = line(fonts, &document.title, FINE, MEASURE * 0.6)?;
    let author = line(fonts, &document.author, FINE, MEASURE * 0.38)?;
    for (index, sheet) in pages.sheets.iter_mut().enumerate() {
        let page = line(fonts, &format!("{} van {count}", index + 1), FINE.strong(), MEASURE)?;
        let mut inks = vec![rule(FOOTER - 15.0)];
        inks.extend(at(&hash, LEFT, FOOTER, FINE.colour));
        inks.extend(at(&page, RIGHT - page.width, FOOTER, Colour::Ink));
        if index > 0 {
            inks.extend(at(&title, LEFT, RUNNING_HEAD, FINE.colour));
            inks.extend(at(&author, RIGHT - author.width, RUNNING_HEAD, FINE.colour));
        }
        sheet.passages.push(Passage { owner: Owner::Artifact, inks });
    }
    Ok(())
}

fn rule(y: f32) -> Ink {
    let Lane { left: x, width } = Lane::FULL;
    Ink::Fill { x, y, width, height: 0.4, colour: Colour::Rule }
}

/// The first line of `text`; what does not fit gives way to an ellipsis.
fn line(fonts: &Fonts, text: &str, style: Style, measure: f32) -> Result<Line, LayoutError> {
    let mut shown = text.to_owned();
    loop {
        let mut lines = lines::lines(fonts, &Text::from(shown.as_str()), style, measure)?;
        if lines.len() == 1 {
            return Ok(lines.remove(0));
        }
        let cut = shown.trim_end_matches('…').trim_end();
        let end = cut.char_indices().next_back().map_or(0, |(end, _)| end);
        shown = format!("{}…", cut[..end].trim_end());
    }
}

fn at(line: &Line, x: f32, y: f32, colour: Colour) -> Vec<Ink> {
    let ink = |piece: &lines::LinePiece| Ink::Text {
        x: x + piece.x,
        y,
        size: FINE.size,
        colour,
        runs: piece.runs.clone(),
    };
    line.pieces.iter().map(ink).collect()
}
