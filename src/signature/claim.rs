//! What is said with a signature: who, in which role, why and when.

use jiff::{Zoned, civil, tz::Offset, tz::TimeZone};

use super::error::ClaimError;

const MAX_CHARACTERS: usize = 400;

/// Who signs: stands in the certificate's subject and in the visible block.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Signer {
    /// Full name (X.520 commonName).
    pub name: String,
    /// Role in the organisation (X.520 title); may be empty.
    pub role: String,
    /// The organisation (X.520 organizationName); may be empty.
    pub organisation: String,
}

/// What is being said with one signature. All of it is covered by that signature.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Name of the signature field that is filled (`/T`).
    pub field: String,
    /// Who signs; must be the name in the certificate.
    pub name: String,
    /// In which role; may be empty.
    pub role: String,
    /// Why; may be empty.
    pub reason: String,
    /// When, by the clock of the signer's own device; whole seconds and the offset from UTC are kept.
    pub time: Zoned,
    /// Whether this signature certifies the file: later only form filling and signing (`DocMDP`, P = 2).
    pub certify: bool,
}

impl Claim {
    /// Refuses words that cannot be shown honestly and times that cannot be written.
    pub(super) fn check(&self) -> Result<(), ClaimError> {
        check_text("name", &self.name)?;
        check_text("role", &self.role)?;
        check_text("reason", &self.reason)?;
        if self.name.trim().is_empty() {
            return Err(ClaimError::Empty("name"));
        }
        pdf_date(&self.time).map(drop)
    }
}

fn check_text(what: &'static str, text: &str) -> Result<(), ClaimError> {
    if text.chars().count() > MAX_CHARACTERS {
        return Err(ClaimError::Long(what));
    }
    if text.chars().any(is_unshowable) {
        return Err(ClaimError::Control(what));
    }
    Ok(())
}

/// Controls, line separators, and characters that reorder or hide others.
fn is_unshowable(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// `D:YYYYMMDDHHmmSS+HH'mm'` (ISO 32000-1, 7.9.4).
pub(super) fn pdf_date(time: &Zoned) -> Result<String, ClaimError> {
    let offset = time.offset().seconds();
    let minutes = offset.unsigned_abs() / 60;
    if !(0..=9999).contains(&time.year()) || offset % 60 != 0 || minutes >= 24 * 60 {
        return Err(ClaimError::Time);
    }
    let sign = if offset < 0 { '-' } else { '+' };
    let digits = time.strftime("%Y%m%d%H%M%S");
    Ok(format!("D:{digits}{sign}{:02}'{:02}'", minutes / 60, minutes % 60))
}

/// Reads what [`pdf_date`] writes, and nothing else.
pub(super) fn read_pdf_date(text: &str) -> Option<Zoned> {
    if text.len() != 23 || !text.is_ascii() {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let byte = |from: usize, to: usize| i8::try_from(number(from, to)?).ok();
    let at = civil::DateTime::new(
        number(2, 6)?,
        byte(6, 8)?,
        byte(8, 10)?,
        byte(10, 12)?,
        byte(12, 14)?,
        byte(14, 16)?,
        0,
    )
    .ok()?;
    let minutes = i32::from(number(17, 19)?) * 60 + i32::from(number(20, 22)?);
    let seconds = if text.as_bytes()[16] == b'-' { -minutes * 60 } else { minutes * 60 };
    let zone = TimeZone::fixed(Offset::from_seconds(seconds).ok()?);
    let time = at.to_zoned(zone).ok()?;
    (pdf_date(&time).ok()? == text).then_some(time)
}

/// The claimed time as the visible block shows it: `22-11-2026 14:03:00 (UTC+01:00)`.
pub(super) fn shown_time(time: &Zoned) -> String {
    time.strftime("%d-%m-%Y %H:%M:%S (UTC%:z)").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_out_and_come_back() {
        for text in
            ["D:20261122140300+01'00'", "D:19991231235959-09'30'", "D:20240229000000+00'00'"]
        {
            let time = read_pdf_date(text).expect(text);
            assert_eq!(pdf_date(&time).expect("writes"), text);
        }
    }

    #[test]
    fn other_dates_are_refused() {
        for text in [
            "D:20260230000000+00'00'",
            "D:20261122140300Z",
            "D:20261122140300-00'00'",
            "D:20261122140300+01'60'",
            "D:2026112214030é+01'00'",
            "D:+0261122140300+01'00'",
        ] {
            assert_eq!(read_pdf_date(text), None, "{text}");
        }
    }
}
