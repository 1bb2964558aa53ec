//! Headings, paragraphs, asides, lists and facts.

use super::LayoutError;
use super::build::{Builder, Cell, Shape};
use super::grid::{BODY, Colour, HEADINGS, INDENT, LABEL, Lane, SIDE_HEADING, SMALL};
use super::lines;
use super::pages::{Numbering, Role};
use super::strip::Panel;
use crate::record::document::{Check, Fact, Mark, Text};

/// White between two paragraphs.
const GAP: f32 = 6.0;

impl Builder<'_> {
    /// A heading with its bookmark; a section's has a rule above it.
    pub(super) fn heading(&mut self, level: u8, text: &str) -> Result<(), LayoutError> {
        let level = level.clamp(1, 3);
        let (element, bookmark) = self.headed(level, text);
        if level == 3
            && let Some(strip) = self.strips.last_mut()
        {
            // A small heading says something about what stands right above it.
            strip.keep = true;
        }
        let after_heading = self.strips.last().is_some_and(|strip| strip.bookmark.is_some());
        let style = HEADINGS[usize::from(level - 1)];
        let (before, top, bottom) = match level {
            1 => (30.0, 10.0, 6.0),
            _ if after_heading => (4.0, 0.0, 4.0),
            2 => (20.0, 0.0, 4.0),
            _ => (12.0, 0.0, 1.0),
        };
        let lane = if level < 3 { Lane::FULL } else { Lane::TEXT };
        let from = self.strips.len();
        let words = Text::from(text);
        let shape = Shape { before, top, bottom, whole: 4, keep: true, ..Shape::default() };
        self.flow(&Cell::new(&words, lane, style, element), shape)?;
        let strip = &mut self.strips[from];
        strip.bookmark = Some(bookmark);
        if level == 1 {
            strip.rule(Lane::FULL, 0.0, 0.9, Colour::Ink);
        }
        Ok(())
    }

    /// A heading in the column of labels, level with the block after it; false if it is too long for that.
    pub(super) fn side_heading(&mut self, text: &str) -> Result<bool, LayoutError> {
        let words = Text::from(text);
        let lane = Lane::LABEL.narrowed(Lane::LABEL.width - 10.0);
        let lines = lines::lines(self.fonts, &words, SIDE_HEADING, lane.width)?.len();
        if lines > 3 {
            return Ok(false);
        }
        let (element, bookmark) = self.headed(2, text);
        let from = self.strips.len();
        let shape = Shape { before: 20.0, whole: 3, keep: true, ..Shape::default() };
        self.flow(&Cell::new(&words, lane, SIDE_HEADING, element), shape)?;
        let strip = &mut self.strips[from];
        strip.bookmark = Some(bookmark);
        self.beside = Some(std::mem::take(&mut strip.height));
        Ok(true)
    }

    /// The element and the bookmark of a heading. In the tree a level is never skipped (PDF/UA-1, 7.4.2).
    fn headed(&mut self, level: u8, text: &str) -> (usize, (u8, String)) {
        self.open.retain(|open| *open < level);
        self.open.push(level);
        let depth = u8::try_from(self.open.len()).unwrap_or(u8::MAX);
        let element = self.tree.add(Role::Heading(depth), Some(self.document));
        (element, (level, text.to_owned()))
    }

    /// Running text.
    pub(super) fn paragraph(&mut self, text: &Text) -> Result<(), LayoutError> {
        let element = self.tree.add(Role::Paragraph, Some(self.document));
        let shape = Shape { before: GAP, ..Shape::default() };
        self.flow(&Cell::new(text, Lane::TEXT, BODY, element), shape)
    }

    /// A link on a line of its own; on paper one must be able to read where it leads.
    pub(super) fn reference(&mut self, words: &str, url: &str) -> Result<(), LayoutError> {
        let text = Text::new().link(words, url);
        self.paragraph(&if words == url { text } else { text.plain(format!("\n{url}")) })
    }

    /// An aside: its label stands beside it, a bar before it.
    pub(super) fn note(&mut self, label: &str, text: &Text) -> Result<(), LayoutError> {
        let panel = self.panels.len();
        let bar = (2.0, Colour::Rule);
        self.panels.push(Panel { lane: Lane::TEXT, ground: None, bar, frame: None });
        let division = self.tree.add(Role::Division, Some(self.document));
        let name = self.tree.add(Role::Paragraph, Some(division));
        let body = self.tree.add(Role::Paragraph, Some(division));
        let label = Text::from(label);
        let cells = [
            Cell::new(&label, Lane::LABEL, LABEL, name),
            Cell::new(text, Lane::TEXT.indented(11.0), SMALL, body),
        ];
        let shape = Shape { before: GAP + 3.0, panel: Some(panel), ..Shape::default() };
        self.row(&cells, shape)
    }

    /// A list with bullets or numbers.
    pub(super) fn list(&mut self, items: &[Text], numbered: bool) -> Result<(), LayoutError> {
        let numbering = if numbered { Numbering::Decimal } else { Numbering::Disc };
        let marked = items.iter().enumerate().map(|(index, text)| {
            let mark = if numbered { format!("{}.", index + 1) } else { "•".to_owned() };
            (mark, text)
        });
        self.marked(numbering, marked.collect())
    }

    /// A list in which each item has its own mark.
    pub(super) fn checks(&mut self, items: &[Check]) -> Result<(), LayoutError> {
        let mark = |mark| match mark {
            Mark::Done => "✓",
            Mark::Open => "☐",
            Mark::NotApplicable => "–",
        };
        let marked = items.iter().map(|item| (mark(item.mark).to_owned(), &item.text));
        self.marked(Numbering::None, marked.collect())
    }

    fn marked(
        &mut self,
        numbering: Numbering,
        items: Vec<(String, &Text)>,
    ) -> Result<(), LayoutError> {
        let list = self.tree.add(Role::List(numbering), Some(self.document));
        for (index, (mark, text)) in items.into_iter().enumerate() {
            let item = self.tree.add(Role::Item, Some(list));
            let label = self.tree.add(Role::Label, Some(item));
            let body = self.tree.add(Role::Body, Some(item));
            let mark = Text::new().strong(mark);
            let style = BODY.coloured(Colour::Accent);
            let cells = [
                Cell::new(&mark, Lane::TEXT.narrowed(INDENT + 8.0), style, label),
                Cell::new(text, Lane::TEXT.indented(INDENT), BODY, body),
            ];
            let before = if index == 0 { GAP } else { 2.5 };
            self.row(&cells, Shape { before, whole: 3, ..Shape::default() })?;
        }
        Ok(())
    }

    /// Words and what they stand for: a list for who listens, two columns for who looks.
    pub(super) fn facts(&mut self, facts: &[Fact]) -> Result<(), LayoutError> {
        let list = self.tree.add(Role::List(Numbering::None), Some(self.document));
        let mut rows = Vec::new();
        for (index, fact) in facts.iter().enumerate() {
            let item = self.tree.add(Role::Item, Some(list));
            let label = self.tree.add(Role::Label, Some(item));
            let body = self.tree.add(Role::Body, Some(item));
            let words = Text::from(fact.label.as_str());
            let cells = [
                Cell::new(&words, Lane::LABEL, LABEL, label),
                Cell::new(&fact.value, Lane::TEXT, BODY, body),
            ];
            let before = if index == 0 { GAP } else { 0.0 };
            let from = self.strips.len();
            let shape = Shape { before, top: 3.0, bottom: 3.0, whole: 4, ..Shape::default() };
            self.row(&cells, shape)?;
            self.strips[from].rule(Lane::FULL, 0.0, 0.4, Colour::Rule);
            rows.push(from..self.strips.len());
        }
        self.close(0.4, Colour::Rule);
        // No fact or two alone at the foot of a page under their heading, and no fact alone at its head.
        let late = rows.len().saturating_sub(2);
        let held = rows.iter().enumerate().filter(|(at, _)| *at == late || *at < 2 && *at < late);
        for (_, row) in held.filter(|(_, row)| row.len() == 1 && rows.len() > 1) {
            self.strips[row.start].keep = true;
        }
        Ok(())
    }

    /// A rule under the last strip.
    pub(super) fn close(&mut self, thickness: f32, colour: Colour) {
        if let Some(strip) = self.strips.last_mut() {
            let height = strip.height;
            strip.rule(Lane::FULL, height, thickness, colour);
        }
    }
}
