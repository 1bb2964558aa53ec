//! One record of every kind, with something to say on every place a record has.

use super::made::Institution;
use std::{collections::BTreeMap, fs, path::PathBuf};
use verantwoord::{
    format::{Library, Syntax, parse_answers},
    model::{
        Action, Answers, Assessment, Basis, Commission, Dissent, Id, Origin, Parked, Priority,
        Processing, Processor, Progress, Proof, Retention, Vote, Workshop,
    },
    session::{Effect, Overview, Statement},
};

/// A record and what was put into it.
pub(super) struct Kind {
    /// Its name, in file names.
    pub(super) name: &'static str,
    /// The file, signed once.
    pub(super) record: PathBuf,
    /// What was put into it.
    pub(super) said: Said,
}

/// What a record is made of.
pub(super) enum Said {
    /// A filling-in of a questionnaire.
    Filled(Box<Assessment>),
    /// What the institution states as a whole, and what its screens showed at that moment.
    Stated(Statement, Box<Overview>),
}

/// The answers in this file of examples.
fn answers(questionnaire: &str, example: &str) -> Answers {
    let file =
        format!("{}/tests/answers/{questionnaire}/{example}.json", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let edition = Library.get(&Id::from(questionnaire)).unwrap();
    parse_answers(&text, Syntax::Json, &edition.questionnaire).unwrap()
}

fn processing(name: &str) -> Processing {
    Processing {
        name: name.into(),
        purpose: "Bezoekers een kaartje verkopen en mailen".into(),
        department: "Publiek en kassa".into(),
        description: "Bezoekers kopen vooraf een kaartje voor een dag en een tijdvak.".into(),
        owner: "Hoofd publiek".into(),
        people: "Bezoekers die een kaartje kopen".into(),
        data: "Naam, e-mailadres, postcode, betaling".into(),
        sensitive: Some(false),
        source: "De bezoeker zelf".into(),
        place: "Het ticketsysteem van de leverancier".into(),
        access: "Drie medewerkers van de kassa".into(),
        basis: Some(Basis::Contract),
        basis_reason: "Zonder deze gegevens is er geen kaartje".into(),
        recipients: "De leverancier; de bank".into(),
        retention: vec![Retention {
            data: "Naam en e-mailadres".into(),
            term: "1 jaar na het bezoek".into(),
            reason: "Klachten komen binnen een jaar".into(),
        }],
        security: "Tweestapsverificatie; leesrechten per functie".into(),
        ..Processing::default()
    }
}

/// An entry in which everything is filled in.
fn full() -> Processing {
    Processing {
        name: "Zieke vrijwilligers begeleiden".into(),
        joint_controllers: "Stichting Samen Sterk, samen met de gemeente".into(),
        sensitive: Some(true),
        exception: "Uitdrukkelijke toestemming (art. 9 lid 2 onder a)".into(),
        basis: Some(Basis::LegitimateInterests),
        law: "Arbeidsomstandighedenwet, art. 14".into(),
        interest: "Vrijwilligers veilig laten werken".into(),
        processors: vec![
            Processor {
                name: "RoosterBureau B.V.".into(),
                task: "maakt het rooster".into(),
                agreement: "map contracten, 3 mei 2025".into(),
            },
            Processor { name: "MailBureau".into(), ..Processor::default() },
        ],
        transfers: "Verenigde Staten".into(),
        safeguard: "Modelcontract van de Europese Commissie".into(),
        dpia: "map DPIA, 12 juni 2026".into(),
        review: Some(jiff::civil::date(2027, 3, 1)),
        ..processing("")
    }
}

/// What the museum does for another.
fn commission() -> Commission {
    Commission {
        controller: "Stichting Oude Kerk".into(),
        contacts: "mevrouw Oost, kerk@oudekerk.example".into(),
        processing: "Kaarten verkopen voor hun concerten".into(),
        security: "Dezelfde kassa, een eigen account".into(),
        agreement: "map contracten, 2 februari 2026".into(),
        subprocessors: vec![Processor {
            name: "KassaHuis".into(),
            task: "beheert de kassa".into(),
            agreement: "map contracten, 2024".into(),
        }],
        department: "Publiek en kassa".into(),
        ..Commission::default()
    }
}

fn action(number: i8, department: &str, state: Progress) -> Action {
    Action {
        id: Id::default(),
        text: format!("Leg met leverancier {number} de afspraken over beveiliging vast"),
        origin: Origin::ByHand,
        processing: None,
        department: department.into(),
        owner: "Vera Visser".into(),
        due: jiff::civil::Date::new(2026, 11, number).ok(),
        priority: if number < 10 { Priority::High } else { Priority::Normal },
        proof: (state == Progress::Done).then(|| Proof::Text("Overeenkomst van 3 november".into())),
        state,
        history: Vec::new(),
    }
}

/// A note under the first and the last question that was answered.
fn notes(answers: &Answers) -> BTreeMap<Id, String> {
    let ids: Vec<&Id> = answers.iter().map(|(id, _)| id).collect();
    let mut notes = BTreeMap::new();
    for (id, place) in
        ids.first().into_iter().zip(["eerste"]).chain(ids.last().into_iter().zip(["laatste"]))
    {
        let note =
            format!("Dit is de {place} opmerking: nagevraagd bij coördinator Zoë, € 5 – „klopt”.");
        notes.insert((*id).clone(), note);
    }
    notes
}

/// What a group of five left behind.
fn workshop() -> Workshop {
    let vote = |value: &str| Vote { by: String::new(), value: Id::from(value) };
    let cast = vec![vote(Id::YES), vote(Id::NO), vote(Id::NO)];
    Workshop {
        votes: [(Id::from("c5"), cast)].into(),
        shown: [Id::from("c5")].into(),
        parked: vec![
            Parked {
                question: Some(Id::from("c7")),
                text: "Vragen aan educatie: komen er schoolklassen?".into(),
                done: false,
            },
            Parked {
                question: None,
                text: "Volgend jaar ook de webwinkel bekijken.".into(),
                done: false,
            },
        ],
        decisions: vec![
            "Wij tellen kaartverkoop van een heel jaar als grote schaal.".into(),
            "Vera zoekt uit wat de leverancier bewaart.".into(),
        ],
        ..Workshop::default()
    }
}

/// Finishes a filling-in and signs its record.
fn signed(house: &mut Institution, name: &'static str, assessment: Assessment) -> Kind {
    let record = house.sign(assessment.clone());
    Kind { name, record, said: Said::Filled(Box::new(assessment)) }
}

fn filled(
    house: &mut Institution,
    questionnaire: &str,
    example: &str,
    about: Option<Processing>,
) -> Assessment {
    let mut assessment = house.begin(questionnaire, about);
    assessment.answers = answers(questionnaire, example);
    assessment.notes = notes(&assessment.answers);
    assessment.motivation =
        "Het gaat om weinig gegevens van volwassenen.\n\nNa een jaar wissen wij alles.".into();
    assessment
}

fn workshop_record(house: &mut Institution) -> Kind {
    let mut assessment =
        filled(house, "pre-dpia", "one_criterion", Some(processing("Vrijwilligers inroosteren")));
    let five = ["Vera Visser", "Piet Peeters", "Dirk Dijk", "Fenna Groen", "Ilse Israël"];
    assessment.participants =
        five.iter().map(|name| verantwoord::model::Participant::new(*name, "Medewerker")).collect();
    assessment.participants[4].absent = true;
    let dissent = Dissent { by: "Dirk Dijk".into(), text: "Ik vind dit geen grote schaal.".into() };
    assessment.dissents = [(Id::from("c5"), vec![dissent])].into();
    assessment.workshop = Some(workshop());
    signed(house, "workshop", assessment)
}

/// The version after `first`, in which the harm is judged otherwise.
fn second_version(house: &mut Institution, first: &Kind) -> Kind {
    let Said::Filled(first) = &first.said else { panic!("{} was not filled in", first.name) };
    let mut assessment = house.again(&first.id);
    assessment.answers = answers("pre-dpia", "none");
    assessment.motivation = "Er gelden nu geen criteria meer.".into();
    signed(house, "tweede-versie", assessment)
}

/// Every kind, in an institution with so many entries in its register.
pub(super) fn all(house: &mut Institution, entries: usize) -> Vec<Kind> {
    let mut kinds = Vec::new();
    let about = |name| Some(processing(name));
    let first = filled(house, "pre-dpia", "one_criterion", about("Nieuw ticketsysteem"));
    kinds.push(signed(house, "niet-nodig", first));
    kinds.push(second_version(house, &kinds[0]));
    let toets = filled(house, "pre-dpia", "rule_of_two_deviated", about("Camera’s in de zalen"));
    kinds.push(signed(house, "toets", toets));
    kinds.push(workshop_record(house));
    let plan = filled(house, "stappenplan-publieksdata", "bezig-met-gaten", None);
    kinds.push(signed(house, "stappenplan", plan));
    let plan = filled(house, "stappenplan-publieksdata", "alles-klaar", None);
    kinds.push(signed(house, "stappenplan-klaar", plan));
    house.perform(Effect::KeepProcessing(Box::new(full())));
    house.perform(Effect::KeepCommission(Box::new(commission())));
    for number in 4..entries {
        let entry = processing(&format!("Verwerking nummer {number}"));
        house.perform(Effect::KeepProcessing(Box::new(entry)));
    }
    for (number, department, state) in [
        (5, "Kantoor", Progress::Open),
        (12, "Collectie", Progress::Done),
        (28, "Publiek en kassa", Progress::Busy),
        (30, "", Progress::Dropped("De leverancier is gestopt".into())),
    ] {
        house.perform(Effect::KeepAction(Box::new(action(number, department, state))));
    }
    for (name, statement) in [
        ("register", Statement::Register),
        ("acties", Statement::Actions),
        ("verantwoording", Statement::Board),
    ] {
        let seen = house.overview();
        assert_eq!(seen.processings.len(), entries);
        let record = house.state(statement);
        kinds.push(Kind { name, record, said: Said::Stated(statement, Box::new(seen)) });
    }
    kinds
}
