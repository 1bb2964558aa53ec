//! What is wrong with a backup, in words.

use crate::{
    format::Unfit,
    store::{AtStake, Flaw},
};
use std::path::Path;

/// Says why a file cannot serve as a backup.
pub(super) fn flaw(path: &Path, flaw: &Flaw) -> String {
    let what = match flaw {
        Flaw::NoZip => "Dit is geen zip-bestand, of het is niet compleet.".to_owned(),
        Flaw::NoList => {
            "De lijst inhoud.json ontbreekt. Dit programma maakte dit bestand niet.".to_owned()
        }
        Flaw::List(unfit) => list(unfit),
        Flaw::Compressed(name) => format!(
            "{name:?} is ingepakt door een ander programma. Neem het bestand zoals verantwoord backup het maakte."
        ),
        Flaw::Unlisted(name) => format!("{name:?} is er later in gezet."),
        Flaw::Missing(name) => format!("{name:?} ontbreekt."),
        Flaw::Altered(name) => format!("{name:?} is beschadigd of veranderd."),
    };
    format!(
        "{} kan niet dienen als reservekopie. {what} Er is niets teruggezet. Probeer een andere reservekopie.",
        path.display()
    )
}

fn list(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Unreadable(problem) => format!("De lijst inhoud.json is niet te lezen: {problem}"),
        Unfit::Newer(version) => format!(
            "Een nieuwere versie van het programma maakte dit bestand (vorm {version}). Gebruik die."
        ),
        Unfit::TooLarge => "Er staat meer in dan 1 GB.".to_owned(),
        Unfit::Name(name) => {
            format!("{name:?} is geen naam van een bestand in de map met gegevens.")
        }
        Unfit::Twice(name) => format!("{name:?} staat er twee keer in."),
    }
}

/// Says that a backup would take the place of other data.
pub(super) fn occupied(folder: &Path, stake: &AtStake) -> String {
    let AtStake { different, absent, later } = stake;
    let first = different.iter().chain(absent).next();
    let first = first.map_or_else(String::new, |path| format!(" Bijvoorbeeld {}.", path.display()));
    format!(
        "In {} staan al gegevens. Anders dan in de reservekopie: {}. Niet in de reservekopie: {}. Daarvan veranderd na \
         de reservekopie: {later}.{first} Er is niets teruggezet. Wilt u het toch? Met --force krijgt deze map eerst een \
         andere naam, en blijft alles bewaard.",
        folder.display(),
        different.len(),
        absent.len(),
    )
}
