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
    assert_eq!(open(include_bytes!("data/rsa.p12")), KeyError::KeyKind);
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
