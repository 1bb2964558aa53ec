//! The commands about keys and about who is known.
#![expect(clippy::disallowed_methods, reason = "tests make files of their own")]

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: i32,
}

/// A computer with a data folder of its own.
pub(crate) struct Laptop {
    folder: tempfile::TempDir,
    clock: &'static str,
}

impl Laptop {
    pub(crate) fn new(clock: &'static str) -> Self {
        let laptop = Self { folder: tempfile::tempdir().unwrap(), clock };
        fs::write(laptop.secret(), "kaars molen tapijt zebra\n").unwrap();
        laptop
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("gegevens")
    }

    fn secret(&self) -> PathBuf {
        self.folder.path().join("wachtzin")
    }

    pub(crate) fn say(&self, arguments: &[&str]) -> Said {
        let said = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("VERANTWOORD_DATA", self.data())
            .env("VERANTWOORD_CLOCK", self.clock)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        Said {
            out: String::from_utf8(said.stdout).unwrap(),
            err: String::from_utf8(said.stderr).unwrap(),
            status: said.status.code().unwrap(),
        }
    }

    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let said = self.say(arguments);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{arguments:?}: {}", said.out);
        said.out
    }

    pub(crate) fn refused(&self, arguments: &[&str]) -> String {
        let said = self.say(arguments);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{arguments:?}: {}", said.err);
        said.err
    }

    pub(crate) fn key(&self, name: &str, role: &str) -> String {
        self.done(&["key", "new", "--name", name, "--role", role, "--passphrase-file", "wachtzin"])
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_key_is_made_listed_and_handed_on() {
    let laptop = Laptop::new("2026-11-23T14:02:00+01:00");
    assert!(laptop.done(&["sleutel", "lijst"]).contains("nog geen sleutel"));
    let said = laptop.key("Vera Vos", "coördinator");
    assert!(said.contains("De sleutel is er:") && said.contains("vera-vos.key"), "{said}");
    let told: Value = serde_json::from_str(&laptop.done(&["key", "list", "--json"])).unwrap();
    let [key] = told["keys"].as_array().unwrap().as_slice() else { panic!("{told}") };
    assert_eq!((&key["name"], &key["role"]), (&"Vera Vos".into(), &"coördinator".into()));
    assert_eq!((&key["from"], &key["until"]), (&"2026-11-23".into(), &"2036-11-23".into()));
    let fingerprint = key["fingerprint"].as_str().unwrap();
    assert_eq!(fingerprint.split(' ').count(), 16, "{fingerprint}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(laptop.data().join("sleutels/vera-vos.key")).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o600);
    }

    let said = laptop.done(&["sleutel", "exporteer", "--naar", "."]);
    assert!(said.contains("Dit bestand mag iedereen hebben"), "{said}");
    assert!(
        fs::read_to_string(laptop.folder.path().join("vera-vos.pem")).unwrap().contains("CERT")
    );
    let whole = ["key", "export", "Vera Vos", "--pkcs12", "--passphrase-file", "wachtzin"];
    assert!(laptop.done(&whole).contains("vera-vos.p12"));
    let p12 = laptop.data().join("uitvoer/vera-vos.p12");

    let other = Laptop::new("2026-11-25T09:00:00+01:00");
    let taken = ["key", "import", text(&p12), "--passphrase-file", "wachtzin"];
    let said = other.done(&taken);
    assert!(said.contains(fingerprint), "{said}");
    assert!(other.refused(&taken).contains("hebt u al"));
}

#[test]
fn a_weak_passphrase_makes_no_key() {
    let laptop = Laptop::new("2026-11-23T14:02:00+01:00");
    fs::write(laptop.secret(), "welkom123456\n").unwrap();
    let told = laptop.refused(&["key", "new", "--name", "Vera", "--passphrase-file", "wachtzin"]);
    assert!(told.contains("te makkelijk te raden"), "{told}");
    assert!(laptop.refused(&["key", "new", "--name", "Vera"]).contains("geen terminal"));
    assert!(laptop.refused(&["key", "export"]).contains("nog geen sleutel"));
    assert!(laptop.refused(&["key", "export", "--to"]).contains("--to"));
}

#[test]
fn someone_is_added_with_the_fingerprint_that_they_gave_and_no_other() {
    let dirk = Laptop::new("2026-11-23T14:02:00+01:00");
    dirk.key("Dirk Dijk", "directeur");
    dirk.done(&["key", "export", "--to", "dirk.pem"]);
    let told: Value = serde_json::from_str(&dirk.done(&["key", "list", "--json"])).unwrap();
    let fingerprint = told["keys"][0]["fingerprint"].as_str().unwrap();
    let file = dirk.folder.path().join("dirk.pem");

    let vera = Laptop::new("2026-11-24T10:00:00+01:00");
    assert!(vera.done(&["signer", "list"]).contains("nog niemand"));
    let told = vera.refused(&["ondertekenaar", "toevoegen", text(&file)]);
    assert!(told.contains(fingerprint) && told.contains("Bel de ander op"), "{told}");
    let wrong = fingerprint.replace(['0', '1', '2'], "3");
    let told = vera.refused(&["signer", "add", text(&file), "--fingerprint", &wrong]);
    assert!(told.contains("andere vingerafdruk"), "{told}");
    let said = vera.done(&["signer", "add", text(&file), "--vingerafdruk", fingerprint]);
    assert_eq!(said, "Dirk Dijk is voortaan bekend.\n");
    let told: Value = serde_json::from_str(&vera.done(&["signer", "list", "--json"])).unwrap();
    assert_eq!(told["signers"][0]["since"], "2026-11-24T10:00:00+01:00");
    assert_eq!(told["signers"][0]["fingerprint"], fingerprint);
    let list = fs::read_to_string(vera.data().join("ondertekenaars.ron")).unwrap();
    assert!(list.contains("versie: 1") && list.contains(fingerprint), "{list}");
    assert!(vera.done(&["ondertekenaar", "lijst"]).contains("bekend sinds 24 november 2026"));
    vera.done(&["ondertekenaar", "verwijderen", "dirk dijk"]);
    assert!(vera.refused(&["signer", "remove", "Dirk Dijk"]).contains("niet in de lijst"));
}

#[test]
fn four_people_sign_on_four_laptops_days_apart() {
    let people = [
        ("Vera Vos", "opsteller", "2026-11-23T14:02:00+01:00"),
        ("Dirk Dijk", "bestuurder", "2026-11-26T09:00:00+01:00"),
        ("Karel Kok", "privacycoördinator", "2026-12-01T16:30:00+01:00"),
        ("Fatma Gül", "FG", "2026-12-14T11:15:00+01:00"),
    ];
    let laptops: Vec<Laptop> = people.iter().map(|(.., clock)| Laptop::new(clock)).collect();
    for (laptop, (name, role, _)) in laptops.iter().zip(people) {
        laptop.key(name, role);
    }
    let list = "(versie: 1, inhoud: (name: \"Museum De Zolder\"))";
    fs::write(laptops[0].data().join("instelling.ron"), list).unwrap();
    let others: Vec<String> =
        people[1..].iter().map(|(name, role, _)| format!("{role}={name}")).collect();
    let mut sign = vec!["sign", "register", "--passphrase-file", "wachtzin"];
    let place = [&sign[..], &["--field", "Signature2"]].concat();
    assert!(laptops[0].refused(&place).contains("nog geen plaatsen"));
    sign.extend(["--role", "maker van dit verslag", "--reason", "Alles nagelezen"]);
    for other in &others {
        sign.extend(["--others", other]);
    }
    laptops[0].done(&sign);
    let mut record = laptops[0].data().join("verslagen/2026-11-23-verwerkingsregister-v1.pdf");
    let late = ["sign", text(&record), "--others", "FG=Iemand", "--passphrase-file", "wachtzin"];
    assert!(laptops[1].refused(&late).contains("Op dit verslag staat al wie er tekent"));
    for (laptop, (_, role, _)) in laptops.iter().zip(people).skip(1) {
        // The file is handed over; on the other side there is only the program.
        let before = fs::read(&record).unwrap();
        record = laptop.folder.path().join("post.pdf");
        fs::write(&record, &before).unwrap();
        let wrong = laptop.refused(&[
            "sign",
            text(&record),
            "--role",
            "conciërge",
            "--passphrase-file",
            "wachtzin",
        ]);
        assert!(wrong.contains("Nog open") && wrong.contains(role), "{wrong}");
        laptop.done(&["sign", text(&record), "--role", role, "--passphrase-file", "wachtzin"]);
        assert!(fs::read(&record).unwrap().starts_with(&before), "what was signed stays");
    }
    let told = laptops[3].say(&["verify", text(&record), "--json"]);
    assert_eq!(told.status, 0, "{}", told.err);
    let told: Value = serde_json::from_str(&told.out).unwrap();
    let report = if told.is_array() { &told[0] } else { &told["files"][0] };
    let report = if report.is_null() { &told } else { report };
    let signatures = report["signatures"].as_array().unwrap_or_else(|| panic!("{told}"));
    let signed: Vec<_> = signatures.iter().map(|one| one["signer"].as_str().unwrap()).collect();
    assert_eq!(signed, people.map(|(name, ..)| name), "{report}");
    let said = |field: &str| -> Vec<_> {
        signatures.iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(said("role"), ["maker van dit verslag", "bestuurder", "privacycoördinator", "FG"]);
    assert_eq!(
        said("reason"),
        [
            "Alles nagelezen",
            "Vaststelling van dit verslag",
            "Opgesteld naar beste weten",
            "Gezien; advies gegeven"
        ]
    );
    let known: Vec<_> = signatures.iter().map(|one| one["known"].as_bool().unwrap()).collect();
    assert_eq!(known, [false, false, false, true], "there only the last one is known");
    assert_eq!(report["verdict"], "valid_unknown_signer");
    let full = laptops[3].refused(&["sign", text(&record), "--passphrase-file", "wachtzin"]);
    assert!(full.contains("hoeft niemand meer te tekenen"), "{full}");
}

#[test]
fn an_rsa_key_is_taken_over_by_command_only_after_reading_what_speaks_against_it() {
    let laptop = Laptop::new("2026-12-22T12:00:00+01:00");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/signature/tests/data/rsa-signs.p12");
    fs::write(laptop.folder.path().join("geheim"), "geheim\n").unwrap();
    let import = ["key", "import", text(&file), "--passphrase-file", "geheim"];
    let import = [&import[..], &["--new-passphrase-file", "wachtzin"]].concat();
    let told = laptop.refused(&import);
    for words in ["RUSTSEC-2023-0071", "zonder internet", "P-256", "--rsa"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(laptop.done(&["key", "list"]).contains("nog geen sleutel"));
    let said = laptop.done(&[&import[..], &["--rsa"]].concat());
    assert!(said.contains("Rik Sluis") && said.contains("soort: RSA"), "{said}");
    let list = "(versie: 1, inhoud: (name: \"Museum De Zolder\"))";
    fs::write(laptop.data().join("instelling.ron"), list).unwrap();
    laptop.done(&["sign", "register", "--passphrase-file", "wachtzin"]);
    let record = laptop.data().join("verslagen/2026-12-22-verwerkingsregister-v1.pdf");
    let said = laptop.done(&["verify", text(&record)]);
    assert!(said.contains("ECHT.") && said.contains("Rik Sluis"), "{said}");
}
