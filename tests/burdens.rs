//! Files that are made to be a burden: too long, too deep, too much of everything. Each is read or refused within bounds
//! of time and memory, with a sentence.
//!
//! The bounds here leave room for a slow and busy computer, and for a program that is made for debugging; what grows with
//! the square of the file breaks them all the same. A release build takes less than a second for each.

use std::{
    fmt::Write as _,
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Output},
    time::{Duration, Instant},
};
use verantwoord::{
    format::{LONGEST, parse_file},
    model::{About, Assessment},
};

/// The most memory that a program may ask for, in kilobytes, its own code among it.
const MEMORY: u32 = 200_000;

/// The most time: of computing on Linux, where whatever else the computer does can be left out; by the clock elsewhere.
const TIME: Duration = Duration::from_secs(15);

/// What the program says to a file, and its exit status.
fn say(arguments: &[&str], file: &Path) -> (String, Option<i32>) {
    let program = env!("CARGO_BIN_EXE_verantwoord");
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        let bounds = format!("ulimit -v {MEMORY}; ulimit -t {}", TIME.as_secs());
        shell.args(["-c", &format!("{bounds}; exec \"$0\" \"$@\""), program]);
        shell
    } else {
        Command::new(program)
    };
    let start = Instant::now();
    let Output { stderr, stdout, status } = command.args(arguments).arg(file).output().unwrap();
    let took = start.elapsed();
    assert!(cfg!(target_os = "linux") || took < TIME, "{took:?} for {}", file.display());
    let told = String::from_utf8([stdout, stderr].concat()).unwrap();
    assert!(told.len() < 200_000, "{} bytes about {}", told.len(), file.display());
    assert!(status.code().is_some(), "{status} after {took:?} {told}");
    (told, status.code())
}

/// A file in `folder`.
fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let file = folder.join(name);
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    fs::write(&file, text).unwrap();
    file
}

/// What is wrong with the questionnaire `text`.
fn checked(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = file(folder.path(), "t.ron", text);
    let (told, status) = say(&["questionnaires", "check"], &file);
    assert_eq!(status, Some(1), "{told}");
    told
}

/// A questionnaire with this among its fields, and this among its questions.
fn questionnaire(fields: &str, questions: &str) -> String {
    format!(
        "(id: \"t\", version: \"1\", title: \"T\", about: Organisation, intro: \"T.\", legal_state: (date: \"2026-11-22\"),
        sections: [(id: \"s\", title: \"S\", questions: [
            (id: \"q\", label: \"V\", text: \"V?\", kind: YesNo), {questions}
        ])],
        {fields}
        verdicts: [(id: \"v\", title: \"U\", sentence: \"U.\", tone: Good)])"
    )
}

const RULES: &str = "rules: [(id: \"r\", when: All([]), verdict: \"v\", text: \"R.\")],";

/// `count` pieces, one after another.
fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut all, n| {
        let _ = write!(all, "{}", piece(n));
        all
    })
}

#[test]
fn a_file_of_a_gigabyte_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    for (name, arguments) in [
        ("t.ron", &["questionnaires", "check"][..]),
        ("t.ron", &["questionnaires", "show"]),
        ("a.json", &["evaluate", "pre-dpia", "--answers"]),
        ("a.ron", &["evaluate", "pre-dpia", "--answers"]),
    ] {
        let path = folder.path().join(name);
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        File::create(&path).unwrap().set_len(1 << 30).unwrap();
        let (told, status) = say(arguments, &path);
        assert_eq!(status, Some(2), "{told}");
        assert!(told.contains("is groter dan 8 MB en is niet gelezen"), "{told}");
    }
}

/// A file of nothing but zeros, that takes no room on the disk.
fn gigabyte(path: &Path) {
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    File::create(path).unwrap().set_len(1 << 30).unwrap();
}

