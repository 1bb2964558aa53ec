//! One stamp under the magnifying glass: write its revision again, compare, check the token.

use super::{
    revision::{self, ROOM},
    token,
};
use crate::signature::{
    certificate::Trust,
    hex,
    pdf::{Document, Field, Revision, Value},
    place::Place,
    problem::Problem,
    verification::StampReport,
};

/// A revision that adds a stamp, with the file before it.
pub(in super::super) struct Inspection<'a> {
    before: &'a Document<'a>,
    place: Place<'a>,
}

impl<'a> Inspection<'a> {
    /// Finds the dictionary of the stamp; `None` when the revision is not a stamp at all.
    pub(in super::super) fn open(
        pdf: &'a [u8],
        before: &'a Document<'a>,
        revision: &Revision<'a>,
    ) -> Option<Self> {
        let stamp = before.highest() + 1;
        let mut after = before.clone();
        after.advance(revision);
        let Value::Dict(dict) = after.object(stamp)? else { return None };
        if !revision.objects.contains_key(&stamp) || !dict.get("Type")?.is_name("DocTimeStamp") {
            return None;
        }
        let place = Place { pdf, range: revision.range.clone(), dict };
        Some(Self { before, place })
    }

    /// Everything there is to say about the stamp.
    pub(in super::super) fn report(&self, trust: &Trust) -> StampReport {
        let mut report = StampReport {
            range: self.place.range.clone(),
            byte_range: self.place.byte_range(),
            ..StampReport::default()
        };
        let signed = self.before.fields().is_ok_and(|fields| fields.iter().any(Field::is_signed));
        match revision::write(self.before) {
            _ if !signed => report.problems.push(Problem::StampFirst),
            Ok(update) => report.problems.extend(self.place.differences(&update)),
            Err(_) => report.problems.push(Problem::RevisionDiffers),
        }
        match self.place.contents(ROOM) {
            Some(contents) => self.check_token(&contents, trust, &mut report),
            None => report.problems.push(Problem::Contents),
        }
        report.problems.sort_unstable();
        report.problems.dedup();
        report
    }

    fn check_token(&self, contents: &[u8], trust: &Trust, report: &mut StampReport) {
        let checked = token::check(contents, &self.place.digest());
        report.problems.extend(checked.problems);
        report.time = checked.time;
        report.policy = checked.policy.map(|policy| policy.to_string()).unwrap_or_default();
        let mut serial = Vec::new();
        hex::append(&checked.serial, &mut serial);
        report.serial = String::from_utf8(serial).unwrap_or_default();
        let second = checked.time.map_or(i64::MIN, jiff::Timestamp::as_second);
        report.known = checked.path.iter().any(|one| trust.knows(one, second));
        let Some(own) = checked.path.into_iter().next() else { return };
        report.authority = own.signer();
        report.fingerprint = own.fingerprint();
        report.certificate = Some(own);
    }
}
