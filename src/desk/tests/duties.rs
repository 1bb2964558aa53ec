//! Actions: their proof, what bore them, and the files for other programs.
#![expect(clippy::disallowed_methods, reason = "a proof is made by another program")]

use super::{begin, office};
use crate::{
    desk::Office,
    format::sha256,
    model::{Action, Id, Origin, Priority, Progress, Proof},
    session::{Doubt, Edit, Effect, Overview, Reply},
};
use std::fs;

fn blank(origin: Origin) -> Action {
    Action {
        id: Id::default(),
        text: "Sluit een overeenkomst.".into(),
        origin,
        processing: None,
        department: "Publiek".into(),
        owner: String::new(),
        due: Some(jiff::civil::date(2026, 12, 1)),
        priority: Priority::Normal,
        state: Progress::Open,
        proof: None,
        history: Vec::new(),
    }
}

fn kept(office: &mut Office, action: Action) -> Overview {
    match office.perform(Effect::KeepAction(Box::new(action))) {
        Reply::Overview(overview) => (*overview).clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_that_proves_is_known_by_its_bytes_and_stays_where_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let path = elsewhere.path().join("getekend.pdf");
    fs::write(&path, b"bewijs").expect("written");
    let mut office = office(folder.path());
    let action = kept(&mut office, blank(Origin::ByHand)).actions.swap_remove(0);
    let text = |text: String| Action {
        state: Progress::Done,
        proof: Some(Proof::Text(text)),
        ..Action::clone(&action)
    };
    let done = kept(&mut office, text(path.display().to_string())).actions.swap_remove(0);
    let file = Proof::File { name: "getekend.pdf".into(), sha256: sha256(b"bewijs") };
    assert_eq!(done.proof, Some(file));
    let last = &done.history.last().expect("an event").what;
    assert!(last.contains(&path.display().to_string()), "{last}");
    assert!(path.exists());
    let words = kept(&mut office, text("getekend op 3 maart".into())).actions.swap_remove(0);
    assert_eq!(words.proof, Some(Proof::Text("getekend op 3 maart".into())));
    assert!(words.history.len() > done.history.len(), "what happened stays");
    let gone = kept(&mut office, text(elsewhere.path().join("weg.pdf").display().to_string()));
    assert!(matches!(gone.actions[0].proof, Some(Proof::Text(_))));
    assert!(gone.warnings.iter().any(|told| told.contains("weg.pdf")), "{:?}", gone.warnings);
}

#[test]
fn an_action_whose_answer_changed_is_doubted() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let mut session = begin(&mut office);
    let question = session.stops()[0].questions[0].clone();
    office.perform(session.apply(Edit::answer(&question, "yes")).expect("a wish"));
    let origin = Origin::Question {
        assessment: session.assessment().id.clone(),
        question: question.clone(),
        said: session.assessment().answers.get(&question).cloned(),
    };
    let seen = kept(&mut office, blank(origin));
    assert!(seen.doubts.is_empty(), "{:?}", seen.doubts);
    office.perform(session.apply(Edit::answer(&question, "no")).expect("a wish"));
    drop(office);
    let mut office = super::office(folder.path());
    let seen = office.overview().expect("an overview");
    assert_eq!(seen.doubts.get(&seen.actions[0].id), Some(&Doubt::Answer));
    let again = super::office_again(office, folder.path()).overview().expect("an overview");
    assert_eq!(again.doubts, seen.doubts, "also when it is remembered");
}

#[test]
fn files_for_other_programs_lie_in_a_folder_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    kept(&mut office, blank(Origin::ByHand));
    let Reply::Exported(paths) = office.perform(Effect::ExportActions) else { panic!() };
    let expected = ["acties-2026-11-22.csv", "acties-2026-11-22.ics"]
        .map(|name| folder.path().join("uitvoer").join(name));
    assert_eq!(paths, expected);
    let calendar = fs::read_to_string(&paths[1]).expect("a text");
    assert!(calendar.contains("BEGIN:VALARM") && calendar.contains("20261201"), "{calendar}");
}
