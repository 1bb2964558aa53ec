//! `verantwoord questionnaires diff`: what a newer version makes otherwise, also for answers that were given already.

use super::text;
use crate::{
    cli::{Reply, Surroundings, editions, evaluate, words},
    engine::{Carried, Difference, Engine},
    exchange,
    format::Edition,
};
use clap::Args;
use jiff::civil::Date;
use std::{path::PathBuf, sync::Arc};

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = words::OLD, help = words::WHICH_OLD, help_heading = words::ARGUMENTS)]
    old: String,

    #[arg(value_name = words::NEW, help = words::WHICH_NEW, help_heading = words::ARGUMENTS)]
    new: String,

    #[arg(long, value_name = words::FILE, help = words::OLD_ANSWERS)]
    answers: Option<PathBuf>,

    #[arg(long, value_name = words::DAY, help = words::AS_OF)]
    date: Option<Date>,

    #[arg(long, help = words::JSON)]
    json: bool,
}

/// Compares.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    match compare(arguments, surroundings) {
        Ok(out) => Reply::done(out),
        Err(faults) => Reply::refused(faults),
    }
}

fn compare(arguments: &Arguments, surroundings: &Surroundings) -> Result<String, Vec<String>> {
    let (old, new) = (editions::find(&arguments.old)?, editions::find(&arguments.new)?);
    if old.pinned.id != new.pinned.id {
        return Err(vec![words::two_questionnaires(&old.pinned.id, &new.pinned.id)]);
    }
    let difference = Difference::between(&old.questionnaire, &new.questionnaire);
    let carried = carry(arguments, surroundings, [&old, &new])?;
    if !arguments.json {
        let carried = carried.as_ref().map(|(_, carried)| carried);
        return Ok(text::difference([&old, &new], &difference, carried));
    }
    let versions = [&old, &new].map(|one| (&one.pinned, &*one.questionnaire));
    let carried = carried.as_ref().map(|(day, carried)| (*day, carried));
    exchange::json(&exchange::difference(versions, &difference, carried))
        .map_err(|error| vec![words::no_json(&error)])
}

fn carry(
    arguments: &Arguments,
    surroundings: &Surroundings,
    [old, new]: [&Edition; 2],
) -> Result<Option<(Date, Carried)>, Vec<String>> {
    let Some(file) = &arguments.answers else { return Ok(None) };
    let answers = evaluate::answers(file, old)?;
    let day = match arguments.date {
        Some(day) => day,
        None => surroundings.clock().map_err(|fault| vec![fault])?.now().date(),
    };
    let engine = |edition: &Edition| Engine::new(Arc::clone(&edition.questionnaire), day);
    Ok(Some((day, Difference::carry(&engine(old), &engine(new), &answers))))
}
