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
    model::{Capacity, Id, Participant},
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

    #[arg(long, alias = "ook", value_name = words::ROLE_AND_NAME, help = words::OTHERS)]
    others: Vec<String>,

    #[arg(long, alias = "functie", value_name = words::ROLE, help = words::OWN_ROLE)]
    role: Option<String>,

    #[arg(long, alias = "plaats", value_name = words::FIELD, help = words::WHICH_FIELD, conflicts_with = "others")]
    field: Option<String>,

    #[arg(long, alias = "reden", value_name = words::WHY, help = words::OWN_REASON)]
    reason: Option<String>,
}

/// The most people who sign after the first: page 1 has room for four.
const MOST_OTHERS: usize = 3;

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
    let others = others(&arguments.others)?;
    match (&work, others.is_empty(), &arguments.field) {
        (Work::Record(_), false, _) => return Err(words::OTHERS_TOO_LATE.to_owned()),
        (Work::Statement(_) | Work::Assessment(_), _, Some(_)) => {
            return Err(words::NO_FIELD_YET.to_owned());
        }
        _ => {}
    }
    let key = key(arguments, &mut office)?;
    // What cannot be signed is told before the passphrase is asked.
    let assessment = match &work {
        Work::Assessment(id) => Some(taken_up(&mut office, id)?),
        _ => None,
    };
    let open = match &work {
        Work::Record(path) => Some(open_field(&mut office, path, arguments)?),
        _ => None,
    };
    let passphrase =
        passphrase::known(arguments.passphrase_file.as_deref(), words::ASK_PASSPHRASE)?;
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    let capacity = Capacity { role: given(&arguments.role), reason: given(&arguments.reason) };
    let effect = match work {
        Work::Statement(statement) => Effect::SignStatement(Box::new(StatementOrder {
            statement,
            others,
            key,
            passphrase,
            capacity,
        })),
        Work::Record(record) => Effect::Countersign(Box::new(Countersignature {
            record,
            field: open.unwrap_or_default(),
            key,
            passphrase,
            capacity,
        })),
        Work::Assessment(_) => {
            let assessment = assessment.ok_or_else(|| words::NOT_SIGNED.to_owned())?;
            Effect::Sign(Box::new(SignOrder { assessment, others, key, passphrase, capacity }))
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

/// The field of a record that is meant, of those that are still to be signed: the first if nothing is said about it.
fn open_field(office: &mut Office, path: &Path, arguments: &Arguments) -> Result<String, String> {
    let report = match office.perform(Effect::Check(path.to_path_buf())) {
        Answer::Checked(report) => report,
        Answer::Failed(failure) => return Err(failure.message),
        _ => return Err(words::NOT_SIGNED.to_owned()),
    };
    let is = |wanted: &Option<String>, said: &str| {
        wanted.as_ref().is_none_or(|wanted| wanted.to_lowercase() == said.to_lowercase())
    };
    let mut meant = report
        .open_fields
        .iter()
        .filter(|open| is(&arguments.field, &open.field) && is(&arguments.role, &open.role));
    match (meant.next(), report.open_fields.as_slice()) {
        (Some(open), _) => Ok(open.field.clone()),
        (None, []) => Err(words::no_field(&path.display().to_string())),
        (None, open) => {
            let open =
                open.iter().map(|open| format!("{}: {}, {}", open.field, open.name, open.role));
            Err(words::other_fields(&open.collect::<Vec<_>>()))
        }
    }
}

/// Who is to sign later, each written as `ROLE=NAME`.
fn others(written: &[String]) -> Result<Vec<Participant>, String> {
    if written.len() > MOST_OTHERS {
        return Err(words::TOO_MANY_OTHERS.to_owned());
    }
    let one = |text: &String| {
        let (role, name) = text.split_once('=').unwrap_or_default();
        let (role, name) = (role.trim(), name.trim());
        if role.is_empty() || name.is_empty() {
            return Err(words::no_other(text));
        }
        Ok(Participant::new(name, role))
    };
    written.iter().map(one).collect()
}
