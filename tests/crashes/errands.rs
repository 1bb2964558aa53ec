//! What is done by one command, and is to be kept as well: a signature, a key, a backup, and putting that back. Every call on
//! a file fails, or is cut short, in turn; then it is done again, and nothing stands in its way.

use super::{
    Loss, asked_for,
    calls::{FAULTS, behaved},
    program, starts, tell,
    tracer::{Fault, Run, run},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

/// In the short run, one in so many.
const STRIDE: usize = 1009;

/// One command, and what must be true once it said that it did what it was asked.
struct Errand {
    name: &'static str,
    /// Its arguments; `@` stands for the folder in which all is done.
    arguments: &'static [&'static str],
    done: fn(&Path) -> Result<(), Loss>,
}

const ERRANDS: &[Errand] = &[
    Errand {
        name: "a signature",
        arguments: &["sign", "acties", "--passphrase-file", "@/wachtzin"],
        done: |place| {
            let records = files(&place.join("gegevens/verslagen"));
            if records.len() < 2 {
                return Err(Loss(format!("signed, and not there: {records:?}")));
            }
            for record in records {
                expect(&say(&place.join("gegevens"), &["verify", record.to_str().unwrap()]))?;
            }
            Ok(())
        },
    },
    Errand {
        name: "a key",
        arguments: &["key", "new", "--name", "Dirk Dijk", "--passphrase-file", "@/wachtzin"],
        done: |place| {
            let listed = expect(&say(&place.join("gegevens"), &["key", "list"]))?;
            if listed.contains("Dirk Dijk") { Ok(()) } else { Err(Loss(listed)) }
        },
    },
    Errand {
        name: "a backup",
        arguments: &["backup", "@/nieuw.zip"],
        done: |place| {
            let back = place.join("ernaast");
            expect(&say(&back, &["restore", place.join("nieuw.zip").to_str().unwrap()]))?;
            same(&place.join("gegevens"), &back)
        },
    },
    Errand {
        name: "putting a backup back",
        arguments: &["--data", "@/terug", "restore", "@/kopie.zip"],
        done: |place| same(&place.join("gegevens"), &place.join("terug")),
    },
];

/// The files in a folder, sorted; none when it is not there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn say(data: &Path, arguments: &[&str]) -> Output {
    program(arguments, data).output().unwrap()
}

/// What was said, if all went well.
fn expect(output: &Output) -> Result<String, Loss> {
    let told = String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned();
    if output.status.success() { Ok(told) } else { Err(Loss(told)) }
}

/// Whether everything that is not hidden is the same in both folders.
fn same(one: &Path, other: &Path) -> Result<(), Loss> {
    for path in files(one) {
        let name = path.file_name().unwrap();
        let twin = other.join(name);
        if path.is_dir() {
            same(&path, &twin)?;
        } else if !name.to_string_lossy().starts_with('.')
            && fs::read(&path).ok() != fs::read(&twin).ok()
        {
            return Err(Loss(format!("{} is not {}", twin.display(), path.display())));
        }
    }
    Ok(())
}

/// A folder with the example in `gegevens`, its passphrase in `wachtzin`, and a backup of it in `kopie.zip`.
fn beginning(place: &Path) {
    let data = place.join("gegevens");
    let told = expect(&say(&data, &["demo", data.to_str().unwrap()])).unwrap();
    let secret = told.split_whitespace().find(|word| word.split('-').count() == 5).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    fs::write(place.join("wachtzin"), secret).unwrap();
    expect(&say(&data, &["backup", place.join("kopie.zip").to_str().unwrap()])).unwrap();
}

/// A copy of all files and folders.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in files(from) {
        let twin = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &twin);
        } else {
            fs::copy(&path, &twin).unwrap();
        }
    }
}

/// Does an errand, perhaps with a fault. None where nobody may stand between the program and the kernel.
fn go(errand: &Errand, place: &Path, fault: Option<(usize, Fault)>) -> Option<Run> {
    let arguments: Vec<String> = errand
        .arguments
        .iter()
        .map(|argument| argument.replace('@', place.to_str().unwrap()))
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let data = place.join("gegevens");
    run(&program(&arguments, &data), &data, &[], fault)
}

/// What is wrong after an errand with one fault, and after doing it again.
fn disturbed(errand: &Errand, begin: &Path, fault: (usize, Fault)) -> Result<(), Loss> {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("alles");
    copy(begin, &place);
    let Some(first) = go(errand, &place, Some(fault)) else { return Ok(()) };
    behaved(&first)?;
    if first.status == Some(0) {
        (errand.done)(&place)?;
    }
    starts(&place.join("gegevens"))?;
    if first.status != Some(0) {
        // What was written just before it went wrong may be there, and is never in the way of anything.
        let _ = fs::rename(place.join("nieuw.zip"), place.join("eerder.zip"));
        let again = go(errand, &place, None).unwrap();
        if again.status != Some(0) {
            return Err(Loss(format!("it cannot be done again: {}", again.err)));
        }
        (errand.done)(&place)?;
        starts(&place.join("gegevens"))?;
    }
    Ok(())
}

#[test]
fn whatever_call_fails_what_was_said_to_be_done_is_done_and_can_be_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let begin = folder.path().join("alles");
    fs::create_dir(&begin).unwrap();
    beginning(&begin);
    let (mut tried, mut counts, mut losses) = (0, Vec::new(), Vec::new());
    for errand in ERRANDS {
        let place = folder.path().join(errand.name);
        copy(&begin, &place);
        let Some(whole) = go(errand, &place, None) else {
            return tell("NOT TESTED: commands of which calls fail");
        };
        assert_eq!(whole.status, Some(0), "{}: {}", errand.name, whole.err);
        (errand.done)(&place).unwrap_or_else(|loss| panic!("{}: {loss}", errand.name));
        let count = whole.calls().count();
        assert!(count > 20, "{}: {count}", errand.name);
        let all = count * FAULTS.len();
        let stride =
            asked_for().map_or(STRIDE, |faults| (all * ERRANDS.len()).div_ceil(faults.max(1)));
        for number in (tried % 7..all).step_by(stride) {
            let fault = (number / FAULTS.len(), FAULTS[number % FAULTS.len()]);
            tried += 1;
            if let Err(loss) = disturbed(errand, &begin, fault) {
                losses.push(format!("{}, {:?} at call {}: {loss}", errand.name, fault.1, fault.0));
            }
        }
        counts.push(format!("{} in {count} calls", errand.name));
    }
    tell(&format!("{tried} faults: {}; {} losses", counts.join(", "), losses.len()));
    assert!(losses.is_empty(), "{losses:#?}");
}
