//! The font of the visible block: measured, cut down to what is used, and written as PDF objects
//! (ISO 32000-1, 9.6 to 9.10; embedded as ISO 19005-3, 6.2.11 asks).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;
use ttf_parser::GlyphId;

use super::{append::Objects, error::SignError, pdf::write_name};

/// The font of the visible block, given by the caller. Signing and verifying need the very same font.
#[derive(Clone, Copy, Debug)]
pub struct Face<'a> {
    /// A TrueType font.
    pub font: &'a [u8],
    /// Its `PostScript` name, such as `NotoSans-Regular`.
    pub ps_name: &'a str,
}

/// A font that is open for measuring.
pub(super) struct Typeface<'a> {
    face: Face<'a>,
    parsed: ttf_parser::Face<'a>,
}

impl<'a> Typeface<'a> {
    /// Opens the font.
    pub(super) fn open(face: Face<'a>) -> Result<Self, SignError> {
        let parsed = ttf_parser::Face::parse(face.font, 0)
            .map_err(|error| SignError::Font(error.to_string()))?;
        if parsed.units_per_em() == 0 {
            return Err(SignError::Font("no units per em".into()));
        }
        Ok(Self { face, parsed })
    }

    /// Advance width of a character in thousandths of the font size.
    pub(super) fn advance(&self, character: char) -> Result<i64, SignError> {
        let glyph = self.glyph(character)?;
        Ok(self.scale(i64::from(self.parsed.glyph_hor_advance(glyph).unwrap_or(0))))
    }

    fn glyph(&self, character: char) -> Result<GlyphId, SignError> {
        let glyph = self.parsed.glyph_index(character).filter(|glyph| glyph.0 != 0);
        glyph.ok_or(SignError::Glyph(character))
    }

    /// Font units to thousandths of the font size, rounded.
    fn scale(&self, units: i64) -> i64 {
        let em = i64::from(self.parsed.units_per_em());
        (units * 1000 + units.signum() * em / 2) / em
    }

    /// Cuts the font down to `characters`.
    pub(super) fn cut(&self, characters: &BTreeSet<char>) -> Result<Cut<'_>, SignError> {
        let mut remapper = GlyphRemapper::new();
        let mut codes = BTreeMap::new();
        let mut widths = BTreeMap::new();
        for character in characters {
            let code = remapper.remap(self.glyph(*character)?.0);
            codes.insert(*character, code);
            widths.insert(code, self.advance(*character)?);
        }
        let program = subsetter::subset(self.face.font, 0, &remapper)
            .map_err(|error| SignError::Font(error.to_string()))?;
        Ok(Cut { typeface: self, codes, widths, program })
    }
}

/// A font cut down to some characters.
pub(super) struct Cut<'a> {
    typeface: &'a Typeface<'a>,
    codes: BTreeMap<char, u16>,
    widths: BTreeMap<u16, i64>,
    program: Vec<u8>,
}

impl Cut<'_> {
    /// The codes of `text` as a hexadecimal string.
    pub(super) fn codes(&self, text: &str) -> String {
        let codes = text.chars().filter_map(|character| self.codes.get(&character));
        codes.fold(String::new(), |mut out, code| {
            let _ = write!(out, "{code:04x}");
            out
        })
    }

    /// Writes the font's objects; gives the number of the font dictionary.
    pub(super) fn write(&self, objects: &mut Objects) -> Result<u32, SignError> {
        let name = self.subset_name();
        let program =
            objects.add_stream(&format!("/Length1 {}", self.program.len()), &self.program);
        let descriptor = objects.add(self.descriptor(&name, program).into_bytes())?;
        let to_unicode = objects.add_stream("", self.to_unicode().as_bytes());
        let descendant = format!(
            "<</Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDSystemInfo <</Registry \
             (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor {descriptor} 0 R /W \
             [{}] /DW 1000 /CIDToGIDMap /Identity>>",
            self.width_list()
        );
        let descendant = objects.add(descendant.into_bytes())?;
        let font = format!(
            "<</Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H \
             /DescendantFonts [{descendant} 0 R] /ToUnicode {to_unicode} 0 R>>"
        );
        objects.add(font.into_bytes())
    }

    /// Six capitals that follow from the glyphs, a plus sign, the font's own name.
    fn subset_name(&self) -> String {
        let digest = Sha256::digest(&self.program);
        let tag: String = digest[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect();
        let mut name = Vec::new();
        write_name(&format!("{tag}+{}", self.typeface.face.ps_name), &mut name);
        String::from_utf8_lossy(&name).into_owned()
    }

    fn descriptor(&self, name: &str, program: u32) -> String {
        let parsed = &self.typeface.parsed;
        let scale = |units: i16| self.typeface.scale(i64::from(units));
        let bounds = parsed.global_bounding_box();
        let capitals = parsed.capital_height().unwrap_or_else(|| parsed.ascender());
        format!(
            "<</Type /FontDescriptor /FontName {name} /Flags 32 /FontBBox [{} {} {} {}] \
             /ItalicAngle 0 /Ascent {} /Descent {} /CapHeight {} /StemV 88 /FontFile2 {program} 0 \
             R>>",
            scale(bounds.x_min),
            scale(bounds.y_min),
            scale(bounds.x_max),
            scale(bounds.y_max),
            scale(parsed.ascender()),
            scale(parsed.descender()),
            scale(capitals),
        )
    }

    fn width_list(&self) -> String {
        let widths = self.widths.iter().map(|(code, width)| format!("{code} [{width}]"));
        widths.collect::<Vec<_>>().join(" ")
    }

    /// Codes back to characters, so that the words can be searched and read aloud (ISO 32000-1, 9.10.3).
    fn to_unicode(&self) -> String {
        let mut characters: BTreeMap<u16, char> = BTreeMap::new();
        for (character, code) in &self.codes {
            characters.entry(*code).or_insert(*character);
        }
        let entries: Vec<_> = characters.into_iter().collect();
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo \
             <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName \
             /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> \
             <ffff>\nendcodespacerange\n",
        );
        for chunk in entries.chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", chunk.len());
            for (code, character) in chunk {
                let mut units = [0; 2];
                let _ = write!(map, "<{code:04x}> <");
                for unit in character.encode_utf16(&mut units) {
                    let _ = write!(map, "{unit:04x}");
                }
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
        map
    }
}
