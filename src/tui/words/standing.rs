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
        Standing::Unsigned => {
            ("Niet ondertekend", "Dit bestand heeft geen handtekening. Het bewijst dus niets.")
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
