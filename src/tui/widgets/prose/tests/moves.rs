//! Where the caret goes.

use super::*;

const NARROW: (u16, u16) = (10, 4);

#[test]
fn up_and_down_keep_their_column_over_a_short_line() {
    let mut prose = field("aaaaaaaaaa\nb\ncccccccccc", (30, 5), place(0, 8));
    press(&mut prose, KeyCode::Down);
    assert_eq!(prose.caret, place(1, 1));
    press(&mut prose, KeyCode::Down);
    assert_eq!(prose.caret, place(2, 8));
    press(&mut prose, KeyCode::Up);
    press(&mut prose, KeyCode::Up);
    assert_eq!(prose.caret, place(0, 8));
    press(&mut prose, KeyCode::Down);
    press(&mut prose, KeyCode::Left);
    press(&mut prose, KeyCode::Down);
    assert_eq!(prose.caret, place(2, 0), "a step aside sets a new column");
}

#[test]
fn a_goal_of_column_nought_is_kept_too() {
    let mut prose = field("aaa\n犬犬\nccc", (30, 5), place(0, 0));
    press(&mut prose, KeyCode::Down);
    press(&mut prose, KeyCode::Down);
    assert_eq!(prose.caret, place(2, 0));
    let mut prose = field("aaa\n犬犬\nccc", (30, 5), place(0, 1));
    press(&mut prose, KeyCode::Down);
    assert_eq!(prose.caret, place(1, 0), "column 1 is in the first wide character");
    press(&mut prose, KeyCode::Down);
    assert_eq!(prose.caret, place(2, 1));
}

#[test]
fn home_and_end_stay_on_the_visual_line() {
    // "een twee " / "drie vier " / "vijf"
    let mut prose = field("een twee drie vier vijf", NARROW, place(0, 11));
    press(&mut prose, KeyCode::End);
    assert_eq!(prose.caret, place(0, 18), "before the hanging space");
    press(&mut prose, KeyCode::End);
    assert_eq!(prose.caret, place(0, 18));
    press(&mut prose, KeyCode::Home);
    assert_eq!(prose.caret, place(0, 9));
    press(&mut prose, KeyCode::Home);
    assert_eq!(prose.caret, place(0, 9));
    press(&mut prose, KeyCode::Down);
    press(&mut prose, KeyCode::End);
    assert_eq!(prose.caret, place(0, 23), "the paragraph's own end");
    // a word that was broken: the end of the line is before its last character, even one of more bytes
    let mut prose = field("abcdefghiéjkl", NARROW, place(0, 2));
    press(&mut prose, KeyCode::End);
    assert_eq!(prose.caret, place(0, 9));
}

#[test]
fn whole_text_words_and_pages() {
    let text = "een twee, drie\nvier";
    let mut prose = field(text, (40, 3), place(0, 0));
    let mut ends = vec![];
    for _ in 0..5 {
        press_with(&mut prose, KeyModifiers::CONTROL, KeyCode::Right);
        ends.push((prose.caret.row, prose.caret.byte));
    }
    assert_eq!(ends, [(0, 3), (0, 8), (0, 14), (1, 0), (1, 4)]);
    let mut begins = vec![];
    for _ in 0..5 {
        press_with(&mut prose, KeyModifiers::CONTROL, KeyCode::Left);
        begins.push((prose.caret.row, prose.caret.byte));
    }
    assert_eq!(begins, [(1, 0), (0, 14), (0, 10), (0, 4), (0, 0)]);
    press_with(&mut prose, KeyModifiers::CONTROL, KeyCode::End);
    assert_eq!(prose.caret, place(1, 4));

    let rows: Vec<String> = (0..20).map(|n| n.to_string()).collect();
    let mut prose = field(&rows.join("\n"), (40, 5), place(0, 0));
    press(&mut prose, KeyCode::PageDown);
    assert_eq!(prose.caret, place(4, 0));
    press(&mut prose, KeyCode::PageDown);
    press(&mut prose, KeyCode::PageUp);
    assert_eq!(prose.caret, place(4, 0));
    for _ in 0..6 {
        press(&mut prose, KeyCode::PageDown);
    }
    assert_eq!(prose.caret.row, 19);
}

#[test]
fn left_and_right_leave_a_selection_at_its_side() {
    for (key, end) in [(KeyCode::Left, place(0, 1)), (KeyCode::Right, place(0, 3))] {
        let mut prose = field("abcdef", (40, 3), place(0, 1));
        press_with(&mut prose, KeyModifiers::SHIFT, KeyCode::Right);
        press_with(&mut prose, KeyModifiers::SHIFT, KeyCode::Right);
        press(&mut prose, key);
        assert_eq!((prose.caret, prose.selection()), (end, None));
    }
}

#[test]
fn a_click_finds_the_character() {
    let text = "een twee drie vier vijf\n犬犬\ne\u{301}e";
    let area = Rect::new(5, 2, 10, 5);
    let table = [
        ((5, 2), place(0, 0)),
        ((9, 2), place(0, 4)),
        // in the hanging space and right of the text: the end of the line
        ((14, 2), place(0, 8)),
        ((8, 3), place(0, 12)),
        ((14, 4), place(0, 23)),
        // both halves of a wide character
        ((7, 5), place(1, 3)),
        ((8, 5), place(1, 3)),
        ((6, 6), place(2, 3)),
        ((7, 6), place(2, 4)),
    ];
    for ((x, y), expected) in table {
        let mut prose = field(text, (10, 5), place(0, 1));
        prose.click(x, y, area);
        assert_eq!(prose.caret, expected, "{x},{y}");
    }
    for (x, y) in [(4, 2), (15, 2), (5, 1), (5, 7)] {
        let mut prose = field(text, (10, 5), place(0, 1));
        prose.click(x, y, area);
        assert_eq!(prose.caret, place(0, 1), "outside at {x},{y}");
    }
}

#[test]
fn a_click_below_the_text_and_in_a_scrolled_text() {
    let mut prose = field("een\ntwee", (10, 5), place(0, 0));
    prose.click(2, 4, Rect::new(0, 0, 10, 5));
    assert_eq!(prose.caret, place(1, 2));
    let rows: Vec<String> = (0..20).map(|n| n.to_string()).collect();
    let mut prose = field(&rows.join("\n"), (10, 5), place(12, 0));
    prose.click(0, 0, Rect::new(0, 0, 10, 5));
    assert_eq!(prose.caret, place(8, 0));
}
