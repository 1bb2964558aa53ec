//! How easily a passphrase is guessed, and one that is not.

use super::Secret;
use crate::model::Organisation;
use std::sync::LazyLock;
use zeroize::Zeroizing;
use zxcvbn::feedback::{Suggestion, Warning};

/// The shortest passphrase that is taken, in characters.
pub const SHORTEST: usize = 12;

/// So many guesses are too few, as a power of ten. One guess takes some tenths of a second and 128 MiB of memory.
const WEAK: f64 = 10.0;
/// So many guesses are plenty, as a power of ten.
const STRONG: f64 = 13.0;

/// How many words are proposed.
const PROPOSED: usize = 5;

/// Words that can be remembered and typed without an accent, one a line.
static WORDS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("../../assets/woorden.txt").lines().collect());

/// Words that whoever guesses Dutch passphrases tries first.
const COMMON: &str = "de het een en van ik je dat dit die in is niet op te zijn voor met er maar om hem ook als dan zij bij \
    nog aan wel kan mijn heeft deze uit naar al jij meer wat zo over hier waar geen hij was wij ons onze uw haar worden \
    goed goede lang lange groot grote klein kleine mooi mooie nieuw nieuwe oud oude veilig veilige echt echte zin \
    wachtzin wachtwoord geheim geheime geheimen sleutel welkom welkom01 hallo test proef voorbeeld museum theater \
    bibliotheek archief festival volksuniversiteit kunst cultuur nederland holland amsterdam rotterdam utrecht privacy \
    gegevens verantwoord maandag dinsdag woensdag donderdag vrijdag zaterdag zondag februari oktober december";

/// How easily a passphrase is guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Too easily: it is not taken.
    Weak,
    /// Not easily.
    Fair,
    /// Not at all.
    Strong,
}

/// What makes a passphrase better, or what makes this one weak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// It has too few characters.
    Short,
    /// It is among the passwords that everybody uses.
    Common,
    /// It follows the keyboard or the alphabet.
    Sequence,
    /// It says the same thing again.
    Repeated,
    /// It holds a date, a year, or a name.
    Personal,
    /// Other letters do not help: capitals, digits for letters, words turned round.
    Disguised,
    /// A few more words help.
    MoreWords,
}

/// What is to be said of a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// How easily it is guessed.
    pub strength: Strength,
    /// What would help most; none if it needs no help.
    pub advice: Option<Advice>,
}

/// What everybody knows of an institution and so of whoever works there.
pub fn known_of(organisation: &Organisation) -> Vec<&str> {
    let Organisation { name, sector, departments, contact, coordinator, dpo, .. } = organisation;
    let whole = [name, sector, contact, coordinator, dpo].into_iter().chain(departments);
    whole.map(String::as_str).filter(|text| !text.is_empty()).collect()
}

/// Judges a passphrase. `known` is what everybody knows of its owner, such as a name, the institution and an e-mail address: none of
/// that counts.
pub fn judge(passphrase: &str, known: &[&str]) -> Judgement {
    let own = own_words(known);
    let rest = without(passphrase, &own);
    let mut tried: Vec<&str> = own.iter().map(String::as_str).collect();
    tried.extend(COMMON.split_whitespace());
    tried.extend(WORDS.iter());
    // What stands between words is a space or a dash: whoever guesses words knows that.
    let joined = Zeroizing::new(rest.replace([' ', '-', '_', '.', ','], ""));
    let (found, bare) = (zxcvbn::zxcvbn(&rest, &tried), zxcvbn::zxcvbn(&joined, &tried));
    let found = if guesses(&bare) < guesses(&found) { bare } else { found };
    let strength = match guesses(&found) {
        _ if passphrase.chars().count() < SHORTEST => Strength::Weak,
        guesses if guesses < WEAK => Strength::Weak,
        guesses if guesses < STRONG => Strength::Fair,
        _ => Strength::Strong,
    };
    let advice = match found.feedback() {
        // It is the own words that make it look longer than it is.
        _ if strength == Strength::Weak && rest.len() < passphrase.len() => Some(Advice::Personal),
        _ if strength > Strength::Weak => None,
        Some(feedback) => feedback
            .warning()
            .map(explained)
            .or_else(|| feedback.suggestions().iter().find_map(|one| suggested(*one))),
        None => None,
    };
    let advice = advice.or((strength == Strength::Weak).then_some(Advice::MoreWords));
    let short = passphrase.chars().count() < SHORTEST;
    Judgement { strength, advice: if short { Some(Advice::Short) } else { advice } }
}

