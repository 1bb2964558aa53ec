//! What keys and pastes do to the text.

use super::super::PROSE_ROOM;
use super::super::history::MEMORY;
use super::*;

const FAMILY: &str = "👨‍👩‍👧";

#[test]
fn backspace_and_delete_take_whole_characters() {
    let mut prose = Prose::new(&format!("cafe\u{301}{FAMILY}"));
    prose.go_to_end();
    press(&mut prose, KeyCode::Backspace);
    assert_eq!(prose.text(), "cafe\u{301}");
    press(&mut prose, KeyCode::Backspace);
    assert_eq!(prose.text(), "caf");
    control(&mut prose, 'z');
    assert_eq!(prose.text(), format!("cafe\u{301}{FAMILY}"));

    let mut prose = field(&format!("{FAMILY}e\u{301}x"), (20, 3), place(0, 0));
    press(&mut prose, KeyCode::Delete);
    assert_eq!(prose.text(), "e\u{301}x");
    press(&mut prose, KeyCode::Delete);
    assert_eq!(prose.text(), "x");
}

#[test]
fn a_mark_typed_after_a_letter_joins_it() {
    let mut prose = field("\u{301}abc", (20, 3), place(0, 0));
    type_in(&mut prose, "e");
    assert_eq!(prose.caret, place(0, 3), "not between the letter and its mark");
    press(&mut prose, KeyCode::Backspace);
    assert_eq!(prose.text(), "abc");
}

#[test]
fn backspace_joins_paragraphs_and_stops_at_the_begin() {
    let mut prose = field("een\ntwee", (20, 3), place(1, 0));
    assert_eq!(press(&mut prose, KeyCode::Backspace), Outcome::Changed);
    assert_eq!((prose.text().as_str(), prose.caret), ("eentwee", place(0, 3)));
    press_with(&mut prose, KeyModifiers::CONTROL, KeyCode::Home);
    assert_eq!(press(&mut prose, KeyCode::Backspace), Outcome::Moved);
    prose.go_to_end();
    assert_eq!(press(&mut prose, KeyCode::Delete), Outcome::Moved);
    assert_eq!(prose.text(), "eentwee");
}

#[test]
fn words_are_taken_away_at_once() {
    for erase in [KeyCode::Backspace, KeyCode::Char('w')] {
        let mut prose = Prose::new("een twee, drie");
        prose.go_to_end();
        press_with(&mut prose, KeyModifiers::CONTROL, erase);
        assert_eq!(prose.text(), "een twee, ");
        press_with(&mut prose, KeyModifiers::CONTROL, erase);
        assert_eq!(prose.text(), "een ");
        control(&mut prose, 'z');
        assert_eq!(prose.text(), "een twee, ");
    }
    let mut prose = Prose::new("een twee");
    press_with(&mut prose, KeyModifiers::CONTROL, KeyCode::Delete);
    assert_eq!(prose.text(), " twee");
    // byte 8 is a plain Backspace in some terminals
    prose.go_to_end();
    control(&mut prose, 'h');
    assert_eq!(prose.text(), " twe");
}

#[test]
fn undo_goes_by_word() {
    let mut prose = Prose::new("");
    type_in(&mut prose, "hallo wereld");
    control(&mut prose, 'z');
    assert_eq!(prose.text(), "hallo ");
    control(&mut prose, 'z');
    assert_eq!(prose.text(), "");
    assert_eq!(control(&mut prose, 'z'), Outcome::Moved);
    control(&mut prose, 'y');
    press_with(&mut prose, KeyModifiers::CONTROL | KeyModifiers::SHIFT, KeyCode::Char('Z'));
    assert_eq!((prose.text().as_str(), prose.caret), ("hallo wereld", place(0, 12)));
    assert_eq!(control(&mut prose, 'y'), Outcome::Moved);
}

