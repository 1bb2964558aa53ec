//! Lending the terminal to the person's own text program: they write there, and the text comes back.

use super::platform::{self, Gate};

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

/// Gives the terminal to `editor`, and takes it back. Meanwhile no key is taken from it.
pub(super) fn lend(gate: &Gate, editor: &mut dyn Editor, text: &str) -> Edited {
    gate.close();
    let _ = platform::release();
    let _ = ratatui::try_restore();
    let edited = editor.edit(text);
    // A terminal that is gone shows that at the next drawing.
    let _ = platform::resume();
    gate.open();
    edited
}
