//! A file as its revisions so far make it: the newest version of each object, the form, the fields.

use std::collections::{BTreeMap, BTreeSet};

use super::revision::{Revision, read_object};
use super::scan::Scanner;
use super::value::{Dict, Value};
use crate::signature::problem::Problem;

const MAX_FIELDS: usize = 1000;

/// The view of a file up to and including some revision.
#[derive(Clone, Debug)]
pub(in super::super) struct Document<'a> {
    bytes: &'a [u8],
    objects: BTreeMap<u32, usize>,
    /// Trailer of the newest revision.
    pub(in super::super) trailer: Dict<'a>,
    /// Where the newest revision ends.
    pub(in super::super) end: usize,
    /// Where the newest cross-reference table starts.
    pub(in super::super) cross_reference: usize,
}

/// A signature field.
#[derive(Clone, Debug)]
pub(in super::super) struct Field<'a> {
    /// Object number.
    pub(in super::super) number: u32,
    /// Name (`/T`).
    pub(in super::super) name: String,
    /// The field's dictionary, which is also its widget.
    pub(in super::super) dict: Dict<'a>,
}

impl Field<'_> {
    /// Whether the field holds a signature.
    pub(in super::super) fn is_signed(&self) -> bool {
        self.dict.get("V").is_some()
    }
}

impl<'a> Document<'a> {
    /// The view of the first revision.
    pub(in super::super) fn new(bytes: &'a [u8], base: &Revision<'a>) -> Self {
        Self {
            bytes,
            objects: base.objects.clone(),
            trailer: base.trailer.clone(),
            end: base.range.end,
            cross_reference: base.cross_reference,
        }
    }

    /// Goes on to the next revision.
    pub(in super::super) fn advance(&mut self, revision: &Revision<'a>) {
        self.objects.extend(&revision.objects);
        self.trailer = revision.trailer.clone();
        self.end = revision.range.end;
        self.cross_reference = revision.cross_reference;
    }

    /// The highest object number in use.
    pub(in super::super) fn highest(&self) -> u32 {
        self.objects.keys().next_back().copied().unwrap_or(0)
    }

    /// The value of an object; of a stream, its dictionary.
    pub(in super::super) fn object(&self, number: u32) -> Option<Value<'a>> {
        Scanner::new(self.bytes, *self.objects.get(&number)?).value().ok()
    }

    /// What `value` is, or refers to.
    pub(in super::super) fn resolved(&self, value: &Value<'a>) -> Option<Value<'a>> {
        value.reference().map_or_else(|| Some(value.clone()), |number| self.object(number))
    }

    /// The dictionary of a stream, and its bytes as they stand in the file.
    pub(in super::super) fn stream(&self, number: u32) -> Option<(Dict<'a>, &'a [u8])> {
        let mut scanner = Scanner::new(self.bytes, *self.objects.get(&number)?);
        let (Value::Dict(dict), Some(bytes)) = read_object(&mut scanner).ok()? else { return None };
        Some((dict, bytes))
    }

    /// The catalog and its object number.
    pub(in super::super) fn catalog(&self) -> Option<(u32, Dict<'a>)> {
        let number = self.trailer.get("Root")?.reference()?;
        match self.object(number)? {
            Value::Dict(dict) if dict.get("Type")?.is_name("Catalog") => Some((number, dict)),
            _ => None,
        }
    }

    /// The interactive form, with its object number unless it stands in the catalog itself.
    pub(in super::super) fn form(&self) -> Option<(Option<u32>, Dict<'a>)> {
        let (_, catalog) = self.catalog()?;
        match catalog.get("AcroForm")? {
            Value::Reference(number) => {
                let Value::Dict(dict) = self.object(*number)? else { return None };
                Some((Some(*number), dict))
            }
            Value::Dict(dict) => Some((None, dict.clone())),
            _ => None,
        }
    }

    /// All signature fields in the order of the form. Their names must differ, and they may not nest.
    pub(in super::super) fn fields(&self) -> Result<Vec<Field<'a>>, Problem> {
        let Some((_, catalog)) = self.catalog() else { return Err(Problem::BaseForm) };
        if catalog.get("AcroForm").is_none() {
            return Ok(Vec::new());
        }
        self.read_fields().ok_or(Problem::BaseForm)
    }

    fn read_fields(&self) -> Option<Vec<Field<'a>>> {
        let (_, form) = self.form()?;
        let direct;
        let list = match form.get("Fields")? {
            Value::Reference(number) => {
                direct = self.object(*number)?;
                &direct
            }
            list => list,
        };
        let Value::Array(list) = list else { return None };
        if list.len() > MAX_FIELDS {
            return None;
        }
        let mut fields: Vec<Field> = Vec::new();
        let mut seen = BTreeSet::new();
        for entry in list {
            let number = entry.reference().filter(|number| seen.insert(*number))?;
            let Value::Dict(dict) = self.object(number)? else { return None };
            if dict.get("Kids").is_some() {
                return None;
            }
            if !dict.get("FT")?.is_name("Sig") {
                continue;
            }
            let name = dict.get("T")?.text()?;
            if fields.iter().any(|field| field.name == name) {
                return None;
            }
            fields.push(Field { number, name, dict });
        }
        Some(fields)
    }
}
