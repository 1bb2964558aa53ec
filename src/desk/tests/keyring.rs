//! Keys that come and go, and who is known.

use super::office;
use crate::{
    desk::{FixedClock, Office, known},
    model::{Capacity, Organisation},
    session::{
        Effect, KeyExport, KeyImport, KeyLine, NewKey, NewSigner, Reply, Secret, SignerLine,
        Standing, Statement, StatementOrder,
    },
};
use std::{
    fs,
    path::{Path, PathBuf},
};

const PASSPHRASE: &str = "kaars molen tapijt zebra";

fn secret(text: &str) -> Secret {
    Secret(text.to_owned().into())
}

fn key(office: &mut Office, name: &str) -> KeyLine {
    let key =
        NewKey { name: name.into(), role: "directeur".into(), passphrase: secret(PASSPHRASE) };
    match office.perform(Effect::MakeKey(key)) {
        Reply::KeyMade(line) => line,
        other => panic!("{other:?}"),
    }
}

fn export(office: &mut Office, key: &Path, to: &Path, passphrase: Option<&str>) -> PathBuf {
    let passphrase = passphrase.map(secret);
    let export = KeyExport { key: key.into(), to: to.into(), passphrase };
    match office.perform(Effect::ExportKey(export)) {
        Reply::KeyExported(path) => path,
        other => panic!("{other:?}"),
    }
}

fn read(office: &mut Office, file: &Path) -> SignerLine {
    match office.perform(Effect::ReadSigner(file.into())) {
        Reply::SignerRead(line) => line,
        other => panic!("{other:?}"),
    }
}

fn refused(reply: Reply) -> String {
    match reply {
        Reply::Failed(failure) => failure.message,
        other => panic!("{other:?}"),
    }
}

/// A key file from elsewhere, as the tests of the signatures have it.
fn foreign(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/signature/tests/data").join(name)
}

fn import(office: &mut Office, file: &Path, passphrase: &str, renewed: &str) -> Reply {
    let (passphrase, renewed) = (secret(passphrase), secret(renewed));
    let rsa = false;
    office.perform(Effect::ImportKey(KeyImport { file: file.into(), passphrase, renewed, rsa }))
}

#[test]
fn someone_is_known_only_after_their_fingerprint_was_compared_and_until_they_are_removed() {
    let (here, there) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let mut far = office(there.path());
    let dirk = key(&mut far, "Dirk Dijk");
    let file = export(&mut far, &dirk.path, Path::new(""), None);
    assert!(file.ends_with("dirk-dijk.pem"), "{}", file.display());

    let mut near = office(here.path());
    let vera = key(&mut near, "Vera Vos");
    let line = read(&mut near, &file);
    assert_eq!((line.fingerprint.as_str(), line.since), (dirk.fingerprint.as_str(), None));
    let add = |fingerprint: &str| {
        let fingerprint = fingerprint.to_owned();
        Effect::AddSigner(NewSigner { file: file.clone(), fingerprint })
    };
    let told = refused(near.perform(add(&vera.fingerprint)));
    assert!(told.contains("een andere vingerafdruk"), "{told}");
    assert_eq!(known(here.path()).expect("readable").len(), 1, "only Vera herself");

    // Digits are digits, however somebody groups them.
    let spelt = dirk.fingerprint.to_uppercase().replace(' ', ":");
    let Reply::Overview(overview) = near.perform(add(&spelt)) else { panic!("not added") };
    let [signer] = overview.signers.as_slice() else { panic!("{:?}", overview.signers) };
    assert_eq!((signer.name.as_str(), signer.lost), ("Dirk Dijk", false));
    assert_eq!((signer.since, signer.file.as_path()), (Some(super::noon()), file.as_path()));
    assert_eq!(known(here.path()).expect("readable").len(), 2);
    assert!(refused(near.perform(add(&dirk.fingerprint))).contains("staat al in de lijst"));

    // Another certificate in the place of the one that was compared makes nobody known.
    let kept = here.path().join("ondertekenaars/dirk-dijk.pem");
    let other = key(&mut far, "Karel Kassa").path.with_extension("pem");
    crate::store::replace(&kept, &fs::read(other).expect("there")).expect("written");
    assert_eq!(known(here.path()).expect("readable").len(), 1);
    assert!(near.overview().expect("readable").signers[0].lost);

    let gone = near.perform(Effect::RemoveSigner(dirk.fingerprint.clone()));
    let Reply::Overview(overview) = gone else { panic!("{gone:?}") };
    assert_eq!(overview.signers, []);
    assert!(!kept.exists());
    assert!(
        refused(near.perform(Effect::RemoveSigner(dirk.fingerprint))).contains("niet in de lijst")
    );
    let own = Effect::AddSigner(NewSigner {
        file: vera.path.with_extension("pem"),
        fingerprint: vera.fingerprint,
    });
    assert!(refused(near.perform(own)).contains("van uzelf"));
    let none = refused(near.perform(Effect::ReadSigner(foreign("openssl.p12"))));
    assert!(none.contains("geen certificaat"), "{none}");
    assert_eq!(near.check_up(false).expect("looked").findings, []);
}

