//! Verifying: a file from its first byte to its last, one revision after another.

use super::{
    MAX_PDF_BYTES, MAX_SIGNATURES,
    certificate::Trust,
    contents::Contents,
    fonts::Face,
    foreign,
    inspect::Inspection,
    pdf::{Document, Field, read_revision, skip_header},
    problem::Problem,
    stamp,
    verification::{Marks, SignatureReport, StampReport, Standing, Verification},
};

/// Verifies every signature in `pdf`; never fails, whatever the bytes are.
///
/// `face` must be the font that the visible blocks were signed with.
pub fn verify(pdf: &[u8], trust: &Trust, face: &Face<'_>) -> Verification {
    examine(pdf, trust, face).0
}

/// Verifies `pdf` as [`verify`] does, and opens it as [`Contents::open`] does, reading it once. What is not ours is not opened.
pub fn examine<'a>(
    pdf: &'a [u8],
    trust: &Trust,
    face: &Face<'_>,
) -> (Verification, Option<Contents<'a>>) {
    let mut contents = None;
    let mut verification = Verification {
        standing: Standing::Invalid,
        ours: false,
        signatures: Vec::new(),
        stamps: Vec::new(),
        open_fields: Vec::new(),
        problems: Vec::new(),
        base_length: None,
        revisions: 0,
    };
    if pdf.len() > MAX_PDF_BYTES {
        verification.problems.push(Problem::TooLarge);
        return (verification, contents);
    }
    let marks = Marks::of(pdf);
    verification.ours = marks.ours;
    if marks.ours {
        if let Err(problem) = read(pdf, (trust, face), &mut verification, &mut contents) {
            verification.problems.push(problem);
        }
    } else {
        look(pdf, trust, &mut verification);
    }
    verification.decide(marks);
    (verification, contents)
}

/// A file of another program: its signatures are told of, and nothing else is asked of it.
fn look(pdf: &[u8], trust: &Trust, verification: &mut Verification) {
    verification.problems.push(Problem::NotOurs);
    verification.signatures = foreign::signatures(pdf, trust);
    if verification.signatures.last().is_some_and(|last| last.range.end != pdf.len()) {
        verification.problems.push(Problem::Added);
    }
}

fn read<'a>(
    pdf: &'a [u8],
    (trust, face): (&Trust, &Face<'_>),
    verification: &mut Verification,
    contents: &mut Option<Contents<'a>>,
) -> Result<(), Problem> {
    let base = read_revision(pdf, skip_header(pdf)?, None)?;
    verification.base_length = Some(base.range.end);
    verification.revisions = 1;
    if base.forbidden {
        verification.problems.push(Problem::BaseForbidden);
    }
    let mut document = Document::new(pdf, &base);
    *contents = Some(Contents::of(document.clone()));
    document.fields()?;
    while document.end < pdf.len() {
        if verification.revisions > MAX_SIGNATURES {
            return Err(Problem::TooManyRevisions);
        }
        let revision = read_revision(pdf, document.end, Some(document.cross_reference))?;
        let number = verification.revisions;
        if let Some(inspection) = Inspection::open(pdf, &document, &revision) {
            let report = inspection.report(trust, *face);
            verification.signatures.push(SignatureReport { revision: number, ..report });
        } else if let Some(inspection) = stamp::Inspection::open(pdf, &document, &revision) {
            let report = inspection.report(trust);
            verification.stamps.push(StampReport { revision: number, ..report });
        } else {
            verification.problems.push(Problem::NotASignature);
        }
        document.advance(&revision);
        verification.revisions += 1;
    }
    let fields = document.fields()?;
    let open = fields.into_iter().filter(|field: &Field<'_>| !field.is_signed());
    verification.open_fields = open.map(|field| field.name).collect();
    Ok(())
}
