//! What a verifier has to tell; never just yes or no.

use std::ops::Range;

use jiff::{Timestamp, Zoned};

use super::{PRODUCER, certificate::Certificate, claim::Signer, problem::Problem};

/// How a file stands as a whole.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Standing {
    /// Every signature holds, and every signer is trusted.
    Valid,
    /// Every signature holds, but at least one signer is not among the trusted.
    ValidUnknownSigner,
    /// The file is one of ours and was signed, and bytes were changed or added since.
    Modified,
    /// The file, a signature or a certificate is not usable, or the file is not one of ours.
    Invalid,
    /// A signed file of another program. Its signatures are told of; it is none of our records, whatever they are worth.
    NotOurs,
    /// A well-formed file without any signature.
    Unsigned,
}

/// One signature in a file.
#[derive(Clone, Debug, Default)]
pub struct SignatureReport {
    /// Name of the signature field.
    pub field: String,
    /// The name as claimed; when there are no problems, it is the certificate's too.
    pub name: String,
    /// The role as claimed.
    pub role: String,
    /// The reason as claimed.
    pub reason: String,
    /// The time as claimed, by the clock of the signer's device.
    pub time: Option<Zoned>,
    /// Whom the certificate names.
    pub signer: Option<Signer>,
    /// The certificate itself.
    pub certificate: Option<Certificate>,
    /// SHA-256 of the certificate in groups of four digits; empty without a certificate.
    pub fingerprint: String,
    /// Which revision this is: 1 for the first signature.
    pub revision: usize,
    /// The bytes of this revision in the file.
    pub range: Range<usize>,
    /// The signed range as the file states it (offset, length, offset, length); empty when unreadable.
    pub byte_range: Vec<usize>,
    /// Whether this signature certifies the file.
    pub certifies: bool,
    /// Whether the signer is trusted.
    pub known: bool,
    /// Everything that is wrong with this signature.
    pub problems: Vec<Problem>,
}

/// One stamp in a file: someone else says when the file, as it was up to there, existed.
#[derive(Clone, Debug, Default)]
pub struct StampReport {
    /// When, by the clock of the authority.
    pub time: Option<Timestamp>,
    /// Whom the authority's certificate names.
    pub authority: Signer,
    /// The certificate itself.
    pub certificate: Option<Certificate>,
    /// SHA-256 of the certificate in groups of four digits; empty without a certificate.
    pub fingerprint: String,
    /// The rules by which the authority works, as an object identifier.
    pub policy: String,
    /// The authority's own number of the stamp, in hexadecimal digits.
    pub serial: String,
    /// Which revision this is: 1 for the first after the file as first written.
    pub revision: usize,
    /// The bytes of this revision in the file.
    pub range: Range<usize>,
    /// The stamped range as the file states it (offset, length, offset, length); empty when unreadable.
    pub byte_range: Vec<usize>,
    /// Whether the authority, or one above it in the stamp, is trusted.
    pub known: bool,
    /// Everything that is wrong with this stamp.
    pub problems: Vec<Problem>,
}

/// The outcome of verifying a file.
#[derive(Clone, Debug)]
pub struct Verification {
    /// How the file stands as a whole.
    pub standing: Standing,
    /// Whether the file carries the mark of our records. Tells a foreign PDF from a changed record; proves nothing.
    pub ours: bool,
    /// The signatures in the order in which they were placed.
    pub signatures: Vec<SignatureReport>,
    /// The stamps in the order in which they were placed.
    pub stamps: Vec<StampReport>,
    /// Signature fields that are still empty.
    pub open_fields: Vec<String>,
    /// Everything that is wrong outside the signatures.
    pub problems: Vec<Problem>,
    /// How many bytes the file had before the first signature; `None` when that cannot be read. The caller renders
    /// the record again and compares: nothing in here can tell what stood in a file before it was signed.
    pub base_length: Option<usize>,
    /// How many revisions could be read, the unsigned one included.
    pub revisions: usize,
}

impl Verification {
    /// Problems of the file, of every signature and of every stamp, each once.
    pub fn all_problems(&self) -> Vec<Problem> {
        let signatures = self.signatures.iter().flat_map(|report| &report.problems);
        let stamps = self.stamps.iter().flat_map(|report| &report.problems);
        let all = self.problems.iter().chain(signatures).chain(stamps);
        let mut all: Vec<Problem> = all.copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Decides the standing from everything else. A foreign PDF without any trace of a signature is unsigned, however it is
    /// written: that it is not written as our records are says nothing about it.
    pub(super) fn decide(&mut self, marks: Marks) {
        let problems = self.all_problems();
        let traces = marks.signed || !self.signatures.is_empty();
        let foreign = marks.pdf && !self.ours;
        self.standing = if !traces && (foreign || problems.is_empty()) {
            Standing::Unsigned
        } else if foreign && !self.signatures.is_empty() {
            Standing::NotOurs
        } else if self.ours && traces && problems.iter().any(|problem| problem.is_change()) {
            Standing::Modified
        } else if !problems.is_empty() || self.signatures.is_empty() {
            Standing::Invalid
        } else if self.signatures.iter().all(|report| report.known) {
            Standing::Valid
        } else {
            Standing::ValidUnknownSigner
        };
    }
}

/// What the raw bytes of a file tell, however broken it is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Marks {
    /// Whether there is the mark of our records: a literal `/Producer` string that starts with [`PRODUCER`].
    pub(super) ours: bool,
    /// Whether anything tells of a signature.
    pub(super) signed: bool,
    /// Whether it begins and ends as a PDF does (ISO 32000-1, 7.5.2 and 7.5.5).
    pub(super) pdf: bool,
}

impl Marks {
    /// Looks at every name in the file once.
    pub(super) fn of(pdf: &[u8]) -> Self {
        const TRACES: [&[u8]; 4] = [b"/ByteRange", b"/ETSI.", b"/Adobe.PPK", b"/adbe."];
        let mut marks = Self { pdf: is_whole(pdf), ..Self::default() };
        let names = pdf.iter().enumerate().filter(|(_, byte)| **byte == b'/');
        for (at, _) in names {
            let name = &pdf[at..];
            marks.signed |= TRACES.iter().any(|trace| name.starts_with(trace));
            marks.ours |= name.strip_prefix(b"/Producer").is_some_and(is_our_name);
        }
        marks
    }
}

fn is_our_name(value: &[u8]) -> bool {
    let text = value.trim_ascii_start().strip_prefix(b"(");
    text.is_some_and(|text| text.starts_with(PRODUCER.as_bytes()))
}

/// Whether `pdf` has a PDF's first line, and its last ones near the end.
fn is_whole(pdf: &[u8]) -> bool {
    let tail = &pdf[pdf.len().saturating_sub(1024)..];
    let ends = |mark: &[u8]| tail.windows(mark.len()).any(|window| window == mark);
    pdf.starts_with(b"%PDF-") && ends(b"startxref") && ends(b"%%EOF")
}
