//! The words of keys and of the people who sign with them.

use super::Dutch;
use crate::{
    model::Moment,
    session::passphrase::{Advice, Judgement, Strength},
};
use jiff::civil::Date;

/// A word or a hint of the keys and signers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum KeyWord {
    Title,
    Help,
    OwnKeys,
    Import,
    Known,
    Add,
    Lost,
    Renewed,
    HintImport,
    HintFilePassphrase,
    HintRenewed,
    HintCertificate,
    HelpKey,
    HelpSigner,
    HelpImport,
    HelpAdd,
    Imported,
    Compare,
    NotSame,
    Same,
    RemoveHelp,
    Keep,
    Remove,
    RsaIs,
    RsaRisk,
    RsaHere,
    RsaBetter,
    RsaLeave,
    RsaTake,
}

/// A word or a hint of signing: as what, why, and who else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum SignWord {
    Reason,
    HintReason,
    HintOwnRole,
    HintFixedRole,
    Maker,
    TooManyOthers,
    Nobody,
    HintPassphrase,
    OwnKey,
    EndsAssessment,
    EndsStatement,
    HelpRecord,
    HelpStatement,
    HelpCountersign,
    HelpSigned,
}

/// What is said of keys, and of the people who sign with them.
pub trait KeyringWords {
    /// A word or a hint.
    fn key_word(&self, word: KeyWord) -> &'static str;
    /// A word or a hint of signing.
    fn sign_word(&self, word: SignWord) -> &'static str;
    /// How good a passphrase is, and what would help.
    fn judgement(&self, judged: Judgement) -> String;
    /// A passphrase to take over.
    fn proposed_passphrase(&self, passphrase: &str) -> String;
    /// The last day on which a key can sign.
    fn valid_until(&self, day: Date) -> String;
    /// Since when someone is known.
    fn known_since(&self, day: Date) -> String;
    /// Who is about to sign.
    fn signs_now(&self, name: &str) -> String;
    /// Why someone signed.
    fn signed_why(&self, reason: &str) -> String;
    /// A certificate lies here, for others.
    fn certificate_at(&self, path: &str) -> String;
}

impl KeyringWords for Dutch {
    fn key_word(&self, word: KeyWord) -> &'static str {
        dutch(word)
    }

    fn sign_word(&self, word: SignWord) -> &'static str {
        signing(word)
    }

    fn judgement(&self, judged: Judgement) -> String {
        judgement(judged)
    }

    fn proposed_passphrase(&self, passphrase: &str) -> String {
        format!(
            "U mag deze wachtzin nemen: {passphrase}. Schrijf hem op en bewaar hem niet bij de computer."
        )
    }

    fn valid_until(&self, day: Date) -> String {
        format!("geldig tot en met {}", Moment::words(day))
    }

    fn known_since(&self, day: Date) -> String {
        format!("sinds {}", Moment::words(day))
    }

    fn signs_now(&self, name: &str) -> String {
        format!("U ondertekent als {name}.")
    }

    fn signed_why(&self, reason: &str) -> String {
        format!("Reden: {reason}")
    }

    fn certificate_at(&self, path: &str) -> String {
        format!("Uw certificaat staat in {path}. Dit bestand mag iedereen hebben.")
    }
}

fn signing(word: SignWord) -> &'static str {
    match word {
        SignWord::Reason => "Reden",
        SignWord::HintReason => {
            "Waarom u tekent. Dit staat bij uw handtekening op het verslag, samen met uw naam, functie en de datum."
        }
        SignWord::HintOwnRole => {
            "Als wat u nu tekent: opsteller, privacycoördinator, bestuurder of FG. Dit hoeft niet de functie in uw sleutel te zijn."
        }
        SignWord::HintFixedRole => {
            "Deze functie koos de opsteller. Zij staat al op het verslag, en verandert niet meer."
        }
        SignWord::Maker => "Opsteller",
        SignWord::TooManyOthers => {
            "Op een verslag is plaats voor vier handtekeningen: de uwe, en drie van anderen. Haal een naam weg."
        }
        SignWord::Nobody => "Nee (Enter: toch iemand opschrijven)",
        SignWord::HintPassphrase => {
            "De wachtzin van uw sleutel. Wat u typt, komt niet in beeld. Enter zet de handtekening; met Esc gaat u terug, en is er niets getekend."
        }
        SignWord::OwnKey => {
            "U ondertekent met een eigen sleutel. Die staat alleen op deze computer, en is beschermd met een wachtzin."
        }
        SignWord::EndsAssessment => "Na het ondertekenen kunt u deze toets niet meer veranderen.",
        SignWord::EndsStatement => {
            "Het verslag verandert daarna niet meer. Uw gegevens houdt u gewoon verder bij."
        }
        SignWord::HelpRecord => {
            "Een handtekening kan niet worden teruggenomen. Daarom kan iedereen erop rekenen dat er daarna niets is veranderd.\n\
             Nog niet zeker? Met b leest u het verslag. Met Esc gaat u terug, en is er niets getekend.\n\
             Getekend, en klopt er iets niet? Open de toets en kies bij de uitkomst: doe opnieuw (h). De nieuwe versie zegt wat er is \
             veranderd. Het oude verslag blijft staan: dat laat zien wat u toen wist."
        }
        SignWord::HelpStatement => {
            "Een handtekening kan niet worden teruggenomen. Daarom kan iedereen erop rekenen dat er daarna niets is veranderd.\n\
             Nog niet zeker? Met b leest u het verslag. Met Esc gaat u terug, en is er niets getekend.\n\
             Getekend, en klopt er iets niet? Verander het, en maak een nieuw verslag. Het oude blijft staan, met zijn datum."
        }
        SignWord::HelpCountersign => {
            "Een handtekening kan niet worden teruggenomen. De eerdere handtekeningen blijven geldig, en het verslag verandert niet.\n\
             Nog niet zeker? Met Esc gaat u terug, en is er niets getekend.\n\
             Klopt er iets niet? Teken dan niet, en vraag de opsteller om een nieuwe versie. Tekent u toch, schrijf dan bij de reden wat u ervan vindt."
        }
        SignWord::HelpSigned => {
            "Het verslag is af. Geef een kopie aan wie het moet zien; iedereen kan het controleren, ook over jaren.\n\
             Een handtekening kan niet worden teruggenomen. Klopt er iets niet? Open de toets en kies bij de uitkomst: doe opnieuw (h). \
             De nieuwe versie zegt wat er is veranderd. Gooi het oude verslag niet weg: het logboek noemt het."
        }
    }
}

