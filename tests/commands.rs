//! The commands as other programs see them: standard output, standard error and exit status.

use serde_json::Value;
use std::{
    io::{Read as _, Write as _},
    process::{Command, Stdio},
};

struct Said {
    out: String,
    err: String,
    status: i32,
}

fn say(arguments: &[&str], input: &[u8]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses early does not read it all.
    let _ = child.stdin.take().unwrap().write_all(input);
    let said = child.wait_with_output().unwrap();
    Said {
        out: String::from_utf8(said.stdout).unwrap(),
        err: String::from_utf8(said.stderr).unwrap(),
        status: said.status.code().unwrap(),
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn evaluate_tells_the_verdict_in_the_order_of_the_contract() {
    let said = say(
        &["evaluate", "pre-dpia", "--answers", "-", "--json"],
        br#"{"personal_data": "no", "role": "controller"}"#,
    );
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let told = json(&said.out);
    assert_eq!(told["questionnaire"], "pre-dpia");
    assert_eq!(told["settled"], true);
    assert_eq!(told["possible"], serde_json::json!([told["verdict"]]));
    assert_eq!(told["ignored"], serde_json::json!(["role"]));
    assert_eq!(told["sha256"].as_str().unwrap().len(), 64);
    let keys = [
        "questionnaire",
        "version",
        "sha256",
        "legal_state",
        "verdict",
        "settled",
        "possible",
        "reasons",
        "open",
        "ignored",
        "actions",
        "date",
        "switches",
    ];
    let places: Vec<_> =
        keys.iter().map(|key| said.out.find(&format!("\n  \"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{}", said.out);
    assert_eq!(told.as_object().unwrap().len(), keys.len());
}

/// A questionnaire that asks a question from 2027 on.
const DATED: &str = r#"(
    id: "t", version: "2026.11.0", title: "T", about: Organisation, intro: "T.", legal_state: (date: "2026-11-22"),
    switches: [(id: "new_law", title: "Nieuwe wet", from: "2027-01-01"), (id: "draft", title: "Ontwerp", from: None)],
    sections: [(id: "s", title: "S", questions: [
        (id: "a", label: "A", text: "A?", kind: YesNo, when: Any([InForce("new_law"), InForce("draft")])),
    ])],
    rules: [
        (id: "r", when: Is("a", "yes"), verdict: "strict", text: "R."),
        (id: "o", when: All([]), verdict: "free", text: "O."),
    ],
    verdicts: [
        (id: "strict", title: "Streng", sentence: "Streng.", tone: Stop),
        (id: "free", title: "Vrij", sentence: "Vrij.", tone: Good),
    ],
)"#;

#[test]
fn evaluate_applies_the_rules_of_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("t.ron");
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    std::fs::write(&file, DATED).unwrap();
    let file = file.to_str().unwrap();
    let on = |day: &str, more: &[&str]| {
        let arguments = [&["evaluate", file, "--answers", "-", "--date", day], more].concat();
        say(&arguments, br#"{"a": "yes"}"#)
    };
    for (day, verdict, ignored, in_force) in
        [("2026-12-31", "free", 1, false), ("2027-01-01", "strict", 0, true)]
    {
        let told = json(&on(day, &["--json"]).out);
        assert_eq!(told["verdict"], verdict);
        assert_eq!(told["ignored"].as_array().unwrap().len(), ignored);
        assert_eq!(told["date"], day);
        let switches = serde_json::json!([
            {"id": "new_law", "from": "2027-01-01", "in_force": in_force},
            {"id": "draft", "from": null, "in_force": false},
        ]);
        assert_eq!(told["switches"], switches);
    }
    let said = on("2027-01-01", &[]).out;
    assert!(said.contains("Nieuwe wet: geldt op 1 januari 2027."), "{said}");
    assert!(said.contains("Ontwerp: geldt niet op 1 januari 2027."), "{said}");
    let refused = on("31-12-2026", &[]);
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("\"31-12-2026\" kan niet"), "{}", refused.err);
    let shown = say(&["questionnaires", "show", file], b"").out;
    assert!(shown.contains("Nieuwe wet [new_law]: geldt vanaf 1 januari 2027."), "{shown}");
    // Without a day it is the clock's.
    let mut command = Command::new(env!("CARGO_BIN_EXE_verantwoord"));
    command.args(["evaluate", "pre-dpia", "--answers", "tests/answers/pre-dpia/none.json"]);
    command.arg("--json").env("VERANTWOORD_CLOCK", "2027-05-06T12:00:00+02:00");
    let out = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap().stdout;
    assert_eq!(json(&String::from_utf8(out).unwrap())["date"], "2027-05-06");
}

#[test]
fn evaluate_without_answers_is_undetermined() {
    let said = say(&["beoordeel", "pre-dpia", "--answers", "-", "--json"], b"{}");
    assert_eq!(said.status, 0);
    let told = json(&said.out);
    assert_eq!(told["verdict"], "undetermined");
    assert_eq!(told["settled"], false);
    assert!(told["possible"].as_array().unwrap().len() > 1);
    assert_eq!(told["open"][0], "personal_data");
}

#[test]
fn evaluate_reads_json_and_ron_alike() {
    let folder = tempfile::tempdir().unwrap();
    let mut told = Vec::new();
    for (name, text) in [
        ("answers.json", r#"{"personal_data": "no"}"#),
        ("answers.ron", "// van ons\r\n{\"personal_data\": \"no\",}\r\n"),
    ] {
        let file = folder.path().join(name);
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        std::fs::write(&file, text).unwrap();
        let said = say(&["evaluate", "pre-dpia", "--answers", file.to_str().unwrap()], b"");
        assert_eq!(said.status, 0, "{}", said.err);
        told.push(said.out);
    }
    assert_eq!(told[0], told[1]);
    assert!(told[0].contains("Uitkomst") && told[0].contains("staat vast"), "{}", told[0]);
}

#[test]
fn evaluate_names_every_fault_and_says_nothing_else() {
    let said = say(
        &["evaluate", "pre-dpia", "--answers", "-", "--json"],
        b"{\n  \"personal_data\": \"perhaps\",\n  \"rolle\": \"controller\",\n  \"role\": 3\n}",
    );
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    let lines: Vec<_> = said.err.lines().collect();
    assert_eq!(lines.len(), 3, "{}", said.err);
    assert!(lines[0].starts_with("standaardinvoer: regel 2, kolom 3: \"perhaps\""), "{}", lines[0]);
    assert!(lines[0].ends_with("Mogelijk zijn: \"yes\", \"no\", \"unknown\"."), "{}", lines[0]);
    assert!(lines[1].contains("regel 3") && lines[1].ends_with("Bedoelde u \"role\"?"));
    assert!(lines[2].contains("regel 4") && lines[2].contains("Mogelijk zijn"), "{}", lines[2]);
}

#[test]
fn evaluate_says_what_an_answer_looks_like() {
    let cases = [
        ("registerplicht", r#"{"staff": "twaalf"}"#, "Schrijf een heel getal vanaf 0."),
        ("registerplicht", r#"{"staff": -1}"#, "Schrijf een heel getal vanaf 0."),
        ("registerplicht", r#"{"staff": null}"#, "Schrijf een heel getal vanaf 0."),
        ("gerechtvaardigd-belang", r#"{"mitigations": "coarser"}"#, "Schrijf een lijst van:"),
        ("gerechtvaardigd-belang", r#"{"interest": 3}"#, "Schrijf een tekst tussen"),
        ("rol", "[1]", "Verwacht wordt:"),
        ("rol", "{", "houdt te vroeg op"),
        ("rol", "", "regel 1, kolom 1"),
    ];
    for (questionnaire, answers, hint) in cases {
        let said = say(&["evaluate", questionnaire, "--answers", "-"], answers.as_bytes());
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{answers}");
        assert!(said.err.contains(hint), "{answers}: {}", said.err);
    }
}

#[test]
fn an_answer_that_may_still_count_is_not_ignored() {
    let answers = br#"{"personal_data": "yes", "art35_3a": "yes"}"#;
    let told = json(&say(&["evaluate", "pre-dpia", "--answers", "-", "--json"], answers).out);
    assert_eq!(told["ignored"], serde_json::json!([]));
    let possible = told["possible"].as_array().unwrap();
    assert!(!possible.contains(&"not_required".into()), "{possible:?}");
}

#[test]
fn evaluate_refuses_what_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let noise = folder.path().join("noise.json");
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&noise)
        .unwrap()
        .set_len(50 << 20)
        .unwrap();
    let here = folder.path().with_extension("json");
    let cases: [(&[&str], &str); 7] = [
        (&["evaluate", "pre-dpia", "--answers", noise.to_str().unwrap()], "groter dan 8 MB"),
        (&["evaluate", "pre-dpia", "--answers", here.to_str().unwrap()], "bestaat niet"),
        (&["evaluate", "pre-dpia", "--answers", "questionnaires"], "soort bestand"),
        (&["evaluate", "pre-dpla", "--answers", "-"], "Bedoelde u \"pre-dpia\"?"),
        (&["evaluate", "pre-dpia"], "--answers"),
        (&["evaluate", "pre-dpia", "--answers", "-", "--jsn"], "--json"),
        (&["evaluat"], "Bedoelde u \"evaluate\"?"),
    ];
    for (arguments, words) in cases {
        let said = say(arguments, b"{}");
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{arguments:?}");
        assert!(said.err.contains(words), "{arguments:?}: {}", said.err);
    }
    let said = say(&["evaluate", "pre-dpia", "--answers", "-"], &vec![b'x'; 9 << 20]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    let said = say(&["evaluate", "pre-dpia", "--answers", "-"], b"{\n\"a\": \xff}");
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains("regel 2"), "{}", said.err);
}

#[test]
fn questionnaires_are_listed_and_shown_whole() {
    let listed = say(&["questionnaires", "list", "--json"], b"");
    assert_eq!(listed.status, 0);
    for line in json(&listed.out).as_array().unwrap() {
        let id = line["id"].as_str().unwrap();
        let said = say(&["vragenlijsten", "toon", id, "--json"], b"");
        assert_eq!(said.status, 0);
        let shown = json(&said.out);
        assert_eq!(shown["sha256"], line["sha256"]);
        let asked = shown["sections"].as_array().unwrap();
        let asked = asked.iter().flat_map(|section| section["questions"].as_array().unwrap());
        assert_eq!(asked.count() as u64, line["questions"].as_u64().unwrap());
        assert!(!shown["rules"].as_array().unwrap().is_empty());
        let said = say(&["questionnaires", "show", id], b"");
        assert!(said.out.contains("[yes]"), "{}", said.out);
    }
    assert_eq!(say(&["questionnaires", "show", "nothing"], b"").status, 2);
}

#[test]
fn check_tells_line_column_and_hint() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    let text = "(\n  id: \"mine\", version: \"1\", titel: \"Mijn\",\n)\n";
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    std::fs::write(&file, text).unwrap();
    let name = file.to_str().unwrap();
    let said = say(&["questionnaires", "check", name], b"");
    assert_eq!(said.status, 1);
    assert!(said.out.contains("regel 2, kolom"), "{}", said.out);
    let said = say(&["questionnaires", "check", name, "--json"], b"");
    assert_eq!(said.status, 1);
    let flaw = &json(&said.out)["files"][0]["flaws"][0];
    assert_eq!(flaw["line"], 2);
    assert!(flaw["hint"].as_str().unwrap().contains("title"), "{flaw}");
    let said = say(&["questionnaires", "check", name, "absent.ron"], b"");
    assert_eq!(said.status, 2);
    assert!(said.err.contains("absent.ron") && said.out.contains("regel 2"), "{}", said.err);
}

const FLAWED: &str = r#"(
  id: "mine", version: "1", title: "Mijn", about: Processing, intro: "Iets.",
  legal_state: (date: "2026-11-22"),
  sections: [(id: "s", title: "S", rests_on: ["nergens"], questions: [
    (id: "a", label: "Een naam die veel te lang is om in een rij te passen", text: "Doet u dat?",
     kind: YesNoUnknown, help: "Vraag het de FG.", why: "Daarom.", sources: ["AVG art. 1"]),
    (id: "b", label: "B", text: "En dit?", kind: YesNo, why: "Daarom.", sources: ["AVG art. 1"],
     help: "Een zin die maar niet wil ophouden en die dus steeds langer en langer wordt, zodat niemand die hem leest aan het einde nog weet hoe hij begon."),
    (id: "c", label: "C", text: "Of dat?", kind: YesNo, when: All([Is("a", "yes"), Is("a", "no")])),
  ])],
  rules: [
    (id: "r1", when: Is("a", "yes"), verdict: "mild", text: "Een."),
    (id: "r2", when: All([Is("a", "yes"), Is("c", "yes")]), verdict: "mild", text: "Twee."),
    (id: "r3", when: All([Is("a", "yes")]), verdict: "strict", text: "Drie."),
    (id: "r4", when: Is("a", "no"), verdict: "strict", text: "Vier."),
  ],
  verdicts: [
    (id: "strict", title: "Streng", sentence: "Streng.", tone: Stop),
    (id: "mild", title: "Mild", sentence: "Mild.", tone: Good),
    (id: "never", title: "Nooit", sentence: "Nooit.", tone: Good),
  ],
  risks: ["a"],
)
"#;

#[test]
fn check_finds_what_an_author_overlooks() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    std::fs::write(&file, FLAWED).unwrap();
    let said = say(&["questionnaires", "check", file.to_str().unwrap(), "--json"], b"");
    assert_eq!(said.status, 1, "{}", said.err);
    let told = json(&said.out);
    assert_eq!(told["files"][0]["questionnaire"], "mine");
    assert!(told["files"][0]["reading"]["lix"].as_f64().unwrap() > 0.0);
    let flaws = told["files"][0]["flaws"].as_array().unwrap();
    let mut expected = vec![
        (11, "Er zijn antwoorden zonder uitkomst: a = unknown"),
        (4, "verwijst naar de vragenlijst \"nergens\""),
        (5, "maakt de uitkomst milder: \"no\" geeft \"strict\", en \"yes\" geeft \"mild\""),
        (5, "Het label van \"a\" is 52 tekens"),
        (6, "De afkorting FG"),
        (7, "gebruikt het antwoord op \"b\""),
        (8, "Een zin bij \"b\" heeft 28 woorden"),
        (9, "\"c\" wordt nooit gesteld"),
        (9, "\"c\" heeft geen toelichting"),
        (9, "\"c\" heeft geen waarom"),
        (9, "\"c\" heeft geen bron"),
        (13, "De regel \"r2\" geldt bij geen enkel stel antwoorden"),
        (14, "\"r3\" beslist nooit: \"r1\" geldt bij precies dezelfde"),
        (20, "tot de uitkomst \"never\""),
    ];
    for flaw in flaws {
        let (line, message) = (flaw["line"].as_u64().unwrap(), flaw["message"].as_str().unwrap());
        let place = expected.iter().position(|(at, words)| *at == line && message.contains(words));
        let place = place.unwrap_or_else(|| panic!("not expected: {flaw}"));
        expected.remove(place);
        assert!(!flaw["hint"].as_str().unwrap().is_empty(), "{flaw}");
        assert!(flaw["column"].as_u64().unwrap() > 0, "{flaw}");
    }
    assert!(expected.is_empty(), "not found: {expected:?}");
}

#[test]
fn help_is_dutch_and_names_both_verbs() {
    for arguments in [
        &["--help"][..],
        &["evaluate", "--help"],
        &["questionnaires", "--help"],
        &["questionnaires", "check", "--help"],
    ] {
        let said = say(arguments, b"");
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{arguments:?}");
        assert!(said.out.contains("Gebruik: verantwoord"), "{}", said.out);
        for english in ["Usage", "Options", "Arguments", "Commands", "Print"] {
            assert!(!said.out.contains(english), "{}", said.out);
        }
    }
    let said = say(&["--help"], b"");
    assert!(said.out.contains("beoordeel") && said.out.contains("vragenlijsten"));
    let said = say(&["--version"], b"");
    assert_eq!(said.out, concat!("verantwoord ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
        .args(["questionnaires", "show", "pre-dpia", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(err, "");
}

/// A questionnaire of which [`newer`] is the next version.
const OLDER: &str = r#"(
    id: "t", version: "2026.11.0", title: "T", about: Organisation, intro: "T.", legal_state: (date: "2026-11-22"),
    sections: [(id: "s", title: "S", questions: [
        (id: "a", label: "A", text: "A?", kind: YesNo),
        (id: "b", label: "B", text: "B?", kind: YesNo, when: Is("a", "yes")),
        (id: "c", label: "C", text: "C?", kind: Text, informative: true),
        (id: "d", label: "D", text: "D?", kind: Choice([(id: "x", label: "X"), (id: "y", label: "Y")])),
    ])],
    rules: [
        (id: "r", when: All([Is("b", "yes"), Is("d", "x")]), verdict: "strict", text: "R."),
        (id: "o", when: All([]), verdict: "free", text: "O."),
    ],
    verdicts: [
        (id: "strict", title: "Streng", sentence: "Streng.", tone: Stop),
        (id: "free", title: "Vrij", sentence: "Vrij.", tone: Good),
    ],
)"#;

/// `c` is dropped and `e` added, `a` is reworded, `d` has another choice, and the strict rule reads otherwise.
fn newer() -> String {
    let c = r#"(id: "c", label: "C", text: "C?", kind: Text, informative: true)"#;
    let e = r#"(id: "e", label: "E", text: "E?", kind: YesNo, informative: true)"#;
    [
        ("2026.11.0", "2027.01.0"),
        (c, e),
        ("A?", "A nu?"),
        (r#", (id: "y", label: "Y")"#, r#", (id: "z", label: "Z")"#),
        (r#"All([Is("b", "yes"), Is("d", "x")])"#, r#"Any([Is("a", "yes"), Is("d", "x")])"#),
    ]
    .iter()
    .fold(OLDER.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

fn two_versions() -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [("oud.ron", OLDER.to_owned()), ("nieuw.ron", newer())].map(|(name, text)| {
        let file = folder.path().join(name);
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    });
    (folder, old, new)
}

#[test]
fn diff_tells_what_is_otherwise_and_what_becomes_of_answers() {
    let (_folder, old, new) = two_versions();
    let diff = ["questionnaires", "diff", old.as_str(), new.as_str()];
    let along = ["--answers", "-", "--date", "2027-01-02"];
    let answers = br#"{"a": "yes", "b": "no", "c": "iets", "d": "y"}"#;
    let said = say(&[&diff[..], &along, &["--json"]].concat(), answers);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let told = json(&said.out);
    assert_eq!(told["same"], false);
    assert_eq!(told["from"]["version"], "2026.11.0");
    assert_eq!(told["to"]["version"], "2027.01.0");
    assert_eq!(
        told["questions"],
        serde_json::json!({
            "added": ["e"],
            "dropped": ["c"],
            "changed": [{"id": "a", "what": ["words"]}, {"id": "d", "what": ["answers"]}],
            "reordered": false,
        })
    );
    assert_eq!(told["rules"]["changed"], serde_json::json!(["r"]));
    let told = &told["answers"];
    assert_eq!(told["kept"], serde_json::json!(["a", "b"]));
    assert_eq!(told["reread"], serde_json::json!(["a"]));
    assert_eq!(told["lost"], serde_json::json!(["c", "d"]));
    assert_eq!(
        (&told["before"]["verdict"], &told["after"]["verdict"]),
        (&"free".into(), &"strict".into())
    );
    assert_eq!(told["after"]["reasons"][0]["rule"], "r");

    let said = say(&[&diff[..], &along].concat(), answers);
    insta::assert_snapshot!("diff", said.out);
}

#[test]
fn diff_takes_no_answer_along_to_a_question_that_was_not_asked() {
    let (_folder, old, new) = two_versions();
    let diff = ["questionnaires", "diff", old.as_str(), new.as_str(), "--answers", "-", "--json"];
    let said = say(&diff, br#"{"a": "no", "b": "yes", "d": "x"}"#);
    let told = json(&said.out);
    assert_eq!(told["answers"]["kept"], serde_json::json!(["a", "d"]));
    assert_eq!(told["answers"]["lost"], serde_json::json!([]));
}

#[test]
fn diff_of_a_version_with_itself_is_nothing_and_of_two_questionnaires_is_refused() {
    let said = say(&["questionnaires", "diff", "pre-dpia", "pre-dpia", "--json"], b"");
    let told = json(&said.out);
    assert_eq!((said.status, &told["same"]), (0, &true.into()));
    let said = say(&["vragenlijsten", "vergelijk", "pre-dpia", "rol"], b"");
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains("verschillende vragenlijsten"), "{}", said.err);
}
