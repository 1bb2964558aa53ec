//! What is in the memory of the program, such as a passphrase, never comes in a file when it falls over.
#![cfg(target_os = "linux")]

use std::{
    fs,
    io::Read as _,
    os::unix::{
        fs::{MetadataExt as _, PermissionsExt as _},
        process::CommandExt as _,
    },
    path::Path,
    process::{Command, Stdio},
};

/// Someone who may do nothing (`nobody`).
const NOBODY: u32 = 65534;

#[test]
fn no_memory_comes_in_a_file_when_it_falls_over() {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let program = folder.path().join("verantwoord");
    fs::copy(env!("CARGO_BIN_EXE_verantwoord"), &program).unwrap();
    let mut command = Command::new(&program);
    command.arg("--plain").env_clear().env("VERANTWOORD_DATA", folder.path().join("gegevens"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let root = fs::metadata("/proc/self").unwrap().uid() == 0;
    if root {
        // Of a program of the administrator one cannot see from outside whether its memory is closed.
        command.uid(NOBODY).gid(NOBODY);
    }
    let mut running = command.spawn().unwrap();
    // It speaks: by then it has done what it does first.
    running.stdout.take().unwrap().read_exact(&mut [0]).unwrap();
    let about = Path::new("/proc").join(running.id().to_string());
    let limits = fs::read_to_string(about.join("limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    let owner = fs::metadata(about.join("stat")).unwrap().uid();
    running.kill().unwrap();
    running.wait().unwrap();
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{core}");
    assert_eq!(
        owner, 0,
        "its memory is open to whoever gathers core files (proc(5), PR_SET_DUMPABLE)"
    );
}
