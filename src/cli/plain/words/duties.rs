//! What is said of actions.

use crate::model::{Moment, Progress, Proof};
use jiff::civil::Date;

pub(in crate::cli::plain) const PROMPT: &str =
    "Nummer, nieuw, zoek TEKST, afdeling NAAM, wie NAAM, ? of Enter:";

pub(in crate::cli::plain) const HELP: &str = "Typ het nummer van een actie om meer te horen of te zeggen hoe ver die is.\n\
     nieuw: schrijf een actie op. uitvoer: schrijf de acties naar een bestand.\n\
     afdeling NAAM: alleen de acties van een afdeling. wie NAAM: alleen die van een persoon.\n\
     zoek TEKST: alleen acties waar dat in staat. afdelingen: hoe ver elke afdeling is.\n\
     alles: ook wat klaar of vervallen is. open: weer alleen wat nog moet.\n\
     Enter: terug.";

pub(in crate::cli::plain) const NONE: &str = "Hier zijn geen acties. Typ nieuw om er een op te schrijven, of alles om ook te horen wat klaar is.";

pub(in crate::cli::plain) const LATE: &str = "TE LAAT: ";
pub(in crate::cli::plain) const NO_DEPARTMENT: &str = "Geen afdeling";
pub(in crate::cli::plain) const WHAT: &str = "Wat moet er gebeuren?";
pub(in crate::cli::plain) const ONE: &str =
    "open, bezig, klaar BEWIJS, vervalt REDEN, wijzig, of Enter om terug te gaan:";

pub(in crate::cli::plain) const ONE_HELP: &str = "open: er is nog niemand begonnen. bezig: iemand is begonnen.\n\
     klaar BEWIJS: het is gedaan; zeg waaruit dat blijkt, of geef de plaats van een bestand.\n\
     vervalt REDEN: het hoeft niet meer; zeg waarom. wijzig: verander de rest.";

pub(in crate::cli::plain) const PROOF: &str =
    "Waaruit blijkt dat? Een zin, of de plaats van een bestand:";
pub(in crate::cli::plain) const NEEDS_PROOF: &str =
    "Zonder bewijs is een actie niet klaar. Er is niets veranderd.";
pub(in crate::cli::plain) const REASON: &str = "Waarom hoeft het niet meer?";
pub(in crate::cli::plain) const NEEDS_REASON: &str =
    "Zonder reden vervalt een actie niet. Er is niets veranderd.";

pub(in crate::cli::plain) fn state(state: &Progress) -> String {
    match state {
        Progress::Dropped(why) => format!("vervallen, want {why}"),
        state => state.words().to_owned(),
    }
}

pub(in crate::cli::plain) fn due(day: Date) -> String {
    format!("uiterlijk {}", Moment::words(day))
}

pub(in crate::cli::plain) fn facts(facts: &[String]) -> String {
    format!("({})", facts.join("; "))
}

pub(in crate::cli::plain) fn proof(proof: &Proof) -> String {
    match proof {
        Proof::Text(text) => format!("Bewijs: {text}"),
        Proof::File { name, sha256 } => format!("Bewijs: bestand {name}, SHA-256 {sha256}"),
    }
}

pub(in crate::cli::plain) fn event(at: Moment, what: &str) -> String {
    format!("{}: {what}", Moment::words(at.date()))
}
