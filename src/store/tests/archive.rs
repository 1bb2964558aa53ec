//! Backups: what goes in comes out, and what is not in order changes nothing.

use super::{StoreError, at, folder, noon, open};
use crate::{
    format::{Unfit, sha256},
    model::{Organisation, Processing},
    store::{Flaw, Shelf, restore},
};
use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Every file below a folder that is not hidden, with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_owned();
        if path.is_dir() {
            found.extend(
                contents(&path).into_iter().map(|(inside, b)| (Path::new(&name).join(inside), b)),
            );
        } else if !name.to_string_lossy().starts_with('.') {
            found.insert(name.into(), fs::read(&path).expect("read"));
        }
    }
    found
}

fn named(name: &str) -> Organisation {
    Organisation { name: name.to_owned(), ..Default::default() }
}

/// A data folder with one of everything that matters here.
fn filled(path: &Path) -> Shelf {
    let shelf = open(path);
    shelf.keep_organisation(&named("Museum ’t Hof")).expect("kept");
    let mut processing = Processing { name: "Nieuwsbrief".into(), ..Processing::default() };
    shelf.keep_processing(&mut processing).expect("kept");
    fs::create_dir_all(path.join("toetsen/2026-proef")).expect("made");
    for (name, bytes) in [
        ("verslagen/v1.pdf", &b"%PDF"[..]),
        ("sleutels/vera.p12", b"\x30\x00"),
        ("toetsen/2026-proef/toets.ron", b"(half"),
        ("toetsen/2026-proef/toets.ron.beschadigd-2026-11-22-120000", b""),
        ("toetsen/2026-proef/toets (conflicted copy 2026-11-22).ron", b"ander"),
    ] {
        fs::write(path.join(name), bytes).expect("written");
    }
    shelf
}

