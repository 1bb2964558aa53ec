//! The commands about what an institution keeps: sign, doctor, backup, register and actions.
#![expect(clippy::disallowed_methods, reason = "tests make and break files of their own")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

struct Said {
    out: String,
    err: String,
    status: i32,
}

/// A folder with the example in it, and the file with its passphrase.
struct Demo {
    folder: tempfile::TempDir,
}

impl Demo {
    fn new() -> Self {
        let demo = Self { folder: tempfile::tempdir().unwrap() };
        let made = demo.say(&["demo", demo.data().to_str().unwrap()]);
        assert_eq!(made.status, 0, "{}", made.err);
        let line = made.out.lines().find(|line| line.starts_with("Wachtzin")).unwrap();
        let passphrase = line.rsplit(' ').next().unwrap();
        fs::write(demo.secret(), format!("{passphrase}\n")).unwrap();
        demo
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("gegevens")
    }

    fn secret(&self) -> PathBuf {
        self.folder.path().join("wachtzin")
    }

    fn say(&self, arguments: &[&str]) -> Said {
        let said = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("VERANTWOORD_DATA", self.data())
            .env("VERANTWOORD_CLOCK", "2026-11-23T14:02:00+01:00")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        Said {
            out: String::from_utf8(said.stdout).unwrap(),
            err: String::from_utf8(said.stderr).unwrap(),
            status: said.status.code().unwrap(),
        }
    }

    fn records(&self) -> Vec<String> {
        names(&self.data().join("verslagen"))
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_statement_is_signed_from_the_command_line_and_a_wrong_passphrase_signs_nothing() {
    let demo = Demo::new();
    let secret = demo.secret();
    let said = demo.say(&["sign", "register", "--passphrase-file", secret.to_str().unwrap()]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("ECHT."), "{}", said.out);
    assert!(demo.records().contains(&"2026-11-23-verwerkingsregister-v1.pdf".to_owned()));
    assert_eq!(demo.say(&["doctor"]).status, 0);

    fs::write(&secret, "iets heel anders\n").unwrap();
    let said = demo.say(&["onderteken", "acties", "--passphrase-file", secret.to_str().unwrap()]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains("wachtzin"), "{}", said.err);
    assert_eq!(demo.records().len(), 2);
}

#[test]
fn without_a_terminal_or_a_file_no_passphrase_is_asked() {
    let demo = Demo::new();
    let said = demo.say(&["sign", "register"]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains("--passphrase-file"), "{}", said.err);
}

#[test]
fn doctor_finds_what_is_wrong_and_mends_what_can_be_mended() {
    let demo = Demo::new();
    let sound = demo.say(&["doctor", "--json"]);
    assert_eq!(sound.status, 0, "{}", sound.err);
    let record = demo.data().join("verslagen").join(&demo.records()[0]);
    let mut bytes = fs::read(&record).unwrap();
    bytes[4000] ^= 1;
    fs::write(&record, bytes).unwrap();
    let said = demo.say(&["nakijken"]);
    assert_eq!(said.status, 1);
    assert!(said.out.contains("FOUT: "), "{}", said.out);
    assert!(said.out.contains(&demo.records()[0]), "{}", said.out);
}

#[test]
fn a_backup_puts_everything_back_and_replaces_nothing_unasked() {
    let demo = Demo::new();
    let zip = demo.folder.path().join("kopie.zip");
    let zip = zip.to_str().unwrap();
    let said = demo.say(&["backup", zip]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("nagelezen"), "{}", said.out);
    assert_eq!(demo.say(&["reservekopie", zip]).status, 2);

    // Another computer: everything is there, and the journal knows each record.
    let other = demo.folder.path().join("elders");
    let other = other.to_str().unwrap();
    let said = demo.say(&["restore", zip, "--data", other]);
    assert_eq!(said.status, 0, "{}", said.err);
    let looked = demo.say(&["doctor", "--data", other]);
    assert_eq!(looked.status, 0, "{}", looked.out);
    assert_eq!(names(&Path::new(other).join("verslagen")), demo.records());

    let institution = Path::new(other).join("instelling.ron");
    fs::write(&institution, "iets anders").unwrap();
    let said = demo.say(&["terugzetten", zip, "--data", other]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains("--force"), "{}", said.err);
    assert_eq!(fs::read_to_string(&institution).unwrap(), "iets anders");
    let said = demo.say(&["restore", zip, "--force", "--data", other]);
    assert_eq!(said.status, 0, "{}", said.err);
    let aside = demo.folder.path().join("elders.opzij-2026-11-23-140200/instelling.ron");
    assert_eq!(fs::read_to_string(aside).unwrap(), "iets anders");
    assert_eq!(demo.say(&["doctor", "--data", other]).status, 0);
}

#[test]
fn register_and_actions_come_out_for_other_programs() {
    let demo = Demo::new();
    let register = demo.say(&["register"]);
    assert_eq!(register.status, 0, "{}", register.err);
    assert!(register.out.starts_with("\u{feff}Verwerking;Doel;"), "{}", register.out);
    assert!(register.out.contains("grondslag onbekend"), "{}", register.out);
    let file = demo.folder.path().join("acties.ics");
    let said = demo.say(&["acties", file.to_str().unwrap(), "--form", "ics"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let calendar = fs::read_to_string(&file).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR"), "{calendar}");
    assert!(calendar.matches("BEGIN:VEVENT").count() >= 2, "{calendar}");
    let json = demo.say(&["actions", "--form", "json"]);
    let told: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert!(told.as_array().unwrap().len() >= 2, "{told}");
}

#[test]
fn a_damaged_file_is_told_and_the_list_is_not_called_whole() {
    let demo = Demo::new();
    fs::write(demo.data().join("acties.ron"), "(versie: 1").unwrap();
    // The first time it is set aside, and after that it is still missing.
    for _ in 0..2 {
        let said = demo.say(&["actions"]);
        assert_eq!(said.status, 1, "{}", said.err);
        assert!(said.err.contains("acties.ron"), "{}", said.err);
        assert!(said.err.contains("niet compleet"), "{}", said.err);
        assert!(said.out.starts_with("\u{feff}Actie;"), "{}", said.out);
    }
    let secret = demo.secret();
    let said = demo.say(&["sign", "register", "--passphrase-file", secret.to_str().unwrap()]);
    assert_eq!(said.status, 2, "{}", said.err);
    assert!(said.err.contains("acties.ron"), "{}", said.err);
}
