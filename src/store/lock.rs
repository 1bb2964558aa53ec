//! One program at a time in one folder, also when the folder is on a disk that several computers share or keep alike.
//!
//! Two things hold a folder. A lock of the operating system on `.slot` goes with the process, however that ends. The file
//! `.gebruik.ron` says who has the folder and since when: it is seen also where locks are not, and by the computers to which a program
//! copies the folder. One that a process of this computer left behind is released by itself; one of another computer is for people
//! to judge, by when something was last changed there: that is written down too, at most once a minute, and only where something is.

use super::{Doing, StoreError, Warning, is_refusal, replace::post, shelf};
use crate::model::{Holder, Moment, Who};
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

/// The file that is locked. Never a data file: on Windows a lock keeps others from reading.
const SLOT: &str = ".slot";

/// The file that says who has the folder.
const HOLDER: &str = ".gebruik.ron";

/// How many seconds pass at least before it is written again that we are at work.
const RENEWED: i64 = 60;

/// The folder is ours until this is dropped, or until someone takes it over.
#[derive(Debug)]
pub(super) struct Lock {
    /// Kept for the lock on it; none where nothing can be locked, or where another process still has it.
    file: Option<File>,
    folder: PathBuf,
    own: Holder,
}

/// What came of claiming a folder: nothing to hold, with a warning, where nothing can be written.
type Claimed = (Option<Lock>, Option<Warning>);

/// Claims `folder` for `who`.
pub(super) fn claim(folder: &Path, who: &Who, now: Moment) -> Result<Claimed, StoreError> {
    let in_use = |holder: Option<Holder>| {
        let holder = holder.map(Box::new);
        Err(StoreError::InUse { folder: folder.to_path_buf(), holder })
    };
    let own = Holder { who: who.clone(), process: std::process::id(), since: now, seen: None };
    let before = holder(folder);
    let (file, warning) = match slot(folder)? {
        Slot::Free(file) => (Some(file), None),
        Slot::Taken => return in_use(before),
        Slot::None(source) => {
            (None, Some(Warning::NoLock { folder: folder.to_path_buf(), source }))
        }
        Slot::ReadOnly(source) => {
            return Ok((None, Some(Warning::ReadOnly { folder: folder.to_path_buf(), source })));
        }
    };
    if let Some(before) = before.filter(|before| is_there(before, &own, file.is_some())) {
        return in_use(Some(before));
    }
    Ok((Some(Lock::new(file, folder, own)), warning))
}

/// Claims `folder` although another has it: the other finds its name gone, and keeps nothing any more.
pub(super) fn take_over(folder: &Path, who: &Who, now: Moment) -> Result<Claimed, StoreError> {
    let own = Holder { who: who.clone(), process: std::process::id(), since: now, seen: None };
    let file = match slot(folder)? {
        Slot::Free(file) => Some(file),
        Slot::Taken | Slot::None(_) => None,
        Slot::ReadOnly(source) => {
            return Ok((None, Some(Warning::ReadOnly { folder: folder.to_path_buf(), source })));
        }
    };
    Ok((Some(Lock::new(file, folder, own)), None))
}

/// Who has `folder` now, as far as it is written down.
pub(super) fn holder(folder: &Path) -> Option<Holder> {
    let (content, _) = shelf::peruse::<Holder>(&folder.join(HOLDER)).ok()?;
    content.ok()
}

impl Lock {
    fn new(file: Option<File>, folder: &Path, own: Holder) -> Self {
        let lock = Self { file, folder: folder.to_path_buf(), own };
        lock.tell();
        lock
    }

    /// Writes down who has the folder. Only for who finds it in use; that it cannot be written is no reason to stop. It is not
    /// waited for until the disk has it, because a power cut ends the holding of the folder too.
    fn tell(&self) {
        if let Ok(text) = shelf::print(&self.folder.join(HOLDER), &self.own) {
            let _ = post(&self.folder.join(HOLDER), |file| file.write_all(text.as_bytes()));
        }
    }

    /// Something is changed here `now`: at most once a minute that is written down, so that others see whether anybody is still there.
    pub(super) fn renew(&mut self, now: Moment) {
        let before = self.own.seen.unwrap_or(self.own.since).instant().as_second();
        // A clock that was put back is as much of a reason as a minute that passed.
        let passed = now.instant().as_second().saturating_sub(before);
        if !(0..RENEWED).contains(&passed) {
            self.own.seen = Some(now);
            self.tell();
        }
    }

    /// Whether the operating system guards it: nobody else of ours can be at work here.
    pub(super) fn is_sure(&self) -> bool {
        self.file.is_some()
    }

    /// Who took the folder over since, if anyone did.
    pub(super) fn lost_to(&self) -> Option<Holder> {
        holder(&self.folder).filter(|other| !other.is(&self.own))
    }
}

impl Drop for Lock {
    /// The folder is free again, unless someone took it over.
    fn drop(&mut self) {
        if self.lost_to().is_none() {
            let _ = fs::remove_file(self.folder.join(HOLDER));
        }
    }
}

/// What can be had of the lock on a folder.
enum Slot {
    Free(File),
    Taken,
    None(std::io::Error),
    ReadOnly(std::io::Error),
}

fn slot(folder: &Path) -> Result<Slot, StoreError> {
    let path = folder.join(SLOT);
    let options =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let file = match options {
        Ok(file) => file,
        Err(source) if is_refusal(&source) => return Ok(Slot::ReadOnly(source)),
        Err(source) => return Err(StoreError::io(Doing::Lock, path)(source)),
    };
    Ok(match file.try_lock() {
        Ok(()) => Slot::Free(file),
        Err(TryLockError::WouldBlock) => Slot::Taken,
        Err(TryLockError::Error(source)) => Slot::None(source),
    })
}

/// Whether `before` may still be at work. On this computer the lock tells, and where there is none, whether the process lives;
/// of another computer nobody can tell.
fn is_there(before: &Holder, own: &Holder, locked: bool) -> bool {
    if before.is(own) {
        return false;
    }
    let here = before.who.machine == own.who.machine;
    !here || (!locked && is_alive(before.process))
}

#[cfg(unix)]
fn is_alive(process: u32) -> bool {
    let id = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    // A process of another person cannot be asked, and is there.
    id.is_some_and(|id| {
        !matches!(rustix::process::test_kill_process(id), Err(rustix::io::Errno::SRCH))
    })
}

/// Nothing here can tell: people judge.
#[cfg(not(unix))]
fn is_alive(_process: u32) -> bool {
    true
}
