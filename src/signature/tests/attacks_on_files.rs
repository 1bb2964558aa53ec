//! Attacks by what is appended: incremental saving, shadow objects, changed fields and appearances.

use std::fmt::Write as _;

use super::fixtures::*;
use crate::signature::{Problem, Standing, sign};

/// What is left out of an appended revision.
#[derive(Clone, Copy, PartialEq)]
enum Leave {
    Nothing,
    Table,
    TableAndTrailer,
}

/// `pdf` with a revision of these objects appended, the way any PDF library does it.
fn append(pdf: &[u8], objects: &[(u32, String)], leave: Leave) -> Vec<u8> {
    append_with(pdf, objects, leave, "")
}

fn append_with(pdf: &[u8], objects: &[(u32, String)], leave: Leave, entries: &str) -> Vec<u8> {
    let mut out = pdf.to_vec();
    let mut table = String::from("xref\n");
    for (number, body) in objects {
        let _ = write!(table, "{number} 1\n{:010} 00000 n\r\n", out.len());
        out.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
    }
    if leave == Leave::TableAndTrailer {
        return out;
    }
    let start = out.len();
    let at = last(pdf, "startxref\n") + 10;
    let previous = pdf[at..].split(|byte| *byte == b'\n').next().unwrap();
    let previous = String::from_utf8_lossy(previous);
    let at = last(pdf, "/Size");
    let end = at + last(&pdf[at..], " /Prev");
    let same = String::from_utf8_lossy(&pdf[at..end]).into_owned();
    if leave == Leave::Nothing {
        out.extend(table.bytes());
    }
    let trailer =
        format!("trailer\n<<{same} /Prev {previous}{entries}>>\nstartxref\n{start}\n%%EOF\n");
    out.extend(trailer.bytes());
    out
}

/// Number and body of the last object that holds `mark`.
fn object(pdf: &[u8], mark: &str) -> (u32, String) {
    let at = last(pdf, mark);
    let start = last(&pdf[..at], " 0 obj\n");
    let line = pdf[..start].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    let number = std::str::from_utf8(&pdf[line..start]).unwrap().parse().unwrap();
    let end = pdf[at..].windows(8).position(|window| window == b"\nendobj\n").unwrap() + at;
    (number, String::from_utf8_lossy(&pdf[start + 7..end]).into_owned())
}

fn changed(pdf: &[u8], mark: &str, old: &str, new: &str) -> (u32, String) {
    let (number, body) = object(pdf, mark);
    assert!(body.contains(old), "{old:?} not in {body}");
    (number, body.replacen(old, new, 1))
}

#[test]
fn nothing_but_a_signature_can_be_appended() {
    let pdf = SIGNED.as_slice();
    let drawing = "<</Length 18>>\nstream\n9 9 m 500 500 l S \nendstream";
    let content = (object(pdf, "0 0 m 100 100 l S").0, drawing.to_owned());
    let highest = 900;
    let signature = object(pdf, "/Type /Sig ").1;
    let cases = [
        ("page content", content.clone()),
        ("page", changed(pdf, "/Type/Page/", "/MediaBox[0 0 595 842]", "/MediaBox[0 0 595 400]")),
        ("info", changed(pdf, "/Title(", "(Verslag)", "(Ander verslag)")),
        ("catalog language", changed(pdf, "/Perms", ">>", "/Lang (en)>>")),
        ("open action", changed(pdf, "/Perms", ">>", "/OpenAction <</S /JavaScript /JS (x)>>>>")),
        ("second catalog", (highest, "<</Type /Catalog /Pages 1 0 R>>".to_owned())),
        ("copied signature", (highest, signature.clone())),
        ("font", changed(pdf, "/FontFile2", "/FontFile2", "/FontFile3")),
        ("appearance", changed(pdf, "/Subtype /Form", "/BBox [0 0", "/BBox [9 9")),
        ("field without value", changed(pdf, "/V ", "/V ", "/W ")),
        ("field moved", changed(pdf, "/V ", "/Rect [50 ", "/Rect [90 ")),
        ("empty object", (highest, "null".to_owned())),
        ("attachment", (highest, "<</Type /Filespec /F (a)>>".to_owned())),
    ];
    for (name, case) in cases {
        let whole = append(pdf, std::slice::from_ref(&case), Leave::Nothing);
        assert_refused(name, &whole, Standing::Modified, Problem::NotASignature);
        let halves = append(pdf, std::slice::from_ref(&case), Leave::Table);
        assert_refused(name, &halves, Standing::Modified, Problem::Grammar);
        let objects = append(pdf, std::slice::from_ref(&case), Leave::TableAndTrailer);
        assert_refused(name, &objects, Standing::Modified, Problem::Grammar);
    }
    let empty = append(pdf, &[], Leave::Nothing);
    assert_refused("empty revision", &empty, Standing::Modified, Problem::NotASignature);
}

