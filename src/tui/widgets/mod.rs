//! The parts a screen is put together from: fields in which a person types.
//!
//! A field turns keys into text and tells the screen what became of each key. It draws itself without changing, and
//! hands back where the real terminal cursor belongs: input methods, braille displays and screen readers follow it.

mod keys;
pub mod line;
pub mod prose;

/// What a field did with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The text is another one now.
    Changed,
    /// The key was for the field; the text stayed as it was, the caret or the selection may have moved.
    Moved,
    /// The field is full: nothing changed, and the screen should say so.
    Full,
    /// The field has no use for this key; it is the screen's.
    Ignored,
}
