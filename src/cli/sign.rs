//! `verantwoord sign`: a signature under a toets, a statement of the institution, or a record that others signed before.

use super::{
    Reply,
    key::{find, look},
    passphrase,
    reply::Status,
    surroundings::Surroundings,
    verify, words,
};
use crate::{
    desk::Office,
    model::Id,
    session::{
        Countersignature, Effect, Reply as Answer, Report, SignOrder, Statement, StatementOrder,
    },
};
use clap::Args;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(next_help_heading = words::OPTIONS)]
pub(super) struct Arguments {
    #[arg(value_name = words::WHAT, help = words::WHAT_HELP, help_heading = words::ARGUMENTS)]
    what: String,

    #[arg(long, value_name = words::KEY, help = words::KEY_HELP)]
    key: Option<String>,

    #[arg(long, value_name = words::FILE, help = words::PASSPHRASE_FILE)]
    passphrase_file: Option<PathBuf>,
}

/// What is to be signed.
enum Work {
    Statement(Statement),
    Record(PathBuf),
    Assessment(Id),
}

/// Signs, and tells what a check finds right after.
pub(super) fn run(arguments: &Arguments, surroundings: &Surroundings) -> Reply {
    match signed(arguments, surroundings) {
        Ok(report) => {
            let status = if report.verdict.is_genuine() { Status::Done } else { Status::Flawed };
            Reply { out: verify::text::report(&report), err: String::new(), status }
        }
        Err(fault) => Reply::refused([fault]),
    }
}

fn work(what: &str) -> Work {
    match what {
        "register" | "verwerkingsregister" => Work::Statement(Statement::Register),
        "actions" | "acties" => Work::Statement(Statement::Actions),
        "board" | "verantwoording" => Work::Statement(Statement::Board),
        file if Path::new(file).extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf")) => {
            Work::Record(PathBuf::from(file))
        }
        id => Work::Assessment(Id::new(id)),
    }
}

fn signed(arguments: &Arguments, surroundings: &Surroundings) -> Result<Report, String> {
    let mut office = surroundings.office()?;
    let work = work(&arguments.what);
    let key = key(arguments, &mut office)?;
    // What cannot be signed is told before the passphrase is asked.
    let assessment = match &work {
        Work::Assessment(id) => Some(taken_up(&mut office, id)?),
        _ => None,
    };
    let open = match &work {
        Work::Record(path) => Some(open_field(&mut office, path)?),
        _ => None,
    };
    let passphrase =
        passphrase::known(arguments.passphrase_file.as_deref(), words::ASK_PASSPHRASE)?;
    let effect = match work {
        Work::Statement(statement) => Effect::SignStatement(Box::new(StatementOrder {
            statement,
            others: Vec::new(),
            key,
            passphrase,
        })),
        Work::Record(record) => Effect::Countersign(Box::new(Countersignature {
            record,
            field: open.unwrap_or_default(),
            key,
            passphrase,
        })),
        Work::Assessment(_) => {
            let assessment = assessment.ok_or_else(|| words::NOT_SIGNED.to_owned())?;
            let others = Vec::new();
            Effect::Sign(Box::new(SignOrder { assessment, others, key, passphrase }))
        }
    };
    match office.perform(effect) {
        Answer::Signed(record) => Ok(record.report),
        Answer::Checked(report) => Ok(*report),
        Answer::Failed(failure) => Err(failure.message),
        _ => Err(words::NOT_SIGNED.to_owned()),
    }
}

/// The key that is given by its file, or the one that is meant, or the only one there is.
fn key(arguments: &Arguments, office: &mut Office) -> Result<PathBuf, String> {
    match arguments.key.as_deref() {
        Some(file) if Path::new(file).is_file() => Ok(PathBuf::from(file)),
        wanted => find(&*look(office)?, wanted).map(|key| key.path),
    }
}

fn taken_up(office: &mut Office, id: &Id) -> Result<crate::model::Assessment, String> {
    match office.perform(Effect::Resume(id.clone())) {
        Answer::Opened(session) => Ok(session.assessment().clone()),
        Answer::Failed(failure) => Err(failure.message),
        _ => Err(words::NOT_SIGNED.to_owned()),
    }
}

/// The first field of a record that is still to be signed.
fn open_field(office: &mut Office, path: &Path) -> Result<String, String> {
    match office.perform(Effect::Check(path.to_path_buf())) {
        Answer::Checked(report) => report
            .open_fields
            .first()
            .map(|open| open.field.clone())
            .ok_or_else(|| words::no_field(&path.display().to_string())),
        Answer::Failed(failure) => Err(failure.message),
        _ => Err(words::NOT_SIGNED.to_owned()),
    }
}
