//! An assessment that began with an older questionnaire: what is told first, and going on with either version.

use super::{noon, office};
use crate::{
    desk::Office,
    engine::Engine,
    format::{Edition, Library},
    model::{About, Answer, Assessment, Id, Organisation, Status},
    session::{Effect, NewKey, Reply, Secret, Session, SignOrder, SignedRecord, Standing, Upgrade},
    store::Shelf,
};
use std::{fs, path::Path, sync::Arc};

/// The pre-DPIA as it might have been a year ago: it was milder about two criteria, put one question otherwise, and had another one
/// about the FG.
fn older() -> Edition {
    let text = Library.get(&Id::from("pre-dpia")).expect("ships").text.replace('\r', "");
    let version = text.split("version: \"").nth(1).and_then(|rest| rest.split('"').next());
    let text = text
        .replace(version.expect("a version"), "2025.01.0")
        .replace(
            "when: AtLeast(\"met\", 2),\n            verdict: \"required\",",
            "when: AtLeast(\"met\", 2),\n            verdict: \"strongly_advised\",",
        )
        .replace("Kan iemand ernstige schade krijgen", "Kan er ernstige schade ontstaan")
        .replace("\"dpo_view\"", "\"dpo_opinion\"");
    Edition::read(&text).expect("reads")
}

/// All answers that `edition` asks for: two criteria hold, and nothing else.
fn answered(edition: &Edition, assessment: Assessment) -> Assessment {
    let engine = Arc::new(Engine::new(Arc::clone(&edition.questionnaire), noon().date()));
    let mut session = Session::new(engine, assessment);
    while let Some(id) = session.evaluation().unanswered.first().cloned() {
        let value = match id.as_str() {
            "personal_data" | "c1" | "c2" => Answer::one("yes"),
            "role" => Answer::one("controller"),
            _ if session.question(&id).expect("asked").values().is_empty() => Answer::one("Omdat."),
            _ => Answer::one("no"),
        };
        let edit = crate::session::Edit::Answer { question: id, answer: Some(value) };
        drop(session.apply(edit));
    }
    Assessment { motivation: "Wij doen dit klein.".into(), ..session.assessment().clone() }
}

/// A folder with an open assessment under the older version.
fn planted(folder: &Path) -> Assessment {
    let (mut shelf, _) = Shelf::open(folder, noon()).expect("opens");
    let organisation = Organisation { name: "Museum Hof".into(), ..Organisation::default() };
    shelf.keep_organisation(&organisation).expect("kept");
    let mut processing = super::tickets();
    shelf.keep_processing(&mut processing).expect("kept");
    let about = About::Processing(processing.id);
    let begun = shelf.begin(&older(), about, "kaarten", noon()).expect("begun");
    let mut assessment = answered(&older(), begun);
    shelf.keep(&mut assessment, noon()).expect("kept");
    assessment
}

fn told(reply: Reply) -> Upgrade {
    match reply {
        Reply::Outdated(upgrade) => *upgrade,
        Reply::Failed(failure) => panic!("{failure:?}"),
        _ => panic!("nothing to choose"),
    }
}

fn opened(reply: Reply) -> Session {
    match reply {
        Reply::Opened(session) => *session,
        Reply::Outdated(_) => panic!("something to choose"),
        other => panic!("{other:?}"),
    }
}

