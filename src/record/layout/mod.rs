//! Blocks set on A4: what stands where, on which page, and what it means.
//!
//! A block becomes strips, cut where a page may end; the strips are then dealt out over pages. Headings stay
//! with what they head, lines do not stand alone, and a table's head comes back. What comes out knows no PDF.

mod answer;
mod bars;
mod blocks;
mod build;
mod front;
mod grid;
mod lines;
mod pages;
mod paginate;
mod running;
mod strip;
mod table;
#[cfg(test)]
mod tests;

pub use grid::Colour;
pub(super) use grid::{PAGE_HEIGHT, PAGE_WIDTH};
pub use pages::{
    Area, AreaKind, Bookmark, Element, Ink, Numbering, Owner, Pages, Part, Passage, Role, Run,
    Sheet,
};

use super::document::{Block, Document};
use super::fonts::Fonts;
use build::Builder;

/// A document cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// No font has this character; it is never printed as an empty box.
    #[error("no font has the character {character:?} (U+{code:04X}) in \"{context}\"", code = u32::from(*character))]
    Glyph {
        /// The character.
        character: char,
        /// The words around it.
        context: String,
    },
    /// A table without columns, with a row of more cells than columns, or with a column too narrow for text.
    #[error("the rows of table \"{caption}\" do not fit its columns")]
    Table {
        /// Its caption.
        caption: String,
    },
}

/// Sets `document` on A4 pages.
pub fn layout(document: &Document, fonts: &Fonts) -> Result<Pages, LayoutError> {
    let mut builder = Builder::new(fonts);
    let mut breaks = false;
    for (index, block) in document.blocks.iter().enumerate() {
        let from = builder.strips.len();
        builder.block_before(block, document.blocks.get(index + 1))?;
        if let Some(first) = builder.strips.get_mut(from) {
            first.breaks = breaks;
        }
        breaks = matches!(block, Block::PageBreak);
        let above = index.checked_sub(1).and_then(|above| document.blocks.get(above));
        if opens(above, block, document.blocks.get(index + 1)) {
            builder.hold_opening(from);
        }
    }
    builder.hold_ending();
    let mut pages = paginate::paginate(builder);
    running::number(&mut pages, document, fonts)?;
    Ok(pages)
}

impl Builder<'_> {
    /// Sets `block`; a short heading of a part stands beside `next`, if that leaves room for it.
    fn block_before(&mut self, block: &Block, next: Option<&Block>) -> Result<(), LayoutError> {
        let from = self.strips.len();
        if let (Block::Heading { level: 2, text }, Some(next)) = (block, next)
            && leaves_labels_free(next)
            && !text.is_empty()
            && self.side_heading(text)?
        {
            return Ok(());
        }
        if says_nothing(block) {
            return Ok(());
        }
        let headed = from.checked_sub(1).is_some_and(|last| self.strips[last].bookmark.is_some());
        self.block(block)?;
        if headed
            && !matches!(block, Block::Heading { .. } | Block::Verdict(_))
            && let Some(first) = self.strips.get_mut(from)
        {
            // A heading brings the white below it.
            first.before = first.before.min(2.0);
        }
        if let Some(height) = self.beside.take() {
            if let Some(first) = self.strips.get_mut(from) {
                first.before = 0.0;
            }
            let missing = height - self.height_from(from);
            if let Some(last) = self.strips.last_mut() {
                last.height += missing.max(0.0);
            }
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), LayoutError> {
        match block {
            Block::Title(title) => self.title(title),
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => self.paragraph(text),
            Block::Note { label, text } => self.note(label, text),
            Block::List { items, numbered } => self.list(items, *numbered),
            Block::Checks(items) => self.checks(items),
            Block::Facts(facts) => self.facts(facts),
            Block::Bars(bars) => self.bars(bars),
            Block::Table(table) => self.table(table),
            Block::Answer(answer) => self.answer(answer),
            Block::Signatures(fields) => self.signatures(fields),
            Block::Fingerprint { label, digits } => self.fingerprint(label, digits),
            Block::Link { text, url } => self.reference(text, url),
            Block::PageBreak => Ok(()),
        }
    }
}

/// Whether `block` only says what comes after it: the one paragraph between a heading and, say, its list.
fn opens(above: Option<&Block>, block: &Block, next: Option<&Block>) -> bool {
    matches!((above, block), (Some(Block::Heading { .. }), Block::Paragraph(_)))
        && next.is_some_and(|next| {
            !matches!(
                next,
                Block::Paragraph(_) | Block::Heading { level: 1, .. } | Block::PageBreak
            )
        })
}

/// Whether nothing would be set: an element without content helps nobody who listens.
fn says_nothing(block: &Block) -> bool {
    match block {
        Block::Paragraph(text) => text.is_empty(),
        Block::Heading { text, .. } | Block::Link { text, .. } => text.is_empty(),
        Block::List { items, .. } => items.is_empty(),
        Block::Checks(items) => items.is_empty(),
        Block::Facts(facts) => facts.is_empty(),
        Block::Bars(bars) => bars.is_empty(),
        Block::Table(table) => table.rows.is_empty(),
        Block::Signatures(fields) => fields.is_empty(),
        _ => false,
    }
}

/// Whether a block uses only the column of text.
fn leaves_labels_free(block: &Block) -> bool {
    match block {
        Block::Paragraph(_)
        | Block::Link { .. }
        | Block::List { .. }
        | Block::Checks(_)
        | Block::Bars(_) => !says_nothing(block),
        _ => false,
    }
}
