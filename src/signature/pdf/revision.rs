//! Revisions: objects, cross-reference table, trailer, `%%EOF`; every byte accounted for (ISO 32000-1, 7.5).

use std::collections::BTreeMap;
use std::ops::Range;

use super::scan::Scanner;
use super::value::{Dict, Value};
use crate::signature::problem::Problem;

/// The first line of every file that we write.
pub(in super::super) const HEADER: &[u8] = b"%PDF-1.7\n";

/// One revision of a file.
#[derive(Clone, Debug)]
pub(in super::super) struct Revision<'a> {
    /// Where its bytes stand in the file.
    pub(in super::super) range: Range<usize>,
    /// Its objects: number to the place of the value.
    pub(in super::super) objects: BTreeMap<u32, usize>,
    /// Where its cross-reference table starts.
    pub(in super::super) cross_reference: usize,
    /// Its trailer dictionary.
    pub(in super::super) trailer: Dict<'a>,
    /// Whether an object holds what no record holds: scripts, launch actions, parts of signatures.
    pub(in super::super) forbidden: bool,
}

/// The place after the header line and the line of binary bytes that may follow it.
pub(in super::super) fn skip_header(bytes: &[u8]) -> Result<usize, Problem> {
    if !bytes.starts_with(HEADER) {
        return Err(Problem::NotPdf);
    }
    let at = HEADER.len();
    if bytes.get(at) != Some(&b'%') {
        return Ok(at);
    }
    let line = bytes[at..].iter().take(256).position(|byte| *byte == b'\n');
    line.map(|length| at + length + 1).ok_or(Problem::Grammar)
}

/// Reads the revision that starts at `at`; `previous` is where the table of the one before it starts.
pub(in super::super) fn read_revision(
    bytes: &[u8],
    at: usize,
    previous: Option<usize>,
) -> Result<Revision<'_>, Problem> {
    let mut objects = BTreeMap::new();
    let mut offsets = BTreeMap::new();
    let mut forbidden = false;
    let mut at_object = at;
    loop {
        let mut scanner = Scanner::new(bytes, at_object);
        if !scanner.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            break;
        }
        let number = scanner.object_number()?;
        scanner.expect(b" 0 obj\n")?;
        if objects.insert(number, scanner.at).is_some() {
            return Err(Problem::DuplicateObject);
        }
        offsets.insert(number, at_object);
        forbidden |= holds_forbidden(&read_object(&mut scanner)?.0);
        at_object = scanner.at;
    }
    let mut scanner = Scanner::new(bytes, at_object);
    let cross_reference = scanner.at;
    if read_table(&mut scanner)? != offsets {
        return Err(Problem::CrossReference);
    }
    let trailer = read_trailer(&mut scanner, cross_reference)?;
    let stated = match trailer.get("Prev") {
        Some(value) => Some(value.integer().ok_or(Problem::CrossReference)?),
        None => None,
    };
    if stated != previous {
        return Err(Problem::CrossReference);
    }
    if trailer.get("XRefStm").is_some() || trailer.get("Encrypt").is_some() {
        return Err(Problem::Grammar);
    }
    Ok(Revision { range: at..scanner.at, objects, cross_reference, trailer, forbidden })
}

/// Takes the value of an indirect object, the bytes of the stream behind it if there is one, and `endobj`.
pub(super) fn read_object<'a>(
    scanner: &mut Scanner<'a>,
) -> Result<(Value<'a>, Option<&'a [u8]>), Problem> {
    let value = scanner.value()?;
    scanner.blanks();
    let mut stream = None;
    if scanner.take(b"stream\n") {
        let length = value.dict().and_then(|dict| dict.get("Length")).and_then(Value::integer);
        stream = Some(scanner.skip(length.ok_or(Problem::Grammar)?)?);
        scanner.take(b"\n");
        scanner.expect(b"endstream")?;
        scanner.blanks();
    }
    scanner.expect(b"endobj\n")?;
    Ok((value, stream))
}

/// Takes the table: object number to offset. Only object 0 may be free, and every generation is 0.
fn read_table(scanner: &mut Scanner<'_>) -> Result<BTreeMap<u32, usize>, Problem> {
    scanner.expect(b"xref\n")?;
    let mut offsets = BTreeMap::new();
    while scanner.peek().is_some_and(|byte| byte.is_ascii_digit()) {
        let first = scanner.number()?;
        scanner.expect(b" ")?;
        let count = scanner.number()?;
        scanner.blanks();
        for index in 0..count {
            let number = first.checked_add(index).and_then(|number| u32::try_from(number).ok());
            let number = number.ok_or(Problem::CrossReference)?;
            let offset = scanner.number()?;
            if number == 0 {
                scanner.expect(b" 65535 f")?;
            } else {
                scanner.expect(b" 00000 n")?;
                if offsets.insert(number, offset).is_some() {
                    return Err(Problem::CrossReference);
                }
            }
            scanner.blanks();
        }
    }
    Ok(offsets)
}

fn read_trailer<'a>(
    scanner: &mut Scanner<'a>,
    cross_reference: usize,
) -> Result<Dict<'a>, Problem> {
    scanner.expect(b"trailer\n")?;
    let trailer = scanner.dict()?;
    scanner.expect(b"\nstartxref\n")?;
    if scanner.number()? != cross_reference {
        return Err(Problem::CrossReference);
    }
    scanner.expect(b"\n%%EOF\n")?;
    Ok(trailer)
}

/// Scripts and actions that run by themselves, other form technology, and signature parts.
fn holds_forbidden(value: &Value<'_>) -> bool {
    const KEYS: [&[u8]; 8] =
        [b"JS", b"JavaScript", b"OpenAction", b"AA", b"XFA", b"Perms", b"ByteRange", b"Launch"];
    const ACTIONS: [&str; 4] = ["JavaScript", "Launch", "SubmitForm", "ImportData"];
    match value {
        Value::Array(values) => values.iter().any(holds_forbidden),
        Value::Dict(dict) => {
            let signed =
                dict.get("FT").is_some_and(|kind| kind.is_name("Sig")) && dict.get("V").is_some();
            let acts =
                dict.get("S").is_some_and(|action| ACTIONS.iter().any(|name| action.is_name(name)));
            signed
                || acts
                || dict.0.iter().any(|(key, value)| KEYS.contains(key) || holds_forbidden(value))
        }
        _ => false,
    }
}