fn sign(office: &mut Office, assessment: Assessment) -> SignedRecord {
    let passphrase = Secret("de linde bloeit in juni weer".to_owned().into());
    let key = NewKey { name: "Vera".into(), role: String::new(), passphrase: passphrase.clone() };
    let Reply::KeyMade(key) = office.perform(Effect::MakeKey(key)) else { panic!("no key") };
    let order = SignOrder {
        assessment,
        others: Vec::new(),
        key: key.path,
        passphrase,
        capacity: crate::model::Capacity::default(),
    };
    match office.perform(Effect::Sign(Box::new(order))) {
        Reply::Signed(record) => *record,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_newer_version_makes_otherwise_is_told_before_anything_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let planted = planted(folder.path());
    let mut office = office(folder.path());
    let upgrade = told(office.perform(Effect::Resume(planted.id.clone())));
    assert_eq!(upgrade.from.0, planted.questionnaire);
    assert!(!upgrade.signed);
    let difference = &upgrade.difference;
    assert_eq!(difference.questions.added, [Id::from("dpo_view")]);
    assert_eq!(difference.questions.dropped, [Id::from("dpo_opinion")]);
    assert_eq!(upgrade.carried.reread, [Id::from("serious_harm")]);
    assert_eq!(difference.rules.changed, [Id::from("rule_of_two")]);
    assert_ne!(upgrade.carried.before.verdict, Some(Id::from("required")));
    assert!(upgrade.carried.is_other_verdict());
    assert_eq!(upgrade.carried.after.reasons[0].rule, Id::from("rule_of_two"));
    // Nothing is done.
    let file = folder.path().join("toetsen").join(planted.id.as_str()).join("toets.ron");
    let there: Assessment =
        crate::format::parse_file(&fs::read_to_string(file).expect("there")).expect("reads");
    assert_eq!(there, planted);
    let line = &office.overview().expect("looks").assessments[0];
    let shipped = Library.get(&Id::from("pre-dpia")).expect("ships").pinned;
    assert_eq!(line.newer.as_deref(), Some(shipped.version.as_str()));
}

#[test]
fn taking_it_over_carries_what_fits_and_the_record_tells_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let planted = planted(folder.path());
    let mut office = office(folder.path());
    let session = opened(office.perform(Effect::Upgrade(planted.id.clone())));
    let taken = session.assessment().clone();
    let shipped = Library.get(&Id::from("pre-dpia")).expect("ships");
    assert_eq!(taken.questionnaire, shipped.pinned);
    assert_eq!(taken.upgrades[0].from, planted.questionnaire);
    assert!(taken.answers.get(&Id::from("c1")).is_some());
    assert_eq!(taken.position, Some(Id::from("serious_harm")), "the first thing to look at");
    assert_eq!(taken.motivation, "", "it was for another verdict");
    // The next time there is nothing to choose, and a crash or an older copy still finds its own questionnaire.
    let again = opened(office.perform(Effect::Resume(planted.id.clone())));
    assert_eq!(again.assessment().answers, taken.answers);
    let kept: Vec<_> = fs::read_dir(folder.path().join("toetsen").join(planted.id.as_str()))
        .expect("there")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("vragenlijst"))
        .collect();
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert_eq!(office.check_up(false).expect("looks").findings, []);

    let record = sign(&mut office, answered(&shipped, taken));
    assert_eq!(record.report.verdict, Standing::Valid, "{:?}", record.report.problems);
    let assessment = record.assessment.expect("an assessment");
    assert_eq!(assessment.upgrades.len(), 1);
}

#[test]
fn the_older_version_stays_usable_up_to_the_signed_record() {
    let folder = tempfile::tempdir().expect("a folder");
    let planted = planted(folder.path());
    let mut desk = office(folder.path());
    let session = opened(desk.perform(Effect::StayOn(planted.id.clone())));
    assert_eq!(session.questionnaire().draft().version, "2025.01.0");
    // It is not asked again, but can be looked at again.
    drop(desk);
    let mut desk = office(folder.path());
    let session = opened(desk.perform(Effect::Resume(planted.id.clone())));
    assert_eq!(session.assessment().questionnaire, planted.questionnaire);
    told(desk.perform(Effect::Weigh(planted.id.clone())));
    let record = sign(&mut desk, session.assessment().clone());
    assert_eq!(record.report.verdict, Standing::Valid, "{:?}", record.report.problems);
    let claim = record.report.claim.expect("a claim");
    assert_eq!(claim.questionnaire, Some(planted.questionnaire));
}

#[test]
fn a_signed_one_is_upgraded_in_its_next_version_and_its_old_questionnaire_is_read_from_the_record()
{
    let folder = tempfile::tempdir().expect("a folder");
    let planted = planted(folder.path());
    let mut office = office(folder.path());
    told(office.perform(Effect::Resume(planted.id.clone())));
    let signed = sign(&mut office, planted.clone()).assessment.expect("an assessment");
    assert!(matches!(signed.status, Status::Signed(_)));
    // The signed one opens as it is, also when only the record still has its questionnaire.
    let beside = folder.path().join("toetsen").join(planted.id.as_str()).join("vragenlijst.ron");
    fs::remove_file(beside).expect("removed");
    let read = opened(office.perform(Effect::Resume(planted.id.clone())));
    assert!(read.is_locked());
    assert_eq!(read.questionnaire().draft().version, "2025.01.0");

    let upgrade = told(office.perform(Effect::Reopen(planted.id.clone())));
    assert!(upgrade.signed);
    let older = opened(office.perform(Effect::StayOn(planted.id.clone())));
    assert_eq!(older.assessment().questionnaire, planted.questionnaire);
    assert_eq!(older.assessment().version(), 2);
    let newer = opened(office.perform(Effect::Upgrade(planted.id.clone())));
    assert_eq!(newer.assessment().version(), 2);
    assert_ne!(newer.assessment().questionnaire, planted.questionnaire);
    assert!(newer.assessment().answers.iter().next().is_none(), "nothing counts yet");
    // The one that goes on under the older version does not ask again.
    opened(office.perform(Effect::Resume(older.assessment().id.clone())));
}

#[test]
fn a_version_that_is_newer_than_the_programs_own_is_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = older().text.replace("2025.01.0", "2099.01.0");
    let edition = Edition::read(&text).expect("reads");
    let id = {
        let (mut shelf, _) = Shelf::open(folder.path(), noon()).expect("opens");
        shelf.begin(&edition, About::Organisation, "hof", noon()).expect("begun").id
    };
    let session = opened(office(folder.path()).perform(Effect::Resume(id)));
    assert_eq!(session.questionnaire().draft().version, "2099.01.0");
}
