//! What a statement of the institution as a whole must say, by what its own screens show at that moment.

use std::{collections::BTreeMap, fs};
use verantwoord::{
    format::sha256,
    model::{
        About, Action, Basis, Commission, Gap, Moment, Priority, Processing, Processor, Progress,
        Proof, Retention, Status,
    },
    session::{AssessmentLine, Overview, RecordLine, Statement},
};

/// Everything that the pages say, in this order.
pub(super) fn expected(statement: Statement, house: &Overview) -> Vec<String> {
    match statement {
        Statement::Register => register(house),
        Statement::Actions => actions(house),
        Statement::Board => report(house),
    }
}

fn day(date: jiff::civil::Date) -> String {
    format!("{}-{}-{}", date.day(), date.month(), date.year())
}

/// The texts that say something.
fn said<const COUNT: usize>(texts: [&str; COUNT]) -> impl Iterator<Item = String> {
    texts
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

fn register(house: &Overview) -> Vec<String> {
    let mut texts = vec!["Overzicht".to_owned()];
    for (place, entry) in house.processings.iter().enumerate() {
        texts.push((place + 1).to_string());
        texts.extend(said([&entry.name, &entry.department]));
    }
    for (place, entry) in house.processings.iter().enumerate() {
        texts.push(format!("{}. {}", place + 1, entry.name));
        texts.extend(processing(entry));
        texts.extend(gaps(&house.gaps(entry)));
        let about = About::Processing(entry.id.clone());
        let mut own: Vec<_> = house.assessments.iter().filter(|one| one.about == about).collect();
        own.sort_by_key(|one| when(one));
        texts.extend(
            own.into_iter().map(|one| format!("{}: {} ({})", one.title, verdict(one), state(one))),
        );
    }
    for (place, entry) in house.commissions.iter().enumerate() {
        texts.push(format!("{}. {}", place + 1, entry.controller));
        texts.extend(commission(entry));
        texts.extend(gaps(&entry.gaps(house.today.unwrap())));
    }
    texts
}

fn processing(entry: &Processing) -> Vec<String> {
    let mut texts: Vec<String> = said([
        &entry.purpose,
        &entry.description,
        &entry.department,
        &entry.owner,
        &entry.joint_controllers,
        &entry.people,
        &entry.data,
    ])
    .collect();
    texts.push(match entry.sensitive {
        None => "Onbekend".to_owned(),
        Some(true) => "Ja (AVG art. 9 of 10)".to_owned(),
        Some(false) => "Nee".to_owned(),
    });
    texts.extend(said([&entry.exception]));
    texts.extend(entry.basis.map(|basis| {
        let letters = ["a", "b", "c", "d", "e", "f"];
        let place = Basis::ALL.iter().position(|known| *known == basis).unwrap();
        format!("(art. 6 lid 1 onder {})", letters[place])
    }));
    texts.extend(said([
        &entry.basis_reason,
        &entry.law,
        &entry.interest,
        &entry.source,
        &entry.place,
        &entry.access,
        &entry.recipients,
    ]));
    texts.extend(entry.processors.iter().flat_map(processor));
    texts.extend(said([&entry.transfers, &entry.safeguard]));
    texts.extend(entry.retention.iter().flat_map(retention));
    texts.extend(said([&entry.security, &entry.dpia]));
    texts.extend(entry.review.map(Moment::words));
    texts
}

fn processor(processor: &Processor) -> impl Iterator<Item = String> {
    said([&processor.name, &processor.task, &processor.agreement])
}

fn retention(term: &Retention) -> impl Iterator<Item = String> {
    said([&term.data, &term.term, &term.reason])
}

fn commission(entry: &Commission) -> Vec<String> {
    let mut texts: Vec<String> = said([
        &entry.contacts,
        &entry.processing,
        &entry.transfers,
        &entry.safeguard,
        &entry.security,
        &entry.agreement,
    ])
    .collect();
    texts.extend(entry.subprocessors.iter().flat_map(processor));
    texts.extend(said([&entry.department]));
    texts.extend(entry.review.map(Moment::words));
    texts
}

fn gaps(gaps: &[Gap]) -> impl Iterator<Item = String> {
    gaps.iter().map(|gap| format!("{} ({})", gap.sentence(), gap.source()))
}

fn verdict(one: &AssessmentLine) -> &str {
    one.advance.verdict.as_deref().unwrap_or("nog niet te bepalen")
}

/// When it was signed, or else last changed.
fn when(one: &AssessmentLine) -> Moment {
    match &one.status {
        Status::Open => one.changed,
        Status::Signed(signed) => signed.at,
    }
}

fn state(one: &AssessmentLine) -> String {
    let day = day(when(one).date());
    if one.is_open() { format!("in bewerking, {day}") } else { format!("ondertekend {day}") }
}

/// By department, those of none last; what is late comes first, then what is still to be done, by its day.
fn departments(house: &Overview) -> Vec<(String, Vec<&Action>)> {
    let today = house.today.unwrap();
    let mut departments: BTreeMap<(bool, String), (String, Vec<&Action>)> = BTreeMap::new();
    for action in &house.actions {
        let name = &action.department;
        let key = (name.is_empty(), name.to_lowercase());
        let shown = if name.is_empty() { "Zonder afdeling" } else { name };
        departments.entry(key).or_insert_with(|| (shown.to_owned(), Vec::new())).1.push(action);
    }
    let mut departments: Vec<_> = departments.into_values().collect();
    for (_, actions) in &mut departments {
        actions.sort_by_key(|action| {
            let far = action.due.unwrap_or(jiff::civil::Date::MAX);
            let closed = !action.state.is_pending();
            (!action.is_overdue(today), closed, far, action.priority, &action.text)
        });
    }
    departments
}

fn actions(house: &Overview) -> Vec<String> {
    let mut texts = vec!["Per afdeling".to_owned()];
    for (department, actions) in departments(house) {
        texts.push(department);
        texts.extend(actions.into_iter().flat_map(|action| self::action(house, action)));
    }
    texts
}

fn action(house: &Overview, action: &Action) -> Vec<String> {
    let mut texts = Vec::new();
    if action.priority == Priority::High && action.state.is_pending() {
        texts.push("Eerst.".to_owned());
    }
    texts.push(action.text.clone());
    let about = house.processings.iter().find(|one| Some(&one.id) == action.processing.as_ref());
    texts.extend(about.map(|about| about.name.clone()));
    texts.extend(said([&action.owner]));
    texts.extend(action.due.map(day));
    if action.is_overdue(house.today.unwrap()) {
        texts.push("Te laat".to_owned());
    }
    texts.push(match &action.state {
        Progress::Open => "Open".to_owned(),
        Progress::Busy => "Bezig".to_owned(),
        Progress::Done => "Gedaan".to_owned(),
        Progress::Dropped(why) => format!("Vervallen, want: {why}"),
    });
    match &action.proof {
        Some(Proof::Text(text)) => texts.push(text.clone()),
        Some(Proof::File { name, sha256 }) => {
            texts.push(name.clone());
            texts.push(sha256.chars().take(12).collect());
        }
        None => {}
    }
    texts
}

fn report(house: &Overview) -> Vec<String> {
    let plan = |one: &&AssessmentLine| {
        house.questionnaires.iter().any(|known| known.id == one.questionnaire && known.plan)
    };
    let mut assessments: Vec<&AssessmentLine> =
        house.assessments.iter().map(AsRef::as_ref).collect();
    assessments.sort_by_key(|one| when(one));
    // Of each about each thing the newest that is signed, or the newest if none is; of a plan always the newest.
    let mut current: Vec<&AssessmentLine> = Vec::new();
    for one in assessments {
        let same = |known: &&AssessmentLine| {
            (&known.questionnaire, &known.about) == (&one.questionnaire, &one.about)
        };
        let before = current.iter().position(same);
        if plan(&one) || !one.is_open() || before.is_none_or(|before| current[before].is_open()) {
            before.map(|before| current.remove(before));
            current.push(one);
        }
    }
    let (plans, others): (Vec<&AssessmentLine>, Vec<_>) = current.into_iter().partition(plan);
    let mut texts = vec!["Stappenplannen".to_owned()];
    for plan in plans {
        texts.extend([plan.title.to_string(), format!("{} ({})", verdict(plan), state(plan))]);
    }
    texts.push("Verwerkingsregister".to_owned());
    for entry in &house.processings {
        texts.extend(said([&entry.name, &entry.department]));
        let gaps = house.gaps(entry).len();
        texts.push(if gaps == 0 { "—".to_owned() } else { gaps.to_string() });
    }
    texts.push("Toetsen".to_owned());
    for one in others {
        let parts = [&*one.title, &one.subject, verdict(one), &state(one)];
        texts.extend(parts.map(str::to_owned));
    }
    texts.push("Acties per afdeling".to_owned());
    for (department, actions) in departments(house) {
        texts.push(department);
        let counted: [&dyn Fn(&Action) -> bool; 5] = [
            &|one| one.state == Progress::Open,
            &|one| one.state == Progress::Busy,
            &|one| one.is_overdue(house.today.unwrap()),
            &|one| one.state == Progress::Done,
            &|one| matches!(one.state, Progress::Dropped(_)),
        ];
        texts.extend(counted.map(|counts| {
            let count = actions.iter().filter(|one| counts(one)).count();
            if count == 0 { "—".to_owned() } else { count.to_string() }
        }));
    }
    texts.push("Ondertekende verslagen".to_owned());
    texts.extend(house.records.iter().rev().flat_map(record));
    texts
}

fn record(record: &RecordLine) -> [String; 2] {
    [record.name.clone(), sha256(&fs::read(&record.path).unwrap())]
}
