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
