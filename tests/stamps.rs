//! Timestamps from outside, with OpenSSL as the authority: the commands and the screen. Without OpenSSL only the screen.
#![expect(clippy::disallowed_methods, reason = "tests make files of their own")]

use crate::{
    keyring::Laptop,
    stage::{Stage, genuine, overview},
};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use verantwoord::session::{Effect, Reply, StampOrder, StampQuestion};

/// What the authority and its root may do, and how it answers.
const CONF: &str = "[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[tsa]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[answers]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
CERTS
signer_key = tsa.key
signer_digest = DIGEST
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
";

/// An authority with a key, a root above it, and one way to answer.
struct Authority(tempfile::TempDir);

impl Authority {
    /// With a key of this kind that signs with this digest; nothing without OpenSSL. `chain` puts the root into each stamp too.
    fn found(key: &[&str], digest: &str, chain: bool) -> Option<Self> {
        let authority = Self(tempfile::tempdir().unwrap());
        if authority.openssl(&["version"]).is_none() {
            eprintln!("SKIPPED: openssl is not installed");
            return None;
        }
        let certs = if chain { "certs = root.pem" } else { "" };
        let conf = CONF.replace("DIGEST", digest).replace("CERTS", certs);
        fs::write(authority.at("conf"), conf).unwrap();
        fs::write(authority.at("serial"), "01\n").unwrap();
        for name in ["root.key", "tsa.key"] {
            authority.done(&[&["genpkey", "-quiet"], key, &["-out", name]].concat());
        }
        let root = "req -x509 -new -key root.key -days 3650 -subj /O=Proefdienst/CN=Proefwortel -config conf -extensions root -out root.pem";
        let asked =
            "req -new -key tsa.key -subj /O=Proefdienst/CN=Proefstempel -config conf -out tsa.csr";
        let own = "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -days 3650 -extfile conf -extensions tsa -out tsa.pem";
        for step in [root, asked, own] {
            authority.done(&step.split(' ').collect::<Vec<_>>());
        }
        Some(authority)
    }

