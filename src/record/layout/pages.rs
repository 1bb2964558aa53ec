//! The record on paper: what is painted where, and the tree that says what it means.
//!
//! Lengths are points; x runs from the left edge of the paper, y from its top edge down.

use super::grid::Colour;
use crate::record::fonts::Letter;

/// A set record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    /// The sheets, in order.
    pub sheets: Vec<Sheet>,
    /// What the text is; element 0 is the whole document.
    pub tree: Vec<Element>,
    /// Bookmarks, in reading order.
    pub bookmarks: Vec<Bookmark>,
    /// Links and signature fields, in reading order.
    pub areas: Vec<Area>,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What is painted, in order.
    pub passages: Vec<Passage>,
}

/// What is painted for one element, or for nobody who reads.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Whose it is.
    pub owner: Owner,
    /// What is painted.
    pub inks: Vec<Ink>,
}

/// Whose a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// An element of the tree.
    Element(usize),
    /// No-one: rules, boxes, page numbers (ISO 32000-1, 14.8.2.2: artifacts).
    Artifact,
}

/// One thing painted.
#[derive(Clone, Debug, PartialEq)]
pub enum Ink {
    /// Letters on a baseline.
    Text {
        /// Left end of the baseline.
        x: f32,
        /// The baseline.
        y: f32,
        /// Size of the letters.
        size: f32,
        /// Their colour.
        colour: Colour,
        /// The letters, by font; each run starts where the one before it ends.
        runs: Vec<Run>,
    },
    /// A filled rectangle.
    Fill {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Its colour.
        colour: Colour,
    },
}

/// Letters of one font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The font.
    pub letter: Letter,
    /// The letters.
    pub text: String,
}

/// A part of the document and what it means (ISO 32000-1, 14.8.4).
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// The element it is a part of; none for the document itself.
    pub parent: Option<usize>,
    /// What it consists of, in reading order.
    pub parts: Vec<Part>,
}

/// A part of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Another element.
    Element(usize),
    /// A passage: sheet, and its place on that sheet.
    Passage(usize, usize),
    /// A link or a signature field.
    Area(usize),
}

/// What an element is (ISO 32000-1, 14.8.4: standard structure types).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the standard's")]
pub enum Role {
    Document,
    Division,
    Heading(u8),
    Paragraph,
    Span,
    Link,
    List(Numbering),
    Item,
    Label,
    Body,
    Table,
    Caption,
    TableHead,
    TableBody,
    Row,
    ColumnHeading,
    RowHeading,
    Cell,
    Form,
}

/// How the items of a list are marked (ISO 32000-1, table 347).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// By nothing that counts.
    None,
    /// By bullets.
    Disc,
    /// By numbers.
    Decimal,
}

/// A bookmark.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// 1 for the outermost.
    pub level: u8,
    /// Its words.
    pub title: String,
    /// The sheet it leads to, counted from 0.
    pub sheet: usize,
    /// The place on that sheet.
    pub y: f32,
}

/// A part of a page that does something.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The sheet it is on, counted from 0.
    pub sheet: usize,
    /// Left, top, right and bottom.
    pub bounds: [f32; 4],
    /// What it does.
    pub kind: AreaKind,
    /// The element it belongs to.
    pub element: usize,
}

/// What an area does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AreaKind {
    /// Leads outside.
    Link {
        /// Where to.
        url: String,
        /// The words that are shown.
        text: String,
    },
    /// Waits for a signature.
    Signature {
        /// Name of the form field.
        name: String,
        /// What it is called for who cannot see it (PDF/UA-1, 7.18.4).
        description: String,
    },
}

impl Pages {
    /// The text in reading order: the order of the tree, one entry for each element that has text of its own.
    pub fn reading(&self) -> Vec<String> {
        let mut texts: Vec<(usize, String)> = Vec::new();
        for Spot { block, sheet, place } in self.places() {
            let words = self.sheets[sheet].passages[place].words();
            match texts.last_mut() {
                Some((last, text)) if *last == block => text.push_str(&words),
                _ => texts.push((block, words)),
            }
        }
        texts.into_iter().map(|(_, text)| text.trim_end().to_owned()).collect()
    }

    /// The text of each page in reading order, without page numbers and repeated heads: a line for each element, with its mark or
    /// name before it. Before a heading stands an empty line, and before what stands apart: the outcome, a question with its answer.
    pub fn sheets_as_text(&self) -> Vec<String> {
        let mut sheets = vec![String::new(); self.sheets.len()];
        let mut before: Vec<Option<usize>> = vec![None; self.sheets.len()];
        for Spot { block, sheet, place } in self.places() {
            let text = &mut sheets[sheet];
            match before[sheet].replace(block) {
                Some(last) if last != block => self.part(last, block, text),
                _ => {}
            }
            text.push_str(&self.sheets[sheet].passages[place].words());
        }
        sheets
    }

    /// Ends what stands in `text`, of the element `last`, so that `next` can follow.
    fn part(&self, last: usize, next: usize, text: &mut String) {
        text.truncate(text.trim_end().len());
        text.push_str(match (self.tree[last].role, self.tree[next].role) {
            (_, Role::Heading(_)) => "\n\n",
            _ if self.division(next).is_some_and(|begun| self.division(last) != Some(begun)) => {
                "\n\n"
            }
            (Role::Label, Role::Body) if text.ends_with(char::is_alphabetic) => ": ",
            (Role::Label, Role::Body) => " ",
            (_, Role::ColumnHeading | Role::RowHeading | Role::Cell)
                if self.tree[last].parent == self.tree[next].parent =>
            {
                " · "
            }
            _ => "\n",
        });
    }

    /// What the element is a part of, if that stands apart: a question with its answer, or the outcome.
    fn division(&self, element: usize) -> Option<usize> {
        self.tree[element].parent.filter(|parent| self.tree[*parent].role == Role::Division)
    }

    /// Every passage that belongs to an element, in the order of the tree.
    fn places(&self) -> Vec<Spot> {
        let mut places = Vec::new();
        if !self.tree.is_empty() {
            self.visit(0, 0, &mut places);
        }
        places
    }

    fn visit(&self, element: usize, block: usize, places: &mut Vec<Spot>) {
        let inline = matches!(self.tree[element].role, Role::Span | Role::Link);
        let block = if inline { block } else { element };
        for part in &self.tree[element].parts {
            match *part {
                Part::Passage(sheet, place) => places.push(Spot { block, sheet, place }),
                Part::Element(child) => self.visit(child, block, places),
                Part::Area(_) => {}
            }
        }
    }
}

/// Where a passage is, and of which element that is not a piece of a line.
struct Spot {
    block: usize,
    sheet: usize,
    place: usize,
}

impl Passage {
    /// The letters of the passage; a space stands where a line was broken at a space.
    pub fn words(&self) -> String {
        let runs = self.inks.iter().filter_map(|ink| match ink {
            Ink::Text { runs, .. } => Some(runs),
            Ink::Fill { .. } => None,
        });
        runs.flatten().map(|run| run.text.as_str()).collect()
    }
}
