//! The words of looking again: what was said last time, what is said now, and how far it is.

use super::ReviewTerm;
use crate::{
    model::{Moment, Review, Reviewed},
    session::{Link, LinkStanding},
};
use jiff::civil::Date;

/// What was said last time, and how to say it again.
pub(super) fn last_time(answer: &str, day: Date) -> String {
    format!("Vorige keer ({}): {answer}", Moment::words(day))
}

/// How an answer stands against that of last time.
pub(super) fn reviewed(state: Reviewed, was: &str) -> String {
    match state {
        Reviewed::Confirmed => "Ongewijzigd bevestigd.".to_owned(),
        Reviewed::Changed => format!("Gewijzigd. Vorige keer: {was}"),
        Reviewed::New => "Nieuw: vorige keer was hier geen antwoord.".to_owned(),
    }
}

/// The same for a row of a list; without a state, what was said last time.
pub(super) fn reviewed_row(state: Option<Reviewed>, was: &str) -> String {
    match state {
        None => format!("vorige keer: {was}"),
        Some(Reviewed::Confirmed) => "bevestigd".to_owned(),
        Some(Reviewed::Changed) => format!("gewijzigd, was: {was}"),
        Some(Reviewed::New) => "nieuw".to_owned(),
    }
}

/// "12 van 31 bevestigd"; what is otherwise is counted behind it.
pub(super) fn review(review: &Review) -> String {
    let Review { confirmed, changed, new, asked, dropped: _ } = review;
    let mut parts = vec![format!("{confirmed} van {asked} bevestigd")];
    let others = [(changed, "gewijzigd"), (new, "nieuw")].into_iter();
    parts.extend(
        others.filter(|(count, _)| **count > 0).map(|(count, what)| format!("{count} {what}")),
    );
    parts.join(", ")
}

/// How far the review is, in sentences, with the verdict of last time.
pub(super) fn review_whole(review: &Review, verdict: &str, day: Date) -> Vec<String> {
    let mut told = vec![
        format!("Vorige uitkomst ({}): {verdict}", Moment::words(day)),
        format!("{}.", self::review(review)),
    ];
    match review.asked.saturating_sub(review.seen()) {
        0 => {}
        1 => told.push("1 vraag hebt u nog niet bekeken.".to_owned()),
        left => told.push(format!("{left} vragen hebt u nog niet bekeken.")),
    }
    match review.dropped.len() {
        0 => {}
        1 => told.push("1 antwoord van vorige keer vervalt.".to_owned()),
        count => told.push(format!("{count} antwoorden van vorige keer vervallen.")),
    }
    told
}

/// So many answers were said again as they were.
pub(super) fn confirmed(count: usize) -> String {
    match count {
        0 => "Hier staat niets meer open om te bevestigen.".to_owned(),
        1 => "1 antwoord is ongewijzigd bevestigd.".to_owned(),
        count => format!("{count} antwoorden zijn ongewijzigd bevestigd."),
    }
}

/// A record that a later one names, and how its file stands.
pub(super) fn link(link: &Link) -> String {
    let stands = match link.standing {
        LinkStanding::Same => "Dat bestand ligt ernaast en is hetzelfde.",
        LinkStanding::Grown => {
            "Dat bestand ligt ernaast en is hetzelfde. Er is later nog een handtekening of tijdstempel bij gezet."
        }
        LinkStanding::Different => {
            "LET OP: het bestand met die naam is een ander bestand dan toen. Vertrouw het niet."
        }
        LinkStanding::Absent => "Dat bestand ligt hier niet, en is dus niet vergeleken.",
    };
    let day = Moment::words(link.signed.date());
    let hash = link.sha256.get(..16).unwrap_or(&link.sha256);
    format!(
        "Eerdere versie {} ({day}): {}. {}, SHA-256 {hash}… {stands}",
        link.version, link.verdict, link.record
    )
}

/// When an outcome is to be looked at again, and why then.
pub(super) fn term(term: &ReviewTerm) -> Vec<String> {
    let after = match term.months {
        months if months % 12 == 0 => format!("{} jaar", months / 12),
        months => format!("{months} maanden"),
    };
    let why = if term.dpia {
        "U moet opnieuw kijken zodra het risico verandert (AVG art. 35 lid 11). De wet noemt geen aantal jaren. Is er niets veranderd, dan \
         is drie jaar lang genoeg om niet steeds hetzelfde te doen, en kort genoeg om een langzame verandering te zien."
    } else {
        "U moet altijd kunnen laten zien dat u zich aan de AVG houdt (art. 5 lid 2). Daarom moet u uw maatregelen nalopen en zo nodig \
         bijwerken (art. 24 lid 1). De wet noemt geen termijn. Een jaar past bij uw jaarplan en jaarverslag."
    };
    let first = format!("Uiterlijk op {}.", Moment::words(term.day));
    let usual = if term.agreed {
        format!("Die dag hebt u zelf gekozen. Gewoon is na {after}.")
    } else {
        format!("Dat is {after} na het ondertekenen.")
    };
    let sooner = "Verandert er eerder iets aan het doel, de gegevens, de leverancier, een koppeling, de omvang of de techniek? Wacht dan \
                  niet op die dag, maar doe de toets meteen opnieuw.";
    vec![format!("{first} {usual}"), why.to_owned(), sooner.to_owned()]
}
