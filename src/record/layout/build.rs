//! From blocks to strips: the one place where text is set in a lane.

use super::LayoutError;
use super::grid::{DEPTH, Lane, Style};
use super::lines::{self, Line};
use super::pages::{AreaKind, Ink, Owner, Role};
use super::strip::{Panel, Strip, Tree};
use crate::record::document::{Align, Text};
use crate::record::fonts::Fonts;

/// How many lines a paragraph has at most that stays with what it opens.
const OPENING: usize = 3;
/// The part of a page up to which what stands under the last heading stays together.
const ENDING: f32 = 0.4;

/// What grows while the blocks of a document are set.
pub(super) struct Builder<'a> {
    /// The fonts.
    pub(super) fonts: &'a Fonts,
    /// The strips so far.
    pub(super) strips: Vec<Strip>,
    /// The tree so far.
    pub(super) tree: Tree,
    /// The boxes behind strips.
    pub(super) panels: Vec<Panel>,
    /// The heads that are repeated.
    pub(super) heads: Vec<Vec<Strip>>,
    /// The document in the tree.
    pub(super) document: usize,
    /// The levels of the headings that are open, outermost first; a title is level 0.
    pub(super) open: Vec<u8>,
    /// Height of the heading that stands beside the next block.
    pub(super) beside: Option<f32>,
}

/// Text in a lane.
pub(super) struct Cell<'t> {
    /// The text.
    pub(super) text: &'t Text,
    /// Where.
    pub(super) lane: Lane,
    /// How.
    pub(super) style: Style,
    /// At which side of the lane.
    pub(super) align: Align,
    /// As what.
    pub(super) element: usize,
}

impl<'t> Cell<'t> {
    /// Text at the left of a lane.
    pub(super) fn new(text: &'t Text, lane: Lane, style: Style, element: usize) -> Self {
        Self { text, lane, style, align: Align::Left, element }
    }
}

/// How cells beside each other become strips.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    /// White above.
    pub(super) before: f32,
    /// Room within the strip, above the first line.
    pub(super) top: f32,
    /// Room within the strip, below the last line.
    pub(super) bottom: f32,
    /// Up to how many lines stay together in one strip.
    pub(super) whole: usize,
    /// The box it is in.
    pub(super) panel: Option<usize>,
    /// All of it stays with what follows.
    pub(super) keep: bool,
}

/// A cell with its text in lines.
struct SetCell {
    lines: Vec<Line>,
    lane: Lane,
    style: Style,
    align: Align,
    /// For each span: whose it is, and where it leads.
    spans: Vec<(usize, Option<AreaKind>)>,
}

