//! Key files: ours, those of OpenSSL, and those that must be refused.

use std::process::Command;

use super::fixtures::*;
use super::referees::{file, installed};
use crate::signature::{Identity, KeyError, Signer, Standing, Trust, sign, verify};

const PASSPHRASE: &str = "een zin die ëcht lang is";

#[test]
fn a_key_file_opens_again_and_only_with_its_passphrase() {
    let stored = ANNA.to_pkcs12(PASSPHRASE).unwrap();
    let opened = Identity::from_pkcs12(&stored, PASSPHRASE).unwrap();
    assert_eq!(opened.fingerprint(), ANNA.fingerprint());
    assert_eq!(opened.signer(), ANNA.signer());
    let base = Base::default().bytes();
    let claim = certifying("Auteur", &ANNA);
    assert_eq!(sign(&base, &opened, &claim, &FACE), sign(&base, &ANNA, &claim, &FACE));
    for wrong in ["", "een zin die echt lang is", "een zin die ëcht lang is "] {
        assert_eq!(Identity::from_pkcs12(&stored, wrong).unwrap_err(), KeyError::WrongPassphrase);
    }
    assert_eq!(ANNA.to_pkcs12("").unwrap_err(), KeyError::EmptyPassphrase);
}

#[test]
fn damaged_key_files_are_named() {
    let stored = include_bytes!("data/openssl.p12").to_vec();
    for end in [0, 1, 20, stored.len() / 2, stored.len() - 1] {
        let error = Identity::from_pkcs12(&stored[..end], "geheim").unwrap_err();
        assert!(matches!(error, KeyError::Damaged(_)), "{end}: {error}");
    }
    let mut flipped = stored.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    // Either the check over the whole file fails, or the file cannot even be read.
    let error = Identity::from_pkcs12(&flipped, "geheim").unwrap_err();
    assert!(matches!(error, KeyError::WrongPassphrase | KeyError::Damaged(_)), "{error}");
    let error = Identity::from_pkcs12(&[0x30, 0x80, 2, 1, 3], "geheim").unwrap_err();
    assert_eq!(error, KeyError::IndefiniteLength);
    let error = Identity::from_pkcs12(b"%PDF-1.7", "geheim").unwrap_err();
    assert!(matches!(error, KeyError::Damaged(_)), "{error}");
}

#[test]
fn key_files_of_openssl_open() {
    let opened = Identity::from_pkcs12(include_bytes!("data/openssl.p12"), "geheim").unwrap();
    let signer = Signer {
        name: "Dirk Überall".into(),
        role: "directeur".into(),
        organisation: "Museum De Zolder".into(),
    };
    assert_eq!(opened.signer(), signer);
    let claim = certifying("Directeur", &opened);
    let pdf = sign(&Base::default().bytes(), &opened, &claim, &FACE).unwrap();
    let trust = Trust::from_pem(&[&opened.certificate_pem()]).unwrap();
    assert_eq!(verify(&pdf, &trust, &FACE).standing, Standing::Valid);
}

#[test]
fn unfit_key_files_of_openssl_are_refused() {
    let open = |bytes: &[u8]| Identity::from_pkcs12(bytes, "geheim").unwrap_err();
    assert_eq!(open(include_bytes!("data/rsa.p12")), KeyError::Usage);
    assert_eq!(open(include_bytes!("data/rsa-short.p12")), KeyError::ShortKey(1024));
    assert_eq!(open(include_bytes!("data/no-mac.p12")), KeyError::Unprotected);
    assert_eq!(open(include_bytes!("data/plain-key.p12")), KeyError::Unprotected);
    assert_eq!(open(include_bytes!("data/no-key.p12")), KeyError::NoKey);
    assert_eq!(open(include_bytes!("data/no-usage.p12")), KeyError::Usage);
}

#[test]
fn an_issued_certificate_is_known_by_its_authority() {
    let opened = Identity::from_pkcs12(include_bytes!("data/issued.p12"), "geheim").unwrap();
    let claim = certifying("FG", &opened);
    let signed = sign(&Base::default().bytes(), &opened, &claim, &FACE).unwrap();
    let trust = Trust::from_pem(&[include_str!("data/issuer.pem")]).unwrap();
    assert_eq!(verify(&signed, &trust, &FACE).standing, Standing::Valid);
    let other = Trust::from_pem(&[include_str!("data/authority.pem")]).unwrap();
    assert_eq!(verify(&signed, &other, &FACE).standing, Standing::ValidUnknownSigner);
}

