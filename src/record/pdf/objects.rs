//! Small PDF objects.

use std::collections::BTreeSet;

use jiff::Zoned;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

/// How hard the bytes of a stream are folded, of 10: a harder one takes twice the time for a hundredth of the size.
const LEVEL: u8 = 6;

/// Folds the streams that gain by it (`FlateDecode`; ISO 32000-1, 7.4.4). How bytes are folded is part of what a record is, for it
/// is made again when it is checked: so by a crate of a fixed version, that folds alike on every computer.
pub(super) fn fold(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let folded = miniz_oxide::deflate::compress_to_vec_zlib(&stream.content, LEVEL);
        // With the entry that says so it must still be shorter.
        if folded.len() + 20 < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(folded);
        }
    }
}

/// Takes out every object that nothing leads to from the trailer. `lopdf` can do that too, but goes through a list at every
/// reference: in a long record that takes the square of its length.
pub(super) fn prune(document: &mut Document) {
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<ObjectId> = Vec::new();
    in_dictionary(&document.trailer, &mut ahead);
    while let Some(id) = ahead.pop() {
        if reached.insert(id)
            && let Some(object) = document.objects.get(&id)
        {
            references(object, &mut ahead);
        }
    }
    document.objects.retain(|id, _| reached.contains(id));
}

/// What `object` refers to.
fn references(object: &Object, found: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => found.push(*id),
        Object::Array(parts) => parts.iter().for_each(|part| references(part, found)),
        Object::Dictionary(dictionary) => in_dictionary(dictionary, found),
        Object::Stream(stream) => in_dictionary(&stream.dict, found),
        _ => {}
    }
}

fn in_dictionary(dictionary: &Dictionary, found: &mut Vec<ObjectId>) {
    dictionary.iter().for_each(|(_, value)| references(value, found));
}

/// A text string: ASCII as it is, all else in UTF-16 (ISO 32000-1, 7.9.2.2).
pub(super) fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A count or an index.
pub(super) fn integer(count: usize) -> Object {
    Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A length, to a hundredth of a point.
pub(super) fn length(points: f32) -> Object {
    Object::Real(rounded(points))
}

/// A length, to a hundredth of a point.
pub(super) fn rounded(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

/// A date with its offset from UTC (ISO 32000-1, 7.9.4): `D:20261122143000+01'00'`.
pub(super) fn date(time: &Zoned) -> Object {
    let offset = time.strftime("%:z").to_string().replace(':', "'");
    Object::string_literal(format!("D:{}{offset}'", time.strftime("%Y%m%d%H%M%S")))
}
