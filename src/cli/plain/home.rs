//! The overview as a numbered list, and the institution's particulars.

use super::{
    duties,
    guide::{self, Scene},
    interview, record, register, signing,
    talk::{Talk, Told},
    twins, words,
};
use crate::{
    model::{About, Commission, Organisation, Processing, Status, Subject},
    session::{Effect, Overview, QuestionnaireLine, Reply, Statement, Upgrade},
    tui::{
        screens,
        words::{Cycle, CycleWords as _, Dutch, Term, Told as Part, Word, Words as _},
    },
};
use std::path::PathBuf;

/// What a number leads to.
enum Target {
    Assessment(usize),
    Questionnaire(usize),
    Record(usize),
    CheckOther,
    Twin(usize),
    Duties,
    State(Statement),
    Register,
    Commissions,
    Organisation,
    Example,
}

/// Says where one is, and shows the overview until the person leaves.
pub(super) fn run(talk: &mut Talk<'_>) -> Told<()> {
    let overview = talk.look()?;
    talk.say(words::WELCOME)?;
    talk.say(&Dutch.folder(&overview.folder.display().to_string()))?;
    for warning in &overview.warnings {
        talk.say(warning)?;
    }
    if overview.looking && !ask_folder(talk, &overview)? {
        return talk.goodbye();
    }
    if overview.organisation.is_none() && !overview.looking {
        first_start(talk)?;
    }
    choose_again(talk)?;
    talk.goodbye()
}

/// The institution's particulars; before that, for whoever wants, a walk through the example.
fn first_start(talk: &mut Talk<'_>) -> Told<()> {
    talk.say(words::guide::OFFER)?;
    while organisation(talk, &Organisation::default())? {
        example(talk)?;
    }
    Ok(())
}

/// The guided example, until the person comes back to their own data.
fn example(talk: &mut Talk<'_>) -> Told<()> {
    if !talk.enter_example()? {
        return Ok(());
    }
    talk.gap()?;
    talk.say(words::guide::WELCOME)?;
    choose_again(talk)?;
    talk.leave_example()
}

/// The number of the row at which the example waits; none once its record is signed.
fn waits_at(talk: &Talk<'_>, overview: &Overview, rows: &[(String, Target)]) -> Option<usize> {
    let guide = talk.guide()?;
    let place = rows.iter().position(|(_, target)| match target {
        Target::Assessment(place) => overview
            .assessments
            .get(*place)
            .is_some_and(|line| line.id == guide.assessment && line.is_open()),
        _ => false,
    })?;
    Some(place + 1)
}

/// Shows the overview again and again, until the person leaves it.
fn choose_again(talk: &mut Talk<'_>) -> Told<()> {
    loop {
        let overview = talk.look()?;
        talk.gap()?;
        let rows = rows(&overview);
        talk.say(&listing(&rows))?;
        let number = waits_at(talk, &overview, &rows);
        guide::hint(talk, Scene::Home(number))?;
        let Some(place) = choose(talk, rows.len())? else { return talk.save_before_leaving() };
        let Some((_, target)) = rows.get(place) else { continue };
        go(talk, &overview, target)?;
    }
}

/// Tells who has the folder, and asks what to do about it; whether one stays.
fn ask_folder(talk: &mut Talk<'_>, overview: &Overview) -> Told<bool> {
    report(talk, &Dutch.in_use(&overview.folder, overview.used_by.as_ref(), overview.silent))?;
    let choices = [Cycle::OnlyLook, Cycle::TakeFolderOver, Cycle::Leave];
    for (place, word) in choices.into_iter().enumerate() {
        talk.say(&format!("  {} = {}", place + 1, Dutch.cycle(word)))?;
    }
    match talk.choose(words::NUMBER, choices.len())? {
        Some(0) => Ok(true),
        Some(1) => talk.perform(Effect::TakeFolderOver).map(|reply| reply.is_some()),
        _ => Ok(false),
    }
}

/// Says a report: headings with what stands under them.
fn report(talk: &mut Talk<'_>, parts: &[Part]) -> Told<()> {
    for part in parts {
        talk.gap()?;
        talk.say(&part.heading)?;
        for line in &part.lines {
            talk.say(line)?;
        }
    }
    talk.gap()
}

