//! What a record says of itself, and the files inside it, read back (ISO 32000-1, 14.3.3 and 7.11.4).

use jiff::civil::Date;
use lopdf::{Dictionary, Document};
use std::collections::BTreeMap;

/// The longest file that is unfolded, in bytes: a few bytes can stand for very many.
const LONGEST: usize = 8 << 20;

/// The files inside `pdf`, by name, if it is built as [`super::pdf`] builds one and no two files have one name; of
/// another PDF nothing is told. What is read proves nothing yet: print the record again from it and compare.
pub fn attached(pdf: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let document = Document::load_mem(pdf).ok()?;
    let mut files = BTreeMap::new();
    for file in document.catalog().ok()?.get(b"AF").ok()?.as_array().ok()? {
        let (_, file) = document.dereference(file).ok()?;
        let (name, bytes) = read(&document, file.as_dict().ok()?)?;
        if files.insert(name, bytes).is_some() {
            return None;
        }
    }
    Some(files)
}

/// What stands on the front of a record, for a list. It proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// Its title.
    pub title: String,
    /// What it decides, or what it is about.
    pub subject: String,
    /// Of whom it is.
    pub author: String,
    /// The day on which it was made.
    pub made: Date,
}

/// What `pdf` says of itself, if it is built as [`super::pdf`] builds one.
pub fn front(pdf: &[u8]) -> Option<Front> {
    let document = Document::load_mem(pdf).ok()?;
    let (_, info) = document.dereference(document.trailer.get(b"Info").ok()?).ok()?;
    let info = info.as_dict().ok()?;
    let text = |key: &[u8]| lopdf::decode_text_string(info.get(key).ok()?).ok();
    let made = text(b"CreationDate")?;
    Some(Front {
        title: text(b"Title")?,
        subject: text(b"Subject")?,
        author: text(b"Author")?,
        // `D:20261123140200+01'00'` (7.9.4).
        made: Date::strptime("D:%Y%m%d", made.get(..10)?).ok()?,
    })
}

fn read(document: &Document, file: &Dictionary) -> Option<(String, Vec<u8>)> {
    let name = lopdf::decode_text_string(file.get(b"UF").ok()?).ok()?;
    let (_, streams) = document.dereference(file.get(b"EF").ok()?).ok()?;
    let (_, stream) = document.dereference(streams.as_dict().ok()?.get(b"F").ok()?).ok()?;
    let stream = stream.as_stream().ok()?;
    let bytes = stream.get_plain_content_with_limit(LONGEST).ok()?;
    Some((name, bytes))
}
