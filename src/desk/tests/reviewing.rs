//! A signed assessment taken up again: what stands beside it, what stays, and what the next record says.

use super::{begin, office};
use crate::{
    desk::{FixedClock, Office},
    model::{Answer, Id, Organisation, Reviewed, Status},
    session::{
        Edit, Effect, LinkStanding, NewKey, Reply, Secret, Session, SignOrder, SignedRecord,
        Standing,
    },
};
use jiff::civil::date;
use std::path::Path;

fn secret() -> Secret {
    Secret("kaars molen tapijt zebra".to_owned().into())
}

fn sign(office: &mut Office, mut session: Session, motivation: &str) -> SignedRecord {
    let edits =
        [Edit::answer(&Id::from("personal_data"), "no"), Edit::Motivation(motivation.to_owned())];
    for edit in edits {
        office.perform(session.apply(edit).expect("open"));
    }
    let key = NewKey { name: "Vera Vos".into(), role: String::new(), passphrase: secret() };
    let Reply::KeyMade(key) = office.perform(Effect::MakeKey(key)) else { panic!("no key") };
    let order = SignOrder {
        assessment: session.assessment().clone(),
        others: Vec::new(),
        key: key.path,
        passphrase: secret(),
        capacity: crate::model::Capacity::default(),
    };
    match office.perform(Effect::Sign(Box::new(order))) {
        Reply::Signed(record) => *record,
        other => panic!("{other:?}"),
    }
}

fn signed(folder: &Path) -> SignedRecord {
    let mut office = office(folder);
    let organisation = Organisation { name: "Museum Hof".to_owned(), ..Default::default() };
    office.perform(Effect::KeepOrganisation(Box::new(organisation)));
    let session = begin(&mut office);
    sign(&mut office, session, "Wij tellen alleen.")
}

/// The same folder, four years later.
fn later(folder: &Path) -> Office {
    let now = "2030-11-23T14:02:00+01:00".parse().expect("a moment");
    Office::open(folder, Box::new(FixedClock(now))).expect("opens")
}

#[test]
fn a_year_that_passed_asks_for_a_review_and_the_next_version_names_the_one_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = signed(folder.path());
    let assessment = first.assessment.expect("an assessment");
    let months = date(2026, 11, 22).until(assessment.review.expect("a day")).expect("after");
    assert!(months.get_days() > 300, "{months}");

    let mut office = later(folder.path());
    let overview = office.overview().expect("an overview");
    assert!(overview.assessments[0].review.expect("a day") < overview.today.expect("a day"));
    let Reply::Opened(session) = office.perform(Effect::Reopen(assessment.id.clone())) else {
        panic!("not opened")
    };
    let again = session.assessment().clone();
    let previous = again.previous.clone().expect("the version before");
    assert_eq!(previous.sha256, first.sha256);
    assert_eq!(again.version(), 2);
    // Nothing counts before it is said again.
    assert!(again.answers.get(&Id::from("personal_data")).is_none());
    assert_eq!(previous.answers.get(&Id::from("personal_data")), Some(&Answer::one("no")));
    assert_eq!(office.overview().expect("an overview").assessments.len(), 2);

    let second = sign(&mut office, *session, "Wij tellen nog steeds alleen.");
    assert_eq!(second.report.verdict, Standing::Valid, "{:?}", second.report.problems);
    let name = second.path.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.ends_with("-v2.pdf"), "{name}");
    let overview = office.overview().expect("an overview");
    let old = overview.assessments.iter().find(|line| line.id == assessment.id).expect("there");
    assert!(matches!(old.status, Status::Signed(_)), "the signed one stays as it is");
    assert_eq!(old.review, None, "it was taken up again");
    assert_eq!(office.check_up(false).expect("looked").findings, []);
}

