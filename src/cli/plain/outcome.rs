//! The outcome: what it is and why, the motivation, and on to signing.

use super::{
    guide::{self, Scene},
    signing,
    talk::{Talk, Told},
    tell, words,
};
use crate::{
    session::{Edit, Effect, Reply, Session},
    tui::{
        screens::day,
        words::{Cycle, CycleWords as _, Dutch},
    },
};

/// Tells the outcome, and does with it what the person wants, until an empty line; whether the questionnaire is closed now.
pub(super) fn run(talk: &mut Talk<'_>, session: &mut Session) -> Told<bool> {
    talk.gap()?;
    tell(talk, session)?;
    if session.is_locked() {
        return talk.say(words::LOCKED).map(|()| true);
    }
    loop {
        guide::hint(talk, Scene::Outcome(session))?;
        match talk.ask(words::OUTCOME_PROMPT)?.trim() {
            "motivatie" | "motivering" => motivate(talk, session)?,
            "onderteken" | "teken" => {
                if signing::sign(talk, session)? {
                    return Ok(true);
                }
            }
            "lees" | "uitkomst" => tell(talk, session)?,
            "bekijk" | "verslag" => preview(talk, session)?,
            "deelnemers" => people(talk, session)?,
            "datum" | "herziening" => term(talk, session)?,
            "" | "terug" | "stop" => return Ok(false),
            _ => talk.say(words::OUTCOME_HELP)?,
        }
    }
}

/// Tells the outcome, and when it is to be looked at again.
fn tell(talk: &mut Talk<'_>, session: &Session) -> Told<()> {
    let today = talk.look()?.today;
    talk.say(&tell::outcome(session))?;
    match today.and_then(|today| tell::term(session, today)) {
        Some(told) => talk.say(&told),
        None => Ok(()),
    }
}

fn motivate(talk: &mut Talk<'_>, session: &mut Session) -> Told<()> {
    let asked = session.verdict().and_then(|verdict| verdict.motivation.clone());
    if let Some(asked) = asked {
        talk.say(&asked.text)?;
        talk.say(&asked.help)?;
    }
    let then = session.last_motivation().map(str::to_owned);
    if let Some(then) = &then {
        talk.say(&words::motivation_then(then))?;
    }
    guide::hint(talk, Scene::Motivation)?;
    let text = talk.ask_text(words::WRITE, &session.assessment().motivation.clone())?;
    let text = then.filter(|_| text.trim().eq_ignore_ascii_case("neem over")).unwrap_or(text);
    talk.edit(session, Edit::Motivation(text))?;
    talk.say(words::NOTED)
}

fn people(talk: &mut Talk<'_>, session: &mut Session) -> Told<()> {
    let now: Vec<String> = session
        .assessment()
        .participants
        .iter()
        .map(|one| match one.role.as_str() {
            "" => one.name.clone(),
            role => format!("{}, {role}", one.name),
        })
        .collect();
    let text = talk.ask_text(words::PEOPLE, &now.join("\n"))?;
    let people = text.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let (name, role) = line.split_once(',').unwrap_or((line, ""));
        crate::model::Participant::new(name.trim(), role.trim())
    });
    let people = people.collect();
    talk.edit(session, Edit::Participants(people))?;
    talk.say(words::NOTED)
}

/// Asks when the outcome is to be looked at again.
fn term(talk: &mut Talk<'_>, session: &mut Session) -> Told<()> {
    let today = talk.look()?.today;
    let text = talk.ask(Dutch.cycle(Cycle::HintTerm))?;
    let chosen = match text.trim() {
        "" => Some(None),
        text => day(text, today).filter(|day| Some(*day) > today).map(Some),
    };
    let Some(chosen) = chosen else { return talk.say(Dutch.cycle(Cycle::NoTerm)) };
    talk.edit(session, Edit::Review(chosen))?;
    let told = today.and_then(|today| tell::term(session, today));
    talk.say(&told.unwrap_or_else(|| words::NOTED.to_owned()))
}

fn preview(talk: &mut Talk<'_>, session: &Session) -> Told<()> {
    let wish = Effect::Preview(Box::new(session.assessment().clone()));
    if let Some(Reply::Preview(pages)) = talk.perform(wish)? {
        for page in pages {
            talk.say(&page)?;
            talk.gap()?;
        }
    }
    Ok(())
}