#[test]
fn undo_stops_at_a_move_a_paste_and_a_line_end() {
    let mut prose = Prose::new("");
    type_in(&mut prose, "ab");
    press(&mut prose, KeyCode::Left);
    type_in(&mut prose, "x\ny");
    prose.paste("12");
    let mut seen = vec![prose.text()];
    while control(&mut prose, 'z') == Outcome::Changed {
        seen.push(prose.text());
    }
    assert_eq!(seen, ["ax\ny12b", "ax\nyb", "ax\nb", "axb", "ab", ""]);
}

#[test]
fn a_selection_is_replaced_and_undone_with_its_replacement() {
    let mut prose = field("een twee\ndrie", (20, 3), place(0, 4));
    press_with(&mut prose, KeyModifiers::SHIFT, KeyCode::Down);
    assert_eq!(prose.selection(), Some((place(0, 4), place(1, 4))));
    type_in(&mut prose, "x");
    assert_eq!((prose.text().as_str(), prose.caret), ("een x", place(0, 5)));
    control(&mut prose, 'z');
    assert_eq!(prose.text(), "een twee\ndrie");
    control(&mut prose, 'a');
    press(&mut prose, KeyCode::Delete);
    assert!(prose.is_empty());
    control(&mut prose, 'z');
    assert_eq!(prose.text(), "een twee\ndrie");
    assert!(!prose.is_empty());
}

#[test]
fn a_paste_is_made_fit() {
    let table = [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("rood\u{1b}[31m\u{7}", "rood[31m"),
        ("a\u{202e}b\u{2066}c\u{200f}d\u{feff}", "abcd"),
        ("a\u{2028}b\u{85}c\u{b}d", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("\r\r\n", "\n\n"),
    ];
    for (pasted, kept) in table {
        let mut prose = Prose::new("");
        assert!(!prose.paste(pasted));
        assert_eq!(prose.text(), kept, "{pasted:?}");
        assert_eq!(Prose::new(pasted).text(), kept);
    }
}

#[test]
fn a_full_field_says_so_and_never_splits_a_character() {
    let mut prose = Prose::new("");
    assert!(prose.paste(&"é".repeat(PROSE_ROOM)));
    assert_eq!(prose.text().len(), PROSE_ROOM);
    assert_eq!(press(&mut prose, KeyCode::Char('x')), Outcome::Full);
    assert_eq!(press(&mut prose, KeyCode::Enter), Outcome::Full);
    assert!(prose.paste("x"));
    press(&mut prose, KeyCode::Backspace);
    assert_eq!(press(&mut prose, KeyCode::Char('x')), Outcome::Changed);
    assert!(prose.paste(FAMILY), "a family does not fit in one byte");
    assert_eq!(prose.text().len(), PROSE_ROOM - 1);
    control(&mut prose, 'a');
    assert!(!prose.paste("kort"), "what is replaced makes room");
    assert_eq!(prose.text(), "kort");
}

#[test]
fn a_text_that_was_too_long_already_is_kept() {
    let long = "x".repeat(PROSE_ROOM + 10);
    let mut prose = Prose::new(&long);
    assert_eq!(prose.text(), long);
    assert_eq!(press(&mut prose, KeyCode::Char('x')), Outcome::Full);
    assert_eq!(press(&mut prose, KeyCode::Delete), Outcome::Changed);
    assert_eq!(prose.text().len(), PROSE_ROOM + 9);
}

#[test]
fn more_paragraphs_and_columns_than_sixteen_bits_count() {
    let mut prose = field(&"\n".repeat(70_000), (20, 5), place(70_000, 0));
    type_in(&mut prose, "einde");
    assert_eq!(prose.lines()[70_000], "einde");
    assert_eq!(drawn(&prose, 20, 5).0[4].trim_end(), "einde");
    prose.put_caret(place(69_999, 0), false);
    press(&mut prose, KeyCode::Delete);
    assert_eq!(prose.lines().len(), 70_000);
    assert_eq!(prose.lines()[69_999], "einde");
    control(&mut prose, 'z');
    control(&mut prose, 'z');
    assert_eq!(prose.text(), "\n".repeat(70_000));

    let wide = "0123456789".repeat(8_000);
    let mut prose = field(&wide, (20, 5), place(0, 75_005));
    type_in(&mut prose, "x\n");
    assert_eq!(prose.lines()[0].len(), 75_006);
    assert_eq!((&prose.lines()[0][75_003..], &prose.lines()[1][..3]), ("34x", "567"));
    assert_eq!(prose.caret, place(1, 0));
    control(&mut prose, 'z');
    control(&mut prose, 'z');
    assert_eq!((prose.text(), prose.caret), (wide, place(0, 75_005)));
}

#[test]
fn forgotten_history_never_leaves_half_an_edit() {
    let mut prose = Prose::new("begin");
    // each round is two steps: taking away and putting in
    let (rounds, kept) = (MEMORY / 2 + 40, MEMORY / 2);
    for round in 0..rounds {
        control(&mut prose, 'a');
        prose.paste(&round.to_string());
    }
    let last = prose.text();
    let mut undone = 0;
    while control(&mut prose, 'z') == Outcome::Changed {
        undone += 1;
        assert!(prose.text().parse::<usize>().is_ok(), "{:?}", prose.text());
    }
    assert_eq!((undone, prose.text()), (kept, (rounds - 1 - kept).to_string()));
    while control(&mut prose, 'y') == Outcome::Changed {}
    assert_eq!(prose.text(), last);
}

#[test]
fn keys_of_the_screen_are_left_to_it() {
    let mut prose = Prose::new("tekst");
    let control_shift = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
    let keys = [
        (KeyModifiers::NONE, KeyCode::Tab),
        (KeyModifiers::SHIFT, KeyCode::BackTab),
        (KeyModifiers::NONE, KeyCode::Esc),
        (KeyModifiers::NONE, KeyCode::F(8)),
        (KeyModifiers::CONTROL, KeyCode::Char('q')),
        (KeyModifiers::CONTROL, KeyCode::Char('c')),
        (KeyModifiers::CONTROL, KeyCode::Char('p')),
        (KeyModifiers::CONTROL, KeyCode::Enter),
        (control_shift, KeyCode::Char('Q')),
        (KeyModifiers::ALT, KeyCode::Char('x')),
        (KeyModifiers::ALT, KeyCode::Left),
        (KeyModifiers::CONTROL, KeyCode::Up),
    ];
    for (modifiers, code) in keys {
        let outcome = press_with(&mut prose, modifiers, code);
        assert_eq!(outcome, Outcome::Ignored, "{modifiers:?} {code:?}");
    }
    let mut release = KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE);
    release.kind = crossterm::event::KeyEventKind::Release;
    assert_eq!(prose.handle(release), Outcome::Ignored);
    assert_eq!(prose.text(), "tekst");
}

