//! Pages to bytes: PDF 1.7 (ISO 32000-1) that is PDF/A-3a and PDF/UA-1 at once.
//!
//! `printpdf` writes what is painted and the fonts; `lopdf` adds what it lacks: the tree of tags, metadata, bookmarks,
//! attachments, links and empty signature fields. Nothing else in the house names either crate. The file is classic:
//! one table of objects, no object streams, so that a signature can be added by appending.

mod areas;
mod attachments;
mod content;
mod embed;
mod metadata;
mod objects;
mod outline;
mod tags;
#[cfg(test)]
mod tests;
mod told;

pub use told::told;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::document::Document;
use super::fonts::Fonts;
use super::layout::Pages;

/// Pages cannot be written as PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font cannot be cut down to the letters that are used.
    #[error("font {name} cannot be cut: {source}")]
    Font {
        /// Which font.
        name: &'static str,
        /// Why not.
        source: subsetter::Error,
    },
    /// The page writer left something out.
    #[error("page {page}: {message}")]
    Content {
        /// The page, counted from 1.
        page: usize,
        /// What it says.
        message: String,
    },
    /// The page writer's file does not hang together.
    #[error("the file does not hang together: {0}")]
    Structure(#[from] lopdf::Error),
    /// The bytes cannot be written.
    #[error("the file cannot be written: {0}")]
    Write(#[from] std::io::Error),
}

/// A file that is being made: its objects, and where its pages are.
struct File<'a> {
    objects: lopdf::Document,
    sheets: Vec<ObjectId>,
    document: &'a Document,
    pages: &'a Pages,
}

/// Writes `pages` of `document` as PDF/A-3a and PDF/UA-1.
///
/// The catalog's `/AcroForm` is an object of its own, each signature field an empty `/Sig` widget; an update can fill
/// them without touching anything else. `/Producer` is the document's mark.
pub fn pdf(document: &Document, pages: &Pages, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let objects = content::write(document, pages, fonts)?;
    let sheets = objects.get_pages().into_values().collect();
    let mut file = File { objects, sheets, document, pages };
    let areas = file.areas();
    let mut catalog = file.catalog(fonts.profile())?;
    file.outline(&mut catalog);
    file.attachments(&mut catalog);
    file.form(&areas, &mut catalog);
    file.tags(&areas, &mut catalog);
    file.finish_sheets(&areas)?;
    let root = file.objects.trailer.get(b"Root")?.as_reference()?;
    file.objects.objects.insert(root, Object::Dictionary(catalog));
    file.info()?;
    file.save()
}

impl File<'_> {
    /// The catalog, with what does not hang on the text.
    fn catalog(&mut self, profile: &[u8]) -> Result<Dictionary, PdfError> {
        let root = self.objects.trailer.get(b"Root")?.as_reference()?;
        let pages = self.objects.get_dictionary(root)?.get(b"Pages")?.clone();
        let profile = Stream::new(dictionary! {"N" => 3}, profile.to_vec());
        let profile = self.objects.add_object(profile);
        let intent = dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFA1",
            "OutputConditionIdentifier" => Object::string_literal("sRGB"),
            "Info" => Object::string_literal("sRGB IEC61966-2.1"),
            "DestOutputProfile" => profile,
        };
        Ok(dictionary! {
            "Type" => "Catalog",
            "Pages" => pages,
            "Lang" => Object::string_literal(self.document.lang.as_str()),
            "Metadata" => self.metadata(),
            "OutputIntents" => vec![Object::Dictionary(intent)],
            "ViewerPreferences" => dictionary! {"DisplayDocTitle" => true},
        })
    }

    /// Ties each page to its tags and areas, and takes off it what printpdf put there in vain.
    fn finish_sheets(&mut self, areas: &[ObjectId]) -> Result<(), PdfError> {
        for (index, sheet) in self.sheets.iter().enumerate() {
            let on_sheet = self.pages.areas.iter().zip(areas);
            let annotations: Vec<Object> = on_sheet
                .filter(|(area, _)| area.sheet == index)
                .map(|(_, id)| Object::Reference(*id))
                .collect();
            let page = self.objects.get_dictionary_mut(*sheet)?;
            page.remove(b"TrimBox");
            page.remove(b"CropBox");
            page.remove(b"Annots");
            if !annotations.is_empty() {
                page.set("Annots", annotations);
            }
            page.set("StructParents", objects::integer(index));
            page.set("Tabs", "S");
        }
        Ok(())
    }

    fn save(mut self) -> Result<Vec<u8>, PdfError> {
        "1.7".clone_into(&mut self.objects.version);
        self.objects.binary_mark = vec![0xE2, 0xE3, 0xCF, 0xD3];
        objects::prune(&mut self.objects);
        objects::fold(&mut self.objects);
        let mut bytes = Vec::new();
        self.objects.save_to(&mut bytes)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
