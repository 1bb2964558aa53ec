//! What must be done, line by line: the list with what is overdue in front, writing one down, and saying how far it is.

use super::{
    talk::{Talk, Told},
    words::{self, duties as said},
};
use crate::{
    model::{Action, Id, Moment, Priority, Progress, Proof},
    session::{Effect, Overview, Reply},
    tui::{
        screens::day,
        words::{Dutch, Sight, Term, Words as _},
    },
};
use jiff::civil::Date;
use std::{cmp::Reverse, sync::Arc};

/// Which actions are told.
#[derive(Debug, Default)]
struct Chosen {
    /// What must stand in the department, the owner, the text or the processing activity; in small letters.
    sought: String,
    /// Only of this department.
    department: String,
    /// Only of this person.
    owner: String,
    /// Also what is done or dropped.
    all: bool,
}

/// Tells the actions again and again, until the person has had enough.
pub(super) fn run(talk: &mut Talk<'_>) -> Told<()> {
    let mut chosen = Chosen::default();
    loop {
        let overview = talk.look()?;
        let listed = listed(&overview, &chosen);
        tell(talk, &overview, &listed)?;
        let line = talk.ask(said::PROMPT)?;
        match line.trim() {
            "" | "terug" => return Ok(()),
            "?" | "hulp" => talk.say(said::HELP)?,
            "nieuw" => write_down(talk, &overview)?,
            "uitvoer" => export(talk)?,
            "afdelingen" => departments(talk, &overview)?,
            line => match line.parse::<usize>() {
                Ok(number) => match listed.get(number.wrapping_sub(1)) {
                    Some(action) => one(talk, &overview, action)?,
                    None => talk.say(&words::number_between(listed.len()))?,
                },
                Err(_) if !chosen.choose(line) => talk.say(said::HELP)?,
                Err(_) => {}
            },
        }
    }
}

impl Chosen {
    /// Takes a wish about what is told; whether it was one.
    fn choose(&mut self, line: &str) -> bool {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim().to_lowercase();
        match word {
            "zoek" => self.sought = rest,
            "afdeling" => self.department = rest,
            "wie" => self.owner = rest,
            "alles" => *self = Self { all: true, ..Self::default() },
            "open" => *self = Self::default(),
            _ => return false,
        }
        true
    }

    fn has(&self, overview: &Overview, action: &Action) -> bool {
        let entry = action.processing.as_ref();
        let entry = entry.map(|id| processing(overview, id)).unwrap_or_default();
        let hay = [&action.text, &action.department, &action.owner, &entry].map(String::as_str);
        let hay = hay.join("\n").to_lowercase();
        (self.all || action.state.is_pending())
            && action.department.to_lowercase().contains(&self.department)
            && action.owner.to_lowercase().contains(&self.owner)
            && hay.contains(&self.sought)
    }
}

/// What is told: what is overdue first, then by day; what is over comes last.
fn listed<'o>(overview: &'o Overview, chosen: &Chosen) -> Vec<&'o Action> {
    let today = overview.today.unwrap_or(Date::MIN);
    let mut listed: Vec<&Action> = overview
        .actions
        .iter()
        .map(Arc::as_ref)
        .filter(|action| chosen.has(overview, action))
        .collect();
    listed.sort_by_key(|action| {
        let over = !action.state.is_pending();
        (over, Reverse(action.is_overdue(today)), action.due.is_none(), action.due, action.priority)
    });
    listed
}

fn tell(talk: &mut Talk<'_>, overview: &Overview, listed: &[&Action]) -> Told<()> {
    let today = overview.today.unwrap_or(Date::MIN);
    let all = &overview.actions;
    let late = all.iter().filter(|action| action.is_overdue(today)).count();
    let done = all.iter().filter(|action| action.state == Progress::Done).count();
    let dropped = all.iter().filter(|action| matches!(action.state, Progress::Dropped(_))).count();
    talk.gap()?;
    talk.say(&words::heading(Dutch.term(Term::Duties), all.len()))?;
    if !all.is_empty() {
        talk.say(&Dutch.progress_of(done, all.len() - dropped, late))?;
    }
    if listed.is_empty() {
        return talk.say(said::NONE);
    }
    for (place, action) in listed.iter().enumerate() {
        talk.say(&format!("{}. {}", place + 1, line(overview, action, today)))?;
    }
    Ok(())
}

/// An action in one line: what cannot wait, is said first.
fn line(overview: &Overview, action: &Action, today: Date) -> String {
    let late = if action.is_overdue(today) { said::LATE } else { "" };
    let who = [&action.department, &action.owner];
    let who: Vec<&str> =
        who.map(String::as_str).into_iter().filter(|who| !who.is_empty()).collect();
    let mut facts = vec![said::state(&action.state)];
    facts.extend(action.due.map(said::due));
    facts.extend((!who.is_empty()).then(|| who.join(", ")));
    facts.extend(action.processing.as_ref().map(|id| processing(overview, id)));
    format!("{late}{} {}", action.text, said::facts(&facts))
}

fn processing(overview: &Overview, id: &Id) -> String {
    let known = overview.processings.iter().find(|entry| entry.id == *id);
    known.map_or_else(|| id.to_string(), |entry| entry.name.clone())
}

