//! Every call on a file fails, or is cut short, in turn.

use super::{
    Line, Loss, asked_for, script, shown_as_saved, sound, starts, talk, tell,
    tracer::{Fault, Run, run},
};
use nix::errno::Errno;
use std::path::Path;

/// What can happen to one call: the kernel refuses it, once or from then on; it writes half; the program is killed there.
pub(super) const FAULTS: &[Fault] = &[
    Fault::Once(Errno::ENOSPC),
    Fault::Once(Errno::EIO),
    Fault::Once(Errno::EACCES),
    Fault::Always(Errno::ENOSPC),
    Fault::Always(Errno::EIO),
    Fault::Always(Errno::EACCES),
    Fault::Short,
    Fault::Full,
    Fault::Kill,
];

/// In the short run, one in so many.
const STRIDE: usize = 211;

fn typed(script: &[Line]) -> Vec<String> {
    script.iter().map(|line| line.text.clone()).collect()
}

/// The session with one fault; what is wrong afterwards.
fn disturbed(script: &[Line], data: &Path, at: usize, fault: Fault) -> Result<(), Loss> {
    let Some(run) = run(&talk(data), data, &typed(script), Some((at, fault))) else {
        return Ok(());
    };
    behaved(&run)?;
    let saved = shown_as_saved(script, &run.answers()[1..]);
    sound(data, &saved)?;
    starts(data)
}

/// Whatever happens, the program says something and ends by itself.
pub(super) fn behaved(run: &Run) -> Result<(), Loss> {
    let said = run.answers().concat();
    for words in ["panicked", "RUST_BACKTRACE"] {
        if run.err.contains(words) || said.contains(words) {
            return Err(Loss(format!("it fell over: {} {said}", run.err)));
        }
    }
    match run.status {
        None | Some(0) => Ok(()),
        Some(2) if !run.err.is_empty() => Ok(()),
        other => Err(Loss(format!("ended with {other:?}: {}", run.err))),
    }
}

/// The file stands there, and the disk will not say that it is safe: the next save is ours all the same, and no copy beside it.
#[test]
fn a_disk_that_refuses_late_is_not_another_program() {
    let script = script();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("gegevens");
    let Some(whole) = run(&talk(&data), &data, &typed(&script), None) else {
        return tell("NOT TESTED: a disk that refuses late");
    };
    let is_toets = |path: &Path| path.parent().is_some_and(|folder| folder.ends_with("toetsen"));
    let syncs: Vec<usize> = whole
        .calls()
        .enumerate()
        .filter(|(_, call)| call.name == "fsync" && is_toets(&call.paths[0]))
        .map(|(at, _)| at)
        .collect();
    for at in [syncs[2], syncs[syncs.len() / 2]] {
        let folder = tempfile::tempdir().unwrap();
        let fault = Fault::Once(Errno::EIO);
        disturbed(&script, &folder.path().join("gegevens"), at, fault)
            .unwrap_or_else(|loss| panic!("call {at}: {loss}"));
    }
}

#[test]
fn whatever_call_fails_what_was_shown_as_saved_is_there() {
    let script = script();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("gegevens");
    let Some(whole) = run(&talk(&data), &data, &typed(&script), None) else {
        return tell(
            "NOT TESTED: calls that fail; nothing may stand between the program and the kernel here",
        );
    };
    assert_eq!(whole.status, Some(0), "{}", whole.err);
    let marks = script.iter().filter_map(|line| line.mark.clone()).collect::<Vec<_>>();
    assert_eq!(shown_as_saved(&script, &whole.answers()[1..]), marks, "{:#?}", whole.answers());
    sound(&data, &marks).unwrap_or_else(|loss| panic!("{loss}"));
    let count = whole.calls().count();
    assert!(count > 300, "{count}");
    let stride =
        asked_for().map_or(STRIDE, |faults| (count * FAULTS.len()).div_ceil(faults.max(1)));
    let mut losses = Vec::new();
    let mut tried = 0;
    for number in (0..count * FAULTS.len()).step_by(stride) {
        let (at, fault) = (number / FAULTS.len(), FAULTS[number % FAULTS.len()]);
        let folder = tempfile::tempdir().unwrap();
        tried += 1;
        if let Err(loss) = disturbed(&script, &folder.path().join("gegevens"), at, fault) {
            losses.push(format!("{fault:?} at call {at}: {loss}"));
        }
    }
    tell(&format!("{tried} faults, in {count} calls on files: {} losses", losses.len()));
    assert!(losses.is_empty(), "{losses:#?}");
}