#[test]
fn trailers_say_nothing_new() {
    let pdf = SIGNED.as_slice();
    let thing = (900, "null".to_owned());
    for entries in [" /XRefStm 9", " /Encrypt 1 0 R", " /Prev 9"] {
        let file = append_with(pdf, std::slice::from_ref(&thing), Leave::Nothing, entries);
        assert_refused(entries, &file, Standing::Modified, Problem::Grammar);
    }
    let root = overwrite(pdf, "/Root ", "/Boot ");
    assert_refused("root", &root, Standing::Modified, Problem::RevisionDiffers);
}

#[test]
fn an_object_cannot_occur_twice_or_be_hidden() {
    let thing = (900, "null".to_owned());
    let twice = append(&SIGNED, &[thing.clone(), thing.clone()], Leave::Nothing);
    assert_refused("twice", &twice, Standing::Modified, Problem::DuplicateObject);
    let mut freed = append(&SIGNED, &[thing], Leave::Nothing);
    let at = last(&freed, " 00000 n");
    freed[at + 7] = b'f';
    assert_refused("freed", &freed, Standing::Modified, Problem::Grammar);
    let lost = overwrite(&SIGNED, "startxref\n", "startxrof\n");
    assert_refused("lost", &lost, Standing::Modified, Problem::Grammar);
}

/// A valid signature of a stranger does not excuse what he adds beside it.
#[test]
fn a_stranger_cannot_smuggle_objects_in_with_a_signature() {
    let stranger = person("Carla Vreemd");
    let honest = sign(&SIGNED, &stranger, &claim("FG", &stranger, 3), &FACE).unwrap();
    assert_eq!(check(&honest).standing, Standing::ValidUnknownSigner);
    for (old, new) in [
        ("/ItalicAngle 0", "/ItalicAngle 9"),
        ("/CIDToGIDMap", "/CIDToGIDMop"),
        ("q BT 0 g", "q BT 1 g"),
    ] {
        let pdf = overwrite(&honest, old, new);
        assert_refused(old, &pdf, Standing::Modified, Problem::RevisionDiffers);
    }
}

/// What a signature shows follows from the claim, so another font is another appearance.
#[test]
fn another_font_is_another_appearance() {
    let other = crate::signature::Face { ps_name: "NotoSans-Rogular", ..FACE };
    let verification = crate::signature::verify(&SIGNED, &trust(&[&ANNA, &BRAM]), &other);
    assert_eq!(verification.all_problems(), [Problem::RevisionDiffers]);
}

#[test]
fn active_content_in_the_base_is_refused() {
    use lopdf::dictionary;
    let script = dictionary! { "S" => "JavaScript", "JS" => lopdf::Object::string_literal("x") };
    for catalog in [
        dictionary! { "OpenAction" => script.clone() },
        dictionary! { "Names" => dictionary! { "Deep" => vec![script.into()] } },
        dictionary! { "Perms" => dictionary! {} },
    ] {
        let pdf = Base { catalog, ..Base::default() }.bytes();
        assert_refused("base", &pdf, Standing::Invalid, Problem::BaseForbidden);
        assert!(sign(&pdf, &ANNA, &certifying("Auteur", &ANNA), &FACE).is_err());
    }
}

#[test]
fn a_foreign_file_is_told_from_a_changed_one() {
    let foreign = Base { producer: "LibreOffice 7.4", ..Base::default() }.bytes();
    let verification = check(&foreign);
    assert_eq!((verification.standing, verification.ours), (Standing::Unsigned, false));
    assert!(sign(&foreign, &ANNA, &certifying("Auteur", &ANNA), &FACE).is_err());
    let signed = b"%PDF-1.4\n1 0 obj\n<</Type /Sig /SubFilter /adbe.pkcs7.detached>>\nendobj\n";
    let verification = check(signed);
    assert_eq!((verification.standing, verification.ours), (Standing::Invalid, false));
    assert!(verification.problems.contains(&Problem::NotOurs));
    let changed = overwrite(&SIGNED, "0 0 m 100 100 l S", "0 0 m 100 900 l S");
    let verification = check(&changed);
    assert_eq!((verification.standing, verification.ours), (Standing::Modified, true));
}
