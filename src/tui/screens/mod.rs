//! The screens.

mod check;
mod form;
mod home;
mod interview;
mod key;
mod list;
mod outcome;
mod people;
mod preview;
mod report;
mod sections;
mod sign;
mod signed;
mod text;
mod welcome;

pub use home::Home;
pub use interview::Interview;
pub use outcome::Outcome;
pub use welcome::Welcome;
