//! Parts of a whole: a bar that needs no colour, and the same in words.

use super::LayoutError;
use super::build::{Builder, Cell, Shape};
use super::front::frame;
use super::grid::{Colour, Lane, SMALL};
use super::pages::{Ink, Numbering, Owner, Role};
use crate::record::document::{Bar, Text};

/// Width of the bars.
const WIDTH: f32 = 76.0;
/// Their height.
const HEIGHT: f32 = 7.0;
/// White beside them.
const GUTTER: f32 = 10.0;
/// Width of the words behind them.
const WORDS: f32 = 104.0;

impl Builder<'_> {
    /// A list in which each item is a label, a bar and words.
    pub(super) fn bars(&mut self, bars: &[Bar]) -> Result<(), LayoutError> {
        let list = self.tree.add(Role::List(Numbering::None), Some(self.document));
        let text = Lane::TEXT.narrowed(Lane::TEXT.width - WIDTH - WORDS - 2.0 * GUTTER);
        let left = text.left + text.width + GUTTER;
        let words = Lane { left: left + WIDTH + GUTTER, width: WORDS };
        for bar in bars {
            let item = self.tree.add(Role::Item, Some(list));
            let label = self.tree.add(Role::Label, Some(item));
            let body = self.tree.add(Role::Body, Some(item));
            let (name, value) = (Text::from(bar.label.as_str()), Text::from(bar.value.as_str()));
            let cells =
                [Cell::new(&name, text, SMALL, label), Cell::new(&value, words, SMALL, body)];
            let from = self.strips.len();
            self.row(&cells, Shape { before: 2.5, whole: 4, ..Shape::default() })?;
            self.strips[from].paint(Owner::Artifact, drawn(bar, left));
        }
        Ok(())
    }
}

/// A frame, filled from the left as far as things are done.
fn drawn(bar: &Bar, left: f32) -> Vec<Ink> {
    let top = (SMALL.lead - HEIGHT) / 2.0;
    let mut inks = frame([left, top, left + WIDTH, top + HEIGHT], 0.6, Colour::Quiet);
    if bar.whole > 0 && bar.part > 0 {
        #[expect(clippy::cast_precision_loss, reason = "a bar is no more exact than the eye")]
        let part = (bar.part as f32 / bar.whole as f32).min(1.0);
        let (width, height) = (WIDTH * part, HEIGHT);
        inks.push(Ink::Fill { x: left, y: top, width, height, colour: Colour::Accent });
    }
    inks
}
