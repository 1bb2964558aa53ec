//! Pages as text and as places: nothing missing, nothing outside, nothing alone.

use proptest::prelude::*;

use super::grid::{LEFT, RIGHT, TEXT_LEFT};
use super::{AreaKind, Ink, LayoutError, Owner, Pages, Part, Role, Run, layout};
use crate::record::document::{Answer, Block, Column, Document, Fact, Table, Text};
use crate::record::fonts::Fonts;
use crate::record::sample;
use crate::record::visible::visible;

fn set(document: &Document) -> Pages {
    layout(document, Fonts::shipped().unwrap()).unwrap()
}

fn of(blocks: Vec<Block>) -> Pages {
    set(&sample::of(blocks))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Right end of each text on a page, with the text.
fn ends(pages: &Pages, fonts: &Fonts) -> Vec<(f32, String)> {
    let width = |run: &Run, size: f32| {
        let letters: Vec<char> = run.text.trim_end().chars().collect();
        let advance: f32 = letters.iter().map(|one| fonts.advance(run.letter, *one)).sum();
        let kern: f32 =
            letters.windows(2).map(|pair| fonts.kern(run.letter, pair[0], pair[1])).sum();
        (advance + kern) * size / 1000.0
    };
    let mut ends = Vec::new();
    for ink in pages.sheets.iter().flat_map(|sheet| &sheet.passages).flat_map(|all| &all.inks) {
        if let Ink::Text { x, size, runs, .. } = ink {
            let text: String = runs.iter().map(|run| run.text.as_str()).collect();
            ends.push((x + runs.iter().map(|run| width(run, *size)).sum::<f32>(), text));
        }
    }
    ends
}

#[test]
fn every_word_of_the_document_is_read_in_its_order() {
    let document = sample::record();
    let read = squeezed(&set(&document).reading().concat());
    let mut at = 0;
    for said in sample::strings(&document.blocks) {
        let said = squeezed(&visible(&said));
        let found = read[at..].find(&said);
        assert!(found.is_some(), "not found after {}: {said}", &read[..at]);
        at += found.unwrap() + said.len();
    }
}

#[test]
fn each_page_as_text_has_its_own_words() {
    let sheets = set(&sample::record()).sheets_as_text();
    assert!(sheets.len() >= 5);
    // A heading stands after an empty line, and a name, a mark or a cell on the line of what follows.
    assert!(sheets[0].starts_with("Verslag van een pre-DPIA\n\nNieuw kaartverkoopsysteem"));
    assert!(
        sheets[0].contains("\nInstelling: Stichting Museum De Blauwe Engel, Gouda\nVerwerking: ")
    );
    assert!(sheets[0].contains("\n1. "), "{}", sheets[0]);
    let verdict = sample::record().blocks.into_iter().find_map(|block| match block {
        Block::Verdict(verdict) => Some(verdict.label),
        _ => None,
    });
    assert!(sheets[0].contains(&format!("\n\n{}\n", verdict.unwrap())), "{}", sheets[0]);
    assert!(sheets.concat().contains(" · "), "a table");
    assert!(sheets.iter().all(|sheet| !sheet.contains(" van 6")), "a page number is no text");
}

#[test]
fn the_first_page_has_verdict_reasons_actions_and_signatures() {
    let pages = set(&sample::record());
    let first = &pages.sheets_as_text()[0];
    for words in ["Een DPIA is verplicht", "Kwetsbare mensen", "Voer een DPIA uit", "van ’t Hek"]
    {
        assert!(first.contains(words), "{words}");
    }
    let signed =
        |area: &&super::Area| area.sheet == 0 && matches!(area.kind, AreaKind::Signature { .. });
    let fields: Vec<_> = pages.areas.iter().filter(signed).collect();
    assert_eq!(fields.len(), 2);
    for field in fields {
        let [left, top, right, bottom] = field.bounds;
        assert!(right - left >= 220.0 && bottom - top >= 74.0, "{:?}", field.bounds);
    }
}

#[test]
fn nothing_stands_outside_the_measure() {
    let fonts = Fonts::shipped().unwrap();
    let mut document = sample::record();
    document.title = sample::LONG_WORD.repeat(3);
    document.author = "Stichting ".repeat(30);
    document.identifier = sample::HASH.repeat(4);
    for (end, text) in ends(&set(&document), fonts) {
        assert!(end <= RIGHT + 0.5, "{text} ends at {end}");
    }
}

#[test]
fn a_word_that_no_line_can_hold_is_broken_and_complete() {
    let pages = of(vec![
        Block::Paragraph(sample::LONG_URL.into()),
        Block::Paragraph(sample::LONG_WORD.repeat(20).into()),
    ]);
    assert_eq!(pages.reading(), [sample::LONG_URL.to_owned(), sample::LONG_WORD.repeat(20)]);
    let fonts = Fonts::shipped().unwrap();
    assert!(ends(&pages, fonts).iter().all(|(end, _)| *end <= RIGHT + 0.5));
}

#[test]
fn a_character_without_glyph_is_an_error_that_names_it() {
    let fonts = Fonts::shipped().unwrap();
    let document = sample::of(vec![Block::Paragraph("Groet van 漢 en de rest".into())]);
    let error = layout(&document, fonts).unwrap_err();
    let context = "Groet van 漢 en de rest".to_owned();
    assert_eq!(error, LayoutError::Glyph { character: '漢', context });
    assert!(error.to_string().contains("U+6F22"), "{error}");
}

#[test]
fn symbols_come_from_another_font() {
    let pages = of(vec![Block::Paragraph("ja ✓ nee ☐ 3 ≥ 2 → door".into())]);
    assert_eq!(pages.reading(), ["ja ✓ nee ☐ 3 ≥ 2 → door"]);
}

#[test]
fn hidden_characters_are_shown() {
    let pages = of(vec![Block::Paragraph("a\u{202E}b\u{200B}c\u{7}d\u{2066}e\u{FEFF}f".into())]);
    let shown = "a‹U+202E›b‹U+200B›c‹U+0007›d‹U+2066›e‹U+FEFF›f";
    assert_eq!(pages.reading(), [shown]);
}

#[test]
fn line_ends_become_lines() {
    let pages = of(vec![Block::Paragraph("een\r\ntwee\rdrie\nvier\u{2028}vijf\n\n".into())]);
    let inks = &pages.sheets[0].passages[1].inks;
    assert_eq!(inks.len(), 5, "trailing line ends add nothing");
    assert_eq!(pages.reading(), ["een twee drie vier vijf"]);
}

#[test]
fn a_heading_never_stands_last_on_a_page() {
    for lines in 0..70 {
        let mut blocks = vec![Block::Paragraph("regel\n".repeat(lines).into())];
        for level in 1..=3 {
            blocks.push(Block::Heading { level, text: format!("Kop {level}") });
        }
        let follows: [Block; 4] = [
            Block::Paragraph("Tekst. ".repeat(80).into()),
            Block::Answer(Answer { answer: "Ja. ".repeat(400).into(), ..Answer::default() }),
            table(9, "kort"),
            Block::Facts(vec![Fact::new("Woord", "betekenis")]),
        ];
        blocks.push(follows[lines % 4].clone());
        let pages = of(blocks);
        for sheet in &pages.sheets {
            let last = sheet.passages.iter().rev().find_map(|passage| match passage.owner {
                Owner::Element(element) => Some(pages.tree[element].role),
                Owner::Artifact => None,
            });
            assert!(!matches!(last, Some(Role::Heading(_))), "{lines} lines before");
        }
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    for before in 0..60 {
        let blocks = vec![
            Block::Paragraph("regel\n".repeat(before).into()),
            Block::Paragraph("Dit is een zin van een paar woorden. ".repeat(30).into()),
        ];
        let pages = of(blocks);
        for element in pages.tree.iter().filter(|element| element.parts.len() > 1) {
            for part in &element.parts {
                if let Part::Passage(sheet, place) = *part {
                    let inks = &pages.sheets[sheet].passages[place].inks;
                    assert!(inks.len() >= 2, "{before} lines before");
                }
            }
        }
    }
}

fn table(rows: usize, text: &str) -> Block {
    Block::Table(Table {
        caption: "Lijst".into(),
        columns: vec![Column::new("Nummer", 1.0), Column::new("Inhoud", 4.0)],
        rows: (0..rows).map(|row| vec![format!("r{row}").into(), text.into()]).collect(),
        row_headings: true,
    })
}

#[test]
fn a_tables_head_comes_back_on_every_page_but_is_read_once() {
    let pages = of(vec![table(120, "iets")]);
    assert!(pages.sheets.len() > 2);
    for sheet in &pages.sheets[1..] {
        let repeated = sheet.passages[..3]
            .iter()
            .filter(|passage| passage.owner == Owner::Artifact)
            .map(super::Passage::words)
            .collect::<String>();
        assert_eq!(repeated, "Lijst Nummer Inhoud ");
    }
    let read = pages.reading();
    assert_eq!(read.iter().filter(|text| *text == "Nummer").count(), 1);
    assert_eq!(read.len(), 1 + 2 + 240);
}

#[test]
fn a_row_higher_than_a_page_goes_on_over_the_page() {
    let text = "Een lange toelichting die maar niet ophoudt. ".repeat(250);
    let pages = of(vec![table(2, &text)]);
    assert!(pages.sheets.len() > 3);
    assert_eq!(pages.reading()[4], text.trim_end());
}

#[test]
fn a_table_that_does_not_fit_its_columns_is_an_error() {
    let Block::Table(table) = table(1, "iets") else { panic!("no table") };
    let mut long = table.clone();
    long.rows[0].push("te veel".into());
    let mut narrow = table.clone();
    narrow.columns[0].share = 0.0;
    let none = Table { columns: Vec::new(), rows: vec![Vec::new()], ..table };
    for wrong in [long, narrow, none] {
        let document = sample::of(vec![Block::Table(wrong)]);
        let error = layout(&document, Fonts::shipped().unwrap()).unwrap_err();
        assert_eq!(error, LayoutError::Table { caption: "Lijst".into() });
    }
}

#[test]
fn a_question_stays_with_its_answer() {
    let answer = |number: usize| {
        Block::Answer(Answer {
            number: number.to_string(),
            question: "Welke vraag is dit?".into(),
            answer: format!("antwoord {number}").into(),
            notes: vec![Fact::new("Notitie", "Iets erbij")],
            source: Some("Art. 5 AVG".into()),
        })
    };
    let pages = of((0..60).map(answer).collect());
    assert!(pages.sheets.len() > 3);
    for sheet in pages.sheets_as_text() {
        let count = |words: &str| sheet.matches(words).count();
        assert_eq!(count("Welke vraag"), count("Art. 5 AVG"));
        assert_eq!(count("Welke vraag"), count("antwoord"));
    }
}

#[test]
fn a_link_is_an_area_on_each_line_it_runs_over() {
    let words = "een heel lange beschrijving van waar deze verwijzing heen gaat, over meer dan één regel tekst heen";
    let text = Text::new().plain("Zie ").link(words, "https://example.org/").plain(".");
    let pages = of(vec![Block::Paragraph(text)]);
    assert_eq!(pages.areas.len(), 2);
    assert_eq!(pages.reading(), [format!("Zie {words}.")]);
    let link = pages.areas[0].element;
    assert_eq!(pages.tree[link].role, Role::Link);
    assert!(pages.tree[link].parts.contains(&Part::Area(1)));
}

#[test]
fn headings_are_bookmarks_and_skip_no_level() {
    let pages = of(vec![
        Block::Heading { level: 3, text: "eerst".into() },
        Block::Heading { level: 1, text: "een".into() },
        Block::Heading { level: 3, text: "diep".into() },
    ]);
    let bookmarks: Vec<_> =
        pages.bookmarks.iter().map(|mark| (mark.level, mark.title.as_str())).collect();
    assert_eq!(bookmarks, [(3, "eerst"), (1, "een"), (3, "diep")]);
    let roles = pages.tree.iter().map(|element| element.role);
    let levels: Vec<_> = roles.filter(|role| matches!(role, Role::Heading(_))).collect();
    assert_eq!(levels, [Role::Heading(1), Role::Heading(1), Role::Heading(2)]);
}

#[test]
fn a_short_heading_stands_beside_its_text_and_a_long_one_above() {
    let heading = |text: &str| Block::Heading { level: 2, text: text.into() };
    let baseline = |pages: &Pages, words: &str| {
        let inks = pages.sheets[0].passages.iter().flat_map(|passage| &passage.inks);
        let found = inks.filter_map(|ink| match ink {
            Ink::Text { x, y, runs, .. } if runs[0].text.starts_with(words) => Some((*x, *y)),
            _ => None,
        });
        found.collect::<Vec<_>>().pop().unwrap()
    };
    let short = of(vec![heading("Redenen"), Block::Paragraph("Tekst".into())]);
    let ((x, y), (text_x, text_y)) = (baseline(&short, "Redenen"), baseline(&short, "Tekst"));
    assert!((y - text_y).abs() < 0.01 && x < text_x);
    let long = of(vec![heading(&"Redenen genoeg ".repeat(9)), Block::Paragraph("Tekst".into())]);
    assert!(baseline(&long, "Redenen").1 < baseline(&long, "Tekst").1);
    let (x, _) = baseline(&long, "Tekst");
    assert!((x - TEXT_LEFT).abs() < 0.01);
}

#[test]
fn a_page_break_starts_a_page_and_an_empty_document_has_one() {
    let paragraph = || Block::Paragraph("tekst".into());
    assert_eq!(of(vec![paragraph(), Block::PageBreak, paragraph()]).sheets.len(), 2);
    assert_eq!(of(vec![paragraph(), Block::PageBreak]).sheets.len(), 1);
    assert_eq!(of(Vec::new()).sheets.len(), 1);
}

#[test]
fn pages_are_numbered_and_carry_the_short_hash() {
    let pages = set(&sample::record());
    let count = pages.sheets.len();
    for (index, sheet) in pages.sheets.iter().enumerate() {
        let footer = sheet.passages.last().unwrap();
        assert_eq!(footer.owner, Owner::Artifact);
        let words = footer.words();
        assert!(
            words.starts_with(&format!("Verslag 3f9a 21c4 {} van {count}", index + 1)),
            "{words}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed: it is all there, and it all stands between the margins.
    #[test]
    fn any_text_is_set_whole_and_within_the_measure(
        text in r"[a-zA-Zà-ÿĀ-ž0-9 .,;:/?&=%€–—„”’✓☐\-\n\t]{0,600}",
        label in "[A-Za-z ]{0,60}",
    ) {
        let fonts = Fonts::shipped().unwrap();
        let fact = Fact::new(label.clone(), text.as_str());
        let blocks = vec![
            Block::Paragraph(text.as_str().into()),
            Block::Facts(vec![fact]),
            table(1, &text),
        ];
        let pages = layout(&sample::of(blocks), fonts).unwrap();
        let read = squeezed(&pages.reading().concat());
        let text = squeezed(&text);
        let expected = format!("{text}{}{text}LijstNummerInhoudr0{text}", squeezed(&label));
        prop_assert_eq!(read, expected);
        for (end, words) in ends(&pages, fonts) {
            prop_assert!((LEFT..=RIGHT + 0.5).contains(&end), "{} ends at {}", words, end);
        }
    }
}

#[test]
fn the_name_of_a_file_is_broken_behind_a_joint() {
    let name = "2026-11-23-pre-dpia-nieuw-ticketsysteem-met-bezoekersprofielen-v2.pdf";
    let digits = sample::HASH.to_owned();
    let pages = of(vec![Block::Fingerprint { label: name.to_owned(), digits }]);
    let fonts = Fonts::shipped().unwrap();
    let parts: Vec<String> = ends(&pages, fonts)
        .into_iter()
        .map(|(_, text)| text)
        .skip_while(|text| !name.starts_with(text.trim_end()))
        .take_while(|text| name.contains(text.trim_end()))
        .collect();
    assert!(parts.len() > 1, "{parts:?}");
    assert_eq!(parts.concat().trim_end(), name);
    for part in &parts[..parts.len() - 1] {
        assert!(part.ends_with(['-', '.']), "{parts:?}");
    }
}

#[test]
fn facts_are_not_left_alone_by_a_page_end() {
    let heading = || Block::Heading { level: 2, text: "Verwerking".to_owned() };
    let facts = || (0..9).map(|number| Fact::new(format!("Veld {number}"), "Waarde")).collect();
    for filled in 20..60 {
        let mut blocks = lines(filled);
        blocks.extend([heading(), Block::Facts(facts())]);
        for sheet in of(blocks).sheets_as_text() {
            let stand = sheet.matches("Waarde").count();
            let alone = sheet.contains("Verwerking") && stand < 3 || stand == 1;
            assert!(!alone, "after {filled} lines: {sheet}");
        }
    }
}

/// So many lines, to begin anywhere on a page.
fn lines(count: usize) -> Vec<Block> {
    (0..count).map(|line| Block::Paragraph(Text::from(format!("Regel {line}.")))).collect()
}

#[test]
fn what_opens_a_part_stays_with_it() {
    for filled in 20..60 {
        let mut blocks = lines(filled);
        let heading = |level, text: &str| Block::Heading { level, text: text.to_owned() };
        blocks.extend([heading(1, "Vragen"), Block::Paragraph("Er zijn 2 vragen.".into())]);
        blocks.extend([heading(2, "Begin"), table(3, "kort")]);
        let pages = of(blocks).sheets_as_text();
        let opening = pages.iter().find(|page| page.contains("Er zijn 2 vragen.")).unwrap();
        assert!(opening.contains("Begin") && opening.contains("kort"), "after {filled} lines");
    }
}

#[test]
fn no_last_page_has_only_a_line_or_two() {
    for filled in 20..60 {
        let mut blocks = lines(filled);
        blocks.push(Block::Heading { level: 2, text: "Wat dit is".to_owned() });
        blocks.extend(["Een.", "Twee.", "Drie."].map(|text| Block::Paragraph(text.into())));
        let pages = of(blocks).sheets_as_text();
        let last = pages.last().unwrap();
        assert!(last.contains("Wat dit is") && last.contains("Een."), "after {filled} lines");
    }
}
