//! Every kind of record, and what programs that are not ours say of it.
//!
//! `VERANTWOORD_RECORDS=MAP cargo test --test suite every_kind_of_record` leaves the records in `MAP`: unsigned, and signed
//! once, twice and four times, with the certificates of the signers beside them. `stamp` and `judge` take it from there.
#![expect(clippy::disallowed_methods, reason = "referees read files, and are programs")]

mod kinds;
mod made;
mod read;
mod stated;

use kinds::Kind;
use made::Institution;
use std::{env, fs, path::Path};
use verantwoord::session::Standing;

/// Where the first revision of a file ends: the record as it was before anyone signed.
fn base(bytes: &[u8]) -> &[u8] {
    let end = bytes.windows(6).position(|window| window == b"%%EOF\n").unwrap() + 6;
    &bytes[..end]
}

/// Leaves `kind` in `folder` in each of its states.
fn leave(house: &mut Institution, kind: &Kind, folder: &Path) {
    let keep = |state: &str, bytes: &[u8]| {
        fs::write(folder.join(format!("{}-{state}.pdf", kind.name)), bytes).unwrap();
    };
    let once = fs::read(&kind.record).unwrap();
    keep("0", base(&once));
    keep("1", &once);
    for number in 2..=4 {
        let report = house.countersign(&kind.record);
        assert_eq!((report.verdict, report.signatures.len()), (Standing::Valid, number));
        if number != 3 {
            keep(&number.to_string(), &fs::read(&kind.record).unwrap());
        }
    }
}

#[test]
fn every_kind_of_record_reads_as_it_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let wanted = env::var_os("VERANTWOORD_RECORDS");
    let (signers, entries) = if wanted.is_some() { (4, 40) } else { (1, 5) };
    let mut house = Institution::new(folder.path(), signers);
    let kinds = kinds::all(&mut house, entries);
    for kind in &kinds {
        let Some(text) = read::text_of(&kind.record) else { break };
        let mut from = 0;
        let expected = read::expected(kind);
        assert!(expected.len() >= 20, "{}: {expected:#?}", kind.name);
        for words in expected {
            let bare = read::bare(&words);
            let found = text[from..].find(&bare);
            from += found.unwrap_or_else(|| panic!("{}: {words}\n\n{}", kind.name, &text[from..]))
                + bare.len();
        }
    }
    if let Some(folder) = wanted.as_deref().map(Path::new) {
        fs::create_dir_all(folder).unwrap();
        for certificate in house.certificates() {
            fs::copy(&certificate, folder.join(certificate.file_name().unwrap())).unwrap();
        }
        for kind in &kinds {
            leave(&mut house, kind, folder);
        }
    }
}
