//! Data to the bytes of a record, the same way when it is made and when it is checked.

use super::{DeskError, office::Asked};
use crate::{
    format::{canonical_json, print_file, sha256},
    record::{
        Composition, Content, Fonts, Inquiry, Matter, Pages, RecordData, RecordError, Sources,
        compose, document::Document, fonts::Letter, layout, pdf,
    },
    signature::Face,
};

/// A record set on pages, not yet printed.
#[derive(Debug)]
pub(super) struct Proof {
    /// What the pages say.
    pub(super) document: Document,
    /// The pages.
    pub(super) pages: Pages,
}

/// Sets the record of `data` on pages; that of an assessment with what was asked.
pub(super) fn set(data: &RecordData, asked: Option<&Asked>) -> Result<Proof, DeskError> {
    let json = canonical_json(data)?;
    let sources = Sources { json_sha256: sha256(&json), json };
    let document = if let (Content::Assessment(assessed), Some(asked)) = (&data.content, asked) {
        let evaluation = asked.engine.evaluate(&assessed.assessment.answers);
        let matter = Matter::Assessment(Inquiry {
            data,
            assessed,
            questionnaire: &asked.edition.questionnaire,
            evaluation: &evaluation,
            ron: &print_file(&assessed.assessment)?,
            text: &asked.edition.text,
        });
        compose(&Composition { data, matter, sources: &sources })
    } else {
        let matter = Matter::of(data).ok_or(DeskError::Unfinished(1))?;
        compose(&Composition { data, matter, sources: &sources })
    };
    let pages = layout(&document, Fonts::shipped()?).map_err(RecordError::from)?;
    Ok(Proof { document, pages })
}

impl Proof {
    /// The bytes of the record, unsigned.
    pub(super) fn print(&self) -> Result<Vec<u8>, DeskError> {
        Ok(pdf(&self.document, &self.pages, Fonts::shipped()?).map_err(RecordError::from)?)
    }
}

/// The letters of a signature on the page.
pub(super) fn face() -> Face<'static> {
    let (ps_name, font) = Letter::Regular.file();
    Face { font, ps_name }
}
