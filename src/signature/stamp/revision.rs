//! The revision that holds a stamp: its dictionary, a field that cannot be seen, and nothing else.

use crate::signature::{
    append::{Objects, Slot, Update, assemble},
    error::SignError,
    pdf::{Dict, Document, Field, Value, utf16_hex},
};

/// Bytes kept for the token. One of a public authority, with its certificates, takes four to eight thousand.
pub(in super::super) const ROOM: usize = 16_384;

/// Writes the revision that stamps `document`. It follows from the document alone.
pub(in super::super) fn write(document: &Document<'_>) -> Result<Update, SignError> {
    let fields = document.fields().map_err(|_| SignError::Grammar("signature fields"))?;
    let page = fields.iter().find(|field| field.is_signed()).and_then(page_of);
    let page = page.ok_or(SignError::Grammar("page of the signature"))?;
    let stamp = document.highest() + 1;
    let mut objects = Objects::after(stamp);
    let field = objects.add(field(stamp, page))?;
    join_form(&mut objects, document, field)?;
    join_page(&mut objects, document, page, field)?;
    let slot = Slot {
        number: stamp,
        head: "/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161",
        room: ROOM,
        tail: b"",
    };
    assemble(document, &slot, &objects)
}

fn page_of(field: &Field<'_>) -> Option<u32> {
    field.dict.get("P")?.reference()
}

/// A field without size: there is nothing to see of a stamp on the page (ISO 32000-1, 12.7.4.5).
fn field(stamp: u32, page: u32) -> Vec<u8> {
    let mut body = b"<</Type /Annot /Subtype /Widget /FT /Sig /T ".to_vec();
    body.extend(utf16_hex(&format!("Tijdstempel{stamp}")));
    let rest = format!(" /F 132 /Rect [0 0 0 0] /P {page} 0 R /V {stamp} 0 R>>");
    body.extend(rest.bytes());
    body
}

/// Adds the field to the form.
fn join_form(objects: &mut Objects, document: &Document<'_>, field: u32) -> Result<(), SignError> {
    let (number, mut form) = document.form().ok_or(SignError::Grammar("form"))?;
    join(objects, document, (&mut form, "Fields"), field)?;
    if let Some(number) = number {
        objects.replace(number, &Value::Dict(form));
        return Ok(());
    }
    let (number, mut catalog) = document.catalog().ok_or(SignError::Grammar("catalog"))?;
    catalog.set("AcroForm", Value::Dict(form));
    objects.replace(number, &Value::Dict(catalog));
    Ok(())
}

/// Adds the field to what stands on the page of the first signature.
fn join_page(
    objects: &mut Objects,
    document: &Document<'_>,
    page: u32,
    field: u32,
) -> Result<(), SignError> {
    let Some(Value::Dict(mut dict)) = document.object(page) else {
        return Err(SignError::Grammar("page of the signature"));
    };
    join(objects, document, (&mut dict, "Annots"), field)?;
    objects.replace(page, &Value::Dict(dict));
    Ok(())
}

/// Adds the field to the list under `key`, wherever that list stands.
fn join<'a>(
    objects: &mut Objects,
    document: &Document<'a>,
    (dict, key): (&mut Dict<'a>, &'static str),
    field: u32,
) -> Result<(), SignError> {
    match dict.get(key).cloned() {
        Some(Value::Array(mut list)) => {
            list.push(Value::Reference(field));
            dict.set(key, Value::Array(list));
        }
        Some(Value::Reference(number)) => {
            let Some(Value::Array(mut list)) = document.object(number) else {
                return Err(SignError::Grammar("list of fields"));
            };
            list.push(Value::Reference(field));
            objects.replace(number, &Value::Array(list));
        }
        _ => return Err(SignError::Grammar("list of fields")),
    }
    Ok(())
}
