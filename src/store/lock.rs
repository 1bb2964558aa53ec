//! One program at a time in one folder.

use super::{Doing, StoreError, Warning, is_refusal};
use crate::model::Moment;
use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read as _, Seek as _, Write as _},
    path::Path,
};

/// The file that is locked. Never a data file: on Windows a lock keeps others from reading.
const SLOT: &str = ".slot";

/// The folder is ours until this is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

/// Claims `folder`; none, with a warning, where nothing can be locked.
pub(super) fn claim(
    folder: &Path,
    now: Moment,
) -> Result<(Option<Lock>, Option<Warning>), StoreError> {
    let path = folder.join(SLOT);
    let options =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let mut file = match options {
        Ok(file) => file,
        Err(source) if is_refusal(&source) => {
            return Ok((None, Some(Warning::ReadOnly { folder: folder.to_path_buf(), source })));
        }
        Err(source) => return Err(StoreError::io(Doing::Lock, path)(source)),
    };
    match file.try_lock() {
        Ok(()) => {
            // Only for who finds the folder in use; that it cannot be written is no reason to stop.
            let _ = sign(&mut file, now);
            Ok((Some(Lock { _file: file }), None))
        }
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            // Windows keeps it from being read; then nothing is told.
            let _ = file.take(200).read_to_string(&mut holder);
            let holder = holder.trim().to_owned();
            Err(StoreError::InUse { folder: folder.to_path_buf(), holder })
        }
        Err(TryLockError::Error(source)) => {
            Ok((None, Some(Warning::NoLock { folder: folder.to_path_buf(), source })))
        }
    }
}

fn sign(file: &mut File, now: Moment) -> std::io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    let when = format!("{} om {}", Moment::words(now.date()), now.clock());
    writeln!(file, "sinds {when}, proces {}", std::process::id())
}
