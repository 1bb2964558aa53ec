//! What fields of one line must do.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::{LINE_ROOM, LineField, SECRET_ROOM, SecretField};
use crate::tui::widgets::Outcome;
use crate::tui::widgets::prose::{Drawn, ProseStyle};

const PLAIN: KeyModifiers = KeyModifiers::NONE;

fn key(modifiers: KeyModifiers, code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, modifiers)
}

fn control(letter: char) -> KeyEvent {
    key(KeyModifiers::CONTROL, KeyCode::Char(letter))
}

/// The first line of a window `width` wide as it is drawn, and what drawing told.
fn seen(width: u16, draw: impl Fn(Rect, &mut Buffer, &ProseStyle) -> Drawn) -> (String, Drawn) {
    let area = Rect::new(0, 0, width, 2);
    let mut buf = Buffer::empty(area);
    let drawn = draw(area, &mut buf, &ProseStyle::default());
    ((0..width).map(|x| buf[(x, 0)].symbol()).collect(), drawn)
}

fn line(text: &str, width: u16) -> LineField {
    let mut field = LineField::new(text);
    field.fit(width);
    field
}

fn typed(text: &str) -> SecretField {
    let mut field = SecretField::new();
    for c in text.chars() {
        assert_eq!(field.handle(key(PLAIN, KeyCode::Char(c))), Outcome::Changed);
    }
    field
}

#[test]
fn a_long_line_scrolls_sideways() {
    let mut field = line("abcdefghijklmno", 8);
    let (text, drawn) = seen(8, |area, buf, style| field.draw(area, buf, style));
    assert_eq!(text, "ijklmno ");
    let caret = Some(Position { x: 7, y: 0 });
    assert_eq!(drawn, Drawn { caret, before: true, after: false });

    for _ in 0..3 {
        field.handle(key(PLAIN, KeyCode::Left));
    }
    let (text, drawn) = seen(8, |area, buf, style| field.draw(area, buf, style));
    assert_eq!((text.as_str(), drawn.caret), ("ijklmno ", Some(Position { x: 4, y: 0 })));

    field.handle(key(PLAIN, KeyCode::Home));
    let (text, drawn) = seen(8, |area, buf, style| field.draw(area, buf, style));
    assert_eq!(text, "abcdefgh");
    let caret = Some(Position { x: 0, y: 0 });
    assert_eq!(drawn, Drawn { caret, before: false, after: true });
}

#[test]
fn a_line_that_got_shorter_moves_back_into_the_window() {
    let mut field = line("abcdefghijklmno", 8);
    for _ in 0..9 {
        field.handle(key(PLAIN, KeyCode::Backspace));
    }
    let (text, drawn) = seen(8, |area, buf, style| field.draw(area, buf, style));
    assert_eq!((text.as_str(), drawn.before), ("abcdef  ", false));
}

#[test]
fn half_of_a_wide_character_is_left_empty() {
    let field = line("犬犬犬犬", 6);
    let (text, drawn) = seen(6, |area, buf, style| field.draw(area, buf, style));
    assert_eq!((text.as_str(), drawn.caret), (" 犬 犬  ", Some(Position { x: 5, y: 0 })));
}

#[test]
fn keys_of_the_form_are_left_to_it() {
    let mut field = LineField::new("naam");
    let mut secret = typed("geheim");
    for code in [
        KeyCode::Enter,
        KeyCode::Tab,
        KeyCode::Esc,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
    ] {
        assert_eq!(field.handle(key(PLAIN, code)), Outcome::Ignored, "{code:?}");
        assert_eq!(secret.handle(key(PLAIN, code)), Outcome::Ignored, "{code:?}");
    }
    for letter in ['j', 'q', 'c'] {
        assert_eq!(field.handle(control(letter)), Outcome::Ignored);
        assert_eq!(secret.handle(control(letter)), Outcome::Ignored);
    }
    assert_eq!((field.text().as_str(), secret.text()), ("naam", "geheim"));
}

#[test]
fn a_line_edits_as_prose_does() {
    let mut field = LineField::new("Museum Het Dorp");
    field.handle(control('w'));
    assert_eq!(field.text(), "Museum Het ");
    field.handle(control('z'));
    assert_eq!(field.text(), "Museum Het Dorp");
    field.handle(control('y'));
    field.handle(control('a'));
    let (_, drawn) = seen(20, |area, buf, style| field.draw(area, buf, style));
    assert_eq!(drawn.caret, Some(Position { x: 11, y: 0 }));
    field.handle(key(PLAIN, KeyCode::Char('x')));
    assert_eq!(field.text(), "x");
    field.handle(key(PLAIN, KeyCode::Backspace));
    assert!(field.is_empty());
}

