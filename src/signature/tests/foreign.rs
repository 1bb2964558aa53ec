//! Files of other programs, made by `tests/referees/foreign.py`: told of, and never called a record.

use super::fixtures::*;
use crate::signature::{Problem, Standing, Trust, sign, verify};

const SIGNED_ELSEWHERE: &[u8] = include_bytes!("data/foreign.pdf");
const ADDED: &[u8] = include_bytes!("data/foreign-added.pdf");
const EVERT: &str = include_str!("data/foreign.pem");

fn evert() -> Trust {
    Trust::from_pem(&[EVERT]).unwrap()
}

#[test]
fn a_signature_elsewhere_is_told_of_and_makes_no_record() {
    for (trust, known) in [(Trust::default(), false), (evert(), true)] {
        let verification = verify(SIGNED_ELSEWHERE, &trust, &FACE);
        assert_eq!((verification.standing, verification.ours), (Standing::NotOurs, false));
        assert_eq!(verification.problems, [Problem::NotOurs]);
        let [signature] = &verification.signatures[..] else { panic!("one signature") };
        assert_eq!(signature.problems, []);
        assert_eq!(signature.name, "Evert Elders");
        assert_eq!(signature.signer.as_ref().unwrap().organisation, "Stichting Elders");
        assert_eq!(signature.range, 0..SIGNED_ELSEWHERE.len());
        assert!(signature.time.is_some());
        assert_eq!(signature.known, known);
    }
}

#[test]
fn what_was_added_later_is_told() {
    let verification = verify(ADDED, &evert(), &FACE);
    assert_eq!(verification.standing, Standing::NotOurs);
    assert_eq!(verification.problems, [Problem::NotOurs, Problem::Added]);
    assert_eq!(verification.signatures[0].problems, []);
    assert_eq!(verification.signatures[0].range, 0..SIGNED_ELSEWHERE.len());
}

#[test]
fn what_was_changed_is_told() {
    let changed = overwrite(SIGNED_ELSEWHERE, "0 0 m 100 100 l S", "0 0 m 100 900 l S");
    let verification = verify(&changed, &evert(), &FACE);
    assert_eq!(verification.standing, Standing::NotOurs);
    assert_eq!(verification.signatures[0].problems, [Problem::DigestMismatch]);
    for (old, new, problem) in [
        ("/ByteRange [0 ", "/ByteRange [1 ", Problem::ByteRange),
        ("/Contents <30", "/Contents <zz", Problem::Contents),
        ("/Contents <30", "/Contents <31", Problem::CmsSyntax),
    ] {
        let changed = overwrite(SIGNED_ELSEWHERE, old, new);
        let verification = verify(&changed, &evert(), &FACE);
        assert_eq!(verification.standing, Standing::NotOurs, "{new}");
        assert_eq!(verification.signatures[0].problems, [problem], "{new}");
    }
}

#[test]
fn no_flipped_byte_of_it_is_a_record() {
    let mut pdf = SIGNED_ELSEWHERE.to_vec();
    for at in 0..pdf.len() {
        pdf[at] ^= 1;
        let standing = verify(&pdf, &evert(), &FACE).standing;
        assert!(!matches!(standing, Standing::Valid | Standing::ValidUnknownSigner), "byte {at}");
        pdf[at] ^= 1;
    }
}

/// A record whose mark was taken away is none of ours any more, and its signature shows that it was changed.
#[test]
fn a_record_without_its_mark_is_not_ours() {
    let pdf = overwrite(&SIGNED, "/Producer(verantwoord ", "/Producer(xerantwoord ");
    let verification = check(&pdf);
    assert_eq!((verification.standing, verification.ours), (Standing::NotOurs, false));
    assert!(verification.all_problems().contains(&Problem::DigestMismatch));
    assert!(sign(SIGNED_ELSEWHERE, &ANNA, &claim("FG", &ANNA, 3), &FACE).is_err());
}
