//! A made-up file system that writes down as little as it may, and as late: what stands on it after a power cut.
//!
//! What it promises is what POSIX says, and no more. The contents of a file are safe once that file was synced; a name in a
//! folder is safe once that folder was synced; a change of name happens whole or not at all. Everything else may have
//! reached the disk or not, in any order: a name without its contents, a later name without an earlier one, half a file,
//! zeros where text was to come.

use super::{Dice, tracer::Call};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

/// A file or folder, whatever its name.
type Node = usize;

/// A change of names that a folder may not have on disk yet.
#[derive(Clone, Debug)]
enum Change {
    /// A new file or folder.
    Made(PathBuf, Node),
    /// Another name; what had that name before is gone.
    Renamed(PathBuf, PathBuf),
    /// A second name.
    Linked(PathBuf, PathBuf),
    Removed(PathBuf),
}

impl Change {
    /// The folders that must be synced for it to be safe.
    fn folders(&self) -> Vec<&Path> {
        let paths = match self {
            Self::Made(path, _) | Self::Removed(path) => vec![path],
            Self::Renamed(from, to) | Self::Linked(from, to) => vec![from, to],
        };
        paths.into_iter().filter_map(|path| path.parent()).collect()
    }
}

/// The contents of a file: as the program sees them, and as they are certain to be on disk.
#[derive(Clone, Debug, Default)]
struct Contents {
    now: Vec<u8>,
    /// None for a folder.
    synced: Option<Vec<u8>>,
    folder: bool,
}

/// What is on a disk: files with their contents, and folders.
pub(super) type Picture = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// The disk while the program runs.
#[derive(Debug, Default)]
pub(super) struct Disk {
    nodes: Vec<Contents>,
    /// The names as the program sees them.
    names: HashMap<PathBuf, Node>,
    /// The names that are certain to be on disk.
    safe: HashMap<PathBuf, Node>,
    /// What may be on disk or not, in the order in which it was done.
    pending: Vec<Change>,
}

impl Disk {
    /// Does what the program did.
    pub(super) fn follow(&mut self, call: &Call) {
        let path = call.paths.first().cloned().unwrap_or_default();
        if call.result < 0 {
            return;
        }
        match (call.name, call.paths.get(1)) {
            ("open", _) if call.creates && !self.names.contains_key(&path) => {
                self.make(path, false);
            }
            ("mkdir", _) => self.make(path, true),
            ("write", _) => {
                // Only whole new files are written, from their beginning on.
                if let Some(node) = self.names.get(&path) {
                    self.nodes[*node].now.extend_from_slice(&call.bytes);
                }
            }
            ("ftruncate", _) => {
                if let Some(node) = self.names.get(&path) {
                    self.nodes[*node].now.clear();
                }
            }
            ("rename", Some(to)) => self.change(Change::Renamed(path, to.clone())),
            ("link", Some(to)) => self.change(Change::Linked(path, to.clone())),
            ("unlink", _) => self.change(Change::Removed(path)),
            ("fsync" | "fdatasync", _) => self.sync(&path),
            _ => {}
        }
    }

    fn make(&mut self, path: PathBuf, folder: bool) {
        let node = self.nodes.len();
        self.nodes.push(Contents { folder, ..Contents::default() });
        self.change(Change::Made(path, node));
    }

    fn change(&mut self, change: Change) {
        apply(&mut self.names, &change);
        self.pending.push(change);
    }

    fn sync(&mut self, path: &Path) {
        match self.names.get(path) {
            Some(node) if !self.nodes[*node].folder => {
                let contents = &mut self.nodes[*node];
                contents.synced = Some(contents.now.clone());
            }
            // A folder, also one that was there before.
            _ => {
                let (safe, pending) = std::mem::take(&mut self.pending)
                    .into_iter()
                    .partition(|change: &Change| change.folders().iter().all(|home| *home == path));
                self.pending = pending;
                let safe: Vec<Change> = safe;
                for change in &safe {
                    apply(&mut self.safe, change);
                }
            }
        }
    }

