//! Where visual lines end.

use super::super::wrap::wrap;
use super::TEXT;

fn lines(text: &str, width: usize) -> Vec<&str> {
    wrap(text, width).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn lines_end_where_the_rules_of_line_breaking_allow() {
    let table: &[(&str, usize, &[&str])] = &[
        ("", 10, &[""]),
        ("een twee drie", 7, &["een ", "twee ", "drie"]),
        ("een twee drie", 8, &["een twee ", "drie"]),
        ("een twee drie", 9, &["een twee ", "drie"]),
        // the space at the margin hangs, also when there are more
        ("1234567890 abc", 10, &["1234567890 ", "abc"]),
        ("1234567890    abc", 10, &["1234567890    ", "abc"]),
        ("1234567890   ", 10, &["1234567890   "]),
        // punctuation stays with its word
        ("een twee.", 8, &["een ", "twee."]),
        ("zie (bijlage) nu", 9, &["zie ", "(bijlage) ", "nu"]),
        // a word longer than the line is broken, and joins the line it begins on only when it must
        ("abcdefghijkl", 5, &["abcde", "fghij", "kl"]),
        ("ja abcdefghijkl", 5, &["ja ", "abcde", "fghij", "kl"]),
        ("beschrijvingen.", 14, &["beschrijvingen", "."]),
        // after a hyphen in a word, not before one that begins a word
        ("born-digital", 8, &["born-", "digital"]),
        ("zie --taal", 8, &["zie ", "--taal"]),
        // a no-break space holds
        ("op 10\u{a0}km", 7, &["op ", "10\u{a0}km"]),
        // wide characters: two columns each, broken between any two
        ("犬猫鳥", 4, &["犬猫", "鳥"]),
        ("a犬猫", 4, &["a犬", "猫"]),
        ("犬猫", 1, &["犬", "猫"]),
        // marks without width stay with what they are on
        ("abcde\u{301}fg", 5, &["abcde\u{301}", "fg"]),
        ("👨‍👩‍👧👨‍👩‍👧", 3, &["👨‍👩‍👧", "👨‍👩‍👧"]),
        ("a\tb", 5, &["a\t", "b"]),
    ];
    for (text, width, expected) in table {
        assert_eq!(lines(text, *width), *expected, "{text:?} at {width}");
    }
}

#[test]
fn no_line_of_prose_begins_with_a_space_or_a_lone_mark() {
    for width in 20..60 {
        let wrapped = lines(TEXT, width);
        for line in &wrapped[..wrapped.len() - 1] {
            assert!(!line.starts_with([' ', ',', '.', ';', ')']), "{line:?} at {width}");
        }
    }
}
