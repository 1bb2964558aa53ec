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

const LARGEST: i64 = 9_000;
const SMALLEST: i64 = 4_000;
const STEP: i64 = 500;
const MARGIN: i64 = 4_000;

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
    let characters: BTreeSet<char> = block.lines.iter().flat_map(|line| line.chars()).collect();
    let cut = typeface.cut(&characters)?;
    let font = cut.write(objects)?;
    let leading = block.leading();
    let mut content = format!(
        "q BT /F0 {} Tf 0 g {} TL {} {} Td\n",
        decimal(block.size),
        decimal(leading),
        decimal(MARGIN),
        decimal(size.height - MARGIN - block.size),
    );
    for line in &block.lines {
        let _ = writeln!(content, "<{}> Tj T*", cut.codes(line));
    }
    content.push_str("ET Q");
    let form = format!(
        "/Type /XObject /Subtype /Form /BBox [0 0 {} {}] /Resources <</Font <</F0 {font} 0 R>>>>",
        decimal(size.width),
        decimal(size.height)
    );
    Ok(objects.add_stream(&form, content.as_bytes()))
}

fn paragraphs(claim: &Claim) -> Vec<String> {
    let mut paragraphs = vec!["Digitaal ondertekend door".to_owned(), claim.name.clone()];
    if !claim.role.is_empty() {
        paragraphs.push(format!("functie: {}", claim.role));
    }
    paragraphs.push(format!("datum (klok van dit apparaat): {}", shown_time(&claim.time)));
    if !claim.reason.is_empty() {
        paragraphs.push(format!("reden: {}", claim.reason));
    }
    paragraphs
}

/// Lines at a font size at which they fit.
struct Block {
    size: i64,
    lines: Vec<String>,
}

impl Block {
    /// The largest size at which `paragraphs` fit.
    fn fit(paragraphs: &[String], face: &Typeface<'_>, room: Size) -> Result<Self, SignError> {
        let width = room.width - 2 * MARGIN;
        let mut size = LARGEST;
        while size >= SMALLEST {
            let mut lines = Vec::new();
            for paragraph in paragraphs {
                wrap(paragraph, face, width * 1000 / size, &mut lines)?;
            }
            let block = Self { size, lines };
            if block.height() <= room.height - 2 * MARGIN && width >= size {
                return Ok(block);
            }
            size -= STEP;
        }
        Err(SignError::Room)
    }

    fn leading(&self) -> i64 {
        self.size * 5 / 4
    }

    fn height(&self) -> i64 {
        i64::try_from(self.lines.len()).map_or(i64::MAX, |lines| lines * self.leading())
    }
}

/// Breaks a paragraph between words, or inside a word that is wider than `width` (thousandths of the font size).
fn wrap(
    paragraph: &str,
    face: &Typeface<'_>,
    width: i64,
    lines: &mut Vec<String>,
) -> Result<(), SignError> {
    let space = face.advance(' ')?;
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
    Ok(())
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
