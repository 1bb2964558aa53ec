//! A group, as lines of text: who is there, what is put aside and decided, and what was agreed.

use super::{
    talk::{Talk, Told},
    words,
};
use crate::{
    model::{Id, Participant},
    session::{Session, Unlisted},
    tui::words::{Dutch, GroupWords as _, Meet},
};

const PROMPT: &str = "Werksessie (? = hulp, leeg = terug):";
const HELP: &str = "erbij NAAM, FUNCTIE: schrijf iemand op.\n\
                    weg 2: zet nummer 2 op afwezig, of weer op aanwezig. wis 2: haal nummer 2 van de lijst.\n\
                    parkeer TEKST: zet iets opzij voor later. besproken 1: parkeerpunt 1 is besproken.\n\
                    besluit TEKST: schrijf een besluit op. lees: hoor wat is afgesproken.";
const PARK: &str = "Wat wilt u later bespreken?";
const DECIDE: &str = "Wat is er besloten?";

/// Writes down who is there, and tells what was agreed, until an empty line.
pub(super) fn run(talk: &mut Talk<'_>, session: &mut Session) -> Told<()> {
    if !session.is_together() {
        let begun = session.gather();
        talk.edit(session, begun)?;
    }
    talk.say(&people(session))?;
    loop {
        let line = talk.ask(PROMPT)?;
        let (word, rest) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
        let rest = rest.trim();
        match word.to_lowercase().as_str() {
            "" | "terug" | "stop" => return Ok(()),
            "erbij" => add(talk, session, rest)?,
            "weg" => turn(talk, session, rest)?,
            "wis" => remove(talk, session, rest)?,
            "parkeer" => park_for_all(talk, session, None, rest)?,
            "besproken" => unpark(talk, session, rest)?,
            "besluit" => decide(talk, session, rest.to_owned())?,
            "lees" | "slot" => talk.say(&agreed(session))?,
            _ => talk.say(HELP)?,
        }
    }
}

/// Puts something aside at this question.
pub(super) fn park(
    talk: &mut Talk<'_>,
    session: &mut Session,
    question: Id,
    text: &str,
) -> Told<()> {
    park_for_all(talk, session, Some(question), text)
}

fn park_for_all(
    talk: &mut Talk<'_>,
    session: &mut Session,
    question: Option<Id>,
    text: &str,
) -> Told<()> {
    let text = if text.is_empty() { talk.ask(PARK)? } else { text.to_owned() };
    if text.trim().is_empty() {
        return Ok(());
    }
    let edit = session.park(question, text.trim().to_owned());
    talk.edit(session, edit)?;
    talk.say(Dutch.meet(Meet::IsParked))
}

/// Writes a decision down.
pub(super) fn decide(talk: &mut Talk<'_>, session: &mut Session, text: String) -> Told<()> {
    let text = if text.is_empty() { talk.ask(DECIDE)? } else { text };
    if text.trim().is_empty() {
        return Ok(());
    }
    let edit = session.decide(text.trim().to_owned());
    talk.edit(session, edit)?;
    talk.say(Dutch.meet(Meet::IsDecided))
}

fn add(talk: &mut Talk<'_>, session: &mut Session, text: &str) -> Told<()> {
    let (name, role) = text.split_once(',').unwrap_or((text, ""));
    let place = session.assessment().participants.len();
    match session.list(place, Participant::new(name.trim(), role.trim())) {
        Ok(edit) => talk.edit(session, edit)?,
        Err(Unlisted::Nameless) => return talk.say(Dutch.meet(Meet::Nameless)),
        Err(Unlisted::Known) => return talk.say(Dutch.meet(Meet::Known)),
    }
    talk.say(&people(session))
}

/// The place that a number from 1 stands for, among so many.
fn place(talk: &mut Talk<'_>, number: &str, count: usize) -> Told<Option<usize>> {
    let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let place = place.filter(|place| *place < count);
    if place.is_none() {
        talk.say(&words::number_between(count))?;
    }
    Ok(place)
}

fn turn(talk: &mut Talk<'_>, session: &mut Session, number: &str) -> Told<()> {
    let people_now = session.assessment().participants.clone();
    let Some(place) = place(talk, number, people_now.len())? else { return Ok(()) };
    let Some(one) = people_now.get(place) else { return Ok(()) };
    let other = Participant { absent: !one.absent, ..one.clone() };
    if let Ok(edit) = session.list(place, other) {
        talk.edit(session, edit)?;
    }
    talk.say(&people(session))
}

fn remove(talk: &mut Talk<'_>, session: &mut Session, number: &str) -> Told<()> {
    let count = session.assessment().participants.len();
    let Some(place) = place(talk, number, count)? else { return Ok(()) };
    let edit = session.unlist(place);
    talk.edit(session, edit)?;
    talk.say(&people(session))
}

fn unpark(talk: &mut Talk<'_>, session: &mut Session, number: &str) -> Told<()> {
    let Some(place) = place(talk, number, session.workshop().parked.len())? else {
        return Ok(());
    };
    let edit = session.unpark(place);
    talk.edit(session, edit)?;
    talk.say(&agreed(session))
}

/// Who is on the list, with a number each.
fn people(session: &Session) -> String {
    let people = &session.assessment().participants;
    let lines = people.iter().enumerate().map(|(place, one)| {
        let there = Dutch.meet(if one.absent { Meet::Absent } else { Meet::Present });
        let role = if one.role.is_empty() { String::new() } else { format!(", {}", one.role) };
        format!("  {}. {}{role}: {there}", place + 1, one.name)
    });
    let lines: Vec<String> = lines.collect();
    let none = || Dutch.meet(Meet::Nobody).to_owned();
    let list = if lines.is_empty() { none() } else { lines.join("\n") };
    format!("{}\n{list}", Dutch.meet(Meet::Attendance))
}

/// What was agreed so far.
fn agreed(session: &Session) -> String {
    let group = session.workshop();
    let part = |title: Meet, items: Vec<String>, none: Meet| {
        let items =
            items.iter().enumerate().map(|(place, text)| format!("  {}. {text}", place + 1));
        let items: Vec<String> = items.collect();
        let list =
            if items.is_empty() { format!("  {}", Dutch.meet(none)) } else { items.join("\n") };
        format!("{}:\n{list}", Dutch.meet(title))
    };
    let parked = group.parked.iter().map(|parked| {
        let state = if parked.done { Meet::TalkedAbout } else { Meet::NotYet };
        format!("{} ({})", parked.text, Dutch.meet(state))
    });
    let dissents = session.assessment().dissents.iter().flat_map(|(question, dissents)| {
        let label = session.question(question).map_or("", |question| question.label.as_str());
        dissents
            .iter()
            .map(move |dissent| format!("{label}: {}", words::dissent(&dissent.by, &dissent.text)))
    });
    let duration = Dutch.duration(group.seconds());
    [
        part(Meet::Decisions, group.decisions.clone(), Meet::NothingDecided),
        part(Meet::Dissents, dissents.collect(), Meet::NoDissents),
        part(Meet::Parking, parked.collect(), Meet::NothingParked),
        people(session),
        format!("{}: {duration}", Dutch.meet(Meet::Took)),
    ]
    .join("\n")
}
