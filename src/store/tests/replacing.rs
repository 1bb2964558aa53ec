//! Whole or not at all.

use super::super::{
    Doing, StoreError,
    replace::{Access, create, persevere, replace, sweep},
};
use super::{files, folder};
use std::{fs, io, path::Path, thread};

#[test]
fn who_reads_meanwhile_sees_the_old_or_the_new_whole() {
    let folder = folder();
    let path = folder.path().join("a.ron");
    let texts = ["a".repeat(200_000), "b".repeat(300_000)];
    replace(&path, texts[0].as_bytes()).expect("written");
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for turn in 1..60 {
                replace(&path, texts[turn % 2].as_bytes()).expect("written");
            }
        });
        while !writer.is_finished() {
            let seen = fs::read_to_string(&path).expect("always there");
            assert!(texts.contains(&seen), "{} bytes", seen.len());
        }
    });
    assert_eq!(files(folder.path()), ["a.ron"]);
}

#[test]
fn what_cannot_be_written_names_the_path_and_leaves_nothing() {
    let folder = folder();
    let path = folder.path().join("weg/a.ron");
    let error = replace(&path, b"x").expect_err("no folder");
    assert!(error.is_missing());
    assert!(error.to_string().contains(&path.display().to_string()), "{error}");
    assert_eq!(files(folder.path()), [""; 0]);
}

/// Not even the administrator may write here.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_nothing_says_so() {
    let path = Path::new("/sys/kernel/verantwoord.ron");
    match replace(path, b"x").expect_err("read-only") {
        StoreError::Io { doing: Doing::Write, path: named, source } => {
            assert_eq!(named, path);
            let kinds = [io::ErrorKind::PermissionDenied, io::ErrorKind::ReadOnlyFilesystem];
            assert!(kinds.contains(&source.kind()), "{source}");
        }
        other => panic!("{other}"),
    }
}

#[cfg(unix)]
#[test]
fn permissions_are_those_of_any_file_and_keys_are_private() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let mode = |name: &str| {
        fs::metadata(folder.path().join(name)).expect("there").permissions().mode() & 0o777
    };
    fs::write(folder.path().join("usual"), b"").expect("written");
    replace(&folder.path().join("a.ron"), b"x").expect("written");
    create(&folder.path().join("a.p12"), b"x", Access::Private).expect("written");
    assert_eq!(mode("a.ron"), mode("usual"));
    assert_eq!(mode("a.p12"), 0o600);
    fs::set_permissions(folder.path().join("a.ron"), fs::Permissions::from_mode(0o640))
        .expect("set");
    replace(&folder.path().join("a.ron"), b"y").expect("written");
    assert_eq!(mode("a.ron"), 0o640);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = folder();
    let real = folder.path().join("elders");
    fs::create_dir(&real).expect("made");
    for target in ["elders/a.ron", "elders/nieuw.ron"] {
        let link = folder.path().join("a.ron");
        std::os::unix::fs::symlink(target, &link).expect("linked");
        replace(&link, b"new").expect("written");
        assert!(link.is_symlink());
        assert_eq!(fs::read(folder.path().join(target)).expect("there"), b"new");
        fs::remove_file(link).expect("removed");
    }
}

#[test]
fn a_file_that_is_there_is_not_created_again() {
    let folder = folder();
    let path = folder.path().join("a.pdf");
    create(&path, b"old", Access::Usual).expect("written");
    let error = create(&path, b"new", Access::Usual).expect_err("taken");
    assert!(
        matches!(&error, StoreError::Io { source, .. } if source.kind() == io::ErrorKind::AlreadyExists)
    );
    assert_eq!(fs::read(&path).expect("there"), b"old");
    assert_eq!(files(folder.path()), ["a.pdf"]);
}

#[test]
fn a_held_file_is_tried_again_five_times() {
    let run = |code: i32, until: usize| {
        let (mut waits, mut tries) = (Vec::new(), 0);
        let result = persevere(
            &[5, 32],
            |wait| waits.push(wait.as_millis()),
            (),
            |()| {
                tries += 1;
                if tries < until { Err((io::Error::from_raw_os_error(code), ())) } else { Ok(()) }
            },
        );
        (result.is_ok(), waits)
    };
    assert_eq!(run(32, 3), (true, vec![10, 25]));
    assert_eq!(run(5, 9), (false, vec![10, 25, 50, 100, 250]));
    assert_eq!(run(28, 3), (false, vec![]));
}

#[test]
fn only_strays_are_swept() {
    let folder = folder();
    for name in [".verantwoord-x1.tmp", "a.tmp", ".verantwoord-notes"] {
        fs::write(folder.path().join(name), b"").expect("written");
    }
    sweep(folder.path());
    assert_eq!(files(folder.path()), [".verantwoord-notes", "a.tmp"]);
}
