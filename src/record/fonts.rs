//! The letters a record is printed with: which font has a character, how wide it is, how close it stands to the next.

use std::sync::{
    LazyLock, OnceLock,
    atomic::{AtomicI16, Ordering},
};

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, Tag};

/// One of the four fonts of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letter {
    /// Noto Sans.
    Regular,
    /// Noto Sans Bold.
    Bold,
    /// Noto Sans Symbols 2: ✓ ☐.
    Symbols,
    /// Noto Sans Math: → ≥.
    Math,
}

impl Letter {
    /// The font's `PostScript` name and its whole file (`assets/README.md`), for who prints beside a record too.
    pub fn file(self) -> (&'static str, &'static [u8]) {
        match self {
            Self::Regular => (
                "NotoSans-Regular",
                include_bytes!("../../assets/fonts/NotoSans-Regular.ttf").as_slice(),
            ),
            Self::Bold => ("NotoSans-Bold", include_bytes!("../../assets/fonts/NotoSans-Bold.ttf")),
            Self::Symbols => (
                "NotoSansSymbols2-Regular",
                include_bytes!("../../assets/fonts/NotoSansSymbols2-Regular.ttf"),
            ),
            Self::Math => (
                "NotoSansMath-Regular",
                include_bytes!("../../assets/fonts/NotoSansMath-Regular.ttf"),
            ),
        }
    }
}

/// The fonts and the colour profile of a record, parsed once.
pub struct Fonts {
    faces: [Font; 4],
    profile: &'static [u8],
}

/// A character as the font that has it draws it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Which font.
    pub(super) letter: Letter,
    /// Its width, in thousandths of the type size.
    pub(super) advance: f32,
    glyph: GlyphId,
}

/// A font with its bytes.
pub(super) struct Font {
    /// `PostScript` name.
    pub(super) name: &'static str,
    /// The whole font file.
    pub(super) bytes: &'static [u8],
    /// The same, parsed.
    pub(super) face: Face<'static>,
    /// Its characters in order, with their glyphs and widths; looked up in the file once, and then for every letter of a
    /// record.
    letters: OnceLock<Vec<(char, GlyphId, u16)>>,
    /// Which glyphs stand closer or wider, likewise.
    kerning: OnceLock<Vec<Kerning>>,
    /// What was found of the pairs of the first glyphs, which are the plain letters: they come back all the time.
    pairs: OnceLock<Box<[AtomicI16]>>,
}

/// How many glyphs, from the first, have their pairs remembered.
const PLAIN: usize = 128;
/// A pair that was not looked up yet; no distance is as far.
const UNKNOWN: i16 = i16::MIN;

/// A table of pairs, with the place of each glyph in it.
struct Kerning {
    /// By number of the left glyph: its place among the first of the pairs, if it has one.
    left: Vec<Option<u16>>,
    /// By number of the right glyph: its class; empty where pairs are listed one by one.
    right: Vec<u16>,
    pairs: PairAdjustment<'static>,
}

/// A font that came with the program cannot be read.
#[derive(Clone, Debug, thiserror::Error)]
#[error("font {name} cannot be read: {source}")]
pub struct FontError {
    /// Which font.
    pub name: &'static str,
    /// What is wrong with it.
    pub source: ttf_parser::FaceParsingError,
}

