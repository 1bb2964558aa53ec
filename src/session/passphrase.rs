//! How easily a passphrase is guessed, and one that is not.

use super::Secret;
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
const COMMON: &str = "de het een en van ik je dat die in is niet op te zijn voor met er maar om hem ook als dan zij bij \
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

/// Judges a passphrase. `known` is what everybody knows of its owner, such as a name.
pub fn judge(passphrase: &str, known: &[&str]) -> Judgement {
    let mut tried: Vec<&str> = known.iter().flat_map(|text| text.split_whitespace()).collect();
    tried.extend(COMMON.split_whitespace());
    tried.extend(WORDS.iter());
    let found = zxcvbn::zxcvbn(passphrase, &tried);
    let strength = match found.guesses_log10() {
        _ if passphrase.chars().count() < SHORTEST => Strength::Weak,
        guesses if guesses < WEAK => Strength::Weak,
        guesses if guesses < STRONG => Strength::Fair,
        _ => Strength::Strong,
    };
    let advice = match found.feedback() {
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
