//! The words of keys and of the people who sign with them.

use super::Dutch;
use crate::session::passphrase::{Advice, Judgement, Strength};

/// A word or a hint of the keys and signers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum KeyWord {
    Title,
    Help,
}

/// What is said of keys, and of the people who sign with them.
pub trait KeyringWords {
    /// A word or a hint.
    fn key_word(&self, word: KeyWord) -> &'static str;
    /// How good a passphrase is, and what would help.
    fn judgement(&self, judged: Judgement) -> String;
}

impl KeyringWords for Dutch {
    fn key_word(&self, word: KeyWord) -> &'static str {
        dutch(word)
    }

    fn judgement(&self, judged: Judgement) -> String {
        judgement(judged)
    }
}

fn dutch(word: KeyWord) -> &'static str {
    match word {
        KeyWord::Title => "Sleutels en ondertekenaars",
        KeyWord::Help => "",
    }
}

/// How good a passphrase is, and what would help.
fn judgement(judged: Judgement) -> String {
    let strength = match judged.strength {
        Strength::Weak => "Te makkelijk te raden.",
        Strength::Fair => "Goed: moeilijk te raden.",
        Strength::Strong => "Sterk: niet te raden.",
    };
    let advice = match judged.advice {
        None => return strength.to_owned(),
        Some(Advice::Short) => {
            "Gebruik minstens 12 tekens. Vier of vijf willekeurige woorden zijn het makkelijkst."
        }
        Some(Advice::Common) => {
            "Dit wachtwoord gebruiken veel mensen. Neem vier of vijf willekeurige woorden."
        }
        Some(Advice::Sequence) => {
            "Letters of cijfers op een rij raadt een computer meteen. Neem losse woorden."
        }
        Some(Advice::Repeated) => {
            "Herhalen helpt niet. Neem woorden die niets met elkaar te maken hebben."
        }
        Some(Advice::Personal) => {
            "Een naam, jaar of datum raadt een computer snel. Neem losse woorden."
        }
        Some(Advice::Disguised) => {
            "Hoofdletters en cijfers in plaats van letters helpen weinig. Nog een woord helpt meer."
        }
        Some(Advice::MoreWords) => {
            "Zet er nog een of twee woorden bij die er niets mee te maken hebben."
        }
    };
    format!("{strength} {advice}")
}
