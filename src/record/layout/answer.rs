//! A question with its answer, kept together on one page if that can be.

use super::LayoutError;
use super::build::{Builder, Cell, Shape};
use super::grid::{BODY, Colour, DEPTH, FINE, LABEL, Lane, SMALL};
use super::pages::Role;
use crate::record::document::{Answer, Text};

/// An answer up to this many letters is set bold: it is a choice, not an account.
const SHORT: usize = 60;
/// The part of a page up to which question, answer and notes stay together.
const TOGETHER: f32 = 0.4;

impl Builder<'_> {
    /// A question with its answer, notes and source.
    pub(super) fn answer(&mut self, answer: &Answer) -> Result<(), LayoutError> {
        let from = self.strips.len();
        let division = self.tree.add(Role::Division, Some(self.document));
        self.question(answer, division)?;
        if !answer.answer.is_empty() {
            self.given(&answer.answer, division)?;
        }
        for note in &answer.notes {
            let text = said(&note.label, &note.value);
            let element = self.tree.add(Role::Paragraph, Some(division));
            let shape = Shape { before: 3.0, whole: 3, ..Shape::default() };
            self.flow(&Cell::new(&text, Lane::TEXT.indented(12.0), SMALL, element), shape)?;
        }
        if let Some(source) = &answer.source {
            let element = self.tree.add(Role::Paragraph, Some(division));
            let shape = Shape { before: 2.0, whole: 3, ..Shape::default() };
            self.flow(&Cell::new(source, Lane::TEXT, FINE, element), shape)?;
        }
        if let Some(last) = self.strips.last_mut() {
            last.height += 7.0;
        }
        if self.height_from(from) <= DEPTH * TOGETHER {
            self.hold(from);
        }
        Ok(())
    }

    fn question(&mut self, answer: &Answer, division: usize) -> Result<(), LayoutError> {
        let element = self.tree.add(Role::Paragraph, Some(division));
        let number = Text::new().strong(&answer.number);
        let cells = [
            Cell::new(&number, Lane::LABEL, LABEL.coloured(Colour::Accent), element),
            Cell::new(&answer.question, Lane::TEXT, BODY, element),
        ];
        let from = self.strips.len();
        let cells = if answer.number.is_empty() { &cells[1..] } else { &cells[..] };
        self.row(cells, Shape { top: 6.0, whole: 8, keep: true, ..Shape::default() })?;
        self.strips[from].rule(Lane::FULL, 0.0, 0.4, Colour::Rule);
        Ok(())
    }

    fn given(&mut self, answer: &Text, division: usize) -> Result<(), LayoutError> {
        let words = answer.words();
        let short = words.chars().count() <= SHORT && !words.contains('\n');
        let style = if short { BODY.strong() } else { BODY };
        let element = self.tree.add(Role::Paragraph, Some(division));
        let shape = Shape { before: 2.0, whole: 2, ..Shape::default() };
        self.flow(&Cell::new(answer, Lane::TEXT, style, element), shape)
    }
}

/// "Notitie" in bold, and what it says behind it.
fn said(label: &str, text: &Text) -> Text {
    let mut said = Text::new();
    if !label.is_empty() {
        said = said.strong(label).plain("  ");
    }
    said.spans.extend(text.spans.iter().cloned());
    said
}
