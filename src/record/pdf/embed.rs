//! A font cut down to the letters of one record (ISO 19005-3, 6.2.11.4).

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontMetrics, ParsedFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::PdfError;
use crate::record::fonts::Font;

/// `font` with only the glyphs of `characters`, as `printpdf` wants it.
pub(super) fn cut(font: &Font, characters: &BTreeSet<char>) -> Result<ParsedFont, PdfError> {
    let mut remapper = GlyphRemapper::new();
    let mut glyphs = BTreeMap::new();
    let mut widths = BTreeMap::new();
    for character in characters {
        if let Some(glyph) = font.glyph(*character) {
            let new = remapper.remap(glyph.0);
            glyphs.insert(u32::from(*character), new);
            widths.insert(new, font.face.glyph_hor_advance(glyph).unwrap_or(0));
        }
    }
    widths.insert(0, font.face.glyph_hor_advance(ttf_parser::GlyphId(0)).unwrap_or(0));
    let bytes = subsetter::subset(font.bytes, 0, &remapper)
        .map_err(|source| PdfError::Font { name: font.name, source })?;
    let name = format!("{}+{}", prefix(&bytes), font.name);
    let units = font.face.units_per_em();
    let metrics = FontMetrics { ascent: font.face.ascender(), descent: font.face.descender() };
    let mut cut = ParsedFont::with_glyph_data(bytes, 0, Some(name), glyphs, widths, units, metrics);
    let bounds = font.face.global_bounding_box();
    cut.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: units,
        x_min: bounds.x_min,
        y_min: bounds.y_min,
        x_max: bounds.x_max,
        y_max: bounds.y_max,
        us_weight_class: font.face.weight().to_number(),
        ..PdfFontMetricsStub::default()
    };
    Ok(cut)
}

/// Six capital letters that differ for each cut (ISO 32000-1, 9.6.4).
fn prefix(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
