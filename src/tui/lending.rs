//! What the terminal side asks of whoever started it: the person's own text program, and another data folder.

use super::platform::{self, Gate};
use crate::session::{Desk, Guide, Overview};
use std::{fmt, sync::Arc};

/// The person's own text program, as far as the terminal side knows it.
pub trait Editor {
    /// Lets the person work on `text`, and waits until they are done.
    fn edit(&mut self, text: &str) -> Edited;
}

/// What came of writing elsewhere. Nothing is ever lost: without a new text the old one stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// The text as it is now; none if nothing could be written.
    pub text: Option<String>,
    /// What went wrong, in words.
    pub fault: Option<String>,
}

/// Whoever started the program on a terminal.
pub trait Host: Editor {
    /// Opens a folder, with a desk that answers to this program.
    ///
    /// # Errors
    /// In words: why it cannot be opened.
    fn open(&mut self, folder: Folder) -> Result<Opened, String>;
}

/// Which data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// The institution's own.
    Own,
    /// Those of the made-up institution.
    Example,
}

/// A folder that was opened.
pub struct Opened {
    /// What there is.
    pub overview: Arc<Overview>,
    /// Whoever does what is wanted there.
    pub desk: Box<dyn Desk>,
    /// What leads through it, if it is the example.
    pub guide: Option<Guide>,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("guide", &self.guide).finish_non_exhaustive()
    }
}

/// A host that gets the terminal for as long as a person writes there. Meanwhile no key is taken from it.
pub(super) struct Lender<'h> {
    pub(super) gate: Arc<Gate>,
    pub(super) host: &'h mut dyn Host,
}

impl Editor for Lender<'_> {
    fn edit(&mut self, text: &str) -> Edited {
        self.gate.close();
        platform::give_back();
        let edited = self.host.edit(text);
        // A terminal that is gone shows that at the next drawing.
        let _ = platform::resume();
        self.gate.open();
        edited
    }
}

impl Host for Lender<'_> {
    fn open(&mut self, folder: Folder) -> Result<Opened, String> {
        self.host.open(folder)
    }
}
