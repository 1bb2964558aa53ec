//! The visible block of a signature: a few lines of Dutch that fit the field.
//!
//! All measures are whole thousandths of a point, so that the same claim gives the same bytes everywhere.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{
    append::Objects,
    claim::{Claim, shown_time},
    error::SignError,
    fonts::{Face, Typeface},
    pdf::{Dict, Value},
};

const LARGEST: i64 = 8_500;
const SMALLEST: i64 = 4_000;
const STEP: i64 = 500;
const MARGIN: i64 = 7_000;
/// How much larger the name is than the other lines, in thousandths.
const NAME: i64 = 1_450;

/// Width and height of a field in thousandths of a point.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Size {
    width: i64,
    height: i64,
}

impl Size {
    /// The size of a field's `/Rect`; `None` when there is no usable one.
    pub(super) fn of(field: &Dict<'_>) -> Option<Self> {
        let Value::Array(corners) = field.get("Rect")? else { return None };
        let corners: Vec<i64> = corners.iter().map(Value::thousandths).collect::<Option<_>>()?;
        let [left, bottom, right, top] = corners[..] else { return None };
        Some(Self { width: (right - left).abs(), height: (top - bottom).abs() })
    }

    /// Whether nothing can be seen of the field.
    pub(super) fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }
}

/// Writes the appearance stream of `claim`; gives its object number.
pub(super) fn write(
    objects: &mut Objects,
    claim: &Claim,
    face: Face<'_>,
    size: Size,
) -> Result<u32, SignError> {
    let typeface = Typeface::open(face)?;
    let block = Block::fit(&paragraphs(claim), &typeface, size)?;
    let characters: BTreeSet<char> =
        block.lines.iter().flat_map(|line| line.words.chars()).collect();
    let cut = typeface.cut(&characters)?;
    let font = cut.write(objects)?;
    let mut content = "q BT 0 g\n".to_owned();
    // In the middle of the field's height; each line's baseline is where its letters' size ends.
    let mut y = size.height - (size.height - block.height()) / 2;
    for line in &block.lines {
        let letters = block.letters(line);
        let (baseline, letters) = (decimal(y - letters), decimal(letters));
        y -= block.leading(line);
        let (x, codes) = (decimal(MARGIN), cut.codes(&line.words));
        let _ = writeln!(content, "/F0 {letters} Tf 1 0 0 1 {x} {baseline} Tm <{codes}> Tj");
    }
    content.push_str("ET Q");
    let form = format!(
        "/Type /XObject /Subtype /Form /BBox [0 0 {} {}] /Resources <</Font <</F0 {font} 0 R>>>>",
        decimal(size.width),
        decimal(size.height)
    );
    Ok(objects.add_stream(&form, content.as_bytes()))
}

/// What the block says, the name larger than the rest.
fn paragraphs(claim: &Claim) -> Vec<Line> {
    let said = |words: String| Line { words, scale: 1_000 };
    let mut paragraphs = vec![
        said("Digitaal ondertekend door".to_owned()),
        Line { words: claim.name.clone(), scale: NAME },
    ];
    if !claim.role.is_empty() {
        paragraphs.push(said(format!("functie: {}", claim.role)));
    }
    paragraphs.push(said(format!("{}, klok van dit apparaat", shown_time(&claim.time))));
    if !claim.reason.is_empty() {
        paragraphs.push(said(format!("reden: {}", claim.reason)));
    }
    paragraphs
}

/// A line, and how large it is beside the smallest ones, in thousandths.
struct Line {
    words: String,
    scale: i64,
}

/// Lines at a font size at which they fit.
struct Block {
    size: i64,
    lines: Vec<Line>,
}

impl Block {
    /// The largest size at which `paragraphs` fit.
    fn fit(paragraphs: &[Line], face: &Typeface<'_>, room: Size) -> Result<Self, SignError> {
        let width = room.width - 2 * MARGIN;
        let mut size = LARGEST;
        while size >= SMALLEST {
            let mut block = Self { size, lines: Vec::new() };
            for paragraph in paragraphs {
                let width = width * 1000 / block.letters(paragraph);
                let lines = wrap(&paragraph.words, face, width)?;
                let scale = paragraph.scale;
                block.lines.extend(lines.into_iter().map(|words| Line { words, scale }));
            }
            if block.height() <= room.height - 2 * MARGIN && width >= size {
                return Ok(block);
            }
            size -= STEP;
        }
        Err(SignError::Room)
    }

    /// The size of a line's letters.
    fn letters(&self, line: &Line) -> i64 {
        self.size * line.scale / 1_000
    }

    fn leading(&self, line: &Line) -> i64 {
        self.letters(line) * 5 / 4
    }

    fn height(&self) -> i64 {
        self.lines.iter().map(|line| self.leading(line)).sum()
    }
}

/// Breaks a paragraph between words, or inside a word that is wider than `width` (thousandths of the font size).
fn wrap(paragraph: &str, face: &Typeface<'_>, width: i64) -> Result<Vec<String>, SignError> {
    let space = face.advance(' ')?;
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        let advances: Vec<i64> =
            word.chars().map(|character| face.advance(character)).collect::<Result<_, _>>()?;
        let whole: i64 = advances.iter().sum();
        if !line.is_empty() && used + space + whole <= width {
            line.push(' ');
            used += space;
        } else if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for (character, advance) in word.chars().zip(advances) {
            if used + advance > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(character);
            used += advance;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    Ok(lines)
}

/// Thousandths as a PDF number without superfluous digits.
fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    let fraction = format!("{:03}", size % 1000);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{}", size / 1000),
        digits => format!("{sign}{}.{digits}", size / 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_short() {
        assert_eq!(decimal(12_500), "12.5");
        assert_eq!(decimal(-40), "-0.04");
        assert_eq!(decimal(7_000), "7");
    }
}
