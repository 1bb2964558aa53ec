//! The outcome: what it is and why, the motivation, and signing.

use super::{
    super::verify,
    talk::{Talk, Told},
    tell, words,
};
use crate::session::{
    Countersignature, Edit, Effect, KeyLine, NewKey, Reply, Report, Session, SignOrder,
};
use crate::tui::{
    screens::day,
    words::{Cycle, CycleWords as _, Dutch},
};
use std::path::PathBuf;

/// Tells the outcome, and does with it what the person wants, until an empty line; whether the questionnaire is closed now.
pub(super) fn run(talk: &mut Talk<'_>, session: &mut Session) -> Told<bool> {
    talk.gap()?;
    tell(talk, session)?;
    if session.is_locked() {
        return talk.say(words::LOCKED).map(|()| true);
    }
    loop {
        match talk.ask(words::OUTCOME_PROMPT)?.trim() {
            "motivatie" | "motivering" => motivate(talk, session)?,
            "onderteken" | "teken" => {
                if sign(talk, session)? {
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
    let text = talk.ask_text(words::WRITE)?;
    let text = then.filter(|_| text.trim().eq_ignore_ascii_case("neem over")).unwrap_or(text);
    talk.edit(session, Edit::Motivation(text))?;
    talk.say(words::NOTED)
}

fn people(talk: &mut Talk<'_>, session: &mut Session) -> Told<()> {
    let text = talk.ask_text(words::PEOPLE)?;
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

/// Makes the record and signs it; whether that was done.
fn sign(talk: &mut Talk<'_>, session: &mut Session) -> Told<bool> {
    if !session.missing().is_empty() {
        tell(talk, session)?;
        talk.say(words::NOT_COMPLETE)?;
        return Ok(false);
    }
    let Some(key) = key(talk)? else { return Ok(false) };
    let passphrase = talk.ask_secret(words::PASSPHRASE)?;
    let order =
        SignOrder { assessment: session.assessment().clone(), others: Vec::new(), key, passphrase };
    match talk.perform(Effect::Sign(Box::new(order)))? {
        Some(Reply::Signed(record)) => {
            talk.say(&words::signed(&record.path.display().to_string()))?;
            talk.say(&verify::text::report(&record.report))?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// The file of the signing key that is chosen or made.
fn key(talk: &mut Talk<'_>) -> Told<Option<PathBuf>> {
    let keys: Vec<KeyLine> = talk.look()?.keys.clone();
    talk.say(words::WHICH_KEY)?;
    for (place, key) in keys.iter().enumerate() {
        talk.say(&format!("  {} = {}, {}", place + 1, key.name, key.role))?;
    }
    talk.say(&format!("  {} = {}", keys.len() + 1, words::NEW_KEY))?;
    match talk.choose(words::NUMBER, keys.len() + 1)? {
        None => Ok(None),
        Some(place) => match keys.get(place) {
            Some(key) => Ok(Some(key.path.clone())),
            None => make_key(talk),
        },
    }
}

fn make_key(talk: &mut Talk<'_>) -> Told<Option<PathBuf>> {
    let name = talk.ask(words::KEY_NAME)?;
    let role = talk.ask(words::KEY_ROLE)?;
    if name.trim().is_empty() {
        return Ok(None);
    }
    let passphrase = talk.ask_secret(words::NEW_PASSPHRASE)?;
    if talk.ask_secret(words::PASSPHRASE_AGAIN)? != passphrase {
        talk.say(words::PASSPHRASES_DIFFER)?;
        return Ok(None);
    }
    match talk.perform(Effect::MakeKey(NewKey { name, role, passphrase }))? {
        Some(Reply::KeyMade(key)) => {
            talk.say(words::KEY_MADE)?;
            Ok(Some(key.path))
        }
        _ => Ok(None),
    }
}

/// Tells what a check of the record at `path` finds, and lets the next person sign.
pub(super) fn check(talk: &mut Talk<'_>, path: PathBuf) -> Told<()> {
    let Some(Reply::Checked(report)) = talk.perform(Effect::Check(path))? else { return Ok(()) };
    talk.say(&verify::text::report(&report))?;
    countersign(talk, &report)
}

fn countersign(talk: &mut Talk<'_>, report: &Report) -> Told<()> {
    let Some(open) = report.open_fields.first().filter(|_| report.verdict.is_genuine()) else {
        return Ok(());
    };
    if !matches!(talk.ask(words::SIGN_NOW)?.trim(), "j" | "ja") {
        return Ok(());
    }
    let Some(key) = key(talk)? else { return Ok(()) };
    let passphrase = talk.ask_secret(words::PASSPHRASE)?;
    let order = Countersignature {
        record: report.file.clone(),
        field: open.field.clone(),
        key,
        passphrase,
    };
    if let Some(Reply::Checked(report)) = talk.perform(Effect::Countersign(Box::new(order)))? {
        talk.say(&verify::text::report(&report))?;
    }
    Ok(())
}
