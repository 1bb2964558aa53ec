//! What the guided example says in lines.

pub(in crate::cli::plain) const OFFER: &str = "Eerst een voorbeeld bekijken? Typ dan: voorbeeld. Een rondleiding van tien minuten brengt u door een verzonnen museum, met een aanwijzing per stap.";
pub(in crate::cli::plain) const WORD: &str = "voorbeeld";
pub(in crate::cli::plain) const ROW: &str =
    "Bekijk een voorbeeld: een rondleiding door een verzonnen museum";
pub(in crate::cli::plain) const CHOOSE: &str = "Kies een nummer (stop = naar uw eigen gegevens):";
pub(in crate::cli::plain) const WELCOME: &str = "VOORBEELD. Alles wat u nu hoort, is verzonnen, en staat in een map apart. Met stop gaat u steeds een stap terug, tot u weer bij uw eigen gegevens bent. Dat kan op elk moment.";
pub(in crate::cli::plain) const OWN: &str = "Dit zijn weer uw eigen gegevens.";
pub(in crate::cli::plain) const ANY: &str = "Beantwoord deze vraag zoals u wilt.";
pub(in crate::cli::plain) const ANSWERED: &str =
    "Deze vraag is beantwoord. Druk op Enter: de volgende vraag komt.";
pub(in crate::cli::plain) const TO_QUESTIONS: &str = "Er zijn nog vragen open. Typ terug.";
pub(in crate::cli::plain) const TO_OUTCOME: &str = "De uitkomst staat vast: meer hoeft u niet te beantwoorden. Typ uitkomst: dan hoort u haar, en waarom.";
pub(in crate::cli::plain) const TO_MOTIVATION: &str =
    "Bij deze uitkomst hoort een motivatie. Typ motivatie om die te schrijven.";
pub(in crate::cli::plain) const MOTIVATE: &str =
    "Schrijf in een paar woorden waarom dit klopt, en druk op Enter. Typ daarna alleen een punt.";
pub(in crate::cli::plain) const SIGN: &str = "Nu kan het verslag worden gemaakt. Typ onderteken.";
pub(in crate::cli::plain) const CAPACITY: &str =
    "Wat er klaarstaat, is goed. Druk twee keer op Enter.";
pub(in crate::cli::plain) const OTHERS: &str = "In het voorbeeld tekent verder niemand. Typ nee.";
pub(in crate::cli::plain) const SIGNED: &str =
    "Klaar: een ondertekend verslag, dat iedereen kan controleren.";
pub(in crate::cli::plain) const FINISHED: &str =
    "Dit was de rondleiding. Kijk gerust verder rond. Met stop gaat u naar uw eigen gegevens.";
pub(in crate::cli::plain) const ELSEWHERE: &str =
    "VOORBEELD. Kijk gerust rond. Met stop gaat u terug naar het overzicht.";

/// A hint under its step; that everything is made up comes first.
pub(in crate::cli::plain) fn titled(step: &str, text: &str) -> String {
    format!("VOORBEELD. {step}. {text}")
}

/// The example answers this, and one types that for it.
pub(in crate::cli::plain) fn answer(label: &str, typed: &str) -> String {
    format!(
        "Museum Voorbeeld antwoordt: {label}. Typ {typed}. Met uitleg hoort u wat bedoeld wordt."
    )
}

/// The answer is another one than the example's.
pub(in crate::cli::plain) fn otherwise(label: &str) -> String {
    format!(
        "In het voorbeeld is het antwoord: {label}. Met ongedaan neemt u uw antwoord terug. U mag het ook zo laten; druk dan op Enter."
    )
}

/// Choose this key.
pub(in crate::cli::plain) fn key(signer: &str) -> String {
    format!("Wie ondertekent? Typ het nummer bij {signer}.")
}

/// Type this passphrase.
pub(in crate::cli::plain) fn passphrase(passphrase: &str) -> String {
    format!(
        "Een sleutel gaat open met een wachtzin. Wat u typt, komt niet in beeld. Die van het voorbeeld is: {passphrase}"
    )
}

/// At this number the example waits.
pub(in crate::cli::plain) fn begin(number: usize) -> String {
    format!(
        "U bent in Museum Voorbeeld. Typ {number}: daar wacht een toets over een ticketsysteem."
    )
}
