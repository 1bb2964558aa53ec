//! Words about backups.

use crate::{
    model::Moment,
    store::{Packed, Restored},
};

pub(in crate::cli) const BACKUP: &str = "Zet al uw gegevens in één bestand";
pub(in crate::cli) const RESTORE: &str = "Zet de gegevens uit zo'n bestand terug";
pub(in crate::cli) const BACKUP_USAGE: &str = "verantwoord backup BESTAND.zip [--data MAP]";
pub(in crate::cli) const RESTORE_USAGE: &str =
    "verantwoord restore BESTAND.zip [--force] [--data MAP]";
pub(in crate::cli) const ZIP: &str = "BESTAND.zip";
pub(in crate::cli) const ZIP_TO: &str = "Waar de reservekopie komt; een nieuw bestand";
pub(in crate::cli) const ZIP_FROM: &str = "De reservekopie";
pub(in crate::cli) const FORCE: &str =
    "Ook als er andere gegevens staan: die map krijgt eerst een andere naam";

/// What was put in a backup.
pub(in crate::cli) fn packed(packed: &Packed) -> String {
    let left_out = match packed.left_out.len() {
        0 => String::new(),
        1 => format!(
            "Niet meegenomen, want niet van dit programma: {}.\n",
            packed.left_out[0].display()
        ),
        several => format!(
            "Niet meegenomen: {several} bestanden die niet van dit programma zijn. Met verantwoord doctor ziet u welke.\n"
        ),
    };
    format!(
        "De reservekopie is klaar en nagelezen: {}\n\
         Bestanden: {}\n\
         SHA-256:   {}\n\
         {left_out}\
         Er staan persoonsgegevens en sleutels in. Bewaar het bestand op een veilige plaats, niet op deze computer.\n",
        packed.path.display(),
        packed.files,
        packed.sha256,
    )
}

/// What came of putting a backup back.
pub(in crate::cli) fn restored(folder: &str, restored: &Restored) -> String {
    let Restored { made, put_back, alike, aside } = restored;
    let aside = aside.as_ref().map_or_else(String::new, |aside| {
        format!("Wat er eerst stond, is er nog: {}\n", aside.display())
    });
    format!(
        "De reservekopie van {} om {} staat terug in {folder}\n\
         Teruggezet: {put_back}. Stond er al: {alike}.\n\
         {aside}",
        Moment::words(made.date()),
        made.clock(),
    )
}
