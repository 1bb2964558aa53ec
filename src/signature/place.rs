//! Where a signature or a stamp stands in a file: what it says it covers, and what stands in its room.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::{
    append::Update,
    hex,
    pdf::{Dict, Value},
    problem::Problem,
};

/// A revision that ends a file so far with a signature or a stamp.
pub(super) struct Place<'a> {
    /// The whole file.
    pub(super) pdf: &'a [u8],
    /// The bytes of the revision.
    pub(super) range: Range<usize>,
    /// The dictionary of the signature or the stamp.
    pub(super) dict: Dict<'a>,
}

impl Place<'_> {
    /// The stated range (offset, length, offset, length); empty when unreadable.
    pub(super) fn byte_range(&self) -> Vec<usize> {
        let Some(Value::Array(numbers)) = self.dict.get("ByteRange") else { return Vec::new() };
        numbers.iter().take(8).map(Value::integer).collect::<Option<_>>().unwrap_or_default()
    }

    /// What differs from `update`, the same revision written again; of the CMS only its place is compared.
    pub(super) fn differences(&self, update: &Update) -> Vec<Problem> {
        let mut problems = Vec::new();
        if !self.is_same(update) {
            problems.push(Problem::RevisionDiffers);
        }
        // The place of the contents does not depend on anything that the rest of the revision holds.
        let Range { start, end } = update.contents;
        if self.byte_range() != [0, start, end, self.range.end.saturating_sub(end)] {
            problems.push(Problem::ByteRange);
        }
        problems
    }

    fn is_same(&self, update: &Update) -> bool {
        let actual = &self.pdf[self.range.clone()];
        let start = update.contents.start + 1 - self.range.start;
        let end = update.contents.end - 1 - self.range.start;
        actual.len() == update.bytes.len()
            && actual[..start] == update.bytes[..start]
            && actual[end..] == update.bytes[end..]
    }

    /// The CMS without its padding: lower-case digits, exactly `room` bytes kept, zeros behind the outermost structure.
    pub(super) fn contents(&self, room: usize) -> Option<Vec<u8>> {
        let Value::Text(written) = self.dict.get("Contents")? else { return None };
        let digits = written.strip_prefix(b"<")?.strip_suffix(b">")?;
        let mut bytes = hex::read_lower(digits).filter(|bytes| bytes.len() == room)?;
        let [0x30, 0x82, high, low, ..] = bytes[..] else { return None };
        let length = 4 + usize::from(u16::from_be_bytes([high, low]));
        let padding = bytes.get(length..)?;
        if padding.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.truncate(length);
        Some(bytes)
    }

    /// SHA-256 over the stated ranges; over nothing when they do not lie in the file.
    pub(super) fn digest(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        for pair in self.byte_range().chunks(2).take(2) {
            if let [start, length] = *pair
                && let Some(bytes) = self.pdf.get(start..).and_then(|rest| rest.get(..length))
            {
                digest.update(bytes);
            }
        }
        digest.finalize().into()
    }
}
