//! Why a record gets no timestamp, in words.

use crate::signature::{Problem, StampError};
use std::path::Path;

/// Says why a record gets no timestamp. The record stays as it was.
pub(super) fn sentence(error: &StampError) -> String {
    let what = match error {
        StampError::File(_) => {
            "Bij dit bestand kan geen tijdstempel. Neem een ondertekend verslag van dit programma.".to_owned()
        }
        StampError::Unsigned => {
            "Dit verslag is nog niet ondertekend. Onderteken het eerst; daarna kan er een tijdstempel bij.".to_owned()
        }
        StampError::Question => {
            "De vraag (.tsq) is niet te lezen. Haal dat bestand weg en bereid het tijdstempel opnieuw voor.".to_owned()
        }
        StampError::OtherQuestion => {
            "De vraag (.tsq) gaat over een ander bestand, of over dit verslag van vóór de laatste handtekening. Bereid \
             het tijdstempel opnieuw voor en vraag een nieuw antwoord."
                .to_owned()
        }
        StampError::Answer => {
            "Het antwoord is niet te lezen. Kies het bestand .tsr dat de tijdstempeldienst gaf, en niet de vraag of een \
             webpagina."
                .to_owned()
        }
        StampError::Refused { words, .. } => {
            let words = if words.is_empty() { String::new() } else { format!(" Zij zegt: {words}.") };
            format!("De tijdstempeldienst weigerde.{words} Probeer het nog eens, of neem een andere dienst.")
        }
        StampError::Nonce => {
            "Dit antwoord hoort bij een andere vraag. Stuur de vraag (.tsq) die nu naast het verslag staat, en gebruik \
             het antwoord daarop."
                .to_owned()
        }
        StampError::Token(problems) => {
            let first = problems.first().copied().unwrap_or(Problem::StampSyntax);
            format!("Het tijdstempel klopt niet. {}", problem(first))
        }
        StampError::Room => {
            "Het tijdstempel is te groot: er is plaats voor 16.384 bytes. Neem een andere dienst.".to_owned()
        }
    };
    format!("{what} Het verslag is niet veranderd (code voor hulp: {}).", error.code())
}

/// What is wrong with a stamp, in a sentence.
fn problem(problem: Problem) -> &'static str {
    match problem {
        Problem::StampImprint => "Het is van een ander bestand. Neem het antwoord op deze vraag.",
        Problem::StampPurpose => {
            "De sleutel van de dienst is niet alleen voor tijdstempels bedoeld. Neem een andere dienst."
        }
        Problem::StampValidity => {
            "Een certificaat van de dienst was op dat moment niet geldig. Neem een andere dienst."
        }
        Problem::StampSignature => {
            "De handtekening van de dienst klopt niet: het antwoord is beschadigd of vervalst. Vraag het opnieuw."
        }
        Problem::StampCertificate => {
            "Het certificaat van de dienst ontbreekt of is een ander. Vraag het opnieuw, met certificaat."
        }
        Problem::StampAlgorithm => {
            "De dienst tekent op een manier die te zwak is, of die dit programma niet kent. Neem een andere dienst."
        }
        _ => "Het antwoord is beschadigd of vervalst. Vraag het opnieuw.",
    }
}

/// There is no question beside the record, or something else lies where it is to come.
pub(super) fn question(path: &Path, there: bool) -> String {
    if there {
        return format!(
            "{} is geen vraag om een tijdstempel. Geef dat bestand een andere naam; dan komt de vraag daar te staan.",
            path.display()
        );
    }
    format!(
        "De vraag {} is er niet. Zet dat bestand terug naast het verslag. Is het weg? Bereid het tijdstempel dan opnieuw \
         voor en vraag een nieuw antwoord.",
        path.display()
    )
}