#[test]
fn no_other_command_reads_a_file_of_a_gigabyte_either() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (large, pdf) = (at("groot"), at("groot.pdf"));
    gigabyte(&large);
    gigabyte(&pdf);
    let secret = file(folder.path(), "wachtzin", "een wachtzin van vijf woorden");
    let data = at("gegevens");
    let (data, secret) = (data.to_str().unwrap(), secret.to_str().unwrap());
    let large_text = large.to_str().unwrap();
    for arguments in [
        &["verify"][..],
        &["timestamp", "prepare"],
        &["timestamp", "add", large_text],
        &["questionnaires", "diff", "pre-dpia"],
        &["--data", data, "restore"],
        &["--data", data, "signer", "add"],
        &["--data", data, "key", "import", "--passphrase-file", secret],
    ] {
        let (told, status) = say(arguments, if arguments == ["verify"] { &pdf } else { &large });
        assert_eq!(status, Some(2), "{arguments:?}: {told}");
        assert!(told.contains("groot"), "{arguments:?}: {told}");
    }
}

/// Each file of a data folder in its turn is as large as that; the program says which, and goes on with the rest.
#[test]
fn a_gigabyte_in_the_data_folder_is_told_and_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("gegevens");
    say(&["demo"], &data);
    let toets = fs::read_dir(data.join("toetsen")).unwrap().next().unwrap().unwrap().path();
    let record = fs::read_dir(data.join("verslagen")).unwrap().next().unwrap().unwrap().path();
    let doctor = ["doctor", "--data"];
    let (told, status) = say(&doctor, &data);
    assert_eq!(status, Some(0), "{told}");
    for path in [
        data.join("instelling.ron"),
        data.join("instellingen.ron"),
        data.join("acties.ron"),
        data.join("ondertekenaars.ron"),
        data.join("logboek.jsonl"),
        data.join("verwerkingen/nog-een.ron"),
        toets.join("toets.ron"),
        toets.join("vragenlijst.ron"),
        record,
    ] {
        let before = fs::read(&path).ok();
        gigabyte(&path);
        let (told, status) = say(&doctor, &data);
        assert_eq!(status, Some(1), "{}: {told}", path.display());
        let name = path.file_name().unwrap().to_str().unwrap();
        let line = told.lines().find(|line| line.contains(name) && line.contains("te groot"));
        assert!(line.is_some(), "{name}: {told}");
        assert!(told.contains("Nagekeken"), "{told}");
        let copy = folder.path().join("kopie.zip");
        let (told, status) = say(&["--data", data.to_str().unwrap(), "backup"], &copy);
        assert_eq!(status, Some(0), "{told}");
        assert!(told.contains(name), "{told}");
        fs::remove_file(copy).unwrap();
        fs::remove_file(&path).unwrap();
        if let Some(before) = before {
            #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
            fs::write(&path, before).unwrap();
        }
    }
}

/// Records that were made to be a burden: deep, long, or with an attachment that unpacks into very much.
#[test]
fn a_record_that_is_a_burden_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let body = |object: &str| {
        format!(
            "%PDF-1.7\n1 0 obj\n{object}\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
        )
    };
    let mut bomb = lopdf::Stream::new(lopdf::Dictionary::new(), vec![0; 256 << 20]);
    bomb.compress().unwrap();
    let bomb = bomb.content;
    assert!(bomb.len() < 1 << 20);
    let mut packed = format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/AF[2 0 R]/Names<</EmbeddedFiles<</Names[(toets.ron) 2 0 R]>>>>>>\nendobj\n\
         2 0 obj\n<</Type/Filespec/F(toets.ron)/UF(toets.ron)/EF<</F 3 0 R>>>>\nendobj\n\
         3 0 obj\n<</Filter/FlateDecode/Length {}>>\nstream\n",
        bomb.len()
    )
    .into_bytes();
    packed.extend(bomb);
    packed.extend(b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n9\n%%EOF\n");
    for (name, bytes) in [
        ("rijen.pdf", body(&"[".repeat(2_000_000)).into_bytes()),
        ("lijsten.pdf", body(&"<<".repeat(2_000_000)).into_bytes()),
        ("tekst.pdf", body(&"(".repeat(8_000_000)).into_bytes()),
        ("velden.pdf", body(&"/ByteRange [0 1 2 3] ".repeat(200_000)).into_bytes()),
        ("delen.pdf", many(400_000, |n| format!("{n} 0 obj\nnull\nendobj\n")).into_bytes()),
        ("einden.pdf", many(400_000, |_| "startxref\n0\n%%EOF\n".to_owned()).into_bytes()),
        ("bom.pdf", packed),
    ] {
        let path = folder.path().join(name);
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        fs::write(&path, bytes).unwrap();
        let (told, status) = say(&["verify"], &path);
        assert_eq!(status, Some(1), "{told}");
        let (told, status) = say(&["timestamp", "prepare"], &path);
        assert_eq!(status, Some(2), "{told}");
    }
}

