//! The file: what its catalog says, what another program reads in it, and that it is always the same.

use std::process::Command;

use lopdf::{Dictionary, Object};

use crate::record::document::{Block, Document};
use crate::record::fonts::Fonts;
use crate::record::layout::layout;
use crate::record::{render, sample};

fn printed(document: &Document) -> Vec<u8> {
    render(document, Fonts::shipped().unwrap()).unwrap()
}

fn loaded() -> lopdf::Document {
    lopdf::Document::load_mem(&printed(&sample::record())).unwrap()
}

fn dictionary<'a>(file: &'a lopdf::Document, object: &'a Object) -> &'a Dictionary {
    file.dereference(object).unwrap().1.as_dict().unwrap()
}

fn words(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let once = printed(&sample::record());
    assert!(once == printed(&sample::record()));
    let mut later = sample::record();
    later.created = "2026-11-22T14:30:01+01:00[Europe/Amsterdam]".parse().unwrap();
    assert!(once != printed(&later));
}

#[test]
fn the_file_starts_and_ends_as_a_signature_wants_it() {
    let bytes = printed(&sample::record());
    assert!(bytes.starts_with(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    assert!(bytes.ends_with(b"\n%%EOF\n"));
    let count = |token: &[u8]| bytes.windows(token.len()).filter(|part| *part == token).count();
    assert_eq!(count(b"\nxref\n"), 1);
    assert_eq!(count(b"/ObjStm"), 0);
    assert_eq!(count(b"<x:xmpmeta"), 1, "the metadata can be read without unpacking");
}

#[test]
fn the_catalog_says_what_the_file_is() {
    let file = loaded();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"nl-NL");
    let preferences = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let marks = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
    assert!(marks.get(b"Marked").unwrap().as_bool().unwrap());
    let intents = catalog.get(b"OutputIntents").unwrap().as_array().unwrap();
    let intent = dictionary(&file, &intents[0]);
    assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFA1");
    for key in [b"JavaScript".as_slice(), b"OpenAction", b"AA", b"Perms"] {
        assert!(!catalog.has(key));
    }
    let info = dictionary(&file, file.trailer.get(b"Info").unwrap());
    assert_eq!(words(info.get(b"Producer").unwrap()), "verantwoord 0.1.0");
    assert_eq!(words(info.get(b"Title").unwrap()), sample::record().title);
    assert_eq!(words(info.get(b"CreationDate").unwrap()), "D:20261122143000+01'00'");
}

#[test]
fn signature_fields_are_empty_and_tagged_by_a_single_reference() {
    let file = loaded();
    let form = dictionary(&file, file.catalog().unwrap().get(b"AcroForm").unwrap());
    let fields = form.get(b"Fields").unwrap().as_array().unwrap();
    let names: Vec<_> = fields
        .iter()
        .map(|field| {
            let field = dictionary(&file, field);
            assert_eq!(field.get(b"FT").unwrap().as_name().unwrap(), b"Sig");
            assert_eq!(field.get(b"F").unwrap().as_i64().unwrap(), 132);
            assert!(!field.has(b"V") && field.has(b"AP") && field.has(b"StructParent"));
            assert!(words(field.get(b"TU").unwrap()).starts_with("Handtekening: "));
            words(field.get(b"T").unwrap())
        })
        .collect();
    assert_eq!(names, ["Coordinator", "Director", "Author", "Dpo", "Adviser"]);
    let forms =
        file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|node| {
            node.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == b"Form")
        });
    let parts: Vec<_> = forms.map(|form| form.get(b"K").unwrap()).collect();
    assert_eq!(parts.len(), 5);
    assert!(parts.iter().all(|part| part.as_dict().is_ok()));
}