#[test]
fn the_record_of_a_next_version_says_what_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = signed(folder.path());
    let mut office = later(folder.path());
    let id = first.assessment.expect("an assessment").id;
    let Reply::Opened(mut session) = office.perform(Effect::Reopen(id)) else {
        panic!("not opened")
    };
    office.perform(session.apply(Edit::answer(&Id::from("personal_data"), "yes")).expect("open"));
    office.perform(session.apply(Edit::answer(&Id::from("role"), "processor")).expect("open"));
    let Reply::Preview(pages) =
        office.perform(Effect::Preview(Box::new(session.assessment().clone())))
    else {
        panic!("no pages")
    };
    let text = pages.join("\n");
    let wanted = [
        "Wat er is veranderd",
        "Uitkomst toen",
        "0 ongewijzigd bevestigd, 1 gewijzigd, 1 nieuw",
        "De uitkomst is anders dan vorige keer",
        "Geldt nu ook:",
        "Geldt niet meer:",
        "De keten van verslagen",
        "-v1.pdf",
    ];
    for words in wanted {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// The session of the version after `record`.
fn again(office: &mut Office, record: &SignedRecord) -> Session {
    let id = record.assessment.as_ref().expect("an assessment").id.clone();
    match office.perform(Effect::Reopen(id)) {
        Reply::Opened(session) => *session,
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_question_is_confirmed_changed_or_new_and_that_is_taken_back_with_the_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = signed(folder.path());
    let mut office = later(folder.path());
    let mut session = again(&mut office, &first);
    let id = Id::from("personal_data");
    let review = session.review().expect("a review").clone();
    // Last time one question was asked, because its answer made the others needless; so it is now, if it is said again.
    assert_eq!((review.seen(), review.asked), (0, 1));
    let was = session.earlier(&id, &[]).expect("last time's answer");
    assert_eq!(was.answer, Answer::one("no"));
    office.perform(session.apply(Edit::answer(&id, "no")).expect("open"));
    assert_eq!(session.reviewed(&id), Some(Reviewed::Confirmed));
    assert!(session.review().expect("a review").is_done());
    assert_eq!(session.last_motivation(), Some("Wij tellen alleen."));
    office.perform(session.undo().expect("one to take back"));
    assert_eq!((session.reviewed(&id), session.last_motivation()), (None, None));
    office.perform(session.apply(Edit::answer(&id, "yes")).expect("open"));
    office.perform(session.apply(Edit::answer(&Id::from("role"), "processor")).expect("open"));
    assert_eq!(session.reviewed(&id), Some(Reviewed::Changed));
    assert_eq!(session.reviewed(&Id::from("role")), Some(Reviewed::New));
    // It is all in the file, and comes back from it.
    let kept = session.assessment().id.clone();
    let Reply::Opened(back) = office.perform(Effect::Resume(kept)) else { panic!("not opened") };
    assert_eq!(back.review(), session.review());
}

#[test]
fn the_third_version_names_both_before_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = signed(folder.path());
    let mut office = later(folder.path());
    let session = again(&mut office, &first);
    let second = sign(&mut office, session, "Wij tellen nog steeds alleen.");
    let session = again(&mut office, &second);
    let chain = session.assessment().previous.as_ref().expect("the version before").chain();
    let told: Vec<_> = chain.iter().map(|link| (link.version, link.sha256.as_str())).collect();
    assert_eq!(told, [(1, first.sha256.as_str()), (2, second.sha256.as_str())]);
    let third = sign(&mut office, session, "Wij tellen alleen, voor het derde jaar.");
    assert_eq!(third.report.verdict, Standing::Valid, "{:?}", third.report.problems);
    let assessment = third.assessment.expect("an assessment");
    let Reply::Preview(pages) = office.perform(Effect::Preview(Box::new(assessment))) else {
        panic!("no pages")
    };
    let text: String = pages.join("").split_whitespace().collect();
    for record in [&first, &second] {
        assert!(text.contains(&record.sha256), "{text}");
    }
    // The files are held against what the record says of them.
    let standings = |office: &mut Office| {
        let Reply::Checked(report) = office.perform(Effect::Check(third.path.clone())) else {
            panic!("not checked")
        };
        report.chain.iter().map(|link| link.standing).collect::<Vec<_>>()
    };
    assert_eq!(standings(&mut office), [LinkStanding::Same, LinkStanding::Same]);
    std::fs::copy(&first.path, &second.path).expect("put in its place");
    assert_eq!(standings(&mut office), [LinkStanding::Same, LinkStanding::Different]);
    let found = office.check_up(false).expect("looked").findings;
    assert!(found.iter().any(|finding| finding.code == "chain_broken"), "{found:?}");
    std::fs::remove_file(&second.path).expect("removed");
    assert_eq!(standings(&mut office), [LinkStanding::Same, LinkStanding::Absent]);
}
