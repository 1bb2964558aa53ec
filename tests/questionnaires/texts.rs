//! Every text of a shipped questionnaire can be told apart, and can be printed.

use std::collections::HashSet;
use verantwoord::{format::Library, model::Id, record::Fonts};

#[test]
fn every_text_has_a_key_of_its_own() {
    for id in Library.ids() {
        let edition = Library.get(&Id::from(id)).unwrap();
        let mut keys = HashSet::new();
        for text in edition.questionnaire.texts() {
            assert!(keys.insert(text.key()), "{id}: {}", text.key());
        }
    }
}

#[test]
fn every_character_can_be_printed() {
    let fonts = Fonts::shipped().unwrap();
    for id in Library.ids() {
        let edition = Library.get(&Id::from(id)).unwrap();
        for text in edition.questionnaire.texts() {
            let lacking =
                text.words.chars().find(|c| *c != '\n' && fonts.letter(false, *c).is_none());
            assert_eq!(lacking, None, "{id}: {}", text.key());
        }
    }
}
