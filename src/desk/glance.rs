//! What a large folder looked like the last time, so that the first screen need not wait for ten thousand files.
//!
//! It is gathered from what is remembered of the files, without asking for them, and is shown as what it is
//! ([`Overview::checking`]) until they were looked at, which happens at once. What costs nothing to read is never taken from there:
//! who the institution is, what was chosen for the screen, the keys.

use super::{Office, index::Index, overview::Look};
use crate::session::Overview;

/// From so many files on a folder is large: looking at fewer takes no time that a person notices.
const LARGE: usize = 300;

impl Office {
    /// What the folder looked like last time, if it is a large one and all of it was read then.
    pub(super) fn glance(&mut self) -> Option<Overview> {
        let mut index = Index::open(&self.shelf);
        let overview = (index.whole && index.len() >= LARGE)
            .then(|| self.gather_with(Look::back(self.now(), &mut index)).ok());
        index.doubt();
        self.put_index(index);
        // What is wrong is told by the look that follows.
        overview?.filter(|overview| overview.warnings.is_empty())
    }
}
