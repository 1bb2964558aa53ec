//! The identity of a text: its SHA-256.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// SHA-256 of `bytes` (FIPS 180-4) in 64 lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    let mut running = RunningSha256::default();
    running.take(bytes);
    running.finish()
}

/// SHA-256 of what comes in pieces, so that a large file need not be in memory as a whole.
#[derive(Clone, Default)]
pub struct RunningSha256(Sha256);

impl RunningSha256 {
    /// Takes the next piece.
    pub fn take(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The identity of all pieces together, in 64 lower-case hexadecimal digits.
    pub fn finish(self) -> String {
        self.0.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}
