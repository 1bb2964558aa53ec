//! The texts: long sentences and labels, texts that are missing, abbreviations that are not explained.

use super::{
    Field, Finding, LONGEST_LABEL, LONGEST_SENTENCE,
    sentence::{sentences, words},
};
use crate::model::{Questionnaire, Text};
use std::collections::HashSet;

pub(super) fn findings(questionnaire: &Questionnaire) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, question) in questionnaire.questions() {
        let at = &question.id;
        let characters = question.label.chars().count();
        if characters > LONGEST_LABEL {
            findings.push(Finding::LongLabel { at: at.clone(), characters });
        }
        let fields = [
            (Field::Help, question.help.trim().is_empty()),
            (Field::Why, question.why.trim().is_empty()),
            (Field::Sources, question.sources.iter().all(|source| source.trim().is_empty())),
        ];
        let missing = fields.into_iter().filter(|(_, missing)| *missing);
        findings.extend(missing.map(|(field, _)| Finding::Missing { at: at.clone(), field }));
    }
    let texts = texts(questionnaire);
    for text in &texts {
        for sentence in sentences(text.words) {
            let words = words(sentence).count();
            if words > LONGEST_SENTENCE {
                let (at, sentence) = (text.at.clone(), sentence.to_owned());
                findings.push(Finding::LongSentence { at, words, sentence });
            }
        }
    }
    findings.extend(unexplained(&texts));
    findings
}

/// The running texts in the order in which a person meets them.
pub(super) fn texts(questionnaire: &Questionnaire) -> Vec<Text<'_>> {
    questionnaire.texts().into_iter().filter(|text| !text.is_name()).collect()
}

/// Words in capitals that everybody knows.
const KNOWN: [&str; 18] = [
    "DNA", "ID", "ISO", "UWV", "EU", "PDF", "TV", "SMS", "ICT", "IT", "NL", "COM", "USB", "CD",
    "DVD", "OK", "BV", "NV",
];

/// Abbreviations that are not explained by the question, or whatever it is, that uses them first.
fn unexplained(texts: &[Text]) -> Vec<Finding> {
    let mut met: HashSet<&str> = KNOWN.into_iter().collect();
    let mut findings = Vec::new();
    let mut start = 0;
    while let Some(first) = texts.get(start) {
        let own = texts.get(start..).unwrap_or_default();
        let length = own.iter().take_while(|text| text.at == first.at).count();
        let own = own.get(..length).unwrap_or_default();
        for word in own.iter().flat_map(|text| abbreviations(text.words)) {
            if met.insert(word) && !own.iter().any(|text| explains(text.words, word)) {
                let at = first.at.clone();
                findings.push(Finding::Unexplained { at, word: word.to_owned() });
            }
        }
        start += length;
    }
    findings
}

/// Words of two and more capitals, digits among them.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        capitals > 1 && !word.contains(char::is_lowercase) && !is_number(word)
    })
}

/// A Roman number: "hoofdstuk IV".
fn is_number(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether `text` says what `word` is: `WORD (…)`, `… (WORD)`, `WORD is een …`, `WORD … (een …)`, `WORD. Dat is …`.
fn explains(text: &str, word: &str) -> bool {
    let sentences: Vec<&str> = sentences(text).collect();
    sentences.iter().enumerate().any(|(place, sentence)| {
        let next = sentences.get(place + 1).copied().unwrap_or_default();
        let told_next = ["Dat is ", "Dat zijn ", "Dit is ", "Dit zijn "];
        let mut uses = sentence.match_indices(word).peekable();
        let told = uses.peek().is_some() && told_next.iter().any(|told| next.starts_with(told));
        told || uses.any(|(at, _)| explains_at(sentence, at, word))
    })
}

fn explains_at(sentence: &str, at: usize, word: &str) -> bool {
    let before = sentence.get(..at).unwrap_or_default();
    let after = sentence.get(at + word.len()..).unwrap_or_default();
    let opened = before.ends_with('(') && after.starts_with([')', ',', ';', ':']);
    let follows =
        [" (", " is een ", " is de ", " is het ", " betekent", " staat voor", ": ", ", dat is"];
    let later = ["(een ", "(de ", "(het "];
    let called = ["heet ", "heet een ", "heet de ", "heet dat ", "kortweg ", "afgekort ", "kort: "];
    opened
        || follows.iter().any(|words| after.starts_with(words))
        || later.iter().any(|words| after.contains(words))
        || called.iter().any(|words| before.ends_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    #[test]
    fn an_abbreviation_is_explained_where_it_is_first_used() {
        fn text<'a>(at: &'a Id, words: &'a str) -> Text<'a> {
            Text { of: "question", at, field: "help", place: 0, words }
        }
        let [a, b, c, d] = ["a", "b", "c", "d"].map(Id::from);
        let texts = [
            text(&a, "De privacywet (AVG) en de toezichthouder AP, hoofdstuk IV."),
            text(&a, "De AP (Autoriteit Persoonsgegevens) houdt toezicht in de EU."),
            text(&b, "Vraag de FG. Volgens de AVG kan dat."),
            text(&c, "FG is een functionaris. Zie WP248-lijst."),
            text(&d, "Is een DPIA nodig (een onderzoek vooraf)? Bij de PI. Dat is een getal."),
        ];
        let found = unexplained(&texts);
        let expected = [("b", "FG"), ("c", "WP248")];
        let expected =
            expected.map(|(at, word)| Finding::Unexplained { at: at.into(), word: word.into() });
        assert_eq!(found, expected);
    }
}
