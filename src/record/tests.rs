//! The whole chain.
use super::{fonts::Fonts, render, sample};
#[test]
fn writes_it() {
    let bytes = render(&sample::record(), &Fonts::shipped().unwrap()).unwrap();
    std::io::Write::write_all(&mut std::fs::OpenOptions::new().create(true).truncate(true).write(true).open("/tmp/rec/sample.pdf").unwrap(), &bytes).unwrap();
}
