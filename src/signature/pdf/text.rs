//! PDF text strings and names (ISO 32000-1, 7.3.4, 7.3.5 and 7.9.2).

use super::value::Value;

/// `<feff...>`: the one way in which this room writes a text string.
pub(in super::super) fn utf16_hex(text: &str) -> Vec<u8> {
    let mut out = b"<feff".to_vec();
    for unit in text.encode_utf16() {
        crate::signature::hex::append(&unit.to_be_bytes(), &mut out);
    }
    out.push(b'>');
    out
}

/// Appends a name with its solidus.
pub(in super::super) fn write_name(name: &str, out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.+".contains(&byte) {
            out.push(byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

impl Value<'_> {
    /// The words of a text string: UTF-16BE behind a byte order mark, otherwise ASCII. `None` for anything else.
    pub(in super::super) fn text(&self) -> Option<String> {
        let bytes = self.string_bytes()?;
        if let Some(units) = bytes.strip_prefix(&[0xfe, 0xff]) {
            if !units.len().is_multiple_of(2) {
                return None;
            }
            let units: Vec<u16> =
                units.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            return String::from_utf16(&units).ok();
        }
        if bytes.is_ascii() { String::from_utf8(bytes).ok() } else { None }
    }

    fn string_bytes(&self) -> Option<Vec<u8>> {
        let Self::Text(written) = self else { return None };
        let inner = written.get(1..written.len().checked_sub(1)?)?;
        if written.first() == Some(&b'(') {
            return unescape(inner);
        }
        crate::signature::hex::read_lower(&inner.to_ascii_lowercase())
    }
}

fn unescape(inner: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(inner.len());
    let mut rest = inner.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        out.push(match rest.next()? {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            first @ b'0'..=b'7' => {
                let mut value = u16::from(first - b'0');
                for _ in 0..2 {
                    let Some(digit) = rest.next_if(|next| matches!(next, b'0'..=b'7')) else {
                        break;
                    };
                    value = value * 8 + u16::from(digit - b'0');
                }
                u8::try_from(value).ok()?
            }
            other @ (b'(' | b')' | b'\\') => other,
            _ => return None,
        });
    }
    Some(out)
}
