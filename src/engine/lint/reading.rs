//! How hard a text is to read, by two formulas that count.

use super::sentence::{sentences, words};

/// How hard texts are to read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// How many sentences.
    pub sentences: usize,
    /// How many words.
    pub words: usize,
    /// How many syllables, counted as groups of vowels.
    pub syllables: usize,
    /// How many words of more than six letters.
    pub long_words: usize,
}

impl Reading {
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut reading = Self::default();
        for sentence in texts.flat_map(sentences) {
            reading.sentences += 1;
            for word in words(sentence) {
                reading.words += 1;
                reading.syllables += syllables(word);
                let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
                reading.long_words += usize::from(letters > 6);
            }
        }
        reading
    }

    /// Flesch's reading ease for Dutch (Douma, 1960): 206.84 - 0.77 · syllables per 100 words - 0.93 · words a sentence.
    /// 60 and more is plain, below 50 is hard.
    pub fn flesch_douma(&self) -> f64 {
        206.84 - 77.0 * ratio(self.syllables, self.words) - 0.93 * ratio(self.words, self.sentences)
    }

    /// LIX (Björnsson, 1968): words a sentence + long words per 100 words. Below 40 is plain, above 50 is hard.
    pub fn lix(&self) -> f64 {
        ratio(self.words, self.sentences) + 100.0 * ratio(self.long_words, self.words)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

/// The groups of vowels in a word; a diaeresis begins a new one.
fn syllables(word: &str) -> usize {
    let mut groups = 0;
    let mut inside = false;
    for letter in word.to_lowercase().chars() {
        let vowel = "aeiouyáéíóúàèêôûäëïöü".contains(letter);
        if vowel && (!inside || "ëïöü".contains(letter)) {
            groups += 1;
        }
        inside = vowel;
    }
    groups.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels() {
        let cases = [("kat", 1), ("vrijwilliger", 4), ("geïnd", 2), ("nieuwe", 2), ("AVG", 1)];
        for (word, count) in cases {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn plain_words_read_easier() {
        let plain = Reading::of(["De kat zit op de mat. U ziet haar."].into_iter());
        let hard = Reading::of(
            ["Verwerkingsverantwoordelijken documenteren gegevensbeschermingseffectbeoordelingen."]
                .into_iter(),
        );
        assert_eq!((plain.sentences, plain.words), (2, 9));
        assert!((plain.lix() - 4.5).abs() < 1e-9);
        assert!(plain.flesch_douma() > 100.0 && hard.flesch_douma() < 0.0);
        assert!(plain.lix() < hard.lix());
    }
}
