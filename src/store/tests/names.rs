//! Odd names become plain ones.

use super::super::{
    StoreError,
    names::{is_plain, is_stamp, slug, stamp, variants},
};
use crate::model::Processing;

#[test]
fn whatever_a_person_writes_becomes_a_plain_name() {
    let cases = [
        ("Nieuw ticketsysteem", "nieuw-ticketsysteem"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Users\\x", "c-users-x"),
        ("Café De Zón & co.", "cafe-de-zon-co"),
        ("", "naamloos"),
        (" / . ", "naamloos"),
        ("\u{202e}\u{0}", "naamloos"),
        ("CON", "naam-con"),
        ("nul", "naam-nul"),
        ("Com7", "naam-com7"),
        ("Com10", "com10"),
        ("contract", "contract"),
    ];
    for (text, name) in cases {
        assert_eq!(slug(text), name, "{text:?}");
        assert!(is_plain(&slug(text)));
    }
}

#[test]
fn emoji_and_long_texts_fit() {
    for text in
        ["🎭🎟️".to_owned(), "é".repeat(255), "ab ".repeat(100_000), "日本語の博物館".to_owned()]
    {
        let name = slug(&text);
        assert!((1..=60).contains(&name.len()), "{name}");
        assert!(
            name.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        );
        assert!(!name.starts_with('-') && !name.ends_with('-'), "{name}");
    }
}

#[test]
fn a_taken_name_gets_a_number_and_stays_short() {
    assert_eq!(variants("a").take(3).collect::<Vec<_>>(), ["a", "a-2", "a-3"]);
    let long = slug(&"x".repeat(300));
    let names: Vec<_> = variants(&long).take(12).collect();
    assert!(names.iter().all(|name| name.len() == 60), "{names:?}");
    assert!(names.last().is_some_and(|name| name.ends_with("x-12")));
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for name in
        ["", ".", "..", "a/b", "a\\b", "a:b", "/a", "con", "NUL.txt", "a.", "a\n", &"x".repeat(255)]
    {
        assert!(!is_plain(name), "{name:?}");
    }
    assert!(is_plain("2026-11-22-pre-dpia-nieuw ticketsysteem (2)"));
}

#[test]
fn a_stamp_is_known_by_its_shape() {
    assert_eq!(stamp(super::at("09:05:07")), "2026-11-22-090507");
    assert!(is_stamp("2026-11-22-090507"));
    assert!(!is_stamp("2-2026-11-22-0905"));
    assert!(!is_stamp("2026-11-22-09050"));
}

/// What a person may call a file: the program reads it and keeps it under its name, or says that it cannot; never nothing.
#[test]
fn files_with_any_name_are_read_or_told_and_none_is_mixed_up() {
    let folder = super::folder();
    let shelf = super::open(folder.path());
    // One letter, written in two ways: two files where the file system takes them for two.
    let (composed, apart) = ("caf\u{e9}", "cafe\u{301}");
    let odd = [
        "Verkoop & \u{201e}kaarten\u{201d}",
        "\u{1f39f} kaarten",
        "a'b",
        "$(rm -rf)",
        "-rf",
        "Δοκιμή",
        "x;y",
    ];
    let longest = "n".repeat(196);
    let too_long = "l".repeat(251);
    for name in odd.into_iter().chain([composed, apart, &longest, &too_long]) {
        let entry = Processing { name: name.into(), ..Processing::default() };
        let text = crate::format::print_file(&entry).expect("printed");
        std::fs::write(folder.path().join(format!("verwerkingen/{name}.ron")), text)
            .expect("written");
    }
    let (mut found, warnings) = shelf.processings(super::noon()).expect("listed");
    let told: Vec<String> = warnings.iter().map(|warning| format!("{warning:?}")).collect();
    assert!(found.len() + told.len() >= 10, "{found:?} {told:?}");
    for name in odd.into_iter().chain([longest.as_str()]) {
        assert!(found.iter().any(|entry| entry.id == *name), "{name}: {told:?}");
    }
    for entry in &mut found {
        let path = folder.path().join(format!("verwerkingen/{}.ron", entry.id));
        entry.purpose = "Veranderd".into();
        match shelf.keep_processing(entry) {
            Ok(()) => assert!(std::fs::read_to_string(&path).expect("there").contains("Veranderd")),
            // A name that other platforms do not take is said to be one, and its file stays.
            Err(StoreError::Name { .. }) => {
                assert!(!std::fs::read_to_string(&path).expect("there").contains("Veranderd"));
            }
            Err(other) => panic!("{other}"),
        }
    }
}