/// A zip file with these files, and a list of those in `listed`.
fn made(
    path: &Path,
    files: &[(&str, &[u8])],
    listed: &[(&str, u64, &[u8])],
    method: CompressionMethod,
) {
    let list: Vec<_> = listed
        .iter()
        .map(|(name, size, bytes)| {
            serde_json::json!({ "name": name, "size": size, "sha256": sha256(bytes) })
        })
        .collect();
    let list =
        serde_json::json!({ "version": 1, "made": "2026-11-22T12:00:00+01:00", "files": list });
    let mut zip = ZipWriter::new(fs::File::create(path).expect("made"));
    let options = SimpleFileOptions::default().compression_method(method);
    zip.start_file("inhoud.json", options).expect("started");
    zip.write_all(list.to_string().as_bytes()).expect("written");
    for (name, bytes) in files {
        zip.start_file(*name, options).expect("started");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("finished");
}

fn flaw(zip: &Path) -> Flaw {
    let target = folder();
    let data = target.path().join("gegevens");
    let error = restore(&data, zip, true, noon()).expect_err("refused");
    assert!(!data.exists(), "nothing is made before the backup is found in order");
    match error {
        StoreError::Archive { path, flaw } => {
            assert_eq!(path, zip);
            flaw
        }
        other => panic!("{other}"),
    }
}

#[test]
fn everything_comes_back_byte_for_byte_and_only_once() {
    let (source, target) = (folder(), folder());
    let shelf = filled(source.path());
    fs::write(source.path().join("boodschappen.txt"), b"kaas").expect("written");
    let zip = target.path().join("kopie.zip");
    let packed = shelf.pack(&zip, noon()).expect("packed");
    assert_eq!((packed.files, packed.left_out.len()), (7, 1));
    assert_eq!(packed.sha256, sha256(&fs::read(&zip).expect("read")));

    let data = target.path().join("gegevens");
    let restored = restore(&data, &zip, false, at("13:00:00")).expect("restored");
    assert_eq!((restored.made, restored.put_back, restored.alike), (noon(), 7, 0));
    let mut whole = contents(source.path());
    whole.remove(Path::new("boodschappen.txt"));
    assert_eq!(contents(&data), whole);

    // What a power cut left out is put back; what stands there is left as it is.
    fs::remove_file(data.join("verslagen/v1.pdf")).expect("removed");
    let again = restore(&data, &zip, false, noon()).expect("restored");
    assert_eq!((again.put_back, again.alike, again.aside), (1, 6, None));
    assert_eq!(contents(&data), whole);
}

#[cfg(unix)]
#[test]
fn keys_and_the_backup_itself_are_for_this_person_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let (source, target) = (folder(), folder());
    let zip = target.path().join("kopie.zip");
    filled(source.path()).pack(&zip, noon()).expect("packed");
    let data = target.path().join("gegevens");
    restore(&data, &zip, false, noon()).expect("restored");
    for path in [zip, data.join("sleutels/vera.p12")] {
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn other_data_stay_unless_they_are_set_aside_knowingly() {
    let (source, target) = (folder(), folder());
    let zip = target.path().join("kopie.zip");
    filled(source.path()).pack(&zip, noon()).expect("packed");
    let data = target.path().join("gegevens");
    let shelf = open(&data);
    shelf.keep_organisation(&named("Nieuwer")).expect("kept");
    fs::write(data.join("verslagen/v2.pdf"), b"%PDF nieuw").expect("written");
    drop(shelf);
    let before = contents(&data);

    // The backup is of 2026; the files are from the day on which this runs, before or after.
    match restore(&data, &zip, false, noon()).expect_err("occupied") {
        StoreError::Occupied { folder, stake } => {
            assert_eq!(folder, data);
            assert_eq!(stake.different, [data.join("instelling.ron")]);
            assert_eq!(stake.absent, [data.join("verslagen/v2.pdf")]);
        }
        other => panic!("{other}"),
    }
    assert_eq!(contents(&data), before);

    let aside = restore(&data, &zip, true, noon()).expect("restored").aside.expect("aside");
    assert_eq!(aside, target.path().join("gegevens.opzij-2026-11-22-120000"));
    assert_eq!(contents(&aside), before);
    assert_eq!(contents(&data), contents(source.path()));
}

#[test]
fn a_folder_in_use_is_not_restored_into() {
    let (source, target) = (folder(), folder());
    let zip = target.path().join("kopie.zip");
    let shelf = filled(source.path());
    shelf.pack(&zip, noon()).expect("packed");
    let error = restore(source.path(), &zip, true, noon()).expect_err("in use");
    assert!(matches!(error, StoreError::InUse { .. }), "{error}");
}

#[test]
fn a_backup_is_never_written_over_a_file_nor_into_the_folder_itself() {
    let (source, target) = (folder(), folder());
    let zip = target.path().join("kopie.zip");
    let empty = open(source.path()).pack(&zip, noon()).expect_err("empty");
    assert!(matches!(empty, StoreError::Empty { .. }), "{empty}");
    let shelf = filled(source.path());
    fs::write(&zip, b"van gisteren").expect("written");
    assert!(shelf.pack(&zip, noon()).is_err());
    assert_eq!(fs::read(&zip).expect("read"), b"van gisteren");
    let inside = shelf.pack(&source.path().join("verslagen/k.zip"), noon()).expect_err("inside");
    assert!(matches!(inside, StoreError::Within { .. }), "{inside}");
}

#[test]
fn no_byte_of_a_backup_can_change_and_none_can_be_cut_off() {
    let (source, target) = (folder(), folder());
    let zip = target.path().join("kopie.zip");
    filled(source.path()).pack(&zip, noon()).expect("packed");
    let whole = contents(source.path());
    let bytes = fs::read(&zip).expect("read");
    let bad = target.path().join("bad.zip");
    for place in (0..bytes.len()).step_by(31) {
        let mut changed = bytes.clone();
        changed[place] ^= 0x15;
        fs::write(&bad, changed).expect("written");
        let data = target.path().join(format!("m{place}"));
        // What does not matter (a time in the zip file) may change; what comes out may not.
        if restore(&data, &bad, false, noon()).is_ok() {
            assert_eq!(contents(&data), whole, "byte {place}");
        } else {
            assert!(!data.exists(), "byte {place}");
        }
    }
    for length in (0..bytes.len()).step_by(97) {
        fs::write(&bad, &bytes[..length]).expect("written");
        flaw(&bad);
    }
}

#[test]
fn a_zip_file_made_to_do_harm_is_refused_before_anything_is_made() {
    let target = folder();
    let zip = target.path().join("kwaad.zip");
    let stored = CompressionMethod::Stored;
    for name in ["../weg.ron", "/etc/weg", "verslagen/../../weg", "C:\\weg", ".slot", "a/b/c/d"] {
        made(&zip, &[(name, b"x")], &[(name, 1, b"x")], stored);
        assert!(matches!(flaw(&zip), Flaw::List(Unfit::Name(named)) if named == name), "{name}");
    }
    made(&zip, &[("a.ron", b"x")], &[("a.ron", 1, b"y")], stored);
    assert!(matches!(flaw(&zip), Flaw::Altered(_)));
    made(&zip, &[("a.ron", &[0; 4096])], &[("a.ron", 1, b"x")], stored);
    assert!(matches!(flaw(&zip), Flaw::Altered(_)));
    made(&zip, &[("a.ron", b"x"), ("../b", b"x")], &[("a.ron", 1, b"x")], stored);
    assert!(matches!(flaw(&zip), Flaw::Unlisted(_)));
    made(&zip, &[], &[("a.ron", 1, b"x")], stored);
    assert!(matches!(flaw(&zip), Flaw::Missing(_)));
    made(&zip, &[], &[("a.ron", u64::MAX, b"x")], stored);
    assert!(matches!(flaw(&zip), Flaw::List(_)));
    fs::write(&zip, b"PK geen zip").expect("written");
    assert!(matches!(flaw(&zip), Flaw::NoZip));
    ZipWriter::new(fs::File::create(&zip).expect("made")).finish().expect("finished");
    assert!(matches!(flaw(&zip), Flaw::NoList));
}
