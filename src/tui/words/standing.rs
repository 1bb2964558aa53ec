//! What a check of a record found, in words.

use crate::session::{DataStanding, Standing};

/// In Dutch, in a title and a sentence.
pub(super) fn dutch(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Valid => {
            ("Echt", "Het verslag is echt en compleet. Er is niets veranderd na het ondertekenen.")
        }
        Standing::ValidUnknownSigner => (
            "Echt, maar de ondertekenaar is hier niet bekend",
            "Er is niets veranderd na het ondertekenen. Vraag de ondertekenaar of deze vingerafdruk van hem of haar is.",
        ),
        Standing::Modified => (
            "Veranderd na het ondertekenen",
            "Vertrouw dit bestand niet. Vraag een nieuw exemplaar aan degene die het ondertekende.",
        ),
        Standing::Invalid => (
            "Geen geldig verslag",
            "Dit is geen verslag van dit programma, of de handtekening klopt niet.",
        ),
        Standing::NotOurs => (
            "Geen verslag van dit programma",
            "Dit bestand komt uit een ander programma. Er staat een handtekening in; hieronder leest u wat die waard is. Of de inhoud klopt, kan dit programma niet nagaan.",
        ),
        Standing::Unsigned => {
            ("Niet ondertekend", "Dit bestand heeft geen handtekening. Het bewijst dus niets.")
        }
    }
}

/// What a stable code of a problem means, in Dutch. The code stays beside it, for whoever asks for help.
pub(super) fn problem(code: &str) -> String {
    let what = match code {
        "too-large" => "Dit bestand is te groot om te controleren",
        "not-pdf" => "Dit is geen pdf-bestand",
        "not-ours" => "Dit is geen verslag van dit programma",
        "added-after-signing" => "Na de laatste handtekening is er nog iets bij gekomen",
        "digest-mismatch" => "De inhoud is veranderd nadat er is getekend",
        "grammar" | "duplicate-object" | "cross-reference" | "too-many-revisions"
        | "not-a-signature" | "revision-differs" => {
            "In dit bestand is iets veranderd of erbij gezet"
        }
        "base-forbidden" | "base-form" => "In dit bestand zit iets wat niet in een verslag hoort",
        "certificate-signature" => "Het certificaat van de ondertekenaar is vervalst of beschadigd",
        "certificate-validity" => "Het certificaat van de ondertekenaar was toen niet geldig",
        "certificate-usage" => "Met dit certificaat mag niemand ondertekenen",
        "certificate-name" => "Op het verslag staat een andere naam dan in het certificaat",
        "signature-algorithm" => "De handtekening is van een soort die dit programma niet kent",
        "stamp-imprint" => "Het tijdstempel is van een ander bestand",
        "stamp-purpose" => "Wie het tijdstempel zette, mag dat niet met deze sleutel",
        "stamp-validity" => "Het certificaat van de tijdstempeldienst was toen niet geldig",
        "stamp-first" => "Het tijdstempel is gezet voordat er was ondertekend",
        "stamp-algorithm" => "Het tijdstempel is van een soort die dit programma niet kent",
        "data_different" => "De bladzijden zeggen iets anders dan de gegevens die erbij zitten",
        "data_absent" => "De gegevens die bij het verslag horen, ontbreken",
        "signer_differs" => "Er heeft iemand anders getekend dan wie op het verslag staat",
        code if code.starts_with("stamp-") => "Het tijdstempel is vervalst of beschadigd",
        "byterange" | "contents" | "subfilter" | "claim" | "field" | "late-certification"
        | "signature-invalid" => "De handtekening is vervalst of beschadigd",
        code if code.starts_with("cms-") => "De handtekening is vervalst of beschadigd",
        _ => "Er klopt iets niet",
    };
    format!("{what} (code voor hulp: {code}).")
}

/// How much of the file a signature covers, in Dutch.
pub(super) fn covers(covers: &str) -> String {
    match covers {
        "whole_file" => "Geldt voor het hele bestand.".to_owned(),
        part => {
            let part = part.replace("bytes", "byte").replace(" of ", " van ");
            format!("Geldt voor een deel van het bestand ({part}).")
        }
    }
}

/// Whether the pages say what the data say, in Dutch.
pub(super) fn data(data: DataStanding) -> &'static str {
    match data {
        DataStanding::Same => {
            "De bladzijden zijn opnieuw gemaakt uit de bijgevoegde gegevens. Ze zijn precies gelijk, en de uitkomst ook."
        }
        DataStanding::SameText => {
            "De bladzijden zijn gemaakt met een andere versie van het programma. De tekst is vergeleken met de bijgevoegde gegevens en is woord voor woord gelijk. De uitkomst ook. De opmaak is niet vergeleken."
        }
        DataStanding::Different => "De bladzijden zeggen iets anders dan de bijgevoegde gegevens.",
        DataStanding::OtherVersion => {
            "De bladzijden zijn gemaakt met een nieuwere versie van het programma. Ze konden niet worden vergeleken. Gebruik het nieuwere programma."
        }
        DataStanding::Absent => "Er zijn geen gegevens bijgevoegd.",
    }
}
