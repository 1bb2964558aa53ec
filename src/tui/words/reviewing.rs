//! The words of looking again: what was said last time, what is said now, and how far it is.

use crate::model::{Moment, Review, Reviewed};
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
    let mut told = format!("{confirmed} van {asked} bevestigd");
    for (count, what) in [(changed, "gewijzigd"), (new, "nieuw")] {
        if *count > 0 {
            told += &format!(", {count} {what}");
        }
    }
    told
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
