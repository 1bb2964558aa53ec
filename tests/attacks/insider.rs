//! Shadow attacks and swapped attachments, by someone with a key that is known here: the record is prepared before it is
//! signed, so that every signature in it is good.

use super::{
    Attack,
    tools::{Extent, append, changed, number},
    victim::{VICTIM, passphrase},
};
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use verantwoord::{
    record::fonts::Letter,
    signature::{Claim, Contents, Face, Identity, sign},
};

/// The record as it was before anyone signed, changed by `change` and then signed with the maker's own key.
fn prepared(change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(&VICTIM.base).unwrap();
    change(&mut document);
    let mut base = Vec::new();
    document.save_to(&mut base).unwrap();
    // What our own writer ends a record with, and this one does not.
    if !base.ends_with(b"\n") {
        base.push(b'\n');
    }
    signed(&base)
}

/// `base` signed with the maker's own key; as it is, if our own program will not sign it.
fn signed(base: &[u8]) -> Vec<u8> {
    let identity = Identity::from_key_file(&VICTIM.key, passphrase()).unwrap();
    let signer = identity.signer();
    let claim = Claim {
        field: "Signature1".to_owned(),
        name: signer.name,
        role: signer.role,
        reason: "Akkoord".to_owned(),
        time: "2026-11-23T14:02:00+01:00[+01:00]".parse().unwrap(),
        certify: true,
    };
    let (ps_name, font) = Letter::Regular.file();
    sign(base, &identity, &claim, &Face { font, ps_name }).unwrap_or_else(|_| base.to_vec())
}

pub(super) fn all() -> Vec<Attack> {
    [shadows(), attachments()].into_iter().flatten().collect()
}

/// The catalog of a document.
fn catalog(document: &mut Document) -> &mut Dictionary {
    document.catalog_mut().unwrap()
}

fn first_page(document: &Document) -> lopdf::ObjectId {
    document.page_iter().next().unwrap()
}

/// Puts a drawing over the first page.
fn cover(document: &mut Document) {
    let page = first_page(document);
    let drawing = b"1 g 60 500 480 200 re f".to_vec();
    let stream = document.add_object(Stream::new(Dictionary::new(), drawing));
    let page = document.get_dictionary_mut(page).unwrap();
    let own = page.get(b"Contents").unwrap().clone();
    page.set("Contents", Object::Array(vec![own, Object::Reference(stream)]));
}

fn shadows() -> Vec<Attack> {
    let hidden = prepared(cover);
    let covered = number(&hidden, b"1 g 60 500 480 200 re f");
    let revealed = append(
        &hidden,
        &[(covered, b"<</Length 0>>\nstream\n\nendstream".to_vec())],
        Extent::Whole,
    );
    let field = prepared(|document| {
        let page = first_page(document);
        let field = document.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Tx", "P" => page,
            "T" => Object::string_literal("uitkomst"), "V" => Object::string_literal("verplicht"),
            "Rect" => vec![60.into(), 500.into(), 540.into(), 520.into()],
        });
        let page = document.get_dictionary_mut(page).unwrap();
        let mut annotations = page.get(b"Annots").and_then(Object::as_array).unwrap().clone();
        annotations.push(Object::Reference(field));
        page.set("Annots", annotations);
    });
    let replaced = append(
        &field,
        &[changed(&field, b"(uitkomst)", b"(verplicht)", b"(niet nodig)")],
        Extent::Whole,
    );
    let second = prepared(|document| {
        let pages = catalog(document).get(b"Pages").unwrap().clone();
        document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    });
    let layer = prepared(|document| {
        let group = document.add_object(dictionary! {
            "Type" => "OCG", "Name" => Object::string_literal("laag"),
        });
        let properties = dictionary! { "OCGs" => vec![Object::Reference(group)],
        "D" => dictionary! { "OFF" => vec![Object::Reference(group)] } };
        catalog(document).set("OCProperties", properties);
    });
    let script = prepared(|document| {
        let action = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") };
        catalog(document).set("OpenAction", action);
    });
    vec![
        Attack::new("shadow", "hide: covered before signing", hidden),
        Attack::new("shadow", "hide: uncovered later", revealed),
        Attack::new("shadow", "replace: a field before signing", field),
        Attack::new("shadow", "replace: another value later", replaced),
        Attack::new("shadow", "hide and replace: a second catalog", second),
        Attack::new("shadow", "a hidden layer", layer),
        Attack::new("shadow", "a script", script),
    ]
}

/// Changes the embedded file `name`, or removes it.
fn swap(document: &mut Document, name: &str, bytes: Option<&[u8]>) {
    let specification = document
        .objects
        .iter()
        .find(|(_, object)| {
            let named = object.as_dict().and_then(|entries| entries.get(b"F"));
            named.is_ok_and(|named| *named == Object::String(name.into(), StringFormat::Literal))
        })
        .map(|(id, _)| *id)
        .unwrap();
    let entries = document.get_dictionary_mut(specification).unwrap();
    let Some(bytes) = bytes else {
        entries.set("F", Object::string_literal("anders.txt"));
        entries.set("UF", Object::string_literal("anders.txt"));
        return;
    };
    let file = entries.get(b"EF").and_then(Object::as_dict).unwrap().get(b"F").unwrap();
    let file = file.as_reference().unwrap();
    let stream = document.get_object_mut(file).and_then(Object::as_stream_mut).unwrap();
    stream.set_plain_content(bytes.to_vec());
}

fn attachments() -> Vec<Attack> {
    let others = Contents::open(&VICTIM.other).unwrap().files().unwrap();
    let mut attacks = Vec::new();
    for name in ["verslag.json", "toets.ron", "vragenlijst.ron"] {
        let other = if name == "vragenlijst.ron" {
            let own = String::from_utf8(others[name].clone()).unwrap();
            own.replacen("not_applicable", "not_required", 1).into_bytes()
        } else {
            others[name].clone()
        };
        let swapped = prepared(|document| swap(document, name, Some(&other)));
        attacks.push(Attack::new("attached", format!("{name} of another record"), swapped));
        let empty = prepared(|document| swap(document, name, Some(b"")));
        attacks.push(Attack::new("attached", format!("{name} empty"), empty));
        let gone = prepared(|document| swap(document, name, None));
        attacks.push(Attack::new("attached", format!("{name} gone"), gone));
    }
    attacks
}
