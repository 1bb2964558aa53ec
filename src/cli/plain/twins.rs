//! Second copies, line by line: what differs, and which one is kept.

use super::{
    talk::{Talk, Told},
    words::{self, twins as said},
};
use crate::{
    session::{Choice, Comparison, Effect, Reply},
    tui::words::{CycleWords as _, Double, Dutch},
};
use std::path::Path;

/// Tells what differs, and asks what is kept.
pub(super) fn run(talk: &mut Talk<'_>, copy: &Path) -> Told<()> {
    let Some(Reply::Compared(comparison)) = talk.perform(Effect::Compare(copy.to_path_buf()))?
    else {
        return Ok(());
    };
    tell(talk, &comparison)?;
    let Some(choice) = choose(talk, &comparison)? else { return Ok(()) };
    let word = if choice == Choice::Both { Double::BothKept } else { Double::Settled };
    let settlement = Box::new(comparison.settled(choice));
    match talk.perform(Effect::Settle(settlement))? {
        Some(_) => talk.say(Dutch.double(word)),
        None => Ok(()),
    }
}

fn tell(talk: &mut Talk<'_>, comparison: &Comparison) -> Told<()> {
    talk.gap()?;
    talk.say(&format!("{}.", Dutch.two_of(&comparison.what)))?;
    talk.say(Dutch.double(Double::Why))?;
    for side in Dutch.sides(comparison) {
        talk.say(&side)?;
    }
    if comparison.differences.is_empty() {
        talk.say(said::SAME)?;
    }
    for difference in &comparison.differences {
        talk.say(&difference.label)?;
        for (place, text) in difference.said.iter().enumerate() {
            let text = if text.is_empty() { Dutch.double(Double::Nothing) } else { text };
            talk.say(&format!("  {}: {text}", place + 1))?;
        }
    }
    Ok(())
}

/// What is kept; none to choose later.
fn choose(talk: &mut Talk<'_>, comparison: &Comparison) -> Told<Option<Choice>> {
    let by_part = comparison.mixable && !comparison.differences.is_empty();
    loop {
        let line = talk.ask(&said::prompt(by_part, comparison.separable))?;
        match line.trim() {
            "" | "terug" | "stop" => return Ok(None),
            "1" => return Ok(Some(Choice::First)),
            "2" => return Ok(Some(Choice::Second)),
            "per onderdeel" if by_part => return each(talk, comparison),
            "beide" if comparison.separable => return Ok(Some(Choice::Both)),
            _ => talk.say(Dutch.double(Double::Help))?,
        }
    }
}

/// Asks for each difference which one is kept; none to choose later.
fn each(talk: &mut Talk<'_>, comparison: &Comparison) -> Told<Option<Choice>> {
    let mut chosen = Vec::new();
    for difference in &comparison.differences {
        let Some(place) = talk.choose(&said::which(&difference.label), 2)? else {
            talk.say(words::twins::NOTHING_CHOSEN)?;
            return Ok(None);
        };
        chosen.push(place == 1);
    }
    Ok(Some(match (chosen.contains(&true), chosen.contains(&false)) {
        (false, _) => Choice::First,
        (true, false) => Choice::Second,
        (true, true) => Choice::Mixed(chosen),
    }))
}