#[test]
fn whoever_was_known_before_there_was_a_list_stays_known_and_that_is_told_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = tempfile::tempdir().expect("a folder");
    let dirk = key(&mut office(other.path()), "Dirk Dijk");
    let pem = fs::read(dirk.path.with_extension("pem")).expect("there");
    drop(office(folder.path()));
    let loose = folder.path().join("sleutels/dirk.pem");
    crate::store::replace(&loose, &pem).expect("written");

    let mut opened = office(folder.path());
    let overview = opened.overview().expect("readable");
    assert_eq!(overview.signers.len(), 1);
    assert_eq!(overview.signers[0].file, loose);
    let told = overview.warnings.iter().filter(|told| told.contains("in een lijst")).count();
    assert_eq!(told, 1, "{:?}", overview.warnings);
    drop(opened);
    // From now on a file alone makes nobody known.
    crate::store::replace(&loose.with_file_name("karel.pem"), &pem).expect("written");
    let overview = office(folder.path()).overview().expect("readable");
    assert_eq!((overview.signers.len(), overview.warnings), (1, Vec::new()));
}

#[test]
fn a_key_goes_to_another_computer_and_signs_there() {
    let (here, there) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let mut near = office(here.path());
    let vera = key(&mut near, "Vera Vos");
    let file = export(&mut near, &vera.path, Path::new(""), Some(PASSPHRASE));
    assert_eq!(file, here.path().join("uitvoer/vera-vos.p12"));
    let mut far = office(there.path());
    let Reply::KeyMade(line) = import(&mut far, &file, PASSPHRASE, "") else { panic!("not taken") };
    assert_eq!(line.fingerprint, vera.fingerprint);
    assert!(fs::read_to_string(&line.path).expect("there").starts_with("-----BEGIN ENCRYPTED"));
    assert!(refused(import(&mut far, &file, PASSPHRASE, "")).contains("hebt u al"));
    assert!(refused(import(&mut far, &file, "anders dan dit", "")).contains("past niet"));
}

#[test]
fn a_key_from_elsewhere_is_taken_or_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let later = "2026-12-22T12:00:00+01:00".parse().expect("a moment");
    let mut office = Office::open(folder.path(), Box::new(FixedClock(later))).expect("opens");
    for (file, told) in [
        ("firefox.p12", "Firefox"),
        ("no-mac.p12", "niet beschermd met een wachtzin"),
        ("no-key.p12", "alleen een certificaat"),
        ("no-usage.p12", "niet bedoeld om documenten"),
        ("two-keys.p12", "meer sleutels"),
        ("absurd.p12", "rekenwerk"),
        ("expired.p12", "verlopen: hij gold tot en met 1 januari 2021"),
        ("future.p12", "pas vanaf 1 januari 2099"),
        ("rsa.p12", "niet bedoeld om documenten"),
        ("rsa-short.p12", "te kort"),
        ("authority.pem", "geen sleutel"),
        ("openssl.p12", "te makkelijk te raden"),
    ] {
        let message = refused(import(&mut office, &foreign(file), "geheim", ""));
        assert!(message.contains(told), "{file}: {message}");
    }
    assert_eq!(office.overview().expect("readable").keys, []);
    let taken = import(&mut office, &foreign("p384.p12"), "geheim", PASSPHRASE);
    let Reply::KeyMade(line) = taken else { panic!("{taken:?}") };
    assert_eq!((line.name.as_str(), line.role.as_str()), ("Dirk Überall", "directeur"));
    assert!(line.until > Some(super::noon().date()));
}

#[test]
fn an_rsa_key_is_taken_over_only_by_whoever_wants_it_all_the_same_and_signs_only_then() {
    let folder = tempfile::tempdir().expect("a folder");
    let later = "2026-12-22T12:00:00+01:00".parse().expect("a moment");
    let mut office = Office::open(folder.path(), Box::new(FixedClock(later))).expect("opens");
    let organisation = Organisation { name: "Museum Hof".to_owned(), ..Default::default() };
    office.perform(Effect::KeepOrganisation(Box::new(organisation)));
    let file = foreign("rsa-signs.p12");
    let sign = |office: &mut Office, key: &Path, passphrase: &str| {
        let order = StatementOrder {
            statement: Statement::Register,
            others: Vec::new(),
            key: key.into(),
            passphrase: secret(passphrase),
            capacity: Capacity::default(),
        };
        office.perform(Effect::SignStatement(Box::new(order)))
    };
    let doubted = import(&mut office, &file, "geheim", PASSPHRASE);
    assert!(matches!(doubted, Reply::RsaKey), "{doubted:?}");
    assert_eq!(office.overview().expect("readable").keys, []);
    // Nobody gets past that by naming the file.
    let told = refused(sign(&mut office, &file, "geheim"));
    assert!(told.contains("RSA-sleutel. Haal hem eerst over"), "{told}");

    let wanted =
        KeyImport { file, passphrase: secret("geheim"), renewed: secret(PASSPHRASE), rsa: true };
    let taken = office.perform(Effect::ImportKey(wanted));
    let Reply::KeyMade(line) = taken else { panic!("{taken:?}") };
    assert_eq!((line.name.as_str(), line.kind.as_str()), ("Rik Sluis", "RSA"));
    let signed = sign(&mut office, &line.path, PASSPHRASE);
    let Reply::Signed(record) = signed else { panic!("{signed:?}") };
    assert_eq!(record.report.verdict, Standing::Valid);
    assert_eq!(record.report.signatures[0].role, "voorzitter");
}
