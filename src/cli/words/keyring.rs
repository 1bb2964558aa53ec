//! Words about keys, and about who else is known to sign.

use crate::{
    model::Moment,
    session::{KeyLine, SignerLine},
    tui::words::{Dutch, KeyWord, KeyringWords as _},
};
use jiff::civil::Date;
use std::fmt::Write as _;

pub(in crate::cli) const KEYS: &str = "Sleutels om mee te ondertekenen: maken, halen, doorgeven";
pub(in crate::cli) const KEYS_USAGE: &str = "verantwoord key OPDRACHT";
pub(in crate::cli) const KEY_NEW: &str = "Maak een sleutel voor iemand van uw instelling";
pub(in crate::cli) const KEY_NEW_USAGE: &str =
    "verantwoord key new --name NAAM [--role FUNCTIE] [--passphrase-file BESTAND]";
pub(in crate::cli) const KEY_LIST: &str = "Welke sleutels u hebt";
pub(in crate::cli) const KEY_LIST_USAGE: &str = "verantwoord key list [--json]";
pub(in crate::cli) const KEY_IMPORT: &str = "Haal een sleutel uit een bestand (PKCS#12)";
pub(in crate::cli) const KEY_IMPORT_USAGE: &str = "verantwoord key import SLEUTEL.p12 [--passphrase-file BESTAND] [--new-passphrase-file BESTAND] [--rsa]";
pub(in crate::cli) const RSA_TOO: &str =
    "Neem ook een RSA-sleutel over; zonder dit leest u eerst wat er tegen is";
pub(in crate::cli) const KEY_EXPORT: &str = "Geef anderen uw certificaat, of neem uw sleutel mee";
pub(in crate::cli) const KEY_EXPORT_USAGE: &str =
    "verantwoord key export [WIE] [--to MAP] [--pkcs12] [--passphrase-file BESTAND]";
pub(in crate::cli) const NAME: &str = "NAAM";
pub(in crate::cli) const ROLE: &str = "FUNCTIE";
pub(in crate::cli) const KEY_NAME: &str = "Wie ermee tekent; staat in de sleutel";
pub(in crate::cli) const KEY_ROLE: &str = "De functie; staat ook in de sleutel";
pub(in crate::cli) const KEY_FROM: &str = "Het bestand met de sleutel (.p12 of .pfx)";
pub(in crate::cli) const NEW_PASSPHRASE_FILE: &str =
    "De wachtzin waaronder de sleutel hier komt; anders die van het bestand";
pub(in crate::cli) const WHOSE: &str = "WIE";
pub(in crate::cli) const WHICH_KEY: &str =
    "De naam, het bestand of het begin van de vingerafdruk; niet nodig als er één sleutel is";
pub(in crate::cli) const PLACE: &str = "MAP";
pub(in crate::cli) const EXPORT_TO: &str =
    "De map of het bestand waar het komt; anders de map uitvoer bij uw gegevens";
pub(in crate::cli) const WHOLE_KEY: &str =
    "De hele sleutel (PKCS#12), voor een andere computer van uzelf; vraagt de wachtzin";
pub(in crate::cli) const ASK_FILE_PASSPHRASE: &str = "Wachtzin van het bestand: ";
pub(in crate::cli) const ASK_AGAIN: &str = "Nog een keer dezelfde wachtzin: ";
pub(in crate::cli) const DIFFERENT: &str = "De twee wachtzinnen zijn niet gelijk.";
pub(in crate::cli) const NO_NEW_PASSPHRASE: &str =
    "Er is geen sleutel gemaakt: de wachtzin lukte drie keer niet.";
pub(in crate::cli) const NOTHING_DONE: &str = "Er is niets gedaan.";

pub(in crate::cli) const ROLE_AND_NAME: &str = "ROL=NAAM";
pub(in crate::cli) const OTHERS: &str =
    "Wie er daarna nog tekent, met naam; hoogstens drie keer: --others bestuurder=\"Dirk Dijk\"";
pub(in crate::cli) const OWN_ROLE: &str =
    "Als wat u tekent; bij een verslag dat er al is: op de plaats voor deze functie";
pub(in crate::cli) const WHY: &str = "REDEN";
pub(in crate::cli) const OWN_REASON: &str =
    "Waarom u tekent; staat bij uw handtekening. Zonder reden staat er wat bij uw functie hoort";
