//! Universal signature forgery, and single bytes: something is overwritten where it stands.

use super::{
    Attack,
    tools::{first, in_place, last, places},
    victim::VICTIM,
};

/// What can be written in the place of a signature's `/ByteRange`, and of its `/Contents`.
const RANGES: [(&str, &str); 6] = [
    ("nothing", ""),
    ("null", "null"),
    ("zeroes", "[0 0 0 0]"),
    ("two numbers", "[0 100]"),
    ("a negative number", "[0 -1 0 0]"),
    ("the whole file", "[0 999999 999999 0]"),
];
const CONTENTS: [(&str, &str); 4] =
    [("nothing", ""), ("null", "null"), ("an empty string", "<>"), ("a zero", "<00>")];

pub(super) fn all() -> Vec<Attack> {
    [forgeries(), keys(), flips(), strings()].into_iter().flatten().collect()
}

/// Each signature dictionary of the record: from where to where its `/ByteRange` and `/Contents` stand.
fn dictionaries(pdf: &[u8]) -> Vec<(usize, usize, usize, usize)> {
    let ranges = places(pdf, b"/ByteRange [");
    let found = ranges.into_iter().map(|range| {
        let start = range + b"/ByteRange ".len();
        let end = first(pdf, b"]", start) + 1;
        let contents =
            first(pdf, b"/Contents <", last(&pdf[..range], b" obj")) + b"/Contents ".len();
        (start, end, contents, first(pdf, b">", contents) + 1)
    });
    found.collect()
}

fn forgeries() -> Vec<Attack> {
    let pdf = &VICTIM.twice;
    let mut attacks = Vec::new();
    for (place, (from, to, contents, end)) in dictionaries(pdf).into_iter().enumerate() {
        let place = place + 1;
        for (name, text) in RANGES {
            let bytes = in_place(pdf, from, to - from, text.as_bytes());
            attacks.push(Attack::new("USF", format!("byte range {place}: {name}"), bytes));
        }
        for (name, text) in CONTENTS {
            let bytes = in_place(pdf, contents, end - contents, text.as_bytes());
            attacks.push(Attack::new("USF", format!("contents {place}: {name}"), bytes));
        }
    }
    attacks
}

/// Names of which another one makes a reader look away.
fn keys() -> Vec<Attack> {
    let pdf = &VICTIM.twice;
    let swaps: [(&str, &[u8], &[u8]); 6] = [
        ("unknown sub-filter", b"/SubFilter /ETSI.CAdES.detached", b"/SubFilter /x"),
        (
            "sub-filter of another kind",
            b"/SubFilter /ETSI.CAdES.detached",
            b"/SubFilter /adbe.pkcs7.detached",
        ),
        ("byte range by another name", b"/ByteRange", b"/ByteRangf"),
        ("contents by another name", b"/Contents <", b"/Contentt <"),
        ("no signature field", b"/FT /Sig", b"/FT /Tx "),
        ("nothing certified", b"/Perms <</DocMDP", b"/Permt <</DocMDP"),
    ];
    let swapped = swaps.into_iter().map(|(name, old, new)| {
        Attack::new("USF", name, in_place(pdf, last(pdf, old), old.len(), new))
    });
    swapped.collect()
}

/// One bit, in each kind of thing that a record consists of.
fn flips() -> Vec<Attack> {
    let pdf = &VICTIM.twice;
    let kinds: [(&str, &[u8], usize); 10] = [
        ("header", b"%PDF-", 7),
        ("page tree", b"/Type/Pages", 15),
        ("page content", b"/Filter/FlateDecode>>stream\n", 60),
        ("font", b"/Length1", 60),
        ("metadata", b"<x:xmpmeta", 30),
        ("attachment", b"/Type/EmbeddedFile", 160),
        ("structure tree", b"/Type/StructTreeRoot", 25),
        ("cross-reference table", b"xref\n0 ", 40),
        ("identifier", b"/ID", 10),
        ("start of the table", b"startxref\n", 11),
    ];
    let flipped = kinds.into_iter().map(|(name, mark, offset)| {
        let mut bytes = pdf.clone();
        bytes[first(pdf, mark, 0) + offset] ^= 1;
        Attack::new("flip", name, bytes)
    });
    flipped.collect()
}

/// What stands in clear in a signature: name, time, reason; and the letters of its value.
fn strings() -> Vec<Attack> {
    let pdf = &VICTIM.twice;
    let (_, _, contents, end) = dictionaries(pdf)[0];
    let mut upper = pdf.clone();
    upper[contents..end].make_ascii_uppercase();
    let mut longer = pdf.clone();
    longer[end - 2] = b'1';
    let day = first(pdf, b"/M (D:", 0) + 6;
    vec![
        Attack::new("CMS", "value in capitals", upper),
        Attack::new("CMS", "padding that is not zero", longer),
        Attack::new("CMS", "other day", in_place(pdf, day, 8, b"20250101")),
        Attack::new("CMS", "value cut short", {
            let middle = contents + (end - contents) / 40;
            in_place(pdf, middle, 400, &[b'0'; 400])
        }),
    ]
}