fn dutch(word: KeyWord) -> &'static str {
    match word {
        KeyWord::Title => "Sleutels en ondertekenaars",
        KeyWord::Help => {
            "Met een sleutel ondertekent u. De wachtzin beschermt hem. De vingerafdruk hoort bij één sleutel: daaraan herkent u \
             elkaar. De handtekening is niet gekwalificeerd (eIDAS): u maakt de sleutel zelf, en niemand controleerde uw paspoort."
        }
        KeyWord::OwnKeys => "Uw sleutels",
        KeyWord::Import => "Een sleutel uit een bestand halen (.p12)…",
        KeyWord::Known => "Wie u kent",
        KeyWord::Add => "Iemand toevoegen…",
        KeyWord::Lost => "certificaat weg of veranderd",
        KeyWord::Renewed => "Nieuwe wachtzin",
        KeyWord::HintImport => {
            "Het bestand met de sleutel: .p12, .pfx of .key. U kunt het bestand naar dit venster slepen."
        }
        KeyWord::HintFilePassphrase => "De wachtzin waarmee het bestand nu opengaat.",
        KeyWord::HintRenewed => {
            "De wachtzin waaronder de sleutel hier komt. Laat leeg om dezelfde te houden. Vier of vijf willekeurige woorden zijn het \
             best."
        }
        KeyWord::HintCertificate => {
            "Het bestand met het certificaat van de ander: .pem of .cer. Daarna ziet u de vingerafdruk."
        }
        KeyWord::HelpKey => {
            "Enter zet uw certificaat in de map uitvoer. Geef dat bestand aan wie uw handtekening moet kennen, en lees dan samen de \
             vingerafdruk hierboven na."
        }
        KeyWord::HelpSigner => {
            "Met Enter haalt u deze persoon uit de lijst. Het programma vraagt het eerst nog eens."
        }
        KeyWord::HelpImport => {
            "Hebt u al een sleutel, van een andere computer of van een instantie? Het bestand eindigt op .p12 of .pfx. Het programma \
             bewaart er een kopie van."
        }
        KeyWord::HelpAdd => {
            "Kreeg u een certificaat van een ander? Voeg die persoon pas toe nadat u de vingerafdruk samen hebt vergeleken."
        }
        KeyWord::Imported => "De sleutel is overgenomen. U kunt ermee ondertekenen.",
        KeyWord::Compare => {
            "Bel deze persoon, op een nummer dat u al kende. Vraag hem of haar de vingerafdruk voor te lezen: die staat in het \
             programma bij Sleutels en ondertekenaars. Mailen mag ook, naar een adres dat u al kende. Gebruik niet het bericht waar \
             dit bestand in zat. Zijn alle zestien groepen gelijk?"
        }
        KeyWord::NotSame => "Nee, of dat weet ik niet: niet toevoegen",
        KeyWord::Same => "Ja, alle groepen zijn gelijk: toevoegen",
        KeyWord::RemoveHelp => {
            "Kent u deze persoon niet meer? Verslagen veranderen niet. Bij de handtekening staat dan dat u de ondertekenaar niet kent."
        }
        KeyWord::Keep => "Nee, laat staan",
        KeyWord::Remove => "Ja, haal uit de lijst",
        KeyWord::RsaIs => {
            "Dit is een RSA-sleutel. Het programma tekent liever met een sleutel van het soort P-256, zoals het die zelf maakt."
        }
        KeyWord::RsaRisk => {
            "Het risico: rekenen met een RSA-sleutel duurt hier niet altijd even lang. Wie dat heel precies kan meten, kan er in theorie \
             de geheime sleutel uit afleiden. Een versie waarvan vaststaat dat dit niet kan, is er niet (RUSTSEC-2023-0071)."
        }
        KeyWord::RsaHere => {
            "Waarom het hier toch kan: u tekent op uw eigen computer, zonder internet, en een paar keer per jaar. Van buiten kan niemand \
             meten hoe lang dat duurt. Doe het niet op een computer die u met anderen deelt of niet vertrouwt."
        }
        KeyWord::RsaBetter => {
            "Met P-256 is dit risico er niet, en de handtekening is kleiner. Neem RSA alleen als uw certificaat van een uitgever komt die \
             niets anders geeft."
        }
        KeyWord::RsaLeave => "Niet overnemen",
        KeyWord::RsaTake => "Toch overnemen en ermee tekenen",
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
            "Een jaar, een datum, uw naam of die van uw instelling telt niet mee. Neem andere woorden."
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