#[test]
fn names_that_do_not_fit_are_refused() {
    let create = |name: &str, role: &str| {
        let signer = Signer { name: name.into(), role: role.into(), ..Signer::default() };
        Identity::create(&signer, now(), &mut rand::rng()).unwrap_err()
    };
    assert_eq!(create("", "x"), KeyError::Subject("name"));
    assert_eq!(create("x\ny", ""), KeyError::Subject("name"));
    assert_eq!(create("x", &"é".repeat(65)), KeyError::Subject("role"));
}

#[test]
fn openssl_opens_our_key_file() {
    if !installed("openssl", "version") {
        return;
    }
    let stored = file(&ANNA.to_pkcs12(PASSPHRASE).unwrap());
    let output = Command::new("openssl")
        .args(["pkcs12", "-nodes", "-info", "-passin"])
        .arg(format!("pass:{PASSPHRASE}"))
        .arg("-in")
        .arg(stored.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert!(told.contains("AES-256-CBC") && told.contains("600000"), "{told}");
    let given = String::from_utf8_lossy(&output.stdout).replace('\n', "");
    assert!(given.contains("BEGIN PRIVATE KEY"));
    assert!(given.contains(&ANNA.certificate_pem().replace('\n', "")));
}

#[test]
fn our_own_key_file_opens_again_and_only_with_its_passphrase() {
    let stored = ANNA.to_key_file(PASSPHRASE, &mut rand::rng()).unwrap();
    assert!(stored.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    let opened = Identity::from_key_file(stored.as_bytes(), PASSPHRASE).unwrap();
    assert_eq!(opened.fingerprint(), ANNA.fingerprint());
    let base = Base::default().bytes();
    let claim = certifying("Auteur", &ANNA);
    assert_eq!(sign(&base, &opened, &claim, &FACE), sign(&base, &ANNA, &claim, &FACE));
    let wrong = Identity::from_key_file(stored.as_bytes(), "een zin die echt lang is").unwrap_err();
    assert_eq!(wrong, KeyError::WrongPassphrase);
    let none = ANNA.to_key_file("", &mut rand::rng()).unwrap_err();
    assert_eq!(none, KeyError::EmptyPassphrase);
    let ways = stored.split_inclusive("-----END ENCRYPTED PRIVATE KEY-----\n").collect::<Vec<_>>();
    let open = |text: String| Identity::from_key_file(text.as_bytes(), PASSPHRASE).unwrap_err();
    assert_eq!(open(ways[1].to_owned()), KeyError::NoKey);
    assert_eq!(open(ways[0].to_owned()), KeyError::NoCertificate);
    assert_eq!(open(ways[0].to_owned() + &stored), KeyError::SeveralKeys(2));
    assert_eq!(open(include_str!("data/key.pem").to_owned()), KeyError::Unprotected);
    assert!(matches!(open(stored[..200].to_owned()), KeyError::Damaged(_)));
}

#[test]
fn opening_costs_as_much_as_it_says() {
    let stored = ANNA.to_key_file(PASSPHRASE, &mut rand::rng()).unwrap();
    let end = stored.find("-----BEGIN CERT").unwrap();
    let (_, document) = der::Document::from_pem(&stored[..end]).unwrap();
    // scrypt's N = 2^17, r = 8, p = 1 (RFC 7914, 2), as three integers.
    let parameters = [2, 3, 2, 0, 0, 2, 1, 8, 2, 1, 1];
    let there = document.as_bytes().windows(parameters.len()).any(|window| window == parameters);
    assert!(there, "{:02x?}", document.as_bytes());
}

#[test]
fn key_files_that_ask_for_absurdly_much_are_not_opened() {
    let started = std::time::Instant::now();
    let other = include_bytes!("data/absurd.p12");
    assert_eq!(Identity::from_key_file(other, "geheim").unwrap_err(), KeyError::Absurd);
    let stored = ANNA.to_key_file(PASSPHRASE, &mut rand::rng()).unwrap();
    let end = stored.find("-----BEGIN CERT").unwrap();
    let (pem, rest) = (stored[..end].to_owned(), stored[end..].to_owned());
    let (_, document) = der::Document::from_pem(&pem).unwrap();
    let bytes = document.as_bytes();
    let modest = [2, 3, 2, 0, 0, 2, 1, 8, 2, 1, 1];
    let at = bytes.windows(modest.len()).position(|window| window == modest).unwrap();
    for absurd in [[2, 3, 32, 0, 0, 2, 1, 8, 2, 1, 1], [2, 3, 2, 0, 0, 2, 1, 8, 2, 1, 127]] {
        let changed = [&bytes[..at], &absurd, &bytes[at + absurd.len()..]].concat();
        let changed = der::Document::try_from(changed).unwrap();
        let pem =
            changed.to_pem("ENCRYPTED PRIVATE KEY", der::pem::LineEnding::LF).unwrap() + &rest;
        let error = Identity::from_key_file(pem.as_bytes(), PASSPHRASE).unwrap_err();
        assert_eq!(error, KeyError::Absurd, "{absurd:?}");
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn key_files_from_elsewhere_are_opened_or_refused_with_the_reason() {
    let open = |bytes: &[u8]| Identity::from_key_file(bytes, "geheim");
    assert_eq!(open(include_bytes!("data/firefox.p12")).unwrap_err(), KeyError::IndefiniteLength);
    assert_eq!(open(include_bytes!("data/two-keys.p12")).unwrap_err(), KeyError::SeveralKeys(2));
    let expired = open(include_bytes!("data/expired.p12")).unwrap();
    assert!(matches!(expired.check_validity(now()).unwrap_err(), KeyError::Expired(1_609_459_200)));
    let future = open(include_bytes!("data/future.p12")).unwrap();
    assert!(matches!(future.check_validity(now()).unwrap_err(), KeyError::NotYetValid(_)));
    assert_eq!(ANNA.check_validity(now()), Ok(()));
}

#[test]
fn a_key_on_the_next_larger_curve_signs_too() {
    let opened = Identity::from_key_file(include_bytes!("data/p384.p12"), "geheim").unwrap();
    let claim = certifying("Directeur", &opened);
    let pdf = sign(&Base::default().bytes(), &opened, &claim, &FACE).unwrap();
    let trust = Trust::from_pem(&[&opened.certificate_pem()]).unwrap();
    assert_eq!(verify(&pdf, &trust, &FACE).standing, Standing::Valid);
    let again = opened.to_key_file(PASSPHRASE, &mut rand::rng()).unwrap();
    let again = Identity::from_key_file(again.as_bytes(), PASSPHRASE).unwrap();
    assert_eq!(again.fingerprint(), opened.fingerprint());
}

#[test]
fn an_rsa_key_from_elsewhere_signs_too_and_is_held_to_the_same() {
    let opened = Identity::from_key_file(include_bytes!("data/rsa-signs.p12"), "geheim").unwrap();
    assert!(opened.is_rsa() && !ANNA.is_rsa());
    assert_eq!((opened.certificate().key_kind(), ANNA.certificate().key_kind()), ("RSA", "P-256"));
    let again = opened.to_key_file(PASSPHRASE, &mut rand::rng()).unwrap();
    let again = Identity::from_key_file(again.as_bytes(), PASSPHRASE).unwrap();
    let said = certifying("Auteur", &opened);
    let base = Base::default().bytes();
    let pdf = sign(&base, &opened, &said, &FACE).unwrap();
    assert_eq!(sign(&base, &again, &said, &FACE).unwrap(), pdf, "blinding leaves no trace");
    let trust = Trust::from_pem(&[&opened.certificate_pem()]).unwrap();
    assert_eq!(verify(&pdf, &trust, &FACE).standing, Standing::Valid);
    // Another signs behind it, and both hold.
    let next = claim("Directeur", &ANNA, 2);
    let twice = sign(&pdf, &ANNA, &next, &FACE).unwrap();
    let both = Trust::from_pem(&[&opened.certificate_pem(), &ANNA.certificate_pem()]).unwrap();
    assert_eq!(verify(&twice, &both, &FACE).standing, Standing::Valid);
    // Not one byte of the signature value can be another.
    let cms = pdf.windows(10).rposition(|window| window == b"/Contents ").unwrap() + 11;
    let room = &pdf[cms..];
    let end = room.iter().position(|byte| *byte == b'>').unwrap();
    let last = room[..end].iter().rposition(|byte| *byte != b'0').unwrap();
    for at in (last - 760..last).step_by(37) {
        let mut changed = pdf.clone();
        let digit = &mut changed[cms + at];
        *digit = if *digit == b'1' { b'2' } else { b'1' };
        assert!(
            matches!(
                verify(&changed, &trust, &FACE).standing,
                Standing::Modified | Standing::Invalid
            ),
            "{at}"
        );
    }
}

#[test]
fn other_programs_accept_a_signature_with_rsa() {
    let opened = Identity::from_key_file(include_bytes!("data/rsa-signs.p12"), "geheim").unwrap();
    let claim = certifying("Auteur", &opened);
    let pdf = sign(&Base::default().bytes(), &opened, &claim, &FACE).unwrap();
    let signed = file(&pdf);
    if installed("pdfsig", "-v") {
        let output = Command::new("pdfsig").arg(signed.path()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(told.contains("Signature Validation: Signature is Valid."), "{told}");
    }
    if installed("qpdf", "--version") {
        let output = Command::new("qpdf").arg("--check").arg(signed.path()).output().unwrap();
        assert!(output.status.success());
    }
}
