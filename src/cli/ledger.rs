//! `verantwoord register` and `verantwoord actions`: what the institution keeps, for other programs.

use super::{
    Reply,
    surroundings::{Surroundings, told},
    words,
};
use crate::{exchange, model::Actions, session::Overview, store::replace};
use clap::Args;
use std::{path::PathBuf, sync::Arc};

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Form {
    /// For a spreadsheet.
    Csv,
    /// For another program.
    Json,
    /// For a calendar.
    Ics,
    /// As running text.
    Md,
}

/// Which register.
#[derive(Debug, Args)]
pub(super) struct Registers {
    #[command(flatten)]
    arguments: Arguments,

    #[arg(long, visible_alias = "verwerker", help = words::AS_PROCESSOR)]
    processor: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Arguments {
    #[arg(value_name = words::FILE, help = words::TO_FILE, help_heading = words::ARGUMENTS)]
    file: Option<PathBuf>,

    #[arg(long, value_enum, default_value = "csv", value_name = words::FORM, help = words::WHICH_FORM, hide_possible_values = true, hide_default_value = true)]
    form: Form,
}

/// The register of processing activities, or what is done for others.
pub(super) fn register(asked: &Registers, surroundings: &Surroundings) -> Reply {
    if asked.processor {
        return run(&asked.arguments, surroundings, commissions);
    }
    run(&asked.arguments, surroundings, |overview, form| match form {
        Form::Md => {
            let gaps = |entry: &_| overview.gaps(entry);
            let text = exchange::register_text(&overview.processings, gaps, today(overview));
            Ok(text.into_bytes())
        }
        Form::Csv => {
            Ok(exchange::register_csv(&overview.processings, |entry| overview.gaps(entry)))
        }
        Form::Json => json(&overview.processings.iter().map(Arc::as_ref).collect::<Vec<_>>()),
        Form::Ics => Ok(calendar(overview, &Actions::default())),
    })
}

fn commissions(overview: &Overview, form: Form) -> Result<Vec<u8>, String> {
    let (entries, today) = (&overview.commissions, today(overview));
    match form {
        Form::Csv => Ok(exchange::commissions_csv(entries, today)),
        Form::Json => json(entries),
        Form::Md => Ok(exchange::commissions_text(entries, today).into_bytes()),
        Form::Ics => Err(words::NO_CALENDAR.to_owned()),
    }
}

/// The actions.
pub(super) fn actions(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    run(arguments, surroundings, |overview, form| {
        let actions = Actions(overview.actions.clone());
        match form {
            Form::Csv => Ok(exchange::actions_csv(&actions, &overview.processings)),
            Form::Json => json(&actions),
            Form::Ics => Ok(calendar(overview, &actions)),
            Form::Md => Err(words::NO_TEXT.to_owned()),
        }
    })
}

fn today(overview: &Overview) -> jiff::civil::Date {
    overview.today.unwrap_or(jiff::civil::Date::MIN)
}

fn calendar(overview: &Overview, actions: &Actions) -> Vec<u8> {
    let made = today(overview);
    let reviews = crate::desk::reviews(overview);
    exchange::calendar(actions, &overview.processings, &reviews, made).into_bytes()
}

fn json<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, String> {
    exchange::json(value).map(String::into_bytes).map_err(|error| words::no_json(&error))
}

fn run(
    arguments: &Arguments,
    surroundings: &Surroundings,
    write: impl FnOnce(&Overview, Form) -> Result<Vec<u8>, String>,
) -> Reply {
    let looked = surroundings
        .office()
        .and_then(|mut office| office.overview().map_err(|error| told(&error)))
        .and_then(|overview| Ok((write(&overview, arguments.form)?, overview)));
    let (bytes, overview) = match looked {
        Ok(looked) => looked,
        Err(fault) => return Reply::refused([fault]),
    };
    let reply = match &arguments.file {
        None => Reply::done(String::from_utf8_lossy(&bytes).into_owned()),
        Some(file) => match replace(file, &bytes) {
            Ok(()) => Reply::done(words::written(&file.display().to_string())),
            Err(error) => return Reply::refused([crate::desk::words::store(&error)]),
        },
    };
    reply.with_warnings(&overview.warnings)
}
