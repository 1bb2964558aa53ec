//! What can go wrong with the data folder, and what is worth a warning. Every one names its path.

use super::{AtStake, Flaw};
use crate::{
    format::{Problem, Problems},
    model::Holder,
};
use std::{fmt, io, path::PathBuf};

/// What was being done when a file or folder refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Making a folder.
    Create,
    /// Reading a file.
    Read,
    /// Writing a file.
    Write,
    /// Reading what is in a folder.
    List,
    /// Giving a file another name.
    Rename,
    /// Claiming the folder.
    Lock,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Create => "create",
            Self::Read => "read",
            Self::Write => "write",
            Self::List => "list",
            Self::Rename => "rename",
            Self::Lock => "lock",
        })
    }
}

/// Why something in the data folder was not done.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The operating system refused.
    #[error("cannot {doing} {}: {source}", path.display())]
    Io {
        /// What was being done.
        doing: Doing,
        /// With what.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// Another program of this kind has the folder: here, or on another computer.
    #[error("{} is in use", folder.display())]
    InUse {
        /// The data folder.
        folder: PathBuf,
        /// Who, as they wrote it down; none when it cannot be read.
        holder: Option<Box<Holder>>,
    },
    /// Someone else took the folder over: nothing is kept here any more.
    #[error("{} was taken over", folder.display())]
    TakenOver {
        /// The data folder.
        folder: PathBuf,
        /// Who.
        holder: Box<Holder>,
    },
    /// The folder is only looked at, because someone else has it.
    #[error("{} is only looked at", folder.display())]
    OnlyLooking {
        /// The data folder.
        folder: PathBuf,
    },
    /// The file was written by a newer program; it stays as it is.
    #[error("{} has the newer version {version}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
    /// The file cannot be read as what it should be.
    #[error("{} is damaged: {problems}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Under which name it was set aside, if that could be done.
        aside: Option<PathBuf>,
        /// What is wrong in it.
        problems: Problems,
    },
    /// The assessment stands in a signed record and no longer changes.
    #[error("{} is signed", path.display())]
    Closed {
        /// Its file.
        path: PathBuf,
    },
    /// The name cannot be that of a file or folder.
    #[error("{name:?} cannot be a name in {}", folder.display())]
    Name {
        /// Where it would stand.
        folder: PathBuf,
        /// The name.
        name: String,
    },
    /// What should be kept has no written form.
    #[error("cannot print {}: {problem}", path.display())]
    Print {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        problem: Problem,
    },
    /// The file cannot serve as a backup.
    #[error("{} is no backup: {flaw}", path.display())]
    Archive {
        /// The file.
        path: PathBuf,
        /// Why not.
        flaw: Flaw,
    },
    /// A backup would lie in the data folder that it is of.
    #[error("{} lies in {}", path.display(), folder.display())]
    Within {
        /// The backup.
        path: PathBuf,
        /// The data folder.
        folder: PathBuf,
    },
    /// There is nothing to back up.
    #[error("{} is empty", folder.display())]
    Empty {
        /// The data folder.
        folder: PathBuf,
    },
    /// A backup would take the place of other data.
    #[error("{} holds other data", folder.display())]
    Occupied {
        /// The data folder.
        folder: PathBuf,
        /// What stands there.
        stake: AtStake,
    },
    /// The old data were set aside, and then the backup could not be put back whole.
    #[error("{source}; the old data are in {}", aside.display())]
    Halfway {
        /// Where the old data are.
        aside: PathBuf,
        /// What went wrong.
        source: Box<StoreError>,
    },
}

impl StoreError {
    /// Says of an error of the operating system what was being done, and with what.
    pub(super) fn io(doing: Doing, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { doing, path, source }
    }

    /// Whether the file or folder does not exist.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == io::ErrorKind::NotFound)
    }
}

/// Something that went on in the data folder and that a person should know; nothing is lost by it.
#[derive(Debug)]
pub enum Warning {
    /// The file system knows no locks: two programs could work in the folder at once.
    NoLock {
        /// The data folder.
        folder: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// Nothing can be kept here.
    ReadOnly {
        /// The data folder.
        folder: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A file was left out.
    Left(StoreError),
    /// A damaged assessment is opened from its newest good copy.
    Restored {
        /// What was wrong.
        error: StoreError,
        /// The copy.
        copy: PathBuf,
    },
    /// An earlier set-aside file still stands where nothing good took its place.
    StillAside(PathBuf),
    /// Another program changed the file; ours stands beside it.
    Beside {
        /// The file.
        path: PathBuf,
        /// What we kept.
        copy: PathBuf,
    },
    /// No dated copy could be made.
    NoBackup(StoreError),
}

/// What was read, and the warning that came with it.
#[derive(Debug)]
pub struct Found<T> {
    /// What was read.
    pub value: T,
    /// What a person should know about it.
    pub warning: Option<Warning>,
}
