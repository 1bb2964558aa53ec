//! An attacker's tools: finding, replacing in place, and appending revisions the way any PDF library does it.

use std::fmt::Write as _;

/// Where `needle` stands last.
pub(super) fn last(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).rposition(|window| window == needle).unwrap()
}

/// Where `needle` stands first, from `start` on.
pub(super) fn first(bytes: &[u8], needle: &[u8], start: usize) -> usize {
    start + bytes[start..].windows(needle.len()).position(|window| window == needle).unwrap()
}

/// Every place where `needle` stands.
pub(super) fn places(bytes: &[u8], needle: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(needle.len()).enumerate();
    windows.filter(|(_, window)| *window == needle).map(|(place, _)| place).collect()
}

/// `bytes` with `old` at `place` replaced by `new`, filled up with spaces or cut, so that nothing else moves.
pub(super) fn in_place(bytes: &[u8], place: usize, old: usize, new: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for (offset, byte) in out[place..place + old].iter_mut().enumerate() {
        *byte = new.get(offset).copied().unwrap_or(b' ');
    }
    out
}

/// The body of the newest object `number`, without `obj` and `endobj`.
pub(super) fn body(pdf: &[u8], number: u32) -> Vec<u8> {
    let head = format!("\n{number} 0 obj\n");
    let start = last(pdf, head.as_bytes()) + head.len();
    let end = first(pdf, b"\nendobj", start);
    pdf[start..end].to_vec()
}

/// The number of the newest object that holds `mark`.
pub(super) fn number(pdf: &[u8], mark: &[u8]) -> u32 {
    let at = last(pdf, mark);
    let end = last(&pdf[..at], b" 0 obj\n");
    let start = pdf[..end].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    std::str::from_utf8(&pdf[start..end]).unwrap().parse().unwrap()
}

/// The newest object that holds `mark`, with `old` in it replaced by `new`.
pub(super) fn changed(pdf: &[u8], mark: &[u8], old: &[u8], new: &[u8]) -> (u32, Vec<u8>) {
    let number = number(pdf, mark);
    let mut body = body(pdf, number);
    let at = last(&body, old);
    body.splice(at..at + old.len(), new.iter().copied());
    (number, body)
}

/// How much of a revision is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Extent {
    /// Objects, table and trailer.
    Whole,
    /// Objects and trailer.
    NoTable,
    /// Only objects.
    Objects,
}

/// `pdf` with a revision of these objects appended.
pub(super) fn append(pdf: &[u8], objects: &[(u32, Vec<u8>)], extent: Extent) -> Vec<u8> {
    append_with(pdf, objects, extent, "")
}

/// The same, with more entries in the trailer.
pub(super) fn append_with(
    pdf: &[u8],
    objects: &[(u32, Vec<u8>)],
    extent: Extent,
    entries: &str,
) -> Vec<u8> {
    let mut out = pdf.to_vec();
    let mut table = String::from("xref\n");
    for (number, body) in objects {
        let _ = write!(table, "{number} 1\n{:010} 00000 n\r\n", out.len());
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(body);
        out.extend(b"\nendobj\n");
    }
    if extent == Extent::Objects {
        return out;
    }
    let start = out.len();
    let at = last(pdf, b"startxref\n") + 10;
    let previous = String::from_utf8_lossy(&pdf[at..first(pdf, b"\n", at)]).into_owned();
    let trailer = last(pdf, b"trailer\n");
    let size = first(pdf, b"/Size", trailer);
    let end = first(pdf, b"/Prev", size).min(first(pdf, b">>", size));
    let same = String::from_utf8_lossy(&pdf[size..end]).into_owned();
    if extent == Extent::Whole {
        out.extend(table.bytes());
    }
    let trailer =
        format!("trailer\n<<{same}{entries} /Prev {previous}>>\nstartxref\n{start}\n%%EOF\n");
    out.extend(trailer.bytes());
    out
}
