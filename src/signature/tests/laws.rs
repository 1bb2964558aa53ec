//! What always holds: what was signed verifies, and what was changed does not.

use std::time::{Duration, Instant};

use proptest::{prelude::*, test_runner::FileFailurePersistence};

use super::fixtures::*;
use crate::signature::{Problem, Standing, Trust, sign, verify};

#[test]
fn one_two_and_four_signers_on_different_days() {
    for form_in_catalog in [false, true] {
        let mut pdf = Base { form_in_catalog, ..Base::default() }.bytes();
        let base_length = pdf.len();
        for (index, field) in FIELDS.iter().enumerate() {
            let signer = if index % 2 == 0 { &ANNA } else { &BRAM };
            let day = i8::try_from(index).unwrap() + 1;
            let mut claim = claim(field, signer, day);
            claim.certify = index == 0;
            let before = pdf.clone();
            pdf = sign(&pdf, signer, &claim, &FACE).unwrap();
            assert!(pdf.starts_with(&before));
            let verification = check(&pdf);
            assert_eq!(verification.standing, Standing::Valid, "{:?}", verification.all_problems());
            assert_eq!(verification.base_length, Some(base_length));
            assert_eq!(verification.revisions, index + 2);
            assert_eq!(verification.open_fields, FIELDS[index + 1..]);
            let report = &verification.signatures[index];
            assert_eq!(report.field, *field);
            assert_eq!(report.time, Some(time(day)));
            assert_eq!(report.signer, Some(signer.signer()));
            assert_eq!(report.role, "privacycoördinator");
            assert_eq!(report.reason, claim.reason);
            assert_eq!(report.fingerprint, signer.fingerprint());
            assert_eq!((report.revision, report.certifies), (index + 1, index == 0));
            assert_eq!(report.range, before.len()..pdf.len());
        }
    }
}

#[test]
fn a_signer_who_is_not_trusted_is_unknown_and_not_invalid() {
    let nobody = verify(&SIGNED, &Trust::default(), &FACE);
    assert_eq!(nobody.standing, Standing::ValidUnknownSigner);
    let half = verify(&SIGNED, &trust(&[&ANNA]), &FACE);
    assert_eq!(half.standing, Standing::ValidUnknownSigner);
    assert_eq!(half.signatures.iter().map(|one| one.known).collect::<Vec<_>>(), [true, false]);
    let pems = [ANNA.certificate_pem(), BRAM.certificate_pem()];
    let pems = [pems[0].as_str(), pems[1].as_str()];
    let both = verify(&SIGNED, &Trust::from_pem(&pems).unwrap(), &FACE);
    assert_eq!(both.standing, Standing::Valid);
}

#[test]
fn the_same_values_give_the_same_bytes() {
    let base = Base::default().bytes();
    let claim = certifying("Auteur", &ANNA);
    assert_eq!(sign(&base, &ANNA, &claim, &FACE), sign(&base, &ANNA, &claim, &FACE));
}

#[test]
fn an_unsigned_record_is_unsigned() {
    let verification = check(&Base::default().bytes());
    assert_eq!(verification.standing, Standing::Unsigned);
    assert!(verification.ours);
    assert_eq!(verification.open_fields, FIELDS);
}

#[test]
fn every_revision_stands_by_itself() {
    let whole = check(&SIGNED);
    let first = whole.signatures[0].range.end;
    let cut = check(&SIGNED[..first]);
    assert_eq!(cut.standing, Standing::Valid);
    assert_eq!((cut.revisions, cut.signatures.len()), (2, 1));
    assert_eq!(cut.open_fields, ["Coördinator", "Directeur", "FG"]);
    let base = check(&SIGNED[..whole.base_length.unwrap()]);
    assert_eq!(base.standing, Standing::Unsigned);
}

#[test]
fn a_file_cut_off_anywhere_else_is_not_valid() {
    let whole = check(&SIGNED);
    let whole_ends: Vec<usize> = whole.signatures.iter().map(|one| one.range.end).collect();
    for end in (0..SIGNED.len()).step_by(61).chain(SIGNED.len() - 40..SIGNED.len()) {
        if whole_ends.contains(&end) || Some(end) == whole.base_length {
            continue;
        }
        let standing = check(&SIGNED[..end]).standing;
        assert!(matches!(standing, Standing::Modified | Standing::Invalid), "{end} {standing:?}");
    }
}

