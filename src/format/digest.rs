//! The identity of a text: its SHA-256.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// SHA-256 of `bytes` (FIPS 180-4) in 64 lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