impl Fonts {
    /// The fonts that come with the program, opened when they are first needed.
    pub fn shipped() -> Result<&'static Self, FontError> {
        static SHIPPED: LazyLock<Result<Fonts, FontError>> = LazyLock::new(Fonts::open);
        SHIPPED.as_ref().map_err(FontError::clone)
    }

    fn open() -> Result<Self, FontError> {
        Ok(Self {
            faces: [
                Font::open(Letter::Regular)?,
                Font::open(Letter::Bold)?,
                Font::open(Letter::Symbols)?,
                Font::open(Letter::Math)?,
            ],
            profile: include_bytes!("../../assets/srgb.icc"),
        })
    }

    /// The font that has `character`: regular or bold as asked, else one of the symbol fonts.
    pub fn letter(&self, strong: bool, character: char) -> Option<Letter> {
        self.shape(strong, character).map(|shape| shape.letter)
    }

    /// How `character` is drawn: looked up once for all that is asked of it.
    pub(super) fn shape(&self, strong: bool, character: char) -> Option<Shape> {
        let first = if strong { Letter::Bold } else { Letter::Regular };
        [first, Letter::Symbols, Letter::Math].into_iter().find_map(|letter| {
            let font = self.font(letter);
            let (glyph, advance) = font.letter(character)?;
            Some(Shape { letter, advance: font.scaled(f32::from(advance)), glyph })
        })
    }

    /// How much further (or, below 0, closer) `right` stands to `left`, in thousandths of the type size; of two fonts, 0.
    pub(super) fn between(&self, left: Shape, right: Shape) -> f32 {
        let font = self.font(left.letter);
        let kern = if left.letter == right.letter { font.kern(left.glyph, right.glyph) } else { 0 };
        font.scaled(f32::from(kern))
    }

    /// Width of `character`, in thousandths of the type size; 0 if the font lacks it.
    pub fn advance(&self, letter: Letter, character: char) -> f32 {
        let font = self.font(letter);
        font.scaled(f32::from(font.letter(character).map_or(0, |(_, advance)| advance)))
    }

    /// How much further (or, below 0, closer) `right` stands to `left`, in thousandths of the type size.
    pub fn kern(&self, letter: Letter, left: char, right: char) -> f32 {
        let font = self.font(letter);
        match (font.glyph(left), font.glyph(right)) {
            (Some(left), Some(right)) => font.scaled(f32::from(font.kern(left, right))),
            _ => 0.0,
        }
    }

    pub(super) fn font(&self, letter: Letter) -> &Font {
        &self.faces[letter as usize]
    }

    /// The colour profile (ICC, sRGB v4) of every record.
    pub(super) fn profile(&self) -> &'static [u8] {
        self.profile
    }
}

impl Font {
    fn open(letter: Letter) -> Result<Self, FontError> {
        let (name, bytes) = letter.file();
        let face = Face::parse(bytes, 0).map_err(|source| FontError { name, source })?;
        let (letters, kerning, pairs) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Ok(Self { name, bytes, face, letters, kerning, pairs })
    }

    /// The glyph of `character`, if the font has it.
    pub(super) fn glyph(&self, character: char) -> Option<GlyphId> {
        self.letter(character).map(|(glyph, _)| glyph)
    }

    /// The glyph of `character` and its width, in the units of the font.
    fn letter(&self, character: char) -> Option<(GlyphId, u16)> {
        let letters = self.letters.get_or_init(|| letters(&self.face));
        // The plain letters stand first, one after another without a gap.
        let first = letters.first().map_or(0, |(first, ..)| u32::from(*first));
        let near = u32::from(character).checked_sub(first).and_then(|at| usize::try_from(at).ok());
        let near =
            near.filter(|at| letters.get(*at).is_some_and(|(known, ..)| *known == character));
        let search = || letters.binary_search_by_key(&character, |(known, ..)| *known).ok();
        let (_, glyph, advance) = letters.get(near.or_else(search)?)?;
        Some((*glyph, *advance))
    }

    fn scaled(&self, units: f32) -> f32 {
        units * 1000.0 / f32::from(self.face.units_per_em())
    }

    fn kern(&self, left: GlyphId, right: GlyphId) -> i16 {
        let (first, second) = (usize::from(left.0), usize::from(right.0));
        if first >= PLAIN || second >= PLAIN {
            return self.looked_up(left, right);
        }
        let nothing = || (0..PLAIN * PLAIN).map(|_| AtomicI16::new(UNKNOWN)).collect();
        let remembered = &self.pairs.get_or_init(nothing)[first * PLAIN + second];
        match remembered.load(Ordering::Relaxed) {
            UNKNOWN => {
                let kern = self.looked_up(left, right);
                remembered.store(kern, Ordering::Relaxed);
                kern
            }
            kern => kern,
        }
    }

    fn looked_up(&self, left: GlyphId, right: GlyphId) -> i16 {
        for table in self.kerning.get_or_init(|| kerning(&self.face)) {
            let Some(first) = table.left.get(usize::from(left.0)).copied().flatten() else {
                continue;
            };
            match &table.pairs {
                PairAdjustment::Format1 { sets, .. } => {
                    if let Some((first, _)) = sets.get(first).and_then(|set| set.get(right)) {
                        return first.x_advance;
                    }
                }
                PairAdjustment::Format2 { matrix, .. } => {
                    let second = table.right.get(usize::from(right.0)).copied().unwrap_or(0);
                    return matrix.get((first, second)).map_or(0, |(first, _)| first.x_advance);
                }
            }
        }
        0
    }
}

