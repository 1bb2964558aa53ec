//! Attacks on what travels along with a stamp: every byte of it, and the authorities above the one that stamped.

use super::{authority::*, fixtures::*, papers::*};
use crate::signature::{Standing, Trust, stamp, verify};

/// Every third byte of the revision; of the empty room a few.
fn assert_no_byte_can_change(authority: &Authority, trust: &Trust) {
    let mut pdf = stamped(&SMALL, authority);
    let room = last(&pdf, "/Contents <") + 11;
    let length = usize::from_str_radix(std::str::from_utf8(&pdf[room + 4..room + 8]).unwrap(), 16);
    let token = room + 2 * (length.unwrap() + 4);
    let end = last(&pdf, "00>") + 3;
    let step = if cfg!(debug_assertions) { 3 } else { 1 };
    let places = (SMALL.len()..token).step_by(step);
    let places = places.chain((token..end).step_by(1999)).chain((end..pdf.len()).step_by(step));
    for at in places {
        for mask in [0x01, 0x20] {
            pdf[at] ^= mask;
            let standing = verify(&pdf, trust, &FACE).standing;
            assert!(
                matches!(standing, Standing::Modified | Standing::Invalid),
                "byte {at} with {mask:#x}: {standing:?}"
            );
            pdf[at] ^= mask;
        }
    }
}

#[test]
fn no_byte_of_a_stamp_can_change() {
    let holder = Paper::stamper("CN=De Klok TSA").issued_by(None);
    let alone = Authority { holder, above: Vec::new() };
    assert_no_byte_can_change(&alone, &trust(&[&ANNA, &BRAM]));
}

/// Found by a million random changes: a letter in the name of who issued the root, when the root travelled along, was seen by no
/// signature. Whoever knows no authority at all must see it too.
#[test]
fn no_byte_of_what_stands_above_the_authority_can_change() {
    let root = Paper::authority("CN=Wortel").issued_by(None);
    let middle = Paper::authority("CN=Tussen").issued_by(Some(&root));
    let holder = Paper::stamper("CN=TSA").issued_by(Some(&middle));
    let authority = Authority { holder, above: vec![middle, root] };
    assert_no_byte_can_change(&authority, &trust(&[&ANNA, &BRAM]));
}

/// Who knows the root completes the path that the authority left unfinished; then everyone who knows it can follow that path.
#[test]
fn an_authority_above_may_be_the_one_that_is_known() {
    let root = Paper::authority("CN=Wortel").of(Key::rsa(), None);
    let middle = Paper::authority("CN=Tussen").of(Key::rsa(), Some(&root));
    let holder = Paper::stamper("CN=TSA").of(Key::rsa(), Some(&middle));
    let known = |one: &Holder| Trust { certificates: vec![one.certificate.clone()] };
    let (root, middle_known) = (known(&root), known(&middle));
    let authority = Authority { holder, above: vec![middle] };
    let question = ask(&SMALL);
    let answer = authority.answer(&question);
    let is_known =
        |pdf: &[u8], trust: &Trust| verify(pdf, trust, &FACE).stamps.iter().all(|one| one.known);
    let whole = stamp(&SMALL, (&question, &answer), &root).unwrap();
    assert!(is_known(&whole, &root) && is_known(&whole, &middle_known));
    assert!(!is_known(&whole, &Trust::default()));
    // Without its end the path stays home: who knows the one right above the authority knows enough.
    let alone = stamp(&SMALL, (&question, &answer), &Trust::default()).unwrap();
    assert!(!is_known(&alone, &root) && is_known(&alone, &middle_known));
    assert!(alone.len() == whole.len(), "in the same room");
    let impostor = known(&Paper::authority("CN=Wortel").of(Key::p256(), None));
    assert!(!is_known(&whole, &impostor));
    let pretended = stamp(&SMALL, (&question, &answer), &impostor).unwrap();
    assert_eq!(pretended, alone, "a name alone makes no issuer");
}