pub(in crate::cli) const OTHERS_TOO_LATE: &str =
    "Op dit verslag staat al wie er tekent. Met --others kan dat alleen bij een nieuw verslag.";
pub(in crate::cli) const NO_FIELD_YET: &str =
    "Een nieuw verslag heeft nog geen plaatsen. Gebruik --field bij een verslag dat er al is.";
pub(in crate::cli) const FIELD: &str = "PLAATS";
pub(in crate::cli) const WHICH_FIELD: &str = "Teken een verslag op deze plaats, zoals Signature2";
pub(in crate::cli) const TOO_MANY_OTHERS: &str =
    "Op een verslag is plaats voor vier handtekeningen: de uwe, en drie van anderen.";

/// It is not told who signs later.
pub(in crate::cli) fn no_other(written: &str) -> String {
    format!(
        "\"{written}\": schrijf wie er nog tekent als ROL=NAAM, zoals bestuurder=\"Dirk Dijk\"."
    )
}

/// The field that was meant is not open; these are.
pub(in crate::cli) fn other_fields(open: &[String]) -> String {
    format!("Die plaats is er niet, of er is al getekend. Nog open: {}.", open.join("; "))
}

pub(in crate::cli) const SIGNERS: &str = "Wie u kent: van wie een handtekening bekend is";
pub(in crate::cli) const SIGNERS_USAGE: &str = "verantwoord signer OPDRACHT";
pub(in crate::cli) const SIGNER_ADD: &str =
    "Ken iemand voortaan, na vergelijken van de vingerafdruk";
pub(in crate::cli) const SIGNER_ADD_USAGE: &str =
    "verantwoord signer add CERTIFICAAT.pem [--fingerprint VINGERAFDRUK]";
pub(in crate::cli) const SIGNER_LIST: &str = "Wie u kent";
pub(in crate::cli) const SIGNER_LIST_USAGE: &str = "verantwoord signer list [--json]";
pub(in crate::cli) const SIGNER_REMOVE: &str = "Ken iemand niet meer";
pub(in crate::cli) const SIGNER_REMOVE_USAGE: &str = "verantwoord signer remove WIE";
pub(in crate::cli) const WHOSE_CERTIFICATE: &str = "Het certificaat van de ander (.pem of .cer)";
pub(in crate::cli) const DIGITS: &str = "VINGERAFDRUK";
pub(in crate::cli) const COMPARED: &str =
    "De vingerafdruk zoals de ander die zelf aan u gaf; anders wordt ernaar gevraagd";
pub(in crate::cli) const WHICH_SIGNER: &str = "De naam, of het begin van de vingerafdruk";
pub(in crate::cli) const NOT_ADDED: &str =
    "Niemand toegevoegd. Vergelijk de vingerafdruk eerst met die van de ander zelf.";
const HOW: &str = "Bel de ander op, of gebruik een mailadres dat u al kende. Vraag naar de vingerafdruk: hij of zij ziet die \
    met verantwoord key list, of in het programma bij Sleutels en ondertekenaars. Gebruik niet het bericht waarin dit bestand \
    zat: wie een bestand vervalst, vervalst ook het bericht.";

/// Asks for a new passphrase, with one to take over.
pub(in crate::cli) fn ask_new_passphrase(proposed: &str) -> String {
    format!(
        "Kies een wachtzin voor de sleutel: vier of vijf willekeurige woorden. Niemand kan haar terughalen.\n\
         U mag deze nemen: {proposed}\nWachtzin: "
    )
}

/// Asks again.
pub(in crate::cli) fn again(why: &str) -> String {
    format!("{why}\nWachtzin: ")
}

/// The key is there.
pub(in crate::cli) fn key_made(line: &KeyLine) -> String {
    format!(
        "De sleutel is er: {}\n{}Geef uw certificaat aan anderen met: verantwoord key export\n",
        line.path.display(),
        one_key(line)
    )
}

/// It is an RSA key: what speaks against it, and how to take it over all the same.
pub(in crate::cli) fn rsa_key() -> String {
    let told = [KeyWord::RsaIs, KeyWord::RsaRisk, KeyWord::RsaHere, KeyWord::RsaBetter];
    let told = told.map(|word| Dutch.key_word(word)).join("\n");
    format!(
        "{told}\nEr is niets overgenomen. Wilt u deze sleutel toch gebruiken? Zet dan --rsa achter de opdracht."
    )
}