/// How far each department is.
fn departments(talk: &mut Talk<'_>, overview: &Overview) -> Told<()> {
    let today = overview.today.unwrap_or(Date::MIN);
    let mut names: Vec<&str> =
        overview.actions.iter().map(|action| action.department.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let own = || overview.actions.iter().filter(|action| action.department == name);
        let counted = own().filter(|action| !matches!(action.state, Progress::Dropped(_))).count();
        let done = own().filter(|action| action.state == Progress::Done).count();
        let late = own().filter(|action| action.is_overdue(today)).count();
        let name = if name.is_empty() { said::NO_DEPARTMENT } else { name };
        talk.say(&format!("{name}: {}", Dutch.progress_of(done, counted, late)))?;
    }
    Ok(())
}

fn export(talk: &mut Talk<'_>) -> Told<()> {
    if let Some(Reply::Exported(paths)) = talk.perform(Effect::ExportActions)? {
        let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        talk.say(&Dutch.exported(&paths))?;
    }
    Ok(())
}

/// Writes down a new one.
fn write_down(talk: &mut Talk<'_>, overview: &Overview) -> Told<()> {
    let text = talk.ask_field(said::WHAT, Dutch.term(Term::HintWhat))?.trim().to_owned();
    if text.is_empty() {
        return Ok(());
    }
    let filled = particulars(talk, overview, Action::by_hand(text))?;
    keep(talk, filled)
}

/// Asks for what else there is to know of it; an empty line leaves each as it is.
fn particulars(talk: &mut Talk<'_>, overview: &Overview, mut action: Action) -> Told<Action> {
    let (department, who) = ((Term::Department, Term::HintDepartment), (Term::Who, Term::HintWho));
    action.department = ask(talk, department, &action.department)?;
    action.owner = ask(talk, who, &action.owner)?;
    action.due = loop {
        let known = action.due.map(Moment::words).unwrap_or_default();
        let given = talk.ask_part(&words::field(Dutch.term(Term::Due), &known))?;
        match given.trim() {
            "" => break action.due,
            "-" => break None,
            given => match day(given, overview.today) {
                None => talk.say(Dutch.term(Term::HintDue))?,
                day => break day,
            },
        }
    };
    action.priority = loop {
        let known = action.priority.words();
        let given = talk.ask_part(&words::field(Dutch.term(Term::Priority), known))?;
        let all = [Priority::High, Priority::Normal, Priority::Low];
        match given.trim() {
            "" => break action.priority,
            given => match all.into_iter().find(|one| one.words() == given) {
                Some(priority) => break priority,
                None => talk.say(Dutch.term(Term::HintPriority))?,
            },
        }
    };
    Ok(action)
}

fn ask(talk: &mut Talk<'_>, (label, hint): (Term, Term), known: &str) -> Told<String> {
    talk.ask_anew(Dutch.term(label), Dutch.term(hint), known)
}

/// Tells everything of one action, and takes what is said of it.
fn one(talk: &mut Talk<'_>, overview: &Overview, action: &Action) -> Told<()> {
    let today = overview.today.unwrap_or(Date::MIN);
    talk.say(&line(overview, action, today))?;
    talk.say(&words::field(Dutch.term(Term::Priority), action.priority.words()))?;
    if let Some(proof) = &action.proof {
        talk.say(&said::proof(proof))?;
    }
    if let Some(doubt) = overview.doubts.get(&action.id) {
        talk.say(&Dutch.sight(Sight::Doubt(*doubt)))?;
    }
    for event in &action.history {
        talk.say(&said::event(event.at, &event.what))?;
    }
    loop {
        let line = talk.ask(said::ONE)?;
        let line = line.trim();
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        let changed = match word {
            "" | "terug" => return Ok(()),
            "open" => Action { state: Progress::Open, ..action.clone() },
            "bezig" => Action { state: Progress::Busy, ..action.clone() },
            "klaar" => match proved(talk, action, rest)? {
                Some(done) => done,
                None => continue,
            },
            "vervalt" | "vervallen" => match reason(talk, rest)? {
                Some(why) => Action { state: Progress::Dropped(why), ..action.clone() },
                None => continue,
            },
            "wijzig" | "w" => {
                let text = ask(talk, (Term::What, Term::HintWhat), &action.text)?;
                particulars(talk, overview, Action { text, ..action.clone() })?
            }
            _ => {
                talk.say(said::ONE_HELP)?;
                continue;
            }
        };
        return keep(talk, changed);
    }
}

/// The action done, with what shows it; none if nothing does.
fn proved(talk: &mut Talk<'_>, action: &Action, given: &str) -> Told<Option<Action>> {
    let given = match given {
        "" => talk.ask_field(said::PROOF, Dutch.term(Term::HintProof))?.trim().to_owned(),
        given => given.to_owned(),
    };
    let proof = match (given.as_str(), &action.proof) {
        ("", None) => {
            talk.say(said::NEEDS_PROOF)?;
            return Ok(None);
        }
        ("", known) => known.clone(),
        _ => Some(Proof::Text(given)),
    };
    Ok(Some(Action { state: Progress::Done, proof, ..action.clone() }))
}

/// Why it need not be done; none if that is not said.
fn reason(talk: &mut Talk<'_>, given: &str) -> Told<Option<String>> {
    let given = match given {
        "" => talk.ask_field(said::REASON, Dutch.term(Term::HintReason))?.trim().to_owned(),
        given => given.to_owned(),
    };
    if given.is_empty() {
        talk.say(said::NEEDS_REASON)?;
        return Ok(None);
    }
    Ok(Some(given))
}

fn keep(talk: &mut Talk<'_>, action: Action) -> Told<()> {
    match talk.perform(Effect::KeepAction(Box::new(action)))? {
        Some(Reply::Overview(overview)) => {
            for warning in &overview.warnings {
                talk.say(warning)?;
            }
            talk.say(words::KEPT)
        }
        _ => Ok(()),
    }
}