#[test]
fn a_selection_in_a_scrolled_line_is_seen() {
    let mut field = line("abcdefghij", 6);
    for _ in 0..3 {
        field.handle(key(KeyModifiers::SHIFT, KeyCode::Left));
    }
    let area = Rect::new(0, 0, 6, 1);
    let mut buf = Buffer::empty(area);
    field.draw(area, &mut buf, &ProseStyle::default());
    let marked = |x| buf[(x, 0)].modifier.contains(Modifier::REVERSED);
    assert_eq!((0..6).map(marked).collect::<Vec<_>>(), [false, false, true, true, true, false]);
}

#[test]
fn a_paste_becomes_one_line_and_stays_within_its_room() {
    let mut field = LineField::new("");
    assert!(!field.paste("\r\nStraat 1\r\n1234 AB\tDorp\n"));
    assert_eq!(field.text(), "Straat 1 1234 AB Dorp");
    assert!(field.paste(&"x".repeat(LINE_ROOM)));
    assert_eq!(field.text().len(), LINE_ROOM);
    assert_eq!(field.handle(key(PLAIN, KeyCode::Char('x'))), Outcome::Full);
}

#[test]
fn a_click_finds_the_character() {
    let area = Rect::new(3, 1, 8, 2);
    let mut field = line("abcdefghijklmno", 8);
    field.click(5, 1, area);
    field.handle(key(PLAIN, KeyCode::Char('|')));
    assert_eq!(field.text(), "abcdefghij|klmno");
    field.click(5, 2, area);
    field.click(11, 1, area);
    field.handle(key(PLAIN, KeyCode::Delete));
    assert_eq!(field.text(), "abcdefghij|lmno", "a click outside the line does nothing");

    let mut secret = typed("abcdef");
    secret.click(5, 1, area);
    secret.handle(key(PLAIN, KeyCode::Delete));
    assert_eq!(secret.text(), "abdef");
    secret.click(10, 1, area);
    secret.handle(key(PLAIN, KeyCode::Backspace));
    assert_eq!(secret.text(), "abde");
}

#[test]
fn a_secret_is_never_seen() {
    let secret = typed("gehe\u{301}im");
    let (text, drawn) = seen(10, |area, buf, style| secret.draw(area, buf, style));
    assert_eq!((text.as_str(), drawn.caret), ("••••••    ", Some(Position { x: 6, y: 0 })));
    assert_eq!(format!("{secret:?}"), "SecretField { .. }");
}

#[test]
fn a_secret_edits_by_character_and_is_wiped_by_word() {
    let mut secret = typed("ab👨‍👩‍👧c");
    secret.handle(key(PLAIN, KeyCode::Left));
    secret.handle(key(PLAIN, KeyCode::Backspace));
    assert_eq!(secret.text(), "abc");
    secret.handle(key(PLAIN, KeyCode::Home));
    secret.handle(key(PLAIN, KeyCode::Delete));
    assert_eq!(secret.handle(key(PLAIN, KeyCode::Left)), Outcome::Moved);
    assert_eq!(secret.handle(key(PLAIN, KeyCode::Backspace)), Outcome::Moved);
    secret.handle(key(PLAIN, KeyCode::End));
    secret.handle(key(PLAIN, KeyCode::Char('d')));
    assert_eq!(secret.text(), "bcd");
    assert_eq!(secret.handle(control('z')), Outcome::Ignored, "nothing of it is kept");
    assert_eq!(secret.handle(control('w')), Outcome::Changed);
    assert!(secret.is_empty());
}

#[test]
fn a_pasted_secret_has_no_line_end_and_never_outgrows_its_room() {
    let mut secret = SecretField::new();
    assert!(!secret.paste("vier losse woorden\r\n"));
    assert_eq!(secret.text(), "vier losse woorden");
    let at = secret.text().as_ptr();
    assert!(secret.paste(&"é".repeat(SECRET_ROOM)));
    assert_eq!(secret.text().len(), SECRET_ROOM);
    assert_eq!(secret.handle(key(PLAIN, KeyCode::Char('x'))), Outcome::Full);
    secret.handle(control('w'));
    secret.paste("nieuw");
    assert_eq!(secret.text().as_ptr(), at, "the text was never moved, so no copy is left behind");
    assert_eq!(*secret.take(), "nieuw");
    assert!(secret.is_empty());
}

proptest! {
    #[test]
    fn the_caret_is_always_in_the_window(
        text in "[a-c 犬\u{301}]{0,30}",
        keys in prop::collection::vec(0_usize..8, 0..40),
        width in 1_u16..12,
    ) {
        let mut field = line(&text, width);
        let codes = [
            KeyCode::Left, KeyCode::Left, KeyCode::Right, KeyCode::Home, KeyCode::End,
            KeyCode::Backspace, KeyCode::Delete, KeyCode::Char('犬'),
        ];
        for nth in keys {
            field.handle(key(PLAIN, codes[nth]));
            let (_, drawn) = seen(width, |area, buf, style| field.draw(area, buf, style));
            prop_assert!(drawn.caret.is_some_and(|caret| caret.x < width));
        }
    }
}