#[test]
fn no_byte_of_a_signed_file_can_change() {
    assert_eq!(check(&SMALL).standing, Standing::Valid);
    let contents = last(&SMALL, "/Contents ")..last(&SMALL, "/M (D:");
    let mut pdf = SMALL.clone();
    for at in 0..pdf.len() {
        // Where any digit is a digit too, both its value and its case are tried.
        let masks: &[u8] = match (contents.contains(&at), at % 2) {
            (true, _) => &[0x01, 0x20],
            (false, 0) => &[0x01],
            (false, _) => &[0x20],
        };
        for mask in masks {
            pdf[at] ^= mask;
            let verification = check(&pdf);
            let broken = verification.signatures.iter().any(|one| !one.problems.is_empty());
            let refused = match verification.standing {
                Standing::Modified | Standing::Invalid => true,
                // Where the byte is one of the mark of our records: then the signature says that it was changed.
                Standing::NotOurs => broken,
                _ => false,
            };
            assert!(refused, "byte {at} with {mask:#x}: {verification:?}");
            pdf[at] ^= mask;
        }
    }
}

#[test]
fn what_is_appended_is_noticed() {
    for tail in
        ["\n", " ", "%\n", "x", "%%EOF\n", "startxref\n0\n%%EOF\n", "1 0 obj\nnull\nendobj\n"]
    {
        let pdf = [SIGNED.as_slice(), tail.as_bytes()].concat();
        assert_refused(tail, &pdf, Standing::Modified, Problem::Grammar);
        assert_eq!(check(&pdf).signatures.len(), 2, "the signatures are still reported");
    }
}

/// Whether a change is seen through. Only where it hit the mark of our records itself, the file is none of ours any more.
fn is_refused(pdf: &[u8]) -> bool {
    const MARK: &[u8] = b"/Producer(verantwoord ";
    let marked = |pdf: &[u8]| pdf.windows(MARK.len()).any(|window| window == MARK);
    assert!(marked(&SIGNED));
    match check(pdf).standing {
        Standing::Modified | Standing::Invalid => true,
        Standing::NotOurs => !marked(pdf),
        _ => false,
    }
}

proptest! {
    // What was found once is tried every time.
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_run_of_bytes_can_be_replaced(at in 0..40_000_usize, run in prop::collection::vec(any::<u8>(), 1..40)) {
        let mut pdf = SIGNED.clone();
        let at = at * SIGNED.len() / 40_000;
        let end = (at + run.len()).min(pdf.len());
        pdf[at..end].copy_from_slice(&run[..end - at]);
        prop_assume!(pdf != *SIGNED);
        prop_assert!(is_refused(&pdf));
    }

    #[test]
    fn no_bytes_can_be_moved_in_or_out(at in 0..40_000_usize, run in prop::collection::vec(any::<u8>(), 0..40), out in 0..40_usize) {
        let at = at * SIGNED.len() / 40_000;
        let end = (at + out).min(SIGNED.len());
        let mut pdf = SIGNED.clone();
        pdf.splice(at..end, run);
        prop_assume!(pdf != *SIGNED);
        prop_assert!(is_refused(&pdf));
    }

    #[test]
    fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000), tokens in "([<>\\[\\]()/ 0-9R]|obj\n|endobj\n|stream\n|xref\n|trailer\n|%%EOF\n){0,200}") {
        for body in [bytes, tokens.into_bytes()] {
            let pdf = [b"%PDF-1.7\n1 0 obj\n".as_slice(), &body].concat();
            prop_assert_eq!(check(&pdf).standing, Standing::Invalid);
            prop_assert_eq!(check(&pdf[9..]).standing, Standing::Invalid);
        }
    }
}

/// Megabytes of rubbish of every kind that could take long.
#[test]
fn rubbish_takes_no_time() {
    // Unoptimised code is an order of magnitude slower than what people run.
    const SIZE: usize = if cfg!(debug_assertions) { 1 << 20 } else { 10 << 20 };
    let limit = 1;
    let starts = ["", "1 0 obj\n"];
    let units = [
        "\0",
        "[",
        "<<",
        "(",
        "((\\",
        "1 0 R ",
        "/a 1 ",
        "<</a ",
        "0 ",
        "9",
        "%",
        "\n",
        "null ",
        "1 0 obj\n[]\nendobj\n",
        "/Producer",
        "/Producer (verantwoord ",
        "xref\n0 1\n",
        "stream\n",
    ];
    for start in starts {
        for unit in units {
            let mut pdf = format!("%PDF-1.7\n{start}").into_bytes();
            pdf.extend(unit.bytes().cycle().take(SIZE));
            let clock = Instant::now();
            let standing = check(&pdf).standing;
            let taken = clock.elapsed();
            assert_eq!(standing, Standing::Invalid, "{unit:?}");
            assert!(taken < Duration::from_secs(limit), "{start:?} {unit:?}: {taken:?}");
        }
    }
    let mut many = b"%PDF-1.7\n".to_vec();
    let mut number = 1;
    while many.len() < SIZE {
        many.extend(format!("{number} 0 obj\n<</A/B/C(d)/E[1 2 3]>>\nendobj\n").bytes());
        number += 1;
    }
    let clock = Instant::now();
    assert_eq!(check(&many).standing, Standing::Invalid);
    assert!(clock.elapsed() < Duration::from_secs(limit), "{:?}", clock.elapsed());
}
