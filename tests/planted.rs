//! A made-up institution of any size, put into a folder: for benches, for tests of speed, and to look at with one's own eyes.
#![expect(clippy::disallowed_methods, reason = "what is planted may be lost in a power cut")]

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::Offset};
use std::{fs, path::Path, sync::Arc};
use verantwoord::{
    format::{Content, Edition, Library, print_file},
    model::{
        About, Action, Actions, Answer, Answers, Assessment, Basis, Event, Id, Kind, Moment,
        Organisation, Origin, Priority, Processing, Processor, Progress, Proof, Question,
        Retention, Signed, Status, Subject,
    },
};

/// The day on which it is.
pub(crate) fn noon() -> Moment {
    let instant: Timestamp = "2026-11-23T11:00:00Z".parse().unwrap();
    Moment::new(instant, Offset::from_hours(1).unwrap())
}

const DEPARTMENTS: [&str; 6] =
    ["Publiek", "Directie", "Collectie", "Educatie", "Marketing", "Bedrijfsvoering"];
const PEOPLE: [&str; 4] = ["Vera", "Omar", "Jolanda van den Berg", ""];
const WORK: [&str; 4] = [
    "Sluit een verwerkersovereenkomst met de leverancier.",
    "Schrijf op hoe lang de gegevens bewaard blijven.",
    "Zet in de privacyverklaring waarvoor de gegevens worden gebruikt.",
    "Vraag opnieuw toestemming.",
];

/// Plants `assessments` assessments, half as many actions and a fifth as many processing activities, always the same.
pub(crate) fn plant(folder: &Path, assessments: usize) {
    for name in ["verwerkingen", "toetsen", "verslagen", "sleutels", "reservekopie"] {
        fs::create_dir_all(folder.join(name)).unwrap();
    }
    let organisation = Organisation {
        name: "Museum De Linde".into(),
        departments: DEPARTMENTS.map(str::to_owned).to_vec(),
        example: true,
        ..Organisation::default()
    };
    write(&folder.join("instelling.ron"), &organisation);
    let entries = (assessments / 5).max(1);
    for number in 0..entries {
        let entry = processing(number);
        write(&folder.join(format!("verwerkingen/{}.ron", entry.id)), &entry);
    }
    let editions: Vec<Edition> =
        Library.ids().filter_map(|id| Library.get(&Id::from(id))).collect();
    let texts: Vec<_> = editions
        .iter()
        .map(|edition| {
            let path = folder.join(format!("verslagen/.{}", edition.pinned.id));
            fs::write(&path, edition.text.as_bytes()).unwrap();
            path
        })
        .collect();
    for number in 0..assessments {
        let place = number % editions.len();
        let assessment = assessment(&editions[place], number, entries);
        let home = folder.join("toetsen").join(assessment.id.as_str());
        fs::create_dir_all(&home).unwrap();
        write(&home.join("toets.ron"), &assessment);
        // A thousand times the same text need not be there a thousand times.
        if fs::hard_link(&texts[place], home.join("vragenlijst.ron")).is_err() {
            fs::write(home.join("vragenlijst.ron"), editions[place].text.as_bytes()).unwrap();
        }
    }
    for path in texts {
        fs::remove_file(path).unwrap();
    }
    let actions = (0..assessments / 2).map(|number| Arc::new(action(number, entries))).collect();
    write(&folder.join("acties.ron"), &Actions(actions));
}

fn write<T: Content>(path: &Path, content: &T) {
    fs::write(path, print_file(content).unwrap()).unwrap();
}

fn day(number: usize, spread: i64, around: i64) -> Date {
    let shift = i64::try_from(number).unwrap() * 37 % spread - around;
    noon().date().checked_add(shift.days()).unwrap()
}

fn at(date: Date) -> Moment {
    format!("{date}T09:30:00+01:00").parse().unwrap()
}

