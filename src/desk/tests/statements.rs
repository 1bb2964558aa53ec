//! Records of the register, the actions and everything in short.

use super::office;
use crate::{
    desk::{Demonstration, Office},
    model::{
        Action, Actions, Basis, Commission, Id, Origin, Priority, Processing, Processor, Progress,
        Proof, Retention,
    },
    session::{
        DataStanding, Effect, KeyLine, Reply, Secret, SignedRecord, Standing, Statement,
        StatementOrder,
    },
};
use std::sync::Arc;
use tempfile::TempDir;

/// The example with a filled register and some actions.
pub(super) fn filled() -> (TempDir, Office, Demonstration) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let made = office.demonstrate().expect("an example");
    for number in 1..=12 {
        let mut processing = Processing {
            name: format!("Verwerking nummer {number} met een lange naam over nieuwsbrieven"),
            purpose: "Bezoekers op de hoogte houden van tentoonstellingen".into(),
            department: ["Publiek", "Collectie", ""][number % 3].into(),
            people: "Bezoekers en leden".into(),
            data: "Naam, e-mailadres, woonplaats".into(),
            basis: Basis::ALL.get(number % 8).copied(),
            processors: vec![Processor {
                name: "MailBureau B.V.".into(),
                task: "verstuurt de nieuwsbrief".into(),
                agreement: if number % 2 == 0 {
                    "map contracten, 2025".into()
                } else {
                    String::new()
                },
            }],
            retention: vec![Retention {
                data: "alles".into(),
                term: if number % 5 == 0 { "voor altijd".into() } else { "2 jaar".into() },
                reason: "daarna is de relatie voorbij".into(),
            }],
            ..Processing::default()
        };
        office.shelf.keep_processing(&mut processing).expect("kept");
    }
    let mut commission = Commission {
        controller: "Stichting Oude Kerk".into(),
        processing: "Kaarten verkopen voor hun concerten".into(),
        ..Commission::default()
    };
    office.shelf.keep_commission(&mut commission).expect("kept");
    let action = |number: i8| Action {
        id: Id::new(format!("actie-{number}")),
        text: format!("Sluit een verwerkersovereenkomst met leverancier {number}."),
        origin: Origin::ByHand,
        processing: None,
        department: ["Publiek", "Directie", ""][usize::from(number.unsigned_abs()) % 3].into(),
        owner: if number % 2 == 0 { "Vera".into() } else { String::new() },
        due: Some(jiff::civil::date(2026, 11, 1 + number)),
        priority: if number % 4 == 0 { Priority::High } else { Priority::Normal },
        state: match number % 4 {
            0 => Progress::Open,
            1 => Progress::Busy,
            2 => Progress::Done,
            _ => Progress::Dropped("De leverancier is gestopt.".into()),
        },
        proof: (number % 4 == 2).then(|| Proof::Text("Getekend op 3 november".into())),
        history: Vec::new(),
    };
    let actions = Actions((1..=28).map(action).map(Arc::new).collect());
    office.shelf.keep_actions(&actions).expect("kept");
    (folder, office, made)
}

pub(super) fn signed(
    office: &mut Office,
    (key, passphrase): (&KeyLine, &Secret),
    statement: Statement,
) -> SignedRecord {
    let order = StatementOrder {
        statement,
        others: Vec::new(),
        key: key.path.clone(),
        passphrase: passphrase.clone(),
        capacity: crate::model::Capacity::default(),
    };
    match office.perform(Effect::SignStatement(Box::new(order))) {
        Reply::Signed(record) => *record,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_statement_is_signed_and_made_again_from_its_data() {
    let (_folder, mut office, Demonstration { key, passphrase, .. }) = filled();
    for (statement, words) in [
        (Statement::Register, "Verwerkingsregister"),
        (Statement::Actions, "Actieoverzicht"),
        (Statement::Board, "Verantwoording aan het bestuur"),
    ] {
        let Reply::Preview(pages) = office.perform(Effect::PreviewStatement(statement)) else {
            panic!("no pages")
        };
        assert!(pages.join("\n").contains(words), "{pages:?}");
        let record = signed(&mut office, (&key, &passphrase), statement);
        assert_eq!(record.report.verdict, Standing::Valid, "{:?}", record.report.problems);
        assert_eq!(record.report.data, DataStanding::Same);
        let claim = record.report.claim.expect("a claim");
        assert!(claim.title.starts_with(words), "{}", claim.title);
        assert!(record.assessment.is_none());
    }
    assert_eq!(office.check_up(false).expect("looked").findings, []);
}

#[test]
fn an_empty_institution_can_state_that_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let made = office.demonstrate().expect("an example");
    for statement in [Statement::Register, Statement::Actions, Statement::Board] {
        let record = signed(&mut office, (&made.key, &made.passphrase), statement);
        assert_eq!(record.report.verdict, Standing::Valid, "{:?}", record.report.problems);
    }
}

#[test]
fn a_character_without_a_letter_is_named_before_anyone_signs() {
    let (_folder, mut office, Demonstration { key, passphrase, .. }) = filled();
    let mut processing =
        Processing { name: "Brieven aan 漢字 in Leiden".into(), ..Default::default() };
    office.shelf.keep_processing(&mut processing).expect("kept");
    let before = office.shelf.records().expect("readable");
    let order = StatementOrder {
        statement: Statement::Register,
        others: Vec::new(),
        key: key.path,
        passphrase,
        capacity: crate::model::Capacity::default(),
    };
    for effect in
        [Effect::PreviewStatement(Statement::Register), Effect::SignStatement(Box::new(order))]
    {
        let Reply::Failed(failure) = office.perform(effect) else { panic!("printed") };
        assert_eq!(
            failure.message,
            "Het teken 漢 (U+6F22) kan niet in het verslag. Het staat in „Brieven aan 漢字 in Leiden: ”. \
             Haal het daar weg of schrijf het anders; er is niets ondertekend."
        );
    }
    assert_eq!(office.shelf.records().expect("readable"), before);
}

#[test]
fn what_cannot_be_read_is_named_and_no_statement_leaves_it_out() {
    let (_folder, mut office, _) = filled();
    let entry = office.overview().expect("looked").processings[0].id.clone();
    for (folder, named) in [
        ("verwerkingen", format!("{entry}.ron")),
        ("opdrachten", "stichting-oude-kerk.ron".to_owned()),
        (".", "acties.ron".to_owned()),
    ] {
        let path = office.shelf.folder().join(folder).join(&named);
        let whole = crate::store::read_whole(&path, 1 << 20).expect("there");
        crate::store::replace(&path, b"(versie: 1").expect("written");
        // The first look sets it aside; that it is still missing must be told as long as it is.
        for statement in [Statement::Register, Statement::Actions, Statement::Board] {
            let Reply::Failed(failure) = office.perform(Effect::PreviewStatement(statement)) else {
                panic!("{named} is left out in silence")
            };
            assert!(failure.message.contains(&named), "{}", failure.message);
            assert!(failure.message.contains("niet compleet"), "{}", failure.message);
        }
        let warned = office.overview().expect("looked").warnings;
        assert!(warned.iter().any(|warning| warning.contains(&named)), "{warned:?}");
        crate::store::replace(&path, &whole).expect("written");
        let reply = office.perform(Effect::PreviewStatement(Statement::Board));
        assert!(matches!(reply, Reply::Preview(_)), "{reply:?}");
    }
}
