//! The bytes of one signature: an incremental update (ISO 32000-1, 7.5.6) that follows from the file so far, the
//! claim and the font alone. Nothing is compressed, so that no other library's version shows in the bytes.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::{
    appearance::{self, Size},
    claim::{Claim, pdf_date},
    error::{ClaimError, SignError},
    fonts::Face,
    hex,
    pdf::{Dict, Document, Field, Value, utf16_hex},
};

/// Bytes kept for the CMS; a signature with its certificate takes some 1 000.
pub(super) const CONTENTS_BYTES: usize = 8192;
/// Room for `[0 a b c]` with numbers of any file that is not too large.
const BYTE_RANGE_WIDTH: usize = 40;
/// The key under which the claimed role stands in the signature dictionary (ISO 32000-1, annex E: a private key).
pub(super) const ROLE: &str = "VRWD_Role";

/// A signature revision with its `/Contents` still zeros.
#[derive(Clone, Debug)]
pub(super) struct Update {
    /// All bytes of the revision.
    pub(super) bytes: Vec<u8>,
    /// Where the `/Contents` token stands in the whole file, angle brackets included.
    pub(super) contents: Range<usize>,
}

impl Update {
    /// Puts the CMS in its place; the rest stays zeros.
    pub(super) fn fill(&mut self, start: usize, cms: &[u8]) -> Result<(), SignError> {
        if cms.len() > CONTENTS_BYTES {
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

    fn replace(&mut self, number: u32, dict: &Dict<'_>) {
        let mut body = Vec::new();
        dict.write(&mut body);
        self.list.push((number, body));
    }
}

/// Writes the revision that puts `claim` into `document`.
pub(super) fn write(
    document: &Document<'_>,
    claim: &Claim,
    face: Face<'_>,
) -> Result<Update, SignError> {
    claim.check()?;
    let fields = document.fields().map_err(|_| SignError::Grammar("signature fields"))?;
    if claim.certify && fields.iter().any(Field::is_signed) {
        return Err(SignError::LateCertification);
    }
    let field = fields.into_iter().find(|field| field.name == claim.field);
    let field = field.ok_or_else(|| SignError::NoField(claim.field.clone()))?;
    if field.is_signed() {
        return Err(SignError::Signed(claim.field.clone()));
    }
    let signature = document.highest() + 1;
    let mut objects = Objects { highest: signature, list: Vec::new() };
    change_field(&mut objects, field, signature, claim, face)?;
    change_form(&mut objects, document, signature, claim.certify)?;
    assemble(document, signature, claim, &objects)
}

fn change_field(
    objects: &mut Objects,
    field: Field<'_>,
    signature: u32,
    claim: &Claim,
    face: Face<'_>,
) -> Result<(), SignError> {
    let size = Size::of(&field.dict).ok_or(SignError::Grammar("field rectangle"))?;
    let mut dict = field.dict;
    if !size.is_empty() {
        let appearance = appearance::write(objects, claim, face, size)?;
        let normal = Dict(vec![(b"N", Value::Reference(appearance))]);
        dict.set("AP", Value::Dict(normal));
    }
    dict.set("V", Value::Reference(signature));
    objects.replace(field.number, &dict);
    Ok(())
}

/// Tells the form that there are signatures, and the catalog which of them certifies.
fn change_form(
    objects: &mut Objects,
    document: &Document<'_>,
    signature: u32,
    certify: bool,
) -> Result<(), SignError> {
    let (number, mut catalog) = document.catalog().ok_or(SignError::Grammar("catalog"))?;
    let (form_number, mut form) = document.form().ok_or(SignError::Grammar("form"))?;
    let mut catalog_changed = false;
    if form.get("SigFlags").and_then(Value::integer) != Some(3) {
        form.set("SigFlags", Value::Plain(b"3"));
        if let Some(form_number) = form_number {
            objects.replace(form_number, &form);
        } else {
            catalog.set("AcroForm", Value::Dict(form));
            catalog_changed = true;
        }
    }
    if certify {
        let permission = Dict(vec![(b"DocMDP", Value::Reference(signature))]);
        catalog.set("Perms", Value::Dict(permission));
        catalog_changed = true;
    }
    if catalog_changed {
        objects.replace(number, &catalog);
    }
    Ok(())
}

fn assemble(
    document: &Document<'_>,
    signature: u32,
    claim: &Claim,
    objects: &Objects,
) -> Result<Update, SignError> {
    let start = document.end;
    let mut bytes = Vec::new();
    let mut offsets = vec![(signature, start)];
    bytes.extend(
        format!(
            "{signature} 0 obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter \
             /ETSI.CAdES.detached /ByteRange "
        )
        .bytes(),
    );
    let byte_range_at = bytes.len();
    bytes.resize(byte_range_at + BYTE_RANGE_WIDTH, b' ');
    bytes.extend(b" /Contents ");
    let contents_start = start + bytes.len();
    bytes.push(b'<');
    bytes.resize(bytes.len() + CONTENTS_BYTES * 2, b'0');
    bytes.push(b'>');
    let contents = contents_start..start + bytes.len();
    write_claim(claim, &mut bytes)?;
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

/// The part of the signature dictionary that says who, in which role, why and when (ISO 32000-1, 12.8.1, table 252).
fn write_claim(claim: &Claim, bytes: &mut Vec<u8>) -> Result<(), ClaimError> {
    bytes.extend(format!(" /M ({}) /Name ", pdf_date(&claim.time)?).bytes());
    bytes.extend(utf16_hex(&claim.name));
    for (key, text) in [(ROLE, &claim.role), ("Reason", &claim.reason)] {
        if !text.is_empty() {
            bytes.extend(format!(" /{key} ").bytes());
            bytes.extend(utf16_hex(text));
        }
    }
    if claim.certify {
        bytes.extend(
            b" /Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type \
              /TransformParams /V /1.2 /P 2>>>>]",
        );
    }
    Ok(())
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
