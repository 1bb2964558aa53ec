//! What is seen.

use ratatui::layout::Position;
use ratatui::style::Modifier;

use super::super::wrap::WRAPPED;
use super::*;

#[test]
fn prose_at_twenty_columns() {
    let prose = field(TEXT, (20, 12), place(0, 30));
    insta::assert_snapshot!(picture(&prose, 20, 12), @r"
    |Wij bewaren de      |
    |collectie, inclusief| caret 15
    |metadata (en 'born- |
    |digital' materiaal),|
    |op een NAS; zie     |
    |www.voorbeeld.nl/   |
    |informatieplan-2027 |
    |voor de Collectie-  |
    |informatieplanproced|
    |urebeschrijvingen.  |
    |                    |
    |                    |
    ");
}

#[test]
fn prose_at_forty_columns() {
    let text = format!("{TEXT}\n\nTweede alinea: 犬と猫, cafe\u{301} en\teen tab.");
    let prose = field(&text, (40, 10), place(2, 18));
    insta::assert_snapshot!(picture(&prose, 40, 10), @r"
    |Wij bewaren de collectie, inclusief     |
    |metadata (en 'born-digital' materiaal), |
    |op een NAS; zie www.voorbeeld.nl/       |
    |informatieplan-2027 voor de Collectie-  |
    |informatieplanprocedurebeschrijvingen.  |
    |                                        |
    |Tweede alinea: 犬と猫, cafe´ en    een   | caret 17
    |tab.                                    |
    |                                        |
    |                                        |
    ");
}

#[test]
fn the_caret_never_leaves_the_area() {
    let mut prose = field("", (10, 3), place(0, 0));
    for c in "1234567890".chars() {
        press(&mut prose, KeyCode::Char(c));
        assert!(drawn(&prose, 10, 3).1.caret.is_some_and(|caret| caret.x < 10));
    }
    press(&mut prose, KeyCode::Char(' '));
    assert_eq!(drawn(&prose, 10, 3).1.caret, Some(Position { x: 9, y: 0 }));
    press(&mut prose, KeyCode::Char('a'));
    assert_eq!(drawn(&prose, 10, 3).1.caret, Some(Position { x: 1, y: 1 }));
}

#[test]
fn the_view_follows_the_caret_and_tells_what_is_hidden() {
    let rows: Vec<String> = (0..20).map(|n| n.to_string()).collect();
    let mut prose = field(&rows.join("\n"), (10, 3), place(0, 0));
    let hidden = |prose: &Prose| {
        let (lines, drawn) = drawn(prose, 10, 3);
        (lines[0].trim_end().to_owned(), drawn.before, drawn.after)
    };
    assert_eq!(hidden(&prose), ("0".into(), false, true));
    for _ in 0..5 {
        press(&mut prose, KeyCode::Down);
    }
    assert_eq!(hidden(&prose), ("3".into(), true, true));
    press(&mut prose, KeyCode::Up);
    assert_eq!(hidden(&prose), ("3".into(), true, true), "no further than needed");
    prose.go_to_end();
    assert_eq!(hidden(&prose), ("17".into(), true, false));
    control(&mut prose, 'w');
    press(&mut prose, KeyCode::Backspace);
    assert_eq!(hidden(&prose), ("16".into(), true, false), "no empty lines below hidden text");
}

#[test]
fn an_area_that_was_not_announced_shows_the_caret_all_the_same() {
    let prose = field(&format!("{TEXT} {TEXT}"), (80, 20), place(0, 180));
    for (width, height) in [(20, 2), (1, 1), (2, 9), (60, 3)] {
        let caret = drawn(&prose, width, height).1.caret.expect("the caret is in view");
        assert!(caret.x < width && caret.y < height);
    }
}

#[test]
fn an_area_outside_the_screen_or_empty_draws_nothing() {
    let prose = Prose::new(TEXT);
    let mut buf = Buffer::empty(Rect::new(0, 0, 10, 4));
    for area in [Rect::new(0, 0, 0, 3), Rect::new(0, 0, 5, 0), Rect::new(20, 20, 5, 5)] {
        assert_eq!(prose.draw(area, &mut buf, &ProseStyle::default()), Drawn::default());
    }
    prose.draw(Rect::new(6, 2, 50, 50), &mut buf, &ProseStyle::default());
    assert_eq!(buf[(6, 2)].symbol(), "W");
}

#[test]
fn the_selection_is_seen_over_lines() {
    let mut prose = field("een twee drie", (9, 3), place(0, 4));
    for _ in 0..7 {
        press_with(&mut prose, KeyModifiers::SHIFT, KeyCode::Right);
    }
    let area = Rect::new(0, 0, 9, 3);
    let mut buf = Buffer::empty(area);
    prose.draw(area, &mut buf, &ProseStyle::default());
    let marked = |y| {
        (0..9)
            .map(|x| if buf[(x, y)].modifier.contains(Modifier::REVERSED) { '#' } else { '.' })
            .collect::<String>()
    };
    assert_eq!([marked(0), marked(1), marked(2)], ["....#####", "##.......", "........."]);
}

#[test]
fn drawing_twice_is_drawing_once() {
    let prose = field(TEXT, (20, 4), place(0, 100));
    assert_eq!(picture(&prose, 20, 4), picture(&prose, 20, 4));
}

/// What a key costs, counted and not timed.
#[test]
fn in_five_thousand_lines_only_what_is_seen_is_wrapped() {
    let text = (1..=5_000).map(|number| format!("{number} map A")).collect::<Vec<_>>().join("\n");
    let mut prose = Prose::new(&text);
    prose.fit(60, 20);
    let mut cost = |code| {
        WRAPPED.set(0);
        press(&mut prose, code);
        picture(&prose, 60, 20);
        WRAPPED.get()
    };
    for (name, code) in [
        ("down", KeyCode::Down),
        ("a letter", KeyCode::Char('x')),
        ("a page", KeyCode::PageDown),
        ("a new line", KeyCode::Enter),
        ("back", KeyCode::Backspace),
        ("up", KeyCode::Up),
    ] {
        let wrapped = cost(code);
        assert!((20..=100).contains(&wrapped), "{name} wraps {wrapped} lines");
    }
}