/// A number of the list; none to leave.
fn choose(talk: &mut Talk<'_>, count: usize) -> Told<Option<usize>> {
    let prompt = if talk.guide().is_some() { words::guide::CHOOSE } else { words::CHOOSE };
    loop {
        let line = talk.ask(prompt)?;
        match line.trim() {
            "stop" => return Ok(None),
            "?" | "hulp" => talk.say(words::HOME_HELP)?,
            line => {
                match line.parse::<usize>().ok().filter(|number| (1..=count).contains(number)) {
                    Some(number) => return Ok(Some(number - 1)),
                    None => talk.say(&words::number_between(count))?,
                }
            }
        }
    }
}

fn listing(rows: &[(String, Target)]) -> String {
    let lines = rows.iter().enumerate();
    lines.map(|(place, (text, _))| format!("{}. {text}", place + 1)).collect::<Vec<_>>().join("\n")
}

fn rows(overview: &Overview) -> Vec<(String, Target)> {
    let mut rows = Vec::new();
    for (place, twin) in overview.twins.iter().enumerate() {
        rows.push((words::two_of(&Dutch.two_of(&twin.what)), Target::Twin(place)));
    }
    for (place, line) in overview.assessments.iter().enumerate() {
        let verdict = line.advance.verdict.as_deref();
        let text = match &line.status {
            Status::Open => words::go_on(
                &line.title,
                &line.subject,
                &Dutch.answered(line.advance.answered, line.advance.asked),
            ),
            Status::Signed(_) => words::read(&line.title, &line.subject, verdict.unwrap_or("")),
        };
        rows.push((text, Target::Assessment(place)));
    }
    for (place, line) in overview.questionnaires.iter().enumerate() {
        rows.push((words::begin(&line.title), Target::Questionnaire(place)));
    }
    for (place, record) in overview.records.iter().enumerate() {
        rows.push((words::check(&record.name), Target::Record(place)));
    }
    rows.push((words::CHECK_OTHER.to_owned(), Target::CheckOther));
    let today = overview.today.unwrap_or_default();
    let late = overview.actions.iter().filter(|action| action.is_overdue(today)).count();
    rows.push((words::duties_row(Dutch.term(Term::Duties), late), Target::Duties));
    rows.push((Dutch.term(Term::Register).to_owned(), Target::Register));
    rows.push((Dutch.term(Term::Commissions).to_owned(), Target::Commissions));
    for statement in [Statement::Register, Statement::Actions, Statement::Board] {
        rows.push((words::state(statement).to_owned(), Target::State(statement)));
    }
    rows.push((words::ORGANISATION.to_owned(), Target::Organisation));
    if !overview.organisation.as_ref().is_some_and(|organisation| organisation.example) {
        rows.push((words::guide::ROW.to_owned(), Target::Example));
    }
    rows
}

fn go(talk: &mut Talk<'_>, overview: &Overview, target: &Target) -> Told<()> {
    match target {
        Target::Assessment(place) => match overview.assessments.get(*place) {
            Some(line) => open(talk, Effect::Resume(line.id.clone())),
            None => Ok(()),
        },
        Target::Questionnaire(place) => match overview.questionnaires.get(*place) {
            Some(line) => begin(talk, overview, line),
            None => Ok(()),
        },
        Target::Record(place) => match overview.records.get(*place) {
            Some(line) => record::run(talk, line.path.clone()),
            None => Ok(()),
        },
        Target::CheckOther => match talk.ask(words::WHICH_FILE)?.trim() {
            "" => Ok(()),
            path => record::run(talk, PathBuf::from(path)),
        },
        Target::Twin(place) => match overview.twins.get(*place) {
            Some(twin) => twins::run(talk, &twin.copy),
            None => Ok(()),
        },
        Target::Duties => duties::run(talk),
        Target::Register => register::run::<Processing>(talk),
        Target::Commissions => register::run::<Commission>(talk),
        Target::State(statement) => signing::state(talk, *statement),
        Target::Organisation => {
            organisation(talk, &overview.organisation.clone().unwrap_or_default()).map(drop)
        }
        Target::Example => example(talk),
    }
}

