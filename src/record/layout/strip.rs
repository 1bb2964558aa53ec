//! Strips: what is painted across the measure between two places where a page may end.

use super::grid::{Colour, Lane};
use super::pages::{AreaKind, Element, Ink, Owner, Part, Role};

/// What is painted across the measure; y counts from the strip's top. A page ends between two strips, never in one.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// Its height.
    pub(super) height: f32,
    /// White above it; falls away at the top of a page.
    pub(super) before: f32,
    /// Stays with the strip after it.
    pub(super) keep: bool,
    /// Starts a new page.
    pub(super) breaks: bool,
    /// What is painted.
    pub(super) passages: Vec<(Owner, Vec<Ink>)>,
    /// Links and fields, as left, top, right and bottom.
    pub(super) areas: Vec<(usize, [f32; 4], AreaKind)>,
    /// The box it is in.
    pub(super) panel: Option<usize>,
    /// The repeated head (of a table) that stands above it on a new page.
    pub(super) head: Option<usize>,
    /// The bookmark that leads to it.
    pub(super) bookmark: Option<(u8, String)>,
}

impl Strip {
    /// An empty strip.
    pub(super) fn of_height(height: f32) -> Self {
        Self { height, ..Self::default() }
    }

    /// Paints `inks` for `owner`.
    pub(super) fn paint(&mut self, owner: Owner, inks: Vec<Ink>) {
        match self.passages.last_mut() {
            Some((last, painted)) if *last == owner => painted.extend(inks),
            _ => self.passages.push((owner, inks)),
        }
    }

    /// Paints a rule at `y`, before everything else.
    pub(super) fn rule(&mut self, lane: Lane, y: f32, thickness: f32, colour: Colour) {
        let rule = Ink::Fill {
            x: lane.left,
            y: y - thickness / 2.0,
            width: lane.width,
            height: thickness,
            colour,
        };
        self.passages.insert(0, (Owner::Artifact, vec![rule]));
    }

    /// The same strip, painted for nobody: a head that is repeated.
    pub(super) fn as_artifact(&self) -> Self {
        let inks = self.passages.iter().flat_map(|(_, inks)| inks.clone()).collect();
        Self {
            height: self.height,
            before: self.before,
            passages: vec![(Owner::Artifact, inks)],
            ..Self::default()
        }
    }
}

/// A box behind strips that follow each other; on two pages it is two boxes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Panel {
    /// Where it stands.
    pub(super) lane: Lane,
    /// Its ground.
    pub(super) ground: Option<Colour>,
    /// Thickness and colour of the bar at its left edge.
    pub(super) bar: (f32, Colour),
    /// Thickness and colour of the lines around it.
    pub(super) frame: Option<(f32, Colour)>,
}

/// The tree of the document, growing.
#[derive(Debug, Default)]
pub(super) struct Tree {
    elements: Vec<Element>,
}

impl Tree {
    /// Adds an element at the end of `parent`.
    pub(super) fn add(&mut self, role: Role, parent: Option<usize>) -> usize {
        let element = self.elements.len();
        self.elements.push(Element { role, parent, parts: Vec::new() });
        if let Some(parent) = parent {
            self.elements[parent].parts.push(Part::Element(element));
        }
        element
    }

    /// Adds what was painted at the end of `element`.
    pub(super) fn place(&mut self, element: usize, part: Part) {
        self.elements[element].parts.push(part);
    }

    /// The finished tree.
    pub(super) fn finish(self) -> Vec<Element> {
        self.elements
    }
}
