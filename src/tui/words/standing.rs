//! What a check of a record found, in a title and a sentence.

use crate::session::Standing;

/// In Dutch.
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
