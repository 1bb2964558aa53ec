//! What a record carries besides its pages: what it says of itself, and the files inside it (ISO 32000-1, 14.3.3 and 7.11.4).
//!
//! It is read as strictly as a signature is, of the file as it was before anyone signed. It proves nothing by itself: print the
//! record again from it and compare.

use std::collections::BTreeMap;

use super::pdf::{Dict, Document, Value, read_revision, skip_header};

/// The longest file that is unfolded, in bytes: a few bytes can stand for very many.
const LONGEST: usize = 8 << 20;

/// A record, opened to be read.
#[derive(Clone, Debug)]
pub struct Contents<'a>(Document<'a>);

impl<'a> Contents<'a> {
    /// Opens `pdf` as it was before its first signature; none if it is not built as our records are.
    pub fn open(pdf: &'a [u8]) -> Option<Self> {
        let base = read_revision(pdf, skip_header(pdf).ok()?, None).ok()?;
        Some(Self(Document::new(pdf, &base)))
    }

    /// What `document`, read up to its first signature, carries.
    pub(super) fn of(document: Document<'a>) -> Self {
        Self(document)
    }

    /// What the file says of itself under `key`, such as `Title`.
    pub fn particular(&self, key: &str) -> Option<String> {
        let information = self.0.resolved(self.0.trailer.get("Info")?)?;
        information.dict()?.get(key)?.text()
    }

    /// The files inside it, by name; none if two have one name, or one cannot be read.
    pub fn files(&self) -> Option<BTreeMap<String, Vec<u8>>> {
        let (_, catalog) = self.0.catalog()?;
        let Value::Array(listed) = self.0.resolved(catalog.get("AF")?)? else { return None };
        let mut files = BTreeMap::new();
        for file in &listed {
            let file = self.0.resolved(file)?;
            let name = file.dict()?.get("UF")?.text()?;
            if files.insert(name, self.file(file.dict()?)?).is_some() {
                return None;
            }
        }
        Some(files)
    }

    /// The bytes of the file that `specification` leads to.
    fn file(&self, specification: &Dict<'a>) -> Option<Vec<u8>> {
        let streams = self.0.resolved(specification.get("EF")?)?;
        let (stream, bytes) = self.0.stream(streams.dict()?.get("F")?.reference()?)?;
        match stream.get("Filter") {
            None => Some(bytes.to_vec()),
            Some(filter) if filter.is_name("FlateDecode") => {
                miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(bytes, LONGEST).ok()
            }
            Some(_) => None,
        }
    }
}