/// So many guesses it takes, as a power of ten: of each part its place among what is tried first, in any order. zxcvbn itself adds a
/// lot for every further part, however common; that is for those who guess letters, and not for those who guess words.
#[expect(clippy::cast_precision_loss, reason = "a power of ten, roughly")]
fn guesses(found: &zxcvbn::Entropy) -> f64 {
    let parts = found.sequence();
    let logarithm = |number: u64| (number as f64).log10();
    let places: f64 =
        parts.iter().map(|part| logarithm(part.guesses.unwrap_or(u64::MAX).max(1))).sum();
    let orders: f64 = (1..=parts.len()).map(|part| logarithm(part as u64)).sum();
    (places + orders).min(found.guesses_log10())
}

/// The words that everybody knows, in small letters: each by itself, and those of one text written together. The longest come first.
fn own_words(known: &[&str]) -> Vec<String> {
    let mut own = Vec::new();
    for text in known {
        let lower = text.to_lowercase();
        let parts = lower.split(|letter: char| !letter.is_alphanumeric());
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        own.push(parts.concat());
        own.extend(parts.into_iter().map(str::to_owned));
    }
    // Shorter ones are parts of other words.
    own.retain(|word| word.chars().count() >= LEAST_OWN);
    own.sort_by_key(|word| std::cmp::Reverse(word.len()));
    own.dedup();
    own
}

/// A known word of fewer letters is also a part of words that nobody knows.
const LEAST_OWN: usize = 3;
/// From so many letters on a known word does not count inside another word either.
const WITHIN: usize = 5;

/// What is left of a passphrase without the words that everybody knows, forwards and backwards.
fn without(passphrase: &str, own: &[String]) -> Zeroizing<String> {
    let mut rest = Zeroizing::new(passphrase.to_lowercase());
    let mut gone = false;
    for word in own {
        for word in [word.clone(), word.chars().rev().collect()] {
            while let Some(at) = found(&rest, &word) {
                rest.replace_range(at..at + word.len(), "");
                gone = true;
            }
        }
    }
    // Capitals count a little, where nothing was left out.
    if gone { rest } else { Zeroizing::new(passphrase.to_owned()) }
}

/// Where `word` stands: as a word of its own, or anywhere if it is long.
fn found(text: &str, word: &str) -> Option<usize> {
    let anywhere = word.chars().count() >= WITHIN;
    let edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphabetic());
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        anywhere || (edge(before) && edge(after))
    })
}

fn explained(warning: Warning) -> Advice {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess
        | Warning::SequencesLikeAbcAreEasyToGuess => Advice::Sequence,
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Advice::Repeated,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => Advice::Common,
        Warning::RecentYearsAreEasyToGuess
        | Warning::DatesAreOftenEasyToGuess
        | Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Advice::Personal,
        Warning::AWordByItselfIsEasyToGuess => Advice::MoreWords,
    }
}

fn suggested(suggestion: Suggestion) -> Option<Advice> {
    match suggestion {
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase
        | Suggestion::ReversedWordsArentMuchHarderToGuess
        | Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Some(Advice::Disguised),
        Suggestion::AvoidRepeatedWordsAndCharacters => Some(Advice::Repeated),
        Suggestion::AvoidSequences => Some(Advice::Sequence),
        Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou
        | Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => Some(Advice::Personal),
        _ => None,
    }
}

