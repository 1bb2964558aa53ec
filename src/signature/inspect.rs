//! One signature under the magnifying glass: read its claim, write it again, compare, check the CMS.

use super::{
    certificate::Trust,
    claim::{Claim, read_pdf_date},
    cms,
    error::SignError,
    fonts::Face,
    pdf::{Document, Revision, Value},
    place::Place,
    problem::Problem,
    update::{self, CONTENTS_BYTES, ROLE},
    verification::SignatureReport,
};

/// A revision that adds a signature, with the file before it and after it.
pub(super) struct Inspection<'a> {
    before: &'a Document<'a>,
    /// The field's name.
    field: String,
    place: Place<'a>,
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
        let place = Place { pdf, range: revision.range.clone(), dict };
        Some(Self { before, field: field.name, place })
    }

    /// Everything there is to say about the signature.
    pub(super) fn report(&self, trust: &Trust, face: Face<'_>) -> SignatureReport {
        let mut report = SignatureReport {
            field: self.field.clone(),
            range: self.place.range.clone(),
            byte_range: self.place.byte_range(),
            certifies: self.place.dict.get("Reference").is_some(),
            ..SignatureReport::default()
        };
        if !self.place.dict.get("SubFilter").is_some_and(|kind| kind.is_name("ETSI.CAdES.detached"))
        {
            report.problems.push(Problem::SubFilter);
        }
        match self.claim() {
            Some(claim) => self.compare(claim, face, &mut report),
            None => report.problems.push(Problem::Claim),
        }
        match self.place.contents(CONTENTS_BYTES) {
            Some(contents) => self.check_cms(&contents, trust, &mut report),
            None => report.problems.push(Problem::Contents),
        }
        report.problems.sort_unstable();
        report.problems.dedup();
        report
    }

    fn claim(&self) -> Option<Claim> {
        let optional = |key| match self.place.dict.get(key) {
            Some(value) => value.text().filter(|text| !text.is_empty()),
            None => Some(String::new()),
        };
        Some(Claim {
            field: self.field.clone(),
            name: self.place.dict.get("Name")?.text()?,
            role: optional(ROLE)?,
            reason: optional("Reason")?,
            time: read_pdf_date(&self.place.dict.get("M")?.text()?)?,
            certify: self.place.dict.get("Reference").is_some(),
        })
    }

    /// Writes the revision again from its claim and compares all bytes but those of the CMS.
    fn compare(&self, claim: Claim, face: Face<'_>, report: &mut SignatureReport) {
        match update::write(self.before, &claim, face) {
            Ok(update) => {
                report.problems.extend(self.place.differences(&update));
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

    fn check_cms(&self, contents: &[u8], trust: &Trust, report: &mut SignatureReport) {
        let checked = cms::check(contents, &self.place.digest());
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
}
