//! What the institution keeps as a whole: its register of processing activities, and what must be done.

mod duties;
mod entry;
pub(super) mod fields;
mod listed;
mod proposals;
mod register;
mod sheet;
mod view;

pub(super) use duties::{DutiesScreen, DutyForm};
pub use fields::day;
pub(super) use register::LedgerScreen;
pub use sheet::{Field, Kind, Sheet};
