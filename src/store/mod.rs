//! One folder: files replaced whole or not at all, a lock, dated copies, damaged files set aside.
//!
//! ```text
//! instelling.ron, instellingen.ron
//! verwerkingen/<name>.ron
//! toetsen/<date>-<questionnaire>-<name>/toets.ron, vragenlijst.ron, vragenlijst-<version>.ron
//! verslagen/<date>-<questionnaire>-<name>-v1.pdf
//! acties.ron, opdrachten/<name>.ron, voorstellen.ron
//! logboek.jsonl
//! sleutels/<name>.p12, <name>.pem
//! reservekopie/<toets>-<date>-<time>.ron
//! niet-gekozen/<name>-<date>-<time>.ron, prullenbak/<name>-<date>-<time>.ron
//! ```
//!
//! What holds here:
//!
//! * Every file is written through [`replace()`]: new file, sync, rename, sync of the folder.
//! * A damaged file is given another name and never removed; a file of a newer program is never touched.
//! * An assessment that another program changed is not overwritten: ours goes beside it.
//! * Of a file of which a synchronising program made two, the second stands in no list, and people choose ([`Twin`]).
//! * A backup is one zip file with a list; putting one back overwrites nothing ([`restore()`]).
//! * Every error names its path. Times are values that come in.

mod archive;
mod aside;
mod assessments;
mod backups;
mod duties;
mod error;
mod inspect;
mod journal;
mod lock;
mod marks;
mod names;
mod replace;
mod restore;
mod shelf;
mod signers;
mod twins;
mod vault;

#[cfg(test)]
mod tests;

pub use archive::{Flaw, Packed};
pub use error::{Doing, Found, StoreError, Warning};
pub use inspect::{Condition, Inspected, Mended, is_conflict};
pub use marks::{Mark, Remembered};
pub use replace::replace;
pub use restore::{AtStake, Restored, restore};
pub use shelf::{ASIDE, LONGEST_FILE, Shelf, read_whole};
pub use signers::known_certificates;
pub use twins::{Kept, Twin, written};
pub use vault::{KeyFile, newest_first};

/// Whether the operating system will not have anything written here, whatever we do.
fn is_refusal(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}
