//! Answers set in type: said in words by [`compose()`], set on pages by [`layout()`], printed by [`pdf()`].
//!
//! Three pure functions in a row; the same data, fonts and time always give the same bytes. That is what a
//! verifier leans on: it prints the record again from the data inside it and compares.

mod accents;
pub mod compose;
mod data;
pub mod document;
pub mod fonts;
pub mod layout;
pub mod pdf;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
mod visible;

pub use compose::{Composition, Inquiry, Matter, Sources, compose};
pub use data::{
    ActionEntry, Assessed, AssessmentSummary, CommissionEntry, Content, DATA_VERSION,
    DepartmentSummary, EntrySummary, Frame, LAYOUT_VERSION, Lack, Outcome, PlanSummary, RecordData,
    RecordSummary, Register, RegisterEntry, Report, Signatory, StepSummary,
};
pub use document::Document;
pub use fonts::Fonts;
pub use layout::{LayoutError, Pages, layout};
pub use pdf::{PdfError, pdf, told};

/// A document cannot be printed.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// It cannot be set on pages.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// The pages cannot be written as PDF.
    #[error(transparent)]
    Pdf(#[from] PdfError),
}

/// Sets and prints `document`: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), unsigned.
pub fn render(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, RecordError> {
    let pages = layout(document, fonts)?;
    Ok(pdf(document, &pages, fonts)?)
}
