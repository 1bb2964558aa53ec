//! The files of the data folder: a version, and what stands in them.

use super::{Problem, Problems, ron_words};
use crate::model::{
    Actions, Assessment, Commission, Dismissals, Holder, KnownSigners, Organisation, Processing,
    Settings,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The version of the files that this program writes.
pub const VERSION: u32 = 1;

/// What a file of the data folder can hold.
pub trait Content: Serialize + DeserializeOwned {
    /// What a person calls it.
    const NAME: &'static str;
}

impl Content for Organisation {
    const NAME: &'static str = "instelling";
}

impl Content for Settings {
    const NAME: &'static str = "instellingen van het scherm";
}

impl Content for Processing {
    const NAME: &'static str = "verwerking";
}

impl Content for Commission {
    const NAME: &'static str = "opdracht";
}

impl Content for Actions {
    const NAME: &'static str = "acties";
}

impl Content for Holder {
    const NAME: &'static str = "gebruik";
}

impl Content for Dismissals {
    const NAME: &'static str = "voorstellen";
}

impl Content for KnownSigners {
    const NAME: &'static str = "ondertekenaars";
}

impl Content for Assessment {
    const NAME: &'static str = "toets";
}

#[derive(Serialize)]
struct Written<'a, T> {
    versie: u32,
    inhoud: &'a T,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole<T> {
    versie: u32,
    inhoud: T,
}

/// Only the version: the rest may be of a later program.
#[derive(Deserialize)]
struct Peek {
    versie: u32,
}

/// The version that a file of the data folder says it has, if it says so readably.
pub fn file_version(text: &str) -> Option<u32> {
    ron_words::read(text).ok().map(|Peek { versie }| versie)
}

/// Reads a file of the data folder.
///
/// # Errors
/// The file is of a newer program, or it cannot be read; with the place.
pub fn parse_file<T: Content>(text: &str) -> Result<T, Problems> {
    let read: Result<Whole<T>, Problem> = ron_words::read(text);
    // What cannot be read is often the work of a newer program: then that is what must be said.
    let versie = match &read {
        Ok(whole) => Some(whole.versie),
        Err(_) => file_version(text),
    };
    if let Some(versie) = versie.filter(|versie| *versie > VERSION) {
        let message = format!(
            "Dit bestand ({}) is gemaakt met een nieuwere versie van het programma (versie {versie}).",
            T::NAME
        );
        return Err(Problem::at((0, 0), message)
            .hint("Gebruik het nieuwere programma; dit programma laat het bestand met rust.")
            .into());
    }
    Ok(read?.inhoud)
}

/// Writes a file of the data folder.
///
/// # Errors
/// The value has no RON form.
pub fn print_file<T: Content>(content: &T) -> Result<String, Problem> {
    ron_words::write(&Written { versie: VERSION, inhoud: content })
}