#[test]
fn attachments_are_whole_and_say_what_they_are() {
    let file = loaded();
    let belonging = file.catalog().unwrap().get(b"AF").unwrap().as_array().unwrap();
    let mut found = Vec::new();
    for specification in belonging {
        let specification = dictionary(&file, specification);
        let inner = specification.get(b"EF").unwrap().as_dict().unwrap().get(b"F").unwrap();
        let stream = file.dereference(inner).unwrap().1.as_stream().unwrap();
        let bytes = stream.get_plain_content().unwrap();
        let relationship = specification.get(b"AFRelationship").unwrap().as_name().unwrap();
        found.push((words(specification.get(b"UF").unwrap()), relationship.to_vec(), bytes));
    }
    let [source, data] = &sample::record().attachments[..] else { panic!("two attachments") };
    assert_eq!(
        found,
        [
            ("gegevens.json".to_owned(), b"Data".to_vec(), data.bytes.clone()),
            ("toets.ron".to_owned(), b"Source".to_vec(), source.bytes.clone()),
        ]
    );
}

#[test]
fn bookmarks_are_nested_in_the_order_of_the_text() {
    let file = loaded();
    let outlines = dictionary(&file, file.catalog().unwrap().get(b"Outlines").unwrap());
    let mut titles = Vec::new();
    list(&file, outlines, 0, &mut titles);
    let expected = [
        (0, "Nieuw kaartverkoopsysteem met bezoekersprofielen"),
        (1, "De belangrijkste redenen"),
        (1, "Wat moet er gebeuren"),
        (0, "Waarop de uitkomst rust"),
        (1, "Wat de uitkomst anders zou maken"),
        (1, "Wie deden mee"),
        (0, "Antwoorden"),
        (1, "A. Persoonsgegevens en rol"),
        (1, "B. Toelichting in eigen woorden"),
        (0, "Gegevens en bewaartermijnen"),
        (0, "Verantwoording"),
        (1, "Hoe dit verslag is gemaakt"),
    ];
    assert_eq!(titles, expected.map(|(depth, title)| (depth, title.to_owned())));
}

fn list(file: &lopdf::Document, of: &Dictionary, depth: usize, titles: &mut Vec<(usize, String)>) {
    let mut next = of.get(b"First").ok();
    while let Some(item) = next {
        let item = dictionary(file, item);
        titles.push((depth, words(item.get(b"Title").unwrap())));
        list(file, item, depth + 1, titles);
        next = item.get(b"Next").ok();
    }
}

#[test]
fn titles_and_names_cannot_break_the_metadata() {
    let mut document = sample::of(vec![Block::Paragraph("tekst".into())]);
    document.title = "a <b> & c\u{202E}\u{1}\nd".into();
    let bytes = printed(&document);
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains(">a &lt;b&gt; &amp; c‹U+202E›‹U+0001› d<"));
}

#[test]
fn a_record_without_headings_fields_and_attachments_is_a_file_too() {
    let bytes = printed(&sample::of(Vec::new()));
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    assert_eq!(file.get_pages().len(), 1);
    let catalog = file.catalog().unwrap();
    assert!(!catalog.has(b"Outlines") && !catalog.has(b"AcroForm") && !catalog.has(b"AF"));
}

/// What another program reads on each page is what was set there.
#[test]
fn another_program_reads_the_same_text() {
    let document = sample::record();
    let pages = layout(&document, Fonts::shipped().unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("verslag.pdf");
    crate::record::tests::write(&path, &printed(&document));
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for (index, sheet) in pages.sheets.iter().enumerate() {
        let page = (index + 1).to_string();
        let mut run = Command::new("pdftotext");
        run.args(["-raw", "-f", &page, "-l", &page]);
        let Ok(output) = run.arg(&path).arg("-").output() else {
            eprintln!("SKIPPED: pdftotext (poppler-utils) is not installed");
            return;
        };
        let read = squeezed(&String::from_utf8(output.stdout).unwrap());
        for passage in &sheet.passages {
            let words = squeezed(&passage.words());
            // Lines of a label and of its text may alternate where both stand beside each other.
            let lines = passage.inks.len() > 1;
            assert!(lines || read.contains(&words), "page {page}: {words}");
        }
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        let set: String = sheet.passages.iter().map(|passage| squeezed(&passage.words())).collect();
        assert_eq!(sorted(&read), sorted(&set), "page {page}: no letter more or less");
    }
}
