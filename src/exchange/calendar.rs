//! The days that matter as a calendar file (RFC 5545): when actions are due, and when entries of the register and assessments
//! must be looked at again; each with a reminder a week before.

use crate::model::{Action, Actions, Id, Processing};
use chrono::Duration;
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, Trigger};
use jiff::civil::Date;
use std::sync::Arc;

/// An assessment that must be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Its stable name.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// On which day.
    pub day: Date,
}

/// What is still to be done, and what must be looked at again. The names of the events stay the same from file to file, so
/// that a calendar that reads a newer one changes them and does not double them.
pub fn calendar(
    actions: &Actions,
    register: &[Arc<Processing>],
    reviews: &[Reviewed],
    made: Date,
) -> String {
    let mut calendar = Calendar::new();
    calendar.name("Acties AVG");
    let pending = actions.0.iter().filter(|action| action.state.is_pending());
    for (action, due) in pending.filter_map(|action| Some((action, action.due?))) {
        let about = [action.department.trim(), action.owner.trim()];
        let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
        calendar.push(event(&uid(action), (&action.text, &about.join(", ")), due, made));
    }
    let current = register.iter().filter(|entry| entry.ended.is_none());
    for (entry, review) in current.filter_map(|entry| Some((entry, entry.review?))) {
        let summary = format!("Opnieuw bekijken: {}", entry.name);
        let uid = format!("verwerking-{}@verantwoord", entry.id);
        calendar.push(event(&uid, (&summary, "AVG art. 30"), review, made));
    }
    for review in reviews {
        let summary = format!("Opnieuw bekijken: {}", review.title);
        let uid = format!("toets-{}@verantwoord", review.id);
        calendar.push(event(&uid, (&summary, "AVG art. 24 lid 1"), review.day, made));
    }
    calendar.to_string()
}

/// How long before its day one is reminded.
const AHEAD: Duration = Duration::days(7);

fn uid(action: &Action) -> String {
    format!("actie-{}@verantwoord", action.id)
}

fn event(uid: &str, (summary, about): (&str, &str), day: Date, made: Date) -> Event {
    let stamp = made.strftime("%Y%m%dT000000Z").to_string();
    let next = day.tomorrow().unwrap_or(day);
    let mut event = Event::new();
    event.uid(uid).summary(summary).add_property("DTSTAMP", &stamp);
    if !about.is_empty() {
        event.description(about);
    }
    let whole_day = |name: &str, day: Date| {
        let mut property = icalendar::Property::new(name, day.strftime("%Y%m%d").to_string());
        property.add_parameter("VALUE", "DATE");
        property.done()
    };
    event.append_property(whole_day("DTSTART", day));
    event.append_property(whole_day("DTEND", next));
    let mut reminder = Alarm::display(summary, Trigger::before_start(AHEAD));
    reminder.uid(&format!("herinnering-{uid}")).add_property("DTSTAMP", &stamp);
    event.alarm(reminder);
    event.done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Origin, Priority, Progress};

    #[test]
    fn what_is_pending_stands_on_its_day_and_lines_are_folded() {
        let action = |number: u32, state: Progress| {
            Arc::new(Action {
            id: Id::new(format!("2026-11-23-{number}")),
            text: "Sluit een verwerkersovereenkomst; met een lange naam, en nog meer woorden dan op één regel passen".into(),
            origin: Origin::ByHand,
            processing: None,
            department: "Publiek".into(),
            owner: "Vera".into(),
            due: Some(jiff::civil::date(2026, 12, 1)),
            priority: Priority::Normal,
            state,
            proof: None,
            history: Vec::new(),
        })
        };
        let actions = Actions(vec![action(1, Progress::Open), action(2, Progress::Done)]);
        let entry = Arc::new(Processing {
            id: Id::from("kaarten"),
            name: "Kaartverkoop".into(),
            review: Some(jiff::civil::date(2027, 1, 2)),
            ..Processing::default()
        });
        let made = jiff::civil::date(2026, 11, 23);
        let reviews = [Reviewed {
            id: Id::from("2026-01-01-pre-dpia-kaarten"),
            title: "Pre-DPIA · Kaartverkoop".into(),
            day: jiff::civil::date(2029, 1, 1),
        }];
        let text = calendar(&actions, std::slice::from_ref(&entry), &reviews, made);
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 3, "{text}");
        assert_eq!(text.matches("BEGIN:VALARM").count(), 3, "{text}");
        assert_eq!(text.matches("-PT604800S").count(), 3, "a week before: {text}");
        assert!(text.contains("UID:toets-2026-01-01-pre-dpia-kaarten@verantwoord"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20261201"), "{text}");
        assert!(text.contains("UID:verwerking-kaarten@verantwoord"));
        assert!(text.contains("DTSTAMP:20261123T000000Z"));
        assert!(text.contains("verwerkersovereenkomst\\; met"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(text, calendar(&actions, std::slice::from_ref(&entry), &reviews, made));
    }
}
