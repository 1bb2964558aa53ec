//! What cannot be signed, each with its own reason.

use super::fixtures::*;
use crate::signature::{Claim, ClaimError, SignError, sign};

fn refusal(pdf: &[u8], claim: &Claim) -> SignError {
    sign(pdf, &ANNA, claim, &FACE).unwrap_err()
}

#[test]
fn fields_are_there_and_empty() {
    let base = Base::default().bytes();
    let claim = certifying("Penningmeester", &ANNA);
    assert_eq!(refusal(&base, &claim), SignError::NoField("Penningmeester".into()));
    let claim = claim_for("Auteur");
    assert_eq!(refusal(&SIGNED, &claim), SignError::Signed("Auteur".into()));
    assert_eq!(refusal(&SIGNED, &certifying("FG", &ANNA)), SignError::LateCertification);
    let without = Base { fields: &[], ..Base::default() }.bytes();
    assert_eq!(refusal(&without, &claim), SignError::NoField("Auteur".into()));
}

fn claim_for(field: &str) -> Claim {
    claim(field, &ANNA, 3)
}

#[test]
fn words_can_be_shown() {
    let base = Base::default().bytes();
    let with = |reason: &str| refusal(&base, &Claim { reason: reason.into(), ..claim_for("FG") });
    assert_eq!(with("文"), SignError::Glyph('文'));
    assert_eq!(with("a\u{7}b"), SignError::Claim(ClaimError::Control("reason")));
    assert_eq!(with("a\nb"), SignError::Claim(ClaimError::Control("reason")));
    assert_eq!(with("a\u{202e}b"), SignError::Claim(ClaimError::Control("reason")));
    assert_eq!(with(&"a".repeat(401)), SignError::Claim(ClaimError::Long("reason")));
    let tiny = Base { rect: [0, 0, 40, 20], ..Base::default() }.bytes();
    assert_eq!(refusal(&tiny, &claim_for("FG")), SignError::Room);
}

#[test]
fn long_words_wrap_and_shrink() {
    for reason in ["a ".repeat(150), "onverenigbaarheidsbeoordeling".repeat(8)] {
        let claim = Claim { reason, ..claim_for("FG") };
        assert!(sign(&Base::default().bytes(), &ANNA, &claim, &FACE).is_ok());
    }
}

#[test]
fn signers_are_who_they_say_when_they_may() {
    let base = Base::default().bytes();
    let claim = claim("FG", &BRAM, 1);
    let names = SignError::OtherName { certificate: ANNA.signer().name, claim: claim.name.clone() };
    assert_eq!(refusal(&base, &claim), names);
    let mut late = claim_for("FG");
    late.time = late.time.checked_add(jiff::Span::new().years(11)).unwrap();
    assert_eq!(refusal(&base, &late), SignError::Validity);
}

#[test]
fn files_follow_the_grammar() {
    let base = Base::default().bytes();
    let claim = claim_for("FG");
    for pdf in [&base[..base.len() - 1], &base[1..], &[base.as_slice(), b"x"].concat()] {
        assert_eq!(refusal(pdf, &claim), SignError::Grammar("structure"));
    }
    assert_eq!(refusal(b"", &claim), SignError::Grammar("mark"));
    let font = crate::signature::Face { font: b"no font", ps_name: "x" };
    assert!(matches!(sign(&base, &ANNA, &claim, &font), Err(SignError::Font(_))));
}
