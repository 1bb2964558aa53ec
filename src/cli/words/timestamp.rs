//! Words about timestamps.

use crate::session::StampQuestion;
use std::path::Path;

pub(in crate::cli) const TIMESTAMP: &str =
    "Laat een ander bewijzen op welk moment een verslag bestond";
pub(in crate::cli) const TIMESTAMP_USAGE: &str =
    "verantwoord timestamp prepare VERSLAG.pdf | add VERSLAG.pdf ANTWOORD.tsr";
pub(in crate::cli) const PREPARE: &str = "Maak de vraag aan een tijdstempeldienst";
pub(in crate::cli) const PREPARE_USAGE: &str = "verantwoord timestamp prepare VERSLAG.pdf";
pub(in crate::cli) const ADD: &str = "Zet het antwoord van de tijdstempeldienst in het verslag";
pub(in crate::cli) const ADD_USAGE: &str = "verantwoord timestamp add VERSLAG.pdf ANTWOORD.tsr [--question VRAAG.tsq] [--trust CERTIFICAAT.pem]";
pub(in crate::cli) const STAMP_RECORD: &str = "Het ondertekende verslag";
pub(in crate::cli) const ANSWER_FILE: &str = "ANTWOORD.tsr";
pub(in crate::cli) const ANSWER: &str = "Wat de tijdstempeldienst gaf";
pub(in crate::cli) const QUESTION_FILE: &str = "VRAAG.tsq";
pub(in crate::cli) const QUESTION: &str = "De vraag, als die niet naast het verslag staat";
pub(in crate::cli) const STAMP_TRUST: &str =
    "Welke dienst u vertrouwt: haar certificaat, of dat van wie haar erkent (.pem)";
pub(in crate::cli) const NOT_STAMPED: &str = "Er is geen tijdstempel gezet.";

/// The question is there, and what to do with it.
pub(in crate::cli) fn asked(asked: &StampQuestion) -> String {
    let StampQuestion { record, question, earlier } = asked;
    let there = if *earlier { "stond al klaar en is nog goed" } else { "staat klaar" };
    let answer = question.with_extension("tsr");
    let quoted = |path: &Path| format!("\"{}\"", path.display());
    format!(
        "De vraag {there}: {}\n\
         In de vraag staat alleen een controlegetal van het verslag (SHA-256), geen gegevens.\n\
         \n\
         1. Stuur de vraag naar een tijdstempeldienst. Bijvoorbeeld, op een computer met internet:\n   \
         curl -H \"Content-Type: application/timestamp-query\" --data-binary @{} https://freetsa.org/tsr -o {}\n   \
         Moet het bewijs ook voor een rechter zwaar wegen? Neem dan een gekwalificeerde dienst (eIDAS art. 42).\n\
         2. Zet het antwoord in het verslag:\n   \
         verantwoord timestamp add {} {}\n\
         \n\
         Tot dan verandert het verslag niet. Komt er geen antwoord, dan hoeft u niets te doen: het verslag blijft goed.\n",
        question.display(),
        quoted(question),
        quoted(&answer),
        quoted(record),
        quoted(&answer),
    )
}
