//! What is painted, as `printpdf` operators; each passage between marks that say whose it is.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, DictItem, FontId, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Pt, Rect, Rgb, TextItem, serialize,
};

use super::PdfError;
use super::embed;
use super::objects::rounded;
use super::tags::tag;
use crate::record::document::Document;
use crate::record::fonts::{Fonts, Letter};
use crate::record::layout::{
    Colour, Ink, Owner, PAGE_HEIGHT, PAGE_WIDTH, Pages, Passage, Run, Sheet,
};

/// The letters of a font that are used: only these are put in the file.
#[derive(Default)]
struct Used {
    /// Those of ASCII, a bit each: nearly all there are.
    plain: u128,
    others: BTreeSet<char>,
}

impl Used {
    fn add(&mut self, text: &str) {
        for character in text.chars() {
            if character.is_ascii() {
                self.plain |= 1 << u32::from(character);
            } else {
                self.others.insert(character);
            }
        }
    }

    fn letters(mut self) -> BTreeSet<char> {
        let plain = (0..128_u8).filter(|code| self.plain >> code & 1 == 1).map(char::from);
        self.others.extend(plain);
        self.others
    }
}

/// The file as `printpdf` writes it: pages, their content and their fonts, and no more.
pub(super) fn write(
    document: &Document,
    pages: &Pages,
    fonts: &Fonts,
) -> Result<lopdf::Document, PdfError> {
    let mut used = BTreeMap::<Letter, Used>::new();
    let mut printed = PdfDocument::new(&document.title);
    for sheet in &pages.sheets {
        let mut writer = Writer { pages, fonts, used: &mut used, ops: Vec::new(), colour: None };
        writer.sheet(sheet);
        printed.pages.push(page(writer.ops));
    }
    for (letter, used) in used {
        let font = embed::cut(fonts.font(letter), &used.letters())?;
        printed.resources.fonts.map.insert(id(letter), PdfFont::new(font));
    }
    let options = PdfSaveOptions {
        optimize: true,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut warnings = Vec::new();
    let file = serialize::to_lopdf_doc(&printed, &options, &mut warnings);
    match warnings.into_iter().next() {
        Some(warning) => Err(PdfError::Content { page: warning.page, message: warning.msg }),
        None => Ok(file),
    }
}

fn page(ops: Vec<Op>) -> PdfPage {
    let mut page = PdfPage::new(Mm(210.0), Mm(297.0), ops);
    page.media_box = Rect::from_wh(Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT));
    page
}

/// The name of a font in the file.
fn id(letter: Letter) -> FontId {
    FontId(format!("{letter:?}"))
}

struct Writer<'a> {
    pages: &'a Pages,
    fonts: &'a Fonts,
    used: &'a mut BTreeMap<Letter, Used>,
    ops: Vec<Op>,
    colour: Option<Colour>,
}

impl Writer<'_> {
    fn sheet(&mut self, sheet: &Sheet) {
        let mut mcid = 0;
        for passage in &sheet.passages {
            self.passage(passage, &mut mcid);
        }
    }

    fn passage(&mut self, passage: &Passage, mcid: &mut i64) {
        if passage.inks.is_empty() {
            return;
        }
        match passage.owner {
            Owner::Element(element) => {
                let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(*mcid))]);
                self.ops.push(Op::BeginMarkedContentWithProperties {
                    tag: tag(self.pages.tree[element].role).to_owned(),
                    properties: DictItem::Dict { map },
                });
                *mcid += 1;
            }
            Owner::Artifact => self.ops.push(Op::BeginMarkedContent { tag: "Artifact".into() }),
        }
        passage.inks.iter().for_each(|ink| self.ink(ink));
        self.ops.push(Op::EndMarkedContent);
    }

    fn ink(&mut self, ink: &Ink) {
        match ink {
            Ink::Text { x, y, size, colour, runs } => {
                self.colour(*colour);
                self.ops.push(Op::StartTextSection);
                let pos = Point { x: Pt(rounded(*x)), y: Pt(rounded(PAGE_HEIGHT - y)) };
                self.ops.push(Op::SetTextCursor { pos });
                for run in runs {
                    self.run(run, *size);
                }
                self.ops.push(Op::EndTextSection);
            }
            Ink::Fill { x, y, width, height, colour } => {
                self.colour(*colour);
                let mut rectangle = Rect::from_xywh(
                    Pt(rounded(*x)),
                    Pt(rounded(PAGE_HEIGHT - y - height)),
                    Pt(rounded(*width)),
                    Pt(rounded(*height)),
                );
                rectangle.mode = Some(PaintMode::Fill);
                self.ops.push(Op::DrawRectangle { rectangle });
            }
        }
    }

    fn colour(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            let [r, g, b] = colour.rgb().map(|part| (f32::from(part) / 255.0 * 1e3).round() / 1e3);
            self.ops.push(Op::SetFillColor { col: Color::Rgb(Rgb::new(r, g, b, None)) });
            self.colour = Some(colour);
        }
    }

    fn run(&mut self, run: &Run, size: f32) {
        self.used.entry(run.letter).or_default().add(&run.text);
        let font = PdfFontHandle::External(id(run.letter));
        self.ops.push(Op::SetFont { font, size: Pt(size) });
        self.ops.push(Op::ShowText { items: self.kerned(run) });
    }

    /// The letters, with the spaces between two that stand closer or wider than their widths say.
    fn kerned(&self, run: &Run) -> Vec<TextItem> {
        let mut items = Vec::new();
        let mut letters = String::new();
        let mut before = None;
        for character in run.text.chars() {
            let kern = before.map_or(0.0, |before| self.fonts.kern(run.letter, before, character));
            if kern != 0.0 {
                items.push(TextItem::Text(std::mem::take(&mut letters)));
                items.push(TextItem::Offset(-kern));
            }
            letters.push(character);
            before = Some(character);
        }
        items.push(TextItem::Text(letters));
        // All pages are held until the last one is set: room that stays empty would be the most of it.
        items.shrink_to_fit();
        items
    }
}
