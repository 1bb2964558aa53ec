//! Where the data are.

use directories::ProjectDirs;
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

/// The folder beside the program that makes it work from a USB stick.
pub const BESIDE: &str = "verantwoord-gegevens";

/// What can say where the data are, the strongest first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places<'a> {
    /// What the person asked for on the command line.
    pub asked: Option<&'a Path>,
    /// What the environment says (`VERANTWOORD_DATA`); an empty value says nothing.
    pub environment: Option<&'a OsStr>,
    /// The program's own file.
    pub program: Option<&'a Path>,
}

/// The data folder; none if the platform has no place for it either.
pub fn data_folder(places: Places<'_>) -> Option<PathBuf> {
    let platform = ProjectDirs::from("nl", "verantwoord", "verantwoord");
    choose(places, Path::is_dir, platform.map(|dirs| dirs.data_dir().to_path_buf()))
}

/// The choice itself. `is_folder` tells which folders are there.
pub(super) fn choose(
    places: Places<'_>,
    is_folder: impl Fn(&Path) -> bool,
    platform: Option<PathBuf>,
) -> Option<PathBuf> {
    let environment = places.environment.filter(|value| !value.is_empty());
    let beside = places.program.and_then(Path::parent).map(|folder| folder.join(BESIDE));
    places
        .asked
        .map(Path::to_path_buf)
        .or_else(|| environment.map(PathBuf::from))
        .or_else(|| beside.filter(|folder| is_folder(folder)))
        .or(platform)
}
