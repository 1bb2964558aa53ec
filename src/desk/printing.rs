//! Data to the bytes of a record, the same way when it is made and when it is checked.

use super::{DeskError, office::Asked};
use crate::{
    engine::Evaluation,
    format::{canonical_json, print_file, sha256},
    record::{
        Composition, Fonts, Pages, RecordData, RecordError, Sources, compose, document::Document,
        fonts::Letter, layout, pdf,
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

/// Sets the record of `data` on pages.
pub(super) fn set(
    data: &RecordData,
    asked: &Asked,
    evaluation: &Evaluation,
    fonts: &Fonts,
) -> Result<Proof, DeskError> {
    let json = canonical_json(data)?;
    let sources = Sources {
        json_sha256: sha256(&json),
        json,
        assessment: print_file(&data.assessment)?,
        questionnaire: asked.edition.text.to_string(),
    };
    let questionnaire = &asked.edition.questionnaire;
    let document = compose(&Composition { data, questionnaire, evaluation, sources: &sources });
    let pages = layout(&document, fonts).map_err(RecordError::from)?;
    Ok(Proof { document, pages })
}

impl Proof {
    /// The bytes of the record, unsigned.
    pub(super) fn print(&self, fonts: &Fonts) -> Result<Vec<u8>, DeskError> {
        Ok(pdf(&self.document, &self.pages, fonts).map_err(RecordError::from)?)
    }
}

/// The letters of a signature on the page.
pub(super) fn face(fonts: &Fonts) -> Face<'_> {
    let (ps_name, font) = fonts.file(Letter::Regular);
    Face { font, ps_name }
}