/// Every character that `face` has a glyph for.
fn letters(face: &Face<'_>) -> Vec<(char, GlyphId, u16)> {
    let mut letters = Vec::new();
    let tables = face.tables().cmap.iter().flat_map(|table| table.subtables);
    for table in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            let known = char::from_u32(code)
                .and_then(|character| Some((character, face.glyph_index(character)?)))
                .filter(|(_, glyph)| glyph.0 != 0);
            letters.extend(known.map(|(character, glyph)| {
                (character, glyph, face.glyph_hor_advance(glyph).unwrap_or(0))
            }));
        });
    }
    letters.sort_unstable();
    letters.dedup();
    letters
}

/// The pair tables of the font's `kern` feature (`OpenType` GPOS, lookup type 2).
fn kerning(face: &Face<'static>) -> Vec<Kerning> {
    let Some(table) = face.tables().gpos else { return Vec::new() };
    let Some(feature) = table.features.find(Tag::from_bytes(b"kern")) else { return Vec::new() };
    let glyphs = || (0..face.number_of_glyphs()).map(GlyphId);
    let placed = |pairs: PairAdjustment<'static>| match &pairs {
        PairAdjustment::Format1 { coverage, .. } => Kerning {
            left: glyphs().map(|glyph| coverage.get(glyph)).collect(),
            right: Vec::new(),
            pairs,
        },
        PairAdjustment::Format2 { coverage, classes, .. } => Kerning {
            left: glyphs().map(|glyph| coverage.get(glyph).map(|_| classes.0.get(glyph))).collect(),
            right: glyphs().map(|glyph| classes.1.get(glyph)).collect(),
            pairs,
        },
    };
    feature
        .lookup_indices
        .into_iter()
        .filter_map(|index| table.lookups.get(index))
        .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'_>>())
        .filter_map(|subtable| match subtable {
            PositioningSubtable::Pair(pair) => Some(placed(pair)),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Fonts, Letter};

    #[test]
    fn each_character_comes_from_the_first_font_that_has_it() {
        let fonts = Fonts::shipped().unwrap();
        let expected = [
            ('a', Some(Letter::Regular)),
            ('€', Some(Letter::Regular)),
            ('Ж', Some(Letter::Regular)),
            ('✓', Some(Letter::Symbols)),
            ('☐', Some(Letter::Symbols)),
            ('→', Some(Letter::Math)),
            ('≥', Some(Letter::Math)),
            ('漢', None),
        ];
        for (character, letter) in expected {
            assert_eq!(fonts.letter(false, character), letter, "{character}");
        }
        assert_eq!(fonts.letter(true, 'a'), Some(Letter::Bold));
    }

    /// What is looked up is what stands in the file, for whatever character.
    #[test]
    fn every_letter_is_as_its_font_has_it() {
        let fonts = Fonts::shipped().unwrap();
        for font in &fonts.faces {
            for character in '\0'..='\u{2FFFF}' {
                let glyph = font.face.glyph_index(character).filter(|glyph| glyph.0 != 0);
                assert_eq!(font.glyph(character), glyph, "{character} in {}", font.name);
            }
        }
    }

    /// Columns of numbers stand under each other.
    #[test]
    fn all_figures_are_equally_wide() {
        let fonts = Fonts::shipped().unwrap();
        for letter in [Letter::Regular, Letter::Bold] {
            let zero = fonts.advance(letter, '0');
            assert!(('0'..='9').all(|figure| (fonts.advance(letter, figure) - zero).abs() < 0.01));
        }
    }

    #[test]
    fn pairs_that_gape_stand_closer() {
        let fonts = Fonts::shipped().unwrap();
        assert!(fonts.kern(Letter::Regular, 'T', 'o') < 0.0);
        assert!(fonts.kern(Letter::Bold, 'A', 'V') < 0.0);
        assert!(fonts.kern(Letter::Regular, 'n', 'n').abs() < 0.01);
    }
}
