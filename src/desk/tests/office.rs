//! Begun, kept, resumed; what is wrong is told and hides nothing else.

use super::{begin, noon, office, tickets};
use crate::{
    model::{About, Action, Answer, Commission, Id, Organisation, Participant, Signed, Status},
    session::{Edit, Effect, Failure, NewKey, Overview, Reply, Secret, Session, Unkept},
};
use std::{fs, path::Path, sync::Arc};

fn overview(reply: Reply) -> Overview {
    match reply {
        Reply::Overview(overview) => (*overview).clone(),
        other => panic!("{other:?}"),
    }
}

fn resume(folder: &Path, session: &Session) -> Session {
    let mut office = super::office(folder);
    match office.perform(Effect::Resume(session.assessment().id.clone())) {
        Reply::Opened(session) => *session,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_kept_comes_back_in_a_later_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let mut session = begin(&mut office);
    assert_eq!(session.assessment().id.as_str(), "2026-11-22-pre-dpia-nieuw-ticketsysteem");
    assert_eq!(session.assessment().about, About::Processing(Id::from("nieuw-ticketsysteem")));
    let first = session.stops()[0].questions[0].clone();
    let edits = vec![
        Edit::answer(&first, "yes"),
        Edit::Note {
            question: first.clone(),
            text: "Naam, adres, \"e-mail\"\n– alles 🎟".to_owned(),
        },
        Edit::Participants(vec![Participant::new("Vera", "")]),
    ];
    let effect = session.apply(Edit::Several(edits)).expect("a wish");
    match office.perform(effect) {
        Reply::Kept { assessment, revision: 1, at, warning: None } => {
            assert_eq!((&assessment, at), (&session.assessment().id, noon()));
        }
        other => panic!("{other:?}"),
    }
    drop(office);
    let resumed = resume(folder.path(), &session);
    assert_eq!(resumed.assessment(), session.assessment());
    assert_eq!(resumed.evaluation(), session.evaluation());
}

#[test]
fn the_overview_tells_what_there_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let first = overview(office.perform(Effect::Look));
    assert_eq!(first.organisation, None);
    assert!(first.questionnaires.iter().any(|line| line.id.as_str() == "pre-dpia"));
    let organisation = Organisation { name: "Museum Hof".to_owned(), ..Default::default() };
    let effect = Effect::KeepOrganisation(Box::new(organisation.clone()));
    assert_eq!(overview(office.perform(effect)).organisation, Some(organisation));
    let mut session = begin(&mut office);
    let first = session.stops()[0].questions[0].clone();
    let effect = session.apply(Edit::answer(&first, "no")).expect("a wish");
    office.perform(effect);
    office.perform(Effect::KeepProcessing(Box::new(tickets())));
    let seen = overview(office.perform(Effect::Look));
    let names: Vec<_> = seen.processings.iter().map(|processing| processing.id.as_str()).collect();
    assert_eq!(names, ["nieuw-ticketsysteem", "nieuw-ticketsysteem-2"]);
    let [line] = seen.assessments.as_slice() else { panic!("{seen:?}") };
    assert_eq!(line.subject, "Nieuw ticketsysteem");
    assert_eq!(line.advance.answered, 1);
    assert_eq!(
        line.advance.verdict.as_deref(),
        session.verdict().map(|verdict| verdict.title.as_str())
    );
    assert_eq!(seen.warnings, [""; 0]);
}

#[test]
fn a_bad_file_is_told_and_hides_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let session = begin(&mut office);
    office.perform(Effect::Resume(session.assessment().id.clone()));
    let toets = folder.path().join("toetsen").join(session.assessment().id.as_str());
    damage(&toets.join("toets.ron"));
    damage(&folder.path().join("instelling.ron"));
    damage(&folder.path().join("verwerkingen/stuk.ron"));
    let seen = overview(office.perform(Effect::Look));
    assert_eq!(seen.warnings.len(), 3, "{:#?}", seen.warnings);
    assert!(seen.warnings.iter().all(|warning| warning.contains("beschadigd-2026-11-22-120000")));
    assert_eq!(seen.assessments.len(), 1);
    assert_eq!(seen.processings.len(), 1);
}