#[test]
fn altgr_and_shift_type_characters_and_a_line_feed_is_a_line_end() {
    let mut prose = Prose::new("");
    let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    press_with(&mut prose, altgr, KeyCode::Char('€'));
    press_with(&mut prose, altgr | KeyModifiers::SHIFT, KeyCode::Char('q'));
    press_with(&mut prose, KeyModifiers::SHIFT, KeyCode::Char('A'));
    control(&mut prose, 'j');
    assert_eq!(press(&mut prose, KeyCode::Char('\u{202e}')), Outcome::Ignored);
    assert_eq!(prose.text(), "€qA\n");
}

#[test]
fn what_was_written_elsewhere_is_one_undo() {
    let mut prose = Prose::new("een\ntwee");
    type_in(&mut prose, "nul ");
    assert!(!prose.rewrite("drie\r\n\r\nvier"));
    assert_eq!(prose.text(), "drie\n\nvier");
    control(&mut prose, 'z');
    assert_eq!(prose.text(), "nul een\ntwee");
    control(&mut prose, 'y');
    assert_eq!(prose.text(), "drie\n\nvier");
    assert!(!prose.rewrite(""), "an empty text is a text");
    assert!(prose.is_empty());
    assert!(prose.rewrite(&"a".repeat(PROSE_ROOM + 1)), "what does not fit is said");
}
