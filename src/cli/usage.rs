//! A command line that cannot be understood, told in Dutch.

use super::{Reply, words};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// Help or the version where that was asked, and otherwise what is wrong with the command line.
pub(super) fn reply(error: &Error) -> Reply {
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let told = error.render().to_string();
            let told = told.trim_end();
            if error.exit_code() == 0 {
                Reply::done(format!("{told}\n"))
            } else {
                Reply::refused([told])
            }
        }
        _ => Reply::refused([words::misunderstood(&explain(error), &hint(error))]),
    }
}

fn explain(error: &Error) -> String {
    let argument = told(error, ContextKind::InvalidArg);
    let value = told(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => words::unknown_argument(&argument),
        ErrorKind::InvalidSubcommand => {
            words::unknown_command(&told(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => words::missing_argument(&argument),
        ErrorKind::MissingSubcommand => words::MISSING_COMMAND.to_owned(),
        ErrorKind::ArgumentConflict => words::argument_conflict(&argument),
        ErrorKind::NoEquals
        | ErrorKind::TooFewValues
        | ErrorKind::TooManyValues
        | ErrorKind::WrongNumberOfValues => words::value_count(&argument),
        ErrorKind::InvalidUtf8 => words::NO_TEXT_ARGUMENT.to_owned(),
        _ if value.is_empty() => words::value_count(&argument),
        _ => words::invalid_value(&argument, &value),
    }
}

fn hint(error: &Error) -> String {
    let kinds =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = kinds.into_iter().map(|kind| told(error, kind)).find(|near| !near.is_empty());
    near.map(|near| words::meant(&near)).unwrap_or_default()
}

fn told(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
