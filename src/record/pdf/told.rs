//! What the pages of a record tell, read back from the file: for records whose pages are set otherwise than here.

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};
use std::collections::{BTreeMap, HashMap};

/// The longest page that is unfolded, in bytes.
const LONGEST: usize = 8 << 20;

/// What the codes of a font tell, two bytes each.
type Letters = HashMap<[u8; 2], String>;

/// The words of all pages of `pdf` in their order, without white space, page numbers and running heads (whatever is marked as
/// an artifact; ISO 32000-1, 14.8.2.2). Nothing if it is not written as [`super::pdf`] writes.
///
/// The words come from the fonts' own tables (`ToUnicode`, 9.10.3): that a letter is drawn as it is told, this does not say.
pub fn told(pdf: &[u8]) -> Option<String> {
    let document = Document::load_mem(pdf).ok()?;
    let mut words = String::new();
    for page in document.get_pages().into_values() {
        page_words(&document, page, &mut words)?;
    }
    Some(words)
}

fn page_words(document: &Document, page: ObjectId, words: &mut String) -> Option<()> {
    let fonts = document.get_page_fonts(page).ok()?;
    let fonts: BTreeMap<&[u8], Letters> = fonts
        .iter()
        .map(|(name, font)| Some((name.as_slice(), letters(document, font)?)))
        .collect::<Option<_>>()?;
    let content = document.get_page_content_with_limit(page, LONGEST).ok()?;
    let mut font = None;
    // What is marked, from the outside in; true for an artifact.
    let mut marked: Vec<bool> = Vec::new();
    for operation in Content::decode(&content).ok()?.operations {
        match (operation.operator.as_str(), operation.operands.as_slice()) {
            ("BMC" | "BDC", [tag, ..]) => marked.push(tag.as_name().ok()? == b"Artifact"),
            ("EMC", _) => drop(marked.pop()?),
            ("Tf", [name, _]) => font = fonts.get(name.as_name().ok()?),
            ("Tj" | "TJ", [shown]) if !marked.contains(&true) => shows(shown, font?, words)?,
            _ => {}
        }
    }
    Some(())
}

/// The table of a font as it is written here: lists of codes, each with its letters in UTF-16.
fn letters(document: &Document, font: &Dictionary) -> Option<Letters> {
    let table = font.get_deref(b"ToUnicode", document).ok()?.as_stream().ok()?;
    let table = table.decompressed_content_with_limit(LONGEST).ok()?;
    let mut letters = Letters::new();
    let mut rest = table.as_slice();
    while let Some(begin) = found(BEGIN, rest) {
        rest = rest.get(begin + BEGIN.len()..)?;
        let (list, after) = rest.split_at_checked(found(END, rest)? + END.len())?;
        rest = after;
        for operation in Content::decode(list).ok()?.operations {
            for pair in operation.operands.chunks_exact(2) {
                let [code, letter] = pair else { continue };
                let units = letter.as_str().ok()?.chunks_exact(2);
                let units: Vec<u16> =
                    units.map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
                letters
                    .insert(code.as_str().ok()?.try_into().ok()?, String::from_utf16(&units).ok()?);
            }
        }
    }
    Some(letters)
}

/// What stands around a list of codes.
const BEGIN: &[u8] = b"beginbfchar";
const END: &[u8] = b"endbfchar";

fn found(word: &[u8], text: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|part| part == word)
}

/// Adds what `shown` shows: letters, or letters with the white between them.
fn shows(shown: &Object, font: &Letters, words: &mut String) -> Option<()> {
    match shown {
        Object::String(bytes, _) => {
            for code in bytes.chunks(2) {
                let told = font.get(code)?;
                words.extend(told.chars().filter(|letter| !letter.is_whitespace()));
            }
        }
        Object::Array(parts) => {
            for part in parts {
                shows(part, font, words)?;
            }
        }
        _ => {}
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::record::{Fonts, layout, layout::Owner, pdf, sample};

    #[test]
    fn every_word_of_a_record_is_told_in_its_order() {
        let (document, fonts) = (sample::record(), Fonts::shipped().unwrap());
        let pages = layout(&document, fonts).unwrap();
        let passages = pages.sheets.iter().flat_map(|sheet| &sheet.passages);
        let words: String = passages
            .filter(|passage| passage.owner != Owner::Artifact)
            .flat_map(|passage| passage.words().chars().collect::<Vec<_>>())
            .filter(|letter| !letter.is_whitespace())
            .collect();
        assert_eq!(told(&pdf(&document, &pages, fonts).unwrap()).unwrap(), words);
    }

    #[test]
    fn what_is_no_record_tells_nothing() {
        assert_eq!(told(b""), None);
        assert_eq!(told(b"%PDF-1.7\n"), None);
    }
}
