//! What a prose field must do, by subject.

mod draws;
mod edits;
mod laws;
mod moves;
mod wraps;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Drawn, Place, Prose, ProseStyle};
use crate::tui::widgets::Outcome;

const TEXT: &str = "Wij bewaren de collectie, inclusief metadata (en 'born-digital' materiaal), op een NAS; \
    zie www.voorbeeld.nl/informatieplan-2027 voor de Collectie-informatieplanprocedurebeschrijvingen.";

fn press(prose: &mut Prose, code: KeyCode) -> Outcome {
    prose.handle(KeyEvent::new(code, KeyModifiers::NONE))
}

fn press_with(prose: &mut Prose, modifiers: KeyModifiers, code: KeyCode) -> Outcome {
    prose.handle(KeyEvent::new(code, modifiers))
}

fn control(prose: &mut Prose, letter: char) -> Outcome {
    press_with(prose, KeyModifiers::CONTROL, KeyCode::Char(letter))
}

fn type_in(prose: &mut Prose, text: &str) {
    for c in text.chars() {
        let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
        assert_eq!(press(prose, code), Outcome::Changed);
    }
}

fn place(row: usize, byte: usize) -> Place {
    Place { row, byte }
}

/// A field of `width` by `height` with the caret at a place.
fn field(text: &str, (width, height): (u16, u16), caret: Place) -> Prose {
    let mut prose = Prose::new(text);
    prose.fit(width, height);
    prose.put_caret(caret, false);
    prose
}

/// The drawn lines between bars, with the column of the caret behind its line and combining accents made visible.
fn picture(prose: &Prose, width: u16, height: u16) -> String {
    let (lines, drawn) = drawn(prose, width, height);
    let caret = drawn.caret.expect("there is room");
    let pictures = lines.iter().enumerate().map(|(y, line)| {
        let line = line.replace('\u{301}', "´");
        let mark =
            if usize::from(caret.y) == y { format!(" caret {}", caret.x) } else { String::new() };
        format!("|{line}|{mark}")
    });
    pictures.collect::<Vec<_>>().join("\n")
}

fn drawn(prose: &Prose, width: u16, height: u16) -> (Vec<String>, Drawn) {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let drawn = prose.draw(area, &mut buf, &ProseStyle::default());
    let lines = (0..height).map(|y| {
        // A wide character covers the cell after it.
        let mut covered = 0;
        let cells = (0..width).filter_map(|x| {
            if covered > 0 {
                covered -= 1;
                return None;
            }
            let symbol = buf[(x, y)].symbol();
            covered = super::wrap::cluster_columns(symbol).saturating_sub(1);
            Some(symbol)
        });
        cells.collect::<String>()
    });
    (lines.collect(), drawn)
}