/// Words that have nothing to do with each other, and are not easily guessed together, with dashes between them. `draw` gives a random number
/// below the one it is given.
pub fn proposal(mut draw: impl FnMut(usize) -> usize) -> Secret {
    loop {
        let mut text = Zeroizing::new(String::with_capacity(64));
        for place in 0..PROPOSED {
            if place > 0 {
                text.push('-');
            }
            text.push_str(WORDS[draw(WORDS.len()) % WORDS.len()]);
        }
        // The same word may come up twice; then others are drawn.
        if judge(&text, &[]).strength > Strength::Weak {
            return Secret(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_words_are_many_plain_and_different() {
        let words: BTreeSet<_> = WORDS.iter().collect();
        assert_eq!(words.len(), WORDS.len());
        assert!(words.len() >= 800, "{}", words.len());
        let plain = |word: &&str| word.bytes().all(|letter| letter.is_ascii_lowercase());
        assert!(WORDS.iter().all(plain));
    }

    #[test]
    fn what_people_think_of_first_is_refused_with_a_reason() {
        for (passphrase, advice) in [
            ("kort", Advice::Short),
            ("welkom123456", Advice::Common),
            ("qwertyuiopas", Advice::Common),
            ("aaaaaaaaaaaaaa", Advice::Repeated),
            ("museummuseummuseum", Advice::Repeated),
        ] {
            let judged = judge(passphrase, &[]);
            assert_eq!(
                (judged.strength, judged.advice),
                (Strength::Weak, Some(advice)),
                "{passphrase}"
            );
        }
    }

    #[test]
    fn words_that_have_nothing_to_do_with_each_other_are_taken() {
        for passphrase in [
            "kaars molen tapijt zebra",
            "paars fietspad huilt zacht maandagen",
            "Tr0ub4dor&3-xkcd-9",
        ] {
            let judged = judge(passphrase, &["Vera Vos"]);
            assert!(judged.strength > Strength::Weak, "{passphrase}: {judged:?}");
            assert_eq!(judged.advice, None, "{passphrase}");
        }
    }

    #[test]
    fn what_everybody_knows_of_the_owner_counts_nothing() {
        let house = Organisation {
            name: "Museum De Linde".into(),
            contact: "privacy@delinde-zutphen.nl".into(),
            coordinator: "Mïa van der Kolk".into(),
            ..Organisation::default()
        };
        let mut known = vec!["Vera Visser-Bakker", "directeur"];
        known.extend(known_of(&house));
        for passphrase in [
            "vera visser bakker linde",
            "Vera Visser Bakker Linde!",
            "VeraVisserBakkerLinde2026",
            "delinde-zutphen-privacy-vera",
            "museumdelinde directeur vera",
            "mïa kolk vera visser museum",
            "ressiv rekkab ednil areV",
        ] {
            let judged = judge(passphrase, &known);
            let weak = (judged.strength, judged.advice);
            assert_eq!(weak, (Strength::Weak, Some(Advice::Personal)), "{passphrase}");
        }
        // A name does no harm where enough is said besides.
        let judged = judge("vera knipt elke vrijdag zeven cactussen", &known);
        assert!(judged.strength > Strength::Weak, "{judged:?}");
        assert_eq!(without("verandering", &own_words(&["Vera"])).as_str(), "verandering");
    }

    #[test]
    fn a_sentence_of_common_words_is_weak_and_a_real_one_is_good() {
        for passphrase in ["een goede zin", "mijn geheime sleutel", "een nieuw wachtwoord"] {
            assert_eq!(judge(passphrase, &[]).strength, Strength::Weak, "{passphrase}");
        }
        for passphrase in
            ["onze poes slaapt graag op de vensterbank", "in maart snoeit Kees de appelbomen"]
        {
            assert_eq!(judge(passphrase, &[]).strength, Strength::Strong, "{passphrase}");
        }
    }

    #[test]
    fn a_proposal_is_five_words_and_strong_enough() {
        let mut number = 17_usize;
        let mut draw = |below: usize| {
            number = number
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (number >> 33) % below
        };
        for _ in 0..20 {
            let Secret(text) = proposal(&mut draw);
            assert_eq!(text.split('-').count(), 5, "{}", *text);
            assert!(judge(&text, &[]).strength > Strength::Weak);
        }
    }
}