#[test]
fn a_questionnaire_and_answers_longer_than_makes_sense_are_refused() {
    let told = checked(&" ".repeat((1 << 20) + 1));
    assert!(told.contains("hoogstens 1 MB wordt gelezen"), "{told}");
    let folder = tempfile::tempdir().unwrap();
    let file = file(folder.path(), "a.json", &" ".repeat((2 << 20) + 1));
    let (told, _) = say(&["evaluate", "pre-dpia", "--answers"], &file);
    assert!(told.contains("hoogstens 2 MB wordt gelezen"), "{told}");
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    let deep = |open: &str| open.repeat(100_000);
    for open in ["(", "[", "Some(", "(sections: [", "(rules: [(when: Not(", "/* "] {
        let told = checked(&deep(open));
        assert!(told.contains("t.ron: "), "{open} {told}");
    }
    let conditions = format!("{}Is(\"q\", \"yes\"){}", "Not(".repeat(60_000), ")".repeat(60_000));
    let rules = format!("rules: [(id: \"r\", when: {conditions}, verdict: \"v\", text: \"R.\")],");
    let told = checked(&questionnaire(&rules, ""));
    assert!(told.contains("te diep genest"), "{told}");
    let folder = tempfile::tempdir().unwrap();
    for (name, open) in
        [("a.json", "["), ("a.json", "{\"c1\":"), ("a.ron", "["), ("a.ron", "{\"c1\":")]
    {
        let file = file(folder.path(), name, &deep(open));
        let (told, status) = say(&["evaluate", "pre-dpia", "--answers"], &file);
        assert_eq!(status, Some(2), "{told}");
        assert!(told.contains(name), "{told}");
    }
}

