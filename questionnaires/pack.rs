//! Packs the questionnaires that go into the program (DEFLATE, RFC 1951): a megabyte of text, of which an institution uses some.
#![expect(clippy::disallowed_methods, reason = "a file for the compiler, not for a person")]

use std::{env, error::Error, fs, path::Path};

/// The best that can be had: it is done once, by whoever builds the program.
const BEST: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=questionnaires");
    let out = env::var_os("OUT_DIR").ok_or("cargo names no folder to build in")?;
    for entry in fs::read_dir("questionnaires")? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "ron") {
            continue;
        }
        let name = path.file_name().ok_or("a questionnaire without a name")?;
        let packed = miniz_oxide::deflate::compress_to_vec(&fs::read(&path)?, BEST);
        fs::write(Path::new(&out).join(name), packed)?;
    }
    Ok(())
}