#[test]
fn an_assessment_stays_on_the_questionnaire_it_began_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = office(folder.path());
    let session = begin(&mut desk);
    let id = session.assessment().id.clone();
    let toets = folder.path().join("toetsen").join(id.as_str());
    drop(desk);
    // Gone or changed: the program's own is the same one.
    fs::remove_file(toets.join("vragenlijst.ron")).expect("removed");
    assert_eq!(resume(folder.path(), &session).assessment(), session.assessment());
    damage(&toets.join("vragenlijst.ron"));
    assert_eq!(resume(folder.path(), &session).assessment(), session.assessment());
    // Begun with an edition that is nowhere any more.
    let text = fs::read_to_string(toets.join("toets.ron")).expect("there");
    let other = text.replace(&session.assessment().questionnaire.sha256, &"0".repeat(64));
    crate::store::replace(&toets.join("toets.ron"), other.as_bytes()).expect("written");
    match office(folder.path()).perform(Effect::Resume(id)) {
        Reply::Failed(failure) => {
            assert!(failure.message.contains("vragenlijst.ron"), "{failure:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_not_kept_names_its_revision() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let mut session = begin(&mut office);
    let first = session.stops()[0].questions[0].clone();
    let gone = folder.path().join("toetsen");
    fs::rename(&gone, folder.path().join("weg")).expect("renamed");
    let effect = session.apply(Edit::answer(&first, "yes")).expect("a wish");
    match office.perform(effect.clone()) {
        Reply::Failed(failure) => {
            assert!(matches!(failure.unkept, Some(Unkept::Revision(1))));
            let file = gone.join(session.assessment().id.as_str()).join("toets.ron");
            assert!(failure.message.contains(&file.display().to_string()), "{}", failure.message);
        }
        other => panic!("{other:?}"),
    }
    fs::rename(folder.path().join("weg"), &gone).expect("renamed");
    assert!(matches!(office.perform(effect), Reply::Kept { revision: 1, warning: None, .. }));
}

/// What the disk does not take comes back with its name, so that it is the same thing the next time.
#[cfg(unix)]
#[test]
fn what_a_form_handed_in_and_was_not_kept_comes_back_and_is_kept_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let homes = ["verwerkingen", "opdrachten", "acties.ron"].map(|name| folder.path().join(name));
    for home in &homes {
        let _ = fs::remove_dir(home);
        std::os::unix::fs::symlink(folder.path().join("stick-eruit/x"), home).expect("linked");
    }
    let wishes = [
        Effect::KeepProcessing(Box::new(tickets())),
        Effect::KeepCommission(Box::new(Commission {
            controller: "Gemeente".into(),
            ..Commission::default()
        })),
        Effect::KeepAction(Box::new(Action::by_hand("Contract opvragen".into()))),
    ];
    let left: Vec<Effect> = wishes.into_iter().map(|wish| refused(&mut office, wish)).collect();
    for wish in &left {
        let named = match wish {
            Effect::KeepProcessing(entry) => &entry.id,
            Effect::KeepCommission(one) => &one.id,
            Effect::KeepAction(action) => &action.id,
            other => panic!("{other:?}"),
        };
        assert!(!named.as_str().is_empty(), "{wish:?}");
    }
    // Still not; and then it is, once and in order.
    let Effect::Again(left) = refused(&mut office, Effect::Again(left)) else { panic!() };
    assert_eq!(left.len(), 3);
    for home in &homes {
        fs::remove_file(home).expect("gone");
    }
    fs::create_dir(&homes[0]).expect("made");
    for _ in 0..2 {
        match office.perform(Effect::Again(left.clone())) {
            Reply::KeptAgain { overview, at } => {
                assert_eq!(at, noon());
                let counts = (
                    overview.processings.len(),
                    overview.commissions.len(),
                    overview.actions.len(),
                );
                assert_eq!(counts, (1, 1, 1));
            }
            other => panic!("{other:?}"),
        }
    }
    // What never reached the disk need not be thrown away.
    let gone = Effect::Again(vec![Effect::RemoveProcessing("er-nooit-geweest".into())]);
    assert!(matches!(office.perform(gone), Reply::KeptAgain { .. }));
}

#[cfg(unix)]
fn refused(office: &mut crate::desk::Office, wish: Effect) -> Effect {
    match office.perform(wish) {
        Reply::Failed(Failure { unkept: Some(Unkept::Wish(wish)), .. }) => *wish,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_late_wish_does_not_open_what_is_signed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let session = begin(&mut office);
    let mut signed = session.assessment().clone();
    signed.answers.put(Id::from("personal_data"), Some(Answer::one("no")));
    signed.status = Status::Signed(Signed {
        at: noon(),
        verdict: Id::from("not_applicable"),
        record: "x.pdf".to_owned(),
    });
    let keep = |assessment| Effect::Keep { assessment: Arc::new(assessment), revision: 7 };
    assert!(matches!(office.perform(keep(signed.clone())), Reply::Kept { .. }));
    match office.perform(keep(session.assessment().clone())) {
        Reply::Failed(failure) => assert!(failure.message.contains("al ondertekend")),
        other => panic!("{other:?}"),
    }
    drop(office);
    assert_eq!(resume(folder.path(), &session).assessment(), &signed);
}

#[test]
fn a_key_is_made_under_its_passphrase_and_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let key = |passphrase: &str| {
        Effect::MakeKey(NewKey {
            name: " Vera  Voorbeeld\n".to_owned(),
            role: "coördinator".to_owned(),
            passphrase: Secret(passphrase.to_owned().into()),
        })
    };
    match office.perform(key("")) {
        Reply::Failed(failure) => assert!(failure.message.contains("wachtzin")),
        other => panic!("{other:?}"),
    }
    let Reply::KeyMade(line) = office.perform(key("kaars molen tapijt zebra")) else {
        panic!("not made")
    };
    assert_eq!((line.name.as_str(), line.role.as_str()), ("Vera Voorbeeld", "coördinator"));
    assert_eq!(line.path, folder.path().join("sleutels/vera-voorbeeld.key"));
    assert_eq!(overview(office.perform(Effect::Look)).keys, [line]);
}

#[expect(clippy::disallowed_methods, reason = "damage is written in place")]
fn damage(path: &Path) {
    fs::write(path, b"(versie: 1, inhoud: (").expect("written");
}
