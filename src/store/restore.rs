//! Putting a backup back. What stands in the folder is never overwritten: it stays, or the whole folder is set aside.

use super::{
    Doing, StoreError,
    archive::{Archive, identity},
    names,
    replace::{Access, create_with, make_folder},
    shelf::{KEYS, Shelf},
};
use crate::{
    format::{LARGEST_BACKUP, Listed},
    model::Moment,
};
use jiff::Timestamp;
use std::{
    collections::HashMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

/// What came of putting a backup back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// When the backup was made.
    pub made: Moment,
    /// How many files were put back.
    pub put_back: usize,
    /// How many stood there already, just like that.
    pub alike: usize,
    /// Where the folder is now that stood there before.
    pub aside: Option<PathBuf>,
}

/// What is in a folder that would be lost if the backup took its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtStake {
    /// Files that are different in the backup.
    pub different: Vec<PathBuf>,
    /// Files that are not in the backup.
    pub absent: Vec<PathBuf>,
    /// How many of these changed after the backup was made, as the file system says.
    pub later: usize,
}

/// Puts the backup at `path` back into `folder`, after all of it was found in order. A folder with other data in it is left
/// alone, unless `force` sets it aside under another name. Begun again after a power cut, it goes on where it was.
///
/// # Errors
/// The backup is not in order, there are other data, or something cannot be read or written.
pub fn restore(
    folder: &Path,
    path: &Path,
    force: bool,
    now: Moment,
) -> Result<Restored, StoreError> {
    let mut archive = Archive::open(path)?;
    archive.check()?;
    let (mut shelf, _) = Shelf::open(folder, now)?;
    let stake = shelf.at_stake(&archive)?;
    let mut aside = None;
    if stake != AtStake::default() {
        let folder = shelf.folder.clone();
        if !force {
            return Err(StoreError::Occupied { folder, stake });
        }
        // Windows gives no folder another name while a file in it is open.
        drop(shelf);
        aside = Some(set_folder_aside(&folder, now)?);
        shelf = Shelf::open(&folder, now)?.0;
    }
    let put_back = shelf.put_back(&mut archive).map_err(|error| match &aside {
        Some(aside) => StoreError::Halfway { aside: aside.clone(), source: Box::new(error) },
        None => error,
    })?;
    let alike = archive.manifest.files.len() - put_back;
    Ok(Restored { made: archive.manifest.made, put_back, alike, aside })
}

impl Shelf {
    fn at_stake(&self, archive: &Archive) -> Result<AtStake, StoreError> {
        let mut stake = AtStake::default();
        let files = &archive.manifest.files;
        let listed: HashMap<&str, &Listed> =
            files.iter().map(|listed| (listed.name.as_str(), listed)).collect();
        for path in self.own_files()?.0 {
            let name = self.name_inside(&path)?;
            match listed.get(name.as_str()) {
                Some(listed) if same(&path, listed)? => continue,
                Some(_) => stake.different.push(path.clone()),
                None => stake.absent.push(path.clone()),
            }
            let changed = fs::metadata(&path).and_then(|about| about.modified());
            let changed = changed.ok().and_then(|time| Timestamp::try_from(time).ok());
            stake.later += usize::from(changed > Some(archive.manifest.made.instant()));
        }
        Ok(stake)
    }

    /// Writes what is not there yet, and tells how many files that were.
    fn put_back(&self, archive: &mut Archive) -> Result<usize, StoreError> {
        let mut count = 0;
        for listed in archive.manifest.files.clone() {
            let path = self.folder.join(&listed.name);
            if path.symlink_metadata().is_ok() && same(&path, &listed)? {
                continue;
            }
            let home = path.parent().unwrap_or(&self.folder);
            make_folder(home).map_err(StoreError::io(Doing::Create, home))?;
            let secret = home == self.folder.join(KEYS);
            let access = if secret { Access::Private } else { Access::Usual };
            create_with(&path, access, |file| {
                archive.read(&listed, |piece| {
                    file.write_all(piece).map_err(StoreError::io(Doing::Write, &path))
                })
            })?;
            if !same(&path, &listed)? {
                return Err(StoreError::io(Doing::Write, path)(
                    std::io::ErrorKind::InvalidData.into(),
                ));
            }
            count += 1;
        }
        Ok(count)
    }
}

fn same(path: &Path, listed: &Listed) -> Result<bool, StoreError> {
    Ok(identity(path, LARGEST_BACKUP)?.1 == listed.sha256)
}

/// Gives the whole folder another name, beside where it was.
fn set_folder_aside(folder: &Path, now: Moment) -> Result<PathBuf, StoreError> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let free = names::variants(&names::stamp(now))
        .map(|time| folder.with_file_name(format!("{name}.opzij-{time}")))
        .find(|free| free.symlink_metadata().is_err());
    let Some(free) = free.filter(|_| !name.is_empty()) else {
        return Err(StoreError::Name { folder: folder.to_path_buf(), name });
    };
    fs::rename(folder, &free).map_err(StoreError::io(Doing::Rename, folder))?;
    super::replace::sync_folder(&free).map_err(StoreError::io(Doing::Rename, folder))?;
    Ok(free)
}
