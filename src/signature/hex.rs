//! Bytes as hexadecimal digits.

const LOWER: &[u8; 16] = b"0123456789abcdef";

/// Appends the lower-case digits of `bytes`.
pub(super) fn append(bytes: &[u8], out: &mut Vec<u8>) {
    for byte in bytes {
        out.push(LOWER[usize::from(byte >> 4)]);
        out.push(LOWER[usize::from(byte & 15)]);
    }
}

/// The bytes that lower-case digits stand for; `None` for anything else, upper case included.
pub(super) fn read_lower(digits: &[u8]) -> Option<Vec<u8>> {
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits.chunks_exact(2).map(|pair| Some(value(pair[0])? << 4 | value(pair[1])?)).collect()
}

/// `bytes` as groups of four lower-case digits, the way a person compares a fingerprint.
pub(super) fn groups(bytes: &[u8]) -> String {
    let mut digits = Vec::with_capacity(bytes.len() * 2);
    append(bytes, &mut digits);
    let groups: Vec<_> = digits.chunks(4).map(String::from_utf8_lossy).collect();
    groups.join(" ")
}
