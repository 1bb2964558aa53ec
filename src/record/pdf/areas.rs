//! Links and empty signature fields (ISO 32000-1, 12.5.6.5 and 12.7.4.5).

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::File;
use super::objects::{integer, length, text};
use crate::record::layout::{Area, AreaKind, PAGE_HEIGHT};
use crate::record::visible::one_line;

/// Printed (ISO 32000-1, table 165).
const PRINT: i64 = 4;
/// Printed, and not to be moved or deleted.
const PRINT_LOCKED: i64 = 4 + 128;

impl File<'_> {
    /// Writes the links and fields, in reading order.
    pub(super) fn areas(&mut self) -> Vec<ObjectId> {
        let pages = self.pages;
        let mut ids = Vec::new();
        for (index, area) in pages.areas.iter().enumerate() {
            let mut annotation = dictionary! {
                "Type" => "Annot",
                "Rect" => rectangle(area),
                "P" => self.sheets[area.sheet],
                "StructParent" => integer(self.sheets.len() + index),
            };
            match &area.kind {
                AreaKind::Link { url, text } => link(&mut annotation, url, text),
                AreaKind::Signature { name, description } => {
                    let appearance = self.empty_appearance(area);
                    annotation.set("AP", dictionary! {"N" => appearance});
                    field(&mut annotation, name, description);
                }
            }
            ids.push(self.objects.add_object(annotation));
        }
        ids
    }

    /// The form: an object of its own, so that a signature can be added without touching the catalog.
    pub(super) fn form(&mut self, areas: &[ObjectId], catalog: &mut Dictionary) {
        let all = self.pages.areas.iter().zip(areas);
        let fields: Vec<Object> = all
            .filter(|(area, _)| matches!(area.kind, AreaKind::Signature { .. }))
            .map(|(_, id)| Object::Reference(*id))
            .collect();
        if !fields.is_empty() {
            catalog.set("AcroForm", self.objects.add_object(dictionary! {"Fields" => fields}));
        }
    }

    /// What an unsigned field looks like: nothing (ISO 19005-3, 6.3.3 asks that it be said).
    fn empty_appearance(&mut self, area: &Area) -> ObjectId {
        let [left, top, right, bottom] = area.bounds;
        let bounds = vec![0.into(), 0.into(), length(right - left), length(bottom - top)];
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => bounds,
            "Resources" => Dictionary::new(),
        };
        self.objects.add_object(Stream::new(form, Vec::new()))
    }
}

fn rectangle(area: &Area) -> Vec<Object> {
    let [left, top, right, bottom] = area.bounds;
    [left, PAGE_HEIGHT - bottom, right, PAGE_HEIGHT - top].map(length).into()
}

fn link(annotation: &mut Dictionary, url: &str, words: &str) {
    annotation.set("Subtype", "Link");
    annotation.set("F", PRINT);
    annotation.set("Border", vec![0.into(), 0.into(), 0.into()]);
    annotation.set("Contents", text(&one_line(&format!("{words} ({url})"))));
    let action = dictionary! {"S" => "URI", "URI" => Object::string_literal(ascii(url))};
    annotation.set("A", action);
}

fn field(annotation: &mut Dictionary, name: &str, description: &str) {
    annotation.set("Subtype", "Widget");
    annotation.set("F", PRINT_LOCKED);
    annotation.set("FT", "Sig");
    annotation.set("T", text(name));
    annotation.set("TU", text(&one_line(description)));
}

/// A URI has ASCII only (ISO 32000-1, 12.6.4.7); all else is written as `%C3%AB` (RFC 3987, 3.1).
fn ascii(url: &str) -> String {
    let byte = |byte: u8| match byte {
        b'!'..=b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    url.bytes().map(byte).collect()
}