impl<'a> Builder<'a> {
    /// Nothing set yet.
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        let mut tree = Tree::default();
        let document = tree.add(Role::Document, None);
        Self {
            fonts,
            strips: Vec::new(),
            tree,
            panels: Vec::new(),
            heads: Vec::new(),
            document,
            open: Vec::new(),
            beside: None,
        }
    }

    /// Sets `cells` beside each other, their first lines on one baseline.
    pub(super) fn row(&mut self, cells: &[Cell<'_>], shape: Shape) -> Result<(), LayoutError> {
        let cells = cells.iter().map(|cell| self.set(cell)).collect::<Result<Vec<_>, _>>()?;
        let lead = cells.iter().map(|cell| cell.style.lead).fold(0.0, f32::max);
        let rise = cells.iter().map(|cell| cell.style.rise()).fold(0.0, f32::max);
        let deepest = cells.iter().map(SetCell::depth).fold(lead, f32::max);
        let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
        let from = self.strips.len();
        if count <= shape.whole.max(1) {
            let mut strip = Strip::of_height(deepest);
            for cell in &cells {
                cell.paint_all(rise, &mut strip);
            }
            self.strips.push(strip);
        } else {
            for index in 0..count {
                let mut strip = Strip::of_height(lead);
                for cell in &cells {
                    cell.paint(index, rise, &mut strip);
                }
                // No line alone at the foot of a page, and none at its head.
                strip.keep = index == 0 || index + 2 == count;
                self.strips.push(strip);
            }
        }
        self.finish_row(from, shape);
        Ok(())
    }

    /// Sets `text` in `lane`; a page may end in it.
    pub(super) fn flow(&mut self, cell: &Cell<'_>, shape: Shape) -> Result<(), LayoutError> {
        self.row(std::slice::from_ref(cell), shape)
    }

    /// An empty strip that stays with what follows.
    pub(super) fn room(&mut self, height: f32, panel: Option<usize>) {
        self.strips.push(Strip { keep: true, panel, ..Strip::of_height(height) });
    }

    /// Keeps the strips from `from` on together, but for the last.
    pub(super) fn hold(&mut self, from: usize) {
        let last = self.strips.len().saturating_sub(1);
        self.strips[from..last].iter_mut().for_each(|strip| strip.keep = true);
    }

    /// Keeps a few lines that open a part, the strips from `from` on, with what they open.
    pub(super) fn hold_opening(&mut self, from: usize) {
        if self.strips.len() <= from + OPENING {
            self.strips[from..].iter_mut().for_each(|strip| strip.keep = true);
        }
    }

    /// Keeps what stands under the last heading together, unless it is much: no last page with a line or two.
    pub(super) fn hold_ending(&mut self) {
        let last = self.strips.iter().rposition(|strip| strip.bookmark.is_some());
        if let Some(from) = last.filter(|from| self.height_from(*from) <= DEPTH * ENDING) {
            self.hold(from);
        }
    }

    /// Height of the strips from `from` on.
    pub(super) fn height_from(&self, from: usize) -> f32 {
        self.strips[from..].iter().map(|strip| strip.before + strip.height).sum()
    }

    fn finish_row(&mut self, from: usize, shape: Shape) {
        let strips = &mut self.strips[from..];
        if let Some(first) = strips.first_mut() {
            first.before = shape.before;
            push_down(first, shape.top);
        }
        if let Some(last) = strips.last_mut() {
            last.height += shape.bottom;
        }
        for strip in strips {
            strip.panel = shape.panel;
            strip.keep |= shape.keep;
        }
    }

    fn set(&mut self, cell: &Cell<'_>) -> Result<SetCell, LayoutError> {
        let lines = lines::lines(self.fonts, cell.text, cell.style, cell.lane.width)?;
        Ok(SetCell {
            lines,
            lane: cell.lane,
            style: cell.style,
            align: cell.align,
            spans: self.spans(cell),
        })
    }

    /// An element for each span; a text without links is the cell's element itself.
    fn spans(&mut self, cell: &Cell<'_>) -> Vec<(usize, Option<AreaKind>)> {
        let spans = &cell.text.spans;
        if spans.iter().all(|span| span.url.is_none()) {
            return vec![(cell.element, None); spans.len()];
        }
        let of = |span: &crate::record::document::Span| match &span.url {
            Some(url) => {
                let kind = AreaKind::Link { url: url.clone(), text: span.text.clone() };
                (self.tree.add(Role::Link, Some(cell.element)), Some(kind))
            }
            None => (self.tree.add(Role::Span, Some(cell.element)), None),
        };
        spans.iter().map(of).collect()
    }
}

/// Moves what is painted on `strip` down by `by`, and makes it that much higher.
fn push_down(strip: &mut Strip, by: f32) {
    strip.height += by;
    for (_, inks) in &mut strip.passages {
        for ink in inks {
            match ink {
                Ink::Text { y, .. } | Ink::Fill { y, .. } => *y += by,
            }
        }
    }
    for (_, bounds, _) in &mut strip.areas {
        bounds[1] += by;
        bounds[3] += by;
    }
}

impl SetCell {
    fn depth(&self) -> f32 {
        f32::from(u16::try_from(self.lines.len()).unwrap_or(u16::MAX)) * self.style.lead
    }

    fn paint_all(&self, rise: f32, strip: &mut Strip) {
        let mut baseline = rise;
        for line in &self.lines {
            self.paint_line(line, baseline, strip);
            baseline += self.style.lead;
        }
    }

    fn paint(&self, index: usize, rise: f32, strip: &mut Strip) {
        if let Some(line) = self.lines.get(index) {
            self.paint_line(line, rise, strip);
        }
    }

    fn paint_line(&self, line: &Line, baseline: f32, strip: &mut Strip) {
        let x = match self.align {
            Align::Left => self.lane.left,
            Align::Right => self.lane.left + self.lane.width - line.width,
        };
        for piece in &line.pieces {
            let (element, kind) = &self.spans[piece.span];
            let left = x + piece.x;
            let mut inks = Vec::new();
            let mut colour = self.style.colour;
            if let Some(kind) = kind {
                colour = super::grid::Colour::Accent;
                let (y, height) = (baseline + self.style.size * 0.14, 0.5);
                inks.push(Ink::Fill { x: left, y, width: piece.width, height, colour });
                let bounds = [
                    left,
                    baseline - self.style.size,
                    left + piece.width,
                    baseline + self.style.size * 0.3,
                ];
                strip.areas.push((*element, bounds, kind.clone()));
            }
            let runs = piece.runs.clone();
            inks.push(Ink::Text { x: left, y: baseline, size: self.style.size, colour, runs });
            strip.paint(Owner::Element(*element), inks);
        }
    }
}