fn processing(number: usize) -> Processing {
    let whole = number.is_multiple_of(3);
    Processing {
        id: Id::new(format!("verwerking-{number}")),
        name: format!(
            "Verwerking {number}: {}",
            ["kaartverkoop", "nieuwsbrief", "cursussen", "vrijwilligers"][number % 4]
        ),
        purpose: "Bezoekers toelaten en op de hoogte houden van het programma.".into(),
        department: DEPARTMENTS[number % 6].into(),
        people: "bezoekers, cursisten".into(),
        data: "naam, e-mail, betaling".into(),
        sensitive: whole.then_some(false),
        basis: whole.then_some(Basis::Contract),
        basis_reason: "Nodig om de kaart te leveren.".into(),
        recipients: "geen".into(),
        security: "wachtwoorden, rechten per afdeling".into(),
        processors: vec![Processor {
            name: "TicketBV".into(),
            task: String::new(),
            agreement: if whole { "map contracten".into() } else { String::new() },
        }],
        retention: vec![Retention {
            data: "adressen".into(),
            term: if number % 4 == 1 { "eeuwig".into() } else { "2 jaar".into() },
            reason: String::new(),
        }],
        review: Some(day(number, 700, 100)),
        ..Processing::default()
    }
}

fn answer(question: &Question, number: usize) -> Answer {
    match &question.kind {
        Kind::Several(choices) => Answer::Several(
            choices.iter().skip(number % 3).take(1).map(|one| one.id.clone()).collect(),
        ),
        Kind::Number { min, .. } => Answer::Number(min.unwrap_or(1).max(12)),
        Kind::Date => Answer::one("2026-11-22"),
        Kind::Text | Kind::LongText => {
            Answer::one("Zo doen wij dat, en dat is opgeschreven in het handboek.")
        }
        Kind::Table(_) => Answer::Rows(Vec::new()),
        Kind::YesNo | Kind::YesNoUnknown | Kind::Choice(_) => {
            let values = question.values();
            Answer::one(values[number * 7 % values.len()].as_str())
        }
    }
}

/// Half of them answered and signed, the others underway.
fn assessment(edition: &Edition, number: usize, entries: usize) -> Assessment {
    let about = match edition.questionnaire.draft().about {
        Subject::Processing => {
            About::Processing(Id::new(format!("verwerking-{}", number % entries)))
        }
        Subject::Organisation => About::Organisation,
    };
    let begun = day(number, 900, 890);
    let id = Id::new(format!("{begun}-{}-{number}", edition.pinned.id));
    let signed = number.is_multiple_of(2);
    let all = edition.questionnaire.questions().count();
    let given = if signed { all } else { number % all.max(1) };
    let answers: Answers = edition
        .questionnaire
        .questions()
        .take(given)
        .enumerate()
        .map(|(place, (_, question))| (question.id.clone(), answer(question, number + place)))
        .collect();
    let verdict = edition.questionnaire.draft().verdicts
        [number % edition.questionnaire.draft().verdicts.len()]
    .id
    .clone();
    let position = answers.iter().last().map(|(id, _)| id.clone());
    Assessment {
        answers,
        position,
        status: if signed {
            Status::Signed(Signed { at: at(begun), verdict, record: format!("{id}-v1.pdf") })
        } else {
            Status::Open
        },
        review: signed.then(|| begun.checked_add(12.months()).unwrap()),
        ..Assessment::begin(id, edition.pinned.clone(), about, at(begun))
    }
}

fn action(number: usize, entries: usize) -> Action {
    let born = at(day(number, 300, 290));
    let state = match number % 5 {
        0 | 1 => Progress::Open,
        2 => Progress::Busy,
        3 => Progress::Done,
        _ => Progress::Dropped("de leverancier is gestopt".into()),
    };
    let proof = (state == Progress::Done).then(|| Proof::Text("getekend, map contracten".into()));
    Action {
        id: Id::new(format!("{}-{number}", born.date())),
        text: WORK[number % WORK.len()].into(),
        origin: Origin::ByHand,
        processing: Some(Id::new(format!("verwerking-{}", number % entries))),
        department: DEPARTMENTS[number % DEPARTMENTS.len()].into(),
        owner: PEOPLE[number % PEOPLE.len()].into(),
        due: Some(day(number, 400, 120)),
        priority: [Priority::High, Priority::Normal, Priority::Low][number % 3],
        state,
        proof,
        history: vec![Event { at: born, what: "Opgeschreven.".into() }],
    }
}
