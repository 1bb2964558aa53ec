//! A record signed by two, and the people whose keys these are.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};
use tempfile::TempDir;
use verantwoord::{
    desk::{self, FixedClock, Office},
    model::{About, Id, Organisation, Participant, Processing},
    session::{Countersignature, Edit, Effect, KeyLine, NewKey, Reply, Report, Secret, SignOrder},
};

/// Who signs last.
pub(super) const DIRECTOR: &str = "Dirk Dijk";
const PASSPHRASE: &str = "de linde bloeit in juni weer";

/// The record in its three states, and the key of its maker.
pub(super) struct Victim {
    /// Before anyone signed.
    pub(super) base: Vec<u8>,
    /// Signed by its maker.
    pub(super) once: Vec<u8>,
    /// Signed by its maker and the director.
    pub(super) twice: Vec<u8>,
    /// The same with a time stamp; none where there is no OpenSSL to answer as an authority does.
    pub(super) stamped: Option<Vec<u8>>,
    /// Another genuine record by the same people.
    pub(super) other: Vec<u8>,
    /// The maker's key file, for who has stolen it or is the maker.
    pub(super) key: Vec<u8>,
    known: Vec<String>,
    _folder: TempDir,
}

/// Made once: making keys takes its time.
pub(super) static VICTIM: LazyLock<Victim> = LazyLock::new(victim);

/// The passphrase of the maker's key.
pub(super) fn passphrase() -> &'static str {
    PASSPHRASE
}

fn secret() -> Secret {
    Secret(PASSPHRASE.to_owned().into())
}

fn key(office: &mut Office, name: &str, role: &str) -> KeyLine {
    let key = NewKey { name: name.into(), role: role.into(), passphrase: secret() };
    match office.perform(Effect::MakeKey(key)) {
        Reply::KeyMade(key) => key,
        other => panic!("{other:?}"),
    }
}

/// A finished assessment about a processing of this name, signed by its maker.
fn record(office: &mut Office, name: &str, key: &KeyLine) -> PathBuf {
    let processing = Processing { name: name.into(), ..Processing::default() };
    let begin = Effect::Begin {
        questionnaire: Id::from("pre-dpia"),
        about: About::Processing(Id::default()),
        processing: Some(Box::new(processing)),
    };
    let Reply::Opened(mut session) = office.perform(begin) else { panic!("not begun") };
    let edits = [
        Edit::answer(&Id::from("personal_data"), "no"),
        Edit::Motivation("Er staan geen namen in de tellingen.".into()),
    ];
    for edit in edits {
        office.perform(session.apply(edit).unwrap());
    }
    let order = SignOrder {
        assessment: session.assessment().clone(),
        others: vec![Participant::new(DIRECTOR, "Bestuurder")],
        key: key.path.clone(),
        passphrase: secret(),
        capacity: verantwoord::model::Capacity::default(),
    };
    match office.perform(Effect::Sign(Box::new(order))) {
        Reply::Signed(record) => record.path,
        other => panic!("{other:?}"),
    }
}

fn victim() -> Victim {
    let folder = tempfile::tempdir().unwrap();
    let now = "2026-11-23T14:02:00+01:00".parse().unwrap();
    let mut office = Office::open(folder.path(), Box::new(FixedClock(now))).unwrap();
    let organisation = Organisation { name: "Museum De Linde".into(), ..Organisation::default() };
    office.perform(Effect::KeepOrganisation(Box::new(organisation)));
    let maker = key(&mut office, "Vera Visser", "Coördinator");
    let director = key(&mut office, DIRECTOR, "Bestuurder");
    let path = record(&mut office, "Bezoekers tellen", &maker);
    let once = std::fs::read(&path).unwrap();
    let field = judged_with(&once, &[]).open_fields[0].field.clone();
    let order = Countersignature {
        record: path.clone(),
        field,
        key: director.path,
        passphrase: secret(),
        capacity: verantwoord::model::Capacity::default(),
    };
    let Reply::Checked(_) = office.perform(Effect::Countersign(Box::new(order))) else {
        panic!("not countersigned")
    };
    let twice = std::fs::read(&path).unwrap();
    let stamped = stamped(&path, folder.path());
    let other = record(&mut office, "Bezoekers wegen", &maker);
    let end = once.windows(6).position(|window| window == b"%%EOF\n").unwrap() + 6;
    Victim {
        base: once[..end].to_vec(),
        other: std::fs::read(other).unwrap(),
        key: std::fs::read(&maker.path).unwrap(),
        known: desk::known(folder.path()).unwrap(),
        once,
        twice,
        stamped,
        _folder: folder,
    }
}

/// The record at `path` with a time stamp, by the authority that also stands before the referees.
fn stamped(path: &Path, folder: &Path) -> Option<Vec<u8>> {
    let found =
        Command::new("openssl").arg("version").output().is_ok_and(|said| said.status.success());
    let wanted = std::env::var_os("VERANTWOORD_REFEREES").is_some_and(|how| how == "required");
    assert!(found || !wanted, "openssl is not installed, and VERANTWOORD_REFEREES=required");
    if !found {
        println!("SKIPPED: openssl is not installed, so no record is stamped");
        return None;
    }
    let (authority, stamped) = (folder.join("dienst"), folder.join("gestempeld.pdf"));
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/referees/stamp");
    let said = Command::new(script)
        .args([authority.as_path(), path, stamped.as_path()])
        .env("VERANTWOORD", env!("CARGO_BIN_EXE_verantwoord"))
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    Some(std::fs::read(stamped).unwrap())
}

/// What the check says of these bytes, where the record's people are known.
pub(super) fn judged(bytes: &[u8]) -> Report {
    judged_with(bytes, &VICTIM.known)
}

fn judged_with(bytes: &[u8], known: &[String]) -> Report {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    desk::check(file.path(), known).unwrap()
}
