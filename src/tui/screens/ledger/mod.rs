//! What the institution keeps as a whole: its register of processing activities, and what must be done.

mod duties;
mod entry;
pub(super) mod fields;
mod register;

pub(super) use duties::DutiesScreen;
pub(super) use register::RegisterScreen;
