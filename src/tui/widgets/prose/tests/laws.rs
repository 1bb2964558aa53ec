//! What holds after any keys on any text.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::super::wrap::wrap;
use super::*;

const PIECES: &str = "[a-cé ,.\\-\n犬\u{301}\u{200d}👨🇳\u{a0}\t]{0,6}";

/// One thing a person can do.
#[derive(Clone, Debug)]
enum Act {
    Key(KeyModifiers, KeyCode),
    Type(String),
    Paste(String),
    Click(u16, u16),
    Fit(u16, u16),
}

fn key() -> impl Strategy<Value = Act> {
    use KeyCode::{Backspace, Delete, Down, End, Home, Left, PageDown, PageUp, Right, Up};
    let keys = [Left, Right, Up, Down, Home, End, PageUp, PageDown, Backspace, Delete];
    let modifiers = [
        KeyModifiers::NONE,
        KeyModifiers::NONE,
        KeyModifiers::SHIFT,
        KeyModifiers::CONTROL,
        KeyModifiers::CONTROL | KeyModifiers::SHIFT,
    ];
    (prop::sample::select(modifiers.to_vec()), prop::sample::select(keys.to_vec()))
        .prop_map(|(modifiers, code)| Act::Key(modifiers, code))
}

fn act() -> impl Strategy<Value = Act> {
    let letters = prop::sample::select(vec!['a', 'w', 'y', 'z', 'z', 'z']);
    prop_oneof![
        6 => key(),
        2 => letters.prop_map(|c| Act::Key(KeyModifiers::CONTROL, KeyCode::Char(c))),
        4 => PIECES.prop_map(|text| Act::Type(text.replace('\t', ""))),
        2 => PIECES.prop_map(Act::Paste),
        1 => (0..40_u16, 0..6_u16).prop_map(|(x, y)| Act::Click(x, y)),
        1 => (1..40_u16, 1..6_u16).prop_map(|(width, height)| Act::Fit(width, height)),
    ]
}

fn perform(prose: &mut Prose, act: &Act) {
    match act {
        Act::Key(modifiers, code) => drop(press_with(prose, *modifiers, *code)),
        Act::Type(text) => type_in(prose, text),
        Act::Paste(text) => drop(prose.paste(text)),
        Act::Click(x, y) => {
            let area = Rect::new(0, 0, width(prose), u16::try_from(prose.height).expect("small"));
            prose.click(*x, *y, area);
        }
        Act::Fit(width, height) => prose.fit(*width, *height),
    }
}

fn width(prose: &Prose) -> u16 {
    u16::try_from(prose.width).expect("small")
}

/// The caret as a byte place in the whole text.
fn offset(prose: &Prose, place: Place) -> usize {
    prose.lines()[..place.row].iter().map(|line| line.len() + 1).sum::<usize>() + place.byte
}

fn sound(prose: &Prose) -> Result<(), TestCaseError> {
    for place in [Some(prose.caret), prose.anchor].into_iter().flatten() {
        let line = &prose.lines()[place.row];
        let mut boundaries = line.grapheme_indices(true).map(|(at, _)| at).chain([line.len()]);
        prop_assert!(boundaries.any(|at| at == place.byte), "{place:?} in {line:?}");
    }
    prop_assert_eq!(prose.bytes, prose.text().len());
    let height = u16::try_from(prose.height).expect("small");
    let caret = drawn(prose, width(prose), height).1.caret;
    prop_assert!(caret.is_some_and(|caret| caret.x < width(prose) && caret.y < height));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn visual_lines_are_the_whole_paragraph_and_fit(
        line in "[a-zé ,.\\-犬\u{301}\u{200d}👨🇳\u{a0}\t\u{200b}]{0,80}",
        width in 1_usize..40,
    ) {
        let wrapped = wrap(&line, width);
        let whole: String = wrapped.iter().map(|range| &line[range.clone()]).collect();
        prop_assert_eq!(&whole, &line);
        let clusters: Vec<usize> = line.grapheme_indices(true).map(|(at, _)| at).collect();
        for (nth, range) in wrapped.iter().enumerate() {
            prop_assert!(nth == 0 || clusters.contains(&range.start), "a cluster is split");
            prop_assert!(wrapped.len() == 1 || !range.is_empty());
            let seen = line[range.clone()].trim_end();
            prop_assert!(seen.replace('\t', "    ").width() <= width.max(4), "{:?}", seen);
        }
    }

    #[test]
    fn undoing_all_is_the_begin_and_redoing_all_the_end(
        text in "[a-c \n犬\u{301}]{0,30}",
        acts in prop::collection::vec(act(), 0..50),
    ) {
        let mut prose = Prose::new(&text);
        prose.fit(12, 3);
        for act in &acts {
            perform(&mut prose, act);
            sound(&prose)?;
        }
        while control(&mut prose, 'y') == Outcome::Changed {}
        let last = (prose.text(), prose.bytes);
        while control(&mut prose, 'z') == Outcome::Changed {
            sound(&prose)?;
        }
        prop_assert_eq!(prose.text(), text);
        while control(&mut prose, 'y') == Outcome::Changed {
            sound(&prose)?;
        }
        prop_assert_eq!((prose.text(), prose.bytes), last);
    }

    #[test]
    fn edits_are_those_of_a_string(
        text in "[a-c \n犬]{0,30}",
        acts in prop::collection::vec(act(), 0..50),
    ) {
        let mut prose = Prose::new(&text);
        prose.fit(12, 3);
        let mut model = text;
        for act in &acts {
            let selected = prose.selection().map(|(from, to)| offset(&prose, from)..offset(&prose, to));
            let caret = offset(&prose, prose.caret);
            let part = selected.clone().unwrap_or(caret..caret);
            perform(&mut prose, act);
            match act {
                Act::Type(typed) if typed.is_empty() => {}
                Act::Paste(new) if !new.is_empty() => model.replace_range(part, new),
                Act::Type(new) if caret_settled(&model, &part, new) => {
                    model.replace_range(part, new);
                }
                Act::Key(KeyModifiers::NONE, KeyCode::Backspace) if selected.is_none() => {
                    let cluster = model[..caret].graphemes(true).next_back().map_or(0, str::len);
                    model.replace_range(caret - cluster..caret, "");
                }
                Act::Key(KeyModifiers::NONE, KeyCode::Delete) if selected.is_none() => {
                    let cluster = model[caret..].graphemes(true).next().map_or(0, str::len);
                    model.replace_range(caret..caret + cluster, "");
                }
                Act::Key(_, KeyCode::Backspace | KeyCode::Delete) if selected.is_some() => {
                    model.replace_range(part, "");
                }
                // Word-wise erasing, undo and typing inside clusters have tests of their own.
                Act::Key(_, KeyCode::Backspace | KeyCode::Delete | KeyCode::Char('w' | 'y' | 'z'))
                | Act::Type(_) => model = prose.text(),
                _ => {}
            }
            prop_assert_eq!(&prose.text(), &model, "after {:?}", act);
        }
    }
}

/// Whether typing `new` one character at a time keeps the caret right behind each of them: not when a mark that
/// follows, or a joiner among them, makes one cluster of them and what comes after.
fn caret_settled(model: &str, part: &std::ops::Range<usize>, new: &str) -> bool {
    let plain = |c: char| !matches!(c, '\u{301}' | '\u{200d}' | '👨' | '🇳');
    let next = model[part.end..].chars().next();
    next.is_none_or(plain) || (new.chars().all(plain) && matches!(next, Some('👨' | '🇳')))
}
