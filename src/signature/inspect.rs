//! One signature under the magnifying glass: read its claim, write it again, compare, check the CMS.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::{
    certificate::Trust,
    claim::{Claim, read_pdf_date},
    cms,
    error::SignError,
    fonts::Face,
    hex,
    pdf::{Dict, Document, Revision, Value},
    problem::Problem,
    update::{self, CONTENTS_BYTES, ROLE, Update},
    verification::SignatureReport,
};

/// A revision that adds a signature, with the file before it and after it.
pub(super) struct Inspection<'a> {
    before: &'a Document<'a>,
    range: Range<usize>,
    /// The field's name.
    field: String,
    /// The signature dictionary.
    dict: Dict<'a>,
    /// The whole file.
    pdf: &'a [u8],
}

impl<'a> Inspection<'a> {
    /// Finds the signature dictionary and the field; `None` when the revision is not a signature at all.
    pub(super) fn open(
        pdf: &'a [u8],
        before: &'a Document<'a>,
        revision: &Revision<'a>,
    ) -> Option<Self> {
        let signature = before.highest() + 1;
        let mut after = before.clone();
        after.advance(revision);
        let Value::Dict(dict) = after.object(signature)? else { return None };
        if !revision.objects.contains_key(&signature) || !dict.get("Type")?.is_name("Sig") {
            return None;
        }
        let fields = before.fields().ok()?;
        let mut changed =
            fields.into_iter().filter(|field| revision.objects.contains_key(&field.number));
        let field = changed.next().filter(|_| changed.next().is_none())?;
        Some(Self { before, range: revision.range.clone(), field: field.name, dict, pdf })
    }

    /// Everything there is to say about the signature.
    pub(super) fn report(&self, trust: &Trust, face: Face<'_>) -> SignatureReport {
        let mut report = SignatureReport {
            field: self.field.clone(),
            range: self.range.clone(),
            byte_range: self.byte_range().unwrap_or_default(),
            certifies: self.dict.get("Reference").is_some(),
            ..SignatureReport::default()
        };
        if !self.dict.get("SubFilter").is_some_and(|kind| kind.is_name("ETSI.CAdES.detached")) {
            report.problems.push(Problem::SubFilter);
        }
        match self.claim() {
            Some(claim) => self.compare(claim, face, &mut report),
            None => report.problems.push(Problem::Claim),
        }
        match self.contents() {
            Some(contents) => self.check_cms(&contents, trust, &mut report),
            None => report.problems.push(Problem::Contents),
        }
        report.problems.sort_unstable();
        report.problems.dedup();
        report
    }

    fn claim(&self) -> Option<Claim> {
        let optional = |key| match self.dict.get(key) {
            Some(value) => value.text().filter(|text| !text.is_empty()),
            None => Some(String::new()),
        };
        Some(Claim {
            field: self.field.clone(),
            name: self.dict.get("Name")?.text()?,
            role: optional(ROLE)?,
            reason: optional("Reason")?,
            time: read_pdf_date(&self.dict.get("M")?.text()?)?,
            certify: self.dict.get("Reference").is_some(),
        })
    }

    /// Writes the revision again from its claim and compares all bytes but those of the CMS.
    fn compare(&self, claim: Claim, face: Face<'_>, report: &mut SignatureReport) {
        match update::write(self.before, &claim, face) {
            Ok(update) => {
                if !self.is_same(&update) {
                    report.problems.push(Problem::RevisionDiffers);
                }
                // The place of the contents does not depend on anything that the rest of the revision holds.
                let Range { start, end } = update.contents;
                if report.byte_range != [0, start, end, self.range.end.saturating_sub(end)] {
                    report.problems.push(Problem::ByteRange);
                }
            }
            Err(SignError::LateCertification) => report.problems.push(Problem::LateCertification),
            Err(SignError::NoField(_) | SignError::Signed(_)) => {
                report.problems.push(Problem::Field);
            }
            Err(SignError::Claim(_)) => report.problems.push(Problem::Claim),
            Err(_) => report.problems.push(Problem::RevisionDiffers),
        }
        report.name = claim.name;
        report.role = claim.role;
        report.reason = claim.reason;
        report.time = Some(claim.time);
    }

    fn is_same(&self, update: &Update) -> bool {
        let actual = &self.pdf[self.range.clone()];
        let start = update.contents.start + 1 - self.range.start;
        let end = update.contents.end - 1 - self.range.start;
        actual.len() == update.bytes.len()
            && actual[..start] == update.bytes[..start]
            && actual[end..] == update.bytes[end..]
    }

    fn byte_range(&self) -> Option<Vec<usize>> {
        let Value::Array(numbers) = self.dict.get("ByteRange")? else { return None };
        numbers.iter().take(8).map(Value::integer).collect()
    }

    /// The CMS without its padding: lower-case digits, exactly the room kept, zeros behind the outermost structure.
    fn contents(&self) -> Option<Vec<u8>> {
        let Value::Text(written) = self.dict.get("Contents")? else { return None };
        let digits = written.strip_prefix(b"<")?.strip_suffix(b">")?;
        let mut bytes = hex::read_lower(digits).filter(|bytes| bytes.len() == CONTENTS_BYTES)?;
        let [0x30, 0x82, high, low, ..] = bytes[..] else { return None };
        let length = 4 + usize::from(u16::from_be_bytes([high, low]));
        let padding = bytes.get(length..)?;
        if padding.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.truncate(length);
        Some(bytes)
    }

    fn check_cms(&self, contents: &[u8], trust: &Trust, report: &mut SignatureReport) {
        let checked = cms::check(contents, &self.digest(&report.byte_range));
        report.problems.extend(checked.problems);
        let Some(certificate) = checked.certificate else { return };
        let second = report.time.as_ref().map_or(i64::MIN, |time| time.timestamp().as_second());
        report.problems.extend(certificate.problems(second));
        let signer = certificate.signer();
        if signer.name != report.name {
            report.problems.push(Problem::CertificateName);
        }
        report.known = trust.knows(&certificate, second);
        report.fingerprint = certificate.fingerprint();
        report.signer = Some(signer);
        report.certificate = Some(certificate);
    }

    /// SHA-256 over the stated ranges; over nothing when they do not lie in the file.
    fn digest(&self, byte_range: &[usize]) -> [u8; 32] {
        let mut digest = Sha256::new();
        for pair in byte_range.chunks(2).take(2) {
            if let [start, length] = *pair
                && let Some(bytes) = self.pdf.get(start..).and_then(|rest| rest.get(..length))
            {
                digest.update(bytes);
            }
        }
        digest.finalize().into()
    }
}