    fn usual() -> Option<Self> {
        let curve = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
        Self::found(&curve, "sha256", true)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn root(&self) -> String {
        self.at("root.pem").to_str().unwrap().to_owned()
    }

    fn openssl(&self, arguments: &[&str]) -> Option<Output> {
        Command::new("openssl").args(arguments).current_dir(self.0.path()).output().ok()
    }

    fn done(&self, arguments: &[&str]) {
        let output = self.openssl(arguments).unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
    }

    /// The answer to a question; more arguments make it answer otherwise.
    fn answer(&self, question: &Path, more: &[&str]) -> String {
        let answer = self.at("answer.tsr");
        let (question, path) = (question.to_str().unwrap(), answer.to_str().unwrap());
        let reply = ["ts", "-reply", "-config", "conf", "-section", "answers"];
        let files = ["-queryfile", question, "-out", path];
        let _ = self.openssl(&[&reply, more, &files].concat()).unwrap();
        path.to_owned()
    }
}

/// A laptop with one signed record.
fn signed() -> (Laptop, PathBuf) {
    let laptop = Laptop::new("2026-11-23T14:02:00+01:00");
    laptop.key("Vera Vos", "coördinator");
    let list = "(versie: 1, inhoud: (name: \"Museum De Zolder\"))";
    fs::write(laptop.data().join("instelling.ron"), list).unwrap();
    laptop.done(&["sign", "register", "--passphrase-file", "wachtzin"]);
    let record = laptop.data().join("verslagen/2026-11-23-verwerkingsregister-v1.pdf");
    (laptop, record)
}

#[test]
fn a_question_is_made_once_and_its_answer_goes_into_the_record() {
    let Some(authority) = Authority::usual() else { return };
    let (laptop, record) = signed();
    let before = fs::read(&record).unwrap();
    let path = record.to_str().unwrap();
    let said = laptop.done(&["timestamp", "prepare", path]);
    let question = record.with_extension("tsq");
    assert!(said.contains("De vraag staat klaar") && said.contains("curl"), "{said}");
    assert!(said.contains(question.to_str().unwrap()), "{said}");
    let asked = fs::read(&question).unwrap();
    // Someone may be waiting for the answer to it.
    assert!(laptop.done(&["tijdstempel", "voorbereiden", path]).contains("stond al klaar"));
    assert_eq!(fs::read(&question).unwrap(), asked);
    assert_eq!(fs::read(&record).unwrap(), before, "the record waits as it was");

    let answer = authority.answer(&question, &[]);
    let said = laptop.done(&["timestamp", "add", path, &answer, "--trust", &authority.root()]);
    assert!(said.contains("bestond aantoonbaar op 2"), "{said}");
    assert!(said.contains("volgens Proefstempel (Proefdienst)"), "{said}");
    let after = fs::read(&record).unwrap();
    assert!(after.starts_with(&before) && after.len() > before.len());

    // Whoever does not know the authority is told so, and the record is as good.
    let told = laptop.done(&["verify", path, "--json"]);
    let told: Value = serde_json::from_str(&told).unwrap();
    let report = told.get("files").map_or(&told, |files| &files[0]);
    let report = report.get(0).unwrap_or(report);
    assert_eq!(report["verdict"], "valid", "{told}");
    assert_eq!(
        (&report["stamps"][0]["known"], report["data"].as_str()),
        (&false.into(), Some("same"))
    );
    assert!(laptop.done(&["verify", path]).contains("is hier niet nagegaan"));
    // The journal knows the stamped record.
    assert!(laptop.done(&["doctor"]).contains("in orde"));
    // A stamp on the stamp: the question is another one now.
    let said = laptop.done(&["timestamp", "prepare", path]);
    assert!(said.contains("staat klaar") && fs::read(&question).unwrap() != asked, "{said}");
}

#[test]
fn a_stamp_is_asked_for_and_added_in_lines() {
    let Some(authority) = Authority::usual() else { return };
    let (laptop, record) = signed();
    let before = fs::read(&record).unwrap();
    let list = laptop.talk(&["stop"]);
    let row = list.lines().find(|line| line.contains("Controleer verslag")).unwrap();
    let number = row.split('.').next().unwrap();
    let said = laptop.talk(&[number, "tijdstempel", "", "", "stop"]);
    assert!(said.contains("Het bewijst dat dit verslag op dat moment al bestond"), "{said}");
    assert!(said.contains("verwerkingsregister-v1.tsq") && said.contains("Tot ziens"), "{said}");
    assert_eq!(fs::read(&record).unwrap(), before);
    let answer = authority.answer(&record.with_extension("tsq"), &[]);
    let said = laptop.talk(&[number, "tijdstempel", "nergens.tsr", "", "stop"]);
    assert!(said.contains("nergens.tsr"), "{said}");
    let said = laptop.talk(&[number, "tijdstempel", &answer, "", "stop"]);
    assert!(said.contains("De vraag stond al klaar"), "{said}");
    assert!(said.contains("Tijdstempel: dit verslag bestond op"), "{said}");
    assert!(fs::read(&record).unwrap().len() > before.len());
}

#[test]
fn authorities_with_keys_and_digests_of_every_kind_are_understood() {
    let rsa = |bits| ["-algorithm", "RSA", "-pkeyopt", bits];
    let curve = |name| ["-algorithm", "EC", "-pkeyopt", name];
    let (p256, p384) = (curve("ec_paramgen_curve:P-256"), curve("ec_paramgen_curve:P-384"));
    let (short, long) = (rsa("rsa_keygen_bits:2048"), rsa("rsa_keygen_bits:3072"));
    let (laptop, record) = signed();
    let before = fs::read(&record).unwrap();
    let path = record.to_str().unwrap();
    for (key, digest, chain) in [
        (short, "sha256", true),
        (short, "sha512", false),
        (long, "sha384", true),
        (p256, "sha256", false),
        (p256, "sha512", true),
        (p384, "sha384", false),
        (p384, "sha256", true),
        (p384, "sha512", true),
    ] {
        let Some(authority) = Authority::found(&key, digest, chain) else { return };
        fs::write(&record, &before).unwrap();
        laptop.done(&["timestamp", "prepare", path]);
        let answer = authority.answer(&record.with_extension("tsq"), &[]);
        let add = ["timestamp", "add", path, &answer, "--trust", &authority.root()];
        let said = laptop.say(&add);
        assert_eq!(said.status, 0, "{key:?}, {digest}, {chain}: {}", said.err);
        assert!(said.out.contains("bestond aantoonbaar"), "{key:?}, {digest}: {}", said.out);
    }
}

#[test]
fn what_is_no_answer_to_this_question_leaves_the_record_as_it_is() {
    let Some(authority) = Authority::usual() else { return };
    let (laptop, record) = signed();
    let before = fs::read(&record).unwrap();
    let (path, question) = (record.to_str().unwrap(), record.with_extension("tsq"));
    let refused = |answer: &str, more: &[&str]| {
        let said = laptop.refused(&[&["timestamp", "add", path, answer], more].concat());
        assert_eq!(fs::read(&record).unwrap(), before, "{said}");
        said
    };
    assert!(refused(path, &[]).contains("is er niet"), "there is no question yet");
    laptop.done(&["timestamp", "prepare", path]);
    assert!(refused("nergens.tsr", &[]).contains("nergens.tsr"));
    assert!(refused(path, &[]).contains("Het antwoord is niet te lezen"));

    // The same digest, but asked by someone else, without our number.
    let imprint = {
        let text = authority.openssl(&["ts", "-query", "-in", question.to_str().unwrap(), "-text"]);
        let text = String::from_utf8(text.unwrap().stdout).unwrap();
        let rows = text.lines().filter_map(|line| line.trim().split_once(" - "));
        let hex = rows.map(|(_, hex)| hex.split("   ").next().unwrap_or_default().to_owned());
        hex.collect::<String>().replace(['-', ' '], "")
    };
    let other = authority.at("other.tsq");
    let other = other.to_str().unwrap();
    let ask = ["ts", "-query", "-digest", imprint.as_str(), "-sha256", "-out", other];
    authority.done(&[&ask[..], &["-cert"]].concat());
    let answer = authority.answer(Path::new(other), &[]);
    assert!(refused(&answer, &[]).contains("andere vraag"));

    // Without the certificate of the authority nobody can check the stamp later.
    authority.done(&[&ask[..], &["-no_nonce"]].concat());
    let answer = authority.answer(Path::new(other), &[]);
    let said = refused(&answer, &["--question", other]);
    assert!(said.contains("Het certificaat van de dienst ontbreekt"), "{said}");

    // A question about a longer digest is none that this program made.
    let long = ["ts", "-query", "-data", path, "-sha512", "-cert", "-out", other];
    authority.done(&long);
    let answer = authority.answer(Path::new(other), &[]);
    let said = refused(&answer, &["--question", other]);
    assert!(said.contains("gaat over een ander bestand"), "{said}");

    // A policy that the authority does not have: it refuses, and says so.
    authority.done(&[&ask[..], &["-cert", "-tspolicy", "1.2.3.9"]].concat());
    let answer = authority.answer(Path::new(other), &[]);
    let said = refused(&answer, &["--question", other]);
    assert!(said.contains("De tijdstempeldienst weigerde"), "{said}");
}

#[test]
fn only_a_genuine_signed_record_is_stamped() {
    let (laptop, record) = signed();
    let mut bytes = fs::read(&record).unwrap();
    let middle = bytes.len() / 3;
    bytes[middle] ^= 1;
    fs::write(&record, &bytes).unwrap();
    let said = laptop.refused(&["timestamp", "prepare", record.to_str().unwrap()]);
    assert!(said.contains("geen echt en compleet verslag"), "{said}");
    assert!(!record.with_extension("tsq").exists());
}

/// A genuine record, shown after a check.
fn checked(height: u16) -> Stage {
    let mut stage = Stage::set(overview(), 80, height);
    stage.press("<Ctrl+P>controleer een<Enter>/home/vera/verslag.pdf<Enter>");
    stage.take(Reply::Checked(Box::new(genuine())));
    stage
}

fn wish(stage: &Stage) -> Option<Effect> {
    stage.effects.try_iter().last()
}

fn asked(earlier: bool) -> Reply {
    let (record, question) = ("/home/vera/verslag.pdf".into(), "/home/vera/verslag.tsq".into());
    Reply::Asked(StampQuestion { record, question, earlier })
}

#[test]
fn the_screen_says_what_a_stamp_is_for_makes_the_question_and_takes_the_answer() {
    let mut stage = checked(24);
    let screen = stage.screen();
    let key = if screen.contains("tijdstempel") { "s" } else { panic!("{screen}") };
    stage.press(key);
    insta::assert_snapshot!("a_stamp_before_the_question", stage.screen());
    stage.press("<Enter>");
    assert!(matches!(wish(&stage), Some(Effect::AskStamp(path)) if path.ends_with("verslag.pdf")));
    stage.take(asked(false));
    insta::assert_snapshot!("a_stamp_waiting_for_the_answer", stage.screen());
    // The answer is expected beside the question; another place can be given.
    stage.press("<Enter>");
    let Some(Effect::AddStamp(order)) = wish(&stage) else { panic!("not wished") };
    let StampOrder { record, answer, question, trust } = *order;
    assert!(record.ends_with("verslag.pdf") && answer.ends_with("verslag.tsr"));
    assert!(question.is_none() && trust.is_empty());
    stage.take(asked(true));
    assert!(stage.screen().contains("De vraag stond al klaar"), "{}", stage.screen());
}

#[test]
fn what_a_stamp_is_for_can_be_read_to_the_end_on_a_small_terminal() {
    let mut stage = Stage::set(overview(), 40, 12);
    let mut read = String::new();
    stage.press("<Ctrl+P>controleer een<Enter>/home/vera/verslag.pdf<Enter>");
    stage.take(Reply::Checked(Box::new(genuine())));
    stage.press("s");
    for _ in 0..40 {
        read += &stage.screen();
        stage.press("<Down>");
    }
    for words in ["Bewijs van het moment", "klein bestand .tsq", "Druk op Enter om de vraag te"] {
        assert!(read.contains(words), "{words}: {read}");
    }
}
