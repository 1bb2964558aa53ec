//! An incremental update (ISO 32000-1, 7.5.6) with room for a signature or a stamp. Nothing is compressed, so that no
//! other library's version shows in the bytes.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::{
    error::SignError,
    hex,
    pdf::{Document, Value},
};

/// Room for `[0 a b c]` with numbers of any file that is not too large.
const BYTE_RANGE_WIDTH: usize = 40;

/// A revision with a signature or a stamp whose `/Contents` are still zeros.
#[derive(Clone, Debug)]
pub(super) struct Update {
    /// All bytes of the revision.
    pub(super) bytes: Vec<u8>,
    /// Where the `/Contents` token stands in the whole file, angle brackets included.
    pub(super) contents: Range<usize>,
}

impl Update {
    /// SHA-256 of what the signature or stamp covers: `pdf`, the file so far, and the revision without its `/Contents`.
    pub(super) fn digest(&self, pdf: &[u8]) -> [u8; 32] {
        let start = self.contents.start - pdf.len();
        let end = self.contents.end - pdf.len();
        let digest = Sha256::new().chain_update(pdf).chain_update(&self.bytes[..start]);
        digest.chain_update(&self.bytes[end..]).finalize().into()
    }

    /// Puts the CMS in its place; the rest stays zeros.
    pub(super) fn fill(&mut self, start: usize, cms: &[u8]) -> Result<(), SignError> {
        if 2 * cms.len() + 2 > self.contents.len() {
            return Err(SignError::Encoding("signature too large".into()));
        }
        let mut digits = Vec::with_capacity(cms.len() * 2);
        hex::append(cms, &mut digits);
        let at = self.contents.start - start + 1;
        self.bytes[at..at + digits.len()].copy_from_slice(&digits);
        Ok(())
    }
}

/// Objects that an update adds or replaces.
pub(super) struct Objects {
    highest: u32,
    list: Vec<(u32, Vec<u8>)>,
}

impl Objects {
    /// Objects with numbers after `highest`.
    pub(super) fn after(highest: u32) -> Self {
        Self { highest, list: Vec::new() }
    }

    /// Adds a new object; gives its number.
    pub(super) fn add(&mut self, body: Vec<u8>) -> Result<u32, SignError> {
        if body.is_empty() {
            return Err(SignError::Encoding("empty object".into()));
        }
        self.highest += 1;
        self.list.push((self.highest, body));
        Ok(self.highest)
    }

    /// Adds a new stream with these dictionary entries; gives its number.
    pub(super) fn add_stream(&mut self, entries: &str, data: &[u8]) -> u32 {
        let mut body = format!("<<{entries} /Length {}>>\nstream\n", data.len()).into_bytes();
        body.extend(data);
        body.extend(b"\nendstream");
        self.highest += 1;
        self.list.push((self.highest, body));
        self.highest
    }

    /// Replaces the object with this number.
    pub(super) fn replace(&mut self, number: u32, value: &Value<'_>) {
        let mut body = Vec::new();
        value.write(&mut body);
        self.list.push((number, body));
    }
}

/// The object that holds the signature or the stamp.
pub(super) struct Slot<'a> {
    /// Its number.
    pub(super) number: u32,
    /// What its dictionary begins with.
    pub(super) head: &'a str,
    /// Bytes kept for the CMS.
    pub(super) room: usize,
    /// What its dictionary ends with.
    pub(super) tail: &'a [u8],
}

/// Writes the revision: the slot, the objects, the cross-reference table, the trailer.
pub(super) fn assemble(
    document: &Document<'_>,
    slot: &Slot<'_>,
    objects: &Objects,
) -> Result<Update, SignError> {
    let start = document.end;
    let mut bytes = Vec::new();
    let mut offsets = vec![(slot.number, start)];
    bytes.extend(format!("{} 0 obj\n<<{} /ByteRange ", slot.number, slot.head).bytes());
    let byte_range_at = bytes.len();
    bytes.resize(byte_range_at + BYTE_RANGE_WIDTH, b' ');
    bytes.extend(b" /Contents ");
    let contents_start = start + bytes.len();
    bytes.push(b'<');
    bytes.resize(bytes.len() + slot.room * 2, b'0');
    bytes.push(b'>');
    let contents = contents_start..start + bytes.len();
    bytes.extend(slot.tail);
    bytes.extend(b">>\nendobj\n");
    for (number, body) in &objects.list {
        offsets.push((*number, start + bytes.len()));
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(body);
        bytes.extend(b"\nendobj\n");
    }
    let cross_reference = start + bytes.len();
    write_table(&mut offsets, &mut bytes);
    write_trailer(document, objects, cross_reference, &mut bytes)?;
    let end = start + bytes.len();
    let written = format!("[0 {} {} {}]", contents.start, contents.end, end - contents.end);
    if written.len() > BYTE_RANGE_WIDTH {
        return Err(SignError::Grammar("size"));
    }
    bytes[byte_range_at..byte_range_at + written.len()].copy_from_slice(written.as_bytes());
    Ok(Update { bytes, contents })
}

fn write_table(offsets: &mut [(u32, usize)], bytes: &mut Vec<u8>) {
    offsets.sort_unstable();
    bytes.extend(b"xref\n");
    for run in offsets.chunk_by(|one, next| one.0 + 1 == next.0) {
        bytes.extend(format!("{} {}\n", run[0].0, run.len()).bytes());
        for (_, offset) in run {
            bytes.extend(format!("{offset:010} 00000 n\r\n").bytes());
        }
    }
}

fn write_trailer(
    document: &Document<'_>,
    objects: &Objects,
    cross_reference: usize,
    bytes: &mut Vec<u8>,
) -> Result<(), SignError> {
    let digest = Sha256::digest(&*bytes);
    bytes.extend(format!("trailer\n<</Size {}", objects.highest + 1).bytes());
    for key in ["Root", "Info"] {
        if let Some(value) = document.trailer.get(key) {
            bytes.extend(format!(" /{key} ").bytes());
            value.write(bytes);
        }
    }
    bytes.extend(format!(" /Prev {}", document.cross_reference).bytes());
    let Some(Value::Array(identifiers)) = document.trailer.get("ID") else {
        return Err(SignError::Grammar("file identifier"));
    };
    let first = identifiers.first().ok_or(SignError::Grammar("file identifier"))?;
    bytes.extend(b" /ID [");
    first.write(bytes);
    bytes.extend(b" <");
    hex::append(&digest[..16], bytes);
    bytes.extend(format!(">]>>\nstartxref\n{cross_reference}\n%%EOF\n").bytes());
    Ok(())
}