/// Conditions are short in the file, and yet deep: each definition reads the one before it.
#[test]
fn definitions_inside_each_other_are_bounded() {
    let definition = |n: usize| {
        let reads = n.checked_sub(1).map_or_else(|| "q".to_owned(), |n| format!("d{n}"));
        format!("(id: \"d{n}\", yes: Is(\"{reads}\", \"yes\"), no: Is(\"{reads}\", \"no\")),")
    };
    let whole = |count: usize| {
        let rule = format!(
            "rules: [(id: \"r\", when: Is(\"d{}\", \"yes\"), verdict: \"v\", text: \"R.\"),
            (id: \"o\", when: All([]), verdict: \"v\", text: \"O.\")],",
            count - 1
        );
        questionnaire(&format!("definitions: [{}], {rule}", many(count, definition)), "")
    };
    assert!(!checked(&whole(40)).contains("te diep"));
    let told = checked(&whole(12_000));
    assert!(told.contains("staan voorwaarden en definities te diep in elkaar"), "{told}");
}

#[test]
fn many_faults_are_told_as_the_first_hundred() {
    let question = |n| {
        format!("(id: \"q{n}\", label: \"\", text: \"\", kind: YesNo, when: Is(\"no{n}\", \"x\")),")
    };
    let told = checked(&questionnaire(RULES, &many(12_000, question)));
    assert!(told.lines().count() <= 102, "{told}");
    assert!(told.contains("Hier staan de eerste 100 fouten"), "{told}");
    let folder = tempfile::tempdir().unwrap();
    let pairs = many(150_000, |n| format!("\"x{n}\":1,"));
    let file = file(folder.path(), "a.json", &format!("{{{pairs}\"c1\":\"yes\"}}"));
    let (told, status) = say(&["evaluate", "pre-dpia", "--answers"], &file);
    assert_eq!((status, told.lines().count()), (Some(2), 101), "{told}");
    let name = "x".repeat(1 << 20);
    let file = self::file(folder.path(), "b.json", &format!("{{\"{name}\": 1}}"));
    let (told, _) = say(&["evaluate", "pre-dpia", "--answers"], &file);
    assert!(told.len() < 1_000 && told.contains("bestaat niet"), "{}", told.len());
}

/// Sound, and as much as fits: many of everything, each reading all the rest.
#[test]
fn much_of_everything_is_looked_through() {
    let questions = many(3_000, |n| format!("(id: \"q{n}\",label:\"V\",text:\"V?\",kind:YesNo),"));
    let names = many(3_000, |n| format!("\"q{n}\","));
    let counts = many(5, |n| format!("(id: \"n{n}\", of: [{names}], is: \"yes\"),"));
    let rules = many(4_000, |n| {
        format!("(id:\"r{n}\",when:AtLeast(\"n{}\",{n}),verdict:\"v\",text:\"R.\"),", n % 5)
    });
    let fields = format!("counts: [{counts}], rules: [{rules}],");
    let told = checked(&questionnaire(&fields, &questions));
    assert!(told.contains("De beslistabel is te groot"), "{told}");
    // Few questions, so that there is a diagram to build; and a great many steps to build it.
    let names = many(20_000, |n| format!("\"q{}\",", n % 300));
    let questions = many(300, |n| format!("(id: \"q{n}\",label:\"V\",text:\"V?\",kind:YesNo),"));
    let rules = many(4_000, |n| {
        format!("(id:\"r{n}\",when:AtLeast(\"n\",{}),verdict:\"v\",text:\"R.\"),", 5 * n)
    });
    let fields = format!("counts: [(id: \"n\", of: [{names}], is: \"yes\")], rules: [{rules}],");
    let told = checked(&questionnaire(&fields, &questions));
    assert!(told.contains("De beslistabel is te groot"), "{told}");
    let choices = many(30_000, |n| format!("(id:\"c{n}\",label:\"K\"),"));
    let question = format!("(id: \"k\", label: \"K\", text: \"K?\", kind: Several([{choices}])),");
    let told = checked(&questionnaire(RULES, &question));
    assert!(told.contains("is de lijst \"kind\" te lang"), "{told}");
    let help = "HET ".repeat(200_000);
    let question =
        format!("(id: \"k\", label: \"K\", text: \"K?\", kind: YesNo, help: \"{help}\"),");
    assert!(checked(&questionnaire(RULES, &question)).contains("te lange tekst"));
}

#[test]
fn a_toets_is_bounded_too() {
    let start = Instant::now();
    let refused = |text: &str| parse_file::<Assessment>(text).unwrap_err().to_string();
    assert!(refused(&" ".repeat(LONGEST + 1)).contains("hoogstens 8 MB wordt gelezen"));
    for open in
        ["(", "[", "(versie: 1, inhoud: (answers: {\"a\": [", "(versie: 1, inhoud: (notes: ("]
    {
        assert!(!refused(&open.repeat(100_000)).is_empty());
    }
    let id = "(id: \"t\", version: \"1\", sha256: \"\")";
    let now = "\"2026-11-22T12:00:00+01:00\"";
    let notes = many(300_000, |n| format!("\"n{n}\": \"x\","));
    let text = format!(
        "(versie: 1, inhoud: (id: \"t\", questionnaire: {id}, about: Organisation, begun: {now}, changed: {now}, \
         notes: {{{notes}}}))"
    );
    let toets: Assessment = parse_file(&text).unwrap();
    assert_eq!((toets.notes.len(), toets.about), (300_000, About::Organisation));
    assert!(start.elapsed() < TIME, "{:?}", start.elapsed());
}
