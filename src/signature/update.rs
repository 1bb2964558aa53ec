//! The bytes of one signature: an update that follows from the file so far, the claim and the font alone.

use super::{
    appearance::{self, Size},
    append::{Objects, Slot, Update, assemble},
    claim::{Claim, pdf_date},
    error::{ClaimError, SignError},
    fonts::Face,
    pdf::{Dict, Document, Field, Value, utf16_hex},
};

/// Bytes kept for the CMS; a signature with its certificate takes some 1 000.
pub(super) const CONTENTS_BYTES: usize = 8192;
/// The key under which the claimed role stands in the signature dictionary (ISO 32000-1, annex E: a private key).
pub(super) const ROLE: &str = "VRWD_Role";

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
    let mut objects = Objects::after(signature);
    change_field(&mut objects, field, signature, claim, face)?;
    change_form(&mut objects, document, signature, claim.certify)?;
    let mut tail = Vec::new();
    write_claim(claim, &mut tail)?;
    let slot = Slot {
        number: signature,
        head: "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
        room: CONTENTS_BYTES,
        tail: &tail,
    };
    assemble(document, &slot, &objects)
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
    objects.replace(field.number, &Value::Dict(dict));
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
            objects.replace(form_number, &Value::Dict(form));
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
        objects.replace(number, &Value::Dict(catalog));
    }
    Ok(())
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
