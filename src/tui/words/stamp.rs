//! A stamp of a timestamp authority, in words.

use crate::{model::Moment, session::StampReport};

/// In Dutch: who says that the record existed, when, and whether that can be relied on.
pub(super) fn dutch(stamp: &StampReport) -> String {
    let who = match (stamp.authority.as_str(), stamp.organisation.as_str()) {
        ("", "") => "een onbekende dienst".to_owned(),
        ("", name) | (name, "") => name.to_owned(),
        (name, organisation) if name == organisation => name.to_owned(),
        (name, organisation) => format!("{name} ({organisation})"),
    };
    if !stamp.problems.is_empty() {
        return format!("Tijdstempel van {who}: dit klopt niet en bewijst niets.");
    }
    let when = stamp.time.parse::<Moment>().map_or_else(
        |_| stamp.time.clone(),
        |time| format!("{} om {} uur (UTC)", Moment::words(time.date()), time.clock()),
    );
    let what = if stamp.covers == "whole_file" {
        "dit verslag"
    } else {
        "dit verslag, zonder de handtekening of het tijdstempel van daarna,"
    };
    if stamp.known {
        format!("Tijdstempel: {what} bestond aantoonbaar op {when}, volgens {who}.")
    } else {
        format!(
            "Tijdstempel: {what} bestond op {when}, volgens {who}. Wie dat is, is hier niet nagegaan: het certificaat van \
             deze dienst is op deze computer niet bekend."
        )
    }
}

/// What is said around asking for a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum Stamping {
    Crumb,
    Title,
    For,
    How,
    Private,
    Never,
    Make,
    Ready,
    ReadyEarlier,
    Send,
    Then,
    Answer,
    HintAnswer,
    Help,
}

/// In Dutch.
pub(super) fn asking(word: Stamping) -> &'static str {
    match word {
        Stamping::Crumb => "Tijdstempel",
        Stamping::Title => "Bewijs van het moment, van een ander dan uzelf",
        Stamping::For => {
            "De datum bij een handtekening komt van uw eigen computer. Een tijdstempel komt van een dienst buiten uw instelling. Het bewijst dat dit verslag op dat moment al bestond, en daarna niet is veranderd."
        }
        Stamping::How => {
            "Zo gaat het: het programma maakt een vraag, een klein bestand .tsq. U stuurt dat bestand naar een tijdstempeldienst, bijvoorbeeld freetsa.org. Voor meer bewijskracht is er een gekwalificeerde dienst (eIDAS art. 42); die staan op de lijst van de Europese Commissie. U krijgt een antwoord terug, een bestand .tsr. Dat zet u in het verslag."
        }
        Stamping::Private => {
            "In de vraag staat alleen een controlegetal. Niemand kan daaruit lezen wat er in het verslag staat. Het programma zelf gebruikt geen internet."
        }
        Stamping::Never => {
            "Komt er geen antwoord? Dan blijft het verslag zoals het is, en even geldig. Laat eerst iedereen tekenen: na een nieuwe handtekening past het antwoord niet meer."
        }
        Stamping::Make => "Druk op Enter om de vraag te maken.",
        Stamping::Ready => "De vraag staat klaar:",
        Stamping::ReadyEarlier => "De vraag stond al klaar, en is nog goed:",
        Stamping::Send => {
            "Stuur dit bestand naar een tijdstempeldienst. U mag dit scherm sluiten en later verdergaan. Hoe u het stuurt, staat in de README en bij verantwoord timestamp prepare."
        }
        Stamping::Then => {
            "Hebt u het antwoord? Geef dan hieronder het bestand .tsr op, en druk op Enter."
        }
        Stamping::Answer => "Antwoord (.tsr)",
        Stamping::HintAnswer => {
            "Het bestand dat u van de tijdstempeldienst kreeg. U kunt het hierheen slepen."
        }
        Stamping::Help => {
            "Een tijdstempel is bewijs van het moment, van een ander dan uzelf. U maakt een vraag, stuurt die naar een tijdstempeldienst, en zet het antwoord in het verslag. Tot dan verandert het verslag niet."
        }
    }
}
