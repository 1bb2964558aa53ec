//! A record that is there: what a check finds, the next signature, and proof of its moment by someone else.

use super::{
    super::verify,
    signing::{capacity, key},
    talk::{Talk, Told},
    words,
};
use crate::{
    session::{Countersignature, Effect, OpenField, Reply, Report, StampOrder},
    tui::words::{Dutch, Stamping, Words as _},
};
use std::path::PathBuf;

/// Tells what a check of the record at `path` finds, and does with a genuine one what the person wants, until an empty line.
pub(super) fn run(talk: &mut Talk<'_>, path: PathBuf) -> Told<()> {
    let Some(Reply::Checked(report)) = talk.perform(Effect::Check(path))? else { return Ok(()) };
    let mut report = *report;
    talk.say(&verify::text::report(&report))?;
    while report.verdict.is_genuine() && report.data.is_same() {
        let open = !report.open_fields.is_empty();
        let changed = match talk.ask(words::record_prompt(open))?.trim() {
            "onderteken" | "teken" if open => countersign(talk, &report)?,
            "tijdstempel" => stamp(talk, &report)?,
            "lees" => Some(report.clone()),
            "" | "terug" | "stop" => return Ok(()),
            _ => {
                talk.say(words::RECORD_HELP)?;
                None
            }
        };
        if let Some(changed) = changed {
            report = changed;
            talk.say(&verify::text::report(&report))?;
        }
    }
    Ok(())
}

/// The next signature; what a check finds then, if there is one.
fn countersign(talk: &mut Talk<'_>, report: &Report) -> Told<Option<Report>> {
    let Some(open) = place(talk, &report.open_fields)? else { return Ok(None) };
    let Some(key) = key(talk)? else { return Ok(None) };
    let capacity = capacity(talk, &key, Some(&open.role))?;
    let passphrase = talk.ask_secret(words::PASSPHRASE)?;
    let order = Countersignature {
        record: report.file.clone(),
        field: open.field.clone(),
        key: key.path,
        passphrase,
        capacity,
    };
    checked(talk, Effect::Countersign(Box::new(order)))
}

/// The place to sign that is chosen; the only one there is is not asked for.
fn place<'a>(talk: &mut Talk<'_>, open: &'a [OpenField]) -> Told<Option<&'a OpenField>> {
    if let [only] = open {
        return Ok(Some(only));
    }
    talk.say(words::WHICH_PLACE)?;
    for (place, field) in open.iter().enumerate() {
        talk.say(&format!("  {} = {}, {}", place + 1, field.name, field.role))?;
    }
    Ok(talk.choose(words::NUMBER, open.len())?.and_then(|place| open.get(place)))
}

/// The question to a timestamp authority, and its answer if it is there; what a check finds then.
fn stamp(talk: &mut Talk<'_>, report: &Report) -> Told<Option<Report>> {
    for word in [Stamping::For, Stamping::How, Stamping::Private, Stamping::Never] {
        talk.say(Dutch.stamping(word))?;
    }
    let Some(Reply::Asked(asked)) = talk.perform(Effect::AskStamp(report.file.clone()))? else {
        return Ok(None);
    };
    let ready = if asked.earlier { Stamping::ReadyEarlier } else { Stamping::Ready };
    talk.say(Dutch.stamping(ready))?;
    talk.say(&asked.question.display().to_string())?;
    talk.say(words::SEND_QUESTION)?;
    let answer = talk.ask(words::WHICH_ANSWER)?;
    let answer = answer.trim().trim_matches(['\'', '"']).trim();
    if answer.is_empty() {
        return Ok(None);
    }
    let (record, answer) = (report.file.clone(), PathBuf::from(answer));
    let order = StampOrder { record, answer, question: None, trust: Vec::new() };
    checked(talk, Effect::AddStamp(Box::new(order)))
}

fn checked(talk: &mut Talk<'_>, effect: Effect) -> Told<Option<Report>> {
    Ok(match talk.perform(effect)? {
        Some(Reply::Checked(report)) => Some(*report),
        _ => None,
    })
}
