//! Does what a session wants done: keeps, opens, makes and signs records, checks them; and holds the clock.
//!
//! An [`Office`] does one [`Effect`](crate::session::Effect) after another and answers each. A [`Worker`] puts it on
//! a thread of its own, so that nobody waits for a disk. What goes wrong is told in Dutch, with the file and what to do:
//! every such sentence stands in [`words`].

mod backup;
mod chain;
mod checking;
mod clock;
mod comparing;
mod demo;
mod doctor;
mod doubts;
mod duties;
mod error;
mod evidence;
mod exporting;
mod facts;
mod feeding;
mod folder;
mod forms;
mod glance;
mod index;
mod journal;
mod keys;
mod office;
mod overview;
mod printing;
mod register;
mod reviewing;
mod signers;
mod signing;
mod stamping;
mod statements;
mod stock;
mod touching;
mod upgrading;
mod weighing;
pub mod words;
mod worker;

#[cfg(test)]
mod tests;

pub use checking::{check, questionnaire_in};
pub use clock::{Clock, FixedClock, WallClock, clock};
pub use demo::Demonstration;
pub use error::DeskError;
pub use exporting::reviews;
pub use folder::{BESIDE, Places, data_folder};
pub use office::Office;
pub use signers::known;
pub use worker::Worker;
