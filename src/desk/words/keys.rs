//! What went wrong with a key, or with somebody's certificate.

use super::super::error::KeyringError;
use crate::{model::Moment, signature::KeyError};
use jiff::{Timestamp, tz::Offset};
use std::path::Path;

/// What makes a passphrase good.
const WORDS: &str = "Kies vier of vijf willekeurige woorden die niets met elkaar te maken hebben";

/// What was given is no certificate.
pub(super) const NO_CERTIFICATE: &str = "Dit is geen certificaat. Geef een bestand dat op .pem eindigt en met BEGIN CERTIFICATE begint.";

/// Says why something was not done with a key file, or with somebody's certificate.
pub(super) fn sentence(error: &KeyringError) -> String {
    match error {
        KeyringError::File { path, source } => in_file(path, source),
        KeyringError::Weak => {
            format!(
                "Deze wachtzin is te makkelijk te raden. {WORDS}, zoals het programma ze kan voorstellen."
            )
        }
        KeyringError::Twice { path } => {
            format!("Deze sleutel hebt u al: {}. Er is niets veranderd.", path.display())
        }
        KeyringError::Rsa { path } => format!(
            "{} is een RSA-sleutel. Haal hem eerst over naar dit programma; dan leest u wat er tegen is. Dat kan bij Sleutels en \
             ondertekenaars, of met: verantwoord key import.",
            path.display()
        ),
        KeyringError::NoCertificate { path } => format!(
            "{} is geen certificaat. Vraag de ander om het bestand met zijn of haar certificaat (.pem of .cer).",
            path.display()
        ),
        KeyringError::OtherFingerprint { path } => format!(
            "{} heeft een andere vingerafdruk dan u opgaf. Voeg niemand toe voordat u de vingerafdruk met de ander hebt vergeleken.",
            path.display()
        ),
        KeyringError::OwnSigner => {
            "Dit is het certificaat van een sleutel van uzelf. Die kent het programma al."
                .to_owned()
        }
        KeyringError::SignerThere { name } => {
            format!("{name} staat al in de lijst, met deze vingerafdruk.")
        }
        KeyringError::NoSigner => {
            "Zo iemand staat niet in de lijst. Wie erin staat, ziet u met: verantwoord signer list"
                .to_owned()
        }
    }
}

/// People who were known in a folder without a list.
pub(in super::super) fn signers_taken_over(count: usize) -> String {
    let told = if count == 1 {
        "Eén ondertekenaar is".to_owned()
    } else {
        format!("{count} ondertekenaars zijn")
    };
    format!(
        "Wie u kent, staat voortaan in een lijst. {told} overgenomen uit de map sleutels. Kijk de lijst na bij Sleutels en \
         ondertekenaars."
    )
}

/// Says what is wrong with the key in a file.
fn in_file(path: &Path, error: &KeyError) -> String {
    let told = match error {
        KeyError::IndefiniteLength => {
            "Deze sleutel is uitgevoerd door Firefox of Thunderbird, in een vorm die dit programma niet leest. Zet hem eerst \
             om: openssl pkcs12 -in oud.p12 -out sleutel.pem en daarna openssl pkcs12 -export -in sleutel.pem -out nieuw.p12. \
             Gooi sleutel.pem daarna weg."
        }
        KeyError::Unprotected => {
            "Deze sleutel is niet beschermd met een wachtzin. Iedereen die het bestand heeft, kan ermee tekenen. Voer hem opnieuw \
             uit, met een wachtzin."
        }
        KeyError::NoKey => {
            "In dit bestand zit geen sleutel, alleen een certificaat. Voer de sleutel opnieuw uit, met de geheime sleutel erbij."
        }
        KeyError::SeveralKeys(_) => {
            "In dit bestand zitten meer sleutels. Het programma kan niet zien welke u bedoelt. Voer er één uit."
        }
        KeyError::Absurd => {
            "Dit bestand vraagt zo veel rekenwerk dat de computer vastloopt. Het is niet geopend. Voer de sleutel opnieuw uit, met \
             gewone instellingen."
        }
        KeyError::KeyKind => {
            "Met dit soort sleutel kan het programma niet tekenen. Het kent sleutels op de krommen P-256 en P-384, en RSA-sleutels \
             van 2048 tot en met 4096 bits."
        }
        KeyError::ShortKey(_) => {
            "Deze RSA-sleutel is te kort: zo een kan worden gekraakt. Hij moet minstens 2048 bits hebben. Vraag een nieuw certificaat, \
             of maak hier een sleutel."
        }
        KeyError::NoCertificate => {
            "In dit bestand zit geen certificaat dat bij de sleutel hoort. Voer de sleutel opnieuw uit, met het certificaat erbij."
        }
        KeyError::Usage => {
            "Dit certificaat is niet bedoeld om documenten te ondertekenen, maar bijvoorbeeld voor een website. Vraag een \
             certificaat om te ondertekenen, of maak hier een sleutel."
        }
        KeyError::Damaged(_) => {
            "Dit is geen heel sleutelbestand. Kijk of u het goede bestand koos (.p12, .pfx of .key), en of het helemaal is \
             overgekomen."
        }
        KeyError::Unsupported(_) => {
            "Dit sleutelbestand heeft een vorm die het programma niet kent. Voer de sleutel opnieuw uit als PKCS#12 (.p12)."
        }
        error => return key(error),
    };
    format!("{}: {told}", path.display())
}

/// Says what is wrong with a signing key.
pub(super) fn key(error: &KeyError) -> String {
    match error {
        KeyError::WrongPassphrase => {
            "De wachtzin past niet bij deze sleutel. Probeer het nog eens; let op hoofdletters."
                .to_owned()
        }
        KeyError::EmptyPassphrase => {
            "Een sleutel zonder wachtzin kan niet. Kies een zin die u onthoudt.".to_owned()
        }
        KeyError::Subject(part) => format!(
            "{} past niet in een sleutel. Gebruik 1 tot 64 gewone tekens.",
            match *part {
                "name" => "De naam",
                "role" => "De functie",
                _ => "De naam van de instelling",
            }
        ),
        KeyError::Expired(second) => format!(
            "Deze sleutel is verlopen: hij gold tot en met {}. Staat de klok van dit apparaat goed? Vraag anders een nieuw \
             certificaat, of maak hier een sleutel.",
            day(*second)
        ),
        KeyError::NotYetValid(second) => format!(
            "Deze sleutel geldt nog niet: pas vanaf {}. Staat de klok van dit apparaat goed?",
            day(*second)
        ),
        KeyError::Time => {
            "De klok van dit apparaat staat op een jaar dat niet kan. Zet de klok goed.".to_owned()
        }
        error => format!(
            "Het sleutelbestand kan niet worden gebruikt ({error}). Kies een andere sleutel, of maak een nieuwe."
        ),
    }
}

/// The day of a moment in Unix time, in words.
fn day(second: i64) -> String {
    let at = Timestamp::from_second(second).unwrap_or(Timestamp::MAX);
    Moment::words(Moment::new(at, Offset::UTC).date())
}