    /// What may stand on the disk if the power is cut now: at most `most` pictures, each different from those in `seen`.
    pub(super) fn pictures(&self, most: usize, dice: &mut Dice) -> Vec<Picture> {
        let mut pictures = Vec::new();
        for kept in choices(self.pending.len(), most, dice) {
            let mut names = self.safe.clone();
            for (change, _) in self.pending.iter().zip(&kept).filter(|(_, kept)| **kept) {
                apply(&mut names, change);
            }
            for fill in [Fill::Nothing, Fill::Half, Fill::Zeros, Fill::All] {
                pictures.push(self.picture(&names, fill));
            }
        }
        pictures
    }

    fn picture(&self, names: &HashMap<PathBuf, Node>, fill: Fill) -> Picture {
        let folders: BTreeSet<&PathBuf> = names
            .iter()
            .filter(|(_, node)| self.nodes[**node].folder)
            .map(|(path, _)| path)
            .collect();
        let made: HashSet<&PathBuf> = self
            .names
            .iter()
            .filter(|(_, node)| self.nodes[**node].folder)
            .map(|(path, _)| path)
            .collect();
        let mut picture = Picture::new();
        for (path, node) in names {
            // What lies in a folder that is not there is not there.
            let lost = path.ancestors().skip(1).any(|above| {
                made.contains(&above.to_path_buf()) && !folders.contains(&above.to_path_buf())
            });
            if lost {
                continue;
            }
            let contents = &self.nodes[*node];
            let bytes = (!contents.folder).then(|| fill.of(contents));
            picture.insert(path.clone(), bytes);
        }
        picture
    }
}

/// How much of what was written and not synced is on disk.
#[derive(Clone, Copy, Debug)]
enum Fill {
    Nothing,
    Half,
    Zeros,
    All,
}

impl Fill {
    fn of(self, contents: &Contents) -> Vec<u8> {
        let now = &contents.now;
        if contents.synced.as_ref() == Some(now) {
            return now.clone();
        }
        match self {
            Self::Nothing => contents.synced.clone().unwrap_or_default(),
            Self::Half => now[..now.len() / 2].to_vec(),
            Self::Zeros => vec![0; now.len()],
            Self::All => now.clone(),
        }
    }
}

/// Does a change to names; what is missing for it is passed over.
fn apply(names: &mut HashMap<PathBuf, Node>, change: &Change) {
    match change {
        Change::Made(path, node) => drop(names.insert(path.clone(), *node)),
        Change::Renamed(from, to) => {
            if let Some(node) = names.remove(from) {
                names.insert(to.clone(), node);
            }
        }
        Change::Linked(from, to) => {
            if let Some(node) = names.get(from).copied() {
                names.insert(to.clone(), node);
            }
        }
        Change::Removed(path) => drop(names.remove(path)),
    }
}

/// Which of `count` changes are on disk: every way, or `most` of them with each change missing once and each alone.
fn choices(count: usize, most: usize, dice: &mut Dice) -> Vec<Vec<bool>> {
    if count < 12 && 1 << count <= most {
        return (0..1_usize << count)
            .map(|bits| (0..count).map(|place| bits >> place & 1 == 1).collect())
            .collect();
    }
    let mut all = vec![vec![true; count], vec![false; count]];
    for place in 0..count {
        all.push((0..count).map(|own| own != place).collect());
        all.push((0..count).map(|own| own == place).collect());
        all.push((0..count).map(|own| own < place).collect());
    }
    while all.len() < most {
        all.push((0..count).map(|_| dice.roll() & 1 == 1).collect());
    }
    all.truncate(most.max(2));
    all
}

/// Puts a picture on a real disk: `data` in it becomes `at`.
pub(super) fn lay(picture: &Picture, data: &Path, at: &Path) {
    for (path, bytes) in picture {
        let Ok(inside) = path.strip_prefix(data) else { continue };
        let path = at.join(inside);
        match bytes {
            None => fs::create_dir_all(&path).unwrap(),
            Some(bytes) => {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, bytes).unwrap();
            }
        }
    }
}
