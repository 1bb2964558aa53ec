//! The screens.

mod grid;
mod home;
mod interview;
mod key;
mod keyring;
mod ledger;
mod linked;
mod list;
mod manual;
mod organisation;
mod outcome;
mod palette;
mod preview;
mod processing;
mod report;
mod rows;
mod sections;
mod settings;
mod sign;
mod signed;
mod table;
mod text;
mod upgrade;
mod welcome;
mod workshop;

pub use home::Home;
pub use interview::Interview;
pub use keyring::KeyringScreen;
pub use ledger::Kind as FieldKind;
pub use ledger::{Field, Sheet, day};
pub use manual::Manual;
pub use outcome::Outcome;
pub use palette::Palette;
pub use settings::SettingsScreen;
pub(super) use upgrade::UpgradeScreen;
pub use welcome::Welcome;