/// Opens an assessment and goes through it.
fn open(talk: &mut Talk<'_>, effect: Effect) -> Told<()> {
    match talk.perform(effect)? {
        Some(Reply::Opened(mut session)) => {
            interview::run(talk, &mut session)?;
            talk.save_before_leaving()
        }
        Some(Reply::Outdated(upgrade)) => match choose_version(talk, &upgrade)? {
            Some(effect) => open(talk, effect),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Tells what a newer questionnaire makes otherwise, and asks which one to go on with; none to leave everything as it is.
fn choose_version(talk: &mut Talk<'_>, upgrade: &Upgrade) -> Told<Option<Effect>> {
    report(talk, &Dutch.upgrade(upgrade))?;
    for (place, word) in [Cycle::TakeNewer, Cycle::StayOnOlder].into_iter().enumerate() {
        talk.say(&format!("  {} = {}", place + 1, Dutch.cycle(word)))?;
    }
    let id = upgrade.assessment.clone();
    let chosen = talk.choose(words::NUMBER, 2)?;
    Ok(chosen.map(|place| if place == 0 { Effect::Upgrade(id) } else { Effect::StayOn(id) }))
}

fn begin(talk: &mut Talk<'_>, overview: &Overview, line: &QuestionnaireLine) -> Told<()> {
    talk.say(&line.intro)?;
    let (about, processing) = match line.about {
        Subject::Organisation => (About::Organisation, None),
        Subject::Processing => match processing(talk, overview)? {
            Some(chosen) => chosen,
            None => return Ok(()),
        },
    };
    open(talk, Effect::Begin { questionnaire: line.id.clone(), about, processing })
}

/// The processing that a questionnaire is about: one that is known, or a new one to keep first.
fn processing(
    talk: &mut Talk<'_>,
    overview: &Overview,
) -> Told<Option<(About, Option<Box<Processing>>)>> {
    talk.say(words::WHICH_PROCESSING)?;
    for (place, known) in overview.processings.iter().enumerate() {
        talk.say(&format!("  {} = {}", place + 1, known.name))?;
    }
    let count = overview.processings.len() + 1;
    talk.say(&format!("  {count} = {}", words::NEW_PROCESSING))?;
    let Some(place) = talk.choose(words::NUMBER, count)? else { return Ok(None) };
    if let Some(known) = overview.processings.get(place) {
        return Ok(Some((About::Processing(known.id.clone()), None)));
    }
    let ask = |talk: &mut Talk<'_>, prompt, hint| {
        talk.ask_field(prompt, Dutch.say(hint)).map(|line| line.trim().to_owned())
    };
    let name = ask(talk, words::PROCESSING_NAME, Word::HintProcessing)?;
    if name.is_empty() {
        return Ok(None);
    }
    let purpose = ask(talk, words::PROCESSING_PURPOSE, Word::HintPurpose)?;
    let department = ask(talk, words::PROCESSING_DEPARTMENT, Word::HintDepartment)?;
    let new = Processing { name, purpose, department, ..Processing::default() };
    // The desk gives it a name of its own when it keeps it.
    Ok(Some((About::Processing(new.id.clone()), Some(Box::new(new)))))
}

/// Asks for the institution's particulars; an empty line leaves what is known. Whether the example is wanted in their place, by an
/// institution that has no name yet.
fn organisation(talk: &mut Talk<'_>, known: &Organisation) -> Told<bool> {
    talk.say(words::ORGANISATION_INTRO)?;
    let mut now = known.clone();
    let departments = known.departments.join(", ");
    let staff = known.staff.map(|staff| staff.to_string()).unwrap_or_default();
    now.name = field(talk, (words::NAME, Word::HintName), &known.name)?;
    if known.name.is_empty() && now.name.eq_ignore_ascii_case(words::guide::WORD) {
        return Ok(true);
    }
    now.sector = field(talk, (words::SECTOR, Word::HintSector), &known.sector)?;
    let given = field(talk, (words::DEPARTMENTS, Word::HintDepartments), &departments)?;
    now.departments = given
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    now.contact = field(talk, (words::CONTACT, Word::HintContact), &known.contact)?;
    now.coordinator = field(talk, (words::COORDINATOR, Word::HintCoordinator), &known.coordinator)?;
    now.dpo = field(talk, (words::DPO, Word::HintDpo), &known.dpo)?;
    let given = field(talk, (words::STAFF, Word::HintStaff), &staff)?;
    match screens::staff(&given) {
        None if !given.is_empty() => talk.say(words::NO_NUMBER)?,
        staff => now.staff = staff,
    }
    if now != *known && talk.perform(Effect::KeepOrganisation(Box::new(now)))?.is_some() {
        talk.say(words::KEPT)?;
    }
    Ok(false)
}

fn field(talk: &mut Talk<'_>, (label, hint): (&str, Word), known: &str) -> Told<String> {
    let line = talk.ask_field(&words::field(label, known), Dutch.say(hint))?;
    Ok(if line.trim().is_empty() { known.to_owned() } else { line.trim().to_owned() })
}
