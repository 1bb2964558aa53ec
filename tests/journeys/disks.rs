//! Folders in which nothing can be kept: read-only, and full. Both need a file system of their own, and so a privileged
//! person on Linux; elsewhere they are skipped aloud.

use super::{ENTER, ESC, Home, LEAVE, skip};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A file system that is there as long as this is.
struct Mount(PathBuf);

impl Mount {
    /// Mounts with `mount ARGUMENTS FOLDER`; none, said aloud, where that is not allowed.
    fn new(arguments: &[&str], folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let mut command = Command::new("mount");
        command.args(arguments).arg(folder).stdout(Stdio::null()).stderr(Stdio::null());
        if command.status().is_ok_and(|status| status.success()) {
            return Some(Self(folder.to_path_buf()));
        }
        skip("a disk that is full or read-only: mounting is not allowed here");
        None
    }

    /// A disk of one megabyte for the data.
    fn small(home: &Home) -> Option<Self> {
        Self::new(&["-t", "tmpfs", "-o", "size=1m", "tmpfs"], &home.data())
    }

    fn again(&self, options: &str) {
        let status = Command::new("mount").args(["-o", options]).arg(&self.0).status().unwrap();
        assert!(status.success());
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Leaves no room on that disk; gives the file that takes it.
fn fill_up(home: &Home) -> PathBuf {
    let filler = home.data().join("vol");
    let full = fs::write(&filler, vec![0; 2 << 20]);
    assert!(full.is_err(), "the disk takes more than it should");
    filler
}

#[test]
fn on_a_full_disk_it_says_that_nothing_is_kept_and_keeps_it_once_there_is_room() {
    let home = Home::new();
    let Some(_disk) = Mount::small(&home) else { return };
    let mut journey = home.start();
    journey.begin_pre_dpia().press("j").see_kept("Welke rol heeft uw instelling");
    let before = home.assessment();
    let filler = fill_up(&home);
    journey.press("1").see("NIET OPGESLAGEN").see("De schijf is vol");
    journey
        .see("Is er al een DPIA voor een verwerking")
        .press("n")
        .see("Verplicht een wet precies");
    journey
        .press("n")
        .see("Heeft de privacytoezichthouder")
        .see("NIET OPGESLAGEN")
        .see("De schijf is vol");
    assert_eq!(home.assessment(), before, "what was kept stays whole");
    fs::remove_file(&filler).unwrap();
    journey.press("n").see_kept("Doet één zelfstandige").lose("De schijf is vol").leave();
    for question in ["existing_dpia", "statutory_dpia", "prior_check"] {
        assert!(home.assessment().contains(&format!("\"{question}\": \"no\"")), "{question}");
    }
}

/// What was typed into a form stands on the screen, wherever one goes; who leaves is told, and once there is room it is kept by itself.
#[test]
fn what_is_typed_into_forms_on_a_full_disk_is_kept_once_there_is_room() {
    let home = Home::new();
    let Some(_disk) = Mount::small(&home) else { return };
    let mut journey = home.start();
    journey.begin_pre_dpia().press("j").see_kept("Welke rol heeft uw instelling");
    let filler = fill_up(&home);
    // An entry of the register.
    journey.press(ESC).see("Beginnen: over een verwerking").press("/").see("Zoek");
    journey.fill("Verwerkingsregister").see("Nieuw ticketsysteem").press("a").see("Naam");
    journey.press("Nieuwsbrief").press(ESC).see("NIET OPGESLAGEN").see("De schijf is vol");
    journey.see("Nieuwsbrief");
    // An action, while the disk is still full.
    journey.press(ESC).see("Beginnen: over een verwerking").press("/").see("Zoek");
    journey.fill("Acties").see("Er zijn nog geen acties").press("a").see("Wat");
    journey.press("Contract opvragen").press(ESC).see("Contract opvragen").see("NIET OPGESLAGEN");
    journey.press(LEAVE).see("Toch stoppen?");
    assert_eq!(fs::read_dir(home.data().join("verwerkingen")).unwrap().count(), 1);
    fs::remove_file(&filler).unwrap();
    journey.see_kept("Contract opvragen").lose("NIET OPGESLAGEN").leave();
    let entry = fs::read_to_string(home.data().join("verwerkingen/nieuwsbrief.ron")).unwrap();
    assert!(entry.contains("name: \"Nieuwsbrief\""), "{entry}");
    let actions = fs::read_to_string(home.data().join("acties.ron")).unwrap();
    assert_eq!(actions.matches("Contract opvragen").count(), 1, "{actions}");
    assert_eq!(home.say(&["doctor"]).status, 0);
}

#[test]
fn in_a_read_only_folder_it_says_so_and_shows_what_is_there() {
    let home = Home::new();
    let Some(disk) = Mount::new(&["-t", "tmpfs", "tmpfs"], &home.data()) else { return };
    let mut journey = home.start();
    journey.begin_pre_dpia().press("j").see_kept("Welke rol heeft uw instelling").leave();
    let before = home.assessment();
    disk.again("remount,ro");
    let mut journey = home.start();
    journey.see("U kunt hier alleen lezen").see("--data").press(ENTER);
    journey.see("Welke rol heeft uw instelling").press("1").see("NIET OPGESLAGEN");
    journey.see("alleen-lezen").press(LEAVE).see("Toch stoppen?").leave();
    assert_eq!(home.assessment(), before);
}

/// The stick is pulled out and put back: what was said meanwhile is kept without a key being pressed.
#[test]
fn a_folder_that_vanishes_and_comes_back_has_everything_by_itself() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().press("j").see_kept("Welke rol heeft uw instelling");
    let away = home.beside("stick-eruit");
    fs::rename(home.data(), &away).unwrap();
    journey.press("1").see("NIET OPGESLAGEN").see("Is er al een DPIA voor een verwerking");
    journey.press(LEAVE).see("Toch stoppen?");
    fs::rename(&away, home.data()).unwrap();
    journey.see_kept("Is er al een DPIA voor een verwerking").lose("NIET OPGESLAGEN").leave();
    assert!(home.assessment().contains("\"role\": \"controller\""), "{}", home.assessment());
}
