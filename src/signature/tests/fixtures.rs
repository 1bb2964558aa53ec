//! What the tests share: small records with empty signature fields, people with keys, and files with a signature.

use std::sync::LazyLock;

use jiff::{Timestamp, Zoned, civil::date, tz::Offset};
use lopdf::{Dictionary, Document, Object, Stream, dictionary, xref::XrefType};
use sha2::{Digest, Sha256};

use crate::signature::{
    Claim, Face, Identity, Problem, Signer, Standing, Trust, Verification, pdf, sign, update,
    verify,
};

pub(super) const FACE: Face<'static> = Face {
    font: include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf"),
    ps_name: "NotoSans-Regular",
};

/// The four who may sign a record, by field.
pub(super) const FIELDS: [&str; 4] = ["Auteur", "Coördinator", "Directeur", "FG"];

pub(super) fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// Ten in the morning, Dutch winter time, `day` days into December 2026.
pub(super) fn time(day: i8) -> Zoned {
    let zone = Offset::from_seconds(3600).unwrap().to_time_zone();
    date(2026, 12, day).at(10, 0, 0, 0).to_zoned(zone).unwrap()
}

pub(super) fn person(name: &str) -> Identity {
    let signer = Signer {
        name: name.into(),
        role: "privacycoördinator".into(),
        organisation: "Museum De Zolder".into(),
    };
    Identity::create(&signer, now(), &mut rand::rng()).unwrap()
}

pub(super) static ANNA: LazyLock<Identity> = LazyLock::new(|| person("Anna Ĳsbrands-de Boer"));
pub(super) static BRAM: LazyLock<Identity> = LazyLock::new(|| person("Bram Österreich"));

pub(super) fn claim(field: &str, identity: &Identity, day: i8) -> Claim {
    Claim {
        field: field.into(),
        name: identity.signer().name,
        role: identity.signer().role,
        reason: "Vastgesteld: geen DPIA nodig – zie blz. 3 (€ 0,–)".into(),
        time: time(day),
        certify: false,
    }
}

pub(super) fn certifying(field: &str, identity: &Identity) -> Claim {
    Claim { certify: true, ..claim(field, identity, 1) }
}

fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let units = words.encode_utf16().flat_map(u16::to_be_bytes);
    let bytes = [0xfe, 0xff].into_iter().chain(units).collect();
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}

/// How a record of these tests looks before it is signed.
pub(super) struct Base<'a> {
    pub fields: &'a [&'a str],
    pub producer: &'a str,
    pub rect: [i64; 4],
    pub form_in_catalog: bool,
    pub catalog: Dictionary,
}

impl Default for Base<'_> {
    fn default() -> Self {
        Self {
            fields: &FIELDS,
            producer: "verantwoord 0.1.0",
            rect: [50, 600, 290, 670],
            form_in_catalog: false,
            catalog: Dictionary::new(),
        }
    }
}

impl Base<'_> {
    /// The file: one page with a line of content, an Info dictionary, an identifier, and the fields.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        let pages = document.new_object_id();
        let page = document.new_object_id();
        let content = Stream::new(dictionary! {}, b"0 0 m 100 100 l S".to_vec());
        let content = document.add_object(content);
        let [left, bottom, right, top] = self.rect;
        let mut fields = Vec::new();
        for (index, name) in self.fields.iter().enumerate() {
            let down = 80 * i64::try_from(index).unwrap();
            let rect = vec![left.into(), (bottom - down).into(), right.into(), (top - down).into()];
            let field = document.add_object(dictionary! {
                "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => text(name),
                "Rect" => rect, "F" => 132, "P" => page,
            });
            fields.push(Object::Reference(field));
        }
        document.set_object(
            page,
            dictionary! {
                "Type" => "Page", "Parent" => pages, "Contents" => content,
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                "Annots" => fields.clone(), "Resources" => dictionary! {},
            },
        );
        document.set_object(
            pages,
            dictionary! {
                "Type" => "Pages", "Kids" => vec![Object::Reference(page)], "Count" => 1,
            },
        );
        let form = dictionary! { "Fields" => fields };
        let form = if self.form_in_catalog {
            Object::Dictionary(form)
        } else {
            Object::Reference(document.add_object(form))
        };
        let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => pages };
        if !self.fields.is_empty() {
            catalog.set("AcroForm", form);
        }
        catalog.extend(&self.catalog);
        let catalog = document.add_object(catalog);
        let info = dictionary! { "Title" => text("Verslag"), "Producer" => text(self.producer) };
        let info = document.add_object(info);
        document.trailer.set("Root", catalog);
        document.trailer.set("Info", info);
        let identifier = Object::String(vec![7; 16], lopdf::StringFormat::Hexadecimal);
        document.trailer.set("ID", vec![identifier.clone(), identifier]);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes.push(b'\n');
        bytes
    }
}

/// A record that Anna has certified and Bram has signed after her.
pub(super) static SIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let once = sign(&Base::default().bytes(), &ANNA, &certifying("Auteur", &ANNA), &FACE).unwrap();
    sign(&once, &BRAM, &claim("Directeur", &BRAM, 2), &FACE).unwrap()
});

/// A record with one signature that cannot be seen on the page: a small file.
pub(super) static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let base = Base { fields: &["Auteur"], rect: [0; 4], ..Base::default() }.bytes();
    sign(&base, &ANNA, &certifying("Auteur", &ANNA), &FACE).unwrap()
});

pub(super) fn trust(people: &[&Identity]) -> Trust {
    Trust { certificates: people.iter().map(|one| one.certificate().clone()).collect() }
}

pub(super) fn check(pdf: &[u8]) -> Verification {
    verify(pdf, &trust(&[&ANNA, &BRAM]), &FACE)
}

#[track_caller]
pub(super) fn assert_refused(name: &str, pdf: &[u8], standing: Standing, problem: Problem) {
    let verification = check(pdf);
    let problems = verification.all_problems();
    assert!(problems.contains(&problem), "{name}: {problem} not among {problems:?}");
    assert_eq!(verification.standing, standing, "{name}: {problems:?}");
}

/// Signs the small base with a CMS that `make` builds from the digest.
pub(super) fn sign_with(claim: &Claim, make: impl FnOnce(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let base = Base { fields: &["Auteur"], rect: [0; 4], ..Base::default() }.bytes();
    let revision = pdf::read_revision(&base, pdf::skip_header(&base).unwrap(), None).unwrap();
    let document = pdf::Document::new(&base, &revision);
    let mut update = update::write(&document, claim, FACE).unwrap();
    let [start, end] = [update.contents.start - base.len(), update.contents.end - base.len()];
    let mut digest = Sha256::new();
    digest.update(&base);
    digest.update(&update.bytes[..start]);
    digest.update(&update.bytes[end..]);
    update.fill(base.len(), &make(&digest.finalize())).unwrap();
    [base, update.bytes].concat()
}

/// Where `needle` stands last in `bytes`.
pub(super) fn last(bytes: &[u8], needle: &str) -> usize {
    let found = bytes.windows(needle.len()).rposition(|window| window == needle.as_bytes());
    found.unwrap_or_else(|| panic!("no {needle:?}"))
}

/// `bytes` with the last `old` overwritten by the equally long `new`.
pub(super) fn overwrite(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let at = last(bytes, old);
    let mut changed = bytes.to_vec();
    changed[at..at + new.len()].copy_from_slice(new.as_bytes());
    changed
}
