//! A file is replaced whole or not at all: a new file in the same folder, synced, renamed over the old one.

use super::{Doing, StoreError};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};
use tempfile::{Builder, NamedTempFile};

/// How the files begin and end that are there only while something is written.
const PREFIX: &str = ".verantwoord-";
const SUFFIX: &str = ".tmp";

/// Windows, when a scanner or a synchroniser holds a file: `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`.
const HELD: &[i32] = if cfg!(windows) { &[5, 32] } else { &[] };

/// How long is waited before trying again.
const WAITS: [u64; 5] = [10, 25, 50, 100, 250];

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// Whoever may read files that this person makes.
    Usual,
    /// This person only.
    Private,
}

/// Puts `bytes` in the place of the file at `path`, whole or not at all, and safe against a power cut. A symbolic
/// link stays one: the file that it leads to is replaced.
///
/// # Errors
/// What the operating system said; the old file is still there.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let target = destination(path);
    let file = write(&target, bytes, Access::Usual)?;
    #[cfg(unix)]
    if let Ok(old) = fs::metadata(&target) {
        // A file system that knows no permissions is no reason to keep nothing.
        let _ = file.as_file().set_permissions(old.permissions());
    }
    settle(file, &target, |file| file.persist(&target))
}

/// Puts what `pour` writes in the place of the file at `path` for whoever looks there now. Nobody waits for the disk: after a power
/// cut the old file may be there, or none, or an empty one.
///
/// # Errors
/// What `pour` or the operating system said; the old file is still there.
pub(super) fn post(
    path: &Path,
    pour: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<(), StoreError> {
    let target = destination(path);
    let file = poured(&target, Access::Usual, |file| {
        let mut file = BufWriter::new(file);
        pour(&mut file).and_then(|()| file.flush()).map_err(wrote(path))
    })?;
    put(file, &target, |file| file.persist(&target))
}

/// Puts `bytes` at `path`, whole or not at all, unless a file stands there already.
///
/// # Errors
/// What the operating system said: `AlreadyExists` if there is a file of this name.
pub(super) fn create(path: &Path, bytes: &[u8], access: Access) -> Result<(), StoreError> {
    create_with(path, access, |file| file.write_all(bytes).map_err(wrote(path)))
}

/// Puts what `pour` writes at `path`, whole or not at all, unless a file stands there already.
///
/// # Errors
/// What `pour` said, or the operating system: `AlreadyExists` if there is a file of this name.
pub(super) fn create_with(
    path: &Path,
    access: Access,
    pour: impl FnOnce(&mut File) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let file = filled(path, access, pour)?;
    settle(file, path, |file| match file.persist_noclobber(path) {
        // Sticks (exFAT) and some network disks cannot do it in one step; the folder is claimed, so two steps will do.
        Err(error)
            if error.error.kind() != io::ErrorKind::AlreadyExists
                && path.symlink_metadata().is_err() =>
        {
            error.file.persist(path)
        }
        other => other,
    })
}

/// Removes what interrupted writes left in `folder`. Only for who has the folder alone.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
            // What cannot be removed now is tried again next time.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The file itself where `path` is a link; otherwise the path as it was given, which is also how people know it.
fn destination(path: &Path) -> PathBuf {
    let Ok(link) = fs::read_link(path) else { return path.to_path_buf() };
    // A link may also lead to a file that is not there yet.
    fs::canonicalize(path)
        .ok()
        .or_else(|| Some(path.parent()?.join(link)))
        .unwrap_or_else(|| path.to_path_buf())
}

fn write(path: &Path, bytes: &[u8], access: Access) -> Result<NamedTempFile, StoreError> {
    filled(path, access, |file| file.write_all(bytes).map_err(wrote(path)))
}

/// A new file beside `path`, with what `pour` writes in it, that the disk has.
fn filled(
    path: &Path,
    access: Access,
    pour: impl FnOnce(&mut File) -> Result<(), StoreError>,
) -> Result<NamedTempFile, StoreError> {
    let file = poured(path, access, pour)?;
    file.as_file().sync_all().map_err(wrote(path))?;
    Ok(file)
}

/// A new file beside `path`, with what `pour` writes in it, that the disk may not have yet.
fn poured(
    path: &Path,
    access: Access,
    pour: impl FnOnce(&mut File) -> Result<(), StoreError>,
) -> Result<NamedTempFile, StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    admit(&mut builder, access);
    let mut file = builder.tempfile_in(folder.unwrap_or(Path::new("."))).map_err(wrote(path))?;
    pour(file.as_file_mut())?;
    Ok(file)
}

/// What went wrong while `path` was written. The temporary name inside means nothing to anyone; the kind is kept.
fn wrote(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    let told = StoreError::io(Doing::Write, path);
    move |error| told(plain(error))
}

/// Says who may read the file; elsewhere than on Unix the folder says so.
#[cfg(unix)]
fn admit(builder: &mut Builder<'_, '_>, access: Access) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = match access {
        // What the umask leaves of it, as with any file that a person makes.
        Access::Usual => 0o666,
        Access::Private => 0o600,
    };
    builder.permissions(fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn admit(_builder: &mut Builder<'_, '_>, _access: Access) {}

fn settle(
    file: NamedTempFile,
    path: &Path,
    persist: impl FnMut(NamedTempFile) -> Result<File, tempfile::PersistError>,
) -> Result<(), StoreError> {
    put(file, path, persist)?;
    sync_folder(path).map_err(StoreError::io(Doing::Write, path))
}

fn put(
    file: NamedTempFile,
    path: &Path,
    mut persist: impl FnMut(NamedTempFile) -> Result<File, tempfile::PersistError>,
) -> Result<(), StoreError> {
    let attempt = |file| persist(file).map(drop).map_err(|error| (error.error, error.file));
    persevere(HELD, thread::sleep, file, attempt).map_err(StoreError::io(Doing::Write, path))
}

/// Tries again what failed because another program held the file for a moment. `held` are the codes that mean so.
pub(super) fn persevere<F>(
    held: &[i32],
    mut sleep: impl FnMut(Duration),
    mut file: F,
    mut attempt: impl FnMut(F) -> Result<(), (io::Error, F)>,
) -> io::Result<()> {
    let mut waits = WAITS.iter();
    loop {
        let error = match attempt(file) {
            Ok(()) => return Ok(()),
            Err((error, back)) => {
                file = back;
                error
            }
        };
        let passes = error.raw_os_error().is_some_and(|code| held.contains(&code));
        match waits.next().filter(|_| passes) {
            Some(wait) => sleep(Duration::from_millis(*wait)),
            None => return Err(error),
        }
    }
}

/// Makes a folder, and those it lies in, where they are not there yet; each is safe against a power cut.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(home) = path.parent().filter(|home| !home.as_os_str().is_empty()) {
        make_folder(home)?;
    }
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {
            return Ok(());
        }
        other => other?,
    }
    match sync_folder(path) {
        // Where one may make a folder and not look at what is around it, there is nothing more to be done.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        other => other,
    }
}

/// A rename is safe only once the folder is.
#[cfg(unix)]
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match File::open(folder.unwrap_or(Path::new(".")))?.sync_all() {
        // Some network file systems cannot do it; then there is nothing more to be done.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
        {
            Ok(())
        }
        other => other,
    }
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

fn plain(error: io::Error) -> io::Error {
    if error.raw_os_error().is_some() { error } else { io::Error::from(error.kind()) }
}