/// It was written here.
pub(in crate::cli) fn exported(path: &str, whole: bool) -> String {
    let told = if whole {
        "Dit is uw hele sleutel. Bewaar hem veilig, en geef hem aan niemand."
    } else {
        "Dit bestand mag iedereen hebben. Wie het krijgt, vergelijkt de vingerafdruk met u."
    };
    format!("Geschreven: {path}\n{told}\n")
}

/// There is no such key.
pub(in crate::cli) fn no_such_key(wanted: &str) -> String {
    format!("Er is geen sleutel \"{wanted}\". Welke u hebt, ziet u met: verantwoord key list")
}

/// Every key with what is in it.
pub(in crate::cli) fn page_of_keys(keys: &[KeyLine]) -> String {
    if keys.is_empty() {
        return "U hebt nog geen sleutel. Maak er een met: verantwoord key new --name NAAM\n"
            .to_owned();
    }
    keys.iter().map(one_key).collect::<Vec<_>>().join("\n")
}

fn one_key(line: &KeyLine) -> String {
    let mut text = format!("{}\n", person(&line.name, &line.role, &line.organisation));
    let _ = writeln!(text, "  vingerafdruk: {}", line.fingerprint);
    if let Some(until) = line.until {
        let _ = writeln!(text, "  geldig tot en met {}", Moment::words(until));
    }
    if !line.kind.is_empty() {
        let _ = writeln!(text, "  soort: {}", line.kind);
    }
    let _ = writeln!(text, "  bestand: {}", line.path.display());
    text
}

/// Everybody who is known.
pub(in crate::cli) fn page_of_signers(signers: &[SignerLine]) -> String {
    if signers.is_empty() {
        return "U kent nog niemand, behalve uzelf. Voeg iemand toe met: verantwoord signer add CERTIFICAAT.pem\n"
            .to_owned();
    }
    signers.iter().map(one_signer).collect::<Vec<_>>().join("\n")
}

fn one_signer(line: &SignerLine) -> String {
    let mut text = whose(line);
    if let Some(since) = line.since {
        let since: Date = since.date();
        let _ =
            writeln!(text, "  bekend sinds {}, door {}", Moment::words(since), line.file.display());
    }
    if line.lost {
        text.push_str("  LET OP: het certificaat is weg of veranderd. Zo is deze persoon niet bekend. Voeg hem of haar opnieuw toe.\n");
    }
    text
}

fn whose(line: &SignerLine) -> String {
    let mut text = format!("{}\n", person(&line.name, &line.role, &line.organisation));
    let _ = writeln!(text, "  vingerafdruk: {}", line.fingerprint);
    if let Some(until) = line.until {
        let _ = writeln!(text, "  geldig tot en met {}", Moment::words(until));
    }
    text
}

/// Shows what is to be compared, and asks.
pub(in crate::cli) fn compare(line: &SignerLine) -> String {
    format!(
        "{}\n{HOW}\n\nIs de vingerafdruk precies gelijk? Typ ja, of druk op Enter om niemand toe te voegen: ",
        whose(line)
    )
}

/// Without a terminal the fingerprint must be given.
pub(in crate::cli) fn compare_first(line: &SignerLine) -> String {
    format!("{}{HOW}\nGeef de vingerafdruk daarna op met --fingerprint.", whose(line))
}

/// Someone is known now.
pub(in crate::cli) fn added(line: &SignerLine) -> String {
    format!("{} is voortaan bekend.\n", line.name)
}

/// Someone is not known any more.
pub(in crate::cli) fn removed(line: &SignerLine) -> String {
    format!("{} is niet meer bekend. Verslagen veranderen daar niet door.\n", line.name)
}

/// Nobody is called that.
pub(in crate::cli) fn no_signer(who: &str) -> String {
    format!("\"{who}\" staat niet in de lijst. Wie erin staat, ziet u met: verantwoord signer list")
}

/// Several people are called that.
pub(in crate::cli) fn which_signer(who: &str) -> String {
    format!("Er zijn er meer met de naam \"{who}\". Geef het begin van de vingerafdruk op.")
}

fn person(name: &str, role: &str, organisation: &str) -> String {
    let parts = [name, role, organisation];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    crate::tui::flow::visible(&said.join(", ")).into_owned()
}
